# Entrar pela organização, e contas que mudam de servidor.

# O provedor da organização.
org-label = sua organização
org-button = Entrar com { $label }
org-title = Entrar com { $label }
org-what = Conecte esta conta e você também poderá entrar com { $label }.
org-connect = Conectar
org-connected = Conectada. A partir de agora você pode entrar assim.
org-is-connected = Esta conta está conectada: você pode entrar com { $label }.
org-is-connected-as = Esta conta está conectada a { $email }: você pode entrar com { $label }.
org-disconnect = Desconectar
org-disconnected = Desconectada. A partir de agora você entra com a sua senha.
org-last = Esta é a sua única forma de entrar. Escolha primeiro uma senha.
org-no-password = Você não tem senha aqui. Para escolher uma, peça o envio de um link ao seu endereço.
org-password-go = Escolher uma senha
org-finish = { $label } confirma o seu endereço { $email }. Faltam três coisas.
org-silent = Não é possível contatar { $label } no momento. Tente novamente em alguns minutos ou entre com uma senha.
org-over = Esta entrada demorou demais ou foi iniciada em outro navegador. Nada mudou. Comece de novo.
org-denied = Você não entrou em { $label }. Nada mudou.
org-untrusted = A resposta de { $label } não é válida, por isso ninguém entrou. Avise quem mantém este site.
org-no-email = { $label } não diz qual endereço de e-mail confirmado é o seu, por isso não é possível criar uma conta assim. Se você tem uma conta aqui, entre com a sua senha e conecte-a em “Senha e segurança”.
org-domain = Endereços deste domínio não recebem conta aqui.
org-known = Há aqui uma conta com o endereço { $email }. Entre com a senha dela e conecte-a a { $label } em “Senha e segurança”.
org-closed = Você não tem conta aqui, e nenhuma é criada desta forma. Se você foi convidado, use o link do seu convite.
org-other = Esta entrada em { $label } pertence a outra conta daqui, ou a sua conta está conectada a outra de lá.

# Os códigos de uso único como imagem.
codes-qr = Código QR para o aplicativo, com a mesma chave abaixo
codes-key = Ou digite esta chave:

# Mudar de servidor.
move-title = Mudar para outro servidor ou vir de outro
move-in = De outro servidor para cá
move-in-what = Indique aqui a sua conta antiga. Depois inicie a mudança lá: quem segue você lá passará a seguir você aqui.
move-address = Endereço da conta
move-address-help = Por exemplo, @nome@example.org
move-add = Adicionar
move-added = Adicionada. Agora você pode iniciar a mudança lá.
move-remove = Remover
move-removed = Removida.
move-out = Daqui para outro servidor
move-out-what = Crie primeiro a conta nova e indique lá { $handle } como a antiga. Então quem segue você aqui é avisado e segue você lá, se o servidor permitir. Os seus casos e comentários ficam aqui, e você ainda pode entrar.
move-go = Levar meus seguidores
move-done = Os seus seguidores estão sendo avisados.
move-is = Você mudou para { $address }. A sua página pública informa isso.
move-undo = Deixar de informar
move-undone = A sua página pública não diz mais que você mudou. Quem foi junto continua lá.
move-no-account = Nenhuma conta foi encontrada neste endereço.
move-silent = O servidor deste endereço não responde no momento.
move-here = Esta conta já está neste servidor.
move-not-named = A conta nova ainda não indica { $handle } como antiga. Adicione-a lá e tente de novo.
move-onward = Aquela conta também mudou para outro lugar.
move-soon = Você mudou há pouco tempo. Poderá mudar de novo a partir de { $day }.
move-many = Podem ser indicadas no máximo 20 contas antigas.
person-moved = { $name } mudou para { $address }.

# Accounts, log-in, profiles of one's own.

# In the masthead.
me-nav = Sua conta
me-in = Entrar
me-out = Sair
me-write = Escrever
me-desk = Redação

# Signing in, and choosing a password.
login-title = Entrar
account-email = Endereço de e-mail
account-password = Senha
login-cookie = Ao entrar é guardado um único cookie, que mantém a sessão aberta e mais nada.
login-wrong = Este endereço e esta senha não correspondem.
login-waiting = Sua conta ainda aguarda aprovação. Receberá um e-mail quando for aprovada.
login-password-set = Sua senha está definida. Já pode entrar com ela.
password-title = Escolher uma senha
password-for = Para a conta de { $name }.
password-new = Nova senha
password-help = Pelo menos { $n } caracteres. Uma frase curta é uma boa senha.
password-set = Definir a senha
password-short = Esta senha é demasiado curta: precisa de pelo menos { $n } caracteres.
password-long = Esta senha é demasiado longa.
password-guessable = Esta senha é demasiado fácil de adivinhar. Escolha outra.
key-over = Este link já foi usado ou expirou. Peça outro.

# One's own account.
account-title = Sua conta
account-role = Função
account-since = Aqui desde
account-page = Sua página pública
account-role-citymaker = Fazedor de cidade
account-role-contributor = Colaborador
account-role-reviewer = Revisor
account-role-editor = Editor
account-role-network-admin = Administrador da rede
account-role-instance-admin = Administrador da instância
sessions-title = Onde você está conectado
sessions-this = este navegador
sessions-times = Entrou em { $began }, última utilização em { $used }
sessions-unknown = Um navegador que não diz seu nome
sessions-end = Sair de lá
sessions-end-others = Sair de todos os outros lugares
sessions-ended = A sessão foi terminada aí.
suspended-title = Sua conta está suspensa
suspended-text = Quem administra este site indica este motivo:

# What is not done.
again-title = Envie isto mais uma vez
again-nothing = Sua sessão terminou ou mudou entretanto. Nada foi alterado.
again-on = Continuar
again-out = Sua sessão terminou. O que escreveu continua nesta página: entre pelo link, em outra janela, volte aqui e envie.
again-in = Sua sessão mudou desde que abriu o formulário. O que escreveu continua nesta página; ainda nada foi alterado.
again-send = Enviar outra vez
lacking-title = Isto não está aberto para você
lacking-text = É preciso esta função, ou outra que possa mais: { $role }. As funções são dadas por quem administra este site.
elsewhere-title = Nada foi alterado
elsewhere-text = Este formulário não veio de uma página deste site, ou é de uma sessão anterior. Abra a página aqui e envie-o daí.
no-form-text = Este endereço aceita o formulário da sua página e mais nada.
large-title = É demasiado de uma só vez
large-text = Nada foi alterado. Volte atrás: seu texto ainda está no formulário. Encurte-o, por favor.
often-title = Demasiadas tentativas
often-text = { $n ->
    [one] Espere um minuto e tente de novo.
   *[other] Espere { $n } minutos e tente de novo.
}

# Registering.
login-forgotten = Esqueceu a senha?
login-register = Ainda não tem conta? Crie uma
account-no-email = Isso não é um endereço de e-mail. Tem a forma nome@example.org.
account-flaws = Corrija o seguinte
register-title = Criar uma conta
register-what = Com uma conta pode escrever casos, comentar e contactar outras pessoas. Para ler não é preciso.
register-approved = Quem administra este site admite as pessoas novas uma a uma.
register-email-help = Enviaremos um link para lá. O endereço nunca é mostrado a outras pessoas.
register-go = Enviar o link
register-have = Já tenho conta
register-closed = Aqui as contas são dadas por convite. Quem administra este site pode convidar você.
sent-title = Veja sua caixa de correio
sent-where = Se não chegar nada dentro de minutos, veja no correio indesejado e confirme o endereço.
register-sent = Um e-mail vai a caminho de { $email }. O link serve durante um dia.
register-waiting-title = Sua conta aguarda aprovação
register-waiting = Quem administra este site foi avisado. Receberá um e-mail quando puder entrar.
finish-for = Seu endereço { $email } está confirmado. Faltam três coisas.
finish-name = Seu nome
finish-name-help = Tal como os outros o leem. Pode ser alterado.
finish-handle = Seu identificador
finish-handle-help = Minúsculas, números, pontos, hifens e traços inferiores. Em todo o fediverso você será @identificador@{ $host }. Não muda.
finish-terms = Aceito os { $terms }.
finish-go = Criar a conta
flaw-name = Um nome tem de 1 a 100 caracteres.
flaw-handle = Este identificador não serve: aceita minúsculas, números, pontos, hifens e traços inferiores.
flaw-handle-taken = Este identificador já está ocupado. Escolha outro.
flaw-terms = A conta exige que aceite os termos.
forgotten-title = Uma nova senha
forgotten-what = Enviamos para seu endereço um link para escolher uma nova.
forgotten-go = Enviar o link
forgotten-sent = Se { $email } tiver conta aqui, um e-mail vai a caminho. O link serve durante um dia.

# Letters.
mail-foot = Este e-mail vem de { $site }.
mail-once-a-day = O link serve uma vez, durante um dia.
mail-not-you = Se não foi você quem pediu, não faça nada: nada acontecerá.
mail-register-subject = Sua conta em { $site }
mail-register-text = Alguém pediu uma conta em { $site } com este endereço. Se foi você, continue aqui.
mail-register-link = Criar a conta
mail-known-subject = Já tem uma conta em { $site }
mail-known-text = Alguém pediu uma conta em { $site } com este endereço. Já tem uma.
mail-known-after = Se esqueceu da senha, a página de entrada ajuda.
mail-password-subject = Uma nova senha para { $site }
mail-password-text = { $name }, alguém pediu uma nova senha para sua conta em { $site }. Escolha-a aqui.
mail-invite-subject = Você foi convidado para { $site }
mail-invite-text = Você foi convidado a ter uma conta em { $site }, onde as redes de cidades publicam o que funciona nas cidades.
mail-invite-after = O link serve uma vez, durante duas semanas.
mail-waiting-subject = { $name } aguarda aprovação
mail-waiting-text = { $name } ({ $email }) criou uma conta em { $site } e aguarda aprovação.
mail-approved-subject = Boas-vindas a { $site }
mail-approved-text = { $name }, sua conta em { $site } foi aprovada. Já pode entrar.
accounts-title = Contas

# Those who govern decide on accounts.
accounts-all = Todas: { $n }
accounts-waiting = Em espera: { $n }
accounts-active = Ativas: { $n }
accounts-suspended = Suspensas: { $n }
accounts-since = aqui desde { $day }
accounts-seen = último acesso em { $day }
accounts-is-suspended = Suspensa:
accounts-approve = Admitir
accounts-decline = Não admitir
accounts-restore = Restabelecer
accounts-decide = Decidir
accounts-role = Dar esta função
accounts-reason = Motivo; a pessoa lê-o
accounts-suspend = Suspender
accounts-next = Mais contas
accounts-done = Feito, para { $name }.
accounts-no-reason = Uma suspensão exige um motivo com no máximo 1000 caracteres. Nada foi alterado.
accounts-not-now = Não foi possível: alguém já decidiu, o identificador está ocupado ou é o último administrador da instância. Abaixo está a situação atual.

# One's profile, in three steps.
account-profile = Editar seu perfil
profile-title = Seu perfil
profile-public = Tudo isto é público, exceto como pode ser contactado. Cada passo pode ficar vazio.
profile-who = Quem sou
profile-what = O que sei
profile-how = Como me contactar
profile-no-role = Sem função
profile-network = Rede
profile-summary = Sobre mim
profile-summary-help = Algumas frases, no máximo 2000 caracteres.
profile-topics-help = Escolha até 20.
profile-more = Mais detalhes
profile-contactable = Outras pessoas podem escrever-me. O meu endereço fica oculto.
profile-discoverable = Mostrar-me entre as pessoas desta rede e sugerir-me em outros sites.
profile-indexable = O que escrevo em público pode ser encontrado em pesquisas.
profile-mail-language = Idioma dos e-mails que recebo
profile-next = Guardar e continuar
profile-save = Guardar
profile-later = Mais tarde
profile-saved = Seu perfil está guardado. Quem o segue em outros sites verá em instantes.
profile-flaw-who = Não foi possível guardar: o nome tem de 1 a 100 caracteres, cidade e rede no máximo 120, o texto 2000.
profile-flaw-what = Não foi possível guardar: escolha no máximo 20 temas e 20 idiomas.

# Password, address, one-time codes.
security-title = Senha e segurança
security-password-what = Com outra senha você sai de todos os outros lugares.
security-password-done = Sua senha foi alterada. Você saiu de todos os outros lugares.
security-old = Sua senha atual
security-wrong = Esta não é sua senha atual. Nada foi alterado.
email-what = Os e-mails vão para { $email }. Outro endereço vale quando os dois tiverem aceitado.
email-new = Novo endereço
email-go = Perguntar aos dois endereços
email-sent = Seu endereço atual e { $email } recebem um e-mail cada. Abra o link de ambos.
email-confirm-title = Outro endereço para sua conta
email-confirm-what = A partir de agora os e-mails irão para { $email }.
email-half = Obrigado. O outro endereço também precisa aceitar: o e-mail dele também tem um link.
email-done = Os e-mails agora vão para { $email }. De agora em diante, entre com este endereço.
mail-address-subject = Outro endereço para sua conta em { $site }
mail-address-text = { $name }, os e-mails da sua conta em { $site } passarão a ir para { $email }. Se você quer isso, confirme aqui.
mail-address-link = Usar este endereço
mail-address-after = Os dois endereços precisam aceitar, em até três dias.
codes-title = Códigos de uso único
codes-what = Um aplicativo no seu telefone mostra um código que é pedido além da senha. Quem só tem sua senha não entra.
codes-on = Usar códigos de uso único
codes-how = Digite esta chave em um aplicativo de códigos (seis dígitos, a cada 30 segundos) e depois escreva o código que ele mostrar.
codes-app = No telefone: abrir no aplicativo
codes-code = Código
codes-confirm = Confirmar
codes-wrong = Este código não está certo ou já foi usado. A cada 30 segundos vem um novo.
codes-on-done = Os códigos de uso único estão ativos
codes-recovery = Guarde estes códigos de recuperação em lugar seguro: cada um substitui uma vez o aplicativo, se você o perder. São mostrados só agora.
codes-are-on = Os códigos de uso único estão ativos.
codes-left = { $n ->
    [0] Não resta nenhum código de recuperação.
    [one] Resta um código de recuperação.
   *[other] Restam { $n } códigos de recuperação.
}
codes-off = Parar de usar códigos
codes-off-done = Os códigos de uso único não são mais pedidos.
code-title = Mais um passo
code-help = Do seu aplicativo de códigos, ou um dos seus códigos de recuperação.
code-over = Passou tempo demais. Comece de novo.

# Answering, taking along, leaving.
appeal-title = Sua resposta
appeal-what = Se você vê isso de outra forma, diga aqui. Quem administra este site lê.
appeal-send = Enviar a resposta
appeal-sent = Sua resposta de { $day } chegou. Uma nova a substitui.
appeal-flaw = Uma resposta tem de 1 a 4000 caracteres.
leave-title = Levar tudo ou sair
export-title = Levar tudo
export-what = Um arquivo da sua conta: perfil, o que você publicou em ActivityPub e as mensagens que recebeu.
export-go = Baixar o arquivo
leave-end = Sair de vez
leave-what = Seu endereço, seu perfil e suas sessões são excluídos, e os outros servidores são avisados de que { $handle } não existe mais. Os casos publicados ficam com sua rede. Isso não pode ser desfeito, e o identificador não é dado de novo.
leave-go = Excluir minha conta
leave-stay = Ficar
leave-last = Você é o último administrador da instância. Nomeie outro antes.

mails-title = Correio
mails-what = O que este site escreveu a pessoas, o mais recente primeiro.
mails-filed = Não há servidor de correio definido: nada é enviado. As mensagens ficam em ficheiros no servidor e podem ser lidas aqui.
mails-none = Ainda não há nada.
mails-all = Todas
mails-read = Ler
mails-retry = Enviar de novo
mails-drop = Não enviar
mails-done-retry = É enviada de novo.
mails-done-drop = Não é enviada.
mails-not-now = Não foi possível: entretanto foi enviada ou descartada. Abaixo está o estado atual.
mails-more = Mensagens anteriores
mails-tries = { $n ->
    [one] { $n } tentativa
   *[other] { $n } tentativas
}
mail-state-waiting = À espera
mail-state-handing = A caminho
mail-state-sent = Enviada
mail-state-filed = Guardada em ficheiro
mail-state-bounced = Devolvida
mail-state-unsure = Não se sabe se chegou
mail-state-given-up = Abandonada
mail-state-dropped = Não enviada

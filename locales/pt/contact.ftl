# Writing to people, messages, and comments by people of this site.

# The first message.
contact-write = Escrever a { $name }
contact-about = Sobre
contact-what = Este site encaminha a sua mensagem. Nenhuma das duas pessoas vê o endereço de e-mail da outra.
contact-private = É privado, mas não tem encriptação de ponta a ponta. Além das duas pessoas, só quem gere este site poderia ler. A moderação só vê uma mensagem quando é denunciada.
contact-name = O seu nome
contact-email-help = Enviamos uma ligação para este endereço, para confirmar que é seu. Não é mostrado a ninguém.
contact-subject = Assunto
contact-text = A sua mensagem
contact-text-help = Texto simples, no máximo { $n } caracteres.
contact-send = Enviar
contact-account = Com uma conta, a sua mensagem sai de imediato e a resposta é lida aqui.
contact-no-subject = Indique um assunto com { $n } caracteres no máximo.
contact-no-text = Escreva uma mensagem com { $n } caracteres no máximo.
contact-too-often = Não é possível enviar mais num dia. O seu texto continua nesta página e não foi enviado. Tente de novo amanhã.
contact-sent-title = Só mais um passo
contact-sent = Enviámos uma ligação para { $email }. A sua mensagem sai quando a abrir e confirmar.
contact-confirm-title = Enviar a sua mensagem
contact-confirm-what = A sua mensagem está pronta. Sai quando carregar no botão.
contact-confirm-go = Confirmar e enviar
contact-done-title = A sua mensagem está a caminho
contact-done = Recebe uma cópia por e-mail, com uma ligação para esta conversa, onde pode ler a resposta e escrever de novo.
contact-full = Hoje escreveram demasiadas pessoas. Nada se perdeu: a ligação no seu e-mail volta a funcionar amanhã.
contact-closed = Aqui já não se aceitam mensagens. Nada foi enviado.
contact-nobody = Alguém que já saiu

# One’s own messages.
messages-title = Mensagens
messages-none = Sem mensagens. Quando alguém lhe escrever, encontra aqui a mensagem e recebe um e-mail.
messages-new = nova
messages-more = Mensagens mais antigas
messages-reach = Como podem contactá-lo
messages-with = Com
messages-you = Você
messages-reader = uma pessoa sem conta
messages-gone = Quem escreveu esta mensagem eliminou-a.
messages-answer = A sua resposta
messages-answer-go = Enviar resposta
messages-elsewhere = A sua resposta vai para outro servidor, e quem o gere também poderia lê-la.
messages-closed = Já não é possível contactar ninguém aqui.
messages-sent = A sua mensagem foi enviada.
messages-end = Terminou?
messages-delete = Eliminar esta conversa
messages-delete-what = Ao eliminar, sai das suas mensagens. A outra pessoa fica com o que tem.
messages-deleted = A conversa foi eliminada.
messages-block = Bloquear este remetente
messages-block-what = As mensagens de quem bloquear não lhe chegam. O remetente não fica a saber.
messages-blocked-now = Bloqueou este remetente.
messages-blocked-title = Remetentes bloqueados
messages-blocked-none = Não bloqueou ninguém.
messages-unblock = Desbloquear
messages-report = Denunciar
messages-report-what = A moderação vê esta mensagem e quem a escreveu, e mais nada da conversa.
messages-reason = O que está mal?
messages-report-go = Denunciar esta mensagem
messages-reported = A moderação vai analisar a mensagem que denunciou.
messages-report-once = Pode denunciar uma mensagem desta conversa.
messages-reported-once = Denunciou uma mensagem desta conversa à moderação.
thread-keep = Guarde para si a ligação a esta página: quem a tiver pode ler e responder.
thread-end-what = Eliminar termina todas as ligações a esta conversa e esquece o seu endereço. A outra pessoa fica com o que escreveu.
thread-ended-title = A conversa terminou
thread-ended = O seu endereço e as ligações a esta conversa foram esquecidos.
thread-over-title = Aqui não há nada para ler
thread-over = Esta ligação expirou, ou a conversa terminou.

# Their mails.
mail-contact-confirm-subject = { $site }: confirme a sua mensagem
mail-contact-confirm-text = Alguém, provavelmente você, escreveu uma mensagem a { $name } em { $site } e deu este endereço. A mensagem sai quando a confirmar.
mail-contact-confirm-after = A ligação funciona durante três dias. Se não foi você, não faça nada: nada será enviado.
mail-contact-subject = { $name } escreveu-lhe: { $subject }
mail-contact-subject-none = { $name } escreveu-lhe
mail-contact-text = { $name } escreveu-lhe através de { $site }:
mail-contact-answer-text = { $name } respondeu-lhe através de { $site }:
mail-contact-link = Ler e responder
mail-contact-how = Para responder, abra a ligação. Não responda a este e-mail: ninguém o lê. O seu endereço não foi mostrado a ninguém.
mail-contact-how-mail = Para responder, abra a ligação ou responda simplesmente a este e-mail. O seu endereço não é mostrado a ninguém; os ficheiros anexos não são transmitidos.
mail-contact-copy-subject = A sua mensagem a { $name }: { $subject }
mail-contact-copy-text = Esta é a sua cópia da mensagem que escreveu a { $name } através de { $site }:
mail-contact-copy-after = A ligação leva a esta conversa. Guarde-a para si. Escrevemos-lhe quando houver resposta.

# Comments by people of this site.
remark-title = Escrever um comentário
remark-text = O seu comentário
remark-help = No máximo { $n } caracteres. Qualquer pessoa pode lê-lo, e também vai para outros servidores.
remark-before = A redação lê-o antes de ser mostrado.
remark-language = Língua do comentário
remark-send = Enviar comentário
remark-sign-in = Inicie sessão para comentar aqui
remark-answer = Responder
remark-answer-to = Responder a { $name }
remark-edit = Editar
remark-own = O seu comentário
remark-save = Guardar
remark-delete = Eliminar o comentário
remark-delete-what = Desaparece daqui, e pede-se aos outros servidores que o eliminem.
remark-waits = Obrigado. A redação lê o seu comentário antes de ser mostrado.
remark-hidden = A redação retirou este comentário.
remark-no-text = Escreva um comentário com { $n } caracteres no máximo.
remark-closed = Aquilo a que responde já não está aqui.

# Mail that comes back, and answers by mail.
mail-returns-title = O correio enviado para o seu endereço é devolvido
mail-returns-text = Os servidores de correio recusaram o que lhe enviámos, por isso só lhe enviamos o que pedir. Os seus alertas e mensagens estão aqui, no sítio. Indique outro endereço: basta confirmar o novo.
mail-returns-link = Indicar outro endereço
mail-test-subject = { $site }: o correio chega
mail-test-text = Este e-mail mostra que { $site } lhe pode escrever. Não precisa de fazer nada.
mail-answer-refused = { $site }: a sua resposta não foi entregue
mail-answer-refused-text = Respondeu a uma mensagem por e-mail e não conseguimos entregar a sua resposta através de { $site }.
mail-answer-closed = A conversa terminou ou o e-mail a que respondeu é demasiado antigo. Se tem uma conta, encontra as suas mensagens no sítio.
mail-answer-empty = Não continha nenhum texto seu.
mail-answer-long = Era demasiado longa: no máximo 5000 caracteres, e 20 MB com ficheiros.
mail-answer-often = Hoje houve demasiadas respostas. Tente de novo amanhã.
mail-answer-files = { $n ->
    [one] ({ $n } ficheiro omitido)
   *[other] ({ $n } ficheiros omitidos)
}

correct-link = Pedir uma correção
correct-title = Pedir uma correção
correct-what = Escreva à redação deste site sobre este caso. Não precisa de conta e nada é publicado.
correct-origin = Este caso vem de { $host }. A redação daqui pode retirá-lo deste site; o texto é alterado lá.
correct-kind = De que se trata?
correct-choose = Escolha
correct-about-person = Sou nomeado ou mostrado aqui e quero que isso seja alterado ou retirado
correct-about-fact = Algo está errado ou desatualizado
correct-about-rights = Um texto ou uma imagem é usado sem autorização
correct-about-other = Outra coisa
correct-text = O que deve ser alterado e porquê?
correct-contact = Como a redação pode contactá-lo
correct-contact-help = Um endereço de correio eletrónico, se quiser resposta. Só a redação o vê.
correct-send = Enviar à redação
correct-thanks = Obrigado
correct-thanks-what = A redação foi avisada.
correct-back = Voltar ao caso
correct-flaw-about = Diga de que se trata.
correct-flaw-text = Diga o que deve ser alterado, em 4000 caracteres no máximo.
correct-flaw-contact = O contacto tem no máximo 200 caracteres.
correct-flaw-full = Hoje chegaram demasiados pedidos. Tente amanhã ou escreva para o endereço do aviso legal.

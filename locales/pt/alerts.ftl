# What people are told of: saved searches, digests by mail, notices.

# Notices on the site.
me-notices = Avisos
notices-title = Avisos
notices-unread = Não lido:
notices-none = Não há nada de novo. O que lhe diz respeito aparecerá aqui.
notices-read = Marcar como lido
notices-read-all = Marcar tudo como lido
notices-cut = Os avisos mais antigos não são mostrados.
notices-mail-title = Por e-mail
notices-mail-what = O que ainda não leu aqui é-lhe enviado por e-mail. As pesquisas guardadas e as mensagens têm os seus próprios e-mails.
notices-mail-instant = Em breve, no máximo uma vez por hora
notices-mail-never = Nunca
notices-mail-subject = { $n ->
    [one] { $n } novidade para si em { $site }
   *[other] { $n } novidades para si em { $site }
}
notices-mail-text = { $n ->
    [one] Em { $site } há { $n } novidade para si:
   *[other] Em { $site } há { $n } novidades para si:
}
notices-mail-why = Recebe esta mensagem porque tem uma conta em { $site } e ainda não leu isto lá.
notices-mail-change = Escolher com que frequência recebe estas mensagens:
notices-end-ask = Já não quer receber mensagens sobre os seus avisos em { $site }?
notices-end-done = Não receberá mais mensagens sobre os seus avisos em { $site }. Continuam à sua espera no site.
told-alert = { $n ->
    [one] { $n } caso novo na sua pesquisa “{ $name }”
   *[other] { $n } casos novos na sua pesquisa “{ $name }”
}
told-submitted = { $who } enviou “{ $title }” para revisão.
told-in-review = “{ $title }” está em revisão.
told-changes-requested = Pedem-se alterações a “{ $title }”.
told-approved = “{ $title }” foi aprovado e aguarda publicação.
told-published = “{ $title }” foi publicado.
told-rejected = “{ $title }” não foi aceito.
told-withdrawn = “{ $title }” foi retirado.
told-noted = Há uma nova nota sobre “{ $title }”.
told-answered = { $who } respondeu a uma nota sobre “{ $title }”.
told-comment = { $who } comentou “{ $title }”.
told-reply = { $who } respondeu-lhe em “{ $title }”.
told-mention = { $who } mencionou-o em “{ $title }”.
told-message = { $who } escreveu-lhe.
told-follower = { $who } segue o seu perfil.
told-reported = Alguém pede uma correção de «{ $title }».
told-old = Há casos publicados que ninguém reviu há 24 meses. Verifique se ainda estão certos.
told-mail-returns = O correio enviado para o seu endereço é devolvido. Indique outro, por favor.
told-times = ({ $n } vezes)

# Saved searches.
alerts-title = Pesquisas guardadas
alerts-tell-me = Avisem-me dos novos
alerts-what = Recebe um aviso quando é publicado um caso novo que esta pesquisa encontra. Casos anteriores e revisões posteriores não contam.
alerts-when = As mensagens diárias e semanais saem às { $hour }:00 UTC, as semanais à segunda-feira, e só se houver algo de novo.
alerts-name = Nome da pesquisa
alerts-rhythm = Com que frequência
rhythm-instant = De imediato
rhythm-daily = Uma vez por dia
rhythm-weekly = Uma vez por semana
alerts-ways = Como é avisado
alerts-mail = Por e-mail
alerts-site = Com um aviso neste site
alerts-silent = Não é avisado; o feed funciona.
alerts-save = Guardar a pesquisa
alerts-saved = A pesquisa está guardada. Será avisado das novidades.
alerts-changed = Alterado.
alerts-ended = A pesquisa já não está guardada.
alerts-none = Ainda não guardou nenhuma pesquisa. Procure casos e escolha “Avisem-me dos novos”.
alerts-change = Alterar
alerts-end = Terminar
alerts-feed = Feed privado
alerts-feed-what = Para o seu leitor de feeds. Quem conhece este endereço pode ler o feed; um novo endereço anula o anterior.
alerts-feed-renew = Novo endereço
alerts-feed-renewed = O feed tem um novo endereço. O anterior já não funciona.
alerts-everything = Todos os casos
alerts-no-name = Dê um nome à pesquisa, por favor. Não pode ser demasiado longo.
alerts-too-many = Já guardou { $n } pesquisas. Termine primeiro uma delas.
alerts-end-title = Terminar estas mensagens
alerts-end-ask = Já não quer receber mensagens sobre “{ $name }”?
alerts-end-done = Não receberá mais mensagens sobre “{ $name }”. A pesquisa continua guardada na sua conta.
alerts-end-over = Este link já não termina nada. As mensagens já foram terminadas ou o link está incompleto.
alerts-end-go = Terminar as mensagens

# A digest of a topic, for any address.
digest-title = Mensagem semanal
digest-what = Casos novos sobre { $topic }, todas as segundas-feiras, se os houver. Não é preciso ter conta, e cada mensagem tem um link para terminá-la.
digest-go = Quero a mensagem semanal
digest-sent = Uma mensagem vai a caminho de { $email }. A mensagem semanal começa quando a aceitar aí, no prazo de uma semana.
digest-back = Voltar ao tema
digest-confirm-subject = Mensagem semanal sobre { $topic }: confirme, por favor
digest-confirm-text = Alguém pediu a { $site } que envie a este endereço, todas as semanas, casos novos sobre { $topic }. Se foi você, confirme, por favor.
digest-confirm-link = Sim, quero a mensagem semanal
digest-confirm-ask = Quer receber todas as semanas, por e-mail, casos novos sobre { $topic }?
digest-confirm-done = Recebe todas as segundas-feiras casos novos sobre { $topic }, se os houver.
digest-end-ask = Já não quer receber mensagens semanais sobre { $topic }?
digest-end-done = Não receberá mais mensagens semanais sobre { $topic }. O seu endereço foi apagado.

# Letters.
alert-mail-subject-one = { $name }: { $title }
alert-mail-subject = { $n ->
    [one] { $name }: { $n } caso novo
   *[other] { $name }: { $n } casos novos
}
alert-mail-text = { $n ->
    [one] Há { $n } caso novo em “{ $name }”:
   *[other] Há { $n } casos novos em “{ $name }”:
}
alert-mail-link = Ver todos
alert-mail-why-instant = Recebe esta mensagem porque guardou esta pesquisa em { $site } para ser avisado de imediato.
alert-mail-why-daily = Recebe esta mensagem porque guardou esta pesquisa em { $site } para ser avisado uma vez por dia.
alert-mail-why-weekly = Recebe esta mensagem porque guardou esta pesquisa em { $site } para ser avisado uma vez por semana.
alert-mail-why-digest = Recebe esta mensagem porque este endereço aceitou uma mensagem semanal de { $site } sobre { $name }.
alert-mail-change = Alterar ou terminar as suas pesquisas guardadas:
alert-mail-end = Não receber mais mensagens sobre isto:

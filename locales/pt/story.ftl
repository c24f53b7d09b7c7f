# One case: its parts, its history, how to cite and to follow it.

# In which language it is read.
tongues = Idiomas deste caso
tongue-original = original
tongue-human = tradução
tongue-machine = tradução automática
tongue-rest = O texto abaixo está no original: { $language }.

# Where it comes from, and its revisions.
origin-shared = Chegou aqui por meio de { $actor }, que o compartilhou.
origin-submitted = Enviado por { $who }.
origin-reviewed = Última revisão editorial em { $date }.
origin-received = Recebido aqui pela primeira vez em { $date }.
history = Revisões
history-link = Todas as revisões
history-title = Revisões de { $title }
history-what = Todas as revisões deste caso que foram públicas aqui, a mais recente primeiro. Cada uma tem um endereço próprio, que não muda.
history-published = Publicado por { $network } em { $host } em { $date }.
history-revision = Revisão { $revision }
history-first = A primeira revisão guardada aqui
history-nothing = Nada que apareça em uma página
history-show = O que mudou
history-older = Revisões mais antigas
history-compared = O que mudou da revisão { $old } para a revisão { $new }
history-gone = Retirado
history-new = Acrescentado
history-del = Retirado:
history-ins = Acrescentado:
revision-older = Esta é a revisão { $revision } de { $date }. A mais recente é a revisão { $newest }.
revision-newest = Esta é a revisão { $revision } de { $date }, a mais recente.
revision-current = Ler o caso como está agora
field-title = Título
field-subtitle = Subtítulo
field-summary = Resumo
field-language = Idioma
field-cities = Cidades
field-period = Anos
field-status = Situação
field-scale = Escala
field-topics = Temas
field-goals = Objetivos
field-targets = Metas
field-actors = Participantes
field-funding = Custo e financiamento
field-indicators = Números
field-awards = Prêmios
field-pictures = Imagens
field-links = Links e documentos
field-contacts = Contato
field-related = Casos relacionados
field-licence = Licença
field-source = Publicado pela primeira vez em

# Citing it.
cite = Citar este caso
cite-rest = Estudo de caso, revisão { $revision }, { $date }. { $licence }.
cite-files = Para gerenciadores de referências:

# Related cases: why each is there.
kin-comma = {", "}
kin-named = Indicado pelos autores.
kin-city = Também em { $city }.
kin-country = Também em { $country }.
kin-topics = { $n ->
    [one] Mesmo tema: { $names }.
   *[other] Mesmos temas: { $names }.
}
kin-goals = { $n ->
    [one] Mesmo objetivo: { $names }.
   *[other] Mesmos objetivos: { $names }.
}
kin-targets = { $n ->
    [one] Mesma meta: { $names }.
   *[other] Mesmas metas: { $names }.
}
kin-words = { $n ->
    [one] Mesma palavra: { $names }.
   *[other] Mesmas palavras: { $names }.
}
gone-instead = Talvez queira ler um destes

# Comments.
comments-take-part = Responder, favoritar ou compartilhar a partir do seu servidor
comments-later = Comentários seguintes
comments-first = Aos primeiros comentários

# Following and answering from one's own server.
follow-topic = casos novos sobre { $topic }
follow-away = Seguir a partir do seu servidor
away-open = Seguir a partir do seu próprio servidor
away-follow = Seguir { $handle }
away-case = Responder, favoritar ou compartilhar a partir do seu servidor
away-what = O fediverso é formado por muitos sites independentes, como o Mastodon, cujas pessoas podem seguir e responder umas às outras em todos eles. Diga onde você tem a sua conta e confirme lá: este site não guarda nada sobre você e não grava nenhum cookie.
away-choose = O que você pode seguir aqui
away-server = Seu servidor, ou seu próprio endereço lá
away-server-hint = Por exemplo, mastodon.social ou me@mastodon.social
away-go = Ir para o meu servidor
away-reply = Responder
away-like = Favoritar
away-share = Compartilhar
away-by-hand = Ou à mão
away-by-hand-how = Copie isto, cole no campo de busca do seu próprio servidor e escolha o que ele encontrar.
away-new = Ainda não tem conta?
away-new-what = Cadastre-se de graça em qualquer servidor do fediverso e volte. Os feeds deste site podem ser lidos sem conta nenhuma.
away-no-server = Isto não é o nome de um servidor. Ele se parece com mastodon.social ou, com o seu nome na frente, com me@mastodon.social.
away-silent = { $host } não responde no momento.
away-no-template = { $host } não informa onde seus usuários confirmam isto.
away-elsewhere = { $host } enviaria você a outro site, por isso não o fazemos.
away-paste = Copie { $address } no campo de busca de lá: isso sempre funciona.

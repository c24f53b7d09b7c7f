# One case: its parts, its history, how to cite and to follow it.

# In which language it is read.
tongues = Idiomas de este caso
tongue-original = original
tongue-human = traducción
tongue-machine = traducción automática
tongue-rest = El texto que sigue está en el original: { $language }.

# Where it comes from, and its revisions.
origin-shared = Llegó por medio de { $actor }, que lo compartió.
origin-submitted = Presentado por { $who }.
origin-reviewed = Última revisión editorial: { $date }.
origin-received = Recibido aquí por primera vez el { $date }.
history = Revisiones
history-link = Todas las revisiones
history-title = Revisiones de { $title }
history-what = Todas las revisiones de este caso que fueron públicas aquí, la más reciente primero. Cada una tiene una dirección propia que no cambia.
history-published = Publicado por { $network } en { $host } el { $date }.
history-revision = Revisión { $revision }
history-first = La primera revisión conservada aquí
history-nothing = Nada que se muestre en una página
history-show = Qué cambió
history-older = Revisiones anteriores
history-compared = Qué cambió de la revisión { $old } a la revisión { $new }
history-gone = Quitado
history-new = Añadido
history-del = Quitado:
history-ins = Añadido:
revision-older = Esta es la revisión { $revision } del { $date }. La más reciente es la revisión { $newest }.
revision-newest = Esta es la revisión { $revision } del { $date }, la más reciente.
revision-current = Leer el caso tal como está ahora
field-title = Título
field-subtitle = Subtítulo
field-summary = Resumen
field-language = Idioma
field-cities = Ciudades
field-period = Años
field-status = Estado
field-scale = Escala
field-topics = Temas
field-goals = Objetivos
field-targets = Metas
field-actors = Participantes
field-funding = Coste y financiación
field-indicators = Cifras
field-awards = Premios
field-pictures = Imágenes
field-links = Enlaces y documentos
field-contacts = Contacto
field-related = Casos relacionados
field-licence = Licencia
field-source = Publicado por primera vez en

# Citing it.
cite = Citar este caso
cite-rest = Estudio de caso, revisión { $revision }, { $date }. { $licence }.
cite-files = Para gestores de referencias:

# Related cases: why each is there.
kin-comma = {", "}
kin-named = Citado por los autores.
kin-city = También en { $city }.
kin-country = También en { $country }.
kin-topics = { $n ->
    [one] Mismo tema: { $names }.
   *[other] Mismos temas: { $names }.
}
kin-goals = { $n ->
    [one] Mismo objetivo: { $names }.
   *[other] Mismos objetivos: { $names }.
}
kin-targets = { $n ->
    [one] Misma meta: { $names }.
   *[other] Mismas metas: { $names }.
}
kin-words = { $n ->
    [one] Misma palabra: { $names }.
   *[other] Mismas palabras: { $names }.
}
gone-instead = Quizá quiera leer uno de estos

# Comments.
comments-take-part = Responder, marcar como favorito o compartir desde su servidor
comments-later = Comentarios posteriores
comments-first = A los primeros comentarios

# Following and answering from one's own server.
follow-topic = casos nuevos sobre { $topic }
follow-away = Seguir desde su servidor
away-open = Seguir desde su propio servidor
away-follow = Seguir a { $handle }
away-case = Responder, marcar como favorito o compartir desde su servidor
away-what = El fediverso son muchos sitios independientes, como Mastodon, cuyos usuarios pueden seguirse y responderse entre todos ellos. Díganos dónde tiene su cuenta y confirme allí: este sitio no guarda nada de usted y no usa cookies.
away-choose = Lo que puede seguir aquí
away-server = Su servidor, o su propia dirección en él
away-server-hint = Por ejemplo, mastodon.social o me@mastodon.social
away-go = Ir a mi servidor
away-reply = Responder
away-like = Favorito
away-share = Compartir
away-by-hand = O a mano
away-by-hand-how = Copie esto, péguelo en el buscador de su propio servidor y elija lo que encuentre.
away-new = ¿Aún no tiene cuenta?
away-new-what = Regístrese gratis en cualquier servidor del fediverso y vuelva. Los canales de este sitio se pueden leer sin ninguna cuenta.
away-no-server = Este no es el nombre de un servidor. Debe parecerse a mastodon.social o, con su nombre delante, a me@mastodon.social.
away-silent = { $host } no responde en este momento.
away-no-template = { $host } no indica dónde confirman esto sus usuarios.
away-elsewhere = { $host } le enviaría a otro sitio, así que no lo hacemos.
away-paste = Copie { $address } en el buscador de allí: eso siempre funciona.

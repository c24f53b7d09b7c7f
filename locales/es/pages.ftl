# Lo que dice el marco de cada página.
skip-to-content = Ir al contenido
skip-to-results = Ir a los resultados
nav-main = Menú principal
nav-crumbs = Está aquí
nav-languages = Idioma de este sitio
nav-cases = Casos
nav-topics = Temas
nav-goals = Objetivos
nav-networks = Redes
nav-follow = Seguir
footer-licence = Cada caso indica su propia licencia.
footer-software = Hecho con { $software }, software libre bajo la AGPL 3.0.
footer-places = Datos de ciudades: { $source }, CC BY 4.0. Nombres de países: i18n-iso-countries.
cases = casos
goal = Objetivo
goals = Objetivos de Desarrollo Sostenible
licence = Licencia

# Fechas e importes.
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date-day = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
date-year = { $year }
amount-large = { $n ->
    [one] { $n } millón
   *[other] { $n } millones
}
amount-huge = { $n } mil millones

# Búsqueda.
search-label = Buscar casos
search-placeholder = Agua de lluvia, centro sin coches, presupuesto participativo…
search-button = Buscar
cases-found = { $n ->
    [one] { $n } caso
   *[other] { $n } casos
}

# Portada.
home-title = Lo que funciona en las ciudades, contado por quienes lo hicieron.
home-what = Casos de { $network } y de las redes que sigue. Se leen, se buscan y se siguen libremente, sin cuenta.
home-try = Por ejemplo:
home-newest = Lo más nuevo
home-new = Nuevo en el canal común
home-all = { $n ->
    [one] Ver el caso
   *[other] Los { $n } casos
}
home-topics = Por tema
home-goals = Por Objetivo de Desarrollo Sostenible
home-networks = Por red
home-networks-all = Sobre estas redes
home-empty-title = Aquí todavía no hay casos
home-empty-what = Quien administra este sitio puede cambiarlo en unos minutos, junto al servidor en marcha:
tally-cases = { $n ->
    [one] caso
   *[other] casos
}
tally-cities = { $n ->
    [one] ciudad
   *[other] ciudades
}
tally-countries = { $n ->
    [one] país
   *[other] países
}
tally-networks = { $n ->
    [one] red
   *[other] redes
}

# Seguir desde otros lugares.
follow-title = Síganos desde Mastodon o cualquier otra aplicación del fediverso
follow-what = Cada caso nuevo aparecerá en su cronología, sin necesidad de cuenta aquí. Cada red de este canal tiene su propia dirección en su página.
follow-how = Copie una dirección, péguela en el buscador de su propio servidor y pulse seguir. Para participar con su propia instancia de Kontor, siga desde ella la misma dirección.
follow-group = los mismos casos como grupo, para Lemmy y otras aplicaciones de grupos
follow-network = los casos de { $network }

# El canal común.
cases-title = Casos
cases-title-search = Casos sobre «{ $words }»
cases-description = Casos de ciudades de varias redes, para buscar y filtrar por tema, objetivo, lugar, red e idioma.
filters = Filtros
filters-on = Filtros en uso
filters-more = { $n } más
filters-show = Ver resultados
filters-clear = Quitar todos
filter-remove = Quitar filtro: { $filter }
filter-remove-short = Quitar
filter-words = «{ $words }»
filter-goal = Objetivo { $n }: { $label }
facet-topic = Tema
facet-sdg = Objetivo
facet-country = País
facet-city = Ciudad
facet-network = Red
facet-language = Idioma del caso
sort = Ordenar por
sort-newest = más recientes
sort-relevance = mejor coincidencia
results = Resultados
pages = Páginas
pages-first = Volver al principio
pages-next = Más casos
nothing-title = Ningún caso cumple todo esto
nothing-yet = Todavía no hay casos en este canal.
nothing-loosen = Pruebe con una condición menos:
nothing-without = Sin { $filter }
nothing-all = Ver todos los casos
nothing-words = La búsqueda mira el comienzo de las palabras, en todos los idiomas de los casos y sin tener en cuenta los acentos. Una buena palabra suele encontrar más que una frase.

# Un caso.
facts = De un vistazo
fact-city = { $n ->
    [one] Ciudad
   *[other] Ciudades
}
fact-years = Años
fact-status = Estado
fact-scale = Escala
fact-size = Población
fact-cost = Coste
fact-funding = Pagado con
fact-language = Idioma
fact-topics = Temas
years-since = desde { $start } hasta hoy
years-span = de { $start } a { $end }
years-from = a partir de { $start }
money-range = de { $min } a { $max } { $currency }
money-one = { $amount } { $currency }
money-from = al menos { $amount } { $currency }
money-to = hasta { $amount } { $currency }
case-in-language = En { $language }
gloss-human = Traducido por personas.
gloss-machine = Traducido por una máquina; vale el original.
indicators = Más cifras
indicator = Qué se midió
indicator-value = Valor
indicator-year = Año
awards = Premios
pictures = Imágenes
links = Enlaces y documentos
contacts = Contacto
related = Casos relacionados
read-original = Leer en su origen
origin = De dónde viene
origin-published = Publicado por { $network } el { $date }, revisión { $revision }.
origin-updated = Último cambio el { $date }.
origin-shown = Se muestra aquí porque este sitio sigue a { $network }.
origin-first = Publicado por primera vez en
origin-data = Este caso como datos (ActivityPub)
comments = Comentarios
comments-how = Para responder, pegue esta dirección en el buscador de su propio servidor del fediverso, por ejemplo Mastodon, y responda a lo que encuentre:
comments-none = Nadie ha comentado todavía.
comments-gone = Este comentario ya no está.
comments-answers = en respuesta a { $name }
comments-original = Original
comments-more = Aquí solo se muestran los primeros { $n } comentarios.
person-role = Función
person-city = Ciudad
person-languages = Idiomas
person-said = Escritos públicos
person-follow = Lo que { $name } escriba en público aparecerá en su cronología, sin necesidad de una cuenta aquí.

# Redes.
network-cases = Casos aquí
network-founded = Fundada en
network-website = Sitio web
network-instance = Publica en
network-tie = En este canal
network-tie-own = este sitio es suyo
network-tie-followed = este sitio la sigue
network-tie-shown = por medio de otra red
network-newest = Casos más recientes
network-none-title = Aquí todavía no hay casos de esta red
network-none = Cuando publique uno, aparecerá aquí.
network-description = { $network }: quiénes son y sus casos en este canal.

# Cuando algo no es como se esperaba.
missing-title = Esta página no existe
missing-text = Puede que haya un error en la dirección o que la página se haya movido. Quizá la búsqueda encuentre lo que desea.
gone-title = Este caso fue retirado
gone-text = { $network } lo publicó y lo retiró el { $date }. El motivo indicado:
gone-text-bare = Quien lo publicó lo retiró sin indicar el motivo.
broken-title = Algo ha fallado por nuestra parte
broken-text = No es culpa suya. Inténtelo de nuevo en un momento. Si vuelve a ocurrir, comunique este número a quien gestiona el sitio:
fault-id = Número de este fallo:
fault-cases = Ver todos los casos

# Filters that can be followed
feed-name = Casos de estudio: { $what }
feed-summary = Muestra cada caso de estudio sobre «{ $what }» en cuanto lo publica esta red o una de sus redes asociadas.
cases-follow = Nuevos casos como estos en su propia cronología:
cases-follow-how = Cómo seguir

# How a followed network's catalogue compared
network-compared = Al día
network-compared-equal = comparado el { $day }, no faltaba nada
network-compared-healed = comparado el { $day }, { $count ->
    [one] se actualizó un caso
   *[other] se actualizaron { $count } casos
 }
network-compared-failed = no se pudo comparar el { $day }; se intentará de nuevo

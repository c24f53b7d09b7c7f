# The site itself: its home, its own pages, its map, its styles.

# Masthead and foot.
nav-cities = Ciudades
nav-people = Personas
nav-site = Acerca de este sitio
nav-data = Datos abiertos
nav-source = Código fuente
imprint = Aviso legal
privacy = Privacidad
terms = Condiciones de uso
accessibility = Accesibilidad

# The network's own pages.
own-incomplete = Este texto viene con el programa y quien administra este sitio aún no lo ha completado: los lugares entre corchetes siguen abiertos. Su propio texto va en { $file }.

# The map.
map-title = Estudios de caso en el mapa
map-title-search = Casos sobre «{ $words }» en el mapa
map-description = Dónde están los estudios de caso: un mapa de ciudades y, al lado, las mismas ciudades en una lista.
map-regions = Partes del mundo
map-world = Mundo
map-drawing = Mapa de ciudades con estudios de caso; cada chincheta es un enlace
map-skip = Saltar el mapa, a la lista de ciudades
map-closer = Más cerca
map-out = Más lejos
map-about = Una chincheta es una ciudad y lleva a sus casos. Un anillo representa varias ciudades y acerca la vista. El contorno muestra solo la tierra, sin fronteras.
map-pin = { $city }, { $country }: { $cases }
map-cluster = { $cities }, { $cases }: { $names } …
map-cities = { $n ->
    [one] { $n } ciudad
   *[other] { $n } ciudades
}
map-list = { $n ->
    [one] { $n } ciudad en esta parte del mapa
   *[other] { $n } ciudades en esta parte del mapa
}
map-empty = Ninguna ciudad de esta búsqueda está aquí.
map-all = Mostrar las { $n } ciudades
map-elsewhere = { $n ->
    [one] { $n } ciudad más en otro lugar: ver todo el mundo
   *[other] { $n } ciudades más en otros lugares: ver todo el mundo
}

# Home.
home-empty-import = Importe sus propios estudios de caso, desde JSON Lines o una hoja de cálculo:
home-empty-follow = Siga la instancia de otra red; sus casos aparecen aquí en segundos:
home-empty-look = Dé a este sitio su nombre, su color y sus primeras palabras, en kontor.toml:

home-featured = Elegidos por la redacción
home-map = Por el mundo
home-map-open = Abrir el mapa
home-topics-all = Todos los temas y subtemas
home-goals-all = Los objetivos y sus metas
home-follow-more = Más formas de seguir, desde cualquier servidor

# The page of styles, for those who build pages.
style-title = Estilos
style-what = Todas las variables y componentes de este sitio, en todos sus estados.
style-type = Letra
style-pangram = El pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia y frío
style-colours = Colores
style-day = De día
style-night = De noche
style-least = Como mínimo
style-text = Texto
style-ground = Fondo
style-contrast = Contrastes, calculados
style-enough = suficiente
style-little = insuficiente
style-space = Espacios y esquinas
style-cards = Tarjetas
style-chips = Etiquetas, objetivos, temas
style-buttons = Botones y enlaces
style-button = Publicar
style-button-quiet = Ahora no
style-button-grave = Retirar el caso
style-button-off = No se puede pulsar
style-forms = Formularios
style-field = Título
style-field-help = Como máximo 300 caracteres. Diga qué se hizo y dónde.
style-field-wrong = Este título tiene 312 caracteres: sobran 12.
style-field-optional = (opcional)
style-field-off = No se puede cambiar
style-field-choice = Estado
style-field-text = Solución
style-field-check = Mostrar mi nombre en la página
style-field-one = Uno de estos
style-notices = Avisos
style-notice = El plazo de esta convocatoria termina dentro de tres días.
style-notice-good = Publicado. Los demás servidores lo reciben en segundos.
style-notice-bad = Dos campos necesitan otra mirada:
style-tables = Tablas
style-tabs = Pestañas y páginas
style-empty = Cuando no hay nada
style-facts = Datos
style-dialog = Una pregunta
style-dialog-title = ¿Retirar este caso?
style-dialog-text = Su página dirá que se retiró y por qué. Se avisa a los demás servidores.

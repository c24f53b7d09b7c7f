# Feeds and downloads.

# What a feed or a file is called; $search is what was searched for.
feed-title = { $network }: estudios de caso
feed-title-search = { $search } – { $network }
feed-description = Qué hicieron las ciudades y qué resultó. Estudios de caso de { $network } y de las redes que sigue.
# Who may be named, and under which licence: “Eurocities, Creative Commons Attribution 4.0”.
data-rights-case = { $network }, { $licence }
data-rights = Cada caso indica su licencia, su fuente y su dirección: consérvelas juntas. De los casos con todos los derechos reservados solo hay título, resumen y enlace.
data-dataset = Todos los estudios de caso publicados por { $network } y las redes que sigue: lugares, temas, Objetivos de Desarrollo Sostenible, actores, costes, resultados y lecciones.

# The first sheet of a workbook, and its labels.
data-sheet-about = Acerca de
data-sheet-cases = Casos
data-about-title = Título
data-about-source = Búsqueda
data-about-day = Obtenido el

# Files and ways to get them, by their names.
data-csv = Tabla (CSV)
data-xlsx = Libro de cálculo (XLSX)
data-geojson = Capa de mapa (GeoJSON)
data-jsonl = Todo (JSON Lines)
data-oai = Recolección para bibliotecas (OAI-PMH)
data-api = Interfaz de programación (JSON)
data-outbox = En directo, según se publica (ActivityPub)
data-set-own = Publicado por { $network }

# The page about open data.
data-heading = Para llevar
data-lead = Todo lo que aquí es público se puede descargar, seguir y reutilizar. No hace falta cuenta ni clave.
data-nav = Datos abiertos
data-all = Todos los casos en un archivo
data-csv-what = Una fila por caso, para hojas de cálculo y estadística. Se abre en cualquier programa.
data-xlsx-what = Las mismas filas para Excel y LibreOffice, con los números como números.
data-geojson-what = Un punto por cada ciudad de cada caso, para QGIS y mapas web.
data-jsonl-what = Un registro completo en cada línea: todas las secciones, traducciones, indicadores y fuentes.
data-search = Solo lo que ha buscado
data-search-how = Busque primero y ponga después la terminación del archivo detrás de «cases» en la dirección. Funciona con cualquier combinación de filtros:
data-search-link = Buscar en los casos
data-feeds = Mantenerse al día
data-feeds-how = Toda búsqueda es también un canal, para lectores de noticias, redacciones y otros sitios:
data-feeds-fediverse = En el fediverso, siga a la propia red o a cualquiera de sus temas, objetivos y lugares.
data-programs = Para programas
data-api-what = Búsqueda, facetas, casos, redes y vocabularios en JSON, descritos por un documento OpenAPI 3.1.
data-oai-what = Los seis verbos, Dublin Core y conjuntos para cada tema y objetivo. Los casos retirados se notifican para siempre.
data-dcat = Catálogo para portales de datos (DCAT-AP)
data-dcat-what = Un catálogo, un conjunto de datos y todas sus distribuciones, en JSON-LD y Turtle.
data-licences = Licencias
data-licences-how = Cuando use un caso, nombre su red, enlace su página e indique su licencia.
data-fair = Uso razonable
data-fair-how = { $n ->
    [one] Se responde a { $n } petición por minuto desde una misma dirección.
   *[other] Se responde a { $n } peticiones por minuto desde una misma dirección.
 } Las respuestas llevan un ETag: pregunte con If-None-Match y no se volverá a enviar lo que no ha cambiado.

# The page about the programming interface.
api-heading = Interfaz de programación
api-lead = Leer está abierto a todos, desde cualquier página web y cualquier programa. Las respuestas son JSON y las horas, UTC.
api-document = El documento OpenAPI 3.1
api-base = Todas las direcciones siguientes empiezan por { $address }.
api-parameters = Parámetros
api-name = Nombre
api-where = Dónde
api-meaning = Significado
api-answers = Respuestas
api-status = Estado
api-example = Ejemplo
api-in-path = en la ruta
api-in-query = en la consulta

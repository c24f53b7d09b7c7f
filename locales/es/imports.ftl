# Bringing cases in from a spreadsheet.
imports-title = Traer casos
imports-what = Desde una hoja de cálculo, en CSV o XLSX. Primero verá qué pasaría; nada se guarda como caso antes de que usted lo confirme.
imports-template = La plantilla tiene todas las columnas y algunos ejemplos:
imports-file = Archivo
imports-file-help = CSV o XLSX, como máximo { $most } MB y { $rows } filas.
imports-charset = Caracteres de un archivo CSV
imports-charset-auto = Detectar
imports-read = Leer el archivo
imports-own = Sus importaciones
imports-none = Todavía no ha traído nada.
imports-open = Sin terminar
imports-done = Incorporada
imports-undone = Deshecha
imports-until = Se guarda hasta el { $date }

# Columns and fields.
imports-columns = Qué es cada columna
imports-columns-what = Las columnas sin campo se omiten. El título es necesario.
imports-sheet = Hoja
imports-sheet-choose = Tomar esta hoja
imports-column = Columna
imports-examples = Ejemplos
imports-field = Campo
imports-leave-out = (omitir)
imports-rules = Cómo están escritos los valores
imports-list = Entre los elementos de una lista
imports-list-auto = Detectar
imports-list-bar = | (barra)
imports-list-semicolon = ; (punto y coma)
imports-list-comma = , (coma)
imports-list-line = Una línea nueva
imports-dates = Fechas como 03/04/2019
imports-dates-day = Primero el día
imports-dates-month = Primero el mes
imports-otherwise = Para las filas que no lo dicen
imports-network-help = Nombre corto de una red del directorio. Vacío: esta red.
imports-source = Nombre de esta fuente
imports-source-help = Por ejemplo «Hoja de Eurocities». La próxima vez las columnas se asignan solas.
imports-to-preview = Guardar y ver la vista previa

# What would happen.
imports-preview = Vista previa
imports-preview-what = Todavía no se ha guardado nada.
imports-filter = Filas
imports-all = Todas
imports-new = Nueva
imports-changes = Cambio
imports-same = Sin cambios
imports-duplicate = Probablemente ya está aquí
imports-refused = No se puede tomar
imports-line = Fila
imports-result = Qué pasa
imports-fields = Cambia: { $fields }
imports-of-case = Como el caso
imports-of-hidden = Como un caso que no es público:
imports-of-draft = Como el borrador
imports-of-row = Como la fila { $row }:
imports-lacks = Al borrador le faltará:
imports-place = Fila { $row }, columna { $column } «{ $name }»
imports-place-none = Fila { $row }, { $field }
imports-found = «{ $text }»
imports-errors = Descargar lo que no se puede tomar (CSV)
imports-choices = Qué pasa con las filas
imports-mode = Incorporarlas como
imports-mode-drafts = Borradores en la redacción, que usted completa
imports-mode-published = Casos publicados
imports-others = Filas que probablemente ya están aquí
imports-skip = Saltar
imports-update = Cambiar lo que hay aquí
imports-add = Incorporar de todos modos
imports-choice-of = Fila { $row }
imports-look-again = Guardar y mirar otra vez
imports-take-drafts = { $n ->
    [one] Crear { $n } borrador
   *[other] Crear { $n } borradores
}
imports-take-published = { $n ->
    [one] Publicar { $n } caso
   *[other] Publicar { $n } casos
}
imports-leave-flawed = { $n ->
    [one] Omitir la { $n } fila que no se puede tomar
   *[other] Omitir las { $n } filas que no se pueden tomar
}
imports-leave-what = O corrija el archivo y envíelo de nuevo.
imports-nothing-to-take = No se incorporaría ninguna fila.
imports-discard = Descartar esta importación
imports-earlier = Anteriores
imports-later = Siguientes

# What happened.
imports-result-title = Lo que entró
imports-drafted = Borrador
imports-published = Publicado
imports-revised = Cambiado
imports-count-drafted = { $n ->
    [one] { $n } borrador creado
   *[other] { $n } borradores creados
}
imports-count-published = { $n ->
    [one] { $n } caso publicado
   *[other] { $n } casos publicados
}
imports-count-revised = { $n ->
    [one] { $n } caso cambiado
   *[other] { $n } casos cambiados
}
imports-count-skipped = { $n ->
    [one] { $n } fila saltada
   *[other] { $n } filas saltadas
}
imports-count-refused = { $n ->
    [one] { $n } fila omitida
   *[other] { $n } filas omitidas
}
imports-undo = Deshacer todo
imports-undo-what = Los borradores desaparecen, los casos publicados se retiran y los cambiados vuelven a ser como eran. Solo mientras nadie haya trabajado en ninguno.
imports-undo-reason = Motivo, que todos pueden leer
imports-undo-usual = Se incorporó por error.

# Why something was not done.
imports-no-file = Elija un archivo.
imports-no-size = El archivo es más grande de lo que se admite.
imports-no-sheet = No es ni CSV ni XLSX.
imports-no-old = Este libro tiene un formato antiguo o una contraseña. Guárdelo como XLSX sin contraseña.
imports-no-broken = El archivo está dañado o incompleto.
imports-no-room = El archivo contiene más de lo que se admite de una vez.
imports-no-rows = El archivo tiene más de { $most } filas. Divídalo.
imports-no-columns = El archivo tiene más de { $most } columnas.
imports-no-cell = Fila { $row }, columna { $column }: el texto es demasiado largo.
imports-no-empty = No hay filas debajo de los nombres de las columnas.
imports-no-more = Hay varias importaciones sin terminar. Termine una o descártela.
imports-no-moved = Algo ha cambiado desde la vista previa. Mírela otra vez.
imports-no-flawed = Algunas filas no se pueden tomar. Indique que se omitan o corrija el archivo.
imports-no-done = Esta importación está terminada.
imports-no-twice = Dos columnas corresponden a «{ $field }».
imports-no-title = Ninguna columna corresponde al título.
imports-no-edited = Alguien ha trabajado en «{ $title }» desde entonces. No se ha deshecho nada.
lack-no-date = no es una fecha como 2019, 2019-05 o 2019-05-17
lack-no-place = nombra una ciudad que no está en el registro; indique latitud y longitud
lack-no-place-further = nombra una ciudad que no está en el registro; añada latitud y longitud, por ejemplo: Ghent (BE); 51.05; 3.72

# Fields, as columns are named.
column-title = Título
column-subtitle = Subtítulo
column-summary = Resumen
column-language = Idioma
column-city = Ciudad
column-country = País
column-lat = Latitud
column-lon = Longitud
column-geonameid = Número de GeoNames
column-more-cities = Otras ciudades
column-start = Inicio
column-end = Fin
column-status = Estado
column-scale = Escala
column-topics = Temas
column-sdgs = Objetivos de Desarrollo Sostenible
column-sdg-targets = Metas de los objetivos
column-actors = Actores
column-funding-sources = Fuentes de dinero
column-cost-band = Orden de coste
column-amount-min = Coste, desde
column-amount-max = Coste, hasta
column-currency = Moneda
column-funding-note = Nota sobre el coste
column-awards = Premios
column-links = Enlaces
column-image-url = Dirección de una imagen
column-image-alt = Descripción de la imagen
column-image-credit = Crédito de la imagen
column-licence = Licencia
column-source-network = Red de la que procede
column-source-url = Dirección del original
column-contact-email = Correo electrónico de un contacto
column-id = Identificador
column-published = Primera publicación
column-updated = Último cambio

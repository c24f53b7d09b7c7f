# The form of a case where scripts run, the marks of texts, translations, and who reviews.

script-search = Buscar entre las opciones
script-chosen = Elegido
script-all = Todas las opciones
script-remove = quitar
script-none = No se ha encontrado nada.
script-hits = Opciones encontradas: { $n }
script-saved = Guardado a las { $time }.
script-unsaved = No se ha guardado:
script-away = no se puede contactar con el servidor. Se vuelve a intentar solo.
script-kept = Su texto se conserva en este navegador.
script-unkept = Este navegador tampoco conserva nada. Copie su texto antes de salir.
script-out = su sesión ha terminado.
script-enter = Entrar de nuevo
script-clash = Guardado. Otra persona cambió un campo al mismo tiempo; se conservan los dos textos.
script-decide = Elegir uno
script-found = Este navegador conserva un texto del { $time } que no se guardó.
script-back = Recuperarlo
script-drop = Descartarlo
script-look = Ver cómo queda
script-looks = Así queda
marks-title = Cómo dar formato a un texto
marks-type = Usted escribe
marks-get = Se lee
marks-bold = negrita
marks-italic = cursiva
marks-item = un elemento
marks-link = un enlace
marks-heading = Título
marks-quote = una cita
marks-lines = Una línea vacía empieza un párrafo nuevo.
write-save-look = Guardar y ver cómo queda
place-added = Se ha añadido { $city }.
place-search-help = Empiece por el nombre. Puede seguir un país o un estado: Córdoba, España.
translate-title = Traducciones
translate-what = Traduzca título, resumen y texto junto al original. Lo que cambie después en el original queda marcado aquí.
translate-into = Traducción: { $language }
translate-add = Traducir a
translate-begin = Empezar
translate-original = Original
translate-gone = El original ya no dice nada aquí.
translate-here = Traducción
translate-changed = El original ha cambiado desde esta traducción.
translate-checked = Lo he comprobado: la traducción sigue siendo correcta
translate-machine = Hecha por una máquina
translate-nothing = Todavía no hay nada que traducir. Escriba primero el original.
translate-outdated = El original cambió el { $date }, después de esta traducción.
desk-assign-to = Dárselo a
desk-assign = Asignar
told-assigned = { $who } le pide que revise «{ $title }».
translate-missing = { $n ->
    [one] falta { $n } campo
   *[other] faltan { $n } campos
}
translate-stale = { $n ->
    [one] { $n } campo desactualizado
   *[other] { $n } campos desactualizados
}

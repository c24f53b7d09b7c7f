# Accounts, log-in, profiles of one's own.

# In the masthead.
me-nav = Su cuenta
me-in = Iniciar sesión
me-out = Cerrar sesión
me-write = Escribir
me-desk = Redacción

# Signing in, and choosing a password.
login-title = Iniciar sesión
account-email = Correo electrónico
account-password = Contraseña
login-cookie = Al iniciar sesión se guarda una sola cookie, que mantiene la sesión abierta y nada más.
login-wrong = Esta dirección y esta contraseña no se corresponden.
login-waiting = Su cuenta aún espera la aprobación. Recibirá un correo cuando se apruebe.
login-password-set = Su contraseña está guardada. Ya puede iniciar sesión con ella.
password-title = Elija una contraseña
password-for = Para la cuenta de { $name }.
password-new = Contraseña nueva
password-help = Al menos { $n } caracteres. Una frase corta es una buena contraseña.
password-set = Guardar la contraseña
password-short = Esta contraseña es demasiado corta: necesita al menos { $n } caracteres.
password-long = Esta contraseña es demasiado larga.
password-guessable = Esta contraseña es demasiado fácil de adivinar. Elija otra.
key-over = Este enlace ya se ha usado o ha caducado. Pida uno nuevo.

# One's own account.
account-title = Su cuenta
account-role = Función
account-since = Aquí desde
account-page = Su página pública
account-role-citymaker = Hacedor de ciudad
account-role-contributor = Colaborador
account-role-reviewer = Revisor
account-role-editor = Editor
account-role-network-admin = Administrador de la red
account-role-instance-admin = Administrador de la instancia
sessions-title = Dónde ha iniciado sesión
sessions-this = este navegador
sessions-times = Sesión iniciada el { $began }, último uso el { $used }
sessions-unknown = Un navegador que no dice su nombre
sessions-end = Cerrar esa sesión
sessions-end-others = Cerrar todas las demás sesiones
sessions-ended = La sesión se ha cerrado allí.
suspended-title = Su cuenta está suspendida
suspended-text = Quien gestiona este sitio da este motivo:

# What is not done.
again-title = Envíe esto otra vez
again-nothing = Su sesión terminó o cambió entretanto. No se ha cambiado nada.
again-on = Continuar
again-out = Su sesión ha terminado. Lo que escribió sigue en esta página: inicie sesión con el enlace, en otra ventana, vuelva aquí y envíelo.
again-in = Su sesión ha cambiado desde que abrió el formulario. Lo que escribió sigue en esta página; aún no se ha cambiado nada.
again-send = Enviar otra vez
lacking-title = Esto no está abierto para usted
lacking-text = Hace falta esta función u otra que pueda más: { $role }. Las funciones las da quien gestiona este sitio.
elsewhere-title = No se ha cambiado nada
elsewhere-text = Este formulario no venía de una página de este sitio, o era de una sesión anterior. Abra la página aquí y envíelo desde ella.
no-form-text = Esta dirección admite el formulario de su página y nada más.
large-title = Es demasiado de una vez
large-text = No se ha cambiado nada. Vuelva atrás: su texto sigue en el formulario. Acórtelo, por favor.
often-title = Demasiados intentos
often-text = { $n ->
    [one] Espere un minuto e inténtelo de nuevo.
   *[other] Espere { $n } minutos e inténtelo de nuevo.
}

# Registering.
login-forgotten = ¿Olvidó la contraseña?
login-register = ¿Aún no tiene cuenta? Cree una
account-no-email = Eso no es una dirección de correo. Tiene la forma nombre@example.org.
account-flaws = Corrija lo siguiente
register-title = Crear una cuenta
register-what = Con una cuenta puede escribir casos, comentar y ponerse en contacto con otras personas. Para leer no hace falta.
register-approved = Quien gestiona este sitio admite a las personas nuevas una por una.
register-email-help = Enviaremos allí un enlace. La dirección nunca se muestra a otras personas.
register-go = Enviar el enlace
register-have = Ya tengo una cuenta
register-closed = Aquí las cuentas se dan por invitación. Quien gestiona este sitio puede invitarle.
sent-title = Mire su buzón
sent-where = Si en unos minutos no llega nada, mire en el correo no deseado y compruebe la dirección.
register-sent = Un correo va camino de { $email }. Su enlace sirve durante un día.
register-waiting-title = Su cuenta espera la aprobación
register-waiting = Se ha avisado a quien gestiona este sitio. Recibirá un correo cuando pueda iniciar sesión.
finish-for = Su dirección { $email } está confirmada. Faltan tres cosas.
finish-name = Su nombre
finish-name-help = Así lo leerán los demás. Se puede cambiar.
finish-handle = Su identificador
finish-handle-help = Minúsculas, cifras, puntos, guiones y guiones bajos. En todo el fediverso será @identificador@{ $host }. No cambia.
finish-terms = Acepto las { $terms }.
finish-go = Crear la cuenta
flaw-name = Un nombre tiene de 1 a 100 caracteres.
flaw-handle = Este identificador no sirve: admite minúsculas, cifras, puntos, guiones y guiones bajos.
flaw-handle-taken = Este identificador ya está ocupado. Elija otro.
flaw-terms = La cuenta requiere que acepte las condiciones.
forgotten-title = Una contraseña nueva
forgotten-what = Enviaremos a su dirección un enlace para elegir una nueva.
forgotten-go = Enviar el enlace
forgotten-sent = Si { $email } tiene una cuenta aquí, le llegará un correo. Su enlace sirve durante un día.

# Letters.
mail-foot = Este correo lo envía { $site }.
mail-once-a-day = El enlace sirve una vez, durante un día.
mail-not-you = Si no lo pidió usted, no haga nada: no ocurrirá nada.
mail-register-subject = Su cuenta en { $site }
mail-register-text = Alguien ha pedido una cuenta en { $site } con esta dirección. Si fue usted, continúe aquí.
mail-register-link = Crear la cuenta
mail-known-subject = Ya tiene una cuenta en { $site }
mail-known-text = Alguien ha pedido una cuenta en { $site } con esta dirección. Usted ya tiene una.
mail-known-after = Si olvidó la contraseña, la página de inicio de sesión le ayuda.
mail-password-subject = Una contraseña nueva para { $site }
mail-password-text = { $name }, alguien ha pedido una contraseña nueva para su cuenta en { $site }. Elíjala aquí.
mail-invite-subject = Le invitan a { $site }
mail-invite-text = Le invitan a tener una cuenta en { $site }, donde las redes de ciudades publican lo que funciona en las ciudades.
mail-invite-after = El enlace sirve una vez, durante dos semanas.
mail-waiting-subject = { $name } espera la aprobación
mail-waiting-text = { $name } ({ $email }) ha creado una cuenta en { $site } y espera que se la aprueben.
mail-approved-subject = Le damos la bienvenida a { $site }
mail-approved-text = { $name }, su cuenta en { $site } está aprobada. Ya puede iniciar sesión.
accounts-title = Cuentas

# Those who govern decide on accounts.
accounts-all = Todas: { $n }
accounts-waiting = En espera: { $n }
accounts-active = Activas: { $n }
accounts-suspended = Suspendidas: { $n }
accounts-since = aquí desde el { $day }
accounts-seen = último acceso el { $day }
accounts-is-suspended = Suspendida:
accounts-approve = Admitir
accounts-decline = No admitir
accounts-restore = Restablecer
accounts-decide = Decidir
accounts-role = Dar esta función
accounts-reason = Motivo; la persona lo lee
accounts-suspend = Suspender
accounts-next = Más cuentas
accounts-done = Hecho, para { $name }.
accounts-no-reason = Una suspensión requiere un motivo de 1000 caracteres como máximo. No se ha cambiado nada.
accounts-not-now = No se pudo hacer: alguien ya decidió, el identificador está ocupado o es el último administrador de la instancia. Abajo se ve cómo está ahora.

# One's profile, in three steps.
account-profile = Editar su perfil
profile-title = Su perfil
profile-public = Todo esto es público, salvo cómo se le puede contactar. Cada paso puede quedar vacío.
profile-who = Quién soy
profile-what = Qué sé
profile-how = Cómo contactarme
profile-no-role = Sin función
profile-network = Red
profile-summary = Sobre mí
profile-summary-help = Unas frases, 2000 caracteres como máximo.
profile-topics-help = Elija hasta 20.
profile-more = Más detalle
profile-contactable = Otras personas pueden escribirme. Mi dirección queda oculta.
profile-discoverable = Mostrarme entre las personas de esta red y sugerirme en otros sitios.
profile-indexable = Lo que escribo en público puede encontrarse al buscar.
profile-mail-language = Idioma de los correos que recibo
profile-next = Guardar y seguir
profile-save = Guardar
profile-later = Más tarde
profile-saved = Su perfil está guardado. Quienes le siguen en otros sitios lo verán en un momento.
profile-flaw-who = No se pudo guardar: el nombre tiene de 1 a 100 caracteres, la ciudad y la red 120 como máximo, el texto 2000.
profile-flaw-what = No se pudo guardar: elija 20 temas y 20 idiomas como máximo.

# Password, address, one-time codes.
security-title = Contraseña y seguridad
security-password-what = Con otra contraseña se cierran todas las demás sesiones.
security-password-done = Su contraseña ha cambiado. Las demás sesiones están cerradas.
security-old = Su contraseña actual
security-wrong = Esa no es su contraseña actual. No se ha cambiado nada.
email-what = Los correos van a { $email }. Otra dirección vale cuando ambas hayan aceptado.
email-new = Dirección nueva
email-go = Preguntar a ambas direcciones
email-sent = Su dirección actual y { $email } reciben un correo cada una. Abra el enlace de ambos.
email-confirm-title = Otra dirección para su cuenta
email-confirm-what = A partir de ahora los correos irán a { $email }.
email-half = Gracias. La otra dirección también debe aceptar: su correo lleva otro enlace.
email-done = Los correos van ahora a { $email }. Inicie sesión desde ahora con esta dirección.
mail-address-subject = Otra dirección para su cuenta en { $site }
mail-address-text = { $name }, los correos de su cuenta en { $site } irán a { $email }. Si lo desea, confírmelo aquí.
mail-address-link = Usar esta dirección
mail-address-after = Ambas direcciones deben aceptar en un plazo de tres días.
codes-title = Códigos de un solo uso
codes-what = Una aplicación en su teléfono muestra un código que se pide además de la contraseña. Quien solo tenga su contraseña no puede entrar.
codes-on = Usar códigos de un solo uso
codes-how = Introduzca esta clave en una aplicación de códigos (seis cifras, cada 30 segundos) y escriba el código que muestre.
codes-app = En un teléfono: abrir en la aplicación
codes-code = Código
codes-confirm = Confirmar
codes-wrong = Este código no es correcto o ya se usó. Cada 30 segundos aparece uno nuevo.
codes-on-done = Los códigos de un solo uso están activados
codes-recovery = Guarde estos códigos de recuperación en lugar seguro: cada uno sustituye una vez a la aplicación si la pierde. Solo se muestran ahora.
codes-are-on = Los códigos de un solo uso están activados.
codes-left = { $n ->
    [0] No queda ningún código de recuperación.
    [one] Queda un código de recuperación.
   *[other] Quedan { $n } códigos de recuperación.
}
codes-off = Dejar de usar códigos
codes-off-done = Ya no se piden códigos de un solo uso.
code-title = Un paso más
code-help = De su aplicación de códigos, o uno de sus códigos de recuperación.
code-over = Ha pasado demasiado tiempo. Empiece de nuevo.

# Answering, taking along, leaving.
appeal-title = Su respuesta
appeal-what = Si lo ve de otro modo, dígalo aquí. Lo lee quien gestiona este sitio.
appeal-send = Enviar la respuesta
appeal-sent = Su respuesta del { $day } ha llegado. Una nueva la sustituye.
appeal-flaw = Una respuesta tiene de 1 a 4000 caracteres.
leave-title = Llevarse todo o marcharse
export-title = Llevarse todo
export-what = Un archivo de su cuenta: perfil, lo que publicó en ActivityPub y los mensajes que recibió.
export-go = Descargar el archivo
leave-end = Marcharse para siempre
leave-what = Se borran su dirección, su perfil y sus sesiones, y se avisa a otros servidores de que { $handle } ya no existe. Los casos publicados quedan en su red. No se puede deshacer, y el identificador no se vuelve a dar.
leave-go = Borrar mi cuenta
leave-stay = Quedarse
leave-last = Usted es el último administrador de la instancia. Nombre antes a otro.

mails-title = Correo
mails-what = Lo que este sitio escribió a personas, lo más reciente primero.
mails-filed = No hay servidor de correo configurado: los correos no se envían. Se guardan como archivos en el servidor y pueden leerse aquí.
mails-none = Aún no hay nada.
mails-all = Todos
mails-read = Leer
mails-retry = Enviar de nuevo
mails-drop = No enviar
mails-done-retry = Se envía de nuevo.
mails-done-drop = No se envía.
mails-not-now = No fue posible: mientras tanto se envió o se descartó. Abajo está el estado actual.
mails-more = Correos anteriores
mails-tries = { $n ->
    [one] un intento
   *[other] { $n } intentos
}
mail-state-waiting = En espera
mail-state-handing = En camino
mail-state-sent = Enviado
mail-state-filed = Guardado como archivo
mail-state-bounced = Devuelto
mail-state-unsure = No se sabe si llegó
mail-state-given-up = Abandonado
mail-state-dropped = No enviado

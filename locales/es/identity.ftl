# Iniciar sesión con la organización, y cuentas que se mudan.

# El proveedor de la organización.
org-label = su organización
org-button = Iniciar sesión con { $label }
org-title = Iniciar sesión con { $label }
org-what = Conecte esta cuenta y podrá iniciar sesión también con { $label }.
org-connect = Conectar
org-connected = Conectada. A partir de ahora puede iniciar sesión así.
org-is-connected = Esta cuenta está conectada: puede iniciar sesión con { $label }.
org-is-connected-as = Esta cuenta está conectada con { $email }: puede iniciar sesión con { $label }.
org-disconnect = Desconectar
org-disconnected = Desconectada. A partir de ahora inicia sesión con su contraseña.
org-last = Es la única forma que tiene de iniciar sesión. Elija primero una contraseña.
org-no-password = Aquí no tiene contraseña. Para elegir una, pida que se envíe un enlace a su dirección.
org-password-go = Elegir una contraseña
org-finish = { $label } confirma su dirección { $email }. Quedan tres cosas.
org-silent = No se puede contactar con { $label } en este momento. Vuelva a intentarlo dentro de unos minutos o inicie sesión con una contraseña.
org-over = Este inicio de sesión ha tardado demasiado o se empezó en otro navegador. No ha cambiado nada. Empiece de nuevo.
org-denied = No se inició su sesión en { $label }. No ha cambiado nada.
org-untrusted = La respuesta de { $label } no es válida, así que no se ha iniciado ninguna sesión. Avise a quien gestiona este sitio.
org-no-email = { $label } no dice qué dirección de correo confirmada es la suya, así que no se puede crear una cuenta de este modo. Si tiene una cuenta aquí, inicie sesión con su contraseña y conéctela en «Contraseña y seguridad».
org-domain = Las direcciones de este dominio no obtienen una cuenta aquí.
org-known = Aquí hay una cuenta con la dirección { $email }. Inicie sesión con su contraseña y conéctela con { $label } en «Contraseña y seguridad».
org-closed = No tiene cuenta aquí y de este modo no se crea ninguna. Si le han invitado, use el enlace de su invitación.
org-other = Este inicio de sesión en { $label } pertenece a otra cuenta de aquí, o su cuenta está conectada con otra de allí.

# Los códigos de un solo uso como imagen.
codes-qr = Código QR para la aplicación, con la misma clave que figura debajo
codes-key = O escriba esta clave:

# Mudarse.
move-title = Mudarse a otro servidor o desde otro
move-in = De otro servidor a este
move-in-what = Indique aquí su cuenta antigua. Después inicie la mudanza allí: quienes le siguen allí le seguirán aquí.
move-address = Dirección de la cuenta
move-address-help = Por ejemplo, @nombre@example.org
move-add = Añadir
move-added = Añadida. Ya puede iniciar la mudanza allí.
move-remove = Quitar
move-removed = Quitada.
move-out = De este servidor a otro
move-out-what = Cree primero la cuenta nueva e indique allí { $handle } como la antigua. Entonces se avisa a quienes le siguen aquí y le siguen allí si su servidor lo permite. Sus casos y comentarios se quedan aquí, y usted puede seguir iniciando sesión.
move-go = Llevarme a mis seguidores
move-done = Se está avisando a sus seguidores.
move-is = Se mudó a { $address }. Su página pública lo dice.
move-undo = Dejar de indicarlo
move-undone = Su página pública ya no dice que se mudó. Quienes le siguieron allí se quedan allí.
move-no-account = No se ha encontrado ninguna cuenta en esta dirección.
move-silent = El servidor de esta dirección no responde en este momento.
move-here = Esta cuenta ya está en este servidor.
move-not-named = La cuenta nueva todavía no indica { $handle } como antigua. Añádala allí y vuelva a intentarlo.
move-onward = Esa cuenta también se ha mudado a otro lugar.
move-soon = Se mudó hace poco. Podrá volver a mudarse a partir del { $day }.
move-many = Se pueden indicar como máximo 20 cuentas antiguas.
person-moved = { $name } se ha mudado a { $address }.

# Writing to people, messages, and comments by people of this site.

# The first message.
contact-write = Escribir a { $name }
contact-about = Sobre
contact-what = Este sitio transmite su mensaje. Ninguna de las dos personas ve la dirección de correo de la otra.
contact-private = Es privado, pero no está cifrado de extremo a extremo. Además de ustedes dos, solo podría leerlo quien administra este sitio. La moderación ve un mensaje solo si alguien lo denuncia.
contact-name = Su nombre
contact-email-help = Enviamos un enlace a esta dirección para comprobar que es suya. No se muestra a nadie.
contact-subject = Asunto
contact-text = Su mensaje
contact-text-help = Texto sin formato, { $n } caracteres como máximo.
contact-send = Enviar
contact-account = Con una cuenta, su mensaje sale enseguida y la respuesta se lee aquí.
contact-no-subject = Indique un asunto de { $n } caracteres como máximo.
contact-no-text = Escriba un mensaje de { $n } caracteres como máximo.
contact-too-often = No se puede enviar más en un día. Su texto sigue en esta página y no se ha enviado. Inténtelo de nuevo mañana.
contact-sent-title = Un paso más
contact-sent = Hemos enviado un enlace a { $email }. Su mensaje saldrá cuando lo abra y lo confirme.
contact-confirm-title = Enviar su mensaje
contact-confirm-what = Su mensaje está listo. Saldrá cuando pulse el botón.
contact-confirm-go = Confirmar y enviar
contact-done-title = Su mensaje está en camino
contact-done = Recibirá una copia por correo, con un enlace a esta conversación para leer la respuesta y contestar.
contact-full = Hoy han escrito demasiadas personas. No se ha perdido nada: el enlace de su correo volverá a funcionar mañana.
contact-closed = Aquí ya no se aceptan mensajes. No se ha enviado nada.
contact-nobody = Alguien que ya no está

# One’s own messages.
messages-title = Mensajes
messages-none = No hay mensajes. Cuando alguien le escriba, lo encontrará aquí y recibirá un correo.
messages-new = nuevo
messages-more = Mensajes anteriores
messages-reach = Cómo pueden contactarle
messages-with = Con
messages-you = Usted
messages-reader = una persona sin cuenta
messages-gone = Quien escribió este mensaje lo ha eliminado.
messages-answer = Su respuesta
messages-answer-go = Enviar respuesta
messages-elsewhere = Su respuesta va a otro servidor, y quien lo administra también podría leerla.
messages-closed = Ya no se puede contactar con nadie aquí.
messages-sent = Su mensaje se ha enviado.
messages-end = ¿Ha terminado?
messages-delete = Eliminar esta conversación
messages-delete-what = Al eliminarla desaparece de sus mensajes. La otra parte conserva lo que tiene.
messages-deleted = La conversación se ha eliminado.
messages-block = Bloquear a este remitente
messages-block-what = Los mensajes de quien usted bloquea no le llegan. El remitente no se entera.
messages-blocked-now = Ha bloqueado a este remitente.
messages-blocked-title = Remitentes bloqueados
messages-blocked-none = No ha bloqueado a nadie.
messages-unblock = Desbloquear
messages-report = Denunciar
messages-report-what = La moderación ve este mensaje y quién lo escribió, y nada más de la conversación.
messages-reason = ¿Qué tiene de malo?
messages-report-go = Denunciar este mensaje
messages-reported = La moderación revisará el mensaje que ha denunciado.
messages-report-once = Puede denunciar un mensaje de esta conversación.
messages-reported-once = Ha denunciado un mensaje de esta conversación a la moderación.
thread-keep = No comparta el enlace de esta página: quien lo tenga puede leer y responder.
thread-end-what = Al eliminar, dejan de funcionar todos los enlaces a esta conversación y se olvida su dirección. La otra parte conserva lo que usted escribió.
thread-ended-title = La conversación ha terminado
thread-ended = Se han olvidado su dirección y los enlaces a esta conversación.
thread-over-title = Aquí no hay nada que leer
thread-over = Este enlace ha caducado o la conversación ha terminado.

# Their mails.
mail-contact-confirm-subject = { $site }: confirme su mensaje
mail-contact-confirm-text = Alguien, probablemente usted, ha escrito un mensaje a { $name } en { $site } y ha dado esta dirección. El mensaje saldrá cuando lo confirme.
mail-contact-confirm-after = El enlace funciona durante tres días. Si no ha sido usted, no haga nada: no se enviará nada.
mail-contact-subject = { $name } le ha escrito: { $subject }
mail-contact-subject-none = { $name } le ha escrito
mail-contact-text = { $name } le ha escrito a través de { $site }:
mail-contact-answer-text = { $name } le ha respondido a través de { $site }:
mail-contact-link = Leer y responder
mail-contact-how = Para responder, abra el enlace. No responda a este correo: nadie lo lee. Su dirección no se ha mostrado a nadie.
mail-contact-how-mail = Para responder, abra el enlace o simplemente responda a este correo. Su dirección no se muestra a nadie; los archivos adjuntos no se transmiten.
mail-contact-copy-subject = Su mensaje a { $name }: { $subject }
mail-contact-copy-text = Esta es su copia del mensaje que ha escrito a { $name } a través de { $site }:
mail-contact-copy-after = El enlace lleva a esta conversación. No lo comparta. Le escribiremos cuando haya respuesta.

# Comments by people of this site.
remark-title = Escribir un comentario
remark-text = Su comentario
remark-help = { $n } caracteres como máximo. Cualquiera puede leerlo, y también llega a otros servidores.
remark-before = La redacción lo revisa antes de mostrarlo.
remark-language = Idioma del comentario
remark-send = Enviar comentario
remark-sign-in = Inicie sesión para comentar aquí
remark-answer = Responder
remark-answer-to = Responder a { $name }
remark-edit = Editar
remark-own = Su comentario
remark-save = Guardar
remark-delete = Eliminar el comentario
remark-delete-what = Desaparece de aquí y se pide a otros servidores que lo eliminen.
remark-waits = Gracias. La redacción revisa su comentario antes de mostrarlo.
remark-hidden = La redacción ha retirado este comentario.
remark-no-text = Escriba un comentario de { $n } caracteres como máximo.
remark-closed = Aquello a lo que responde ya no está aquí.

# Mail that comes back, and answers by mail.
mail-returns-title = El correo enviado a su dirección se devuelve
mail-returns-text = Los servidores de correo rechazaron lo que le enviamos, así que solo le enviamos lo que usted pida. Sus avisos y mensajes están aquí, en el sitio. Indique otra dirección: basta con confirmar la nueva.
mail-returns-link = Indicar otra dirección
mail-test-subject = { $site }: el correo llega
mail-test-text = Este correo muestra que { $site } puede escribirle. No tiene que hacer nada.
mail-answer-refused = { $site }: su respuesta no se entregó
mail-answer-refused-text = Usted respondió a un mensaje por correo y no pudimos entregar su respuesta a través de { $site }.
mail-answer-closed = La conversación ha terminado o el correo al que respondió es demasiado antiguo. Si tiene una cuenta, encontrará sus mensajes en el sitio.
mail-answer-empty = No contenía ningún texto suyo.
mail-answer-long = Era demasiado larga: como máximo 5000 caracteres, y 20 MB con archivos.
mail-answer-often = Hoy hubo demasiadas respuestas. Inténtelo de nuevo mañana.
mail-answer-files = { $n ->
    [one] (Se ha omitido un archivo)
   *[other] (Se han omitido { $n } archivos)
}

correct-link = Pedir una corrección
correct-title = Pedir una corrección
correct-what = Escriba a la redacción de este sitio sobre este caso. No necesita cuenta y nada se publica.
correct-origin = Este caso viene de { $host }. La redacción de aquí puede retirarlo de este sitio; el texto se cambia allí.
correct-kind = ¿De qué se trata?
correct-choose = Elija
correct-about-person = Se me nombra o muestra aquí y quiero que se cambie o se quite
correct-about-fact = Algo es incorrecto o está desactualizado
correct-about-rights = Se usa un texto o una imagen sin permiso
correct-about-other = Otra cosa
correct-text = ¿Qué debería cambiarse y por qué?
correct-contact = Cómo puede contactarle la redacción
correct-contact-help = Una dirección de correo, si quiere respuesta. Solo la ve la redacción.
correct-send = Enviar a la redacción
correct-thanks = Gracias
correct-thanks-what = La redacción ya está avisada.
correct-back = Volver al caso
correct-flaw-about = Diga de qué se trata.
correct-flaw-text = Diga qué debería cambiarse, en un máximo de 4000 caracteres.
correct-flaw-contact = El contacto tiene como máximo 200 caracteres.
correct-flaw-full = Hoy llegaron demasiadas. Inténtelo mañana o escriba a la dirección del aviso legal.

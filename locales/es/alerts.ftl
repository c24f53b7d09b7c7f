# What people are told of: saved searches, digests by mail, notices.

# Notices on the site.
me-notices = Avisos
notices-title = Avisos
notices-unread = Sin leer:
notices-none = No hay nada nuevo. Lo que le concierne aparecerá aquí.
notices-read = Marcar como leído
notices-read-all = Marcar todo como leído
notices-cut = Los avisos más antiguos no se muestran.
notices-mail-title = Por correo electrónico
notices-mail-what = Lo que todavía no ha leído aquí se le envía por correo. Las búsquedas guardadas y los mensajes tienen sus propios correos.
notices-mail-instant = Pronto, como mucho una vez por hora
notices-mail-never = Nunca
notices-mail-subject = { $n ->
    [one] Hay una novedad para usted en { $site }
   *[other] Hay { $n } novedades para usted en { $site }
}
notices-mail-text = { $n ->
    [one] En { $site } hay una novedad para usted:
   *[other] En { $site } hay { $n } novedades para usted:
}
notices-mail-why = Recibe este correo porque tiene una cuenta en { $site } y todavía no lo ha leído allí.
notices-mail-change = Elegir con qué frecuencia recibe estos correos:
notices-end-ask = ¿Ya no quiere recibir correos sobre sus avisos en { $site }?
notices-end-done = Ya no recibirá correos sobre sus avisos en { $site }. Le siguen esperando en el sitio.
told-alert = { $n ->
    [one] Un caso nuevo en su búsqueda «{ $name }»
   *[other] { $n } casos nuevos en su búsqueda «{ $name }»
}
told-submitted = { $who } ha enviado «{ $title }» a revisión.
told-in-review = «{ $title }» está en revisión.
told-changes-requested = Se piden cambios en «{ $title }».
told-approved = «{ $title }» está aprobado y espera su publicación.
told-published = «{ $title }» está publicado.
told-rejected = «{ $title }» no ha sido aceptado.
told-withdrawn = «{ $title }» ha sido retirado.
told-noted = Hay una nota nueva sobre «{ $title }».
told-answered = { $who } ha respondido a una nota sobre «{ $title }».
told-comment = { $who } ha comentado «{ $title }».
told-reply = { $who } le ha respondido en «{ $title }».
told-mention = { $who } le ha mencionado en «{ $title }».
told-message = { $who } le ha escrito.
told-follower = { $who } le sigue.
told-reported = Alguien pide una corrección de «{ $title }».
told-old = Hay casos publicados que nadie revisó en 24 meses. Compruebe si siguen vigentes.
told-mail-returns = El correo enviado a su dirección se devuelve. Indique otra, por favor.
told-times = ({ $n } veces)

# Saved searches.
alerts-title = Búsquedas guardadas
alerts-tell-me = Avísenme de los nuevos
alerts-what = Recibirá un aviso cuando se publique un caso nuevo que esta búsqueda encuentre. Los casos anteriores y las revisiones posteriores no cuentan.
alerts-when = Los correos diarios y semanales salen a las { $hour }:00 UTC, los semanales los lunes, y solo si hay algo nuevo.
alerts-name = Nombre de la búsqueda
alerts-rhythm = Con qué frecuencia
rhythm-instant = Enseguida
rhythm-daily = Una vez al día
rhythm-weekly = Una vez a la semana
alerts-ways = Cómo se le avisa
alerts-mail = Por correo electrónico
alerts-site = Con un aviso en este sitio
alerts-silent = No se le avisa; el canal funciona.
alerts-save = Guardar la búsqueda
alerts-saved = La búsqueda está guardada. Se le avisará de lo nuevo.
alerts-changed = Cambiado.
alerts-ended = La búsqueda ya no está guardada.
alerts-none = Todavía no ha guardado ninguna búsqueda. Busque casos y elija «Avísenme de los nuevos».
alerts-change = Cambiar
alerts-end = Terminar
alerts-feed = Canal privado
alerts-feed-what = Para su lector de canales. Quien conozca esta dirección puede leer el canal; una dirección nueva anula la anterior.
alerts-feed-renew = Dirección nueva
alerts-feed-renewed = El canal tiene una dirección nueva. La anterior ya no funciona.
alerts-everything = Todos los casos
alerts-no-name = Dé un nombre a la búsqueda, por favor. No puede ser demasiado largo.
alerts-too-many = Ya ha guardado { $n } búsquedas. Termine antes una de ellas.
alerts-end-title = Terminar estos correos
alerts-end-ask = ¿Ya no quiere recibir correos sobre «{ $name }»?
alerts-end-done = Ya no recibirá correos sobre «{ $name }». La búsqueda sigue guardada en su cuenta.
alerts-end-over = Este enlace ya no termina nada. Los correos ya se terminaron o el enlace está incompleto.
alerts-end-go = Terminar los correos

# A digest of a topic, for any address.
digest-title = Correo semanal
digest-what = Casos nuevos sobre { $topic }, cada lunes, si los hay. No hace falta una cuenta, y cada correo lleva un enlace para terminarlo.
digest-go = Quiero el correo semanal
digest-sent = Hay un correo en camino a { $email }. El correo semanal empieza cuando lo acepte allí, en el plazo de una semana.
digest-back = Volver al tema
digest-confirm-subject = Correo semanal sobre { $topic }: confirme, por favor
digest-confirm-text = Alguien ha pedido a { $site } que envíe a esta dirección cada semana casos nuevos sobre { $topic }. Si ha sido usted, confírmelo, por favor.
digest-confirm-link = Sí, quiero el correo semanal
digest-confirm-ask = ¿Quiere recibir cada semana por correo casos nuevos sobre { $topic }?
digest-confirm-done = Cada lunes recibirá casos nuevos sobre { $topic }, si los hay.
digest-end-ask = ¿Ya no quiere recibir correos semanales sobre { $topic }?
digest-end-done = Ya no recibirá correos semanales sobre { $topic }. Su dirección se ha borrado.

# Letters.
alert-mail-subject-one = { $name }: { $title }
alert-mail-subject = { $n ->
    [one] { $name }: un caso nuevo
   *[other] { $name }: { $n } casos nuevos
}
alert-mail-text = { $n ->
    [one] Hay un caso nuevo en «{ $name }»:
   *[other] Hay { $n } casos nuevos en «{ $name }»:
}
alert-mail-link = Ver todos
alert-mail-why-instant = Recibe este correo porque guardó esta búsqueda en { $site } para enterarse enseguida.
alert-mail-why-daily = Recibe este correo porque guardó esta búsqueda en { $site } para enterarse una vez al día.
alert-mail-why-weekly = Recibe este correo porque guardó esta búsqueda en { $site } para enterarse una vez a la semana.
alert-mail-why-digest = Recibe este correo porque esta dirección aceptó un correo semanal de { $site } sobre { $name }.
alert-mail-change = Cambiar o terminar sus búsquedas guardadas:
alert-mail-end = No recibir más correos sobre esto:

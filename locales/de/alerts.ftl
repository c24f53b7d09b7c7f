# What people are told of: saved searches, digests by mail, notices.

# Notices on the site.
me-notices = Mitteilungen
notices-title = Mitteilungen
notices-unread = Ungelesen:
notices-none = Es gibt nichts Neues. Was Sie betrifft, steht dann hier.
notices-read = Als gelesen markieren
notices-read-all = Alle als gelesen markieren
notices-cut = Ältere Mitteilungen sind nicht aufgeführt.
notices-mail-title = Per E-Mail
notices-mail-what = Was Sie hier noch nicht gelesen haben, bekommen Sie per E-Mail. Gespeicherte Suchen und Nachrichten haben eigene Mails.
notices-mail-instant = Bald, höchstens einmal in der Stunde
notices-mail-never = Gar nicht
notices-mail-subject = { $n ->
    [one] Etwas Neues für Sie bei { $site }
   *[other] { $n } Neuigkeiten für Sie bei { $site }
}
notices-mail-text = { $n ->
    [one] Bei { $site } ist das für Sie neu:
   *[other] Bei { $site } sind diese { $n } Dinge für Sie neu:
}
notices-mail-why = Sie erhalten diese Mail, weil Sie ein Konto bei { $site } haben und das dort noch nicht gelesen haben.
notices-mail-change = Wählen, wie oft diese Mails kommen:
notices-end-ask = Möchten Sie keine Mails mehr zu Ihren Mitteilungen bei { $site }?
notices-end-done = Sie erhalten keine Mails mehr zu Ihren Mitteilungen bei { $site }. Auf der Website warten sie weiter auf Sie.
told-alert = { $n ->
    [one] Ein neuer Fall in Ihrer Suche „{ $name }“
   *[other] { $n } neue Fälle in Ihrer Suche „{ $name }“
}
told-submitted = { $who } hat „{ $title }“ zur Prüfung eingereicht.
told-in-review = „{ $title }“ wird geprüft.
told-changes-requested = Die Redaktion bittet um Änderungen an „{ $title }“.
told-approved = „{ $title }“ ist freigegeben und wartet auf die Veröffentlichung.
told-published = „{ $title }“ ist veröffentlicht.
told-rejected = „{ $title }“ wurde nicht angenommen.
told-withdrawn = „{ $title }“ wurde zurückgezogen.
told-noted = Es gibt eine neue Anmerkung zu „{ $title }“.
told-answered = { $who } hat auf eine Anmerkung zu „{ $title }“ geantwortet.
told-comment = { $who } hat „{ $title }“ kommentiert.
told-reply = { $who } hat Ihnen unter „{ $title }“ geantwortet.
told-mention = { $who } hat Sie unter „{ $title }“ erwähnt.
told-message = { $who } hat Ihnen geschrieben.
told-follower = { $who } folgt Ihnen.
told-reported = Jemand bittet um Berichtigung von „{ $title }“.
told-old = Veröffentlichte Fälle wurden seit 24 Monaten nicht angesehen. Bitte prüfen Sie, ob sie noch stimmen.
told-mail-returns = E-Mails an Ihre Adresse kommen zurück. Bitte geben Sie eine andere an.
told-times = ({ $n }-mal)

# Saved searches.
alerts-title = Gespeicherte Suchen
alerts-tell-me = Neue Fälle melden
alerts-what = Sie erfahren es, wenn ein neuer Fall veröffentlicht wird, den diese Suche findet. Ältere Fälle und spätere Überarbeitungen zählen nicht.
alerts-when = Tägliche und wöchentliche Mails gehen um { $hour }:00 Uhr UTC hinaus, die wöchentlichen montags, und nur, wenn es etwas Neues gibt.
alerts-name = Name der Suche
alerts-rhythm = Wie oft
rhythm-instant = Sofort
rhythm-daily = Einmal am Tag
rhythm-weekly = Einmal in der Woche
alerts-ways = Wie Sie es erfahren
alerts-mail = Per E-Mail
alerts-site = Als Mitteilung auf dieser Website
alerts-silent = Sie erfahren nichts; der Feed funktioniert.
alerts-save = Suche speichern
alerts-saved = Die Suche ist gespeichert. Sie erfahren, was neu ist.
alerts-changed = Geändert.
alerts-ended = Die Suche ist nicht mehr gespeichert.
alerts-none = Sie haben noch keine Suche gespeichert. Suchen Sie nach Fällen und wählen Sie dann „Neue Fälle melden“.
alerts-change = Ändern
alerts-end = Beenden
alerts-feed = Privater Feed
alerts-feed-what = Für Ihren Feedreader. Wer diese Adresse kennt, kann den Feed lesen; eine neue Adresse beendet die alte.
alerts-feed-renew = Neue Adresse
alerts-feed-renewed = Der Feed hat eine neue Adresse. Die alte funktioniert nicht mehr.
alerts-everything = Alle Fälle
alerts-no-name = Bitte geben Sie der Suche einen Namen. Er darf nicht zu lang sein.
alerts-too-many = Sie haben schon { $n } Suchen gespeichert. Bitte beenden Sie zuerst eine.
alerts-end-title = Diese Mails beenden
alerts-end-ask = Möchten Sie keine Mails zu „{ $name }“ mehr?
alerts-end-done = Sie erhalten keine Mails zu „{ $name }“ mehr. Die Suche bleibt in Ihrem Konto gespeichert.
alerts-end-over = Dieser Link beendet nichts mehr. Die Mails wurden schon beendet, oder der Link ist unvollständig.
alerts-end-go = Mails beenden

# A digest of a topic, for any address.
digest-title = Wöchentliche Mail
digest-what = Neue Fälle zum Thema { $topic }, jeden Montag, wenn es welche gibt. Sie brauchen kein Konto, und jede Mail hat einen Link, der sie beendet.
digest-go = Wöchentliche Mail bestellen
digest-sent = Eine Mail an { $email } ist unterwegs. Die wöchentliche Mail beginnt, sobald Sie dort zustimmen, innerhalb einer Woche.
digest-back = Zurück zum Thema
digest-confirm-subject = Wöchentliche Mail zu { $topic }: bitte bestätigen
digest-confirm-text = Jemand hat { $site } gebeten, dieser Adresse jede Woche neue Fälle zum Thema { $topic } zu schicken. Wenn Sie das waren, bestätigen Sie es bitte.
digest-confirm-link = Ja, schicken Sie mir die wöchentliche Mail
digest-confirm-ask = Möchten Sie jede Woche neue Fälle zum Thema { $topic } per Mail?
digest-confirm-done = Sie erhalten jeden Montag neue Fälle zum Thema { $topic }, wenn es welche gibt.
digest-end-ask = Möchten Sie keine wöchentlichen Mails zum Thema { $topic } mehr?
digest-end-done = Sie erhalten keine wöchentlichen Mails zum Thema { $topic } mehr. Ihre Adresse ist gelöscht.

# Letters.
alert-mail-subject-one = { $name }: { $title }
alert-mail-subject = { $n ->
    [one] { $name }: ein neuer Fall
   *[other] { $name }: { $n } neue Fälle
}
alert-mail-text = { $n ->
    [one] Es gibt einen neuen Fall in „{ $name }“:
   *[other] Es gibt { $n } neue Fälle in „{ $name }“:
}
alert-mail-link = Alle ansehen
alert-mail-why-instant = Sie erhalten diese Mail, weil Sie diese Suche bei { $site } gespeichert haben und es sofort erfahren möchten.
alert-mail-why-daily = Sie erhalten diese Mail, weil Sie diese Suche bei { $site } gespeichert haben und es einmal am Tag erfahren möchten.
alert-mail-why-weekly = Sie erhalten diese Mail, weil Sie diese Suche bei { $site } gespeichert haben und es einmal in der Woche erfahren möchten.
alert-mail-why-digest = Sie erhalten diese Mail, weil diese Adresse einer wöchentlichen Mail von { $site } zum Thema { $name } zugestimmt hat.
alert-mail-change = Gespeicherte Suchen ändern oder beenden:
alert-mail-end = Keine Mails mehr dazu:

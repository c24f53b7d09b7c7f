# One case: its parts, its history, how to cite and to follow it.

# In which language it is read.
tongues = Sprachen dieser Fallstudie
tongue-original = Original
tongue-human = Übersetzung
tongue-machine = maschinelle Übersetzung
tongue-rest = Der Text darunter ist im Original: { $language }.

# Where it comes from, and its revisions.
origin-shared = Sie kam über { $actor } hierher, wo sie geteilt wurde.
origin-submitted = Eingereicht von { $who }.
origin-reviewed = Zuletzt geprüft am { $date }.
origin-received = Hier zuerst eingetroffen am { $date }.
history = Fassungen
history-link = Alle Fassungen
history-title = Fassungen von { $title }
history-what = Jede Fassung dieser Fallstudie, die hier öffentlich war, die neueste zuerst. Jede hat eine eigene Adresse, die sich nicht ändert.
history-published = Veröffentlicht von { $network } auf { $host } am { $date }.
history-revision = Fassung { $revision }
history-first = Die erste hier aufbewahrte Fassung
history-nothing = Nichts, was eine Seite zeigt
history-show = Was sich geändert hat
history-older = Ältere Fassungen
history-compared = Was sich von Fassung { $old } zu Fassung { $new } geändert hat
history-gone = Entfernt
history-new = Hinzugefügt
history-del = Entfernt:
history-ins = Hinzugefügt:
revision-older = Dies ist Fassung { $revision } vom { $date }. Die neueste ist Fassung { $newest }.
revision-newest = Dies ist Fassung { $revision } vom { $date }, die neueste.
revision-current = Die Fallstudie lesen, wie sie heute ist
field-title = Titel
field-subtitle = Untertitel
field-summary = Zusammenfassung
field-language = Sprache
field-cities = Städte
field-period = Jahre
field-status = Stand
field-scale = Maßstab
field-topics = Themen
field-goals = Ziele
field-targets = Unterziele
field-actors = Beteiligte
field-funding = Kosten und Finanzierung
field-indicators = Zahlen
field-awards = Auszeichnungen
field-pictures = Bilder
field-links = Links und Dokumente
field-contacts = Kontakt
field-related = Verwandte Fallstudien
field-licence = Lizenz
field-source = Zuerst veröffentlicht bei

# Citing it.
cite = Diese Fallstudie zitieren
cite-rest = Fallstudie, Fassung { $revision }, { $date }. { $licence }.
cite-files = Für Literaturverwaltungen:

# Related cases: why each is there.
kin-comma = {", "}
kin-named = Von den Verfassern genannt.
kin-city = Auch in { $city }.
kin-country = Auch in: { $country }.
kin-topics = { $n ->
    [one] Gleiches Thema: { $names }.
   *[other] Gleiche Themen: { $names }.
}
kin-goals = { $n ->
    [one] Gleiches Ziel: { $names }.
   *[other] Gleiche Ziele: { $names }.
}
kin-targets = { $n ->
    [one] Gleiches Unterziel: { $names }.
   *[other] Gleiche Unterziele: { $names }.
}
kin-words = { $n ->
    [one] Gleiches Wort: { $names }.
   *[other] Gleiche Wörter: { $names }.
}
gone-instead = Vielleicht lesen Sie stattdessen eine von diesen

# Comments.
comments-take-part = Vom eigenen Server aus antworten, favorisieren oder teilen
comments-later = Spätere Kommentare
comments-first = Zu den ersten Kommentaren

# Following and answering from one's own server.
follow-topic = neue Fallstudien zu { $topic }
follow-away = Vom eigenen Server aus folgen
away-open = Vom eigenen Server aus folgen
away-follow = { $handle } folgen
away-case = Vom eigenen Server aus antworten, favorisieren oder teilen
away-what = Das Fediverse besteht aus vielen unabhängigen Websites wie Mastodon, deren Nutzerinnen und Nutzer einander über alle hinweg folgen und antworten können. Sagen Sie uns, wo Sie Ihr Konto haben, und bestätigen Sie dort: Diese Website behält nichts über Sie und setzt kein Cookie.
away-choose = Wem Sie hier folgen können
away-server = Ihr Server oder Ihre eigene Adresse dort
away-server-hint = Zum Beispiel mastodon.social oder me@mastodon.social
away-go = Zu meinem Server
away-reply = Antworten
away-like = Favorisieren
away-share = Teilen
away-by-hand = Oder von Hand
away-by-hand-how = Kopieren Sie dies, fügen Sie es in das Suchfeld Ihres Servers ein und wählen Sie, was er findet.
away-new = Noch kein Konto?
away-new-what = Melden Sie sich kostenlos bei einem beliebigen Server des Fediverse an und kommen Sie wieder. Die Feeds dieser Website lassen sich ganz ohne Konto lesen.
away-no-server = Das ist nicht der Name eines Servers. Er sieht aus wie mastodon.social oder, mit Ihrem Namen davor, wie me@mastodon.social.
away-silent = { $host } antwortet gerade nicht.
away-no-template = { $host } gibt nicht an, wo man dies dort bestätigt.
away-elsewhere = { $host } würde Sie auf eine andere Website schicken; deshalb tun wir es nicht.
away-paste = Kopieren Sie stattdessen { $address } in das Suchfeld dort: Das geht immer.

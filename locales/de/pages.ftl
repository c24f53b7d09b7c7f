# Was der Rahmen jeder Seite sagt.
skip-to-content = Zum Inhalt
skip-to-results = Zu den Ergebnissen
nav-main = Hauptmenü
nav-crumbs = Sie sind hier
nav-languages = Sprache dieser Seite
nav-cases = Fallstudien
nav-topics = Themen
nav-goals = Ziele
nav-networks = Netzwerke
nav-follow = Folgen
footer-licence = Jede Fallstudie nennt ihre eigene Lizenz.
footer-software = Gemacht mit { $software }, freie Software unter der AGPL 3.0.
footer-places = Städtedaten: { $source }, CC BY 4.0. Ländernamen: i18n-iso-countries.
cases = Fallstudien
goal = Ziel
goals = Ziele für nachhaltige Entwicklung
licence = Lizenz

# Daten und Beträge.
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date-day = { $day }. { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
amount-large = { $n } Mio.
amount-huge = { $n } Mrd.

# Suche.
search-label = Fallstudien durchsuchen
search-placeholder = Regenwasser, autofreies Zentrum, Bürgerhaushalt…
search-button = Suchen
cases-found = { $n ->
    [one] { $n } Fallstudie
   *[other] { $n } Fallstudien
}

# Startseite.
home-title = Was in Städten gelingt, erzählt von denen, die es gemacht haben.
home-what = Fallstudien von { $network } und den Netzwerken, denen diese Seite folgt. Ohne Konto frei zu lesen, zu durchsuchen und zu abonnieren.
home-try = Zum Beispiel:
home-newest = Neu
home-new = Neu im gemeinsamen Strom
home-all = { $n ->
    [one] Zur Fallstudie
   *[other] Alle { $n } Fallstudien
}
home-topics = Nach Thema
home-goals = Nach Nachhaltigkeitsziel
home-networks = Nach Netzwerk
home-networks-all = Über diese Netzwerke
home-empty-title = Hier gibt es noch keine Fallstudien
home-empty-what = Wer diese Website betreibt, kann das in wenigen Minuten ändern, neben dem laufenden Server:
tally-cases = { $n ->
    [one] Fallstudie
   *[other] Fallstudien
}
tally-cities = { $n ->
    [one] Stadt
   *[other] Städte
}
tally-countries = { $n ->
    [one] Land
   *[other] Länder
}
tally-networks = { $n ->
    [one] Netzwerk
   *[other] Netzwerke
}

# Von anderswo folgen.
follow-title = Folgen Sie mit Mastodon oder einer anderen App des Fediverse
follow-what = Jede neue Fallstudie erscheint dann in Ihrer Timeline; ein Konto brauchen Sie hier nicht. Jedes Netzwerk dieses Stroms hat auf seiner Seite seine eigene Adresse.
follow-how = Kopieren Sie eine Adresse, fügen Sie sie in das Suchfeld Ihres Servers ein und drücken Sie auf Folgen. Wer mit einer eigenen Instanz von Kontor teilnehmen will, folgt von dort derselben Adresse.
follow-group = dieselben Fallstudien als Gruppe, für Lemmy und andere Gruppen-Apps
follow-network = die Fallstudien von { $network }

# Der gemeinsame Strom.
cases-title = Fallstudien
cases-title-search = Fallstudien zu „{ $words }“
cases-description = Fallstudien von Städten aus mehreren Netzwerken, zu durchsuchen und zu filtern nach Thema, Ziel, Ort, Netzwerk und Sprache.
filters = Filter
filters-on = Gesetzte Filter
filters-more = { $n } weitere
filters-show = Ergebnisse zeigen
filters-clear = Alle entfernen
filter-remove = Filter entfernen: { $filter }
filter-remove-short = Entfernen:
filter-words = „{ $words }“
filter-goal = Ziel { $n }: { $label }
facet-topic = Thema
facet-sdg = Ziel
facet-country = Land
facet-city = Stadt
facet-network = Netzwerk
facet-language = Sprache der Fallstudie
sort = Reihenfolge:
sort-newest = neueste zuerst
sort-relevance = passendste zuerst
results = Ergebnisse
pages = Seiten
pages-first = Zurück zum Anfang
pages-next = Weitere Fallstudien
nothing-title = Keine Fallstudie erfüllt das alles
nothing-yet = In diesem Strom gibt es noch keine Fallstudien.
nothing-loosen = Versuchen Sie es mit einer Bedingung weniger:
nothing-without = Ohne { $filter }
nothing-all = Alle Fallstudien zeigen
nothing-words = Gesucht werden Wortanfänge, in allen Sprachen der Fallstudien und ohne Rücksicht auf Akzente. Ein gutes Wort findet oft mehr als ein Satz.

# Eine Fallstudie.
facts = Auf einen Blick
fact-city = { $n ->
    [one] Stadt
   *[other] Städte
}
fact-years = Zeitraum
fact-status = Stand
fact-scale = Maßstab
fact-size = Einwohnerzahl
fact-cost = Kosten
fact-funding = Bezahlt aus
fact-language = Sprache
fact-topics = Themen
years-since = seit { $start }
years-span = { $start } bis { $end }
years-from = ab { $start }
money-range = { $currency } { $min } bis { $max }
money-one = { $currency } { $amount }
money-from = mindestens { $currency } { $amount }
money-to = bis zu { $currency } { $amount }
case-in-language = Auf { $language }
gloss-human = Von Menschen übersetzt.
gloss-machine = Maschinell übersetzt; es gilt das Original.
indicators = Weitere Zahlen
indicator = Was gemessen wurde
indicator-value = Wert
indicator-year = Jahr
awards = Auszeichnungen
pictures = Bilder
links = Links und Dokumente
contacts = Kontakt
related = Verwandte Fallstudien
read-original = Am Ursprung lesen
origin = Woher dies stammt
origin-published = Veröffentlicht von { $network } am { $date }, Fassung { $revision }.
origin-updated = Zuletzt geändert am { $date }.
origin-shown = Hier zu sehen, weil diese Seite { $network } folgt.
origin-first = Zuerst erschienen bei
origin-data = Diese Fallstudie als Daten (ActivityPub)
comments = Kommentare
comments-how = Zum Antworten diese Adresse in das Suchfeld des eigenen Servers im Fediverse einfügen, etwa bei Mastodon, und auf das Gefundene antworten:
comments-none = Noch hat niemand etwas dazu geschrieben.
comments-gone = Dieser Kommentar ist nicht mehr da.
comments-answers = als Antwort auf { $name }
comments-original = Original
comments-more = Hier stehen nur die ersten { $n } Kommentare.
person-role = Rolle
person-city = Stadt
person-languages = Sprachen
person-said = Öffentlich geschrieben
person-follow = Was { $name } öffentlich schreibt, erscheint dann in Ihrer Timeline; ein Konto hier brauchen Sie nicht.

# Netzwerke.
network-cases = Fallstudien hier
network-founded = Gegründet
network-website = Website
network-instance = Veröffentlicht auf
network-tie = In diesem Strom
network-tie-own = dies ist die eigene Seite
network-tie-followed = diese Seite folgt dem Netzwerk
network-tie-shown = über ein anderes Netzwerk
network-newest = Neueste Fallstudien
network-none-title = Noch keine Fallstudien dieses Netzwerks
network-none = Sobald es eine veröffentlicht, erscheint sie hier.
network-description = { $network }: wer das ist, und seine Fallstudien in diesem Strom.

# Wenn etwas nicht ist wie erhofft.
missing-title = Diese Seite gibt es nicht
missing-text = Vielleicht ist die Adresse vertippt oder die Seite umgezogen. Vielleicht findet die Suche, was Sie suchen.
gone-title = Diese Fallstudie wurde zurückgezogen
gone-text = { $network } hat sie veröffentlicht und am { $date } zurückgezogen. Der angegebene Grund:
gone-text-bare = Wer sie veröffentlicht hat, hat sie zurückgezogen und keinen Grund genannt.
broken-title = Bei uns ist etwas schiefgegangen
broken-text = Das liegt nicht an Ihnen. Bitte versuchen Sie es gleich noch einmal. Geschieht es wieder, nennen Sie denen, die diese Seite betreiben, diese Nummer:
fault-id = Nummer dieses Fehlers:
fault-cases = Alle Fallstudien zeigen

# Filters that can be followed
feed-name = Fallstudien: { $what }
feed-summary = Zeigt jede Fallstudie zu „{ $what }“, sobald dieses Netzwerk oder ein Partner sie veröffentlicht.
cases-follow = Neue Fälle wie diese in Ihrer eigenen Timeline:
cases-follow-how = So folgen Sie

# How a followed network's catalogue compared
network-compared = Auf dem Stand
network-compared-equal = am { $day } verglichen, nichts fehlte
network-compared-healed = am { $day } verglichen, { $count ->
    [one] ein Fall wurde
   *[other] { $count } Fälle wurden
 } auf den neuesten Stand gebracht
network-compared-failed = konnte am { $day } nicht verglichen werden; es wird wieder versucht

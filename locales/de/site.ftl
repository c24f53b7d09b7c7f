# The site itself: its home, its own pages, its map, its styles.

# Masthead and foot.
nav-cities = Städte
nav-people = Menschen
nav-site = Über diese Website
nav-data = Offene Daten
nav-source = Quelltext
imprint = Impressum
privacy = Datenschutz
terms = Nutzungs­bedingungen
accessibility = Barrierefreiheit

# The network's own pages.
own-incomplete = Dieser Text kommt mit dem Programm und ist von den Betreibern dieser Website noch nicht vervollständigt: Die Stellen in eckigen Klammern sind noch offen. Ihr eigener Text gehört nach { $file }.

# The map.
map-title = Fallstudien auf der Karte
map-title-search = Fallstudien zu „{ $words }“ auf der Karte
map-description = Wo die Fallstudien sind: eine Karte der Städte, daneben dieselben Städte als Liste.
map-regions = Teile der Welt
map-world = Welt
map-drawing = Karte der Städte mit Fallstudien; jede Nadel ist ein Link
map-skip = Die Karte überspringen, zur Liste der Städte
map-closer = Näher
map-out = Weiter weg
map-about = Eine Nadel ist eine Stadt und führt zu ihren Fallstudien. Ein Ring steht für mehrere Städte und führt näher heran. Der Umriss zeigt nur Land, keine Grenzen.
map-pin = { $city }, { $country }: { $cases }
map-cluster = { $cities }, { $cases }: { $names } …
map-cities = { $n ->
    [one] { $n } Stadt
   *[other] { $n } Städte
}
map-list = { $n ->
    [one] { $n } Stadt in diesem Teil der Karte
   *[other] { $n } Städte in diesem Teil der Karte
}
map-empty = Hier liegt keine Stadt dieser Suche.
map-all = Alle { $n } Städte zeigen
map-elsewhere = { $n ->
    [one] { $n } weitere Stadt anderswo: die ganze Welt ansehen
   *[other] { $n } weitere Städte anderswo: die ganze Welt ansehen
}

# Home.
home-empty-import = Eigene Fallstudien importieren, aus JSON Lines oder einer Tabelle:
home-empty-follow = Der Instanz eines anderen Netzwerks folgen; seine Fallstudien erscheinen dann binnen Sekunden hier:
home-empty-look = Dieser Website in kontor.toml Namen, Farbe und erste Worte geben:

home-featured = Von der Redaktion ausgewählt
home-map = Rund um die Welt
home-map-open = Karte öffnen
home-topics-all = Alle Themen und Unterthemen
home-goals-all = Die Ziele und ihre Unterziele
home-follow-more = Mehr Wege zu folgen, von jedem Server aus

# The page of styles, for those who build pages.
style-title = Gestaltung
style-what = Alle Token und Bausteine dieser Website in allen Zuständen.
style-type = Schrift
style-pangram = Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich
style-colours = Farben
style-day = Bei Tag
style-night = Bei Nacht
style-least = Mindestens
style-text = Text
style-ground = Grund
style-contrast = Kontraste, berechnet
style-enough = genug
style-little = zu wenig
style-space = Abstände und Ecken
style-cards = Karten
style-chips = Chips, Ziele, Themen
style-buttons = Knöpfe und Links
style-button = Veröffentlichen
style-button-quiet = Jetzt nicht
style-button-grave = Fallstudie zurückziehen
style-button-off = Lässt sich nicht drücken
style-forms = Formulare
style-field = Titel
style-field-help = Höchstens 300 Zeichen. Sagen Sie, was wo getan wurde.
style-field-wrong = Dieser Titel hat 312 Zeichen, 12 zu viel.
style-field-optional = (freiwillig)
style-field-off = Lässt sich nicht ändern
style-field-choice = Stand
style-field-text = Lösung
style-field-check = Meinen Namen auf der Seite zeigen
style-field-one = Eines davon
style-notices = Hinweise
style-notice = Die Frist dieses Aufrufs endet in drei Tagen.
style-notice-good = Veröffentlicht. Andere Server erhalten es binnen Sekunden.
style-notice-bad = Zwei Felder brauchen noch einen Blick:
style-tables = Tabellen
style-tabs = Reiter und Seiten
style-empty = Wenn nichts da ist
style-facts = Fakten
style-dialog = Eine Frage
style-dialog-title = Diese Fallstudie zurückziehen?
style-dialog-text = Ihre Seite sagt dann, dass und warum sie zurückgezogen wurde. Andere Server erfahren davon.

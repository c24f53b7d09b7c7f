# Feeds and downloads.

# What a feed or a file is called; $search is what was searched for.
feed-title = { $network }: Fallstudien
feed-title-search = { $search } – { $network }
feed-description = Was Städte getan haben und was daraus wurde. Fallstudien von { $network } und den Netzwerken, denen es folgt.
# Who may be named, and under which licence: “Eurocities, Creative Commons Attribution 4.0”.
data-rights-case = { $network }, { $licence }
data-rights = Jede Fallstudie nennt ihre Lizenz, ihre Quelle und ihre Adresse: Bitte lassen Sie sie beisammen. Von Fallstudien, bei denen alle Rechte vorbehalten sind, gibt es nur Titel, Zusammenfassung und Link.
data-dataset = Alle Fallstudien, die { $network } und die Netzwerke, denen es folgt, veröffentlicht haben: Orte, Themen, Ziele für nachhaltige Entwicklung, Beteiligte, Kosten, Ergebnisse und Erfahrungen.

# The first sheet of a workbook, and its labels.
data-sheet-about = Über diese Datei
data-sheet-cases = Fallstudien
data-about-title = Titel
data-about-source = Suche
data-about-day = Abgerufen am

# Files and ways to get them, by their names.
data-csv = Tabelle (CSV)
data-xlsx = Arbeitsmappe (XLSX)
data-geojson = Kartenebene (GeoJSON)
data-jsonl = Alles (JSON Lines)
data-oai = Abruf für Bibliotheken (OAI-PMH)
data-api = Programmierschnittstelle (JSON)
data-outbox = Laufend, sobald veröffentlicht (ActivityPub)
data-set-own = Veröffentlicht von { $network }

# The page about open data.
data-heading = Zum Mitnehmen
data-lead = Alles, was hier öffentlich ist, lässt sich herunterladen, verfolgen und weiterverwenden. Weder Konto noch Schlüssel sind nötig.
data-nav = Offene Daten
data-all = Alle Fallstudien als Datei
data-csv-what = Eine Zeile je Fallstudie, für Tabellen und Statistik. Lässt sich in jedem Programm öffnen.
data-xlsx-what = Dieselben Zeilen für Excel und LibreOffice, mit Zahlen als Zahlen.
data-geojson-what = Ein Punkt für jede Stadt jeder Fallstudie, für QGIS und Webkarten.
data-jsonl-what = Ein vollständiger Datensatz in jeder Zeile: alle Abschnitte, Übersetzungen, Kennzahlen und Quellen.
data-search = Nur das, wonach Sie gesucht haben
data-search-how = Suchen Sie zuerst, und setzen Sie dann in der Adresse die Endung der Datei hinter „cases“. Das geht mit jeder Kombination von Filtern:
data-search-link = Fallstudien suchen
data-feeds = Auf dem Laufenden bleiben
data-feeds-how = Jede Suche ist auch ein Feed, für Feedreader, Redaktionen und andere Websites:
data-feeds-fediverse = Im Fediverse können Sie dem Netzwerk selbst folgen oder jedem seiner Themen, Ziele und Orte.
data-programs = Für Programme
data-api-what = Suche, Facetten, einzelne Fallstudien, Netzwerke und Vokabulare als JSON, beschrieben durch ein OpenAPI-3.1-Dokument.
data-oai-what = Alle sechs Verben, Dublin Core, Mengen für jedes Thema und Ziel. Zurückgezogene Fallstudien werden für immer gemeldet.
data-dcat = Katalog für Datenportale (DCAT-AP)
data-dcat-what = Ein Katalog, ein Datensatz und alle seine Formen, als JSON-LD und Turtle.
data-licences = Lizenzen
data-licences-how = Wenn Sie eine Fallstudie verwenden, nennen Sie ihr Netzwerk, verlinken Sie ihre Seite und nennen Sie ihre Lizenz.
data-fair = Faire Nutzung
data-fair-how = { $n ->
    [one] { $n } Anfrage je Minute von einer Adresse wird beantwortet.
   *[other] { $n } Anfragen je Minute von einer Adresse werden beantwortet.
 } Antworten tragen ein ETag: Fragen Sie mit If-None-Match, dann wird nicht noch einmal gesendet, was sich nicht geändert hat.

# The page about the programming interface.
api-heading = Programmierschnittstelle
api-lead = Lesen dürfen alle, von jeder Webseite und jedem Programm aus. Antworten sind JSON, Zeiten in UTC.
api-document = Das OpenAPI-3.1-Dokument
api-base = Alle folgenden Adressen beginnen mit { $address }.
api-parameters = Parameter
api-name = Name
api-where = Wo
api-meaning = Bedeutung
api-answers = Antworten
api-status = Status
api-example = Beispiel
api-in-path = im Pfad
api-in-query = in der Abfrage

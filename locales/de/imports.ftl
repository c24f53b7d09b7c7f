# Bringing cases in from a spreadsheet.
imports-title = Fälle einlesen
imports-what = Aus einer Tabelle, als CSV oder XLSX. Sie sehen zuerst, was geschehen würde; nichts wird als Fall gespeichert, bevor Sie zustimmen.
imports-template = Die Vorlage hat alle Spalten und einige Beispiele:
imports-file = Datei
imports-file-help = CSV oder XLSX, höchstens { $most } MB, { $rows } Zeilen.
imports-charset = Zeichen einer CSV-Datei
imports-charset-auto = Selbst erkennen
imports-read = Datei lesen
imports-own = Ihre Einlesevorgänge
imports-none = Sie haben noch nichts eingelesen.
imports-open = Nicht abgeschlossen
imports-done = Übernommen
imports-undone = Zurückgenommen
imports-until = Aufbewahrt bis { $date }

# Columns and fields.
imports-columns = Welche Spalte was ist
imports-columns-what = Spalten ohne Feld bleiben weg. Der Titel ist nötig.
imports-sheet = Blatt
imports-sheet-choose = Dieses Blatt nehmen
imports-column = Spalte
imports-examples = Beispiele
imports-field = Feld
imports-leave-out = (weglassen)
imports-rules = Wie Werte geschrieben sind
imports-list = Zwischen den Einträgen einer Liste
imports-list-auto = Selbst erkennen
imports-list-bar = | (Strich)
imports-list-semicolon = ; (Strichpunkt)
imports-list-comma = , (Komma)
imports-list-line = Eine neue Zeile
imports-dates = Daten wie 03/04/2019
imports-dates-day = Zuerst der Tag
imports-dates-month = Zuerst der Monat
imports-otherwise = Für Zeilen, die es nicht sagen
imports-network-help = Kurzname eines Netzwerks aus dem Verzeichnis. Leer: dieses Netzwerk.
imports-source = Name dieser Quelle
imports-source-help = Etwa „Tabelle von Eurocities“. Die Spalten werden dann beim nächsten Mal von selbst zugeordnet.
imports-to-preview = Sichern und zur Vorschau

# What would happen.
imports-preview = Vorschau
imports-preview-what = Noch ist nichts gespeichert.
imports-filter = Zeilen
imports-all = Alle
imports-new = Neu
imports-changes = Änderung
imports-same = Unverändert
imports-duplicate = Wahrscheinlich schon hier
imports-refused = Geht nicht
imports-line = Zeile
imports-result = Was geschieht
imports-fields = Ändert: { $fields }
imports-of-case = Wie der Fall
imports-of-hidden = Wie ein Fall, der nicht öffentlich ist:
imports-of-draft = Wie der Entwurf
imports-of-row = Wie Zeile { $row }:
imports-lacks = Dem Entwurf wird fehlen:
imports-place = Zeile { $row }, Spalte { $column } „{ $name }“
imports-place-none = Zeile { $row }, { $field }
imports-found = „{ $text }“
imports-errors = Was nicht geht, als CSV herunterladen
imports-choices = Was aus den Zeilen wird
imports-mode = Übernehmen als
imports-mode-drafts = Entwürfe in der Redaktion, die Sie fertig schreiben
imports-mode-published = Veröffentlichte Fälle
imports-others = Zeilen, die wahrscheinlich schon hier sind
imports-skip = Auslassen
imports-update = Ändern, was hier ist
imports-add = Trotzdem übernehmen
imports-choice-of = Zeile { $row }
imports-look-again = Sichern und noch einmal ansehen
imports-take-drafts = { $n ->
    [one] { $n } Entwurf anlegen
   *[other] { $n } Entwürfe anlegen
}
imports-take-published = { $n ->
    [one] { $n } Fall veröffentlichen
   *[other] { $n } Fälle veröffentlichen
}
imports-leave-flawed = { $n ->
    [one] Die { $n } Zeile weglassen, die nicht geht
   *[other] Die { $n } Zeilen weglassen, die nicht gehen
}
imports-leave-what = Oder berichtigen Sie die Datei und senden Sie sie noch einmal.
imports-nothing-to-take = Keine Zeile würde übernommen.
imports-discard = Diesen Vorgang endgültig weglegen
imports-earlier = Frühere
imports-later = Spätere

# What happened.
imports-result-title = Was hereinkam
imports-drafted = Entwurf
imports-published = Veröffentlicht
imports-revised = Geändert
imports-count-drafted = { $n ->
    [one] { $n } Entwurf angelegt
   *[other] { $n } Entwürfe angelegt
}
imports-count-published = { $n ->
    [one] { $n } Fall veröffentlicht
   *[other] { $n } Fälle veröffentlicht
}
imports-count-revised = { $n ->
    [one] { $n } Fall geändert
   *[other] { $n } Fälle geändert
}
imports-count-skipped = { $n ->
    [one] { $n } Zeile ausgelassen
   *[other] { $n } Zeilen ausgelassen
}
imports-count-refused = { $n ->
    [one] { $n } Zeile weggelassen
   *[other] { $n } Zeilen weggelassen
}
imports-undo = Alles zurücknehmen
imports-undo-what = Entwürfe verschwinden, veröffentlichte Fälle werden zurückgezogen, geänderte werden wie zuvor. Nur solange niemand an einem davon gearbeitet hat.
imports-undo-reason = Begründung, die alle lesen können
imports-undo-usual = Irrtümlich eingelesen.

# Why something was not done.
imports-no-file = Bitte wählen Sie eine Datei.
imports-no-size = Die Datei ist größer als erlaubt.
imports-no-sheet = Das ist weder CSV noch XLSX.
imports-no-old = Diese Arbeitsmappe hat ein altes Format oder ein Kennwort. Speichern Sie sie als XLSX ohne Kennwort.
imports-no-broken = Die Datei ist beschädigt oder nicht vollständig.
imports-no-room = Die Datei enthält mehr, als auf einmal genommen wird.
imports-no-rows = Die Datei hat mehr als { $most } Zeilen. Bitte teilen Sie sie.
imports-no-columns = Die Datei hat mehr als { $most } Spalten.
imports-no-cell = Zeile { $row }, Spalte { $column }: Der Text ist zu lang.
imports-no-empty = Unter den Namen der Spalten stehen keine Zeilen.
imports-no-more = Mehrere Vorgänge sind nicht abgeschlossen. Schließen Sie einen ab, oder legen Sie einen weg.
imports-no-moved = Seit der Vorschau hat sich etwas geändert. Bitte sehen Sie sie noch einmal an.
imports-no-flawed = Einige Zeilen gehen nicht. Lassen Sie sie ausdrücklich weg, oder berichtigen Sie die Datei.
imports-no-done = Dieser Vorgang ist abgeschlossen.
imports-no-twice = Zwei Spalten stehen für „{ $field }“.
imports-no-title = Keine Spalte steht für den Titel.
imports-no-edited = An „{ $title }“ hat seitdem jemand gearbeitet. Nichts wurde zurückgenommen.
lack-no-date = ist kein Datum wie 2019, 2019-05 oder 2019-05-17
lack-no-place = nennt eine Stadt, die nicht im Register steht; geben Sie Breite und Länge an
lack-no-place-further = nennt eine Stadt, die nicht im Register steht; fügen Sie Breite und Länge an, etwa so: Ghent (BE); 51.05; 3.72

# Fields, as columns are named.
column-title = Titel
column-subtitle = Untertitel
column-summary = Zusammenfassung
column-language = Sprache
column-city = Stadt
column-country = Land
column-lat = Breite
column-lon = Länge
column-geonameid = GeoNames-Nummer
column-more-cities = Weitere Städte
column-start = Beginn
column-end = Ende
column-status = Stand
column-scale = Maßstab
column-topics = Themen
column-sdgs = Ziele für nachhaltige Entwicklung
column-sdg-targets = Unterziele
column-actors = Beteiligte
column-funding-sources = Geldquellen
column-cost-band = Größenordnung der Kosten
column-amount-min = Kosten, von
column-amount-max = Kosten, bis
column-currency = Währung
column-funding-note = Anmerkung zu den Kosten
column-awards = Auszeichnungen
column-links = Links
column-image-url = Adresse eines Bildes
column-image-alt = Beschreibung des Bildes
column-image-credit = Bildnachweis
column-licence = Lizenz
column-source-network = Netzwerk, aus dem er kommt
column-source-url = Adresse des Originals
column-contact-email = E-Mail-Adresse eines Kontakts
column-id = Kennung
column-published = Zuerst veröffentlicht
column-updated = Zuletzt geändert

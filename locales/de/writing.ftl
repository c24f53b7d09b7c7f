# The form of a case where scripts run, the marks of texts, translations, and who reviews.

script-search = In der Auswahl suchen
script-chosen = Ausgewählt
script-all = Alle Möglichkeiten
script-remove = entfernen
script-none = Nichts gefunden.
script-hits = Treffer: { $n }
script-saved = Gespeichert um { $time }.
script-unsaved = Nicht gespeichert:
script-away = Der Server ist nicht erreichbar. Es wird von selbst weiter versucht.
script-kept = Ihr Text bleibt in diesem Browser erhalten.
script-unkept = Auch dieser Browser bewahrt nichts auf. Bitte kopieren Sie Ihren Text, bevor Sie gehen.
script-out = Sie sind nicht mehr angemeldet.
script-enter = Wieder anmelden
script-clash = Gespeichert. Jemand anderes hat gleichzeitig ein Feld geändert; beide Texte sind erhalten.
script-decide = Einen wählen
script-found = Dieser Browser hat noch Text vom { $time }, der nicht gespeichert wurde.
script-back = Wieder einsetzen
script-drop = Verwerfen
script-look = Zeigen, wie es aussieht
script-looks = So sieht es aus
marks-title = Text gestalten
marks-type = Sie tippen
marks-get = Man liest
marks-bold = fett
marks-italic = kursiv
marks-item = ein Eintrag
marks-link = ein Link
marks-heading = Überschrift
marks-quote = ein Zitat
marks-lines = Eine leere Zeile beginnt einen neuen Absatz.
write-save-look = Speichern und zeigen, wie es aussieht
place-added = { $city } wurde hinzugefügt.
place-search-help = Beginnen Sie mit dem Namen. Land oder Region können folgen: Frankfurt, Deutschland.
translate-title = Übersetzungen
translate-what = Übersetzen Sie Titel, Zusammenfassung und Text neben dem Original. Was sich im Original später ändert, ist hier gekennzeichnet.
translate-into = Übersetzung: { $language }
translate-add = Übersetzen in
translate-begin = Beginnen
translate-original = Original
translate-gone = Im Original steht hier nichts mehr.
translate-here = Übersetzung
translate-changed = Das Original hat sich seit dieser Übersetzung geändert.
translate-checked = Geprüft: Die Übersetzung stimmt noch
translate-machine = Von einer Maschine übersetzt
translate-nothing = Noch gibt es nichts zu übersetzen. Schreiben Sie zuerst das Original.
translate-outdated = Das Original wurde am { $date } geändert, nach dieser Übersetzung.
desk-assign-to = Übergeben an
desk-assign = Zuweisen
told-assigned = { $who } bittet Sie, „{ $title }“ zu prüfen.
translate-missing = { $n ->
    [one] { $n } Feld fehlt
   *[other] { $n } Felder fehlen
}
translate-stale = { $n ->
    [one] { $n } Feld veraltet
   *[other] { $n } Felder veraltet
}

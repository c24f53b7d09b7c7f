# Doors: topics, goals, places, networks, people.

# Lists of doors.
doors-topics = Themen
doors-goals = Ziele für nachhaltige Entwicklung
doors-cities = Städte
doors-countries = Länder
doors-regions = Weltregionen
doors-languages = Sprachen
doors-topics-what = Alles, woran Städte arbeiten: 15 Themen mit ihren Unterthemen und der Zahl der Fallstudien.
doors-goals-what = Die 17 Ziele, auf die sich die Vereinten Nationen für 2030 geeinigt haben, mit den Fallstudien, die jedem von ihnen dienen.
doors-cities-what = Jede Stadt, zu der es hier eine Fallstudie gibt, Region für Region.
doors-countries-what = Jedes Land, zu dem es hier eine Fallstudie gibt, Region für Region.
doors-regions-what = Die Regionen der Welt mit ihren Fallstudien.
doors-languages-what = Die Sprachen, in denen Fallstudien hier zu lesen sind, im Original oder übersetzt.
doors-others = Andere Zugänge
doors-elsewhere = Anderswo
doors-cities-more = { $n ->
    [one] Hier steht nur die Stadt mit den meisten Fallstudien; die übrigen stehen auf der Seite ihres Landes.
   *[other] Hier stehen nur die { $n } Städte mit den meisten Fallstudien; die übrigen stehen auf der Seite ihres Landes.
}

# One door.
door-subtopic = { $topic } gehört zum Thema „{ $parent }“.
door-city = Fallstudien aus { $city }, { $country }.
door-city-people = Dort leben nach der Zählung von GeoNames etwa { $people } Menschen.
door-country = Fallstudien aus Städten des Landes { $country }, das hier zur Region „{ $region }“ gehört.
door-region = { $n ->
    [one] Fallstudien aus den Städten eines Landes oder Gebiets.
   *[other] Fallstudien aus den Städten von { $n } Ländern und Gebieten.
}
door-language = Fallstudien, die in dieser Sprache zu lesen sind: { $language }.
door-ways = Diese Fälle ansehen
door-search = In diesen Fällen suchen
door-map = Auf der Karte
door-table = Als Tabelle
door-featured = Von diesem Netzwerk ausgewählt
door-none-title = Hier gibt es noch keine Fallstudie
door-none = Sobald jemand eine veröffentlicht, erscheint sie hier. Bis dahin lohnt sich ein Blick nach nebenan:
door-subtopics = Unterthemen
door-sisters = Benachbarte Themen
door-targets = Unterziele dieses Ziels
door-by-topic = Worum es in diesen Fällen geht
door-by-network = Wer sie veröffentlicht hat
door-people = Menschen, die sich damit auskennen
door-people-all = Alle Stadtmacherinnen und Stadtmacher
door-take = Diese Fälle mitnehmen
door-take-what = Als Feed, der jeden neuen meldet, oder als Datei mit Lizenz und Datum. Ein Konto ist nicht nötig.

# The directory of networks.
net-title = Städtenetzwerke
net-what = Netzwerke, Programme, Preise und Veranstaltungen von Städten aus aller Welt: was sie tun, wie man mitmacht und wessen Fallstudien hier zu lesen sind.
net-found = { $n ->
    [one] { $n } Netzwerk
   *[other] { $n } Netzwerke
}
net-none-title = Kein Netzwerk passt zu all dem
net-all = Alle Netzwerke
net-facet-here = Auf dieser Website
net-facet-region = Arbeitet in
net-facet-kind = Art
net-facet-join = Mitmachen
net-here-cases = hat hier Fallstudien
net-here-instance = veröffentlicht auf der eigenen Website
net-worldwide = Weltweit
net-take = Das Verzeichnis mitnehmen
net-take-what = Jeder Eintrag mit der Quelle jeder Zahl.
net-about-title = Was es ist
net-mandate = Arbeitet an
net-audience = Für wen
net-projects = Wichtige Projekte
net-contact = Kontakt
net-no-contact = Kein öffentlicher Kontakt bekannt.
net-hosted-by = Angesiedelt bei
net-seat = Sitz
net-facts = Außerdem bekannt
net-figures = In Zahlen
net-figures-what = Jede Zahl ist die Angabe einer Quelle. Wo Quellen voneinander abweichen, stehen alle hier.
net-figure = Was
net-statement = Angabe
net-source = Quelle
net-as-of = Stand
net-undated = ohne Datum
net-disagree = die Quellen weichen ab
net-more-than = mehr als { $value }
net-nearly = fast { $value }
net-about = etwa { $value }
net-fee = Mitglieder zahlen einen Beitrag.
net-no-fee = Es gibt keinen Mitgliedsbeitrag.
net-ties = Verbindungen zu anderen
net-picture = { $network } und seine Verbindungen
net-sources = Woher das stammt
net-flags = Mit Vorsicht zu lesen
net-unverified = Website und Sitz stammen aus allgemeinem Wissen; das Netzwerk hat sie nicht bestätigt.
net-stated = Nach Angabe von { $network } vom { $day }
net-claim-what = Stimmt hier etwas nicht, oder sprechen Sie für dieses Netzwerk?
net-claim = Schreiben Sie uns

# Kinds of networks
net-kind-membership-network = Mitgliedernetzwerk
net-kind-thematic-network = Themennetzwerk
net-kind-programme = Programm
net-kind-un-programme = Programm der Vereinten Nationen
net-kind-platform = Plattform
net-kind-award = Preis
net-kind-event = Veranstaltung
net-kind-initiative = Initiative
net-kind-non-profit = Gemeinnützige Organisation
net-kind-fund = Fonds
net-kind-hub = Zentrum
net-kind-coordination-mechanism = Gemeinsame Koordination
net-kind-company = Unternehmen
net-kind-registry = Register
net-kind-blog = Blog

# Ways of joining
net-join-open = offen
net-join-conditions = offen für alle, die die Bedingungen erfüllen
net-join-commitment = durch eine Verpflichtung
net-join-guests = als Gast
net-join-application = auf Antrag
net-join-invitation = auf Einladung
net-join-unknown = keine Angabe

# What is measured
net-metric-members = Mitglieder
net-metric-countries = Länder
net-metric-population = Vertretene Menschen
net-metric-population-share = Anteil an der Weltbevölkerung
net-metric-partner-cities = Partnerstädte
net-metric-states = Staaten
net-metric-partners = Partner
net-metric-case-studies = Fallstudien
net-metric-citymakers = Stadtmacherinnen und Stadtmacher
net-metric-regions = Weltregionen
net-metric-offices = Büros
net-metric-national-offices = Länderbüros
net-metric-worked-with = Zusammengearbeitet mit
net-metric-companies-investors = Unternehmen und Investoren
net-metric-banks = Entwicklungsbanken
net-metric-coalition = Bündnis
net-metric-eligible-cities = Städte, die beitreten können

# Ties, read as: this network is … the other
net-tie-partner = Partner von
net-tie-related-to = verwandt mit
net-tie-works-with = arbeitet zusammen mit
net-tie-operates = betreibt
net-tie-operated-by = betrieben von
net-tie-runs = führt durch
net-tie-run-by = durchgeführt von
net-tie-co-run-by = gemeinsam durchgeführt von
net-tie-co-runs = führt mit anderen durch
net-tie-supplied-by = erhält Fallstudien von
net-tie-supplies-cases = liefert Fallstudien an
net-tie-part-of = Teil von
net-tie-includes = umfasst
net-tie-founding-partner = Gründungspartner von
net-tie-founded-with = gegründet mit
net-tie-represented-in = hat einen Sitz in
net-tie-gives-a-seat = gibt einen Sitz an
net-tie-partner-in = Partner bei
net-tie-has-partner = hat als Partner
net-tie-funded-by = finanziert von
net-tie-funds = finanziert
net-tie-led-by = geleitet von
net-tie-leads = leitet
net-tie-hosted-by = angesiedelt bei
net-tie-hosts = beherbergt
net-tie-successor-of = Nachfolger von
net-tie-succeeded-by = Vorgänger von
net-tie-publishes = veröffentlicht
net-tie-published-by = veröffentlicht von
net-tie-founded-under = gegründet im Rahmen von
net-tie-occasion-of = dort gegründet:

# What is doubtful about an entry
net-flag-figures-conflict = Die Quellen nennen verschiedene Zahlen.
net-flag-heading-missing-in-seed = In der Quelle steht dieser Text ohne Überschrift; der Name wurde daraus erschlossen.
net-flag-seed-text-suspect = Teile des Quelltextes scheinen zu einem anderen Netzwerk zu gehören.
net-flag-name-only-in-text = Die Quelle nennt nur den Namen.

# Suggestions
suggest-title = Ein Netzwerk vorschlagen
suggest-about = Zu { $network }
suggest-what = Ein Netzwerk fehlt, ein Eintrag stimmt nicht, oder es geht um Ihr eigenes Netzwerk: Schreiben Sie denen, die diese Website betreiben. Sie brauchen kein Konto, und nichts davon wird unverändert veröffentlicht.
suggest-name = Name des Netzwerks
suggest-website = Seine Website
suggest-message = Was sollte darüber gesagt werden?
suggest-message-help = Mit Quelle, wenn Sie eine haben. Höchstens 4.000 Zeichen.
suggest-us = Ich spreche für dieses Netzwerk.
suggest-contact = Wie sind Sie zu erreichen?
suggest-contact-help = Nötig, wenn Sie für das Netzwerk sprechen. Das sehen nur die, die diese Website betreiben, und es wird gelöscht, wenn sie fertig sind.
suggest-trap = Bitte leer lassen
suggest-send = Absenden
suggest-flaws = Das ließ sich noch nicht absenden
suggest-flaw-name = Bitte nennen Sie den Namen des Netzwerks, mit höchstens 200 Zeichen.
suggest-flaw-website = Die Website muss eine Adresse sein, die mit https:// oder http:// beginnt.
suggest-flaw-message = Bitte schreiben Sie, was gesagt werden sollte, mit höchstens 4.000 Zeichen.
suggest-flaw-contact = Bitte sagen Sie, wie Sie zu erreichen sind, wenn Sie für das Netzwerk sprechen, mit höchstens 200 Zeichen.
suggest-flaw-full = Zu viele Vorschläge warten darauf, gelesen zu werden. Bitte versuchen Sie es in einigen Tagen noch einmal.
suggest-thanks = Vielen Dank
suggest-thanks-what = Ihr Vorschlag ist angekommen. Wer diese Website betreibt, liest ihn und entscheidet.

# People
people-title = Stadtmacherinnen und Stadtmacher
people-what = Menschen, die an Städten arbeiten, hier gefunden werden möchten und selbst sagen, womit sie sich auskennen.
people-found = { $n ->
    [one] { $n } Person
   *[other] { $n } Personen
}
people-none-title = Niemand passt zu all dem
people-nobody = Noch niemand hat sich hier eintragen lassen.
people-next = Weitere Personen
person-comments = Zu Fällen geschrieben
person-cases = Fälle, an denen sie beteiligt waren

# Regions of the world, by id
region-africa = Afrika
region-east-asia = Ostasien
region-south-asia = Südasien
region-southeast-asia = Südostasien
region-west-central-asia = West- und Zentralasien
region-europe = Europa
region-latin-america-caribbean = Lateinamerika und Karibik
region-north-america = Nordamerika
region-oceania = Ozeanien

# What a topic is about, by its id
topic-what-mobility = Menschen und Güter bewegen, mit weniger Verkehr, weniger Gefahr und weniger Emissionen.
topic-what-climate-adaptation = Vorsorge für Hochwasser, Hitze, Dürre, Stürme und andere Schocks.
topic-what-energy-climate = Emissionen senken durch Planung, saubere Versorgung und sparsamen Verbrauch.
topic-what-water = Sichere Versorgung, Sanitärversorgung und lebendige Flüsse.
topic-what-nature = Parks, Bäume, Lebensräume und naturbasierte Lösungen.
topic-what-waste-circularity = Abfall vermeiden und Materialien im Gebrauch halten.
topic-what-housing = Angemessene, bezahlbare Wohnungen und die Aufwertung informeller Siedlungen.
topic-what-planning-public-space = Flächennutzung, Erneuerung, Erbe und der Raum zwischen den Gebäuden.
topic-what-inclusion = Niemanden zurücklassen.
topic-what-health-food = Gesunde Orte, saubere Luft und gutes Essen für alle.
topic-what-education-culture = Lernen, Kreativität und kulturelles Leben.
topic-what-economy-jobs = Menschenwürdige Arbeit, faire Finanzierung und krisenfeste örtliche Betriebe.
topic-what-governance = Wie Städte entscheiden, finanzieren, zusammenarbeiten und berichten.
topic-what-digital = Daten, Dienste und Rechte in der digitalen Stadt.
topic-what-safety-rights = Gewalt verhüten, Rechte und Freiheiten schützen.

# The goals in one sentence, by number
goal-what-1 = Armut in allen ihren Formen und überall beenden.
goal-what-2 = Den Hunger beenden, Ernährungssicherheit und eine bessere Ernährung erreichen und eine nachhaltige Landwirtschaft fördern.
goal-what-3 = Ein gesundes Leben für alle Menschen jeden Alters gewährleisten und ihr Wohlergehen fördern.
goal-what-4 = Inklusive, gleichberechtigte und hochwertige Bildung gewährleisten und Möglichkeiten lebenslangen Lernens für alle fördern.
goal-what-5 = Geschlechtergleichstellung erreichen und alle Frauen und Mädchen zur Selbstbestimmung befähigen.
goal-what-6 = Verfügbarkeit und nachhaltige Bewirtschaftung von Wasser und Sanitärversorgung für alle gewährleisten.
goal-what-7 = Zugang zu bezahlbarer, verlässlicher, nachhaltiger und moderner Energie für alle sichern.
goal-what-8 = Dauerhaftes, breitenwirksames und nachhaltiges Wirtschaftswachstum, produktive Vollbeschäftigung und menschenwürdige Arbeit für alle fördern.
goal-what-9 = Eine widerstandsfähige Infrastruktur aufbauen, breitenwirksame und nachhaltige Industrialisierung fördern und Innovationen unterstützen.
goal-what-10 = Ungleichheit in und zwischen Ländern verringern.
goal-what-11 = Städte und Siedlungen inklusiv, sicher, widerstandsfähig und nachhaltig gestalten.
goal-what-12 = Nachhaltige Konsum- und Produktionsmuster sicherstellen.
goal-what-13 = Umgehend Maßnahmen zur Bekämpfung des Klimawandels und seiner Auswirkungen ergreifen.
goal-what-14 = Ozeane, Meere und Meeresressourcen im Sinne nachhaltiger Entwicklung erhalten und nachhaltig nutzen.
goal-what-15 = Landökosysteme schützen, wiederherstellen und ihre nachhaltige Nutzung fördern, Wälder nachhaltig bewirtschaften, Wüstenbildung bekämpfen, Bodendegradation beenden und umkehren und dem Verlust der biologischen Vielfalt ein Ende setzen.
goal-what-16 = Friedliche und inklusive Gesellschaften für eine nachhaltige Entwicklung fördern, allen Menschen Zugang zur Justiz ermöglichen und leistungsfähige, rechenschaftspflichtige und inklusive Institutionen auf allen Ebenen aufbauen.
goal-what-17 = Umsetzungsmittel stärken und die Globale Partnerschaft für nachhaltige Entwicklung mit neuem Leben erfüllen.

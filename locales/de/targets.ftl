# Kurze Namen der 169 Unterziele der Ziele für nachhaltige Entwicklung, nach Nummer.

target-1-1 = Extreme Armut beenden
target-1-2 = Armut in all ihren Formen halbieren
target-1-3 = Soziale Sicherung für alle
target-1-4 = Gleiche Rechte auf Ressourcen und Grundversorgung
target-1-5 = Widerstandskraft der Armen gegen Schocks und Katastrophen
target-1-a = Mittel zur Beendigung der Armut
target-1-b = Politik für die Armen und für Geschlechtergerechtigkeit

target-2-1 = Sichere und ausreichende Nahrung für alle
target-2-2 = Mangelernährung beenden
target-2-3 = Ertrag und Einkommen kleiner Nahrungsmittelerzeuger
target-2-4 = Nachhaltige und widerstandsfähige Nahrungsmittelproduktion
target-2-5 = Genetische Vielfalt von Saatgut, Pflanzen und Tieren
target-2-a = In ländliche Infrastruktur und Agrarforschung investieren
target-2-b = Faire Agrarmärkte und fairer Handel
target-2-c = Stabile Märkte für Nahrungsmittelrohstoffe

target-3-1 = Müttersterblichkeit senken
target-3-2 = Vermeidbare Todesfälle von Neugeborenen und Kleinkindern beenden
target-3-3 = Epidemien beenden und übertragbare Krankheiten bekämpfen
target-3-4 = Nichtübertragbare Krankheiten und psychische Gesundheit
target-3-5 = Suchtmittelmissbrauch vorbeugen und behandeln
target-3-6 = Verkehrstote und Verletzte halbieren
target-3-7 = Sexuelle und reproduktive Gesundheitsversorgung
target-3-8 = Gesundheitsversorgung für alle
target-3-9 = Weniger Todesfälle durch Verschmutzung und Chemikalien
target-3-a = Tabakkontrolle
target-3-b = Impfstoffe und Arzneimittel für alle
target-3-c = Gesundheitsfinanzierung und Gesundheitspersonal
target-3-d = Frühwarnung vor Gesundheitsrisiken

target-4-1 = Kostenlose Grund- und Sekundarschulbildung
target-4-2 = Frühkindliche Entwicklung und Betreuung
target-4-3 = Erschwingliche Berufs- und Hochschulbildung
target-4-4 = Fähigkeiten für die Arbeitswelt
target-4-5 = Gleicher Zugang zu allen Bildungsstufen
target-4-6 = Lesen, Schreiben und Rechnen
target-4-7 = Bildung für nachhaltige Entwicklung
target-4-a = Sichere und inklusive Lernorte
target-4-b = Stipendien für Entwicklungsländer
target-4-c = Mehr qualifizierte Lehrkräfte

target-5-1 = Diskriminierung von Frauen und Mädchen beenden
target-5-2 = Gewalt gegen Frauen und Mädchen beenden
target-5-3 = Schädliche Praktiken wie Kinderheirat beenden
target-5-4 = Unbezahlte Pflege- und Hausarbeit wertschätzen
target-5-5 = Frauen in Führung und Entscheidung
target-5-6 = Reproduktive Gesundheit und Rechte
target-5-a = Gleiche Rechte auf wirtschaftliche Ressourcen und Eigentum
target-5-b = Technologien, die Frauen stärken
target-5-c = Politik und Gesetze zur Gleichstellung

target-6-1 = Sauberes und bezahlbares Trinkwasser
target-6-2 = Sanitärversorgung und Hygiene für alle
target-6-3 = Wasserqualität, Abwasser und sichere Wiederverwendung
target-6-4 = Effiziente Wassernutzung und Wasserknappheit
target-6-5 = Integrierte Bewirtschaftung der Wasserressourcen
target-6-6 = Gewässerökosysteme schützen und wiederherstellen
target-6-a = Internationale Zusammenarbeit bei Wasser und Sanitärversorgung
target-6-b = Gemeinschaften wirken an der Wasserbewirtschaftung mit

target-7-1 = Zugang zu moderner Energie für alle
target-7-2 = Mehr erneuerbare Energie
target-7-3 = Doppelt so schneller Fortschritt bei der Energieeffizienz
target-7-a = Forschung und Investitionen für saubere Energie
target-7-b = Nachhaltige Energieinfrastruktur in Entwicklungsländern

target-8-1 = Nachhaltiges Wirtschaftswachstum
target-8-2 = Produktivität durch Vielfalt und Innovation
target-8-3 = Gute Arbeitsplätze, Unternehmertum und kleine Betriebe
target-8-4 = Ressourceneffizienz, Entkopplung von Umweltzerstörung
target-8-5 = Vollbeschäftigung, menschenwürdige Arbeit und gleicher Lohn
target-8-6 = Junge Menschen in Arbeit oder Ausbildung
target-8-7 = Zwangsarbeit, Menschenhandel und Kinderarbeit beenden
target-8-8 = Arbeitsrechte und sichere Arbeitsplätze
target-8-9 = Nachhaltiger Tourismus
target-8-10 = Zugang zu Banken und Versicherungen
target-8-a = Handelshilfe (Aid for Trade)
target-8-b = Globale Strategie für Jugendbeschäftigung

target-9-1 = Verlässliche, nachhaltige und widerstandsfähige Infrastruktur
target-9-2 = Inklusive und nachhaltige Industrie
target-9-3 = Finanzierung und Märkte für kleine Unternehmen
target-9-4 = Infrastruktur und Industrie nachhaltig modernisieren
target-9-5 = Forschung und Technologie
target-9-a = Infrastruktur in Entwicklungsländern fördern
target-9-b = Einheimische Technologie und Diversifizierung
target-9-c = Zugang zu Informationstechnik und Internet

target-10-1 = Einkommenszuwachs der ärmsten 40 Prozent
target-10-2 = Soziale, wirtschaftliche und politische Inklusion
target-10-3 = Chancengleichheit, keine diskriminierenden Gesetze
target-10-4 = Steuer- und Sozialpolitik für mehr Gleichheit
target-10-5 = Globale Finanzmärkte regulieren
target-10-6 = Mitsprache der Entwicklungsländer in globalen Institutionen
target-10-7 = Sichere und gut gesteuerte Migration
target-10-a = Sonderbehandlung der Entwicklungsländer im Handel
target-10-b = Entwicklungshilfe, wo sie am nötigsten ist
target-10-c = Günstigere Heimatüberweisungen

target-11-1 = Angemessener Wohnraum und Aufwertung von Slums
target-11-2 = Nachhaltiger Verkehr für alle
target-11-3 = Inklusive und partizipative Planung
target-11-4 = Kultur- und Naturerbe schützen
target-11-5 = Weniger Verluste durch Katastrophen
target-11-6 = Geringere Umweltbelastung: Luftqualität und Abfall
target-11-7 = Sichere und inklusive Grün- und Freiräume
target-11-a = Stadt-Land-Verbindungen und Regionalplanung
target-11-b = Integrierte Politik für Klima und Katastrophenrisiken
target-11-c = Nachhaltiges Bauen in den am wenigsten entwickelten Ländern

target-12-1 = Programme für nachhaltigen Konsum und nachhaltige Produktion
target-12-2 = Effiziente Nutzung natürlicher Ressourcen
target-12-3 = Lebensmittelverschwendung halbieren, Verluste senken
target-12-4 = Verantwortungsvoller Umgang mit Chemikalien und Abfällen
target-12-5 = Abfall vermeiden, verringern, verwerten und wiederverwenden
target-12-6 = Nachhaltiges Wirtschaften und Berichten in Unternehmen
target-12-7 = Nachhaltige öffentliche Beschaffung
target-12-8 = Bewusstsein für nachhaltige Lebensweisen
target-12-a = Wissenschaftliche Kapazitäten für nachhaltigen Konsum
target-12-b = Nachhaltigen Tourismus messen
target-12-c = Subventionen für fossile Brennstoffe reformieren

target-13-1 = Widerstandskraft gegen Klimagefahren und Katastrophen
target-13-2 = Klimaschutz in Politik und Planung
target-13-3 = Klimabildung und Klimakompetenz
target-13-a = Zusagen zur Klimafinanzierung
target-13-b = Klimaplanung in den am wenigsten entwickelten Ländern

target-14-1 = Meeresverschmutzung verringern
target-14-2 = Meeres- und Küstenökosysteme schützen
target-14-3 = Versauerung der Ozeane
target-14-4 = Überfischung beenden
target-14-5 = Küsten- und Meeresgebiete bewahren
target-14-6 = Schädliche Fischereisubventionen beenden
target-14-7 = Nutzen der Meere für kleine Inselstaaten
target-14-a = Meeresforschung und Meerestechnik
target-14-b = Zugang für die Kleinfischerei
target-14-c = Internationales Seerecht

target-15-1 = Land- und Süßwasserökosysteme bewahren und wiederherstellen
target-15-2 = Nachhaltige Wälder und Wiederaufforstung
target-15-3 = Wüstenbildung bekämpfen, Böden wiederherstellen
target-15-4 = Bergökosysteme
target-15-5 = Verlust der biologischen Vielfalt aufhalten
target-15-6 = Gerechte Teilhabe an genetischen Ressourcen
target-15-7 = Wilderei und Artenhandel beenden
target-15-8 = Invasive gebietsfremde Arten
target-15-9 = Der Wert der Ökosysteme in der Planung
target-15-a = Finanzierung für biologische Vielfalt
target-15-b = Finanzierung für Wälder
target-15-c = Weltweite Unterstützung gegen Wilderei

target-16-1 = Gewalt überall verringern
target-16-2 = Kinder vor Missbrauch und Gewalt schützen
target-16-3 = Rechtsstaatlichkeit und Zugang zur Justiz
target-16-4 = Illegale Geld- und Waffenströme verringern
target-16-5 = Korruption und Bestechung verringern
target-16-6 = Leistungsfähige und rechenschaftspflichtige Institutionen
target-16-7 = Partizipative und repräsentative Entscheidungen
target-16-8 = Entwicklungsländer in der globalen Ordnungspolitik
target-16-9 = Rechtliche Identität für alle
target-16-10 = Öffentlicher Zugang zu Informationen und Grundfreiheiten
target-16-a = Institutionen zur Verhütung von Gewalt und Kriminalität
target-16-b = Nichtdiskriminierende Gesetze und Politik

target-17-1 = Eigene Einnahmen und Steuerverwaltung
target-17-2 = Zusagen der Entwicklungshilfe
target-17-3 = Zusätzliche Mittel für Entwicklungsländer
target-17-4 = Tragfähigkeit der Schulden
target-17-5 = Investitionen in den am wenigsten entwickelten Ländern
target-17-6 = Zusammenarbeit in Wissenschaft und Technik
target-17-7 = Weitergabe umweltverträglicher Technologien
target-17-8 = Technologiebank und Kapazitäten
target-17-9 = Kapazitätsaufbau für die Ziele
target-17-10 = Regelgestütztes und gerechtes Handelssystem
target-17-11 = Ausfuhren der Entwicklungsländer
target-17-12 = Marktzugang für die am wenigsten entwickelten Länder
target-17-13 = Weltweite makroökonomische Stabilität
target-17-14 = Politikkohärenz
target-17-15 = Politischen Spielraum jedes Landes achten
target-17-16 = Globale Partnerschaft für nachhaltige Entwicklung
target-17-17 = Partnerschaften von Staat, Wirtschaft und Zivilgesellschaft
target-17-18 = Kapazitäten für Daten und Statistik
target-17-19 = Fortschritt jenseits des BIP messen

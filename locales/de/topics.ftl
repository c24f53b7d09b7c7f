# Topics and subtopics, by id.

topic-mobility = Mobilität und Verkehr
topic-public-transport = Öffentlicher Verkehr
topic-walking = Zu Fuß gehen und Fußgängerzonen
topic-cycling = Radverkehr
topic-traffic-demand = Weniger Autoverkehr, Straßennutzungsgebühren und Citylogistik
topic-road-safety = Verkehrssicherheit
topic-electric-mobility = Elektrische und saubere Fahrzeuge
topic-shared-mobility = Geteilte Mobilität und Bedarfsverkehr

topic-climate-adaptation = Klimaanpassung und Resilienz
topic-stormwater-flooding = Regenwasser und Überflutung
topic-extreme-heat = Extreme Hitze
topic-drought = Dürre und Wassermangel
topic-coastal-resilience = Küsten und steigender Meeresspiegel
topic-disaster-risk = Katastrophenrisiko, Frühwarnung und Resilienzstrategien

topic-energy-climate = Energie und Klimaschutz
topic-climate-plans = Klimapläne und CO₂-Budgets
topic-renewable-energy = Erneuerbare Energie
topic-district-energy = Fernwärme und Fernkälte
topic-energy-efficiency = Energieeffizienz und Energiearmut

topic-water = Wasser und Abwasser
topic-drinking-water = Trinkwasserversorgung
topic-sanitation = Sanitärversorgung und Abwasser
topic-water-demand = Wassersparen und Verbrauchssteuerung
topic-river-restoration = Flüsse und Ufer wiederbeleben
topic-water-sensitive-design = Wassersensible Stadtgestaltung

topic-nature = Natur und Biodiversität
topic-parks-green-space = Parks und Grünflächen
topic-urban-forest = Stadtbäume und Stadtwälder
topic-nature-based-solutions = Naturbasierte Lösungen
topic-ecological-corridors = Lebensräume und Biotopverbund

topic-waste-circularity = Abfall und Kreislaufwirtschaft
topic-waste-prevention = Abfallvermeidung und Zero Waste
topic-recycling-collection = Sammlung, Recycling und Kompostierung
topic-reuse-repair = Wiederverwendung, Reparatur und zirkuläres Bauen
topic-informal-recyclers = Informelle Müllsammlerinnen und Müllsammler

topic-housing = Wohnen
topic-social-housing = Sozialer und kommunaler Wohnungsbau
topic-affordable-housing = Bezahlbares Wohnen und Mietenpolitik
topic-informal-settlements = Informelle Siedlungen und ihre Aufwertung
topic-cooperative-housing = Genossenschaftliches und gemeinschaftliches Wohnen
topic-homelessness = Obdachlosigkeit
topic-eco-districts = Nachhaltige Quartiere

topic-planning-public-space = Stadtplanung und öffentlicher Raum
topic-public-space = Öffentlicher Raum und taktischer Urbanismus
topic-compact-city = Kompakte Stadt und 15-Minuten-Stadt
topic-urban-regeneration = Stadterneuerung und Brachflächen
topic-heritage = Erbe und historische Quartiere
topic-urban-commons = Urbane Gemeingüter

topic-inclusion = Soziale Teilhabe und Gleichstellung
topic-gender-equality = Gleichstellung der Geschlechter
topic-children-youth = Kinder und Jugendliche
topic-older-people = Ältere Menschen und altersfreundliche Stadt
topic-disability-accessibility = Behinderung und Barrierefreiheit
topic-migration-refugees = Migration und Geflüchtete
topic-lgbtiq = Gleichstellung von LSBTIQ+
topic-anti-racism = Antidiskriminierung und interkulturelle Stadt
topic-poverty-reduction = Armutsbekämpfung und Sorgearbeit

topic-health-food = Gesundheit und Ernährung
topic-public-health = Öffentliche Gesundheit und gesunde Städte
topic-health-emergencies = Gesundheitliche Notlagen und Vorsorge
topic-air-quality = Luftqualität
topic-food-policy = Ernährungspolitik und Ernährungssicherheit
topic-urban-agriculture = Urbane Landwirtschaft
topic-sport-active-living = Sport und Bewegung

topic-education-culture = Bildung und Kultur
topic-lifelong-learning = Lernende Städte und lebenslanges Lernen
topic-schools = Schulen und frühe Kindheit
topic-culture-creativity = Kultur, Bibliotheken und Kreativwirtschaft
topic-sustainable-tourism = Nachhaltiger Tourismus

topic-economy-jobs = Lokale Wirtschaft und Arbeit
topic-skills-employment = Qualifizierung und Beschäftigung
topic-social-economy = Soziale und solidarische Wirtschaft
topic-innovation-startups = Innovation und Start-ups
topic-informal-economy = Informelle Wirtschaft und Märkte
topic-green-economy = Grüne Wirtschaft und gerechter Wandel
topic-public-procurement = Öffentliche Beschaffung

topic-governance = Governance und Beteiligung
topic-participatory-budgeting = Bürgerhaushalt
topic-citizen-participation = Bürgerbeteiligung und Bürgerräte
topic-open-government = Offene und transparente Verwaltung
topic-metropolitan-governance = Metropolregionen planen und steuern
topic-municipal-finance = Kommunale Finanzen
topic-sdg-localisation = Nachhaltigkeitsziele vor Ort und freiwillige Berichte
topic-city-diplomacy = Städtediplomatie und Interessenvertretung
topic-decentralised-cooperation = Zusammenarbeit von Stadt zu Stadt

topic-digital = Digitale Stadt
topic-open-data = Offene Daten und Datenpolitik
topic-digital-services = Digitale Verwaltungsdienste
topic-digital-rights = Digitale Rechte und Ethik
topic-digital-inclusion = Digitale Teilhabe
topic-smart-infrastructure = Intelligente Infrastruktur und Sensoren

topic-safety-rights = Sicherheit, Frieden und Menschenrechte
topic-urban-security = Sicherheit und Gewaltprävention
topic-human-rights-cities = Menschenrechtsstädte
topic-freedom-of-expression = Meinungsfreiheit und Zufluchtsstädte

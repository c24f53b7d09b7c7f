# The words of the closed vocabularies, by id.

# Status of the measure
status-planned = Geplant
status-pilot = Pilotversuch
status-ongoing = Läuft
status-completed = Abgeschlossen
status-discontinued = Eingestellt

# Scale
scale-site = Gebäude oder Gelände
scale-neighbourhood = Nachbarschaft oder Bezirk
scale-inner-city = Innenstadt
scale-city = Ganze Stadt
scale-metropolitan = Metropolregion
scale-regional = Region
scale-multi-city = Mehrere Städte

# Kinds of actors
kind-local-government = Kommunalverwaltung
kind-regional-government = Regionalregierung
kind-national-government = Nationale Regierung
kind-supranational = Internationale oder überstaatliche Einrichtung
kind-public-utility = Öffentliches Unternehmen oder Amt
kind-private-sector = Privatwirtschaft
kind-public-private-partnership = Öffentlich-private Partnerschaft
kind-community-group = Nachbarschafts- oder Bürgergruppe
kind-ngo-philanthropy = Nichtregierungsorganisation oder Stiftung
kind-research = Hochschule oder Forschung
kind-network = Städtenetzwerk

# Roles of actors
role-initiator = Initiative
role-lead = Federführung
role-partner = Partner
role-funder = Förderung
role-designer = Entwurf
role-operator = Betrieb
role-evaluator = Evaluation

# Sources of funding
funding-municipal-budget = Städtischer Haushalt
funding-taxes-levies = Steuern und Abgaben
funding-user-fees = Nutzungsgebühren
funding-regional-grant = Regionale Förderung
funding-national-grant = Nationale Förderung
funding-eu-funds = EU-Mittel
funding-development-bank = Entwicklungsbank
funding-donor-grant = Zuschuss von Gebern
funding-loans-bonds = Kredite und Anleihen
funding-private-investment = Private Investitionen
funding-philanthropy = Stiftungen und Spenden
funding-crowdfunding = Crowdfunding
funding-land-value-capture = Abschöpfung von Bodenwertzuwachs
funding-in-kind-volunteer = Sachleistungen und Ehrenamt

# Cost bands
cost-unknown = Nicht angegeben
cost-lt-100k = Unter 100.000 EUR
cost-100k-1m = 100.000 bis 1 Million EUR
cost-1m-10m = 1 bis 10 Millionen EUR
cost-10m-100m = 10 bis 100 Millionen EUR
cost-100m-1b = 100 Millionen bis 1 Milliarde EUR
cost-gt-1b = Über 1 Milliarde EUR

# Sizes of cities
size-xs = Unter 50.000
size-s = 50.000 bis 250.000
size-m = 250.000 bis 1 Million
size-l = 1 bis 5 Millionen
size-xl = Über 5 Millionen

# Sections of a case
section-context = Ausgangslage
section-challenge = Herausforderung
section-solution = Lösung und Umsetzung
section-results = Ergebnisse und Wirkung
section-lessons = Was wir gelernt haben
section-transferability = Übertragbarkeit
section-financing = Finanzierung
section-governance = Steuerung und Beteiligung
section-monitoring = Beobachtung und Auswertung

# Kinds of links
link-website = Website
link-original = Zuerst erschienen bei
link-document = Dokument
link-dataset = Datensatz
link-video = Video
link-evaluation = Evaluation
link-news = Nachricht

# Roles of contacts
contact-initiator = Initiative
contact-project-manager = Projektleitung
contact-press = Presse
contact-network = Geschäftsstelle des Netzwerks

# Licences
licence-CC-BY-4-0 = Creative Commons Namensnennung 4.0
licence-CC-BY-SA-4-0 = Creative Commons Namensnennung, Weitergabe unter gleichen Bedingungen 4.0
licence-CC-BY-NC-4-0 = Creative Commons Namensnennung, nicht kommerziell 4.0
licence-CC-BY-NC-SA-4-0 = Creative Commons Namensnennung, nicht kommerziell, Weitergabe unter gleichen Bedingungen 4.0
licence-CC0-1-0 = Creative Commons Zero
licence-LicenseRef-all-rights-reserved = Alle Rechte vorbehalten

# Languages of cases
language-en = Englisch
language-es = Spanisch
language-fr = Französisch
language-pt = Portugiesisch
language-de = Deutsch
language-ko = Koreanisch
language-ja = Japanisch
language-zh-Hans = Chinesisch (vereinfacht)
language-zh-Hant = Chinesisch (traditionell)
language-ar = Arabisch

citymaker-politician = Politik
citymaker-administrator = Verwaltung
citymaker-academic = Wissenschaft
citymaker-practitioner = Praxis
citymaker-network-staff = Mitarbeit im Netzwerk
citymaker-civil-society = Zivilgesellschaft
citymaker-journalist = Journalismus
citymaker-student = Studium

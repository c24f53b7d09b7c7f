# The words of the closed vocabularies, by id.

# Status of the measure
status-planned = Prévu
status-pilot = Pilote
status-ongoing = En cours
status-completed = Achevé
status-discontinued = Abandonné

# Scale
scale-site = Bâtiment ou site
scale-neighbourhood = Quartier ou arrondissement
scale-inner-city = Centre-ville
scale-city = Toute la ville
scale-metropolitan = Aire métropolitaine
scale-regional = Région
scale-multi-city = Plusieurs villes

# Kinds of actors
kind-local-government = Collectivité locale
kind-regional-government = Gouvernement régional
kind-national-government = Gouvernement national
kind-supranational = Organisme international ou supranational
kind-public-utility = Entreprise ou agence publique
kind-private-sector = Secteur privé
kind-public-private-partnership = Partenariat public-privé
kind-community-group = Groupe d’habitants ou de citoyens
kind-ngo-philanthropy = ONG ou philanthropie
kind-research = Université ou recherche
kind-network = Réseau de villes

# Roles of actors
role-initiator = Initiative
role-lead = Pilotage
role-partner = Partenaires
role-funder = Financement
role-designer = Conception
role-operator = Exploitation
role-evaluator = Évaluation

# Sources of funding
funding-municipal-budget = Budget municipal
funding-taxes-levies = Impôts et taxes
funding-user-fees = Redevances d’usage
funding-regional-grant = Subvention régionale
funding-national-grant = Subvention nationale
funding-eu-funds = Fonds de l’UE
funding-development-bank = Banque de développement
funding-donor-grant = Don d’un bailleur
funding-loans-bonds = Emprunts et obligations
funding-private-investment = Investissement privé
funding-philanthropy = Philanthropie
funding-crowdfunding = Financement participatif
funding-land-value-capture = Captation des plus-values foncières
funding-in-kind-volunteer = Apports en nature et bénévolat

# Cost bands
cost-unknown = Non indiqué
cost-lt-100k = Moins de 100 000 EUR
cost-100k-1m = De 100 000 à 1 million d’EUR
cost-1m-10m = De 1 à 10 millions d’EUR
cost-10m-100m = De 10 à 100 millions d’EUR
cost-100m-1b = De 100 millions à 1 milliard d’EUR
cost-gt-1b = Plus d’un milliard d’EUR

# Sizes of cities
size-xs = Moins de 50 000
size-s = De 50 000 à 250 000
size-m = De 250 000 à 1 million
size-l = De 1 à 5 millions
size-xl = Plus de 5 millions

# Sections of a case
section-context = Contexte
section-challenge = Défi
section-solution = Solution et mise en œuvre
section-results = Résultats et effets
section-lessons = Enseignements
section-transferability = Transférabilité
section-financing = Financement
section-governance = Gouvernance et participation
section-monitoring = Suivi et évaluation

# Kinds of links
link-website = Site web
link-original = Publication d’origine
link-document = Document
link-dataset = Jeu de données
link-video = Vidéo
link-evaluation = Évaluation
link-news = Actualité

# Roles of contacts
contact-initiator = Initiative
contact-project-manager = Chef de projet
contact-press = Presse
contact-network = Secrétariat du réseau

# Licences
licence-CC-BY-4-0 = Creative Commons Attribution 4.0
licence-CC-BY-SA-4-0 = Creative Commons Attribution, Partage dans les mêmes conditions 4.0
licence-CC-BY-NC-4-0 = Creative Commons Attribution, Pas d’utilisation commerciale 4.0
licence-CC-BY-NC-SA-4-0 = Creative Commons Attribution, Pas d’utilisation commerciale, Partage dans les mêmes conditions 4.0
licence-CC0-1-0 = Creative Commons Zéro
licence-LicenseRef-all-rights-reserved = Tous droits réservés

# Languages of cases
language-en = anglais
language-es = espagnol
language-fr = français
language-pt = portugais
language-de = allemand
language-ko = coréen
language-ja = japonais
language-zh-Hans = chinois (simplifié)
language-zh-Hant = chinois (traditionnel)
language-ar = arabe

citymaker-politician = Politique
citymaker-administrator = Administration
citymaker-academic = Recherche
citymaker-practitioner = Métier
citymaker-network-staff = Équipe du réseau
citymaker-civil-society = Société civile
citymaker-journalist = Journalisme
citymaker-student = Études

# Doors: topics, goals, places, networks, people.

# Lists of doors.
doors-topics = Thèmes
doors-goals = Objectifs de développement durable
doors-cities = Villes
doors-countries = Pays
doors-regions = Régions du monde
doors-languages = Langues
doors-topics-what = Tout ce sur quoi les villes travaillent : 15 thèmes avec leurs sous-thèmes et le nombre d’études de cas.
doors-goals-what = Les 17 objectifs que les Nations Unies ont adoptés pour 2030, avec les études de cas qui servent chacun d’eux.
doors-cities-what = Toutes les villes qui ont une étude de cas ici, région par région.
doors-countries-what = Tous les pays qui ont une étude de cas ici, région par région.
doors-regions-what = Les régions du monde, avec les études de cas de chacune.
doors-languages-what = Les langues dans lesquelles on peut lire ici les études de cas, en original ou en traduction.
doors-others = Autres entrées
doors-elsewhere = Ailleurs
doors-cities-more = { $n ->
    [one] Seule la ville qui a le plus de cas figure ici ; les autres sont sur la page de leur pays.
   *[other] Seules les { $n } villes qui ont le plus de cas figurent ici ; les autres sont sur la page de leur pays.
}

# One door.
door-subtopic = { $topic } fait partie du thème « { $parent } ».
door-city = Études de cas de { $city }, { $country }.
door-city-people = Environ { $people } personnes y vivent, selon GeoNames.
door-country = Études de cas de villes du pays { $country }, rattaché ici à la région « { $region } ».
door-region = { $n ->
    [one] Études de cas des villes d’un pays ou territoire.
   *[other] Études de cas des villes de { $n } pays et territoires.
}
door-language = Études de cas à lire dans cette langue : { $language }.
door-ways = Voir ces cas
door-search = Chercher dans ces cas
door-map = Sur la carte
door-table = En tableau
door-featured = Choisis par ce réseau
door-none-title = Il n’y a pas encore d’étude de cas ici
door-none = Dès que quelqu’un en publie une, elle apparaît ici. D’ici là, voyez à côté :
door-subtopics = Sous-thèmes
door-sisters = Thèmes voisins
door-targets = Cibles de cet objectif
door-by-topic = De quoi parlent ces cas
door-by-network = Qui les a publiés
door-people = Des personnes qui s’y connaissent
door-people-all = Tous les acteurs de la ville
door-take = Emporter ces cas
door-take-what = En flux qui annonce chaque nouveau cas, ou en fichier avec licence et date. Aucun compte n’est nécessaire.

# The directory of networks.
net-title = Réseaux de villes
net-what = Réseaux, programmes, prix et événements de villes du monde entier : ce qu’ils font, comment les rejoindre, et de qui on peut lire ici les études de cas.
net-found = { $n ->
    [one] { $n } réseau
   *[other] { $n } réseaux
}
net-none-title = Aucun réseau ne répond à tout cela
net-all = Tous les réseaux
net-facet-here = Sur ce site
net-facet-region = Travaille en
net-facet-kind = Type
net-facet-join = Comment adhérer
net-here-cases = a des cas ici
net-here-instance = publie depuis son propre site
net-worldwide = Monde entier
net-take = Emporter l’annuaire
net-take-what = Chaque entrée, avec la source de chaque chiffre.
net-about-title = Présentation
net-mandate = Travaille à
net-audience = Pour qui
net-projects = Projets phares
net-contact = Contact
net-no-contact = Aucun contact public n’est connu.
net-hosted-by = Hébergé par
net-seat = Siège
net-facts = On sait aussi
net-figures = En chiffres
net-figures-what = Chaque chiffre est ce qu’indique une source. Quand les sources diffèrent, toutes figurent ici.
net-figure = Quoi
net-statement = Indiqué
net-source = Source
net-as-of = À la date du
net-undated = sans date
net-disagree = les sources diffèrent
net-more-than = plus de { $value }
net-nearly = près de { $value }
net-about = environ { $value }
net-fee = Les membres paient une cotisation.
net-no-fee = Il n’y a pas de cotisation.
net-ties = Liens avec d’autres
net-picture = { $network } et ses liens
net-sources = D’où cela vient
net-flags = À lire avec prudence
net-unverified = Le site web et le siège relèvent de connaissances générales ; le réseau ne les a pas confirmés.
net-stated = Selon { $network }, le { $day }
net-claim-what = Y a-t-il une erreur ici, ou parlez-vous au nom de ce réseau ?
net-claim = Dites-le-nous

# Kinds of networks
net-kind-membership-network = Réseau de membres
net-kind-thematic-network = Réseau thématique
net-kind-programme = Programme
net-kind-un-programme = Programme des Nations Unies
net-kind-platform = Plateforme
net-kind-award = Prix
net-kind-event = Événement
net-kind-initiative = Initiative
net-kind-non-profit = Organisation à but non lucratif
net-kind-fund = Fonds
net-kind-hub = Centre
net-kind-coordination-mechanism = Coordination commune
net-kind-company = Entreprise
net-kind-registry = Registre
net-kind-blog = Blog

# Ways of joining
net-join-open = ouvert
net-join-conditions = ouvert à qui remplit les conditions
net-join-commitment = par un engagement
net-join-guests = en invité
net-join-application = sur demande
net-join-invitation = sur invitation
net-join-unknown = non indiqué

# What is measured
net-metric-members = Membres
net-metric-countries = Pays
net-metric-population = Personnes représentées
net-metric-population-share = Part de la population mondiale
net-metric-partner-cities = Villes partenaires
net-metric-states = États
net-metric-partners = Partenaires
net-metric-case-studies = Études de cas
net-metric-citymakers = Acteurs de la ville
net-metric-regions = Régions du monde
net-metric-offices = Bureaux
net-metric-national-offices = Bureaux nationaux
net-metric-worked-with = A travaillé avec
net-metric-companies-investors = Entreprises et investisseurs
net-metric-banks = Banques de développement
net-metric-coalition = Coalition
net-metric-eligible-cities = Villes qui peuvent adhérer

# Ties, read as: this network is … the other
net-tie-partner = partenaire de
net-tie-related-to = lié à
net-tie-works-with = travaille avec
net-tie-operates = exploite
net-tie-operated-by = exploité par
net-tie-runs = gère
net-tie-run-by = géré par
net-tie-co-run-by = géré conjointement par
net-tie-co-runs = gère avec d’autres
net-tie-supplied-by = reçoit des cas de
net-tie-supplies-cases = fournit des cas à
net-tie-part-of = fait partie de
net-tie-includes = comprend
net-tie-founding-partner = partenaire fondateur de
net-tie-founded-with = fondé avec
net-tie-represented-in = a un siège à
net-tie-gives-a-seat = donne un siège à
net-tie-partner-in = partenaire dans
net-tie-has-partner = a pour partenaire
net-tie-funded-by = financé par
net-tie-funds = finance
net-tie-led-by = dirigé par
net-tie-leads = dirige
net-tie-hosted-by = hébergé par
net-tie-hosts = héberge
net-tie-successor-of = successeur de
net-tie-succeeded-by = remplacé par
net-tie-publishes = publie
net-tie-published-by = publié par
net-tie-founded-under = fondé dans le cadre de
net-tie-occasion-of = y a été fondé :

# What is doubtful about an entry
net-flag-figures-conflict = Les sources indiquent des chiffres différents.
net-flag-heading-missing-in-seed = Dans la source, ce texte n’a pas de titre ; le nom en a été déduit.
net-flag-seed-text-suspect = Des parties du texte de la source semblent concerner un autre réseau.
net-flag-name-only-in-text = La source ne fait que mentionner le nom.

# Suggestions
suggest-title = Proposer un réseau
suggest-about = À propos de { $network }
suggest-what = Un réseau qui manque, une entrée erronée, ou votre propre réseau : écrivez à qui gère ce site. Aucun compte n’est nécessaire, et rien de ceci n’est publié tel quel.
suggest-name = Nom du réseau
suggest-website = Son site web
suggest-message = Que faudrait-il en dire ?
suggest-message-help = Avec une source si vous en avez une. 4 000 caractères au plus.
suggest-us = Je parle au nom de ce réseau.
suggest-contact = Comment peut-on vous joindre ?
suggest-contact-help = Nécessaire si vous parlez au nom du réseau. Seuls ceux qui gèrent ce site le voient, et c’est effacé quand ils ont terminé.
suggest-trap = Laissez ceci vide
suggest-send = Envoyer
suggest-flaws = L’envoi n’a pas encore pu se faire
suggest-flaw-name = Veuillez donner le nom du réseau, en 200 caractères au plus.
suggest-flaw-website = Le site web doit être une adresse qui commence par https:// ou http://.
suggest-flaw-message = Veuillez écrire ce qu’il faudrait dire, en 4 000 caractères au plus.
suggest-flaw-contact = Veuillez dire comment vous joindre si vous parlez au nom du réseau, en 200 caractères au plus.
suggest-flaw-full = Trop de propositions attendent d’être lues. Veuillez réessayer dans quelques jours.
suggest-thanks = Merci
suggest-thanks-what = Votre proposition est arrivée. La personne qui gère ce site la lit et décide.

# People
people-title = Acteurs de la ville
people-what = Des personnes qui travaillent pour les villes, qui ont choisi de figurer ici et disent elles-mêmes ce qu’elles connaissent.
people-found = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
people-none-title = Personne ne répond à tout cela
people-nobody = Personne n’a encore choisi de figurer ici.
people-next = D’autres personnes
person-comments = Écrit sous des cas
person-cases = Cas auxquels la personne a participé

# Regions of the world, by id
region-africa = Afrique
region-east-asia = Asie de l’Est
region-south-asia = Asie du Sud
region-southeast-asia = Asie du Sud-Est
region-west-central-asia = Asie occidentale et centrale
region-europe = Europe
region-latin-america-caribbean = Amérique latine et Caraïbes
region-north-america = Amérique du Nord
region-oceania = Océanie

# What a topic is about, by its id
topic-what-mobility = Déplacer les personnes et les biens avec moins de circulation, moins de danger et moins d’émissions.
topic-what-climate-adaptation = Se préparer aux inondations, à la chaleur, à la sécheresse, aux tempêtes et autres chocs.
topic-what-energy-climate = Réduire les émissions par la planification, un approvisionnement propre et la sobriété.
topic-what-water = Une eau sûre, l’assainissement et des rivières vivantes.
topic-what-nature = Parcs, arbres, habitats et solutions fondées sur la nature.
topic-what-waste-circularity = Éviter les déchets et garder les matériaux en usage.
topic-what-housing = Des logements convenables et abordables, et l’amélioration des quartiers informels.
topic-what-planning-public-space = L’usage des sols, le renouvellement, le patrimoine et l’espace entre les bâtiments.
topic-what-inclusion = Ne laisser personne de côté.
topic-what-health-food = Des lieux sains, un air pur et une bonne alimentation pour tous.
topic-what-education-culture = L’apprentissage, la créativité et la vie culturelle.
topic-what-economy-jobs = Du travail décent, une finance équitable et des entreprises locales résilientes.
topic-what-governance = Comment les villes décident, financent, coopèrent et rendent compte.
topic-what-digital = Données, services et droits dans la ville numérique.
topic-what-safety-rights = Prévenir la violence et protéger les droits et libertés.

# The goals in one sentence, by number
goal-what-1 = Éliminer la pauvreté sous toutes ses formes et partout dans le monde.
goal-what-2 = Éliminer la faim, assurer la sécurité alimentaire, améliorer la nutrition et promouvoir l’agriculture durable.
goal-what-3 = Permettre à tous de vivre en bonne santé et promouvoir le bien-être de tous à tout âge.
goal-what-4 = Assurer à tous une éducation équitable, inclusive et de qualité et des possibilités d’apprentissage tout au long de la vie.
goal-what-5 = Parvenir à l’égalité des sexes et autonomiser toutes les femmes et les filles.
goal-what-6 = Garantir l’accès de tous à des services d’alimentation en eau et d’assainissement gérés de façon durable.
goal-what-7 = Garantir l’accès de tous à des services énergétiques fiables, durables et modernes, à un coût abordable.
goal-what-8 = Promouvoir une croissance économique soutenue, partagée et durable, le plein emploi productif et un travail décent pour tous.
goal-what-9 = Bâtir une infrastructure résiliente, promouvoir une industrialisation durable qui profite à tous et encourager l’innovation.
goal-what-10 = Réduire les inégalités dans les pays et d’un pays à l’autre.
goal-what-11 = Faire en sorte que les villes et les établissements humains soient ouverts à tous, sûrs, résilients et durables.
goal-what-12 = Établir des modes de consommation et de production durables.
goal-what-13 = Prendre d’urgence des mesures pour lutter contre les changements climatiques et leurs répercussions.
goal-what-14 = Conserver et exploiter de manière durable les océans, les mers et les ressources marines aux fins du développement durable.
goal-what-15 = Préserver et restaurer les écosystèmes terrestres, en veillant à les exploiter de façon durable, gérer durablement les forêts, lutter contre la désertification, enrayer et inverser le processus de dégradation des sols et mettre fin à l’appauvrissement de la biodiversité.
goal-what-16 = Promouvoir l’avènement de sociétés pacifiques et inclusives aux fins du développement durable, assurer l’accès de tous à la justice et mettre en place, à tous les niveaux, des institutions efficaces, responsables et ouvertes à tous.
goal-what-17 = Renforcer les moyens de mettre en œuvre le Partenariat mondial pour le développement durable et le revitaliser.

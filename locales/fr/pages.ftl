# Ce que dit le cadre de chaque page.
skip-to-content = Aller au contenu
skip-to-results = Aller aux résultats
nav-main = Menu principal
nav-crumbs = Vous êtes ici
nav-languages = Langue de ce site
nav-cases = Études de cas
nav-topics = Thèmes
nav-goals = Objectifs
nav-networks = Réseaux
nav-follow = Suivre
footer-licence = Chaque étude de cas indique sa propre licence.
footer-software = Réalisé avec { $software }, logiciel libre sous AGPL 3.0.
footer-places = Données des villes : { $source }, CC BY 4.0. Noms des pays : i18n-iso-countries.
cases = études de cas
goal = Objectif
goals = Objectifs de développement durable
licence = Licence

# Dates et montants.
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date-day = { $day ->
    [1] 1er { $month } { $year }
   *[other] { $day } { $month } { $year }
}
date-month = { $month } { $year }
date-year = { $year }
amount-large = { $n ->
    [one] { $n } million
   *[other] { $n } millions
}
amount-huge = { $n ->
    [one] { $n } milliard
   *[other] { $n } milliards
}

# Recherche.
search-label = Chercher des études de cas
search-placeholder = Eau de pluie, centre sans voitures, budget participatif…
search-button = Chercher
cases-found = { $n ->
    [one] { $n } étude de cas
   *[other] { $n } études de cas
}

# Accueil.
home-title = Ce qui réussit dans les villes, raconté par celles et ceux qui l’ont fait.
home-what = Des études de cas de { $network } et des réseaux suivis ici. À lire, à chercher et à suivre librement, sans compte.
home-try = Par exemple :
home-newest = La plus récente
home-new = Nouveau dans le fil commun
home-all = { $n ->
    [one] Voir l’étude de cas
   *[other] Les { $n } études de cas
}
home-topics = Par thème
home-goals = Par objectif de développement durable
home-networks = Par réseau
home-networks-all = À propos de ces réseaux
home-empty-title = Il n’y a pas encore d’étude de cas ici
home-empty-what = Les responsables de ce site peuvent changer cela en quelques minutes, à côté du serveur en marche :
tally-cases = { $n ->
    [one] étude de cas
   *[other] études de cas
}
tally-cities = { $n ->
    [one] ville
   *[other] villes
}
tally-countries = { $n ->
    [one] pays
   *[other] pays
}
tally-networks = { $n ->
    [one] réseau
   *[other] réseaux
}

# Suivre depuis ailleurs.
follow-title = Suivre depuis Mastodon ou toute autre application du fédivers
follow-what = Chaque nouvelle étude de cas apparaît alors dans votre fil, sans compte ici. Chaque réseau de ce fil a sa propre adresse, sur sa page.
follow-how = Copiez une adresse, collez-la dans la recherche de votre propre serveur et appuyez sur suivre. Pour participer avec votre propre instance de Kontor, suivez la même adresse depuis celle-ci.
follow-group = les mêmes en groupe, pour Lemmy et les autres applications de groupes
follow-network = les études de cas de { $network }

# Le fil commun.
cases-title = Études de cas
cases-title-search = Études de cas sur « { $words } »
cases-description = Des études de cas de villes de plusieurs réseaux, à chercher et à filtrer par thème, objectif, lieu, réseau et langue.
filters = Filtres
filters-on = Filtres actifs
filters-more = { $n } de plus
filters-show = Voir les résultats
filters-clear = Tout effacer
filter-remove = Retirer le filtre : { $filter }
filter-remove-short = Retirer
filter-words = « { $words } »
filter-goal = Objectif { $n } : { $label }
facet-topic = Thème
facet-sdg = Objectif
facet-country = Pays
facet-city = Ville
facet-network = Réseau
facet-language = Langue de l’étude
sort = Trier par
sort-newest = plus récentes
sort-relevance = pertinence
results = Résultats
pages = Pages
pages-first = Revenir au début
pages-next = Autres études de cas
nothing-title = Aucune étude de cas ne répond à tout cela
nothing-yet = Il n’y a pas encore d’étude de cas dans ce fil.
nothing-loosen = Essayez avec une condition de moins :
nothing-without = Sans { $filter }
nothing-all = Voir toutes les études de cas
nothing-words = La recherche porte sur le début des mots, dans toutes les langues des études de cas et sans tenir compte des accents. Un bon mot trouve souvent plus qu’une phrase.

# Une étude de cas.
facts = En bref
fact-city = { $n ->
    [one] Ville
   *[other] Villes
}
fact-years = Années
fact-status = État
fact-scale = Échelle
fact-size = Population
fact-cost = Coût
fact-funding = Financé par
fact-language = Langue
fact-topics = Thèmes
years-since = depuis { $start }
years-span = de { $start } à { $end }
years-from = à partir de { $start }
money-range = de { $min } à { $max } { $currency }
money-one = { $amount } { $currency }
money-from = au moins { $amount } { $currency }
money-to = jusqu’à { $amount } { $currency }
case-in-language = En { $language }
gloss-human = Traduit par des personnes.
gloss-machine = Traduit par une machine ; l’original fait foi.
indicators = Autres chiffres
indicator = Ce qui a été mesuré
indicator-value = Valeur
indicator-year = Année
awards = Prix
pictures = Images
links = Liens et documents
contacts = Contact
related = Études de cas proches
read-original = Lire à la source
origin = D’où cela vient
origin-published = Publié par { $network } le { $date }, révision { $revision }.
origin-updated = Dernière modification le { $date }.
origin-shown = Affiché ici parce que ce site suit { $network }.
origin-first = Publié d’abord sur
origin-data = Cette étude de cas en données (ActivityPub)
comments = Commentaires
comments-how = Pour répondre, collez cette adresse dans le champ de recherche de votre propre serveur du fédivers, par exemple Mastodon, et répondez à ce qu’il trouve :
comments-none = Personne n’a encore commenté.
comments-gone = Ce commentaire n’est plus là.
comments-answers = en réponse à { $name }
comments-original = Original
comments-more = Seuls les { $n } premiers commentaires sont affichés ici.
person-role = Rôle
person-city = Ville
person-languages = Langues
person-said = Écrits publics
person-follow = Ce que { $name } publie apparaît alors dans votre fil, sans compte ici.

# Réseaux.
network-cases = Études de cas ici
network-founded = Fondé en
network-website = Site web
network-instance = Publie sur
network-tie = Dans ce fil
network-tie-own = ce site est le sien
network-tie-followed = suivi par ce site
network-tie-shown = par l’intermédiaire d’un autre réseau
network-newest = Études de cas les plus récentes
network-none-title = Pas encore d’étude de cas de ce réseau
network-none = Dès qu’il en publie une, elle apparaît ici.
network-description = { $network } : qui c’est, et ses études de cas dans ce fil.

# Quand quelque chose n’est pas comme espéré.
missing-title = Cette page n’existe pas
missing-text = Il y a peut-être une erreur dans l’adresse, ou la page a été déplacée. La recherche trouvera peut-être ce que vous vouliez.
gone-title = Cette étude de cas a été retirée
gone-text = { $network } l’a publiée puis retirée le { $date }. La raison indiquée :
gone-text-bare = L’organisation qui l’a publiée l’a retirée sans indiquer de raison.
broken-title = Quelque chose n’a pas fonctionné de notre côté
broken-text = Ce n’est pas votre faute. Réessayez dans un instant. Si cela se reproduit, indiquez ce numéro aux responsables du site :
fault-id = Numéro de cette panne :
fault-cases = Voir toutes les études de cas

# Filters that can be followed
feed-name = Études de cas : { $what }
feed-summary = Montre chaque étude de cas sur « { $what } » dès que ce réseau ou l’un de ses partenaires la publie.
cases-follow = De nouveaux cas comme ceux-ci dans votre propre fil :
cases-follow-how = Comment suivre

# How a followed network's catalogue compared
network-compared = À jour
network-compared-equal = comparé le { $day }, rien ne manquait
network-compared-healed = comparé le { $day }, { $count ->
    [one] un cas a été mis à jour
   *[other] { $count } cas ont été mis à jour
 }
network-compared-failed = n’a pas pu être comparé le { $day } ; un nouvel essai suivra

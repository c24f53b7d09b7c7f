# The site itself: its home, its own pages, its map, its styles.

# Masthead and foot.
nav-cities = Villes
nav-people = Personnes
nav-site = À propos de ce site
nav-data = Données ouvertes
nav-source = Code source
imprint = Mentions légales
privacy = Vie privée
terms = Conditions d’utilisation
accessibility = Accessibilité

# The network's own pages.
own-incomplete = Ce texte est fourni avec le programme, et les responsables de ce site ne l’ont pas encore complété : les endroits entre crochets restent ouverts. Leur propre texte va dans { $file }.

# The map.
map-title = Études de cas sur la carte
map-title-search = Études de cas sur « { $words } » sur la carte
map-description = Où se trouvent les études de cas : une carte des villes, avec à côté les mêmes villes en liste.
map-regions = Parties du monde
map-world = Monde
map-drawing = Carte des villes ayant des études de cas ; chaque épingle est un lien
map-skip = Passer la carte, aller à la liste des villes
map-closer = Plus près
map-out = Plus loin
map-about = Une épingle est une ville et mène à ses études de cas. Un anneau représente plusieurs villes et rapproche la vue. Le contour montre les terres seulement, sans frontières.
map-pin = { $city }, { $country } : { $cases }
map-cluster = { $cities }, { $cases } : { $names }…
map-cities = { $n ->
    [one] { $n } ville
   *[other] { $n } villes
}
map-list = { $n ->
    [one] { $n } ville dans cette partie de la carte
   *[other] { $n } villes dans cette partie de la carte
}
map-empty = Aucune ville de cette recherche ne se trouve ici.
map-all = Montrer les { $n } villes
map-elsewhere = { $n ->
    [one] { $n } autre ville ailleurs : voir le monde entier
   *[other] { $n } autres villes ailleurs : voir le monde entier
}

# Home.
home-empty-import = Importez vos propres études de cas, depuis JSON Lines ou un tableur :
home-empty-follow = Suivez l’instance d’un autre réseau ; ses études de cas apparaissent alors ici en quelques secondes :
home-empty-look = Donnez à ce site son nom, sa couleur et ses premiers mots, dans kontor.toml :

home-featured = Choisies par la rédaction
home-map = Autour du monde
home-map-open = Ouvrir la carte
home-topics-all = Tous les thèmes et sous-thèmes
home-goals-all = Les objectifs et leurs cibles
home-follow-more = D’autres façons de suivre, depuis tout serveur

# The page of styles, for those who build pages.
style-title = Styles
style-what = Toutes les variables et tous les composants de ce site, dans tous leurs états.
style-type = Caractères
style-pangram = Voix ambiguë d’un cœur qui, au zéphyr, préfère les jattes de kiwis
style-colours = Couleurs
style-day = De jour
style-night = De nuit
style-least = Au moins
style-text = Texte
style-ground = Fond
style-contrast = Contrastes, calculés
style-enough = suffisant
style-little = insuffisant
style-space = Espaces et angles
style-cards = Cartes
style-chips = Étiquettes, objectifs, thèmes
style-buttons = Boutons et liens
style-button = Publier
style-button-quiet = Pas maintenant
style-button-grave = Retirer l’étude de cas
style-button-off = Ne peut pas être pressé
style-forms = Formulaires
style-field = Titre
style-field-help = 300 caractères au plus. Dites ce qui a été fait, et où.
style-field-wrong = Ce titre a 312 caractères, 12 de trop.
style-field-optional = (facultatif)
style-field-off = Ne peut pas être modifié
style-field-choice = État
style-field-text = Solution
style-field-check = Afficher mon nom sur la page
style-field-one = L’un de ceux-ci
style-notices = Avis
style-notice = Le délai de cet appel se termine dans trois jours.
style-notice-good = Publié. Les autres serveurs le reçoivent en quelques secondes.
style-notice-bad = Deux champs demandent un autre regard :
style-tables = Tableaux
style-tabs = Onglets et pages
style-empty = Quand il n’y a rien
style-facts = Faits
style-dialog = Une question
style-dialog-title = Retirer cette étude de cas ?
style-dialog-text = Sa page dira qu’elle a été retirée, et pourquoi. Les autres serveurs en sont informés.

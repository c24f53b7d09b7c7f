# Feeds and downloads.

# What a feed or a file is called; $search is what was searched for.
feed-title = { $network } : études de cas
feed-title-search = { $search } – { $network }
feed-description = Ce que des villes ont fait, et ce qui en est sorti. Études de cas de { $network } et des réseaux qu’il suit.
# Who may be named, and under which licence: “Eurocities, Creative Commons Attribution 4.0”.
data-rights-case = { $network }, { $licence }
data-rights = Chaque étude de cas indique sa licence, sa source et son adresse : veuillez les garder ensemble. De celles dont tous les droits sont réservés, il n’y a que le titre, le résumé et le lien.
data-dataset = Toutes les études de cas publiées par { $network } et les réseaux qu’il suit : lieux, thèmes, Objectifs de développement durable, acteurs, coûts, résultats et enseignements.

# The first sheet of a workbook, and its labels.
data-sheet-about = À propos
data-sheet-cases = Études de cas
data-about-title = Titre
data-about-source = Recherche
data-about-day = Récupéré le

# Files and ways to get them, by their names.
data-csv = Tableau (CSV)
data-xlsx = Classeur (XLSX)
data-geojson = Couche de carte (GeoJSON)
data-jsonl = Tout (JSON Lines)
data-oai = Moissonnage pour les bibliothèques (OAI-PMH)
data-api = Interface de programmation (JSON)
data-outbox = En direct, dès la publication (ActivityPub)
data-set-own = Publié par { $network }

# The page about open data.
data-heading = À emporter
data-lead = Tout ce qui est public ici peut être téléchargé, suivi et réutilisé. Ni compte ni clé ne sont nécessaires.
data-nav = Données ouvertes
data-all = Toutes les études de cas en un fichier
data-csv-what = Une ligne par étude de cas, pour les tableurs et la statistique. S’ouvre dans tous les programmes.
data-xlsx-what = Les mêmes lignes pour Excel et LibreOffice, où les nombres sont des nombres.
data-geojson-what = Un point pour chaque ville de chaque étude de cas, pour QGIS et les cartes en ligne.
data-jsonl-what = Un enregistrement complet par ligne : toutes les parties, traductions, indicateurs et sources.
data-search = Seulement ce que vous avez cherché
data-search-how = Cherchez d’abord, puis ajoutez l’extension du fichier après « cases » dans l’adresse. Cela marche avec toute combinaison de filtres :
data-search-link = Chercher dans les études de cas
data-feeds = Rester informé
data-feeds-how = Toute recherche est aussi un flux, pour les lecteurs de flux, les rédactions et d’autres sites :
data-feeds-fediverse = Dans le fédivers, suivez le réseau lui-même ou n’importe lequel de ses thèmes, objectifs et lieux.
data-programs = Pour les programmes
data-api-what = Recherche, facettes, études de cas, réseaux et vocabulaires en JSON, décrits par un document OpenAPI 3.1.
data-oai-what = Les six verbes, Dublin Core, des ensembles pour chaque thème et objectif. Les études de cas retirées sont signalées pour toujours.
data-dcat = Catalogue pour les portails de données (DCAT-AP)
data-dcat-what = Un catalogue, un jeu de données et toutes ses distributions, en JSON-LD et Turtle.
data-licences = Licences
data-licences-how = Quand vous utilisez une étude de cas, nommez son réseau, liez sa page et indiquez sa licence.
data-fair = Usage raisonnable
data-fair-how = { $n ->
    [one] { $n } requête par minute venant d’une même adresse reçoit une réponse.
   *[other] { $n } requêtes par minute venant d’une même adresse reçoivent une réponse.
 } Les réponses portent un ETag : demandez avec If-None-Match, et ce qui n’a pas changé n’est pas renvoyé.

# The page about the programming interface.
api-heading = Interface de programmation
api-lead = La lecture est ouverte à tous, depuis toute page web et tout programme. Les réponses sont en JSON, les heures en UTC.
api-document = Le document OpenAPI 3.1
api-base = Toutes les adresses ci-dessous commencent par { $address }.
api-parameters = Paramètres
api-name = Nom
api-where = Où
api-meaning = Signification
api-answers = Réponses
api-status = Statut
api-example = Exemple
api-in-path = dans le chemin
api-in-query = dans la requête

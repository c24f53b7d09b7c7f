# Bringing cases in from a spreadsheet.
imports-title = Importer des cas
imports-what = Depuis un tableau, en CSV ou XLSX. Vous voyez d’abord ce qui se passerait ; rien n’est enregistré comme cas avant votre accord.
imports-template = Le modèle contient toutes les colonnes et quelques exemples :
imports-file = Fichier
imports-file-help = CSV ou XLSX, au plus { $most } Mo, { $rows } lignes.
imports-charset = Caractères d’un fichier CSV
imports-charset-auto = Reconnaître
imports-read = Lire le fichier
imports-own = Vos importations
imports-none = Vous n’avez encore rien importé.
imports-open = Non terminée
imports-done = Reprise
imports-undone = Annulée
imports-until = Conservée jusqu’au { $date }

# Columns and fields.
imports-columns = Ce qu’est chaque colonne
imports-columns-what = Les colonnes sans champ sont laissées de côté. Le titre est nécessaire.
imports-sheet = Feuille
imports-sheet-choose = Prendre cette feuille
imports-column = Colonne
imports-examples = Exemples
imports-field = Champ
imports-leave-out = (laisser de côté)
imports-rules = Comment les valeurs sont écrites
imports-list = Entre les éléments d’une liste
imports-list-auto = Reconnaître
imports-list-bar = | (barre)
imports-list-semicolon = ; (point-virgule)
imports-list-comma = , (virgule)
imports-list-line = Une nouvelle ligne
imports-dates = Dates comme 03/04/2019
imports-dates-day = D’abord le jour
imports-dates-month = D’abord le mois
imports-otherwise = Pour les lignes qui ne le disent pas
imports-network-help = Nom court d’un réseau de l’annuaire. Vide : ce réseau.
imports-source = Nom de cette source
imports-source-help = Par exemple « Tableau d’Eurocities ». La prochaine fois, les colonnes seront reconnues d’elles-mêmes.
imports-to-preview = Enregistrer et voir l’aperçu

# What would happen.
imports-preview = Aperçu
imports-preview-what = Rien n’est encore enregistré.
imports-filter = Lignes
imports-all = Toutes
imports-new = Nouveau
imports-changes = Modification
imports-same = Inchangé
imports-duplicate = Sans doute déjà ici
imports-refused = Impossible à reprendre
imports-line = Ligne
imports-result = Ce qui se passe
imports-fields = Modifie : { $fields }
imports-of-case = Comme le cas
imports-of-hidden = Comme un cas qui n’est pas public :
imports-of-draft = Comme le brouillon
imports-of-row = Comme la ligne { $row } :
imports-lacks = Il manquera au brouillon :
imports-place = Ligne { $row }, colonne { $column } « { $name } »
imports-place-none = Ligne { $row }, { $field }
imports-found = « { $text } »
imports-errors = Télécharger ce qui ne peut être repris (CSV)
imports-choices = Ce que deviennent les lignes
imports-mode = Les reprendre comme
imports-mode-drafts = Brouillons à la rédaction, que vous compléterez
imports-mode-published = Cas publiés
imports-others = Lignes sans doute déjà ici
imports-skip = Passer
imports-update = Modifier ce qui est ici
imports-add = Reprendre quand même
imports-choice-of = Ligne { $row }
imports-look-again = Enregistrer et revoir
imports-take-drafts = { $n ->
    [one] Créer { $n } brouillon
   *[other] Créer { $n } brouillons
}
imports-take-published = { $n ->
    [one] Publier { $n } cas
   *[other] Publier { $n } cas
}
imports-leave-flawed = { $n ->
    [one] Laisser de côté { $n } ligne qui ne peut être reprise
   *[other] Laisser de côté les { $n } lignes qui ne peuvent être reprises
}
imports-leave-what = Ou corrigez le fichier et envoyez-le de nouveau.
imports-nothing-to-take = Aucune ligne ne serait reprise.
imports-discard = Abandonner cette importation
imports-earlier = Précédentes
imports-later = Suivantes

# What happened.
imports-result-title = Ce qui est entré
imports-drafted = Brouillon
imports-published = Publié
imports-revised = Modifié
imports-count-drafted = { $n ->
    [one] { $n } brouillon créé
   *[other] { $n } brouillons créés
}
imports-count-published = { $n ->
    [one] { $n } cas publié
   *[other] { $n } cas publiés
}
imports-count-revised = { $n ->
    [one] { $n } cas modifié
   *[other] { $n } cas modifiés
}
imports-count-skipped = { $n ->
    [one] { $n } ligne passée
   *[other] { $n } lignes passées
}
imports-count-refused = { $n ->
    [one] { $n } ligne laissée de côté
   *[other] { $n } lignes laissées de côté
}
imports-undo = Tout annuler
imports-undo-what = Les brouillons disparaissent, les cas publiés sont retirés, les cas modifiés redeviennent comme avant. Seulement tant que personne n’a travaillé sur l’un d’eux.
imports-undo-reason = Motif, que tout le monde peut lire
imports-undo-usual = Importé par erreur.

# Why something was not done.
imports-no-file = Veuillez choisir un fichier.
imports-no-size = Le fichier est plus grand que permis.
imports-no-sheet = Ce n’est ni du CSV ni du XLSX.
imports-no-old = Ce classeur est dans un ancien format ou a un mot de passe. Enregistrez-le en XLSX sans mot de passe.
imports-no-broken = Le fichier est abîmé ou incomplet.
imports-no-room = Le fichier contient plus que ce qui peut être pris en une fois.
imports-no-rows = Le fichier a plus de { $most } lignes. Veuillez le diviser.
imports-no-columns = Le fichier a plus de { $most } colonnes.
imports-no-cell = Ligne { $row }, colonne { $column } : le texte est trop long.
imports-no-empty = Il n’y a pas de lignes sous les noms des colonnes.
imports-no-more = Plusieurs importations ne sont pas terminées. Terminez-en une, ou abandonnez-en une.
imports-no-moved = Quelque chose a changé depuis l’aperçu. Veuillez le revoir.
imports-no-flawed = Certaines lignes ne peuvent être reprises. Laissez-les de côté, ou corrigez le fichier.
imports-no-done = Cette importation est terminée.
imports-no-twice = Deux colonnes désignent « { $field } ».
imports-no-title = Aucune colonne ne désigne le titre.
imports-no-edited = Quelqu’un a travaillé sur « { $title } » depuis. Rien n’a été annulé.
lack-no-date = n’est pas une date comme 2019, 2019-05 ou 2019-05-17
lack-no-place = nomme une ville absente du registre ; indiquez latitude et longitude
lack-no-place-further = nomme une ville absente du registre ; ajoutez latitude et longitude, par exemple : Ghent (BE); 51.05; 3.72

# Fields, as columns are named.
column-title = Titre
column-subtitle = Sous-titre
column-summary = Résumé
column-language = Langue
column-city = Ville
column-country = Pays
column-lat = Latitude
column-lon = Longitude
column-geonameid = Numéro GeoNames
column-more-cities = Autres villes
column-start = Début
column-end = Fin
column-status = État
column-scale = Échelle
column-topics = Thèmes
column-sdgs = Objectifs de développement durable
column-sdg-targets = Cibles des objectifs
column-actors = Acteurs
column-funding-sources = Sources de financement
column-cost-band = Ordre de coût
column-amount-min = Coût, de
column-amount-max = Coût, à
column-currency = Monnaie
column-funding-note = Note sur le coût
column-awards = Prix reçus
column-links = Liens
column-image-url = Adresse d’une image
column-image-alt = Description de l’image
column-image-credit = Crédit de l’image
column-licence = Licence
column-source-network = Réseau d’origine
column-source-url = Adresse de l’original
column-contact-email = Adresse électronique d’un contact
column-id = Identifiant
column-published = Première publication
column-updated = Dernière modification

# The form of a case where scripts run, the marks of texts, translations, and who reviews.

script-search = Chercher parmi les choix
script-chosen = Choisi
script-all = Tous les choix
script-remove = retirer
script-none = Rien trouvé.
script-hits = Choix trouvés : { $n }
script-saved = Enregistré à { $time }.
script-unsaved = Non enregistré :
script-away = le serveur ne répond pas. Un nouvel essai se fait tout seul.
script-kept = Votre texte est conservé dans ce navigateur.
script-unkept = Ce navigateur ne conserve rien non plus. Copiez votre texte avant de partir.
script-out = vous n’êtes plus connecté.
script-enter = Se reconnecter
script-clash = Enregistré. Quelqu’un d’autre a modifié un champ en même temps ; les deux textes sont conservés.
script-decide = En choisir un
script-found = Ce navigateur conserve un texte du { $time } qui n’a pas été enregistré.
script-back = Le remettre
script-drop = Le jeter
script-look = Voir le résultat
script-looks = Résultat
marks-title = Mettre un texte en forme
marks-type = Vous tapez
marks-get = On lit
marks-bold = gras
marks-italic = italique
marks-item = un élément
marks-link = un lien
marks-heading = Titre
marks-quote = une citation
marks-lines = Une ligne vide commence un nouveau paragraphe.
write-save-look = Enregistrer et voir le résultat
place-added = { $city } a été ajoutée.
place-search-help = Commencez par le nom. Un pays ou un État peut suivre : Saint-Denis, France.
translate-title = Traductions
translate-what = Traduisez le titre, le résumé et le texte à côté de l’original. Ce que l’original change ensuite est signalé ici.
translate-into = Traduction : { $language }
translate-add = Traduire en
translate-begin = Commencer
translate-original = Original
translate-gone = L’original ne dit plus rien ici.
translate-here = Traduction
translate-changed = L’original a changé depuis cette traduction.
translate-checked = J’ai vérifié : la traduction est toujours juste
translate-machine = Faite par une machine
translate-nothing = Il n’y a encore rien à traduire. Écrivez d’abord l’original.
translate-outdated = L’original a été modifié le { $date }, après cette traduction.
desk-assign-to = Le confier à
desk-assign = Attribuer
told-assigned = { $who } vous demande de relire « { $title } ».
translate-missing = { $n ->
    [one] { $n } champ manque
   *[other] { $n } champs manquent
}
translate-stale = { $n ->
    [one] { $n } champ n’est plus à jour
   *[other] { $n } champs ne sont plus à jour
}

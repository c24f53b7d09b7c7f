# One case: its parts, its history, how to cite and to follow it.

# In which language it is read.
tongues = Langues de cette étude de cas
tongue-original = original
tongue-human = traduction
tongue-machine = traduction automatique
tongue-rest = Le texte ci-dessous est dans la langue d’origine : { $language }.

# Where it comes from, and its revisions.
origin-shared = Elle est arrivée ici par { $actor }, qui l’a partagée.
origin-submitted = Proposée par { $who }.
origin-reviewed = Dernière relecture le { $date }.
origin-received = Reçue ici pour la première fois le { $date }.
history = Révisions
history-link = Toutes les révisions
history-title = Révisions de { $title }
history-what = Toutes les révisions de cette étude de cas qui ont été publiques ici, la plus récente d’abord. Chacune a sa propre adresse, qui ne change pas.
history-published = Publiée par { $network } sur { $host } le { $date }.
history-revision = Révision { $revision }
history-first = La première révision conservée ici
history-nothing = Rien de ce que montre une page
history-show = Ce qui a changé
history-older = Révisions plus anciennes
history-compared = Ce qui a changé de la révision { $old } à la révision { $new }
history-gone = Retiré
history-new = Ajouté
history-del = Retiré :
history-ins = Ajouté :
revision-older = Ceci est la révision { $revision } du { $date }. La plus récente est la révision { $newest }.
revision-newest = Ceci est la révision { $revision } du { $date }, la plus récente.
revision-current = Lire l’étude de cas telle qu’elle est aujourd’hui
field-title = Titre
field-subtitle = Sous-titre
field-summary = Résumé
field-language = Langue
field-cities = Villes
field-period = Années
field-status = État
field-scale = Échelle
field-topics = Thèmes
field-goals = Objectifs
field-targets = Cibles
field-actors = Participants
field-funding = Coût et financement
field-indicators = Chiffres
field-awards = Prix
field-pictures = Images
field-links = Liens et documents
field-contacts = Contact
field-related = Études de cas apparentées
field-licence = Licence
field-source = Première publication

# Citing it.
cite = Citer cette étude de cas
cite-rest = Étude de cas, révision { $revision }, { $date }. { $licence }.
cite-files = Pour les logiciels de bibliographie :

# Related cases: why each is there.
kin-comma = {", "}
kin-named = Citée par les auteurs.
kin-city = Également à { $city }.
kin-country = Également dans ce pays : { $country }.
kin-topics = { $n ->
    [one] Même thème : { $names }.
   *[other] Mêmes thèmes : { $names }.
}
kin-goals = { $n ->
    [one] Même objectif : { $names }.
   *[other] Mêmes objectifs : { $names }.
}
kin-targets = { $n ->
    [one] Même cible : { $names }.
   *[other] Mêmes cibles : { $names }.
}
kin-words = { $n ->
    [one] Même mot : { $names }.
   *[other] Mêmes mots : { $names }.
}
gone-instead = Peut-être l’une de celles-ci

# Comments.
comments-take-part = Répondre, aimer ou partager depuis votre serveur
comments-later = Commentaires suivants
comments-first = Aux premiers commentaires

# Following and answering from one's own server.
follow-topic = nouvelles études de cas sur { $topic }
follow-away = Suivre depuis votre serveur
away-open = Suivre depuis votre propre serveur
away-follow = Suivre { $handle }
away-case = Répondre, aimer ou partager depuis votre serveur
away-what = Le fédivers, ce sont de nombreux sites indépendants, comme Mastodon, dont les utilisateurs peuvent se suivre et se répondre d’un site à l’autre. Dites-nous où vous avez votre compte, et vous confirmez là-bas : ce site ne garde rien sur vous et ne dépose aucun cookie.
away-choose = Ce que vous pouvez suivre ici
away-server = Votre serveur, ou votre propre adresse là-bas
away-server-hint = Par exemple mastodon.social ou me@mastodon.social
away-go = Aller à mon serveur
away-reply = Répondre
away-like = Aimer
away-share = Partager
away-by-hand = Ou à la main
away-by-hand-how = Copiez ceci, collez-le dans la recherche de votre propre serveur et choisissez ce qu’il trouve.
away-new = Pas encore de compte ?
away-new-what = Inscrivez-vous gratuitement sur n’importe quel serveur du fédivers, puis revenez. Les flux de ce site se lisent sans aucun compte.
away-no-server = Ce n’est pas le nom d’un serveur. Il ressemble à mastodon.social ou, avec votre nom devant, à me@mastodon.social.
away-silent = { $host } ne répond pas pour le moment.
away-no-template = { $host } n’indique pas où ses utilisateurs confirment.
away-elsewhere = { $host } vous enverrait sur un autre site ; nous ne le faisons donc pas.
away-paste = Copiez plutôt { $address } dans la recherche là-bas : cela marche toujours.

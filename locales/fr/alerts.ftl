# What people are told of: saved searches, digests by mail, notices.

# Notices on the site.
me-notices = Notifications
notices-title = Notifications
notices-unread = Non lu :
notices-none = Il n’y a rien de nouveau. Ce qui vous concerne apparaîtra ici.
notices-read = Marquer comme lu
notices-read-all = Tout marquer comme lu
notices-cut = Les notifications plus anciennes ne sont pas affichées.
notices-mail-title = Par courriel
notices-mail-what = Ce que vous n’avez pas encore lu ici vous est envoyé par courriel. Les recherches enregistrées et les messages ont leurs propres courriels.
notices-mail-instant = Bientôt, au plus une fois par heure
notices-mail-never = Jamais
notices-mail-subject = { $n ->
    [one] { $n } nouveauté pour vous sur { $site }
   *[other] { $n } nouveautés pour vous sur { $site }
}
notices-mail-text = { $n ->
    [one] Sur { $site }, il y a { $n } nouveauté pour vous :
   *[other] Sur { $site }, il y a { $n } nouveautés pour vous :
}
notices-mail-why = Vous recevez ce courriel parce que vous avez un compte sur { $site } et que vous n’avez pas encore lu ceci sur le site.
notices-mail-change = Choisir à quelle fréquence vous recevez ces courriels :
notices-end-ask = Ne voulez-vous plus de courriels sur vos notifications de { $site } ?
notices-end-done = Vous ne recevrez plus de courriels sur vos notifications de { $site }. Elles vous attendent toujours sur le site.
told-alert = { $n ->
    [one] { $n } nouveau cas dans votre recherche « { $name } »
   *[other] { $n } nouveaux cas dans votre recherche « { $name } »
}
told-submitted = { $who } a soumis « { $title } » à la relecture.
told-in-review = « { $title } » est en relecture.
told-changes-requested = Des modifications sont demandées pour « { $title } ».
told-approved = « { $title } » est approuvé et attend sa publication.
told-published = « { $title } » est publié.
told-rejected = « { $title } » n’a pas été accepté.
told-withdrawn = « { $title } » a été retiré.
told-noted = Il y a une nouvelle note sur « { $title } ».
told-answered = { $who } a répondu à une note sur « { $title } ».
told-comment = { $who } a commenté « { $title } ».
told-reply = { $who } vous a répondu sous « { $title } ».
told-mention = { $who } vous a mentionné sous « { $title } ».
told-message = { $who } vous a écrit.
told-follower = { $who } vous suit.
told-reported = Quelqu’un demande une correction de « { $title } ».
told-old = Des cas publiés n’ont pas été revus depuis 24 mois. Veuillez vérifier s’ils sont toujours justes.
told-mail-returns = Les e-mails envoyés à votre adresse nous reviennent. Veuillez en indiquer une autre.
told-times = ({ $n } fois)

# Saved searches.
alerts-title = Recherches enregistrées
alerts-tell-me = Me signaler les nouveaux
alerts-what = Vous êtes averti quand un nouveau cas que cette recherche trouve est publié. Les cas plus anciens et les révisions ultérieures ne comptent pas.
alerts-when = Les courriels quotidiens et hebdomadaires partent à { $hour } h UTC, les hebdomadaires le lundi, et seulement s’il y a du nouveau.
alerts-name = Nom de la recherche
alerts-rhythm = À quelle fréquence
rhythm-instant = Aussitôt
rhythm-daily = Une fois par jour
rhythm-weekly = Une fois par semaine
alerts-ways = Comment vous êtes averti
alerts-mail = Par courriel
alerts-site = Par une notification sur ce site
alerts-silent = Vous n’êtes pas averti ; le flux fonctionne.
alerts-save = Enregistrer la recherche
alerts-saved = La recherche est enregistrée. Vous serez averti des nouveautés.
alerts-changed = C’est modifié.
alerts-ended = La recherche n’est plus enregistrée.
alerts-none = Vous n’avez encore enregistré aucune recherche. Cherchez des cas, puis choisissez « Me signaler les nouveaux ».
alerts-change = Modifier
alerts-end = Arrêter
alerts-feed = Flux privé
alerts-feed-what = Pour votre lecteur de flux. Qui connaît cette adresse peut lire le flux ; une nouvelle adresse met fin à l’ancienne.
alerts-feed-renew = Nouvelle adresse
alerts-feed-renewed = Le flux a une nouvelle adresse. L’ancienne ne fonctionne plus.
alerts-everything = Tous les cas
alerts-no-name = Veuillez donner un nom à la recherche. Il ne doit pas être trop long.
alerts-too-many = Vous avez déjà enregistré { $n } recherches. Veuillez d’abord en arrêter une.
alerts-end-title = Arrêter ces courriels
alerts-end-ask = Ne voulez-vous plus de courriels sur « { $name } » ?
alerts-end-done = Vous ne recevrez plus de courriels sur « { $name } ». La recherche reste enregistrée dans votre compte.
alerts-end-over = Ce lien n’arrête plus rien. Les courriels ont déjà été arrêtés, ou le lien est incomplet.
alerts-end-go = Arrêter les courriels

# A digest of a topic, for any address.
digest-title = Courriel hebdomadaire
digest-what = Les nouveaux cas sur le thème { $topic }, chaque lundi, s’il y en a. Aucun compte n’est nécessaire, et chaque courriel contient un lien pour y mettre fin.
digest-go = Recevoir le courriel hebdomadaire
digest-sent = Un courriel est en route vers { $email }. Le courriel hebdomadaire commence quand vous l’y acceptez, dans la semaine.
digest-back = Retour au thème
digest-confirm-subject = Courriel hebdomadaire sur { $topic } : veuillez confirmer
digest-confirm-text = Quelqu’un a demandé à { $site } d’envoyer chaque semaine à cette adresse les nouveaux cas sur le thème { $topic }. Si c’était vous, veuillez le confirmer.
digest-confirm-link = Oui, envoyez-moi le courriel hebdomadaire
digest-confirm-ask = Voulez-vous recevoir chaque semaine par courriel les nouveaux cas sur le thème { $topic } ?
digest-confirm-done = Vous recevrez chaque lundi les nouveaux cas sur le thème { $topic }, s’il y en a.
digest-end-ask = Ne voulez-vous plus de courriels hebdomadaires sur le thème { $topic } ?
digest-end-done = Vous ne recevrez plus de courriels hebdomadaires sur le thème { $topic }. Votre adresse est effacée.

# Letters.
alert-mail-subject-one = { $name } : { $title }
alert-mail-subject = { $n ->
    [one] { $name } : { $n } nouveau cas
   *[other] { $name } : { $n } nouveaux cas
}
alert-mail-text = { $n ->
    [one] Il y a { $n } nouveau cas dans « { $name } » :
   *[other] Il y a { $n } nouveaux cas dans « { $name } » :
}
alert-mail-link = Les voir tous
alert-mail-why-instant = Vous recevez ce courriel parce que vous avez enregistré cette recherche sur { $site } pour être averti aussitôt.
alert-mail-why-daily = Vous recevez ce courriel parce que vous avez enregistré cette recherche sur { $site } pour être averti une fois par jour.
alert-mail-why-weekly = Vous recevez ce courriel parce que vous avez enregistré cette recherche sur { $site } pour être averti une fois par semaine.
alert-mail-why-digest = Vous recevez ce courriel parce que cette adresse a accepté un courriel hebdomadaire de { $site } sur { $name }.
alert-mail-change = Modifier ou arrêter vos recherches enregistrées :
alert-mail-end = Ne plus recevoir de courriels à ce sujet :

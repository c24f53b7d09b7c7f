# Writing to people, messages, and comments by people of this site.

# The first message.
contact-write = Écrire à { $name }
contact-about = À propos de
contact-what = Ce site transmet votre message. Aucun de vous deux ne voit l’adresse e-mail de l’autre.
contact-private = C’est privé, mais pas chiffré de bout en bout. En dehors de vous deux, seule la personne qui gère ce site pourrait le lire. La modération ne voit un message que s’il est signalé.
contact-name = Votre nom
contact-email-help = Nous envoyons un lien à cette adresse pour vérifier qu’elle est bien la vôtre. Elle n’est montrée à personne.
contact-subject = Objet
contact-text = Votre message
contact-text-help = Texte simple, { $n } caractères au plus.
contact-send = Envoyer
contact-account = Avec un compte, votre message part aussitôt et vous lisez la réponse ici.
contact-no-subject = Indiquez un objet de { $n } caractères au plus.
contact-no-text = Écrivez un message de { $n } caractères au plus.
contact-too-often = On ne peut pas envoyer davantage en un jour. Votre texte est toujours sur cette page et n’a pas été envoyé. Réessayez demain.
contact-sent-title = Encore une étape
contact-sent = Nous avons envoyé un lien à { $email }. Votre message partira quand vous l’ouvrirez et confirmerez.
contact-confirm-title = Envoyer votre message
contact-confirm-what = Votre message est prêt. Il partira quand vous appuierez sur le bouton.
contact-confirm-go = Confirmer et envoyer
contact-done-title = Votre message est en route
contact-done = Vous recevez une copie par e-mail. Elle contient un lien vers cette conversation, où vous pourrez lire la réponse et répondre à votre tour.
contact-full = Trop de personnes ont écrit aujourd’hui. Rien n’est perdu : le lien de votre e-mail fonctionnera de nouveau demain.
contact-closed = Les messages ne sont plus acceptés ici. Rien n’a été envoyé.
contact-nobody = Quelqu’un qui est parti

# One’s own messages.
messages-title = Messages
messages-none = Aucun message. Quand quelqu’un vous écrit, vous le trouvez ici et recevez un e-mail.
messages-new = nouveau
messages-more = Messages plus anciens
messages-reach = Comment on peut vous joindre
messages-with = Avec
messages-you = Vous
messages-reader = une personne sans compte
messages-gone = Ce message a été supprimé par la personne qui l’a écrit.
messages-answer = Votre réponse
messages-answer-go = Envoyer la réponse
messages-elsewhere = Votre réponse part vers un autre serveur, et la personne qui le gère pourrait aussi la lire.
messages-closed = Plus personne n’est joignable ici.
messages-sent = Votre message a été envoyé.
messages-end = C’est terminé ?
messages-delete = Supprimer cette conversation
messages-delete-what = Elle disparaît alors de vos messages. L’autre personne garde ce qu’elle a.
messages-deleted = La conversation est supprimée.
messages-block = Bloquer cet expéditeur
messages-block-what = Les messages des expéditeurs que vous bloquez ne vous parviennent pas. L’expéditeur n’en sait rien.
messages-blocked-now = Vous avez bloqué cet expéditeur.
messages-blocked-title = Expéditeurs bloqués
messages-blocked-none = Vous n’avez bloqué personne.
messages-unblock = Débloquer
messages-report = Signaler
messages-report-what = La modération voit ce message et qui l’a écrit, et rien d’autre de la conversation.
messages-reason = Qu’est-ce qui ne va pas ?
messages-report-go = Signaler ce message
messages-reported = La modération examinera le message que vous avez signalé.
messages-report-once = Vous pouvez signaler un seul message de cette conversation.
messages-reported-once = Vous avez signalé un message de cette conversation à la modération.
thread-keep = Gardez le lien de cette page pour vous : quiconque l’a peut lire et répondre.
thread-end-what = La suppression met fin à tous les liens vers cette conversation et efface votre adresse. L’autre personne garde ce que vous avez écrit.
thread-ended-title = La conversation est terminée
thread-ended = Votre adresse et les liens vers cette conversation sont effacés.
thread-over-title = Rien à lire ici
thread-over = Ce lien a expiré, ou la conversation est terminée.

# Their mails.
mail-contact-confirm-subject = { $site } : confirmez votre message
mail-contact-confirm-text = Quelqu’un, sans doute vous, a écrit un message à { $name } sur { $site } en donnant cette adresse. Il partira quand vous le confirmerez.
mail-contact-confirm-after = Le lien fonctionne pendant trois jours. Si ce n’était pas vous, ne faites rien : rien ne sera envoyé.
mail-contact-subject = { $name } vous a écrit : { $subject }
mail-contact-subject-none = { $name } vous a écrit
mail-contact-text = { $name } vous a écrit par { $site } :
mail-contact-answer-text = { $name } vous a répondu par { $site } :
mail-contact-link = Lire et répondre
mail-contact-how = Pour répondre, ouvrez le lien. Ne répondez pas à cet e-mail : personne ne le lit. Votre adresse n’a été montrée à personne.
mail-contact-how-mail = Pour répondre, ouvrez le lien ou répondez simplement à cet e-mail. Votre adresse n’est montrée à personne ; les fichiers joints ne sont pas transmis.
mail-contact-copy-subject = Votre message à { $name } : { $subject }
mail-contact-copy-text = Voici votre copie du message que vous avez écrit à { $name } par { $site } :
mail-contact-copy-after = Le lien mène à cette conversation. Gardez-le pour vous. Nous vous écrirons quand il y aura une réponse.

# Comments by people of this site.
remark-title = Écrire un commentaire
remark-text = Votre commentaire
remark-help = { $n } caractères au plus. Tout le monde peut le lire, et il part aussi vers d’autres serveurs.
remark-before = La rédaction le lit avant qu’il ne soit affiché.
remark-language = Langue du commentaire
remark-send = Envoyer le commentaire
remark-sign-in = Se connecter pour commenter ici
remark-answer = Répondre
remark-answer-to = Répondre à { $name }
remark-edit = Modifier
remark-own = Votre commentaire
remark-save = Enregistrer
remark-delete = Supprimer le commentaire
remark-delete-what = Il disparaît ici, et les autres serveurs sont priés de le supprimer.
remark-waits = Merci. La rédaction lit votre commentaire avant qu’il ne soit affiché.
remark-hidden = La rédaction a retiré ce commentaire.
remark-no-text = Écrivez un commentaire de { $n } caractères au plus.
remark-closed = Ce à quoi vous répondez n’est plus ici.

# Mail that comes back, and answers by mail.
mail-returns-title = Les e-mails envoyés à votre adresse nous reviennent
mail-returns-text = Des serveurs de messagerie ont refusé nos envois : nous ne vous envoyons plus que ce que vous demandez. Vos alertes et vos messages se trouvent ici, sur le site. Veuillez indiquer une autre adresse : il suffit de confirmer la nouvelle.
mail-returns-link = Indiquer une autre adresse
mail-test-subject = { $site } : les e-mails arrivent
mail-test-text = Cet e-mail montre que { $site } peut vous écrire. Vous n’avez rien à faire.
mail-answer-refused = { $site } : votre réponse n’a pas été remise
mail-answer-refused-text = Vous avez répondu à un message par e-mail, et nous n’avons pas pu remettre votre réponse par { $site }.
mail-answer-closed = La conversation est terminée, ou l’e-mail auquel vous avez répondu est trop ancien. Si vous avez un compte, vos messages se trouvent sur le site.
mail-answer-empty = Elle ne contenait aucun texte de votre part.
mail-answer-long = Elle était trop longue : au plus 5 000 caractères, et 20 Mo avec les fichiers.
mail-answer-often = Il y a eu trop de réponses aujourd’hui. Veuillez réessayer demain.
mail-answer-files = { $n ->
    [one] ({ $n } fichier omis)
   *[other] ({ $n } fichiers omis)
}

correct-link = Demander une correction
correct-title = Demander une correction
correct-what = Écrivez à la rédaction de ce site au sujet de ce cas. Il ne faut pas de compte, et rien n’est publié.
correct-origin = Ce cas vient de { $host }. La rédaction d’ici peut le retirer de ce site ; son texte se modifie là-bas.
correct-kind = De quoi s’agit-il ?
correct-choose = Veuillez choisir
correct-about-person = Je suis cité ou montré ici et je veux que ce soit modifié ou retiré
correct-about-fact = Quelque chose est faux ou dépassé
correct-about-rights = Un texte ou une image est utilisé sans autorisation
correct-about-other = Autre chose
correct-text = Que faut-il changer, et pourquoi ?
correct-contact = Comment la rédaction peut vous joindre
correct-contact-help = Une adresse électronique, si vous souhaitez une réponse. Seule la rédaction la voit.
correct-send = Envoyer à la rédaction
correct-thanks = Merci
correct-thanks-what = La rédaction est prévenue.
correct-back = Retour au cas
correct-flaw-about = Veuillez dire de quoi il s’agit.
correct-flaw-text = Veuillez dire ce qu’il faut changer, en 4000 caractères au plus.
correct-flaw-contact = Le moyen de vous joindre a 200 caractères au plus.
correct-flaw-full = Trop de demandes aujourd’hui. Réessayez demain ou écrivez à l’adresse des mentions légales.

# Se connecter par son organisation, et comptes qui déménagent.

# Le fournisseur de l’organisation.
org-label = votre organisation
org-button = Se connecter avec { $label }
org-title = Connexion avec { $label }
org-what = Reliez ce compte et vous pourrez aussi vous connecter avec { $label }.
org-connect = Relier
org-connected = C’est relié. Vous pouvez désormais vous connecter ainsi.
org-is-connected = Ce compte est relié : vous pouvez vous connecter avec { $label }.
org-is-connected-as = Ce compte est relié à { $email } : vous pouvez vous connecter avec { $label }.
org-disconnect = Délier
org-disconnected = C’est délié. Vous vous connectez désormais avec votre mot de passe.
org-last = C’est votre seul moyen de vous connecter. Choisissez d’abord un mot de passe.
org-no-password = Vous n’avez pas de mot de passe ici. Pour en choisir un, faites envoyer un lien à votre adresse.
org-password-go = Choisir un mot de passe
org-finish = { $label } confirme votre adresse { $email }. Il reste trois choses.
org-silent = { $label } ne répond pas pour le moment. Réessayez dans quelques minutes, ou connectez-vous avec un mot de passe.
org-over = Cette connexion a pris trop de temps, ou a été commencée dans un autre navigateur. Rien n’a changé. Recommencez, s’il vous plaît.
org-denied = Vous n’avez pas été connecté chez { $label }. Rien n’a changé.
org-untrusted = La réponse de { $label } n’est pas valable, personne n’a donc été connecté. Prévenez les responsables de ce site.
org-no-email = { $label } ne dit pas quelle adresse confirmée est la vôtre : aucun compte ne peut être créé ainsi. Si vous avez un compte ici, connectez-vous avec votre mot de passe et reliez-le sous « Mot de passe et sécurité ».
org-domain = Les adresses de ce domaine n’obtiennent pas de compte ici.
org-known = Il existe ici un compte avec l’adresse { $email }. Connectez-vous avec son mot de passe et reliez-le à { $label } sous « Mot de passe et sécurité ».
org-closed = Vous n’avez pas de compte ici, et aucun n’est créé de cette façon. Si vous avez été invité, utilisez le lien de votre invitation.
org-other = Cette connexion chez { $label } appartient à un autre compte d’ici, ou votre compte est relié à une autre là-bas.

# Les codes à usage unique en image.
codes-qr = Code QR pour l’application, avec la même clé que ci-dessous
codes-key = Ou saisissez cette clé :

# Déménager.
move-title = Déménager vers un autre serveur, ou depuis un autre
move-in = D’un autre serveur vers celui-ci
move-in-what = Indiquez ici votre ancien compte. Lancez ensuite le déménagement là-bas : celles et ceux qui vous y suivent vous suivront ici.
move-address = Adresse du compte
move-address-help = Par exemple @nom@example.org
move-add = Ajouter
move-added = Ajouté. Vous pouvez maintenant lancer le déménagement là-bas.
move-remove = Retirer
move-removed = Retiré.
move-out = D’ici vers un autre serveur
move-out-what = Créez d’abord le nouveau compte et indiquez-y { $handle } comme ancien compte. Vos abonnés d’ici sont alors prévenus et vous suivent là-bas si leur serveur le permet. Vos études de cas et vos commentaires restent ici, et vous pouvez toujours vous connecter.
move-go = Emmener mes abonnés
move-done = Vos abonnés sont en train d’être prévenus.
move-is = Vous avez déménagé vers { $address }. Votre page publique le dit.
move-undo = Ne plus l’indiquer
move-undone = Votre page publique ne dit plus que vous avez déménagé. Les abonnés partis avec vous restent là-bas.
move-no-account = Aucun compte n’a été trouvé à cette adresse.
move-silent = Le serveur de cette adresse ne répond pas pour le moment.
move-here = Ce compte est déjà sur ce serveur.
move-not-named = Le nouveau compte n’indique pas encore { $handle } comme ancien compte. Ajoutez-le là-bas, puis réessayez.
move-onward = Ce compte-là a lui-même déménagé.
move-soon = Vous avez déménagé il y a peu. Vous pourrez déménager de nouveau à partir du { $day }.
move-many = On peut indiquer au plus 20 anciens comptes.
person-moved = { $name } a déménagé vers { $address }.

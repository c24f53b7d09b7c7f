# Accounts, log-in, profiles of one's own.

# In the masthead.
me-nav = Votre compte
me-in = Se connecter
me-out = Se déconnecter
me-write = Écrire
me-desk = Rédaction

# Signing in, and choosing a password.
login-title = Connexion
account-email = Adresse électronique
account-password = Mot de passe
login-cookie = La connexion dépose un seul cookie, qui maintient votre session et rien d’autre.
login-wrong = Cette adresse et ce mot de passe ne correspondent pas.
login-waiting = Votre compte attend encore d’être approuvé. Vous recevrez alors un courriel.
login-password-set = Votre mot de passe est enregistré. Vous pouvez maintenant vous connecter.
password-title = Choisir un mot de passe
password-for = Pour le compte de { $name }.
password-new = Nouveau mot de passe
password-help = Au moins { $n } caractères. Une courte phrase fait un bon mot de passe.
password-set = Enregistrer le mot de passe
password-short = Ce mot de passe est trop court : il faut au moins { $n } caractères.
password-long = Ce mot de passe est trop long.
password-guessable = Ce mot de passe est trop facile à deviner. Choisissez-en un autre.
key-over = Ce lien a déjà servi ou a expiré. Demandez-en un nouveau.

# One's own account.
account-title = Votre compte
account-role = Rôle
account-since = Ici depuis
account-page = Votre page publique
account-role-citymaker = Acteur de la ville
account-role-contributor = Contributeur
account-role-reviewer = Relecteur
account-role-editor = Éditeur
account-role-network-admin = Administrateur du réseau
account-role-instance-admin = Administrateur de l’instance
sessions-title = Où vous êtes connecté
sessions-this = ce navigateur
sessions-times = Connexion le { $began }, dernière utilisation le { $used }
sessions-unknown = Un navigateur qui ne dit pas son nom
sessions-end = Déconnecter
sessions-end-others = Se déconnecter partout ailleurs
sessions-ended = La session y est fermée.
suspended-title = Votre compte est suspendu
suspended-text = Les responsables de ce site donnent cette raison :

# What is not done.
again-title = Veuillez renvoyer ceci
again-nothing = Votre session a pris fin ou a changé entre-temps. Rien n’a été modifié.
again-on = Continuer
again-out = Votre session a pris fin. Ce que vous avez écrit reste sur cette page : connectez-vous par le lien, dans une autre fenêtre, puis revenez ici et envoyez-le.
again-in = Votre session a changé depuis l’ouverture du formulaire. Ce que vous avez écrit reste sur cette page ; rien n’a encore été modifié.
again-send = Renvoyer
lacking-title = Cette page ne vous est pas ouverte
lacking-text = Il faut ce rôle, ou un rôle plus étendu : { $role }. Les rôles sont donnés par les responsables de ce site.
elsewhere-title = Rien n’a été modifié
elsewhere-text = Ce formulaire ne venait pas d’une page de ce site, ou datait d’une session antérieure. Ouvrez la page ici et envoyez-le de là.
no-form-text = Cette adresse n’accepte que le formulaire de sa page.
large-title = C’est trop à la fois
large-text = Rien n’a été modifié. Revenez en arrière : votre texte est encore dans le formulaire. Raccourcissez-le.
often-title = Trop de tentatives
often-text = { $n ->
    [one] Attendez une minute, puis réessayez.
   *[other] Attendez { $n } minutes, puis réessayez.
}

# Registering.
login-forgotten = Mot de passe oublié ?
login-register = Pas encore de compte ? En créer un
account-no-email = Ce n’est pas une adresse électronique. Elle ressemble à nom@example.org.
account-flaws = À corriger
register-title = Créer un compte
register-what = Avec un compte, vous rédigez des études de cas, commentez et contactez d’autres personnes. Pour lire, il n’en faut pas.
register-approved = Les responsables de ce site admettent les nouvelles personnes une à une.
register-email-help = Nous y envoyons un lien. L’adresse n’est jamais montrée à d’autres.
register-go = Envoyer le lien
register-have = J’ai déjà un compte
register-closed = Ici, les comptes se donnent sur invitation. Les responsables de ce site peuvent vous inviter.
sent-title = Consultez votre boîte aux lettres
sent-where = Si rien n’arrive en quelques minutes, regardez parmi les indésirables et vérifiez l’adresse.
register-sent = Un courriel est en route vers { $email }. Son lien reste valable un jour.
register-waiting-title = Votre compte attend d’être approuvé
register-waiting = Les responsables de ce site sont prévenus. Vous recevrez un courriel quand vous pourrez vous connecter.
finish-for = Votre adresse { $email } est confirmée. Il reste trois choses.
finish-name = Votre nom
finish-name-help = Tel que les autres le lisent. Il peut être changé.
finish-handle = Votre identifiant
finish-handle-help = Minuscules, chiffres, points, tirets et tirets bas. Dans tout le fédivers, vous êtes @identifiant@{ $host }. Il ne change pas.
finish-terms = J’accepte les { $terms }.
finish-go = Créer le compte
flaw-name = Un nom a de 1 à 100 caractères.
flaw-handle = Cet identifiant ne convient pas : minuscules, chiffres, points, tirets et tirets bas.
flaw-handle-taken = Cet identifiant est déjà pris. Choisissez-en un autre.
flaw-terms = Le compte suppose votre accord aux conditions.
forgotten-title = Un nouveau mot de passe
forgotten-what = Nous envoyons à votre adresse un lien pour en choisir un nouveau.
forgotten-go = Envoyer le lien
forgotten-sent = Si { $email } a un compte ici, un courriel est en route. Son lien reste valable un jour.

# Letters.
mail-foot = Ce courriel vient de { $site }.
mail-once-a-day = Le lien sert une fois, pendant un jour.
mail-not-you = Si la demande ne vient pas de vous, ne faites rien : il ne se passera rien.
mail-register-subject = Votre compte sur { $site }
mail-register-text = Quelqu’un a demandé un compte sur { $site } avec cette adresse. Si c’était vous, continuez ici.
mail-register-link = Créer le compte
mail-known-subject = Vous avez un compte sur { $site }
mail-known-text = Quelqu’un a demandé un compte sur { $site } avec cette adresse. Vous en avez déjà un.
mail-known-after = Si vous avez oublié le mot de passe, la page de connexion vous aide.
mail-password-subject = Un nouveau mot de passe pour { $site }
mail-password-text = { $name }, quelqu’un a demandé un nouveau mot de passe pour votre compte sur { $site }. Choisissez-le ici.
mail-invite-subject = Vous êtes invité sur { $site }
mail-invite-text = Vous êtes invité à ouvrir un compte sur { $site }, où les réseaux de villes publient ce qui réussit dans les villes.
mail-invite-after = Le lien sert une fois, pendant deux semaines.
mail-waiting-subject = { $name } attend d’être admis
mail-waiting-text = { $name } ({ $email }) a créé un compte sur { $site } et attend d’être admis.
mail-approved-subject = Bienvenue sur { $site }
mail-approved-text = { $name }, votre compte sur { $site } est approuvé. Vous pouvez vous connecter.
accounts-title = Comptes

# Those who govern decide on accounts.
accounts-all = Tous : { $n }
accounts-waiting = En attente : { $n }
accounts-active = Actifs : { $n }
accounts-suspended = Suspendus : { $n }
accounts-since = ici depuis le { $day }
accounts-seen = dernière connexion le { $day }
accounts-is-suspended = Suspendu :
accounts-approve = Admettre
accounts-decline = Ne pas admettre
accounts-restore = Rétablir
accounts-decide = Décider
accounts-role = Donner ce rôle
accounts-reason = Raison ; la personne la lit
accounts-suspend = Suspendre
accounts-next = Autres comptes
accounts-done = C’est fait, pour { $name }.
accounts-no-reason = Une suspension demande une raison de 1000 caractères au plus. Rien n’a été modifié.
accounts-not-now = Ce n’était pas possible : quelqu’un a déjà décidé, l’identifiant est pris, ou c’est le dernier administrateur de l’instance. Voici la situation actuelle.

# One's profile, in three steps.
account-profile = Modifier votre profil
profile-title = Votre profil
profile-public = Tout ceci est public, sauf la manière de vous joindre. Chaque étape peut rester vide.
profile-who = Qui je suis
profile-what = Ce que je connais
profile-how = Comment me joindre
profile-no-role = Aucun rôle
profile-network = Réseau
profile-summary = À propos de moi
profile-summary-help = Quelques phrases, 2000 caractères au plus.
profile-topics-help = Choisissez-en jusqu’à 20.
profile-more = Plus précisément
profile-contactable = D’autres peuvent m’écrire. Mon adresse reste cachée.
profile-discoverable = Me présenter parmi les personnes de ce réseau et me suggérer ailleurs.
profile-indexable = Ce que j’écris en public peut être trouvé par une recherche.
profile-mail-language = Langue des courriels que je reçois
profile-next = Enregistrer et continuer
profile-save = Enregistrer
profile-later = Plus tard
profile-saved = Votre profil est enregistré. Vos abonnés ailleurs le verront dans un instant.
profile-flaw-who = Impossible d’enregistrer : un nom a de 1 à 100 caractères, ville et réseau 120 au plus, le texte 2000.
profile-flaw-what = Impossible d’enregistrer : choisissez au plus 20 thèmes et 20 langues.

# Password, address, one-time codes.
security-title = Mot de passe et sécurité
security-password-what = Avec un autre mot de passe, vous êtes déconnecté partout ailleurs.
security-password-done = Votre mot de passe est changé. Vous êtes déconnecté partout ailleurs.
security-old = Votre mot de passe actuel
security-wrong = Ce n’est pas votre mot de passe actuel. Rien n’a été modifié.
email-what = Les courriels vont à { $email }. Une autre adresse compte quand les deux ont accepté.
email-new = Nouvelle adresse
email-go = Demander aux deux adresses
email-sent = Votre adresse actuelle et { $email } reçoivent chacune un courriel. Ouvrez le lien des deux.
email-confirm-title = Une autre adresse pour votre compte
email-confirm-what = Désormais, les courriels iront à { $email }.
email-half = Merci. L’autre adresse doit aussi accepter : son courriel contient aussi un lien.
email-done = Les courriels vont maintenant à { $email }. Connectez-vous désormais avec cette adresse.
mail-address-subject = Une autre adresse pour votre compte sur { $site }
mail-address-text = { $name }, les courriels de votre compte sur { $site } iront désormais à { $email }. Si vous le voulez, confirmez-le ici.
mail-address-link = Utiliser cette adresse
mail-address-after = Les deux adresses doivent accepter, dans les trois jours.
codes-title = Codes à usage unique
codes-what = Une application de votre téléphone affiche un code, demandé en plus du mot de passe. Qui n’a que votre mot de passe ne va pas plus loin.
codes-on = Utiliser des codes à usage unique
codes-how = Saisissez cette clé dans une application de codes (six chiffres, toutes les 30 secondes), puis tapez le code affiché.
codes-app = Sur un téléphone : ouvrir dans l’application
codes-code = Code
codes-confirm = Confirmer
codes-wrong = Ce code n’est pas bon ou a déjà servi. Il en vient un nouveau toutes les 30 secondes.
codes-on-done = Les codes à usage unique sont activés
codes-recovery = Gardez ces codes de secours en lieu sûr : chacun remplace une fois l’application si vous la perdez. Ils ne sont montrés que maintenant.
codes-are-on = Les codes à usage unique sont activés.
codes-left = { $n ->
    [0] Il ne reste aucun code de secours.
    [one] Il reste un code de secours.
   *[other] Il reste { $n } codes de secours.
}
codes-off = Ne plus utiliser de codes
codes-off-done = Les codes à usage unique ne sont plus demandés.
code-title = Encore une étape
code-help = De votre application de codes, ou l’un de vos codes de secours.
code-over = Trop de temps a passé. Recommencez.

# Answering, taking along, leaving.
appeal-title = Votre réponse
appeal-what = Si vous voyez les choses autrement, dites-le ici. Les responsables de ce site le lisent.
appeal-send = Envoyer la réponse
appeal-sent = Votre réponse du { $day } est arrivée. Une nouvelle la remplace.
appeal-flaw = Une réponse a de 1 à 4000 caractères.
leave-title = Tout emporter, ou partir
export-title = Tout emporter
export-what = Une archive de votre compte : profil, ce que vous avez publié selon ActivityPub, et les messages reçus.
export-go = Télécharger l’archive
leave-end = Partir pour de bon
leave-what = Votre adresse, votre profil et vos sessions sont effacés, et les autres serveurs apprennent que { $handle } n’existe plus. Les études de cas publiées restent à leur réseau. C’est irréversible, et l’identifiant n’est pas redonné.
leave-go = Supprimer mon compte
leave-stay = Rester
leave-last = Vous êtes le dernier administrateur de l’instance. Nommez-en d’abord un autre.

mails-title = Courriels
mails-what = Ce que ce site a écrit à des personnes, le plus récent d’abord.
mails-filed = Aucun serveur de courriel n’est réglé : rien n’est envoyé. Les courriels sont gardés en fichiers sur le serveur et se lisent ici.
mails-none = Rien pour l’instant.
mails-all = Tous
mails-read = Lire
mails-retry = Renvoyer
mails-drop = Ne pas envoyer
mails-done-retry = Il est renvoyé.
mails-done-drop = Il n’est pas envoyé.
mails-not-now = Cela n’a pas été possible : il a été envoyé ou écarté entre-temps. L’état actuel est ci-dessous.
mails-more = Courriels plus anciens
mails-tries = { $n ->
    [one] { $n } essai
   *[other] { $n } essais
}
mail-state-waiting = En attente
mail-state-handing = En route
mail-state-sent = Envoyé
mail-state-filed = Gardé en fichier
mail-state-bounced = Revenu
mail-state-unsure = Arrivée incertaine
mail-state-given-up = Abandonné
mail-state-dropped = Non envoyé

# Accounts, log-in, profiles of one's own.

# In the masthead.
me-nav = Ihr Konto
me-in = Anmelden
me-out = Abmelden
me-write = Schreiben
me-desk = Redaktion

# Signing in, and choosing a password.
login-title = Anmelden
account-email = E-Mail-Adresse
account-password = Passwort
login-cookie = Die Anmeldung setzt ein einziges Cookie. Es hält Sie angemeldet und tut sonst nichts.
login-wrong = Diese Adresse und dieses Passwort gehören nicht zusammen.
login-waiting = Ihr Konto wartet noch auf die Freigabe. Sie erhalten dann eine E-Mail.
login-password-set = Ihr Passwort ist gesetzt. Sie können sich jetzt damit anmelden.
password-title = Ein Passwort wählen
password-for = Für das Konto von { $name }.
password-new = Neues Passwort
password-help = Mindestens { $n } Zeichen. Ein kurzer Satz ist ein gutes Passwort.
password-set = Passwort setzen
password-short = Dieses Passwort ist zu kurz: Es braucht mindestens { $n } Zeichen.
password-long = Dieses Passwort ist zu lang.
password-guessable = Dieses Passwort ist zu leicht zu erraten. Bitte wählen Sie ein anderes.
key-over = Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte fordern Sie einen neuen an.

# One's own account.
account-title = Ihr Konto
account-role = Rolle
account-since = Hier seit
account-page = Ihre öffentliche Seite
account-role-citymaker = Stadtmacher
account-role-contributor = Beitragende
account-role-reviewer = Gutachter
account-role-editor = Redakteur
account-role-network-admin = Netzwerkverwaltung
account-role-instance-admin = Instanzverwaltung
sessions-title = Wo Sie angemeldet sind
sessions-this = dieser Browser
sessions-times = Angemeldet am { $began }, zuletzt benutzt am { $used }
sessions-unknown = Ein Browser, der seinen Namen nicht nennt
sessions-end = Dort abmelden
sessions-end-others = Überall sonst abmelden
sessions-ended = Dort sind Sie nun abgemeldet.
suspended-title = Ihr Konto ist gesperrt
suspended-text = Wer diese Seite betreibt, nennt diesen Grund:

# What is not done.
again-title = Bitte senden Sie dies noch einmal
again-nothing = Ihre Anmeldung ist inzwischen abgelaufen oder hat sich geändert. Es wurde nichts geändert.
again-on = Weiter
again-out = Ihre Anmeldung ist abgelaufen. Was Sie geschrieben haben, bleibt auf dieser Seite: Melden Sie sich über den Link in einem neuen Fenster an, kommen Sie hierher zurück und senden Sie es.
again-in = Ihre Anmeldung hat sich geändert, seit Sie das Formular geöffnet haben. Was Sie geschrieben haben, bleibt auf dieser Seite; geändert wurde noch nichts.
again-send = Noch einmal senden
lacking-title = Das steht Ihnen nicht offen
lacking-text = Dafür braucht es diese Rolle oder eine, die mehr darf: { $role }. Rollen vergibt, wer diese Seite betreibt.
elsewhere-title = Es wurde nichts geändert
elsewhere-text = Dieses Formular kam nicht von einer Seite dieser Website oder stammt aus einer früheren Anmeldung. Bitte öffnen Sie die Seite hier und senden Sie es von dort.
no-form-text = Diese Adresse nimmt das Formular ihrer Seite an und sonst nichts.
large-title = Das ist zu viel auf einmal
large-text = Es wurde nichts geändert. Gehen Sie zurück: Ihr Text steht noch im Formular. Bitte kürzen Sie ihn.
often-title = Zu viele Versuche
often-text = { $n ->
    [one] Bitte warten Sie eine Minute und versuchen Sie es dann wieder.
   *[other] Bitte warten Sie { $n } Minuten und versuchen Sie es dann wieder.
}

# Registering.
login-forgotten = Passwort vergessen?
login-register = Noch kein Konto? Eines anlegen
account-no-email = Das ist keine E-Mail-Adresse. Sie sieht aus wie name@example.org.
account-flaws = Bitte korrigieren Sie dies
register-title = Konto anlegen
register-what = Mit einem Konto schreiben Sie Fallstudien, kommentieren und treten mit anderen in Kontakt. Zum Lesen braucht es keines.
register-approved = Wer diese Seite betreibt, lässt neue Personen einzeln zu.
register-email-help = Dorthin senden wir einen Link. Die Adresse wird anderen nie gezeigt.
register-go = Link senden
register-have = Ich habe ein Konto
register-closed = Konten gibt es hier auf Einladung. Wer diese Seite betreibt, kann Sie einladen.
sent-title = Sehen Sie in Ihr Postfach
sent-where = Wenn in einigen Minuten nichts kommt, sehen Sie im Spam-Ordner nach und prüfen Sie die Adresse.
register-sent = Eine E-Mail ist unterwegs an { $email }. Ihr Link führt einen Tag lang weiter.
register-waiting-title = Ihr Konto wartet auf die Freigabe
register-waiting = Wer diese Seite betreibt, weiß Bescheid. Sie erhalten eine E-Mail, sobald Sie sich anmelden können.
finish-for = Ihre Adresse { $email } ist bestätigt. Drei Angaben fehlen noch.
finish-name = Ihr Name
finish-name-help = So lesen ihn andere. Er lässt sich ändern.
finish-handle = Ihr Kurzname
finish-handle-help = Kleinbuchstaben, Ziffern, Punkte, Binde- und Unterstriche. Im ganzen Fediverse sind Sie @kurzname@{ $host }. Er bleibt.
finish-terms = Ich akzeptiere die { $terms }.
finish-go = Konto anlegen
flaw-name = Ein Name hat 1 bis 100 Zeichen.
flaw-handle = Dieser Kurzname geht nicht: erlaubt sind Kleinbuchstaben, Ziffern, Punkte, Binde- und Unterstriche.
flaw-handle-taken = Dieser Kurzname ist vergeben. Bitte wählen Sie einen anderen.
flaw-terms = Für das Konto braucht es Ihre Zustimmung zu den Nutzungsbedingungen.
forgotten-title = Ein neues Passwort
forgotten-what = Wir senden an Ihre Adresse einen Link, mit dem Sie ein neues wählen.
forgotten-go = Link senden
forgotten-sent = Wenn { $email } hier ein Konto hat, ist eine E-Mail dorthin unterwegs. Ihr Link gilt einen Tag.

# Letters.
mail-foot = Diese E-Mail kommt von { $site }.
mail-once-a-day = Der Link gilt einmal und einen Tag lang.
mail-not-you = Wenn Sie das nicht waren, tun Sie nichts: Dann geschieht nichts.
mail-register-subject = Ihr Konto bei { $site }
mail-register-text = Jemand hat mit dieser Adresse ein Konto bei { $site } angefragt. Wenn Sie es waren, geht es hier weiter.
mail-register-link = Konto anlegen
mail-known-subject = Sie haben ein Konto bei { $site }
mail-known-text = Jemand hat mit dieser Adresse ein Konto bei { $site } angefragt. Sie haben schon eines.
mail-known-after = Wenn Sie das Passwort vergessen haben, hilft die Anmeldeseite weiter.
mail-password-subject = Ein neues Passwort für { $site }
mail-password-text = { $name }, jemand hat ein neues Passwort für Ihr Konto bei { $site } angefragt. Wählen Sie es hier.
mail-invite-subject = Sie sind zu { $site } eingeladen
mail-invite-text = Sie sind zu einem Konto bei { $site } eingeladen, wo Städtenetzwerke veröffentlichen, was in Städten gelingt.
mail-invite-after = Der Link gilt einmal und zwei Wochen lang.
mail-waiting-subject = { $name } wartet auf die Freigabe
mail-waiting-text = { $name } ({ $email }) hat bei { $site } ein Konto angelegt und wartet auf die Freigabe.
mail-approved-subject = Willkommen bei { $site }
mail-approved-text = { $name }, Ihr Konto bei { $site } ist freigegeben. Sie können sich jetzt anmelden.
accounts-title = Konten

# Those who govern decide on accounts.
accounts-all = Alle: { $n }
accounts-waiting = Wartend: { $n }
accounts-active = Aktiv: { $n }
accounts-suspended = Gesperrt: { $n }
accounts-since = hier seit { $day }
accounts-seen = zuletzt angemeldet am { $day }
accounts-is-suspended = Gesperrt:
accounts-approve = Zulassen
accounts-decline = Nicht zulassen
accounts-restore = Sperre aufheben
accounts-decide = Entscheiden
accounts-role = Diese Rolle geben
accounts-reason = Grund; die Person liest ihn
accounts-suspend = Sperren
accounts-next = Weitere Konten
accounts-done = Erledigt, für { $name }.
accounts-no-reason = Eine Sperre braucht einen Grund von höchstens 1000 Zeichen. Es wurde nichts geändert.
accounts-not-now = Das ging nicht: Jemand hat schon entschieden, der Kurzname ist vergeben, oder es ist die letzte Instanzverwaltung. Unten steht der jetzige Stand.

# One's profile, in three steps.
account-profile = Profil bearbeiten
profile-title = Ihr Profil
profile-public = All das ist öffentlich, außer wie Sie erreichbar sind. Jeder Schritt darf leer bleiben.
profile-who = Wer ich bin
profile-what = Was ich weiß
profile-how = Wie ich erreichbar bin
profile-no-role = Keine Rolle
profile-network = Netzwerk
profile-summary = Über mich
profile-summary-help = Einige Sätze, höchstens 2000 Zeichen.
profile-topics-help = Wählen Sie bis zu 20.
profile-more = Genauer
profile-contactable = Andere dürfen mir schreiben. Meine Adresse bleibt verborgen.
profile-discoverable = Mich im Verzeichnis der Personen zeigen und anderswo vorschlagen.
profile-indexable = Was ich öffentlich schreibe, darf über die Suche gefunden werden.
profile-mail-language = Sprache der E-Mails an mich
profile-next = Speichern und weiter
profile-save = Speichern
profile-later = Später
profile-saved = Ihr Profil ist gespeichert. Wer Ihnen anderswo folgt, sieht es gleich.
profile-flaw-who = Das ließ sich nicht speichern: Ein Name hat 1 bis 100 Zeichen, Stadt und Netzwerk höchstens 120, der Text höchstens 2000.
profile-flaw-what = Das ließ sich nicht speichern: Wählen Sie höchstens 20 Themen und 20 Sprachen.

# Password, address, one-time codes.
security-title = Passwort und Sicherheit
security-password-what = Mit einem anderen Passwort werden Sie überall sonst abgemeldet.
security-password-done = Ihr Passwort ist geändert. Überall sonst sind Sie abgemeldet.
security-old = Ihr jetziges Passwort
security-wrong = Das ist nicht Ihr jetziges Passwort. Es wurde nichts geändert.
email-what = E-Mails gehen an { $email }. Eine andere Adresse gilt, wenn beide zugestimmt haben.
email-new = Neue Adresse
email-go = Beide Adressen fragen
email-sent = Ihre jetzige Adresse und { $email } erhalten je eine E-Mail. Öffnen Sie den Link in beiden.
email-confirm-title = Eine andere Adresse für Ihr Konto
email-confirm-what = Von nun an sollen E-Mails an { $email } gehen.
email-half = Danke. Die andere Adresse muss auch zustimmen: Ihre E-Mail enthält ebenfalls einen Link.
email-done = E-Mails gehen jetzt an { $email }. Melden Sie sich von nun an mit dieser Adresse an.
mail-address-subject = Eine andere Adresse für Ihr Konto bei { $site }
mail-address-text = { $name }, E-Mails für Ihr Konto bei { $site } sollen künftig an { $email } gehen. Wenn Sie das wollen, bestätigen Sie es hier.
mail-address-link = Diese Adresse verwenden
mail-address-after = Beide Adressen müssen zustimmen, innerhalb von drei Tagen.
codes-title = Einmalcodes
codes-what = Eine App auf Ihrem Telefon zeigt einen Code, den die Anmeldung neben dem Passwort verlangt. Wer nur Ihr Passwort hat, kommt nicht weiter.
codes-on = Einmalcodes verwenden
codes-how = Geben Sie diesen Schlüssel in eine App für Einmalcodes ein (sechs Ziffern, alle 30 Sekunden) und tippen Sie dann den Code, den sie zeigt.
codes-app = Auf einem Telefon: in der App öffnen
codes-code = Code
codes-confirm = Bestätigen
codes-wrong = Dieser Code stimmt nicht oder wurde schon benutzt. Alle 30 Sekunden kommt ein neuer.
codes-on-done = Einmalcodes sind in Gebrauch
codes-recovery = Bewahren Sie diese Ersatzcodes sicher auf: Jeder ersetzt einmal die App, wenn Sie sie verlieren. Sie werden nur jetzt gezeigt.
codes-are-on = Einmalcodes sind in Gebrauch.
codes-left = { $n ->
    [0] Es ist kein Ersatzcode übrig.
    [one] Ein Ersatzcode ist übrig.
   *[other] { $n } Ersatzcodes sind übrig.
}
codes-off = Einmalcodes nicht mehr verwenden
codes-off-done = Einmalcodes werden nicht mehr verlangt.
code-title = Noch ein Schritt
code-help = Aus Ihrer App für Einmalcodes, oder einer Ihrer Ersatzcodes.
code-over = Es ist zu viel Zeit vergangen. Bitte beginnen Sie von vorn.

# Answering, taking along, leaving.
appeal-title = Ihre Antwort
appeal-what = Wenn Sie es anders sehen, schreiben Sie es hier. Wer diese Seite betreibt, liest es.
appeal-send = Antwort senden
appeal-sent = Ihre Antwort vom { $day } liegt vor. Eine neue ersetzt sie.
appeal-flaw = Eine Antwort hat 1 bis 4000 Zeichen.
leave-title = Alles mitnehmen oder gehen
export-title = Alles mitnehmen
export-what = Ein Archiv Ihres Kontos: Profil, was Sie veröffentlicht haben, wie ActivityPub es kennt, und Nachrichten an Sie.
export-go = Archiv herunterladen
leave-end = Endgültig gehen
leave-what = Ihre Adresse, Ihr Profil und Ihre Anmeldungen werden gelöscht, und andere Server erfahren, dass es { $handle } nicht mehr gibt. Veröffentlichte Fallstudien bleiben bei ihrem Netzwerk. Das lässt sich nicht zurücknehmen, und der Kurzname wird nicht neu vergeben.
leave-go = Mein Konto löschen
leave-stay = Bleiben
leave-last = Sie sind die letzte Instanzverwaltung. Ernennen Sie erst jemand anderen.

mails-title = E-Mails
mails-what = Was diese Seite an Menschen geschrieben hat, das Neueste zuerst.
mails-filed = Es ist kein Mailserver eingestellt: E-Mails werden nicht verschickt. Sie liegen als Dateien auf dem Server und sind hier zu lesen.
mails-none = Noch nichts hier.
mails-all = Alle
mails-read = Lesen
mails-retry = Noch einmal senden
mails-drop = Nicht senden
mails-done-retry = Sie wird noch einmal gesendet.
mails-done-drop = Sie wird nicht gesendet.
mails-not-now = Das ging nicht: Sie wurde inzwischen gesendet oder verworfen. Unten steht der jetzige Stand.
mails-more = Frühere E-Mails
mails-tries = { $n ->
    [one] einmal versucht
   *[other] { $n }-mal versucht
}
mail-state-waiting = Wartet
mail-state-handing = Unterwegs
mail-state-sent = Gesendet
mail-state-filed = Als Datei abgelegt
mail-state-bounced = Zurückgekommen
mail-state-unsure = Unklar, ob angekommen
mail-state-given-up = Aufgegeben
mail-state-dropped = Nicht gesendet

# Anmelden über die Organisation, und Konten, die umziehen.

# Der Anmeldedienst der Organisation.
org-label = Ihre Organisation
org-button = Anmelden über { $label }
org-title = Anmelden über { $label }
org-what = Verbinden Sie dieses Konto, dann können Sie sich auch über { $label } anmelden.
org-connect = Verbinden
org-connected = Verbunden. Ab jetzt können Sie sich auch so anmelden.
org-is-connected = Dieses Konto ist verbunden: Sie können sich über { $label } anmelden.
org-is-connected-as = Dieses Konto ist mit { $email } verbunden: Sie können sich über { $label } anmelden.
org-disconnect = Trennen
org-disconnected = Getrennt. Ab jetzt melden Sie sich mit Ihrem Passwort an.
org-last = Nur so können Sie sich anmelden. Wählen Sie zuerst ein Passwort.
org-no-password = Sie haben hier kein Passwort. Um eines zu wählen, lassen Sie sich einen Link an Ihre Adresse schicken.
org-password-go = Passwort wählen
org-finish = { $label } bestätigt Ihre Adresse { $email }. Drei Dinge fehlen noch.
org-silent = { $label } ist gerade nicht erreichbar. Versuchen Sie es in einigen Minuten wieder, oder melden Sie sich mit einem Passwort an.
org-over = Diese Anmeldung hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Nichts hat sich geändert. Bitte beginnen Sie von vorn.
org-denied = Sie wurden bei { $label } nicht angemeldet. Nichts hat sich geändert.
org-untrusted = Die Antwort von { $label } hält der Prüfung nicht stand, deshalb wurde niemand angemeldet. Bitte sagen Sie es denen, die diese Seite betreiben.
org-no-email = { $label } sagt nicht, welche bestätigte E-Mail-Adresse Ihre ist. So kann kein Konto angelegt werden. Wenn Sie hier ein Konto haben, melden Sie sich mit dem Passwort an und verbinden Sie es unter „Passwort und Sicherheit“.
org-domain = Adressen dieser Domain bekommen hier kein Konto.
org-known = Hier gibt es ein Konto mit der Adresse { $email }. Melden Sie sich mit dessen Passwort an und verbinden Sie es unter „Passwort und Sicherheit“ mit { $label }.
org-closed = Sie haben hier kein Konto, und auf diesem Weg wird keines angelegt. Wenn Sie eingeladen wurden, nehmen Sie den Link in Ihrer Einladung.
org-other = Diese Anmeldung bei { $label } gehört zu einem anderen Konto hier, oder Ihr Konto ist dort mit einer anderen verbunden.

# Einmalcodes als Bild.
codes-qr = QR-Code für die App, mit demselben Schlüssel wie darunter
codes-key = Oder tippen Sie diesen Schlüssel ein:

# Umziehen.
move-title = Umzug zu oder von einem anderen Server
move-in = Von einem anderen Server hierher
move-in-what = Nennen Sie hier Ihr altes Konto. Beginnen Sie dann dort den Umzug: Wer Ihnen dort folgt, folgt Ihnen dann hier.
move-address = Adresse des Kontos
move-address-help = Zum Beispiel @name@example.org
move-add = Hinzufügen
move-added = Hinzugefügt. Sie können den Umzug jetzt dort beginnen.
move-remove = Entfernen
move-removed = Entfernt.
move-out = Von hier zu einem anderen Server
move-out-what = Legen Sie zuerst das neue Konto an, und nennen Sie dort { $handle } als altes. Wer Ihnen hier folgt, erfährt es dann und folgt Ihnen dort, wenn der eigene Server es zulässt. Ihre Fallstudien und Kommentare bleiben hier, und Sie können sich weiter anmelden.
move-go = Meine Follower mitnehmen
move-done = Ihre Follower erfahren es jetzt.
move-is = Sie sind zu { $address } umgezogen. Ihre öffentliche Seite sagt das.
move-undo = Nicht mehr darauf hinweisen
move-undone = Ihre öffentliche Seite sagt nicht mehr, dass Sie umgezogen sind. Wer mitgegangen ist, bleibt dort.
move-no-account = Unter dieser Adresse wurde kein Konto gefunden.
move-silent = Der Server dieser Adresse antwortet gerade nicht.
move-here = Dieses Konto ist schon auf diesem Server.
move-not-named = Das neue Konto nennt { $handle } noch nicht als altes. Fügen Sie es dort hinzu und versuchen Sie es dann wieder.
move-onward = Jenes Konto ist selbst schon umgezogen.
move-soon = Sie sind vor Kurzem umgezogen. Wieder umziehen können Sie ab { $day }.
move-many = Es können höchstens 20 alte Konten genannt werden.
person-moved = { $name } ist umgezogen zu { $address }.

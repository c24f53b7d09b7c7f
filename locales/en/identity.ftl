# Signing in by the organisation, and accounts that move.

# The organisation's provider.
org-label = your organisation
org-button = Sign in with { $label }
org-title = Signing in with { $label }
org-what = Connect this account, and you can sign in with { $label } as well.
org-connect = Connect
org-connected = Connected. You can sign in this way from now on.
org-is-connected = This account is connected: you can sign in with { $label }.
org-is-connected-as = This account is connected to { $email }: you can sign in with { $label }.
org-disconnect = Disconnect
org-disconnected = Disconnected. You sign in with your password from now on.
org-last = This is the only way you can sign in. Choose a password first.
org-no-password = You have no password here. To choose one, have a link sent to your address.
org-password-go = Choose a password
org-finish = { $label } confirms your address { $email }. Three things are left.
org-silent = { $label } cannot be reached at the moment. Please try again in a few minutes, or sign in with a password.
org-over = This sign-in took too long, or was begun in another browser. Nothing has changed. Please begin again.
org-denied = You were not signed in at { $label }. Nothing has changed.
org-untrusted = What { $label } answered does not hold, so nobody was signed in. Please tell whoever runs this site.
org-no-email = { $label } does not say which confirmed e-mail address is yours, so no account can be made this way. If you have an account here, sign in with your password and connect it under “Password and security”.
org-domain = Addresses of this domain do not get an account here.
org-known = There is an account here with the address { $email }. Sign in with its password and connect it to { $label } under “Password and security”.
org-closed = You have no account here, and none is made this way. If you were invited, use the link in your invitation.
org-other = This sign-in at { $label } belongs to another account here, or your account is connected to another one there.

# One-time codes as a picture.
codes-qr = QR code for the app, with the same key as below
codes-key = Or type this key:

# Moving.
move-title = Move to or from another server
move-in = From another server to here
move-in-what = Name your old account here. Then start the move there: those who follow you there will follow you here.
move-address = Address of the account
move-address-help = Such as @name@example.org
move-add = Add
move-added = Added. You can start the move there now.
move-remove = Remove
move-removed = Removed.
move-out = From here to another server
move-out-what = Make the new account first, and name { $handle } there as your old one. Then those who follow you here are told, and follow you there if their server lets them. Your cases and comments stay here, and you can still sign in.
move-go = Move my followers
move-done = Your followers are being told.
move-is = You moved to { $address }. Your public page says so.
move-undo = No longer say so
move-undone = Your public page no longer says that you moved. Followers who went along stay there.
move-no-account = No account was found at this address.
move-silent = The server of this address does not answer at the moment.
move-here = This account is on this server already.
move-not-named = The new account does not name { $handle } as an old one yet. Add it there, then try again.
move-onward = That account has itself moved elsewhere.
move-soon = You moved a short while ago. You can move again from { $day }.
move-many = At most 20 old accounts can be named.
person-moved = { $name } has moved to { $address }.

# Accounts, log-in, profiles of one's own.

# In the masthead.
me-nav = Your account
me-in = Sign in
me-out = Sign out
me-write = Write
me-desk = Desk

# Signing in, and choosing a password.
login-title = Sign in
account-email = E-mail address
account-password = Password
login-cookie = Signing in sets one cookie. It keeps you signed in and does nothing else.
login-wrong = This address and this password do not belong together.
login-waiting = Your account still waits to be approved. You get a mail when it is.
login-password-set = Your password is set. You can sign in with it now.
password-title = Choose a password
password-for = For the account of { $name }.
password-new = New password
password-help = At least { $n } characters. A short sentence makes a good password.
password-set = Set the password
password-short = This password is too short: it needs at least { $n } characters.
password-long = This password is too long.
password-guessable = This password is too easy to guess. Please choose another.
key-over = This link has been used already, or it has expired. Please ask for a new one.

# One's own account.
account-title = Your account
account-role = Role
account-since = Here since
account-page = Your public page
account-role-citymaker = Citymaker
account-role-contributor = Contributor
account-role-reviewer = Reviewer
account-role-editor = Editor
account-role-network-admin = Network administrator
account-role-instance-admin = Instance administrator
sessions-title = Where you are signed in
sessions-this = this browser
sessions-times = Signed in on { $began }, last used on { $used }
sessions-unknown = A browser that does not say its name
sessions-end = Sign out there
sessions-end-others = Sign out everywhere else
sessions-ended = You are signed out there.
suspended-title = Your account is suspended
suspended-text = Whoever runs this site gave this reason:

# What is not done.
again-title = Please send this once more
again-nothing = Your sign-in ended or changed in the meantime. Nothing was changed.
again-on = Go on
again-out = Your sign-in has ended. What you wrote is kept on this page: sign in with the link, in a new window, then come back here and send it.
again-in = Your sign-in changed since you opened the form. What you wrote is kept on this page; nothing was changed yet.
again-send = Send again
lacking-title = This is not open to you
lacking-text = It takes this role, or one that may do more: { $role }. Whoever runs this site gives roles.
elsewhere-title = Nothing was changed
elsewhere-text = This form did not come from a page of this site, or from an earlier sign-in. Please open the page here and send it from there.
no-form-text = This address takes the form of its page, and nothing else.
large-title = That is too much at once
large-text = Nothing was changed. Go back: your text is still in the form. Please shorten it.
often-title = Too many tries
often-text = { $n ->
    [one] Please wait a minute, then try again.
   *[other] Please wait { $n } minutes, then try again.
}

# Registering.
login-forgotten = Forgotten the password?
login-register = No account yet? Make one
account-no-email = That is not an e-mail address. It looks like name@example.org.
account-flaws = Please correct this
register-title = Make an account
register-what = With an account you write case studies, comment, and get in touch with others. Reading takes none.
register-approved = Whoever runs this site lets new people in, one by one.
register-email-help = We send a link there. The address is never shown to others.
register-go = Send the link
register-have = I have an account
register-closed = Accounts here are given by invitation. Whoever runs this site can invite you.
sent-title = Look into your mailbox
sent-where = If nothing comes in a few minutes, look among the unwanted mail, and check the address.
register-sent = A mail is on its way to { $email }. Its link leads on, for one day.
register-waiting-title = Your account waits to be approved
register-waiting = Whoever runs this site was told. You get a mail when you can sign in.
finish-for = Your address { $email } is confirmed. Three things are left.
finish-name = Your name
finish-name-help = As others read it. It can be changed.
finish-handle = Your handle
finish-handle-help = Small letters, digits, dots, hyphens and underscores. You are @handle@{ $host } everywhere in the fediverse. It stays.
finish-terms = I accept the { $terms }.
finish-go = Make the account
flaw-name = A name has 1 to 100 characters.
flaw-handle = This handle cannot be used: it takes small letters, digits, dots, hyphens and underscores.
flaw-handle-taken = This handle is taken. Please choose another.
flaw-terms = The account takes your agreement to the terms.
forgotten-title = A new password
forgotten-what = We send a link to your address that lets you choose a new one.
forgotten-go = Send the link
forgotten-sent = If { $email } has an account here, a mail is on its way to it. Its link works for one day.

# Letters.
mail-foot = This mail comes from { $site }.
mail-once-a-day = The link works once, for one day.
mail-not-you = If it was not you who asked, do nothing: then nothing happens.
mail-register-subject = Your account at { $site }
mail-register-text = Somebody asked for an account at { $site } with this address. If it was you, go on here.
mail-register-link = Make the account
mail-known-subject = You have an account at { $site }
mail-known-text = Somebody asked for an account at { $site } with this address. You have one already.
mail-known-after = If you forgot the password, the page to sign in helps.
mail-password-subject = A new password for { $site }
mail-password-text = { $name }, somebody asked for a new password for your account at { $site }. Choose it here.
mail-invite-subject = You are invited to { $site }
mail-invite-text = You are invited to an account at { $site }, where city networks publish what works in cities.
mail-invite-after = The link works once, for two weeks.
mail-waiting-subject = { $name } waits to be let in
mail-waiting-text = { $name } ({ $email }) made an account at { $site } and waits for an administrator to let them in.
mail-approved-subject = Welcome to { $site }
mail-approved-text = { $name }, your account at { $site } is approved. You can sign in now.
accounts-title = Accounts

# Those who govern decide on accounts.
accounts-all = All: { $n }
accounts-waiting = Waiting: { $n }
accounts-active = Active: { $n }
accounts-suspended = Suspended: { $n }
accounts-since = here since { $day }
accounts-seen = last signed in on { $day }
accounts-is-suspended = Suspended:
accounts-approve = Let in
accounts-decline = Do not let in
accounts-restore = Restore
accounts-decide = Decide
accounts-role = Give this role
accounts-reason = Reason; the person reads it
accounts-suspend = Suspend
accounts-next = More accounts
accounts-done = Done, for { $name }.
accounts-no-reason = A suspension takes a reason of at most 1000 characters. Nothing was changed.
accounts-not-now = That could not be done: somebody decided already, the handle is taken, or it is the last instance administrator. Below is how it stands now.

# One's profile, in three steps.
account-profile = Edit your profile
profile-title = Your profile
profile-public = All of this is public, but for how you may be reached. Every step may stay empty.
profile-who = Who I am
profile-what = What I know
profile-how = How I may be reached
profile-no-role = No role
profile-network = Network
profile-summary = About me
profile-summary-help = A few sentences, at most 2000 characters.
profile-topics-help = Choose up to 20.
profile-more = More closely
profile-contactable = Others may write to me. My address stays hidden.
profile-discoverable = List me among the people of this network, and suggest me elsewhere.
profile-indexable = What I write publicly may be found by searching.
profile-mail-language = Language of the mails I get
profile-next = Save and go on
profile-save = Save
profile-later = Later
profile-saved = Your profile is saved. Followers elsewhere see it in a moment.
profile-flaw-who = That could not be saved: a name has 1 to 100 characters, city and network at most 120, the text at most 2000.
profile-flaw-what = That could not be saved: choose at most 20 topics and 20 languages.

# Password, address, one-time codes.
security-title = Password and security
security-password-what = With another password you are signed out everywhere else.
security-password-done = Your password is changed. You are signed out everywhere else.
security-old = Your present password
security-wrong = This is not your present password. Nothing was changed.
email-what = Mails go to { $email }. Another address counts when both have agreed.
email-new = New address
email-go = Ask both addresses
email-sent = Your present address and { $email } each get a mail. Open the link in both.
email-confirm-title = Another address for your account
email-confirm-what = From now on mails shall go to { $email }.
email-half = Thank you. The other address has to agree, too: its mail has a link as well.
email-done = Mails go to { $email } now. Sign in with this address from now on.
mail-address-subject = Another address for your account at { $site }
mail-address-text = { $name }, mails for your account at { $site } shall go to { $email } from now on. If you want this, say so here.
mail-address-link = Use this address
mail-address-after = Both addresses have to agree, within three days.
codes-title = One-time codes
codes-what = An app on your phone shows a code that signing in takes beside the password. Who has your password alone gets no further.
codes-on = Use one-time codes
codes-how = Enter this key into an app for one-time codes (six digits, every 30 seconds), then type the code that it shows.
codes-app = On a phone: open it in the app
codes-code = Code
codes-confirm = Confirm
codes-wrong = This code is not right, or it was used already. A new one comes every 30 seconds.
codes-on-done = One-time codes are in use
codes-recovery = Keep these recovery codes in a safe place: each stands in once for the app if you lose it. They are shown this once.
codes-are-on = One-time codes are in use.
codes-left = { $n ->
    [0] No recovery code is left.
    [one] One recovery code is left.
   *[other] { $n } recovery codes are left.
}
codes-off = Stop using one-time codes
codes-off-done = One-time codes are no longer asked for.
code-title = One more step
code-help = From your app for one-time codes; or one of your recovery codes.
code-over = Too much time has passed. Please begin again.

# Answering, taking along, leaving.
appeal-title = Your answer
appeal-what = If you see it differently, say so here. Whoever runs this site reads it.
appeal-send = Send the answer
appeal-sent = Your answer of { $day } is there. Another one replaces it.
appeal-flaw = An answer has 1 to 4000 characters.
leave-title = Take everything along, or leave
export-title = Take everything along
export-what = An archive of your account: profile, what you published as ActivityPub has it, and messages to you.
export-go = Download the archive
leave-end = Leave for good
leave-what = Your address, your profile and your sign-ins are deleted, and other servers are told that { $handle } is gone. Published case studies stay with their network. This cannot be taken back, and the handle is not given again.
leave-go = Delete my account
leave-stay = Stay
leave-last = You are the last instance administrator. Make another one first.

mails-title = Mail
mails-what = What this site wrote to people, newest first.
mails-filed = No mail server is set: mail is not sent. It is kept as files on the server and can be read here.
mails-none = Nothing here yet.
mails-all = All
mails-read = Read
mails-retry = Send again
mails-drop = Do not send
mails-done-retry = It is sent again.
mails-done-drop = It is not sent.
mails-not-now = That could not be done: it was sent or dropped meanwhile. Below is how it stands now.
mails-more = Earlier mail
mails-tries = { $n ->
    [one] tried once
   *[other] tried { $n } times
}
mail-state-waiting = Waiting
mail-state-handing = On its way
mail-state-sent = Sent
mail-state-filed = Kept as a file
mail-state-bounced = Came back
mail-state-unsure = Unclear whether it arrived
mail-state-given-up = Given up
mail-state-dropped = Not sent

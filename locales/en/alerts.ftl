# What people are told of: saved searches, digests by mail, notices.

# Notices on the site.
me-notices = Notices
notices-title = Notices
notices-unread = Unread:
notices-none = There is nothing new. What concerns you will be listed here.
notices-read = Mark as read
notices-read-all = Mark all as read
notices-cut = Older notices are not listed.
notices-mail-title = By e-mail
notices-mail-what = What you have not read here yet is mailed to you. Saved searches and messages have mails of their own.
notices-mail-instant = Soon, at most once an hour
notices-mail-never = Not at all
notices-mail-subject = { $n ->
    [one] Something is new for you at { $site }
   *[other] { $n } things are new for you at { $site }
}
notices-mail-text = { $n ->
    [one] At { $site }, this is new for you:
   *[other] At { $site }, these { $n } things are new for you:
}
notices-mail-why = You get this because you have an account at { $site } and have not read it there yet.
notices-mail-change = Choose how often you get these mails:
notices-end-ask = Do you want no more mails about your notices at { $site }?
notices-end-done = You get no more mails about your notices at { $site }. They still wait for you on the site.
told-alert = { $n ->
    [one] A new case in your search “{ $name }”
   *[other] { $n } new cases in your search “{ $name }”
}
told-submitted = { $who } submitted “{ $title }” for review.
told-in-review = “{ $title }” is being reviewed.
told-changes-requested = The reviewers ask for changes to “{ $title }”.
told-approved = “{ $title }” is approved and waits to be published.
told-published = “{ $title }” is published.
told-rejected = “{ $title }” was not accepted.
told-withdrawn = “{ $title }” was withdrawn.
told-noted = There is a new note on “{ $title }”.
told-answered = { $who } answered a note on “{ $title }”.
told-comment = { $who } commented on “{ $title }”.
told-reply = { $who } answered you under “{ $title }”.
told-mention = { $who } mentioned you under “{ $title }”.
told-message = { $who } wrote to you.
told-follower = { $who } follows you.
told-reported = A reader asks for a correction of “{ $title }”.
told-old = Published cases were not looked at for 24 months. Please see whether they still hold.
told-mail-returns = Mail to your address comes back. Please give another one.
told-times = ({ $n } times)

# Saved searches.
alerts-title = Saved searches
alerts-tell-me = Tell me about new ones
alerts-what = You are told when a new case is published that this search finds. Older cases and later revisions do not count.
alerts-when = Daily and weekly mails go out at { $hour }:00 UTC, weekly ones on Mondays, and only if there is something new.
alerts-name = Name of the search
alerts-rhythm = How often
rhythm-instant = At once
rhythm-daily = Once a day
rhythm-weekly = Once a week
alerts-ways = How you are told
alerts-mail = By e-mail
alerts-site = As a notice on this site
alerts-silent = You are not told; the feed works.
alerts-save = Save the search
alerts-saved = The search is saved. You will hear of what is new.
alerts-changed = Changed.
alerts-ended = The search is no longer saved.
alerts-none = You have saved no search yet. Search for cases, then choose “Tell me about new ones”.
alerts-change = Change
alerts-end = End
alerts-feed = Private feed
alerts-feed-what = For your feed reader. Whoever knows this address can read the feed; a new address ends the old one.
alerts-feed-renew = New address
alerts-feed-renewed = The feed has a new address. The old one no longer works.
alerts-everything = All cases
alerts-no-name = Please give the search a name. It must not be too long.
alerts-too-many = You have saved { $n } searches already. Please end one first.
alerts-end-title = End these mails
alerts-end-ask = Do you want no more mails about “{ $name }”?
alerts-end-done = You get no more mails about “{ $name }”. The search stays saved in your account.
alerts-end-over = This link ends nothing any more. The mails were ended already, or the link is incomplete.
alerts-end-go = End the mails

# A digest of a topic, for any address.
digest-title = Weekly mail
digest-what = New cases about { $topic }, every Monday, if there are any. No account is needed, and every mail has a link that ends it.
digest-go = Send me the weekly mail
digest-sent = A mail is on its way to { $email }. The weekly mail begins when you agree to it there, within a week.
digest-back = Back to the topic
digest-confirm-subject = Weekly mail about { $topic }: please confirm
digest-confirm-text = Somebody asked { $site } to send this address new cases about { $topic } every week. If it was you, please confirm it.
digest-confirm-link = Yes, send me the weekly mail
digest-confirm-ask = Do you want new cases about { $topic } every week by mail?
digest-confirm-done = You get new cases about { $topic } every Monday, if there are any.
digest-end-ask = Do you want no more weekly mails about { $topic }?
digest-end-done = You get no more weekly mails about { $topic }. Your address is forgotten.

# Letters.
alert-mail-subject-one = { $name }: { $title }
alert-mail-subject = { $n ->
    [one] { $name }: a new case
   *[other] { $name }: { $n } new cases
}
alert-mail-text = { $n ->
    [one] There is a new case in “{ $name }”:
   *[other] There are { $n } new cases in “{ $name }”:
}
alert-mail-link = See all of them
alert-mail-why-instant = You get this because you saved this search at { $site }, to be told at once.
alert-mail-why-daily = You get this because you saved this search at { $site }, to be told once a day.
alert-mail-why-weekly = You get this because you saved this search at { $site }, to be told once a week.
alert-mail-why-digest = You get this because this address agreed to a weekly mail about { $name } from { $site }.
alert-mail-change = Change or end your saved searches:
alert-mail-end = No more mails about this:

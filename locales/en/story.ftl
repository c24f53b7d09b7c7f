# One case: its parts, its history, how to cite and to follow it.

# In which language it is read.
tongues = Languages of this case
tongue-original = original
tongue-human = translation
tongue-machine = machine translation
tongue-rest = The text below is in the original, { $language }.

# Where it comes from, and its revisions.
origin-shared = It came here by way of { $actor }, which shared it.
origin-submitted = Handed in by { $who }.
origin-reviewed = Last reviewed on { $date }.
origin-received = First received here on { $date }.
history = Revisions
history-link = All revisions
history-title = Revisions of { $title }
history-what = Every revision of this case that was public here, the newest first. Each has an address of its own, which does not change.
history-published = Published by { $network } at { $host } on { $date }.
history-revision = Revision { $revision }
history-first = The first revision kept here
history-nothing = Nothing that a page shows
history-show = What changed
history-older = Older revisions
history-compared = What changed from revision { $old } to revision { $new }
history-gone = Taken out
history-new = Put in
history-del = Taken out:
history-ins = Put in:
revision-older = This is revision { $revision } of { $date }. The newest is revision { $newest }.
revision-newest = This is revision { $revision } of { $date }, the newest.
revision-current = Read the case as it is now
field-title = Title
field-subtitle = Subtitle
field-summary = Summary
field-language = Language
field-cities = Cities
field-period = Years
field-status = Status
field-scale = Scale
field-topics = Topics
field-goals = Goals
field-targets = Targets
field-actors = Who took part
field-funding = Cost and funding
field-indicators = Figures
field-awards = Awards
field-pictures = Pictures
field-links = Links and documents
field-contacts = Contact
field-related = Related cases
field-licence = Licence
field-source = First published at

# Citing it.
cite = Cite this case
cite-rest = Case study, revision { $revision }, { $date }. { $licence }.
cite-files = For reference managers:

# Related cases: why each is there.
kin-comma = {", "}
kin-named = Named by the authors.
kin-city = Also in { $city }.
kin-country = Also in { $country }.
kin-topics = { $n ->
    [one] Same topic: { $names }.
   *[other] Same topics: { $names }.
}
kin-goals = { $n ->
    [one] Same goal: { $names }.
   *[other] Same goals: { $names }.
}
kin-targets = { $n ->
    [one] Same target: { $names }.
   *[other] Same targets: { $names }.
}
kin-words = { $n ->
    [one] Same word: { $names }.
   *[other] Same words: { $names }.
}
gone-instead = Perhaps read one of these

# Comments.
comments-take-part = Reply, like or share from your own server
comments-later = Later comments
comments-first = To the first comments

# Following and answering from one's own server.
follow-topic = new cases about { $topic }
follow-away = Follow from your server
away-open = Follow from your own server
away-follow = Follow { $handle }
away-case = Reply, like or share from your own server
away-what = The fediverse is many independent sites, such as Mastodon, whose people can follow and answer one another across all of them. Tell us where you have your account, and you confirm it there: this site keeps nothing about you and sets no cookie.
away-choose = What you can follow here
away-server = Your server, or your own address there
away-server-hint = For example mastodon.social or me@mastodon.social
away-go = Go to my server
away-reply = Reply
away-like = Like
away-share = Share
away-by-hand = Or by hand
away-by-hand-how = Copy this, paste it into the search field of your own server, and choose what it finds.
away-new = No account yet?
away-new-what = Sign up at any server of the fediverse, free of charge, and come back. Feeds of this site can be read without any account.
away-no-server = This is not the name of a server. It looks like mastodon.social, or me@mastodon.social with your own name in front.
away-silent = { $host } does not answer at the moment.
away-no-template = { $host } does not say where its people confirm this.
away-elsewhere = { $host } would send you to another site, so we do not.
away-paste = Copy { $address } into the search field there instead: that always works.

# What the frame of every page says.
skip-to-content = Skip to content
skip-to-results = Skip to results
nav-main = Main
nav-crumbs = You are here
nav-languages = Language of this site
nav-cases = Cases
nav-topics = Topics
nav-goals = Goals
nav-networks = Networks
nav-follow = Follow
footer-licence = Each case study names its own licence.
footer-software = Made with { $software }, free software under the AGPL 3.0.
footer-places = City data: { $source }, CC BY 4.0. Country names: i18n-iso-countries.
cases = cases
goal = Goal
goals = Sustainable Development Goals
licence = Licence

# Dates and amounts.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
amount-large = { $n } million
amount-huge = { $n } billion

# Search.
search-label = Search case studies
search-placeholder = Rainwater, car-free centre, participatory budget…
search-button = Search
cases-found = { $n ->
    [one] { $n } case
   *[other] { $n } cases
}

# Home.
home-title = What works in cities, told by the people who did it.
home-what = Case studies from { $network } and the networks it follows. Free to read, to search and to follow, without an account.
home-try = For example:
home-newest = Newest
home-new = New in the common feed
home-all = { $n ->
    [one] See the case
   *[other] All { $n } cases
}
home-topics = By topic
home-goals = By Sustainable Development Goal
home-networks = By network
home-networks-all = About these networks
home-empty-title = There are no case studies here yet
home-empty-what = Whoever runs this site can change that in a few minutes, beside the running server:
tally-cases = { $n ->
    [one] case study
   *[other] case studies
}
tally-cities = { $n ->
    [one] city
   *[other] cities
}
tally-countries = { $n ->
    [one] country
   *[other] countries
}
tally-networks = { $n ->
    [one] network
   *[other] networks
}

# Following from elsewhere.
follow-title = Follow from Mastodon or any other fediverse app
follow-what = Every new case then appears in your timeline, and you need no account here. Each network of this feed has an address of its own, on its page.
follow-how = Copy an address, paste it into the search field of your own server and press follow. To take part with your own instance of Kontor, follow the same address from there.
follow-group = the same cases as a group, for Lemmy and other group apps
follow-network = the cases of { $network }

# The common feed.
cases-title = Case studies
cases-title-search = Cases about “{ $words }”
cases-description = Case studies of cities from several networks, to search and to filter by topic, goal, place, network and language.
filters = Filters
filters-on = Filters in use
filters-more = { $n } more
filters-show = Show results
filters-clear = Clear all
filter-remove = Remove filter: { $filter }
filter-remove-short = Remove
filter-words = “{ $words }”
filter-goal = Goal { $n }: { $label }
facet-topic = Topic
facet-sdg = Goal
facet-country = Country
facet-city = City
facet-network = Network
facet-language = Language of the case
sort = Sort by
sort-newest = newest
sort-relevance = best match
results = Results
pages = Pages
pages-first = Back to the first
pages-next = Next cases
nothing-title = No case matches all of this
nothing-yet = There are no case studies in this feed yet.
nothing-loosen = Try again with one condition less:
nothing-without = Without { $filter }
nothing-all = See all cases
nothing-words = The search looks for the beginnings of words, in every language of the cases, and takes no notice of accents. One good word often finds more than a sentence.

# A case.
facts = At a glance
fact-city = { $n ->
    [one] City
   *[other] Cities
}
fact-years = Years
fact-status = Status
fact-scale = Scale
fact-size = Population
fact-cost = Cost
fact-funding = Paid by
fact-language = Language
fact-topics = Topics
years-since = { $start } until today
years-span = { $start } to { $end }
years-from = from { $start }
money-range = { $currency } { $min } to { $max }
money-one = { $currency } { $amount }
money-from = at least { $currency } { $amount }
money-to = up to { $currency } { $amount }
case-in-language = In { $language }
gloss-human = Translated by people.
gloss-machine = Translated by a machine; the original counts.
indicators = More figures
indicator = What was measured
indicator-value = Value
indicator-year = Year
awards = Awards
pictures = Pictures
links = Links and documents
contacts = Contact
related = Related cases
read-original = Read it at its origin
origin = Where this comes from
origin-published = Published by { $network } on { $date }, revision { $revision }.
origin-updated = Last changed on { $date }.
origin-shown = Shown here because this site follows { $network }.
origin-first = First published at
origin-data = This case as data (ActivityPub)
comments = Comments
comments-how = To answer, paste this address into the search field of your own server in the fediverse, such as Mastodon, and reply to what it finds:
comments-none = Nobody has commented yet.
comments-gone = This comment is no longer here.
comments-answers = in answer to { $name }
comments-original = Original
comments-more = Only the first { $n } comments are shown here.
person-role = Role
person-city = City
person-languages = Languages
person-said = Written in public
person-follow = What { $name } writes in public then appears in your timeline, and you need no account here.

# Networks.
network-cases = Cases here
network-founded = Founded
network-website = Website
network-instance = Publishes at
network-tie = In this feed
network-tie-own = this site is theirs
network-tie-followed = followed by this site
network-tie-shown = by way of another network
network-newest = Newest cases
network-none-title = No cases of this network here yet
network-none = When it publishes one, it appears here.
network-description = { $network }: who they are, and their case studies in this feed.

# When something is not as hoped.
missing-title = This page does not exist
missing-text = The address may have a slip in it, or the page has moved. Perhaps the search finds what you were looking for.
gone-title = This case study was withdrawn
gone-text = { $network } published it and withdrew it on { $date }. The reason that was given:
gone-text-bare = Its publisher withdrew it, and gave no reason.
broken-title = Something went wrong on our side
broken-text = It is not your fault. Please try again in a moment. If it happens again, tell whoever runs this site this number:
fault-id = Number of this failure:
fault-cases = See all cases

# Filters that can be followed
feed-name = Case studies: { $what }
feed-summary = Shows every case study that fits “{ $what }” as soon as it is published, by this network or by one of its partners.
cases-follow = New cases like these in your own timeline:
cases-follow-how = How to follow

# How a followed network's catalogue compared
network-compared = Up to date
network-compared-equal = compared on { $day }, nothing was missing
network-compared-healed = compared on { $day }, { $count ->
    [one] one case was
   *[other] { $count } cases were
 } brought up to date
network-compared-failed = could not be compared on { $day }; it is tried again

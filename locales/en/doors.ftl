# Doors: topics, goals, places, networks, people.

# Lists of doors.
doors-topics = Topics
doors-goals = Sustainable Development Goals
doors-cities = Cities
doors-countries = Countries
doors-regions = Regions of the world
doors-languages = Languages
doors-topics-what = Everything cities work on: 15 topics, each with its subtopics, and how many case studies there are.
doors-goals-what = The 17 goals that the United Nations agreed on for 2030, with the case studies that serve each of them.
doors-cities-what = Every city with a case study here, region by region.
doors-countries-what = Every country with a case study here, region by region.
doors-regions-what = The regions of the world, with the case studies from each.
doors-languages-what = The languages in which case studies can be read here, as an original or a translation.
doors-others = Other ways in
doors-elsewhere = Elsewhere
doors-cities-more = { $n ->
    [one] Only the city with most cases is listed here; the others are on the page of their country.
   *[other] Only the { $n } cities with most cases are listed here; the others are on the page of their country.
}

# One door.
door-subtopic = { $topic } is a part of the topic “{ $parent }”.
door-city = Case studies from { $city }, { $country }.
door-city-people = About { $people } people live there, by GeoNames’ count.
door-country = Case studies from cities in { $country }, which belongs to the region “{ $region }” here.
door-region = { $n ->
    [one] Case studies from the cities of one country or territory.
   *[other] Case studies from the cities of { $n } countries and territories.
}
door-language = Case studies that can be read in this language: { $language }.
door-ways = Look at these cases
door-search = Search in these cases
door-map = On the map
door-table = As a table
door-featured = Chosen by this network
door-none-title = No case study here yet
door-none = As soon as somebody publishes one, it appears here. Until then, look next door:
door-subtopics = Subtopics
door-sisters = Next to this topic
door-targets = Targets of this goal
door-by-topic = What these cases are about
door-by-network = Who published them
door-people = People who know about it
door-people-all = All citymakers
door-take = Take these cases along
door-take-what = As a feed that tells you of every new one, or as a file with licence and date. No account is needed.

# The directory of networks.
net-title = City networks
net-what = Networks, programmes, awards and events of cities all over the world: what they do, how to join, and whose case studies can be read here.
net-found = { $n ->
    [one] { $n } network
   *[other] { $n } networks
}
net-none-title = No network matches all of this
net-all = All networks
net-facet-here = On this site
net-facet-region = Works in
net-facet-kind = Kind
net-facet-join = How to join
net-here-cases = has cases here
net-here-instance = publishes from its own site
net-worldwide = Worldwide
net-take = Take the directory along
net-take-what = Every entry, with the source of each figure.
net-about-title = What it is
net-mandate = Works on
net-audience = For whom
net-projects = Key projects
net-contact = Contact
net-no-contact = No public contact is known.
net-hosted-by = Hosted by
net-seat = Seat
net-facts = Also known
net-figures = In figures
net-figures-what = Each figure is what one source states. Where sources differ, all of them stand here.
net-figure = What
net-statement = Stated
net-source = Source
net-as-of = As of
net-undated = no date given
net-disagree = the sources differ
net-more-than = more than { $value }
net-nearly = nearly { $value }
net-about = about { $value }
net-fee = Members pay a fee.
net-no-fee = There is no membership fee.
net-ties = Ties to others
net-picture = { $network } and those it is tied to
net-sources = Where this comes from
net-flags = To be read with care
net-unverified = Website and seat come from general knowledge; the network has not confirmed them.
net-stated = As stated by { $network } on { $day }
net-claim-what = Is something wrong here, or do you speak for this network?
net-claim = Tell us

# Kinds of networks
net-kind-membership-network = Membership network
net-kind-thematic-network = Thematic network
net-kind-programme = Programme
net-kind-un-programme = Programme of the United Nations
net-kind-platform = Platform
net-kind-award = Award
net-kind-event = Event
net-kind-initiative = Initiative
net-kind-non-profit = Non-profit organisation
net-kind-fund = Fund
net-kind-hub = Hub
net-kind-coordination-mechanism = Joint coordination
net-kind-company = Company
net-kind-registry = Registry
net-kind-blog = Blog

# Ways of joining
net-join-open = open
net-join-conditions = open to those who meet the conditions
net-join-commitment = by a commitment
net-join-guests = as a guest
net-join-application = by application
net-join-invitation = by invitation
net-join-unknown = not stated

# What is measured
net-metric-members = Members
net-metric-countries = Countries
net-metric-population = People represented
net-metric-population-share = Share of the world’s population
net-metric-partner-cities = Partner cities
net-metric-states = States
net-metric-partners = Partners
net-metric-case-studies = Case studies
net-metric-citymakers = Citymakers
net-metric-regions = World regions
net-metric-offices = Offices
net-metric-national-offices = National offices
net-metric-worked-with = Worked with
net-metric-companies-investors = Companies and investors
net-metric-banks = Development banks
net-metric-coalition = Coalition
net-metric-eligible-cities = Cities that may join

# Ties, read as: this network is … the other
net-tie-partner = partner of
net-tie-related-to = related to
net-tie-works-with = works with
net-tie-operates = operates
net-tie-operated-by = operated by
net-tie-runs = runs
net-tie-run-by = run by
net-tie-co-run-by = run jointly by
net-tie-co-runs = runs jointly with others
net-tie-supplied-by = gets cases from
net-tie-supplies-cases = supplies cases to
net-tie-part-of = part of
net-tie-includes = includes
net-tie-founding-partner = founding partner of
net-tie-founded-with = founded with
net-tie-represented-in = has a seat in
net-tie-gives-a-seat = gives a seat to
net-tie-partner-in = partner in
net-tie-has-partner = has as a partner
net-tie-funded-by = funded by
net-tie-funds = funds
net-tie-led-by = led by
net-tie-leads = leads
net-tie-hosted-by = hosted by
net-tie-hosts = hosts
net-tie-successor-of = successor of
net-tie-succeeded-by = succeeded by
net-tie-publishes = publishes
net-tie-published-by = published by
net-tie-founded-under = founded under
net-tie-occasion-of = founded there:

# What is doubtful about an entry
net-flag-figures-conflict = The sources state different figures.
net-flag-heading-missing-in-seed = The source has this text without a heading; the name was worked out from it.
net-flag-seed-text-suspect = Parts of the source’s text seem to belong to another network.
net-flag-name-only-in-text = The source only mentions the name.

# Suggestions
suggest-title = Suggest a network
suggest-about = About { $network }
suggest-what = A network that is missing, an entry that is wrong, or your own network: write to whoever runs this site. You need no account, and nothing of this is published as it stands.
suggest-name = Name of the network
suggest-website = Its website
suggest-message = What should be said of it?
suggest-message-help = With a source if you have one. At most 4,000 characters.
suggest-us = I speak for this network.
suggest-contact = How can you be reached?
suggest-contact-help = Needed if you speak for the network. Only those who run this site see it, and it is deleted once they are done.
suggest-trap = Leave this empty
suggest-send = Send
suggest-flaws = This could not be sent yet
suggest-flaw-name = Please give the name of the network, in at most 200 characters.
suggest-flaw-website = The website has to be an address that begins with https:// or http://.
suggest-flaw-message = Please write what should be said, in at most 4,000 characters.
suggest-flaw-contact = Please say how you can be reached if you speak for the network, in at most 200 characters.
suggest-flaw-full = Too many suggestions wait to be read. Please try again in a few days.
suggest-thanks = Thank you
suggest-thanks-what = Your suggestion has arrived. Whoever runs this site reads it and decides.

# People
people-title = Citymakers
people-what = People who work on cities, who chose to be found here and say themselves what they know.
people-found = { $n ->
    [one] { $n } citymaker
   *[other] { $n } citymakers
}
people-none-title = Nobody matches all of this
people-nobody = Nobody has chosen to be listed here yet.
people-next = More citymakers
person-comments = Written under cases
person-cases = Cases they were part of

# Regions of the world, by id
region-africa = Africa
region-east-asia = East Asia
region-south-asia = South Asia
region-southeast-asia = Southeast Asia
region-west-central-asia = West and Central Asia
region-europe = Europe
region-latin-america-caribbean = Latin America and the Caribbean
region-north-america = North America
region-oceania = Oceania

# What a topic is about, by its id
topic-what-mobility = Moving people and goods with less traffic, less danger and fewer emissions.
topic-what-climate-adaptation = Preparing for floods, heat, drought, storms and other shocks.
topic-what-energy-climate = Cutting emissions through planning, clean supply and efficient use.
topic-what-water = Safe supply, sanitation and living rivers.
topic-what-nature = Parks, trees, habitats and nature-based solutions.
topic-what-waste-circularity = Preventing waste and keeping materials in use.
topic-what-housing = Adequate, affordable homes and the upgrading of informal settlements.
topic-what-planning-public-space = Land use, regeneration, heritage and the space between buildings.
topic-what-inclusion = Leaving nobody behind.
topic-what-health-food = Healthy places, clean air and good food for all.
topic-what-education-culture = Learning, creativity and cultural life.
topic-what-economy-jobs = Decent work, fair finance and resilient local business.
topic-what-governance = How cities decide, finance, cooperate and report.
topic-what-digital = Data, services and rights in the digital city.
topic-what-safety-rights = Preventing violence and protecting rights and freedoms.

# The goals in one sentence, by number
goal-what-1 = End poverty in all its forms everywhere.
goal-what-2 = End hunger, achieve food security and improved nutrition and promote sustainable agriculture.
goal-what-3 = Ensure healthy lives and promote well-being for all at all ages.
goal-what-4 = Ensure inclusive and equitable quality education and promote lifelong learning opportunities for all.
goal-what-5 = Achieve gender equality and empower all women and girls.
goal-what-6 = Ensure availability and sustainable management of water and sanitation for all.
goal-what-7 = Ensure access to affordable, reliable, sustainable and modern energy for all.
goal-what-8 = Promote sustained, inclusive and sustainable economic growth, full and productive employment and decent work for all.
goal-what-9 = Build resilient infrastructure, promote inclusive and sustainable industrialization and foster innovation.
goal-what-10 = Reduce inequality within and among countries.
goal-what-11 = Make cities and human settlements inclusive, safe, resilient and sustainable.
goal-what-12 = Ensure sustainable consumption and production patterns.
goal-what-13 = Take urgent action to combat climate change and its impacts.
goal-what-14 = Conserve and sustainably use the oceans, seas and marine resources for sustainable development.
goal-what-15 = Protect, restore and promote sustainable use of terrestrial ecosystems, sustainably manage forests, combat desertification, and halt and reverse land degradation and halt biodiversity loss.
goal-what-16 = Promote peaceful and inclusive societies for sustainable development, provide access to justice for all and build effective, accountable and inclusive institutions at all levels.
goal-what-17 = Strengthen the means of implementation and revitalize the Global Partnership for Sustainable Development.

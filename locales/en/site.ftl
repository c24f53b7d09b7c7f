# The site itself: its home, its own pages, its map, its styles.

# Masthead and foot.
nav-cities = Cities
nav-people = People
nav-site = About this site
nav-data = Open data
nav-source = Source code
imprint = Imprint
privacy = Privacy
terms = Terms of use
accessibility = Accessibility

# The network's own pages.
own-incomplete = This text comes with the program, and whoever runs this site has not completed it yet: the places in square brackets are still open. Their own text goes into { $file }.

# The map.
map-title = Case studies on the map
map-title-search = Cases about “{ $words }” on the map
map-description = Where the case studies are: a map of cities, with the same cities as a list beside it.
map-regions = Parts of the world
map-world = World
map-drawing = Map of cities with case studies; each pin is a link
map-skip = Skip the map, to the list of cities
map-closer = Closer
map-out = Further away
map-about = A pin is a city and leads to its cases. A ring stands for several cities and leads closer. The outline shows land only, no borders.
map-pin = { $city }, { $country }: { $cases }
map-cluster = { $cities }, { $cases }: { $names } …
map-cities = { $n ->
    [one] { $n } city
   *[other] { $n } cities
}
map-list = { $n ->
    [one] { $n } city in this part of the map
   *[other] { $n } cities in this part of the map
}
map-empty = No city of this search lies here.
map-all = Show all { $n } cities
map-elsewhere = { $n ->
    [one] { $n } more city elsewhere: see the whole world
   *[other] { $n } more cities elsewhere: see the whole world
}

# Home.
home-empty-import = Import your own case studies, from JSON Lines or a spreadsheet:
home-empty-follow = Follow another network’s instance; its cases then appear here within seconds:
home-empty-look = Give this site its name, its colour and its first words, in kontor.toml:

home-featured = Chosen by the editors
home-map = Around the world
home-map-open = Open the map
home-topics-all = All topics and subtopics
home-goals-all = The goals and their targets
home-follow-more = More ways to follow, from any server

# The page of styles, for those who build pages.
style-title = Styles
style-what = Every token and component of this site, in all its states.
style-type = Type
style-pangram = Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich
style-colours = Colours
style-day = By day
style-night = By night
style-least = At least
style-text = Text
style-ground = Ground
style-contrast = Contrasts, computed
style-enough = enough
style-little = too little
style-space = Spacing and corners
style-cards = Cards
style-chips = Chips, goals, topics
style-buttons = Buttons and links
style-button = Publish
style-button-quiet = Not now
style-button-grave = Withdraw the case
style-button-off = Cannot be pressed
style-forms = Forms
style-field = Title
style-field-help = At most 300 characters. Say what was done, and where.
style-field-wrong = This title has 312 characters, 12 too many.
style-field-optional = (optional)
style-field-off = Cannot be changed
style-field-choice = Status
style-field-text = Solution
style-field-check = Show my name on the page
style-field-one = One of these
style-notices = Notices
style-notice = The deadline for this call is in three days.
style-notice-good = Published. Other servers get it within seconds.
style-notice-bad = Two fields need another look:
style-tables = Tables
style-tabs = Tabs and pages
style-empty = When there is nothing
style-facts = Facts
style-dialog = A question
style-dialog-title = Withdraw this case?
style-dialog-text = Its page will say that it was withdrawn, and why. Other servers are told.

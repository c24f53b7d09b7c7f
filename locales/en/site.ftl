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

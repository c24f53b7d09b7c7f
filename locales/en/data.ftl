# Feeds and downloads.

# What a feed or a file is called; $search is what was searched for.
feed-title = { $network }: case studies
feed-title-search = { $search } – { $network }
feed-description = What cities did, and what came of it. Case studies from { $network } and the networks it follows.
# Who may be named, and under which licence: “Eurocities, Creative Commons Attribution 4.0”.
data-rights-case = { $network }, { $licence }
data-rights = Each case names its own licence, its source and its address: please keep them together. Of cases with all rights reserved there is only the title, the summary and the link.
data-dataset = Every case study published by { $network } and the networks it follows: places, topics, Sustainable Development Goals, actors, costs, results and lessons.

# The first sheet of a workbook, and its labels.
data-sheet-about = About
data-sheet-cases = Cases
data-about-title = Title
data-about-source = Search
data-about-day = Retrieved on

# Files and ways to get them, by their names.
data-csv = Table (CSV)
data-xlsx = Workbook (XLSX)
data-geojson = Map layer (GeoJSON)
data-jsonl = Everything (JSON Lines)
data-oai = Harvesting for libraries (OAI-PMH)
data-api = Programming interface (JSON)
data-outbox = Live, as it is published (ActivityPub)
data-set-own = Published by { $network }

# The page about open data.
data-heading = Take it along
data-lead = Everything that is public here can be downloaded, followed and built upon. No account and no key is needed.
data-nav = Open data
data-all = All cases as a file
data-csv-what = One row for each case, for spreadsheets and statistics. Opens in every program.
data-xlsx-what = The same rows for Excel and LibreOffice, with numbers as numbers.
data-geojson-what = A point for each city of each case, for QGIS and web maps.
data-jsonl-what = One complete record in each line: all sections, translations, indicators and sources.
data-search = Only what you searched for
data-search-how = Search first, then put the ending of the file behind “cases” in the address. This works for every combination of filters:
data-search-link = Search the cases
data-feeds = Stay up to date
data-feeds-how = Any search is also a feed, for feed readers, newsrooms and other sites:
data-feeds-fediverse = In the fediverse, follow the network itself or any of its topics, goals and places.
data-programs = For programs
data-api-what = Search, facets, single cases, networks and vocabularies as JSON, described by an OpenAPI 3.1 document.
data-oai-what = All six verbs, Dublin Core, sets for each topic and goal. Withdrawn cases are reported for ever.
data-dcat = Catalogue for data portals (DCAT-AP)
data-dcat-what = One catalogue, one dataset and all its distributions, as JSON-LD and Turtle.
data-licences = Licences
data-licences-how = When you use a case, name its network, link its page and name its licence.
data-fair = Fair use
data-fair-how = { $n ->
    [one] { $n } request a minute from one address is answered.
   *[other] { $n } requests a minute from one address are answered.
} Answers carry an ETag: ask with If-None-Match, and what has not changed is not sent again.

# The page about the programming interface.
api-heading = Programming interface
api-lead = Reading is open to everybody, from any web page and any program. Answers are JSON, times are in UTC.
api-document = The OpenAPI 3.1 document
api-base = All addresses below begin with { $address }.
api-parameters = Parameters
api-name = Name
api-where = Where
api-meaning = Meaning
api-answers = Answers
api-status = Status
api-example = Example
api-in-path = in the path
api-in-query = in the query

# Bringing cases in from a spreadsheet.
imports-title = Bring cases in
imports-what = From a spreadsheet, as CSV or XLSX. You see first what would happen; nothing is stored as a case before you confirm.
imports-template = The template has all columns and some examples:
imports-file = File
imports-file-help = CSV or XLSX, at most { $most } MB, { $rows } rows.
imports-charset = Character encoding of a CSV file
imports-charset-auto = Detect it
imports-read = Read the file
imports-own = Your imports
imports-none = You have not brought anything in yet.
imports-open = Not finished
imports-done = Taken in
imports-undone = Taken back
imports-until = Kept until { $date }

# Columns and fields.
imports-columns = Which column is what
imports-columns-what = Columns without a field are left out. The title is needed.
imports-sheet = Sheet
imports-sheet-choose = Take this sheet
imports-column = Column
imports-examples = Examples
imports-field = Field
imports-leave-out = (leave out)
imports-rules = How values are written
imports-list = Between the items of a list
imports-list-auto = Detect it
imports-list-bar = | (bar)
imports-list-semicolon = ; (semicolon)
imports-list-comma = , (comma)
imports-list-line = A new line
imports-dates = Dates such as 03/04/2019
imports-dates-day = Day first
imports-dates-month = Month first
imports-otherwise = For rows that do not say it
imports-network-help = Short name of a network in the directory. Empty: this network.
imports-source = Name of this source
imports-source-help = Such as “Eurocities sheet”. The columns are then matched by themselves next time.
imports-to-preview = Save and look at the preview

# What would happen.
imports-preview = Preview
imports-preview-what = Nothing is stored yet.
imports-filter = Rows
imports-all = All
imports-new = New
imports-changes = Changes
imports-same = Unchanged
imports-duplicate = Probably here already
imports-refused = Cannot be taken
imports-line = Row
imports-result = What happens
imports-fields = Changes: { $fields }
imports-of-case = Like the case
imports-of-hidden = Like a case that is not public:
imports-of-draft = Like the draft
imports-of-row = Like row { $row }:
imports-lacks = The draft will lack:
imports-place = Row { $row }, column { $column } “{ $name }”
imports-place-none = Row { $row }, { $field }
imports-found = “{ $text }”
imports-errors = Download what cannot be taken (CSV)
imports-choices = What becomes of the rows
imports-mode = Take them in as
imports-mode-drafts = Drafts at the desk, yours to complete
imports-mode-published = Published cases
imports-others = Rows that are probably here already
imports-skip = Skip
imports-update = Change what is here
imports-add = Take in anyway
imports-choice-of = Row { $row }
imports-look-again = Save and look again
imports-take-drafts = { $n ->
    [one] Make { $n } draft
   *[other] Make { $n } drafts
}
imports-take-published = { $n ->
    [one] Publish { $n } case
   *[other] Publish { $n } cases
}
imports-leave-flawed = { $n ->
    [one] Leave out the { $n } row that cannot be taken
   *[other] Leave out the { $n } rows that cannot be taken
}
imports-leave-what = Or correct the file and send it again.
imports-nothing-to-take = No row would be taken in.
imports-discard = Discard this import
imports-earlier = Earlier
imports-later = Later

# What happened.
imports-result-title = What came in
imports-drafted = Draft
imports-published = Published
imports-revised = Changed
imports-count-drafted = { $n ->
    [one] { $n } draft laid down
   *[other] { $n } drafts laid down
}
imports-count-published = { $n ->
    [one] { $n } case published
   *[other] { $n } cases published
}
imports-count-revised = { $n ->
    [one] { $n } case changed
   *[other] { $n } cases changed
}
imports-count-skipped = { $n ->
    [one] { $n } row skipped
   *[other] { $n } rows skipped
}
imports-count-refused = { $n ->
    [one] { $n } row left out
   *[other] { $n } rows left out
}
imports-undo = Take all of it back
imports-undo-what = Drafts go, published cases are withdrawn, changed ones become as they were. Only as long as nobody has worked on any of them.
imports-undo-reason = Reason, which everybody can read
imports-undo-usual = Brought in by mistake.

# Why something was not done.
imports-no-file = Please choose a file.
imports-no-size = The file is larger than can be taken.
imports-no-sheet = This is neither CSV nor XLSX.
imports-no-old = This workbook is in an old format or has a password. Save it as XLSX without one.
imports-no-broken = The file is damaged or not whole.
imports-no-room = The file holds more than can be taken at once.
imports-no-rows = The file has more than { $most } rows. Please divide it.
imports-no-columns = The file has more than { $most } columns.
imports-no-cell = Row { $row }, column { $column }: the text is too long.
imports-no-empty = There are no rows beneath the names of the columns.
imports-no-more = Several imports are unfinished. Finish one, or lay one aside.
imports-no-moved = Something has changed since the preview. Please look at it again.
imports-no-flawed = Some rows cannot be taken. Say that they are left out, or correct the file.
imports-no-done = This import is finished.
imports-no-twice = Two columns stand for “{ $field }”.
imports-no-title = No column stands for the title.
imports-no-edited = Somebody has worked on “{ $title }” since. Nothing was taken back.
lack-no-date = is not a date such as 2019, 2019-05 or 2019-05-17
lack-no-place = names a city that is not in the register; give latitude and longitude
lack-no-place-further = names a city that is not in the register; add its latitude and longitude, as in: Ghent (BE); 51.05; 3.72

# Fields, as columns are named.
column-title = Title
column-subtitle = Subtitle
column-summary = Summary
column-language = Language
column-city = City
column-country = Country
column-lat = Latitude
column-lon = Longitude
column-geonameid = GeoNames number
column-more-cities = Further cities
column-start = Start
column-end = End
column-status = Status
column-scale = Scale
column-topics = Topics
column-sdgs = Sustainable Development Goals
column-sdg-targets = Targets of the goals
column-actors = Actors
column-funding-sources = Sources of money
column-cost-band = Order of cost
column-amount-min = Cost, from
column-amount-max = Cost, to
column-currency = Currency
column-funding-note = Note on the cost
column-awards = Awards
column-links = Links
column-image-url = Address of a picture
column-image-alt = Description of the picture
column-image-credit = Credit of the picture
column-licence = Licence
column-source-network = Network it comes from
column-source-url = Address of the original
column-contact-email = E-mail address of a contact
column-id = Id
column-published = First published
column-updated = Last changed

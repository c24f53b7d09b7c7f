# The words of the closed vocabularies, by id.

# Status of the measure
status-planned = Planned
status-pilot = Pilot
status-ongoing = Ongoing
status-completed = Completed
status-discontinued = Discontinued

# Scale
scale-site = Building or site
scale-neighbourhood = Neighbourhood or district
scale-inner-city = Inner city
scale-city = Whole city
scale-metropolitan = Metropolitan area
scale-regional = Region
scale-multi-city = Several cities

# Kinds of actors
kind-local-government = Local government
kind-regional-government = Regional government
kind-national-government = National government
kind-supranational = International or supranational body
kind-public-utility = Public utility or agency
kind-private-sector = Private sector
kind-public-private-partnership = Public-private partnership
kind-community-group = Community or citizen group
kind-ngo-philanthropy = NGO or philanthropy
kind-research = University or research
kind-network = City network

# Roles of actors
role-initiator = Initiator
role-lead = Lead
role-partner = Partner
role-funder = Funder
role-designer = Designer
role-operator = Operator
role-evaluator = Evaluator

# Sources of funding
funding-municipal-budget = Municipal budget
funding-taxes-levies = Taxes and levies
funding-user-fees = User fees
funding-regional-grant = Regional grant
funding-national-grant = National grant
funding-eu-funds = EU funds
funding-development-bank = Development bank
funding-donor-grant = Donor grant
funding-loans-bonds = Loans and bonds
funding-private-investment = Private investment
funding-philanthropy = Philanthropy
funding-crowdfunding = Crowdfunding
funding-land-value-capture = Land value capture
funding-in-kind-volunteer = In-kind and volunteer work

# Cost bands
cost-unknown = Not stated
cost-lt-100k = Below 100,000 EUR
cost-100k-1m = 100,000 to 1 million EUR
cost-1m-10m = 1 to 10 million EUR
cost-10m-100m = 10 to 100 million EUR
cost-100m-1b = 100 million to 1 billion EUR
cost-gt-1b = Above 1 billion EUR

# Sizes of cities
size-xs = Below 50,000
size-s = 50,000 to 250,000
size-m = 250,000 to 1 million
size-l = 1 to 5 million
size-xl = Above 5 million

# Sections of a case
section-context = Context
section-challenge = Challenge
section-solution = Solution and implementation
section-results = Results and impact
section-lessons = Lessons learned
section-transferability = Transferability
section-financing = Financing
section-governance = Governance and participation
section-monitoring = Monitoring and evaluation

# Kinds of links
link-website = Website
link-original = Originally published at
link-document = Document
link-dataset = Data set
link-video = Video
link-evaluation = Evaluation
link-news = News

# Roles of contacts
contact-initiator = Initiator
contact-project-manager = Project manager
contact-press = Press
contact-network = Network secretariat

# Licences
licence-CC-BY-4-0 = Creative Commons Attribution 4.0
licence-CC-BY-SA-4-0 = Creative Commons Attribution-ShareAlike 4.0
licence-CC-BY-NC-4-0 = Creative Commons Attribution-NonCommercial 4.0
licence-CC-BY-NC-SA-4-0 = Creative Commons Attribution-NonCommercial-ShareAlike 4.0
licence-CC0-1-0 = Creative Commons Zero
licence-LicenseRef-all-rights-reserved = All rights reserved

# Languages of cases
language-en = English
language-es = Spanish
language-fr = French
language-pt = Portuguese
language-de = German
language-ko = Korean
language-ja = Japanese
language-zh-Hans = Chinese (simplified)
language-zh-Hant = Chinese (traditional)
language-ar = Arabic

citymaker-politician = Politician
citymaker-administrator = Administrator
citymaker-academic = Academic
citymaker-practitioner = Practitioner
citymaker-network-staff = Network staff
citymaker-civil-society = Civil society
citymaker-journalist = Journalist
citymaker-student = Student

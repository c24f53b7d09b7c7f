# Topics and subtopics, by id.

topic-mobility = Mobility and transport
topic-public-transport = Public transport
topic-walking = Walking and pedestrian zones
topic-cycling = Cycling
topic-traffic-demand = Traffic reduction, road pricing and city logistics
topic-road-safety = Road safety
topic-electric-mobility = Electric and clean vehicles
topic-shared-mobility = Shared and on-demand mobility

topic-climate-adaptation = Climate adaptation and resilience
topic-stormwater-flooding = Stormwater and flooding
topic-extreme-heat = Extreme heat
topic-drought = Drought and water scarcity
topic-coastal-resilience = Coasts and sea-level rise
topic-disaster-risk = Disaster risk, early warning and resilience strategies

topic-energy-climate = Energy and climate mitigation
topic-climate-plans = Climate plans and carbon budgets
topic-renewable-energy = Renewable energy
topic-district-energy = District heating and cooling
topic-energy-efficiency = Energy efficiency and energy poverty

topic-water = Water and sanitation
topic-drinking-water = Drinking water supply
topic-sanitation = Sanitation and wastewater
topic-water-demand = Water saving and demand management
topic-river-restoration = River and waterfront restoration
topic-water-sensitive-design = Water-sensitive urban design

topic-nature = Nature and biodiversity
topic-parks-green-space = Parks and green space
topic-urban-forest = Urban trees and forests
topic-nature-based-solutions = Nature-based solutions
topic-ecological-corridors = Habitats and ecological corridors

topic-waste-circularity = Waste and circular economy
topic-waste-prevention = Waste prevention and zero waste
topic-recycling-collection = Collection, recycling and composting
topic-reuse-repair = Reuse, repair and circular construction
topic-informal-recyclers = Waste pickers and informal recyclers

topic-housing = Housing
topic-social-housing = Social and municipal housing
topic-affordable-housing = Affordable housing and rent policy
topic-informal-settlements = Informal settlements and upgrading
topic-cooperative-housing = Co-operative and community-led housing
topic-homelessness = Homelessness
topic-eco-districts = Sustainable neighbourhoods

topic-planning-public-space = Urban planning and public space
topic-public-space = Public space and tactical urbanism
topic-compact-city = Compact and 15-minute city
topic-urban-regeneration = Urban regeneration and brownfields
topic-heritage = Heritage and historic districts
topic-urban-commons = Urban commons

topic-inclusion = Social inclusion and equality
topic-gender-equality = Gender equality
topic-children-youth = Children and young people
topic-older-people = Older people and age-friendly cities
topic-disability-accessibility = Disability and accessibility
topic-migration-refugees = Migration and refugees
topic-lgbtiq = LGBTIQ+ equality
topic-anti-racism = Anti-discrimination and intercultural city
topic-poverty-reduction = Poverty reduction and care

topic-health-food = Health and food
topic-public-health = Public health and healthy cities
topic-health-emergencies = Health emergencies and preparedness
topic-air-quality = Air quality
topic-food-policy = Food policy and food security
topic-urban-agriculture = Urban agriculture
topic-sport-active-living = Sport and active living

topic-education-culture = Education and culture
topic-lifelong-learning = Learning cities and lifelong learning
topic-schools = Schools and early childhood
topic-culture-creativity = Culture, libraries and creative industries
topic-sustainable-tourism = Sustainable tourism

topic-economy-jobs = Local economy and jobs
topic-skills-employment = Skills and employment
topic-social-economy = Social and solidarity economy
topic-innovation-startups = Innovation and start-ups
topic-informal-economy = Informal economy and markets
topic-green-economy = Green economy and just transition
topic-public-procurement = Public procurement

topic-governance = Governance and participation
topic-participatory-budgeting = Participatory budgeting
topic-citizen-participation = Citizen participation and assemblies
topic-open-government = Open government and transparency
topic-metropolitan-governance = Metropolitan planning and governance
topic-municipal-finance = Municipal finance
topic-sdg-localisation = SDG localisation and voluntary local reviews
topic-city-diplomacy = City diplomacy and advocacy
topic-decentralised-cooperation = City-to-city cooperation

topic-digital = Digital city
topic-open-data = Open data and data governance
topic-digital-services = Digital public services
topic-digital-rights = Digital rights and ethics
topic-digital-inclusion = Digital inclusion
topic-smart-infrastructure = Smart infrastructure and sensors

topic-safety-rights = Safety, peace and human rights
topic-urban-security = Urban security and violence prevention
topic-human-rights-cities = Human rights cities
topic-freedom-of-expression = Freedom of expression and cities of refuge

# Short names of the 169 targets of the Sustainable Development Goals, by code.

target-1-1 = End extreme poverty
target-1-2 = Halve poverty in all its dimensions
target-1-3 = Social protection for all
target-1-4 = Equal rights to resources and basic services
target-1-5 = Resilience of the poor to shocks and disasters
target-1-a = Resources to end poverty
target-1-b = Pro-poor and gender-sensitive policy frameworks

target-2-1 = Safe and sufficient food for all
target-2-2 = End malnutrition
target-2-3 = Productivity and income of small food producers
target-2-4 = Sustainable and resilient food production
target-2-5 = Genetic diversity of seeds, plants and animals
target-2-a = Invest in rural infrastructure and farm research
target-2-b = Fair agricultural markets and trade
target-2-c = Stable food commodity markets

target-3-1 = Reduce maternal mortality
target-3-2 = End preventable deaths of newborns and small children
target-3-3 = End epidemics and fight communicable diseases
target-3-4 = Non-communicable diseases and mental health
target-3-5 = Prevent and treat substance abuse
target-3-6 = Halve road deaths and injuries
target-3-7 = Sexual and reproductive health care
target-3-8 = Universal health coverage
target-3-9 = Fewer deaths from pollution and chemicals
target-3-a = Tobacco control
target-3-b = Vaccines and medicines for all
target-3-c = Health financing and health workforce
target-3-d = Early warning for health risks

target-4-1 = Free primary and secondary education
target-4-2 = Early childhood development and care
target-4-3 = Affordable vocational and higher education
target-4-4 = Relevant skills for work
target-4-5 = Equal access to all levels of education
target-4-6 = Literacy and numeracy
target-4-7 = Education for sustainable development
target-4-a = Safe and inclusive learning facilities
target-4-b = Scholarships for developing countries
target-4-c = More qualified teachers

target-5-1 = End discrimination against women and girls
target-5-2 = End violence against women and girls
target-5-3 = End harmful practices such as child marriage
target-5-4 = Value unpaid care and domestic work
target-5-5 = Women in leadership and decision-making
target-5-6 = Reproductive health and rights
target-5-a = Equal rights to economic resources and property
target-5-b = Enabling technology for women
target-5-c = Gender equality policies and laws

target-6-1 = Safe and affordable drinking water
target-6-2 = Sanitation and hygiene for all
target-6-3 = Water quality, wastewater and safe reuse
target-6-4 = Water-use efficiency and water scarcity
target-6-5 = Integrated water resources management
target-6-6 = Protect and restore water ecosystems
target-6-a = International water and sanitation cooperation
target-6-b = Communities take part in water management

target-7-1 = Access to modern energy for all
target-7-2 = More renewable energy
target-7-3 = Double the rate of energy efficiency gains
target-7-a = Clean energy research and investment
target-7-b = Sustainable energy infrastructure in developing countries

target-8-1 = Sustainable economic growth
target-8-2 = Productivity through diversification and innovation
target-8-3 = Decent jobs, entrepreneurship and small business
target-8-4 = Resource efficiency, decoupling from degradation
target-8-5 = Full employment, decent work and equal pay
target-8-6 = Young people in work, education or training
target-8-7 = End forced labour, trafficking and child labour
target-8-8 = Labour rights and safe workplaces
target-8-9 = Sustainable tourism
target-8-10 = Access to banking and insurance
target-8-a = Aid for Trade
target-8-b = Global strategy for youth employment

target-9-1 = Reliable, sustainable and resilient infrastructure
target-9-2 = Inclusive and sustainable industry
target-9-3 = Finance and markets for small enterprises
target-9-4 = Upgrade infrastructure and industry for sustainability
target-9-5 = Research and technology
target-9-a = Support infrastructure in developing countries
target-9-b = Domestic technology and diversification
target-9-c = Access to ICT and the internet

target-10-1 = Income growth of the poorest 40 per cent
target-10-2 = Social, economic and political inclusion
target-10-3 = Equal opportunity, no discriminatory laws
target-10-4 = Fiscal and social policies for equality
target-10-5 = Regulate global financial markets
target-10-6 = Voice for developing countries in global institutions
target-10-7 = Safe and well-managed migration
target-10-a = Special treatment for developing countries in trade
target-10-b = Development assistance where it is most needed
target-10-c = Cheaper migrant remittances

target-11-1 = Adequate housing and slum upgrading
target-11-2 = Sustainable transport for all
target-11-3 = Inclusive and participatory planning
target-11-4 = Protect cultural and natural heritage
target-11-5 = Fewer losses from disasters
target-11-6 = Lower environmental impact: air quality and waste
target-11-7 = Safe and inclusive green and public space
target-11-a = Urban-rural links and regional planning
target-11-b = Integrated climate and disaster-risk policies
target-11-c = Sustainable building in least developed countries

target-12-1 = Sustainable consumption and production programmes
target-12-2 = Efficient use of natural resources
target-12-3 = Halve food waste, cut food losses
target-12-4 = Sound management of chemicals and waste
target-12-5 = Prevent, reduce, recycle and reuse waste
target-12-6 = Sustainable practice and reporting in companies
target-12-7 = Sustainable public procurement
target-12-8 = Awareness of sustainable lifestyles
target-12-a = Science capacity for sustainable consumption
target-12-b = Monitor sustainable tourism
target-12-c = Reform fossil-fuel subsidies

target-13-1 = Resilience to climate hazards and disasters
target-13-2 = Climate action in policy and planning
target-13-3 = Climate education and capacity
target-13-a = Climate finance commitment
target-13-b = Climate planning capacity in least developed countries

target-14-1 = Reduce marine pollution
target-14-2 = Protect marine and coastal ecosystems
target-14-3 = Ocean acidification
target-14-4 = End overfishing
target-14-5 = Conserve coastal and marine areas
target-14-6 = End harmful fisheries subsidies
target-14-7 = Marine benefits for small island states
target-14-a = Marine research and technology
target-14-b = Small-scale fishers' access
target-14-c = International law of the sea

target-15-1 = Conserve and restore land and freshwater ecosystems
target-15-2 = Sustainable forests and reforestation
target-15-3 = Combat desertification, restore soil
target-15-4 = Mountain ecosystems
target-15-5 = Halt biodiversity loss
target-15-6 = Fair sharing of genetic resources
target-15-7 = End poaching and trafficking of species
target-15-8 = Invasive alien species
target-15-9 = Ecosystem values in planning
target-15-a = Finance for biodiversity
target-15-b = Finance for forests
target-15-c = Global support against poaching

target-16-1 = Reduce violence everywhere
target-16-2 = Protect children from abuse and violence
target-16-3 = Rule of law and access to justice
target-16-4 = Reduce illicit money and arms flows
target-16-5 = Reduce corruption and bribery
target-16-6 = Effective and accountable institutions
target-16-7 = Participatory and representative decisions
target-16-8 = Developing countries in global governance
target-16-9 = Legal identity for all
target-16-10 = Public access to information and freedoms
target-16-a = Institutions to prevent violence and crime
target-16-b = Non-discriminatory laws and policies

target-17-1 = Domestic revenue and tax capacity
target-17-2 = Development assistance commitments
target-17-3 = Additional finance for developing countries
target-17-4 = Debt sustainability
target-17-5 = Investment in least developed countries
target-17-6 = Science and technology cooperation
target-17-7 = Environmentally sound technology transfer
target-17-8 = Technology bank and capacity
target-17-9 = Capacity-building for the SDGs
target-17-10 = Rules-based and fair trade system
target-17-11 = Exports of developing countries
target-17-12 = Market access for least developed countries
target-17-13 = Global macroeconomic stability
target-17-14 = Policy coherence
target-17-15 = Respect each country's policy space
target-17-16 = Global partnership for sustainable development
target-17-17 = Public, private and civil society partnerships
target-17-18 = Data and statistics capacity
target-17-19 = Measure progress beyond GDP

# Topics and subtopics, by id.

topic-mobility = Mobilité et transports
topic-public-transport = Transports publics
topic-walking = Marche et zones piétonnes
topic-cycling = Vélo
topic-traffic-demand = Réduction du trafic, péages urbains et logistique
topic-road-safety = Sécurité routière
topic-electric-mobility = Véhicules électriques et propres
topic-shared-mobility = Mobilité partagée et à la demande

topic-climate-adaptation = Adaptation au climat et résilience
topic-stormwater-flooding = Eaux pluviales et inondations
topic-extreme-heat = Chaleurs extrêmes
topic-drought = Sécheresse et pénurie d’eau
topic-coastal-resilience = Littoraux et montée de la mer
topic-disaster-risk = Risques de catastrophe, alerte précoce et résilience

topic-energy-climate = Énergie et atténuation climatique
topic-climate-plans = Plans climat et budgets carbone
topic-renewable-energy = Énergies renouvelables
topic-district-energy = Réseaux de chaleur et de froid
topic-energy-efficiency = Efficacité et précarité énergétiques

topic-water = Eau et assainissement
topic-drinking-water = Eau potable
topic-sanitation = Assainissement et eaux usées
topic-water-demand = Économies d’eau et maîtrise de la demande
topic-river-restoration = Restauration des rivières et des berges
topic-water-sensitive-design = Urbanisme sensible à l’eau

topic-nature = Nature et biodiversité
topic-parks-green-space = Parcs et espaces verts
topic-urban-forest = Arbres et forêts urbaines
topic-nature-based-solutions = Solutions fondées sur la nature
topic-ecological-corridors = Habitats et corridors écologiques

topic-waste-circularity = Déchets et économie circulaire
topic-waste-prevention = Prévention et zéro déchet
topic-recycling-collection = Collecte, recyclage et compostage
topic-reuse-repair = Réemploi, réparation et construction circulaire
topic-informal-recyclers = Récupérateurs informels

topic-housing = Logement
topic-social-housing = Logement social et municipal
topic-affordable-housing = Logement abordable et politique des loyers
topic-informal-settlements = Quartiers informels et leur amélioration
topic-cooperative-housing = Habitat coopératif et participatif
topic-homelessness = Sans-abrisme
topic-eco-districts = Écoquartiers

topic-planning-public-space = Urbanisme et espace public
topic-public-space = Espace public et urbanisme tactique
topic-compact-city = Ville compacte et ville du quart d’heure
topic-urban-regeneration = Renouvellement urbain et friches
topic-heritage = Patrimoine et quartiers historiques
topic-urban-commons = Communs urbains

topic-inclusion = Inclusion sociale et égalité
topic-gender-equality = Égalité entre les genres
topic-children-youth = Enfance et jeunesse
topic-older-people = Personnes âgées et villes amies des aînés
topic-disability-accessibility = Handicap et accessibilité
topic-migration-refugees = Migrations et personnes réfugiées
topic-lgbtiq = Égalité LGBTIQ+
topic-anti-racism = Lutte contre les discriminations et ville interculturelle
topic-poverty-reduction = Lutte contre la pauvreté et soin

topic-health-food = Santé et alimentation
topic-public-health = Santé publique et villes-santé
topic-health-emergencies = Urgences sanitaires et préparation
topic-air-quality = Qualité de l’air
topic-food-policy = Politique et sécurité alimentaires
topic-urban-agriculture = Agriculture urbaine
topic-sport-active-living = Sport et vie active

topic-education-culture = Éducation et culture
topic-lifelong-learning = Villes apprenantes et formation tout au long de la vie
topic-schools = Écoles et petite enfance
topic-culture-creativity = Culture, bibliothèques et industries créatives
topic-sustainable-tourism = Tourisme durable

topic-economy-jobs = Économie locale et emploi
topic-skills-employment = Compétences et emploi
topic-social-economy = Économie sociale et solidaire
topic-innovation-startups = Innovation et jeunes pousses
topic-informal-economy = Économie informelle et marchés
topic-green-economy = Économie verte et transition juste
topic-public-procurement = Commande publique

topic-governance = Gouvernance et participation
topic-participatory-budgeting = Budget participatif
topic-citizen-participation = Participation et assemblées citoyennes
topic-open-government = Gouvernement ouvert et transparence
topic-metropolitan-governance = Planification et gouvernance métropolitaines
topic-municipal-finance = Finances municipales
topic-sdg-localisation = Localisation des ODD et examens locaux volontaires
topic-city-diplomacy = Diplomatie des villes et plaidoyer
topic-decentralised-cooperation = Coopération entre villes

topic-digital = Ville numérique
topic-open-data = Données ouvertes et gouvernance des données
topic-digital-services = Services publics numériques
topic-digital-rights = Droits numériques et éthique
topic-digital-inclusion = Inclusion numérique
topic-smart-infrastructure = Infrastructures intelligentes et capteurs

topic-safety-rights = Sécurité, paix et droits humains
topic-urban-security = Sécurité urbaine et prévention de la violence
topic-human-rights-cities = Villes des droits humains
topic-freedom-of-expression = Liberté d’expression et villes refuges

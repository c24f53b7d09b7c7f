# Noms courts des 169 cibles des Objectifs de développement durable, par code.

target-1-1 = Éliminer l’extrême pauvreté
target-1-2 = Réduire de moitié la pauvreté sous tous ses aspects
target-1-3 = Protection sociale pour tous
target-1-4 = Droits égaux aux ressources et aux services de base
target-1-5 = Résilience des pauvres face aux chocs et aux catastrophes
target-1-a = Des ressources pour mettre fin à la pauvreté
target-1-b = Politiques favorables aux pauvres et à l’égalité des sexes

target-2-1 = Une alimentation saine et suffisante pour tous
target-2-2 = Mettre fin à la malnutrition
target-2-3 = Productivité et revenus des petits producteurs alimentaires
target-2-4 = Production alimentaire durable et résiliente
target-2-5 = Diversité génétique des semences, plantes et animaux
target-2-a = Investir dans l’infrastructure rurale et la recherche agricole
target-2-b = Marchés et commerce agricoles équitables
target-2-c = Marchés stables des denrées alimentaires

target-3-1 = Réduire la mortalité maternelle
target-3-2 = Éliminer les décès évitables de nouveau-nés et de jeunes enfants
target-3-3 = Mettre fin aux épidémies et combattre les maladies transmissibles
target-3-4 = Maladies non transmissibles et santé mentale
target-3-5 = Prévenir et traiter l’abus de substances
target-3-6 = Réduire de moitié les décès et blessures de la route
target-3-7 = Santé sexuelle et procréative
target-3-8 = Couverture sanitaire universelle
target-3-9 = Moins de décès dus à la pollution et aux produits chimiques
target-3-a = Lutte antitabac
target-3-b = Vaccins et médicaments pour tous
target-3-c = Financement et personnel de santé
target-3-d = Alerte rapide sur les risques sanitaires

target-4-1 = Enseignement primaire et secondaire gratuit
target-4-2 = Développement et prise en charge de la petite enfance
target-4-3 = Formation professionnelle et supérieure abordable
target-4-4 = Compétences utiles pour l’emploi
target-4-5 = Égalité d’accès à tous les niveaux d’enseignement
target-4-6 = Lecture, écriture et calcul
target-4-7 = Éducation au développement durable
target-4-a = Établissements scolaires sûrs et inclusifs
target-4-b = Bourses pour les pays en développement
target-4-c = Plus d’enseignants qualifiés

target-5-1 = Mettre fin aux discriminations contre les femmes et les filles
target-5-2 = Mettre fin aux violences contre les femmes et les filles
target-5-3 = Mettre fin aux pratiques préjudiciables comme le mariage d’enfants
target-5-4 = Valoriser les soins et travaux domestiques non rémunérés
target-5-5 = Les femmes aux postes de direction et de décision
target-5-6 = Santé et droits en matière de procréation
target-5-a = Droits égaux aux ressources économiques et à la propriété
target-5-b = Des technologies pour l’autonomie des femmes
target-5-c = Politiques et lois pour l’égalité des sexes

target-6-1 = Eau potable sûre et abordable
target-6-2 = Assainissement et hygiène pour tous
target-6-3 = Qualité de l’eau, eaux usées et réutilisation sans danger
target-6-4 = Utilisation rationnelle de l’eau et pénurie d’eau
target-6-5 = Gestion intégrée des ressources en eau
target-6-6 = Protéger et restaurer les écosystèmes aquatiques
target-6-a = Coopération internationale pour l’eau et l’assainissement
target-6-b = Participation des populations à la gestion de l’eau

target-7-1 = Accès de tous à l’énergie moderne
target-7-2 = Davantage d’énergies renouvelables
target-7-3 = Doubler le rythme des gains d’efficacité énergétique
target-7-a = Recherche et investissement dans l’énergie propre
target-7-b = Infrastructure énergétique durable dans les pays en développement

target-8-1 = Croissance économique durable
target-8-2 = Productivité par la diversification et l’innovation
target-8-3 = Emplois décents, entrepreneuriat et petites entreprises
target-8-4 = Efficacité des ressources sans dégrader l’environnement
target-8-5 = Plein emploi, travail décent et salaire égal
target-8-6 = Jeunes en emploi, en études ou en formation
target-8-7 = Mettre fin au travail forcé, à la traite et au travail des enfants
target-8-8 = Droits des travailleurs et sécurité au travail
target-8-9 = Tourisme durable
target-8-10 = Accès à la banque et à l’assurance
target-8-a = Aide pour le commerce
target-8-b = Stratégie mondiale pour l’emploi des jeunes

target-9-1 = Infrastructure fiable, durable et résiliente
target-9-2 = Industrie inclusive et durable
target-9-3 = Financement et marchés pour les petites entreprises
target-9-4 = Moderniser l’infrastructure et l’industrie pour les rendre durables
target-9-5 = Recherche et technologie
target-9-a = Soutenir l’infrastructure dans les pays en développement
target-9-b = Technologie nationale et diversification
target-9-c = Accès aux TIC et à Internet

target-10-1 = Hausse des revenus des 40 pour cent les plus pauvres
target-10-2 = Inclusion sociale, économique et politique
target-10-3 = Égalité des chances, sans lois discriminatoires
target-10-4 = Politiques budgétaires et sociales pour l’égalité
target-10-5 = Réglementer les marchés financiers mondiaux
target-10-6 = La voix des pays en développement dans les institutions mondiales
target-10-7 = Migration sûre et bien gérée
target-10-a = Traitement spécial des pays en développement dans le commerce
target-10-b = Aide au développement là où elle est le plus nécessaire
target-10-c = Envois de fonds des migrants moins chers

target-11-1 = Logement convenable et assainissement des taudis
target-11-2 = Transports durables pour tous
target-11-3 = Planification inclusive et participative
target-11-4 = Protéger le patrimoine culturel et naturel
target-11-5 = Moins de pertes dues aux catastrophes
target-11-6 = Réduire l’impact environnemental : qualité de l’air et déchets
target-11-7 = Espaces verts et publics sûrs et inclusifs
target-11-a = Liens entre villes et campagnes, planification régionale
target-11-b = Politiques intégrées du climat et des risques de catastrophe
target-11-c = Construction durable dans les pays les moins avancés

target-12-1 = Programmes de consommation et de production durables
target-12-2 = Utilisation rationnelle des ressources naturelles
target-12-3 = Réduire de moitié le gaspillage et les pertes alimentaires
target-12-4 = Gestion rationnelle des produits chimiques et des déchets
target-12-5 = Prévenir, réduire, recycler et réutiliser les déchets
target-12-6 = Pratiques et rapports durables dans les entreprises
target-12-7 = Marchés publics durables
target-12-8 = Connaissance des modes de vie durables
target-12-a = Capacités scientifiques pour une consommation durable
target-12-b = Suivi du tourisme durable
target-12-c = Réformer les subventions aux combustibles fossiles

target-13-1 = Résilience face aux aléas climatiques et aux catastrophes
target-13-2 = Action climatique dans les politiques et la planification
target-13-3 = Éducation et capacités face au climat
target-13-a = Engagement de financement pour le climat
target-13-b = Capacités de planification climatique des pays les moins avancés

target-14-1 = Réduire la pollution marine
target-14-2 = Protéger les écosystèmes marins et côtiers
target-14-3 = Acidification des océans
target-14-4 = Mettre fin à la surpêche
target-14-5 = Préserver les zones côtières et marines
target-14-6 = Mettre fin aux subventions néfastes à la pêche
target-14-7 = Bienfaits de la mer pour les petits États insulaires
target-14-a = Recherche et technologie marines
target-14-b = Accès de la petite pêche
target-14-c = Droit international de la mer

target-15-1 = Préserver et restaurer les écosystèmes terrestres et d’eau douce
target-15-2 = Forêts durables et reboisement
target-15-3 = Lutter contre la désertification, restaurer les sols
target-15-4 = Écosystèmes montagneux
target-15-5 = Arrêter la perte de biodiversité
target-15-6 = Partage équitable des ressources génétiques
target-15-7 = Mettre fin au braconnage et au trafic d’espèces
target-15-8 = Espèces exotiques envahissantes
target-15-9 = La valeur des écosystèmes dans la planification
target-15-a = Financement de la biodiversité
target-15-b = Financement des forêts
target-15-c = Appui mondial contre le braconnage

target-16-1 = Réduire la violence partout
target-16-2 = Protéger les enfants de la maltraitance et de la violence
target-16-3 = État de droit et accès à la justice
target-16-4 = Réduire les flux illicites d’argent et d’armes
target-16-5 = Réduire la corruption et les pots-de-vin
target-16-6 = Institutions efficaces et responsables
target-16-7 = Décisions participatives et représentatives
target-16-8 = Les pays en développement dans la gouvernance mondiale
target-16-9 = Une identité juridique pour tous
target-16-10 = Accès public à l’information et libertés
target-16-a = Institutions pour prévenir la violence et la criminalité
target-16-b = Lois et politiques non discriminatoires

target-17-1 = Recettes nationales et capacité fiscale
target-17-2 = Engagements d’aide au développement
target-17-3 = Ressources supplémentaires pour les pays en développement
target-17-4 = Viabilité de la dette
target-17-5 = Investissement dans les pays les moins avancés
target-17-6 = Coopération scientifique et technologique
target-17-7 = Transfert de technologies respectueuses de l’environnement
target-17-8 = Banque de technologies et capacités
target-17-9 = Renforcement des capacités pour les ODD
target-17-10 = Système commercial équitable et fondé sur des règles
target-17-11 = Exportations des pays en développement
target-17-12 = Accès aux marchés des pays les moins avancés
target-17-13 = Stabilité macroéconomique mondiale
target-17-14 = Cohérence des politiques
target-17-15 = Respecter la marge de manœuvre de chaque pays
target-17-16 = Partenariat mondial pour le développement durable
target-17-17 = Partenariats entre public, privé et société civile
target-17-18 = Capacités en données et statistiques
target-17-19 = Mesurer les progrès au-delà du PIB

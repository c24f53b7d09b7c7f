# Topics and subtopics, by id.

topic-mobility = Movilidad y transporte
topic-public-transport = Transporte público
topic-walking = Caminar y zonas peatonales
topic-cycling = Bicicleta
topic-traffic-demand = Reducción del tráfico, peajes urbanos y logística
topic-road-safety = Seguridad vial
topic-electric-mobility = Vehículos eléctricos y limpios
topic-shared-mobility = Movilidad compartida y a demanda

topic-climate-adaptation = Adaptación climática y resiliencia
topic-stormwater-flooding = Aguas pluviales e inundaciones
topic-extreme-heat = Calor extremo
topic-drought = Sequía y escasez de agua
topic-coastal-resilience = Costas y subida del nivel del mar
topic-disaster-risk = Riesgo de desastres, alerta temprana y resiliencia

topic-energy-climate = Energía y mitigación climática
topic-climate-plans = Planes climáticos y presupuestos de carbono
topic-renewable-energy = Energías renovables
topic-district-energy = Calefacción y refrigeración urbanas
topic-energy-efficiency = Eficiencia y pobreza energéticas

topic-water = Agua y saneamiento
topic-drinking-water = Agua potable
topic-sanitation = Saneamiento y aguas residuales
topic-water-demand = Ahorro y gestión de la demanda de agua
topic-river-restoration = Recuperación de ríos y riberas
topic-water-sensitive-design = Diseño urbano sensible al agua

topic-nature = Naturaleza y biodiversidad
topic-parks-green-space = Parques y zonas verdes
topic-urban-forest = Árboles y bosques urbanos
topic-nature-based-solutions = Soluciones basadas en la naturaleza
topic-ecological-corridors = Hábitats y corredores ecológicos

topic-waste-circularity = Residuos y economía circular
topic-waste-prevention = Prevención de residuos y residuo cero
topic-recycling-collection = Recogida, reciclaje y compostaje
topic-reuse-repair = Reutilización, reparación y construcción circular
topic-informal-recyclers = Recicladores informales

topic-housing = Vivienda
topic-social-housing = Vivienda social y municipal
topic-affordable-housing = Vivienda asequible y política de alquiler
topic-informal-settlements = Asentamientos informales y su mejora
topic-cooperative-housing = Vivienda cooperativa y comunitaria
topic-homelessness = Sinhogarismo
topic-eco-districts = Barrios sostenibles

topic-planning-public-space = Urbanismo y espacio público
topic-public-space = Espacio público y urbanismo táctico
topic-compact-city = Ciudad compacta y de 15 minutos
topic-urban-regeneration = Regeneración urbana y suelos en desuso
topic-heritage = Patrimonio y barrios históricos
topic-urban-commons = Bienes comunes urbanos

topic-inclusion = Inclusión social e igualdad
topic-gender-equality = Igualdad de género
topic-children-youth = Infancia y juventud
topic-older-people = Personas mayores y ciudades amigables
topic-disability-accessibility = Discapacidad y accesibilidad
topic-migration-refugees = Migración y refugiados
topic-lgbtiq = Igualdad LGBTIQ+
topic-anti-racism = Antidiscriminación y ciudad intercultural
topic-poverty-reduction = Reducción de la pobreza y cuidados

topic-health-food = Salud y alimentación
topic-public-health = Salud pública y ciudades saludables
topic-health-emergencies = Emergencias sanitarias y preparación
topic-air-quality = Calidad del aire
topic-food-policy = Política y seguridad alimentarias
topic-urban-agriculture = Agricultura urbana
topic-sport-active-living = Deporte y vida activa

topic-education-culture = Educación y cultura
topic-lifelong-learning = Ciudades del aprendizaje y educación permanente
topic-schools = Escuelas y primera infancia
topic-culture-creativity = Cultura, bibliotecas e industrias creativas
topic-sustainable-tourism = Turismo sostenible

topic-economy-jobs = Economía local y empleo
topic-skills-employment = Competencias y empleo
topic-social-economy = Economía social y solidaria
topic-innovation-startups = Innovación y empresas emergentes
topic-informal-economy = Economía informal y mercados
topic-green-economy = Economía verde y transición justa
topic-public-procurement = Compra pública

topic-governance = Gobernanza y participación
topic-participatory-budgeting = Presupuesto participativo
topic-citizen-participation = Participación y asambleas ciudadanas
topic-open-government = Gobierno abierto y transparencia
topic-metropolitan-governance = Planificación y gobernanza metropolitanas
topic-municipal-finance = Finanzas municipales
topic-sdg-localisation = Localización de los ODS e informes locales voluntarios
topic-city-diplomacy = Diplomacia de las ciudades e incidencia
topic-decentralised-cooperation = Cooperación entre ciudades

topic-digital = Ciudad digital
topic-open-data = Datos abiertos y su gobernanza
topic-digital-services = Servicios públicos digitales
topic-digital-rights = Derechos digitales y ética
topic-digital-inclusion = Inclusión digital
topic-smart-infrastructure = Infraestructura inteligente y sensores

topic-safety-rights = Seguridad, paz y derechos humanos
topic-urban-security = Seguridad urbana y prevención de la violencia
topic-human-rights-cities = Ciudades por los derechos humanos
topic-freedom-of-expression = Libertad de expresión y ciudades refugio

# The words of the closed vocabularies, by id.

# Status of the measure
status-planned = Prevista
status-pilot = Piloto
status-ongoing = En marcha
status-completed = Terminada
status-discontinued = Interrumpida

# Scale
scale-site = Edificio o terreno
scale-neighbourhood = Barrio o distrito
scale-inner-city = Centro urbano
scale-city = Toda la ciudad
scale-metropolitan = Área metropolitana
scale-regional = Región
scale-multi-city = Varias ciudades

# Kinds of actors
kind-local-government = Gobierno local
kind-regional-government = Gobierno regional
kind-national-government = Gobierno nacional
kind-supranational = Organismo internacional o supranacional
kind-public-utility = Empresa o agencia pública
kind-private-sector = Sector privado
kind-public-private-partnership = Asociación público-privada
kind-community-group = Grupo vecinal o ciudadano
kind-ngo-philanthropy = ONG o filantropía
kind-research = Universidad o investigación
kind-network = Red de ciudades

# Roles of actors
role-initiator = Iniciativa
role-lead = Coordinación
role-partner = Socios
role-funder = Financiación
role-designer = Diseño
role-operator = Operación
role-evaluator = Evaluación

# Sources of funding
funding-municipal-budget = Presupuesto municipal
funding-taxes-levies = Impuestos y tasas
funding-user-fees = Tarifas de uso
funding-regional-grant = Subvención regional
funding-national-grant = Subvención nacional
funding-eu-funds = Fondos de la UE
funding-development-bank = Banco de desarrollo
funding-donor-grant = Donación de cooperantes
funding-loans-bonds = Préstamos y bonos
funding-private-investment = Inversión privada
funding-philanthropy = Filantropía
funding-crowdfunding = Micromecenazgo
funding-land-value-capture = Captura de plusvalías
funding-in-kind-volunteer = Aportes en especie y voluntariado

# Cost bands
cost-unknown = No indicado
cost-lt-100k = Menos de 100 000 EUR
cost-100k-1m = De 100 000 a 1 millón de EUR
cost-1m-10m = De 1 a 10 millones de EUR
cost-10m-100m = De 10 a 100 millones de EUR
cost-100m-1b = De 100 a 1000 millones de EUR
cost-gt-1b = Más de 1000 millones de EUR

# Sizes of cities
size-xs = Menos de 50 000
size-s = De 50 000 a 250 000
size-m = De 250 000 a 1 millón
size-l = De 1 a 5 millones
size-xl = Más de 5 millones

# Sections of a case
section-context = Contexto
section-challenge = Desafío
section-solution = Solución y puesta en práctica
section-results = Resultados e impacto
section-lessons = Lecciones aprendidas
section-transferability = Transferibilidad
section-financing = Financiación
section-governance = Gobernanza y participación
section-monitoring = Seguimiento y evaluación

# Kinds of links
link-website = Sitio web
link-original = Publicado originalmente en
link-document = Documento
link-dataset = Conjunto de datos
link-video = Vídeo
link-evaluation = Evaluación
link-news = Noticia

# Roles of contacts
contact-initiator = Iniciativa
contact-project-manager = Dirección del proyecto
contact-press = Prensa
contact-network = Secretaría de la red

# Licences
licence-CC-BY-4-0 = Creative Commons Atribución 4.0
licence-CC-BY-SA-4-0 = Creative Commons Atribución-CompartirIgual 4.0
licence-CC-BY-NC-4-0 = Creative Commons Atribución-NoComercial 4.0
licence-CC-BY-NC-SA-4-0 = Creative Commons Atribución-NoComercial-CompartirIgual 4.0
licence-CC0-1-0 = Creative Commons Cero
licence-LicenseRef-all-rights-reserved = Todos los derechos reservados

# Languages of cases
language-en = inglés
language-es = español
language-fr = francés
language-pt = portugués
language-de = alemán
language-ko = coreano
language-ja = japonés
language-zh-Hans = chino (simplificado)
language-zh-Hant = chino (tradicional)
language-ar = árabe

citymaker-politician = Política
citymaker-administrator = Administración
citymaker-academic = Academia
citymaker-practitioner = Práctica profesional
citymaker-network-staff = Equipo de la red
citymaker-civil-society = Sociedad civil
citymaker-journalist = Periodismo
citymaker-student = Estudios

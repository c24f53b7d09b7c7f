# Doors: topics, goals, places, networks, people.

# Lists of doors.
doors-topics = Temas
doors-goals = Objetivos de Desarrollo Sostenible
doors-cities = Ciudades
doors-countries = Países
doors-regions = Regiones del mundo
doors-languages = Idiomas
doors-topics-what = Todo en lo que trabajan las ciudades: 15 temas con sus subtemas y el número de estudios de caso.
doors-goals-what = Los 17 objetivos que las Naciones Unidas acordaron para 2030, con los estudios de caso que sirven a cada uno.
doors-cities-what = Todas las ciudades con un estudio de caso aquí, región por región.
doors-countries-what = Todos los países con un estudio de caso aquí, región por región.
doors-regions-what = Las regiones del mundo, con los estudios de caso de cada una.
doors-languages-what = Los idiomas en que se pueden leer aquí los estudios de caso, en original o traducidos.
doors-others = Otras entradas
doors-elsewhere = En otros lugares
doors-cities-more = { $n ->
    [one] Aquí solo figura la ciudad con más casos; las demás están en la página de su país.
   *[other] Aquí solo figuran las { $n } ciudades con más casos; las demás están en la página de su país.
}

# One door.
door-subtopic = { $topic } forma parte del tema «{ $parent }».
door-city = Estudios de caso de { $city }, { $country }.
door-city-people = Según GeoNames, viven allí unas { $people } personas.
door-country = Estudios de caso de ciudades de { $country }, país que aquí pertenece a la región «{ $region }».
door-region = { $n ->
    [one] Estudios de caso de las ciudades de un país o territorio.
   *[other] Estudios de caso de las ciudades de { $n } países y territorios.
}
door-language = Estudios de caso que se pueden leer en este idioma: { $language }.
door-ways = Ver estos casos
door-search = Buscar en estos casos
door-map = En el mapa
door-table = Como tabla
door-featured = Elegidos por esta red
door-none-title = Aquí todavía no hay ningún estudio de caso
door-none = En cuanto alguien publique uno, aparecerá aquí. Mientras tanto, mire al lado:
door-subtopics = Subtemas
door-sisters = Temas vecinos
door-targets = Metas de este objetivo
door-by-topic = De qué tratan estos casos
door-by-network = Quién los publicó
door-people = Personas que saben del tema
door-people-all = Todos los hacedores de ciudad
door-take = Llevarse estos casos
door-take-what = Como canal que avisa de cada caso nuevo, o como archivo con licencia y fecha. No hace falta cuenta.

# The directory of networks.
net-title = Redes de ciudades
net-what = Redes, programas, premios y eventos de ciudades de todo el mundo: qué hacen, cómo unirse y de quién se pueden leer aquí estudios de caso.
net-found = { $n ->
    [one] { $n } red
   *[other] { $n } redes
}
net-none-title = Ninguna red cumple todo esto
net-all = Todas las redes
net-facet-here = En este sitio
net-facet-region = Trabaja en
net-facet-kind = Tipo
net-facet-join = Cómo unirse
net-here-cases = tiene casos aquí
net-here-instance = publica desde su propio sitio
net-worldwide = Todo el mundo
net-take = Llevarse el directorio
net-take-what = Todas las entradas, con la fuente de cada cifra.
net-about-title = Qué es
net-mandate = Se ocupa de
net-audience = Para quién
net-projects = Proyectos principales
net-contact = Contacto
net-no-contact = No se conoce ningún contacto público.
net-hosted-by = Alojada por
net-seat = Sede
net-facts = También se sabe
net-figures = En cifras
net-figures-what = Cada cifra es lo que declara una fuente. Si las fuentes difieren, figuran todas.
net-figure = Qué
net-statement = Declarado
net-source = Fuente
net-as-of = A fecha de
net-undated = sin fecha
net-disagree = las fuentes difieren
net-more-than = más de { $value }
net-nearly = casi { $value }
net-about = unos { $value }
net-fee = Los miembros pagan una cuota.
net-no-fee = No hay cuota de miembro.
net-ties = Vínculos con otros
net-picture = { $network } y sus vínculos
net-sources = De dónde procede
net-flags = Para leer con cautela
net-unverified = El sitio web y la sede proceden del conocimiento general; la red no los ha confirmado.
net-stated = Según declaró { $network } el { $day }
net-claim-what = ¿Hay algún error, o habla usted en nombre de esta red?
net-claim = Escríbanos

# Kinds of networks
net-kind-membership-network = Red de miembros
net-kind-thematic-network = Red temática
net-kind-programme = Programa
net-kind-un-programme = Programa de las Naciones Unidas
net-kind-platform = Plataforma
net-kind-award = Premio
net-kind-event = Evento
net-kind-initiative = Iniciativa
net-kind-non-profit = Organización sin ánimo de lucro
net-kind-fund = Fondo
net-kind-hub = Centro
net-kind-coordination-mechanism = Coordinación conjunta
net-kind-company = Empresa
net-kind-registry = Registro
net-kind-blog = Blog

# Ways of joining
net-join-open = abierta
net-join-conditions = abierta a quienes cumplan las condiciones
net-join-commitment = mediante un compromiso
net-join-guests = como invitado
net-join-application = mediante solicitud
net-join-invitation = por invitación
net-join-unknown = no consta

# What is measured
net-metric-members = Miembros
net-metric-countries = Países
net-metric-population = Personas representadas
net-metric-population-share = Proporción de la población mundial
net-metric-partner-cities = Ciudades asociadas
net-metric-states = Estados
net-metric-partners = Socios
net-metric-case-studies = Estudios de caso
net-metric-citymakers = Hacedores de ciudad
net-metric-regions = Regiones del mundo
net-metric-offices = Oficinas
net-metric-national-offices = Oficinas nacionales
net-metric-worked-with = Ha trabajado con
net-metric-companies-investors = Empresas e inversores
net-metric-banks = Bancos de desarrollo
net-metric-coalition = Coalición
net-metric-eligible-cities = Ciudades que pueden unirse

# Ties, read as: this network is … the other
net-tie-partner = socia de
net-tie-related-to = relacionada con
net-tie-works-with = trabaja con
net-tie-operates = opera
net-tie-operated-by = operada por
net-tie-runs = gestiona
net-tie-run-by = gestionada por
net-tie-co-run-by = gestionada conjuntamente por
net-tie-co-runs = gestiona junto con otros
net-tie-supplied-by = recibe casos de
net-tie-supplies-cases = aporta casos a
net-tie-part-of = parte de
net-tie-includes = incluye
net-tie-founding-partner = socia fundadora de
net-tie-founded-with = fundada con
net-tie-represented-in = tiene un puesto en
net-tie-gives-a-seat = da un puesto a
net-tie-partner-in = socia en
net-tie-has-partner = tiene como socia
net-tie-funded-by = financiada por
net-tie-funds = financia
net-tie-led-by = dirigida por
net-tie-leads = dirige
net-tie-hosted-by = alojada por
net-tie-hosts = aloja
net-tie-successor-of = sucesora de
net-tie-succeeded-by = sucedida por
net-tie-publishes = publica
net-tie-published-by = publicada por
net-tie-founded-under = fundada en el marco de
net-tie-occasion-of = allí se fundó:

# What is doubtful about an entry
net-flag-figures-conflict = Las fuentes declaran cifras distintas.
net-flag-heading-missing-in-seed = En la fuente este texto no tiene título; el nombre se dedujo de él.
net-flag-seed-text-suspect = Partes del texto de la fuente parecen pertenecer a otra red.
net-flag-name-only-in-text = La fuente solo menciona el nombre.

# Suggestions
suggest-title = Proponer una red
suggest-about = Acerca de { $network }
suggest-what = Si falta una red, si una entrada está equivocada o si se trata de su propia red, escriba a quien administra este sitio. No necesita cuenta y nada de esto se publica tal cual.
suggest-name = Nombre de la red
suggest-website = Su sitio web
suggest-message = ¿Qué se debería decir de ella?
suggest-message-help = Con una fuente, si la tiene. Como máximo 4000 caracteres.
suggest-us = Hablo en nombre de esta red.
suggest-contact = ¿Cómo podemos ponernos en contacto con usted?
suggest-contact-help = Necesario si habla en nombre de la red. Solo lo ven quienes administran este sitio, y se borra cuando han terminado.
suggest-trap = Deje esto vacío
suggest-send = Enviar
suggest-flaws = Todavía no se ha podido enviar
suggest-flaw-name = Indique el nombre de la red, con 200 caracteres como máximo.
suggest-flaw-website = El sitio web debe ser una dirección que empiece por https:// o http://.
suggest-flaw-message = Escriba lo que se debería decir, con 4000 caracteres como máximo.
suggest-flaw-contact = Indique cómo contactarle si habla en nombre de la red, con 200 caracteres como máximo.
suggest-flaw-full = Hay demasiadas propuestas por leer. Inténtelo de nuevo dentro de unos días.
suggest-thanks = Gracias
suggest-thanks-what = Su propuesta ha llegado. Quien administra este sitio la leerá y decidirá.

# People
people-title = Hacedores de ciudad
people-what = Personas que trabajan en las ciudades, que han querido figurar aquí y que dicen ellas mismas lo que saben.
people-found = { $n ->
    [one] { $n } persona
   *[other] { $n } personas
}
people-none-title = Nadie cumple todo esto
people-nobody = Nadie ha querido figurar aquí todavía.
people-next = Más personas
person-comments = Escrito en los casos
person-cases = Casos en los que participó

# Regions of the world, by id
region-africa = África
region-east-asia = Asia Oriental
region-south-asia = Asia Meridional
region-southeast-asia = Asia Sudoriental
region-west-central-asia = Asia Occidental y Central
region-europe = Europa
region-latin-america-caribbean = América Latina y el Caribe
region-north-america = América del Norte
region-oceania = Oceanía

# What a topic is about, by its id
topic-what-mobility = Mover personas y mercancías con menos tráfico, menos peligro y menos emisiones.
topic-what-climate-adaptation = Prepararse para inundaciones, calor, sequías, tormentas y otras crisis.
topic-what-energy-climate = Reducir las emisiones con planificación, suministro limpio y uso eficiente.
topic-what-water = Suministro seguro, saneamiento y ríos vivos.
topic-what-nature = Parques, árboles, hábitats y soluciones basadas en la naturaleza.
topic-what-waste-circularity = Prevenir los residuos y mantener los materiales en uso.
topic-what-housing = Viviendas adecuadas y asequibles, y mejora de los asentamientos informales.
topic-what-planning-public-space = Uso del suelo, regeneración, patrimonio y el espacio entre los edificios.
topic-what-inclusion = No dejar a nadie atrás.
topic-what-health-food = Lugares saludables, aire limpio y buena alimentación para todos.
topic-what-education-culture = Aprendizaje, creatividad y vida cultural.
topic-what-economy-jobs = Trabajo decente, finanzas justas y empresas locales resilientes.
topic-what-governance = Cómo deciden, financian, cooperan e informan las ciudades.
topic-what-digital = Datos, servicios y derechos en la ciudad digital.
topic-what-safety-rights = Prevenir la violencia y proteger derechos y libertades.

# The goals in one sentence, by number
goal-what-1 = Poner fin a la pobreza en todas sus formas en todo el mundo.
goal-what-2 = Poner fin al hambre, lograr la seguridad alimentaria y la mejora de la nutrición y promover la agricultura sostenible.
goal-what-3 = Garantizar una vida sana y promover el bienestar de todos a todas las edades.
goal-what-4 = Garantizar una educación inclusiva y equitativa de calidad y promover oportunidades de aprendizaje permanente para todos.
goal-what-5 = Lograr la igualdad de género y empoderar a todas las mujeres y las niñas.
goal-what-6 = Garantizar la disponibilidad y la gestión sostenible del agua y el saneamiento para todos.
goal-what-7 = Garantizar el acceso a una energía asequible, fiable, sostenible y moderna para todos.
goal-what-8 = Promover el crecimiento económico sostenido, inclusivo y sostenible, el empleo pleno y productivo y el trabajo decente para todos.
goal-what-9 = Construir infraestructuras resilientes, promover la industrialización inclusiva y sostenible y fomentar la innovación.
goal-what-10 = Reducir la desigualdad en los países y entre ellos.
goal-what-11 = Lograr que las ciudades y los asentamientos humanos sean inclusivos, seguros, resilientes y sostenibles.
goal-what-12 = Garantizar modalidades de consumo y producción sostenibles.
goal-what-13 = Adoptar medidas urgentes para combatir el cambio climático y sus efectos.
goal-what-14 = Conservar y utilizar sosteniblemente los océanos, los mares y los recursos marinos para el desarrollo sostenible.
goal-what-15 = Proteger, restablecer y promover el uso sostenible de los ecosistemas terrestres, gestionar sosteniblemente los bosques, luchar contra la desertificación, detener e invertir la degradación de las tierras y detener la pérdida de biodiversidad.
goal-what-16 = Promover sociedades pacíficas e inclusivas para el desarrollo sostenible, facilitar el acceso a la justicia para todos y construir a todos los niveles instituciones eficaces e inclusivas que rindan cuentas.
goal-what-17 = Fortalecer los medios de implementación y revitalizar la Alianza Mundial para el Desarrollo Sostenible.

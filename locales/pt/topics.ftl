# Topics and subtopics, by id.

topic-mobility = Mobilidade e transportes
topic-public-transport = Transporte público
topic-walking = Caminhar e zonas de pedestres
topic-cycling = Bicicleta
topic-traffic-demand = Redução do tráfego, pedágio urbano e logística
topic-road-safety = Segurança viária
topic-electric-mobility = Veículos elétricos e limpos
topic-shared-mobility = Mobilidade compartilhada e sob demanda

topic-climate-adaptation = Adaptação climática e resiliência
topic-stormwater-flooding = Águas pluviais e inundações
topic-extreme-heat = Calor extremo
topic-drought = Seca e escassez de água
topic-coastal-resilience = Costas e elevação do nível do mar
topic-disaster-risk = Risco de desastres, alerta precoce e resiliência

topic-energy-climate = Energia e mitigação climática
topic-climate-plans = Planos climáticos e orçamentos de carbono
topic-renewable-energy = Energias renováveis
topic-district-energy = Aquecimento e resfriamento urbanos
topic-energy-efficiency = Eficiência e pobreza energéticas

topic-water = Água e saneamento
topic-drinking-water = Água potável
topic-sanitation = Saneamento e esgoto
topic-water-demand = Economia e gestão da demanda de água
topic-river-restoration = Recuperação de rios e orlas
topic-water-sensitive-design = Desenho urbano sensível à água

topic-nature = Natureza e biodiversidade
topic-parks-green-space = Parques e áreas verdes
topic-urban-forest = Árvores e florestas urbanas
topic-nature-based-solutions = Soluções baseadas na natureza
topic-ecological-corridors = Habitats e corredores ecológicos

topic-waste-circularity = Resíduos e economia circular
topic-waste-prevention = Prevenção de resíduos e lixo zero
topic-recycling-collection = Coleta, reciclagem e compostagem
topic-reuse-repair = Reúso, reparo e construção circular
topic-informal-recyclers = Catadores e recicladores informais

topic-housing = Habitação
topic-social-housing = Habitação social e municipal
topic-affordable-housing = Moradia acessível e política de aluguéis
topic-informal-settlements = Assentamentos informais e urbanização
topic-cooperative-housing = Habitação cooperativa e comunitária
topic-homelessness = População em situação de rua
topic-eco-districts = Bairros sustentáveis

topic-planning-public-space = Urbanismo e espaço público
topic-public-space = Espaço público e urbanismo tático
topic-compact-city = Cidade compacta e de 15 minutos
topic-urban-regeneration = Regeneração urbana e áreas degradadas
topic-heritage = Patrimônio e bairros históricos
topic-urban-commons = Bens comuns urbanos

topic-inclusion = Inclusão social e igualdade
topic-gender-equality = Igualdade de gênero
topic-children-youth = Infância e juventude
topic-older-people = Pessoas idosas e cidades amigas
topic-disability-accessibility = Deficiência e acessibilidade
topic-migration-refugees = Migração e refugiados
topic-lgbtiq = Igualdade LGBTIQ+
topic-anti-racism = Combate à discriminação e cidade intercultural
topic-poverty-reduction = Redução da pobreza e cuidados

topic-health-food = Saúde e alimentação
topic-public-health = Saúde pública e cidades saudáveis
topic-health-emergencies = Emergências sanitárias e preparação
topic-air-quality = Qualidade do ar
topic-food-policy = Política e segurança alimentar
topic-urban-agriculture = Agricultura urbana
topic-sport-active-living = Esporte e vida ativa

topic-education-culture = Educação e cultura
topic-lifelong-learning = Cidades educadoras e aprendizagem permanente
topic-schools = Escolas e primeira infância
topic-culture-creativity = Cultura, bibliotecas e indústrias criativas
topic-sustainable-tourism = Turismo sustentável

topic-economy-jobs = Economia local e emprego
topic-skills-employment = Qualificação e emprego
topic-social-economy = Economia social e solidária
topic-innovation-startups = Inovação e start-ups
topic-informal-economy = Economia informal e feiras
topic-green-economy = Economia verde e transição justa
topic-public-procurement = Compras públicas

topic-governance = Governança e participação
topic-participatory-budgeting = Orçamento participativo
topic-citizen-participation = Participação e assembleias cidadãs
topic-open-government = Governo aberto e transparência
topic-metropolitan-governance = Planejamento e governança metropolitanos
topic-municipal-finance = Finanças municipais
topic-sdg-localisation = Localização dos ODS e relatórios locais voluntários
topic-city-diplomacy = Diplomacia das cidades e incidência
topic-decentralised-cooperation = Cooperação entre cidades

topic-digital = Cidade digital
topic-open-data = Dados abertos e governança de dados
topic-digital-services = Serviços públicos digitais
topic-digital-rights = Direitos digitais e ética
topic-digital-inclusion = Inclusão digital
topic-smart-infrastructure = Infraestrutura inteligente e sensores

topic-safety-rights = Segurança, paz e direitos humanos
topic-urban-security = Segurança urbana e prevenção da violência
topic-human-rights-cities = Cidades dos direitos humanos
topic-freedom-of-expression = Liberdade de expressão e cidades-refúgio

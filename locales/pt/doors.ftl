# Doors: topics, goals, places, networks, people.

# Lists of doors.
doors-topics = Temas
doors-goals = Objetivos de Desenvolvimento Sustentável
doors-cities = Cidades
doors-countries = Países
doors-regions = Regiões do mundo
doors-languages = Idiomas
doors-topics-what = Tudo em que as cidades trabalham: 15 temas, cada um com seus subtemas e o número de estudos de caso.
doors-goals-what = Os 17 objetivos que as Nações Unidas acordaram para 2030, com os estudos de caso que servem a cada um.
doors-cities-what = Todas as cidades com um estudo de caso aqui, região por região.
doors-countries-what = Todos os países com um estudo de caso aqui, região por região.
doors-regions-what = As regiões do mundo, com os estudos de caso de cada uma.
doors-languages-what = Os idiomas em que os estudos de caso podem ser lidos aqui, no original ou em tradução.
doors-others = Outras entradas
doors-elsewhere = Em outros lugares
doors-cities-more = { $n ->
    [one] Aqui aparece só a cidade com mais casos; as demais estão na página do seu país.
   *[other] Aqui aparecem só as { $n } cidades com mais casos; as demais estão na página do seu país.
}

# One door.
door-subtopic = { $topic } faz parte do tema “{ $parent }”.
door-city = Estudos de caso de { $city }, { $country }.
door-city-people = Segundo o GeoNames, vivem ali cerca de { $people } pessoas.
door-country = Estudos de caso de cidades do país { $country }, que aqui pertence à região “{ $region }”.
door-region = { $n ->
    [one] Estudos de caso das cidades de um país ou território.
   *[other] Estudos de caso das cidades de { $n } países e territórios.
}
door-language = Estudos de caso que podem ser lidos neste idioma: { $language }.
door-ways = Ver estes casos
door-search = Buscar nestes casos
door-map = No mapa
door-table = Como tabela
door-featured = Escolhidos por esta rede
door-none-title = Ainda não há nenhum estudo de caso aqui
door-none = Assim que alguém publicar um, ele aparecerá aqui. Até lá, veja ao lado:
door-subtopics = Subtemas
door-sisters = Temas vizinhos
door-targets = Metas deste objetivo
door-by-topic = Do que tratam estes casos
door-by-network = Quem os publicou
door-people = Pessoas que entendem do assunto
door-people-all = Todos os fazedores de cidade
door-take = Levar estes casos
door-take-what = Como feed que avisa de cada caso novo, ou como arquivo com licença e data. Não é preciso ter conta.

# The directory of networks.
net-title = Redes de cidades
net-what = Redes, programas, prêmios e eventos de cidades do mundo inteiro: o que fazem, como participar e de quem há estudos de caso para ler aqui.
net-found = { $n ->
    [one] { $n } rede
   *[other] { $n } redes
}
net-none-title = Nenhuma rede atende a tudo isso
net-all = Todas as redes
net-facet-here = Neste site
net-facet-region = Atua em
net-facet-kind = Tipo
net-facet-join = Como participar
net-here-cases = tem casos aqui
net-here-instance = publica no próprio site
net-worldwide = Mundo inteiro
net-take = Levar o diretório
net-take-what = Todas as entradas, com a fonte de cada número.
net-about-title = O que é
net-mandate = Trabalha com
net-audience = Para quem
net-projects = Projetos principais
net-contact = Contato
net-no-contact = Nenhum contato público é conhecido.
net-hosted-by = Sediada por
net-seat = Sede
net-facts = Também se sabe
net-figures = Em números
net-figures-what = Cada número é o que uma fonte declara. Quando as fontes divergem, todas aparecem aqui.
net-figure = O quê
net-statement = Declarado
net-source = Fonte
net-as-of = Em
net-undated = sem data
net-disagree = as fontes divergem
net-more-than = mais de { $value }
net-nearly = quase { $value }
net-about = cerca de { $value }
net-fee = Os membros pagam uma taxa.
net-no-fee = Não há taxa de adesão.
net-ties = Laços com outros
net-picture = { $network } e seus laços
net-sources = De onde vem isto
net-flags = Para ler com cautela
net-unverified = O site e a sede vêm do conhecimento geral; a rede não os confirmou.
net-stated = Conforme declarado por { $network } em { $day }
net-claim-what = Há algo errado aqui, ou você fala por esta rede?
net-claim = Conte para nós

# Kinds of networks
net-kind-membership-network = Rede de membros
net-kind-thematic-network = Rede temática
net-kind-programme = Programa
net-kind-un-programme = Programa das Nações Unidas
net-kind-platform = Plataforma
net-kind-award = Prêmio
net-kind-event = Evento
net-kind-initiative = Iniciativa
net-kind-non-profit = Organização sem fins lucrativos
net-kind-fund = Fundo
net-kind-hub = Centro
net-kind-coordination-mechanism = Coordenação conjunta
net-kind-company = Empresa
net-kind-registry = Registro
net-kind-blog = Blog

# Ways of joining
net-join-open = aberta
net-join-conditions = aberta a quem cumpre as condições
net-join-commitment = mediante um compromisso
net-join-guests = como convidado
net-join-application = mediante solicitação
net-join-invitation = por convite
net-join-unknown = não informado

# What is measured
net-metric-members = Membros
net-metric-countries = Países
net-metric-population = Pessoas representadas
net-metric-population-share = Parcela da população mundial
net-metric-partner-cities = Cidades parceiras
net-metric-states = Estados
net-metric-partners = Parceiros
net-metric-case-studies = Estudos de caso
net-metric-citymakers = Fazedores de cidade
net-metric-regions = Regiões do mundo
net-metric-offices = Escritórios
net-metric-national-offices = Escritórios nacionais
net-metric-worked-with = Trabalhou com
net-metric-companies-investors = Empresas e investidores
net-metric-banks = Bancos de desenvolvimento
net-metric-coalition = Coalizão
net-metric-eligible-cities = Cidades que podem participar

# Ties, read as: this network is … the other
net-tie-partner = parceira de
net-tie-related-to = relacionada a
net-tie-works-with = trabalha com
net-tie-operates = opera
net-tie-operated-by = operada por
net-tie-runs = administra
net-tie-run-by = administrada por
net-tie-co-run-by = administrada em conjunto por
net-tie-co-runs = administra em conjunto com outros
net-tie-supplied-by = recebe casos de
net-tie-supplies-cases = fornece casos a
net-tie-part-of = parte de
net-tie-includes = inclui
net-tie-founding-partner = parceira fundadora de
net-tie-founded-with = fundada com
net-tie-represented-in = tem assento em
net-tie-gives-a-seat = dá assento a
net-tie-partner-in = parceira em
net-tie-has-partner = tem como parceira
net-tie-funded-by = financiada por
net-tie-funds = financia
net-tie-led-by = liderada por
net-tie-leads = lidera
net-tie-hosted-by = sediada por
net-tie-hosts = sedia
net-tie-successor-of = sucessora de
net-tie-succeeded-by = sucedida por
net-tie-publishes = publica
net-tie-published-by = publicada por
net-tie-founded-under = fundada no âmbito de
net-tie-occasion-of = ali foi fundada:

# What is doubtful about an entry
net-flag-figures-conflict = As fontes declaram números diferentes.
net-flag-heading-missing-in-seed = Na fonte este texto está sem título; o nome foi deduzido dele.
net-flag-seed-text-suspect = Partes do texto da fonte parecem pertencer a outra rede.
net-flag-name-only-in-text = A fonte só menciona o nome.

# Suggestions
suggest-title = Sugerir uma rede
suggest-about = Sobre { $network }
suggest-what = Uma rede que falta, uma entrada errada ou a sua própria rede: escreva para quem administra este site. Você não precisa de conta, e nada disto é publicado tal como está.
suggest-name = Nome da rede
suggest-website = O site dela
suggest-message = O que deveria ser dito sobre ela?
suggest-message-help = Com uma fonte, se tiver. No máximo 4.000 caracteres.
suggest-us = Eu falo por esta rede.
suggest-contact = Como podemos entrar em contato com você?
suggest-contact-help = Necessário se você fala pela rede. Só quem administra este site vê, e é apagado quando tudo estiver resolvido.
suggest-trap = Deixe isto vazio
suggest-send = Enviar
suggest-flaws = Ainda não foi possível enviar
suggest-flaw-name = Informe o nome da rede, com no máximo 200 caracteres.
suggest-flaw-website = O site deve ser um endereço que comece com https:// ou http://.
suggest-flaw-message = Escreva o que deveria ser dito, com no máximo 4.000 caracteres.
suggest-flaw-contact = Informe como entrar em contato se você fala pela rede, com no máximo 200 caracteres.
suggest-flaw-full = Há sugestões demais esperando leitura. Tente de novo daqui a alguns dias.
suggest-thanks = Obrigado
suggest-thanks-what = Sua sugestão chegou. Quem administra este site a lê e decide.

# People
people-title = Fazedores de cidade
people-what = Pessoas que trabalham pelas cidades, que escolheram ser encontradas aqui e dizem elas mesmas o que sabem.
people-found = { $n ->
    [one] { $n } pessoa
   *[other] { $n } pessoas
}
people-none-title = Ninguém atende a tudo isso
people-nobody = Ninguém escolheu aparecer aqui ainda.
people-next = Mais pessoas
person-comments = Escrito nos casos
person-cases = Casos dos quais participou

# Regions of the world, by id
region-africa = África
region-east-asia = Leste Asiático
region-south-asia = Sul da Ásia
region-southeast-asia = Sudeste Asiático
region-west-central-asia = Ásia Ocidental e Central
region-europe = Europa
region-latin-america-caribbean = América Latina e Caribe
region-north-america = América do Norte
region-oceania = Oceania

# What a topic is about, by its id
topic-what-mobility = Mover pessoas e mercadorias com menos tráfego, menos perigo e menos emissões.
topic-what-climate-adaptation = Preparar-se para inundações, calor, secas, tempestades e outros choques.
topic-what-energy-climate = Reduzir as emissões com planejamento, fornecimento limpo e uso eficiente.
topic-what-water = Abastecimento seguro, saneamento e rios vivos.
topic-what-nature = Parques, árvores, hábitats e soluções baseadas na natureza.
topic-what-waste-circularity = Prevenir resíduos e manter os materiais em uso.
topic-what-housing = Moradias adequadas e acessíveis e a melhoria dos assentamentos informais.
topic-what-planning-public-space = Uso do solo, regeneração, patrimônio e o espaço entre os edifícios.
topic-what-inclusion = Não deixar ninguém para trás.
topic-what-health-food = Lugares saudáveis, ar limpo e boa comida para todos.
topic-what-education-culture = Aprendizagem, criatividade e vida cultural.
topic-what-economy-jobs = Trabalho decente, finanças justas e negócios locais resilientes.
topic-what-governance = Como as cidades decidem, financiam, cooperam e prestam contas.
topic-what-digital = Dados, serviços e direitos na cidade digital.
topic-what-safety-rights = Prevenir a violência e proteger direitos e liberdades.

# The goals in one sentence, by number
goal-what-1 = Acabar com a pobreza em todas as suas formas, em todos os lugares.
goal-what-2 = Acabar com a fome, alcançar a segurança alimentar e a melhoria da nutrição e promover a agricultura sustentável.
goal-what-3 = Assegurar uma vida saudável e promover o bem-estar para todas e todos, em todas as idades.
goal-what-4 = Assegurar a educação inclusiva e equitativa de qualidade e promover oportunidades de aprendizagem ao longo da vida para todas e todos.
goal-what-5 = Alcançar a igualdade de gênero e empoderar todas as mulheres e meninas.
goal-what-6 = Assegurar a disponibilidade e a gestão sustentável da água e do saneamento para todas e todos.
goal-what-7 = Assegurar o acesso confiável, sustentável, moderno e a preço acessível à energia para todas e todos.
goal-what-8 = Promover o crescimento econômico sustentado, inclusivo e sustentável, o emprego pleno e produtivo e o trabalho decente para todas e todos.
goal-what-9 = Construir infraestruturas resilientes, promover a industrialização inclusiva e sustentável e fomentar a inovação.
goal-what-10 = Reduzir a desigualdade dentro dos países e entre eles.
goal-what-11 = Tornar as cidades e os assentamentos humanos inclusivos, seguros, resilientes e sustentáveis.
goal-what-12 = Assegurar padrões de produção e de consumo sustentáveis.
goal-what-13 = Tomar medidas urgentes para combater a mudança do clima e seus impactos.
goal-what-14 = Conservar e usar de forma sustentável os oceanos, os mares e os recursos marinhos para o desenvolvimento sustentável.
goal-what-15 = Proteger, recuperar e promover o uso sustentável dos ecossistemas terrestres, gerir de forma sustentável as florestas, combater a desertificação, deter e reverter a degradação da terra e deter a perda de biodiversidade.
goal-what-16 = Promover sociedades pacíficas e inclusivas para o desenvolvimento sustentável, proporcionar o acesso à justiça para todos e construir instituições eficazes, responsáveis e inclusivas em todos os níveis.
goal-what-17 = Fortalecer os meios de implementação e revitalizar a parceria global para o desenvolvimento sustentável.

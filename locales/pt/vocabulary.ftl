# The words of the closed vocabularies, by id.

# Status of the measure
status-planned = Planejado
status-pilot = Piloto
status-ongoing = Em andamento
status-completed = Concluído
status-discontinued = Descontinuado

# Scale
scale-site = Edifício ou terreno
scale-neighbourhood = Bairro ou distrito
scale-inner-city = Centro da cidade
scale-city = Cidade inteira
scale-metropolitan = Região metropolitana
scale-regional = Região
scale-multi-city = Várias cidades

# Kinds of actors
kind-local-government = Governo local
kind-regional-government = Governo regional
kind-national-government = Governo nacional
kind-supranational = Organismo internacional ou supranacional
kind-public-utility = Empresa ou agência pública
kind-private-sector = Setor privado
kind-public-private-partnership = Parceria público-privada
kind-community-group = Grupo comunitário ou cidadão
kind-ngo-philanthropy = ONG ou filantropia
kind-research = Universidade ou pesquisa
kind-network = Rede de cidades

# Roles of actors
role-initiator = Iniciativa
role-lead = Coordenação
role-partner = Parceiros
role-funder = Financiamento
role-designer = Projeto
role-operator = Operação
role-evaluator = Avaliação

# Sources of funding
funding-municipal-budget = Orçamento municipal
funding-taxes-levies = Impostos e taxas
funding-user-fees = Tarifas de uso
funding-regional-grant = Subvenção regional
funding-national-grant = Subvenção nacional
funding-eu-funds = Fundos da UE
funding-development-bank = Banco de desenvolvimento
funding-donor-grant = Doação de cooperação
funding-loans-bonds = Empréstimos e títulos
funding-private-investment = Investimento privado
funding-philanthropy = Filantropia
funding-crowdfunding = Financiamento coletivo
funding-land-value-capture = Captura de valorização do solo
funding-in-kind-volunteer = Contribuições em espécie e voluntariado

# Cost bands
cost-unknown = Não informado
cost-lt-100k = Menos de 100.000 EUR
cost-100k-1m = De 100.000 a 1 milhão de EUR
cost-1m-10m = De 1 a 10 milhões de EUR
cost-10m-100m = De 10 a 100 milhões de EUR
cost-100m-1b = De 100 milhões a 1 bilhão de EUR
cost-gt-1b = Mais de 1 bilhão de EUR

# Sizes of cities
size-xs = Menos de 50.000
size-s = De 50.000 a 250.000
size-m = De 250.000 a 1 milhão
size-l = De 1 a 5 milhões
size-xl = Mais de 5 milhões

# Sections of a case
section-context = Contexto
section-challenge = Desafio
section-solution = Solução e implementação
section-results = Resultados e impacto
section-lessons = Lições aprendidas
section-transferability = Transferibilidade
section-financing = Financiamento
section-governance = Governança e participação
section-monitoring = Monitoramento e avaliação

# Kinds of links
link-website = Site
link-original = Publicado originalmente em
link-document = Documento
link-dataset = Conjunto de dados
link-video = Vídeo
link-evaluation = Avaliação
link-news = Notícia

# Roles of contacts
contact-initiator = Iniciativa
contact-project-manager = Gestão do projeto
contact-press = Imprensa
contact-network = Secretaria da rede

# Licences
licence-CC-BY-4-0 = Creative Commons Atribuição 4.0
licence-CC-BY-SA-4-0 = Creative Commons Atribuição-CompartilhaIgual 4.0
licence-CC-BY-NC-4-0 = Creative Commons Atribuição-NãoComercial 4.0
licence-CC-BY-NC-SA-4-0 = Creative Commons Atribuição-NãoComercial-CompartilhaIgual 4.0
licence-CC0-1-0 = Creative Commons Zero
licence-LicenseRef-all-rights-reserved = Todos os direitos reservados

# Languages of cases
language-en = inglês
language-es = espanhol
language-fr = francês
language-pt = português
language-de = alemão
language-ko = coreano
language-ja = japonês
language-zh-Hans = chinês (simplificado)
language-zh-Hant = chinês (tradicional)
language-ar = árabe

citymaker-politician = Política
citymaker-administrator = Administração
citymaker-academic = Academia
citymaker-practitioner = Prática profissional
citymaker-network-staff = Equipa da rede
citymaker-civil-society = Sociedade civil
citymaker-journalist = Jornalismo
citymaker-student = Estudos

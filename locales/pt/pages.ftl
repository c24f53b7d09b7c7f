# O que diz a moldura de cada página.
skip-to-content = Ir para o conteúdo
skip-to-results = Ir para os resultados
nav-main = Menu principal
nav-crumbs = Você está aqui
nav-languages = Idioma deste site
nav-cases = Casos
nav-topics = Temas
nav-goals = Objetivos
nav-networks = Redes
nav-follow = Seguir
footer-licence = Cada caso indica a sua própria licença.
footer-software = Feito com { $software }, software livre sob a AGPL 3.0.
footer-places = Dados das cidades: { $source }, CC BY 4.0. Nomes dos países: i18n-iso-countries.
cases = casos
goal = Objetivo
goals = Objetivos de Desenvolvimento Sustentável
licence = Licença

# Datas e valores.
month-1 = janeiro
month-2 = fevereiro
month-3 = março
month-4 = abril
month-5 = maio
month-6 = junho
month-7 = julho
month-8 = agosto
month-9 = setembro
month-10 = outubro
month-11 = novembro
month-12 = dezembro
date-day = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
date-year = { $year }
amount-large = { $n ->
    [one] { $n } milhão
   *[other] { $n } milhões
}
amount-huge = { $n ->
    [one] { $n } bilhão
   *[other] { $n } bilhões
}

# Busca.
search-label = Buscar casos
search-placeholder = Água da chuva, centro sem carros, orçamento participativo…
search-button = Buscar
cases-found = { $n ->
    [one] { $n } caso
   *[other] { $n } casos
}

# Página inicial.
home-title = O que dá certo nas cidades, contado por quem fez.
home-what = Casos de { $network } e das redes que ela segue. Livres para ler, buscar e seguir, sem conta.
home-try = Por exemplo:
home-newest = Mais novo
home-new = Novidades no canal comum
home-all = { $n ->
    [one] Ver o caso
   *[other] Todos os { $n } casos
}
home-topics = Por tema
home-goals = Por Objetivo de Desenvolvimento Sustentável
home-networks = Por rede
home-networks-all = Sobre estas redes
home-empty-title = Ainda não há casos aqui
home-empty-what = Quem administra este site pode mudar isso em poucos minutos, ao lado do servidor em execução:
tally-cases = { $n ->
    [one] caso
   *[other] casos
}
tally-cities = { $n ->
    [one] cidade
   *[other] cidades
}
tally-countries = { $n ->
    [one] país
   *[other] países
}
tally-networks = { $n ->
    [one] rede
   *[other] redes
}

# Seguir de outros lugares.
follow-title = Siga pelo Mastodon ou por qualquer outro aplicativo do fediverso
follow-what = Cada caso novo aparece então na sua linha do tempo, sem precisar de conta aqui. Cada rede deste canal tem o seu próprio endereço, na página dela.
follow-how = Copie um endereço, cole-o na busca do seu próprio servidor e clique em seguir. Para participar com a sua própria instância do Kontor, siga o mesmo endereço a partir dela.
follow-group = os mesmos casos como grupo, para o Lemmy e outros aplicativos de grupos
follow-network = os casos de { $network }

# O canal comum.
cases-title = Casos
cases-title-search = Casos sobre “{ $words }”
cases-description = Casos de cidades de várias redes, para buscar e filtrar por tema, objetivo, lugar, rede e idioma.
filters = Filtros
filters-on = Filtros em uso
filters-more = mais { $n }
filters-show = Mostrar resultados
filters-clear = Limpar tudo
filter-remove = Remover filtro: { $filter }
filter-remove-short = Remover
filter-words = “{ $words }”
filter-goal = Objetivo { $n }: { $label }
facet-topic = Tema
facet-sdg = Objetivo
facet-country = País
facet-city = Cidade
facet-network = Rede
facet-language = Idioma do caso
sort = Ordenar por
sort-newest = mais recentes
sort-relevance = melhor correspondência
results = Resultados
pages = Páginas
pages-first = Voltar ao início
pages-next = Mais casos
nothing-title = Nenhum caso atende a tudo isso
nothing-yet = Ainda não há casos neste canal.
nothing-loosen = Tente com uma condição a menos:
nothing-without = Sem { $filter }
nothing-all = Ver todos os casos
nothing-words = A busca olha o começo das palavras, em todos os idiomas dos casos e sem considerar acentos. Uma boa palavra costuma achar mais do que uma frase.

# Um caso.
facts = Em resumo
fact-city = { $n ->
    [one] Cidade
   *[other] Cidades
}
fact-years = Anos
fact-status = Situação
fact-scale = Escala
fact-size = População
fact-cost = Custo
fact-funding = Pago com
fact-language = Idioma
fact-topics = Temas
years-since = de { $start } até hoje
years-span = de { $start } a { $end }
years-from = a partir de { $start }
money-range = de { $min } a { $max } { $currency }
money-one = { $amount } { $currency }
money-from = pelo menos { $amount } { $currency }
money-to = até { $amount } { $currency }
case-in-language = Em { $language }
gloss-human = Traduzido por pessoas.
gloss-machine = Traduzido por máquina; vale o original.
indicators = Mais números
indicator = O que foi medido
indicator-value = Valor
indicator-year = Ano
awards = Prêmios
pictures = Imagens
links = Links e documentos
contacts = Contato
related = Casos relacionados
read-original = Ler na origem
origin = De onde vem
origin-published = Publicado por { $network } em { $date }, revisão { $revision }.
origin-updated = Última alteração em { $date }.
origin-shown = Aparece aqui porque este site segue { $network }.
origin-first = Publicado primeiro em
origin-data = Este caso como dados (ActivityPub)
comments = Comentários
comments-how = Para responder, cole este endereço na pesquisa do seu próprio servidor no fediverso, por exemplo Mastodon, e responda ao que ele encontrar:
comments-none = Ainda ninguém comentou.
comments-gone = Este comentário já não está aqui.
comments-answers = em resposta a { $name }
comments-original = Original
comments-more = Aqui só se mostram os primeiros { $n } comentários.
person-role = Função
person-city = Cidade
person-languages = Línguas
person-said = Escritos públicos
person-follow = O que { $name } escrever em público aparecerá na sua cronologia, sem precisar de uma conta aqui.

# Redes.
network-cases = Casos aqui
network-founded = Fundada em
network-website = Site
network-instance = Publica em
network-tie = Neste canal
network-tie-own = este site é dela
network-tie-followed = este site a segue
network-tie-shown = por meio de outra rede
network-newest = Casos mais recentes
network-none-title = Ainda não há casos desta rede aqui
network-none = Quando ela publicar um, ele aparecerá aqui.
network-description = { $network }: quem são, e os seus casos neste canal.

# Quando algo não é como se esperava.
missing-title = Esta página não existe
missing-text = Talvez haja um erro no endereço, ou a página tenha mudado de lugar. Talvez a busca encontre o que você procurava.
gone-title = Este caso foi retirado
gone-text = { $network } o publicou e o retirou em { $date }. O motivo informado:
gone-text-bare = Quem o publicou o retirou sem informar o motivo.
broken-title = Algo deu errado do nosso lado
broken-text = A culpa não é sua. Tente de novo daqui a pouco. Se acontecer outra vez, informe este número a quem mantém o site:
fault-id = Número desta falha:
fault-cases = Ver todos os casos

# Filters that can be followed
feed-name = Estudos de caso: { $what }
feed-summary = Mostra cada estudo de caso sobre “{ $what }” assim que esta rede ou uma das suas parceiras o publica.
cases-follow = Novos casos como estes na sua própria cronologia:
cases-follow-how = Como seguir

# How a followed network's catalogue compared
network-compared = Em dia
network-compared-equal = comparado em { $day }, nada faltava
network-compared-healed = comparado em { $day }, { $count ->
    [one] um caso foi atualizado
   *[other] { $count } casos foram atualizados
 }
network-compared-failed = não pôde ser comparado em { $day }; será tentado de novo

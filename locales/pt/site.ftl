# The site itself: its home, its own pages, its map, its styles.

# Masthead and foot.
nav-cities = Cidades
nav-people = Pessoas
nav-site = Sobre este site
nav-data = Dados abertos
nav-source = Código-fonte
imprint = Expediente
privacy = Privacidade
terms = Termos de uso
accessibility = Acessibilidade

# The network's own pages.
own-incomplete = Este texto vem com o programa, e quem administra este site ainda não o completou: os trechos entre colchetes continuam em aberto. O texto próprio vai em { $file }.

# The map.
map-title = Estudos de caso no mapa
map-title-search = Casos sobre “{ $words }” no mapa
map-description = Onde estão os estudos de caso: um mapa de cidades e, ao lado, as mesmas cidades em lista.
map-regions = Partes do mundo
map-world = Mundo
map-drawing = Mapa de cidades com estudos de caso; cada alfinete é um link
map-skip = Pular o mapa, ir para a lista de cidades
map-closer = Mais perto
map-out = Mais longe
map-about = Um alfinete é uma cidade e leva aos seus casos. Um anel representa várias cidades e aproxima a vista. O contorno mostra só a terra, sem fronteiras.
map-pin = { $city }, { $country }: { $cases }
map-cluster = { $cities }, { $cases }: { $names } …
map-cities = { $n ->
    [one] { $n } cidade
   *[other] { $n } cidades
}
map-list = { $n ->
    [one] { $n } cidade nesta parte do mapa
   *[other] { $n } cidades nesta parte do mapa
}
map-empty = Nenhuma cidade desta busca fica aqui.
map-all = Mostrar todas as { $n } cidades
map-elsewhere = { $n ->
    [one] Mais { $n } cidade em outro lugar: ver o mundo inteiro
   *[other] Mais { $n } cidades em outros lugares: ver o mundo inteiro
}

# Home.
home-empty-import = Importe seus próprios estudos de caso, de JSON Lines ou de uma planilha:
home-empty-follow = Siga a instância de outra rede; os casos dela aparecem aqui em segundos:
home-empty-look = Dê a este site seu nome, sua cor e suas primeiras palavras, em kontor.toml:

home-featured = Escolhidos pela redação
home-map = Pelo mundo
home-map-open = Abrir o mapa
home-topics-all = Todos os temas e subtemas
home-goals-all = Os objetivos e suas metas
home-follow-more = Mais maneiras de seguir, a partir de qualquer servidor

# The page of styles, for those who build pages.
style-title = Estilos
style-what = Todas as variáveis e componentes deste site, em todos os seus estados.
style-type = Letra
style-pangram = À noite, vovô Kowalsky vê o ímã cair no pé do pinguim queixoso
style-colours = Cores
style-day = De dia
style-night = De noite
style-least = No mínimo
style-text = Texto
style-ground = Fundo
style-contrast = Contrastes, calculados
style-enough = suficiente
style-little = insuficiente
style-space = Espaços e cantos
style-cards = Cartões
style-chips = Etiquetas, objetivos, temas
style-buttons = Botões e links
style-button = Publicar
style-button-quiet = Agora não
style-button-grave = Retirar o caso
style-button-off = Não pode ser pressionado
style-forms = Formulários
style-field = Título
style-field-help = No máximo 300 caracteres. Diga o que foi feito e onde.
style-field-wrong = Este título tem 312 caracteres, 12 a mais.
style-field-optional = (opcional)
style-field-off = Não pode ser alterado
style-field-choice = Situação
style-field-text = Solução
style-field-check = Mostrar meu nome na página
style-field-one = Um destes
style-notices = Avisos
style-notice = O prazo desta chamada termina em três dias.
style-notice-good = Publicado. Os outros servidores o recebem em segundos.
style-notice-bad = Dois campos precisam de outra olhada:
style-tables = Tabelas
style-tabs = Abas e páginas
style-empty = Quando não há nada
style-facts = Fatos
style-dialog = Uma pergunta
style-dialog-title = Retirar este caso?
style-dialog-text = A página dirá que ele foi retirado e por quê. Os outros servidores são avisados.

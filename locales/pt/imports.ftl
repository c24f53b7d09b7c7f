# Bringing cases in from a spreadsheet.
imports-title = Trazer casos
imports-what = De uma folha de cálculo, em CSV ou XLSX. Primeiro vê o que aconteceria; nada é guardado como caso antes de confirmar.
imports-template = O modelo tem todas as colunas e alguns exemplos:
imports-file = Ficheiro
imports-file-help = CSV ou XLSX, no máximo { $most } MB, { $rows } linhas.
imports-charset = Caracteres de um ficheiro CSV
imports-charset-auto = Descobrir
imports-read = Ler o ficheiro
imports-own = As suas importações
imports-none = Ainda não trouxe nada.
imports-open = Por terminar
imports-done = Incorporada
imports-undone = Desfeita
imports-until = Guardada até { $date }

# Columns and fields.
imports-columns = O que é cada coluna
imports-columns-what = As colunas sem campo ficam de fora. O título é necessário.
imports-sheet = Folha
imports-sheet-choose = Usar esta folha
imports-column = Coluna
imports-examples = Exemplos
imports-field = Campo
imports-leave-out = (deixar de fora)
imports-rules = Como estão escritos os valores
imports-list = Entre os elementos de uma lista
imports-list-auto = Descobrir
imports-list-bar = | (barra)
imports-list-semicolon = ; (ponto e vírgula)
imports-list-comma = , (vírgula)
imports-list-line = Uma nova linha
imports-dates = Datas como 03/04/2019
imports-dates-day = Primeiro o dia
imports-dates-month = Primeiro o mês
imports-otherwise = Para as linhas que não o dizem
imports-network-help = Nome curto de uma rede do diretório. Vazio: esta rede.
imports-source = Nome desta fonte
imports-source-help = Por exemplo «Folha da Eurocities». Da próxima vez, as colunas são reconhecidas sozinhas.
imports-to-preview = Guardar e ver a pré-visualização

# What would happen.
imports-preview = Pré-visualização
imports-preview-what = Ainda nada foi guardado.
imports-filter = Linhas
imports-all = Todas
imports-new = Novo
imports-changes = Alteração
imports-same = Sem alterações
imports-duplicate = Provavelmente já está aqui
imports-refused = Não pode ser incorporada
imports-line = Linha
imports-result = O que acontece
imports-fields = Altera: { $fields }
imports-of-case = Como o caso
imports-of-hidden = Como um caso que não é público:
imports-of-draft = Como o rascunho
imports-of-row = Como a linha { $row }:
imports-lacks = Ao rascunho vai faltar:
imports-place = Linha { $row }, coluna { $column } «{ $name }»
imports-place-none = Linha { $row }, { $field }
imports-found = «{ $text }»
imports-errors = Descarregar o que não pode ser incorporado (CSV)
imports-choices = O que acontece às linhas
imports-mode = Incorporar como
imports-mode-drafts = Rascunhos na redação, para completar
imports-mode-published = Casos publicados
imports-others = Linhas que provavelmente já estão aqui
imports-skip = Saltar
imports-update = Alterar o que está aqui
imports-add = Incorporar mesmo assim
imports-choice-of = Linha { $row }
imports-look-again = Guardar e ver de novo
imports-take-drafts = { $n ->
    [one] Criar { $n } rascunho
   *[other] Criar { $n } rascunhos
}
imports-take-published = { $n ->
    [one] Publicar { $n } caso
   *[other] Publicar { $n } casos
}
imports-leave-flawed = { $n ->
    [one] Deixar de fora a { $n } linha que não pode ser incorporada
   *[other] Deixar de fora as { $n } linhas que não podem ser incorporadas
}
imports-leave-what = Ou corrija o ficheiro e envie-o de novo.
imports-nothing-to-take = Nenhuma linha seria incorporada.
imports-discard = Pôr esta importação de lado de vez
imports-earlier = Anteriores
imports-later = Seguintes

# What happened.
imports-result-title = O que entrou
imports-drafted = Rascunho
imports-published = Publicado
imports-revised = Alterado
imports-count-drafted = { $n ->
    [one] { $n } rascunho criado
   *[other] { $n } rascunhos criados
}
imports-count-published = { $n ->
    [one] { $n } caso publicado
   *[other] { $n } casos publicados
}
imports-count-revised = { $n ->
    [one] { $n } caso alterado
   *[other] { $n } casos alterados
}
imports-count-skipped = { $n ->
    [one] { $n } linha saltada
   *[other] { $n } linhas saltadas
}
imports-count-refused = { $n ->
    [one] { $n } linha deixada de fora
   *[other] { $n } linhas deixadas de fora
}
imports-undo = Desfazer tudo
imports-undo-what = Os rascunhos desaparecem, os casos publicados são retirados, os alterados voltam a ser como eram. Só enquanto ninguém tiver trabalhado em nenhum deles.
imports-undo-reason = Motivo, que todos podem ler
imports-undo-usual = Incorporado por engano.

# Why something was not done.
imports-no-file = Escolha um ficheiro.
imports-no-size = O ficheiro é maior do que o permitido.
imports-no-sheet = Isto não é CSV nem XLSX.
imports-no-old = Este livro tem um formato antigo ou uma palavra-passe. Guarde-o como XLSX sem palavra-passe.
imports-no-broken = O ficheiro está danificado ou incompleto.
imports-no-room = O ficheiro contém mais do que se aceita de uma vez.
imports-no-rows = O ficheiro tem mais de { $most } linhas. Divida-o.
imports-no-columns = O ficheiro tem mais de { $most } colunas.
imports-no-cell = Linha { $row }, coluna { $column }: o texto é demasiado longo.
imports-no-empty = Não há linhas por baixo dos nomes das colunas.
imports-no-more = Há várias importações por terminar. Termine uma ou ponha uma de lado.
imports-no-moved = Algo mudou desde a pré-visualização. Veja-a de novo.
imports-no-flawed = Algumas linhas não podem ser incorporadas. Diga que ficam de fora ou corrija o ficheiro.
imports-no-done = Esta importação está terminada.
imports-no-twice = Duas colunas correspondem a «{ $field }».
imports-no-title = Nenhuma coluna corresponde ao título.
imports-no-edited = Alguém trabalhou em «{ $title }» entretanto. Nada foi desfeito.
lack-no-date = não é uma data como 2019, 2019-05 ou 2019-05-17
lack-no-place = nomeia uma cidade que não está no registo; indique latitude e longitude
lack-no-place-further = nomeia uma cidade que não está no registo; acrescente latitude e longitude, por exemplo: Ghent (BE); 51.05; 3.72

# Fields, as columns are named.
column-title = Título
column-subtitle = Subtítulo
column-summary = Resumo
column-language = Língua
column-city = Cidade
column-country = País
column-lat = Latitude
column-lon = Longitude
column-geonameid = Número GeoNames
column-more-cities = Outras cidades
column-start = Início
column-end = Fim
column-status = Estado
column-scale = Escala
column-topics = Temas
column-sdgs = Objetivos de Desenvolvimento Sustentável
column-sdg-targets = Metas dos objetivos
column-actors = Atores
column-funding-sources = Fontes de dinheiro
column-cost-band = Ordem de custo
column-amount-min = Custo, de
column-amount-max = Custo, até
column-currency = Moeda
column-funding-note = Nota sobre o custo
column-awards = Prémios
column-links = Ligações
column-image-url = Endereço de uma imagem
column-image-alt = Descrição da imagem
column-image-credit = Crédito da imagem
column-licence = Licença
column-source-network = Rede de origem
column-source-url = Endereço do original
column-contact-email = Endereço eletrónico de um contacto
column-id = Identificador
column-published = Primeira publicação
column-updated = Última alteração

# Feeds and downloads.

# What a feed or a file is called; $search is what was searched for.
feed-title = { $network }: estudos de caso
feed-title-search = { $search } – { $network }
feed-description = O que as cidades fizeram e no que deu. Estudos de caso de { $network } e das redes que segue.
# Who may be named, and under which licence: “Eurocities, Creative Commons Attribution 4.0”.
data-rights-case = { $network }, { $licence }
data-rights = Cada caso indica sua licença, sua fonte e seu endereço: mantenha-os juntos. Dos casos com todos os direitos reservados há só o título, o resumo e o link.
data-dataset = Todos os estudos de caso publicados por { $network } e pelas redes que segue: lugares, temas, Objetivos de Desenvolvimento Sustentável, atores, custos, resultados e lições.

# The first sheet of a workbook, and its labels.
data-sheet-about = Sobre
data-sheet-cases = Casos
data-about-title = Título
data-about-source = Busca
data-about-day = Obtido em

# Files and ways to get them, by their names.
data-csv = Tabela (CSV)
data-xlsx = Pasta de trabalho (XLSX)
data-geojson = Camada de mapa (GeoJSON)
data-jsonl = Tudo (JSON Lines)
data-oai = Coleta para bibliotecas (OAI-PMH)
data-api = Interface de programação (JSON)
data-outbox = Ao vivo, assim que publicado (ActivityPub)
data-set-own = Publicado por { $network }

# The page about open data.
data-heading = Para levar
data-lead = Tudo o que é público aqui pode ser baixado, seguido e reutilizado. Não é preciso ter conta nem chave.
data-nav = Dados abertos
data-all = Todos os casos em um arquivo
data-csv-what = Uma linha por caso, para planilhas e estatística. Abre em qualquer programa.
data-xlsx-what = As mesmas linhas para Excel e LibreOffice, com números como números.
data-geojson-what = Um ponto para cada cidade de cada caso, para QGIS e mapas na web.
data-jsonl-what = Um registro completo em cada linha: todas as seções, traduções, indicadores e fontes.
data-search = Só o que você buscou
data-search-how = Busque primeiro e depois ponha a extensão do arquivo após “cases” no endereço. Funciona com qualquer combinação de filtros:
data-search-link = Buscar nos casos
data-feeds = Manter-se em dia
data-feeds-how = Toda busca é também um feed, para leitores de feeds, redações e outros sites:
data-feeds-fediverse = No fediverso, siga a própria rede ou qualquer um de seus temas, objetivos e lugares.
data-programs = Para programas
data-api-what = Busca, facetas, casos, redes e vocabulários em JSON, descritos por um documento OpenAPI 3.1.
data-oai-what = Os seis verbos, Dublin Core, conjuntos para cada tema e objetivo. Casos retirados são informados para sempre.
data-dcat = Catálogo para portais de dados (DCAT-AP)
data-dcat-what = Um catálogo, um conjunto de dados e todas as suas distribuições, em JSON-LD e Turtle.
data-licences = Licenças
data-licences-how = Ao usar um caso, cite sua rede, faça um link para sua página e indique sua licença.
data-fair = Uso razoável
data-fair-how = { $n ->
    [one] É respondida { $n } solicitação por minuto de um mesmo endereço.
   *[other] São respondidas { $n } solicitações por minuto de um mesmo endereço.
 } As respostas trazem um ETag: pergunte com If-None-Match, e o que não mudou não é enviado de novo.

# The page about the programming interface.
api-heading = Interface de programação
api-lead = A leitura é aberta a todos, de qualquer página web e de qualquer programa. As respostas são JSON, os horários em UTC.
api-document = O documento OpenAPI 3.1
api-base = Todos os endereços abaixo começam com { $address }.
api-parameters = Parâmetros
api-name = Nome
api-where = Onde
api-meaning = Significado
api-answers = Respostas
api-status = Status
api-example = Exemplo
api-in-path = no caminho
api-in-query = na consulta

# The form of a case where scripts run, the marks of texts, translations, and who reviews.

script-search = Procurar nas opções
script-chosen = Escolhido
script-all = Todas as opções
script-remove = retirar
script-none = Nada encontrado.
script-hits = Opções encontradas: { $n }
script-saved = Gravado às { $time }.
script-unsaved = Não gravado:
script-away = o servidor não responde. Tenta-se de novo automaticamente.
script-kept = O seu texto fica guardado neste navegador.
script-unkept = Este navegador também não guarda nada. Copie o seu texto antes de sair.
script-out = a sua sessão terminou.
script-enter = Entrar de novo
script-clash = Gravado. Outra pessoa alterou um campo ao mesmo tempo; ambos os textos ficam guardados.
script-decide = Escolher um
script-found = Este navegador ainda tem texto de { $time } que não foi gravado.
script-back = Repor
script-drop = Deitar fora
script-look = Ver como fica
script-looks = Como fica
marks-title = Como formatar um texto
marks-type = Escreve-se
marks-get = Lê-se
marks-bold = negrito
marks-italic = itálico
marks-item = um ponto
marks-link = uma ligação
marks-heading = Título
marks-quote = uma citação
marks-lines = Uma linha vazia começa um novo parágrafo.
write-save-look = Gravar e ver como fica
place-added = { $city } foi acrescentada.
place-search-help = Comece pelo nome. Pode seguir-se um país ou um estado: São Vicente, Brasil.
translate-title = Traduções
translate-what = Traduza título, resumo e texto ao lado do original. O que o original mudar depois fica assinalado aqui.
translate-into = Tradução: { $language }
translate-add = Traduzir para
translate-begin = Começar
translate-original = Original
translate-gone = O original já não diz nada aqui.
translate-here = Tradução
translate-changed = O original mudou desde esta tradução.
translate-checked = Verifiquei: a tradução continua certa
translate-machine = Feita por uma máquina
translate-nothing = Ainda não há nada para traduzir. Escreva primeiro o original.
translate-outdated = O original foi alterado em { $date }, depois desta tradução.
desk-assign-to = Entregar a
desk-assign = Atribuir
told-assigned = { $who } pede-lhe que reveja “{ $title }”.
translate-missing = { $n ->
    [one] falta { $n } campo
   *[other] faltam { $n } campos
}
translate-stale = { $n ->
    [one] { $n } campo desatualizado
   *[other] { $n } campos desatualizados
}

# Feeds and downloads.

# What a feed or a file is called; $search is what was searched for.
feed-title = { $network }：事例
feed-title-search = { $search } – { $network }
feed-description = 都市が何をし、どうなったか。{ $network }と、そのフォローするネットワークの事例集。
# Who may be named, and under which licence: “Eurocities, Creative Commons Attribution 4.0”.
data-rights-case = { $network }、{ $licence }
data-rights = 事例にはそれぞれライセンス、出典、アドレスが記されています。併せて残してください。著作権がすべて保持される事例は、題名、要約、リンクのみです。
data-dataset = { $network }と、そのフォローするネットワークが公開したすべての事例：場所、テーマ、持続可能な開発目標、参加団体、費用、結果、教訓。

# The first sheet of a workbook, and its labels.
data-sheet-about = 説明
data-sheet-cases = 事例
data-about-title = 題名
data-about-source = 検索
data-about-day = 取得日

# Files and ways to get them, by their names.
data-csv = 表（CSV）
data-xlsx = ワークブック（XLSX）
data-geojson = 地図レイヤー（GeoJSON）
data-jsonl = すべて（JSON Lines）
data-oai = 図書館向けの収集（OAI-PMH）
data-api = プログラミングインターフェース（JSON）
data-outbox = 公開と同時に（ActivityPub）
data-set-own = 公開元：{ $network }

# The page about open data.
data-heading = データを持ち帰る
data-lead = ここで公開されているものは、すべてダウンロード、フォロー、再利用できます。アカウントも鍵も要りません。
data-nav = オープンデータ
data-all = すべての事例をファイルで
data-csv-what = 事例ごとに一行。表計算や統計に。どのプログラムでも開けます。
data-xlsx-what = 同じ行を Excel と LibreOffice 用に。数値は数値として入っています。
data-geojson-what = 事例の都市ごとに一点。QGIS やウェブ地図に。
data-jsonl-what = 一行に一件の完全な記録：すべての節、翻訳、指標、出典。
data-search = 検索したものだけ
data-search-how = まず検索し、アドレスの「cases」の後にファイルの拡張子を付けます。どの条件の組み合わせでも使えます：
data-search-link = 事例を検索
data-feeds = 最新の情報を受け取る
data-feeds-how = どの検索もフィードになります。フィードリーダー、報道機関、ほかのサイトに：
data-feeds-fediverse = フェディバースでは、ネットワークそのものや、そのテーマ、目標、場所をフォローできます。
data-programs = プログラム向け
data-api-what = 検索、ファセット、個々の事例、ネットワーク、語彙を JSON で提供し、OpenAPI 3.1 の文書で説明しています。
data-oai-what = 六つの動詞すべて、ダブリン・コア、テーマと目標ごとのセット。取り下げられた事例はいつまでも報告されます。
data-dcat = データポータル向けの目録（DCAT-AP）
data-dcat-what = 一つの目録、一つのデータセットとそのすべての配布形式を、JSON-LD と Turtle で。
data-licences = ライセンス
data-licences-how = 事例を使うときは、ネットワーク名を記し、ページにリンクし、ライセンスを示してください。
data-fair = 公正な利用
data-fair-how = 一つのアドレスから毎分{ $n }件までの要求に応えます。応答には ETag が付きます。If-None-Match を付けて尋ねれば、変わっていないものは再送されません。

# The page about the programming interface.
api-heading = プログラミングインターフェース
api-lead = 読み取りは、どのウェブページからもどのプログラムからも自由です。応答は JSON、時刻は UTC です。
api-document = OpenAPI 3.1 の文書
api-base = 以下のアドレスはすべて { $address } で始まります。
api-parameters = パラメーター
api-name = 名前
api-where = 場所
api-meaning = 意味
api-answers = 応答
api-status = 状態
api-example = 例
api-in-path = パスの中
api-in-query = クエリの中

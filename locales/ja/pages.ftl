# すべてのページの枠にある言葉。
skip-to-content = 本文へ移動
skip-to-results = 結果へ移動
nav-main = メインメニュー
nav-crumbs = 現在の位置
nav-languages = このサイトの言語
nav-cases = 事例
nav-topics = テーマ
nav-goals = 目標
nav-networks = ネットワーク
nav-follow = フォロー
footer-licence = ライセンスは事例ごとに記されています。
footer-software = このサイトは、AGPL 3.0 の自由ソフトウェア { $software } で作られています。
footer-places = 都市データ：{ $source }、CC BY 4.0。国名：Unicode CLDR。
cases = 件の事例
goal = 目標
goals = 持続可能な開発目標（SDGs）
licence = ライセンス

# 日付と金額。「万」と「億」で数えます。
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
date-day = { $year }年{ $month }{ $day }日
date-month = { $year }年{ $month }
date-year = { $year }年
amount-large = { $n }万
amount-huge = { $n }億

# 検索。
search-label = 事例を検索
search-placeholder = 雨水、車のない中心街、住民参加型予算…
search-button = 検索
cases-found = { $n }件の事例

# ホーム。
home-title = 都市でうまくいったことを、取り組んだ人たちが語ります。
home-what = { $network }と、そのフォローするネットワークの事例集です。閲覧、検索、フォローは無料で、アカウントも要りません。
home-try = 例：
home-newest = 新着
home-new = 共通フィードの新着
home-all = { $n ->
    [1] この事例を見る
   *[other] { $n }件の事例をすべて見る
}
home-topics = テーマから探す
home-goals = 持続可能な開発目標から探す
home-networks = ネットワークから探す
home-networks-all = これらのネットワークについて
home-empty-title = ここにはまだ事例がありません
home-empty-what = このサイトの運営者は、サーバーを動かしたまま、数分で変えられます：
tally-cases = 件の事例
tally-cities = 都市
tally-countries = か国
tally-networks = ネットワーク

# よそからフォローする。
follow-title = Mastodon などフェディバースのアプリからフォロー
follow-what = 新しい事例がすべてあなたのタイムラインに届きます。ここでのアカウントは要りません。各ネットワークのアドレスは、それぞれのページにあります。
follow-how = アドレスをコピーして、ご自分のサーバーの検索欄に貼り付け、フォローを押してください。ご自分の Kontor で参加するには、そこから同じアドレスをフォローします。
follow-group = 同じ事例のグループ版（Lemmy などのグループアプリ向け）
follow-network = { $network }の事例

# 共通フィード。
cases-title = 事例集
cases-title-search = 「{ $words }」に関する事例
cases-description = 複数のネットワークによる都市の事例集。テーマ、目標、場所、ネットワーク、言語で検索し、絞り込めます。
filters = 絞り込み
filters-on = 使用中の条件
filters-more = ほか{ $n }件
filters-show = 結果を表示
filters-clear = すべて解除
filter-remove = 条件を外す：{ $filter }
filter-remove-short = 外す
filter-words = 「{ $words }」
filter-goal = 目標{ $n }：{ $label }
facet-topic = テーマ
facet-sdg = 目標
facet-country = 国
facet-city = 都市
facet-network = ネットワーク
facet-language = 事例の言語
sort = 並べ替え
sort-newest = 新しい順
sort-relevance = 関連の高い順
results = 結果
pages = ページ
pages-first = 最初に戻る
pages-next = 次の事例
nothing-title = すべての条件に合う事例はありません
nothing-yet = このフィードにはまだ事例がありません。
nothing-loosen = 条件を一つ外してみてください：
nothing-without = { $filter }を外す
nothing-all = すべての事例を見る
nothing-words = 検索は、どの言語の事例でも、語の先頭が一致するものを探し、アクセント記号は区別しません。長い文よりも、的確な一語のほうが多く見つかります。

# 事例。
facts = 概要
fact-city = 都市
fact-years = 年
fact-status = 状況
fact-scale = 規模
fact-size = 人口
fact-cost = 費用
fact-funding = 財源
fact-language = 言語
fact-topics = テーマ
years-since = { $start }から現在まで
years-span = { $start }から{ $end }まで
years-from = { $start }から
money-range = { $currency } { $min }～{ $max }
money-one = { $currency } { $amount }
money-from = { $currency } { $amount }以上
money-to = { $currency } { $amount }以下
case-in-language = 言語：{ $language }
gloss-human = 人による翻訳です。
gloss-machine = 機械による翻訳です。正しいのは原文です。
indicators = そのほかの数値
indicator = 測ったもの
indicator-value = 値
indicator-year = 年
awards = 受賞
pictures = 画像
links = リンクと資料
contacts = 連絡先
related = 関連する事例
read-original = 元のサイトで読む
origin = 出典
origin-published = { $network }が{ $date }に公開、第{ $revision }版。
origin-updated = 最終更新：{ $date }。
origin-shown = このサイトが { $network } をフォローしているため、ここに表示されています。
origin-first = 初出
origin-data = この事例のデータ（ActivityPub）
comments = コメント
comments-how = 返信するには、このアドレスをフェディバース（Mastodon など）のご自分のサーバーの検索欄に貼り付け、見つかった投稿に返信してください：
comments-none = まだコメントはありません。
comments-gone = このコメントはもうここにはありません。
comments-answers = { $name }さんへの返信
comments-original = 元の投稿
comments-more = ここに表示されるのは最初の{ $n }件のコメントだけです。
person-role = 役割
person-city = 都市
person-languages = 言語
person-said = 公開の投稿
person-follow = { $name }さんの公開の投稿があなたのタイムラインに届きます。ここでのアカウントは要りません。

# ネットワーク。
network-cases = ここにある事例
network-founded = 設立
network-website = ウェブサイト
network-instance = 公開場所
network-tie = このフィードとの関係
network-tie-own = このサイトの運営元
network-tie-followed = このサイトがフォロー中
network-tie-shown = ほかのネットワーク経由
network-newest = 新着の事例
network-none-title = このネットワークの事例はまだありません
network-none = 公開されると、ここに表示されます。
network-description = { $network }：団体の紹介と、このフィードにある事例。

# うまくいかないとき。
missing-title = このページはありません
missing-text = アドレスに誤りがあるか、ページが移動したのかもしれません。検索すれば、お探しのものが見つかるかもしれません。
gone-title = この事例は取り下げられました
gone-text = { $network }が公開し、{ $date }に取り下げました。示された理由：
gone-text-bare = 公開元が取り下げました。理由は示されていません。
broken-title = こちら側で問題が起きました
broken-text = あなたのせいではありません。しばらくしてからもう一度お試しください。また起きるようでしたら、この番号をサイトの運営者にお知らせください：
fault-id = 障害番号：
fault-cases = すべての事例を見る

# フォローできる絞り込み
feed-name = 事例：{ $what }
feed-summary = 「{ $what }」に合う事例を、このネットワークまたは提携先が公開するとすぐに紹介します。
cases-follow = このような新しい事例を、あなたのタイムラインに：
cases-follow-how = フォローのしかた

# フォロー先の目録との照合
network-compared = 最新かどうか
network-compared-equal = { $day }に照合、欠けているものはありませんでした
network-compared-healed = { $day }に照合、{ $count }件の事例を最新にしました
network-compared-failed = { $day }は照合できませんでした。もう一度試みます

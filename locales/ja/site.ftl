# The site itself: its home, its own pages, its map, its styles.

# Masthead and foot.
nav-cities = 都市
nav-people = 人
nav-site = このサイトについて
nav-data = オープンデータ
nav-source = ソースコード
imprint = 運営者情報
privacy = プライバシー
terms = 利用規約
accessibility = アクセシビリティ

# The network's own pages.
own-incomplete = この文章はプログラムに付属するもので、このサイトの運営者はまだ仕上げていません。角括弧の箇所が未記入です。自分の文章は { $file } に置きます。

# The map.
map-title = 地図で見る事例
map-title-search = 「{ $words }」に関する事例の地図
map-description = 事例のある場所：都市の地図と、その横に同じ都市の一覧。
map-regions = 世界の各地
map-world = 世界
map-drawing = 事例のある都市の地図。ピンはどれもリンクです
map-skip = 地図を飛ばして都市の一覧へ
map-closer = 近づく
map-out = 遠ざかる
map-about = ピンは一つの都市で、その事例につながります。輪はいくつかの都市を表し、近づきます。輪郭は陸地だけで、国境は示しません。
map-pin = { $country }、{ $city }：{ $cases }
map-cluster = { $cities }、{ $cases }：{ $names } …
map-cities = { $n }都市
map-list = 地図のこの部分に{ $n }都市
map-empty = この検索の都市はここにはありません。
map-all = { $n }都市をすべて表示
map-elsewhere = ほかの場所にあと{ $n }都市：世界全体を見る

# Home.
home-empty-import = JSON Lines または表計算ファイルから、自分の事例を取り込む：
home-empty-follow = ほかのネットワークのサイトをフォローする。その事例は数秒でここに表示されます：
home-empty-look = kontor.toml で、このサイトの名前、色、最初の言葉を決める：

home-featured = 編集部のおすすめ
home-map = 世界の事例
home-map-open = 地図を開く
home-topics-all = すべてのテーマと下位テーマ
home-goals-all = 目標とそのターゲット
home-follow-more = どのサーバーからでも、ほかのフォロー方法

# The page of styles, for those who build pages.
style-title = スタイル
style-what = このサイトのすべてのトークンと部品を、あらゆる状態で示します。
style-type = 文字
style-pangram = いろはにほへと ちりぬるを わかよたれそ つねならむ 永東国酬愛鬱霊鷹
style-colours = 色
style-day = 昼
style-night = 夜
style-least = 最低
style-text = 文字
style-ground = 地
style-contrast = コントラスト（計算値）
style-enough = 十分
style-little = 不足
style-space = 間隔と角
style-cards = カード
style-chips = チップ、目標、テーマ
style-buttons = ボタンとリンク
style-button = 公開する
style-button-quiet = 今はしない
style-button-grave = 事例を取り下げる
style-button-off = 押せません
style-forms = フォーム
style-field = 題名
style-field-help = 300文字まで。何をどこで行ったかを書いてください。
style-field-wrong = この題名は312文字で、12文字多すぎます。
style-field-optional = （任意）
style-field-off = 変更できません
style-field-choice = 状況
style-field-text = 解決策
style-field-check = ページに自分の名前を表示する
style-field-one = いずれか一つ
style-notices = お知らせ
style-notice = この募集の締め切りは三日後です。
style-notice-good = 公開しました。ほかのサーバーには数秒で届きます。
style-notice-bad = 二つの欄を見直してください：
style-tables = 表
style-tabs = タブとページ
style-empty = 何もないとき
style-facts = 概要
style-dialog = 確認
style-dialog-title = この事例を取り下げますか。
style-dialog-text = 取り下げたことと理由がページに示され、ほかのサーバーにも伝えられます。

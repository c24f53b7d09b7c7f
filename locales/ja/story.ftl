# One case: its parts, its history, how to cite and to follow it.

# In which language it is read.
tongues = この事例の言語
tongue-original = 原文
tongue-human = 翻訳
tongue-machine = 機械翻訳
tongue-rest = 以下の本文は原文（{ $language }）です。

# Where it comes from, and its revisions.
origin-shared = { $actor } が共有したものとして届きました。
origin-submitted = 提出：{ $who }。
origin-reviewed = 最終点検：{ $date }。
origin-received = このサイトが最初に受け取った日：{ $date }。
history = 改訂
history-link = すべての改訂
history-title = 「{ $title }」の改訂
history-what = この事例がここで公開したすべての版を、新しい順に示します。版ごとに変わらないアドレスがあります。
history-published = { $network }が { $host } で{ $date }に公開。
history-revision = 第{ $revision }版
history-first = ここに残る最初の版
history-nothing = ページに表示される変更はありません
history-show = 変更点
history-older = 以前の版
history-compared = 第{ $old }版から第{ $new }版への変更点
history-gone = 削除
history-new = 追加
history-del = 削除：
history-ins = 追加：
revision-older = これは{ $date }の第{ $revision }版です。最新は第{ $newest }版です。
revision-newest = これは{ $date }の第{ $revision }版で、最新です。
revision-current = 現在の事例を読む
field-title = 題名
field-subtitle = 副題
field-summary = 要約
field-language = 言語
field-cities = 都市
field-period = 年
field-status = 状況
field-scale = 規模
field-topics = テーマ
field-goals = 目標
field-targets = ターゲット
field-actors = 参加した団体
field-funding = 費用と資金
field-indicators = 数値
field-awards = 受賞
field-pictures = 画像
field-links = リンクと資料
field-contacts = 連絡先
field-related = 関連する事例
field-licence = ライセンス
field-source = 初出

# Citing it.
cite = この事例を引用する
cite-rest = 事例、第{ $revision }版、{ $date }。{ $licence }。
cite-files = 文献管理ソフト用：

# Related cases: why each is there.
kin-comma = {"、"}
kin-named = 著者が挙げたもの。
kin-city = 同じく{ $city }。
kin-country = 同じく{ $country }。
kin-topics = 同じテーマ：{ $names }。
kin-goals = 同じ目標：{ $names }。
kin-targets = 同じターゲット：{ $names }。
kin-words = 同じ語：{ $names }。
gone-instead = 代わりにこちらはいかがでしょう

# Comments.
comments-take-part = ご自分のサーバーから返信、お気に入り、共有
comments-later = 次のコメント
comments-first = 最初のコメントへ

# Following and answering from one's own server.
follow-topic = { $topic }に関する新しい事例
follow-away = ご自分のサーバーからフォロー
away-open = ご自分のサーバーからフォロー
away-follow = { $handle } をフォロー
away-case = ご自分のサーバーから返信、お気に入り、共有
away-what = フェディバースは Mastodon など多くの独立したサイトの集まりで、サイトをまたいで互いにフォローし、返信し合えます。アカウントのある場所を入力すると、そこで確認できます。このサイトはあなたについて何も保存せず、Cookie も使いません。
away-choose = ここでフォローできるもの
away-server = あなたのサーバー、またはそこでのあなたのアドレス
away-server-hint = 例：mastodon.social または me@mastodon.social
away-go = 自分のサーバーへ
away-reply = 返信
away-like = お気に入り
away-share = 共有
away-by-hand = または手作業で
away-by-hand-how = これをコピーしてご自分のサーバーの検索欄に貼り付け、見つかったものを選んでください。
away-new = アカウントをお持ちでないときは
away-new-what = フェディバースのどのサーバーでも無料で登録できます。登録したら戻ってきてください。このサイトのフィードはアカウントなしで読めます。
away-no-server = これはサーバーの名前ではありません。mastodon.social のような形か、前にご自分の名前を付けた me@mastodon.social のような形です。
away-silent = { $host } は現在応答しません。
away-no-template = { $host } には、利用者が確認する場所が示されていません。
away-elsewhere = { $host } は別のサイトへ移動させようとするため、中止しました。
away-paste = 代わりに { $address } をコピーして、そこの検索欄に貼り付けてください。これはいつでも使えます。

# Accounts, log-in, profiles of one's own.

# In the masthead.
me-nav = あなたのアカウント
me-in = ログイン
me-out = ログアウト
me-write = 書く
me-desk = 編集デスク

# Signing in, and choosing a password.
login-title = ログイン
account-email = メールアドレス
account-password = パスワード
login-cookie = ログインするとクッキーが1つだけ保存されます。ログイン状態を保つためのもので、ほかには使いません。
login-wrong = このメールアドレスとパスワードの組み合わせは正しくありません。
login-waiting = アカウントは承認待ちです。承認されるとメールでお知らせします。
login-password-set = パスワードを設定しました。これでログインできます。
password-title = パスワードを決める
password-for = { $name } さんのアカウント用です。
password-new = 新しいパスワード
password-help = { $n }文字以上。短い文はよいパスワードになります。
password-set = パスワードを設定
password-short = パスワードが短すぎます。{ $n }文字以上にしてください。
password-long = パスワードが長すぎます。
password-guessable = このパスワードは推測されやすいものです。別のものにしてください。
key-over = このリンクはすでに使われたか、期限が切れています。新しいリンクを請求してください。

# One's own account.
account-title = あなたのアカウント
account-role = 役割
account-since = 登録日
account-page = あなたの公開ページ
account-role-citymaker = シティメーカー
account-role-contributor = 寄稿者
account-role-reviewer = 査読者
account-role-editor = 編集者
account-role-network-admin = ネットワーク管理者
account-role-instance-admin = インスタンス管理者
sessions-title = ログイン中の端末
sessions-this = このブラウザー
sessions-times = ログイン { $began }、最終利用 { $used }
sessions-unknown = 名前のわからないブラウザー
sessions-end = そこからログアウト
sessions-end-others = ほかのすべてからログアウト
sessions-ended = そこからログアウトしました。
suspended-title = アカウントは停止されています
suspended-text = このサイトの運営者が示した理由：

# What is not done.
again-title = もう一度送信してください
again-nothing = その間にログインが切れたか変わりました。何も変更されていません。
again-on = 続ける
again-out = ログインの有効期限が切れました。書いた内容はこのページに残っています。リンクから新しいウィンドウでログインし、ここに戻って送信してください。
again-in = フォームを開いてからログインが変わりました。書いた内容はこのページに残っています。まだ何も変更されていません。
again-send = もう一度送信
lacking-title = このページは利用できません
lacking-text = 次の役割か、それ以上の権限が必要です：{ $role }。役割はこのサイトの運営者が与えます。
elsewhere-title = 何も変更されていません
elsewhere-text = このフォームは当サイトのページから送られたものではないか、以前のログインのものです。こちらでページを開いて送信してください。
no-form-text = このアドレスは、そのページのフォームだけを受け付けます。
large-title = 一度に送る量が多すぎます
large-text = 何も変更されていません。前のページに戻ると文章はフォームに残っています。短くしてください。
often-title = 試行回数が多すぎます
often-text = { $n }分待ってから、もう一度お試しください。

# Registering.
login-forgotten = パスワードをお忘れですか
login-register = アカウントをお持ちでない方は登録へ
account-no-email = メールアドレスではありません。name@example.org のような形です。
account-flaws = 次の点を直してください
register-title = アカウントを作る
register-what = アカウントがあれば事例を書き、コメントし、ほかの人と連絡できます。読むだけなら不要です。
register-approved = 新しい参加者は、サイトの運営者が一人ずつ承認します。
register-email-help = そこにリンクを送ります。アドレスがほかの人に表示されることはありません。
register-go = リンクを送る
register-have = アカウントを持っています
register-closed = アカウントは招待制です。サイトの運営者が招待できます。
sent-title = メールをご確認ください
sent-where = 数分たっても届かないときは、迷惑メールとアドレスをお確かめください。
register-sent = { $email } にメールを送りました。リンクは1日間使えます。
register-waiting-title = アカウントは承認待ちです
register-waiting = サイトの運営者に通知しました。ログインできるようになるとメールが届きます。
finish-for = アドレス { $email } を確認しました。あと3つ入力してください。
finish-name = お名前
finish-name-help = ほかの人に表示されます。あとで変えられます。
finish-handle = ハンドル
finish-handle-help = 英小文字、数字、ピリオド、ハイフン、アンダースコア。フェディバースでは @handle@{ $host } になります。変更はできません。
finish-terms = { $terms }に同意します。
finish-go = アカウントを作る
flaw-name = 名前は1〜100文字です。
flaw-handle = このハンドルは使えません。英小文字、数字、ピリオド、ハイフン、アンダースコアが使えます。
flaw-handle-taken = このハンドルは使われています。別のものにしてください。
flaw-terms = アカウントには規約への同意が必要です。
forgotten-title = 新しいパスワード
forgotten-what = 新しいパスワードを決めるためのリンクをお送りします。
forgotten-go = リンクを送る
forgotten-sent = { $email } のアカウントがあれば、メールが届きます。リンクは1日間使えます。

# Letters.
mail-foot = このメールは { $site } からお送りしています。
mail-once-a-day = リンクは1日以内に1回だけ使えます。
mail-not-you = お心当たりがなければ、何もしないでください。何も変わりません。
mail-register-subject = { $site } のアカウント
mail-register-text = このアドレスで { $site } のアカウントが申し込まれました。ご本人であれば、こちらからお進みください。
mail-register-link = アカウントを作る
mail-known-subject = { $site } のアカウントはすでにあります
mail-known-text = このアドレスで { $site } のアカウントが申し込まれましたが、すでにアカウントがあります。
mail-known-after = パスワードをお忘れの場合は、ログインページから再設定できます。
mail-password-subject = { $site } の新しいパスワード
mail-password-text = { $name } さん、{ $site } のアカウントの新しいパスワードが請求されました。こちらで決めてください。
mail-invite-subject = { $site } への招待
mail-invite-text = { $site } のアカウントに招待されました。都市のネットワークが、都市でうまくいったことを公開する場です。
mail-invite-after = リンクは2週間以内に1回だけ使えます。
mail-waiting-subject = { $name } さんが承認を待っています
mail-waiting-text = { $name } さん（{ $email }）が { $site } のアカウントを作り、承認を待っています。
mail-approved-subject = { $site } へようこそ
mail-approved-text = { $name } さん、{ $site } のアカウントが承認されました。ログインできます。
accounts-title = アカウント

# Those who govern decide on accounts.
accounts-all = すべて：{ $n }
accounts-waiting = 承認待ち：{ $n }
accounts-active = 有効：{ $n }
accounts-suspended = 停止中：{ $n }
accounts-since = { $day }から
accounts-seen = 最終ログイン { $day }
accounts-is-suspended = 停止理由：
accounts-approve = 承認する
accounts-decline = 承認しない
accounts-restore = 停止を解く
accounts-decide = 操作
accounts-role = この役割にする
accounts-reason = 理由（本人に表示されます）
accounts-suspend = 停止する
accounts-next = 続きのアカウント
accounts-done = { $name } さんについて処理しました。
accounts-no-reason = 停止には1000文字以内の理由が必要です。何も変更されていません。
accounts-not-now = 実行できませんでした。すでに処理済みか、ハンドルが使用中か、最後のインスタンス管理者です。現在の状態は以下のとおりです。

# One's profile, in three steps.
account-profile = プロフィールを編集
profile-title = プロフィール
profile-public = 連絡方法を除き、すべて公開されます。どの項目も空欄のままでかまいません。
profile-who = 自己紹介
profile-what = 詳しい分野
profile-how = 連絡方法
profile-no-role = 役割なし
profile-network = ネットワーク
profile-summary = 自己紹介文
profile-summary-help = 2000文字以内で簡単に。
profile-topics-help = 20件まで選べます。
profile-more = 詳しく
profile-contactable = ほかの人からの連絡を受け取ります。アドレスは表示されません。
profile-discoverable = 人の一覧に載せ、ほかのサーバーでも紹介してもらいます。
profile-indexable = 公開で書いたものを検索の対象にします。
profile-mail-language = 受け取るメールの言語
profile-next = 保存して次へ
profile-save = 保存
profile-later = あとで
profile-saved = プロフィールを保存しました。ほかのサーバーのフォロワーにもまもなく届きます。
profile-flaw-who = 保存できませんでした。名前は1〜100文字、都市とネットワークは120文字、文章は2000文字までです。
profile-flaw-what = 保存できませんでした。テーマと言語はそれぞれ20件までです。

# Password, address, one-time codes.
security-title = パスワードと安全
security-password-what = パスワードを変えると、ほかのすべてからログアウトします。
security-password-done = パスワードを変更しました。ほかのすべてからログアウトしました。
security-old = 現在のパスワード
security-wrong = 現在のパスワードではありません。何も変更されていません。
email-what = メールは { $email } に届きます。新しいアドレスは、両方で確認すると有効になります。
email-new = 新しいアドレス
email-go = 両方のアドレスに確認する
email-sent = 現在のアドレスと { $email } の両方にメールを送りました。どちらのリンクも開いてください。
email-confirm-title = アカウントのアドレス変更
email-confirm-what = 今後、メールは { $email } に届きます。
email-half = ありがとうございます。もう一方のアドレスでも、メールのリンクから確認してください。
email-done = メールは { $email } に届くようになりました。今後はこのアドレスでログインしてください。
mail-address-subject = { $site } のアカウントのアドレス変更
mail-address-text = { $name } さん、{ $site } のアカウントのメールは今後 { $email } に届きます。よろしければ、こちらで確認してください。
mail-address-link = このアドレスを使う
mail-address-after = 3日以内に、両方のアドレスで確認が必要です。
codes-title = ワンタイムコード
codes-what = スマートフォンのアプリに表示されるコードを、パスワードに加えて使います。パスワードだけではログインできなくなります。
codes-on = ワンタイムコードを使う
codes-how = このキーをワンタイムコードのアプリ（6桁、30秒ごと）に入力し、表示されたコードを入れてください。
codes-app = スマートフォンでは：アプリで開く
codes-code = コード
codes-confirm = 確認
codes-wrong = コードが正しくないか、すでに使われています。30秒ごとに新しいコードになります。
codes-on-done = ワンタイムコードを使い始めました
codes-recovery = この回復コードを安全な場所に保管してください。アプリを失ったとき、それぞれ1回だけ使えます。表示は今回だけです。
codes-are-on = ワンタイムコードを使用中です。
codes-left = 回復コードは残り{ $n }個です。
codes-off = ワンタイムコードをやめる
codes-off-done = ワンタイムコードは不要になりました。
code-title = もう一段階
code-help = アプリに表示されるコード、または回復コードの1つ。
code-over = 時間が経ちすぎました。最初からやり直してください。

# Answering, taking along, leaving.
appeal-title = あなたの返答
appeal-what = 異なるお考えがあれば、こちらにお書きください。サイトの運営者が読みます。
appeal-send = 返答を送る
appeal-sent = { $day }の返答を受け取りました。新しく送ると置き換わります。
appeal-flaw = 返答は1〜4000文字です。
leave-title = データの持ち出しと退会
export-title = データの持ち出し
export-what = アカウントのアーカイブです。プロフィール、ActivityPub 形式の公開内容、あなた宛てのメッセージが入っています。
export-go = アーカイブをダウンロード
leave-end = 退会する
leave-what = アドレス、プロフィール、ログインが削除され、{ $handle } がなくなったことがほかのサーバーに知らされます。公開された事例はネットワークに残ります。取り消せません。ハンドルは再び使われません。
leave-go = アカウントを削除
leave-stay = やめておく
leave-last = あなたは最後のインスタンス管理者です。先に別の管理者を決めてください。

mails-title = メール
mails-what = このサイトが送ったメール。新しい順です。
mails-filed = メールサーバーが設定されていないため、メールは送信されません。サーバーにファイルとして保存され、ここで読めます。
mails-none = まだ何もありません。
mails-all = すべて
mails-read = 読む
mails-retry = もう一度送る
mails-drop = 送らない
mails-done-retry = もう一度送ります。
mails-done-drop = 送りません。
mails-not-now = できませんでした。その間に送信されたか、取りやめられました。現在の状態は下のとおりです。
mails-more = 以前のメール
mails-tries = { $n ->
   *[other] { $n }回試行
}
mail-state-waiting = 待機中
mail-state-handing = 送信中
mail-state-sent = 送信済み
mail-state-filed = ファイルに保存
mail-state-bounced = 返送された
mail-state-unsure = 届いたか不明
mail-state-given-up = 断念
mail-state-dropped = 送らない

# What people are told of: saved searches, digests by mail, notices.

# Notices on the site.
me-notices = お知らせ
notices-title = お知らせ
notices-unread = 未読：
notices-none = 新しいお知らせはありません。あなたに関わることがここに並びます。
notices-read = 既読にする
notices-read-all = すべて既読にする
notices-cut = これより古いお知らせは表示されません。
told-alert = 検索「{ $name }」に新しい事例が { $n } 件あります
told-submitted = { $who } が「{ $title }」を査読に提出しました。
told-in-review = 「{ $title }」は査読中です。
told-changes-requested = 「{ $title }」に修正の依頼があります。
told-approved = 「{ $title }」が承認され、公開を待っています。
told-published = 「{ $title }」が公開されました。
told-rejected = 「{ $title }」は採用されませんでした。
told-withdrawn = 「{ $title }」は取り下げられました。
told-noted = 「{ $title }」に新しいメモがあります。
told-answered = { $who } が「{ $title }」のメモに返答しました。
told-comment = { $who } が「{ $title }」にコメントしました。
told-reply = { $who } が「{ $title }」であなたに返信しました。
told-mention = { $who } が「{ $title }」であなたに言及しました。
told-message = { $who } からメッセージがあります。
told-follower = { $who } があなたをフォローしました。
told-reported = 「{ $title }」の訂正が求められています。
told-old = 24か月間確認されていない公開事例があります。内容が今も正しいかご確認ください。
told-mail-returns = あなたのアドレス宛てのメールが戻ってきます。別のアドレスをお知らせください。
told-times = （{ $n } 回）

# Saved searches.
alerts-title = 保存した検索
alerts-tell-me = 新しい事例を知らせる
alerts-what = この検索に合う新しい事例が公開されるとお知らせします。以前の事例や後からの改訂は含みません。
alerts-when = 毎日と毎週のメールは協定世界時 { $hour }:00 に、毎週のものは月曜日に送ります。新しい事例がなければ送りません。
alerts-name = 検索の名前
alerts-rhythm = 頻度
rhythm-instant = すぐに
rhythm-daily = 1日に1回
rhythm-weekly = 1週間に1回
alerts-ways = お知らせの方法
alerts-mail = メール
alerts-site = このサイトのお知らせ
alerts-silent = お知らせしません。フィードは使えます。
alerts-save = 検索を保存
alerts-saved = 検索を保存しました。新しい事例をお知らせします。
alerts-changed = 変更しました。
alerts-ended = 検索の保存をやめました。
alerts-none = 保存した検索はまだありません。事例を検索して「新しい事例を知らせる」を選んでください。
alerts-change = 変更
alerts-end = やめる
alerts-feed = 非公開フィード
alerts-feed-what = フィードリーダー用です。このアドレスを知る人は誰でも読めます。新しいアドレスにすると古いものは使えなくなります。
alerts-feed-renew = 新しいアドレス
alerts-feed-renewed = フィードのアドレスが新しくなりました。古いものは使えません。
alerts-everything = すべての事例
alerts-no-name = 検索に名前を付けてください。長すぎる名前は使えません。
alerts-too-many = すでに { $n } 件の検索を保存しています。先に1件やめてください。
alerts-end-title = このメールをやめる
alerts-end-ask = 「{ $name }」のメールをやめますか。
alerts-end-done = 「{ $name }」のメールはもう届きません。検索はアカウントに保存されたままです。
alerts-end-over = このリンクはもう使えません。メールはすでにやめているか、リンクが途中で切れています。
alerts-end-go = メールをやめる

# A digest of a topic, for any address.
digest-title = 週1回のメール
digest-what = 「{ $topic }」の新しい事例を、あれば毎週月曜日に送ります。アカウントは要りません。どのメールにも、やめるためのリンクがあります。
digest-go = 週1回のメールを受け取る
digest-sent = { $email } にメールを送りました。1週間以内にそこで承諾すると、週1回のメールが始まります。
digest-back = トピックに戻る
digest-confirm-subject = 「{ $topic }」の週1回のメール：確認のお願い
digest-confirm-text = このアドレスに「{ $topic }」の新しい事例を毎週送るよう、{ $site } に依頼がありました。ご本人であれば確認してください。
digest-confirm-link = はい、週1回のメールを受け取ります
digest-confirm-ask = 「{ $topic }」の新しい事例を毎週メールで受け取りますか。
digest-confirm-done = 「{ $topic }」の新しい事例があれば、毎週月曜日に届きます。
digest-end-ask = 「{ $topic }」の週1回のメールをやめますか。
digest-end-done = 「{ $topic }」の週1回のメールはもう届きません。アドレスは削除しました。

# Letters.
alert-mail-subject-one = { $name }：{ $title }
alert-mail-subject = { $name }：新しい事例 { $n } 件
alert-mail-text = 「{ $name }」に新しい事例が { $n } 件あります。
alert-mail-link = すべて見る
alert-mail-why-instant = { $site } でこの検索を保存し、すぐに知らせるよう選んだため、このメールをお送りしています。
alert-mail-why-daily = { $site } でこの検索を保存し、1日に1回知らせるよう選んだため、このメールをお送りしています。
alert-mail-why-weekly = { $site } でこの検索を保存し、1週間に1回知らせるよう選んだため、このメールをお送りしています。
alert-mail-why-digest = このアドレスで、{ $site } の「{ $name }」についての週1回のメールを承諾されたため、お送りしています。
alert-mail-change = 保存した検索の変更と終了：
alert-mail-end = このメールをやめる：

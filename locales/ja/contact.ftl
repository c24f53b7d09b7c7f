# Writing to people, messages, and comments by people of this site.

# The first message.
contact-write = { $name } さんに連絡する
contact-about = 対象の事例：
contact-what = メッセージはこのサイトが取り次ぎます。お互いのメールアドレスは相手に表示されません。
contact-private = 非公開ですが、エンドツーエンドの暗号化はされていません。お二人のほかに読むことができるのは、このサイトの運営者だけです。モデレーターは、報告されたメッセージだけを見ます。
contact-name = お名前
contact-email-help = ご本人のアドレスであることを確認するため、リンクをお送りします。誰にも表示されません。
contact-subject = 件名
contact-text = メッセージ
contact-text-help = 書式なしのテキスト、{ $n } 文字まで。
contact-send = 送信
contact-account = アカウントがあれば、メッセージはすぐに送られ、返信をここで読めます。
contact-no-subject = 件名を { $n } 文字以内で入力してください。
contact-no-text = メッセージを { $n } 文字以内で入力してください。
contact-too-often = 一日に送れる数に達しました。入力した文はこのページに残っていて、まだ送られていません。明日もう一度お試しください。
contact-sent-title = あと一歩です
contact-sent = { $email } にリンクをお送りしました。リンクを開いて確認すると、メッセージが送られます。
contact-confirm-title = メッセージを送る
contact-confirm-what = メッセージの準備ができました。ボタンを押すと送られます。
contact-confirm-go = 確認して送信
contact-done-title = メッセージを送りました
contact-done = 控えをメールでお送りします。そのリンクから返信を読み、続けて書くことができます。
contact-full = 今日は連絡が多すぎます。内容は失われていません。メールのリンクは明日また使えます。
contact-closed = こちらでは現在メッセージを受け付けていません。何も送られていません。
contact-nobody = 退会した人

# One’s own messages.
messages-title = メッセージ
messages-none = メッセージはありません。誰かが連絡すると、ここに表示され、メールが届きます。
messages-new = 新着
messages-more = 以前のメッセージ
messages-reach = 連絡の受け取り方
messages-with = 相手：
messages-you = あなた
messages-reader = アカウントのない読者
messages-gone = このメッセージは書いた人が削除しました。
messages-answer = 返信
messages-answer-go = 返信を送る
messages-elsewhere = 返信は別のサーバーに送られ、その運営者も読むことができます。
messages-closed = この相手にはもう連絡できません。
messages-sent = メッセージを送りました。
messages-end = このやり取りを終えますか
messages-delete = この会話を削除
messages-delete-what = 削除すると、あなたのメッセージから消えます。相手の側には残ります。
messages-deleted = 会話を削除しました。
messages-block = この送信者をブロック
messages-block-what = ブロックした送信者のメッセージは届きません。送信者には知らされません。
messages-blocked-now = この送信者をブロックしています。
messages-blocked-title = ブロックした送信者
messages-blocked-none = 誰もブロックしていません。
messages-unblock = ブロックを解除
messages-report = 報告
messages-report-what = モデレーターが見るのは、このメッセージとその書き手だけです。会話のほかの部分は見ません。
messages-reason = 何が問題ですか
messages-report-go = このメッセージを報告
messages-reported = 報告されたメッセージをモデレーターが確認します。
messages-report-once = この会話では一つのメッセージを報告できます。
messages-reported-once = この会話のメッセージをモデレーターに報告しました。
thread-keep = このページのリンクは人に知らせないでください。リンクを知る人は誰でも読み、返信できます。
thread-end-what = 削除すると、この会話へのリンクはすべて無効になり、あなたのアドレスも消去されます。書いたものは相手の側に残ります。
thread-ended-title = 会話を終えました
thread-ended = あなたのアドレスと、この会話へのリンクを消去しました。
thread-over-title = 表示するものがありません
thread-over = このリンクは期限切れか、会話が終わっています。

# Their mails.
mail-contact-confirm-subject = { $site }：メッセージの確認をお願いします
mail-contact-confirm-text = どなたか（おそらくあなた）が { $site } で { $name } さんへのメッセージを書き、このアドレスを入力しました。確認すると送られます。
mail-contact-confirm-after = リンクは三日間有効です。心当たりがなければ、何もしないでください。何も送られません。
mail-contact-subject = { $name } さんからの連絡：{ $subject }
mail-contact-subject-none = { $name } さんからの連絡
mail-contact-text = { $name } さんが { $site } を通じて連絡しました：
mail-contact-answer-text = { $name } さんが { $site } を通じて返信しました：
mail-contact-link = 読んで返信する
mail-contact-how = 返信するにはリンクを開いてください。このメールに返信しても、誰も読みません。あなたのアドレスは誰にも表示されていません。
mail-contact-how-mail = 返信するには、リンクを開くか、このメールにそのまま返信してください。あなたのアドレスは誰にも表示されません。添付ファイルは届きません。
mail-contact-copy-subject = { $name } さんへのメッセージ：{ $subject }
mail-contact-copy-text = { $site } を通じて { $name } さんに送ったメッセージの控えです：
mail-contact-copy-after = リンクはこの会話のページを開きます。人に知らせないでください。返信があればお知らせします。

# Comments by people of this site.
remark-title = コメントを書く
remark-text = コメント
remark-help = { $n } 文字まで。誰でも読むことができ、ほかのサーバーにも送られます。
remark-before = 編集者が確認してから表示されます。
remark-language = コメントの言語
remark-send = コメントを送る
remark-sign-in = ログインしてコメントする
remark-answer = 返信
remark-answer-to = { $name } さんに返信
remark-edit = 編集
remark-own = あなたのコメント
remark-save = 保存
remark-delete = コメントを削除
remark-delete-what = ここから消え、ほかのサーバーにも削除を依頼します。
remark-waits = ありがとうございます。コメントは編集者が確認してから表示されます。
remark-hidden = 編集者がこのコメントを非表示にしました。
remark-no-text = コメントを { $n } 文字以内で入力してください。
remark-closed = 返信先はもうここにありません。

# Mail that comes back, and answers by mail.
mail-returns-title = あなたのアドレス宛てのメールが戻ってきます
mail-returns-text = メールサーバーに受け取りを拒否されたため、ご自身が求めたメールだけをお送りします。お知らせとメッセージはこのサイトで見られます。別のアドレスをお知らせください。新しいアドレスの確認だけで済みます。
mail-returns-link = 別のアドレスを入力
mail-test-subject = { $site }：メールが届きます
mail-test-text = このメールは、{ $site } からあなたにメールが届くことを示すものです。何もする必要はありません。
mail-answer-refused = { $site }：返信を届けられませんでした
mail-answer-refused-text = メールでメッセージに返信されましたが、{ $site } を通じて届けられませんでした。
mail-answer-closed = 会話が終わっているか、返信されたメールが古すぎます。アカウントをお持ちなら、サイトでメッセージを見られます。
mail-answer-empty = ご自身の文章がありませんでした。
mail-answer-long = 長すぎます。本文は5,000文字まで、ファイルを含めて20MBまでです。
mail-answer-often = 本日の返信が多すぎます。明日もう一度お試しください。
mail-answer-files = （添付ファイル{ $n }件は省かれました）

# Writing to people, messages, and comments by people of this site.

# The first message.
contact-write = 写信给{ $name }
contact-about = 关于
contact-what = 您的消息由本站转交。双方都看不到对方的邮箱地址。
contact-private = 消息是私密的，但没有端到端加密。除你们双方之外，只有本站的运营者可能读到。只有在消息被举报时，管理员才会看到它。
contact-name = 您的姓名
contact-email-help = 我们会向此地址发送一个链接，确认它属于您。它不会显示给任何人。
contact-subject = 主题
contact-text = 您的消息
contact-text-help = 纯文本，最多 { $n } 个字符。
contact-send = 发送
contact-account = 有账户的话，消息会立即发出，您可以在这里阅读回复。
contact-no-subject = 请填写主题，最多 { $n } 个字符。
contact-no-text = 请写下消息，最多 { $n } 个字符。
contact-too-often = 一天内不能再发送更多了。您的文字仍在本页，尚未发送。请明天再试。
contact-sent-title = 还差一步
contact-sent = 我们已向 { $email } 发送了一个链接。您打开并确认后，消息才会发出。
contact-confirm-title = 发送您的消息
contact-confirm-what = 您的消息已准备好，按下按钮后发出。
contact-confirm-go = 确认并发送
contact-done-title = 您的消息已发出
contact-done = 您会通过邮件收到一份副本，其中有通往此对话的链接，您可以在那里阅读回复并再次写信。
contact-full = 今天写信的人太多了。内容没有丢失：邮件中的链接明天可以再次使用。
contact-closed = 这里不再接收消息。没有发送任何内容。
contact-nobody = 已离开的人

# One’s own messages.
messages-title = 消息
messages-none = 没有消息。有人写信给您时，您会在这里看到，并收到邮件。
messages-new = 新
messages-more = 更早的消息
messages-reach = 他人如何联系您
messages-with = 对方：
messages-you = 您
messages-reader = 没有账户的读者
messages-gone = 作者已删除此消息。
messages-answer = 您的回复
messages-answer-go = 发送回复
messages-elsewhere = 您的回复会发往另一台服务器，其运营者也可能读到。
messages-closed = 这里已无法联系到任何人。
messages-sent = 您的消息已发送。
messages-end = 已经处理完了？
messages-delete = 删除此对话
messages-delete-what = 删除后，它从您的消息中消失。对方仍保留其内容。
messages-deleted = 对话已删除。
messages-block = 屏蔽此发件人
messages-block-what = 您屏蔽的发件人的消息不会送达您。发件人不会知道。
messages-blocked-now = 您已屏蔽此发件人。
messages-blocked-title = 已屏蔽的发件人
messages-blocked-none = 您没有屏蔽任何人。
messages-unblock = 取消屏蔽
messages-report = 举报
messages-report-what = 管理员会看到这条消息和它的作者，看不到对话的其他内容。
messages-reason = 它有什么问题？
messages-report-go = 举报此消息
messages-reported = 管理员会查看您举报的消息。
messages-report-once = 在此对话中您可以举报一条消息。
messages-reported-once = 您已向管理员举报了此对话中的一条消息。
thread-keep = 请勿把本页的链接告诉他人：得到链接的人可以阅读和回复。
thread-end-what = 删除后，通往此对话的所有链接失效，您的地址也被清除。对方仍保留您写的内容。
thread-ended-title = 对话已结束
thread-ended = 您的地址和此对话的链接已清除。
thread-over-title = 这里没有内容
thread-over = 此链接已过期，或者对话已结束。

# Their mails.
mail-contact-confirm-subject = { $site }：请确认您的消息
mail-contact-confirm-text = 有人（可能是您）在{ $site }给{ $name }写了一条消息，并留下此地址。您确认后消息才会发出。
mail-contact-confirm-after = 链接三天内有效。如果不是您，请不必理会：不会发送任何内容。
mail-contact-subject = { $name }写信给您：{ $subject }
mail-contact-subject-none = { $name }写信给您
mail-contact-text = { $name }通过{ $site }写信给您：
mail-contact-answer-text = { $name }通过{ $site }回复了您：
mail-contact-link = 阅读并回复
mail-contact-how = 要回复，请打开链接。请不要直接回复此邮件：无人阅读。您的地址没有显示给任何人。
mail-contact-how-mail = 要回复，请打开链接，或直接回复此邮件。您的地址不会显示给任何人，附件不会转发。
mail-contact-copy-subject = 您写给{ $name }的消息：{ $subject }
mail-contact-copy-text = 这是您通过{ $site }写给{ $name }的消息的副本：
mail-contact-copy-after = 链接通往此对话，请勿告诉他人。有回复时我们会写信给您。

# Comments by people of this site.
remark-title = 写评论
remark-text = 您的评论
remark-help = 最多 { $n } 个字符。所有人都能看到，也会发往其他服务器。
remark-before = 评论经编辑查看后才会显示。
remark-language = 评论的语言
remark-send = 发送评论
remark-sign-in = 登录后在此评论
remark-answer = 回复
remark-answer-to = 回复{ $name }
remark-edit = 编辑
remark-own = 您的评论
remark-save = 保存
remark-delete = 删除评论
remark-delete-what = 它会从这里消失，并请其他服务器删除。
remark-waits = 谢谢。您的评论经编辑查看后才会显示。
remark-hidden = 编辑已将此评论隐藏。
remark-no-text = 请写下评论，最多 { $n } 个字符。
remark-closed = 您要回复的内容已不在这里。

# Mail that comes back, and answers by mail.
mail-returns-title = 发往您地址的邮件被退回
mail-returns-text = 邮件服务器拒收了我们发给您的邮件，因此我们只发送您主动请求的邮件。您的提醒和消息都在本站。请提供另一个地址：只需确认新地址即可。
mail-returns-link = 提供另一个地址
mail-test-subject = { $site }：邮件可以送达
mail-test-text = 此邮件表明 { $site } 可以给您写信。您无需做任何事。
mail-answer-refused = { $site }：您的回复未送达
mail-answer-refused-text = 您通过邮件回复了一条消息，但我们无法通过 { $site } 送达。
mail-answer-closed = 对话已结束，或您回复的邮件太旧。如果您有账户，可在本站查看消息。
mail-answer-empty = 其中没有您自己写的文字。
mail-answer-long = 内容过长：最多 5,000 个字符，连同文件最多 20 MB。
mail-answer-often = 今天的回复太多。请明天再试。
mail-answer-files = (省略了 { $n } 个文件)

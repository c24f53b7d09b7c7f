# What people are told of: saved searches, digests by mail, notices.

# Notices on the site.
me-notices = 通知
notices-title = 通知
notices-unread = 未读：
notices-none = 没有新通知。与您有关的事情会列在这里。
notices-read = 标为已读
notices-read-all = 全部标为已读
notices-cut = 更早的通知不再列出。
told-alert = 您的搜索“{ $name }”有 { $n } 个新案例
told-submitted = { $who } 提交了“{ $title }”，等待审阅。
told-in-review = “{ $title }”正在审阅。
told-changes-requested = 审阅者请您修改“{ $title }”。
told-approved = “{ $title }”已通过，等待发布。
told-published = “{ $title }”已发布。
told-rejected = “{ $title }”未被采纳。
told-withdrawn = “{ $title }”已撤回。
told-noted = “{ $title }”有新的批注。
told-answered = { $who } 回复了“{ $title }”的批注。
told-comment = { $who } 评论了“{ $title }”。
told-reply = { $who } 在“{ $title }”下回复了您。
told-mention = { $who } 在“{ $title }”下提到了您。
told-message = { $who } 给您写了信。
told-follower = { $who } 关注了您。
told-reported = 有读者请求更正《{ $title }》。
told-old = 有已发布的案例 24 个月无人查看。请核实其内容是否仍然正确。
told-mail-returns = 发往您地址的邮件被退回。请提供另一个地址。
told-times = （{ $n } 次）

# Saved searches.
alerts-title = 已保存的搜索
alerts-tell-me = 有新案例时通知我
alerts-what = 有符合此搜索的新案例发布时，您会收到通知。以前的案例和以后的修订不算在内。
alerts-when = 每日和每周邮件在协调世界时 { $hour }:00 发出，每周邮件在星期一发出；没有新内容时不发。
alerts-name = 搜索的名称
alerts-rhythm = 多久一次
rhythm-instant = 立即
rhythm-daily = 每天一次
rhythm-weekly = 每周一次
alerts-ways = 通知方式
alerts-mail = 电子邮件
alerts-site = 本站通知
alerts-silent = 不通知；订阅源仍可使用。
alerts-save = 保存搜索
alerts-saved = 搜索已保存。有新案例时会通知您。
alerts-changed = 已修改。
alerts-ended = 已不再保存此搜索。
alerts-none = 您还没有保存搜索。请先搜索案例，再选择“有新案例时通知我”。
alerts-change = 修改
alerts-end = 结束
alerts-feed = 私人订阅源
alerts-feed-what = 供您的阅读器使用。知道此地址的人都能阅读；更换地址后，旧地址失效。
alerts-feed-renew = 更换地址
alerts-feed-renewed = 订阅源已有新地址，旧地址不再有效。
alerts-everything = 全部案例
alerts-no-name = 请给搜索起一个名称，不要太长。
alerts-too-many = 您已保存了 { $n } 个搜索。请先结束一个。
alerts-end-title = 停止这些邮件
alerts-end-ask = 您不想再收到关于“{ $name }”的邮件吗？
alerts-end-done = 您不会再收到关于“{ $name }”的邮件。搜索仍保存在您的账户中。
alerts-end-over = 此链接已无作用：邮件已经停止，或者链接不完整。
alerts-end-go = 停止邮件

# A digest of a topic, for any address.
digest-title = 每周邮件
digest-what = 关于“{ $topic }”的新案例，每星期一发送，没有则不发。无需账户，每封邮件都有停止的链接。
digest-go = 给我发每周邮件
digest-sent = 邮件正在发往 { $email }。请在一周内在邮件中确认，之后每周邮件即开始。
digest-back = 返回主题
digest-confirm-subject = 关于“{ $topic }”的每周邮件：请确认
digest-confirm-text = 有人请 { $site } 每周向此地址发送关于“{ $topic }”的新案例。如果是您，请确认。
digest-confirm-link = 是的，给我发每周邮件
digest-confirm-ask = 您想每周通过邮件收到关于“{ $topic }”的新案例吗？
digest-confirm-done = 有新案例时，您每星期一会收到关于“{ $topic }”的邮件。
digest-end-ask = 您不想再收到关于“{ $topic }”的每周邮件吗？
digest-end-done = 您不会再收到关于“{ $topic }”的每周邮件。您的地址已删除。

# Letters.
alert-mail-subject-one = { $name }：{ $title }
alert-mail-subject = { $name }：{ $n } 个新案例
alert-mail-text = “{ $name }”有 { $n } 个新案例：
alert-mail-link = 查看全部
alert-mail-why-instant = 您收到此邮件，是因为您在 { $site } 保存了这个搜索，并希望立即得知。
alert-mail-why-daily = 您收到此邮件，是因为您在 { $site } 保存了这个搜索，并希望每天得知一次。
alert-mail-why-weekly = 您收到此邮件，是因为您在 { $site } 保存了这个搜索，并希望每周得知一次。
alert-mail-why-digest = 您收到此邮件，是因为此地址同意接收 { $site } 关于“{ $name }”的每周邮件。
alert-mail-change = 修改或结束已保存的搜索：
alert-mail-end = 不再接收此类邮件：

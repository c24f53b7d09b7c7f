# Accounts, log-in, profiles of one's own.

# In the masthead.
me-nav = 您的账户
me-in = 登录
me-out = 退出登录
me-write = 撰写
me-desk = 编辑台

# Signing in, and choosing a password.
login-title = 登录
account-email = 电子邮件地址
account-password = 密码
login-cookie = 登录时会保存一个 Cookie，仅用于保持登录状态，别无他用。
login-wrong = 电子邮件地址与密码不匹配。
login-waiting = 您的账户仍在等待批准。批准后您会收到邮件。
login-password-set = 密码已设置，现在可以用它登录。
password-title = 设置密码
password-for = 用于 { $name } 的账户。
password-new = 新密码
password-help = 至少 { $n } 个字符。一个短句就是好密码。
password-set = 设置密码
password-short = 密码太短：至少需要 { $n } 个字符。
password-long = 密码太长。
password-guessable = 这个密码太容易被猜到，请换一个。
key-over = 此链接已被使用或已过期，请重新申请。

# One's own account.
account-title = 您的账户
account-role = 角色
account-since = 加入时间
account-page = 您的公开页面
account-role-citymaker = 城市建设者
account-role-contributor = 供稿人
account-role-reviewer = 审阅人
account-role-editor = 编辑
account-role-network-admin = 网络管理员
account-role-instance-admin = 站点管理员
sessions-title = 您的登录位置
sessions-this = 此浏览器
sessions-times = 登录于 { $began }，最近使用于 { $used }
sessions-unknown = 未表明名称的浏览器
sessions-end = 在该处退出
sessions-end-others = 在其他所有位置退出
sessions-ended = 已在该处退出登录。
suspended-title = 您的账户已被停用
suspended-text = 本站运营者给出的理由：

# What is not done.
again-title = 请再发送一次
again-nothing = 您的登录已失效或已更换。未作任何更改。
again-on = 继续
again-out = 您的登录已失效。您填写的内容保留在此页面：请通过链接在新窗口登录，然后回到这里发送。
again-in = 自您打开表单以来，登录已更换。您填写的内容保留在此页面，尚未作任何更改。
again-send = 再次发送
lacking-title = 您无权访问此页面
lacking-text = 需要以下角色或更高权限：{ $role }。角色由本站运营者授予。
elsewhere-title = 未作任何更改
elsewhere-text = 此表单并非来自本站页面，或属于先前的登录。请在此打开页面后重新发送。
no-form-text = 此地址只接受其页面上的表单。
large-title = 一次发送的内容过多
large-text = 未作任何更改。请返回：您的文字仍在表单中，请缩短后再发送。
often-title = 尝试次数过多
often-text = 请等待 { $n } 分钟后再试。

# Registering.
login-forgotten = 忘记密码？
login-register = 还没有账户？注册一个
account-no-email = 这不是电子邮件地址。应类似 name@example.org。
account-flaws = 请更正以下内容
register-title = 注册账户
register-what = 有了账户即可撰写案例、发表评论、与他人联系。阅读无需账户。
register-approved = 新用户须由本站运营者逐一批准。
register-email-help = 我们会向该地址发送链接。地址绝不会向他人显示。
register-go = 发送链接
register-have = 我已有账户
register-closed = 本站账户仅限邀请。本站运营者可以邀请您。
sent-title = 请查看您的邮箱
sent-where = 如果几分钟内没有收到，请查看垃圾邮件并核对地址。
register-sent = 邮件已发往 { $email }。其中的链接一天内有效。
register-waiting-title = 您的账户正在等待批准
register-waiting = 已通知本站运营者。可以登录时您会收到邮件。
finish-for = 您的地址 { $email } 已确认。还需填写三项。
finish-name = 您的姓名
finish-name-help = 他人看到的名字，之后可以更改。
finish-handle = 您的用户名
finish-handle-help = 小写字母、数字、点、连字符和下划线。在联邦宇宙中您是 @handle@{ $host }。之后不能更改。
finish-terms = 我接受{ $terms }。
finish-go = 注册账户
flaw-name = 姓名为 1 至 100 个字符。
flaw-handle = 此用户名不可用：只接受小写字母、数字、点、连字符和下划线。
flaw-handle-taken = 此用户名已被占用，请换一个。
flaw-terms = 注册账户需要您同意条款。
forgotten-title = 新密码
forgotten-what = 我们会向您的地址发送用于设置新密码的链接。
forgotten-go = 发送链接
forgotten-sent = 如果 { $email } 在此有账户，邮件已发往该地址。链接一天内有效。

# Letters.
mail-foot = 此邮件来自 { $site }。
mail-once-a-day = 链接一天内有效，只能使用一次。
mail-not-you = 如果不是您本人请求，请忽略此邮件，不会有任何变化。
mail-register-subject = 您在 { $site } 的账户
mail-register-text = 有人用此地址申请了 { $site } 的账户。如果是您，请从这里继续。
mail-register-link = 注册账户
mail-known-subject = 您在 { $site } 已有账户
mail-known-text = 有人用此地址申请了 { $site } 的账户。您已经有账户了。
mail-known-after = 如果忘记了密码，可在登录页面重新设置。
mail-password-subject = { $site } 的新密码
mail-password-text = { $name }，有人请求为您在 { $site } 的账户设置新密码。请在此设置。
mail-invite-subject = { $site } 邀请您加入
mail-invite-text = 邀请您在 { $site } 注册账户。城市网络在此发布城市中行之有效的做法。
mail-invite-after = 链接两周内有效，只能使用一次。
mail-waiting-subject = { $name } 正在等待批准
mail-waiting-text = { $name }（{ $email }）在 { $site } 注册了账户，正在等待管理员批准。
mail-approved-subject = 欢迎加入 { $site }
mail-approved-text = { $name }，您在 { $site } 的账户已获批准，现在可以登录。
accounts-title = 账户

# Those who govern decide on accounts.
accounts-all = 全部：{ $n }
accounts-waiting = 等待中：{ $n }
accounts-active = 使用中：{ $n }
accounts-suspended = 已停用：{ $n }
accounts-since = { $day}加入
accounts-seen = 最近登录于 { $day }
accounts-is-suspended = 已停用：
accounts-approve = 批准
accounts-decline = 不批准
accounts-restore = 恢复
accounts-decide = 处理
accounts-role = 授予此角色
accounts-reason = 理由（本人可见）
accounts-suspend = 停用
accounts-next = 更多账户
accounts-done = 已处理：{ $name }。
accounts-no-reason = 停用需填写理由，最多 1000 个字符。未作任何更改。
accounts-not-now = 无法执行：可能已有人处理、用户名已被占用，或这是最后一位站点管理员。当前状态如下。

# One's profile, in three steps.
account-profile = 编辑个人资料
profile-title = 您的个人资料
profile-public = 除联系方式外，以下内容均会公开。每一步都可留空。
profile-who = 我是谁
profile-what = 我了解什么
profile-how = 如何联系我
profile-no-role = 无角色
profile-network = 网络
profile-summary = 简介
profile-summary-help = 几句话，最多 2000 个字符。
profile-topics-help = 最多选择 20 项。
profile-more = 更细分
profile-contactable = 他人可以给我写信。我的地址保持隐藏。
profile-discoverable = 在本网络的人员名录中列出我，并可在其他站点推荐我。
profile-indexable = 我公开发表的内容可被搜索到。
profile-mail-language = 我收到的邮件所用语言
profile-next = 保存并继续
profile-save = 保存
profile-later = 以后再说
profile-saved = 个人资料已保存。其他站点的关注者稍后即可看到。
profile-flaw-who = 无法保存：姓名为 1 至 100 个字符，城市和网络最多 120 个，文字最多 2000 个。
profile-flaw-what = 无法保存：主题和语言各最多选择 20 项。

# Password, address, one-time codes.
security-title = 密码与安全
security-password-what = 更改密码后，其他所有位置都会退出登录。
security-password-done = 密码已更改。其他所有位置均已退出登录。
security-old = 当前密码
security-wrong = 这不是您当前的密码。未作任何更改。
email-what = 邮件发往 { $email }。更换地址须经新旧两个地址确认。
email-new = 新地址
email-go = 向两个地址发送确认
email-sent = 已分别向当前地址和 { $email } 发送邮件。请打开两封邮件中的链接。
email-confirm-title = 更换账户地址
email-confirm-what = 今后邮件将发往 { $email }。
email-half = 谢谢。另一个地址也需要确认：其邮件中也有链接。
email-done = 邮件现在发往 { $email }。今后请用此地址登录。
mail-address-subject = 更换您在 { $site } 的账户地址
mail-address-text = { $name }，您在 { $site } 的账户邮件今后将发往 { $email }。如果您同意，请在此确认。
mail-address-link = 使用此地址
mail-address-after = 两个地址须在三天内都确认。
codes-title = 一次性验证码
codes-what = 登录时除密码外，还需要手机应用显示的验证码。仅有密码者无法登录。
codes-on = 启用一次性验证码
codes-how = 请将此密钥输入验证码应用（六位数字，每 30 秒更新），然后填写其显示的验证码。
codes-app = 在手机上：在应用中打开
codes-code = 验证码
codes-confirm = 确认
codes-wrong = 验证码不正确或已被使用。每 30 秒会有新的验证码。
codes-on-done = 一次性验证码已启用
codes-recovery = 请妥善保存这些恢复码：丢失应用时每个可代替使用一次。仅此一次显示。
codes-are-on = 一次性验证码已启用。
codes-left = 还剩 { $n } 个恢复码。
codes-off = 停用一次性验证码
codes-off-done = 不再需要一次性验证码。
code-title = 还有一步
code-help = 来自验证码应用，或使用一个恢复码。
code-over = 时间过长，请重新开始。

# Answering, taking along, leaving.
appeal-title = 您的答复
appeal-what = 如有不同意见，请在此说明。本站运营者会阅读。
appeal-send = 发送答复
appeal-sent = 已收到您于 { $day } 的答复。新的答复会替换它。
appeal-flaw = 答复为 1 至 4000 个字符。
leave-title = 带走数据或离开
export-title = 带走全部数据
export-what = 您账户的存档：个人资料、以 ActivityPub 格式保存的公开内容以及发给您的消息。
export-go = 下载存档
leave-end = 永久离开
leave-what = 您的地址、个人资料和登录信息将被删除，并通知其他服务器 { $handle } 已不存在。已发布的案例保留在其网络中。此操作无法撤销，用户名也不会再次分配。
leave-go = 删除我的账户
leave-stay = 留下
leave-last = 您是最后一位站点管理员。请先指定另一位。

mails-title = 邮件
mails-what = 本站写给人们的邮件，最新的在前。
mails-filed = 没有设置邮件服务器：邮件不会发出，而是以文件形式保存在服务器上，可在此阅读。
mails-none = 这里还没有内容。
mails-all = 全部
mails-read = 阅读
mails-retry = 再发一次
mails-drop = 不发送
mails-done-retry = 将再次发送。
mails-done-drop = 不会发送。
mails-not-now = 未能完成：其间已发送或已取消。当前状态见下。
mails-more = 更早的邮件
mails-tries = { $n ->
   *[other] 已尝试 { $n } 次
}
mail-state-waiting = 等待中
mail-state-handing = 发送中
mail-state-sent = 已发送
mail-state-filed = 已存为文件
mail-state-bounced = 被退回
mail-state-unsure = 不确定是否送达
mail-state-given-up = 已放弃
mail-state-dropped = 不发送

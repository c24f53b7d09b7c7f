# 通过所属机构登录，以及账号迁移。

# 机构的登录服务。
org-label = 所属机构
org-button = 通过{ $label }登录
org-title = 通过{ $label }登录
org-what = 关联此账号后，您也可以通过{ $label }登录。
org-connect = 关联
org-connected = 已关联。今后您可以这样登录。
org-is-connected = 此账号已关联：您可以通过{ $label }登录。
org-is-connected-as = 此账号已与 { $email } 关联：您可以通过{ $label }登录。
org-disconnect = 取消关联
org-disconnected = 已取消关联。今后请用密码登录。
org-last = 这是您唯一的登录方式。请先设置密码。
org-no-password = 您在这里没有密码。如需设置，请让我们把链接发送到您的邮箱。
org-password-go = 设置密码
org-finish = { $label }确认了您的邮箱 { $email }。还差三项。
org-silent = 目前无法连接{ $label }。请过几分钟再试，或用密码登录。
org-over = 这次登录用时过长，或是在另一个浏览器中开始的。没有任何变化。请重新开始。
org-denied = 您没有在{ $label }登录。没有任何变化。
org-untrusted = { $label }的答复无法通过验证，因此没有登录。请告知本站的管理者。
org-no-email = { $label }没有说明哪个已确认的邮箱是您的，因此无法这样建立账号。如果您在这里已有账号，请用密码登录，并在“密码与安全”中关联。
org-domain = 此域名的邮箱不能在这里建立账号。
org-known = 这里已有邮箱为 { $email } 的账号。请用该账号的密码登录，并在“密码与安全”中与{ $label }关联。
org-closed = 您在这里没有账号，也不能这样建立。如果您收到了邀请，请使用邀请中的链接。
org-other = 这个{ $label }登录属于这里的另一个账号，或者您的账号已与那里的另一个登录关联。

# 一次性验证码的图片。
codes-qr = 供应用扫描的二维码，内容与下方密钥相同
codes-key = 或输入此密钥：

# 迁移。
move-title = 迁移到其他服务器，或从其他服务器迁入
move-in = 从其他服务器迁到这里
move-in-what = 请先在这里填写您的旧账号，然后在那边开始迁移：那里关注您的人将在这里关注您。
move-address = 账号地址
move-address-help = 例如 @name@example.org
move-add = 添加
move-added = 已添加。您现在可以在那边开始迁移。
move-remove = 移除
move-removed = 已移除。
move-out = 从这里迁到其他服务器
move-out-what = 请先建立新账号，并在那里把 { $handle } 填写为旧账号。之后这里关注您的人会收到通知，如果他们的服务器允许，就会在那里关注您。您的案例和评论留在这里，您仍然可以登录。
move-go = 迁移我的关注者
move-done = 正在通知您的关注者。
move-is = 您已迁移到 { $address }。您的公开页面会这样说明。
move-undo = 不再说明
move-undone = 您的公开页面不再说明您已迁移。已经跟随的关注者留在那里。
move-no-account = 在此地址没有找到账号。
move-silent = 此地址的服务器目前没有应答。
move-here = 此账号已经在本服务器上。
move-not-named = 新账号还没有把 { $handle } 填写为旧账号。请在那里添加，然后再试。
move-onward = 那个账号也已迁往别处。
move-soon = 您不久前刚迁移过。从 { $day } 起可以再次迁移。
move-many = 最多可以填写 20 个旧账号。
person-moved = { $name } 已迁移到 { $address }。

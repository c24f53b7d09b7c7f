# One case: its parts, its history, how to cite and to follow it.

# In which language it is read.
tongues = 本案例的语言
tongue-original = 原文
tongue-human = 译文
tongue-machine = 机器译文
tongue-rest = 以下正文为原文，语言：{ $language }。

# Where it comes from, and its revisions.
origin-shared = 由 { $actor } 分享而来。
origin-submitted = 由{ $who }提交。
origin-reviewed = 最近一次审阅于{ $date }。
origin-received = 本网站于{ $date }首次收到。
history = 修订
history-link = 全部修订
history-title = 《{ $title }》的修订
history-what = 本案例在此公开过的每一次修订，最新的在前。每次修订都有自己的地址，不会改变。
history-published = 由{ $network }于{ $date }在 { $host } 发布。
history-revision = 第 { $revision } 版
history-first = 这里保存的第一版
history-nothing = 没有任何页面所显示的内容
history-show = 有何改动
history-older = 更早的修订
history-compared = 第 { $old } 版到第 { $new } 版的改动
history-gone = 删去
history-new = 加入
history-del = 删去：
history-ins = 加入：
revision-older = 这是{ $date }的第 { $revision } 版。最新的是第 { $newest } 版。
revision-newest = 这是{ $date }的第 { $revision } 版，也是最新版。
revision-current = 阅读本案例的当前版本
field-title = 标题
field-subtitle = 副标题
field-summary = 摘要
field-language = 语言
field-cities = 城市
field-period = 年份
field-status = 状态
field-scale = 范围
field-topics = 主题
field-goals = 目标
field-targets = 具体目标
field-actors = 参与者
field-funding = 费用和资金
field-indicators = 数据
field-awards = 奖项
field-pictures = 图片
field-links = 链接和文件
field-contacts = 联系方式
field-related = 相关案例
field-licence = 许可协议
field-source = 首次发表于

# Citing it.
cite = 引用本案例
cite-rest = 案例，第 { $revision } 版，{ $date }。{ $licence }。
cite-files = 用于文献管理软件：

# Related cases: why each is there.
kin-comma = {"、"}
kin-named = 由作者指出。
kin-city = 也在{ $city }。
kin-country = 也在{ $country }。
kin-topics = 相同主题：{ $names }。
kin-goals = 相同目标：{ $names }。
kin-targets = 相同具体目标：{ $names }。
kin-words = 相同词语：{ $names }。
gone-instead = 也许可以读读这些

# Comments.
comments-take-part = 从您自己的服务器回复、点赞或分享
comments-later = 后面的评论
comments-first = 回到最前面的评论

# Following and answering from one's own server.
follow-topic = 关于{ $topic }的新案例
follow-away = 从您的服务器关注
away-open = 从您自己的服务器关注
away-follow = 关注 { $handle }
away-case = 从您自己的服务器回复、点赞或分享
away-what = 联邦宇宙由许多独立的网站组成，例如 Mastodon，各网站的用户可以跨站互相关注和回复。告诉我们您的账号在哪里，然后在那里确认：本网站不保存关于您的任何信息，也不设置任何 Cookie。
away-choose = 您可以在这里关注的内容
away-server = 您的服务器，或您在那里的地址
away-server-hint = 例如 mastodon.social 或 me@mastodon.social
away-go = 前往我的服务器
away-reply = 回复
away-like = 点赞
away-share = 分享
away-by-hand = 或手动操作
away-by-hand-how = 复制下面的内容，粘贴到您自己服务器的搜索框中，然后选择找到的结果。
away-new = 还没有账号？
away-new-what = 您可以在联邦宇宙的任何服务器免费注册，然后再回来。本网站的动态无需任何账号即可阅读。
away-no-server = 这不是服务器的名称。它应该像 mastodon.social，或者像 me@mastodon.social 那样在前面加上您自己的名字。
away-silent = { $host } 目前没有应答。
away-no-template = { $host } 没有说明用户在哪里确认。
away-elsewhere = { $host } 要把您转到另一个网站，因此我们不这样做。
away-paste = 请改为复制 { $address }，粘贴到那里的搜索框中：这样总是可行。

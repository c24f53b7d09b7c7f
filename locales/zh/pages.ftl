# 每个页面的框架文字。
skip-to-content = 跳到正文
skip-to-results = 跳到结果
nav-main = 主导航
nav-crumbs = 当前位置
nav-languages = 本网站的语言
nav-cases = 案例
nav-topics = 主题
nav-goals = 目标
nav-networks = 网络
nav-follow = 关注
footer-licence = 每个案例都注明各自的许可协议。
footer-software = 本网站使用 { $software }，一款以 AGPL 3.0 发布的自由软件。
footer-places = 城市数据：{ $source }，CC BY 4.0。国家名称：Unicode CLDR。
cases = 个案例
goal = 目标
goals = 可持续发展目标
licence = 许可协议

# 日期和数额。以“万”和“亿”为单位。
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
date-day = { $year }年{ $month }{ $day }日
date-month = { $year }年{ $month }
date-year = { $year }年
amount-large = { $n }万
amount-huge = { $n }亿

# 搜索。
search-label = 搜索案例
search-placeholder = 雨水、无车市中心、参与式预算……
search-button = 搜索
cases-found = { $n } 个案例

# 首页。
home-title = 城市里行之有效的做法，由亲历者讲述。
home-what = 来自{ $network }及其所关注网络的案例。阅读、搜索和关注全部免费，无需注册账号。
home-try = 例如：
home-newest = 最新案例
home-new = 共同动态中的最新案例
home-all = { $n ->
    [1] 查看这个案例
   *[other] 全部 { $n } 个案例
}
home-topics = 按主题
home-goals = 按可持续发展目标
home-networks = 按网络
home-networks-all = 了解这些网络
home-empty-title = 这里还没有案例
home-empty-what = 本网站的管理者几分钟内就可以改变这一点，服务器无需停止：
tally-cases = 个案例
tally-cities = 座城市
tally-countries = 个国家
tally-networks = 个网络

# 从别处关注。
follow-title = 通过 Mastodon 或任何其他联邦宇宙应用关注
follow-what = 之后每个新案例都会出现在您的时间线上，您不需要在这里注册账号。每个网络都有自己的地址，见该网络的页面。
follow-how = 复制一个地址，粘贴到您自己服务器的搜索框中，然后点击“关注”。如果您想用自己的 Kontor 站点参与，请从那里关注同一地址。
follow-group = 以群组形式发布的同样案例，供 Lemmy 和其他群组应用使用
follow-network = { $network }的案例

# 共同动态。
cases-title = 案例
cases-title-search = 关于“{ $words }”的案例
cases-description = 来自多个网络的城市案例，可按主题、目标、地点、网络和语言搜索和筛选。
filters = 筛选
filters-on = 正在使用的筛选条件
filters-more = 还有 { $n } 个
filters-show = 显示结果
filters-clear = 全部清除
filter-remove = 移除筛选条件：{ $filter }
filter-remove-short = 移除
filter-words = “{ $words }”
filter-goal = 目标 { $n }：{ $label }
facet-topic = 主题
facet-sdg = 目标
facet-country = 国家
facet-city = 城市
facet-network = 网络
facet-language = 案例语言
sort = 排序方式
sort-newest = 最新
sort-relevance = 最相关
results = 结果
pages = 页码
pages-first = 回到第一页
pages-next = 下一页案例
nothing-title = 没有案例符合全部条件
nothing-yet = 这里还没有案例。
nothing-loosen = 去掉一个条件再试：
nothing-without = 去掉{ $filter }
nothing-all = 查看全部案例
nothing-words = 搜索会在案例的各种语言中查找以您所输入文字开头的词，不区分重音符号。一个合适的词往往比一整句话找到的更多。

# 一个案例。
facts = 概览
fact-city = 城市
fact-years = 年份
fact-status = 状态
fact-scale = 范围
fact-size = 人口
fact-cost = 费用
fact-funding = 资金来源
fact-language = 语言
fact-topics = 主题
years-since = { $start }至今
years-span = { $start }至{ $end }
years-from = { $start }起
money-range = { $currency } { $min }至{ $max }
money-one = { $currency } { $amount }
money-from = 至少 { $currency } { $amount }
money-to = 最多 { $currency } { $amount }
case-in-language = 语言：{ $language }
gloss-human = 由人工翻译。
gloss-machine = 由机器翻译；以原文为准。
indicators = 更多数据
indicator = 衡量内容
indicator-value = 数值
indicator-year = 年份
awards = 奖项
pictures = 图片
links = 链接和文件
contacts = 联系方式
related = 相关案例
read-original = 在原网站阅读
origin = 案例来源
origin-published = 由{ $network }于{ $date }发布，第 { $revision } 版。
origin-updated = 最后更改于{ $date }。
origin-shown = 本网站关注 { $network }，因此在此显示。
origin-first = 首次发表于
origin-data = 本案例的数据形式（ActivityPub）
comments = 评论
comments-how = 要回复，请把这个地址粘贴到您在联邦宇宙（例如 Mastodon）中自己服务器的搜索框里，然后回复找到的内容：
comments-none = 还没有人评论。
comments-gone = 这条评论已不在这里。
comments-answers = 回复{ $name }
comments-original = 原文
comments-more = 这里只显示前 { $n } 条评论。
person-role = 角色
person-city = 城市
person-languages = 语言
person-said = 公开发表
person-follow = 之后{ $name }公开发表的内容会出现在您的时间线上，您不需要在这里注册账号。

# 网络。
network-cases = 这里的案例
network-founded = 成立时间
network-website = 网站
network-instance = 发布于
network-tie = 与本网站的关系
network-tie-own = 本网站属于该网络
network-tie-followed = 本网站关注该网络
network-tie-shown = 通过另一个网络转来
network-newest = 最新案例
network-none-title = 这里还没有该网络的案例
network-none = 它一旦发布案例，就会出现在这里。
network-description = { $network }：网络简介，以及它在这里的案例。

# 出了差错的时候。
missing-title = 此页面不存在
missing-text = 地址可能有误，或者页面已经移动。也许搜索能找到您要找的内容。
gone-title = 这个案例已被撤回
gone-text = { $network }发布了它，并于{ $date }撤回。给出的理由是：
gone-text-bare = 发布者已将其撤回，没有说明理由。
broken-title = 我们这边出了问题
broken-text = 这不是您的错。请稍后再试。如果再次发生，请把这个编号告诉本网站的管理者：
fault-id = 故障编号：
fault-cases = 查看全部案例

# 可以关注的筛选
feed-name = 案例：{ $what }
feed-summary = 凡符合“{ $what }”的案例，一经本网络或其合作网络发布，便会在这里显示。
cases-follow = 让这样的新案例出现在您自己的时间线上：
cases-follow-how = 如何关注

# 与所关注网络目录的比对结果
network-compared = 同步情况
network-compared-equal = { $day }已比对，没有缺漏
network-compared-healed = { $day }已比对，更新了 { $count } 个案例
network-compared-failed = { $day }未能比对；将再次尝试

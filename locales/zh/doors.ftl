# Doors: topics, goals, places, networks, people.

# Lists of doors.
doors-topics = 主题
doors-goals = 可持续发展目标
doors-cities = 城市
doors-countries = 国家
doors-regions = 世界各区域
doors-languages = 语言
doors-topics-what = 城市所做的一切：15个主题，各有子主题，以及相应案例的数量。
doors-goals-what = 联合国为2030年商定的17个目标，以及服务于每个目标的案例。
doors-cities-what = 这里有案例的每一座城市，按区域排列。
doors-countries-what = 这里有案例的每一个国家，按区域排列。
doors-regions-what = 世界各区域，以及来自各区域的案例。
doors-languages-what = 这里的案例可以用哪些语言阅读，无论原文还是译文。
doors-others = 其他入口
doors-elsewhere = 别处
doors-cities-more = 这里只列出案例最多的 { $n } 座城市；其余城市见其国家的页面。

# One door.
door-subtopic = { $topic }属于主题“{ $parent }”。
door-city = 来自{ $country }{ $city }的案例。
door-city-people = 据 GeoNames 统计，约有 { $people } 人居住在那里。
door-country = 来自{ $country }各城市的案例；该国在这里归入区域“{ $region }”。
door-region = 来自 { $n } 个国家和地区各城市的案例。
door-language = 可以用此语言阅读的案例：{ $language }。
door-ways = 查看这些案例
door-search = 在这些案例中搜索
door-map = 在地图上
door-table = 以表格显示
door-featured = 本网络精选
door-none-title = 这里还没有案例
door-none = 一旦有人发布，就会出现在这里。在此之前，请看看相邻的条目：
door-subtopics = 子主题
door-sisters = 相邻主题
door-targets = 本目标的具体目标
door-by-topic = 这些案例涉及什么
door-by-network = 由谁发布
door-people = 了解这方面的人
door-people-all = 全部城市建设者
door-take = 带走这些案例
door-take-what = 可作为动态订阅，随时告知每个新案例；也可作为注明许可协议和日期的文件下载。无需账号。

# The directory of networks.
net-title = 城市网络
net-what = 全世界的城市网络、计划、奖项和活动：它们做什么、如何加入，以及可以在这里读到哪些网络的案例。
net-found = { $n } 个网络
net-none-title = 没有网络符合全部条件
net-all = 全部网络
net-facet-here = 在本网站
net-facet-region = 工作区域
net-facet-kind = 类型
net-facet-join = 加入方式
net-here-cases = 在这里有案例
net-here-instance = 由自己的网站发布
net-worldwide = 全球
net-take = 带走这份名录
net-take-what = 每个条目，以及每个数字的来源。
net-about-title = 简介
net-mandate = 工作内容
net-audience = 面向对象
net-projects = 重点项目
net-contact = 联系方式
net-no-contact = 没有已知的公开联系方式。
net-hosted-by = 设于
net-seat = 总部所在地
net-facts = 其他情况
net-figures = 数字
net-figures-what = 每个数字都是某一来源的说法。来源不一致时，全部列在这里。
net-figure = 项目
net-statement = 说法
net-source = 来源
net-as-of = 截至
net-undated = 未注明日期
net-disagree = 来源说法不一
net-more-than = 超过 { $value }
net-nearly = 接近 { $value }
net-about = 约 { $value }
net-fee = 会员需缴纳会费。
net-no-fee = 没有会费。
net-ties = 与其他组织的关系
net-picture = { $network }及与其有联系的组织
net-sources = 资料来源
net-flags = 阅读时请注意
net-unverified = 网站和总部所在地来自一般常识，尚未得到该网络确认。
net-stated = 据{ $network }于{ $day }的说法
net-claim-what = 这里有错误吗？或者您代表这个网络？
net-claim = 告诉我们

# Kinds of networks
net-kind-membership-network = 会员制网络
net-kind-thematic-network = 专题网络
net-kind-programme = 计划
net-kind-un-programme = 联合国计划
net-kind-platform = 平台
net-kind-award = 奖项
net-kind-event = 活动
net-kind-initiative = 倡议
net-kind-non-profit = 非营利组织
net-kind-fund = 基金
net-kind-hub = 中心
net-kind-coordination-mechanism = 联合协调机制
net-kind-company = 公司
net-kind-registry = 登记册
net-kind-blog = 博客

# Ways of joining
net-join-open = 开放
net-join-conditions = 对符合条件者开放
net-join-commitment = 作出承诺即可加入
net-join-guests = 可作为嘉宾
net-join-application = 须申请
net-join-invitation = 须受邀
net-join-unknown = 未说明

# What is measured
net-metric-members = 会员
net-metric-countries = 国家
net-metric-population = 所代表的人口
net-metric-population-share = 占世界人口的比例
net-metric-partner-cities = 伙伴城市
net-metric-states = 国家（成员国）
net-metric-partners = 合作伙伴
net-metric-case-studies = 案例
net-metric-citymakers = 城市建设者
net-metric-regions = 世界区域
net-metric-offices = 办事处
net-metric-national-offices = 国家办事处
net-metric-worked-with = 曾合作的城市
net-metric-companies-investors = 企业和投资者
net-metric-banks = 开发银行
net-metric-coalition = 联盟
net-metric-eligible-cities = 可加入的城市

# Ties, read as: this network is … the other
net-tie-partner = 合作伙伴
net-tie-related-to = 相关组织
net-tie-works-with = 合作对象
net-tie-operates = 运营
net-tie-operated-by = 运营方
net-tie-runs = 主办
net-tie-run-by = 主办方
net-tie-co-run-by = 共同主办方
net-tie-co-runs = 共同主办
net-tie-supplied-by = 案例来源
net-tie-supplies-cases = 案例提供对象
net-tie-part-of = 上级组织
net-tie-includes = 包括
net-tie-founding-partner = 创始伙伴身份所在
net-tie-founded-with = 共同创立方
net-tie-represented-in = 在其中占有席位
net-tie-gives-a-seat = 为其设有席位
net-tie-partner-in = 参与其中的伙伴
net-tie-has-partner = 伙伴
net-tie-funded-by = 资助方
net-tie-funds = 资助
net-tie-led-by = 牵头方
net-tie-leads = 牵头
net-tie-hosted-by = 东道方
net-tie-hosts = 承办
net-tie-successor-of = 前身
net-tie-succeeded-by = 后继者
net-tie-publishes = 发布
net-tie-published-by = 发布方
net-tie-founded-under = 成立依据
net-tie-occasion-of = 在此成立：

# What is doubtful about an entry
net-flag-figures-conflict = 各来源给出的数字不同。
net-flag-heading-missing-in-seed = 来源中的这段文字没有标题；名称由此推断。
net-flag-seed-text-suspect = 来源文字的部分内容似乎属于另一个网络。
net-flag-name-only-in-text = 来源只提到名称。

# Suggestions
suggest-title = 推荐一个网络
suggest-about = 关于{ $network }
suggest-what = 缺少某个网络，某个条目有误，或是您自己的网络：请写信给本网站的管理者。您不需要账号，所写内容不会原样发布。
suggest-name = 网络名称
suggest-website = 其网站
suggest-message = 关于它应该写些什么？
suggest-message-help = 如有来源，请一并注明。最多4,000个字符。
suggest-us = 我代表这个网络。
suggest-contact = 如何与您联系？
suggest-contact-help = 如果您代表该网络，则必须填写。只有本网站的管理者能看到，处理完毕后即删除。
suggest-trap = 请留空
suggest-send = 发送
suggest-flaws = 还不能发送
suggest-flaw-name = 请填写网络名称，最多200个字符。
suggest-flaw-website = 网站必须是以 https:// 或 http:// 开头的地址。
suggest-flaw-message = 请写明应说的内容，最多4,000个字符。
suggest-flaw-contact = 如果您代表该网络，请说明如何与您联系，最多200个字符。
suggest-flaw-full = 等待阅读的建议太多。请过几天再试。
suggest-thanks = 谢谢
suggest-thanks-what = 您的建议已收到。本网站的管理者会阅读并决定。

# People
people-title = 城市建设者
people-what = 从事城市工作的人，他们自愿在这里公开，并亲自说明自己所长。
people-found = { $n } 位城市建设者
people-none-title = 没有人符合全部条件
people-nobody = 还没有人选择在这里公开。
people-next = 更多城市建设者
person-comments = 在案例下的留言
person-cases = 参与过的案例

# Regions of the world, by id
region-africa = 非洲
region-east-asia = 东亚
region-south-asia = 南亚
region-southeast-asia = 东南亚
region-west-central-asia = 西亚和中亚
region-europe = 欧洲
region-latin-america-caribbean = 拉丁美洲和加勒比
region-north-america = 北美洲
region-oceania = 大洋洲

# What a topic is about, by its id
topic-what-mobility = 以更少的车流、更少的危险和更少的排放运送人和货物。
topic-what-climate-adaptation = 为洪水、高温、干旱、风暴和其他冲击做好准备。
topic-what-energy-climate = 通过规划、清洁供应和高效使用减少排放。
topic-what-water = 安全供水、环境卫生和有生命的河流。
topic-what-nature = 公园、树木、栖息地和基于自然的解决方案。
topic-what-waste-circularity = 减少废物，让材料持续使用。
topic-what-housing = 适足、可负担的住房，以及非正规住区的改造。
topic-what-planning-public-space = 土地利用、更新、遗产和建筑之间的空间。
topic-what-inclusion = 不让任何人掉队。
topic-what-health-food = 为所有人提供健康的场所、清洁的空气和优质的食物。
topic-what-education-culture = 学习、创造力和文化生活。
topic-what-economy-jobs = 体面工作、公平金融和有韧性的本地企业。
topic-what-governance = 城市如何决策、筹资、合作和报告。
topic-what-digital = 数字城市中的数据、服务和权利。
topic-what-safety-rights = 预防暴力，保护权利和自由。

# The goals in one sentence, by number
goal-what-1 = 在全世界消除一切形式的贫困。
goal-what-2 = 消除饥饿，实现粮食安全，改善营养状况和促进可持续农业。
goal-what-3 = 确保健康的生活方式，促进各年龄段人群的福祉。
goal-what-4 = 确保包容和公平的优质教育，让全民终身享有学习机会。
goal-what-5 = 实现性别平等，增强所有妇女和女童的权能。
goal-what-6 = 为所有人提供水和环境卫生并对其进行可持续管理。
goal-what-7 = 确保人人获得负担得起的、可靠和可持续的现代能源。
goal-what-8 = 促进持久、包容和可持续的经济增长，促进充分的生产性就业和人人获得体面工作。
goal-what-9 = 建造具备抵御灾害能力的基础设施，促进具有包容性的可持续工业化，推动创新。
goal-what-10 = 减少国家内部和国家之间的不平等。
goal-what-11 = 建设包容、安全、有抵御灾害能力和可持续的城市和人类住区。
goal-what-12 = 采用可持续的消费和生产模式。
goal-what-13 = 采取紧急行动应对气候变化及其影响。
goal-what-14 = 保护和可持续利用海洋和海洋资源以促进可持续发展。
goal-what-15 = 保护、恢复和促进可持续利用陆地生态系统，可持续管理森林，防治荒漠化，制止和扭转土地退化，遏制生物多样性的丧失。
goal-what-16 = 创建和平、包容的社会以促进可持续发展，让所有人都能诉诸司法，在各级建立有效、负责和包容的机构。
goal-what-17 = 加强执行手段，重振可持续发展全球伙伴关系。

# 封闭词汇表的用词，按标识符。

# Status of the measure
status-planned = 计划中
status-pilot = 试点
status-ongoing = 进行中
status-completed = 已完成
status-discontinued = 已停止

# Scale
scale-site = 建筑或场地
scale-neighbourhood = 社区或街区
scale-inner-city = 内城
scale-city = 全市
scale-metropolitan = 大都市区
scale-regional = 地区
scale-multi-city = 多个城市

# Kinds of actors
kind-local-government = 地方政府
kind-regional-government = 地区政府
kind-national-government = 国家政府
kind-supranational = 国际或超国家机构
kind-public-utility = 公用事业单位
kind-private-sector = 私营部门
kind-public-private-partnership = 公私合作伙伴
kind-community-group = 社区或公民团体
kind-ngo-philanthropy = 非政府组织或慈善机构
kind-research = 大学或研究机构
kind-network = 城市网络

# Roles of actors
role-initiator = 发起者
role-lead = 牵头者
role-partner = 合作伙伴
role-funder = 资助者
role-designer = 设计者
role-operator = 运营者
role-evaluator = 评估者

# Sources of funding
funding-municipal-budget = 市政预算
funding-taxes-levies = 税费
funding-user-fees = 使用者付费
funding-regional-grant = 地区拨款
funding-national-grant = 国家拨款
funding-eu-funds = 欧盟资金
funding-development-bank = 开发银行
funding-donor-grant = 捐助方赠款
funding-loans-bonds = 贷款和债券
funding-private-investment = 私人投资
funding-philanthropy = 慈善捐助
funding-crowdfunding = 众筹
funding-land-value-capture = 土地增值收益
funding-in-kind-volunteer = 实物和志愿服务

# Cost bands
cost-unknown = 未说明
cost-lt-100k = 10万欧元以下
cost-100k-1m = 10万至100万欧元
cost-1m-10m = 100万至1000万欧元
cost-10m-100m = 1000万至1亿欧元
cost-100m-1b = 1亿至10亿欧元
cost-gt-1b = 10亿欧元以上

# Sizes of cities
size-xs = 5万以下
size-s = 5万至25万
size-m = 25万至100万
size-l = 100万至500万
size-xl = 500万以上

# Sections of a case
section-context = 背景
section-challenge = 挑战
section-solution = 解决方案与实施
section-results = 成果与影响
section-lessons = 经验教训
section-transferability = 可推广性
section-financing = 资金
section-governance = 治理与参与
section-monitoring = 监测与评估

# Kinds of links
link-website = 网站
link-original = 首次发表于
link-document = 文件
link-dataset = 数据集
link-video = 视频
link-evaluation = 评估
link-news = 新闻

# Roles of contacts
contact-initiator = 发起者
contact-project-manager = 项目经理
contact-press = 媒体联系人
contact-network = 网络秘书处

# Licences
licence-CC-BY-4-0 = 知识共享 署名 4.0
licence-CC-BY-SA-4-0 = 知识共享 署名-相同方式共享 4.0
licence-CC-BY-NC-4-0 = 知识共享 署名-非商业性使用 4.0
licence-CC-BY-NC-SA-4-0 = 知识共享 署名-非商业性使用-相同方式共享 4.0
licence-CC0-1-0 = 知识共享 零（CC0）
licence-LicenseRef-all-rights-reserved = 保留所有权利

# Languages of cases
language-en = 英语
language-es = 西班牙语
language-fr = 法语
language-pt = 葡萄牙语
language-de = 德语
language-ko = 韩语
language-ja = 日语
language-zh-Hans = 中文（简体）
language-zh-Hant = 中文（繁体）
language-ar = 阿拉伯语

citymaker-politician = 政治人士
citymaker-administrator = 行政人员
citymaker-academic = 学者
citymaker-practitioner = 从业者
citymaker-network-staff = 网络工作人员
citymaker-civil-society = 公民社会
citymaker-journalist = 记者
citymaker-student = 学生

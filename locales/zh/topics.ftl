# 主题和子主题，按标识符。

topic-mobility = 出行与交通
topic-public-transport = 公共交通
topic-walking = 步行与步行区
topic-cycling = 骑行
topic-traffic-demand = 交通减量、道路收费与城市物流
topic-road-safety = 道路安全
topic-electric-mobility = 电动与清洁车辆
topic-shared-mobility = 共享与按需出行

topic-climate-adaptation = 气候适应与韧性
topic-stormwater-flooding = 雨洪
topic-extreme-heat = 极端高温
topic-drought = 干旱与缺水
topic-coastal-resilience = 海岸与海平面上升
topic-disaster-risk = 灾害风险、预警与韧性战略

topic-energy-climate = 能源与气候减缓
topic-climate-plans = 气候规划与碳预算
topic-renewable-energy = 可再生能源
topic-district-energy = 区域供热与供冷
topic-energy-efficiency = 能效与能源贫困

topic-water = 水与环境卫生
topic-drinking-water = 饮用水供应
topic-sanitation = 环境卫生与污水
topic-water-demand = 节水与需水管理
topic-river-restoration = 河流与滨水修复
topic-water-sensitive-design = 水敏感城市设计

topic-nature = 自然与生物多样性
topic-parks-green-space = 公园与绿地
topic-urban-forest = 城市树木与森林
topic-nature-based-solutions = 基于自然的解决方案
topic-ecological-corridors = 栖息地与生态廊道

topic-waste-circularity = 废物与循环经济
topic-waste-prevention = 减少废物与零废物
topic-recycling-collection = 收集、回收与堆肥
topic-reuse-repair = 再利用、维修与循环建筑
topic-informal-recyclers = 拾荒者与非正规回收者

topic-housing = 住房
topic-social-housing = 社会住房与市政住房
topic-affordable-housing = 可负担住房与租金政策
topic-informal-settlements = 非正规住区及其改造
topic-cooperative-housing = 合作与社区主导的住房
topic-homelessness = 无家可归
topic-eco-districts = 可持续社区

topic-planning-public-space = 城市规划与公共空间
topic-public-space = 公共空间与战术城市主义
topic-compact-city = 紧凑型城市与15分钟城市
topic-urban-regeneration = 城市更新与棕地
topic-heritage = 遗产与历史街区
topic-urban-commons = 城市共有资源

topic-inclusion = 社会包容与平等
topic-gender-equality = 性别平等
topic-children-youth = 儿童与青年
topic-older-people = 老年人与老年友好城市
topic-disability-accessibility = 残障与无障碍
topic-migration-refugees = 移民与难民
topic-lgbtiq = LGBTIQ+平等
topic-anti-racism = 反歧视与跨文化城市
topic-poverty-reduction = 减贫与照护

topic-health-food = 健康与食物
topic-public-health = 公共卫生与健康城市
topic-health-emergencies = 卫生紧急情况与防备
topic-air-quality = 空气质量
topic-food-policy = 食物政策与粮食安全
topic-urban-agriculture = 都市农业
topic-sport-active-living = 体育与积极生活

topic-education-culture = 教育与文化
topic-lifelong-learning = 学习型城市与终身学习
topic-schools = 学校与幼儿教育
topic-culture-creativity = 文化、图书馆与创意产业
topic-sustainable-tourism = 可持续旅游

topic-economy-jobs = 地方经济与就业
topic-skills-employment = 技能与就业
topic-social-economy = 社会互助经济
topic-innovation-startups = 创新与创业
topic-informal-economy = 非正规经济与市场
topic-green-economy = 绿色经济与公正转型
topic-public-procurement = 公共采购

topic-governance = 治理与参与
topic-participatory-budgeting = 参与式预算
topic-citizen-participation = 公民参与与公民大会
topic-open-government = 开放政府与透明度
topic-metropolitan-governance = 大都市规划与治理
topic-municipal-finance = 市政财政
topic-sdg-localisation = 可持续发展目标本地化与地方自愿评估
topic-city-diplomacy = 城市外交与倡导
topic-decentralised-cooperation = 城市间合作

topic-digital = 数字城市
topic-open-data = 开放数据与数据治理
topic-digital-services = 数字公共服务
topic-digital-rights = 数字权利与伦理
topic-digital-inclusion = 数字包容
topic-smart-infrastructure = 智能基础设施与传感器

topic-safety-rights = 安全、和平与人权
topic-urban-security = 城市安全与预防暴力
topic-human-rights-cities = 人权城市
topic-freedom-of-expression = 言论自由与庇护城市

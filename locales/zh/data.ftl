# Feeds and downloads.

# What a feed or a file is called; $search is what was searched for.
feed-title = { $network }：案例
feed-title-search = { $search } – { $network }
feed-description = 城市做了什么，成效如何。来自{ $network }及其所关注网络的案例。
# Who may be named, and under which licence: “Eurocities, Creative Commons Attribution 4.0”.
data-rights-case = { $network }，{ $licence }
data-rights = 每个案例都注明各自的许可协议、来源和地址：请将它们一并保留。保留所有权利的案例只提供标题、摘要和链接。
data-dataset = { $network }及其所关注网络发布的每个案例：地点、主题、可持续发展目标、参与者、费用、成果和经验。

# The first sheet of a workbook, and its labels.
data-sheet-about = 说明
data-sheet-cases = 案例
data-about-title = 标题
data-about-source = 搜索
data-about-day = 获取日期

# Files and ways to get them, by their names.
data-csv = 表格（CSV）
data-xlsx = 工作簿（XLSX）
data-geojson = 地图图层（GeoJSON）
data-jsonl = 全部内容（JSON Lines）
data-oai = 供图书馆采集（OAI-PMH）
data-api = 编程接口（JSON）
data-outbox = 实时，随发布更新（ActivityPub）
data-set-own = 由{ $network }发布

# The page about open data.
data-heading = 带走数据
data-lead = 这里公开的一切都可以下载、关注和再利用。无需账号，也无需密钥。
data-nav = 开放数据
data-all = 以文件形式获取全部案例
data-csv-what = 每个案例一行，供电子表格和统计使用。任何程序都能打开。
data-xlsx-what = 同样的行，供 Excel 和 LibreOffice 使用，数字就是数字。
data-geojson-what = 每个案例的每座城市一个点，供 QGIS 和网络地图使用。
data-jsonl-what = 每行一条完整记录：所有章节、译文、指标和来源。
data-search = 只要您搜索的内容
data-search-how = 先搜索，然后在地址中的“cases”后面加上文件的后缀。任何筛选组合都可以这样做：
data-search-link = 搜索案例
data-feeds = 获取最新动态
data-feeds-how = 任何搜索同时也是一个订阅源，供订阅阅读器、新闻编辑部和其他网站使用：
data-feeds-fediverse = 在联邦宇宙中，可以关注网络本身，或它的任何主题、目标和地点。
data-programs = 供程序使用
data-api-what = 以 JSON 提供搜索、分面、单个案例、网络和词汇表，由 OpenAPI 3.1 文档描述。
data-oai-what = 全部六个动词、都柏林核心、每个主题和目标的集合。已撤回的案例会永久报告。
data-dcat = 供数据门户使用的目录（DCAT-AP）
data-dcat-what = 一个目录、一个数据集及其所有分发形式，以 JSON-LD 和 Turtle 提供。
data-licences = 许可协议
data-licences-how = 使用案例时，请写明其网络，链接其页面，并注明其许可协议。
data-fair = 合理使用
data-fair-how = 对同一地址每分钟的 { $n } 次请求予以应答。应答带有 ETag：请用 If-None-Match 询问，没有变化的内容就不会重复发送。

# The page about the programming interface.
api-heading = 编程接口
api-lead = 任何网页和任何程序都可以读取。应答为 JSON，时间为 UTC。
api-document = OpenAPI 3.1 文档
api-base = 以下所有地址都以 { $address } 开头。
api-parameters = 参数
api-name = 名称
api-where = 位置
api-meaning = 含义
api-answers = 应答
api-status = 状态
api-example = 示例
api-in-path = 在路径中
api-in-query = 在查询中

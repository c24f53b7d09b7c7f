# 閉じた語彙の言葉、識別子別。

# Status of the measure
status-planned = 計画中
status-pilot = 試行
status-ongoing = 実施中
status-completed = 完了
status-discontinued = 中止

# Scale
scale-site = 建物または敷地
scale-neighbourhood = 近隣または地区
scale-inner-city = 都心部
scale-city = 市全域
scale-metropolitan = 大都市圏
scale-regional = 地域
scale-multi-city = 複数の都市

# Kinds of actors
kind-local-government = 自治体
kind-regional-government = 地域政府
kind-national-government = 国の政府
kind-supranational = 国際機関・超国家機関
kind-public-utility = 公益事業体・公的機関
kind-private-sector = 民間部門
kind-public-private-partnership = 官民連携
kind-community-group = 地域・市民の団体
kind-ngo-philanthropy = NGO・慈善団体
kind-research = 大学・研究機関
kind-network = 都市ネットワーク

# Roles of actors
role-initiator = 発案者
role-lead = 主導者
role-partner = 協力者
role-funder = 資金提供者
role-designer = 設計者
role-operator = 運営者
role-evaluator = 評価者

# Sources of funding
funding-municipal-budget = 市の予算
funding-taxes-levies = 税・賦課金
funding-user-fees = 利用料
funding-regional-grant = 地域の補助金
funding-national-grant = 国の補助金
funding-eu-funds = EU資金
funding-development-bank = 開発銀行
funding-donor-grant = 援助機関の助成
funding-loans-bonds = 融資・債券
funding-private-investment = 民間投資
funding-philanthropy = 慈善資金
funding-crowdfunding = クラウドファンディング
funding-land-value-capture = 土地価値の還元
funding-in-kind-volunteer = 現物・ボランティア

# Cost bands
cost-unknown = 記載なし
cost-lt-100k = 10万ユーロ未満
cost-100k-1m = 10万～100万ユーロ
cost-1m-10m = 100万～1000万ユーロ
cost-10m-100m = 1000万～1億ユーロ
cost-100m-1b = 1億～10億ユーロ
cost-gt-1b = 10億ユーロ超

# Sizes of cities
size-xs = 5万人未満
size-s = 5万～25万人
size-m = 25万～100万人
size-l = 100万～500万人
size-xl = 500万人超

# Sections of a case
section-context = 背景
section-challenge = 課題
section-solution = 解決策と実施
section-results = 結果と効果
section-lessons = 教訓
section-transferability = ほかの都市への応用
section-financing = 資金
section-governance = ガバナンスと参加
section-monitoring = モニタリングと評価

# Kinds of links
link-website = ウェブサイト
link-original = 初出
link-document = 文書
link-dataset = データセット
link-video = 動画
link-evaluation = 評価
link-news = ニュース

# Roles of contacts
contact-initiator = 発案者
contact-project-manager = 事業責任者
contact-press = 報道担当
contact-network = ネットワーク事務局

# Licences
licence-CC-BY-4-0 = クリエイティブ・コモンズ 表示 4.0
licence-CC-BY-SA-4-0 = クリエイティブ・コモンズ 表示-継承 4.0
licence-CC-BY-NC-4-0 = クリエイティブ・コモンズ 表示-非営利 4.0
licence-CC-BY-NC-SA-4-0 = クリエイティブ・コモンズ 表示-非営利-継承 4.0
licence-CC0-1-0 = クリエイティブ・コモンズ・ゼロ
licence-LicenseRef-all-rights-reserved = 著作権保持、無断使用不可

# Languages of cases
language-en = 英語
language-es = スペイン語
language-fr = フランス語
language-pt = ポルトガル語
language-de = ドイツ語
language-ko = 韓国語
language-ja = 日本語
language-zh-Hans = 中国語（簡体字）
language-zh-Hant = 中国語（繁体字）
language-ar = アラビア語

citymaker-politician = 政治家
citymaker-administrator = 行政職員
citymaker-academic = 研究者
citymaker-practitioner = 実務家
citymaker-network-staff = ネットワーク職員
citymaker-civil-society = 市民社会
citymaker-journalist = ジャーナリスト
citymaker-student = 学生

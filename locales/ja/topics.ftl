# テーマと下位テーマ、識別子別。

topic-mobility = 移動と交通
topic-public-transport = 公共交通
topic-walking = 歩行と歩行者空間
topic-cycling = 自転車
topic-traffic-demand = 交通量の抑制、道路課金、都市物流
topic-road-safety = 交通安全
topic-electric-mobility = 電気自動車・低公害車
topic-shared-mobility = シェア型・オンデマンド型の移動

topic-climate-adaptation = 気候変動への適応と強靭性
topic-stormwater-flooding = 雨水と浸水
topic-extreme-heat = 猛暑
topic-drought = 干ばつと水不足
topic-coastal-resilience = 沿岸と海面上昇
topic-disaster-risk = 災害リスク、早期警報、強靭化戦略

topic-energy-climate = エネルギーと気候変動の緩和
topic-climate-plans = 気候計画と炭素予算
topic-renewable-energy = 再生可能エネルギー
topic-district-energy = 地域冷暖房
topic-energy-efficiency = 省エネルギーとエネルギー貧困

topic-water = 水と衛生
topic-drinking-water = 飲料水の供給
topic-sanitation = 衛生と下水
topic-water-demand = 節水と水需要の管理
topic-river-restoration = 河川と水辺の再生
topic-water-sensitive-design = 水に配慮した都市デザイン

topic-nature = 自然と生物多様性
topic-parks-green-space = 公園と緑地
topic-urban-forest = 都市の樹木と森
topic-nature-based-solutions = 自然に根ざした解決策
topic-ecological-corridors = 生息地と生態系の回廊

topic-waste-circularity = 廃棄物と循環経済
topic-waste-prevention = ごみの発生抑制とゼロ・ウェイスト
topic-recycling-collection = 収集、リサイクル、堆肥化
topic-reuse-repair = 再使用、修理、循環型の建設
topic-informal-recyclers = ウェイスト・ピッカーと非公式の回収者

topic-housing = 住まい
topic-social-housing = 社会住宅と公営住宅
topic-affordable-housing = 手頃な住宅と家賃政策
topic-informal-settlements = 非公式居住地とその改善
topic-cooperative-housing = 協同組合住宅とコミュニティ主導の住宅
topic-homelessness = ホームレス
topic-eco-districts = 持続可能な街区

topic-planning-public-space = 都市計画と公共空間
topic-public-space = 公共空間とタクティカル・アーバニズム
topic-compact-city = コンパクトシティと15分都市
topic-urban-regeneration = 都市再生と跡地活用
topic-heritage = 遺産と歴史地区
topic-urban-commons = 都市のコモンズ

topic-inclusion = 社会的包摂と平等
topic-gender-equality = ジェンダー平等
topic-children-youth = 子どもと若者
topic-older-people = 高齢者とエイジフレンドリーシティ
topic-disability-accessibility = 障害とアクセシビリティ
topic-migration-refugees = 移住と難民
topic-lgbtiq = LGBTIQ+の平等
topic-anti-racism = 差別の解消と異文化共生都市
topic-poverty-reduction = 貧困の削減とケア

topic-health-food = 健康と食
topic-public-health = 公衆衛生と健康都市
topic-health-emergencies = 健康危機と備え
topic-air-quality = 大気の質
topic-food-policy = 食料政策と食料安全保障
topic-urban-agriculture = 都市農業
topic-sport-active-living = スポーツと活動的な暮らし

topic-education-culture = 教育と文化
topic-lifelong-learning = 学習都市と生涯学習
topic-schools = 学校と幼児期
topic-culture-creativity = 文化、図書館、創造産業
topic-sustainable-tourism = 持続可能な観光

topic-economy-jobs = 地域経済と仕事
topic-skills-employment = 技能と雇用
topic-social-economy = 社会的連帯経済
topic-innovation-startups = イノベーションとスタートアップ
topic-informal-economy = 非公式経済と市場
topic-green-economy = グリーン経済と公正な移行
topic-public-procurement = 公共調達

topic-governance = ガバナンスと参加
topic-participatory-budgeting = 住民参加型予算
topic-citizen-participation = 市民参加と市民会議
topic-open-government = 開かれた行政と透明性
topic-metropolitan-governance = 大都市圏の計画とガバナンス
topic-municipal-finance = 自治体財政
topic-sdg-localisation = SDGsの地域化と自発的自治体レビュー
topic-city-diplomacy = 都市外交と政策提言
topic-decentralised-cooperation = 都市間協力

topic-digital = デジタル都市
topic-open-data = オープンデータとデータガバナンス
topic-digital-services = デジタル行政サービス
topic-digital-rights = デジタルの権利と倫理
topic-digital-inclusion = デジタル・インクルージョン
topic-smart-infrastructure = スマートインフラとセンサー

topic-safety-rights = 安全、平和、人権
topic-urban-security = 都市の安全と暴力の予防
topic-human-rights-cities = 人権都市
topic-freedom-of-expression = 表現の自由と避難都市

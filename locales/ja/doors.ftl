# Doors: topics, goals, places, networks, people.

# Lists of doors.
doors-topics = テーマ
doors-goals = 持続可能な開発目標（SDGs）
doors-cities = 都市
doors-countries = 国
doors-regions = 世界の地域
doors-languages = 言語
doors-topics-what = 都市が取り組むすべてのこと：15のテーマとその下位テーマ、そして事例の件数。
doors-goals-what = 国連が2030年に向けて合意した17の目標と、それぞれに役立つ事例。
doors-cities-what = 事例のあるすべての都市を、地域ごとに。
doors-countries-what = 事例のあるすべての国を、地域ごとに。
doors-regions-what = 世界の地域と、それぞれの事例。
doors-languages-what = ここの事例を読める言語。原文または翻訳です。
doors-others = ほかの入口
doors-elsewhere = そのほか
doors-cities-more = ここには事例の多い{ $n }都市だけを載せています。ほかの都市はそれぞれの国のページにあります。

# One door.
door-subtopic = { $topic }は、テーマ「{ $parent }」の一部です。
door-city = { $country }、{ $city }の事例。
door-city-people = GeoNames によると、約{ $people }人が住んでいます。
door-country = { $country }の都市の事例。ここでは地域「{ $region }」に属します。
door-region = { $n }の国と地域の都市の事例。
door-language = この言語で読める事例：{ $language }。
door-ways = この事例を見る
door-search = この中から検索
door-map = 地図で見る
door-table = 表で見る
door-featured = このネットワークのおすすめ
door-none-title = ここにはまだ事例がありません
door-none = 誰かが公開すると、すぐここに表示されます。それまでは、近くをご覧ください：
door-subtopics = 下位テーマ
door-sisters = 近いテーマ
door-targets = この目標のターゲット
door-by-topic = これらの事例の内容
door-by-network = 公開したネットワーク
door-people = 詳しい人たち
door-people-all = すべてのシティメイカー
door-take = これらの事例を持ち帰る
door-take-what = 新しい事例を知らせるフィードとして、またはライセンスと日付の入ったファイルとして。アカウントは要りません。

# The directory of networks.
net-title = 都市ネットワーク
net-what = 世界中の都市のネットワーク、プログラム、賞、行事：何をし、どう参加でき、どこの事例をここで読めるか。
net-found = { $n }のネットワーク
net-none-title = すべての条件に合うネットワークはありません
net-all = すべてのネットワーク
net-facet-here = このサイトで
net-facet-region = 活動地域
net-facet-kind = 種類
net-facet-join = 参加のしかた
net-here-cases = ここに事例がある
net-here-instance = 自分のサイトから公開している
net-worldwide = 世界全体
net-take = 名簿を持ち帰る
net-take-what = すべての項目を、数値ごとの出典とともに。
net-about-title = 概要
net-mandate = 活動内容
net-audience = 対象
net-projects = 主な事業
net-contact = 連絡先
net-no-contact = 公開の連絡先はわかっていません。
net-hosted-by = 受け入れ先
net-seat = 所在地
net-facts = そのほかの情報
net-figures = 数字で見る
net-figures-what = それぞれの数値は、一つの出典が述べるものです。出典により異なる場合は、すべてを載せています。
net-figure = 項目
net-statement = 記載
net-source = 出典
net-as-of = 時点
net-undated = 日付なし
net-disagree = 出典により異なる
net-more-than = { $value }超
net-nearly = { $value }近く
net-about = 約{ $value }
net-fee = 会費があります。
net-no-fee = 会費はありません。
net-ties = ほかとのつながり
net-picture = { $network }と、つながりのある団体
net-sources = この情報の出典
net-flags = 読むときの注意
net-unverified = ウェブサイトと所在地は一般的な知識によるもので、ネットワークの確認は得ていません。
net-stated = { $network }による{ $day }の記載
net-claim-what = 間違いがありますか。このネットワークの方ですか。
net-claim = お知らせください

# Kinds of networks
net-kind-membership-network = 会員制ネットワーク
net-kind-thematic-network = テーマ別ネットワーク
net-kind-programme = プログラム
net-kind-un-programme = 国連のプログラム
net-kind-platform = プラットフォーム
net-kind-award = 賞
net-kind-event = 行事
net-kind-initiative = イニシアティブ
net-kind-non-profit = 非営利団体
net-kind-fund = 基金
net-kind-hub = 拠点
net-kind-coordination-mechanism = 共同の調整機構
net-kind-company = 会社
net-kind-registry = 登録簿
net-kind-blog = ブログ

# Ways of joining
net-join-open = 誰でも
net-join-conditions = 条件を満たせば参加可
net-join-commitment = 誓約により
net-join-guests = ゲストとして
net-join-application = 申請により
net-join-invitation = 招待により
net-join-unknown = 記載なし

# What is measured
net-metric-members = 会員
net-metric-countries = 国
net-metric-population = 代表する人口
net-metric-population-share = 世界人口に占める割合
net-metric-partner-cities = 提携都市
net-metric-states = 加盟国
net-metric-partners = パートナー
net-metric-case-studies = 事例
net-metric-citymakers = シティメイカー
net-metric-regions = 世界の地域
net-metric-offices = 事務所
net-metric-national-offices = 国別事務所
net-metric-worked-with = 協働した相手
net-metric-companies-investors = 企業と投資家
net-metric-banks = 開発銀行
net-metric-coalition = 連合
net-metric-eligible-cities = 参加できる都市

# Ties, read as: this network is … the other
net-tie-partner = パートナー
net-tie-related-to = 関連団体
net-tie-works-with = 協働先
net-tie-operates = 運営しているもの
net-tie-operated-by = 運営元
net-tie-runs = 実施しているもの
net-tie-run-by = 実施元
net-tie-co-run-by = 共同の実施元
net-tie-co-runs = 共同で実施しているもの
net-tie-supplied-by = 事例の提供元
net-tie-supplies-cases = 事例の提供先
net-tie-part-of = 属する組織
net-tie-includes = 含むもの
net-tie-founding-partner = 創設パートナーとしての参加先
net-tie-founded-with = 共同の創設者
net-tie-represented-in = 議席をもつ場
net-tie-gives-a-seat = 議席をもつ団体
net-tie-partner-in = パートナーとしての参加先
net-tie-has-partner = 参加パートナー
net-tie-funded-by = 資金提供元
net-tie-funds = 資金提供先
net-tie-led-by = 主導者
net-tie-leads = 主導しているもの
net-tie-hosted-by = 受け入れ元
net-tie-hosts = 受け入れているもの
net-tie-successor-of = 前身
net-tie-succeeded-by = 後継
net-tie-publishes = 公開しているもの
net-tie-published-by = 公開元
net-tie-founded-under = 創設の根拠
net-tie-occasion-of = ここで創設されたもの：

# What is doubtful about an entry
net-flag-figures-conflict = 出典により数値が異なります。
net-flag-heading-missing-in-seed = 出典のこの文章には見出しがなく、名称は内容から判断しました。
net-flag-seed-text-suspect = 出典の文章の一部は、別のネットワークのもののようです。
net-flag-name-only-in-text = 出典には名称だけが出てきます。

# Suggestions
suggest-title = ネットワークを提案する
suggest-about = { $network }について
suggest-what = 載っていないネットワーク、誤りのある項目、またはご自身のネットワークについて、このサイトの運営者にお書きください。アカウントは要らず、書かれたことがそのまま公開されることはありません。
suggest-name = ネットワークの名称
suggest-website = ウェブサイト
suggest-message = 何を書くべきでしょうか。
suggest-message-help = 出典があれば添えてください。4,000文字まで。
suggest-us = 私はこのネットワークの代表です。
suggest-contact = ご連絡先
suggest-contact-help = ネットワークを代表する方は必要です。このサイトの運営者だけが見て、用が済めば削除します。
suggest-trap = 空のままにしてください
suggest-send = 送信
suggest-flaws = まだ送信できません
suggest-flaw-name = ネットワークの名称を200文字以内でお書きください。
suggest-flaw-website = ウェブサイトは https:// または http:// で始まるアドレスにしてください。
suggest-flaw-message = 内容を4,000文字以内でお書きください。
suggest-flaw-contact = ネットワークを代表する方は、連絡先を200文字以内でお書きください。
suggest-flaw-full = 未読の提案が多すぎます。数日後にもう一度お試しください。
suggest-thanks = ありがとうございます
suggest-thanks-what = ご提案が届きました。このサイトの運営者が読んで判断します。

# People
people-title = シティメイカー
people-what = 都市に取り組み、ここで見つけられることを選び、得意なことを自ら述べている人たちです。
people-found = { $n }人のシティメイカー
people-none-title = すべての条件に合う人はいません
people-nobody = ここに載ることを選んだ人は、まだいません。
people-next = 次のシティメイカー
person-comments = 事例に書いたコメント
person-cases = 関わった事例

# Regions of the world, by id
region-africa = アフリカ
region-east-asia = 東アジア
region-south-asia = 南アジア
region-southeast-asia = 東南アジア
region-west-central-asia = 西アジア・中央アジア
region-europe = ヨーロッパ
region-latin-america-caribbean = ラテンアメリカ・カリブ
region-north-america = 北アメリカ
region-oceania = オセアニア

# What a topic is about, by its id
topic-what-mobility = 交通量と危険と排出を減らしながら、人と物を運ぶこと。
topic-what-climate-adaptation = 洪水、猛暑、干ばつ、嵐などの衝撃に備えること。
topic-what-energy-climate = 計画、クリーンな供給、効率的な利用で排出を減らすこと。
topic-what-water = 安全な水の供給、衛生、生きた川。
topic-what-nature = 公園、樹木、生息地、自然に根ざした解決策。
topic-what-waste-circularity = ごみを出さず、資源を使い続けること。
topic-what-housing = 適切で手頃な住まいと、非公式居住地の改善。
topic-what-planning-public-space = 土地利用、再生、遺産、建物のあいだの空間。
topic-what-inclusion = 誰一人取り残さないこと。
topic-what-health-food = すべての人に健康な場所、きれいな空気、よい食を。
topic-what-education-culture = 学び、創造性、文化的な暮らし。
topic-what-economy-jobs = 働きがいのある仕事、公正な金融、強靭な地元の事業。
topic-what-governance = 都市はどう決め、資金を得て、協力し、報告するか。
topic-what-digital = デジタル都市のデータ、サービス、権利。
topic-what-safety-rights = 暴力を防ぎ、権利と自由を守ること。

# The goals in one sentence, by number
goal-what-1 = あらゆる場所のあらゆる形態の貧困を終わらせる。
goal-what-2 = 飢餓を終わらせ、食料安全保障と栄養改善を実現し、持続可能な農業を促進する。
goal-what-3 = あらゆる年齢のすべての人々の健康的な生活を確保し、福祉を促進する。
goal-what-4 = すべての人に包摂的かつ公正な質の高い教育を確保し、生涯学習の機会を促進する。
goal-what-5 = ジェンダー平等を達成し、すべての女性と女児の能力強化を行う。
goal-what-6 = すべての人々の水と衛生の利用可能性と持続可能な管理を確保する。
goal-what-7 = すべての人々の、安価かつ信頼できる持続可能な近代的エネルギーへのアクセスを確保する。
goal-what-8 = 包摂的かつ持続可能な経済成長と、すべての人々の完全かつ生産的な雇用と働きがいのある人間らしい雇用を促進する。
goal-what-9 = 強靭なインフラを構築し、包摂的かつ持続可能な産業化を促進し、イノベーションを推進する。
goal-what-10 = 各国内および各国間の不平等を是正する。
goal-what-11 = 包摂的で安全かつ強靭で持続可能な都市と人間居住を実現する。
goal-what-12 = 持続可能な生産消費形態を確保する。
goal-what-13 = 気候変動とその影響を軽減するための緊急対策を講じる。
goal-what-14 = 持続可能な開発のために海洋・海洋資源を保全し、持続可能な形で利用する。
goal-what-15 = 陸域生態系の保護、回復、持続可能な利用を推進し、森林を持続可能に管理し、砂漠化に対処し、土地の劣化を阻止・回復し、生物多様性の損失を阻止する。
goal-what-16 = 持続可能な開発のための平和で包摂的な社会を促進し、すべての人々に司法へのアクセスを提供し、あらゆるレベルで効果的で説明責任のある包摂的な制度を構築する。
goal-what-17 = 持続可能な開発のための実施手段を強化し、グローバル・パートナーシップを活性化する。

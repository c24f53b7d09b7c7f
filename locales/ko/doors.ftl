# Doors: topics, goals, places, networks, people.

# Lists of doors.
doors-topics = 주제
doors-goals = 지속가능발전목표(SDGs)
doors-cities = 도시
doors-countries = 국가
doors-regions = 세계의 지역
doors-languages = 언어
doors-topics-what = 도시가 하는 모든 일: 15개 주제와 하위 주제, 그리고 사례 수.
doors-goals-what = 유엔이 2030년을 향해 합의한 17개 목표와, 각 목표에 이바지하는 사례.
doors-cities-what = 사례가 있는 모든 도시를 지역별로.
doors-countries-what = 사례가 있는 모든 국가를 지역별로.
doors-regions-what = 세계의 지역과 각 지역의 사례.
doors-languages-what = 여기 있는 사례를 원문이나 번역으로 읽을 수 있는 언어.
doors-others = 다른 길로 들어가기
doors-elsewhere = 다른 곳
doors-cities-more = 여기에는 사례가 가장 많은 도시 { $n }곳만 실려 있습니다. 나머지는 해당 국가의 페이지에 있습니다.

# One door.
door-subtopic = { $topic } 주제는 “{ $parent }” 주제의 일부입니다.
door-city = { $country } { $city }의 사례.
door-city-people = GeoNames 집계로 약 { $people }명이 살고 있습니다.
door-country = { $country } 여러 도시의 사례. 여기서는 “{ $region }” 지역에 속합니다.
door-region = { $n }개 국가와 지역에 있는 도시의 사례.
door-language = 이 언어로 읽을 수 있는 사례: { $language }.
door-ways = 이 사례들 보기
door-search = 이 사례들 안에서 검색
door-map = 지도에서 보기
door-table = 표로 보기
door-featured = 이 네트워크가 고른 사례
door-none-title = 아직 사례가 없습니다
door-none = 누군가 발행하는 대로 여기에 나타납니다. 그때까지는 가까운 곳을 둘러보세요:
door-subtopics = 하위 주제
door-sisters = 가까운 주제
door-targets = 이 목표의 세부목표
door-by-topic = 이 사례들의 내용
door-by-network = 발행한 네트워크
door-people = 잘 아는 사람들
door-people-all = 모든 시티메이커
door-take = 이 사례들 가져가기
door-take-what = 새 사례를 알려 주는 피드로, 또는 라이선스와 날짜가 적힌 파일로 받을 수 있습니다. 계정은 필요 없습니다.

# The directory of networks.
net-title = 도시 네트워크
net-what = 전 세계 도시의 네트워크, 프로그램, 상, 행사: 하는 일, 가입 방법, 그리고 누구의 사례를 여기서 읽을 수 있는지.
net-found = 네트워크 { $n }개
net-none-title = 모든 조건에 맞는 네트워크가 없습니다
net-all = 모든 네트워크
net-facet-here = 이 사이트에서
net-facet-region = 활동 지역
net-facet-kind = 종류
net-facet-join = 가입 방법
net-here-cases = 여기에 사례가 있음
net-here-instance = 자기 사이트에서 발행함
net-worldwide = 전 세계
net-take = 명부 가져가기
net-take-what = 모든 항목과 각 수치의 출처.
net-about-title = 소개
net-mandate = 하는 일
net-audience = 대상
net-projects = 주요 사업
net-contact = 연락처
net-no-contact = 알려진 공개 연락처가 없습니다.
net-hosted-by = 소속 기관
net-seat = 소재지
net-facts = 그 밖의 정보
net-figures = 숫자로 보기
net-figures-what = 수치마다 한 출처가 밝힌 것입니다. 출처가 서로 다르면 모두 싣습니다.
net-figure = 항목
net-statement = 밝힌 값
net-source = 출처
net-as-of = 기준일
net-undated = 날짜 없음
net-disagree = 출처마다 다름
net-more-than = { $value } 초과
net-nearly = { $value }에 가까움
net-about = 약 { $value }
net-fee = 회원은 회비를 냅니다.
net-no-fee = 회비가 없습니다.
net-ties = 다른 곳과의 관계
net-picture = { $network } 및 관계를 맺은 곳
net-sources = 이 정보의 출처
net-flags = 주의해서 읽을 점
net-unverified = 웹사이트와 소재지는 일반적인 지식에 따른 것이며, 네트워크가 확인하지 않았습니다.
net-stated = { $network }에서 { $day }에 밝힌 내용
net-claim-what = 잘못된 내용이 있나요, 아니면 이 네트워크를 대표하시나요?
net-claim = 알려 주세요

# Kinds of networks
net-kind-membership-network = 회원제 네트워크
net-kind-thematic-network = 주제별 네트워크
net-kind-programme = 프로그램
net-kind-un-programme = 유엔 프로그램
net-kind-platform = 플랫폼
net-kind-award = 상
net-kind-event = 행사
net-kind-initiative = 이니셔티브
net-kind-non-profit = 비영리 단체
net-kind-fund = 기금
net-kind-hub = 거점
net-kind-coordination-mechanism = 공동 조정 기구
net-kind-company = 회사
net-kind-registry = 등록부
net-kind-blog = 블로그

# Ways of joining
net-join-open = 누구나
net-join-conditions = 조건을 갖추면 가능
net-join-commitment = 서약을 통해
net-join-guests = 손님으로
net-join-application = 신청을 통해
net-join-invitation = 초청을 통해
net-join-unknown = 밝히지 않음

# What is measured
net-metric-members = 회원
net-metric-countries = 국가
net-metric-population = 대표하는 인구
net-metric-population-share = 세계 인구에서 차지하는 비율
net-metric-partner-cities = 협력 도시
net-metric-states = 회원국
net-metric-partners = 협력 기관
net-metric-case-studies = 사례
net-metric-citymakers = 시티메이커
net-metric-regions = 세계의 지역
net-metric-offices = 사무소
net-metric-national-offices = 국가 사무소
net-metric-worked-with = 함께 일한 곳
net-metric-companies-investors = 기업과 투자자
net-metric-banks = 개발은행
net-metric-coalition = 연합
net-metric-eligible-cities = 가입할 수 있는 도시

# Ties, read as: this network is … the other
net-tie-partner = 협력 상대
net-tie-related-to = 관련 기관
net-tie-works-with = 함께 일하는 곳
net-tie-operates = 운영하는 것
net-tie-operated-by = 운영 기관
net-tie-runs = 진행하는 것
net-tie-run-by = 진행 기관
net-tie-co-run-by = 공동 진행 기관
net-tie-co-runs = 공동으로 진행하는 것
net-tie-supplied-by = 사례를 받는 곳
net-tie-supplies-cases = 사례를 주는 곳
net-tie-part-of = 속한 곳
net-tie-includes = 포함하는 것
net-tie-founding-partner = 창립 협력자로 참여한 곳
net-tie-founded-with = 함께 창립한 곳
net-tie-represented-in = 자리를 가진 곳
net-tie-gives-a-seat = 자리를 준 곳
net-tie-partner-in = 협력자로 참여하는 곳
net-tie-has-partner = 참여 협력자
net-tie-funded-by = 재정 지원 기관
net-tie-funds = 재정 지원 대상
net-tie-led-by = 이끄는 기관
net-tie-leads = 이끄는 것
net-tie-hosted-by = 유치 기관
net-tie-hosts = 유치한 것
net-tie-successor-of = 전신
net-tie-succeeded-by = 후신
net-tie-publishes = 발행하는 것
net-tie-published-by = 발행 기관
net-tie-founded-under = 설립 근거
net-tie-occasion-of = 여기서 창립된 것:

# What is doubtful about an entry
net-flag-figures-conflict = 출처마다 밝힌 수치가 다릅니다.
net-flag-heading-missing-in-seed = 출처의 이 글에는 제목이 없어, 내용에서 이름을 추정했습니다.
net-flag-seed-text-suspect = 출처의 글 일부는 다른 네트워크의 것으로 보입니다.
net-flag-name-only-in-text = 출처에는 이름만 나옵니다.

# Suggestions
suggest-title = 네트워크 제안하기
suggest-about = { $network }에 대하여
suggest-what = 빠진 네트워크, 잘못된 항목, 또는 자신의 네트워크에 대해 이 사이트의 운영자에게 써 주세요. 계정은 필요 없으며, 쓰신 내용이 그대로 공개되지는 않습니다.
suggest-name = 네트워크 이름
suggest-website = 웹사이트
suggest-message = 어떤 내용을 실어야 할까요?
suggest-message-help = 출처가 있으면 함께 적어 주세요. 최대 4,000자.
suggest-us = 저는 이 네트워크를 대표합니다.
suggest-contact = 어떻게 연락드리면 될까요?
suggest-contact-help = 네트워크를 대표하신다면 꼭 필요합니다. 이 사이트의 운영자만 보며, 일이 끝나면 지웁니다.
suggest-trap = 비워 두세요
suggest-send = 보내기
suggest-flaws = 아직 보낼 수 없습니다
suggest-flaw-name = 네트워크 이름을 200자 이내로 적어 주세요.
suggest-flaw-website = 웹사이트는 https:// 또는 http://로 시작하는 주소여야 합니다.
suggest-flaw-message = 내용을 4,000자 이내로 적어 주세요.
suggest-flaw-contact = 네트워크를 대표하신다면 연락 방법을 200자 이내로 적어 주세요.
suggest-flaw-full = 읽지 않은 제안이 너무 많습니다. 며칠 뒤 다시 시도해 주세요.
suggest-thanks = 감사합니다
suggest-thanks-what = 제안이 도착했습니다. 이 사이트의 운영자가 읽고 결정합니다.

# People
people-title = 시티메이커
people-what = 도시를 위해 일하며, 여기서 찾아볼 수 있기를 스스로 택하고 자신이 아는 것을 직접 밝힌 사람들입니다.
people-found = 시티메이커 { $n }명
people-none-title = 모든 조건에 맞는 사람이 없습니다
people-nobody = 아직 여기에 오르기로 한 사람이 없습니다.
people-next = 다음 시티메이커
person-comments = 사례에 쓴 댓글
person-cases = 함께한 사례

# Regions of the world, by id
region-africa = 아프리카
region-east-asia = 동아시아
region-south-asia = 남아시아
region-southeast-asia = 동남아시아
region-west-central-asia = 서아시아와 중앙아시아
region-europe = 유럽
region-latin-america-caribbean = 라틴아메리카와 카리브
region-north-america = 북아메리카
region-oceania = 오세아니아

# What a topic is about, by its id
topic-what-mobility = 교통량과 위험과 배출을 줄이면서 사람과 물건을 실어 나르는 일.
topic-what-climate-adaptation = 홍수, 폭염, 가뭄, 폭풍 등의 충격에 대비하는 일.
topic-what-energy-climate = 계획, 깨끗한 공급, 효율적 사용으로 배출을 줄이는 일.
topic-what-water = 안전한 물 공급, 위생, 살아 있는 강.
topic-what-nature = 공원, 나무, 서식지, 자연기반해법.
topic-what-waste-circularity = 쓰레기를 막고 자원을 계속 쓰는 일.
topic-what-housing = 적절하고 부담 가능한 집, 그리고 비공식 정착지의 개선.
topic-what-planning-public-space = 토지 이용, 재생, 유산, 건물 사이의 공간.
topic-what-inclusion = 누구도 뒤에 남겨 두지 않는 일.
topic-what-health-food = 모두를 위한 건강한 장소, 깨끗한 공기, 좋은 먹거리.
topic-what-education-culture = 배움, 창의성, 문화생활.
topic-what-economy-jobs = 양질의 일자리, 공정한 금융, 회복력 있는 지역 기업.
topic-what-governance = 도시가 결정하고, 재원을 마련하고, 협력하고, 보고하는 방법.
topic-what-digital = 디지털 도시의 데이터, 서비스, 권리.
topic-what-safety-rights = 폭력을 막고 권리와 자유를 지키는 일.

# The goals in one sentence, by number
goal-what-1 = 모든 곳에서 모든 형태의 빈곤을 종식한다.
goal-what-2 = 기아를 종식하고 식량안보와 영양 개선을 이루며 지속가능한 농업을 증진한다.
goal-what-3 = 모든 연령의 모든 사람에게 건강한 삶을 보장하고 안녕을 증진한다.
goal-what-4 = 모두를 위한 포용적이고 공평한 양질의 교육을 보장하고 평생학습 기회를 증진한다.
goal-what-5 = 성평등을 달성하고 모든 여성과 여아의 권한을 강화한다.
goal-what-6 = 모두를 위한 물과 위생의 이용 가능성과 지속가능한 관리를 보장한다.
goal-what-7 = 모두에게 부담 가능하고 신뢰할 수 있으며 지속가능한 현대적 에너지를 보장한다.
goal-what-8 = 지속적이고 포용적이며 지속가능한 경제성장, 완전하고 생산적인 고용, 모두를 위한 양질의 일자리를 증진한다.
goal-what-9 = 회복력 있는 기반시설을 구축하고 포용적이고 지속가능한 산업화를 증진하며 혁신을 촉진한다.
goal-what-10 = 국가 내, 국가 간 불평등을 줄인다.
goal-what-11 = 포용적이고 안전하며 회복력 있고 지속가능한 도시와 정주지를 만든다.
goal-what-12 = 지속가능한 소비와 생산 양식을 보장한다.
goal-what-13 = 기후변화와 그 영향에 맞서 긴급히 행동한다.
goal-what-14 = 지속가능발전을 위해 대양, 바다, 해양자원을 보전하고 지속가능하게 이용한다.
goal-what-15 = 육상 생태계를 보호, 복원하고 지속가능한 이용을 증진하며, 숲을 지속가능하게 관리하고, 사막화를 막고, 토지 황폐화를 멈추어 되돌리고, 생물다양성 손실을 멈춘다.
goal-what-16 = 지속가능발전을 위해 평화롭고 포용적인 사회를 증진하고, 모두에게 정의에 접근할 길을 제공하며, 모든 수준에서 효과적이고 책임 있고 포용적인 제도를 세운다.
goal-what-17 = 이행 수단을 강화하고 지속가능발전을 위한 글로벌 파트너십을 활성화한다.

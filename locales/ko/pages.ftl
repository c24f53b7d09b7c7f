# 모든 페이지의 틀에 있는 글.
skip-to-content = 본문으로 건너뛰기
skip-to-results = 결과로 건너뛰기
nav-main = 주 메뉴
nav-crumbs = 현재 위치
nav-languages = 이 사이트의 언어
nav-cases = 사례
nav-topics = 주제
nav-goals = 목표
nav-networks = 네트워크
nav-follow = 팔로우
footer-licence = 사례마다 라이선스가 따로 표시되어 있습니다.
footer-software = AGPL 3.0 자유 소프트웨어 { $software } 로 만들었습니다.
footer-places = 도시 데이터: { $source }, CC BY 4.0. 국가 이름: Unicode CLDR.
cases = 사례
goal = 목표
goals = 지속가능발전목표(SDGs)
licence = 라이선스

# 날짜와 금액. 만과 억 단위로 셉니다.
month-1 = 1월
month-2 = 2월
month-3 = 3월
month-4 = 4월
month-5 = 5월
month-6 = 6월
month-7 = 7월
month-8 = 8월
month-9 = 9월
month-10 = 10월
month-11 = 11월
month-12 = 12월
date-day = { $year }년 { $month } { $day }일
date-month = { $year }년 { $month }
date-year = { $year }년
amount-large = { $n }만
amount-huge = { $n }억

# 검색.
search-label = 사례 검색
search-placeholder = 빗물, 차 없는 도심, 주민참여예산…
search-button = 검색
cases-found = 사례 { $n }건

# 첫 화면.
home-title = 도시에서 효과가 있었던 일을, 직접 해낸 사람들이 들려줍니다.
home-what = { $network } 및 이곳이 팔로우하는 네트워크들의 사례입니다. 읽기, 검색, 팔로우가 모두 무료이며 계정이 필요 없습니다.
home-try = 예:
home-newest = 최신 사례
home-new = 공동 피드의 새 사례
home-all = { $n ->
    [1] 사례 보기
   *[other] 사례 { $n }건 모두 보기
}
home-topics = 주제별
home-goals = 지속가능발전목표별
home-networks = 네트워크별
home-networks-all = 네트워크 소개
home-empty-title = 아직 사례가 없습니다
home-empty-what = 이 사이트의 운영자는 서버가 돌아가는 채로 몇 분 안에 바꿀 수 있습니다:
tally-cases = 건의 사례
tally-cities = 개 도시
tally-countries = 개국
tally-networks = 개 네트워크

# 다른 곳에서 팔로우하기.
follow-title = Mastodon 등 연합우주 앱에서 팔로우하기
follow-what = 새 사례가 모두 내 타임라인에 나타나며, 여기에 계정을 만들 필요가 없습니다. 각 네트워크의 주소는 해당 네트워크 페이지에 있습니다.
follow-how = 주소를 복사해 내 서버의 검색창에 붙여 넣고 팔로우를 누르세요. 내 Kontor 사이트로 참여하려면 그곳에서 같은 주소를 팔로우하세요.
follow-group = 같은 사례를 모은 그룹(Lemmy 등 그룹 앱용)
follow-network = { $network }의 사례

# 공동 피드.
cases-title = 사례
cases-title-search = “{ $words }” 관련 사례
cases-description = 여러 네트워크의 도시 사례를 주제, 목표, 장소, 네트워크, 언어로 검색하고 걸러 볼 수 있습니다.
filters = 필터
filters-on = 사용 중인 필터
filters-more = { $n }개 더 보기
filters-show = 결과 보기
filters-clear = 모두 지우기
filter-remove = 필터 제거: { $filter }
filter-remove-short = 제거
filter-words = “{ $words }”
filter-goal = 목표 { $n }: { $label }
facet-topic = 주제
facet-sdg = 목표
facet-country = 국가
facet-city = 도시
facet-network = 네트워크
facet-language = 사례의 언어
sort = 정렬
sort-newest = 최신순
sort-relevance = 관련도순
results = 결과
pages = 페이지
pages-first = 처음으로
pages-next = 다음 사례
nothing-title = 모든 조건에 맞는 사례가 없습니다
nothing-yet = 이 피드에는 아직 사례가 없습니다.
nothing-loosen = 조건을 하나 빼고 다시 해 보세요:
nothing-without = { $filter } 빼기
nothing-all = 모든 사례 보기
nothing-words = 검색은 모든 언어의 사례에서 낱말의 앞부분을 찾으며 악센트 기호는 구분하지 않습니다. 긴 문장보다 알맞은 낱말 하나로 더 많이 찾을 때가 많습니다.

# 사례.
facts = 한눈에 보기
fact-city = 도시
fact-years = 기간
fact-status = 상태
fact-scale = 규모
fact-size = 인구
fact-cost = 비용
fact-funding = 재원
fact-language = 언어
fact-topics = 주제
years-since = { $start }부터 현재까지
years-span = { $start }부터 { $end }까지
years-from = { $start }부터
money-range = { $currency } { $min }~{ $max }
money-one = { $currency } { $amount }
money-from = { $currency } { $amount } 이상
money-to = { $currency } { $amount } 이하
case-in-language = 언어: { $language }
gloss-human = 사람이 번역했습니다.
gloss-machine = 기계가 번역했습니다. 원문이 기준입니다.
indicators = 그 밖의 수치
indicator = 측정한 것
indicator-value = 값
indicator-year = 연도
awards = 수상
pictures = 사진
links = 링크와 문서
contacts = 연락처
related = 관련 사례
read-original = 원래 사이트에서 읽기
origin = 출처
origin-published = { $network }, { $date } 발행, 제{ $revision }판.
origin-updated = 마지막 변경: { $date }.
origin-shown = 이 사이트가 { $network } 사이트를 팔로우하므로 여기에 표시됩니다.
origin-first = 처음 발행된 곳
origin-data = 이 사례의 데이터(ActivityPub)
comments = 댓글
comments-how = 답하려면 이 주소를 Mastodon 등 연합우주에 있는 내 서버의 검색창에 붙여 넣고, 찾은 글에 답글을 다세요:
comments-none = 아직 댓글이 없습니다.
comments-gone = 이 댓글은 더 이상 여기에 없습니다.
comments-answers = { $name } 님에게 답함
comments-original = 원문
comments-more = 여기에는 처음 { $n }개의 댓글만 표시됩니다.
person-role = 역할
person-city = 도시
person-languages = 언어
person-said = 공개로 쓴 글
person-follow = { $name } 님이 공개로 쓰는 글이 내 타임라인에 나타나며, 여기에 계정을 만들 필요가 없습니다.

# 네트워크.
network-cases = 여기 있는 사례
network-founded = 설립
network-website = 웹사이트
network-instance = 발행하는 곳
network-tie = 이 피드와의 관계
network-tie-own = 이 사이트의 운영 네트워크
network-tie-followed = 이 사이트가 팔로우함
network-tie-shown = 다른 네트워크를 거쳐 옴
network-newest = 최신 사례
network-none-title = 아직 이 네트워크의 사례가 없습니다
network-none = 사례를 발행하면 여기에 나타납니다.
network-description = { $network }: 소개와 이 피드에 있는 사례.

# 뜻대로 되지 않을 때.
missing-title = 없는 페이지입니다
missing-text = 주소에 오타가 있거나 페이지가 옮겨졌을 수 있습니다. 검색하면 찾으시는 것이 나올지도 모릅니다.
gone-title = 철회된 사례입니다
gone-text = { $network }에서 발행했다가 { $date }에 철회했습니다. 밝힌 이유:
gone-text-bare = 발행한 곳에서 철회했으며 이유는 밝히지 않았습니다.
broken-title = 저희 쪽에서 문제가 생겼습니다
broken-text = 이용자의 잘못이 아닙니다. 잠시 뒤 다시 시도해 주세요. 또 이런 일이 생기면 이 번호를 사이트 운영자에게 알려 주세요:
fault-id = 오류 번호:
fault-cases = 모든 사례 보기

# 팔로우할 수 있는 필터
feed-name = 사례: { $what }
feed-summary = “{ $what }”에 맞는 사례를 이 네트워크나 협력 네트워크가 발행하는 대로 보여 줍니다.
cases-follow = 이런 새 사례를 내 타임라인에서 받아 보기:
cases-follow-how = 팔로우하는 방법

# 팔로우하는 네트워크의 목록과 대조한 결과
network-compared = 최신 여부
network-compared-equal = { $day } 대조함, 빠진 것 없음
network-compared-healed = { $day } 대조함, 사례 { $count }건을 최신으로 고침
network-compared-failed = { $day } 대조하지 못함, 다시 시도합니다

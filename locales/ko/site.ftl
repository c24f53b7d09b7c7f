# The site itself: its home, its own pages, its map, its styles.

# Masthead and foot.
nav-cities = 도시
nav-people = 사람
nav-site = 이 사이트에 대하여
nav-data = 공개 데이터
nav-source = 소스 코드
imprint = 운영자 정보
privacy = 개인정보
terms = 이용 조건
accessibility = 접근성

# The network's own pages.
own-incomplete = 이 글은 프로그램에 딸려 온 것이며, 이 사이트의 운영자가 아직 완성하지 않았습니다. 대괄호 안의 자리가 비어 있습니다. 자신의 글은 { $file } 파일에 넣습니다.

# The map.
map-title = 지도에서 보는 사례
map-title-search = 지도에서 보는 “{ $words }” 관련 사례
map-description = 사례가 있는 곳: 도시 지도와 그 옆의 같은 도시 목록.
map-regions = 세계의 각 지역
map-world = 세계
map-drawing = 사례가 있는 도시의 지도. 핀마다 링크가 있습니다
map-skip = 지도를 건너뛰고 도시 목록으로
map-closer = 가까이
map-out = 멀리
map-about = 핀은 한 도시이며 그 사례로 이어집니다. 고리는 여러 도시를 뜻하며 더 가까이 들어갑니다. 윤곽은 육지만 나타내며 국경은 없습니다.
map-pin = { $country } { $city }: { $cases }
map-cluster = { $cities }, { $cases }: { $names } …
map-cities = 도시 { $n }곳
map-list = 지도의 이 부분에 도시 { $n }곳
map-empty = 이 검색의 도시가 여기에는 없습니다.
map-all = 도시 { $n }곳 모두 보기
map-elsewhere = 다른 곳에 도시 { $n }곳 더: 세계 전체 보기

# Home.
home-empty-import = JSON Lines나 스프레드시트에서 자신의 사례를 가져오기:
home-empty-follow = 다른 네트워크의 사이트를 팔로우하기. 그 사례가 몇 초 안에 여기에 나타납니다:
home-empty-look = kontor.toml에서 이 사이트의 이름, 색, 첫인사를 정하기:

home-featured = 편집자가 고른 사례
home-map = 세계 곳곳
home-map-open = 지도 열기
home-topics-all = 모든 주제와 하위 주제
home-goals-all = 목표와 세부목표
home-follow-more = 어느 서버에서나, 팔로우하는 다른 방법

# The page of styles, for those who build pages.
style-title = 스타일
style-what = 이 사이트의 모든 토큰과 구성 요소를 모든 상태로 보여 줍니다.
style-type = 글자
style-pangram = 다람쥐 헌 쳇바퀴에 타고파. 키스의 고유조건은 입술끼리 만나야 하고
style-colours = 색
style-day = 낮
style-night = 밤
style-least = 최소
style-text = 글자
style-ground = 바탕
style-contrast = 대비(계산값)
style-enough = 충분
style-little = 부족
style-space = 간격과 모서리
style-cards = 카드
style-chips = 칩, 목표, 주제
style-buttons = 단추와 링크
style-button = 발행
style-button-quiet = 나중에
style-button-grave = 사례 철회
style-button-off = 누를 수 없음
style-forms = 양식
style-field = 제목
style-field-help = 최대 300자. 무엇을 어디에서 했는지 적으세요.
style-field-wrong = 이 제목은 312자로, 12자가 넘습니다.
style-field-optional = (선택)
style-field-off = 바꿀 수 없음
style-field-choice = 상태
style-field-text = 해법
style-field-check = 페이지에 내 이름 표시
style-field-one = 이 가운데 하나
style-notices = 알림
style-notice = 이 공모는 사흘 뒤에 마감됩니다.
style-notice-good = 발행했습니다. 다른 서버에는 몇 초 안에 닿습니다.
style-notice-bad = 두 칸을 다시 살펴보세요:
style-tables = 표
style-tabs = 탭과 페이지
style-empty = 아무것도 없을 때
style-facts = 사실
style-dialog = 질문
style-dialog-title = 이 사례를 철회할까요?
style-dialog-text = 페이지에 철회 사실과 이유가 표시됩니다. 다른 서버에도 알립니다.

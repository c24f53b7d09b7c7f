# Feeds and downloads.

# What a feed or a file is called; $search is what was searched for.
feed-title = { $network }: 사례
feed-title-search = { $search } – { $network }
feed-description = 도시가 한 일과 그 결과. { $network } 및 이곳이 팔로우하는 네트워크의 사례입니다.
# Who may be named, and under which licence: “Eurocities, Creative Commons Attribution 4.0”.
data-rights-case = { $network }, { $licence }
data-rights = 사례마다 라이선스, 출처, 주소가 적혀 있습니다. 함께 보존해 주세요. 모든 권리가 보유된 사례는 제목, 요약, 링크만 있습니다.
data-dataset = { $network } 및 이곳이 팔로우하는 네트워크가 발행한 모든 사례: 장소, 주제, 지속가능발전목표, 참여자, 비용, 결과, 배운 점.

# The first sheet of a workbook, and its labels.
data-sheet-about = 설명
data-sheet-cases = 사례
data-about-title = 제목
data-about-source = 검색
data-about-day = 받은 날

# Files and ways to get them, by their names.
data-csv = 표(CSV)
data-xlsx = 통합 문서(XLSX)
data-geojson = 지도 레이어(GeoJSON)
data-jsonl = 전체(JSON Lines)
data-oai = 도서관용 수집(OAI-PMH)
data-api = 프로그래밍 인터페이스(JSON)
data-outbox = 발행되는 즉시(ActivityPub)
data-set-own = { $network } 발행

# The page about open data.
data-heading = 데이터 가져가기
data-lead = 여기 공개된 모든 것은 내려받고, 팔로우하고, 다시 쓸 수 있습니다. 계정도 키도 필요 없습니다.
data-nav = 공개 데이터
data-all = 모든 사례를 파일로
data-csv-what = 사례마다 한 행. 스프레드시트와 통계용. 어떤 프로그램에서나 열립니다.
data-xlsx-what = 같은 행을 Excel과 LibreOffice용으로. 숫자는 숫자로 들어 있습니다.
data-geojson-what = 사례의 도시마다 한 점. QGIS와 웹 지도용.
data-jsonl-what = 한 줄에 온전한 기록 하나: 모든 절, 번역, 지표, 출처.
data-search = 검색한 것만
data-search-how = 먼저 검색한 다음, 주소의 “cases” 뒤에 파일 확장자를 붙이세요. 어떤 필터 조합에서나 됩니다:
data-search-link = 사례 검색
data-feeds = 새 소식 받기
data-feeds-how = 모든 검색은 피드이기도 합니다. 피드 리더, 보도국, 다른 사이트에서 쓸 수 있습니다:
data-feeds-fediverse = 연합우주에서는 네트워크 자체나 그 주제, 목표, 장소를 팔로우할 수 있습니다.
data-programs = 프로그램용
data-api-what = 검색, 패싯, 개별 사례, 네트워크, 어휘를 JSON으로 제공하며 OpenAPI 3.1 문서로 설명합니다.
data-oai-what = 여섯 가지 동사 전부, 더블린 코어, 주제와 목표별 세트. 철회된 사례는 영구히 알립니다.
data-dcat = 데이터 포털용 카탈로그(DCAT-AP)
data-dcat-what = 카탈로그 하나, 데이터 세트 하나와 그 모든 배포 형식을 JSON-LD와 Turtle로.
data-licences = 라이선스
data-licences-how = 사례를 쓸 때는 네트워크를 밝히고, 그 페이지를 링크하고, 라이선스를 적어 주세요.
data-fair = 공정한 이용
data-fair-how = 한 주소에서 오는 요청은 분당 { $n }건까지 응답합니다. 응답에는 ETag가 있습니다. If-None-Match로 물으면 바뀌지 않은 것은 다시 보내지 않습니다.

# The page about the programming interface.
api-heading = 프로그래밍 인터페이스
api-lead = 어떤 웹 페이지나 프로그램에서든 누구나 읽을 수 있습니다. 응답은 JSON, 시각은 UTC입니다.
api-document = OpenAPI 3.1 문서
api-base = 아래 주소는 모두 { $address } 로 시작합니다.
api-parameters = 매개변수
api-name = 이름
api-where = 위치
api-meaning = 뜻
api-answers = 응답
api-status = 상태
api-example = 예
api-in-path = 경로 안
api-in-query = 쿼리 안

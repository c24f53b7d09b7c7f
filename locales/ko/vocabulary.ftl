# 닫힌 어휘의 낱말, 식별자별.

# Status of the measure
status-planned = 계획 중
status-pilot = 시범 사업
status-ongoing = 진행 중
status-completed = 완료
status-discontinued = 중단

# Scale
scale-site = 건물 또는 부지
scale-neighbourhood = 동네 또는 지구
scale-inner-city = 도심
scale-city = 도시 전체
scale-metropolitan = 대도시권
scale-regional = 지역
scale-multi-city = 여러 도시

# Kinds of actors
kind-local-government = 지방정부
kind-regional-government = 광역정부
kind-national-government = 중앙정부
kind-supranational = 국제기구 또는 초국가 기구
kind-public-utility = 공기업 또는 공공기관
kind-private-sector = 민간 부문
kind-public-private-partnership = 민관협력
kind-community-group = 지역사회 또는 시민 단체
kind-ngo-philanthropy = 비정부기구 또는 자선단체
kind-research = 대학 또는 연구기관
kind-network = 도시 네트워크

# Roles of actors
role-initiator = 제안자
role-lead = 주관
role-partner = 협력
role-funder = 재정 지원
role-designer = 설계
role-operator = 운영
role-evaluator = 평가

# Sources of funding
funding-municipal-budget = 시 예산
funding-taxes-levies = 세금과 부담금
funding-user-fees = 이용료
funding-regional-grant = 광역 보조금
funding-national-grant = 국가 보조금
funding-eu-funds = EU 기금
funding-development-bank = 개발은행
funding-donor-grant = 공여기관 지원금
funding-loans-bonds = 대출과 채권
funding-private-investment = 민간 투자
funding-philanthropy = 자선 기금
funding-crowdfunding = 크라우드펀딩
funding-land-value-capture = 토지 가치 환수
funding-in-kind-volunteer = 현물과 자원봉사

# Cost bands
cost-unknown = 밝히지 않음
cost-lt-100k = 10만 유로 미만
cost-100k-1m = 10만~100만 유로
cost-1m-10m = 100만~1,000만 유로
cost-10m-100m = 1,000만~1억 유로
cost-100m-1b = 1억~10억 유로
cost-gt-1b = 10억 유로 초과

# Sizes of cities
size-xs = 5만 명 미만
size-s = 5만~25만 명
size-m = 25만~100만 명
size-l = 100만~500만 명
size-xl = 500만 명 초과

# Sections of a case
section-context = 배경
section-challenge = 과제
section-solution = 해법과 실행
section-results = 결과와 영향
section-lessons = 배운 점
section-transferability = 적용 가능성
section-financing = 재정
section-governance = 거버넌스와 참여
section-monitoring = 모니터링과 평가

# Kinds of links
link-website = 웹사이트
link-original = 처음 발행된 곳
link-document = 문서
link-dataset = 데이터 세트
link-video = 동영상
link-evaluation = 평가
link-news = 뉴스

# Roles of contacts
contact-initiator = 제안자
contact-project-manager = 사업 책임자
contact-press = 언론 담당
contact-network = 네트워크 사무국

# Licences
licence-CC-BY-4-0 = 크리에이티브 커먼즈 저작자표시 4.0
licence-CC-BY-SA-4-0 = 크리에이티브 커먼즈 저작자표시-동일조건변경허락 4.0
licence-CC-BY-NC-4-0 = 크리에이티브 커먼즈 저작자표시-비영리 4.0
licence-CC-BY-NC-SA-4-0 = 크리에이티브 커먼즈 저작자표시-비영리-동일조건변경허락 4.0
licence-CC0-1-0 = 크리에이티브 커먼즈 제로
licence-LicenseRef-all-rights-reserved = 모든 권리 보유

# Languages of cases
language-en = 영어
language-es = 스페인어
language-fr = 프랑스어
language-pt = 포르투갈어
language-de = 독일어
language-ko = 한국어
language-ja = 일본어
language-zh-Hans = 중국어(간체)
language-zh-Hant = 중국어(번체)
language-ar = 아랍어

citymaker-politician = 정치인
citymaker-administrator = 행정가
citymaker-academic = 연구자
citymaker-practitioner = 실무자
citymaker-network-staff = 네트워크 직원
citymaker-civil-society = 시민사회
citymaker-journalist = 언론인
citymaker-student = 학생

# 주제와 하위 주제, 식별자별.

topic-mobility = 이동과 교통
topic-public-transport = 대중교통
topic-walking = 보행과 보행자 구역
topic-cycling = 자전거
topic-traffic-demand = 교통량 감축, 도로 통행료, 도시 물류
topic-road-safety = 도로 안전
topic-electric-mobility = 전기차와 친환경차
topic-shared-mobility = 공유형·수요응답형 이동

topic-climate-adaptation = 기후 적응과 회복력
topic-stormwater-flooding = 빗물과 침수
topic-extreme-heat = 폭염
topic-drought = 가뭄과 물 부족
topic-coastal-resilience = 연안과 해수면 상승
topic-disaster-risk = 재난 위험, 조기 경보, 회복력 전략

topic-energy-climate = 에너지와 기후변화 완화
topic-climate-plans = 기후 계획과 탄소 예산
topic-renewable-energy = 재생에너지
topic-district-energy = 지역 냉난방
topic-energy-efficiency = 에너지 효율과 에너지 빈곤

topic-water = 물과 위생
topic-drinking-water = 식수 공급
topic-sanitation = 위생과 하수
topic-water-demand = 물 절약과 수요 관리
topic-river-restoration = 하천과 수변 복원
topic-water-sensitive-design = 물 순환 도시 설계

topic-nature = 자연과 생물다양성
topic-parks-green-space = 공원과 녹지
topic-urban-forest = 도시 나무와 숲
topic-nature-based-solutions = 자연기반해법
topic-ecological-corridors = 서식지와 생태 통로

topic-waste-circularity = 폐기물과 순환경제
topic-waste-prevention = 쓰레기 줄이기와 제로 웨이스트
topic-recycling-collection = 수거, 재활용, 퇴비화
topic-reuse-repair = 재사용, 수리, 순환 건설
topic-informal-recyclers = 폐기물 수집인과 비공식 재활용 종사자

topic-housing = 주거
topic-social-housing = 사회주택과 공공임대주택
topic-affordable-housing = 부담 가능한 주택과 임대료 정책
topic-informal-settlements = 비공식 정착지와 개선
topic-cooperative-housing = 협동조합 주택과 지역사회 주도 주택
topic-homelessness = 노숙
topic-eco-districts = 지속가능한 동네

topic-planning-public-space = 도시계획과 공공공간
topic-public-space = 공공공간과 전술적 도시론
topic-compact-city = 압축도시와 15분 도시
topic-urban-regeneration = 도시재생과 유휴부지
topic-heritage = 문화유산과 역사지구
topic-urban-commons = 도시 공유재

topic-inclusion = 사회 포용과 평등
topic-gender-equality = 성평등
topic-children-youth = 아동과 청소년
topic-older-people = 노인과 고령친화도시
topic-disability-accessibility = 장애와 접근성
topic-migration-refugees = 이주와 난민
topic-lgbtiq = LGBTIQ+ 평등
topic-anti-racism = 차별 철폐와 상호문화도시
topic-poverty-reduction = 빈곤 감소와 돌봄

topic-health-food = 건강과 먹거리
topic-public-health = 공중보건과 건강도시
topic-health-emergencies = 보건 위기와 대비
topic-air-quality = 대기질
topic-food-policy = 먹거리 정책과 식량안보
topic-urban-agriculture = 도시농업
topic-sport-active-living = 체육과 활동적인 생활

topic-education-culture = 교육과 문화
topic-lifelong-learning = 학습도시와 평생학습
topic-schools = 학교와 유아교육
topic-culture-creativity = 문화, 도서관, 창조산업
topic-sustainable-tourism = 지속가능한 관광

topic-economy-jobs = 지역경제와 일자리
topic-skills-employment = 기술과 고용
topic-social-economy = 사회연대경제
topic-innovation-startups = 혁신과 스타트업
topic-informal-economy = 비공식 경제와 시장
topic-green-economy = 녹색경제와 정의로운 전환
topic-public-procurement = 공공조달

topic-governance = 거버넌스와 참여
topic-participatory-budgeting = 주민참여예산
topic-citizen-participation = 시민 참여와 시민의회
topic-open-government = 열린 정부와 투명성
topic-metropolitan-governance = 대도시권 계획과 거버넌스
topic-municipal-finance = 지방재정
topic-sdg-localisation = SDGs 지역화와 자발적 지방 검토
topic-city-diplomacy = 도시외교와 정책 제안
topic-decentralised-cooperation = 도시 간 협력

topic-digital = 디지털 도시
topic-open-data = 공개 데이터와 데이터 거버넌스
topic-digital-services = 디지털 공공서비스
topic-digital-rights = 디지털 권리와 윤리
topic-digital-inclusion = 디지털 포용
topic-smart-infrastructure = 스마트 기반시설과 센서

topic-safety-rights = 안전, 평화, 인권
topic-urban-security = 도시 안전과 폭력 예방
topic-human-rights-cities = 인권도시
topic-freedom-of-expression = 표현의 자유와 피난처 도시

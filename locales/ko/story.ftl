# One case: its parts, its history, how to cite and to follow it.

# In which language it is read.
tongues = 이 사례의 언어
tongue-original = 원문
tongue-human = 번역
tongue-machine = 기계 번역
tongue-rest = 아래 글은 원문입니다({ $language }).

# Where it comes from, and its revisions.
origin-shared = { $actor } 계정이 공유하여 여기에 왔습니다.
origin-submitted = 제출: { $who }.
origin-reviewed = 마지막 검토: { $date }.
origin-received = 여기에 처음 받은 날: { $date }.
history = 개정
history-link = 모든 개정
history-title = { $title }: 개정 내역
history-what = 이 사례가 여기서 공개되었던 모든 판을 최신순으로 보여 줍니다. 판마다 바뀌지 않는 주소가 있습니다.
history-published = { $network }, { $host }, { $date } 발행.
history-revision = 제{ $revision }판
history-first = 여기에 보관된 첫 판
history-nothing = 페이지에 보이는 변경 없음
history-show = 바뀐 내용
history-older = 이전 판
history-compared = 제{ $old }판에서 제{ $new }판으로 바뀐 내용
history-gone = 뺀 내용
history-new = 넣은 내용
history-del = 뺀 내용:
history-ins = 넣은 내용:
revision-older = { $date }의 제{ $revision }판입니다. 최신은 제{ $newest }판입니다.
revision-newest = { $date }의 제{ $revision }판이며 최신입니다.
revision-current = 현재의 사례 읽기
field-title = 제목
field-subtitle = 부제
field-summary = 요약
field-language = 언어
field-cities = 도시
field-period = 기간
field-status = 상태
field-scale = 규모
field-topics = 주제
field-goals = 목표
field-targets = 세부목표
field-actors = 참여한 곳
field-funding = 비용과 재원
field-indicators = 수치
field-awards = 수상
field-pictures = 사진
field-links = 링크와 문서
field-contacts = 연락처
field-related = 관련 사례
field-licence = 라이선스
field-source = 처음 발행된 곳

# Citing it.
cite = 이 사례 인용하기
cite-rest = 사례, 제{ $revision }판, { $date }. { $licence }.
cite-files = 문헌 관리 프로그램용:

# Related cases: why each is there.
kin-comma = {", "}
kin-named = 글쓴이가 꼽았습니다.
kin-city = 같은 도시: { $city }.
kin-country = 같은 국가: { $country }.
kin-topics = 같은 주제: { $names }.
kin-goals = 같은 목표: { $names }.
kin-targets = 같은 세부목표: { $names }.
kin-words = 같은 낱말: { $names }.
gone-instead = 대신 이런 사례는 어떨까요

# Comments.
comments-take-part = 내 서버에서 답글, 좋아요, 공유하기
comments-later = 다음 댓글
comments-first = 처음 댓글로

# Following and answering from one's own server.
follow-topic = { $topic }에 관한 새 사례
follow-away = 내 서버에서 팔로우
away-open = 내 서버에서 팔로우하기
away-follow = { $handle } 팔로우
away-case = 내 서버에서 답글, 좋아요, 공유하기
away-what = 연합우주는 Mastodon처럼 서로 독립된 많은 사이트로 이루어져 있으며, 어느 사이트의 사람이든 서로 팔로우하고 답할 수 있습니다. 계정이 있는 곳을 알려 주시면 그곳에서 확인하게 됩니다. 이 사이트는 이용자에 대해 아무것도 저장하지 않으며 쿠키도 쓰지 않습니다.
away-choose = 여기서 팔로우할 수 있는 것
away-server = 내 서버, 또는 그곳의 내 주소
away-server-hint = 예: mastodon.social 또는 me@mastodon.social
away-go = 내 서버로 가기
away-reply = 답글
away-like = 좋아요
away-share = 공유
away-by-hand = 또는 직접 하기
away-by-hand-how = 이것을 복사해 내 서버의 검색창에 붙여 넣고, 찾은 것을 고르세요.
away-new = 아직 계정이 없나요?
away-new-what = 연합우주의 어느 서버에서든 무료로 가입하고 다시 오세요. 이 사이트의 피드는 계정 없이도 읽을 수 있습니다.
away-no-server = 서버 이름이 아닙니다. mastodon.social 같은 모양이거나, 앞에 자기 이름을 붙인 me@mastodon.social 같은 모양입니다.
away-silent = { $host } 서버가 지금 응답하지 않습니다.
away-no-template = { $host } 서버는 이용자가 어디에서 확인하는지 알려 주지 않습니다.
away-elsewhere = { $host } 서버가 다른 사이트로 보내려 하므로 따르지 않았습니다.
away-paste = 대신 { $address } 주소를 복사해 그곳의 검색창에 붙여 넣으세요. 이 방법은 언제나 됩니다.

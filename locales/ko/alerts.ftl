# What people are told of: saved searches, digests by mail, notices.

# Notices on the site.
me-notices = 알림
notices-title = 알림
notices-unread = 읽지 않음:
notices-none = 새 알림이 없습니다. 관련된 소식이 여기에 표시됩니다.
notices-read = 읽음으로 표시
notices-read-all = 모두 읽음으로 표시
notices-cut = 더 오래된 알림은 표시되지 않습니다.
told-alert = 검색 “{ $name }”에 새 사례 { $n }건이 있습니다
told-submitted = { $who } 님이 “{ $title }”의 검토를 요청했습니다.
told-in-review = “{ $title }”이(가) 검토되고 있습니다.
told-changes-requested = “{ $title }”에 수정 요청이 있습니다.
told-approved = “{ $title }”이(가) 승인되어 게시를 기다립니다.
told-published = “{ $title }”이(가) 게시되었습니다.
told-rejected = “{ $title }”이(가) 채택되지 않았습니다.
told-withdrawn = “{ $title }”이(가) 철회되었습니다.
told-noted = “{ $title }”에 새 메모가 있습니다.
told-answered = { $who } 님이 “{ $title }”의 메모에 답했습니다.
told-comment = { $who } 님이 “{ $title }”에 댓글을 남겼습니다.
told-reply = { $who } 님이 “{ $title }”에서 답글을 남겼습니다.
told-mention = { $who } 님이 “{ $title }”에서 회원님을 언급했습니다.
told-message = { $who } 님이 메시지를 보냈습니다.
told-follower = { $who } 님이 회원님을 팔로우합니다.
told-reported = “{ $title }”의 정정 요청이 있습니다.
told-old = 24개월 동안 아무도 살펴보지 않은 공개 사례가 있습니다. 아직 맞는지 확인해 주십시오.
told-mail-returns = 귀하의 주소로 보낸 메일이 반송됩니다. 다른 주소를 알려 주세요.
told-times = ({ $n }번)

# Saved searches.
alerts-title = 저장한 검색
alerts-tell-me = 새 사례 알림 받기
alerts-what = 이 검색에 맞는 새 사례가 게시되면 알려 드립니다. 이전 사례와 이후의 수정은 포함되지 않습니다.
alerts-when = 매일 및 매주 메일은 협정 세계시 { $hour }:00에, 매주 메일은 월요일에 발송되며, 새 사례가 있을 때만 발송됩니다.
alerts-name = 검색 이름
alerts-rhythm = 빈도
rhythm-instant = 즉시
rhythm-daily = 하루에 한 번
rhythm-weekly = 일주일에 한 번
alerts-ways = 알림 방법
alerts-mail = 이메일
alerts-site = 이 사이트의 알림
alerts-silent = 알리지 않습니다. 피드는 사용할 수 있습니다.
alerts-save = 검색 저장
alerts-saved = 검색을 저장했습니다. 새 사례를 알려 드립니다.
alerts-changed = 변경했습니다.
alerts-ended = 검색을 더 이상 저장하지 않습니다.
alerts-none = 아직 저장한 검색이 없습니다. 사례를 검색한 뒤 “새 사례 알림 받기”를 선택하세요.
alerts-change = 변경
alerts-end = 끝내기
alerts-feed = 비공개 피드
alerts-feed-what = 피드 리더용입니다. 이 주소를 아는 사람은 누구나 읽을 수 있습니다. 새 주소를 만들면 이전 주소는 쓸 수 없습니다.
alerts-feed-renew = 새 주소
alerts-feed-renewed = 피드 주소가 새로 바뀌었습니다. 이전 주소는 쓸 수 없습니다.
alerts-everything = 모든 사례
alerts-no-name = 검색에 이름을 붙여 주세요. 너무 길면 안 됩니다.
alerts-too-many = 이미 검색 { $n }개를 저장했습니다. 먼저 하나를 끝내 주세요.
alerts-end-title = 이 메일 그만 받기
alerts-end-ask = “{ $name }” 메일을 그만 받으시겠습니까?
alerts-end-done = “{ $name }” 메일은 더 이상 오지 않습니다. 검색은 계정에 그대로 저장되어 있습니다.
alerts-end-over = 이 링크는 더 이상 쓸 수 없습니다. 이미 메일을 끊었거나 링크가 완전하지 않습니다.
alerts-end-go = 그만 받기

# A digest of a topic, for any address.
digest-title = 주간 메일
digest-what = “{ $topic }”의 새 사례를 있을 때마다 매주 월요일에 보내 드립니다. 계정이 필요 없으며, 모든 메일에 그만 받는 링크가 있습니다.
digest-go = 주간 메일 받기
digest-sent = { $email } 주소로 메일을 보냈습니다. 일주일 안에 그 메일에서 동의하시면 주간 메일이 시작됩니다.
digest-back = 주제로 돌아가기
digest-confirm-subject = “{ $topic }” 주간 메일: 확인해 주세요
digest-confirm-text = 누군가 { $site }에 “{ $topic }”의 새 사례를 이 주소로 매주 보내 달라고 요청했습니다. 본인이라면 확인해 주세요.
digest-confirm-link = 예, 주간 메일을 받겠습니다
digest-confirm-ask = “{ $topic }”의 새 사례를 매주 메일로 받으시겠습니까?
digest-confirm-done = “{ $topic }”의 새 사례가 있으면 매주 월요일에 보내 드립니다.
digest-end-ask = “{ $topic }” 주간 메일을 그만 받으시겠습니까?
digest-end-done = “{ $topic }” 주간 메일은 더 이상 오지 않습니다. 주소를 삭제했습니다.

# Letters.
alert-mail-subject-one = { $name }: { $title }
alert-mail-subject = { $name }: 새 사례 { $n }건
alert-mail-text = “{ $name }”에 새 사례 { $n }건이 있습니다.
alert-mail-link = 모두 보기
alert-mail-why-instant = { $site }에서 이 검색을 저장하고 즉시 알림을 선택하셨기 때문에 보내 드립니다.
alert-mail-why-daily = { $site }에서 이 검색을 저장하고 하루에 한 번 알림을 선택하셨기 때문에 보내 드립니다.
alert-mail-why-weekly = { $site }에서 이 검색을 저장하고 일주일에 한 번 알림을 선택하셨기 때문에 보내 드립니다.
alert-mail-why-digest = 이 주소로 { $site }의 “{ $name }” 주간 메일에 동의하셨기 때문에 보내 드립니다.
alert-mail-change = 저장한 검색 변경 또는 끝내기:
alert-mail-end = 이 메일 그만 받기:

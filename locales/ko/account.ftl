# Accounts, log-in, profiles of one's own.

# In the masthead.
me-nav = 내 계정
me-in = 로그인
me-out = 로그아웃
me-write = 글쓰기
me-desk = 편집 데스크

# Signing in, and choosing a password.
login-title = 로그인
account-email = 이메일 주소
account-password = 비밀번호
login-cookie = 로그인하면 쿠키 하나가 저장됩니다. 로그인 상태를 유지할 뿐 다른 용도는 없습니다.
login-wrong = 이메일 주소와 비밀번호가 맞지 않습니다.
login-waiting = 계정이 아직 승인을 기다리고 있습니다. 승인되면 메일로 알려 드립니다.
login-password-set = 비밀번호가 설정되었습니다. 이제 이 비밀번호로 로그인할 수 있습니다.
password-title = 비밀번호 정하기
password-for = { $name } 님의 계정에 쓰입니다.
password-new = 새 비밀번호
password-help = { $n }자 이상. 짧은 문장이 좋은 비밀번호입니다.
password-set = 비밀번호 설정
password-short = 비밀번호가 너무 짧습니다. { $n }자 이상이어야 합니다.
password-long = 비밀번호가 너무 깁니다.
password-guessable = 너무 쉽게 짐작할 수 있는 비밀번호입니다. 다른 것을 골라 주세요.
key-over = 이미 사용되었거나 만료된 링크입니다. 새 링크를 요청해 주세요.

# One's own account.
account-title = 내 계정
account-role = 역할
account-since = 가입일
account-page = 내 공개 페이지
account-role-citymaker = 시티메이커
account-role-contributor = 기고자
account-role-reviewer = 검토자
account-role-editor = 편집자
account-role-network-admin = 네트워크 관리자
account-role-instance-admin = 인스턴스 관리자
sessions-title = 로그인한 곳
sessions-this = 이 브라우저
sessions-times = 로그인 { $began }, 마지막 사용 { $used }
sessions-unknown = 이름을 알 수 없는 브라우저
sessions-end = 그곳에서 로그아웃
sessions-end-others = 다른 모든 곳에서 로그아웃
sessions-ended = 그곳에서 로그아웃되었습니다.
suspended-title = 계정이 정지되었습니다
suspended-text = 이 사이트의 운영자가 밝힌 이유입니다:

# What is not done.
again-title = 다시 한 번 보내 주세요
again-nothing = 그사이 로그인이 끝났거나 바뀌었습니다. 아무것도 변경되지 않았습니다.
again-on = 계속
again-out = 로그인이 끝났습니다. 작성하신 내용은 이 페이지에 남아 있습니다. 링크로 새 창에서 로그인한 뒤 여기로 돌아와 보내 주세요.
again-in = 양식을 연 뒤 로그인이 바뀌었습니다. 작성하신 내용은 이 페이지에 남아 있으며, 아직 아무것도 변경되지 않았습니다.
again-send = 다시 보내기
lacking-title = 이용할 수 없는 페이지입니다
lacking-text = 다음 역할 또는 그보다 높은 권한이 필요합니다: { $role }. 역할은 이 사이트의 운영자가 부여합니다.
elsewhere-title = 아무것도 변경되지 않았습니다
elsewhere-text = 이 양식은 이 사이트의 페이지에서 온 것이 아니거나 이전 로그인의 것입니다. 여기에서 페이지를 열어 보내 주세요.
no-form-text = 이 주소는 해당 페이지의 양식만 받습니다.
large-title = 한 번에 보내기에는 너무 많습니다
large-text = 아무것도 변경되지 않았습니다. 뒤로 가면 글이 양식에 남아 있습니다. 줄여 주세요.
often-title = 시도 횟수가 너무 많습니다
often-text = { $n }분 뒤에 다시 시도해 주세요.

# Registering.
login-forgotten = 비밀번호를 잊으셨나요?
login-register = 계정이 없으신가요? 만들기
account-no-email = 이메일 주소가 아닙니다. name@example.org 같은 형식입니다.
account-flaws = 다음을 고쳐 주세요
register-title = 계정 만들기
register-what = 계정이 있으면 사례를 쓰고, 댓글을 달고, 다른 사람과 연락할 수 있습니다. 읽는 데는 필요 없습니다.
register-approved = 사이트 운영자가 새 회원을 한 명씩 승인합니다.
register-email-help = 그 주소로 링크를 보냅니다. 주소는 다른 사람에게 공개되지 않습니다.
register-go = 링크 보내기
register-have = 이미 계정이 있습니다
register-closed = 이곳의 계정은 초대로만 만들 수 있습니다. 사이트 운영자가 초대할 수 있습니다.
sent-title = 메일함을 확인해 주세요
sent-where = 몇 분이 지나도 오지 않으면 스팸함과 주소를 확인해 주세요.
register-sent = { $email } 주소로 메일을 보냈습니다. 링크는 하루 동안 쓸 수 있습니다.
register-waiting-title = 계정이 승인을 기다리고 있습니다
register-waiting = 사이트 운영자에게 알렸습니다. 로그인할 수 있게 되면 메일을 보내 드립니다.
finish-for = 주소 { $email } 이(가) 확인되었습니다. 세 가지만 더 입력해 주세요.
finish-name = 이름
finish-name-help = 다른 사람에게 보이는 이름입니다. 나중에 바꿀 수 있습니다.
finish-handle = 핸들
finish-handle-help = 영어 소문자, 숫자, 점, 하이픈, 밑줄. 페디버스 어디에서나 @handle@{ $host } 입니다. 바꿀 수 없습니다.
finish-terms = { $terms }에 동의합니다.
finish-go = 계정 만들기
flaw-name = 이름은 1자에서 100자까지입니다.
flaw-handle = 쓸 수 없는 핸들입니다. 영어 소문자, 숫자, 점, 하이픈, 밑줄만 쓸 수 있습니다.
flaw-handle-taken = 이미 사용 중인 핸들입니다. 다른 것을 골라 주세요.
flaw-terms = 계정을 만들려면 약관에 동의해야 합니다.
forgotten-title = 새 비밀번호
forgotten-what = 새 비밀번호를 정할 수 있는 링크를 보내 드립니다.
forgotten-go = 링크 보내기
forgotten-sent = { $email } 주소의 계정이 있으면 메일이 도착합니다. 링크는 하루 동안 쓸 수 있습니다.

# Letters.
mail-foot = 이 메일은 { $site }에서 보냈습니다.
mail-once-a-day = 링크는 하루 안에 한 번만 쓸 수 있습니다.
mail-not-you = 직접 요청하지 않았다면 아무것도 하지 마세요. 아무 일도 일어나지 않습니다.
mail-register-subject = { $site } 계정
mail-register-text = 누군가 이 주소로 { $site } 계정을 신청했습니다. 본인이라면 여기에서 계속하세요.
mail-register-link = 계정 만들기
mail-known-subject = { $site } 계정이 이미 있습니다
mail-known-text = 누군가 이 주소로 { $site } 계정을 신청했습니다. 이미 계정이 있습니다.
mail-known-after = 비밀번호를 잊으셨다면 로그인 페이지에서 다시 정할 수 있습니다.
mail-password-subject = { $site }의 새 비밀번호
mail-password-text = { $name } 님, { $site } 계정의 새 비밀번호 요청이 있었습니다. 여기에서 정해 주세요.
mail-invite-subject = { $site }에 초대되었습니다
mail-invite-text = { $site } 계정에 초대되었습니다. 도시 네트워크가 도시에서 효과를 본 일을 공개하는 곳입니다.
mail-invite-after = 링크는 2주 안에 한 번만 쓸 수 있습니다.
mail-waiting-subject = { $name } 님이 승인을 기다립니다
mail-waiting-text = { $name } 님({ $email })이 { $site } 계정을 만들고 승인을 기다리고 있습니다.
mail-approved-subject = { $site }에 오신 것을 환영합니다
mail-approved-text = { $name } 님, { $site } 계정이 승인되었습니다. 이제 로그인할 수 있습니다.
accounts-title = 계정

# Those who govern decide on accounts.
accounts-all = 전체: { $n }
accounts-waiting = 대기: { $n }
accounts-active = 활성: { $n }
accounts-suspended = 정지: { $n }
accounts-since = { $day}부터
accounts-seen = 마지막 로그인 { $day }
accounts-is-suspended = 정지:
accounts-approve = 승인
accounts-decline = 거절
accounts-restore = 정지 해제
accounts-decide = 결정
accounts-role = 이 역할 부여
accounts-reason = 이유 (본인이 읽습니다)
accounts-suspend = 정지
accounts-next = 계정 더 보기
accounts-done = { $name } 님에 대해 처리했습니다.
accounts-no-reason = 정지하려면 1000자 이내의 이유가 필요합니다. 아무것도 변경되지 않았습니다.
accounts-not-now = 처리할 수 없습니다. 이미 결정되었거나, 핸들이 사용 중이거나, 마지막 인스턴스 관리자입니다. 아래가 현재 상태입니다.

# One's profile, in three steps.
account-profile = 프로필 편집
profile-title = 내 프로필
profile-public = 연락 방법을 제외하고 모두 공개됩니다. 어느 단계든 비워 두어도 됩니다.
profile-who = 나는 누구인가
profile-what = 내가 아는 것
profile-how = 연락 방법
profile-no-role = 역할 없음
profile-network = 네트워크
profile-summary = 소개
profile-summary-help = 몇 문장, 최대 2000자.
profile-topics-help = 20개까지 고를 수 있습니다.
profile-more = 더 자세히
profile-contactable = 다른 사람이 나에게 글을 보낼 수 있습니다. 주소는 공개되지 않습니다.
profile-discoverable = 이 네트워크의 사람 목록에 나를 보이고 다른 곳에도 추천합니다.
profile-indexable = 내가 공개로 쓴 글을 검색에서 찾을 수 있습니다.
profile-mail-language = 받는 메일의 언어
profile-next = 저장하고 계속
profile-save = 저장
profile-later = 나중에
profile-saved = 프로필을 저장했습니다. 다른 서버의 팔로워에게도 곧 보입니다.
profile-flaw-who = 저장할 수 없습니다. 이름은 1~100자, 도시와 네트워크는 120자, 글은 2000자까지입니다.
profile-flaw-what = 저장할 수 없습니다. 주제와 언어는 각각 20개까지 고르세요.

# Password, address, one-time codes.
security-title = 비밀번호와 보안
security-password-what = 비밀번호를 바꾸면 다른 모든 곳에서 로그아웃됩니다.
security-password-done = 비밀번호가 바뀌었습니다. 다른 모든 곳에서 로그아웃되었습니다.
security-old = 현재 비밀번호
security-wrong = 현재 비밀번호가 아닙니다. 아무것도 변경되지 않았습니다.
email-what = 메일은 { $email } 주소로 갑니다. 다른 주소는 두 주소가 모두 동의해야 쓰입니다.
email-new = 새 주소
email-go = 두 주소에 확인 요청
email-sent = 현재 주소와 { $email } 주소로 각각 메일을 보냈습니다. 두 메일의 링크를 모두 열어 주세요.
email-confirm-title = 계정의 주소 변경
email-confirm-what = 이제부터 메일은 { $email } 주소로 갑니다.
email-half = 감사합니다. 다른 주소도 동의해야 합니다. 그 메일에도 링크가 있습니다.
email-done = 이제 메일은 { $email } 주소로 갑니다. 앞으로 이 주소로 로그인하세요.
mail-address-subject = { $site } 계정의 주소 변경
mail-address-text = { $name } 님, { $site } 계정의 메일이 앞으로 { $email } 주소로 갑니다. 원하시면 여기에서 확인해 주세요.
mail-address-link = 이 주소 사용
mail-address-after = 3일 안에 두 주소가 모두 동의해야 합니다.
codes-title = 일회용 코드
codes-what = 로그인할 때 비밀번호와 함께 휴대폰 앱에 나오는 코드를 씁니다. 비밀번호만으로는 들어올 수 없습니다.
codes-on = 일회용 코드 사용
codes-how = 이 키를 일회용 코드 앱(여섯 자리, 30초마다)에 입력한 뒤, 표시되는 코드를 적어 주세요.
codes-app = 휴대폰에서는: 앱에서 열기
codes-code = 코드
codes-confirm = 확인
codes-wrong = 코드가 맞지 않거나 이미 사용되었습니다. 30초마다 새 코드가 나옵니다.
codes-on-done = 일회용 코드를 사용합니다
codes-recovery = 이 복구 코드를 안전한 곳에 보관하세요. 앱을 잃었을 때 하나씩 한 번 쓸 수 있습니다. 지금만 표시됩니다.
codes-are-on = 일회용 코드를 사용 중입니다.
codes-left = 복구 코드가 { $n }개 남았습니다.
codes-off = 일회용 코드 그만 쓰기
codes-off-done = 일회용 코드를 더는 묻지 않습니다.
code-title = 한 단계 더
code-help = 일회용 코드 앱의 코드, 또는 복구 코드 하나.
code-over = 시간이 너무 지났습니다. 처음부터 다시 해 주세요.

# Answering, taking along, leaving.
appeal-title = 답변
appeal-what = 다르게 생각하신다면 여기에 적어 주세요. 사이트 운영자가 읽습니다.
appeal-send = 답변 보내기
appeal-sent = { $day }에 보내신 답변을 받았습니다. 새로 보내면 바뀝니다.
appeal-flaw = 답변은 1자에서 4000자까지입니다.
leave-title = 모두 가져가기 또는 탈퇴
export-title = 모두 가져가기
export-what = 계정의 보관 파일: 프로필, ActivityPub 형식의 공개 내용, 받은 메시지.
export-go = 보관 파일 내려받기
leave-end = 완전히 탈퇴
leave-what = 주소, 프로필, 로그인이 삭제되고 { $handle } 이(가) 없어졌음을 다른 서버에 알립니다. 공개된 사례는 네트워크에 남습니다. 되돌릴 수 없으며 핸들은 다시 쓰이지 않습니다.
leave-go = 내 계정 삭제
leave-stay = 머무르기
leave-last = 마지막 인스턴스 관리자입니다. 먼저 다른 관리자를 정해 주세요.

mails-title = 메일
mails-what = 이 사이트가 사람들에게 보낸 메일입니다. 최신순입니다.
mails-filed = 메일 서버가 설정되지 않아 메일을 보내지 않습니다. 서버에 파일로 보관되며 여기에서 읽을 수 있습니다.
mails-none = 아직 없습니다.
mails-all = 전체
mails-read = 읽기
mails-retry = 다시 보내기
mails-drop = 보내지 않기
mails-done-retry = 다시 보냅니다.
mails-done-drop = 보내지 않습니다.
mails-not-now = 할 수 없었습니다. 그사이 발송되었거나 취소되었습니다. 현재 상태는 아래와 같습니다.
mails-more = 이전 메일
mails-tries = { $n ->
   *[other] { $n }번 시도
}
mail-state-waiting = 대기 중
mail-state-handing = 발송 중
mail-state-sent = 발송됨
mail-state-filed = 파일로 보관
mail-state-bounced = 반송됨
mail-state-unsure = 도착 여부 불명
mail-state-given-up = 포기함
mail-state-dropped = 보내지 않음

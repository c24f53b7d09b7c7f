# 소속 기관으로 로그인하기와 계정 이전.

# 기관의 로그인 제공자.
org-label = 소속 기관
org-button = { $label } 계정으로 로그인
org-title = { $label } 계정으로 로그인
org-what = 이 계정을 연결하면 { $label } 계정으로도 로그인할 수 있습니다.
org-connect = 연결
org-connected = 연결되었습니다. 이제 이 방법으로 로그인할 수 있습니다.
org-is-connected = 이 계정은 연결되어 있습니다. { $label } 계정으로 로그인할 수 있습니다.
org-is-connected-as = 이 계정은 { $email } 주소로 연결되어 있습니다. { $label } 계정으로 로그인할 수 있습니다.
org-disconnect = 연결 해제
org-disconnected = 연결이 해제되었습니다. 이제 비밀번호로 로그인합니다.
org-last = 로그인할 수 있는 방법이 이것뿐입니다. 먼저 비밀번호를 정하세요.
org-no-password = 여기에는 비밀번호가 없습니다. 비밀번호를 정하려면 링크를 메일로 받으세요.
org-password-go = 비밀번호 정하기
org-finish = { $label }에서 { $email } 주소를 확인했습니다. 세 가지가 남았습니다.
org-silent = 지금은 { $label }에 연결할 수 없습니다. 몇 분 뒤에 다시 시도하거나 비밀번호로 로그인하세요.
org-over = 로그인에 시간이 너무 오래 걸렸거나 다른 브라우저에서 시작되었습니다. 바뀐 것은 없습니다. 처음부터 다시 해 주세요.
org-denied = { $label }에서 로그인되지 않았습니다. 바뀐 것은 없습니다.
org-untrusted = { $label }의 응답을 확인할 수 없어 로그인하지 않았습니다. 이 사이트의 운영자에게 알려 주세요.
org-no-email = { $label }에서 확인된 이메일 주소를 알려 주지 않아 이 방법으로는 계정을 만들 수 없습니다. 이미 계정이 있으면 비밀번호로 로그인한 뒤 ‘비밀번호와 보안’에서 연결하세요.
org-domain = 이 도메인의 주소로는 계정을 만들 수 없습니다.
org-known = { $email } 주소의 계정이 이미 있습니다. 그 비밀번호로 로그인한 뒤 ‘비밀번호와 보안’에서 { $label } 계정과 연결하세요.
org-closed = 여기에 계정이 없으며, 이 방법으로는 계정을 만들지 않습니다. 초대를 받았다면 초대 메일의 링크를 이용하세요.
org-other = 이 { $label } 로그인은 여기의 다른 계정에 속해 있거나, 이 계정이 그곳의 다른 로그인과 연결되어 있습니다.

# 일회용 코드 그림.
codes-qr = 앱에서 읽는 QR 코드. 아래의 키와 같습니다
codes-key = 또는 이 키를 입력하세요:

# 이전.
move-title = 다른 서버로, 또는 다른 서버에서 이전
move-in = 다른 서버에서 이곳으로
move-in-what = 예전 계정을 여기에 적은 다음 그곳에서 이전을 시작하세요. 그곳의 팔로워가 이곳의 계정을 팔로우하게 됩니다.
move-address = 계정 주소
move-address-help = 예: @name@example.org
move-add = 추가
move-added = 추가했습니다. 이제 그곳에서 이전을 시작할 수 있습니다.
move-remove = 삭제
move-removed = 삭제했습니다.
move-out = 이곳에서 다른 서버로
move-out-what = 먼저 새 계정을 만들고 그곳에 { $handle } 계정을 예전 계정으로 적으세요. 그러면 이곳의 팔로워에게 알림이 가고, 그들의 서버가 허용하면 새 계정을 팔로우합니다. 사례와 댓글은 이곳에 남으며, 계속 로그인할 수 있습니다.
move-go = 팔로워 옮기기
move-done = 팔로워에게 알리고 있습니다.
move-is = { $address } 계정으로 이전했습니다. 공개 페이지에 그렇게 표시됩니다.
move-undo = 더 이상 표시하지 않기
move-undone = 공개 페이지에 이전했다고 더 이상 표시되지 않습니다. 함께 옮겨 간 팔로워는 그곳에 남습니다.
move-no-account = 이 주소에서 계정을 찾을 수 없습니다.
move-silent = 이 주소의 서버가 지금은 응답하지 않습니다.
move-here = 이 계정은 이미 이 서버에 있습니다.
move-not-named = 새 계정에 아직 { $handle } 계정이 예전 계정으로 적혀 있지 않습니다. 그곳에 추가한 뒤 다시 시도하세요.
move-onward = 그 계정도 다른 곳으로 이전했습니다.
move-soon = 이전한 지 얼마 되지 않았습니다. { $day }부터 다시 이전할 수 있습니다.
move-many = 예전 계정은 20개까지 적을 수 있습니다.
person-moved = { $name } 님은 { $address } 계정으로 이전했습니다.

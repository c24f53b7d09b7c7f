# Writing to people, messages, and comments by people of this site.

# The first message.
contact-write = { $name } 님에게 쓰기
contact-about = 관련 사례:
contact-what = 메시지는 이 사이트가 전달합니다. 서로의 이메일 주소는 상대에게 보이지 않습니다.
contact-private = 비공개이지만 종단 간 암호화는 되어 있지 않습니다. 두 분 외에는 이 사이트의 운영자만 읽을 수 있습니다. 관리자는 신고된 메시지만 봅니다.
contact-name = 이름
contact-email-help = 본인의 주소인지 확인하기 위해 링크를 보냅니다. 누구에게도 보이지 않습니다.
contact-subject = 제목
contact-text = 메시지
contact-text-help = 서식 없는 글, 최대 { $n }자.
contact-send = 보내기
contact-account = 계정이 있으면 메시지가 바로 전달되고 답장을 여기서 읽을 수 있습니다.
contact-no-subject = 제목을 { $n }자 이내로 적어 주세요.
contact-no-text = 메시지를 { $n }자 이내로 적어 주세요.
contact-too-often = 하루에 보낼 수 있는 만큼 모두 보냈습니다. 쓰신 글은 이 페이지에 그대로 있으며 아직 보내지 않았습니다. 내일 다시 시도해 주세요.
contact-sent-title = 한 단계 남았습니다
contact-sent = { $email } 주소로 링크를 보냈습니다. 링크를 열고 확인하면 메시지가 전달됩니다.
contact-confirm-title = 메시지 보내기
contact-confirm-what = 메시지가 준비되었습니다. 버튼을 누르면 전달됩니다.
contact-confirm-go = 확인하고 보내기
contact-done-title = 메시지를 보냈습니다
contact-done = 사본을 메일로 보내 드립니다. 메일의 링크에서 답장을 읽고 다시 쓸 수 있습니다.
contact-full = 오늘은 너무 많은 사람이 글을 보냈습니다. 잃어버린 것은 없습니다. 메일의 링크는 내일 다시 작동합니다.
contact-closed = 더 이상 메시지를 받지 않습니다. 아무것도 보내지 않았습니다.
contact-nobody = 떠난 사람

# One’s own messages.
messages-title = 메시지
messages-none = 메시지가 없습니다. 누군가 글을 보내면 여기에 표시되고 메일도 받습니다.
messages-new = 새 메시지
messages-more = 이전 메시지
messages-reach = 연락 받는 방법
messages-with = 상대:
messages-you = 나
messages-reader = 계정이 없는 독자
messages-gone = 작성자가 이 메시지를 삭제했습니다.
messages-answer = 답장
messages-answer-go = 답장 보내기
messages-elsewhere = 답장은 다른 서버로 전달되며, 그 서버의 운영자도 읽을 수 있습니다.
messages-closed = 더 이상 연락할 수 없습니다.
messages-sent = 메시지를 보냈습니다.
messages-end = 다 끝났나요?
messages-delete = 이 대화 삭제
messages-delete-what = 삭제하면 내 메시지에서 사라집니다. 상대에게는 그대로 남습니다.
messages-deleted = 대화를 삭제했습니다.
messages-block = 이 발신자 차단
messages-block-what = 차단한 발신자의 메시지는 도착하지 않습니다. 발신자에게는 알리지 않습니다.
messages-blocked-now = 이 발신자를 차단했습니다.
messages-blocked-title = 차단한 발신자
messages-blocked-none = 차단한 사람이 없습니다.
messages-unblock = 차단 해제
messages-report = 신고
messages-report-what = 관리자는 이 메시지와 작성자만 보며, 대화의 다른 부분은 보지 않습니다.
messages-reason = 무엇이 문제인가요?
messages-report-go = 이 메시지 신고
messages-reported = 신고하신 메시지를 관리자가 살펴봅니다.
messages-report-once = 이 대화에서는 메시지 하나를 신고할 수 있습니다.
messages-reported-once = 이 대화의 메시지를 관리자에게 신고하셨습니다.
thread-keep = 이 페이지의 링크를 다른 사람에게 알리지 마세요. 링크가 있으면 누구나 읽고 답장할 수 있습니다.
thread-end-what = 삭제하면 이 대화의 모든 링크가 끝나고 내 주소가 지워집니다. 쓰신 글은 상대에게 남습니다.
thread-ended-title = 대화가 끝났습니다
thread-ended = 내 주소와 이 대화의 링크를 지웠습니다.
thread-over-title = 읽을 내용이 없습니다
thread-over = 링크가 만료되었거나 대화가 끝났습니다.

# Their mails.
mail-contact-confirm-subject = { $site }: 메시지를 확인해 주세요
mail-contact-confirm-text = 누군가(아마도 본인)가 { $site }에서 { $name } 님에게 메시지를 쓰고 이 주소를 남겼습니다. 확인하면 메시지가 전달됩니다.
mail-contact-confirm-after = 링크는 사흘 동안 작동합니다. 본인이 아니라면 아무것도 하지 마세요. 아무것도 전달되지 않습니다.
mail-contact-subject = { $name } 님의 글: { $subject }
mail-contact-subject-none = { $name } 님이 글을 보냈습니다
mail-contact-text = { $name } 님이 { $site }을(를) 통해 글을 보냈습니다:
mail-contact-answer-text = { $name } 님이 { $site }을(를) 통해 답장했습니다:
mail-contact-link = 읽고 답장하기
mail-contact-how = 답장하려면 링크를 여세요. 이 메일에 답장하지 마세요. 아무도 읽지 않습니다. 귀하의 주소는 누구에게도 보이지 않았습니다.
mail-contact-how-mail = 답장하려면 링크를 열거나 이 메일에 바로 답장하세요. 귀하의 주소는 누구에게도 보이지 않으며, 첨부 파일은 전달되지 않습니다.
mail-contact-copy-subject = { $name } 님에게 쓴 메시지: { $subject }
mail-contact-copy-text = { $site }을(를) 통해 { $name } 님에게 쓴 메시지의 사본입니다:
mail-contact-copy-after = 링크는 이 대화로 이어집니다. 다른 사람에게 알리지 마세요. 답장이 오면 알려 드립니다.

# Comments by people of this site.
remark-title = 댓글 쓰기
remark-text = 댓글
remark-help = 최대 { $n }자. 누구나 읽을 수 있고 다른 서버에도 전달됩니다.
remark-before = 편집자가 살펴본 뒤에 표시됩니다.
remark-language = 댓글의 언어
remark-send = 댓글 보내기
remark-sign-in = 로그인하고 댓글 쓰기
remark-answer = 답글
remark-answer-to = { $name } 님에게 답글
remark-edit = 수정
remark-own = 내 댓글
remark-save = 저장
remark-delete = 댓글 삭제
remark-delete-what = 여기서 사라지고, 다른 서버에도 삭제를 요청합니다.
remark-waits = 감사합니다. 댓글은 편집자가 살펴본 뒤에 표시됩니다.
remark-hidden = 편집자가 이 댓글을 숨겼습니다.
remark-no-text = 댓글을 { $n }자 이내로 적어 주세요.
remark-closed = 답글을 달려는 글이 더 이상 없습니다.

# Mail that comes back, and answers by mail.
mail-returns-title = 귀하의 주소로 보낸 메일이 반송됩니다
mail-returns-text = 메일 서버가 저희 메일을 거부하여, 직접 요청하신 메일만 보내 드립니다. 알림과 메시지는 이 사이트에서 볼 수 있습니다. 다른 주소를 알려 주세요. 새 주소만 확인하면 됩니다.
mail-returns-link = 다른 주소 입력
mail-test-subject = { $site }: 메일이 도착합니다
mail-test-text = { $site }에서 귀하에게 메일을 보낼 수 있음을 확인하는 메일입니다. 아무것도 하지 않으셔도 됩니다.
mail-answer-refused = { $site }: 답장이 전달되지 않았습니다
mail-answer-refused-text = 메일로 메시지에 답장하셨지만 { $site }을(를) 통해 전달할 수 없었습니다.
mail-answer-closed = 대화가 끝났거나 답장하신 메일이 너무 오래되었습니다. 계정이 있으면 사이트에서 메시지를 볼 수 있습니다.
mail-answer-empty = 직접 쓰신 글이 없었습니다.
mail-answer-long = 너무 깁니다. 최대 5,000자, 파일 포함 20MB까지 가능합니다.
mail-answer-often = 오늘 답장이 너무 많았습니다. 내일 다시 시도해 주세요.
mail-answer-files = (파일 { $n }개가 제외되었습니다)

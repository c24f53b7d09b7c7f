# Writing to people, messages, and comments by people of this site.

# The first message.
contact-write = Write to { $name }
contact-about = About
contact-what = Your message is passed on by this site. Neither of you sees the other’s e-mail address.
contact-private = This is private, but not end-to-end encrypted. Besides the two of you, only whoever runs this site could read it. Moderators see a message only when it is reported.
contact-name = Your name
contact-email-help = We send a link to this address to make sure that it is yours. It is not shown to anybody.
contact-subject = Subject
contact-text = Your message
contact-text-help = Plain text, at most { $n } characters.
contact-send = Send
contact-account = With an account your message goes out at once, and you read the answer here.
contact-no-subject = Please give a subject of at most { $n } characters.
contact-no-text = Please write a message of at most { $n } characters.
contact-too-often = That is as much as can be sent in one day. Your text is still on this page and has not been sent. Please try again tomorrow.
contact-sent-title = One more step
contact-sent = We have sent a link to { $email }. Your message goes out when you open it and confirm.
contact-confirm-title = Send your message
contact-confirm-what = Your message is ready. It goes out when you press the button.
contact-confirm-go = Confirm and send
contact-done-title = Your message is on its way
contact-done = You get a copy by mail. It has a link to this conversation, where you can read the answer and write back.
contact-full = Too many people have written today. Nothing is lost: the link in your mail works again tomorrow.
contact-closed = Messages are no longer taken here. Nothing has been sent.
contact-nobody = Somebody who has left

# One’s own messages.
messages-title = Messages
messages-none = No messages. When somebody writes to you, you find it here and get a mail.
messages-new = new
messages-more = Older messages
messages-reach = How others reach you
messages-with = With
messages-you = You
messages-reader = a reader without an account
messages-gone = Its author deleted this message.
messages-answer = Your answer
messages-answer-go = Send answer
messages-elsewhere = Your answer goes to another server, and whoever runs that one could read it too.
messages-closed = Nobody can be reached here any more.
messages-sent = Your message has been sent.
messages-end = Done with this?
messages-delete = Delete this conversation
messages-delete-what = Deleting takes it out of your messages. The other side keeps what it has.
messages-deleted = The conversation is deleted.
messages-block = Block this sender
messages-block-what = Messages of a sender you block do not reach you. The sender is not told.
messages-blocked-now = You have blocked this sender.
messages-blocked-title = Blocked senders
messages-blocked-none = You have blocked nobody.
messages-unblock = Unblock
messages-report = Report
messages-report-what = The moderators see this message and who wrote it, and nothing else of the conversation.
messages-reason = What is wrong with it?
messages-report-go = Report this message
messages-reported = The moderators will look at the message you reported.
messages-report-once = You can report one message of this conversation.
messages-reported-once = You have reported a message of this conversation to the moderators.
thread-keep = Keep the link to this page to yourself: whoever has it can read and answer.
thread-end-what = Deleting ends all links to this conversation and forgets your address. The other side keeps what you wrote.
thread-ended-title = The conversation has ended
thread-ended = Your address and the links to this conversation are forgotten.
thread-over-title = Nothing to read here
thread-over = This link has expired, or the conversation has ended.

# Their mails.
mail-contact-confirm-subject = { $site }: please confirm your message
mail-contact-confirm-text = Somebody, probably you, wrote a message to { $name } at { $site } and gave this address. It goes out when you confirm it.
mail-contact-confirm-after = The link works for three days. If it was not you, do nothing: nothing is sent.
mail-contact-subject = { $name } wrote to you: { $subject }
mail-contact-subject-none = { $name } wrote to you
mail-contact-text = { $name } wrote to you through { $site }:
mail-contact-answer-text = { $name } answered you through { $site }:
mail-contact-link = Read and answer
mail-contact-how = To answer, open the link. Please do not answer this mail: nobody reads it. Your address has not been shown to anybody.
mail-contact-how-mail = To answer, open the link or simply answer this mail. Your address is not shown to anybody; nor are files, which are left out.
mail-contact-copy-subject = Your message to { $name }: { $subject }
mail-contact-copy-text = This is your copy of the message you wrote to { $name } through { $site }:
mail-contact-copy-after = The link leads to this conversation. Keep it to yourself. We write to you when there is an answer.

# Comments by people of this site.
remark-title = Write a comment
remark-text = Your comment
remark-help = At most { $n } characters. Everybody can read it, and it also goes to other servers.
remark-before = An editor looks at it before it is shown.
remark-language = Language of the comment
remark-send = Send comment
remark-sign-in = Sign in to comment here
remark-answer = Answer
remark-answer-to = Answer { $name }
remark-edit = Edit
remark-own = Your comment
remark-save = Save
remark-delete = Delete the comment
remark-delete-what = It disappears here, and other servers are asked to delete it.
remark-waits = Thank you. An editor looks at your comment before it is shown.
remark-hidden = An editor has taken this comment out of sight.
remark-no-text = Please write a comment of at most { $n } characters.
remark-closed = What you answer is no longer here.

# Mail that comes back, and answers by mail.
mail-returns-title = Mail to your address comes back
mail-returns-text = Mail servers refused what we sent you, so we send you nothing more but what you ask for. Your alerts and messages are here on the site. Please give another address: it is enough to confirm the new one.
mail-returns-link = Give another address
mail-test-subject = { $site }: mail arrives
mail-test-text = This mail shows that { $site } can write to you. There is nothing to do.
mail-answer-refused = { $site }: your answer was not delivered
mail-answer-refused-text = You answered a message by mail, and we could not deliver your answer through { $site }.
mail-answer-closed = The conversation is over, or the mail you answered is too old. If you have an account, you find your messages on the site.
mail-answer-empty = There was no text of your own in it.
mail-answer-long = It was too long: at most 5,000 characters, and 20 MB with files.
mail-answer-often = There were too many answers today. Please try again tomorrow.
mail-answer-files = { $n ->
    [one] (One file was left out)
   *[other] ({ $n } files were left out)
}

correct-link = Ask for a correction
correct-title = Ask for a correction
correct-what = Write to the editors of this site about this case. You need no account, and nothing of it is published.
correct-origin = This case comes from { $host }. The editors here can take it off this site; its text is changed there.
correct-kind = What is it about?
correct-choose = Please choose
correct-about-person = I am named or shown here, and want that changed or removed
correct-about-fact = Something is wrong or out of date
correct-about-rights = A text or picture is used without permission
correct-about-other = Something else
correct-text = What should be changed, and why?
correct-contact = How the editors reach you
correct-contact-help = An e-mail address, if you want an answer. Only the editors see it.
correct-send = Send to the editors
correct-thanks = Thank you
correct-thanks-what = The editors have been told.
correct-back = Back to the case
correct-flaw-about = Please say what it is about.
correct-flaw-text = Please say what should be changed, in at most 4000 characters.
correct-flaw-contact = The way to reach you has at most 200 characters.
correct-flaw-full = Too much came in today. Please try again tomorrow, or write to the address in the imprint.

# Writing to people, messages, and comments by people of this site.

# The first message.
contact-write = { $name } schreiben
contact-about = Betrifft
contact-what = Diese Website leitet Ihre Nachricht weiter. Keiner von Ihnen sieht die E-Mail-Adresse des anderen.
contact-private = Das ist vertraulich, aber nicht Ende-zu-Ende-verschlüsselt. Außer Ihnen beiden könnte nur mitlesen, wer diese Website betreibt. Die Moderation sieht eine Nachricht nur, wenn sie gemeldet wird.
contact-name = Ihr Name
contact-email-help = Wir senden einen Link an diese Adresse, um sicherzugehen, dass sie Ihnen gehört. Sie wird niemandem gezeigt.
contact-subject = Betreff
contact-text = Ihre Nachricht
contact-text-help = Einfacher Text, höchstens { $n } Zeichen.
contact-send = Senden
contact-account = Mit einem Konto geht Ihre Nachricht sofort hinaus, und Sie lesen die Antwort hier.
contact-no-subject = Bitte geben Sie einen Betreff von höchstens { $n } Zeichen an.
contact-no-text = Bitte schreiben Sie eine Nachricht von höchstens { $n } Zeichen.
contact-too-often = Mehr kann an einem Tag nicht gesendet werden. Ihr Text steht noch auf dieser Seite und wurde nicht gesendet. Bitte versuchen Sie es morgen wieder.
contact-sent-title = Noch ein Schritt
contact-sent = Wir haben einen Link an { $email } gesendet. Ihre Nachricht geht hinaus, wenn Sie ihn öffnen und bestätigen.
contact-confirm-title = Ihre Nachricht senden
contact-confirm-what = Ihre Nachricht ist bereit. Sie geht hinaus, wenn Sie den Knopf drücken.
contact-confirm-go = Bestätigen und senden
contact-done-title = Ihre Nachricht ist unterwegs
contact-done = Sie erhalten eine Kopie per E-Mail. Darin ist ein Link zu diesem Gespräch, wo Sie die Antwort lesen und zurückschreiben können.
contact-full = Heute haben zu viele geschrieben. Es ist nichts verloren: Der Link in Ihrer E-Mail funktioniert morgen wieder.
contact-closed = Hier werden keine Nachrichten mehr angenommen. Es wurde nichts gesendet.
contact-nobody = Jemand, der nicht mehr hier ist

# One’s own messages.
messages-title = Nachrichten
messages-none = Keine Nachrichten. Wenn Ihnen jemand schreibt, finden Sie es hier und erhalten eine E-Mail.
messages-new = neu
messages-more = Ältere Nachrichten
messages-reach = Wie andere Sie erreichen
messages-with = Mit
messages-you = Sie
messages-reader = jemand ohne Konto
messages-gone = Diese Nachricht hat ihr Verfasser gelöscht.
messages-answer = Ihre Antwort
messages-answer-go = Antwort senden
messages-elsewhere = Ihre Antwort geht an einen anderen Server; auch wer diesen betreibt, könnte sie lesen.
messages-closed = Hier ist niemand mehr zu erreichen.
messages-sent = Ihre Nachricht wurde gesendet.
messages-end = Fertig damit?
messages-delete = Dieses Gespräch löschen
messages-delete-what = Löschen nimmt es aus Ihren Nachrichten. Die andere Seite behält, was sie hat.
messages-deleted = Das Gespräch ist gelöscht.
messages-block = Diesen Absender blockieren
messages-block-what = Nachrichten von Absendern, die Sie blockieren, erreichen Sie nicht. Der Absender erfährt es nicht.
messages-blocked-now = Sie haben diesen Absender blockiert.
messages-blocked-title = Blockierte Absender
messages-blocked-none = Sie haben niemanden blockiert.
messages-unblock = Nicht mehr blockieren
messages-report = Melden
messages-report-what = Die Moderation sieht diese Nachricht und wer sie schrieb, sonst nichts aus dem Gespräch.
messages-reason = Was stimmt damit nicht?
messages-report-go = Diese Nachricht melden
messages-reported = Die Moderation sieht sich die gemeldete Nachricht an.
messages-report-once = Aus diesem Gespräch können Sie eine Nachricht melden.
messages-reported-once = Sie haben der Moderation eine Nachricht aus diesem Gespräch gemeldet.
thread-keep = Behalten Sie den Link zu dieser Seite für sich: Wer ihn hat, kann lesen und antworten.
thread-end-what = Löschen beendet alle Links zu diesem Gespräch und vergisst Ihre Adresse. Die andere Seite behält, was Sie geschrieben haben.
thread-ended-title = Das Gespräch ist beendet
thread-ended = Ihre Adresse und die Links zu diesem Gespräch sind vergessen.
thread-over-title = Hier gibt es nichts zu lesen
thread-over = Dieser Link ist abgelaufen, oder das Gespräch ist beendet.

# Their mails.
mail-contact-confirm-subject = { $site }: Bitte bestätigen Sie Ihre Nachricht
mail-contact-confirm-text = Jemand, wahrscheinlich Sie, hat bei { $site } eine Nachricht an { $name } geschrieben und diese Adresse angegeben. Sie geht hinaus, wenn Sie sie bestätigen.
mail-contact-confirm-after = Der Link funktioniert drei Tage lang. Waren Sie es nicht, tun Sie nichts: Dann wird nichts gesendet.
mail-contact-subject = { $name } hat Ihnen geschrieben: { $subject }
mail-contact-subject-none = { $name } hat Ihnen geschrieben
mail-contact-text = { $name } hat Ihnen über { $site } geschrieben:
mail-contact-answer-text = { $name } hat Ihnen über { $site } geantwortet:
mail-contact-link = Lesen und antworten
mail-contact-how = Zum Antworten öffnen Sie den Link. Bitte antworten Sie nicht auf diese E-Mail: Niemand liest sie. Ihre Adresse wurde niemandem gezeigt.
mail-contact-how-mail = Zum Antworten öffnen Sie den Link, oder antworten Sie einfach auf diese E-Mail. Ihre Adresse wird niemandem gezeigt; angehängte Dateien werden nicht weitergegeben.
mail-contact-copy-subject = Ihre Nachricht an { $name }: { $subject }
mail-contact-copy-text = Das ist Ihre Kopie der Nachricht, die Sie über { $site } an { $name } geschrieben haben:
mail-contact-copy-after = Der Link führt zu diesem Gespräch. Behalten Sie ihn für sich. Wir schreiben Ihnen, wenn eine Antwort da ist.

# Comments by people of this site.
remark-title = Einen Kommentar schreiben
remark-text = Ihr Kommentar
remark-help = Höchstens { $n } Zeichen. Alle können ihn lesen, und er geht auch an andere Server.
remark-before = Die Redaktion sieht ihn an, bevor er gezeigt wird.
remark-language = Sprache des Kommentars
remark-send = Kommentar senden
remark-sign-in = Anmelden, um hier zu kommentieren
remark-answer = Antworten
remark-answer-to = { $name } antworten
remark-edit = Bearbeiten
remark-own = Ihr Kommentar
remark-save = Speichern
remark-delete = Den Kommentar löschen
remark-delete-what = Er verschwindet hier, und andere Server werden gebeten, ihn zu löschen.
remark-waits = Danke. Die Redaktion sieht Ihren Kommentar an, bevor er gezeigt wird.
remark-hidden = Die Redaktion zeigt diesen Kommentar nicht mehr.
remark-no-text = Bitte schreiben Sie einen Kommentar von höchstens { $n } Zeichen.
remark-closed = Das, worauf Sie antworten, ist nicht mehr hier.

# Mail that comes back, and answers by mail.
mail-returns-title = E-Mails an Ihre Adresse kommen zurück
mail-returns-text = Mailserver haben abgelehnt, was wir Ihnen geschickt haben. Deshalb schicken wir Ihnen nur noch, worum Sie selbst bitten. Ihre Benachrichtigungen und Nachrichten finden Sie hier auf der Website. Bitte geben Sie eine andere Adresse an: Es genügt, die neue zu bestätigen.
mail-returns-link = Andere Adresse angeben
mail-test-subject = { $site }: E-Mails kommen an
mail-test-text = Diese E-Mail zeigt, dass { $site } Ihnen schreiben kann. Sie müssen nichts tun.
mail-answer-refused = { $site }: Ihre Antwort wurde nicht zugestellt
mail-answer-refused-text = Sie haben eine Nachricht per E-Mail beantwortet. Wir konnten Ihre Antwort über { $site } nicht zustellen.
mail-answer-closed = Das Gespräch ist beendet, oder die E-Mail, auf die Sie geantwortet haben, ist zu alt. Wenn Sie ein Konto haben, finden Sie Ihre Nachrichten auf der Website.
mail-answer-empty = Sie enthielt keinen eigenen Text.
mail-answer-long = Sie war zu lang: höchstens 5000 Zeichen, mit Dateien 20 MB.
mail-answer-often = Heute waren es zu viele Antworten. Bitte versuchen Sie es morgen wieder.
mail-answer-files = { $n ->
    [one] (Eine Datei wurde weggelassen)
   *[other] ({ $n } Dateien wurden weggelassen)
}

correct-link = Um Berichtigung bitten
correct-title = Um Berichtigung bitten
correct-what = Schreiben Sie der Redaktion dieser Seite zu diesem Fall. Sie brauchen kein Konto, und nichts davon wird veröffentlicht.
correct-origin = Dieser Fall kommt von { $host }. Die Redaktion hier kann ihn von dieser Seite nehmen; sein Text wird dort geändert.
correct-kind = Worum geht es?
correct-choose = Bitte wählen
correct-about-person = Ich bin hier genannt oder abgebildet und möchte das ändern oder entfernen lassen
correct-about-fact = Etwas ist falsch oder veraltet
correct-about-rights = Ein Text oder Bild wird ohne Erlaubnis verwendet
correct-about-other = Etwas anderes
correct-text = Was soll geändert werden, und warum?
correct-contact = Wie die Redaktion Sie erreicht
correct-contact-help = Eine E-Mail-Adresse, wenn Sie eine Antwort möchten. Nur die Redaktion sieht sie.
correct-send = An die Redaktion senden
correct-thanks = Danke
correct-thanks-what = Die Redaktion weiß Bescheid.
correct-back = Zurück zum Fall
correct-flaw-about = Bitte sagen Sie, worum es geht.
correct-flaw-text = Bitte sagen Sie in höchstens 4000 Zeichen, was geändert werden soll.
correct-flaw-contact = Der Weg zu Ihnen hat höchstens 200 Zeichen.
correct-flaw-full = Heute kam zu viel. Bitte versuchen Sie es morgen noch einmal, oder schreiben Sie an die Adresse im Impressum.

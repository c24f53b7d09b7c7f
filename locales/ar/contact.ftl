# Writing to people, messages, and comments by people of this site.

# The first message.
contact-write = الكتابة إلى { $name }
contact-about = بخصوص
contact-what = ينقل هذا الموقع رسالتك. لا يرى أيٌّ منكما عنوان البريد الإلكتروني للآخر.
contact-private = الرسالة خاصة، لكنها غير مشفّرة من طرف إلى طرف. لا يمكن لأحد غيركما قراءتها سوى من يدير هذا الموقع. ولا يرى المشرفون رسالة إلا إذا أُبلغ عنها.
contact-name = اسمك
contact-email-help = نرسل رابطًا إلى هذا العنوان للتأكد من أنه لك. ولا يُعرض على أحد.
contact-subject = الموضوع
contact-text = رسالتك
contact-text-help = نص عادي، الحد الأقصى لعدد الأحرف: { $n }.
contact-send = إرسال
contact-account = إذا كان لديك حساب تُرسل رسالتك فورًا وتقرأ الرد هنا.
contact-no-subject = يُرجى كتابة موضوع. الحد الأقصى لعدد الأحرف: { $n }.
contact-no-text = يُرجى كتابة رسالة. الحد الأقصى لعدد الأحرف: { $n }.
contact-too-often = هذا أقصى ما يمكن إرساله في يوم واحد. ما زال نصك في هذه الصفحة ولم يُرسل. يُرجى المحاولة غدًا.
contact-sent-title = بقيت خطوة واحدة
contact-sent = أرسلنا رابطًا إلى { $email }. تُرسل رسالتك عندما تفتحه وتؤكد.
contact-confirm-title = إرسال رسالتك
contact-confirm-what = رسالتك جاهزة. تُرسل عند الضغط على الزر.
contact-confirm-go = تأكيد وإرسال
contact-done-title = رسالتك في طريقها
contact-done = تصلك نسخة بالبريد، وفيها رابط إلى هذه المحادثة حيث يمكنك قراءة الرد والكتابة مجددًا.
contact-full = كتب اليوم عدد كبير جدًا. لم يُفقد شيء: يعمل الرابط الذي في بريدك من جديد غدًا.
contact-closed = لم تعد الرسائل تُقبل هنا. لم يُرسل شيء.
contact-nobody = شخص غادر الموقع

# One’s own messages.
messages-title = الرسائل
messages-none = لا رسائل. عندما يكتب إليك أحد تجد رسالته هنا ويصلك بريد.
messages-new = جديدة
messages-more = رسائل أقدم
messages-reach = كيف يصل إليك الآخرون
messages-with = مع
messages-you = أنت
messages-reader = قارئ بلا حساب
messages-gone = حذف كاتب هذه الرسالة رسالته.
messages-answer = ردك
messages-answer-go = إرسال الرد
messages-elsewhere = يذهب ردك إلى خادم آخر، ويمكن لمن يديره قراءته أيضًا.
messages-closed = لم يعد بالإمكان الوصول إلى أحد هنا.
messages-sent = أُرسلت رسالتك.
messages-end = هل انتهيت؟
messages-delete = حذف هذه المحادثة
messages-delete-what = يزيلها الحذف من رسائلك. ويحتفظ الطرف الآخر بما لديه.
messages-deleted = حُذفت المحادثة.
messages-block = حظر هذا المرسل
messages-block-what = لا تصلك رسائل من تحظرهم، ولا يعلم المرسل بذلك.
messages-blocked-now = لقد حظرت هذا المرسل.
messages-blocked-title = المرسلون المحظورون
messages-blocked-none = لم تحظر أحدًا.
messages-unblock = إلغاء الحظر
messages-report = إبلاغ
messages-report-what = يرى المشرفون هذه الرسالة وكاتبها، ولا شيء آخر من المحادثة.
messages-reason = ما المشكلة فيها؟
messages-report-go = الإبلاغ عن هذه الرسالة
messages-reported = سينظر المشرفون في الرسالة التي أبلغت عنها.
messages-report-once = يمكنك الإبلاغ عن رسالة واحدة من هذه المحادثة.
messages-reported-once = أبلغت المشرفين عن رسالة من هذه المحادثة.
thread-keep = احتفظ برابط هذه الصفحة لنفسك: من يملكه يستطيع القراءة والرد.
thread-end-what = ينهي الحذف كل الروابط إلى هذه المحادثة ويمحو عنوانك. ويحتفظ الطرف الآخر بما كتبته.
thread-ended-title = انتهت المحادثة
thread-ended = مُحي عنوانك والروابط إلى هذه المحادثة.
thread-over-title = لا شيء للقراءة هنا
thread-over = انتهت صلاحية هذا الرابط، أو انتهت المحادثة.

# Their mails.
mail-contact-confirm-subject = { $site }: يُرجى تأكيد رسالتك
mail-contact-confirm-text = كتب أحدهم، وعلى الأرجح أنت، رسالة إلى { $name } في { $site } وأعطى هذا العنوان. تُرسل الرسالة عندما تؤكدها.
mail-contact-confirm-after = يعمل الرابط ثلاثة أيام. إن لم تكن أنت فلا تفعل شيئًا: لن يُرسل شيء.
mail-contact-subject = رسالة إليك من { $name }: { $subject }
mail-contact-subject-none = رسالة إليك من { $name }
mail-contact-text = رسالة إليك من { $name } عبر { $site }:
mail-contact-answer-text = رد إليك من { $name } عبر { $site }:
mail-contact-link = القراءة والرد
mail-contact-how = للرد افتح الرابط. يُرجى عدم الرد على هذا البريد: لا يقرؤه أحد. لم يُعرض عنوانك على أحد.
mail-contact-how-mail = للرد افتح الرابط أو أجب عن هذا البريد مباشرة. لا يُعرض عنوانك على أحد، ولا تُنقل الملفات المرفقة.
mail-contact-copy-subject = رسالتك إلى { $name }: { $subject }
mail-contact-copy-text = هذه نسختك من الرسالة التي كتبتها إلى { $name } عبر { $site }:
mail-contact-copy-after = يقود الرابط إلى هذه المحادثة. احتفظ به لنفسك. نكتب إليك عندما يصل رد.

# Comments by people of this site.
remark-title = كتابة تعليق
remark-text = تعليقك
remark-help = الحد الأقصى لعدد الأحرف: { $n }. يمكن للجميع قراءته، ويُرسل أيضًا إلى خوادم أخرى.
remark-before = يطّلع عليه محرر قبل عرضه.
remark-language = لغة التعليق
remark-send = إرسال التعليق
remark-sign-in = سجّل الدخول للتعليق هنا
remark-answer = رد
remark-answer-to = الرد على { $name }
remark-edit = تعديل
remark-own = تعليقك
remark-save = حفظ
remark-delete = حذف التعليق
remark-delete-what = يختفي من هنا، ويُطلب من الخوادم الأخرى حذفه.
remark-waits = شكرًا. يطّلع محرر على تعليقك قبل عرضه.
remark-hidden = أخفى محرر هذا التعليق.
remark-no-text = يُرجى كتابة تعليق. الحد الأقصى لعدد الأحرف: { $n }.
remark-closed = ما ترد عليه لم يعد هنا.

# Mail that comes back, and answers by mail.
mail-returns-title = البريد المرسل إلى عنوانك يرتدّ
mail-returns-text = رفضت خوادم البريد ما أرسلناه إليك، لذلك لا نرسل إليك إلا ما تطلبه أنت. تجد تنبيهاتك ورسائلك هنا في الموقع. يُرجى إعطاء عنوان آخر: يكفي تأكيد العنوان الجديد.
mail-returns-link = إعطاء عنوان آخر
mail-test-subject = { $site }: البريد يصل
mail-test-text = يبيّن هذا البريد أن { $site } يستطيع مراسلتك. لا حاجة إلى فعل شيء.
mail-answer-refused = { $site }: لم يُسلَّم ردّك
mail-answer-refused-text = أجبت عن رسالة بالبريد، ولم نتمكن من تسليم ردّك عبر { $site }.
mail-answer-closed = انتهت المحادثة، أو أن البريد الذي أجبت عنه قديم جدًا. إن كان لديك حساب فستجد رسائلك في الموقع.
mail-answer-empty = لم يكن فيه نص منك.
mail-answer-long = كان طويلًا جدًا: 5000 حرف على الأكثر، و20 ميغابايت مع الملفات.
mail-answer-often = كانت الردود اليوم كثيرة جدًا. يُرجى المحاولة غدًا.
mail-answer-files = { $n ->
    [zero] (لم يُترك أي ملف)
    [one] (تُرك ملف واحد)
    [two] (تُرك ملفان)
    [few] (تُركت { $n } ملفات)
    [many] (تُرك { $n } ملفًا)
   *[other] (تُرك { $n } ملف)
}

correct-link = اطلب تصحيحًا
correct-title = اطلب تصحيحًا
correct-what = اكتب إلى محرري هذا الموقع بشأن هذه الحالة. لا تحتاج إلى حساب، ولا يُنشر شيء مما تكتب.
correct-origin = هذه الحالة من { $host }. يمكن للمحررين هنا إزالتها من هذا الموقع؛ أما نصها فيُعدَّل هناك.
correct-kind = ما الموضوع؟
correct-choose = اختر
correct-about-person = اسمي أو صورتي هنا وأريد تغيير ذلك أو إزالته
correct-about-fact = شيء غير صحيح أو قديم
correct-about-rights = نص أو صورة مستخدمة دون إذن
correct-about-other = شيء آخر
correct-text = ماذا ينبغي أن يتغير، ولماذا؟
correct-contact = كيف يصل إليك المحررون
correct-contact-help = عنوان بريد إلكتروني إن أردت جوابًا. لا يراه إلا المحررون.
correct-send = أرسل إلى المحررين
correct-thanks = شكرًا لك
correct-thanks-what = أُبلغ المحررون.
correct-back = العودة إلى الحالة
correct-flaw-about = اذكر ما الموضوع.
correct-flaw-text = اذكر ما ينبغي تغييره في 4000 حرف على الأكثر.
correct-flaw-contact = وسيلة الوصول إليك 200 حرف على الأكثر.
correct-flaw-full = وصل اليوم أكثر مما ينبغي. حاول غدًا، أو اكتب إلى العنوان في بيانات الناشر.

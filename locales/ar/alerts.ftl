# What people are told of: saved searches, digests by mail, notices.

# Notices on the site.
me-notices = الإشعارات
notices-title = الإشعارات
notices-unread = غير مقروء:
notices-none = لا جديد. سيظهر هنا ما يخصّك.
notices-read = وضع علامة مقروء
notices-read-all = وضع علامة مقروء على الكل
notices-cut = الإشعارات الأقدم غير معروضة.
notices-mail-title = بالبريد الإلكتروني
notices-mail-what = ما لم تقرأه هنا بعد يُرسَل إليك بالبريد. لعمليات البحث المحفوظة وللرسائل بريدها الخاص.
notices-mail-instant = قريبًا، مرة في الساعة على الأكثر
notices-mail-never = لا ترسلوا
notices-mail-subject = { $n ->
    [zero] لا جديد لك في { $site }
    [one] أمر جديد يخصّك في { $site }
    [two] أمران جديدان يخصّانك في { $site }
    [few] { $n } أمور جديدة تخصّك في { $site }
    [many] { $n } أمرًا جديدًا يخصّك في { $site }
   *[other] { $n } أمر جديد يخصّك في { $site }
}
notices-mail-text = { $n ->
    [zero] لا جديد لك في { $site }:
    [one] في { $site } أمر جديد يخصّك:
    [two] في { $site } أمران جديدان يخصّانك:
    [few] في { $site } { $n } أمور جديدة تخصّك:
    [many] في { $site } { $n } أمرًا جديدًا يخصّك:
   *[other] في { $site } { $n } أمر جديد يخصّك:
}
notices-mail-why = تصلك هذه الرسالة لأن لديك حسابًا في { $site } ولم تقرأ هذا هناك بعد.
notices-mail-change = اختر عدد مرات وصول هذه الرسائل:
notices-end-ask = ألا تريد مزيدًا من الرسائل عن إشعاراتك في { $site }؟
notices-end-done = لن تصلك رسائل أخرى عن إشعاراتك في { $site }. تبقى في انتظارك على الموقع.
told-alert = { $n ->
    [zero] لا حالات جديدة في بحثك «{ $name }»
    [one] حالة جديدة في بحثك «{ $name }»
    [two] حالتان جديدتان في بحثك «{ $name }»
    [few] { $n } حالات جديدة في بحثك «{ $name }»
    [many] { $n } حالة جديدة في بحثك «{ $name }»
   *[other] { $n } حالة جديدة في بحثك «{ $name }»
}
told-submitted = قدّم { $who } «{ $title }» للمراجعة.
told-in-review = «{ $title }» قيد المراجعة.
told-changes-requested = يطلب المراجعون تعديلات على «{ $title }».
told-approved = تمت الموافقة على «{ $title }» وهي بانتظار النشر.
told-published = نُشرت «{ $title }».
told-rejected = لم تُقبل «{ $title }».
told-withdrawn = سُحبت «{ $title }».
told-noted = ثمة ملاحظة جديدة على «{ $title }».
told-answered = ردّ { $who } على ملاحظة على «{ $title }».
told-comment = علّق { $who } على «{ $title }».
told-reply = ردّ عليك { $who } تحت «{ $title }».
told-mention = ذكرك { $who } تحت «{ $title }».
told-message = كتب إليك { $who }.
told-follower = يتابعك { $who }.
told-reported = يطلب قارئ تصحيح «{ $title }».
told-old = توجد حالات منشورة لم يراجعها أحد منذ 24 شهرًا. يرجى التحقق من أنها ما زالت صحيحة.
told-mail-returns = البريد المرسل إلى عنوانك يرتدّ. يُرجى إعطاء عنوان آخر.
told-times = (عدد المرات: { $n })

# Saved searches.
alerts-title = عمليات البحث المحفوظة
alerts-tell-me = أبلغوني بالجديد
alerts-what = نُبلغك حين تُنشر حالة جديدة يجدها هذا البحث. لا تُحسب الحالات السابقة ولا التعديلات اللاحقة.
alerts-when = تُرسل الرسائل اليومية والأسبوعية في الساعة { $hour }:00 بالتوقيت العالمي، والأسبوعية يوم الاثنين، وفقط إن كان هناك جديد.
alerts-name = اسم البحث
alerts-rhythm = عدد المرات
rhythm-instant = فورًا
rhythm-daily = مرة في اليوم
rhythm-weekly = مرة في الأسبوع
alerts-ways = كيف نُبلغك
alerts-mail = بالبريد الإلكتروني
alerts-site = بإشعار في هذا الموقع
alerts-silent = لا نُبلغك؛ والخلاصة تعمل.
alerts-save = حفظ البحث
alerts-saved = حُفظ البحث. سنُبلغك بالجديد.
alerts-changed = تم التغيير.
alerts-ended = لم يعد البحث محفوظًا.
alerts-none = لم تحفظ أي بحث بعد. ابحث عن حالات ثم اختر «أبلغوني بالجديد».
alerts-change = تغيير
alerts-end = إنهاء
alerts-feed = خلاصة خاصة
alerts-feed-what = لقارئ الخلاصات لديك. من يعرف هذا العنوان يستطيع قراءتها؛ والعنوان الجديد يُلغي القديم.
alerts-feed-renew = عنوان جديد
alerts-feed-renewed = للخلاصة عنوان جديد. لم يعد القديم يعمل.
alerts-everything = كل الحالات
alerts-no-name = سمِّ البحث من فضلك، باسم غير طويل.
alerts-too-many = عدد عمليات البحث التي حفظتها { $n }. أنهِ واحدة منها أولًا.
alerts-end-title = إنهاء هذه الرسائل
alerts-end-ask = ألا تريد مزيدًا من الرسائل عن «{ $name }»؟
alerts-end-done = لن تصلك رسائل أخرى عن «{ $name }». يبقى البحث محفوظًا في حسابك.
alerts-end-over = لم يعد هذا الرابط يُنهي شيئًا. أُنهيت الرسائل من قبل، أو الرابط ناقص.
alerts-end-go = إنهاء الرسائل

# A digest of a topic, for any address.
digest-title = رسالة أسبوعية
digest-what = حالات جديدة عن { $topic }، كل يوم اثنين إن وُجدت. لا حاجة إلى حساب، وفي كل رسالة رابط يُنهيها.
digest-go = أرسلوا إليّ الرسالة الأسبوعية
digest-sent = رسالة في طريقها إلى { $email }. تبدأ الرسالة الأسبوعية حين توافق عليها هناك، خلال أسبوع.
digest-back = العودة إلى الموضوع
digest-confirm-subject = رسالة أسبوعية عن { $topic }: يُرجى التأكيد
digest-confirm-text = طلب أحدهم من { $site } أن يرسل إلى هذا العنوان كل أسبوع حالات جديدة عن { $topic }. إن كنت أنت، فأكّد ذلك من فضلك.
digest-confirm-link = نعم، أرسلوا إليّ الرسالة الأسبوعية
digest-confirm-ask = هل تريد أن تصلك كل أسبوع بالبريد حالات جديدة عن { $topic }؟
digest-confirm-done = ستصلك كل يوم اثنين حالات جديدة عن { $topic }، إن وُجدت.
digest-end-ask = ألا تريد مزيدًا من الرسائل الأسبوعية عن { $topic }؟
digest-end-done = لن تصلك رسائل أسبوعية أخرى عن { $topic }. حُذف عنوانك.

# Letters.
alert-mail-subject-one = { $name }: { $title }
alert-mail-subject = { $n ->
    [zero] { $name }: لا حالات جديدة
    [one] { $name }: حالة جديدة
    [two] { $name }: حالتان جديدتان
    [few] { $name }: { $n } حالات جديدة
    [many] { $name }: { $n } حالة جديدة
   *[other] { $name }: { $n } حالة جديدة
}
alert-mail-text = { $n ->
    [zero] لا حالات جديدة في «{ $name }»:
    [one] ثمة حالة جديدة في «{ $name }»:
    [two] ثمة حالتان جديدتان في «{ $name }»:
    [few] ثمة { $n } حالات جديدة في «{ $name }»:
    [many] ثمة { $n } حالة جديدة في «{ $name }»:
   *[other] ثمة { $n } حالة جديدة في «{ $name }»:
}
alert-mail-link = عرضها كلها
alert-mail-why-instant = تصلك هذه الرسالة لأنك حفظت هذا البحث في { $site } ليصلك الجديد فورًا.
alert-mail-why-daily = تصلك هذه الرسالة لأنك حفظت هذا البحث في { $site } ليصلك الجديد مرة في اليوم.
alert-mail-why-weekly = تصلك هذه الرسالة لأنك حفظت هذا البحث في { $site } ليصلك الجديد مرة في الأسبوع.
alert-mail-why-digest = تصلك هذه الرسالة لأن هذا العنوان وافق على رسالة أسبوعية من { $site } عن { $name }.
alert-mail-change = تغيير عمليات البحث المحفوظة أو إنهاؤها:
alert-mail-end = إنهاء الرسائل عن هذا:

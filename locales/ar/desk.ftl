# كتابة الحالات، والمكتب الذي تُراجع فيه.

# حالات المرء نفسه.
write-title = حالاتي
write-what = اكتب ما فعلته مدينتك، جزءًا بعد جزء. لا يُعلن شيء قبل أن ينشره التحرير.
write-new = ابدأ حالة جديدة
write-none = لم تبدأ أي حالة بعد. تكفي بضع جمل للبدء، والباقي يأتي لاحقًا.
write-untitled = بلا عنوان
write-revises = مراجعة جديدة لحالة منشورة
write-progress = اكتمل { $done } من { $needed } من الحقول المطلوبة
write-parts = أجزاء الحالة
write-complete = مكتمل
write-said = ما قاله التحرير
write-steps = الخطوة التالية
write-words = كلمة إلى التحرير
write-published-page = الصفحة المنشورة
write-needed = (مطلوب)
write-rows = لحذف مدخل أفرغ حقوله. يظهر مدخلان آخران مع كل حفظ.
write-saved = تم الحفظ.
write-closed = لا يمكن تغيير النص في هذه الحال.
write-save = احفظ
write-save-next = احفظ وتابع
write-save-stay = احفظ وابقَ
write-save-preview = احفظ وعاين
write-next = تابع
write-no-such-person = لا أحد هنا بهذا المعرّف.
state-draft = مسودة
state-submitted = مقدَّمة
state-in-review = قيد المراجعة
state-changes-requested = طُلبت تعديلات
state-approved = موافق عليها
state-published = منشورة
state-rejected = مرفوضة
state-withdrawn = مسحوبة
state-next-draft = تُكتب الآن.
state-next-submitted = تنتظر من يراجعها.
state-next-in-review = تُراجع الآن.
state-next-changes-requested = طُلب من المؤلفين تعديلها.
state-next-approved = تنتظر النشر.
state-next-published = يمكن للجميع قراءتها.
state-next-rejected = لم تُقبل.
state-next-withdrawn = سُحبت.
step-submitted = قدّمها للمراجعة
step-draft = تابع مسودةً
step-withdrawn = اسحب
step-take = تولَّ مراجعتها
step-review-again = أعدها إلى المراجعة
step-changes-requested = اطلب تعديلات
step-approved = وافق
step-rejected = ارفض
step-published = انشر

# أجزاء الاستمارة ومساعدة كل حقل.
part-basics = الأساسيات
part-places = الأماكن
part-story = القصة
part-subjects = المواضيع والأهداف
part-people = الأشخاص
part-numbers = المال والأرقام
part-sources = المصادر والترخيص
part-help-basics = ما هي، في أسطر قليلة، ومتى، وإلى أين وصلت.
part-help-places = المدينة الأولى هي مكان الحالة. اختر من السجل لتمييز المدن المتشابهة الأسماء.
part-help-story = اكتب بكلام بسيط لزملاء في مدن أخرى. ليكن كل قسم مفهومًا وحده. يُكتب **الغليظ** والقوائم والروابط بصيغة Markdown.
part-help-subjects = بها يجد الآخرون الحالة.
part-help-people = من فعلها، ومن يمكن سؤاله.
part-help-numbers = كم كلّفت، ومن دفع، وماذا نتج.
part-help-sources = أين تُقرأ تفاصيل أكثر، وما يجوز للآخرين فعله بالنص.
part-start = البداية
part-end = النهاية
part-name = الاسم
part-role = الدور
part-kind = النوع
part-url = عنوان الويب
part-email = البريد الإلكتروني (لا يُعرض أبدًا)
part-label = ما قيس
part-value = القيمة
part-unit = الوحدة
part-year = السنة
part-category = الفئة
part-cost = حجم التكلفة
part-sources-of-money = من أين جاء المال
part-least = التكلفة، من
part-most = التكلفة، إلى
part-currency = العملة
part-note = ملاحظة عن التكلفة
field-story = القصة
field-translation = الترجمات
field-whole = الحالة كلها
help-title = ما الذي فُعل وأين، في 5 إلى 300 حرف.
help-subtitle = سطر ثانٍ إن احتاجه العنوان.
help-summary = ما ينبغي أن يعرفه قارئ مستعجل، في 60 إلى 600 حرف بلا تنسيق. تعرضه الخوادم الأخرى أولًا.
help-date = تكفي السنة: 2019 أو 2019-05 أو 2019-05-17.
help-end = مطلوبة إذا اكتمل المشروع أو توقف.
help-context = المدينة والوضع السابق.
help-challenge = المشكلة ومن عانى منها.
help-solution = ما الذي فُعل، خطوة خطوة.
help-results = ما الذي تغيّر، بالأرقام إن وُجدت.
help-lessons = ما الذي كنت ستعيده وما لن تعيده. الإخفاقات أنفع ما يكون للآخرين.
help-transferability = ما تحتاجه مدينة أخرى لتفعل مثله.
help-financing = من دفع، وكيف ضُمن الاستمرار.
help-governance = من قرّر، وكيف شارك الناس.
help-monitoring = كيف تعرف أنه ينجح.
help-topics = من واحد إلى ثمانية. يُعرض الأول أولًا.
help-goals = أهداف التنمية المستدامة التي تخدمها.
help-targets = غايات الأهداف المختارة، إن أمكن تسميتها.
help-actors = يجب أن يكون أحدهم على الأقل مبادرًا أو قائدًا.
help-contacts = شخص أو مكتب. من دونه تجيب أمانة الشبكة.
help-amount = عدد صحيح بلا فواصل.
help-currency = ثلاثة أحرف، مثل EUR.
help-indicators = مثلًا: أشجار غُرست، 1200، شجرة، 2023.
help-links = تقارير وصفحات ومقاطع مصورة وبيانات.
help-source = عنوان الأصل إن نُشر في مكان آخر من قبل.

# ما هو خطأ في حقل أو ناقص.
lack-missing = ناقص
lack-too-short = قصير جدًا
lack-too-long = طويل جدًا
lack-too-few = يحتاج واحدًا على الأقل
lack-too-many = مدخلاته كثيرة جدًا
lack-duplicate = فيه مدخل مكرر
lack-unknown-value = فيه قيمة ليست في القائمة
lack-bad-url = يحتاج عنوان ويب يبدأ بـ https:// أو http://
lack-bad-format = ليس بالشكل الصحيح
lack-wrong-type = يجب أن يكون رقمًا
lack-out-of-range = خارج الحدود
lack-end-before-start = ينتهي قبل أن يبدأ
lack-end-missing = يحتاج نهاية لأن المشروع انتهى
lack-target-without-goal = يذكر غاية لم يُختر هدفها
lack-amounts-reversed = أعلاه أقل من أدناه
lack-currency-missing = يحتاج عملة
lack-other = ليس كما يجب

# الأماكن.
place-search = ابحث عن مدينة
place-found = المدن التي وُجدت
place-none = لا مدينة من 15,000 نسمة أو أكثر يبدأ اسمها هكذا. يمكنك إدخال مكان أصغر بنفسك.
place-people = { $n ->
    [zero] بلا سكان
    [one] ساكن واحد
    [two] ساكنان
    [few] { $n } سكان
    [many] { $n } ساكنًا
   *[other] { $n } ساكن
}
place-add = أضف
place-remove = أزل
place-first = ضعه أولًا
place-other = مكان ليس في السجل
place-country = البلد
place-lat = خط العرض، مثل 55.68
place-lon = خط الطول، مثل 12.57

# كتب اثنان شيئين مختلفين.
clash-title = نصّان لحقل واحد
clash-what = غيّر شخص آخر هذه الحقول في الوقت نفسه. النصّان محفوظان؛ اختر أحدهما. يمكنك أيضًا تحرير الحقل بعد ذلك.
clash-here = في الحالة الآن
clash-other = كتبه { $who } في الوقت نفسه
clash-empty = (أُزيل)
clash-take = خذ هذا

# الملاحظات والمؤلفون والنسخ والمعاينة.
notes-title = ملاحظات التحرير
notes-answer = أجب
notes-add = أضف ملاحظة
notes-text = ملاحظتك على هذا الحقل
notes-whole = ملاحظة على الحالة كلها
notes-send = أرسل
notes-resolve = سُوّيت
note-open = مفتوحة
note-answered = أُجيب عنها
note-resolved = مُسوّاة
authors-title = المؤلفون
authors-handle = معرّف مؤلف آخر
authors-help = شخص له حساب هنا، مثل ‎@ana. يصبح بإمكانه الكتابة في هذه الحالة أيضًا.
authors-add = اسمح له بالكتابة
authors-remove = أزل
versions-title = النسخ
versions-what = لا يُستبدل شيء. ما يحفظه شخص خلال دقائق يظهر نسخة واحدة.
versions-from = من
versions-to = إلى
versions-number = النسخة
versions-who = حفظها
versions-compare = قارن
versions-changes = ما تغيّر من النسخة { $from } إلى النسخة { $to }
versions-same = لا شيء مما تعرضه الصفحة.
versions-early = يمكن مقارنة هاتين النسختين حين تكتمل حقولهما المطلوبة.
preview-page = عاينها صفحةً
preview-draft = هذه معاينة، وليست منشورة.
preview-back = عد إلى الحالة
elsewhere-view = كما تُرى في ماستودون وغيره
elsewhere-what = ما يراه قراء الخوادم الأخرى من هذه الحالة.

# مكتب التحرير.
desk-title = التحرير
desk-incoming = من الشركاء
desk-comments = التعليقات
desk-reports = البلاغات
desk-old = للنظر فيه ثانية
desk-coverage = التغطية
desk-states = الحال
desk-whose = عند من
desk-all = الكل
desk-mine = ما عندي
desk-nobodys = لا أحد تولاها
desk-none = لا شيء ينتظر هنا.
desk-since = منذ { $date }
desk-with = عند { $who }
desk-more = المزيد
desk-scheduled = تُنشر في { $date }.
desk-old-what = حالات منشورة لم يغيّرها أحد ولم يتحقق منها منذ 24 شهرًا. أكّد أن إحداها ما زالت صحيحة أو ابدأ مراجعة جديدة.
desk-still-right = ما زالت صحيحة
desk-revise = راجعها
desk-lacks = ما ينقصها قبل النشر
desk-changes = ما تغيّره في الحالة المنشورة
desk-reason = السبب، أو كلمة إلى المؤلفين
desk-reason-help = مطلوب لطلب تعديلات بلا ملاحظة، أو للرفض، أو لسحب ما نُشر. يقرؤه المؤلفون؛ وسبب السحب علني.
desk-no-steps = لا شيء تقرّره هنا الآن.
desk-lay-back = أعدها إلى الانتظار
desk-assign-me = أتولاها
desk-schedule = انشر لاحقًا
desk-day = اليوم
desk-time = الوقت (UTC)
desk-schedule-set = حدّد الوقت
desk-feature = أبرزها
desk-unfeature = لا تبرزها
desk-log = ما جرى
desk-incoming-what = حالات من شبكات لا تعرفها جيدًا بعد. تُعرض حين يتبناها التحرير.
desk-note = ملاحظة
desk-adopt = تبنَّ
desk-decline = ارفض
desk-done = تم
desk-coverage-what = ما تتناوله حالات هذه الشبكة المنشورة، وما ينقص بعد.
desk-without = بلا أي حالة
comment-state-waiting = تنتظر
comment-state-shown = ظاهرة
comment-state-hidden = مخفية
comment-state-rejected = مرفوضة
comment-make-shown = أظهر
comment-make-hidden = أخفِ
comment-make-rejected = ارفض
comment-gone-elsewhere = حين يُخفى تعليق كُتب هنا أو يُرفض، تُبلَّغ الخوادم الأخرى بأنه حُذف. لا رجعة في ذلك: إن أظهرته من جديد فلن يُرى إلا هنا.

# لماذا لم يُفعل شيء.
no-step = هذا غير ممكن في الحال الراهنة. لم يتغير شيء.
no-own-case = لا أحد يقرر في حالته. اطلب ذلك من زميل.
no-moved = تغيّر النص منذ فتحت الصفحة. انظر فيه مرة أخرى من فضلك.
no-undecided = يجب أولًا الاختيار في الحقول ذات النصّين.
no-incomplete = ما زال هناك نقص؛ انظر أدناه.
no-unkept = بعض الحقول أطول مما يجوز بكثير. اختصرها من فضلك؛ ما كتبته ما زال هنا.
no-reason = اكتب سببًا من فضلك.
no-more = يوجد منها الكثير بالفعل.
no-open = هذه الحالة تُراجع بالفعل.
no-last-author = تحتفظ الحالة بمؤلف واحد على الأقل.
no-other = لم يكن هذا ممكنًا. لم يتغير شيء.

# A former version, and a published case on the desk.
versions-return = استعد النسخة { $version }
versions-return-help = تصبح أحدث نسخة، ولا يضيع شيء.
published-review = المراجعة والسجل
published-revisions = المراجعات
published-restore-what = إعادة نشر مراجعة سابقة تجعلها الأحدث، وتبقى ما بينهما في السجل.
published-revision = المراجعة { $revision }
published-newest = التي يقرؤها الجميع
published-restore = انشرها من جديد
published-reason = سبب السحب
published-reason-help = يقرؤه كل من يفتح الحالة، ويسحبها الشركاء أيضًا.

# One case: its parts, its history, how to cite and to follow it.

# In which language it is read.
tongues = لغات هذه الحالة
tongue-original = الأصل
tongue-human = ترجمة
tongue-machine = ترجمة آلية
tongue-rest = النص أدناه بلغته الأصلية، { $language }.

# Where it comes from, and its revisions.
origin-shared = وصلت إلى هنا عن طريق { $actor }، الذي شاركها.
origin-submitted = قدّمها { $who }.
origin-reviewed = آخر مراجعة في { $date }.
origin-received = وصلت إلى هنا أول مرة في { $date }.
history = المراجعات
history-link = جميع المراجعات
history-title = مراجعات { $title }
history-what = كل مراجعة لهذه الحالة كانت معلنة هنا، والأحدث أولاً. ولكل منها عنوان خاص لا يتغير.
history-published = نشرتها { $network } في { $host } بتاريخ { $date }.
history-revision = المراجعة { $revision }
history-first = أول مراجعة محفوظة هنا
history-nothing = لا شيء مما تعرضه الصفحة
history-show = ما الذي تغير
history-older = مراجعات أقدم
history-compared = ما الذي تغير من المراجعة { $old } إلى المراجعة { $new }
history-gone = ما حُذف
history-new = ما أُضيف
history-del = حُذف:
history-ins = أُضيف:
revision-older = هذه هي المراجعة { $revision } بتاريخ { $date }. وأحدثها المراجعة { $newest }.
revision-newest = هذه هي المراجعة { $revision } بتاريخ { $date }، وهي الأحدث.
revision-current = اقرأ الحالة كما هي الآن
field-title = العنوان
field-subtitle = العنوان الفرعي
field-summary = الملخص
field-language = اللغة
field-cities = المدن
field-period = السنوات
field-status = الوضع
field-scale = النطاق
field-topics = المواضيع
field-goals = الأهداف
field-targets = الغايات
field-actors = المشاركون
field-funding = الكلفة والتمويل
field-indicators = الأرقام
field-awards = الجوائز
field-pictures = الصور
field-links = الروابط والوثائق
field-contacts = للاتصال
field-related = حالات ذات صلة
field-licence = الرخصة
field-source = نُشرت أولاً في

# Citing it.
cite = استشهد بهذه الحالة
cite-rest = دراسة حالة، المراجعة { $revision }، { $date }. { $licence }.
cite-files = لبرامج إدارة المراجع:

# Related cases: why each is there.
kin-comma = {"، "}
kin-named = ذكرها المؤلفون.
kin-city = في { $city } أيضاً.
kin-country = في { $country } أيضاً.
kin-topics = { $n ->
    [zero] الموضوع نفسه: { $names }.
    [one] الموضوع نفسه: { $names }.
    [two] الموضوعان نفسهما: { $names }.
    [few] المواضيع نفسها: { $names }.
    [many] المواضيع نفسها: { $names }.
   *[other] المواضيع نفسها: { $names }.
}
kin-goals = { $n ->
    [zero] الهدف نفسه: { $names }.
    [one] الهدف نفسه: { $names }.
    [two] الهدفان نفسهما: { $names }.
    [few] الأهداف نفسها: { $names }.
    [many] الأهداف نفسها: { $names }.
   *[other] الأهداف نفسها: { $names }.
}
kin-targets = { $n ->
    [zero] الغاية نفسها: { $names }.
    [one] الغاية نفسها: { $names }.
    [two] الغايتان نفسهما: { $names }.
    [few] الغايات نفسها: { $names }.
    [many] الغايات نفسها: { $names }.
   *[other] الغايات نفسها: { $names }.
}
kin-words = { $n ->
    [zero] الكلمة نفسها: { $names }.
    [one] الكلمة نفسها: { $names }.
    [two] الكلمتان نفسهما: { $names }.
    [few] الكلمات نفسها: { $names }.
    [many] الكلمات نفسها: { $names }.
   *[other] الكلمات نفسها: { $names }.
}
gone-instead = لعلك تقرأ واحدة من هذه

# Comments.
comments-take-part = رد أو عبّر عن إعجابك أو شارك من خادومك
comments-later = التعليقات اللاحقة
comments-first = إلى التعليقات الأولى

# Following and answering from one's own server.
follow-topic = حالات جديدة عن { $topic }
follow-away = تابع من خادومك
away-open = تابع من خادومك
away-follow = تابع { $handle }
away-case = رد أو عبّر عن إعجابك أو شارك من خادومك
away-what = الفيديفرس مواقع مستقلة كثيرة، مثل Mastodon، يستطيع أصحاب الحسابات فيها أن يتابع بعضهم بعضاً ويردوا عبرها جميعاً. قل لنا أين حسابك، ثم أكد هناك: لا يحتفظ هذا الموقع بشيء عنك ولا يستخدم ملفات تعريف الارتباط.
away-choose = ما يمكنك متابعته هنا
away-server = خادومك، أو عنوانك فيه
away-server-hint = مثلاً mastodon.social أو me@mastodon.social
away-go = إلى خادومي
away-reply = رد
away-like = إعجاب
away-share = مشاركة
away-by-hand = أو يدوياً
away-by-hand-how = انسخ هذا، وألصقه في خانة البحث في خادومك، ثم اختر ما يجده.
away-new = ليس لديك حساب بعد؟
away-new-what = سجل في أي خادوم في الفيديفرس مجاناً، ثم عد إلى هنا. ويمكن قراءة سجلات هذا الموقع من دون أي حساب.
away-no-server = هذا ليس اسم خادوم. ينبغي أن يشبه mastodon.social، أو me@mastodon.social وفي أوله اسمك.
away-silent = لا يجيب { $host } في هذه اللحظة.
away-no-template = لا يذكر { $host } أين يؤكد أصحاب الحسابات ذلك.
away-elsewhere = أراد { $host } إرسالك إلى موقع آخر، فلم نفعل.
away-paste = انسخ { $address } بدلاً من ذلك في خانة البحث هناك: فهذا ينجح دائماً.

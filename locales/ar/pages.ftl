# ما يقوله إطار كل صفحة.
skip-to-content = انتقل إلى المحتوى
skip-to-results = انتقل إلى النتائج
nav-main = القائمة الرئيسية
nav-crumbs = أنت هنا
nav-languages = لغة هذا الموقع
nav-cases = الحالات
nav-topics = المواضيع
nav-goals = الأهداف
nav-networks = الشبكات
nav-follow = المتابعة
footer-licence = تذكر كل دراسة حالة رخصتها الخاصة.
footer-software = أُنجز بواسطة { $software }، وهو برنامج حر برخصة AGPL 3.0.
footer-places = بيانات المدن: { $source }، رخصة CC BY 4.0. أسماء البلدان: Unicode CLDR.
cases = حالات
goal = الهدف
goals = أهداف التنمية المستدامة
licence = الرخصة

# التواريخ والمبالغ. أسماء الشهور كما تكتبها الأمم المتحدة، بالتسميتين، ليقرأها الجميع.
month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيه
month-7 = تموز/يوليه
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
amount-large = { $n ->
    [one] مليون واحد
    [two] مليونان
    [few] { $n } ملايين
   *[other] { $n } مليون
}
amount-huge = { $n ->
    [one] مليار واحد
    [two] ملياران
    [few] { $n } مليارات
   *[other] { $n } مليار
}

# البحث.
search-label = ابحث في دراسات الحالة
search-placeholder = مياه الأمطار، وسط بلا سيارات، الميزانية التشاركية…
search-button = ابحث
cases-found = { $n ->
    [zero] لا توجد حالات
    [one] حالة واحدة
    [two] حالتان
    [few] { $n } حالات
    [many] { $n } حالة
   *[other] { $n } حالة
}

# الصفحة الأولى.
home-title = ما ينجح في المدن، يرويه من أنجزوه.
home-what = دراسات حالة من { $network } ومن الشبكات التي تتابعها. القراءة والبحث والمتابعة مجانية، ومن دون حساب.
home-try = مثلاً:
home-newest = الأحدث
home-new = الجديد في السجل المشترك
home-all = { $n ->
    [zero] جميع الحالات
    [one] اقرأ الحالة
    [two] الحالتان معاً
    [few] الحالات الـ{ $n } جميعها
    [many] جميع الحالات، وعددها { $n }
   *[other] جميع الحالات، وعددها { $n }
}
home-topics = حسب الموضوع
home-goals = حسب أهداف التنمية المستدامة
home-networks = حسب الشبكة
home-networks-all = عن هذه الشبكات
home-empty-title = لا توجد دراسات حالة هنا بعد
home-empty-what = يمكن لمن يدير هذا الموقع أن يغير ذلك في بضع دقائق، والخادوم يعمل:
tally-cases = { $n ->
    [zero] دراسة حالة
    [one] دراسة حالة
    [two] دراستا حالة
    [few] دراسات حالة
    [many] دراسة حالة
   *[other] دراسة حالة
}
tally-cities = { $n ->
    [zero] مدينة
    [one] مدينة
    [two] مدينتان
    [few] مدن
    [many] مدينة
   *[other] مدينة
}
tally-countries = { $n ->
    [zero] بلد
    [one] بلد
    [two] بلدان
    [few] بلدان
    [many] بلداً
   *[other] بلد
}
tally-networks = { $n ->
    [zero] شبكة
    [one] شبكة
    [two] شبكتان
    [few] شبكات
    [many] شبكة
   *[other] شبكة
}

# المتابعة من مكان آخر.
follow-title = تابعنا من Mastodon أو من أي تطبيق آخر في الفيديفرس
follow-what = عندئذ تظهر كل حالة جديدة في خطك الزمني، ولا تحتاج إلى حساب هنا. ولكل شبكة عنوانها الخاص في صفحتها.
follow-how = انسخ عنواناً، وألصقه في خانة البحث في خادومك، ثم اضغط «متابعة». وللمشاركة بموقع Kontor خاص بك، تابع العنوان نفسه من هناك.
follow-group = الحالات نفسها على شكل مجموعة، لتطبيق Lemmy وتطبيقات المجموعات الأخرى
follow-network = حالات { $network }

# السجل المشترك.
cases-title = دراسات الحالة
cases-title-search = حالات عن «{ $words }»
cases-description = دراسات حالة لمدن من شبكات عدة، يمكن البحث فيها وتصفيتها حسب الموضوع والهدف والمكان والشبكة واللغة.
filters = عوامل التصفية
filters-on = عوامل التصفية المستخدمة
filters-more = { $n ->
    [zero] لا مزيد
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $n } أخرى
    [many] { $n } أخرى
   *[other] { $n } أخرى
}
filters-show = اعرض النتائج
filters-clear = امسح الكل
filter-remove = أزل عامل التصفية: { $filter }
filter-remove-short = أزل
filter-words = «{ $words }»
filter-goal = الهدف { $n }: { $label }
facet-topic = الموضوع
facet-sdg = الهدف
facet-country = البلد
facet-city = المدينة
facet-network = الشبكة
facet-language = لغة الحالة
sort = الترتيب حسب
sort-newest = الأحدث
sort-relevance = الأوثق صلة
results = النتائج
pages = الصفحات
pages-first = العودة إلى البداية
pages-next = الحالات التالية
nothing-title = لا توجد حالة تستوفي كل هذه الشروط
nothing-yet = لا توجد دراسات حالة في هذا السجل بعد.
nothing-loosen = حاول مجدداً بشرط أقل:
nothing-without = من دون { $filter }
nothing-all = اعرض جميع الحالات
nothing-words = يبحث الموقع عن أوائل الكلمات، في الحالات بجميع لغاتها، ولا يلتفت إلى الحركات. وكثيراً ما تعثر كلمة واحدة مناسبة على أكثر مما تعثر عليه جملة.

# حالة واحدة.
facts = لمحة سريعة
fact-city = { $n ->
    [zero] المدينة
    [one] المدينة
    [two] المدينتان
    [few] المدن
    [many] المدن
   *[other] المدن
}
fact-years = السنوات
fact-status = الوضع
fact-scale = النطاق
fact-size = عدد السكان
fact-cost = الكلفة
fact-funding = مصادر التمويل
fact-language = اللغة
fact-topics = المواضيع
years-since = منذ { $start } حتى اليوم
years-span = من { $start } إلى { $end }
years-from = ابتداءً من { $start }
money-range = من { $min } إلى { $max } { $currency }
money-one = { $amount } { $currency }
money-from = { $amount } { $currency } على الأقل
money-to = { $amount } { $currency } على الأكثر
case-in-language = باللغة: { $language }
gloss-human = ترجمة بشرية.
gloss-machine = ترجمة آلية؛ والعبرة بالنص الأصلي.
indicators = أرقام أخرى
indicator = ما جرى قياسه
indicator-value = القيمة
indicator-year = السنة
awards = الجوائز
pictures = الصور
links = الروابط والوثائق
contacts = للاتصال
related = حالات ذات صلة
read-original = اقرأها في موقعها الأصلي
origin = من أين جاءت
origin-published = نشرتها { $network } في { $date }، المراجعة { $revision }.
origin-updated = آخر تعديل في { $date }.
origin-shown = تظهر هنا لأن هذا الموقع يتابع { $network }.
origin-first = نُشرت أولاً في
origin-data = هذه الحالة كبيانات (ActivityPub)
comments = التعليقات
comments-how = للرد، ألصق هذا العنوان في خانة البحث في خادومك في الفيديفرس، مثل Mastodon، ثم رد على ما تجده:
comments-none = لم يعلق أحد بعد.
comments-gone = لم يعد هذا التعليق هنا.
comments-answers = رداً على { $name }
comments-original = الأصل
comments-more = { $n ->
    [zero] لا تظهر هنا تعليقات.
    [one] يظهر هنا التعليق الأول فقط.
    [two] يظهر هنا التعليقان الأولان فقط.
    [few] تظهر هنا أول { $n } تعليقات فقط.
    [many] يظهر هنا أول { $n } تعليقاً فقط.
   *[other] يظهر هنا أول { $n } تعليق فقط.
}
person-role = الدور
person-city = المدينة
person-languages = اللغات
person-said = ما كُتب علناً
person-follow = عندئذ يظهر في خطك الزمني ما يُكتب علناً باسم { $name }، ولا تحتاج إلى حساب هنا.

# الشبكات.
network-cases = الحالات هنا
network-founded = التأسيس
network-website = الموقع الإلكتروني
network-instance = تنشر في
network-tie = في هذا السجل
network-tie-own = هذا الموقع لها
network-tie-followed = يتابعها هذا الموقع
network-tie-shown = عن طريق شبكة أخرى
network-newest = أحدث الحالات
network-none-title = لا توجد حالات لهذه الشبكة هنا بعد
network-none = عندما تنشر حالة، ستظهر هنا.
network-description = { $network }: من هي، ودراسات الحالة التي لها في هذا السجل.

# عندما لا تسير الأمور كما نأمل.
missing-title = هذه الصفحة غير موجودة
missing-text = قد يكون في العنوان خطأ، أو نُقلت الصفحة. لعل البحث يجد ما كنت تريده.
gone-title = سُحبت دراسة الحالة هذه
gone-text = نشرتها { $network } وسحبتها في { $date }. والسبب المذكور هو:
gone-text-bare = سحبها ناشرها ولم يذكر سبباً.
broken-title = حدث خطأ لدينا
broken-text = ليس الخطأ منك. حاول مجدداً بعد قليل. وإن تكرر الأمر، فأبلغ من يدير هذا الموقع بهذا الرقم:
fault-id = رقم هذا الخلل:
fault-cases = اعرض جميع الحالات

# عوامل تصفية يمكن متابعتها
feed-name = دراسات حالة: { $what }
feed-summary = يعرض كل دراسة حالة تناسب «{ $what }» فور نشرها من هذه الشبكة أو من أحد شركائها.
cases-follow = حالات جديدة كهذه في خطك الزمني:
cases-follow-how = كيف تتابع

# نتيجة مقارنة فهرس شبكة نتابعها
network-compared = مدى التحديث
network-compared-equal = قورنت في { $day }، ولم ينقص شيء
network-compared-healed = قورنت في { $day }، { $count ->
    [zero] ولم تُحدَّث أي حالة
    [one] وحُدِّثت حالة واحدة
    [two] وحُدِّثت حالتان
    [few] وحُدِّثت { $count } حالات
    [many] وحُدِّثت { $count } حالة
   *[other] وحُدِّثت { $count } حالة
 }
network-compared-failed = تعذرت مقارنتها في { $day }؛ وستعاد المحاولة

# The site itself: its home, its own pages, its map, its styles.

# Masthead and foot.
nav-cities = المدن
nav-people = الأشخاص
nav-site = عن هذا الموقع
nav-data = البيانات المفتوحة
nav-source = الشفرة المصدرية
imprint = بيانات الناشر
privacy = الخصوصية
terms = شروط الاستخدام
accessibility = إمكانية الوصول

# The network's own pages.
own-incomplete = يأتي هذا النص مع البرنامج، ولم يُكمله بعد من يدير هذا الموقع: ما بين الأقواس المعقوفة ما زال ينتظر. ومكان نصهم الخاص هو { $file }.

# The map.
map-title = دراسات الحالة على الخريطة
map-title-search = حالات عن «{ $words }» على الخريطة
map-description = أين تقع دراسات الحالة: خريطة للمدن، وإلى جانبها قائمة بالمدن نفسها.
map-regions = أنحاء العالم
map-world = العالم
map-drawing = خريطة المدن التي لها دراسات حالة؛ كل دبوس رابط
map-skip = تخطَّ الخريطة إلى قائمة المدن
map-closer = أقرب
map-out = أبعد
map-about = الدبوس مدينة ويقود إلى حالاتها. والحلقة تمثل عدة مدن وتقود إلى نظرة أقرب. ويُظهر الرسم اليابسة فقط، بلا حدود.
map-pin = { $city }، { $country }: { $cases }
map-cluster = { $cities }، { $cases }: { $names } …
map-cities = { $n ->
    [zero] لا توجد مدن
    [one] مدينة واحدة
    [two] مدينتان
    [few] { $n } مدن
    [many] { $n } مدينة
   *[other] { $n } مدينة
}
map-list = { $n ->
    [zero] لا توجد مدن في هذا الجزء من الخريطة
    [one] مدينة واحدة في هذا الجزء من الخريطة
    [two] مدينتان في هذا الجزء من الخريطة
    [few] { $n } مدن في هذا الجزء من الخريطة
    [many] { $n } مدينة في هذا الجزء من الخريطة
   *[other] { $n } مدينة في هذا الجزء من الخريطة
}
map-empty = لا تقع هنا أي مدينة من هذا البحث.
map-all = اعرض كل المدن، وعددها { $n }
map-elsewhere = { $n ->
    [zero] لا توجد مدن أخرى في أماكن أخرى: انظر إلى العالم كله
    [one] مدينة أخرى في مكان آخر: انظر إلى العالم كله
    [two] مدينتان أخريان في مكان آخر: انظر إلى العالم كله
    [few] { $n } مدن أخرى في أماكن أخرى: انظر إلى العالم كله
    [many] { $n } مدينة أخرى في أماكن أخرى: انظر إلى العالم كله
   *[other] { $n } مدينة أخرى في أماكن أخرى: انظر إلى العالم كله
}

# Home.
home-empty-import = استورد دراسات الحالة الخاصة بك، من JSON Lines أو من جدول بيانات:
home-empty-follow = تابع موقع شبكة أخرى؛ فتظهر حالاتها هنا في غضون ثوانٍ:
home-empty-look = أعط هذا الموقع اسمه ولونه وكلماته الأولى، في kontor.toml:

home-featured = اختارها المحررون
home-map = حول العالم
home-map-open = افتح الخريطة
home-topics-all = جميع المواضيع والمواضيع الفرعية
home-goals-all = الأهداف وغاياتها
home-follow-more = طرق أخرى للمتابعة، من أي خادوم

# The page of styles, for those who build pages.
style-title = الأنماط
style-what = كل متغيرات هذا الموقع ومكوناته، بجميع حالاتها.
style-type = الخط
style-pangram = نصٌّ حكيمٌ له سرٌّ قاطعٌ وذو شأنٍ عظيمٍ مكتوبٌ على ثوبٍ أخضر ومغلفٌ بجلدٍ أزرق
style-colours = الألوان
style-day = نهاراً
style-night = ليلاً
style-least = على الأقل
style-text = النص
style-ground = الخلفية
style-contrast = التباين، محسوباً
style-enough = كافٍ
style-little = غير كافٍ
style-space = المسافات والزوايا
style-cards = البطاقات
style-chips = الرقاقات والأهداف والمواضيع
style-buttons = الأزرار والروابط
style-button = انشر
style-button-quiet = ليس الآن
style-button-grave = اسحب الحالة
style-button-off = لا يمكن الضغط عليه
style-forms = النماذج
style-field = العنوان
style-field-help = 300 حرف على الأكثر. اذكر ما أُنجز وأين.
style-field-wrong = هذا العنوان من 312 حرفاً، أي بزيادة 12 حرفاً.
style-field-optional = (اختياري)
style-field-off = لا يمكن تغييره
style-field-choice = الوضع
style-field-text = الحل
style-field-check = أظهر اسمي في الصفحة
style-field-one = واحد من هذه
style-notices = الإشعارات
style-notice = ينتهي موعد هذه الدعوة بعد ثلاثة أيام.
style-notice-good = نُشرت. تصل إلى الخوادم الأخرى في غضون ثوانٍ.
style-notice-bad = خانتان تحتاجان إلى نظرة أخرى:
style-tables = الجداول
style-tabs = الألسنة والصفحات
style-empty = عندما لا يوجد شيء
style-facts = الحقائق
style-dialog = سؤال
style-dialog-title = أتسحب هذه الحالة؟
style-dialog-text = ستذكر صفحتها أنها سُحبت ولماذا. وتُبلَّغ الخوادم الأخرى.

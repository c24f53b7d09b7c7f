# Bringing cases in from a spreadsheet.
imports-title = استيراد حالات
imports-what = من جدول بصيغة CSV أو XLSX. ترى أولًا ما سيحدث، ولا يُحفظ شيء كحالة قبل أن تؤكد.
imports-template = في القالب كل الأعمدة وبعض الأمثلة:
imports-file = الملف
imports-file-help = CSV أو XLSX، بحد أقصى { $most } ميغابايت و{ $rows } صفًا.
imports-charset = محارف ملف CSV
imports-charset-auto = تعرّف تلقائيًا
imports-read = اقرأ الملف
imports-own = ما استوردته
imports-none = لم تستورد شيئًا بعد.
imports-open = لم يكتمل
imports-done = تم الاستيراد
imports-undone = تم التراجع
imports-until = يُحفظ حتى { $date }

# Columns and fields.
imports-columns = ما يعنيه كل عمود
imports-columns-what = تُترك الأعمدة التي لا حقل لها. العنوان لازم.
imports-sheet = الورقة
imports-sheet-choose = خذ هذه الورقة
imports-column = العمود
imports-examples = أمثلة
imports-field = الحقل
imports-leave-out = (يُترك)
imports-rules = كيف كُتبت القيم
imports-list = بين عناصر القائمة
imports-list-auto = تعرّف تلقائيًا
imports-list-bar = | (خط عمودي)
imports-list-semicolon = ; (فاصلة منقوطة)
imports-list-comma = , (فاصلة)
imports-list-line = سطر جديد
imports-dates = تواريخ مثل 03/04/2019
imports-dates-day = اليوم أولًا
imports-dates-month = الشهر أولًا
imports-otherwise = للصفوف التي لا تذكر ذلك
imports-network-help = الاسم القصير لشبكة في الدليل. فارغ: هذه الشبكة.
imports-source = اسم هذا المصدر
imports-source-help = مثل «جدول Eurocities». في المرة القادمة تُعرف الأعمدة تلقائيًا.
imports-to-preview = احفظ واعرض المعاينة

# What would happen.
imports-preview = معاينة
imports-preview-what = لم يُحفظ شيء بعد.
imports-filter = الصفوف
imports-all = الكل
imports-new = جديد
imports-changes = تغيير
imports-same = بلا تغيير
imports-duplicate = موجود على الأرجح
imports-refused = لا يمكن أخذه
imports-line = الصف
imports-result = ما يحدث
imports-fields = يغيّر: { $fields }
imports-of-case = مثل الحالة
imports-of-hidden = مثل حالة غير منشورة:
imports-of-draft = مثل المسودة
imports-of-row = مثل الصف { $row }:
imports-lacks = ستنقص المسودة:
imports-place = الصف { $row }، العمود { $column } «{ $name }»
imports-place-none = الصف { $row }، { $field }
imports-found = «{ $text }»
imports-errors = تنزيل ما لا يمكن أخذه (CSV)
imports-choices = مصير الصفوف
imports-mode = خذها على أنها
imports-mode-drafts = مسودات في التحرير تكملها أنت
imports-mode-published = حالات منشورة
imports-others = صفوف موجودة على الأرجح
imports-skip = تخطَّ
imports-update = غيّر ما هو موجود
imports-add = خذه رغم ذلك
imports-choice-of = الصف { $row }
imports-look-again = احفظ وانظر ثانية
imports-take-drafts = { $n ->
    [zero] لا مسودات
    [one] ضع مسودة واحدة
    [two] ضع مسودتين
    [few] ضع { $n } مسودات
    [many] ضع { $n } مسودة
   *[other] ضع { $n } مسودة
}
imports-take-published = { $n ->
    [zero] لا حالات
    [one] انشر حالة واحدة
    [two] انشر حالتين
    [few] انشر { $n } حالات
    [many] انشر { $n } حالة
   *[other] انشر { $n } حالة
}
imports-leave-flawed = { $n ->
    [zero] لا صفوف تُترك
    [one] اترك الصف الذي لا يمكن أخذه
    [two] اترك الصفين اللذين لا يمكن أخذهما
    [few] اترك { $n } صفوف لا يمكن أخذها
    [many] اترك { $n } صفًا لا يمكن أخذها
   *[other] اترك { $n } صف لا يمكن أخذها
}
imports-leave-what = أو صحح الملف وأرسله مرة أخرى.
imports-nothing-to-take = لن يؤخذ أي صف.
imports-discard = اترك هذا الاستيراد نهائيًا
imports-earlier = السابقة
imports-later = التالية

# What happened.
imports-result-title = ما دخل
imports-drafted = مسودة
imports-published = نُشرت
imports-revised = تغيّرت
imports-count-drafted = { $n ->
    [zero] لا مسودات
    [one] وُضعت مسودة واحدة
    [two] وُضعت مسودتان
    [few] وُضعت { $n } مسودات
    [many] وُضعت { $n } مسودة
   *[other] وُضعت { $n } مسودة
}
imports-count-published = { $n ->
    [zero] لا حالات منشورة
    [one] نُشرت حالة واحدة
    [two] نُشرت حالتان
    [few] نُشرت { $n } حالات
    [many] نُشرت { $n } حالة
   *[other] نُشرت { $n } حالة
}
imports-count-revised = { $n ->
    [zero] لا حالات متغيرة
    [one] تغيّرت حالة واحدة
    [two] تغيّرت حالتان
    [few] تغيّرت { $n } حالات
    [many] تغيّرت { $n } حالة
   *[other] تغيّرت { $n } حالة
}
imports-count-skipped = { $n ->
    [zero] لم يُتخطَّ صف
    [one] تُخطي صف واحد
    [two] تُخطي صفان
    [few] تُخطيت { $n } صفوف
    [many] تُخطي { $n } صفًا
   *[other] تُخطي { $n } صف
}
imports-count-refused = { $n ->
    [zero] لم يُترك صف
    [one] تُرك صف واحد
    [two] تُرك صفان
    [few] تُركت { $n } صفوف
    [many] تُرك { $n } صفًا
   *[other] تُرك { $n } صف
}
imports-undo = تراجع عن كل شيء
imports-undo-what = تُحذف المسودات وتُسحب الحالات المنشورة وتعود المتغيرة كما كانت. فقط ما دام أحد لم يعمل على أي منها.
imports-undo-reason = السبب، ويقرؤه الجميع
imports-undo-usual = استُوردت خطأً.

# Why something was not done.
imports-no-file = اختر ملفًا من فضلك.
imports-no-size = الملف أكبر من المسموح.
imports-no-sheet = هذا ليس CSV ولا XLSX.
imports-no-old = هذا المصنف بصيغة قديمة أو له كلمة مرور. احفظه بصيغة XLSX دون كلمة مرور.
imports-no-broken = الملف تالف أو غير كامل.
imports-no-room = في الملف أكثر مما يؤخذ دفعة واحدة.
imports-no-rows = في الملف أكثر من { $most } صفًا. قسّمه من فضلك.
imports-no-columns = في الملف أكثر من { $most } عمودًا.
imports-no-cell = الصف { $row }، العمود { $column }: النص طويل جدًا.
imports-no-empty = لا صفوف تحت أسماء الأعمدة.
imports-no-more = لديك عدة عمليات استيراد لم تكتمل. أكمل واحدة أو اتركها.
imports-no-moved = تغيّر شيء منذ المعاينة. انظر إليها ثانية من فضلك.
imports-no-flawed = بعض الصفوف لا يمكن أخذها. قل إنها تُترك أو صحح الملف.
imports-no-done = اكتمل هذا الاستيراد.
imports-no-twice = عمودان للحقل «{ $field }».
imports-no-title = لا عمود للعنوان.
imports-no-edited = عمل أحدهم على «{ $title }» منذ ذلك الحين. لم يُتراجع عن شيء.
lack-no-date = ليس تاريخًا مثل 2019 أو 2019-05 أو 2019-05-17
lack-no-place = يذكر مدينة ليست في السجل؛ اكتب خط العرض وخط الطول
lack-no-place-further = يذكر مدينة ليست في السجل؛ أضف خط العرض وخط الطول، مثل: ⁨Ghent (BE); 51.05; 3.72⁩

# Fields, as columns are named.
column-title = العنوان
column-subtitle = العنوان الفرعي
column-summary = الملخص
column-language = اللغة
column-city = المدينة
column-country = البلد
column-lat = خط العرض
column-lon = خط الطول
column-geonameid = رقم GeoNames
column-more-cities = مدن أخرى
column-start = البداية
column-end = النهاية
column-status = الوضع
column-scale = النطاق
column-topics = المواضيع
column-sdgs = أهداف التنمية المستدامة
column-sdg-targets = غايات الأهداف
column-actors = الجهات المشاركة
column-funding-sources = مصادر المال
column-cost-band = مرتبة التكلفة
column-amount-min = التكلفة، من
column-amount-max = التكلفة، إلى
column-currency = العملة
column-funding-note = ملاحظة عن التكلفة
column-awards = الجوائز
column-links = الروابط
column-image-url = عنوان صورة
column-image-alt = وصف الصورة
column-image-credit = حقوق الصورة
column-licence = الرخصة
column-source-network = الشبكة المصدر
column-source-url = عنوان الأصل
column-contact-email = بريد جهة الاتصال
column-id = المعرّف
column-published = أول نشر
column-updated = آخر تغيير

# The form of a case where scripts run, the marks of texts, translations, and who reviews.

script-search = البحث في الخيارات
script-chosen = المختار
script-all = كل الخيارات
script-remove = إزالة
script-none = لم يُعثر على شيء.
script-hits = الخيارات الموجودة: { $n }
script-saved = حُفظ في { $time }.
script-unsaved = لم يُحفظ:
script-away = تعذّر الاتصال بالخادم. ستُعاد المحاولة تلقائيًا.
script-kept = نصك محفوظ في هذا المتصفح.
script-unkept = هذا المتصفح لا يحفظ شيئًا أيضًا. انسخ نصك قبل المغادرة.
script-out = لم تعد مسجّل الدخول.
script-enter = تسجيل الدخول من جديد
script-clash = حُفظ. غيّر شخص آخر حقلًا في الوقت نفسه، والنصان محفوظان.
script-decide = اختيار أحدهما
script-found = ما زال في هذا المتصفح نص من { $time } لم يُحفظ.
script-back = استعادته
script-drop = التخلص منه
script-look = عرض الشكل
script-looks = كيف يبدو
marks-title = تنسيق النص
marks-type = ما تكتبه
marks-get = ما يراه القراء
marks-bold = عريض
marks-italic = مائل
marks-item = عنصر
marks-link = رابط
marks-heading = عنوان
marks-quote = اقتباس
marks-lines = السطر الفارغ يبدأ فقرة جديدة.
write-save-look = حفظ وعرض الشكل
place-added = أُضيفت { $city }.
place-search-help = ابدأ بالاسم، ويمكن أن يتبعه البلد أو الولاية: طرابلس، لبنان.
translate-title = الترجمات
translate-what = ترجم العنوان والملخص والنص بجانب الأصل. ما يتغير في الأصل لاحقًا يُعلَّم هنا.
translate-into = ترجمة: { $language }
translate-add = الترجمة إلى
translate-begin = بدء
translate-original = الأصل
translate-gone = لم يعد في الأصل شيء هنا.
translate-here = الترجمة
translate-changed = تغيّر الأصل بعد هذه الترجمة.
translate-checked = راجعتُها: ما زالت الترجمة صحيحة
translate-machine = ترجمة آلية
translate-nothing = لا يوجد ما يُترجم بعد. اكتب الأصل أولًا.
translate-outdated = تغيّر الأصل في { $date } بعد هذه الترجمة.
desk-assign-to = إسنادها إلى
desk-assign = إسناد
told-assigned = يطلب منك { $who } مراجعة «{ $title }».
translate-missing = { $n ->
    [zero] لا حقول ناقصة
    [one] حقل ناقص
    [two] حقلان ناقصان
    [few] { $n } حقول ناقصة
    [many] { $n } حقلًا ناقصًا
   *[other] { $n } حقل ناقص
}
translate-stale = { $n ->
    [zero] لا حقول متقادمة
    [one] حقل متقادم
    [two] حقلان متقادمان
    [few] { $n } حقول متقادمة
    [many] { $n } حقلًا متقادمًا
   *[other] { $n } حقل متقادم
}

# Feeds and downloads.

# What a feed or a file is called; $search is what was searched for.
feed-title = { $network }: دراسات حالة
feed-title-search = { $search } – { $network }
feed-description = ما فعلته المدن، وما نتج عنه. دراسات حالة من { $network } ومن الشبكات التي تتابعها.
# Who may be named, and under which licence: “Eurocities, Creative Commons Attribution 4.0”.
data-rights-case = { $network }، { $licence }
data-rights = تذكر كل حالة رخصتها ومصدرها وعنوانها: يرجى إبقاؤها معاً. أما الحالات المحفوظة الحقوق كلها فلا يتاح منها سوى العنوان والملخص والرابط.
data-dataset = كل دراسة حالة نشرتها { $network } والشبكات التي تتابعها: الأماكن والمواضيع وأهداف التنمية المستدامة والجهات الفاعلة والكلفة والنتائج والدروس.

# The first sheet of a workbook, and its labels.
data-sheet-about = عن الملف
data-sheet-cases = الحالات
data-about-title = العنوان
data-about-source = البحث
data-about-day = تاريخ الجلب

# Files and ways to get them, by their names.
data-csv = جدول (CSV)
data-xlsx = مصنف (XLSX)
data-geojson = طبقة خريطة (GeoJSON)
data-jsonl = كل شيء (JSON Lines)
data-oai = جمع البيانات للمكتبات (OAI-PMH)
data-api = واجهة برمجية (JSON)
data-outbox = مباشرة عند النشر (ActivityPub)
data-set-own = نشرتها { $network }

# The page about open data.
data-heading = خذ البيانات معك
data-lead = كل ما هو معلن هنا يمكن تنزيله ومتابعته والبناء عليه. ولا حاجة إلى حساب أو مفتاح.
data-nav = البيانات المفتوحة
data-all = جميع الحالات في ملف
data-csv-what = صف لكل حالة، لجداول البيانات والإحصاءات. يُفتح في كل برنامج.
data-xlsx-what = الصفوف نفسها لبرنامجي Excel وLibreOffice، والأرقام فيها أرقام.
data-geojson-what = نقطة لكل مدينة في كل حالة، لبرنامج QGIS وخرائط الويب.
data-jsonl-what = سجل كامل في كل سطر: جميع الأقسام والترجمات والمؤشرات والمصادر.
data-search = ما بحثت عنه فقط
data-search-how = ابحث أولاً، ثم ضع امتداد الملف بعد «cases» في العنوان. ويصلح هذا لأي جمع بين عوامل التصفية:
data-search-link = ابحث في الحالات
data-feeds = ابق على اطلاع
data-feeds-how = كل بحث هو أيضاً سجل متجدد، لقارئات السجلات وغرف الأخبار والمواقع الأخرى:
data-feeds-fediverse = في الفيديفرس، تابع الشبكة نفسها أو أياً من مواضيعها وأهدافها وأماكنها.
data-programs = للبرامج
data-api-what = البحث وعوامل التصفية والحالات المفردة والشبكات والمفردات بصيغة JSON، يصفها مستند OpenAPI 3.1.
data-oai-what = الأفعال الستة كلها، ومعيار دبلن الأساسي، ومجموعات لكل موضوع وهدف. ويستمر الإبلاغ عن الحالات المسحوبة دائماً.
data-dcat = فهرس لبوابات البيانات (DCAT-AP)
data-dcat-what = فهرس واحد ومجموعة بيانات واحدة بجميع أشكال توزيعها، بصيغتي JSON-LD وTurtle.
data-licences = الرخص
data-licences-how = عندما تستعمل حالة، اذكر شبكتها، وضع رابطاً إلى صفحتها، واذكر رخصتها.
data-fair = الاستعمال المنصف
data-fair-how = { $n ->
    [zero] لا يجاب عن أي طلب في الدقيقة من العنوان الواحد.
    [one] يجاب عن طلب واحد في الدقيقة من العنوان الواحد.
    [two] يجاب عن طلبين في الدقيقة من العنوان الواحد.
    [few] يجاب عن { $n } طلبات في الدقيقة من العنوان الواحد.
    [many] يجاب عن { $n } طلباً في الدقيقة من العنوان الواحد.
   *[other] يجاب عن { $n } طلب في الدقيقة من العنوان الواحد.
 } وتحمل الإجابات وسم ETag: اسأل بـ If-None-Match، فلا يُرسل من جديد ما لم يتغير.

# The page about the programming interface.
api-heading = الواجهة البرمجية
api-lead = القراءة مفتوحة للجميع، من أي صفحة ويب وأي برنامج. الإجابات بصيغة JSON، والأوقات بالتوقيت العالمي UTC.
api-document = مستند OpenAPI 3.1
api-base = تبدأ جميع العناوين أدناه بـ { $address }.
api-parameters = المعاملات
api-name = الاسم
api-where = الموضع
api-meaning = المعنى
api-answers = الإجابات
api-status = الحالة
api-example = مثال
api-in-path = في المسار
api-in-query = في الاستعلام

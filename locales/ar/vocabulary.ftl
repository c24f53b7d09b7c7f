# كلمات المفردات المغلقة، حسب المعرّف.

# Status of the measure
status-planned = مخطط له
status-pilot = تجريبي
status-ongoing = جارٍ
status-completed = منجز
status-discontinued = متوقف

# Scale
scale-site = مبنى أو موقع
scale-neighbourhood = حي أو منطقة
scale-inner-city = وسط المدينة
scale-city = المدينة كلها
scale-metropolitan = منطقة حضرية كبرى
scale-regional = إقليم
scale-multi-city = عدة مدن

# Kinds of actors
kind-local-government = حكومة محلية
kind-regional-government = حكومة إقليمية
kind-national-government = حكومة وطنية
kind-supranational = هيئة دولية أو فوق وطنية
kind-public-utility = مرفق عام أو وكالة عامة
kind-private-sector = القطاع الخاص
kind-public-private-partnership = شراكة بين القطاعين العام والخاص
kind-community-group = مجموعة مجتمعية أو أهلية
kind-ngo-philanthropy = منظمة غير حكومية أو خيرية
kind-research = جامعة أو مركز بحوث
kind-network = شبكة مدن

# Roles of actors
role-initiator = صاحب المبادرة
role-lead = القائد
role-partner = شريك
role-funder = ممول
role-designer = مصمم
role-operator = مشغّل
role-evaluator = مقيّم

# Sources of funding
funding-municipal-budget = ميزانية البلدية
funding-taxes-levies = الضرائب والرسوم
funding-user-fees = رسوم المستخدمين
funding-regional-grant = منحة إقليمية
funding-national-grant = منحة وطنية
funding-eu-funds = أموال الاتحاد الأوروبي
funding-development-bank = مصرف إنمائي
funding-donor-grant = منحة من جهة مانحة
funding-loans-bonds = قروض وسندات
funding-private-investment = استثمار خاص
funding-philanthropy = عمل خيري
funding-crowdfunding = تمويل جماعي
funding-land-value-capture = استرداد قيمة الأراضي
funding-in-kind-volunteer = مساهمات عينية وتطوعية

# Cost bands
cost-unknown = غير مذكورة
cost-lt-100k = أقل من 100,000 يورو
cost-100k-1m = من 100,000 إلى مليون يورو
cost-1m-10m = من مليون إلى 10 ملايين يورو
cost-10m-100m = من 10 ملايين إلى 100 مليون يورو
cost-100m-1b = من 100 مليون إلى مليار يورو
cost-gt-1b = أكثر من مليار يورو

# Sizes of cities
size-xs = أقل من 50,000
size-s = من 50,000 إلى 250,000
size-m = من 250,000 إلى مليون
size-l = من مليون إلى 5 ملايين
size-xl = أكثر من 5 ملايين

# Sections of a case
section-context = السياق
section-challenge = التحدي
section-solution = الحل والتنفيذ
section-results = النتائج والأثر
section-lessons = الدروس المستفادة
section-transferability = قابلية النقل
section-financing = التمويل
section-governance = الحوكمة والمشاركة
section-monitoring = الرصد والتقييم

# Kinds of links
link-website = موقع إلكتروني
link-original = نُشرت أصلاً في
link-document = وثيقة
link-dataset = مجموعة بيانات
link-video = فيديو
link-evaluation = تقييم
link-news = أخبار

# Roles of contacts
contact-initiator = صاحب المبادرة
contact-project-manager = مدير المشروع
contact-press = الصحافة
contact-network = أمانة الشبكة

# Licences
licence-CC-BY-4-0 = المشاع الإبداعي، نسب المصنف 4.0
licence-CC-BY-SA-4-0 = المشاع الإبداعي، نسب المصنف - الترخيص بالمثل 4.0
licence-CC-BY-NC-4-0 = المشاع الإبداعي، نسب المصنف - غير تجاري 4.0
licence-CC-BY-NC-SA-4-0 = المشاع الإبداعي، نسب المصنف - غير تجاري - الترخيص بالمثل 4.0
licence-CC0-1-0 = المشاع الإبداعي، صفر
licence-LicenseRef-all-rights-reserved = جميع الحقوق محفوظة

# Languages of cases
language-en = الإنكليزية
language-es = الإسبانية
language-fr = الفرنسية
language-pt = البرتغالية
language-de = الألمانية
language-ko = الكورية
language-ja = اليابانية
language-zh-Hans = الصينية (المبسطة)
language-zh-Hant = الصينية (التقليدية)
language-ar = العربية

citymaker-politician = العمل السياسي
citymaker-administrator = الإدارة العامة
citymaker-academic = الوسط الأكاديمي
citymaker-practitioner = ممارسة مهنية
citymaker-network-staff = موظفو الشبكات
citymaker-civil-society = المجتمع المدني
citymaker-journalist = الصحافة
citymaker-student = الدراسة

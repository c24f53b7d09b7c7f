# Doors: topics, goals, places, networks, people.

# Lists of doors.
doors-topics = المواضيع
doors-goals = أهداف التنمية المستدامة
doors-cities = المدن
doors-countries = البلدان
doors-regions = مناطق العالم
doors-languages = اللغات
doors-topics-what = كل ما تعمل عليه المدن: 15 موضوعاً، لكل منها مواضيعه الفرعية وعدد دراسات الحالة فيه.
doors-goals-what = الأهداف الـ17 التي اتفقت عليها الأمم المتحدة لعام 2030، مع دراسات الحالة التي تخدم كلاً منها.
doors-cities-what = كل مدينة لها دراسة حالة هنا، منطقةً بعد منطقة.
doors-countries-what = كل بلد له دراسة حالة هنا، منطقةً بعد منطقة.
doors-regions-what = مناطق العالم، مع دراسات الحالة من كل منها.
doors-languages-what = اللغات التي يمكن قراءة دراسات الحالة بها هنا، أصلاً أو ترجمة.
doors-others = مداخل أخرى
doors-elsewhere = في أماكن أخرى
doors-cities-more = { $n ->
    [zero] المدن التي لها أكثر الحالات مدرجة هنا؛ والمدن الأخرى في صفحات بلدانها.
    [one] لا تُدرج هنا سوى المدينة التي لها أكثر الحالات؛ والمدن الأخرى في صفحات بلدانها.
    [two] لا تُدرج هنا سوى المدينتين اللتين لهما أكثر الحالات؛ والمدن الأخرى في صفحات بلدانها.
    [few] لا تُدرج هنا سوى { $n } مدن لها أكثر الحالات؛ والمدن الأخرى في صفحات بلدانها.
    [many] لا تُدرج هنا سوى { $n } مدينة لها أكثر الحالات؛ والمدن الأخرى في صفحات بلدانها.
   *[other] لا تُدرج هنا سوى { $n } مدينة لها أكثر الحالات؛ والمدن الأخرى في صفحات بلدانها.
}

# One door.
door-subtopic = { $topic } جزء من الموضوع «{ $parent }».
door-city = دراسات حالة من { $city }، { $country }.
door-city-people = يعيش هناك نحو { $people } نسمة، حسب GeoNames.
door-country = دراسات حالة من مدن { $country }، المدرج هنا في منطقة «{ $region }».
door-region = { $n ->
    [zero] لا توجد دراسات حالة من أي بلد أو إقليم.
    [one] دراسات حالة من مدن بلد أو إقليم واحد.
    [two] دراسات حالة من مدن بلدين أو إقليمين.
    [few] دراسات حالة من مدن { $n } بلدان وأقاليم.
    [many] دراسات حالة من مدن { $n } بلداً وإقليماً.
   *[other] دراسات حالة من مدن { $n } بلد وإقليم.
}
door-language = دراسات حالة يمكن قراءتها بهذه اللغة: { $language }.
door-ways = تصفح هذه الحالات
door-search = ابحث في هذه الحالات
door-map = على الخريطة
door-table = على شكل جدول
door-featured = اختارتها هذه الشبكة
door-none-title = لا توجد دراسة حالة هنا بعد
door-none = ما إن ينشر أحدهم دراسة حتى تظهر هنا. وحتى ذلك الحين، تصفح ما يجاورها:
door-subtopics = المواضيع الفرعية
door-sisters = مواضيع مجاورة
door-targets = غايات هذا الهدف
door-by-topic = عمّ تتحدث هذه الحالات
door-by-network = من نشرها
door-people = أشخاص يعرفون هذا المجال
door-people-all = جميع صنّاع المدن
door-take = خذ هذه الحالات معك
door-take-what = على شكل سجل متجدد يخبرك بكل حالة جديدة، أو على شكل ملف يذكر الرخصة والتاريخ. ولا حاجة إلى حساب.

# The directory of networks.
net-title = شبكات المدن
net-what = شبكات المدن وبرامجها وجوائزها وفعالياتها في أنحاء العالم: ماذا تفعل، وكيف يُنضم إليها، ولمن منها حالات تُقرأ هنا.
net-found = { $n ->
    [zero] لا توجد شبكات
    [one] شبكة واحدة
    [two] شبكتان
    [few] { $n } شبكات
    [many] { $n } شبكة
   *[other] { $n } شبكة
}
net-none-title = لا توجد شبكة تستوفي كل هذه الشروط
net-all = جميع الشبكات
net-facet-here = في هذا الموقع
net-facet-region = تعمل في
net-facet-kind = النوع
net-facet-join = طريقة الانضمام
net-here-cases = لها حالات هنا
net-here-instance = تنشر من موقعها
net-worldwide = في أنحاء العالم
net-take = خذ الدليل معك
net-take-what = كل مدخل، مع مصدر كل رقم.
net-about-title = ما هي
net-mandate = تعمل على
net-audience = لمن
net-projects = المشاريع الرئيسية
net-contact = للاتصال
net-no-contact = لا تُعرف جهة اتصال معلنة.
net-hosted-by = تستضيفها
net-seat = المقر
net-facts = معلومات أخرى
net-figures = بالأرقام
net-figures-what = كل رقم هو ما يذكره مصدر واحد. وحيث تختلف المصادر، تُذكر كلها هنا.
net-figure = البند
net-statement = المذكور
net-source = المصدر
net-as-of = بتاريخ
net-undated = لم يُذكر تاريخ
net-disagree = المصادر مختلفة
net-more-than = أكثر من { $value }
net-nearly = ما يقارب { $value }
net-about = نحو { $value }
net-fee = يدفع الأعضاء رسوماً.
net-no-fee = لا توجد رسوم عضوية.
net-ties = الصلات بالآخرين
net-picture = { $network } ومن تربطها بهم صلة
net-sources = من أين جاءت هذه المعلومات
net-flags = تُقرأ بحذر
net-unverified = الموقع الإلكتروني والمقر من المعارف العامة؛ ولم تؤكدهما الشبكة.
net-stated = كما ذكرت { $network } في { $day }
net-claim-what = هل هنا خطأ، أم أنك تتحدث باسم هذه الشبكة؟
net-claim = أخبرنا

# Kinds of networks
net-kind-membership-network = شبكة قائمة على العضوية
net-kind-thematic-network = شبكة مواضيعية
net-kind-programme = برنامج
net-kind-un-programme = برنامج للأمم المتحدة
net-kind-platform = منصة
net-kind-award = جائزة
net-kind-event = فعالية
net-kind-initiative = مبادرة
net-kind-non-profit = منظمة غير ربحية
net-kind-fund = صندوق
net-kind-hub = مركز
net-kind-coordination-mechanism = آلية تنسيق مشتركة
net-kind-company = شركة
net-kind-registry = سجل
net-kind-blog = مدونة

# Ways of joining
net-join-open = مفتوح
net-join-conditions = مفتوح لمن يستوفي الشروط
net-join-commitment = بالالتزام بتعهد
net-join-guests = بصفة ضيف
net-join-application = بتقديم طلب
net-join-invitation = بدعوة
net-join-unknown = غير مذكور

# What is measured
net-metric-members = الأعضاء
net-metric-countries = البلدان
net-metric-population = السكان الممثَّلون
net-metric-population-share = النسبة من سكان العالم
net-metric-partner-cities = المدن الشريكة
net-metric-states = الدول
net-metric-partners = الشركاء
net-metric-case-studies = دراسات الحالة
net-metric-citymakers = صنّاع المدن
net-metric-regions = مناطق العالم
net-metric-offices = المكاتب
net-metric-national-offices = المكاتب الوطنية
net-metric-worked-with = من عملت معهم
net-metric-companies-investors = الشركات والمستثمرون
net-metric-banks = المصارف الإنمائية
net-metric-coalition = التحالف
net-metric-eligible-cities = المدن التي يمكنها الانضمام

# Ties, read as: this network is … the other
net-tie-partner = شريكة لـ
net-tie-related-to = ذات صلة بـ
net-tie-works-with = تعمل مع
net-tie-operates = تشغّل
net-tie-operated-by = يشغّلها
net-tie-runs = تدير
net-tie-run-by = يديرها
net-tie-co-run-by = تشترك في إدارتها
net-tie-co-runs = تدير بالاشتراك مع غيرها
net-tie-supplied-by = تتلقى حالات من
net-tie-supplies-cases = تزود بالحالات
net-tie-part-of = جزء من
net-tie-includes = تضم
net-tie-founding-partner = شريكة مؤسسة في
net-tie-founded-with = تأسست مع
net-tie-represented-in = لها مقعد في
net-tie-gives-a-seat = تمنح مقعداً لـ
net-tie-partner-in = شريكة في
net-tie-has-partner = من شركائها
net-tie-funded-by = يمولها
net-tie-funds = تمول
net-tie-led-by = يقودها
net-tie-leads = تقود
net-tie-hosted-by = يستضيفها
net-tie-hosts = تستضيف
net-tie-successor-of = خلفت
net-tie-succeeded-by = خلفها
net-tie-publishes = تنشر
net-tie-published-by = ينشرها
net-tie-founded-under = تأسست في إطار
net-tie-occasion-of = تأسس فيها:

# What is doubtful about an entry
net-flag-figures-conflict = تذكر المصادر أرقاماً مختلفة.
net-flag-heading-missing-in-seed = هذا النص في المصدر بلا عنوان؛ وقد استُنتج الاسم منه.
net-flag-seed-text-suspect = يبدو أن أجزاء من نص المصدر تخص شبكة أخرى.
net-flag-name-only-in-text = لا يذكر المصدر سوى الاسم.

# Suggestions
suggest-title = اقترح شبكة
suggest-about = عن { $network }
suggest-what = شبكة ناقصة، أو مدخل فيه خطأ، أو شبكتك أنت: اكتب إلى من يدير هذا الموقع. لا تحتاج إلى حساب، ولا يُنشر شيء من هذا كما هو.
suggest-name = اسم الشبكة
suggest-website = موقعها الإلكتروني
suggest-message = ماذا ينبغي أن يقال عنها؟
suggest-message-help = مع ذكر المصدر إن وُجد. 4,000 حرف على الأكثر.
suggest-us = أتحدث باسم هذه الشبكة.
suggest-contact = كيف يمكن الاتصال بك؟
suggest-contact-help = لازم إن كنت تتحدث باسم الشبكة. لا يراه إلا من يدير هذا الموقع، ويُحذف عند الفراغ منه.
suggest-trap = اترك هذا فارغاً
suggest-send = أرسل
suggest-flaws = لا يمكن إرسال هذا بعد
suggest-flaw-name = يرجى ذكر اسم الشبكة، في 200 حرف على الأكثر.
suggest-flaw-website = يجب أن يكون الموقع الإلكتروني عنواناً يبدأ بـ https:// أو http://.
suggest-flaw-message = يرجى كتابة ما ينبغي أن يقال، في 4,000 حرف على الأكثر.
suggest-flaw-contact = يرجى ذكر كيفية الاتصال بك إن كنت تتحدث باسم الشبكة، في 200 حرف على الأكثر.
suggest-flaw-full = هناك اقتراحات كثيرة تنتظر القراءة. يرجى المحاولة بعد بضعة أيام.
suggest-thanks = شكراً
suggest-thanks-what = وصل اقتراحك. سيقرؤه من يدير هذا الموقع ويقرر.

# People
people-title = صنّاع المدن
people-what = أشخاص يعملون من أجل المدن، اختاروا أن يُعثر عليهم هنا ويقولون بأنفسهم ما يعرفون.
people-found = { $n ->
    [zero] لا يوجد صنّاع مدن
    [one] صانع مدن واحد
    [two] صانعا مدن
    [few] { $n } من صنّاع المدن
    [many] { $n } من صنّاع المدن
   *[other] { $n } من صنّاع المدن
}
people-none-title = لا يوجد من يستوفي كل هذه الشروط
people-nobody = لم يختر أحد أن يُدرج هنا بعد.
people-next = المزيد من صنّاع المدن
person-comments = ما كُتب تحت الحالات
person-cases = حالات شاركوا فيها

# Regions of the world, by id
region-africa = أفريقيا
region-east-asia = شرق آسيا
region-south-asia = جنوب آسيا
region-southeast-asia = جنوب شرق آسيا
region-west-central-asia = غرب آسيا ووسطها
region-europe = أوروبا
region-latin-america-caribbean = أمريكا اللاتينية ومنطقة البحر الكاريبي
region-north-america = أمريكا الشمالية
region-oceania = أوقيانوسيا

# What a topic is about, by its id
topic-what-mobility = نقل الناس والبضائع بحركة مرور أقل وخطر أقل وانبعاثات أقل.
topic-what-climate-adaptation = الاستعداد للفيضانات والحر والجفاف والعواصف وغيرها من الصدمات.
topic-what-energy-climate = خفض الانبعاثات بالتخطيط والإمداد النظيف والاستخدام الكفؤ.
topic-what-water = إمدادات مأمونة وصرف صحي وأنهار حية.
topic-what-nature = الحدائق والأشجار والموائل والحلول القائمة على الطبيعة.
topic-what-waste-circularity = منع النفايات وإبقاء المواد قيد الاستخدام.
topic-what-housing = مساكن لائقة وميسورة الكلفة، وتحسين المستوطنات غير الرسمية.
topic-what-planning-public-space = استخدام الأراضي والتجديد والتراث والفضاء بين المباني.
topic-what-inclusion = عدم ترك أحد خلف الركب.
topic-what-health-food = أماكن صحية وهواء نقي وغذاء جيد للجميع.
topic-what-education-culture = التعلم والإبداع والحياة الثقافية.
topic-what-economy-jobs = العمل اللائق والتمويل العادل والأعمال المحلية القادرة على الصمود.
topic-what-governance = كيف تقرر المدن وتمول وتتعاون وتقدم التقارير.
topic-what-digital = البيانات والخدمات والحقوق في المدينة الرقمية.
topic-what-safety-rights = منع العنف وحماية الحقوق والحريات.

# The goals in one sentence, by number
goal-what-1 = القضاء على الفقر بجميع أشكاله في كل مكان.
goal-what-2 = القضاء على الجوع وتوفير الأمن الغذائي والتغذية المحسّنة وتعزيز الزراعة المستدامة.
goal-what-3 = ضمان تمتع الجميع بأنماط عيش صحية وبالرفاهية في جميع الأعمار.
goal-what-4 = ضمان التعليم الجيد المنصف والشامل للجميع وتعزيز فرص التعلم مدى الحياة للجميع.
goal-what-5 = تحقيق المساواة بين الجنسين وتمكين كل النساء والفتيات.
goal-what-6 = كفالة توافر المياه وخدمات الصرف الصحي للجميع وإدارتها إدارة مستدامة.
goal-what-7 = كفالة حصول الجميع بتكلفة ميسورة على خدمات الطاقة الحديثة الموثوقة والمستدامة.
goal-what-8 = تعزيز النمو الاقتصادي المطرد والشامل للجميع والمستدام، والعمالة الكاملة والمنتجة، وتوفير العمل اللائق للجميع.
goal-what-9 = إقامة بنى تحتية قادرة على الصمود، وتحفيز التصنيع المستدام الشامل للجميع، وتشجيع الابتكار.
goal-what-10 = الحد من انعدام المساواة داخل البلدان وفيما بينها.
goal-what-11 = جعل المدن والمستوطنات البشرية شاملة للجميع وآمنة وقادرة على الصمود ومستدامة.
goal-what-12 = كفالة وجود أنماط استهلاك وإنتاج مستدامة.
goal-what-13 = اتخاذ إجراءات عاجلة للتصدي لتغير المناخ وآثاره.
goal-what-14 = حفظ المحيطات والبحار والموارد البحرية واستخدامها على نحو مستدام لتحقيق التنمية المستدامة.
goal-what-15 = حماية النظم الإيكولوجية البرية وترميمها وتعزيز استخدامها على نحو مستدام، وإدارة الغابات على نحو مستدام، ومكافحة التصحر، ووقف تدهور الأراضي وعكس مساره، ووقف فقدان التنوع البيولوجي.
goal-what-16 = تشجيع إقامة مجتمعات مسالمة وشاملة للجميع من أجل تحقيق التنمية المستدامة، وإتاحة إمكانية وصول الجميع إلى العدالة، وبناء مؤسسات فعالة وخاضعة للمساءلة وشاملة للجميع على جميع المستويات.
goal-what-17 = تعزيز وسائل التنفيذ وتنشيط الشراكة العالمية من أجل التنمية المستدامة.

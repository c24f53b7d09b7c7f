# المواضيع والمواضيع الفرعية، حسب المعرّف.

topic-mobility = التنقل والنقل
topic-public-transport = النقل العام
topic-walking = المشي ومناطق المشاة
topic-cycling = ركوب الدراجات
topic-traffic-demand = الحد من حركة المرور ورسوم الطرق ولوجستيات المدن
topic-road-safety = السلامة على الطرق
topic-electric-mobility = المركبات الكهربائية والنظيفة
topic-shared-mobility = التنقل المشترك وعند الطلب

topic-climate-adaptation = التكيف مع المناخ والقدرة على الصمود
topic-stormwater-flooding = مياه الأمطار والفيضانات
topic-extreme-heat = الحر الشديد
topic-drought = الجفاف وشح المياه
topic-coastal-resilience = السواحل وارتفاع مستوى سطح البحر
topic-disaster-risk = مخاطر الكوارث والإنذار المبكر واستراتيجيات الصمود

topic-energy-climate = الطاقة والتخفيف من تغير المناخ
topic-climate-plans = خطط المناخ وميزانيات الكربون
topic-renewable-energy = الطاقة المتجددة
topic-district-energy = التدفئة والتبريد للأحياء
topic-energy-efficiency = كفاءة الطاقة وفقر الطاقة

topic-water = المياه والصرف الصحي
topic-drinking-water = إمدادات مياه الشرب
topic-sanitation = الصرف الصحي والمياه المستعملة
topic-water-demand = توفير المياه وإدارة الطلب عليها
topic-river-restoration = استعادة الأنهار والواجهات المائية
topic-water-sensitive-design = التصميم الحضري المراعي للمياه

topic-nature = الطبيعة والتنوع البيولوجي
topic-parks-green-space = الحدائق والمساحات الخضراء
topic-urban-forest = الأشجار والغابات الحضرية
topic-nature-based-solutions = الحلول القائمة على الطبيعة
topic-ecological-corridors = الموائل والممرات الإيكولوجية

topic-waste-circularity = النفايات والاقتصاد الدائري
topic-waste-prevention = منع النفايات وصفر نفايات
topic-recycling-collection = الجمع وإعادة التدوير والسماد العضوي
topic-reuse-repair = إعادة الاستخدام والإصلاح والبناء الدائري
topic-informal-recyclers = جامعو النفايات والعاملون غير الرسميين في التدوير

topic-housing = الإسكان
topic-social-housing = الإسكان الاجتماعي والبلدي
topic-affordable-housing = السكن الميسور الكلفة وسياسة الإيجارات
topic-informal-settlements = المستوطنات غير الرسمية وتحسينها
topic-cooperative-housing = الإسكان التعاوني والذي تقوده المجتمعات المحلية
topic-homelessness = التشرد
topic-eco-districts = الأحياء المستدامة

topic-planning-public-space = التخطيط الحضري والفضاء العام
topic-public-space = الفضاء العام والعمران التكتيكي
topic-compact-city = المدينة المدمجة ومدينة الـ15 دقيقة
topic-urban-regeneration = تجديد المدن والأراضي المهجورة
topic-heritage = التراث والأحياء التاريخية
topic-urban-commons = المشاعات الحضرية

topic-inclusion = الإدماج الاجتماعي والمساواة
topic-gender-equality = المساواة بين الجنسين
topic-children-youth = الأطفال والشباب
topic-older-people = كبار السن والمدن المراعية لهم
topic-disability-accessibility = الإعاقة وإمكانية الوصول
topic-migration-refugees = الهجرة واللاجئون
topic-lgbtiq = المساواة لمجتمع الميم
topic-anti-racism = مكافحة التمييز والمدينة المتعددة الثقافات
topic-poverty-reduction = الحد من الفقر والرعاية

topic-health-food = الصحة والغذاء
topic-public-health = الصحة العامة والمدن الصحية
topic-health-emergencies = الطوارئ الصحية والتأهب لها
topic-air-quality = جودة الهواء
topic-food-policy = سياسات الغذاء والأمن الغذائي
topic-urban-agriculture = الزراعة الحضرية
topic-sport-active-living = الرياضة والحياة النشطة

topic-education-culture = التعليم والثقافة
topic-lifelong-learning = مدن التعلم والتعلم مدى الحياة
topic-schools = المدارس والطفولة المبكرة
topic-culture-creativity = الثقافة والمكتبات والصناعات الإبداعية
topic-sustainable-tourism = السياحة المستدامة

topic-economy-jobs = الاقتصاد المحلي والوظائف
topic-skills-employment = المهارات والتشغيل
topic-social-economy = الاقتصاد الاجتماعي والتضامني
topic-innovation-startups = الابتكار والشركات الناشئة
topic-informal-economy = الاقتصاد غير الرسمي والأسواق
topic-green-economy = الاقتصاد الأخضر والانتقال العادل
topic-public-procurement = المشتريات العامة

topic-governance = الحوكمة والمشاركة
topic-participatory-budgeting = الميزانية التشاركية
topic-citizen-participation = مشاركة المواطنين ومجالسهم
topic-open-government = الحكومة المفتوحة والشفافية
topic-metropolitan-governance = تخطيط الحواضر الكبرى وحوكمتها
topic-municipal-finance = المالية البلدية
topic-sdg-localisation = توطين أهداف التنمية المستدامة والاستعراضات المحلية الطوعية
topic-city-diplomacy = دبلوماسية المدن والمناصرة
topic-decentralised-cooperation = التعاون بين المدن

topic-digital = المدينة الرقمية
topic-open-data = البيانات المفتوحة وحوكمة البيانات
topic-digital-services = الخدمات العامة الرقمية
topic-digital-rights = الحقوق والأخلاقيات الرقمية
topic-digital-inclusion = الشمول الرقمي
topic-smart-infrastructure = البنية التحتية الذكية وأجهزة الاستشعار

topic-safety-rights = الأمان والسلام وحقوق الإنسان
topic-urban-security = الأمن الحضري ومنع العنف
topic-human-rights-cities = مدن حقوق الإنسان
topic-freedom-of-expression = حرية التعبير ومدن الملاذ

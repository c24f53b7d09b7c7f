# Accounts, log-in, profiles of one's own.

# In the masthead.
me-nav = حسابك
me-in = تسجيل الدخول
me-out = تسجيل الخروج
me-write = الكتابة
me-desk = مكتب التحرير

# Signing in, and choosing a password.
login-title = تسجيل الدخول
account-email = عنوان البريد الإلكتروني
account-password = كلمة المرور
login-cookie = يضع تسجيل الدخول ملف تعريف ارتباط واحدًا يُبقيك مسجّلًا ولا يفعل شيئًا آخر.
login-wrong = هذا العنوان وكلمة المرور هذه غير متطابقين.
login-waiting = ما زال حسابك بانتظار الموافقة. ستصلك رسالة عند قبوله.
login-password-set = حُفظت كلمة المرور. يمكنك الآن تسجيل الدخول بها.
password-title = اختر كلمة مرور
password-for = لحساب { $name }.
password-new = كلمة المرور الجديدة
password-help = { $n } أحرف على الأقل. الجملة القصيرة كلمة مرور جيدة.
password-set = حفظ كلمة المرور
password-short = كلمة المرور قصيرة جدًا: يلزم { $n } أحرف على الأقل.
password-long = كلمة المرور طويلة جدًا.
password-guessable = كلمة المرور هذه سهلة التخمين. يُرجى اختيار أخرى.
key-over = استُخدم هذا الرابط من قبل أو انتهت صلاحيته. يُرجى طلب رابط جديد.

# One's own account.
account-title = حسابك
account-role = الدور
account-since = هنا منذ
account-page = صفحتك العامة
account-role-citymaker = صانع المدينة
account-role-contributor = مساهم
account-role-reviewer = مُراجع
account-role-editor = محرّر
account-role-network-admin = مسؤول الشبكة
account-role-instance-admin = مسؤول الموقع
sessions-title = أين سجّلت الدخول
sessions-this = هذا المتصفح
sessions-times = سُجّل الدخول في { $began }، وآخر استخدام في { $used }
sessions-unknown = متصفح لا يذكر اسمه
sessions-end = تسجيل الخروج هناك
sessions-end-others = تسجيل الخروج من كل مكان آخر
sessions-ended = تم تسجيل خروجك هناك.
suspended-title = حسابك موقوف
suspended-text = ذكر القائمون على هذا الموقع هذا السبب:

# What is not done.
again-title = يُرجى الإرسال مرة أخرى
again-nothing = انتهت جلستك أو تغيّرت في هذه الأثناء. لم يتغيّر شيء.
again-on = متابعة
again-out = انتهت جلستك. ما كتبته محفوظ في هذه الصفحة: سجّل الدخول عبر الرابط في نافذة جديدة، ثم عُد إلى هنا وأرسله.
again-in = تغيّرت جلستك منذ فتح النموذج. ما كتبته محفوظ في هذه الصفحة ولم يتغيّر شيء بعد.
again-send = إرسال مرة أخرى
lacking-title = هذا غير متاح لك
lacking-text = يتطلّب هذا الدور أو دورًا أوسع: { $role }. يمنح الأدوار القائمون على هذا الموقع.
elsewhere-title = لم يتغيّر شيء
elsewhere-text = لم يأتِ هذا النموذج من صفحة في هذا الموقع أو كان من جلسة سابقة. يُرجى فتح الصفحة هنا والإرسال منها.
no-form-text = يقبل هذا العنوان نموذج صفحته فقط.
large-title = هذا كثير دفعة واحدة
large-text = لم يتغيّر شيء. ارجع إلى الخلف: نصّك ما زال في النموذج. يُرجى اختصاره.
often-title = محاولات كثيرة جدًا
often-text = { $n ->
    [one] انتظر دقيقة ثم حاول مرة أخرى.
    [two] انتظر دقيقتين ثم حاول مرة أخرى.
    [few] انتظر { $n } دقائق ثم حاول مرة أخرى.
   *[other] انتظر { $n } دقيقة ثم حاول مرة أخرى.
}

# Registering.
login-forgotten = نسيت كلمة المرور؟
login-register = ليس لديك حساب؟ أنشئ واحدًا
account-no-email = هذا ليس عنوان بريد إلكتروني. يكون على شكل name@example.org.
account-flaws = يُرجى تصحيح ما يلي
register-title = إنشاء حساب
register-what = بالحساب تكتب دراسات حالة وتعلّق وتتواصل مع الآخرين. القراءة لا تحتاج إلى حساب.
register-approved = يقبل القائمون على هذا الموقع المستخدمين الجدد واحدًا واحدًا.
register-email-help = نرسل رابطًا إليه. لا يُعرض العنوان على الآخرين أبدًا.
register-go = إرسال الرابط
register-have = لديّ حساب
register-closed = تُمنح الحسابات هنا بدعوة. يمكن للقائمين على هذا الموقع دعوتك.
sent-title = تفقّد بريدك
sent-where = إن لم يصل شيء خلال دقائق، فابحث في البريد غير المرغوب وتحقّق من العنوان.
register-sent = رسالة في طريقها إلى { $email }. رابطها صالح ليوم واحد.
register-waiting-title = حسابك بانتظار الموافقة
register-waiting = أُبلغ القائمون على هذا الموقع. ستصلك رسالة حين يمكنك تسجيل الدخول.
finish-for = تم تأكيد عنوانك { $email }. بقيت ثلاثة أشياء.
finish-name = اسمك
finish-name-help = كما يقرؤه الآخرون. يمكن تغييره.
finish-handle = معرّفك
finish-handle-help = أحرف لاتينية صغيرة وأرقام ونقاط وشرطات. أنت ⁦@handle@{ $host }⁩ في كل الفيديفرس. لا يتغيّر.
finish-terms = أوافق على { $terms }.
finish-go = إنشاء الحساب
flaw-name = للاسم من حرف إلى 100 حرف.
flaw-handle = لا يمكن استخدام هذا المعرّف: يُقبل بأحرف لاتينية صغيرة وأرقام ونقاط وشرطات.
flaw-handle-taken = هذا المعرّف محجوز. يُرجى اختيار آخر.
flaw-terms = يتطلّب الحساب موافقتك على الشروط.
forgotten-title = كلمة مرور جديدة
forgotten-what = نرسل إلى عنوانك رابطًا لاختيار كلمة جديدة.
forgotten-go = إرسال الرابط
forgotten-sent = إن كان لـ { $email } حساب هنا فالرسالة في طريقها إليه. رابطها صالح ليوم واحد.

# Letters.
mail-foot = هذه الرسالة من { $site }.
mail-once-a-day = يعمل الرابط مرة واحدة خلال يوم واحد.
mail-not-you = إن لم تكن أنت من طلب ذلك فلا تفعل شيئًا، ولن يحدث شيء.
mail-register-subject = حسابك في { $site }
mail-register-text = طلب أحدهم حسابًا في { $site } بهذا العنوان. إن كنت أنت فتابع من هنا.
mail-register-link = إنشاء الحساب
mail-known-subject = لديك حساب في { $site }
mail-known-text = طلب أحدهم حسابًا في { $site } بهذا العنوان. لديك حساب من قبل.
mail-known-after = إن نسيت كلمة المرور فصفحة تسجيل الدخول تساعدك.
mail-password-subject = كلمة مرور جديدة لـ { $site }
mail-password-text = { $name }، طلب أحدهم كلمة مرور جديدة لحسابك في { $site }. اخترها هنا.
mail-invite-subject = أنت مدعوّ إلى { $site }
mail-invite-text = أنت مدعوّ إلى حساب في { $site } حيث تنشر شبكات المدن ما ينجح في المدن.
mail-invite-after = يعمل الرابط مرة واحدة خلال أسبوعين.
mail-waiting-subject = { $name } بانتظار القبول
mail-waiting-text = أنشأ { $name } ({ $email }) حسابًا في { $site } وينتظر قبول المسؤول.
mail-approved-subject = أهلًا بك في { $site }
mail-approved-text = { $name }، قُبل حسابك في { $site }. يمكنك تسجيل الدخول الآن.
accounts-title = الحسابات

# Those who govern decide on accounts.
accounts-all = الكل: { $n }
accounts-waiting = في الانتظار: { $n }
accounts-active = نشطة: { $n }
accounts-suspended = موقوفة: { $n }
accounts-since = هنا منذ { $day }
accounts-seen = آخر دخول في { $day }
accounts-is-suspended = موقوف:
accounts-approve = قبول
accounts-decline = رفض
accounts-restore = إعادة تفعيل
accounts-decide = اتخاذ قرار
accounts-role = منح هذا الدور
accounts-reason = السبب؛ يقرؤه الشخص
accounts-suspend = إيقاف
accounts-next = حسابات أخرى
accounts-done = تم ذلك لـ { $name }.
accounts-no-reason = يتطلّب الإيقاف سببًا لا يتجاوز 1000 حرف. لم يتغيّر شيء.
accounts-not-now = تعذّر ذلك: قرّر شخص آخر من قبل، أو المعرّف محجوز، أو أنه آخر مسؤول للموقع. الوضع الحالي أدناه.

# One's profile, in three steps.
account-profile = تعديل ملفك الشخصي
profile-title = ملفك الشخصي
profile-public = كل هذا علني ما عدا طريقة الوصول إليك. يمكن ترك أي خطوة فارغة.
profile-who = من أنا
profile-what = ما أعرفه
profile-how = كيف يمكن الوصول إليّ
profile-no-role = بلا دور
profile-network = الشبكة
profile-summary = نبذة عني
profile-summary-help = بضع جمل، 2000 حرف على الأكثر.
profile-topics-help = اختر حتى 20.
profile-more = بتفصيل أكثر
profile-contactable = يمكن للآخرين مراسلتي. يبقى عنواني مخفيًا.
profile-discoverable = أظهرني بين أشخاص هذه الشبكة واقترحني في مواقع أخرى.
profile-indexable = يمكن العثور بالبحث على ما أكتبه علنًا.
profile-mail-language = لغة الرسائل التي تصلني
profile-next = حفظ ومتابعة
profile-save = حفظ
profile-later = لاحقًا
profile-saved = حُفظ ملفك الشخصي. سيراه متابعوك في المواقع الأخرى بعد لحظات.
profile-flaw-who = تعذّر الحفظ: الاسم من حرف إلى 100، والمدينة والشبكة حتى 120، والنص حتى 2000 حرف.
profile-flaw-what = تعذّر الحفظ: اختر 20 موضوعًا و20 لغة على الأكثر.

# Password, address, one-time codes.
security-title = كلمة المرور والأمان
security-password-what = بكلمة مرور أخرى يُسجَّل خروجك من كل مكان آخر.
security-password-done = غُيّرت كلمة مرورك. سُجّل خروجك من كل مكان آخر.
security-old = كلمة مرورك الحالية
security-wrong = هذه ليست كلمة مرورك الحالية. لم يتغيّر شيء.
email-what = تُرسل الرسائل إلى { $email }. يُعتمد عنوان آخر بعد موافقة العنوانين.
email-new = العنوان الجديد
email-go = اسأل العنوانين
email-sent = يتلقى عنوانك الحالي و{ $email } رسالة لكل منهما. افتح الرابط في كلتيهما.
email-confirm-title = عنوان آخر لحسابك
email-confirm-what = من الآن تُرسل الرسائل إلى { $email }.
email-half = شكرًا. يجب أن يوافق العنوان الآخر أيضًا: في رسالته رابط كذلك.
email-done = تُرسل الرسائل الآن إلى { $email }. سجّل الدخول بهذا العنوان من الآن.
mail-address-subject = عنوان آخر لحسابك في { $site }
mail-address-text = { $name }، ستُرسل رسائل حسابك في { $site } إلى { $email } من الآن. إن كنت تريد ذلك فأكّده هنا.
mail-address-link = استخدام هذا العنوان
mail-address-after = يجب أن يوافق العنوانان خلال ثلاثة أيام.
codes-title = رموز لمرة واحدة
codes-what = يعرض تطبيق في هاتفك رمزًا يُطلب عند الدخول مع كلمة المرور. من يملك كلمة المرور وحدها لا يدخل.
codes-on = استخدام رموز لمرة واحدة
codes-how = أدخل هذا المفتاح في تطبيق للرموز (ستة أرقام كل 30 ثانية) ثم اكتب الرمز الذي يعرضه.
codes-app = على الهاتف: افتحه في التطبيق
codes-code = الرمز
codes-confirm = تأكيد
codes-wrong = هذا الرمز غير صحيح أو استُخدم من قبل. يظهر رمز جديد كل 30 ثانية.
codes-on-done = رموز المرة الواحدة مفعّلة
codes-recovery = احفظ رموز الاسترداد هذه في مكان آمن: كل منها يحلّ مرة واحدة محل التطبيق إن فقدته. لا تُعرض إلا الآن.
codes-are-on = رموز المرة الواحدة مفعّلة.
codes-left = { $n ->
    [zero] لم يبقَ أي رمز استرداد.
    [one] بقي رمز استرداد واحد.
    [two] بقي رمزا استرداد.
    [few] بقيت { $n } رموز استرداد.
   *[other] بقي { $n } رمز استرداد.
}
codes-off = إيقاف رموز المرة الواحدة
codes-off-done = لم تعد رموز المرة الواحدة مطلوبة.
code-title = خطوة أخرى
code-help = من تطبيق الرموز، أو أحد رموز الاسترداد.
code-over = مرّ وقت طويل. يُرجى البدء من جديد.

# Answering, taking along, leaving.
appeal-title = ردّك
appeal-what = إن كان لك رأي آخر فاكتبه هنا. يقرؤه القائمون على هذا الموقع.
appeal-send = إرسال الرد
appeal-sent = وصل ردّك بتاريخ { $day }. أي رد جديد يحلّ محله.
appeal-flaw = للرد من حرف إلى 4000 حرف.
leave-title = خذ كل شيء أو غادر
export-title = خذ كل شيء معك
export-what = أرشيف لحسابك: الملف الشخصي، وما نشرته بصيغة ActivityPub، والرسائل الموجّهة إليك.
export-go = تنزيل الأرشيف
leave-end = المغادرة نهائيًا
leave-what = يُحذف عنوانك وملفك وجلساتك، وتُبلَّغ الخوادم الأخرى بأن { $handle } لم يعد موجودًا. تبقى دراسات الحالة المنشورة لدى شبكتها. لا يمكن التراجع، ولا يُمنح المعرّف مرة أخرى.
leave-go = حذف حسابي
leave-stay = البقاء
leave-last = أنت آخر مسؤول للموقع. عيّن غيرك أولًا.

mails-title = البريد
mails-what = ما كتبه هذا الموقع إلى الأشخاص، الأحدث أولًا.
mails-filed = لم يُضبط خادوم بريد: لا تُرسل الرسائل. تُحفظ ملفاتٍ على الخادوم ويمكن قراءتها هنا.
mails-none = لا شيء هنا بعد.
mails-all = الكل
mails-read = اقرأ
mails-retry = أرسل مرة أخرى
mails-drop = لا ترسل
mails-done-retry = تُرسل مرة أخرى.
mails-done-drop = لن تُرسل.
mails-not-now = تعذّر ذلك: أُرسلت أو أُلغيت في هذه الأثناء. الحالة الآن مبيّنة أدناه.
mails-more = رسائل أقدم
mails-tries = { $n ->
    [zero] دون محاولة
    [one] محاولة واحدة
    [two] محاولتان
    [few] { $n } محاولات
    [many] { $n } محاولة
   *[other] { $n } محاولة
}
mail-state-waiting = بالانتظار
mail-state-handing = في الطريق
mail-state-sent = أُرسلت
mail-state-filed = محفوظة ملفًّا
mail-state-bounced = رجعت
mail-state-unsure = غير معروف هل وصلت
mail-state-given-up = تُرِكت
mail-state-dropped = لم تُرسل

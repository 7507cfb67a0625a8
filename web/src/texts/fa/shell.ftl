# آنچه همهٔ صفحه‌ها می‌گویند.
hub = کانون تجربه
what-it-is = کانون تجربه: جایی که سازمان‌ها از هم می‌آموزند
skip = رفتن به متن
sections = بخش‌ها
shortcuts = میان‌برها
menu = فهرست
home = خانه
search = جست‌وجو
experiences = تجربه‌ها
lessons = درس‌ها
organizations = سازمان‌ها
desk = میز کار
sign-in = ورود
sign-out = خروج
waiting = { NUMBER($count) } چیز در انتظار شما
other-language = English
other-language-short = EN
light = نمای روشن
dark = نمای تیره
for-programmers = برای برنامه‌نویسان
licenses = پروانه‌ها
place = جای این برگ
margin = حاشیه

# چگونه است
loading = در حال آوردن…
again = دوباره
failed = آورده نشد
failed-what = کانون پاسخی نداد. اندکی بعد دوباره بکوشید.
failed-kept = تازه‌ترین نسخه آورده نشد؛ این را پیش‌تر دیده‌اید.
offline = کانون در دسترس نیست
offline-what = اتصال خود را وارسی کنید و دوباره بکوشید.
offline-kept = اتصال قطع است؛ این را پیش‌تر دیده‌اید.
offline-now = اتصال شما قطع است.
refused = این برگ برای همه باز نیست
refused-why = اگر عضوید، با حساب خود وارد شوید.
absent = چنین برگی نیست
absent-why = شاید پس گرفته شده باشد، یا تنها اعضا آن را ببینند. اگر عضوید، وارد شوید.
no-page = این نشانی به جایی نمی‌رسد
no-page-what = شاید پیوند ناقص رسیده باشد. می‌توانید آن را بجویید.

# رکوردها
unnamed = بی‌نام
learned = آموخته شد
written-only = هنوز کسی به کارش نگرفته
adoptions = { NUMBER($count) } به‌کارگیری
all = همه
offer = عرضه
need = نیاز
not-told = هنوز نگفته
star-told = ستارهٔ این درس: { NUMBER($full) } پَر پُر، { NUMBER($half) } نیمه، { NUMBER($empty) } خالی، { NUMBER($waiting) } در انتظار
tomans = { $amount } تومان
rials = { $amount } ریال
topic = موضوع
visibility = دیدپذیری
organization = سازمان
time = زمان
for-whom = گروه هدف
from = از { $from }
from-to = { $from } تا { $to }
all-lessons = همهٔ درس‌ها
search-example = مثلاً: وام ابزار، مهد کارگاه، شاگردی
experiences-counted = { NUMBER($count) } تجربه

# راه‌های رسیدن به کار
way-support = حمایت‌یاب
way-jobs = فرصت‌های شغلی
way-courses = دوره‌ها
way-apprenticeships = استادشاگردی
way-pathways = مسیر شغلی
way-qualifications = گواهینامه‌ها
way-services = خدمات
way-centers = مراکز حمایت
way-instruments = وام و حمایت
way-lasting = ماندگاری شغل
way-cohorts = گزارش گروه‌ها
ways = کار و حمایت

partnership-draft = نوشتن مشارکت
standing = وضعیت
standing-all = همه
standing-running = جاری
standing-drafted = پیش‌نویس
standing-resting = معلق
standing-over = پایان‌یافته
partnerships-counted = { NUMBER($count) } مشارکت
met-of = { NUMBER($met) } از { NUMBER($all) } تعهد انجام شد
late-counted = { $count } عقب‌افتاده
signed-on = امضا: { $day }
ends-on = پایان: { $day }

# سررسیدها
dues-of = سررسیدهای { $year }
timeline-told = سررسیدهای { $year }: { NUMBER($met) } انجام شده، { NUMBER($late) } عقب‌افتاده، { NUMBER($open) } در پیش
today-is = امروز، { $day }
is-met = انجام شد
is-open = در راه
is-planned = برنامه‌ریزی‌شده
is-late = سررسید گذشته

# دفتر
ledger = دفتر تعهدها
ledger-empty = هنوز تعهدی نوشته نشده است.
commitments-counted = { NUMBER($count) } تعهد
only-late = تنها عقب‌افتاده‌ها ({ $count })
all-commitments = همهٔ تعهدها
none-late = هیچ تعهدی عقب نیفتاده است.
owed-by = بر عهدهٔ { $name }
owed-to = برای { $name }
of-target = از { $target } { $unit }
progress-told = پیشرفت: { $share } درصد
claimed = ، به گفتهٔ بدهکار انجام شده
reports-counted = { NUMBER($count) } گزارش
reports-none = هنوز گزارشی نیامده است.
reached = تا کنون { $actual } { $unit }
reported-by = گزارش { $name }، { $day }
evidence-link = سند آن
report-WAITING = در انتظار تأیید { $name }
report-CONFIRMED = { $name } تأیید کرد، { $day }
report-DISPUTED = { $name } نپذیرفت، { $day }
report-SUPERSEDED = گزارشی تازه‌تر جای آن را گرفت
sum-met = { NUMBER($count) } انجام
sum-open = { NUMBER($count) } در راه
sum-late = { NUMBER($count) } عقب‌افتاده

# شناسه
signed-party = امضا: { $day }{" "}{ $office }
not-signed = هنوز امضا نکرده
begins = آغاز
ends = پایان
region-of = ناحیه
renews = تمدیدِ
renewed-by = تمدید با
ended-by = { $name } آن را پایان داد
source-of = منبع:
commitment = تعهد
owes = بدهکار
is-owed = طلبکار
commitment-stands = جای آن

# الحاقیه
amendments = الحاقیه‌ها
amendments-counted = { NUMBER($count) } الحاقیه
proposed-by = پیشنهاد { $name }، { $day }
in-force-on = معتبر از { $day }
waits-for-word = در انتظار { $names }
declined-by = { $name } نپذیرفت
nothing-said = هیچ
field-titleFa = عنوان
field-titleEn = عنوان انگلیسی
field-summary = چکیده
field-startsOn = آغاز
field-endsOn = پایان
field-termYears = مدت به سال
field-status = وضعیت
field-role = نقش
field-signatoryOffice = سمت امضاکننده
field-measure = سنجه
field-target = هدف
field-unit = واحد
field-dueOn = سررسید
field-owedBy = بدهکار
field-owedTo = طلبکار

# شرایط پرداخت
payment-terms = شرایط پرداخت
by-count = ، به شمار «{ $count }»
payer = پرداخت‌کننده
applies-to = برای
asks-for = آمار لازم
broken-down = به تفکیک { $by }
rater = رتبه‌دهنده
installments = قسط‌ها
installment = { $share } درصد، پس از { NUMBER($days) } روز
installment-graded = رتبهٔ { $grade }: { $share } درصد، پس از { NUMBER($days) } روز
terms-proposed-by = پیشنهاد { $name }
terms-accepted-by = { $name } پذیرفت، { $day }
payment-due = پرداخت آن رسیده است: { $amount }
payment-due-open = پرداخت آن رسیده است
payment-not-due = شرط پرداخت برقرار نیست
gap = { $what }؛ با { $who }

# پای سند
colophon-parties = این سند به امضای { $names } رسید
colophon-witnesses = گواهان: { $names }
of-office = { $office } { $name }
colophon-day = روز { $day }
colophon-years = برای { NUMBER($count) } سال

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
of-its-target = از { $target } { $unit }
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
commitment = تعهد
owes = بدهکار
is-owed = طلبکار
commitment-stands = وضعیت

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

# گام‌های طرف‌ها
parties = طرف‌ها
sign = امضا کردن
sign-sure = با امضا، سازمان شما به این مشارکت و تعهدهای آن پایبند می‌شود؛ پس از آن تنها با الحاقیه تغییر می‌کند.
signatory-office = سمت امضاکننده
signed-day = روز امضا
today-if-empty = اگر خالی بماند، امروز.
add-commitment = افزودن تعهد
commitment-title = چه انجام شود
commitment-measure = سنجه
commitment-target = چه اندازه
commitment-unit = واحد
commitment-due = سررسید
take-back = پس گرفتن
take-back-sure = پیش‌نویس پس گرفته می‌شود و نشان‌دار نزد طرف‌ها می‌ماند.
begin-work = آغاز کار
end-partnership = پایان دادن
end-partnership-sure = مشارکت از امروز پایان می‌یابد، به گفتهٔ سازمان شما.
end-partnership-why = چرا
renew = تمدید
propose-amendment = پیشنهاد الحاقیه
report = گزارش دادن
report-status = اکنون
report-actual = تا کنون چه اندازه ({ $unit })
report-actual-of = تا کنون چه اندازه، از { $target } { $unit }
report-actual-what = همهٔ آنچه تا امروز انجام شده، نه تنها تازه‌ها.
report-note = شرح
report-note-what = اگر انجام شده، شرح یا سند لازم است.
report-evidence = نشانی سند
report-day = تا روز
waive = گذشتن از آن
waive-sure = سازمان شما دیگر این تعهد را نمی‌خواهد.
waive-why = چرا
declare-missed = اعلام انجام‌نشدن
declare-missed-sure = سررسید گذشته است؛ این تعهد «انجام‌نشده» بسته می‌شود.
remove-commitment = برداشتن
remove-sure = این تعهد از پیش‌نویس برداشته می‌شود.
confirm-report = تأیید گزارش
dispute-report = نپذیرفتن گزارش
dispute-why = چرا چنین نیست
accept-amendment = پذیرفتن الحاقیه
decline-amendment = نپذیرفتن
decline-why = چرا
take-back-amendment = پیشنهاد الحاقیهٔ سازمان شما پس گرفته می‌شود.
accept-terms = پذیرفتن شرایط
decline-terms = نپذیرفتن شرایط
take-back-terms = پیشنهاد سازمان شما پس گرفته می‌شود.

# نوشتن مشارکت
partnership-draft-what = آنچه می‌نویسید پیش‌نویس است تا همهٔ طرف‌ها امضا کنند. تعهدها را پس از این، در برگهٔ آن می‌افزایید.
partnership-kind = گونه
partnership-title = عنوان
partnership-summary = چکیده
partnership-parties = طرف‌های دیگر
partnership-parties-what = سازمان‌هایی که با شما امضا می‌کنند.
own-role = نقش سازمان شما
other-role = نقش { $name }
partnership-visibility = چه کسی ببیند
partnership-save = نوشتن پیش‌نویس

# الحاقیه
amend = الحاقیه به «{ $title }»
amend-what = آنچه را می‌خواهید دگرگون شود بنویسید؛ با پذیرش همهٔ طرف‌ها معتبر می‌شود.
amend-reason = چرا
amend-step = گام مشارکت
amend-terms = مفاد
amend-commitments = تعهدها
amend-remove = برداشتن تعهد
amend-add = تعهد تازه
amend-send = پیشنهاد دادن
amend-nothing = هنوز چیزی دگرگون نشده است.

# نوشتن پیش‌نویس
edit-partnership = ویرایش پیش‌نویس
edit-partnership-what = تا کسی امضا نکرده، متن را عوض کنید و طرف بیفزایید؛ نقش هر طرف را خودش می‌نویسد.
add-parties = افزودن طرف
partnership-further = گروه‌ها، استان‌ها، موضوع‌ها و گواهان
partnership-witnesses = گواهان
witness-office = سمت گواه از { $name }
witness-office-what = سمت، نه نام شخص.
partnership-title-en = عنوان انگلیسی
edit-commitment = ویرایش تعهد
keep-changes = ثبت تغییرها
new-group = کارگروه تازه
whose-word = از زبان کدام طرف

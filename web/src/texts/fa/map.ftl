map-who = چه کسی با که کار می‌کند
map-organizations = سازمان در این نما، از { NUMBER($total) }
map-ties-stand = پیوند برقرار
map-bridges = پل؛ نبودشان شبکه را پاره می‌کند
map-isolated = سازمان بی‌پیوند
map-truncated = شبکه از یک نقشه بزرگ‌تر است: { NUMBER($nodes) } سازمان و { NUMBER($ties) } پیوند نشان داده شده. با استان یا موضوع کوچکش کنید.
map-as = شیوهٔ نمایش
map-table = جدول
map-save-png = تصویر (PNG)
map-save-svg = نگاره (SVG)
map-save-organizations = سازمان‌ها (CSV)
map-save-ties = پیوندها (CSV)
map-choose = سازمانی را روی نقشه برگزینید؛ با اشاره، یا با Tab و کلیدهای جهت.
map-choose-table = سازمانی را در جدول برگزینید.
map-bridges-who = پل‌ها
map-bridge = { $count ->
    [1] اگر نباشد، یک سازمان از بقیهٔ شبکه جدا می‌افتد.
   *[other] اگر نباشد، { NUMBER($count) } سازمان از بقیهٔ شبکه جدا می‌افتند.
}
map-empty = این‌جا کسی نیست
map-clear = دیدن همهٔ شبکه
map-missing = چه کسی نیست
map-all-topics = همهٔ موضوع‌ها
map-filters = صافی‌ها
map-whole-country = همهٔ کشور
map-when = زمان
map-today = امروز
map-on-a-day = یک روز
map-ever = هر زمان، گذشته هم
map-tie = پیوند
map-colour = رنگ بر پایهٔ
map-size = اندازه بر پایهٔ
map-by-plain = یک‌رنگ
map-by-kind = نوع سازمان
map-by-status = عضویت
map-by-ties = پیوندها
map-by-partnerships = مشارکت‌ها
map-by-shared = تجربه‌های مشترک
map-by-provinces = استان‌های محل کار
map-by-equal = همه یکسان
map-kind = نوع
map-status = عضویت
map-province-column = استان
map-ties = پیوندها
map-cut = جداافتاده در نبودش
map-from = از
map-to = به
map-since = آغاز
map-until = پایان
map-alone = بی‌پیوند
map-bridge-short = پل
map-agreed = پیوند یا مشارکت
map-met = همراهی در کاری
map-isolated-who = { $count ->
    [0] هیچ سازمانی بی‌پیوند نیست
   *[other] { NUMBER($count) } سازمان بی‌پیوند
}
map-introduce = معرفی کنید
map-introduce-whom = { $name } را معرفی کنید
map-introduce-to = معرفی کنید به
map-more = نمایش بیشتر؛ { NUMBER($count) } مانده
map-node = { $name }، { $kind }، { $count ->
    [0] بی‌پیوند
   *[other] در پیوند با { NUMBER($count) } سازمان
}
map-nearness = دور و نزدیک
map-nearer = نزدیک‌تر
map-farther = دورتر
map-whole = همهٔ شبکه
map-keys = کلیدهای جهت از سازمانی به سازمان دیگر می‌روند؛ Enter برمی‌گزیند و Escape رها می‌کند؛ به‌علاوه و منها نزدیک و دور می‌کنند و صفر همه را نشان می‌دهد. جدول هم همین را نشان می‌دهد.
map-told = { $count ->
    [0] نقشه‌ای بی هیچ سازمان.
   *[other] نقشهٔ { NUMBER($count) } سازمان با { NUMBER($ties) } پیوند. پرهمسایه‌ترین: { $most }، با { NUMBER($degree) } همسایه. بی‌پیوند: { NUMBER($alone) }. پل: { NUMBER($bridges) }.
}
map-close = رها کردن
map-is-bridge = پل است
map-is-alone = کسی از همکاری با آن نگفته است. در ادامه می‌بینید با چه کسانی وجه مشترک دارد.
map-lessons-given = درس نوشته
map-lessons-taken = درس به کار گرفته
map-with = با که
map-tie-since = { $kinds }، از { $since }
map-and-others = و { NUMBER($count) } سازمان دیگر
map-provinces = استان‌ها به شمار سازمان‌هایشان
map-province = { $name }: { $count ->
    [0] هیچ
   *[other] { NUMBER($count) } سازمان
}
map-provinces-what = سازمان‌هایی که در استان مقر دارند یا کار می‌کنند.
map-nobody = هیچ
map-range = { NUMBER($from) } تا { NUMBER($to) }
map-and-more = { NUMBER($from) } و بیشتر
map-empty-places = جای خالی
map-gaps = در { NUMBER($count) } استان هیچ سازمانی نیست.
map-gaps-topic = در { NUMBER($count) } استان هیچ سازمانی دربارهٔ «{ $topic }» کار نمی‌کند.
map-no-gaps = در هر { $count } استان کسی هست. کمترین‌ها:
map-gap-needs = { NUMBER($count) } نیاز باز
map-gap-deprived = منطقهٔ محروم
map-gap-near = نزدیک‌ترین: { $names }
map-gap-few = { NUMBER($count) } سازمان
map-gap-and = { "؛ " }

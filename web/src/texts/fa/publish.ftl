publish = نوشتن تجربه
publish-steps = گام‌ها
publish-step-what = چه شد
publish-step-where = کجا و کی
publish-step-why = چرا
publish-step-lessons = درس‌ها
publish-step-seen = که ببیند
publish-step-review = بازبینی و انتشار
publish-step-of = گام { NUMBER($at) } از { NUMBER($all) }: { $name }
publish-next = گام بعد: { $step }
publish-before = گام پیش: { $step }
publish-save = ذخیره
publish-save-on = ذخیره و گام بعد
publish-kept = در کانون نگه داشته شد، { $time }
publish-withdrawn = این تجربه پس گرفته شده است و دیگر ویرایش نمی‌شود.
publish-live = این تجربه منتشر شده است: آنچه ذخیره کنید همان دم خوانده می‌شود.
publish-drafts = پیش‌نویس‌های سازمان شما

# چه شد
publish-title = عنوان
publish-title-hint = در یک خط: چه را آزمودید؟
publish-outcome = از آن چه برآمد؟
publish-outcome-hint = هر چهار به یک اندازه ارزش دارند و یک‌جور خوانده می‌شوند.
publish-outcome-success = آنچه می‌خواستیم شد
publish-outcome-failure = آنچه می‌خواستیم نشد
publish-outcome-mixed = بخشی شد و بخشی نشد
publish-outcome-near_miss = کم مانده بود نشود؛ به‌موقع دیدیم
publish-intended = می‌خواستید چه شود؟
publish-happened = چه پیش آمد؟
publish-happened-hint = همان‌گونه که بود. از مددجو تنها شمار بنویسید، نه نام یا نشانی.
publish-titles = خانم|آقای|آقا|دکتر|مهندس|حاج|سرکار|جناب
publish-personal = گویا نام یا شمارهٔ شخصی آمده است: «{ $found }». اگر چنین است، به‌جای آن شمار یا نقش بنویسید.
publish-results = نتیجه با عدد
publish-indicator = چه شمرده شد؟
publish-value = چند
publish-unit = یکا
publish-result = نتیجهٔ { $number }
publish-result-more = نتیجه‌ای دیگر
publish-short = پنج سطر هم بس است؛ همین گام را که بنویسید پیش‌نویس نگه داشته می‌شود.

# کجا و کی
publish-region = جا
publish-started = آغاز
publish-ended = پایان
publish-topics = موضوع‌ها
publish-groups = برای چه کسانی بود؟

# چرا
publish-why = چرا چنین شد؟
publish-why-hint = تا جایی که می‌دانید. «نمی‌دانیم» هم پاسخ است.
publish-context = پیش از آن وضع چه بود؟
publish-context-hint = جا، مردم، امکانات: آنچه خواننده باید بداند تا بسنجد به کارش می‌آید یا نه.
publish-helped = چه یاری کرد؟
publish-hindered = چه سر راه بود؟
publish-cost = هزینهٔ هر بهره‌مند
publish-cost-hint = کمابیش، در سنجش با کارهای همانند.

# درس‌ها
publish-lessons-none = اگر کس دیگری بخواهد همین کار را بکند، به او چه می‌گویید؟ هر پاسخ یک درس است. بی درس هم می‌توان منتشر کرد.
publish-lesson-more = درس دیگر
publish-lesson = درس { NUMBER($place) }
publish-statement = درس در یک جمله
publish-statement-hint = مانند «مهد را پیش از مربی پیدا کنید»
publish-recommendation = پس چه باید کرد؟
publish-recommendation-hint = چنان که دیگری بی پرسیدن بتواند انجام دهد.
publish-applies = به کار می‌آید وقتی…
publish-applies-not = به کار نمی‌آید وقتی…
publish-lesson-drop = برداشتن این درس
publish-lesson-drop-sure = این درس پس گرفته می‌شود و با نشان نزد سازمان شما می‌ماند.

# که ببیند
publish-seen = که می‌تواند آن را بخواند؟
publish-seen-hint = بعدها هم می‌توانید عوضش کنید. درس‌ها همان خوانندگان را خواهند داشت.
publish-seen-anonymized = متن خوانده می‌شود؛ نام سازمان بسته می‌ماند، و جا و زمان چندان کلی می‌شود که به چند سازمان بخورد.
publish-seen-members = هر که وارد کانون شود، با نام سازمان شما.
publish-seen-public = همگان، با نام سازمان شما؛ جویشگرها هم آن را می‌یابند.
publish-seen-partners = سازمان‌هایی که با شما مشارکتی جاری دارند.
publish-seen-organization = تنها همکاران خودتان؛ برای یاد سازمان.

# بازبینی
publish-not-enough = هنوز عنوان، پیامد یا آنچه شد نوشته نشده است.
publish-not-yet = هنوز به کانون نرسیده است؛ نوشتهٔ شما روی همین دستگاه مانده. با برگشتن اتصال می‌بینید هر کس چه می‌خواند.
publish-mend = درست کردن در گام «{ $step }»
publish-mend-first = نخست آنچه را بالا آمده درست کنید.
publish-who-reads = هر کس چه می‌خواند
publish-coarser = برای آن‌که نویسنده حدس زده نشود، زمان به ماه گفته می‌شود و آنچه سازمان شما را نشان می‌داد کلی‌تر شده است.
publish-to-everybody = هر که وارد نشده
publish-to-members = اعضای کانون
publish-to-partners = شریکان شما
publish-to-own = سازمان خودتان
publish-reads = می‌خوانند
publish-reads-not = نمی‌بینند
publish-nameless = بی‌نام
publish-not-shown = گفته نمی‌شود
publish-instead = به‌جای «{ $written }»
publish-with-lessons = { NUMBER($count) } درس هم با آن منتشر می‌شود، با دیدپذیری «{ $seen }».
publish-publish = انتشار
publish-done = تجربهٔ شما منتشر شد.

# حاشیه
publish-nobody = که می‌بیند؟
publish-nobody-what = تا گام آخر هیچ‌کس جز همکارانتان. آن‌جا می‌توانید «بی‌نام نویسنده» را برگزینید: متن خوانده می‌شود و نام بسته می‌ماند.
publish-note-what = عدد و زمان
publish-note-what-what = «پس از چهار ماه تنها چهارده چرخ خریده شده بود» خواننده را همان‌جا می‌نشاند؛ «پیشرفت کم بود» نه.
publish-note-where = برای یافتن
publish-note-what-where = جا، زمان و موضوع برای آن است که همکاری در وضع شما این را بیابد. اگر بی‌نام منتشر کنید، خودبه‌خود کلی‌تر گفته می‌شوند.
publish-note-why = بی مقصر
publish-note-what-why = از کار بنویسید، نه از کسی: «پیش از آغاز نپرسیده بودیم» به‌جای «مسئولش نپرسید».
publish-note-lessons = یک درس، یک جمله
publish-note-what-lessons = بنویسید کی به کار نمی‌آید: درسی که مرز دارد بیشتر به کار گرفته می‌شود.
publish-note-seen = بی‌نام هم می‌آموزند
publish-note-what-seen = در گام بعد، پیش از انتشار، می‌بینید هر کس چه می‌خواند و چه چیز کلی‌تر می‌شود.
publish-note-review = هنوز چیزی منتشر نشده
publish-note-what-review = این پیش‌نمایش از خود کانون است: همین را خواهند خواند. بعدها هم می‌توانید ویرایش کنید یا پس بگیرید.

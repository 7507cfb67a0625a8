suggested-none = هنوز چیزی مشترک میان آن و دیگران دانسته نیست.
introduce-way = چه کسی معرفی کند
introduce-way-to = چه کسی { $name } را معرفی کند
introduce-no-way = از راه آنان که با هم کار می‌کنند به آن نمی‌رسیم.
introduce-since = ، از { $from }
introduce-copy = رونوشت معرفی‌نامه
introduce-copied = رونوشت شد
introduce-letter = همکاران گرامی { $one } و { $other }،

    تا جایی که کانون تجربه می‌داند هنوز با هم کار نمی‌کنید. شما را به هم معرفی می‌کنیم، چون:
    { $reasons }

    شاید گفت‌وگویی برای آشنایی به کارتان بیاید.
quote-open = «
quote-close = »
why-OFFER_MEETS_NEED = چیزی عرضه می‌کند که این‌جا نیاز است: { $offers }
why-NEED_MEETS_OFFER = چیزی نیاز دارد که این‌جا عرضه می‌شود: { $needs }
why-OFFER_NEAR_NEED = عرضهٔ { $offers } به نیازی نزدیک است
why-NEED_NEAR_OFFER = نیاز { $needs } به عرضه‌ای نزدیک است
why-PROGRAM_FILLS_GAP = برنامهٔ { $programs } چیزی دارد که این‌جا نیست
why-APPRENTICESHIP_NEAR_COURSE = در { $skills } کارآموز می‌پذیرد، که این‌جا آموخته می‌شود
why-COURSE_NEAR_APPRENTICESHIP = { $skills } را می‌آموزد، که این‌جا برایش کارآموز می‌پذیرند
why-JOB_FOR_SKILL = در { $skills } کار دارد، که این‌جا آموخته می‌شود
why-SKILL_FOR_JOB = { $skills } را می‌آموزد، که این‌جا برایش کار هست
why-SHARED_TOPIC = هر دو دربارهٔ { $topics } کار می‌کنند
why-SIMILAR_EXPERIENCE = چیزی همانند آزموده است: { $experiences }
why-COMMON_PARTNER = هر دو با { $organizations } کار می‌کنند
why-SHARED_REGION = هر دو در { $regions } کار می‌کنند
around-told = { $name } و { NUMBER($count) } سازمانی که با آن پیوند دارند
around-it = پیرامونش
around-on-map = روی نقشهٔ شبکه
around-programs = برنامه‌هایی که در آن‌ها سهم دارد
around-program-of = از { $name }
could-we-work-with = با که می‌توانیم کار کنیم؟
could-it-work-with = با که می‌تواند کار کند؟

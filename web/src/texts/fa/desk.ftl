waits-for-you = در انتظار شما
nothing-waits = چیزی در انتظار شما نیست
nothing-waits-what = وقتی کسی پاسخ یا تأییدی از سازمان شما بخواهد، این‌جا می‌آید.
due = مهلت: { $day }
was-due = مهلت گذشت: { $day }
since = از { $day }
drafts = پیش‌نویس‌ها
no-drafts = پیش‌نویسی نیست.

outcome = پیامد
lessons-counted = { NUMBER($count) } درس؛ پرکاربردترین‌ها نخست
organizations-counted = { NUMBER($count) } سازمان
none-yet = هنوز چیزی نیست.
more-of = نمایش بیشتر؛ { NUMBER($count) } تای دیگر
write-one = نوشتن تجربه

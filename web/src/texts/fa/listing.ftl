outcome = پیامد
lessons-counted = { NUMBER($count) } درس؛ پرکاربردترین‌ها نخست
organizations-counted = { NUMBER($count) } سازمان
write-one = نوشتن تجربه
write-approach = نوشتن رهیافت

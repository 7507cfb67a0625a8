# آنچه کارت در صفحهٔ وبگاهی دیگر می‌گوید.
card-hub = کانون تجربه
card-unnamed = بی‌نام
card-learned = آموخته شد: { NUMBER($count) } به‌کارگیری
card-written = { $count ->
    [0] هنوز کسی به کارش نگرفته
   *[other] { NUMBER($count) } به‌کارگیری
}
card-absent = چنین درسی نیست، یا برای همه باز نیست.
card-failed = درس آورده نشد.

# Made by `hub pages --write` from graph/model/.

AmountBasis-PER_PERSON = هر نفر
AmountBasis-IN_ALL = در مجموع

CohortBreakdown-IN_ALL = در مجموع
CohortBreakdown-GENDER = جنسیت
CohortBreakdown-TARGET_GROUP = گروه هدف

CohortCount-ENROLLED = ثبت‌نام‌شده
CohortCount-COMPLETED = به‌پایان‌رسانده
CohortCount-EXAMINED = آزمون‌داده
CohortCount-CERTIFIED = گواهی‌گرفته
CohortCount-DROPPED_OUT = انصرافی
CohortCount-EMPLOYED_3 = شاغل پس از ۳ ماه
CohortCount-SELF_EMPLOYED_3 = خویش‌فرما پس از ۳ ماه
CohortCount-EMPLOYED_6 = شاغل پس از ۶ ماه
CohortCount-SELF_EMPLOYED_6 = خویش‌فرما پس از ۶ ماه
CohortCount-EMPLOYED_12 = شاغل پس از ۱۲ ماه
CohortCount-SELF_EMPLOYED_12 = خویش‌فرما پس از ۱۲ ماه

CohortReportStatus-DRAFT = پیش‌نویس
CohortReportStatus-SUBMITTED = فرستاده
CohortReportStatus-RETURNED = بازگردانده
CohortReportStatus-ACCEPTED = پذیرفته
CohortReportStatus-SUPERSEDED = کنارگذاشته
CohortReportStatus-WITHDRAWN = پس‌گرفته

Gender-FEMALE = زن
Gender-MALE = مرد
Gender-OTHER = دیگر

PaymentNeed-TERMS = شرایط
PaymentNeed-COUNT = شمار
PaymentNeed-SUBMISSION = فرستادن
PaymentNeed-ACCEPTANCE = پذیرش
PaymentNeed-RATING = رتبه
PaymentNeed-SHARE = سهم
PaymentNeed-AMOUNT = مبلغ

PaymentStatus-PAID = پرداخت‌شده
PaymentStatus-CONFIRMED = تأییدشده
PaymentStatus-DISPUTED = مورد اختلاف
PaymentStatus-WITHDRAWN = پس‌گرفته

Supplier-PROVIDER = آموزش‌دهنده
Supplier-PAYER = پرداخت‌کننده
Supplier-RATER = رتبه‌دهنده
Supplier-PARTIES = طرف‌ها

# Made by `hub pages --write` from graph/model/.

AmendedPart-TERMS = مفاد
AmendedPart-PARTY = طرف
AmendedPart-COMMITMENT_ADDED = تعهد افزوده
AmendedPart-COMMITMENT_CHANGED = تعهد تغییریافته
AmendedPart-COMMITMENT_REMOVED = تعهد حذف‌شده

AmendmentStatus-PROPOSED = پیشنهادشده
AmendmentStatus-IN_FORCE = معتبر
AmendmentStatus-DECLINED = ردشده
AmendmentStatus-WITHDRAWN = پس‌گرفته
AmendmentStatus-SUPERSEDED = کنارگذاشته

AmendmentStep-SUSPEND = تعلیق
AmendmentStep-RESUME = از سرگیری
AmendmentStep-END = پایان

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

CommitmentStanding-NOT_BINDING = بی‌تعهد
CommitmentStanding-CLOSED = بسته
CommitmentStanding-AT_REST = متوقف
CommitmentStanding-LEFT_OPEN = بازمانده
CommitmentStanding-OVERDUE = عقب‌افتاده
CommitmentStanding-CLAIMED = ادعاشده
CommitmentStanding-RUNNING = در راه

CommitmentStatus-PLANNED = برنامه‌ریزی‌شده
CommitmentStatus-IN_PROGRESS = در جریان
CommitmentStatus-MET = انجام‌شده
CommitmentStatus-MISSED = انجام‌نشده
CommitmentStatus-WAIVED = بخشوده
CommitmentStatus-REMOVED = حذف‌شده

Gender-FEMALE = زن
Gender-MALE = مرد
Gender-OTHER = دیگر

PartnershipKind-MOU = تفاهم‌نامه
PartnershipKind-AGREEMENT = توافق‌نامه
PartnershipKind-CONSORTIUM = کنسرسیوم

PaymentNeed-TERMS = شرایط
PaymentNeed-COUNT = شمار
PaymentNeed-SUBMISSION = فرستادن
PaymentNeed-ACCEPTANCE = پذیرش
PaymentNeed-RATING = رتبه
PaymentNeed-SHARE = سهم
PaymentNeed-AMOUNT = مبلغ

PaymentRule-RECORDS_COMPLETE = ثبت کامل
PaymentRule-QUALITY_GRADE = رتبهٔ کیفی

ProviderOwnership-STATE = دولتی
ProviderOwnership-PRIVATE = آزاد

ReportedStatus-IN_PROGRESS = در جریان
ReportedStatus-MET = انجام‌شده
ReportedStatus-MISSED = انجام‌نشده

ReportStatus-WAITING = در انتظار
ReportStatus-CONFIRMED = تأییدشده
ReportStatus-DISPUTED = مورد اختلاف
ReportStatus-SUPERSEDED = کنارگذاشته

Supplier-PROVIDER = آموزش‌دهنده
Supplier-PAYER = پرداخت‌کننده
Supplier-RATER = رتبه‌دهنده
Supplier-PARTIES = طرف‌ها

TermsStatus-PROPOSED = پیشنهادشده
TermsStatus-ACCEPTED = پذیرفته
TermsStatus-DECLINED = ردشده
TermsStatus-WITHDRAWN = پس‌گرفته
TermsStatus-SUPERSEDED = کنارگذاشته

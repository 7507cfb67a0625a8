# Made by `hub pages --write` from graph/model/.

AmountBasis-PER_PERSON = هر نفر
AmountBasis-IN_ALL = در مجموع

ApprenticeshipGoal-JOB = استخدام
ApprenticeshipGoal-SELF_EMPLOYMENT = خوداشتغالی

CourseClaimStatus-CLAIMED = اظهارشده
CourseClaimStatus-CONFIRMED = تأییدشده
CourseClaimStatus-REFUSED = ردشده
CourseClaimStatus-WITHDRAWN = پس‌گرفته

DeliveryMode-ONSITE = حضوری
DeliveryMode-ONLINE = برخط
DeliveryMode-BLENDED = آمیخته

Dimension-PSYCHOLOGICAL = روانی
Dimension-SOCIAL = اجتماعی
Dimension-ECONOMIC = اقتصادی

ExamKind-NONE = ندارد
ExamKind-WRITTEN = کتبی
ExamKind-PRACTICAL = عملی
ExamKind-WRITTEN_AND_PRACTICAL = کتبی و عملی

JobKind-JOB = استخدام
JobKind-SELF_EMPLOYMENT_ORDER = سفارش خوداشتغالی
JobKind-PLACEMENT = کارورزی

LastingJobsBy-PROVIDER = آموزش‌دهنده
LastingJobsBy-PROVINCE = استان
LastingJobsBy-PROGRAM = برنامه
LastingJobsBy-TARGET_GROUP = گروه هدف
LastingJobsBy-YEAR = سال

PathwayStep-COURSE = دوره
PathwayStep-QUALIFICATION = گواهینامه
PathwayStep-APPRENTICESHIP = استادشاگردی
PathwayStep-JOB_OPPORTUNITY = فرصت شغلی

RecordStatus-DRAFT = پیش‌نویس
RecordStatus-PUBLISHED = منتشرشده
RecordStatus-WITHDRAWN = پس‌گرفته

RegionKind-COUNTRY = کشور
RegionKind-PROVINCE = استان
RegionKind-COUNTY = شهرستان

ServiceKind-COUNSELLING = مشاوره
ServiceKind-ASSESSMENT = استعدادسنجی
ServiceKind-EXAM = آزمون
ServiceKind-PLACEMENT = کاریابی
ServiceKind-BUSINESS_SUPPORT = پشتیبانی کسب‌وکار
ServiceKind-ACCOMPANIMENT = همراهی
ServiceKind-REHABILITATION = توان‌بخشی
ServiceKind-CHILD_CARE = نگهداری کودک
ServiceKind-OTHER = دیگر

SupportCenterKind-JOB_SUPPORT_CENTER = مرکز پشتیبانی شغلی
SupportCenterKind-POSITIVE_LIFE_CENTER = مرکز مثبت زندگی

SupportInstrumentKind-LOAN = وام
SupportInstrumentKind-GRANT = کمک بلاعوض
SupportInstrumentKind-WORK_CAPITAL = سرمایهٔ کار
SupportInstrumentKind-TRAINING_ALLOWANCE = کمک‌هزینهٔ آموزش
SupportInstrumentKind-EMPLOYER_INSURANCE = بیمهٔ سهم کارفرما
SupportInstrumentKind-SELF_EMPLOYED_INSURANCE = بیمهٔ خویش‌فرمایان
SupportInstrumentKind-EQUIPMENT = تجهیزات
SupportInstrumentKind-DORMITORY = خوابگاه

SupportPurpose-TRAINING = آموزش
SupportPurpose-EMPLOYMENT = استخدام
SupportPurpose-SELF_EMPLOYMENT = خوداشتغالی

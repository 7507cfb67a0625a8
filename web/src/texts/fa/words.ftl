# Made by `hub pages --write` from graph/model/.

AdoptionOutcome-SUCCESS = موفقیت
AdoptionOutcome-FAILURE = شکست
AdoptionOutcome-MIXED = آمیخته

ApplicabilityAnswer-APPLIES = به کار ما می‌آید
ApplicabilityAnswer-DOES_NOT_APPLY = به کار ما نمی‌آید، چون

ContactKind-PHONE = تلفن
ContactKind-MOBILE = همراه
ContactKind-EMAIL = رایانامه
ContactKind-ADDRESS = نشانی
ContactKind-MESSENGER = پیام‌رسان

CostBand-LOW = کم
CostBand-MEDIUM = میانه
CostBand-HIGH = زیاد

ExperienceOutcome-SUCCESS = موفقیت
ExperienceOutcome-FAILURE = شکست
ExperienceOutcome-MIXED = آمیخته
ExperienceOutcome-NEAR_MISS = نزدیک به شکست

Judgement-MET = برآورده
Judgement-PARTLY_MET = تا اندازه‌ای
Judgement-NOT_MET = برآورده‌نشده

OrganizationKind-NGO = سازمان مردم‌نهاد
OrganizationKind-STATE_BODY = نهاد دولتی
OrganizationKind-FOUNDATION = بنیاد
OrganizationKind-TRAINING_PROVIDER = آموزشگاه
OrganizationKind-ENTERPRISE = بنگاه
OrganizationKind-NETWORK = شبکه

OrganizationStatus-LISTED = شناخته‌شده
OrganizationStatus-MEMBER = عضو
OrganizationStatus-WITHDRAWN = رفته

PartnershipStatus-DRAFT = پیش‌نویس
PartnershipStatus-WITHDRAWN = پس‌گرفته
PartnershipStatus-SIGNED = امضاشده
PartnershipStatus-ACTIVE = جاری
PartnershipStatus-SUSPENDED = معلق
PartnershipStatus-ENDED = پایان‌یافته
PartnershipStatus-RENEWED = تمدیدشده

ResourceKind-HUMAN = انسانی
ResourceKind-MATERIAL = مادی
ResourceKind-FINANCIAL = مالی
ResourceKind-KNOWLEDGE = دانش
ResourceKind-SPACE = فضا

ReviewStanding-NOT_REVIEWED = بازبینی‌نشده
ReviewStanding-SUBMITTED = فرستاده‌شده
ReviewStanding-CHANGES_REQUESTED = نیازمند اصلاح
ReviewStanding-VALIDATED = تأییدشده
ReviewStanding-EARLIER_WORDING = متن پیشین
ReviewStanding-REJECTED = ردشده

SearchType-ORGANIZATION = سازمان
SearchType-EXPERIENCE = تجربه
SearchType-LESSON = درس‌آموخته
SearchType-APPROACH = رهیافت
SearchType-ADOPTION = به‌کارگیری
SearchType-PARTNERSHIP = مشارکت
SearchType-COMMITMENT = تعهد
SearchType-RESOURCE_OFFER = عرضه
SearchType-RESOURCE_NEED = نیاز
SearchType-EXCHANGE = تبادل
SearchType-NETWORK = شبکه
SearchType-FOUNDING_STEP = گام تأسیس
SearchType-CHARTER = اساسنامه
SearchType-PROGRAM = برنامه
SearchType-WORKING_GROUP = کارگروه
SearchType-MEETING = جلسه
SearchType-DECISION = مصوبه
SearchType-ACTION = اقدام
SearchType-QUALIFICATION = گواهینامه
SearchType-RECOGNITION = به‌رسمیت‌شناسی
SearchType-COURSE = دوره
SearchType-SERVICE = خدمت
SearchType-APPRENTICESHIP = استادشاگردی
SearchType-JOB_OPPORTUNITY = فرصت شغلی
SearchType-SUPPORT_CENTER = مرکز حمایت
SearchType-SUPPORT_INSTRUMENT = ابزار حمایتی
SearchType-PROCESS = فرایند
SearchType-PROCESS_FOLLOWING = پیروی از فرایند
SearchType-CAMPAIGN = کارزار
SearchType-RATING_SCHEME = شیوه‌نامهٔ رتبه‌بندی
SearchType-REGION = ناحیه
SearchType-TOPIC = موضوع
SearchType-SKILL = مهارت

TargetGroup-WOMEN_HEADS_OF_HOUSEHOLD = زنان سرپرست خانوار
TargetGroup-YOUTH = جوانان
TargetGroup-PEOPLE_WITH_DISABILITIES = افراد دارای معلولیت
TargetGroup-RECOVERING_FROM_ADDICTION = بهبودیافتگان از اعتیاد
TargetGroup-RURAL = روستاییان
TargetGroup-DECILES_1_4 = دهک‌های ۱ تا ۴
TargetGroup-DEPRIVED_AREAS = مناطق محروم
TargetGroup-REFUGEES = پناهندگان
TargetGroup-FORMER_PRISONERS = زندانیان پیشین

Visibility-PUBLIC = همگان
Visibility-MEMBERS = اعضا
Visibility-PARTNERS = شریکان
Visibility-ORGANIZATION = خود سازمان
Visibility-ANONYMIZED = اعضا، بی‌نام نویسنده

WaitingKind-DRAFT = پیش‌نویس
WaitingKind-SIGNATURE = امضا
WaitingKind-ANSWER = پاسخ
WaitingKind-AMENDMENT = الحاقیه
WaitingKind-REPORT = گزارش
WaitingKind-DELIVERY = تحویل
WaitingKind-COMMITMENT = تعهد
WaitingKind-TIE = پیوند
WaitingKind-DISPUTE = رد پیوند
WaitingKind-REVIEW = بازبینی
WaitingKind-CHANGES = اصلاح
WaitingKind-PARTICIPATION = همراهی
WaitingKind-PROGRAM_ROLE = نقش در برنامه
WaitingKind-COURSE_CLAIM = اظهار دربارهٔ دوره
WaitingKind-PROCESS = فرایند
WaitingKind-EDITION = نگارش
WaitingKind-CAMPAIGN = کارزار
WaitingKind-ENDORSEMENT = پشتیبانی
WaitingKind-TERMS = شرایط پرداخت
WaitingKind-COHORT = گروه
WaitingKind-RETURNED = بازگردانده
WaitingKind-PAYMENT = پرداخت
WaitingKind-OUTCOME = پیامد
WaitingKind-FOUNDING_STEP = گام تأسیس
WaitingKind-SECRETARIAT = دبیرخانه
WaitingKind-SEAT = کرسی
WaitingKind-INVITATION = دعوت
WaitingKind-APPLICATION = درخواست عضویت
WaitingKind-RETURNED_APPLICATION = درخواست برگشته
WaitingKind-RENEWAL = تمدید
WaitingKind-QUESTION = پرسش
WaitingKind-COMPLAINT = شکایت
WaitingKind-WORKING_GROUP = کارگروه
WaitingKind-GROUP_SEAT = کرسی
WaitingKind-ASSIGNMENT = واگذاری
WaitingKind-OPENING = بازشدن نویسنده
WaitingKind-TOKEN = توکن
WaitingKind-WEBHOOK = وب‌هوک
WaitingKind-ACTION = اقدام

# Made by `hub pages --write` from graph/model/.

ApplicationStatus-DRAFT = پیش‌نویس
ApplicationStatus-SUBMITTED = فرستاده‌شده
ApplicationStatus-DOCUMENTS_CHECKED = مدارک بررسی‌شده
ApplicationStatus-LICENCE_CHECKED = مجوز بررسی‌شده
ApplicationStatus-RETURNED = برگشته
ApplicationStatus-ACCEPTED = پذیرفته
ApplicationStatus-REJECTED = ردشده
ApplicationStatus-WITHDRAWN = پس‌گرفته

BoardKind-FOUNDING = هیئت مؤسس
BoardKind-DIRECTORS = هیئت مدیره
BoardKind-INSPECTORS = بازرسان

BoardStatus-SITTING = بر سر کار
BoardStatus-ENDED = پایان‌یافته

CharterStatus-DRAFT = پیش‌نویس
CharterStatus-IN_FORCE = جاری
CharterStatus-REPLACED = جایگزین‌شده
CharterStatus-WITHDRAWN = پس‌گرفته

FoundingStepStatus-PLANNED = برنامه‌ریزی‌شده
FoundingStepStatus-DONE = انجام‌شده
FoundingStepStatus-SKIPPED = کنارگذاشته

MembershipKind-FOUNDER = مؤسس
MembershipKind-FULL = عضو اصلی
MembershipKind-ASSOCIATE = عضو وابسته
MembershipKind-OBSERVER = ناظر

MembershipStatus-INVITED = دعوت‌شده
MembershipStatus-ACTIVE = برقرار
MembershipStatus-DECLINED = ردشده
MembershipStatus-WITHDRAWN = پس‌گرفته
MembershipStatus-ENDED = پایان‌یافته

NetworkLevel-NATIONAL = ملی
NetworkLevel-PROVINCIAL = استانی

NetworkStatus-PLANNED = برنامه‌ریزی‌شده
NetworkStatus-FOUNDING = در حال تأسیس
NetworkStatus-ACTIVE = فعال
NetworkStatus-DISSOLVED = منحل‌شده

SeatSelection-ELECTED = انتخابی
SeatSelection-APPOINTED = انتصابی

SeatStatus-PROPOSED = پیشنهادشده
SeatStatus-CONFIRMED = تأییدشده
SeatStatus-DECLINED = ردشده
SeatStatus-WITHDRAWN = پس‌گرفته
SeatStatus-ENDED = پایان‌یافته

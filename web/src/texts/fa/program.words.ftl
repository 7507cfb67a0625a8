# Made by `hub pages --write` from graph/model/.

CapacityLevel-PERSON = فرد
CapacityLevel-FAMILY = خانواده
CapacityLevel-COMMUNITY = جامعه

Dimension-PSYCHOLOGICAL = روانی
Dimension-SOCIAL = اجتماعی
Dimension-ECONOMIC = اقتصادی

ProgramKind-SCHEME = طرح
ProgramKind-PROJECT = پروژه
ProgramKind-TRAINING_PROGRAM = برنامهٔ آموزشی
ProgramKind-SUPPORT_PROGRAM = برنامهٔ حمایتی

ProgramRole-FUNDER = تأمین‌کنندهٔ مالی
ProgramRole-IMPLEMENTER = مجری
ProgramRole-TRAINER = آموزش‌دهنده
ProgramRole-REFERRER = معرف
ProgramRole-COORDINATOR = هماهنگ‌کننده
ProgramRole-HOST = میزبان
ProgramRole-ADVISER = مشاور
ProgramRole-EVALUATOR = ارزیاب

ProgramRoleStatus-CLAIMED = اظهارشده
ProgramRoleStatus-CONFIRMED = تأییدشده
ProgramRoleStatus-REFUSED = ردشده
ProgramRoleStatus-WITHDRAWN = پس‌گرفته

ProgramStage-UPCOMING = پیش رو
ProgramStage-RUNNING = در جریان
ProgramStage-OVER = پایان‌یافته
ProgramStage-UNDATED = بی‌تاریخ

RecordStatus-DRAFT = پیش‌نویس
RecordStatus-PUBLISHED = منتشرشده
RecordStatus-WITHDRAWN = پس‌گرفته

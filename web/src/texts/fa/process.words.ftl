# Made by `hub pages --write` from graph/model/.

DurationUnit-MINUTES = دقیقه
DurationUnit-HOURS = ساعت
DurationUnit-DAYS = روز
DurationUnit-WEEKS = هفته
DurationUnit-MONTHS = ماه

ProcessStatus-DRAFT = پیش‌نویس
ProcessStatus-PROPOSED = پیشنهادشده
ProcessStatus-STANDARD = استاندارد
ProcessStatus-SUPERSEDED = جایگزین‌شده
ProcessStatus-REPEALED = لغوشده
ProcessStatus-WITHDRAWN = پس‌گرفته

StepChange-ADDED = افزوده
StepChange-REMOVED = برداشته
StepChange-CHANGED = تغییرکرده
StepChange-MOVED = جابه‌جاشده
StepChange-SAME = یکسان

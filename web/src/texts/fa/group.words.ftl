# Made by `hub pages --write` from graph/model/.

ActionStatus-ASSIGNED = سپرده‌شده
ActionStatus-DECLINED = نپذیرفته
ActionStatus-OPEN = باز
ActionStatus-DONE = انجام‌شده
ActionStatus-DROPPED = کنارگذاشته

BoardKind-FOUNDING = هیئت مؤسس
BoardKind-DIRECTORS = هیئت مدیره
BoardKind-INSPECTORS = بازرسان

DecisionStatus-PROPOSED = پیشنهادشده
DecisionStatus-WITHDRAWN = پس‌گرفته
DecisionStatus-APPROVED = تصویب‌شده
DecisionStatus-REJECTED = ردشده
DecisionStatus-REPLACED = جایگزین‌شده

GroupLevel-NATIONAL = ملی
GroupLevel-PROVINCIAL = استانی

GroupSeatStatus-ASKED = دعوت‌شده
GroupSeatStatus-CONFIRMED = تأییدشده
GroupSeatStatus-REFUSED = ردشده
GroupSeatStatus-WITHDRAWN = پس‌گرفته
GroupSeatStatus-ENDED = پایان‌یافته

GroupStatus-PROPOSED = پیشنهادشده
GroupStatus-WITHDRAWN = پس‌گرفته
GroupStatus-ACTIVE = فعال
GroupStatus-ENDED = پایان‌یافته

MeetingStatus-PLANNED = در پیش
MeetingStatus-HELD = برگزارشده
MeetingStatus-CANCELLED = لغوشده

SeatRole-CHAIR = رئیس
SeatRole-SECRETARY = دبیر
SeatRole-MEMBER = عضو

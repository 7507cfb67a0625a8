# Made by `hub pages --write` from graph/model/.

CampaignOutcome-OPEN = باز
CampaignOutcome-ADOPTED = پذیرفته
CampaignOutcome-PARTLY = تا اندازه‌ای
CampaignOutcome-REFUSED = ردشده

RecordStatus-DRAFT = پیش‌نویس
RecordStatus-PUBLISHED = منتشرشده
RecordStatus-WITHDRAWN = پس‌گرفته

ReportedStatus-IN_PROGRESS = در جریان
ReportedStatus-MET = انجام‌شده
ReportedStatus-MISSED = انجام‌نشده

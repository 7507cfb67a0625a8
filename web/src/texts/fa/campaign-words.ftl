# Made by `hub pages --write` from graph/model/.

AnswerTeller-OWNER = صاحب کارزار
AnswerTeller-BODY = نهاد

CampaignOutcome-OPEN = باز
CampaignOutcome-ADOPTED = پذیرفته
CampaignOutcome-PARTLY = تا اندازه‌ای
CampaignOutcome-REFUSED = ردشده

RecordStatus-DRAFT = پیش‌نویس
RecordStatus-PUBLISHED = منتشرشده
RecordStatus-WITHDRAWN = پس‌گرفته

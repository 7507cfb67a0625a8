# Made by `hub pages --write` from graph/model/.

AnswerTeller-OWNER = Owner
AnswerTeller-BODY = Body

CampaignOutcome-OPEN = Open
CampaignOutcome-ADOPTED = Adopted
CampaignOutcome-PARTLY = Partly
CampaignOutcome-REFUSED = Refused

RecordStatus-DRAFT = Draft
RecordStatus-PUBLISHED = Published
RecordStatus-WITHDRAWN = Withdrawn

# Made by `hub pages --write` from graph/model/.

CampaignOutcome-OPEN = Open
CampaignOutcome-ADOPTED = Adopted
CampaignOutcome-PARTLY = Partly
CampaignOutcome-REFUSED = Refused

RecordStatus-DRAFT = Draft
RecordStatus-PUBLISHED = Published
RecordStatus-WITHDRAWN = Withdrawn

ReportedStatus-IN_PROGRESS = In progress
ReportedStatus-MET = Met
ReportedStatus-MISSED = Missed

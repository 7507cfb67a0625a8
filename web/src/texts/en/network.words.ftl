# Made by `hub pages --write` from graph/model/.

ApplicationStatus-DRAFT = Draft
ApplicationStatus-SUBMITTED = Submitted
ApplicationStatus-DOCUMENTS_CHECKED = Documents checked
ApplicationStatus-LICENCE_CHECKED = Licence checked
ApplicationStatus-RETURNED = Returned
ApplicationStatus-ACCEPTED = Accepted
ApplicationStatus-REJECTED = Rejected
ApplicationStatus-WITHDRAWN = Withdrawn

BoardKind-FOUNDING = Founding board
BoardKind-DIRECTORS = Board of directors
BoardKind-INSPECTORS = Inspectors

BoardStatus-SITTING = Sitting
BoardStatus-ENDED = Ended

CharterStatus-DRAFT = Draft
CharterStatus-IN_FORCE = In force
CharterStatus-REPLACED = Replaced
CharterStatus-WITHDRAWN = Withdrawn

FoundingStepStatus-PLANNED = Planned
FoundingStepStatus-DONE = Done
FoundingStepStatus-SKIPPED = Skipped

MembershipKind-FOUNDER = Founder
MembershipKind-FULL = Full member
MembershipKind-ASSOCIATE = Associate
MembershipKind-OBSERVER = Observer

MembershipStatus-INVITED = Invited
MembershipStatus-ACTIVE = Active
MembershipStatus-DECLINED = Declined
MembershipStatus-WITHDRAWN = Withdrawn
MembershipStatus-ENDED = Ended

NetworkLevel-NATIONAL = National
NetworkLevel-PROVINCIAL = Provincial

NetworkStatus-PLANNED = Planned
NetworkStatus-FOUNDING = Founding
NetworkStatus-ACTIVE = Active
NetworkStatus-DISSOLVED = Dissolved

SeatSelection-ELECTED = Elected
SeatSelection-APPOINTED = Appointed

SeatStatus-PROPOSED = Proposed
SeatStatus-CONFIRMED = Confirmed
SeatStatus-DECLINED = Declined
SeatStatus-WITHDRAWN = Withdrawn
SeatStatus-ENDED = Ended

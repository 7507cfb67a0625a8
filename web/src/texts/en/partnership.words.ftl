# Made by `hub pages --write` from graph/model/.

AmendedPart-TERMS = Terms
AmendedPart-PARTY = Party
AmendedPart-COMMITMENT_ADDED = Commitment added
AmendedPart-COMMITMENT_CHANGED = Commitment changed
AmendedPart-COMMITMENT_REMOVED = Commitment removed

AmendmentStatus-PROPOSED = Proposed
AmendmentStatus-IN_FORCE = In force
AmendmentStatus-DECLINED = Declined
AmendmentStatus-WITHDRAWN = Withdrawn
AmendmentStatus-SUPERSEDED = Superseded

AmendmentStep-SUSPEND = Suspend
AmendmentStep-RESUME = Resume
AmendmentStep-END = End

AmountBasis-PER_PERSON = For each person
AmountBasis-IN_ALL = In all

CohortBreakdown-IN_ALL = In all
CohortBreakdown-GENDER = By gender
CohortBreakdown-TARGET_GROUP = By target group

CohortCount-ENROLLED = Enrolled
CohortCount-COMPLETED = Completed
CohortCount-EXAMINED = Examined
CohortCount-CERTIFIED = Certified
CohortCount-DROPPED_OUT = Dropped out
CohortCount-EMPLOYED_3 = Employed after 3 months
CohortCount-SELF_EMPLOYED_3 = Self-employed after 3 months
CohortCount-EMPLOYED_6 = Employed after 6 months
CohortCount-SELF_EMPLOYED_6 = Self-employed after 6 months
CohortCount-EMPLOYED_12 = Employed after 12 months
CohortCount-SELF_EMPLOYED_12 = Self-employed after 12 months

CommitmentStanding-NOT_BINDING = Not binding
CommitmentStanding-CLOSED = Closed
CommitmentStanding-AT_REST = At rest
CommitmentStanding-LEFT_OPEN = Left open
CommitmentStanding-OVERDUE = Overdue
CommitmentStanding-CLAIMED = Claimed
CommitmentStanding-RUNNING = Running

CommitmentStatus-PLANNED = Planned
CommitmentStatus-IN_PROGRESS = In progress
CommitmentStatus-MET = Met
CommitmentStatus-MISSED = Missed
CommitmentStatus-WAIVED = Waived
CommitmentStatus-REMOVED = Removed

Gender-FEMALE = Female
Gender-MALE = Male
Gender-OTHER = Other

PartnershipKind-MOU = MoU
PartnershipKind-AGREEMENT = Agreement
PartnershipKind-CONSORTIUM = Consortium

PaymentNeed-TERMS = Terms
PaymentNeed-COUNT = Count
PaymentNeed-SUBMISSION = Submission
PaymentNeed-ACCEPTANCE = Acceptance
PaymentNeed-RATING = Rating
PaymentNeed-SHARE = Share
PaymentNeed-AMOUNT = Amount

PaymentRule-RECORDS_COMPLETE = Complete records
PaymentRule-QUALITY_GRADE = Quality grade

ProviderOwnership-STATE = State
ProviderOwnership-PRIVATE = Private

ReportedStatus-IN_PROGRESS = In progress
ReportedStatus-MET = Met
ReportedStatus-MISSED = Missed

ReportStatus-WAITING = Waiting
ReportStatus-CONFIRMED = Confirmed
ReportStatus-DISPUTED = Disputed
ReportStatus-SUPERSEDED = Superseded

Supplier-PROVIDER = Provider
Supplier-PAYER = Payer
Supplier-RATER = Rater
Supplier-PARTIES = Parties

TermsStatus-PROPOSED = Proposed
TermsStatus-ACCEPTED = Accepted
TermsStatus-DECLINED = Declined
TermsStatus-WITHDRAWN = Withdrawn
TermsStatus-SUPERSEDED = Superseded

# Made by `hub pages --write` from graph/model/.

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

CohortReportStatus-DRAFT = Draft
CohortReportStatus-SUBMITTED = Submitted
CohortReportStatus-RETURNED = Returned
CohortReportStatus-ACCEPTED = Accepted
CohortReportStatus-SUPERSEDED = Superseded
CohortReportStatus-WITHDRAWN = Withdrawn

Gender-FEMALE = Female
Gender-MALE = Male
Gender-OTHER = Other

PaymentNeed-TERMS = Terms
PaymentNeed-COUNT = Count
PaymentNeed-SUBMISSION = Submission
PaymentNeed-ACCEPTANCE = Acceptance
PaymentNeed-RATING = Rating
PaymentNeed-SHARE = Share
PaymentNeed-AMOUNT = Amount

PaymentStatus-PAID = Paid
PaymentStatus-CONFIRMED = Confirmed
PaymentStatus-DISPUTED = Disputed
PaymentStatus-WITHDRAWN = Withdrawn

Supplier-PROVIDER = Provider
Supplier-PAYER = Payer
Supplier-RATER = Rater
Supplier-PARTIES = Parties

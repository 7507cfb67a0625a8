# Made by `hub pages --write` from graph/model/.

AdoptionOutcome-SUCCESS = Success
AdoptionOutcome-FAILURE = Failure
AdoptionOutcome-MIXED = Mixed

ApplicabilityAnswer-APPLIES = Applies to us
ApplicabilityAnswer-DOES_NOT_APPLY = Does not apply, because

ContactKind-PHONE = Phone
ContactKind-MOBILE = Mobile
ContactKind-EMAIL = Mail
ContactKind-ADDRESS = Address
ContactKind-MESSENGER = Messenger

CostBand-LOW = Low
CostBand-MEDIUM = Medium
CostBand-HIGH = High

ExperienceOutcome-SUCCESS = Success
ExperienceOutcome-FAILURE = Failure
ExperienceOutcome-MIXED = Mixed
ExperienceOutcome-NEAR_MISS = Near miss

Judgement-MET = Met
Judgement-PARTLY_MET = Partly met
Judgement-NOT_MET = Not met

OrganizationKind-NGO = NGO
OrganizationKind-STATE_BODY = State body
OrganizationKind-FOUNDATION = Foundation
OrganizationKind-TRAINING_PROVIDER = Training provider
OrganizationKind-ENTERPRISE = Enterprise
OrganizationKind-NETWORK = Network

OrganizationStatus-LISTED = Listed
OrganizationStatus-MEMBER = Member
OrganizationStatus-WITHDRAWN = Withdrawn

PartnershipStatus-DRAFT = Draft
PartnershipStatus-WITHDRAWN = Withdrawn
PartnershipStatus-SIGNED = Signed
PartnershipStatus-ACTIVE = Active
PartnershipStatus-SUSPENDED = Suspended
PartnershipStatus-ENDED = Ended
PartnershipStatus-RENEWED = Renewed

ResourceKind-HUMAN = Human
ResourceKind-MATERIAL = Material
ResourceKind-FINANCIAL = Financial
ResourceKind-KNOWLEDGE = Knowledge
ResourceKind-SPACE = Space

ReviewStanding-NOT_REVIEWED = Not reviewed
ReviewStanding-SUBMITTED = Submitted
ReviewStanding-CHANGES_REQUESTED = Changes requested
ReviewStanding-VALIDATED = Validated
ReviewStanding-EARLIER_WORDING = Earlier wording
ReviewStanding-REJECTED = Rejected

SearchType-ORGANIZATION = Organization
SearchType-EXPERIENCE = Experience
SearchType-LESSON = Lesson
SearchType-APPROACH = Approach
SearchType-ADOPTION = Adoption
SearchType-PARTNERSHIP = Partnership
SearchType-COMMITMENT = Commitment
SearchType-RESOURCE_OFFER = Offer
SearchType-RESOURCE_NEED = Need
SearchType-EXCHANGE = Exchange
SearchType-NETWORK = Network
SearchType-FOUNDING_STEP = Founding step
SearchType-CHARTER = Charter
SearchType-PROGRAM = Program
SearchType-WORKING_GROUP = Working group
SearchType-MEETING = Meeting
SearchType-DECISION = Decision
SearchType-ACTION = Action
SearchType-QUALIFICATION = Qualification
SearchType-RECOGNITION = Recognition
SearchType-COURSE = Course
SearchType-SERVICE = Service
SearchType-APPRENTICESHIP = Apprenticeship
SearchType-JOB_OPPORTUNITY = Job opportunity
SearchType-SUPPORT_CENTER = Support center
SearchType-SUPPORT_INSTRUMENT = Support instrument
SearchType-PROCESS = Process
SearchType-PROCESS_FOLLOWING = Following of a process
SearchType-CAMPAIGN = Campaign
SearchType-RATING_SCHEME = Rating scheme
SearchType-REGION = Region
SearchType-TOPIC = Topic
SearchType-SKILL = Skill

TargetGroup-WOMEN_HEADS_OF_HOUSEHOLD = Women heads of household
TargetGroup-YOUTH = Youth
TargetGroup-PEOPLE_WITH_DISABILITIES = People with disabilities
TargetGroup-RECOVERING_FROM_ADDICTION = People recovering from addiction
TargetGroup-RURAL = Rural people
TargetGroup-DECILES_1_4 = Income deciles 1 to 4
TargetGroup-DEPRIVED_AREAS = Deprived areas
TargetGroup-REFUGEES = Refugees
TargetGroup-FORMER_PRISONERS = Former prisoners

Visibility-PUBLIC = Everybody
Visibility-MEMBERS = Members
Visibility-PARTNERS = Partners
Visibility-ORGANIZATION = The organization itself
Visibility-ANONYMIZED = Members, without its author

WaitingKind-DRAFT = Draft
WaitingKind-SIGNATURE = Signature
WaitingKind-ANSWER = Answer
WaitingKind-AMENDMENT = Amendment
WaitingKind-REPORT = Report
WaitingKind-DELIVERY = Delivery
WaitingKind-COMMITMENT = Commitment
WaitingKind-TIE = Tie
WaitingKind-DISPUTE = Dispute
WaitingKind-REVIEW = Review
WaitingKind-CHANGES = Changes
WaitingKind-PARTICIPATION = Participation
WaitingKind-PROGRAM_ROLE = Role in a program
WaitingKind-COURSE_CLAIM = Claim about a course
WaitingKind-PROCESS = Process
WaitingKind-EDITION = Edition
WaitingKind-CAMPAIGN = Campaign
WaitingKind-ENDORSEMENT = Endorsement
WaitingKind-TERMS = Payment terms
WaitingKind-COHORT = Cohort
WaitingKind-RETURNED = Returned
WaitingKind-PAYMENT = Payment
WaitingKind-OUTCOME = Outcome
WaitingKind-FOUNDING_STEP = Founding step
WaitingKind-SECRETARIAT = Secretariat
WaitingKind-SEAT = Seat
WaitingKind-INVITATION = Invitation
WaitingKind-APPLICATION = Application
WaitingKind-RETURNED_APPLICATION = Returned application
WaitingKind-RENEWAL = Renewal
WaitingKind-QUESTION = Question
WaitingKind-COMPLAINT = Complaint
WaitingKind-WORKING_GROUP = Working group
WaitingKind-GROUP_SEAT = Seat
WaitingKind-ASSIGNMENT = Assignment
WaitingKind-OPENING = Author opened
WaitingKind-TOKEN = Token
WaitingKind-WEBHOOK = Webhook
WaitingKind-ACTION = Action

# Made by `hub pages --write` from graph/model/.

AmountBasis-PER_PERSON = For each person
AmountBasis-IN_ALL = In all

ApprenticeshipGoal-JOB = A job
ApprenticeshipGoal-SELF_EMPLOYMENT = Self-employment

CourseClaimStatus-CLAIMED = Claimed
CourseClaimStatus-CONFIRMED = Confirmed
CourseClaimStatus-REFUSED = Refused
CourseClaimStatus-WITHDRAWN = Withdrawn

DeliveryMode-ONSITE = On site
DeliveryMode-ONLINE = Online
DeliveryMode-BLENDED = Blended

Dimension-PSYCHOLOGICAL = Psychological
Dimension-SOCIAL = Social
Dimension-ECONOMIC = Economic

ExamKind-NONE = None
ExamKind-WRITTEN = Written
ExamKind-PRACTICAL = Practical
ExamKind-WRITTEN_AND_PRACTICAL = Written and practical

JobKind-JOB = Job
JobKind-SELF_EMPLOYMENT_ORDER = Order
JobKind-PLACEMENT = Work placement

LastingJobsBy-PROVIDER = Provider
LastingJobsBy-PROVINCE = Province
LastingJobsBy-PROGRAM = Program
LastingJobsBy-TARGET_GROUP = Target group
LastingJobsBy-YEAR = Year

PathwayStep-COURSE = Course
PathwayStep-QUALIFICATION = Qualification
PathwayStep-APPRENTICESHIP = Apprenticeship
PathwayStep-JOB_OPPORTUNITY = Job opportunity

RecordStatus-DRAFT = Draft
RecordStatus-PUBLISHED = Published
RecordStatus-WITHDRAWN = Withdrawn

RegionKind-COUNTRY = Country
RegionKind-PROVINCE = Province
RegionKind-COUNTY = County

ServiceKind-COUNSELLING = Counselling
ServiceKind-ASSESSMENT = Assessment
ServiceKind-EXAM = Exam
ServiceKind-PLACEMENT = Placement
ServiceKind-BUSINESS_SUPPORT = Business support
ServiceKind-ACCOMPANIMENT = Accompaniment
ServiceKind-REHABILITATION = Rehabilitation
ServiceKind-CHILD_CARE = Child care
ServiceKind-OTHER = Other

SupportCenterKind-JOB_SUPPORT_CENTER = Job support center
SupportCenterKind-POSITIVE_LIFE_CENTER = Positive Life center

SupportInstrumentKind-LOAN = Loan
SupportInstrumentKind-GRANT = Grant
SupportInstrumentKind-WORK_CAPITAL = Work capital
SupportInstrumentKind-TRAINING_ALLOWANCE = Training allowance
SupportInstrumentKind-EMPLOYER_INSURANCE = Employer's insurance
SupportInstrumentKind-SELF_EMPLOYED_INSURANCE = Insurance of the self-employed
SupportInstrumentKind-EQUIPMENT = Equipment
SupportInstrumentKind-DORMITORY = Dormitory

SupportPurpose-TRAINING = Training
SupportPurpose-EMPLOYMENT = Employment
SupportPurpose-SELF_EMPLOYMENT = Self-employment

# Made by `hub pages --write` from graph/model/.

CapacityLevel-PERSON = Person
CapacityLevel-FAMILY = Family
CapacityLevel-COMMUNITY = Community

Dimension-PSYCHOLOGICAL = Psychological
Dimension-SOCIAL = Social
Dimension-ECONOMIC = Economic

ProgramKind-SCHEME = Scheme
ProgramKind-PROJECT = Project
ProgramKind-TRAINING_PROGRAM = Training program
ProgramKind-SUPPORT_PROGRAM = Support program

ProgramRole-FUNDER = Funder
ProgramRole-IMPLEMENTER = Implementer
ProgramRole-TRAINER = Trainer
ProgramRole-REFERRER = Referrer
ProgramRole-COORDINATOR = Coordinator
ProgramRole-HOST = Host
ProgramRole-ADVISER = Adviser
ProgramRole-EVALUATOR = Evaluator

ProgramRoleStatus-CLAIMED = Claimed
ProgramRoleStatus-CONFIRMED = Confirmed
ProgramRoleStatus-REFUSED = Refused
ProgramRoleStatus-WITHDRAWN = Withdrawn

ProgramStage-UPCOMING = Upcoming
ProgramStage-RUNNING = Running
ProgramStage-OVER = Over
ProgramStage-UNDATED = Undated

RecordStatus-DRAFT = Draft
RecordStatus-PUBLISHED = Published
RecordStatus-WITHDRAWN = Withdrawn

# Made by `hub pages --write` from graph/model/.

DurationUnit-MINUTES = Minutes
DurationUnit-HOURS = Hours
DurationUnit-DAYS = Days
DurationUnit-WEEKS = Weeks
DurationUnit-MONTHS = Months

ProcessStatus-DRAFT = Draft
ProcessStatus-PROPOSED = Proposed
ProcessStatus-STANDARD = Standard
ProcessStatus-SUPERSEDED = Superseded
ProcessStatus-REPEALED = Repealed
ProcessStatus-WITHDRAWN = Withdrawn

StepChange-ADDED = Added
StepChange-REMOVED = Removed
StepChange-CHANGED = Changed
StepChange-MOVED = Moved
StepChange-SAME = Same

group-level = Level
groups-counted = { $count ->
    [one] One working group
   *[other] { NUMBER($count) } working groups
}
sitting = { $count ->
    [one] One member
   *[other] { NUMBER($count) } members
}
next-meeting = Next meeting: { $day }
last-meeting = Last meeting: { $day }
open-actions = { $count ->
    [one] One open action
   *[other] { NUMBER($count) } open actions
}
late-actions = { NUMBER($count) } late
votes = { NUMBER($yes) } for, { NUMBER($no) } against, { NUMBER($none) } abstained
decision-numbered = { $number }. { $title }
replaced-by = Replaced by “{ $title }”
settled = It settled:
decided-on = Decided { $day }
decision-proposed-by = Proposed by { $name }
done-at = Done { $day }
action-evidence = Its evidence
came-of-it = Came of it:
from-decision = From the decision “{ $title }”
group-ended-by = Ended by { $name }
actions = Actions
no-actions = No action yet.
decisions = Decisions
no-decisions = No decision yet.
group-region = Province
who-sits = Who sits in it
meetings = Meetings
meeting = Meeting
at-time = at { $time }
agenda = Agenda
minutes = Minutes
minutes-link = Text of the minutes
meeting-place = Place
online = Online
join-online = Join
were-there = Were there
with-people = { $name } ({ $count })
denied = Say they were not there

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

# Moves
group-seen-by = Who sees it
group-today = Today, if it is left empty.
approve-group = Approve the group
withdraw-group = Withdraw
withdraw-group-sure = This group does not begin.
plan-meeting = Plan a meeting
meeting-title = Title
meeting-day = Day
meeting-time = Time
meeting-time-what = Such as 14:30
propose-decision = Propose a decision
decision-title = Title of the decision
decision-text = Text
add-action = Add an action
action-of-decision = Action of this decision
action-title = What is to be done
action-owner = By whom
action-due = Until
action-description = More on it
ask-for-seat = Ask to join
seat-role = Part
seat-since = Since
end-group = End the group
end-group-why = Why
take-seat = Take the seat
refuse-seat = Refuse the seat
seat-why = Why
withdraw-seat = No longer ask
withdraw-seat-sure = This organization is no longer asked.
leave-seat = Leave
end-seat = End the seat
votes-for = For
votes-against = Against
votes-abstained = Abstained
decided-day = Decided on
approve-decision = Approve
reject-decision = Reject
withdraw-decision = Take back
withdraw-decision-sure = This proposal is taken back.
accept-action = Take it on
decline-action = Decline it
action-why = Why
complete-action = It is done
what-shows-it = What shows it
evidence-address = Address of the evidence
done-day = Done on
drop-action = Drop it
reopen-action = Open it again
reopen-action-sure = This action is open again.
hold-meeting = It took place
record-minutes = Write the minutes
cancel-meeting = Cancel the meeting
cancel-meeting-why = Why
was-not-there-we = We were not there
deny-sure = Your organization is taken off the list of those present.
evidence-needed = Say what shows it, or give its address.

# Writing
new-group = New working group
new-group-what = It is a proposal first; its work begins once the network, or another party of the partnership, says yes.
edit-group = Edit the group
keep-changes = Save the changes
propose-group = Propose the group
group-body = Of which network or partnership
group-body-none = Your organization runs no network and is party to no partnership that holds.
group-title = Name of the group
group-purpose = What it is for
group-days = First and last day
group-until = Until
edit-seat = Change the invitation
edit-meeting = Edit the meeting
add-item = Add an item
item-numbered = Item { $number }
item-title = Subject
item-note = Note
meeting-files = Files
meeting-on = { $title }, { $day }
were-there-what = Mark each organization that was there.
people-there = How many people
minutes-attached = Attached to the minutes
decision-replaces = In the place of which decision
edit-decision = Edit the decision
edit-action = Edit the action
edit-action-asks = Whoever is to do it is asked again whether they take it on.
group-alone = Its members alone

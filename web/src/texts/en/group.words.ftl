# Made by `hub pages --write` from graph/model/.

ActionStatus-ASSIGNED = Assigned
ActionStatus-DECLINED = Declined
ActionStatus-OPEN = Open
ActionStatus-DONE = Done
ActionStatus-DROPPED = Dropped

BoardKind-FOUNDING = Founding board
BoardKind-DIRECTORS = Board of directors
BoardKind-INSPECTORS = Inspectors

DecisionStatus-PROPOSED = Proposed
DecisionStatus-WITHDRAWN = Withdrawn
DecisionStatus-APPROVED = Approved
DecisionStatus-REJECTED = Rejected
DecisionStatus-REPLACED = Replaced

GroupLevel-NATIONAL = National
GroupLevel-PROVINCIAL = Provincial

GroupSeatStatus-ASKED = Asked
GroupSeatStatus-CONFIRMED = Confirmed
GroupSeatStatus-REFUSED = Refused
GroupSeatStatus-WITHDRAWN = Withdrawn
GroupSeatStatus-ENDED = Ended

GroupStatus-PROPOSED = Proposed
GroupStatus-WITHDRAWN = Withdrawn
GroupStatus-ACTIVE = Active
GroupStatus-ENDED = Ended

MeetingStatus-PLANNED = Planned
MeetingStatus-HELD = Held
MeetingStatus-CANCELLED = Cancelled

SeatRole-CHAIR = Chair
SeatRole-SECRETARY = Secretary
SeatRole-MEMBER = Member

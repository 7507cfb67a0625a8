partnership-draft = Draft a partnership
standing = Where it stands
standing-all = All
standing-running = Running
standing-drafted = Drafts
standing-resting = Suspended
standing-over = Over
partnerships-counted = { $count ->
    [one] One partnership
   *[other] { NUMBER($count) } partnerships
}
met-of = { NUMBER($met) } of { NUMBER($all) } commitments met
late-counted = { $count } late
signed-on = Signed { $day }
ends-on = Ends { $day }

# Dues
dues-of = Due in { $year }
timeline-told = Due in { $year }: { NUMBER($met) } met, { NUMBER($late) } late, { NUMBER($open) } ahead
today-is = Today, { $day }
is-met = Met
is-open = Under way
is-planned = Planned
is-late = Late

# Book
ledger = Ledger of commitments
ledger-empty = No commitment is written down yet.
commitments-counted = { $count ->
    [one] One commitment
   *[other] { NUMBER($count) } commitments
}
only-late = Late only ({ $count })
all-commitments = All commitments
none-late = No commitment is late.
owed-by = Owed by { $name }
owed-to = to { $name }
of-target = of { $target } { $unit }
progress-told = Progress: { $share } per cent
claimed = , reported as met
reports-counted = { $count ->
    [one] One report
   *[other] { NUMBER($count) } reports
}
reports-none = No report yet.
reached = { $actual } { $unit } so far
reported-by = Reported by { $name }, { $day }
evidence-link = Its evidence
report-WAITING = Waits for { $name } to confirm
report-CONFIRMED = Confirmed by { $name }, { $day }
report-DISPUTED = Disputed by { $name }, { $day }
report-SUPERSEDED = A newer report took its place
sum-met = { NUMBER($count) } met
sum-open = { NUMBER($count) } under way
sum-late = { NUMBER($count) } late

# Facts
signed-party = Signed { $day }{" "}{ $office }
not-signed = Not signed yet
begins = Begins
ends = Ends
region-of = Region
renews = Renews
renewed-by = Renewed by
ended-by = Ended by { $name }
source-of = Source:
commitment = Commitment
owes = Owed by
is-owed = Owed to
commitment-stands = Standing

# Amendments
amendments = Amendments
amendments-counted = { $count ->
    [one] One amendment
   *[other] { NUMBER($count) } amendments
}
proposed-by = Proposed by { $name }, { $day }
in-force-on = In force since { $day }
waits-for-word = Waits for { $names }
declined-by = { $name } said no
nothing-said = Nothing
field-titleFa = Persian title
field-titleEn = Title
field-summary = Summary
field-startsOn = Begins
field-endsOn = Ends
field-termYears = Term in years
field-status = Status
field-role = Part
field-signatoryOffice = Office of the signatory
field-measure = Measure
field-target = Target
field-unit = Unit
field-dueOn = Due
field-owedBy = Owed by
field-owedTo = Owed to

# Payment terms
payment-terms = Payment terms
by-count = , counted as “{ $count }”
payer = Payer
applies-to = For
asks-for = Asks for
broken-down = by { $by }
rater = Rater
installments = Installments
installment = { $share } per cent, after { $days ->
    [one] one day
   *[other] { NUMBER($days) } days
}
installment-graded = Grade { $grade }: { $share } per cent, after { $days ->
    [one] one day
   *[other] { NUMBER($days) } days
}
terms-proposed-by = Proposed by { $name }
terms-accepted-by = Accepted by { $name }, { $day }
payment-due = Payment is due: { $amount }
payment-due-open = Payment is due
payment-not-due = Payment is not due yet
gap = { $what }; from: { $who }

# Colophon
colophon-parties = Signed by { $names }
colophon-witnesses = Witnessed by { $names }
of-office = { $office }, { $name }
colophon-day = On { $day }
colophon-years = For { $count ->
    [one] one year
   *[other] { NUMBER($count) } years
}

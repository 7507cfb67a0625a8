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
of-its-target = of { $target } { $unit }
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

# What parties do
parties = Parties
sign = Sign
sign-sure = By signing, your organization is bound to this partnership and its commitments; from then on an amendment changes it.
signatory-office = Office of the signatory
signed-day = Signed on
today-if-empty = Today, if it is left empty.
add-commitment = Add a commitment
commitment-title = What is to be done
commitment-measure = Measure
commitment-target = How much
commitment-unit = Unit
commitment-due = Due
take-back = Take back
take-back-sure = The draft is taken back; it stays with its parties, marked.
begin-work = Begin the work
end-partnership = End it
end-partnership-sure = The partnership ends today, as the word of your organization.
end-partnership-why = Why
renew = Renew
propose-amendment = Propose an amendment
report = Report
report-status = It is now
report-actual = How much so far ({ $unit })
report-actual-of = How much so far, of { $target } { $unit }
report-actual-what = All that is done until today, not what is new alone.
report-note = What was done
report-note-what = Where it is met, say what was done or give evidence.
report-evidence = Address of the evidence
report-day = As of
waive = Waive
waive-sure = Your organization no longer asks for this commitment.
waive-why = Why
declare-missed = Declare it missed
declare-missed-sure = Its day has passed; the commitment is closed as missed.
remove-commitment = Remove
remove-sure = This commitment is taken out of the draft.
confirm-report = Confirm the report
dispute-report = Dispute the report
dispute-why = Why it is not so
accept-amendment = Accept the amendment
decline-amendment = Decline
decline-why = Why
take-back-amendment = The amendment that your organization proposed is taken back.
accept-terms = Accept the terms
decline-terms = Decline the terms
take-back-terms = What your organization proposed is taken back.

# Drafting
partnership-draft-what = What you write is a draft until all parties have signed. Its commitments are added on its page.
partnership-kind = Kind
partnership-title = Title
partnership-summary = Summary
partnership-parties = Other parties
partnership-parties-what = The organizations that sign with you.
own-role = Part of your organization
other-role = Part of { $name }
partnership-visibility = Who sees it
partnership-save = Write the draft

# Amending
amend = Amendment to “{ $title }”
amend-what = Write what is to change; once all parties accept, it is in force.
amend-reason = Why
amend-step = Step of the partnership
amend-terms = Terms
amend-commitments = Commitments
amend-remove = Remove the commitment
amend-add = New commitment
amend-send = Propose
amend-nothing = Nothing is changed yet.

# Writing a draft
edit-partnership = Edit the draft
edit-partnership-what = Until somebody signs, change the text and add parties; each party writes its own role.
add-parties = Add parties
partnership-further = Groups, provinces, topics and witnesses
partnership-witnesses = Witnesses
witness-office = Office of the witness from { $name }
witness-office-what = An office, no person's name.
partnership-title-en = English title
edit-commitment = Edit the commitment
keep-changes = Save the changes
new-group = New working group
whose-word = Whose word it is

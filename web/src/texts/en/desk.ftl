waits-for-you = Waits for you
counted = { $count ->
    [one] one thing
   *[other] { NUMBER($count) } things
}
nothing-waits = Nothing waits for you
nothing-waits-what = What others ask your organization to answer or confirm comes here.
show-all = Show all { NUMBER($count) }
due = Due: { $day }
was-due = Was due: { $day }
since = since { $day }
drafts = Drafts
no-drafts = There are no drafts.
from-here = From here
administration = Administration
joined = You have joined. Welcome.
look-and-answer = Look and answer
confirmed = Confirmed.
confirm-report = Confirm the report
confirm-report-sure = Is the report on “{ $name }” right?
confirm-delivery = It has arrived
confirm-delivered = Do you confirm that “{ $name }” was delivered?
confirm-tie = Confirm the tie
confirm-participation = We took part
confirm-role = Confirm the role
confirm-paid = It was paid
confirm-payment-sure = Do you confirm that the payment of “{ $name }” has come?
your-commitments = Your commitments
no-commitments = No commitment is open.
of-target = { $done } of { $target } { $unit }
progress = Progress
all-news = { $count ->
    [0] All news
   *[other] All news, { NUMBER($count) } new
}
applications = Applications for membership
reviews = Reviews
review-submitted = Submitted for review
changes-asked = Changes requested
came-of-yours = What came of your work
trusted-with = Your role: { $roles }
show-factor-first = It is at rest until you show a one-time code in this session.
show-it = Confirm
one-time-code = One-time code
set-factor-up-first = It needs a second factor, and is yours once you have set that up.
set-factor-up = Set up the second factor

# Ways into work: their lists and their pages.

# Lists
filters = Narrow the list
clear-filters = Clear filters
ways-counted = { $count ->
    [one] One entry
   *[other] { NUMBER($count) } entries
}
none-fits = Nothing with these filters. Take one away.
kind = Kind
province = Province
county = County
everywhere = Everywhere
state = State
jobs-what = Work that enterprises and organizations offer: how many places are left, and until when.
new-job = Add a job
open-jobs = Open jobs
all-jobs = Open and closed
courses-what = What is taught, where, what it costs, and who pays.
new-course = Add a course
coming-courses = Coming and current
all-courses = All, past ones too
mode = Mode
apprenticeships-what = Three to six months at the side of a master, toward a job or one's own work.
new-apprenticeship = Add an apprenticeship
open-apprenticeships = Taking apprentices
all-apprenticeships = Open and closed
goal = Goal
qualifications-what = What is certified, who issues it, and who recognizes it.
new-qualification = Add a qualification
services-what = Counselling, exams, placement and company on the way: by whom, where, for whom.
new-service = Add a service
centers-what = Where a facilitator is, and where one can apply.
new-center = Add a center
instruments-what = Loans, grants, insurance and allowances: how much, for whom, and what to bring.

# In a few words
closed = Closed
open-until = until { $day }
closing-in = { $count ->
    [one] (one day left)
   *[other] ({ NUMBER($count) } days left)
}
last-day = (today is the last day)
places-left = { NUMBER($left) } of { NUMBER($places) } places left
places-count = { $count } places
people-count = { $count } people
hours = { $count } hours
months-long = { $count } months
months-count = { $count } months
a-month = { $amount } a month
toward = toward: { $goal }
dormitory = Dormitory
free = Free
valid-months = valid { $count } months
code-of = code { $code }
repayable = To be repaid
not-repayable = Not to be repaid
centers-count = { NUMBER($count) } centers
facilitators-count = { $count ->
    [one] One facilitator
   *[other] { NUMBER($count) } facilitators
}
until = until { $day }
pay-between = { $from } to { $to } a month
pay-about = { $amount } a month
paid-in-full = Free for trainees
you-pay = Trainees pay { $percent }% of { $amount }
a-person = { $amount } a person
in-year = { $amount }, { $year }
year-jalali = solar year { $year }
year-gregorian = { $year }
percent = { $count }%

# The page of each
employer = Employer
provider = Provider
service-provider = Provider
host = Host
issuer = Issuer
operator = Operator
payer = Payer
region = Region
address = Address
phone = Phone
days = Days
length = Length
months = Months
room-for = Capacity
exam = Exam
insured = Trainees insured
dimension = Dimension
program = Program
partnership = Partnership
published = Published
closes-on = Last day
begins = Begins
pay = Pay
stipend = Stipend
trade = Trade
master = Master
skills = Skills
occupation = Occupation
occupation-code = ISCO-08 { $code }
left = Places left
places = Places in all
courses-to-job = Courses that lead to this job
way-to = The way to work in { $skill }
way-in-trade = The whole way of this trade
yes = Yes
no = No
who-pays = Who pays
price-is = Price: { $amount }
trainee = Trainee
leads-to = Leads to this qualification
jobs-after = Work after the course
cohorts-of = Cohorts that went through
cohorts-count = { $count ->
    [one] One cohort
   *[other] { NUMBER($count) } cohorts
}
apprenticeship = Apprenticeship
qualification = Qualification
standard-code = Standard code
valid = Valid for
recognized-by = Recognized by
recognized-by-none = No organization has said yet that it recognizes it.
courses-to-it = Courses that lead to it
fee = Fee
how-to-apply = How to apply
centers = Centers
facilitators-on = Facilitators, { $day }
what-is-there = What it does
apply-here-for = Apply here for
how-much = How much
must-bring = To be brought
apply-at = Where to apply
purpose = Purpose
decile = Decile
age = Age
where = Where
conditions = Other conditions
deprived-only = Deprived areas only
span-to-decile = up to { $to }
span-from-decile = { $from } and above
span-both-decile = { $from } to { $to }
span-to-age = up to { $to }
span-from-age = { $from } and older
span-both-age = { $from } to { $to }

# Support finder
support-heading = What is there for whom you sit with?
support-what = Three questions, answered at once. What you do not know, leave as not known.
ask-who = Who is it?
none-of-these = None of these
ask-decile = Decile of the household?
ask-decile-hint = 1 is the poorest.
not-known = Not known
ask-where = Where do they live?
deprived-county = { $county } (deprived)
ask-more = If known: for what, and the age
forget = Forget the answers
nothing-kept = Nothing of this person is kept: the hub forgets it with the answer. What you chose stands in this page's address alone; whoever gets the link sees it.
answer = Answer
support-start = Answer one of the questions.
support-found = { NUMBER($fits) } fit, { NUMBER($may) } may fit, { NUMBER($nearly) } nearly
print = Print the answer
fit-FITS = Fits
fit-what-FITS = every condition that is known is met
fit-MAY_FIT = May fit
fit-what-MAY_FIT = something has to be asked
fit-NEARLY = Nearly
fit-what-NEARLY = one condition fails
support-none = There is nothing, and nothing nearly
support-none-what = Leave one of the answers as not known, or call the nearest support center.
apply-at-center = Apply at { $center }
nearly-more = Show { NUMBER($count) } more that nearly fit
kind-Program = Program
kind-Course = Course
kind-Apprenticeship = Apprenticeship
kind-SupportCenter = Support center

# Pathways
pathways-what = From the course to the job: what to learn, what to have certified, at whose side to work, and where work is.
skill = Skill
choose-skill = Choose a skill
or-occupation = Or an occupation (ISCO-08)
occupation-example = for example 7212
pathways-start = Choose a skill, or write the four digits of an occupation.
missing-COURSE = No course teaches it yet.
missing-QUALIFICATION = There is no qualification for it yet.
missing-APPRENTICESHIP = No master takes apprentices now.
missing-JOB_OPPORTUNITY = No job is open now.

# Lasting jobs
lasting-what = Of every hundred who completed their training, how many are still at work; always beside the number it rests on.
lasting-by = By
after-months = After { $months } months
rests-on = { NUMBER($atWork) } of { NUMBER($people) } people, { $cohorts ->
    [one] one cohort
   *[other] { NUMBER($cohorts) } cohorts
}.
withheld-cohorts = { $count ->
    [one] One more cohort is withheld
   *[other] { NUMBER($count) } more cohorts are withheld
}.
all-withheld = { $count ->
    [one] The only cohort is withheld: fewer than five people
   *[other] All { NUMBER($count) } cohorts are withheld: fewer than five people
}.
not-reported = Not reported yet
not-told-where = Not told
lasting-none = There is no report yet to tell it from.
lasting-note = Counts of fewer than five people are told to nobody, so that nobody is recognized. Small cohorts are left out, and their share may well be lower.

# Places and topics
programs = Programs
deprived-area = Deprived area
now-part-of = Now part of
now-called = Now under this name:
tried-here = Tried here
works-here = Who works here
all-of = { $count ->
    [one] The one there is
   *[other] All { NUMBER($count) }
}
nothing-here = Nothing has been told of this place yet.
nothing-on-topic = Nobody has written on this topic yet.
parts = Parts
also-known-as = Also known as: { $names }
gaps = What is missing
gaps-ask = Whom does no program reach?
gaps-what = Of { $places ->
    [one] one place
   *[other] { NUMBER($places) } places
}: in how many no program reaches the group in that dimension.
gaps-many = Of { NUMBER($cells) } cells of place, target group and dimension, { NUMBER($empty) } have no program; these come first. The page of each county tells all of its own.
gaps-needs = { $count ->
    [one] One need stays unanswered.
   *[other] { NUMBER($count) } needs stay unanswered.
}
gaps-none = Every target group is reached by a program in all three dimensions.
everybody = Everybody
narrower = Narrower topics
works-on-it = Who works on it
follow = Follow

# Writing and moving on
make-public = Publish
published-now = Published.
edit = Edit
withdraw = Withdraw
withdraw-way-sure = Others see it no more; it stays with your organization.
withdrawn = Withdrawn.
edit-job = Edit the job
edit-course = Edit the course
edit-apprenticeship = Edit the apprenticeship
edit-qualification = Edit the qualification
edit-service = Edit the service
edit-center = Edit the center
closes-on-hint = The last day to apply; after it the job closes by itself.
pay-from = Monthly pay from
pay-to = Monthly pay to
ends = Ends
hours-of = Hours of training
places-offered = How many places
price = Price
price-hint = It stays as long as a payer has a share.
master-hint = Experience and standing, without a name.
months-hint = Three to six months.
stipend-hint = A month.
valid-for = Valid for, in months
apply-url = Address to apply at
name-fa = Name in Persian
name-en = Name in English
website-of = Website
filled-places = How many places are filled by now
tell = Save
places-told = The places are saved.
share-of = { $payer }: { $share }
share-percent = Share in percent
share-asked = The payer was asked to confirm.
ask-payer = Ask an organization for a share
ask-issuer = Ask an issuer for its qualification
qualification-asked = The issuer was asked to confirm.
confirm = Confirm
confirm-share-sure = Once it is confirmed, your organization cannot go back on it alone.
confirmed = Confirmed.
refuse = Refuse
refuse-reason = Why it is not so
refused-now = Refused.
take-away = Take back
take-back-share-sure = The share is taken away, and has to be asked for anew.
take-back-qualification-sure = The course no longer leads to it, until it is asked for anew.
we-recognize = We recognize it
recognized-for = For what
recognized-now = Recorded in your organization's name.
new-instrument = Add support
edit-instrument = Edit the support
amounts-hint = From the oldest year to now; the last is what holds today.
amount-row = Amount { NUMBER($number) }
amount-more = Add an amount
amount-of = Amount
amount-basis = For
amount-year = Year
amount-year-hint = For example 1404, or 2025.
instrument-regions-hint = Empty means that it is bound to no place.
apply-how = Where and how
apply-at-hint = One of your organization's centers.
instrument-terms = What it is for, and whether it is paid back
purposes-hint = Empty means whatever one needs.
repayable-of = To be paid back
repayable-hint = A loan always is; a grant, an allowance and insurance never.
instrument-else = English title and source

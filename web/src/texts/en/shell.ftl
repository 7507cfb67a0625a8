# What all pages say.
hub = Knowledge hub
what-it-is = Knowledge hub: where organizations learn from each other
skip = Skip to content
sections = Sections
shortcuts = Shortcuts
menu = Menu
home = Home
search = Search
experiences = Experiences
lessons = Lessons
organizations = Organizations
desk = My desk
write = Write
sign-in = Sign in
sign-out = Sign out
waiting = { $count ->
    [one] One thing waits for you
   *[other] { NUMBER($count) } things wait for you
}
news-new = { $count ->
    [one] one new piece of news
   *[other] { NUMBER($count) } new pieces of news
}
acting-for = Acting for
settings-of-yours = Your settings
other-language = فارسی
other-language-short = فا
light = Light view
dark = Dark view
for-programmers = For programmers
licenses = Licenses
place = Where this page is
margin = Margin

# How it is
loading = Loading…
again = Try again
failed = It could not be read
failed-what = The hub gave no answer. Try again in a while.
failed-kept = The newest could not be read; this is what you saw before.
offline = The hub cannot be reached
offline-what = Check your connection and try again.
offline-kept = You are offline; this is what you saw before.
offline-now = You are offline.
refused = This page is not open to everybody
refused-why = If you are a member, sign in with your account.
refused-yours = It does not open with this account.
absent = There is no such page
absent-why = It may have been withdrawn, or only members may see it. If you are one, sign in.
absent-yours = It may have been withdrawn, or only others may see it.
no-page = This address leads nowhere
no-page-what = The link may be incomplete. You can search for it.

# Records
unnamed = Unnamed
learned = Learned
written-only = Not applied yet
adoptions = { $count ->
    [one] One adoption
   *[other] { NUMBER($count) } adoptions
}
all = All
offer = Offer
need = Need
not-told = Not told yet
star-told = The star of this lesson: { NUMBER($full) } full petals, { NUMBER($half) } half, { NUMBER($empty) } hollow, { NUMBER($waiting) } waiting
tomans = { $amount } tomans
rials = { $amount } rials
topic = Topic
visibility = Visible to
organization = Organization
time = Time
for-whom = For
from = since { $from }
from-to = { $from } to { $to }
source-of = Source:
either = { $one } or { $other }
all-lessons = All lessons
unfollow = Unfollow
tell-no-more = Do not tell me
search-example = For example: tool loans, nursery, apprenticeship
experiences-counted = { $count ->
    [one] One experience
   *[other] { NUMBER($count) } experiences
}
map = Map
styleguide = Style guide

# Ways into work
way-support = Support finder
way-jobs = Jobs
way-courses = Courses
way-apprenticeships = Apprenticeships
way-pathways = Pathways
way-qualifications = Qualifications
way-services = Services
way-centers = Support centers
way-instruments = Loans and support
way-lasting = Lasting jobs
way-cohorts = Cohort reports
ways = Work and support

# Working together
due-on = Due { $day }
due-today = Due today
days-left = { $count ->
    [one] one day left
   *[other] { NUMBER($count) } days left
}
days-late = { $count ->
    [one] one day late
   *[other] { NUMBER($count) } days late
}
together = Working together
partnerships = Partnerships
offers-and-needs = Offers and needs
programs = Programs
networks = Networks
working-groups = Working groups
processes = Standard processes
campaigns = Campaigns
none-yet = Nothing yet.
more-of = Show more; { NUMBER($count) } are left
way-done = Done
way-now = Next
way-ahead = Ahead
way-skipped = Not needed
way-stopped = Ended here
moved = Done.
follow = Follow
following = Following
in-office = By your role in the network
more-moves = More to do
files = Attached

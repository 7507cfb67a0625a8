administration = Administration
colleagues = Members
to-decide = Applications
appointments = Roles
taxonomy = Terms
complaints = Complaints
audit = Audit
not-yours = This part is not in your hands
of-coordinators = Coordinators and administrators of the network see it.
of-administrators = Administrators of the network alone see it.
counted = { NUMBER($count) } in all
since-day = since { $day }
holds-until = until { $day }
due = Due: { $day }
accept = Accept
reject = Reject
give-back = Give back
undo = Undo
reasons = Reason
keep = Save
edit = Edit
find = Find
role = Role
person = Person

# Members
members-of = Members of { $name }
persons = { $count ->
    [one] one person
   *[other] { NUMBER($count) } persons
}
unnamed-person = Somebody whose name is not shown
make-editor = Make an editor
make-member = Make a mere member
end-office = End the office
end-office-sure = { $name } can do nothing for the organization any more.
invitations = Invitations not accepted yet
take-back = Take back
no-invitations = No invitation is open.
invite = Invite a colleague
send-invitation = Send the invitation
invited = An invitation was sent to { $mail }.
own-organization = Your own, where you choose none.
mail-address = Mail address
office = Office
office-hint = For example: programs manager
right = Right
right-hint = An editor writes and confirms for the organization; a member only reads.
letter-in = Letter in
editors-invite = The editors of an organization invite its members.

# Applications
applications-for-membership = Applications for membership
applies-to-network = { $name } to { $network }
licence = Licence
documents = Documents
pass-documents = Documents are in order
pass-licence = The licence is in order
accept-application-sure = Has the board decided that this organization becomes a member?
reasons-by-line = What is missing (a line for each)
no-applications = No application waits.
claims = Listed organizations that ask to join
asked-by = Asked by
asked-on = Asked on
proof = Proof
mail-is-confirmed = confirmed on { $day }
mail-unconfirmed = not confirmed yet
open-document = Look at the document
website = Website
decision-rests-on = What the decision rests on
undo-claim-sure = The organization is listed again and nobody acts for it any more; what it wrote stays.
no-claims = There is none.

# Roles
by-whom = appointed by { $name }
end-role = End the role
end-role-sure = The role of { $name } ends right now.
no-appointments = Nobody is trusted with a role.
appoint = Appoint somebody
appointed = Appointed.
topics = Topics
provinces = Provinces
all-if-none = All, where you choose none.
until-day = Until

# Terms
terms-topics = Topics
terms-skills = Skills
terms-regions = Regions
find-term = Find by the Persian name
within-term = below { $name }
also = also: { $names }
retire = Retire
retire-sure = “{ $name }” can be chosen no more; it stays where it is.
restore = Restore
no-terms = Nothing was found.
add-topics = Add a topic
add-skills = Add a skill
add-regions = Add a region
region-code = Code
region-code-hint = Provinces have that of ISO 3166-2, such as IR-23; it never changes.
region-kind = Kind of region
region-part-of = Lies in
region-deprived = Counted among the deprived areas
region-deprived-YES = Yes
region-deprived-NO = No
region-deprived-UNTOLD = Not told
term-added = Added.
term-kept = Saved.
term-merged = Merged.
label-fa = Persian name
label-en = English name
slug = Short name
slug-hint = Small letters and hyphens, such as child-care; it never changes.
skill-kind = Kind of skill
broader = Below
other-names = Other names
merge = Merge
merge-into = Merge into
merge-hint = All that “{ $name }” has goes there, and this one goes.

# Complaints
open-ones = Open
past-ones = Answered
hide-it = Hide it
hide-reason = Why it is hidden (its writer reads this)
dismiss = Dismiss
dismiss-answer = Answer to whoever complained
no-complaints = No complaint is open.
no-past-complaints = No complaint was answered yet.

# Audit
audit-kind = Kind
audit-what = What
audit-what-hint = A deed or the code of an error, such as signIn
audit-person = Id of the person
audit-about = Id of the record
from-day = From
to-day = To
take-along = Download all
taking = { NUMBER($count) } entries…
no-entries = No entry was found.
older-entries = Older entries
so-often = { NUMBER($count) } times
token = Token
about = About
from-where = From
request = Request
what-changed = { $count ->
    [one] one change
   *[other] { NUMBER($count) } changes
}

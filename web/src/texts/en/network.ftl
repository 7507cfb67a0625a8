networks-counted = { $count ->
    [one] One network
   *[other] { NUMBER($count) } networks
}
steps-gone = { NUMBER($gone) } of { NUMBER($all) } founding steps
members-counted = { $count ->
    [one] One member
   *[other] { NUMBER($count) } members
}
run-by = Secretariat: { $name }
founding-steps = Founding steps
done-on = { $day }{" "}{ $body }
secretariat = Secretariat
offered-to = Offered to
network-region = Province
founded-on = Founded
dissolved-on = Dissolved
standards = Standards
in-provinces = In provinces
members = Members
membership-kind = Kind of membership
boards = Boards
seats = Seats
office-of = Office
selection = How
seat-stands = Standing
no-seats = Nobody sits on it yet.
charter = Charter
charters = Charter
edition-of = Version { NUMBER($edition) }
titled-edition = { $title }, version { NUMBER($edition) }
adopted-on = Adopted { $day }
applications = Applications for membership
application = Application for membership
submitted-on = Submitted { $day }
compare-with = Compare with
compare-with-none = Nothing
compared-editions = Version { NUMBER($one) } and version { NUMBER($other) }
articles-added = { NUMBER($count) } added
articles-removed = { NUMBER($count) } removed
articles-changed = { NUMBER($count) } changed
articles-same = { NUMBER($count) } the same
article = Article { $number }{" "}{ $heading }
article-ADDED = added
article-REMOVED = removed
article-CHANGED = changed
was-not-there = Was not there
is-gone = Is gone
no-articles = No article yet.
adopted = Adopted
replaced = Replaced
based-on = Based on the charter of
by-decision = By the decision
reasons-of = What the network said
licence = Licence
licence-until = Licence until
documents = Documents
way-draft = Written
way-submitted = Submitted
way-documents_checked = Documents checked
way-licence_checked = Licence checked
way-accepted = Accepted

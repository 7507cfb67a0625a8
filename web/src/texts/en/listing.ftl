outcome = Outcome
lessons-counted = { $count ->
    [one] One lesson
   *[other] { NUMBER($count) } lessons, the most applied first
}
organizations-counted = { $count ->
    [one] One organization
   *[other] { NUMBER($count) } organizations
}
write-one = Tell one
write-approach = Write an approach
register = Take an organization in
register-sure = It is a member of the hub from now on; then invite its people.
make-known = Make an organization known
make-known-sure = Others can name it; nobody acts for it until it joins.
register-name = Name
register-kind = Kind
register-seat = Place
register-website = Website
register-source = Source
register-source-what = Where you know of it from.
register-despite = Those of this name that it is not
register-despite-what = Only where the hub said that there is one of this name, and it is another.

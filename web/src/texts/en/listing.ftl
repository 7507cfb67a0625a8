outcome = Outcome
lessons-counted = { $count ->
    [one] One lesson
   *[other] { NUMBER($count) } lessons, the most applied first
}
organizations-counted = { $count ->
    [one] One organization
   *[other] { NUMBER($count) } organizations
}
none-yet = Nothing yet.
more-of = Show more; { NUMBER($count) } are left
write-one = Tell one

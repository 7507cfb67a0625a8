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

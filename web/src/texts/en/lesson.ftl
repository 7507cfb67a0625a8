lesson = Lesson
approach = Approach
what-to-do = What to do
step-by-step = Step by step
applies = Applies when
applies-not = Does not apply when
written-by = Written by
wording = Wording
published = Published
trail = Trail
oldest-first = oldest first
counted = { $what }: { $count }
written = Written
written-what = Still a guess: nobody but its writer has tried it.
learned-what = Another organization applied it and said what came of it.
next-petal = Next petal
your-turn = Is it your organization’s turn?
your-turn-what = Apply it and say what came of it; every answer, “it did not work” too, adds a petal to the star.
more-adoptions = { $count ->
    [one] and one more adoption
   *[other] and { NUMBER($count) } more adoptions
}
evidence = Evidence
evidence-for = For ({ NUMBER($count) })
evidence-against = Against ({ NUMBER($count) })
evidence-none = None yet.
out-of = Its source: { $outcome }

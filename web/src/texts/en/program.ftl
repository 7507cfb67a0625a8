who-is-missing = Who is missing?
who-is-missing-what = Each row is a place and a group: in which dimension there is no program, and in which there is more than one.
narrow-programs = Narrow the programs
program-kind = Kind
program-dimension = Dimension
program-group = For
programs-counted = { $count ->
    [one] One program
   *[other] { NUMBER($count) } programs
}
who-takes-part = Who takes part
parts-that-wait = Parts not answered or not agreed to
indicators = Indicators
baseline = From { $value }
program-needs = What it lacks
program-lessons = Lessons drawn from it
program-experiences = Its experiences
of-partnership = Under
budget = Budget
capacity = Level
deciles = Income deciles
ages = Age
deprived = Areas
deprived-only = Deprived areas only
other-conditions = Other conditions
between = { $from } to { $to }
where-it-works = Where
meets-commitments = For the commitments
gap-region = Region
gap-where = Place
empty-cells = cells without a program
single-cells = cells with one program
overlapping-cells = cells with several programs
needs-left-out = needs that nobody answers
unplaced = { $count ->
    [one] One program does not say where, for whom or in which dimension it works, and is not here.
   *[other] { NUMBER($count) } programs do not say where, for whom or in which dimension they work, and are not here.
}
nobody = Nobody
programs-here = { $count ->
    [one] One program
   *[other] { NUMBER($count) } programs
}
one-program = One program
nothing-missing = No cell is empty here, and none has two programs.
cells-cut = Only the first cells are shown; choose a smaller region.

# Moves
publish-program = Publish the program
withdraw-program = Withdraw the program
withdraw-program-sure = This program is taken back.
confirm-part = We have this part
refuse-part = We have no such part
refuse-part-why = Why

# Writing
new-program = New program
new-program-what = A scheme, a project or a training that your organization runs. The more you tell, the easier partners find it.
edit-program = Edit the program
program-summary = Summary
program-summary-hint = What it does for whom, and to what end, in a few sentences.
program-when-where = When and where
program-strengthens = What it strengthens
program-dimensions = Which side of readiness
program-levels = Whose capacity
program-parts = Organizations and their roles
program-parts-hint = Whoever you name besides yourselves is asked, and stands here once it has confirmed.
program-part = Role { NUMBER($number) }
program-part-more = Add an organization
program-role = Role
program-measured = What it is measured by
indicator-row = Indicator { NUMBER($number) }
indicator-more = Add an indicator
indicator-measure = What is measured
indicator-measure-hint = For example, in work after six months
indicator-target = The number to be reached
indicator-unit = Unit, such as persons
indicator-baseline = The number before it began
indicator-baseline-hint = Leave it empty where nobody measured it.
program-money = Budget and partnership
budget-hint = Of the whole program.
program-under = Under which partnership
program-under-hint = One that your organization is a party to.
program-else = English title and source

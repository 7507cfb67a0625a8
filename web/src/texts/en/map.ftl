map-who = Who works with whom
map-organizations = { $total ->
    [one] organization in this view
   *[other] organizations in this view, of { NUMBER($total) }
}
map-ties-stand = ties
map-bridges = bridges: without them the network falls apart
map-isolated = organizations without a tie
map-truncated = The network is larger than one drawing: { NUMBER($nodes) } organizations and { NUMBER($ties) } ties are shown. Narrow it by province or topic.
map-as = How it is shown
map-table = Table
map-save-png = Picture (PNG)
map-save-svg = Drawing (SVG)
map-save-organizations = Organizations (CSV)
map-save-ties = Ties (CSV)
map-choose = Choose an organization on the map: by pointing at it, or by Tab and the arrow keys.
map-choose-table = Choose an organization in the table.
map-bridges-who = The bridges
map-bridge = { $count ->
    [one] Without it, one organization loses its way to the rest of the network.
   *[other] Without it, { NUMBER($count) } organizations lose their way to the rest of the network.
}
map-empty = There is nobody here
map-clear = Show the whole network
map-missing = Who is missing
map-all-topics = All topics
map-filters = Filters
map-whole-country = The whole country
map-when = When
map-today = Today
map-on-a-day = One day
map-ever = Any day, past ones too
map-tie = Tie
map-colour = Colour by
map-size = Size by
map-by-plain = One colour
map-by-kind = Kind of organization
map-by-status = Membership
map-by-ties = Ties
map-by-partnerships = Partnerships
map-by-shared = Shared experiences
map-by-provinces = Provinces of work
map-by-equal = All the same
map-kind = Kind
map-status = Membership
map-province-column = Province
map-ties = Ties
map-cut = Cut off without it
map-from = From
map-to = To
map-since = Since
map-until = Until
map-alone = Without a tie
map-bridge-short = Bridge
map-agreed = Tie or partnership
map-met = Together in something
map-isolated-who = { $count ->
    [0] Every organization has a tie
    [one] One organization without a tie
   *[other] { NUMBER($count) } organizations without a tie
}
map-introduce = Introduce
map-introduce-whom = Introduce { $name }
map-introduce-to = Introduce it to
map-more = Show more; { NUMBER($count) } are left
map-node = { $name }, { $kind }, { $count ->
    [0] without a tie
    [one] tied to one organization
   *[other] tied to { NUMBER($count) } organizations
}
map-nearness = Nearer and farther
map-nearer = Nearer
map-farther = Farther
map-whole = The whole network
map-keys = Arrow keys go from one organization to the next; Enter chooses, Escape lets go; plus, minus and zero bring nearer, farther and show all. The table shows the same.
map-told = { $count ->
    [0] A map without organizations.
    [one] A map of one organization.
   *[other] A map of { NUMBER($count) } organizations with { NUMBER($ties) } ties. The most neighbours, { NUMBER($degree) }, has { $most }. Without a tie: { NUMBER($alone) }. Bridges: { NUMBER($bridges) }.
}
map-close = Let go of it
map-is-bridge = It is a bridge
map-is-alone = Nobody has told of working with it. Below is whom it has something in common with.
map-lessons-given = Lessons written
map-lessons-taken = Lessons applied
map-with = With whom
map-tie-since = { $kinds }, since { $since }
map-and-others = { $count ->
    [one] and one more
   *[other] and { NUMBER($count) } more
}
map-provinces = Provinces by how many organizations are there
map-province = { $name }: { $count ->
    [0] nobody
    [one] one organization
   *[other] { NUMBER($count) } organizations
}
map-provinces-what = Organizations that sit or work in the province.
map-nobody = nobody
map-range = { NUMBER($from) } to { NUMBER($to) }
map-and-more = { NUMBER($from) } and more
map-empty-places = Empty places
map-gaps = { $count ->
    [one] In one province there is no organization.
   *[other] In { NUMBER($count) } provinces there is no organization.
}
map-gaps-topic = { $count ->
    [one] In one province nobody works on “{ $topic }”.
   *[other] In { NUMBER($count) } provinces nobody works on “{ $topic }”.
}
map-no-gaps = In each of the { $count } provinces there is somebody. The fewest are in:
map-gap-needs = { $count ->
    [one] one open need
   *[other] { NUMBER($count) } open needs
}
map-gap-deprived = deprived area
map-gap-near = nearest: { $names }
map-gap-few = { $count ->
    [one] one organization
   *[other] { NUMBER($count) } organizations
}
map-gap-and = { "; " }

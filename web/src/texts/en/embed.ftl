# What a card says on the page of another site.
card-hub = Knowledge hub
card-unnamed = Unnamed
card-learned = { $count ->
    [one] Learned: one adoption
   *[other] Learned: { NUMBER($count) } adoptions
}
card-written = { $count ->
    [0] Not applied yet
    [one] One adoption
   *[other] { NUMBER($count) } adoptions
}
card-absent = There is no such lesson, or not for everybody.
card-failed = The lesson could not be read.

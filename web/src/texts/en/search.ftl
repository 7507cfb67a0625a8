search-for = Search for “{ $words }”
look = Search
search-start = Write what you look for: a topic, a place, an organization, or a few words of what you want to try.
narrow = Narrow down
facet-type = Type
facet-outcome = Outcome
facet-topic = Topic
facet-region = Region
facet-year = Year
clear = Clear the filters
found = { $count ->
    [one] One result
   *[other] { NUMBER($count) } results
}
did-you-mean = Did you mean:
nothing = Nothing was found
nothing-but = No record has all of these words; those that follow have some.
nothing-what = Try another word, or begin with the lessons.
missing = without: { $words }
more = More results
save-search = Save this search
save-it = Save
search-name = Name
search-told = Tell me what is found from now on
search-saved = The search is saved. You see it in the settings.
cancel = Cancel
hit-edition = Edition { NUMBER($edition) }
hit-holds = In force
hit-holds-not = Not in force

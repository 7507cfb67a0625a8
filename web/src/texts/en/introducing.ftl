suggested-none = Nothing is known yet that it has in common with others.
introduce-way = Who introduces them
introduce-way-to = Who introduces { $name }
introduce-no-way = There is no way to it over those who work together.
introduce-since = , since { $from }
introduce-copy = Copy the letter
introduce-copied = Copied
introduce-letter = Dear colleagues at { $one } and { $other },

    you do not work together yet, as far as the Knowledge hub knows. We introduce you to each other because:
    { $reasons }

    Perhaps a first conversation is worth your while.
quote-open = “
quote-close = ”
why-OFFER_MEETS_NEED = It offers what is needed here: { $offers }
why-NEED_MEETS_OFFER = It needs what is offered here: { $needs }
why-OFFER_NEAR_NEED = Its offer { $offers } is near a need
why-NEED_NEAR_OFFER = Its need { $needs } is near an offer
why-PROGRAM_FILLS_GAP = Its program { $programs } has what is missing here
why-APPRENTICESHIP_NEAR_COURSE = It takes apprentices in { $skills }, which is taught here
why-COURSE_NEAR_APPRENTICESHIP = It teaches { $skills }, in which apprentices are taken here
why-JOB_FOR_SKILL = It has work in { $skills }, which is taught here
why-SKILL_FOR_JOB = It teaches { $skills }, for which there is work here
why-SHARED_TOPIC = Both work on { $topics }
why-SIMILAR_EXPERIENCE = It has tried something close: { $experiences }
why-COMMON_PARTNER = Both work with { $organizations }
why-SHARED_REGION = Both work in { $regions }
around-told = { $name } and { $count ->
    [one] the one organization it is tied to
   *[other] the { NUMBER($count) } organizations it is tied to
}
around-it = Around it
around-on-map = On the map of the network
around-programs = Programs it has a part in
around-program-of = Of { $name }
could-we-work-with = Who could we work with?
could-it-work-with = Who could it work with?

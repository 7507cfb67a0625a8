campaign-outcome = Outcome
campaigns-counted = { $count ->
    [one] One campaign
   *[other] { NUMBER($count) } campaigns
}
supporters = { $count ->
    [one] One signature
   *[other] { NUMBER($count) } signatures
}
addressed-to = To { $name }
answered-on = Answered { $day }
campaign = Campaign
issue = The issue
position = What is asked for
answer = The answer
answer-by-OWNER = As its owner tells it
answer-by-BODY = As the body itself says
answer-source = Source
evidence-of = Evidence
reached-so = up to { $actual } { $unit }
campaign-actions = Actions
signed-by = organizations sign the present wording
signed-earlier = { $count ->
    [one] One organization signed an earlier wording
   *[other] { NUMBER($count) } organizations signed an earlier wording
}
started-by = Started by
started-on = Started
closed-on = Ended
campaign-region = Region
who-signed = Who has signed
earlier-wording = earlier wording

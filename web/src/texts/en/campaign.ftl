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
answer = Answer
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

# Moves
publish-campaign = Publish
sign-campaign = Sign
sign-campaign-what = Your organization signs this wording.
sign-statement = A word with the signature
sign-seen-by = Who sees the signature
sign-anew = Sign the new wording
unsign = Take the signature back
unsign-sure = The signature of your organization no longer counts.
answer-campaign = Answer it
tell-answer = Tell what the body answered
answer-day = Answered on
campaign-today = Today, if it is left empty.
answer-address = Address of the answer
conclude-campaign = Say what came of it
outcome-note = What came of it
withdraw-campaign = Withdraw
withdraw-campaign-sure = This campaign is taken back.

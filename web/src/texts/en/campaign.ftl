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

# Writing
new-campaign = New campaign
new-campaign-what = A demand that other organizations can put their names to.
edit-campaign = Edit the campaign
edit-campaign-what = Once published, another issue, position or addressee is a new wording: earlier signatures stay with the earlier one until they are given anew.
campaign-title-hint = The demand in one line, such as insurance for home workshops
campaign-issue = Issue
campaign-issue-hint = What is wrong, and for whom.
campaign-position = Position
campaign-position-hint = What exactly should be done.
campaign-body = Which organization you ask
campaign-body-hint = If it is in the hub, it can answer here itself.
campaign-body-words = Or which body
campaign-body-words-hint = If it is not in the hub, write its name. One of the two is needed.
campaign-planned = Actions
campaign-actions-hint = What you have done for it, and will do.
campaign-action = Action { NUMBER($number) }
campaign-action-more = Add an action
campaign-action-what = What
campaign-action-day = On which day
campaign-action-note = Where and how, or what came of it
campaign-action-url = Web address
campaign-speaks-for-it = Evidence
campaign-lessons = Lessons
campaign-experiences = Experiences
campaign-reports = Reports of commitments
campaign-reports-hint = A commitment that was met, or was not; write a part of its title.
campaign-sources = Other sources
campaign-source = Source { NUMBER($number) }
campaign-source-more = Add a source
campaign-source-what = What it is, and whose
campaign-source-url = Web address
campaign-source-day = Published on
campaign-about = For whom, and where

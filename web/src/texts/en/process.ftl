process-standing = Where it stands
process-standard = Standard
process-proposed = Proposals
process-past = Past
processes-counted = { $count ->
    [one] One process
   *[other] { NUMBER($count) } processes
}
process = Standard process
process-edition = Edition { NUMBER($edition) }
edition-titled = { $title }, edition { NUMBER($edition) }
steps-counted = { $count ->
    [one] One step
   *[other] { NUMBER($count) } steps
}
followers-counted = { $count ->
    [one] One organization follows it
   *[other] { NUMBER($count) } organizations follow it
}
process-adopted-on = Adopted { $day }
process-steps = Steps
takes-time = { $duration } { $unit }
takes = Takes: { $what }
gives = Gives: { $what }
form-of-step = Its form
does-otherwise = { $name } does it otherwise
who-follows = Who follows it
deviations-counted = { $count ->
    [one] One deviation
   *[other] { NUMBER($count) } deviations
}
deviations-none = No deviation
compare-edition = Compare with edition
compare-no-edition = Nothing
process-author = Written by
process-adopted = Adopted
process-decision = By the decision
process-lessons = Rests on the lessons
process-approaches = Rests on the approaches
process-nothing = Nothing
editions-compared = Edition { NUMBER($one) } and edition { NUMBER($other) }
steps-added = { NUMBER($count) } added
steps-removed = { NUMBER($count) } removed
steps-changed = { NUMBER($count) } changed
steps-moved = { NUMBER($count) } moved
steps-same = { NUMBER($count) } the same
step-moved = from place { $before } to { $after }
process-field-title = Title
process-field-purpose = Purpose
process-field-targetGroups = For
process-field-language = Language
process-field-text = Text
process-field-office = By whom
process-field-duration = Time
process-field-durationUnit = Unit of time
process-field-takes = Takes
process-field-gives = Gives
process-field-formUrl = Form

# Moves
propose-process = Propose it as a standard
adopt-process = Adopt it
adopt-process-sure = It becomes the standard of the network, in the place of the edition before.
process-today = Today, if it is left empty.
return-process = Return it
return-process-why = What it lacks
repeal-process = Repeal it
repeal-process-sure = It is no longer a standard of the network.
process-why = Why
withdraw-process = Withdraw it
withdraw-process-sure = This process is taken back.
follow-process = We follow it
follow-process-what = Where you do a step otherwise, say so here; empty means as the standard has it.
follow-since = Since
follow-until = Until
follow-note = Note
follow-seen-by = Who sees it
end-following = We follow it no longer
withdraw-following = Take it back
withdraw-following-sure = As if you had never followed it.
edit-following = Edit how we follow it
follow-note-hint = How far you have come, or what others should know.
follow-until-hint = Leave it empty while it goes on.
deviations = Where you do otherwise
deviation = Deviation { NUMBER($number) }
deviation-more = Add a deviation
deviation-step = At which step
deviation-how = What you do instead
deviation-why = Why
step-titled = { $number }. { $title }

# Writing
new-process = New process
new-process-what = Work that is to become a standard of a network; once written, you propose it to the network.
edit-process = Edit the process
new-edition = Write the next edition
new-edition-what = It begins as the present standard, and takes its place once the network has adopted it.
process-title-hint = For example, preparing for a job
process-purpose = Purpose
process-purpose-hint = What it is for, and where it begins and ends.
process-network = A standard of which network
process-network-hint = The secretariat of this network decides on it.
process-step = Step { NUMBER($number) }
process-step-more = Add a step
process-step-what = What is done
process-step-office = By which office
process-step-office-hint = For example, a job facilitator; no one's name.
process-step-how = How
process-step-duration = How long at most
process-step-unit = Unit of time
process-step-takes = What has to be there
process-step-takes-hint = For example, an identity card and the intake form.
process-step-gives = What comes of it
process-step-gives-hint = For example, a signed plan.
process-step-form = Address of the form
process-seen-hint = To be proposed, everybody or the members must be able to read it.
process-rests-on = What it rests on
process-about = For whom, and about what

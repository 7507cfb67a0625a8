publish = Tell an experience
publish-steps = Steps
publish-step-what = What happened
publish-step-where = Where and when
publish-step-why = Why
publish-step-lessons = Lessons
publish-step-seen = Who sees it
publish-step-review = Review and publish
publish-step-of = Step { NUMBER($at) } of { NUMBER($all) }: { $name }
publish-next = Next: { $step }
publish-before = Back: { $step }
publish-save = Save
publish-save-on = Save and go on
publish-kept = Kept in the hub, { $time }
publish-withdrawn = This experience was withdrawn and is not edited any more.
publish-live = This experience is published: what you save is read at once.
publish-drafts = Drafts of your organization

# What happened
publish-title = Title
publish-title-hint = In one line: what did you try?
publish-outcome = What came of it?
publish-outcome-hint = All four are worth the same, and are read alike.
publish-outcome-success = What we meant came about
publish-outcome-failure = What we meant did not come about
publish-outcome-mixed = Part of it did, part did not
publish-outcome-near_miss = It nearly went wrong; we saw it in time
publish-intended = What was meant to happen?
publish-happened = What happened?
publish-happened-hint = As it was. Of those you help write how many, not names or addresses.
publish-titles = Mr\.?|Mrs\.?|Ms\.?|Dr\.?
publish-personal = This looks like a person's name or number: “{ $found }”. If it is, write a count or a role instead.
publish-results = Results in numbers
publish-indicator = What was counted?
publish-value = How many
publish-unit = Unit
publish-result = Result { $number }
publish-result-more = Another result
publish-short = Five lines are enough; once this step is written the draft is kept.

# Where and when
publish-region = Place
publish-started = Began
publish-ended = Ended
publish-topics = Topics
publish-groups = Whom was it for?

# Why
publish-why = Why did it go so?
publish-why-hint = As far as you know. “We do not know” is an answer, too.
publish-context = How did things stand before?
publish-context-hint = Place, people, means: what a reader must know to judge whether it fits.
publish-helped = What helped?
publish-hindered = What stood in the way?
publish-cost = Cost for each person helped
publish-cost-hint = Roughly, beside other work of its kind.

# Lessons
publish-lessons-none = If somebody else were to do the same, what would you tell them? Each answer is a lesson. You can publish without one, too.
publish-lesson-more = Another lesson
publish-lesson = Lesson { NUMBER($place) }
publish-statement = The lesson in one sentence
publish-statement-hint = Such as “Find the nursery before the instructor”
publish-recommendation = So what is to be done?
publish-recommendation-hint = So that somebody else can do it without asking.
publish-applies = It applies when…
publish-applies-not = It does not apply when…
publish-lesson-drop = Remove this lesson
publish-lesson-drop-sure = The lesson is withdrawn, and stays with your organization, marked.

# Who sees it
publish-seen = Who may read it?
publish-seen-hint = You can change it later. The lessons will have the same readers.
publish-seen-anonymized = The text is read; your organization's name is closed, and place and time are told so broadly that several organizations fit.
publish-seen-members = Whoever is signed in, with your organization's name.
publish-seen-public = Everybody, with your organization's name; search engines find it, too.
publish-seen-partners = Organizations that share a running partnership with you.
publish-seen-organization = Your own colleagues alone; for your organization's memory.

# Review
publish-not-enough = Title, outcome or what happened is still missing.
publish-not-yet = It has not reached the hub yet; what you wrote stays on this device. Once you are online you see what each reads.
publish-mend = Mend it in “{ $step }”
publish-mend-first = Mend first what is told above.
publish-who-reads = What each reads
publish-coarser = So that its author is not guessed, time is told by the month, and what pointed at your organization is told more broadly.
publish-to-everybody = Whoever is not signed in
publish-to-members = Members
publish-to-partners = Your partners
publish-to-own = Your organization
publish-reads = read it
publish-reads-not = do not see it
publish-nameless = Unnamed
publish-not-shown = not told
publish-instead = instead of “{ $written }”
publish-with-lessons = { $count ->
    [one] One lesson is published with it, visible to: { $seen }.
   *[other] { NUMBER($count) } lessons are published with it, visible to: { $seen }.
}
publish-publish = Publish
publish-done = Your experience is published.

# Margin
publish-nobody = Who sees it?
publish-nobody-what = Until the last step nobody but your colleagues. There you can choose “without its author”: the text is read, the name stays closed.
publish-note-what = Numbers and times
publish-note-what-what = “After four months only fourteen machines had been bought” puts a reader there; “there was little progress” does not.
publish-note-where = To be found
publish-note-what-where = Place, time and topic are there so that a colleague in your situation finds this. Published without your name, they are told more broadly by themselves.
publish-note-why = Nobody's fault
publish-note-what-why = Tell of the work, not of somebody: “We had not asked before we began” instead of “X did not ask”.
publish-note-lessons = One lesson, one sentence
publish-note-what-lessons = Say when it does not apply: a lesson with a border is applied more.
publish-note-seen = They learn without a name, too
publish-note-what-seen = In the next step, before anything is published, you see what each reads and what is told more broadly.
publish-note-review = Nothing is published yet
publish-note-what-review = This preview is the hub's own: it is what they will read. You can edit or withdraw it later.

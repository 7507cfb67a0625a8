waits-for-you = Waits for you
nothing-waits = Nothing waits for you
nothing-waits-what = What others ask your organization to answer or confirm comes here.
due = Due: { $day }
was-due = Was due: { $day }
since = since { $day }
drafts = Drafts
no-drafts = There are no drafts.

talk = Questions and answers
talk-count = { $count ->
    [one] One question
   *[other] { NUMBER($count) } questions
}
talk-none = Nobody has asked anything yet.
talk-more = Further questions
talk-question = Your question
talk-question-hint = What you need to know about it. Readers of this page see the question and your organization's name.
talk-ask = Ask
talk-asked = Your question is there.
talk-sign-in = Sign in to ask
talk-answer = Your answer
talk-answer-unnamed = Your answer is signed “author”, without your organization's name; name nobody in the text either.
talk-reply = Answer
talk-send = Send the answer
talk-answered = Your answer is there.
talk-author = Author
talk-edited = edited
talk-edit = Edit
talk-save = Save
talk-withdraw = Withdraw
talk-withdraw-sure = Nobody but your organization sees it any more.
talk-withdrawn = Withdrawn
talk-report = Report
talk-report-what = Coordinators read it, and are not told who complained.
talk-report-why = What is wrong with it?
talk-reported = Your complaint is there.
talk-hide = Hide
talk-hide-why = Why? Whoever wrote it reads this.
talk-unhide = Show again
talk-hidden = Hidden
talk-hidden-why = Hidden, because: { $reason }

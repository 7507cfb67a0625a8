"""What can stand against a change of lessons, approaches and adoptions."""

from hub.errors.entry import Area, Entry

AREA = Area(
    "Lessons",
    "درس‌ها",
    "Lessons and approaches: their evidence, who adopts them, and what came of it.",
    (
        Entry(
            "ORIGIN_NEEDED",
            "درس‌آموخته باید از تجربه‌ای برآمده باشد یا منبعی داشته باشد. experienceIds یا source را بفرستید.",
            "A lesson comes from an experience or from a source. Give `experienceIds`, or say the `source`.",
        ),
        Entry(
            "EVIDENCE_EXISTS",
            "این تجربه پیش‌تر به عنوان شاهد آمده است. تجربهٔ دیگری برگزینید.",
            "This experience is already given as evidence. Choose another.",
        ),
        Entry(
            "OWN_LESSON",
            "سازمان نمی‌تواند درس یا رهیافت خود را به کار گرفته اعلام کند. از آنِ دیگری را برگزینید.",
            "An organization cannot adopt its own lesson or approach. Choose another's.",
        ),
        Entry(
            "ALREADY_ADOPTED",
            "سازمان شما این را پیش‌تر به کار گرفته است. نتیجهٔ آن را با recordOutcome ثبت کنید.",
            "Your organization has already adopted this. Record what came of it with `recordOutcome`.",
        ),
        Entry(
            "OUTCOME_ALREADY_RECORDED",
            "نتیجهٔ این به‌کارگیری پیش‌تر ثبت شده است. برای نتیجهٔ دیگر، آن را پس بگیرید و از نو اعلام کنید.",
            "The outcome of this adoption is already recorded. For another, withdraw it and adopt again.",
        ),
    ),
)

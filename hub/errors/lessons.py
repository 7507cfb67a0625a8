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
            "NO_EVIDENCE",
            "این تجربه شاهد آن درس‌آموخته نیست. شاهدهای آن را بخوانید.",
            "This experience is no evidence for or against that lesson. Read which ones are.",
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
            "OUTCOME_NEEDED",
            "از این به‌کارگیری هنوز پیامدی گفته نشده است. نخست آن را با recordOutcome ثبت کنید.",
            "Nothing was told yet of what came of this adoption. Say it first with `recordOutcome`.",
        ),
        Entry(
            "WORDING_CHANGED",
            "متن کنونی شمارهٔ {current} است، نه {given}. آن را بخوانید و همان شماره را بفرستید.",
            "The present wording is number {current}, not {given}. Read it, then send that number.",
        ),
        Entry(
            "WORDING_CONFIRMED",
            "این به‌کارگیری پیش‌تر برای همین متن شمرده می‌شود. کار دیگری لازم نیست.",
            "This adoption counts for that wording already. Nothing is left to do.",
        ),
    ),
)

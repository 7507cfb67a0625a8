"""Campaigns: what an organization asks of a body, with evidence and actions, and what the body answered."""

from graph.model.common import (
    LANGUAGE,
    PUBLISHED_RECORD,
    PUBLISHER,
    REGION,
    TARGET_GROUPS,
    TOPICS,
    RecordStatus,
    published,
)
from graph.model.days import HAPPENED, PLANNED
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    link,
    links,
    move,
    part,
    record,
    rows,
    text,
    those,
    web,
    whole,
)
from graph.model.endorsements import SIGNATURES
from graph.model.life import Also, By
from graph.model.sides import Side
from graph.model.words import Choice


class CampaignOutcome(
    Choice,
    en="Outcome: What came of a campaign, as its owner judges the answer of the body.",
    fa="پیامد: از کارزار چه برآمد، به داوری صاحب آن دربارهٔ پاسخ.",
):
    OPEN = "OPEN", "Open: Nothing has come of it yet.", "باز: هنوز چیزی از آن برنیامده است."
    ADOPTED = "ADOPTED", "Adopted: The body does what was asked.", "پذیرفته: نهاد همان می‌کند که خواسته شد."
    PARTLY = "PARTLY", "Partly: The body does a part of it.", "تا اندازه‌ای: نهاد بخشی از آن را می‌کند."
    REFUSED = "REFUSED", "Refused: The body does not do it.", "ردشده: نهاد آن را نمی‌کند."


class AnswerTeller(
    Choice,
    en="Told by: Whose word the answer of a body is.",
    fa="گوینده: پاسخ نهاد را چه کسی گفته است.",
):
    OWNER = (
        "OWNER",
        "Owner: The owner of the campaign tells it, from a source.",
        "صاحب کارزار: صاحب کارزار آن را از یک منبع می‌گوید.",
    )
    BODY = "BODY", "Body: The body itself has said so here.", "نهاد: خود نهاد این‌جا گفته است."


CAMPAIGN_ACTION = part(
    "CampaignAction",
    "Action: What is done for a campaign on a day, e.g. a letter or a meeting.",
    "اقدام: کاری که در روزی برای کارزار می‌شود، مانند نامه یا نشست.",
    (
        text(
            "title",
            "Title: What is done, in one line.",
            "عنوان: چه می‌شود، در یک خط.",
            REQUIRED,
        ),
        day(
            "takesPlaceOn",
            "Takes place on: The day it is done, past or planned.",
            "روز: روزی که انجام شد یا می‌شود.",
            REQUIRED,
            days=PLANNED,
        ),
        text(
            "note",
            "Note: Where and how, or what came of it; null where that is not told.",
            "یادداشت: کجا و چگونه، یا چه از آن برآمد؛ اگر گفته نشده null.",
            OPTIONAL,
            long=True,
        ),
        web(
            "url",
            "Link: Where more of it can be read; null where it is not on the web.",
            "پیوند: کجا می‌توان بیشتر خواند؛ اگر در وب نیست null.",
            OPTIONAL,
        ),
    ),
)

CAMPAIGN_SOURCE = part(
    "CampaignSource",
    "Source: What a campaign rests on beside what the hub knows: a law, a report, an article.",
    "منبع: آنچه کارزار بیرون از کانون به آن تکیه دارد: قانون، گزارش یا مقاله.",
    (
        text(
            "title",
            "Title: What it is, and who has made it known.",
            "عنوان: چیست، و چه کسی آن را اعلام کرده است.",
            REQUIRED,
        ),
        web(
            "url",
            "Link: Where it can be read by everybody.",
            "پیوند: همگان کجا می‌توانند بخوانندش.",
            REQUIRED,
        ),
        day(
            "publishedOn",
            "Published on: The day it was made known; null where that is not told.",
            "روز انتشار: روزی که اعلام شد؛ اگر گفته نشده null.",
            OPTIONAL,
            days=HAPPENED,
        ),
    ),
)

WORDED = ("title", "issue", "position", "addressedTo", "addressedToWords")
"""What is signed: a change of one of these, once a campaign was published, begins a new wording."""

LIFE = published(
    move(
        "answerCampaign",
        ("CAMPAIGN_ANSWERED", "Campaign answered", "پاسخ به کارزار"),
        "Answer: Say what the body has answered: that body itself, or the owner of the campaign, who names a"
        " source. Once the body has said it itself, only it may say it anew.",
        "پاسخ: بگویید نهاد چه پاسخ داد: خود آن نهاد، یا صاحب کارزار با نام بردن منبع. وقتی خود نهاد پاسخ داد،"
        " تنها خودش می‌تواند آن را از نو بگوید.",
        by=By.SIDE,
        sides=(Side.ADDRESSEE, Side.AUTHOR),
        also=Also(By.ADMINISTRATOR),
        start=(RecordStatus.PUBLISHED,),
    ),
    move(
        "concludeCampaign",
        ("CAMPAIGN_CONCLUDED", "Outcome of a campaign told", "پیامد کارزار"),
        "Conclude: Say what came of it, and when it ended; it can be said anew, and opened again.",
        "پایان: بگویید از آن چه برآمد و کی به پایان رسید؛ می‌توان آن را از نو گفت یا باز گشود.",
        start=(RecordStatus.PUBLISHED,),
    ),
)

CAMPAIGN = record(
    "Campaign",
    "cam",
    "Campaign: What an organization asks of a body, for others to support.",
    "کارزار: آنچه سازمانی از نهادی می‌خواهد تا دیگران از آن پشتیبانی کنند.",
    plural=("campaigns", "Campaigns", "کارزارها"),
    common=PUBLISHED_RECORD,
    life=LIFE,
    members=(
        text(
            "title",
            "Title: What is asked for, in one line.",
            "عنوان: چه خواسته می‌شود، در یک خط.",
            REQUIRED,
            sortable=True,
            searched=TITLE,
        ),
        text(
            "issue",
            "Issue: What is wrong, for whom, and how it is known.",
            "مسئله: چه چیز نادرست است، برای چه کسانی، و از کجا دانسته شده است.",
            REQUIRED,
            long=True,
            searched=BODY,
        ),
        text(
            "position",
            "Position: What the body is asked to do.",
            "خواسته: از نهاد چه خواسته می‌شود.",
            REQUIRED,
            long=True,
            searched=BODY,
        ),
        text(
            "addressedToWords",
            "Addressed to, in words: The body, where it is no organization of the hub, or a part of one.",
            "مخاطب به نوشته: نهادی که سازمانی از کانون نیست، یا بخشی از یک سازمان است.",
            OPTIONAL,
        ),
        whole(
            "wording",
            "Wording: The number of its present wording: what is signed; it grows when that changes.",
            "متن: شمارهٔ متن کنونی: آنچه امضا می‌شود؛ با تغییر آن یکی بالا می‌رود.",
            required=True,
        ),
        *SIGNATURES,
        text(
            "answer",
            "Answer: What the body has answered; null until there is an answer.",
            "پاسخ: نهاد چه پاسخ داد؛ تا پاسخی نباشد null.",
            long=True,
        ),
        choice(
            "answerToldBy",
            AnswerTeller,
            "Answer told by: Whose word the answer is; null until there is one.",
            "گویندهٔ پاسخ: پاسخ را چه کسی گفته است؛ تا پاسخی نباشد null.",
        ),
        day(
            "answeredOn",
            "Answered on: The day the body answered; null where that is not told.",
            "روز پاسخ: روزی که نهاد پاسخ داد؛ اگر گفته نشده null.",
            days=HAPPENED,
        ),
        text(
            "answerSource",
            "Source of the answer: A letter with its number, or a report, for example.",
            "منبع پاسخ: مانند نامه با شماره‌اش، یا یک گزارش.",
        ),
        web(
            "answerUrl",
            "Link to the answer: Where the answer can be read; null where it is not on the web.",
            "پیوند پاسخ: پاسخ را کجا می‌توان خواند؛ اگر در وب نیست null.",
        ),
        choice(
            "outcome",
            CampaignOutcome,
            "Outcome: Open, adopted, partly adopted or refused, as its owner judges.",
            "پیامد: باز، پذیرفته، پذیرفته تا اندازه‌ای یا ردشده، به داوری صاحب آن.",
            required=True,
            default=CampaignOutcome.OPEN,
        ),
        text(
            "outcomeNote",
            "Note on the outcome: What exactly changed, or did not; null where that is not told.",
            "یادداشت پیامد: دقیقاً چه عوض شد یا نشد؛ اگر گفته نشده null.",
            long=True,
        ),
        day(
            "closedOn",
            "Closed on: The day it ended; null while it goes on.",
            "روز پایان: روزی که به پایان رسید؛ تا ادامه دارد null.",
            days=HAPPENED,
        ),
        LANGUAGE,
        TARGET_GROUPS,
        PUBLISHER,
        link(
            "addressedTo",
            "ADDRESSED_TO",
            "Organization",
            "Addressed to: The organization that is asked; null where it is named in words alone.",
            "مخاطب: سازمانی که از آن خواسته می‌شود؛ اگر تنها به نوشته آمده null.",
            OPTIONAL,
            back=back(
                "campaignsReceived",
                "Campaigns received: Those of others that ask something of it; it can answer them.",
                "کارزارهای رسیده: آن‌ها که دیگران با آن‌ها چیزی از این سازمان می‌خواهند؛ می‌تواند پاسخ دهد.",
            ),
        ),
        REGION,
        TOPICS,
        rows(
            "lessons",
            "RESTS_ON",
            "Lesson",
            "Lessons: What was learned that speaks for it.",
            "درس‌آموخته‌ها: درس‌هایی که گواه آن‌اند.",
            OPTIONAL,
            open=True,
            back=those("Those that rest on it.", "آن‌ها که به آن تکیه دارند."),
        ),
        rows(
            "experiences",
            "RESTS_ON",
            "Experience",
            "Experiences: What was tried that speaks for it; the author of an anonymized one stays closed.",
            "تجربه‌ها: تجربه‌هایی که از آن پشتیبانی می‌کنند؛ نویسندهٔ تجربهٔ بی‌نام بر هیچ‌کس آشکار نمی‌شود.",
            OPTIONAL,
            open=True,
            back=those("Those that rest on it.", "آن‌ها که به آن تکیه دارند."),
        ),
        rows(
            "commitmentReports",
            "RESTS_ON",
            "CommitmentReport",
            "Reports of commitments: What was told of commitments that speaks for it.",
            "گزارش‌های تعهد: گزارش‌هایی از تعهدها که گواه آن‌اند.",
            OPTIONAL,
            back=those("Those that rest on it.", "آن‌ها که به آن تکیه دارند."),
        ),
        links(
            "sources",
            "HAS_SOURCE",
            "CampaignSource",
            "Sources: What it rests on that everybody can read on the web.",
            "منبع‌ها: آنچه به آن تکیه دارد و همگان در وب می‌خوانند.",
            OPTIONAL,
        ),
        links(
            "actions",
            "HAS_ACTION",
            "CampaignAction",
            "Actions: What was done for it and what is planned, in the order of whoever wrote it.",
            "اقدام‌ها: آنچه برای آن شده و آنچه در برنامه است، به ترتیبی که نویسنده آورده است.",
            OPTIONAL,
        ),
    ),
)

AREA = (CAMPAIGN_ACTION, CAMPAIGN_SOURCE, CAMPAIGN)

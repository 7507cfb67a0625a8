"""Quality ratings: what a rater holds of a training provider under a scheme, and what that one answers."""

from graph.model.common import INTERNAL, VERSIONED, VISIBILITY
from graph.model.days import HAPPENED, PLANNED
from graph.model.declare import (
    NEVER,
    ONCE,
    OPTIONAL,
    REQUIRED,
    back,
    choice,
    day,
    link,
    links,
    move,
    number,
    part,
    record,
    text,
    those,
)
from graph.model.life import Also, By, Life
from graph.model.sides import Side
from graph.model.words import Choice


class RatingStatus(
    Choice,
    en="Status of a rating: Who reads it: the two of them, or whom its rater chose.",
    fa="وضعیت رتبه: چه کسی آن را می‌خواند: آن دو، یا هر که رتبه‌دهنده خواسته است.",
):
    GIVEN = (
        "GIVEN",
        "Given: Rater and rated one read it.",
        "داده‌شده: رتبه‌دهنده و رتبه‌گیرنده آن را می‌خوانند.",
    )
    PUBLISHED = (
        "PUBLISHED",
        "Published: Those read it whom its visibility names, with the answer.",
        "منتشرشده: هر که دیدپذیری‌اش بگوید آن را با پاسخش می‌خواند.",
    )
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The rater took it back; it decides nothing from now on.",
        "پس‌گرفته: رتبه‌دهنده آن را پس گرفته است؛ از این پس چیزی با آن تعیین نمی‌شود.",
    )


GIVEN, PUBLISHED, WITHDRAWN = RatingStatus.GIVEN, RatingStatus.PUBLISHED, RatingStatus.WITHDRAWN
HOLDS = (GIVEN, PUBLISHED)
"""Where a rating counts."""

LIFE = Life(
    RatingStatus,
    (
        move(
            "rateProvider",
            ("RATING_GIVEN", "Rating given", "رتبه دادن"),
            "Rate: Score a training provider under a published scheme; the hub works out the grade. A rating"
            " is not edited: withdraw it and give another.",
            "رتبه دادن: به آموزش‌دهنده‌ای با شیوه‌نامه‌ای منتشرشده امتیاز بدهید؛ رتبه را کانون حساب می‌کند. رتبه"
            " ویرایش نمی‌شود: آن را پس بگیرید و رتبه‌ای دیگر بدهید.",
            by=By.MEMBER,
            end=GIVEN,
            gives=(
                "Rating: A score for each criterion of the scheme, and how long the grade holds.",
                "رتبه: برای هر معیار شیوه‌نامه یک امتیاز، و این که رتبه تا کی معتبر است.",
            ),
        ),
        move(
            "answerRating",
            ("RATING_ANSWERED", "Rating answered", "پاسخ به رتبه"),
            "Answer: Say what you hold of a rating of yours; whoever reads it reads your answer too.",
            "پاسخ: نظر خود را دربارهٔ رتبه‌ای که گرفته‌اید بگویید؛ هر که آن را بخواند پاسخ شما را هم می‌خواند.",
            by=By.SIDE,
            sides=(Side.PROVIDER,),
            also=Also(By.ADMINISTRATOR),
            start=HOLDS,
        ),
        move(
            "publishRating",
            ("RATING_PUBLISHED", "Rating published", "انتشار رتبه"),
            "Publish: Let others read a rating you gave, with the answer of the rated one.",
            "انتشار: بگذارید دیگران رتبه‌ای را که داده‌اید، با پاسخ رتبه‌گیرنده، بخوانند.",
            by=By.SIDE,
            sides=(Side.RATER,),
            also=Also(By.ADMINISTRATOR),
            start=(GIVEN,),
            end=PUBLISHED,
            already="ALREADY_PUBLISHED",
        ),
        move(
            "withdrawRating",
            ("RATING_WITHDRAWN", "Rating withdrawn", "پس گرفتن رتبه"),
            "Withdraw: Take a rating back that you gave, with a reason; what was accepted or paid by it"
            " stays.",
            "پس گرفتن: رتبه‌ای را که داده‌اید با دلیل پس بگیرید؛ آنچه با آن پذیرفته یا پرداخت شده می‌ماند.",
            by=By.SIDE,
            sides=(Side.RATER,),
            also=Also(By.ADMINISTRATOR),
            start=HOLDS,
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
    ),
)

CRITERION_SCORE = part(
    "CriterionScore",
    "Score: What was found of one criterion.",
    "امتیاز: آنچه دربارهٔ یک معیار به دست آمده است.",
    (
        text(
            "criterion",
            "Criterion: Its name in the scheme.",
            "معیار: نام آن در شیوه‌نامه.",
            REQUIRED,
        ),
        number("score", "Score: From 0 to 100.", "امتیاز: از ۰ تا ۱۰۰.", REQUIRED, least=0, most=100),
        text("note", "Note: What it rests on.", "یادداشت: بر چه پایه‌ای است.", OPTIONAL, long=True),
    ),
)

QUALITY_RATING = record(
    "QualityRating",
    "qra",
    "Quality rating: How good a training provider is, as a rater holds under a scheme.",
    "رتبهٔ کیفی: یک آموزش‌دهنده به نظر رتبه‌دهنده و با شیوه‌نامه‌ای معین چه اندازه خوب است.",
    plural=("qualityRatings", "Quality ratings", "رتبه‌های کیفی"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "status",
            RatingStatus,
            "Status: Given, published or withdrawn.",
            "وضعیت: داده‌شده، منتشرشده یا پس‌گرفته.",
            required=True,
        ),
        VISIBILITY,
        day(
            "validFrom",
            "Valid from: The first day the grade holds.",
            "اعتبار از: نخستین روزی که رتبه معتبر است.",
            REQUIRED,
            days=PLANNED,
        ),
        day(
            "validUntil",
            "Valid until: The last such day; null where no end is told.",
            "اعتبار تا: واپسین روز آن؛ اگر پایانی گفته نشده null.",
            OPTIONAL,
            days=PLANNED,
            from_="validFrom",
        ),
        number(
            "score",
            "Score: The mean of the scores by their weights, 0 to 100.",
            "امتیاز: میانگین وزنی امتیازها، از ۰ تا ۱۰۰.",
            required=True,
        ),
        text(
            "grade",
            "Grade: The one that the score reaches, thresholds considered; null where it reaches none.",
            "رتبه: رتبه‌ای که امتیاز به آن می‌رسد، با نظر به کف معیارها؛ اگر به هیچ‌کدام نرسد null.",
        ),
        text(
            "comment",
            "Comment: What the rater says beside the scores.",
            "توضیح: آنچه رتبه‌دهنده در کنار امتیازها می‌گوید.",
            OPTIONAL,
            long=True,
        ),
        text(
            "answer",
            "Answer: What the rated one says to it; null where it has not answered.",
            "پاسخ: آنچه رتبه‌گیرنده دربارهٔ آن می‌گوید؛ اگر پاسخ نداده null.",
            NEVER,
            long=True,
        ),
        day(
            "answeredOn",
            "Answered on: The day of that answer.",
            "روز پاسخ: روز همان پاسخ.",
            days=HAPPENED,
            sortable=False,
        ),
        text(
            "withdrawalReason",
            "Reason of the withdrawal: Why the rater took it back.",
            "دلیل پس گرفتن: چرا رتبه‌دهنده آن را پس گرفت.",
            NEVER,
            long=True,
        ),
        link(
            "provider",
            "RATES",
            "Organization",
            "Provider: The training provider that is rated.",
            "آموزش‌دهنده: آموزش‌دهنده‌ای که رتبه می‌گیرد.",
            ONCE,
            back=back(
                "ratingsReceived",
                "Ratings received: How others rate its training.",
                "رتبه‌های گرفته: دیگران آموزش آن را چگونه رتبه داده‌اند.",
            ),
        ),
        link(
            "rater",
            "RATED_BY",
            "Organization",
            "Rater: Who gave it.",
            "رتبه‌دهنده: چه کسی آن را داده است.",
            back=back(
                "ratingsGiven",
                "Ratings given: How it rates the training of others.",
                "رتبه‌های داده: آموزش دیگران را چگونه رتبه داده است.",
            ),
        ),
        link(
            "scheme",
            "RATED_UNDER",
            "RatingScheme",
            "Scheme: The edition of the scheme that it was given under.",
            "شیوه‌نامه: ویراستی از شیوه‌نامه که با آن داده شده است.",
            ONCE,
            back=those("Those given under this edition.", "آن‌ها که با همین ویراست داده شده‌اند."),
        ),
        links(
            "scores",
            "HAS_SCORE",
            "CriterionScore",
            "Scores: One for each criterion of the scheme.",
            "امتیازها: برای هر معیار شیوه‌نامه یکی.",
            REQUIRED,
        ),
    ),
)

AREA = (CRITERION_SCORE, QUALITY_RATING)

"""Rating schemes: by which criteria training providers are rated, and which grades there are."""

from graph.model.common import (
    CREATE,
    EDIT,
    LANGUAGE,
    PUBLISH,
    PUBLISHED_RECORD,
    PUBLISHER,
    WITHDRAW,
    published,
)
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back_one,
    link,
    links,
    number,
    part,
    record,
    text,
    whole,
)
from graph.model.life import Way, instead

FULL_SCORE = 100
"""The most that a criterion or a whole rating can score."""

RATING_CRITERION = part(
    "RatingCriterion",
    "Criterion: Something that is looked at, and how much it weighs.",
    "معیار: آنچه سنجیده می‌شود، و وزن آن.",
    (
        text("name", "Name: What it is called in this scheme.", "نام: نام آن در این شیوه‌نامه.", REQUIRED),
        text(
            "description",
            "Description: What is looked at, and where it is seen.",
            "شرح: چه سنجیده می‌شود و از کجا پیداست.",
            OPTIONAL,
            long=True,
        ),
        number(
            "weight",
            "Weight: How much it counts beside the others, above zero.",
            "وزن: در کنار معیارهای دیگر چه اندازه به حساب می‌آید، بیش از صفر.",
            REQUIRED,
            least=0,
            most=1_000,
        ),
        number(
            "threshold",
            f"Threshold: The least score, 0 to {FULL_SCORE}; whoever is under it gets the lowest grade."
            " Null where there is none.",
            "کف: کمترین امتیاز، از ۰ تا ۱۰۰؛ هر که به آن نرسد پایین‌ترین رتبه را می‌گیرد. اگر نباشد null.",
            OPTIONAL,
            least=0,
            most=FULL_SCORE,
        ),
    ),
)
RATING_GRADE = part(
    "RatingGrade",
    "Grade: A grade, and the least score that reaches it.",
    "رتبه: یک رتبه، و کمترین امتیازی که به آن می‌رسد.",
    (
        text("grade", "Grade: What it is called, e.g. A.", "رتبه: نام آن، مانند «الف».", REQUIRED),
        number(
            "leastScore",
            f"Least score: The least weighted score that reaches it, 0 to {FULL_SCORE}.",
            "کمترین امتیاز: کمترین امتیاز وزنی برای رسیدن به آن، از ۰ تا ۱۰۰.",
            REQUIRED,
            least=0,
            most=FULL_SCORE,
        ),
    ),
)

RATING_SCHEME = record(
    "RatingScheme",
    "rsc",
    "Rating scheme: By which criteria training providers are rated, and which grades there are.",
    "شیوه‌نامهٔ رتبه‌بندی: آموزش‌دهندگان با چه معیارهایی رتبه می‌گیرند و چه رتبه‌هایی هست.",
    plural=("ratingSchemes", "Rating schemes", "شیوه‌نامه‌های رتبه‌بندی"),
    common=PUBLISHED_RECORD,
    life=published(
        create=instead(
            CREATE,
            "Create: Write down «a» as a draft. One that replaces another of yours is its next edition.",
            "ایجاد: پیش‌نویس «» را بنویسید. آن که جای شیوه‌نامهٔ دیگری از شما می‌نشیند، ویراست بعدی آن است.",
        ),
        edit=instead(
            EDIT,
            "Edit: Change «a» of your organization that nobody has rated by; one in use is replaced by a"
            " next edition.",
            "ویرایش: «» خود را تغییر دهید، اگر هنوز کسی با آن رتبه نداده است؛ آن را که به کار رفته با"
            " ویراستی تازه جایگزین کنید.",
        ),
        publish=instead(
            PUBLISH,
            "Publish: Let those read it whom its visibility names; not fewer, while terms that you have"
            " agreed on rest on it.",
            "انتشار: بگذارید هر که دیدپذیری‌اش می‌گوید آن را بخواند؛ تا شرایط پرداختی که پذیرفته‌اید بر آن"
            " بناست، خوانندگانش کمتر نمی‌شوند.",
            way=Way.OWN,
        ),
        withdraw=instead(
            WITHDRAW,
            "Withdraw: Take it back, unless terms that you have agreed on rest on it; it stays with your"
            " organization, marked.",
            "پس گرفتن: آن را پس بگیرید، مگر شرایط پرداختی که پذیرفته‌اید بر آن بنا شده باشد؛ با نشان نزد"
            " سازمان شما می‌ماند.",
            way=Way.OWN,
        ),
    ),
    members=(
        text("title", "Title: What it is called.", "عنوان: نام آن.", REQUIRED, sortable=True, searched=TITLE),
        text(
            "description",
            "Description: What it is for, and how scores are found.",
            "شرح: برای چیست، و امتیازها چگونه به دست می‌آیند.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        LANGUAGE,
        whole(
            "edition",
            "Edition: 1 for the first; each that replaces another counts on.",
            "ویراست: نخستین ۱ است؛ هر جایگزین یکی بالاتر.",
            required=True,
        ),
        PUBLISHER,
        links(
            "criteria",
            "HAS_CRITERION",
            "RatingCriterion",
            "Criteria: What is looked at, with weights and thresholds.",
            "معیارها: آنچه سنجیده می‌شود، با وزن و کف.",
            REQUIRED,
        ),
        links(
            "grades",
            "HAS_GRADE",
            "RatingGrade",
            "Grades: The grades, each with its least score.",
            "رتبه‌ها: رتبه‌ها، هر یک با کمترین امتیازش.",
            REQUIRED,
        ),
        link(
            "replaces",
            "REPLACES_SCHEME",
            "RatingScheme",
            "Replaces: The edition before it, of the same organization; null for the first.",
            "جایگزینِ: ویراست پیش از آن، از همان سازمان؛ برای نخستین null.",
            OPTIONAL,
            back=back_one(
                "replacedBy",
                "Replaced by: The next edition; null while there is none.",
                "جایگزین‌شده با: ویراست بعدی؛ تا نباشد null.",
            ),
        ),
    ),
)

AREA = (RATING_CRITERION, RATING_GRADE, RATING_SCHEME)

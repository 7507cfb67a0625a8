"""Suggestions of whom to work with, and why."""

from graph.limits import MAXIMUM_NAMED, MAXIMUM_PAGE
from graph.model.declare import asked, choice, flag, number
from graph.model.members import Inquiry, Kind, Nested
from graph.model.nodes import Shape
from graph.model.words import Choice, Words, digits


class ReasonKind(
    Choice,
    en="Reason: Why two organizations might work together.",
    fa="دلیل: چرا دو سازمان می‌توانند با هم کار کنند.",
):
    OFFER_MEETS_NEED = (
        "OFFER_MEETS_NEED",
        "Its offer meets the need: It offers the very thing this one needs, in reach and in time.",
        "عرضه‌اش نیاز را برمی‌آورد: همان چیزی را عرضه می‌کند که این سازمان نیاز دارد، در دسترس و به‌هنگام.",
    )
    NEED_MEETS_OFFER = (
        "NEED_MEETS_OFFER",
        "Its need fits the offer: It needs the very thing this one offers, in reach and in time.",
        "نیازش با عرضه می‌خواند: همان چیزی را نیاز دارد که این سازمان عرضه می‌کند، در دسترس و به‌هنگام.",
    )
    OFFER_NEAR_NEED = (
        "OFFER_NEAR_NEED",
        "Its offer is near the need: It offers something of the same kind and topic or skill, no more.",
        "عرضه‌اش به نیاز نزدیک است: چیزی از همان گونه و موضوع یا مهارت عرضه می‌کند، نه بیش.",
    )
    NEED_NEAR_OFFER = (
        "NEED_NEAR_OFFER",
        "Its need is near the offer: It needs something of the same kind and topic or skill, no more.",
        "نیازش به عرضه نزدیک است: چیزی از همان گونه و موضوع یا مهارت نیاز دارد، نه بیش.",
    )
    PROGRAM_FILLS_GAP = (
        "PROGRAM_FILLS_GAP",
        "Its program fills a gap: For the same people and region it has a dimension that is missing.",
        "برنامه‌اش جای خالی را پر می‌کند: در همان ناحیه و برای همان مردم بُعدی را دارد که این‌جا نیست.",
    )
    APPRENTICESHIP_NEAR_COURSE = (
        "APPRENTICESHIP_NEAR_COURSE",
        "Apprenticeship near a course: It takes apprentices in a skill that this one teaches, within reach.",
        "استادشاگردی نزدیک دوره: در مهارتی که این سازمان می‌آموزد کارآموز می‌پذیرد، در دسترس.",
    )
    COURSE_NEAR_APPRENTICESHIP = (
        "COURSE_NEAR_APPRENTICESHIP",
        "Course near an apprenticeship: It teaches what this one takes apprentices for, within reach.",
        "دوره نزدیک استادشاگردی: مهارتی را می‌آموزد که این سازمان در آن کارآموز می‌پذیرد، در دسترس.",
    )
    JOB_FOR_SKILL = (
        "JOB_FOR_SKILL",
        "Job for a trained skill: It has a job for a skill that this one teaches, within reach.",
        "شغل برای مهارت آموخته: برای مهارتی که این سازمان می‌آموزد شغل دارد، در دسترس.",
    )
    SKILL_FOR_JOB = (
        "SKILL_FOR_JOB",
        "Trained skill for a job: It teaches a skill that a job of this one needs, within reach.",
        "مهارت آموخته برای شغل: مهارتی را می‌آموزد که شغل این سازمان لازم دارد، در دسترس.",
    )
    SHARED_TOPIC = (
        "SHARED_TOPIC",
        "Shared topic: Both work on the same topics.",
        "موضوع مشترک: هر دو دربارهٔ موضوع‌های یکسانی کار می‌کنند.",
    )
    SIMILAR_EXPERIENCE = (
        "SIMILAR_EXPERIENCE",
        "Similar experience: It has tried something close to what this one does.",
        "تجربهٔ همانند: چیزی نزدیک به کار این سازمان آزموده است.",
    )
    COMMON_PARTNER = (
        "COMMON_PARTNER",
        "Common partner: Both work with the same third organization.",
        "شریک مشترک: هر دو با سازمان سومی کار می‌کنند.",
    )
    SHARED_REGION = (
        "SHARED_REGION",
        "Shared region: Both serve the same region.",
        "ناحیهٔ مشترک: هر دو در یک ناحیه کار می‌کنند.",
    )


def _named(name: str, to: str, en: str, fa: str) -> Nested:
    return Nested(name, to, many=True, most=MAXIMUM_NAMED, words=Words(en, fa))


_BEHIND = (
    _named("topics", "Topic", "Topics: Those that both are about.", "موضوع‌ها: آن‌ها که هر دو دربارهٔ آن‌اند."),
    _named(
        "skills",
        "Skill",
        "Skills: Those that both ask for, teach or offer.",
        "مهارت‌ها: آن‌ها که هر دو می‌خواهند، می‌آموزند یا عرضه می‌کنند.",
    ),
    _named(
        "regions", "Region", "Regions: Those that both serve.", "ناحیه‌ها: آن‌ها که هر دو در آن کار می‌کنند."
    ),
    _named(
        "organizations",
        "Organization",
        "Organizations: The partners that both have.",
        "سازمان‌ها: شریکان هر دو.",
    ),
    _named("experiences", "Experience", "Experiences: What the other tried.", "تجربه‌ها: آنچه دیگری آزمود."),
    _named(
        "offers",
        "ResourceOffer",
        "Offers: Those that would meet a need, or are near it.",
        "عرضه‌ها: آن‌ها که نیازی را برمی‌آورند یا به آن نزدیک‌اند.",
    ),
    _named(
        "needs",
        "ResourceNeed",
        "Needs: Those that would be met, or that an offer is near.",
        "نیازها: آن‌ها که برآورده می‌شوند یا عرضه‌ای به آن‌ها نزدیک است.",
    ),
    _named(
        "programs", "Program", "Programs: Those that fill a gap.", "برنامه‌ها: آن‌ها که جای خالی را پر می‌کنند."
    ),
    _named(
        "courses", "Course", "Courses: Those that teach the skills.", "دوره‌ها: آن‌ها که مهارت‌ها را می‌آموزند."
    ),
    _named(
        "apprenticeships",
        "Apprenticeship",
        "Apprenticeships: Those in the skills.",
        "استادشاگردی‌ها: آن‌ها که در این مهارت‌هایند.",
    ),
    _named(
        "jobOpportunities",
        "JobOpportunity",
        "Job opportunities: Those that need the skills.",
        "فرصت‌های شغلی: آن‌ها که این مهارت‌ها را لازم دارند.",
    ),
)
NAMED = tuple(nested.name for nested in _BEHIND)
"""The lists of a reason."""

REASON = Shape(
    "Reason",
    (
        choice(
            "kind",
            ReasonKind,
            "Kind: What speaks for working together.",
            "گونه: چه چیز به سود همکاری است.",
            required=True,
        ),
        number(
            "weight",
            "Weight: What it adds to the score.",
            "وزن: چه اندازه به امتیاز می‌افزاید.",
            required=True,
        ),
        *_BEHIND,
    ),
    Words(
        "Reason: Why an organization is suggested, with the nodes behind it, five of a kind.",
        "دلیل: چرا سازمانی پیشنهاد می‌شود، با آنچه پشت آن است، از هر گونه پنج.",
    ),
)

COLLABORATOR = Shape(
    "Collaborator",
    (
        Nested(
            "organization",
            "Organization",
            words=Words("Organization: The one that is suggested.", "سازمان: سازمانی که پیشنهاد می‌شود."),
        ),
        number(
            "score",
            "Score: The sum of the reasons: 4 for each need met (3 at most), 3 for each need of the"
            " other's that is met (3), 1 for each need that an offer is near (3), 0.75 for each of the"
            " other's (3), 2 for each program that fills a gap (3) and for each course, apprenticeship or"
            " job that follows on the other's (3 of a kind), 1.5 for each similar experience (3); and, each"
            " divided by log2(1 + how many organizations have it), 2 for a topic (5), 1.5 for a partner (5),"
            " 1 for a region (5).",
            "امتیاز: جمع دلیل‌ها: ۴ برای هر نیاز برآورده (تا ۳)، ۳ برای هر نیاز برآوردهٔ دیگری (تا ۳)، ۱ برای"
            " هر نیازی که عرضه‌ای به آن نزدیک است (تا ۳)، ۰٫۷۵ برای هر نیاز چنین دیگری (تا ۳)، ۲ برای هر"
            " برنامه‌ای که جای خالی را پر می‌کند (تا ۳) و برای هر دوره، استادشاگردی یا شغلی که در پی آنِ"
            " دیگری می‌آید (از هر گونه تا ۳)، ۱٫۵ برای هر تجربهٔ همانند (تا ۳)؛ و هر یک بخش بر log2(۱ + شمار"
            " سازمان‌های دارای آن): ۲ برای موضوع (تا ۵)، ۱٫۵ برای شریک (تا ۵)، ۱ برای ناحیه (تا ۵).",
            required=True,
        ),
        flag(
            "alreadyPartners",
            "Already partners: Whether a tie or a running partnership binds them today.",
            "شریک کنونی: آیا امروز پیوند یا مشارکتی جاری آن‌ها را به هم می‌بندد.",
        ),
        Nested(
            "reasons",
            "Reason",
            many=True,
            most=len(ReasonKind),
            words=Words("Reasons: The weightiest first.", "دلیل‌ها: نخست سنگین‌ترین."),
        ),
    ),
    Words("Collaborator: An organization to work with, and why.", "همکار: سازمانی برای همکاری، و چرا."),
)

COLLABORATORS = Inquiry(
    "collaborators",
    "Collaborator",
    Words(
        "Collaborators: Organizations this one might work with, the best first; with `needId`, on that need.",
        "همکاران: سازمان‌هایی که این سازمان می‌تواند با آن‌ها کار کند، نخست بهترین؛"
        " با `needId`، بر سر همان نیاز.",
    ),
    many=True,
    arguments=(
        asked(
            "organizationId",
            Kind.ID,
            "Organization: The organization that looks for others.",
            "سازمان: سازمانی که همکار می‌جوید.",
            required=True,
        ),
        asked(
            "needId",
            Kind.ID,
            "Need: A need of that organization; only those that can help with it are answered.",
            "نیاز: نیازی از آن سازمان؛ تنها آن‌ها می‌آیند که در آن یاری می‌کنند.",
        ),
        asked(
            "regionIds",
            Kind.ID,
            "Regions: Only those that serve, or sit in, one of these regions or inside it.",
            "ناحیه‌ها: تنها آن‌ها که در یکی از این ناحیه‌ها یا درون آن کار می‌کنند یا مقر دارند.",
            many=True,
        ),
        asked(
            "first",
            Kind.INT,
            f"How many: At most this many organizations, 1 to {MAXIMUM_PAGE:,}; «default» when not given.",
            f"چند تا: بیشینهٔ سازمان‌ها، ۱ تا {digits(MAXIMUM_PAGE)}؛ اگر نیاید «default».",
        ),
    ),
)

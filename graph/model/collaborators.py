"""Suggestions of whom to work with, and why."""

from graph.limits import MAXIMUM_NAMED
from graph.model.core import Nested, Shape
from graph.model.declare import choice, flag, number
from graph.model.words import Choice, Words


class ReasonKind(
    Choice,
    en="Reason: Why two organizations might work together.",
    fa="دلیل: چرا دو سازمان می‌توانند با هم کار کنند.",
):
    OFFER_MEETS_NEED = "OFFER_MEETS_NEED", "Its offer meets the need", "عرضه‌اش نیاز را برمی‌آورد"
    NEED_MEETS_OFFER = "NEED_MEETS_OFFER", "Its need fits the offer", "نیازش با عرضه می‌خواند"
    SHARED_TOPIC = "SHARED_TOPIC", "Shared topic", "موضوع مشترک"
    SIMILAR_EXPERIENCE = "SIMILAR_EXPERIENCE", "Similar experience", "تجربهٔ همانند"
    COMMON_PARTNER = "COMMON_PARTNER", "Common partner", "شریک مشترک"
    SHARED_REGION = "SHARED_REGION", "Shared region", "ناحیهٔ مشترک"


def _named(name: str, to: str, en: str, fa: str) -> Nested:
    return Nested(name, to, many=True, most=MAXIMUM_NAMED, words=Words(en, fa))


REASON = Shape(
    "Reason",
    (
        choice("kind", ReasonKind, "Kind", "گونه", required=True),
        number("weight", "Weight: What it adds to the score.", "وزن: چه به امتیاز می‌افزاید.", required=True),
        _named("topics", "Topic", "Topics", "موضوع‌ها"),
        _named("skills", "Skill", "Skills", "مهارت‌ها"),
        _named("regions", "Region", "Regions", "ناحیه‌ها"),
        _named(
            "organizations",
            "Organization",
            "Organizations: The partners both have.",
            "سازمان‌ها: شریکان هر دو.",
        ),
        _named(
            "experiences", "Experience", "Experiences: What the other tried.", "تجربه‌ها: آنچه دیگری آزمود."
        ),
        _named("offers", "ResourceOffer", "Offers", "عرضه‌ها"),
        _named("needs", "ResourceNeed", "Needs", "نیازها"),
    ),
    Words(
        "Reason: Why an organization is suggested, with the nodes behind it, five of a kind.",
        "دلیل: چرا سازمانی پیشنهاد می‌شود، با آنچه پشت آن است، از هر گونه پنج.",
    ),
)

COLLABORATOR = Shape(
    "Collaborator",
    (
        Nested("organization", "Organization", words=Words("Organization", "سازمان")),
        number(
            "score",
            "Score: The sum of the reasons: 4 for each need met (3 at most), 3 for each need of the"
            " other's (3), 1.5 for each similar experience (3); and, each divided by log2(1 + how many"
            " organizations have it), 2 for a topic (5), 1.5 for a partner (5), 1 for a region (5).",
            "امتیاز: جمع دلیل‌ها: ۴ برای هر نیاز برآورده (تا ۳)، ۳ برای هر نیاز دیگری (تا ۳)، ۱٫۵ برای هر"
            " تجربهٔ همانند (تا ۳)؛ و هر یک بخش بر log2(۱ + شمار سازمان‌های دارای آن): ۲ برای موضوع (تا ۵)،"
            " ۱٫۵ برای شریک (تا ۵)، ۱ برای ناحیه (تا ۵).",
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

"""What a person follows: a topic, a region, an organization, something written, a network or a program."""

from graph.limits import MAXIMUM_FOLLOWS
from graph.model.declare import asked, choice, flag, moment
from graph.model.deeds import Doer, deed
from graph.model.members import Kind, Nested, Property
from graph.model.nodes import Shape, Union
from graph.model.words import Choice, Words, digits


class FollowKind(
    Choice,
    en="Kind of what is followed: What a person wants to hear of.",
    fa="گونهٔ آنچه دنبال می‌شود: شخص می‌خواهد از چه چیز باخبر شود.",
):
    TOPIC = "TOPIC", "Topic: What happens about it.", "موضوع: آنچه دربارهٔ آن رخ می‌دهد."
    REGION = "REGION", "Region: What happens there.", "ناحیه: آنچه در آن‌جا رخ می‌دهد."
    ORGANIZATION = (
        "ORGANIZATION",
        "Organization: What it does under its name.",
        "سازمان: آنچه به نام خود می‌کند.",
    )
    EXPERIENCE = (
        "EXPERIENCE",
        "Experience: What becomes of it.",
        "تجربه: آنچه از آن برمی‌آید.",
    )
    LESSON = (
        "LESSON",
        "Lesson: What becomes of it: reviews, adoptions.",
        "درس‌آموخته: آنچه بر سر آن می‌آید: بازبینی، به‌کارگیری.",
    )
    APPROACH = (
        "APPROACH",
        "Approach: What becomes of it: reviews, adoptions.",
        "رهیافت: آنچه بر سر آن می‌آید: بازبینی، به‌کارگیری.",
    )
    NETWORK = "NETWORK", "Network: What happens in it.", "شبکه: آنچه در آن رخ می‌دهد."
    PROGRAM = "PROGRAM", "Program: What happens in it.", "برنامه: آنچه در آن رخ می‌دهد."


LABELS = {kind: kind.value.capitalize() for kind in FollowKind}
"""The label of what is followed, by its kind."""
KINDS = {label: kind for kind, label in LABELS.items()}
"""Its kind, by its label."""

FOLLOWED = Union(
    "Followed",
    tuple(LABELS.values()),
    Words(
        "Followed: What a person can follow.",
        "دنبال‌شدنی: آنچه شخص می‌تواند دنبال کند.",
    ),
)

_OWN = "(a:Account)-[:OF]->(:Node&Person {id: $viewer.person})"
OWNED = f"{_OWN} WHERE $viewer.session IS NOT NULL"
"""A pattern and its condition, to the account `a` of the person who asks; no token has one."""

FOLLOW_MAP = "{id: f.id, kind: f.kind, below: f.below, createdAt: f.createdAt, record: t}"
"""A row of `Follow`: of the node `f`, which follows `t`."""
FOLLOWS = f"""COLLECT {{
  MATCH {OWNED}
  MATCH (a)<-[:OF]-(f:Follow)
  OPTIONAL MATCH (f)-[:FOLLOWED]->(t)
  RETURN {FOLLOW_MAP} ORDER BY f.createdAt DESC, f.id
}}"""
"""All that the person who asks follows, the newest first."""

FOLLOW = Shape(
    "Follow",
    (
        Property(
            "id",
            Kind.ID,
            required=True,
            words=Words("Id: Say it to unfollow.", "شناسه: برای دنبال نکردن همین را بگویید."),
        ),
        choice("kind", FollowKind, "Kind: What it is.", "گونه: چیست.", required=True),
        flag(
            "below",
            "With what is below: Narrower topics, or regions inside it, too.",
            "با زیرشاخه‌ها: موضوع‌های ریزتر، یا ناحیه‌های درون آن، هم.",
        ),
        moment(
            "createdAt", "Since: When you began to follow it.", "از: کی دنبال کردن آن آغاز شد.", required=True
        ),
        Nested(
            "record",
            "Followed",
            required=False,
            words=Words(
                "Record: What is followed; null where it is closed to you by now.",
                "رکورد: آنچه دنبال می‌شود؛ اگر دیگر بر شما بسته است null.",
            ),
        ),
    ),
    Words(
        "Follow: Something that you follow; nobody else sees that, or counts it.",
        "دنبال‌شده: چیزی که دنبال می‌کنید؛ جز شما کسی آن را نمی‌بیند و نمی‌شمارد.",
    ),
)

AREA = (FOLLOW, FOLLOWED)

DEEDS = (
    deed(
        "follow",
        "Follow: Hear of what happens from now on about a topic, a region, an organization, an experience, a"
        f" lesson, an approach, a network or a program; {MAXIMUM_FOLLOWS} at most. Again: change what is"
        " below. What you begin yourself you follow already.",
        "دنبال کردن: از این پس از رخدادهای یک موضوع، ناحیه، سازمان، تجربه، درس‌آموخته، رهیافت، شبکه یا برنامه"
        f" باخبر شوید؛ بیشینه {digits(MAXIMUM_FOLLOWS)}. دوباره: زیرشاخه‌ها را عوض کنید. آنچه خود آغاز می‌کنید"
        " از پیش دنبال می‌شود.",
        Doer.PERSON,
        (
            asked(
                "id",
                Kind.ID,
                "Record: What you want to hear of.",
                "رکورد: از چه می‌خواهید باخبر شوید.",
                required=True,
            ),
            asked(
                "below",
                Kind.BOOLEAN,
                "With what is below: Narrower topics, or regions inside it, too; yes when not given.",
                "با زیرشاخه‌ها: موضوع‌های ریزتر، یا ناحیه‌های درون آن، هم؛ اگر نیاید، بله.",
            ),
        ),
        (Property("id", Kind.ID, words=Words("Id: Of what you follow.", "شناسه: شناسهٔ این دنبال کردن.")),),
    ),
    deed(
        "unfollow",
        "Unfollow: Hear no more of something by this reason.",
        "دنبال نکردن: دیگر به این دلیل از چیزی باخبر نشوید.",
        Doer.PERSON,
        (
            asked(
                "id",
                Kind.ID,
                "Id: Of what you follow, as `viewer.follows` and every reason name it.",
                "شناسه: شناسهٔ دنبال کردن، چنان‌که در `viewer.follows` و هر دلیل آمده است.",
                required=True,
            ),
        ),
        (flag("done", "Done: You do not follow it.", "انجام شد: دیگر آن را دنبال نمی‌کنید."),),
    ),
)

"""Whether a lesson or an approach helps others: what each organization says, and how many say which."""

from graph.model.common import RecordStatus
from graph.model.members import Computed, Kind, See
from graph.model.remarks import STANDING
from graph.model.words import Choice, Words


class ApplicabilityAnswer(
    Choice,
    en="Answer of applicability: Whether a lesson or an approach applies to an organization.",
    fa="پاسخ کاربرد: آیا درس‌آموخته یا رهیافتی به کار سازمانی می‌آید.",
):
    APPLIES = (
        "APPLIES",
        "Applies to us: It holds for our work, too.",
        "به کار ما می‌آید: برای کار ما هم درست است.",
    )
    DOES_NOT_APPLY = (
        "DOES_NOT_APPLY",
        "Does not apply, because: It does not hold for our work; the reason says why.",
        "به کار ما نمی‌آید، چون: برای کار ما درست نیست؛ دلیلش گفته شده است.",
    )


class ApplicabilityStanding(
    Choice,
    en="Standing of applicability: What it comes to by today.",
    fa="جایگاه کاربرد: تا امروز به کجا رسیده است.",
):
    APPLIES = (
        "APPLIES",
        "Applies to us: It holds for our work, too; we have not adopted it.",
        "به کار ما می‌آید: برای کار ما هم درست است؛ هنوز به کارش نبسته‌ایم.",
    )
    DOES_NOT_APPLY = (
        "DOES_NOT_APPLY",
        "Does not apply, because: It does not hold for our work; the reason says why.",
        "به کار ما نمی‌آید، چون: برای کار ما درست نیست؛ دلیلش گفته شده است.",
    )
    ADOPTED = (
        "ADOPTED",
        "Adopted: The organization has an adoption of its present wording, which you may read.",
        "به کار بسته: سازمان متن کنونی را به کار بسته است و شما آن به‌کارگیری را می‌خوانید.",
    )


def _adopted(n: str, see: See) -> str:
    """Whether the organization that says `n` has an adoption of today's wording that the viewer reads."""
    return (
        f"EXISTS {{ ({n})-[:SAID_OF]->(worded)<-[:ADOPTS]-(adoption:Adoption)-[:PUBLISHED_BY]->(who),"
        f" ({n})-[:SAID_BY]->(who) WHERE adoption.status = '{RecordStatus.PUBLISHED.value}'"
        f" AND worded.wording IN adoption.holdsFor AND {see('adoption', 'Adoption')} }}"
    )


APPLICABILITY_STANDING = Computed(
    "standing",
    Kind.ENUM,
    lambda n, see: f"CASE WHEN {_adopted(n, see)} THEN 'ADOPTED' ELSE {n}.answer END",
    enum=ApplicabilityStanding,
    words=Words(
        "Standing: What its organization answers, or that it has adopted it meanwhile.",
        "جایگاه: پاسخ سازمان، یا این که آن را به کار بسته است.",
    ),
)


def _said(n: str, see: See, answer: ApplicabilityAnswer) -> str:
    return (
        f"COUNT {{ ({n})<-[:SAID_OF]-(one:Applicability) WHERE one.status = '{STANDING.value}'"
        f" AND one.answer = '{answer.value}' AND one.wording = {n}.wording"
        f" AND {see('one', 'Applicability')} AND NOT {_adopted('one', see)} }}"
    )


APPLYING = (
    Computed(
        "appliesCount",
        Kind.INT,
        lambda n, see: _said(n, see, ApplicabilityAnswer.APPLIES),
        words=Words(
            "Applies to: How many organizations say that its present wording applies to them, and have not"
            " adopted it; those that have are in `reuseCount`.",
            "شمار کاربرد: چند سازمان می‌گویند متن کنونی به کارشان می‌آید و هنوز به کارش نبسته‌اند؛"
            " آن‌ها که بسته‌اند در `reuseCount` شمرده می‌شوند.",
        ),
    ),
    Computed(
        "doesNotApplyCount",
        Kind.INT,
        lambda n, see: _said(n, see, ApplicabilityAnswer.DOES_NOT_APPLY),
        words=Words(
            "Does not apply to: How many organizations say that its present wording does not apply to them;"
            " why is in `applicability`.",
            "شمار ناکاربرد: چند سازمان می‌گویند متن کنونی به کارشان نمی‌آید؛ دلیل‌ها در `applicability` است.",
        ),
    ),
)
"""What a lesson and an approach tell of it: of their present wording, by what the viewer may read."""

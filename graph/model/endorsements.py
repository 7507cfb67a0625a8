"""Endorsements: an organization signs a campaign as it was worded then, and can take its signature back."""

from graph.model.common import EDIT, PUBLISHED_RECORD, PUBLISHER, WITHDRAW, RecordStatus
from graph.model.declare import ONCE, OPTIONAL, link, move, record, text, those, whole
from graph.model.life import Blank, By, Life, Way, instead
from graph.model.members import Computed, Kind, See
from graph.model.words import Words

_STANDS = f"e.status = '{RecordStatus.PUBLISHED.value}'"


def _signed(n: str, see: See, wording: str) -> str:
    """How many organizations have signed a campaign, in a wording: those whose signature one may read."""
    return (
        f"COUNT {{ MATCH ({n})<-[:ENDORSES]-(e:Endorsement)"
        f" WHERE {see('e', 'Endorsement')} AND {_STANDS} AND e.wording {wording} {n}.wording"
        " RETURN DISTINCT e.ownerIds }"
    )


SIGNATURES = (
    Computed(
        "supporterCount",
        Kind.INT,
        lambda n, see: _signed(n, see, "="),
        filterable=True,
        sortable=True,
        words=Words(
            "Supporters: How many organizations signed its present wording, of the signatures you may read.",
            "شمار پشتیبانان: چند سازمان متن کنونی را امضا کرده‌اند، از امضاهایی که می‌خوانید.",
        ),
    ),
    Computed(
        "earlierSupporterCount",
        Kind.INT,
        lambda n, see: _signed(n, see, "<"),
        words=Words(
            "Earlier supporters: How many signed an earlier wording alone, of the signatures you may read.",
            "پشتیبانان پیشین: چند سازمان تنها متنی پیشین را امضا کرده‌اند، از امضاهایی که می‌خوانید.",
        ),
    ),
)
"""What is counted of the signatures of a campaign."""

ENDORSEMENT = record(
    "Endorsement",
    "sig",
    "Endorsement: An organization has signed a campaign, for all to see or for members.",
    "پشتیبانی: سازمانی کارزاری را امضا کرده است، آشکار برای همگان یا تنها برای اعضا.",
    plural=("endorsements", "Endorsements", "پشتیبانی‌ها"),
    common=PUBLISHED_RECORD,
    life=Blank(
        Life(
            RecordStatus,
            (
                move(
                    "endorseCampaign",
                    ("CAMPAIGN_ENDORSED", "Campaign endorsed", "پشتیبانی از کارزار"),
                    "Endorse: Sign a campaign of another organization, in the wording that you have read.",
                    "پشتیبانی: کارزار سازمانی دیگر را با همان متنی که خوانده‌اید امضا کنید.",
                    Way.CREATE,
                    by=By.MEMBER,
                    end=RecordStatus.PUBLISHED,
                    gives=(
                        "Endorsement: Your organization signs a campaign; its visibility says who sees that.",
                        "پشتیبانی: سازمان شما کارزاری را امضا می‌کند؛ دیدپذیری می‌گوید چه کسی ببیند.",
                    ),
                ),
                instead(
                    EDIT,
                    "Edit: Change who sees your signature, or what you say with it.",
                    "ویرایش: تغییر دهید چه کسی امضای شما را ببیند، یا سخنی که همراه آن است.",
                    start=(RecordStatus.PUBLISHED,),
                ),
                move(
                    "confirmEndorsement",
                    ("ENDORSEMENT_CONFIRMED", "Endorsement confirmed", "تأیید پشتیبانی"),
                    "Confirm: Sign the present wording, too, once the campaign was worded anew.",
                    "تأیید: پس از تغییر متن کارزار، متن کنونی را هم امضا کنید.",
                    start=(RecordStatus.PUBLISHED,),
                ),
                instead(
                    WITHDRAW,
                    "Sign off: Take your signature back; it no longer counts, and stays with you, marked.",
                    "پس گرفتن: امضای خود را پس بگیرید؛ دیگر شمرده نمی‌شود و با نشان نزد شما می‌ماند.",
                ),
            ),
        )
    ),
    members=(
        whole(
            "wording",
            "Wording: The wording of the campaign that was signed, by its number: the one you have read.",
            "متن: شمارهٔ متنی از کارزار که امضا شد: همان که خوانده‌اید.",
            ONCE,
        ),
        Computed(
            "holds",
            Kind.BOOLEAN,
            lambda n, see: (
                f"({n}.status = '{RecordStatus.PUBLISHED.value}' AND EXISTS {{"
                f" ({n})-[:ENDORSES]->(c:Campaign)"
                f" WHERE {see('c', 'Campaign')} AND c.wording = {n}.wording }})"
            ),
            filterable=True,
            words=Words(
                "Holds: Whether it stands for the present wording; false where that has changed since.",
                "برقرار: آیا برای متن کنونی است؛ اگر متن از آن پس عوض شده false.",
            ),
        ),
        text(
            "statement",
            "Statement: Why the organization supports it, in its own words; null where that is not told.",
            "سخن پشتیبان: سازمان به زبان خودش می‌گوید چرا پشتیبان است؛ اگر گفته نشده null.",
            OPTIONAL,
            long=True,
        ),
        PUBLISHER,
        link(
            "campaign",
            "ENDORSES",
            "Campaign",
            "Campaign: The one that is signed.",
            "کارزار: کارزاری که امضا شده است.",
            ONCE,
            back=those(
                "Who has signed it, as far as you may read that.",
                "آن‌ها که امضایش کرده‌اند، تا جایی که می‌خوانید.",
            ),
        ),
    ),
)

AREA = (ENDORSEMENT,)

"""Memberships of organizations in networks: invited and accepted, or begun by an application."""

from graph.model.common import INTERNAL, VERSIONED
from graph.model.days import PLANNED
from graph.model.declare import NEVER, ONCE, OPTIONAL, back, choice, day, link, move, record, text
from graph.model.life import Also, By, Life
from graph.model.members import Computed, Kind
from graph.model.networks import DISSOLVED
from graph.model.sides import Side
from graph.model.words import Choice, Words


class MembershipKind(
    Choice,
    en="Kind of membership: What an organization is to a network.",
    fa="گونهٔ عضویت: سازمان در شبکه چه جایگاهی دارد.",
):
    FOUNDER = (
        "FOUNDER",
        "Founder: A member that founded it with others.",
        "مؤسس: عضوی که آن را با دیگران تأسیس کرد.",
    )
    FULL = "FULL", "Full member: Takes part and votes.", "عضو اصلی: در کار شبکه است و رأی دارد."
    ASSOCIATE = (
        "ASSOCIATE",
        "Associate: Takes part and does not vote.",
        "عضو وابسته: در کار شبکه است و رأی ندارد.",
    )
    OBSERVER = "OBSERVER", "Observer: Is told, and listens.", "ناظر: باخبر می‌شود و گوش می‌دهد."


class MembershipStatus(
    Choice,
    en="Status of a membership: Where it stands, as both its sides say.",
    fa="وضعیت عضویت: به گفتهٔ هر دو سو در چه مرحله‌ای است.",
):
    INVITED = (
        "INVITED",
        "Invited: The network names it, and it has not answered; both alone read this.",
        "دعوت‌شده: شبکه نامش را برده و پاسخ نداده است؛ تنها همین دو آن را می‌خوانند.",
    )
    ACTIVE = "ACTIVE", "Active: It is a member.", "برقرار: عضو است."
    DECLINED = "DECLINED", "Declined: It does not want to be one.", "ردشده: نمی‌خواهد عضو باشد."
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The network took the invitation back.",
        "پس‌گرفته: شبکه دعوت را پس گرفت.",
    )
    ENDED = "ENDED", "Ended: It was a member, and is no more.", "پایان‌یافته: عضو بود و دیگر نیست."


INVITED, ACTIVE = MembershipStatus.INVITED, MembershipStatus.ACTIVE
DECLINED, WITHDRAWN, ENDED = (
    MembershipStatus.DECLINED,
    MembershipStatus.WITHDRAWN,
    MembershipStatus.ENDED,
)

LIFE = Life(
    MembershipStatus,
    (
        move(
            "inviteMember",
            ("MEMBER_INVITED", "Member invited", "دعوت به عضویت"),
            "Invite: Name an organization as a member, e.g. a founder, as the secretariat; it is asked.",
            "دعوت: در جای دبیرخانه سازمانی را عضو نام ببرید، مانند مؤسس؛ از آن پرسیده می‌شود.",
            by=By.SIDE,
            sides=(Side.SECRETARIAT,),
            also=Also(By.ADMINISTRATOR),
            end=INVITED,
            gives=(
                "Membership: Who is invited, and as what.",
                "عضویت: چه سازمانی دعوت می‌شود، و با کدام جایگاه.",
            ),
        ),
        move(
            "acceptInvitation",
            ("MEMBERSHIP_BEGUN", "Membership begun", "آغاز عضویت"),
            "Accept: Become a member, as the organization that is invited; from now on all read it.",
            "پذیرش: اگر سازمان شما دعوت شده، عضو شوید؛ از این پس همه آن را می‌خوانند.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            also=Also(By.ADMINISTRATOR),
            start=(INVITED, DECLINED),
            end=ACTIVE,
        ),
        move(
            "declineInvitation",
            ("INVITATION_DECLINED", "Invitation declined", "رد دعوت"),
            "Decline: Say that yours does not want to be a member; it need not say why.",
            "رد: بگویید سازمان شما نمی‌خواهد عضو باشد؛ لازم نیست دلیلی بگوید.",
            by=By.SIDE,
            sides=(Side.ASKED,),
            also=Also(By.ADMINISTRATOR),
            start=(INVITED,),
            end=DECLINED,
        ),
        move(
            "withdrawInvitation",
            ("INVITATION_WITHDRAWN", "Invitation withdrawn", "پس گرفتن دعوت"),
            "Withdraw: Take an invitation back, while the other has not accepted.",
            "پس گرفتن: تا دیگری نپذیرفته، دعوت را پس بگیرید.",
            by=By.SIDE,
            sides=(Side.SECRETARIAT,),
            also=Also(By.ADMINISTRATOR),
            start=(INVITED, DECLINED),
            end=WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
        move(
            None,
            ("MEMBERSHIP_RENEWED", "Membership renewed", "تمدید عضویت"),
            "Renew: An application to go on with it is accepted.",
            "تمدید: درخواست ادامهٔ آن پذیرفته می‌شود.",
            by=By.NOBODY,
            start=(ACTIVE,),
            end=ACTIVE,
        ),
        move(
            "endMembership",
            ("MEMBERSHIP_ENDED", "Membership ended", "پایان عضویت"),
            "End: Leave the network, or end a membership as its secretariat, with the reason.",
            "پایان: از شبکه بیرون روید، یا در جای دبیرخانه عضویتی را پایان دهید، با دلیل.",
            by=By.SIDE,
            sides=(Side.MEMBER, Side.SECRETARIAT),
            also=Also(By.ADMINISTRATOR),
            start=(ACTIVE,),
            end=ENDED,
        ),
    ),
)

_NETWORK_IS_THERE = f"EXISTS {{ («n»)-[:MEMBER_OF]->(of:Network) WHERE of.status <> '{DISSOLVED.value}' }}"
_HOLDS = (
    f"«n».status = '{ACTIVE.value}' AND coalesce(«n».since <= $today, true)"
    f" AND coalesce(«n».until >= $today, true) AND {_NETWORK_IS_THERE}"
    " AND EXISTS { («n»)-[:MEMBER]->(who) WHERE who.status <> 'WITHDRAWN' }"
)

NETWORK_MEMBERSHIP = record(
    "NetworkMembership",
    "nem",
    "Membership: An organization's membership in a network, since when and until when.",
    "عضویت: عضویت یک سازمان در یک شبکه، از کی تا کی.",
    plural=("networkMemberships", "Memberships", "عضویت‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "kind",
            MembershipKind,
            "Kind: Founder, full member, associate or observer.",
            "گونه: مؤسس، عضو اصلی، عضو وابسته یا ناظر.",
            ONCE,
        ),
        choice(
            "status",
            MembershipStatus,
            "Status: Invited, active, declined, withdrawn or ended.",
            "وضعیت: دعوت‌شده، برقرار، ردشده، پس‌گرفته یا پایان‌یافته.",
            required=True,
        ),
        day(
            "since",
            "Since: The first day of the membership; null where that is not told.",
            "از: نخستین روز عضویت؛ اگر گفته نشده null.",
            OPTIONAL,
            days=PLANNED,
        ),
        day(
            "until",
            "Until: The last day of the membership; null while none is set.",
            "تا: واپسین روز عضویت؛ تا تعیین نشده null.",
            days=PLANNED,
            from_="since",
        ),
        Computed(
            "holds",
            Kind.BOOLEAN,
            lambda n, _see: _HOLDS.replace("«n»", n),
            filterable=True,
            words=Words(
                "Holds: Whether it is a member today: active, within its days, of a network that is not"
                " dissolved, by one that has not withdrawn.",
                "برپا: آیا امروز عضو است: برقرار، در روزهایش، در شبکه‌ای که منحل نشده، اگر خود"
                " سازمان کنار نرفته.",
            ),
        ),
        text(
            "reason",
            "Reason: Why it was declined or ended; null where that is not told.",
            "دلیل: چرا رد شد یا پایان یافت؛ اگر گفته نشده null.",
            NEVER,
            long=True,
        ),
        link(
            "network",
            "MEMBER_OF",
            "Network",
            "Network: The one it is a membership in.",
            "شبکه: شبکه‌ای که عضویت در آن است.",
            ONCE,
            back=back(
                "memberships",
                "Memberships: Its members, past ones too; invitations are read by both sides alone.",
                "عضویت‌ها: اعضای آن، گذشته‌ها هم؛ دعوت‌ها را تنها دو سوی آن می‌خوانند.",
            ),
        ),
        link(
            "organization",
            "MEMBER",
            "Organization",
            "Organization: The one that is a member.",
            "سازمان: سازمانی که عضو است.",
            ONCE,
            back=back(
                "networkMemberships",
                "Memberships in networks: Those it has or had; those `INVITED` wait for its word.",
                "عضویت در شبکه‌ها: عضویت‌هایی که دارد یا داشت؛ آن‌ها که `INVITED` هستند چشم‌به‌راه پاسخ آن‌اند.",
            ),
        ),
        link(
            "endedBy",
            "ENDED_BY",
            "Organization",
            "Ended by: Whose word ended it, the member's or the secretariat's; null while it has"
            " not, and where the administrators entered it.",
            "پایان‌دهنده: به گفتهٔ چه سازمانی پایان یافت، عضو یا دبیرخانه؛ تا نیافته، و اگر سرپرستان"
            " ثبت کرده‌اند، null.",
            back=back(
                "membershipsEnded",
                "Memberships ended: Memberships that ended by its word, its own or in a network it runs.",
                "عضویت‌های پایان‌داده: عضویت‌هایی که به گفتهٔ آن پایان یافته، عضویت خودش یا در"
                " شبکه‌ای که اداره می‌کند.",
            ),
        ),
    ),
)

AREA = (NETWORK_MEMBERSHIP,)

"""News: what happened about something that a person follows, and why they are told; what they have seen."""

from graph.limits import MAXIMUM_FOLLOWS, MAXIMUM_NEW, MAXIMUM_NEWS_DAYS, MAXIMUM_PAGE, MAXIMUM_SAVED_SEARCHES
from graph.model.common import OPENED
from graph.model.declare import asked, choice, flag, text, whole
from graph.model.deeds import Doer, deed
from graph.model.found import SEARCHED
from graph.model.life import Move, Way
from graph.model.members import Inquiry, Kind, Nested
from graph.model.nodes import Shape
from graph.model.words import Choice, Words, digits

_BEGUN = "DRAFT"
_TAKEN_BACK = {Way.WITHDRAW, Way.TAKE_DOWN, Way.EDIT}


def _publishes(move: Move) -> bool:
    """Whether others read a record from this move on."""
    if move.end is None or move.way in _TAKEN_BACK or move.end.value in {_BEGUN, "WITHDRAWN"}:
        return False
    return move.way is Way.PUBLISH or not move.start or _BEGUN in {state.value for state in move.start}


PUBLICATIONS = sorted(
    {
        move.event.name
        for node in SEARCHED.values()
        if node.life is not None
        for move in node.life.moves
        if _publishes(move)
    }
)
"""The kinds of events by which something that can be found comes before its readers."""

AUTHOR_OPENED = OPENED.event.name
JOINED = "AFFILIATION_BEGUN"
"""What a person has just done themselves, by a link that needs no sign-in."""
WHOLE_NETWORK = ["NETWORK_DISSOLVED", "NETWORK_REOPENED"]
"""What happens to a network and to all its members."""


class OwnReason(
    Choice,
    en="Whose it is: Why you are told of something that you do not follow.",
    fa="از آنِ که: چرا چیزی که دنبال نمی‌کنید به شما گفته می‌شود.",
):
    BEGUN = (
        "BEGUN",
        "Begun: You, or the organization you write for, wrote, sent or signed it, and others acted on it.",
        "آغازشده: شما یا سازمانتان آن را نوشته، فرستاده یا امضا کرده و دیگری کاری با آن کرده است.",
    )
    MEMBER = (
        "MEMBER",
        "Member: Your organization is a member of the network.",
        "عضو: سازمان شما عضو این شبکه است.",
    )
    PERSON = (
        "PERSON",
        "Person: It is about you: your office, or what you are appointed for.",
        "شخص: دربارهٔ خود شماست: سمت شما، یا آنچه برایش گماشته شده‌اید.",
    )
    AUTHOR = (
        "AUTHOR",
        "Author: Your organization wrote it, and a trustee was told so.",
        "نویسنده: سازمان شما آن را نوشته و این به امینی گفته شده است.",
    )


REASON_SHAPE = Shape(
    "NotificationReason",
    (
        Nested(
            "follow",
            "Follow",
            required=False,
            words=Words(
                "Follow: What you follow; null where you are told for another reason.",
                "دنبال‌شده: آنچه دنبال می‌کنید؛ اگر دلیل دیگری دارد null.",
            ),
        ),
        Nested(
            "savedSearch",
            "SavedSearch",
            required=False,
            words=Words(
                "Saved search: The one that it answers; null where you are told for another reason.",
                "جست‌وجوی ذخیره‌شده: آن که پاسخش این است؛ اگر دلیل دیگری دارد null.",
            ),
        ),
        choice(
            "own",
            OwnReason,
            "Own: Why you are told of what is yours; null where the reason is what you follow, or a search.",
            "خود: چرا از آنچه از آنِ شماست باخبر می‌شوید؛ اگر دلیل دنبال کردن یا جست‌وجویی است null.",
        ),
    ),
    Words(
        "Reason: Why you are told; take away what it names, and you are told no more.",
        "دلیل: چرا به شما گفته می‌شود؛ آنچه را نام می‌برد بردارید تا دیگر گفته نشود.",
    ),
)

NOTIFICATION = Shape(
    "Notification",
    (
        text(
            "cursor",
            "Cursor: Its place: give it as `after`, or as `upTo`.",
            "نشانگر: جای آن: آن را چون `after` یا `upTo` بفرستید.",
            required=True,
        ),
        flag(
            "new",
            "New: Whether it was told after what you have marked as seen.",
            "تازه: آیا پس از آنچه دیده‌شده خوانده‌اید گفته شده است.",
        ),
        Nested(
            "event",
            "Event",
            words=Words("Event: What happened.", "رخداد: چه رخ داد."),
        ),
        Nested(
            "reasons",
            "NotificationReason",
            many=True,
            most=MAXIMUM_FOLLOWS + MAXIMUM_SAVED_SEARCHES + 1,
            words=Words(
                "Reasons: Why you are told, all of them.", "دلیل‌ها: چرا به شما گفته می‌شود، همهٔ آن‌ها."
            ),
        ),
    ),
    Words(
        "Notification: Something that happened about what you follow or about what is yours, and that you may"
        " read.",
        "اعلان: رخدادی دربارهٔ آنچه دنبال می‌کنید یا از آنِ شماست و می‌توانید بخوانید.",
    ),
)

NOTIFICATIONS_SHAPE = Shape(
    "Notifications",
    (
        whole(
            "newCount",
            f"How many are new: {MAXIMUM_NEW} stands for that many or more; null on later pages.",
            f"شمار تازه‌ها: {digits(MAXIMUM_NEW)} یعنی همین یا بیشتر؛ در صفحه‌های بعد null.",
        ),
        Nested(
            "nodes",
            "Notification",
            many=True,
            most="first",
            words=Words(
                "Notifications: A page of them. It may be short, even empty, while there are more.",
                "اعلان‌ها: یک صفحه از آن‌ها. شاید کوتاه یا حتی خالی باشد و باز هم باشد.",
            ),
        ),
        Nested(
            "pageInfo",
            "PageInfo",
            words=Words("Page: Where this page lies.", "صفحه: این صفحه در کجاست."),
        ),
    ),
    Words("Notifications: What you are told.", "اعلان‌ها: آنچه به شما گفته می‌شود."),
)

NOTIFICATIONS = Inquiry(
    "notifications",
    NOTIFICATIONS_SHAPE.name,
    Words(
        "Notifications: What happened about what you follow, since you follow it, and what others decided"
        " about what you or your organization sent or signed, within"
        f" {MAXIMUM_NEWS_DAYS} days, that you may read now; the newest first. Not what you did yourself;"
        " none for a token. What waits for your organization is in `viewer.waiting`.",
        "اعلان‌ها: آنچه دربارهٔ دنبال‌شده‌های شما رخ داده، از هنگام دنبال کردن، و آنچه دیگران دربارهٔ فرستاده‌ها و"
        " امضاهای شما یا سازمانتان تصمیم گرفته‌اند، تا"
        f" {digits(MAXIMUM_NEWS_DAYS)} روز پیش، و اکنون می‌توانید بخوانید؛ نخست تازه‌ترین. نه کار خودتان؛"
        " و با توکن هیچ. کارهای ماندهٔ سازمان شما در `viewer.waiting` است.",
    ),
    arguments=(
        asked(
            "first",
            Kind.INT,
            f"How many: At most this many notifications, 1 to {MAXIMUM_PAGE:,}; «default» when not given.",
            f"چند تا: بیشینهٔ اعلان‌ها، ۱ تا {digits(MAXIMUM_PAGE)}؛ اگر نیاید «default».",
        ),
        asked(
            "after",
            Kind.STRING,
            "After: Only older ones, after this cursor.",
            "پس از: تنها کهنه‌ترها، پس از این نشانگر.",
        ),
        asked(
            "since",
            Kind.STRING,
            "Since: Only what was told after this cursor of a subscription, the oldest first.",
            "از آن پس: تنها آنچه پس از این نشانگر یک اشتراک گفته شد، نخست کهنه‌ترین.",
        ),
    ),
)

DEEDS = (
    deed(
        "markSeen",
        "Mark as seen: Nothing told up to there is new any more.",
        "دیده شد: آنچه تا آن‌جا گفته شده دیگر تازه نیست.",
        Doer.PERSON,
        (
            asked(
                "upTo",
                Kind.STRING,
                "Up to: The cursor of the newest that you have seen; all until now when it is null.",
                "تا: نشانگر تازه‌ترین اعلانی که دیده‌اید؛ اگر null باشد، همه تا اکنون.",
            ),
        ),
        (flag("done", "Done: They are seen.", "انجام شد: دیده شدند."),),
    ),
)

NEWS_SHAPES = (REASON_SHAPE, NOTIFICATION, NOTIFICATIONS_SHAPE)

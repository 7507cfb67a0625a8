"""The root of what is followed: the feed as it goes on, what happens to one record, and one's own news."""

import sys

import strawberry

from hub.schema.filters import filter_of
from hub.schema.making import Attribute, make
from hub.schema.types import output
from hub.schema.wiring import argument
from hub.texts import say

_HERE = sys.modules[__name__]
EVENTS, CHANGES, NOTIFICATIONS = "events", "changes", "notifications"

_AFTER = say(
    "Only what was told after this cursor: the `extensions.cursor` of an answer, or an `endCursor` of"
    " `events` by `TOLD_AT_ASC`. From now on when not given.",
    "تنها آنچه پس از این نشانگر گفته شد: `extensions.cursor` یک پاسخ، یا `endCursor` از `events` به ترتیب"
    " `TOLD_AT_ASC`. اگر نیاید، از اکنون.",
)
_ONE_EACH = say(
    "One answer for each event, in the order of commits; what you may not read when it is sent is left out.",
    "برای هر رخداد یک پاسخ، به ترتیب ثبت؛ آنچه هنگام فرستادن نمی‌توانید بخوانید نمی‌آید.",
)
_CHANGES = say(
    "One answer for each event of one record; its `subject` is the record as it is then.",
    "برای هر رخداد یک رکورد یک پاسخ؛ `subject` خود رکورد در آن هنگام است.",
)

_NEWS = say(
    "One answer for each notification, as `notifications` tells them, in the order of commits; none for a"
    " token.",
    "برای هر اعلان یک پاسخ، چنان‌که `notifications` می‌گوید و به ترتیب ثبت؛ با توکن هیچ.",
)

_FIELDS = {
    EVENTS: (
        "Event",
        _ONE_EACH,
        (
            argument(
                "filter",
                filter_of("Event") | None,
                say("Only events like this.", "تنها رخدادهای چنین."),
            ),
            argument("after", str | None, _AFTER),
        ),
    ),
    CHANGES: (
        "Event",
        _CHANGES,
        (
            argument("id", strawberry.ID, say("The record's id.", "شناسهٔ رکورد.")),
            argument("after", str | None, _AFTER),
        ),
    ),
    NOTIFICATIONS: ("Notification", _NEWS, (argument("after", str | None, _AFTER),)),
}


def _field(type_: str, text: str | None, arguments: tuple[object, ...]) -> Attribute:
    field = strawberry.field(description=text)
    field.arguments = list(arguments)
    return Attribute(output(type_), field)


SUBSCRIPTION = make(
    strawberry.type,
    _HERE,
    "Subscription",
    say(
        "What is told as it happens, over graphql-transport-ws or as an event stream.",
        "آنچه همان هنگام که رخ می‌دهد گفته می‌شود، با graphql-transport-ws یا جریان رخدادها.",
    ),
    {name: _field(*told) for name, told in _FIELDS.items()},
)

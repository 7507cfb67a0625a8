"""The root of what is followed: the feed as it goes on, and what happens to one record."""

import sys

import strawberry

from hub.schema.filters import filter_of
from hub.schema.making import Attribute, make
from hub.schema.types import type_of
from hub.schema.wiring import argument
from hub.texts import say

_HERE = sys.modules[__name__]
EVENTS, CHANGES = "events", "changes"

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

_FIELDS = {
    EVENTS: (
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
        _CHANGES,
        (
            argument("id", strawberry.ID, say("The record's id.", "شناسهٔ رکورد.")),
            argument("after", str | None, _AFTER),
        ),
    ),
}


def _field(text: str | None, arguments: tuple[object, ...]) -> Attribute:
    field = strawberry.field(description=text)
    field.arguments = list(arguments)
    return Attribute(type_of("Event"), field)


SUBSCRIPTION = make(
    strawberry.type,
    _HERE,
    "Subscription",
    say(
        "What is told as it happens, over graphql-transport-ws or as an event stream.",
        "آنچه همان هنگام که رخ می‌دهد گفته می‌شود، با graphql-transport-ws یا جریان رخدادها.",
    ),
    {name: _field(text, arguments) for name, (text, arguments) in _FIELDS.items()},
)

"""Webhooks: how another system of an organization is told what happened, and how that fails and ends.

It is made after all areas: what it may be told of are the events of their lives.
"""

from graph.limits import MAXIMUM_FAILING_DAYS, MAXIMUM_TOKEN_OVERLAP
from graph.model.declare import OPTIONAL, REQUIRED, choice, choices, flag, moment, text, web, whole
from graph.model.deeds import Doer, deed
from graph.model.events import EventKind
from graph.model.members import Kind, Nested, Property
from graph.model.nodes import Shape
from graph.model.words import Choice, Words, digits


class WebhookFailure(
    Choice,
    en="Webhook failure: Why a delivery was not taken.",
    fa="خطای وب‌هوک: چرا پیام تحویل گرفته نشد.",
):
    ADDRESS = (
        "ADDRESS",
        "Address: Its host has no address on the public internet.",
        "نشانی: میزبان آن نشانی‌ای در اینترنت همگانی ندارد.",
    )
    CONNECTION = (
        "CONNECTION",
        "Connection: Nobody answers there, or the certificate is not valid.",
        "اتصال: کسی آن‌جا پاسخ نمی‌دهد، یا گواهی آن معتبر نیست.",
    )
    TIMEOUT = "TIMEOUT", "Timeout: It did not answer in time.", "دیرکرد: به‌موقع پاسخ نداد."
    STATUS = (
        "STATUS",
        "Status: It answered with another status than 2xx; redirects are not followed.",
        "وضعیت: پاسخ آن جز 2xx بود؛ به نشانی دیگری رفته نمی‌شود.",
    )
    SECRET = (
        "SECRET",
        "Secret: The hub can no longer open the secret that signs; give it another.",
        "راز: کانون دیگر نمی‌تواند رازی را که امضا می‌کند باز کند؛ راز تازه‌ای بسازید.",
    )


_KINDS = (
    "Kinds: Which events are told; all that your organization may read where none is named.",
    "گونه‌ها: کدام رخدادها گفته شود؛ اگر نامی نبرید، همهٔ آنچه سازمان شما می‌تواند بخواند.",
)
_ADDRESS = (
    "Address: Where it is told, by POST over https.",
    "نشانی: به کجا گفته می‌شود، با POST بر https.",
)
_LABEL = ("Label: Which system it tells.", "برچسب: به کدام سامانه می‌گوید.")

WEBHOOK = Shape(
    "Webhook",
    (
        Property(
            "id",
            Kind.ID,
            required=True,
            words=Words("Id: That of the webhook.", "شناسه: شناسهٔ وب‌هوک."),
        ),
        text("label", *_LABEL, required=True),
        text("address", *_ADDRESS, required=True),
        choices("kinds", EventKind, *_KINDS),
        moment("createdAt", "Created at: When it was made.", "زمان ایجاد: کی ساخته شد.", required=True),
        moment(
            "deliveredAt",
            "Delivered at: When it last took something; null where it never did.",
            "آخرین تحویل: آخرین بار کی چیزی را تحویل گرفت؛ اگر هرگز null.",
        ),
        moment(
            "failingSince",
            "Failing since: The first try that failed since it last took something; null where none did.",
            "خطا از: نخستین کوشش ناموفق پس از آخرین تحویل؛ اگر نبوده null.",
        ),
        choice(
            "failure",
            WebhookFailure,
            "Failure: Why the last try failed; null where it did not.",
            "خطا: آخرین کوشش چرا ناموفق بود؛ اگر نبوده null.",
        ),
        whole(
            "status",
            "Status: What it answered to the last try; null where it did not answer or took it.",
            "وضعیت: پاسخ آن به آخرین کوشش؛ اگر پاسخ نداده یا تحویل گرفته null.",
        ),
        moment(
            "nextAt",
            "Next try: When it is tried again; null where nothing waits.",
            "کوشش بعدی: کی دوباره کوشش می‌شود؛ اگر چیزی نمانده null.",
        ),
        moment(
            "disabledAt",
            "Disabled at: When it was disabled, by an editor or after"
            f" {MAXIMUM_FAILING_DAYS} days of failures; null while it is told.",
            f"زمان خاموشی: کی خاموش شد، به دست ویرایشگر یا پس از {digits(MAXIMUM_FAILING_DAYS)} روز خطا؛"
            " تا گفته می‌شود null.",
        ),
    ),
    Words(
        "Webhook: Where another system of your organization is told what happened.",
        "وب‌هوک: جایی که رخدادها به سامانهٔ دیگری از سازمان شما گفته می‌شود.",
    ),
)

_ID = Property(
    "id",
    Kind.ID,
    given=REQUIRED,
    required=True,
    words=Words("Webhook: Its id.", "وب‌هوک: شناسهٔ آن."),
)
_OVERLAP = whole(
    "overlapHours",
    f"Overlap: How many hours the old secret signs beside the new one, {MAXIMUM_TOKEN_OVERLAP} at most;"
    " none where you do not say.",
    f"هم‌پوشانی: راز پیشین چند ساعت دیگر کنار راز تازه امضا می‌کند، بیشینه {digits(MAXIMUM_TOKEN_OVERLAP)}؛"
    " اگر نگویید هیچ.",
    OPTIONAL,
    least=0,
    most=MAXIMUM_TOKEN_OVERLAP,
)
_WEBHOOK = Nested("webhook", "Webhook", words=Words("Webhook: As it is now.", "وب‌هوک: چنان که اکنون هست."))
_SECRET = text(
    "secret",
    "Secret: What deliveries are signed with (Standard Webhooks, `whsec_…`). It is shown this once.",
    "راز: پیام‌ها با آن امضا می‌شود (Standard Webhooks، `whsec_…`). تنها همین یک بار نشان داده می‌شود.",
)

DEEDS = (
    deed(
        "createWebhook",
        "Make a webhook: Events are told there from now on, as far as your organization may read them when"
        " they are sent; its editors may.",
        "ساختن وب‌هوک: از این پس رخدادها آن‌جا گفته می‌شود، تا جایی که سازمان شما هنگام فرستادن می‌تواند بخواند؛"
        " ویرایشگران سازمان می‌توانند.",
        Doer.PERSON,
        (
            text("label", *_LABEL, REQUIRED),
            web("address", *_ADDRESS, REQUIRED),
            choices("kinds", EventKind, *_KINDS, OPTIONAL),
        ),
        (_WEBHOOK, _SECRET),
    ),
    deed(
        "editWebhook",
        "Edit a webhook: Its address, its kinds, or whether it is told; told again, it goes on where it"
        " stopped.",
        "ویرایش وب‌هوک: نشانی، گونه‌ها، یا روشن و خاموش کردن آن؛ روشن که شود از همان‌جا که مانده پی می‌گیرد.",
        Doer.PERSON,
        (
            _ID,
            text("label", *_LABEL, OPTIONAL),
            web("address", *_ADDRESS, OPTIONAL),
            choices("kinds", EventKind, *_KINDS, OPTIONAL),
            flag(
                "enabled",
                "Enabled: Whether it is told.",
                "روشن: آیا به آن گفته شود.",
                OPTIONAL,
                required=False,
            ),
        ),
        (_WEBHOOK,),
    ),
    deed(
        "rotateWebhookSecret",
        "Rotate the secret: Another signs from now on.",
        "چرخاندن راز وب‌هوک: از این پس راز دیگری امضا می‌کند.",
        Doer.PERSON,
        (_ID, _OVERLAP),
        (_WEBHOOK, _SECRET),
    ),
    deed(
        "removeWebhook",
        "Remove a webhook: Nothing is told there any more.",
        "برداشتن وب‌هوک: دیگر چیزی آن‌جا گفته نمی‌شود.",
        Doer.PERSON,
        (_ID,),
        (flag("removed", "Removed: Whether it is gone.", "برداشته شد: آیا دیگر نیست."),),
    ),
)

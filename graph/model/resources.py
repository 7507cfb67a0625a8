"""Resources: what is offered, what is needed, and the exchanges between them (ValueFlows terms)."""

from graph.model.common import (
    CHANGES,
    INTERNAL,
    LANGUAGE,
    PUBLISHED_RECORD,
    PUBLISHER,
    REGION,
    SKILLS,
    TOPICS,
    VERSIONED,
    RecordStatus,
)
from graph.model.declare import (
    BODY,
    OPTIONAL,
    REQUIRED,
    TITLE,
    back,
    choice,
    day,
    link,
    moment,
    move,
    number,
    record,
    rial,
    text,
)
from graph.model.life import By, Holds, Life, Way
from graph.model.words import Choice


class ResourceKind(
    Choice, en="Kind of resource: What is offered or needed.", fa="گونهٔ منبع: چه عرضه یا خواسته می‌شود."
):
    HUMAN = "HUMAN", "Human", "انسانی"
    MATERIAL = "MATERIAL", "Material", "مادی"
    FINANCIAL = "FINANCIAL", "Financial", "مالی"
    KNOWLEDGE = "KNOWLEDGE", "Knowledge", "دانش"
    SPACE = "SPACE", "Space", "فضا"


class Fulfillment(
    Choice,
    en="Fulfillment: How far an offer or a need has been met.",
    fa="برآورده شدن: عرضه یا نیاز تا کجا برآورده شده است.",
):
    OPEN = "OPEN", "Open", "باز"
    RESERVED = "RESERVED", "Reserved", "وعده‌داده"
    FULFILLED = "FULFILLED", "Fulfilled", "برآورده"


class ExchangeStatus(
    Choice,
    en="Status: From proposal to delivery; delivered once provider and receiver have both confirmed it.",
    fa="وضعیت: از پیشنهاد تا تحویل؛ وقتی تحویل‌شده است که دهنده و گیرنده هر دو تأیید کرده باشند.",
):
    PROPOSED = "PROPOSED", "Proposed", "پیشنهادشده"
    ACCEPTED = "ACCEPTED", "Accepted", "پذیرفته"
    DECLINED = "DECLINED", "Declined", "ردشده"
    CANCELLED = "CANCELLED", "Cancelled", "لغوشده"
    DELIVERED = "DELIVERED", "Delivered", "تحویل‌شده"


class CurrencyUnit(
    Choice,
    en="Currency unit: The unit an amount is stated in. IRR: the rial of before its redenomination.",
    fa="واحد پول: واحدی که مبلغ با آن گفته شده است. IRR: ریالِ پیش از حذف صفر.",
):
    IRR = "IRR", "Rial", "ریال"
    NEW_IRR = "NEW_IRR", "New rial", "ریال نو"


_AMOUNTS = (
    number("quantity", "Quantity", "مقدار", OPTIONAL),
    text("unit", "Unit", "یکا", OPTIONAL),
    rial("amount", "Amount", "مبلغ", OPTIONAL),
    choice(
        "amountUnit",
        CurrencyUnit,
        "Currency unit: Needed where there is an amount.",
        "واحد پول: هر جا مبلغ هست لازم است.",
        OPTIONAL,
    ),
)

_VALUES = (
    choice("kind", ResourceKind, "Kind", "گونه", REQUIRED),
    text("title", "Title", "عنوان", REQUIRED, sortable=True, searched=TITLE),
    text("description", "Description", "شرح", OPTIONAL, long=True, searched=BODY),
    LANGUAGE,
    *_AMOUNTS,
    day("startsOn", "Starts on", "آغاز", OPTIONAL),
    day("endsOn", "Ends on", "پایان", OPTIONAL, from_="startsOn"),
    choice(
        "fulfillment",
        Fulfillment,
        "Fulfillment: Reserved by an accepted exchange, fulfilled by deliveries of it all.",
        "برآورده شدن: با تبادل پذیرفته وعده‌داده، با تحویل همهٔ آن برآورده.",
        required=True,
        default=Fulfillment.OPEN,
    ),
)


_EDITED = ("RESOURCE_EDITED", "Resource edited", "ویرایش منبع")
_TAKEN_BACK = ("RESOURCE_WITHDRAWN", "Resource withdrawn", "پس گرفتن منبع")
_DRAFT, _PUBLISHED, _WITHDRAWN = RecordStatus.DRAFT, RecordStatus.PUBLISHED, RecordStatus.WITHDRAWN
_NOT_PROMISED = Holds("fulfillment", (Fulfillment.OPEN, Fulfillment.FULFILLED))

RESOURCE_OFFER = record(
    "ResourceOffer",
    "off",
    "Offer: What an organization offers others.",
    "عرضه: آنچه سازمانی به دیگران عرضه می‌کند.",
    plural=("resourceOffers", "Offers", "عرضه‌ها"),
    common=PUBLISHED_RECORD,
    life=Life(
        RecordStatus,
        (
            move(
                "offerResource",
                ("RESOURCE_OFFERED", "Resource offered", "عرضهٔ منبع"),
                "Offer: Publish an offer of your organization.",
                "عرضه: عرضه‌ای از سازمان خود منتشر کنید.",
                Way.CREATE,
                by=By.MEMBER,
                end=_PUBLISHED,
                gives=(
                    "Offer: What your organization offers others. Published at once.",
                    "عرضه: آنچه سازمان شما به دیگران عرضه می‌کند. بی‌درنگ منتشر می‌شود.",
                ),
            ),
            move(
                "editOffer",
                _EDITED,
                "Edit: Change an offer of your organization.",
                "ویرایش: عرضهٔ سازمان خود را تغییر دهید.",
                Way.EDIT,
                start=(_DRAFT, _PUBLISHED),
                gives=CHANGES,
            ),
            move(
                "withdrawOffer",
                _TAKEN_BACK,
                "Withdraw: Take an offer back that is not promised.",
                "پس گرفتن: عرضه‌ای را که وعده داده نشده پس بگیرید.",
                Way.WITHDRAW,
                start=(_DRAFT, _PUBLISHED),
                end=_WITHDRAWN,
                holds=(_NOT_PROMISED,),
                already="ALREADY_WITHDRAWN",
                input="WithdrawInput",
            ),
        ),
    ),
    members=(*_VALUES, PUBLISHER, REGION, TOPICS, SKILLS),
)

RESOURCE_NEED = record(
    "ResourceNeed",
    "nee",
    "Need: What an organization needs from others.",
    "نیاز: آنچه سازمانی از دیگران می‌خواهد.",
    plural=("resourceNeeds", "Needs", "نیازها"),
    common=PUBLISHED_RECORD,
    life=Life(
        RecordStatus,
        (
            move(
                "needResource",
                ("RESOURCE_NEEDED", "Resource needed", "نیاز به منبع"),
                "Need: Publish a need of your organization.",
                "نیاز: نیازی از سازمان خود منتشر کنید.",
                Way.CREATE,
                by=By.MEMBER,
                end=_PUBLISHED,
                gives=(
                    "Need: What your organization needs from others. Published at once.",
                    "نیاز: آنچه سازمان شما از دیگران می‌خواهد. بی‌درنگ منتشر می‌شود.",
                ),
            ),
            move(
                "editNeed",
                _EDITED,
                "Edit: Change a need of your organization.",
                "ویرایش: نیاز سازمان خود را تغییر دهید.",
                Way.EDIT,
                start=(_DRAFT, _PUBLISHED),
                gives=CHANGES,
            ),
            move(
                "withdrawNeed",
                _TAKEN_BACK,
                "Withdraw: Take a need back that nobody has promised to meet.",
                "پس گرفتن: نیازی را که کسی وعدهٔ برآوردنش را نداده پس بگیرید.",
                Way.WITHDRAW,
                start=(_DRAFT, _PUBLISHED),
                end=_WITHDRAWN,
                holds=(_NOT_PROMISED,),
                already="ALREADY_WITHDRAWN",
                input="WithdrawInput",
            ),
        ),
    ),
    members=(*_VALUES, PUBLISHER, REGION, TOPICS, SKILLS),
)

_PROPOSAL = (
    (
        "Proposal: An exchange over another organization's offer, its need, or both; with one of your own on"
        " the other side where you have it. All that remains is meant when no measure is given."
    ),
    (
        "پیشنهاد: تبادلی بر سر عرضه یا نیاز سازمانی دیگر، یا هر دو؛ اگر خود در سوی دیگر دارید، با آن."
        " بی هیچ مقداری، همهٔ مانده منظور است."
    ),
)
_P, _A = ExchangeStatus.PROPOSED, ExchangeStatus.ACCEPTED

EXCHANGE = record(
    "Exchange",
    "exc",
    "Exchange: A resource on its way; delivered once provider and receiver have confirmed.",
    "تبادل: منبعی در راه؛ وقتی تحویل‌شده است که دهنده و گیرنده تأیید کرده باشند.",
    plural=("exchanges", "Exchanges", "تبادل‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=Life(
        ExchangeStatus,
        (
            move(
                "proposeExchange",
                ("EXCHANGE_PROPOSED", "Exchange proposed", "پیشنهاد تبادل"),
                "Propose: Propose to take an offer, or to meet a need.",
                "پیشنهاد: پیشنهاد کنید عرضه‌ای را بگیرید یا نیازی را برآورید.",
                by=By.MEMBER,
                end=_P,
                gives=_PROPOSAL,
            ),
            move(
                "acceptExchange",
                ("EXCHANGE_ACCEPTED", "Exchange accepted", "پذیرش تبادل"),
                "Accept: Accept what the other side has proposed.",
                "پذیرش: پیشنهاد سوی دیگر را بپذیرید.",
                by=By.SIDE,
                start=(_P,),
                end=_A,
            ),
            move(
                "declineExchange",
                ("EXCHANGE_DECLINED", "Exchange declined", "رد تبادل"),
                "Decline: Decline what the other side has proposed.",
                "رد: پیشنهاد سوی دیگر را رد کنید.",
                by=By.SIDE,
                start=(_P,),
                end=ExchangeStatus.DECLINED,
            ),
            move(
                "cancelExchange",
                ("EXCHANGE_CANCELLED", "Exchange cancelled", "لغو تبادل"),
                "Cancel: Cancel your proposal, or, from either side, what was accepted.",
                "لغو: پیشنهاد خود را، یا از هر دو سو آنچه را پذیرفته شده، لغو کنید.",
                by=By.SIDE,
                start=(_P, _A),
                end=ExchangeStatus.CANCELLED,
            ),
            move(
                "confirmDelivery",
                ("DELIVERY_CONFIRMED", "Delivery confirmed", "تأیید تحویل"),
                "Confirm: Confirm, once for each side, that it was handed over;"
                " the second one makes it DELIVERED.",
                "تأیید: هر سو یک بار تأیید کند که تحویل شد؛ دومی آن را DELIVERED می‌کند.",
                by=By.SIDE,
                start=(_A,),
                end=ExchangeStatus.DELIVERED,
                already="ALREADY_CONFIRMED",
            ),
        ),
    ),
    members=(
        choice("status", ExchangeStatus, "Status", "وضعیت", required=True),
        text("note", "Note", "یادداشت", OPTIONAL, long=True),
        *_AMOUNTS,
        moment("providerConfirmedAt", "Provider confirmed at", "تأیید دهنده", sortable=False),
        moment("receiverConfirmedAt", "Receiver confirmed at", "تأیید گیرنده", sortable=False),
        moment("deliveredAt", "Delivered at", "زمان تحویل"),
        link(
            "offer",
            "OF_OFFER",
            "ResourceOffer",
            "Offer",
            "عرضه",
            OPTIONAL,
            back=back("exchanges", "Exchanges", "تبادل‌ها"),
        ),
        link(
            "need",
            "FOR_NEED",
            "ResourceNeed",
            "Need",
            "نیاز",
            OPTIONAL,
            back=back("exchanges", "Exchanges", "تبادل‌ها"),
        ),
        link(
            "provider",
            "PROVIDED_BY",
            "Organization",
            "Provider",
            "دهنده",
            back=back("exchangesProvided", "Exchanges provided", "تبادل‌های داده"),
        ),
        link(
            "receiver",
            "RECEIVED_BY",
            "Organization",
            "Receiver",
            "گیرنده",
            back=back("exchangesReceived", "Exchanges received", "تبادل‌های گرفته"),
        ),
        link(
            "proposedBy",
            "PROPOSED_BY",
            "Organization",
            "Proposed by: The side that proposed it; the other accepts or declines.",
            "پیشنهاددهنده: سویی که پیشنهاد کرد؛ دیگری می‌پذیرد یا رد می‌کند.",
            back=back("exchangesProposed", "Exchanges proposed", "تبادل‌های پیشنهادی"),
        ),
    ),
)

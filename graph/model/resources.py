"""Resources: what is offered, what is needed, and the exchanges between them (ValueFlows terms)."""

from dataclasses import replace

from graph.model.common import (
    CREATE,
    EDIT,
    INTERNAL,
    LANGUAGE,
    PROGRAM,
    PUBLISHED_RECORD,
    PUBLISHER,
    REGION,
    SKILLS,
    TARGET_GROUPS,
    TOPICS,
    VERSIONED,
    WITHDRAW,
    RecordStatus,
)
from graph.model.days import PLANNED
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
from graph.model.life import Also, By, Happening, Holds, Life, Scope, instead
from graph.model.members import Giving, Matched, Nested
from graph.model.money import CurrencyUnit
from graph.model.nodes import Shape
from graph.model.sides import Side
from graph.model.words import Choice, Words


class ResourceKind(
    Choice,
    en="Kind of resource: What sort of thing is offered or needed.",
    fa="گونهٔ منبع: آنچه عرضه یا خواسته می‌شود از چه جنسی است.",
):
    HUMAN = (
        "HUMAN",
        "Human: Work of people, e.g. a trainer for ten days.",
        "انسانی: کار آدم‌ها، مانند مربی برای ده روز.",
    )
    MATERIAL = "MATERIAL", "Material: Things, e.g. sewing machines.", "مادی: اشیا، مانند چرخ خیاطی."
    FINANCIAL = "FINANCIAL", "Financial: Money, given or lent.", "مالی: پول، بلاعوض یا وام."
    KNOWLEDGE = (
        "KNOWLEDGE",
        "Knowledge: What one knows and can pass on, e.g. a course book or advice.",
        "دانش: آنچه می‌دانیم و می‌توانیم بدهیم، مانند کتاب درسی یا مشاوره.",
    )
    SPACE = "SPACE", "Space: Room to work, teach or store in.", "فضا: جایی برای کار، آموزش یا انبار."


class Fulfillment(
    Choice,
    en="Fulfillment: How far an offer or a need has been met.",
    fa="برآورده شدن: عرضه یا نیاز تا کجا برآورده شده است.",
):
    OPEN = (
        "OPEN",
        "Open: Nothing of it waits to be delivered, and it is not all covered.",
        "باز: چیزی از آن در انتظار تحویل نیست و همهٔ آن هم پوشانده نشده است.",
    )
    RESERVED = (
        "RESERVED",
        "Reserved: An exchange of it is accepted, and not delivered yet.",
        "وعده‌داده: تبادلی بر سر آن پذیرفته شده و هنوز تحویل نشده است.",
    )
    FULFILLED = (
        "FULFILLED",
        "Fulfilled: Deliveries have covered all of it.",
        "برآورده: تحویل‌ها همهٔ آن را پوشانده‌اند.",
    )


class ExchangeStatus(
    Choice,
    en="Status: Where an exchange stands, from proposal to delivery.",
    fa="وضعیت: تبادل در چه مرحله‌ای است، از پیشنهاد تا تحویل.",
):
    PROPOSED = (
        "PROPOSED",
        "Proposed: One side has asked, the other has not answered.",
        "پیشنهادشده: یک سو خواسته و سوی دیگر پاسخ نداده است.",
    )
    ACCEPTED = (
        "ACCEPTED",
        "Accepted: Both agree; the resource is on its way.",
        "پذیرفته: هر دو موافق‌اند؛ منبع در راه است.",
    )
    DECLINED = "DECLINED", "Declined: The other side has said no.", "ردشده: سوی دیگر نپذیرفته است."
    CANCELLED = (
        "CANCELLED",
        "Cancelled: Called off before it was delivered.",
        "لغوشده: پیش از تحویل از آن گذشته‌اند.",
    )
    DELIVERED = (
        "DELIVERED",
        "Delivered: Provider and receiver have both confirmed it.",
        "تحویل‌شده: دهنده و گیرنده هر دو تأیید کرده‌اند.",
    )


_AMOUNTS = (
    number(
        "quantity",
        "Quantity: How much or how many, in the unit beside it; null where it is not counted.",
        "مقدار: چه اندازه یا چند تا، با یکای کنارش؛ اگر شمردنی نیست null.",
        OPTIONAL,
        unit="unit",
    ),
    text(
        "unit",
        "Unit: What the quantity counts, e.g. hours, places or machines.",
        "یکا: مقدار چه را می‌شمارد، مانند ساعت، جا یا دستگاه.",
        OPTIONAL,
    ),
    rial(
        "amount",
        "Amount: Money, in whole rials; null where it is not about money.",
        "مبلغ: پول، به ریال درست؛ اگر سخن از پول نیست null.",
        OPTIONAL,
        unit="amountUnit",
    ),
    choice(
        "amountUnit",
        CurrencyUnit,
        "Currency unit: Which rial the amount is in; needed where there is an amount.",
        "واحد پول: مبلغ به کدام ریال است؛ هر جا مبلغ هست لازم است.",
        OPTIONAL,
    ),
)

_VALUES = (
    choice(
        "kind",
        ResourceKind,
        "Kind: Human, material, financial, knowledge or space.",
        "گونه: انسانی، مادی، مالی، دانش یا فضا.",
        REQUIRED,
    ),
    text(
        "title",
        "Title: What it is, in one line.",
        "عنوان: چیست، در یک خط.",
        REQUIRED,
        sortable=True,
        searched=TITLE,
        matched=Matched.WANTED,
    ),
    text(
        "description",
        "Description: What exactly it is, and on which terms.",
        "شرح: دقیقاً چیست و با چه شرطی.",
        OPTIONAL,
        long=True,
        searched=BODY,
    ),
    LANGUAGE,
    *(replace(member, matched=Matched.MEASURE) if member.name == "unit" else member for member in _AMOUNTS),
    day(
        "startsOn",
        "Starts on: The first day it can be had or is needed; null where any day will do.",
        "آغاز: نخستین روزی که در دسترس یا لازم است؛ اگر فرقی ندارد null.",
        OPTIONAL,
        days=PLANNED,
    ),
    day(
        "endsOn",
        "Ends on: The last such day; null where there is none.",
        "پایان: واپسین روز آن؛ اگر روزی ندارد null.",
        OPTIONAL,
        days=PLANNED,
        from_="startsOn",
    ),
    choice(
        "fulfillment",
        Fulfillment,
        "Fulfillment: Reserved by an accepted exchange, fulfilled by deliveries of it all.",
        "برآورده شدن: با تبادل پذیرفته وعده‌داده، با تحویل همهٔ آن برآورده.",
        required=True,
        default=Fulfillment.OPEN,
    ),
)


REMAINING = Shape(
    "Remaining",
    tuple(replace(member, given=Giving.NEVER) for member in _AMOUNTS),
    Words(
        "Remaining: What is left once all that is promised and delivered is taken away.",
        "مانده: آنچه پس از کم کردن وعده‌ها و تحویل‌ها می‌ماند.",
    ),
)


def rest(n: str, measure: str, unit: str, edge: str) -> str:
    """Cypher for what is left of a measure of `n`, never less than nothing; null where it is not stated.

    What was promised in another unit takes nothing away.
    """
    kept = f"'{ExchangeStatus.ACCEPTED.value}', '{ExchangeStatus.DELIVERED.value}'"
    promised = (
        f"reduce(sum = 0, part IN [({n})<-[:{edge}]-(x:Exchange) WHERE x.status IN [{kept}]"
        f" AND x.{measure} IS NOT NULL AND coalesce(x.{unit} = {n}.{unit}, true) | x.{measure}] | sum + part)"
    )
    # Rounded: 0.3 - 0.1 is 0.19999999999999998 in binary.
    left = f"{n}.{measure} - {promised}"
    left = f"round({left}, 9)" if measure == "quantity" else left
    none = f"{n}.fulfillment = '{Fulfillment.FULFILLED.value}' OR rest < 0"
    return (
        f"head([rest IN [{left}] WHERE rest IS NOT NULL | CASE WHEN {none} THEN rest - rest ELSE rest END])"
    )


def _remaining(edge: str, what_en: str, what_fa: str) -> Nested:
    """What remains, along the edge by which exchanges take from it."""
    return Nested(
        "remaining",
        REMAINING.name,
        cypher=lambda n, _see: (
            f"{{quantity: {rest(n, 'quantity', 'unit', edge)}, unit: {n}.unit,"
            f" amount: {rest(n, 'amount', 'amountUnit', edge)}, amountUnit: {n}.amountUnit}}"
        ),
        words=Words(f"Remaining: {what_en}", f"مانده: {what_fa}"),
    )


_EDITED = Happening("RESOURCE_EDITED", Words("Resource edited", "ویرایش منبع"))
_TAKEN_BACK = Happening("RESOURCE_WITHDRAWN", Words("Resource withdrawn", "پس گرفتن منبع"))
_NOT_PROMISED = (Holds("fulfillment", (Fulfillment.OPEN, Fulfillment.FULFILLED)),)


RESOURCE_OFFER = record(
    "ResourceOffer",
    "off",
    "Offer: What an organization has and offers to others.",
    "عرضه: آنچه سازمانی دارد و به دیگران عرضه می‌کند.",
    plural=("resourceOffers", "Offers", "عرضه‌ها"),
    common=PUBLISHED_RECORD,
    life=Life(
        RecordStatus,
        (
            instead(
                CREATE,
                "Offer: Publish an offer of your organization.",
                "عرضه: عرضه‌ای از سازمان خود منتشر کنید.",
                mutation="offerResource",
                event=Happening("RESOURCE_OFFERED", Words("Resource offered", "عرضهٔ منبع")),
                end=RecordStatus.PUBLISHED,
                input_words=Words(
                    "Offer: What your organization offers others. Published at once.",
                    "عرضه: آنچه سازمان شما به دیگران عرضه می‌کند. بی‌درنگ منتشر می‌شود.",
                ),
            ),
            instead(
                EDIT,
                "Edit: Change an offer of your organization.",
                "ویرایش: عرضهٔ سازمان خود را تغییر دهید.",
                mutation="editOffer",
                event=_EDITED,
            ),
            instead(
                WITHDRAW,
                "Withdraw: Take an offer back that is not promised.",
                "پس گرفتن: عرضه‌ای را که وعده داده نشده پس بگیرید.",
                mutation="withdrawOffer",
                event=_TAKEN_BACK,
                holds=_NOT_PROMISED,
            ),
        ),
        scope=Scope.EXCHANGE,
    ),
    members=(
        *_VALUES,
        _remaining(
            "OF_OFFER",
            "What of it nobody has been promised yet; nothing once it is fulfilled.",
            "آنچه از آن هنوز به کسی وعده داده نشده؛ پس از برآورده شدن هیچ.",
        ),
        PUBLISHER,
        REGION,
        TOPICS,
        SKILLS,
    ),
)

RESOURCE_NEED = record(
    "ResourceNeed",
    "nee",
    "Need: What an organization lacks and asks others for.",
    "نیاز: آنچه سازمانی ندارد و از دیگران می‌خواهد.",
    plural=("resourceNeeds", "Needs", "نیازها"),
    common=PUBLISHED_RECORD,
    life=Life(
        RecordStatus,
        (
            instead(
                CREATE,
                "Need: Publish a need of your organization.",
                "نیاز: نیازی از سازمان خود منتشر کنید.",
                mutation="needResource",
                event=Happening("RESOURCE_NEEDED", Words("Resource needed", "نیاز به منبع")),
                end=RecordStatus.PUBLISHED,
                input_words=Words(
                    "Need: What your organization needs from others. Published at once.",
                    "نیاز: آنچه سازمان شما از دیگران می‌خواهد. بی‌درنگ منتشر می‌شود.",
                ),
            ),
            instead(
                EDIT,
                "Edit: Change a need of your organization.",
                "ویرایش: نیاز سازمان خود را تغییر دهید.",
                mutation="editNeed",
                event=_EDITED,
            ),
            instead(
                WITHDRAW,
                "Withdraw: Take a need back that nobody has promised to meet.",
                "پس گرفتن: نیازی را که کسی وعدهٔ برآوردنش را نداده پس بگیرید.",
                mutation="withdrawNeed",
                event=_TAKEN_BACK,
                holds=_NOT_PROMISED,
            ),
        ),
        scope=Scope.EXCHANGE,
    ),
    members=(
        *_VALUES,
        _remaining(
            "FOR_NEED",
            "What of it nobody has promised yet; nothing once it is fulfilled.",
            "آنچه از آن هنوز کسی وعده نداده؛ پس از برآورده شدن هیچ.",
        ),
        TARGET_GROUPS,
        PUBLISHER,
        REGION,
        TOPICS,
        SKILLS,
        PROGRAM,
    ),
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
                sides=(Side.ASKED,),
                start=(_P,),
                end=_A,
            ),
            move(
                "declineExchange",
                ("EXCHANGE_DECLINED", "Exchange declined", "رد تبادل"),
                "Decline: Decline what the other side has proposed.",
                "رد: پیشنهاد سوی دیگر را رد کنید.",
                by=By.SIDE,
                sides=(Side.ASKED,),
                start=(_P,),
                end=ExchangeStatus.DECLINED,
            ),
            move(
                "cancelExchange",
                ("EXCHANGE_CANCELLED", "Exchange cancelled", "لغو تبادل"),
                "Cancel: Cancel your proposal, or, from either side, what was accepted.",
                "لغو: پیشنهاد خود را، یا از هر دو سو آنچه را پذیرفته شده، لغو کنید.",
                by=By.SIDE,
                sides=(Side.PROPOSER,),
                also=Also(By.SIDE, (ExchangeStatus.ACCEPTED,), (Side.ASKED,)),
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
                sides=(Side.GIVER, Side.TAKER),
                start=(_A,),
                end=ExchangeStatus.DELIVERED,
                already="ALREADY_CONFIRMED",
            ),
        ),
        scope=Scope.EXCHANGE,
    ),
    members=(
        choice(
            "status",
            ExchangeStatus,
            "Status: Proposed, accepted, declined, cancelled or delivered.",
            "وضعیت: پیشنهادشده، پذیرفته، ردشده، لغوشده یا تحویل‌شده.",
            required=True,
        ),
        text(
            "note",
            "Note: What the other side should know, e.g. how and where to hand it over.",
            "یادداشت: آنچه سوی دیگر باید بداند، مانند چگونگی و جای تحویل.",
            OPTIONAL,
            long=True,
            searched=BODY,
        ),
        *_AMOUNTS,
        moment(
            "providerConfirmedAt",
            "Provider confirmed at: When its provider said that it was handed over; null until then.",
            "تأیید دهنده: دهنده کی گفت تحویل داده شد؛ تا آن هنگام null.",
            sortable=False,
        ),
        moment(
            "receiverConfirmedAt",
            "Receiver confirmed at: When its receiver said that it had come; null until then.",
            "تأیید گیرنده: گیرنده کی گفت به دستش رسید؛ تا آن هنگام null.",
            sortable=False,
        ),
        moment(
            "deliveredAt",
            "Delivered at: When the second of both confirmed; null until then.",
            "زمان تحویل: دومین سو کی تأیید کرد؛ تا آن هنگام null.",
        ),
        link(
            "offer",
            "OF_OFFER",
            "ResourceOffer",
            "Offer: The offer it is taken from; null where it only meets a need.",
            "عرضه: عرضه‌ای که از آن برداشته می‌شود؛ اگر تنها نیازی را برمی‌آورد null.",
            OPTIONAL,
            back=back(
                "exchanges",
                "Exchanges: What was proposed or taken of this offer, as far as you are a side of it.",
                "تبادل‌ها: آنچه از این عرضه پیشنهاد یا برداشته شده، تا جایی که خود در آن طرف هستید.",
            ),
        ),
        link(
            "need",
            "FOR_NEED",
            "ResourceNeed",
            "Need: The need it meets; null where it only takes an offer.",
            "نیاز: نیازی که برمی‌آورد؛ اگر تنها از عرضه‌ای برمی‌دارد null.",
            OPTIONAL,
            back=back(
                "exchanges",
                "Exchanges: What was proposed or given for this need, as far as you are a side of it.",
                "تبادل‌ها: آنچه برای این نیاز پیشنهاد یا داده شده، تا جایی که خود در آن طرف هستید.",
            ),
        ),
        link(
            "provider",
            "PROVIDED_BY",
            "Organization",
            "Provider: The organization that gives.",
            "دهنده: سازمانی که می‌دهد.",
            back=back(
                "exchangesProvided",
                "Exchanges provided: Those in which it gives.",
                "تبادل‌های داده: آن‌ها که خود در آن‌ها دهنده است.",
            ),
        ),
        link(
            "receiver",
            "RECEIVED_BY",
            "Organization",
            "Receiver: The organization that gets.",
            "گیرنده: سازمانی که می‌گیرد.",
            back=back(
                "exchangesReceived",
                "Exchanges received: Those in which it gets.",
                "تبادل‌های گرفته: آن‌ها که خود در آن‌ها گیرنده است.",
            ),
        ),
        link(
            "proposedBy",
            "PROPOSED_BY",
            "Organization",
            "Proposed by: The side that proposed it; the other accepts or declines.",
            "پیشنهاددهنده: سویی که پیشنهاد کرد؛ دیگری می‌پذیرد یا رد می‌کند.",
            back=back(
                "exchangesProposed",
                "Exchanges proposed: Those it asked for, to give or to get.",
                "تبادل‌های پیشنهادی: آن‌ها که خود پیشنهاد داده است، برای دادن یا گرفتن.",
            ),
        ),
    ),
)

AREA = (REMAINING, RESOURCE_OFFER, RESOURCE_NEED, EXCHANGE)

"""Amendments: changes of a signed partnership, in force once every party has accepted them."""

from graph.model.common import INTERNAL, VERSIONED
from graph.model.days import HAPPENED
from graph.model.declare import (
    IN,
    ONCE,
    OPTIONAL,
    back,
    choice,
    day,
    link,
    links,
    move,
    part,
    record,
    row,
    rows,
    text,
    whole,
)
from graph.model.life import Also, By, Life
from graph.model.sides import Side
from graph.model.words import Choice


class AmendmentStatus(
    Choice,
    en="Status: Where an amendment stands, from proposal to force.",
    fa="وضعیت: الحاقیه در چه مرحله‌ای است، از پیشنهاد تا اعتبار.",
):
    PROPOSED = (
        "PROPOSED",
        "Proposed: It waits for parties that have not accepted.",
        "پیشنهادشده: در انتظار طرف‌هایی است که نپذیرفته‌اند.",
    )
    IN_FORCE = (
        "IN_FORCE",
        "In force: All parties have accepted, and the terms are what it says.",
        "معتبر: همهٔ طرف‌ها پذیرفته‌اند و مفاد همان است که می‌گوید.",
    )
    DECLINED = "DECLINED", "Declined: A party has said no.", "ردشده: طرفی نپذیرفته است."
    WITHDRAWN = (
        "WITHDRAWN",
        "Withdrawn: The party that proposed it took it back.",
        "پس‌گرفته: پیشنهاددهنده آن را پس گرفته است.",
    )
    SUPERSEDED = (
        "SUPERSEDED",
        "Superseded: The terms it stands on have changed or ended before all accepted.",
        "کنارگذاشته: پیش از پذیرش همه، مفادی که بر آن استوار بود عوض شد یا به سر رسید.",
    )


PROPOSED, IN_FORCE = AmendmentStatus.PROPOSED, AmendmentStatus.IN_FORCE
SUPERSEDED = AmendmentStatus.SUPERSEDED


class AmendmentStep(
    Choice,
    en="Step: What becomes of the whole partnership by an amendment.",
    fa="گام: با الحاقیه چه بر سر کل مشارکت می‌آید.",
):
    SUSPEND = (
        "SUSPEND",
        "Suspend: It rests until all resume it.",
        "تعلیق: متوقف می‌ماند تا همه از سر بگیرندش.",
    )
    RESUME = "RESUME", "Resume: A suspended one goes on.", "از سرگیری: مشارکت معلق ادامه می‌یابد."
    END = (
        "END",
        "End: It is over on `endsOn`, or the day the last party accepts.",
        "پایان: در `endsOn` یا روزی که واپسین طرف بپذیرد به سر می‌رسد.",
    )


class AmendedPart(
    Choice,
    en="Part: What of a partnership a change of an amendment is about.",
    fa="بخش: تغییر الحاقیه دربارهٔ کدام بخش مشارکت است.",
):
    TERMS = (
        "TERMS",
        "Terms: Text, days or status of the partnership itself.",
        "مفاد: متن، روزها یا وضعیت خود مشارکت.",
    )
    PARTY = "PARTY", "Party: The place of one party.", "طرف: جای یک طرف."
    COMMITMENT_ADDED = "COMMITMENT_ADDED", "Commitment added: A new one.", "تعهد افزوده: تعهدی تازه."
    COMMITMENT_CHANGED = (
        "COMMITMENT_CHANGED",
        "Commitment changed: One that was agreed on.",
        "تعهد تغییریافته: تعهدی که بر آن توافق بود.",
    )
    COMMITMENT_REMOVED = (
        "COMMITMENT_REMOVED",
        "Commitment removed: One that is no longer owed.",
        "تعهد حذف‌شده: تعهدی که دیگر بر عهده نیست.",
    )


LIFE = Life(
    AmendmentStatus,
    (
        move(
            "proposeAmendment",
            ("AMENDMENT_PROPOSED", "Amendment proposed", "پیشنهاد الحاقیه"),
            "Propose: Propose a change of a signed partnership to its other parties.",
            "پیشنهاد: تغییری در مشارکت امضاشده را به طرف‌های دیگر پیشنهاد دهید.",
            by=By.SIDE,
            sides=(Side.PARTY,),
            also=Also(By.ADMINISTRATOR),
            end=PROPOSED,
        ),
        move(
            "acceptAmendment",
            ("AMENDMENT_ACCEPTED", "Amendment accepted", "پذیرش الحاقیه"),
            "Accept: Accept for your organization; with the last party it is in force.",
            "پذیرش: از سوی سازمان خود بپذیرید؛ با واپسین طرف معتبر می‌شود.",
            by=By.SIDE,
            sides=(Side.OTHER_PARTY,),
            also=Also(By.ADMINISTRATOR),
            start=(PROPOSED,),
            end=IN_FORCE,
        ),
        move(
            "declineAmendment",
            ("AMENDMENT_DECLINED", "Amendment declined", "رد الحاقیه"),
            "Decline: Say no to what another party has proposed.",
            "رد: آنچه طرفی دیگر پیشنهاد داده را نپذیرید.",
            by=By.SIDE,
            sides=(Side.OTHER_PARTY,),
            also=Also(By.ADMINISTRATOR),
            start=(PROPOSED,),
            end=AmendmentStatus.DECLINED,
        ),
        move(
            "withdrawAmendment",
            ("AMENDMENT_WITHDRAWN", "Amendment withdrawn", "پس گرفتن الحاقیه"),
            "Withdraw: Take back what your organization has proposed.",
            "پس گرفتن: آنچه سازمان شما پیشنهاد داده را پس بگیرید.",
            by=By.SIDE,
            sides=(Side.PROPOSER,),
            also=Also(By.ADMINISTRATOR),
            start=(PROPOSED,),
            end=AmendmentStatus.WITHDRAWN,
            already="ALREADY_WITHDRAWN",
        ),
        move(
            None,
            ("AMENDMENT_SUPERSEDED", "Amendment superseded", "کنار رفتن الحاقیه"),
            "Superseded: The terms it stands on have changed, or the partnership is over.",
            "کنارگذاشته: مفادی که بر آن استوار بود عوض شده یا مشارکت به سر رسیده است.",
            by=By.NOBODY,
            start=(PROPOSED,),
            end=SUPERSEDED,
        ),
    ),
    binds=True,
)

AMENDMENT = record(
    "Amendment",
    "ame",
    "Amendment: A change of a signed partnership, shown as before and after; in force"
    " once all parties accept.",
    "الحاقیه: تغییری در مشارکت امضاشده، با پیش و پس از آن؛ با پذیرش همهٔ طرف‌ها معتبر می‌شود.",
    plural=("amendments", "Amendments", "الحاقیه‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "status",
            AmendmentStatus,
            "Status: Proposed, in force, declined, withdrawn or superseded.",
            "وضعیت: پیشنهادشده، معتبر، ردشده، پس‌گرفته یا کنارگذاشته.",
            required=True,
        ),
        text(
            "reason",
            "Reason: Why it is proposed, for the other parties.",
            "دلیل: چرا پیشنهاد می‌شود، برای طرف‌های دیگر.",
            OPTIONAL,
            long=True,
        ),
        choice(
            "step",
            AmendmentStep,
            "Step: Whether it suspends, resumes or ends the whole partnership; null where it does not.",
            "گام: آیا کل مشارکت را معلق می‌کند، از سر می‌گیرد یا پایان می‌دهد؛ وگرنه null.",
        ),
        whole(
            "standsOn",
            "Stands on: The version of the partnership's terms that it changes.",
            "بر پایهٔ: نسخهٔ مفاد مشارکت که این تغییرش می‌دهد.",
            required=True,
            filterable=False,
        ),
        day(
            "inForceOn",
            "In force on: The day the last party accepted; null until then.",
            "روز اعتبار: روزی که واپسین طرف پذیرفت؛ تا آن هنگام null.",
            days=HAPPENED,
        ),
        text(
            "declineReason",
            "Reason of the refusal: Why a party said no; null where none did or it did not say.",
            "دلیل رد: چرا طرفی نپذیرفت؛ اگر کسی رد نکرده یا نگفته null.",
            long=True,
        ),
        link(
            "partnership",
            "HAS_AMENDMENT",
            "Partnership",
            "Partnership: The one it changes.",
            "مشارکت: مشارکتی که تغییرش می‌دهد.",
            ONCE,
            direction=IN,
            back=back(
                "amendments",
                "Amendments: What changed it, the latest first; those not in force are read"
                " by its parties alone.",
                "الحاقیه‌ها: آنچه تغییرش داده، نخست تازه‌ترین؛ نامعتبرها را تنها طرف‌ها می‌خوانند.",
            ),
        ),
        link(
            "proposedBy",
            "PROPOSED_BY",
            "Organization",
            "Proposed by: The party that proposed it.",
            "پیشنهاددهنده: طرفی که آن را پیشنهاد داد.",
            back=back(
                "amendmentsProposed",
                "Amendments proposed: The changes of partnerships that it has proposed.",
                "الحاقیه‌های پیشنهادی: تغییرهایی که در مشارکت‌ها پیشنهاد داده است.",
            ),
        ),
        link(
            "declinedBy",
            "DECLINED_BY",
            "Organization",
            "Declined by: The party that said no; null where none did.",
            "ردکننده: طرفی که نپذیرفت؛ اگر نباشد null.",
            back=back(
                "amendmentsDeclined",
                "Amendments declined: The changes of partnerships that it said no to.",
                "الحاقیه‌های ردشده: تغییرهایی در مشارکت‌ها که نپذیرفته است.",
            ),
        ),
        rows(
            "acceptances",
            "ACCEPTED_BY",
            "Organization",
            "Acceptances: The parties that have accepted, that which proposed it among them.",
            "پذیرش‌ها: طرف‌هایی که پذیرفته‌اند، از جمله پیشنهاددهنده.",
            properties=(
                day(
                    "acceptedOn",
                    "Accepted on: The day it accepted.",
                    "روز پذیرش: روزی که پذیرفت.",
                    days=HAPPENED,
                    sortable=False,
                ),
            ),
            row=row(
                "Acceptance",
                "Acceptances: A party that has accepted an amendment, and when.",
                "پذیرش‌ها: طرفی که الحاقیه را پذیرفته، و کی.",
            ),
            back=back(
                "amendmentsAccepted",
                "Amendments accepted: The changes of partnerships that it has accepted, its own among them.",
                "الحاقیه‌های پذیرفته: تغییرهایی در مشارکت‌ها که پذیرفته است، از جمله پیشنهادهای خودش.",
            ),
        ),
        links(
            "changes",
            "HAS_CHANGE",
            "AmendmentChange",
            "Changes: What it changes, value by value, as it was and as it will be.",
            "تغییرها: آنچه عوض می‌کند، مقدار به مقدار، چنان‌که بود و چنان‌که خواهد بود.",
        ),
    ),
)

AMENDMENT_CHANGE = part(
    "AmendmentChange",
    "Change of an amendment: One value, as it was and as it will be.",
    "تغییر الحاقیه: یک مقدار، چنان‌که بود و چنان‌که خواهد بود.",
    (
        choice(
            "part",
            AmendedPart,
            "Part: Terms, a party, or a commitment added, changed or removed.",
            "بخش: مفاد، طرف، یا تعهدی افزوده، تغییریافته یا حذف‌شده.",
            required=True,
        ),
        text(
            "about",
            "About: The id of the partnership, party or commitment; one that is added has its id already.",
            "دربارهٔ: شناسهٔ مشارکت، طرف یا تعهد؛ تعهد افزوده از هم‌اکنون شناسهٔ خود را دارد.",
            required=True,
        ),
        text(
            "field",
            "Field: The name of the value in the schema, e.g. `dueOn`.",
            "فیلد: نام مقدار در طرحواره، مانند `dueOn`.",
            required=True,
        ),
        text(
            "before",
            "Before: The value as it was, as text; null where there was none.",
            "پیش از آن: مقدار پیشین به صورت متن؛ اگر نبود null.",
            long=True,
        ),
        text(
            "after",
            "After: The value as it will be, as text; null where there will be none.",
            "پس از آن: مقدار پسین به صورت متن؛ اگر نباشد null.",
            long=True,
        ),
    ),
)

AREA = (AMENDMENT, AMENDMENT_CHANGE)

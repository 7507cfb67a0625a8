"""People: who has an account. Beyond their own organizations they are named only where they choose to be."""

from graph.model.common import INTERNAL, VERSIONED, Language
from graph.model.declare import NEVER, choices, flag, record, text

PERSON = record(
    "Person",
    "per",
    "Person: Somebody with an account; read by the members of their organizations, and by all members"
    " where they choose to be listed.",
    "شخص: کسی که حساب کاربری دارد؛ اعضای سازمان‌هایش او را می‌بینند، و اگر خودش بخواهد همهٔ اعضا.",
    plural=("people", "People", "اشخاص"),
    common=(*VERSIONED, *INTERNAL),
    order=(("name", False),),
    members=(
        text(
            "name",
            "Name: What the person is called.",
            "نام: شخص را به چه نامی می‌خوانند.",
            NEVER,
            sortable=True,
            folded=True,
            required=True,
        ),
        choices(
            "languages",
            Language,
            "Languages: Those the person reads, the one they are written to in first.",
            "زبان‌ها: زبان‌هایی که شخص می‌خواند؛ نامه‌ها به نخستین آن‌هاست.",
        ),
        flag(
            "listed",
            "Listed: Whether all members may see the name, not those of the same organization alone.",
            "نمایان: آیا همهٔ اعضا نام را می‌بینند، نه تنها همکاران همان سازمان.",
        ),
    ),
)

AREA = (PERSON,)

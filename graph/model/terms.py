"""Terms: what regions, topics and skills share: their life, and what stands for one that is retired."""

from graph.model.common import CHANGES
from graph.model.declare import back_list, choice, link, move
from graph.model.life import Blank, By, Life, Way
from graph.model.members import Edge
from graph.model.words import Choice


class TermStatus(
    Choice,
    en="Status: Whether a term is offered to whoever writes.",
    fa="وضعیت: آیا این واژه به نویسندگان پیشنهاد می‌شود.",
):
    IN_USE = "IN_USE", "In use: Records may be given it.", "در کاربرد: می‌توان آن را به رکوردها داد."
    RETIRED = (
        "RETIRED",
        "Retired: It stays on what has it, and is no longer offered.",
        "کنارگذاشته: بر آنچه دارد می‌ماند و دیگر پیشنهاد نمی‌شود.",
    )


IN_USE, RETIRED = TermStatus.IN_USE, TermStatus.RETIRED

STATUS = choice(
    "status",
    TermStatus,
    "Status: In use, or retired; lists leave retired ones out unless a filter asks for the status.",
    "وضعیت: در کاربرد یا کنارگذاشته؛ فهرست‌ها کنارگذاشته‌ها را ندارند مگر پالایه وضعیت را بخواهد.",
    required=True,
)


def successor(label: str) -> Edge:
    """The edge to the term that stands for one that is retired."""
    return link(
        "replacedBy",
        "REPLACED_BY",
        label,
        "Replaced by: What stands for it since it was merged; filters and searches find both.",
        "جانشین: پس از ادغام چه به جای آن است؛ پالایه و جست‌وجو هر دو را می‌یابند.",
        open=True,
        back=back_list(
            "replaces",
            "Replaces: The retired ones that it stands for.",
            "جانشینِ: کنارگذاشته‌هایی که به جای آن‌هاست.",
        ),
    )


LIFE = Blank(
    Life(
        TermStatus,
        (
            move(
                "add«Label»",
                ("«LABEL»_ADDED", "«» added", "افزودن «»"),
                "Add: Add «a» for all to use (coordinators).",
                "افزودن: «» را برای همه بیفزایید (هماهنگ‌کنندگان).",
                Way.CREATE,
                by=By.COORDINATOR,
                end=IN_USE,
                gives=("New: What all may use from now on.", "تازه: از این پس همه می‌توانند به کار ببرند."),
            ),
            move(
                "edit«Label»",
                ("«LABEL»_EDITED", "«» edited", "ویرایش «»"),
                "Edit: Rename «a», or move it to another place (coordinators).",
                "ویرایش: نام یا جای «» را عوض کنید (هماهنگ‌کنندگان).",
                by=By.COORDINATOR,
                start=(IN_USE,),
                gives=CHANGES,
            ),
            move(
                "merge«Label»",
                ("«LABEL»_MERGED", "«» merged", "ادغام «»"),
                "Merge: Retire «a», and let another stand for it: what stood below moves there, what had it"
                " keeps it (coordinators).",
                "ادغام: «» را کنار بگذارید و دیگری را جانشین آن کنید: زیرشاخه‌ها به آن‌جا می‌روند و هر چه آن را"
                " داشت نگه می‌دارد (هماهنگ‌کنندگان).",
                by=By.COORDINATOR,
                start=(IN_USE, RETIRED),
                end=RETIRED,
            ),
            move(
                "retire«Label»",
                ("«LABEL»_RETIRED", "«» retired", "کنار گذاشتن «»"),
                "Retire: Offer «a» no longer, with nothing in its place (coordinators).",
                "کنار گذاشتن: «» را دیگر پیشنهاد نکنید، بی جانشین (هماهنگ‌کنندگان).",
                by=By.COORDINATOR,
                start=(IN_USE,),
                end=RETIRED,
                already="ALREADY_RETIRED",
            ),
            move(
                "restore«Label»",
                ("«LABEL»_RESTORED", "«» restored", "بازگرداندن «»"),
                "Restore: Offer a retired one again, on its own (coordinators).",
                "بازگرداندن: آنچه کنار گذاشته شده را دوباره و جداگانه پیشنهاد کنید (هماهنگ‌کنندگان).",
                by=By.COORDINATOR,
                start=(RETIRED,),
                end=IN_USE,
                already="ALREADY_IN_USE",
            ),
        ),
    )
)
"""Coordinators keep the terms; nothing that had one loses it."""

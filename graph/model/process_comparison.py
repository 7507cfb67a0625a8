"""Two editions of a process side by side: which steps came, went, changed or moved, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from graph.model.declare import asked, choice, flag, text, whole
from graph.model.members import Finished, Inquiry, Kind, Nested
from graph.model.nodes import Shape
from graph.model.processes import PROCESS_STEP
from graph.model.words import Choice, Words
from graph.text import fold

Step: TypeAlias = Mapping[str, Any]
"""A step as it is stored."""

ALIKE = 0.6
"""From which share of common letters on two titles name the same step, worded otherwise."""

COMPARED = ("title", "purpose")
"""What is compared of the processes beside their steps."""

_FIELDS = tuple(member.name for member in PROCESS_STEP.properties() if member.name != "position")


class StepChange(
    Choice,
    en="Change of a step: What became of it from the one edition to the other.",
    fa="تغییر گام: از یک نگارش تا دیگری بر سر گام چه آمد.",
):
    ADDED = "ADDED", "Added: The other has it, the one has not.", "افزوده: در دیگری هست و در نخستین نیست."
    REMOVED = (
        "REMOVED",
        "Removed: The one has it, the other has not.",
        "برداشته: در نخستین هست و در دیگری نیست.",
    )
    CHANGED = (
        "CHANGED",
        "Changed: Both have it, and say something else of it; it may have moved, too.",
        "تغییرکرده: در هر دو هست و دربارهٔ آن چیز دیگری گفته شده؛ شاید جابه‌جا هم شده باشد.",
    )
    MOVED = (
        "MOVED",
        "Moved: Both say the same of it, and it comes before or after others than it did.",
        "جابه‌جاشده: در هر دو یکی است و ترتیب آن در میان گام‌ها عوض شده است.",
    )
    SAME = "SAME", "Same: Both have it alike.", "یکسان: در هر دو یکی است."


# -- working it out --------------------------------------------------------------------------------


def _pairs(one: Sequence[Step], other: Sequence[Step]) -> dict[int, int]:
    """Which step of `other` is which of `one`, by place: of the same title, else of the one most alike."""
    found: dict[int, int] = {}
    left, right = (dict(enumerate(fold(step["title"]) for step in steps)) for steps in (one, other))
    for place, title in left.items():
        same = next((p for p, t in right.items() if t == title and p not in found.values()), None)
        if same is not None:
            found[place] = same
    rest = [
        (SequenceMatcher(None, title, right[p], autojunk=False).ratio(), -place, -p)
        for place, title in left.items()
        for p in right
        if place not in found and p not in found.values()
    ]
    for alike, place, p in sorted(rest, reverse=True):
        if alike >= ALIKE and -place not in found and -p not in found.values():
            found[-place] = -p
    return found


def _kept_in_order(places: Sequence[int]) -> set[int]:
    """The longest run of places that only grow: those that did not move. O(n²), and n is a list of steps.

    >>> sorted(_kept_in_order([2, 0, 1, 3]))
    [0, 1, 3]
    """
    best: list[list[int]] = [[]]
    for place in places:
        before = [run for run in best if not run or run[-1] < place]
        _, longest = max((len(run), run) for run in before)
        best.append([*longest, place])
    return set(max((len(run), run) for run in best)[1])


def differences(one: Sequence[Step], other: Sequence[Step]) -> list[dict[str, Any]]:
    """All steps of both, in the order of `other`; those that are gone stand where they were."""
    pairs = _pairs(one, other)
    unmoved = _kept_in_order([pairs[place] for place in sorted(pairs)])
    back = {p: place for place, p in pairs.items()}
    rows = [
        (p + 0.5, _row(one[back[p]] if p in back else None, step, moved=p in back and p not in unmoved))
        for p, step in enumerate(other)
    ]
    for place, step in enumerate(one):
        if place not in pairs:
            before = [pairs[q] for q in range(place) if q in pairs]
            rows.append(((before[-1] + 0.75) if before else 0.25, _row(step, None, moved=False)))
    return [row for _, row in sorted(rows, key=lambda item: item[0])]


def _row(before: Step | None, after: Step | None, *, moved: bool) -> dict[str, Any]:
    fields = list(_fields(before, after)) if before is not None and after is not None else []
    if before is None or after is None:
        change = StepChange.ADDED if before is None else StepChange.REMOVED
    elif fields:
        change = StepChange.CHANGED
    else:
        change = StepChange.MOVED if moved else StepChange.SAME
    shown = after if after is not None else before
    assert shown is not None
    return {
        "change": change.value,
        "moved": moved,
        "title": shown["title"],
        "before": None if before is None else before["position"],
        "after": None if after is None else after["position"],
        "fields": fields,
    }


def _fields(before: Step, after: Step) -> Iterator[dict[str, Any]]:
    """What is said otherwise. A unit without a duration says nothing."""
    for name in _FIELDS:
        said = [
            None if name == "durationUnit" and step.get("duration") is None else step.get(name)
            for step in (before, after)
        ]
        if said[0] != said[1]:
            yield {"field": name, "before": said[0], "after": said[1]}


def _steps(pair: Mapping[str, Any], _parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    return differences(pair["one"], pair["other"])


def _texts(pair: Mapping[str, Any], _parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    told = [(name, pair["one"][name], pair["other"][name]) for name in COMPARED]
    return [{"field": name, "before": one, "after": other} for name, one, other in told if one != other]


def _count(name: str, change: StepChange, en: str, fa: str) -> Finished:
    def counted(pair: Mapping[str, Any], parameters: Mapping[str, Any]) -> int:
        return sum(row["change"] == change.value for row in _steps(pair, parameters))

    return Finished(name, Kind.INT, counted, words=Words(en, fa))


# -- the rows --------------------------------------------------------------------------------------

STEP_DIFFERENCE = Shape(
    "StepDifference",
    (
        choice(
            "change",
            StepChange,
            "Change: Added, removed, changed, moved or the same.",
            "تغییر: افزوده، برداشته، تغییرکرده، جابه‌جاشده یا یکسان.",
            required=True,
        ),
        flag(
            "moved",
            "Moved: Whether its order among the steps that both have is another.",
            "جابه‌جاشده: آیا ترتیب آن در میان گام‌هایی که هر دو دارند عوض شده است.",
        ),
        text(
            "title",
            "Title: What is done in this step, as the other says; as the one did, where it was removed.",
            "عنوان: در این گام چه می‌شود، به گفتهٔ دیگری؛ اگر برداشته شده به گفتهٔ نخستین.",
            required=True,
        ),
        whole(
            "before",
            "Before: Its place in the one, counted from 0; null where it was added.",
            "پیش: جای آن در نخستین، با شمارش از ۰؛ اگر افزوده شده null.",
        ),
        whole(
            "after",
            "After: Its place in the other, counted from 0; null where it was removed.",
            "پس: جای آن در دیگری، با شمارش از ۰؛ اگر برداشته شده null.",
        ),
        Finished(
            "fields",
            Kind.JSON,
            lambda value, _parameters: value,
            many=True,
            to="FieldChange",
            words=Words(
                "Fields: What is said of it otherwise, field by field.",
                "فیلدها: چه چیز دربارهٔ آن جور دیگری گفته شده، فیلد به فیلد.",
            ),
        ),
    ),
    Words(
        "Difference of a step: What became of a step from one edition to another.",
        "تفاوت گام: از یک نگارش تا دیگری بر سر گام چه آمد.",
    ),
)

PROCESS_COMPARISON = Shape(
    "ProcessComparison",
    (
        Nested(
            "one", "Process", words=Words("One: What is compared from.", "نخستین: سنجش از آن آغاز می‌شود.")
        ),
        Nested("other", "Process", words=Words("Other: What is compared to.", "دیگری: سنجش به آن می‌رسد.")),
        Finished(
            "texts",
            Kind.JSON,
            _texts,
            many=True,
            to="FieldChange",
            words=Words(
                "Texts: Where title or purpose say something else.",
                "متن‌ها: اگر عنوان یا هدف چیز دیگری می‌گوید.",
            ),
        ),
        Finished(
            "steps",
            Kind.JSON,
            _steps,
            many=True,
            to="StepDifference",
            words=Words(
                "Steps: All steps of both in the order of the other; those removed stand where they were.",
                "گام‌ها: همهٔ گام‌های هر دو به ترتیب دیگری؛ برداشته‌ها همان‌جا که بودند می‌آیند.",
            ),
        ),
        _count("added", StepChange.ADDED, "Added: How many came.", "افزوده: چند گام آمد."),
        _count("removed", StepChange.REMOVED, "Removed: How many went.", "برداشته: چند گام رفت."),
        _count(
            "changed",
            StepChange.CHANGED,
            "Changed: How many are said otherwise.",
            "تغییرکرده: دربارهٔ چند گام جور دیگری گفته شده است.",
        ),
        _count(
            "moved",
            StepChange.MOVED,
            "Moved: How many changed their order, and nothing else.",
            "جابه‌جاشده: چند گام تنها ترتیبش عوض شد.",
        ),
        _count("same", StepChange.SAME, "Same: How many are alike.", "یکسان: چند گام در هر دو یکی است."),
    ),
    Words(
        "Comparison of processes: Two editions, or two processes, side by side.",
        "سنجش فرایندها: دو نگارش یا دو فرایند، کنار هم.",
    ),
)

COMPARE_PROCESSES = Inquiry(
    "compareProcesses",
    "ProcessComparison",
    Words(
        "Compare processes: How the other differs from the one, step by step; null unless you read both.",
        "سنجش فرایندها: دیگری گام‌به‌گام چه فرقی با نخستین دارد؛ اگر هر دو را نمی‌توانید بخوانید null.",
    ),
    (
        asked(
            "one",
            Kind.ID,
            "One: The id of the process to begin from.",
            "نخستین: شناسهٔ فرایند آغاز.",
            required=True,
        ),
        asked(
            "other",
            Kind.ID,
            "Other: The id of the process to compare.",
            "دیگری: شناسهٔ فرایندی که سنجیده می‌شود.",
            required=True,
        ),
    ),
    required=False,
)

"""Turn roles and rules into docs/rights.md: who reads what, who makes which move, who does which deed."""

from collections.abc import Callable, Iterator, Mapping

from graph.compiler import Role
from graph.errors import ValueRefused
from graph.model import MODEL
from graph.model.access import Audience
from graph.model.deeds import Doer
from graph.model.doing import DEEDS
from graph.model.life import By, Move, Scope
from graph.model.members import Access, Edge, Property
from graph.model.nodes import Node
from graph.queries.records import Record
from hub.context import Reviews, Viewer, scope_name
from hub.pages.lives import made_by
from hub.pages.rules import section
from hub.permissions import (
    acting_organization,
    may_administer,
    may_coordinate,
    may_coordinate_somewhere,
    may_make,
    may_mend,
    may_move_people,
    may_review,
    may_write,
)
from hub.resolvers.deeds import expect_doer

_OWN, _PROVINCE, _PERSON, _SESSION = "org_own", "reg_province", "per_self", "ses_own"
_ALL = frozenset(map(scope_name, Scope))
_ROLES: Mapping[str, tuple[Viewer, str, str]] = {
    "anonymous": (Viewer(), "Whoever is not signed in.", "هر که وارد نشده است."),
    "member": (
        Viewer(Role.MEMBER, _OWN, scopes=_ALL, person=_PERSON, session=_SESSION),
        "Acts for an organization, with the right of an editor; as a member of it, reads what it reads.",
        "از سوی سازمانی کار می‌کند، با اختیار ویرایشگر؛ عضو سازمان آنچه سازمان می‌خواند می‌خواند.",
    ),
    "reviewer": (
        Viewer(Role.MEMBER, scopes=_ALL, person=_PERSON, session=_SESSION, reviews=(Reviews(),)),
        "Reads what is submitted to be reviewed, of some topics and provinces or of all.",
        "آنچه را برای بازبینی فرستاده شده می‌خواند، از چند موضوع و استان یا از همه.",
    ),
    "coordinator of provinces": (
        Viewer(Role.COORDINATOR, scopes=_ALL, person=_PERSON, session=_SESSION, regions=(_PROVINCE,)),
        "Coordinates what lies in some provinces: an organization that works or has its seat there.",
        "آنچه را در چند استان است هماهنگ می‌کند: سازمانی که آن‌جا کار می‌کند یا مقر دارد.",
    ),
    "coordinator": (
        Viewer(Role.COORDINATOR, scopes=_ALL, person=_PERSON, session=_SESSION),
        "Lists and registers organizations, confirms ties with a source, keeps regions, topics and skills.",
        "سازمان‌ها را ثبت و پیوندها را با منبع تأیید می‌کند و ناحیه‌ها، موضوع‌ها و مهارت‌ها را نگه می‌دارد.",
    ),
    "administrator": (
        Viewer(Role.ADMINISTRATOR, scopes=_ALL, person=_PERSON, session=_SESSION),
        "Keeps the hub, mends records and appoints; is told no author of what is anonymized.",
        "کانون را نگه می‌دارد، رکوردها را اصلاح و اشخاص را منصوب می‌کند؛ نویسندهٔ آنچه بی‌نام است را نمی‌بیند.",
    ),
    "trustee": (
        Viewer(Role.MEMBER, scopes=_ALL, person=_PERSON, session=_SESSION, trustee=True),
        "Reads as a member, and alone may open the author of an anonymized record, with a written reason.",
        "مانند عضو می‌خواند، و تنها اوست که می‌تواند با دلیل نوشته نویسندهٔ رکوردی بی‌نام را باز کند.",
    ),
}
"""Each role, as a viewer who has it, and in words."""

_READS: Mapping[Audience, tuple[str, str]] = {
    Audience.PUBLIC: ("Everybody.", "همگان."),
    Audience.MEMBERS: ("Whoever is signed in.", "هر که وارد شده است."),
    Audience.PARTNERS: (
        "Organizations that share a running partnership with an owner, until it ends or they leave.",
        "سازمان‌هایی که با صاحب آن مشارکتی جاری دارند، تا پایان مشارکت یا ترک شبکه.",
    ),
    Audience.ANONYMIZED: (
        "Members, and nothing leads them to its owners.",
        "اعضا، و هیچ چیز آنان را به صاحبانش نمی‌رساند.",
    ),
    Audience.COORDINATORS: ("Who coordinates the network.", "هماهنگ‌کنندگان شبکه."),
    Audience.REVIEWERS: (
        "Its owners, and reviewers, as far as they read what it is about; administrators, too.",
        "صاحبان آن و بازبینان، اگر آنچه را دربارهٔ آن است می‌خوانند؛ سرپرستان هم.",
    ),
    Audience.OWNERS: ("Its owners, and administrators.", "صاحبان آن و سرپرستان."),
    Audience.AUTHORS: (
        "Its owners alone: drafts of what can be anonymized, and what was anonymized once.",
        "تنها صاحبان آن: پیش‌نویس آنچه می‌تواند بی‌نام شود، و آنچه روزی بی‌نام بوده است.",
    ),
}
_ACCESS: Mapping[Access, str] = {
    Access.OPEN: "everybody",
    Access.MEMBERS: "whoever is signed in",
    Access.OWNED: "its owners, and its audience",
    Access.PARENT: "whoever reads {parent}",
    Access.HISTORY: "whoever reads its record, and might read it then",
    Access.JUDGED: "its audience, of those who read {parent}",
    Access.ASKED: "its owners; who is asked, and administrators, once it is answered or they read {parent},"
    " with its author",
    Access.AUDIT: "administrators, where nothing of it names the author of what is anonymized",
    Access.SAID: "whoever reads {parent}; hidden, of those its writer and coordinators; taken back,"
    " its writer; nobody while its record is anonymized and was named then",
    Access.ATTACHED: "its owners, and whoever reads, with its author, what it is attached to",
}

_HEAD = """\
# Rights · اختیارها

`hub pages --write` makes this page from the code: the roles are viewers, whom its own rules are asked about.
Whoever owns a record reads it and moves it, whatever their role; *own* says so. What a move asks beside
who makes it stands in [lives](lives.md), what a deed asks in [deeds](deeds.md); how a record is read on every
path, in [0002](decisions/0002-rights.md) and [0037](decisions/0037-roles.md);
[that it is so](../tests/rights/README.md) is shown by tests.
"""


_BEFORE = """
## What happened before · آنچه پیش‌تر رخ داد

An event is told to those who may read its record now *and* might have read it as it happened, like
versions are: nobody is told that there was a draft, how often it was edited, who was asked, or what
was sent back, once the record is open to them. A rejected review leaves no gap in the numbers of
those that everybody reads ([0054](decisions/0054-told-then.md)).

This is meant to be read by whoever reads the record: its own values, with `createdAt`, `updatedAt`
and `version`; the months of an anonymized one. Whoever joins a working group reads its events of
before, as it reads its records; a new secretariat reads what was told to the one before, and an
organization what was told to one that was merged into it.

Partners, reviewers, coordinators and administrators are told as what they are, not as who they were:
whoever becomes one reads from that day on what was told to that circle before, and whoever is one no
more reads none of it ([0059](decisions/0059-offices-remember.md)). Of a review of what is anonymized
others read months, and the version of one that is validated is a full hundred, however often it was
sent back.

رخداد را کسی می‌خواند که رکوردش را اکنون می‌خواند و همان هنگام هم می‌توانست بخواند؛ همچون نگارش‌ها.
مقدارهای خود رکورد، با `createdAt` و `updatedAt` و `version`، برای هر خوانندهٔ آن است. عضو تازهٔ
کارگروه رخدادهای پیشین آن را هم می‌خواند. همچنین است شریک، بازبین، هماهنگ‌کننده و سرپرست تازه:
آنچه پیش‌تر به همان جمع گفته شده از همان روز برای او هم خواندنی است، و با پایان نقش دیگر نیست.
"""


def page() -> str:
    """The whole page, as Markdown."""
    parts = (_who(), _audiences(), (_BEFORE,), _records(), section(), _makers(), _doers(), _moves())
    return "\n".join([_HEAD, *(line for part in parts for line in part), ""])


def _table(first: str) -> Iterator[str]:
    yield f"| {first} | " + " | ".join(_ROLES) + " | | |"
    yield "|---" * (len(_ROLES) + 3) + "|"


def _who() -> Iterator[str]:
    yield "## Roles · نقش‌ها\n"
    yield "| | | |\n|---|---|---|"
    for name, (_, en, fa) in _ROLES.items():
        yield f"| {name} | {en} | {fa} |"


def _audiences() -> Iterator[str]:
    yield "\n## What each reads · هر نقش چه می‌خواند\n"
    yield from _table("audience")
    for audience, (en, fa) in _READS.items():
        cells = (_reads(viewer, audience) for viewer, _, _ in _ROLES.values())
        yield f"| `{audience.value}` | {' | '.join(cells)} | {en} | {fa} |"


def _reads(viewer: Viewer, audience: Audience) -> str:
    if audience.value in viewer.parameter()["audiences"]:
        return "without its author" if audience is Audience.ANONYMIZED else "yes"
    if viewer.organization is None:
        return "no"
    return "partners', own" if audience is Audience.PARTNERS else "own"


# -- who makes what --------------------------------------------------------------------------------

_ONES = Record("les_own", "Lesson", {"ownerIds": [_OWN]})


def _write(viewer: Viewer) -> None:
    may_write(viewer, Scope.PUBLISH)


def _may(*asked: Callable[[Viewer], object]) -> Callable[[Viewer], bool]:
    def may(viewer: Viewer) -> bool:
        try:
            for one in asked:
                one(viewer)
        except ValueRefused:
            return False
        return True

    return may


_ASKED: Mapping[By, tuple[tuple[str, Callable[[Viewer], bool]], ...]] = {
    By.MEMBER: (("yes", _may(_write, acting_organization)),),
    By.ANYONE: (("yes", _may(_write)),),
    By.OWNER: (
        ("all but anonymized", _may(_write, may_administer)),
        ("own", _may(_write, lambda viewer: may_mend(viewer, _ONES))),
    ),
    By.EDITOR: (
        ("yes", _may(_write, may_administer)),
        ("own", _may(_write, may_move_people, lambda viewer: may_mend(viewer, _ONES))),
    ),
    By.OTHER: (("of others", _may(_write, acting_organization)),),
    By.SIDE: (("as a side", _may(_write, acting_organization)),),
    By.COORDINATOR: (
        ("yes", _may(_write, may_coordinate)),
        ("some, in the provinces", _may(_write, may_coordinate_somewhere)),
    ),
    By.REVIEWER: (
        (
            "of others, in what they review",
            _may(lambda viewer: may_make(viewer, By.REVIEWER, Scope.PUBLISH), may_review),
        ),
    ),
    By.ADMINISTRATOR: (("yes", _may(_write, may_administer)),),
    By.NOBODY: (),
}
"""What is asked of a viewer for each maker of a move: the first answer that holds counts."""


def _makers() -> Iterator[str]:
    yield "\n## Who makes a move · چه کسی گام برمی‌دارد\n"
    yield from _table("by")
    for by, answers in _ASKED.items():
        cells = (
            next((told for told, may in answers if may(viewer)), "no") for viewer, _, _ in _ROLES.values()
        )
        yield f"| `{by.name}` | {' | '.join(cells)} | {by.words.text('en')} | {by.words.text('fa')} |"


def _doers() -> Iterator[str]:
    yield "\n## Who does a deed · چه کسی کاری را انجام می‌دهد\n"
    yield from _table("deed")
    for doer in Doer:
        yield _doing(doer.name, doer, doer.words.text("en"), doer.words.text("fa"))
    yield "\n| deed | who | | |\n|---|---|---|---|"
    for deed in DEEDS:
        yield f"| `{deed.name}` | `{deed.by.name}` | {deed.words.text('en')} | {deed.words.text('fa')} |"


def _doing(name: str, doer: Doer, en: str, fa: str) -> str:
    may = _may(lambda viewer: expect_doer(doer, Scope.PUBLISH, viewer))
    cells = ("yes" if may(viewer) else "no" for viewer, _, _ in _ROLES.values())
    return f"| `{name}` | {' | '.join(cells)} | {en} | {fa} |"


# -- of which record -------------------------------------------------------------------------------


def _records() -> Iterator[str]:
    yield "\n## Who reads a record · چه کسی رکوردی را می‌خواند\n"
    yield "| record | read by | signed in only | closed where it is anonymized |\n|---|---|---|---|"
    for node in MODEL.nodes.values():
        shown = [member for member in node.members if not getattr(member, "hidden", False)]
        members = [f"`{m.name}`" for m in shown if isinstance(m, Property) and m.members_only]
        closed = (
            [f"`{m.name}`" for m in shown if isinstance(m, Edge) and not m.open] if node.anonymizable else []
        )
        yield f"| `{node.label}` | {_access(node)} | {', '.join(members)} | {', '.join(closed)} |"


def _access(node: Node) -> str:
    if node.prefix is None and node.access is Access.OPEN:
        return "whoever reads its record"
    parent = f"`{node.parent.to}`" if node.parent is not None else ""
    return _ACCESS[node.access].format(parent=parent)


def _moves() -> Iterator[str]:
    yield "\n## Who makes which · چه کسی کدام را\n"
    yield "| record | mutation | by | from |\n|---|---|---|---|"
    for node in MODEL.nodes.values():
        for name, move in node.life.mutations() if node.life is not None else ():
            yield f"| `{node.label}` | `{name}` | {_by(move)} | {_from(move)} |"


def _by(move: Move) -> str:
    also = f", {made_by(move.also.by, move.also.sides)}" if move.also is not None else ""
    return f"{made_by(move.by, move.sides)}{also}"


def _from(move: Move) -> str:
    return ", ".join(f"`{state.name}`" for state in move.start) or "anywhere"

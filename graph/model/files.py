"""Files: what is told of a stored file; its bytes stand outside of the graph, under its id."""

from graph.limits import MAXIMUM_HOLDERS
from graph.model.common import OWNER_IDS
from graph.model.declare import ID, back, link, moment, text, whole
from graph.model.members import FILE, HAS_FILE, Access, Computed, Direction, Edge, Kind, Nested, Property, See
from graph.model.nodes import Node, Union
from graph.model.words import Words

PATH = "/files/"
"""Where files are fetched from, before the id; without it, where they are sent to."""

LOOSE_SINCE = Property("looseSince", Kind.DATETIME, filterable=False, hidden=True)
"""Since when the hub knows that nothing refers to it; never shown."""

_HOLDERS = Edge("holders", HAS_FILE, "FileHolder", Direction.IN, hidden=True)


def _attached_to(n: str, see: See) -> str:
    return (
        f"COLLECT {{ MATCH ({n})<-[:{HAS_FILE}]-(x) WHERE {see.open_to('x')}"
        f" RETURN x ORDER BY x.createdAt, x.id LIMIT {MAXIMUM_HOLDERS} }}"
    )


_ATTACHED_TO = Nested(
    "attachedTo",
    "FileHolder",
    many=True,
    most=MAXIMUM_HOLDERS,
    cypher=_attached_to,
    words=Words(
        "Attached to: The records that carry it, the first few that you may read; whoever reads one"
        " reads the file.",
        "پیوستِ: رکوردهایی که آن را همراه دارند، چند تای نخست که می‌توانید بخوانید؛ هر که یکی را"
        " بخواند پرونده را هم می‌خواند.",
    ),
)

STORED = Node(
    FILE,
    "fil",
    (
        ID,
        text(
            "name",
            "Name: What it is called, as it was given, without what could mislead.",
            "نام: نام آن، چنان‌که داده شد، بی آنچه گمراه کند.",
            required=True,
        ),
        text(
            "mediaType",
            "Media type: What it is, as its content says: a type of the IANA list, such as application/pdf.",
            "نوع رسانه: چیست، به گواهی محتوایش: نوعی از فهرست IANA، مانند application/pdf.",
            required=True,
        ),
        whole("size", "Size: How many bytes it has.", "اندازه: چند بایت است.", required=True),
        text(
            "digest",
            "Digest: The SHA-256 of its content, in hexadecimal digits.",
            "چکیدهٔ رمزنگاشتی: SHA-256 محتوای آن، با رقم‌های شانزده‌شانزدهی.",
            required=True,
        ),
        moment(
            "createdAt", "Created at: When it was uploaded.", "زمان ایجاد: کی بارگذاری شد.", required=True
        ),
        Computed(
            "url",
            Kind.STRING,
            lambda n, _see: f"'{PATH}' + {n}.id",
            flat=True,
            words=Words(
                "Web address: Where it is fetched from, at this hub: a path.",
                "نشانی وب: از کجای همین کانون گرفته می‌شود: یک مسیر.",
            ),
        ),
        link(
            "uploadedBy",
            "UPLOADED_BY",
            "Organization",
            "Uploaded by: The organization that it is of.",
            "بارگذار: سازمانی که پرونده از آن اوست.",
            back=back(
                "files",
                "Files: Those it has uploaded, as far as you may read them.",
                "پرونده‌ها: آن‌هایی که بارگذاری کرده، تا جایی که می‌توانید بخوانید.",
            ),
        ),
        _HOLDERS,
        _ATTACHED_TO,
        OWNER_IDS,
        LOOSE_SINCE,
    ),
    access=Access.ATTACHED,
    parent=_HOLDERS,
    order=(("createdAt", True),),
    words=Words(
        "File: A document or picture that an organization has uploaded, to be attached to records.",
        "پرونده: سند یا تصویری که سازمانی بارگذاری کرده تا پیوست رکوردها شود.",
    ),
)

HOLDER = Union(
    "FileHolder",
    (
        "Experience",
        "Lesson",
        "Approach",
        "Adoption",
        "CommitmentReport",
        "FoundingStep",
        "Charter",
        "MembershipApplication",
        "Meeting",
        "OrganizationClaim",
    ),
    Words("Holder: A record that files can be attached to.", "دارنده: رکوردی که می‌توان پرونده پیوست آن کرد."),
)

AREA = (STORED, HOLDER)

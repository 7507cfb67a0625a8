"""Appointments: what the network trusts a person with, where, and until when."""

from graph.limits import MAXIMUM_LINKS
from graph.model.common import INTERNAL, VERSIONED
from graph.model.days import PLANNED
from graph.model.declare import ONCE, OPTIONAL, back, choice, day, link, links, move, record
from graph.model.life import By, Life
from graph.model.members import Kind, Nested, Property
from graph.model.nodes import Shape
from graph.model.words import Choice, Words


class AppointmentRole(
    Choice,
    en="Role of an appointment: What the network trusts a person with.",
    fa="نقش انتصاب: شبکه چه کاری را به شخص می‌سپارد.",
):
    COORDINATOR = (
        "COORDINATOR",
        "Coordinator: Lists organizations and keeps the network's map, in all the country or in provinces.",
        "هماهنگ‌کننده: سازمان‌ها را فهرست می‌کند و نقشهٔ شبکه را نگه می‌دارد، در همهٔ کشور یا در چند استان.",
    )
    REVIEWER = (
        "REVIEWER",
        "Reviewer: Reads what is submitted to be reviewed, of some topics and provinces or of all.",
        "بازبین: آنچه را برای بازبینی فرستاده شده می‌خواند، از چند موضوع و استان یا از همه.",
    )
    ADMINISTRATOR = (
        "ADMINISTRATOR",
        "Administrator: Keeps the hub, and is told no author of what is anonymized.",
        "سرپرست: کانون را نگه می‌دارد و نویسندهٔ آنچه بی‌نام است به او گفته نمی‌شود.",
    )
    TRUSTEE = (
        "TRUSTEE",
        "Trustee: Alone may open the author of an anonymized record, with a written reason.",
        "امین: تنها اوست که می‌تواند با دلیل نوشته نویسندهٔ رکوردی بی‌نام را باز کند.",
    )


class AppointmentStatus(
    Choice,
    en="Status of an appointment: Whether it still holds.",
    fa="وضعیت انتصاب: آیا هنوز برقرار است.",
):
    ACTIVE = (
        "ACTIVE",
        "Active: It holds, from its first day to its last.",
        "برقرار: از نخستین روزش تا واپسین روز برقرار است.",
    )
    ENDED = "ENDED", "Ended: An administrator has ended it.", "پایان‌یافته: سرپرستی آن را پایان داده است."


ACTIVE, ENDED = AppointmentStatus.ACTIVE, AppointmentStatus.ENDED

LIFE = Life(
    AppointmentStatus,
    (
        move(
            "appoint",
            ("APPOINTED", "Appointed", "انتصاب"),
            "Appoint: Trust a person with a role of the network, from today on (administrators).",
            "انتصاب: از امروز نقشی از شبکه را به شخصی بسپارید (سرپرستان).",
            by=By.ADMINISTRATOR,
            end=ACTIVE,
            gives=(
                "Appointment: Who is trusted with what, where, and until when.",
                "انتصاب: چه کسی، برای چه کاری، کجا و تا کی.",
            ),
        ),
        move(
            "endAppointment",
            ("APPOINTMENT_ENDED", "Appointment ended", "پایان انتصاب"),
            "End: From now on the person can do nothing by it (administrators).",
            "پایان: از این پس شخص با آن کاری نمی‌تواند بکند (سرپرستان).",
            by=By.ADMINISTRATOR,
            start=(ACTIVE,),
            end=ENDED,
        ),
    ),
    binds=True,
)

APPOINTMENT = record(
    "Appointment",
    "apt",
    "Appointment: A role of the network that a person is trusted with, where, since when and until when.",
    "انتصاب: نقشی از شبکه که به شخصی سپرده شده، کجا، از کی و تا کی.",
    plural=("appointments", "Appointments", "انتصاب‌ها"),
    common=(*VERSIONED, *INTERNAL),
    life=LIFE,
    members=(
        choice(
            "role",
            AppointmentRole,
            "Role: What the person is trusted with.",
            "نقش: چه به شخص سپرده شده است.",
            ONCE,
        ),
        choice(
            "status",
            AppointmentStatus,
            "Status: Active, or ended.",
            "وضعیت: برقرار یا پایان‌یافته.",
            required=True,
        ),
        day(
            "since",
            "Since: The day the person was appointed.",
            "از: روزی که شخص منصوب شد.",
            days=PLANNED,
        ),
        day(
            "until",
            "Until: The last day it holds; null where it holds until it is ended.",
            "تا: واپسین روزی که برقرار است؛ اگر تا پایان دادن برقرار است null.",
            OPTIONAL,
            days=PLANNED,
        ),
        link(
            "person",
            "APPOINTS",
            "Person",
            "Person: Who is appointed; null where the name is closed to you, or the account is gone.",
            "شخص: چه کسی منصوب شده؛ اگر نام بر شما بسته است یا حسابش دیگر نیست null.",
            ONCE,
            back=back(
                "appointments",
                "Appointments: What the network trusts this person with, past ones too.",
                "انتصاب‌ها: آنچه شبکه به این شخص سپرده است، گذشته‌ها هم.",
            ),
        ),
        links(
            "regions",
            "APPOINTED_FOR",
            "Region",
            "Regions: The provinces it holds in; empty for all the country. For coordinators and reviewers.",
            "ناحیه‌ها: استان‌هایی که در آن‌ها برقرار است؛ خالی یعنی همهٔ کشور. برای هماهنگ‌کنندگان و بازبینان.",
            OPTIONAL,
            open=True,
            back=back(
                "appointments",
                "Appointments: Who is trusted with a role in this very province.",
                "انتصاب‌ها: چه کسانی در همین استان نقشی دارند.",
            ),
        ),
        links(
            "topics",
            "APPOINTED_ABOUT",
            "Topic",
            "Topics: What a reviewer reviews, with the narrower topics; empty for all of them.",
            "موضوع‌ها: بازبین چه موضوع‌هایی را، با زیرشاخه‌ها، بازبینی می‌کند؛ خالی یعنی همه.",
            OPTIONAL,
            open=True,
            back=back(
                "appointments",
                "Appointments: Who reviews this very topic.",
                "انتصاب‌ها: چه کسانی همین موضوع را بازبینی می‌کنند.",
            ),
        ),
        link(
            "appointedBy",
            "APPOINTED_BY",
            "Person",
            "Appointed by: The administrator who made it; null for a token, or where that is closed to you.",
            "منصوب‌کننده: سرپرستی که آن را ثبت کرد؛ اگر با توکن بوده یا نام بر شما بسته است null.",
            back=back(
                "appointmentsMade",
                "Appointments made: Those that this person has made as an administrator.",
                "انتصاب‌های ثبت‌شده: آن‌ها که این شخص در نقش سرپرست ثبت کرده است.",
            ),
        ),
    ),
)

AREA = (APPOINTMENT,)

APART = {AppointmentRole.ADMINISTRATOR, AppointmentRole.TRUSTEE}
"""Of these nobody has both: who keeps the hub learns no author."""


def current(variable: str) -> str:
    """The condition that an appointment holds on `$today`, as Cypher."""
    return (
        f"{variable}.status = '{ACTIVE.value}' AND {variable}.since <= $today"
        f" AND coalesce({variable}.until >= $today, true)"
    )


HELD = f"""COLLECT {{
  MATCH (p)<-[:APPOINTS]-(held:Appointment) WHERE {current("held")}
  RETURN {{role: held.role, regions: [(held)-[:APPOINTED_FOR]->(region) | region.id],
           topics: [(held)-[:APPOINTED_ABOUT]->(topic) | topic.id]}} ORDER BY held.createdAt, held.id
}}"""
"""The appointments that a person `p` has on `$today`, as `hub.offices` reads them."""

APPOINTMENTS_SEEN = f"""COLLECT {{
  MATCH (:Node&Person {{id: $viewer.person}})<-[:APPOINTS]-(a:Appointment) WHERE {current("a")}
  WITH a ORDER BY a.createdAt, a.id
  RETURN {{id: a.id, role: a.role, since: a.since, until: a.until,
          topics: COLLECT {{ MATCH (a)-[:APPOINTED_ABOUT]->(t:Topic) RETURN t ORDER BY t.id }},
          regions: COLLECT {{ MATCH (a)-[:APPOINTED_FOR]->(r:Region) RETURN r ORDER BY r.id }}}}
}}"""
"""What whoever asks is trusted with on `$today`."""

VIEWER_APPOINTMENT = Shape(
    "ViewerAppointment",
    (
        Property(
            "id",
            Kind.ID,
            required=True,
            words=Words("Id: That of the appointment.", "شناسه: شناسهٔ انتصاب."),
        ),
        choice(
            "role",
            AppointmentRole,
            "Role: What you are trusted with.",
            "نقش: چه به شما سپرده شده است.",
            required=True,
        ),
        Nested(
            "topics",
            "Topic",
            many=True,
            most=MAXIMUM_LINKS,
            words=Words(
                "Topics: What a reviewer reviews, with the narrower topics; empty for all of them.",
                "موضوع‌ها: بازبین چه موضوع‌هایی را، با زیرشاخه‌ها، بازبینی می‌کند؛ خالی یعنی همه.",
            ),
        ),
        Nested(
            "regions",
            "Region",
            many=True,
            most=MAXIMUM_LINKS,
            words=Words(
                "Regions: The provinces it holds in; empty for all the country.",
                "ناحیه‌ها: استان‌هایی که در آن‌ها برقرار است؛ خالی یعنی همهٔ کشور.",
            ),
        ),
        day("since", "Since: The day you were appointed.", "از: روزی که منصوب شدید.", days=PLANNED),
        day(
            "until",
            "Until: The last day it holds; null where it holds until it is ended.",
            "تا: واپسین روزی که برقرار است؛ اگر تا پایان دادن برقرار است null.",
            days=PLANNED,
        ),
    ),
    Words(
        "Appointment of the viewer: What the network trusts you with now, in whose name you act by it.",
        "انتصاب بیننده: آنچه شبکه اکنون به شما سپرده است و با آن از سوی شبکه کار می‌کنید.",
    ),
)

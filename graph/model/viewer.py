"""Who asks: role, scopes, organization, the day it is, and what waits for that organization's word."""

from graph.limits import (
    MAXIMUM_FOLLOWS,
    MAXIMUM_OFFICES,
    MAXIMUM_PLANNING,
    MAXIMUM_SAVED_SEARCHES,
    MAXIMUM_WAITING,
    MAXIMUM_WEBHOOKS,
)
from graph.model.appointments import APPOINTMENTS_SEEN
from graph.model.declare import choice, choices, flag, moment, whole
from graph.model.follows import FOLLOWS
from graph.model.life import Scope
from graph.model.members import Inquiry, Kind, Nested, Property
from graph.model.nodes import Shape
from graph.model.personal import PERSON_SEEN
from graph.model.saved_searches import SAVED
from graph.model.words import Choice, Words, digits


class ViewerRole(Choice, en="Role: What you are to the hub.", fa="نقش: شما برای کانون چه کسی هستید."):
    ANONYMOUS = (
        "ANONYMOUS",
        "Anonymous: Not signed in; reads what everybody may.",
        "بی‌نام: وارد نشده؛ آنچه برای همگان است می‌خواند.",
    )
    MEMBER = (
        "MEMBER",
        "Member: Acts for an organization of the network.",
        "عضو: از سوی یکی از سازمان‌های شبکه کار می‌کند.",
    )
    COORDINATOR = (
        "COORDINATOR",
        "Coordinator: Lists organizations, drafts for others and keeps the network's map.",
        "هماهنگ‌کننده: سازمان‌ها را فهرست می‌کند، برای دیگران پیش‌نویس می‌نویسد و نقشهٔ شبکه را نگه می‌دارد.",
    )
    ADMINISTRATOR = (
        "ADMINISTRATOR",
        "Administrator: Keeps the hub; is told no author of what is anonymized.",
        "سرپرست: کانون را نگه می‌دارد؛ نویسندهٔ آنچه بی‌نام است به او گفته نمی‌شود.",
    )


EDITOR = "($viewer.session IS NOT NULL AND 'PUBLISH' IN $scopes)"
"""The condition that a person asks who may write for the organization, as Cypher."""

_TOKENS = f"""COLLECT {{
  MATCH (t:Token {{role: 'MEMBER'}})-[:ACTS_FOR]->(:Organization {{id: $viewer.organization}}) WHERE {EDITOR}
  WITH t ORDER BY t.revokedAt IS NULL AND t.expiresAt > $now DESC, t.expiresAt, t.id LIMIT {MAXIMUM_WAITING}
  RETURN {{id: t.id, label: t.label, scopes: [scope IN t.scopes | toUpper(scope)], createdAt: t.createdAt,
          expiresAt: t.expiresAt, lastUsedAt: t.lastUsedAt, revokedAt: t.revokedAt}}
}}"""

_WEBHOOKS = f"""COLLECT {{
  MATCH (w:Webhook)-[:TELLS]->(:Organization {{id: $viewer.organization}}) WHERE {EDITOR}
  WITH w ORDER BY w.createdAt, w.id LIMIT {MAXIMUM_WEBHOOKS}
  RETURN {{id: w.id, label: w.label, address: w.address, kinds: w.kinds, createdAt: w.createdAt,
          deliveredAt: w.deliveredAt, failingSince: w.failingSince, failure: w.failure, status: w.status,
          nextAt: w.nextAt, disabledAt: w.disabledAt}}
}}"""

_INVITED = """COLLECT {
  MATCH (i:Invitation)-[:INVITES_TO]->(:Organization {id: $viewer.organization})
  WHERE i.expiresAt > $now AND ('PUBLISH' IN $scopes OR $role = 'ADMINISTRATOR')
  WITH i ORDER BY i.createdAt, i.id
  RETURN {id: i.id, mail: i.mail, right: i.right, office: i.office, createdAt: i.createdAt,
          expiresAt: i.expiresAt}
}"""

VIEWER_SHAPE = Shape(
    "Viewer",
    (
        choice("role", ViewerRole, "Role: Your role.", "نقش: نقش شما.", required=True),
        flag(
            "trustee",
            "Trustee: Whether you may open the author of an anonymized record.",
            "امین: آیا می‌توانید نویسندهٔ رکوردی بی‌نام را باز کنید.",
        ),
        Nested(
            "regions",
            "Region",
            many=True,
            words=Words(
                "Provinces: Those that you coordinate; empty where it is the whole country, or none.",
                "استان‌ها: استان‌هایی که هماهنگ می‌کنید؛ اگر همهٔ کشور یا هیچ‌کدام است خالی.",
            ),
        ),
        choices(
            "scopes",
            Scope,
            "Scopes: What your token may do.",
            "اجازه‌ها: توکن شما چه می‌تواند بکند.",
        ),
        Nested(
            "organization",
            "Organization",
            required=False,
            words=Words(
                "Organization: The one you act for; null where you act for none.",
                "سازمان: سازمانی که از سوی آن کار می‌کنید؛ اگر از سوی هیچ‌کدام نیست null.",
            ),
        ),
        Nested(
            "person",
            "ViewerPerson",
            required=False,
            cypher=lambda _row, _see: PERSON_SEEN,
            words=Words(
                "Person: Who has signed in; null for a token, and for whoever has not.",
                "شخص: چه کسی وارد شده است؛ برای توکن، و اگر کسی وارد نشده، null.",
            ),
        ),
        Nested(
            "appointments",
            "ViewerAppointment",
            many=True,
            most=MAXIMUM_OFFICES,
            cypher=lambda _row, _see: APPOINTMENTS_SEEN,
            words=Words(
                "Appointments: As what you act for the network: reviewer, coordinator and others; also before"
                " a second factor is shown, and without an organization.",
                "انتصاب‌ها: در چه نقشی از سوی شبکه کار می‌کنید: بازبین، هماهنگ‌کننده و دیگر نقش‌ها؛ پیش از"
                " نشان دادن عامل دوم هم، و بی سازمان هم.",
            ),
        ),
        Nested(
            "invitations",
            "PersonInvitation",
            many=True,
            most=MAXIMUM_WAITING,
            cypher=lambda _row, _see: _INVITED,
            words=Words(
                "Invitations: Of persons to your organization, not accepted yet; its editors see them.",
                "دعوت‌ها: دعوت اشخاص به سازمان شما که هنوز پذیرفته نشده؛ ویرایشگران آن می‌بینند.",
            ),
        ),
        Nested(
            "tokens",
            "ApiToken",
            many=True,
            most=MAXIMUM_WAITING,
            cypher=lambda _row, _see: _TOKENS,
            words=Words(
                "Tokens: The API tokens of your organization, those in force first; its editors see them.",
                "توکن‌ها: توکن‌های سازمان شما، نخست آن‌ها که برقرارند؛ ویرایشگران آن می‌بینند.",
            ),
        ),
        Nested(
            "webhooks",
            "Webhook",
            many=True,
            most=MAXIMUM_WEBHOOKS,
            cypher=lambda _row, _see: _WEBHOOKS,
            words=Words(
                "Webhooks: Those of your organization; its editors see them.",
                "وب‌هوک‌ها: وب‌هوک‌های سازمان شما؛ ویرایشگران آن می‌بینند.",
            ),
        ),
        Nested(
            "follows",
            "Follow",
            many=True,
            most=MAXIMUM_FOLLOWS,
            cypher=lambda _row, _see: FOLLOWS,
            words=Words(
                "Follows: What you follow, the newest first; none for a token.",
                "دنبال‌شده‌ها: آنچه دنبال می‌کنید، نخست تازه‌ترین؛ با توکن هیچ.",
            ),
        ),
        Nested(
            "savedSearches",
            "SavedSearch",
            many=True,
            most=MAXIMUM_SAVED_SEARCHES,
            cypher=lambda _row, _see: SAVED,
            words=Words(
                "Saved searches: Yours, the newest first; none for a token.",
                "جست‌وجوهای ذخیره‌شده: از آنِ شما، نخست تازه‌ترین؛ با توکن هیچ.",
            ),
        ),
        Property(
            "today",
            Kind.DATE,
            required=True,
            words=Words(
                "Today: The day it is for the hub; what is due or runs goes by it.",
                "امروز: روزی که برای کانون است؛ سررسیدها و دوره‌ها با آن سنجیده می‌شوند.",
            ),
        ),
        Nested(
            "waiting",
            "Waiting",
            many=True,
            most=MAXIMUM_WAITING,
            words=Words(
                "What waits: All that waits for your organization, the first due first;"
                f" {MAXIMUM_WAITING:,} at most.",
                "کارهای مانده: آنچه در انتظار سازمان شماست، نخست نزدیک‌ترین سررسید؛"
                f" بیشینه {digits(MAXIMUM_WAITING)}.",
            ),
        ),
        Nested(
            "openings",
            "Opening",
            many=True,
            most=MAXIMUM_WAITING,
            words=Words(
                "Openings: Records of your organization whose author a trustee has opened, newest first.",
                "بازکردن‌ها: رکوردهای سازمان شما که امینی نویسنده‌شان را باز کرده، نخست تازه‌ترین.",
            ),
        ),
        whole(
            "waitingCount",
            "How much waits: How many things wait, answered here or not.",
            "شمار کارهای مانده: چند کار مانده است، در این پاسخ یا نه.",
            required=True,
        ),
    ),
    Words(
        "Viewer: You, as the hub knows you by your token.",
        "بیننده: شما، چنان‌که کانون از توکن‌تان می‌شناسد.",
    ),
)

VIEWER = Inquiry(
    "viewer",
    "Viewer",
    Words(
        "You: Who you are to the hub, and what waits for you: all a client needs to begin.",
        "شما: برای کانون چه کسی هستید و چه در انتظار شماست: هر چه برنامه برای آغاز لازم دارد.",
    ),
    arguments=(),
)

RATE_SHAPE = Shape(
    "RateLimit",
    (
        whole(
            "points",
            "Points: What this request costs.",
            "امتیاز: بهای همین درخواست.",
            required=True,
        ),
        whole(
            "maximum",
            "Most for a request: A request that costs more is refused.",
            "بیشینهٔ درخواست: درخواستی که بیش از این بخواهد رد می‌شود.",
            required=True,
        ),
        whole(
            "limit",
            "Limit: Points a minute that you may spend; null where there is no bound.",
            "سقف: امتیازی که در هر دقیقه می‌توانید خرج کنید؛ اگر سقفی نیست null.",
        ),
        whole(
            "remaining",
            "Remaining: Points that are left, this request paid.",
            "مانده: امتیازی که پس از این درخواست مانده است.",
        ),
        moment(
            "resetsAt",
            "Resets at: When points begin to come back.",
            "زمان بازگشت: هنگامی که امتیازها رفته‌رفته بازمی‌گردند.",
        ),
    ),
    Words(
        "Rate limit: What requests cost, and what you may still spend.",
        "سقف درخواست: بهای درخواست‌ها و آنچه هنوز می‌توانید خرج کنید.",
    ),
)

RATE = Inquiry(
    "rateLimit",
    "RateLimit",
    Words(
        "Rate limit: What this request costs, and what is left of your points for this minute. To plan a"
        " text that the database has not answered lately is paid, too, and bounded by itself:"
        f" {MAXIMUM_PLANNING:,} points (`QUERY_TOO_LONG`).",
        "سقف درخواست: بهای این درخواست و آنچه از امتیاز این دقیقه مانده است. برنامه‌ریزی متنی که پایگاه داده"
        " تازگی پاسخش را نداده نیز بها دارد و سقف خود را:"
        f" {digits(MAXIMUM_PLANNING)} امتیاز (`QUERY_TOO_LONG`).",
    ),
    arguments=(),
)

PROVIDERS = Inquiry(
    "signInProviders",
    "SignInProvider",
    Words(
        "Sign-in providers: Whom people may sign in with at this hub (OpenID Connect).",
        "واسطه‌های ورود: کسانی که در این کانون می‌توان با آنان وارد شد (OpenID Connect).",
    ),
    arguments=(),
    many=True,
)

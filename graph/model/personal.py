"""What somebody says of themself, wherever it is given or told, and what they alone see of themself."""

from graph.limits import MAXIMUM_OFFICES, MAXIMUM_PASSKEYS, MAXIMUM_SESSIONS
from graph.model.affiliations import AffiliationRight
from graph.model.common import Language
from graph.model.days import PLANNED
from graph.model.declare import NEVER, choice, choices, day, flag, text, whole
from graph.model.members import Computed, Giving, Kind, Nested, Property
from graph.model.nodes import Shape
from graph.model.sessions import FactorKind
from graph.model.words import Choice, Words

DIGEST_HOUR = 8
"""When letters of what is new are sent to whoever has not said."""


class DigestPace(
    Choice,
    en="Pace: How often somebody is mailed what is new for them.",
    fa="دوره: هر چند وقت خبرهای تازه برای شخص فرستاده می‌شود.",
):
    NEVER = "NEVER", "Never: Nothing is mailed.", "هرگز: چیزی فرستاده نمی‌شود."
    DAILY = "DAILY", "Daily: Every day on which there is something.", "روزانه: هر روز که خبری هست."
    WEEKLY = "WEEKLY", "Weekly: On Saturdays, if there is something.", "هفتگی: شنبه‌ها، اگر خبری هست."


def digest_pace(given: Giving = NEVER) -> Property:
    """How often a person is mailed what is new."""
    return choice(
        "digest",
        DigestPace,
        "Letters of what is new: How often they are mailed; none where there is nothing. Weekly if not said.",
        "نامهٔ خبرها: هر چند وقت فرستاده می‌شود؛ اگر خبری نباشد هیچ. اگر نگفته باشید هفتگی.",
        given,
        required=given is NEVER,
    )


def digest_hour(given: Giving = NEVER) -> Property:
    """At which hour that is mailed."""
    return whole(
        "digestHour",
        f"Hour of that letter: From 0 to 23, in the time zone of the hub; {DIGEST_HOUR} if not said.",
        "ساعت آن نامه: از ۰ تا ۲۳، به وقت کانون؛ اگر نگفته باشید ۸.",
        given,
        required=given is NEVER,
        least=0,
        most=23,
    )


def languages(given: Giving = NEVER) -> Property:
    """The languages that a person reads."""
    return choices(
        "languages",
        Language,
        "Languages: Those the person reads, the one they are written to in first.",
        "زبان‌ها: زبان‌هایی که شخص می‌خواند؛ نامه‌ها به نخستین آن‌هاست.",
        given,
    )


def listed(given: Giving = NEVER) -> Property:
    """Whether all members see a person's name. Where a client gives it, it may leave it out."""
    return flag(
        "listed",
        "Listed: Whether all members may see the name, not those of the same organization alone.",
        "نمایان: آیا همهٔ اعضا نام را می‌بینند، نه تنها همکاران همان سازمان.",
        given,
        required=given is NEVER,
    )


def _of_account(pattern: str, values: str, order: str) -> str:
    """Cypher for rows that lead to the account of the person `row`."""
    return (
        f"COLLECT {{ MATCH {pattern}-[:OF]->(:Account {{id: «row».account}}) WITH x ORDER BY {order}"
        f" RETURN {values} }}"
    )


_SESSIONS = _of_account(
    "(x:Session)",
    "{id: x.id, way: x.way, agent: x.agent, createdAt: x.createdAt, usedAt: x.usedAt, expiresAt: x.expiresAt,"
    " current: x.id = $viewer.session}",
    "x.usedAt DESC, x.id",
)
_PASSKEYS = _of_account(
    "(x:Passkey)", "{id: x.id, name: x.name, createdAt: x.createdAt, usedAt: x.usedAt}", "x.createdAt, x.id"
)
_PROVIDERS = _of_account("(x:Identity)", "x.provider", "x.provider")
_OFFICES = """COLLECT {
  MATCH (:Person {id: «row».id})<-[:AFFILIATES]-(f:Affiliation)-[:AFFILIATED_WITH]->(o:Organization)
  WHERE f.status = 'ACTIVE'
  WITH f, o ORDER BY f.createdAt, f.id
  RETURN {id: f.id, office: f.office, right: f.right, since: f.since, organization: o}
}"""
PERSON_SEEN = f"""head(COLLECT {{
  MATCH (a:Account)-[:OF]->(p:Node&Person {{id: $viewer.person}})
  RETURN {{id: p.id, name: p.name, languages: p.languages, listed: p.listed, mail: a.mail, account: a.id,
          digest: coalesce(a.digest, '{DigestPace.WEEKLY.value}'),
          digestHour: coalesce(a.digestHour, {DIGEST_HOUR}),
          hasPassword: a.passwordHash IS NOT NULL,
          secondFactors: CASE WHEN a.totpSecret IS NULL THEN [] ELSE ['CODE', 'RECOVERY_CODE'] END
            + CASE WHEN EXISTS {{ (a)<-[:OF]-(:Passkey) }} THEN ['PASSKEY'] ELSE [] END,
          secondFactorShown: EXISTS {{
            (s:Session {{id: $viewer.session}}) WHERE s.secondFactorAt IS NOT NULL
          }}}}
}})"""
"""The person who asks, as they alone see themselves; null for whoever has not signed in."""

OFFICE = Shape(
    "ViewerOffice",
    (
        Property(
            "id",
            Kind.ID,
            required=True,
            words=Words("Id: That of the affiliation.", "شناسه: شناسهٔ همین سمت."),
        ),
        Nested(
            "organization",
            "Organization",
            words=Words(
                "Organization: Where the person has the office.", "سازمان: سازمانی که شخص در آن سمت دارد."
            ),
        ),
        text(
            "office",
            "Office: What the person is there, e.g. programs manager; null where that is not told.",
            "عنوان سمت: شخص در سازمان چه کاره است، مانند مدیر برنامه‌ها؛ اگر گفته نشده null.",
        ),
        choice(
            "right",
            AffiliationRight,
            "Right: What the person may do in its name.",
            "اختیار: از سوی سازمان چه می‌تواند بکند.",
            required=True,
        ),
        day("since", "Since: The day the person joined.", "از: روزی که شخص پیوست.", days=PLANNED),
    ),
    Words(
        "Office of the viewer: One that you have in an organization; `Hub-Organization` chooses among them.",
        "سمت بیننده: سمتی که در سازمانی دارید؛ سرآیند `Hub-Organization` یکی را برمی‌گزیند.",
    ),
)

SIGN_IN_PROVIDER = Shape(
    "SignInProvider",
    (
        text(
            "provider",
            "Provider: Its short name, as in `/sign-in/oidc/…/start?next=/desk`, which leads there and back.",
            "واسطه: نام کوتاه آن، چنان که در `/sign-in/oidc/…/start?next=/desk` آمده است.",
            required=True,
        ),
        text("name", "Name: What people call it.", "نام: مردم آن را به چه نامی می‌شناسند.", required=True),
    ),
    Words(
        "Sign-in provider: Somebody else at whom people of this hub may sign in.",
        "واسطهٔ ورود: کس دیگری که مردم این کانون می‌توانند نزد او وارد شوند.",
    ),
)

VIEWER_PERSON = Shape(
    "ViewerPerson",
    (
        Property("id", Kind.ID, required=True, words=Words("Id: Your own.", "شناسه: شناسهٔ خود شما.")),
        text("name", "Name: What the person is called.", "نام: شخص را به چه نامی می‌خوانند.", required=True),
        text(
            "mail",
            "Mail address: Where you get mail.",
            "نشانی رایانامه: نامه‌ها به کجا می‌آیند.",
            required=True,
        ),
        languages(),
        listed(),
        digest_pace(),
        digest_hour(),
        flag(
            "hasPassword",
            "Has a password: Or signs in by other ways alone.",
            "گذرواژه دارد: یا تنها از راه‌های دیگر وارد می‌شود.",
        ),
        choices(
            "secondFactors",
            FactorKind,
            "Second factors: What the account has set up.",
            "عامل‌های دوم: آنچه حساب برپا کرده است.",
        ),
        flag(
            "secondFactorShown",
            "Second factor shown: In this session; administrators and trustees act as such only then.",
            "عامل دوم نشان داده شد: در این نشست؛ سرپرست و امین تنها آنگاه کار می‌کنند.",
        ),
        Nested(
            "offices",
            "ViewerOffice",
            many=True,
            most=MAXIMUM_OFFICES,
            cypher=lambda row, _see: _OFFICES.replace("«row»", row),
            words=Words("Offices: Those that you have now.", "سمت‌ها: سمت‌هایی که اکنون دارید."),
        ),
        Nested(
            "sessions",
            "Session",
            many=True,
            most=MAXIMUM_SESSIONS,
            cypher=lambda row, _see: _SESSIONS.replace("«row»", row),
            words=Words("Sessions: Yours, the one used last first.", "نشست‌ها: نشست‌های شما، نخست تازه‌ترین."),
        ),
        Nested(
            "passkeys",
            "Passkey",
            many=True,
            most=MAXIMUM_PASSKEYS,
            cypher=lambda row, _see: _PASSKEYS.replace("«row»", row),
            words=Words("Passkeys: Yours.", "کلیدهای عبور: کلیدهای شما."),
        ),
        Computed(
            "providers",
            Kind.STRING,
            lambda row, _see: _PROVIDERS.replace("«row»", row),
            many=True,
            words=Words(
                "Providers: Those you can sign in through (OpenID Connect).",
                "واسطه‌ها: آن‌ها که می‌توانید با آنان وارد شوید (OpenID Connect).",
            ),
        ),
    ),
    Words(
        "Person of the viewer: What you alone see of yourself.",
        "شخص بیننده: آنچه تنها خود شما از خود می‌بینید.",
    ),
)

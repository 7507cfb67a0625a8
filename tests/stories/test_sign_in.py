"""An editor signs in without a password: through the ministry's sign-in, then with a passkey of her phone."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.authenticator import Authenticator
from tests.browser import Browser, Mailbox
from tests.conftest import Neo4j
from tests.provider import CLIENT, SECRET, Provider, running
from tests.running import Hub, own_hub

_ME = (
    "{ viewer { role organization { id } person { name mail hasPassword secondFactors sessions { way } } } }"
)
_MAIL = "zahra@example.ir"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with running() as made:
        made.person = {"sub": "4711", "email": _MAIL, "email_verified": True, "name": "زهرا نادری"}
        yield made


@pytest.fixture(scope="module")
def hub(
    neo4j_server: Neo4j, provider: Provider, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Hub, Mailbox]]:
    folder: Path = tmp_path_factory.mktemp("state")
    file = folder / "providers.toml"
    file.write_text(
        f'[ministry]\nissuer = "{provider.issuer}"\nclient_id = "{CLIENT}"\nclient_secret = "{SECRET}"\n',
        "utf-8",
    )
    with own_hub(neo4j_server, HUB_STATE_DIR=str(folder), HUB_OIDC_PROVIDERS=str(file)) as made:
        yield made, Mailbox(folder / "mail")


def through_the_ministry(browser: Browser) -> None:
    gone = browser.client.get("/sign-in/oidc/ministry/start?next=/desk")
    with httpx.Client() as at_provider:
        back = urlsplit(at_provider.get(gone.headers["location"]).headers["location"])
    assert browser.client.get(f"{back.path}?{back.query}").headers["location"] == "/desk"


def test_an_invited_editor_needs_no_password(hub: tuple[Hub, Mailbox]) -> None:
    made, mailbox = hub
    organization = made.organization("دست یاری")
    given = {"organizationId": organization, "mail": _MAIL, "right": "EDITOR", "office": "دبیر"}
    made.deed("invitePerson", given, "", made.admin)
    assert mailbox.next()["to"] == _MAIL

    desk = Browser(made)
    through_the_ministry(desk)
    me = desk.ask(_ME)["viewer"]
    assert (me["role"], me["organization"]) == ("MEMBER", {"id": organization})
    assert me["person"] == {
        "name": "زهرا نادری",
        "mail": _MAIL,
        "hasPassword": False,
        "secondFactors": [],
        "sessions": [{"way": "OIDC"}],
    }

    phone = Authenticator(made.address.replace("127.0.0.1", "localhost"), "localhost")
    credential = phone.make(desk.done("beginPasskey", None, "options")["options"])
    desk.done("addPasskey", {"credential": credential, "name": "گوشی"}, "done")
    on_phone = Browser(made)
    options = on_phone.done("beginPasskeySignIn", None, "options")["options"]
    on_phone.done("signInWithPasskey", {"credential": phone.sign(options)}, "signedIn")
    me = on_phone.ask(_ME)["viewer"]
    assert me["person"]["secondFactors"] == ["PASSKEY"]
    assert [session["way"] for session in me["person"]["sessions"]] == ["PASSKEY", "OIDC"]

    # Nobody guesses a password that there is not, and the phone ends what the desk has left open.
    assert Browser(made).sign_in(_MAIL, "whatever it may be")["errors"][0]["code"] == "SIGN_IN_FAILED"
    assert on_phone.done("endOtherSessions", None, "ended")["ended"] == 1
    assert desk.post(_ME).json()["errors"][0]["extensions"]["code"] == "SESSION_ENDED"

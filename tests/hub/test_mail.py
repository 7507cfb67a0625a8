"""Letters: over a real SMTP server, into a folder without one, in both languages, and what the doctor says."""

import asyncio
import email
import email.policy
import gc
import inspect
import socket
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from graph.errors import ValueRefused
from graph.model.affiliations import AffiliationRight
from hub import letters
from hub.doctor import Place
from hub.doctor import mail as examined
from hub.mail import Letter, Post, mail_folder
from hub.settings import MailSecurity, Settings

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

LETTER = Letter(
    "sara@example.ir", "fa", "گذرواژهٔ تازه", "این پیوند را باز کنید:\n\nhttps://hub.example.ir/x#y\n"
)


@dataclass
class Taken:
    """A mail server's memory; it refuses whom it does not know."""

    letters: list[Any] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 (aiosmtpd's)
        if envelope.rcpt_tos == ["nobody@example.ir"]:
            return "550 no such user"
        self.letters.append(envelope)
        return "250 taken"


def _known(_server: Any, _session: Any, _envelope: Any, mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"hub", b"its password")
    return AuthResult(success=right and mechanism in {"LOGIN", "PLAIN"})


@contextmanager
def serving() -> Iterator[tuple[Taken, int]]:
    taken = Taken()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(
        taken,
        hostname="127.0.0.1",
        port=port,
        authenticator=_known,
        auth_required=True,
        auth_require_tls=False,
    )
    server.start()
    try:
        yield taken, port
    finally:
        server.stop()
        # Of whoever has only looked whether it answers it leaves the connection open.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()


def settings(**given: Any) -> Settings:
    return Settings(
        mail_server="127.0.0.1",
        mail_security=MailSecurity.NONE,
        mail_from="Hub <hub@example.ir>",
        mail_user="hub",
        **given,
    )


def test_a_letter_goes_over_smtp_as_text_that_is_read_without_pictures() -> None:
    with serving() as (taken, port):
        asyncio.run(Post(settings(mail_port=port, mail_password="its password")).send(LETTER))
    (envelope,) = taken.letters
    assert (envelope.mail_from, envelope.rcpt_tos) == ("hub@example.ir", ["sara@example.ir"])
    told = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert (told["to"], told["from"], told["subject"]) == (LETTER.to, "Hub <hub@example.ir>", LETTER.subject)
    assert (told["content-language"], told["auto-submitted"]) == ("fa", "auto-generated")
    assert told.get_content_type() == "text/plain"
    assert told.get_content().replace("\r\n", "\n") == LETTER.text


@pytest.mark.parametrize("fault", ["password", "person", "port"])
def test_what_the_server_refuses_is_told(fault: str) -> None:
    with serving() as (taken, port):
        given = settings(
            mail_port=1 if fault == "port" else port,
            mail_password="another" if fault == "password" else "its password",
        )
        letter = Letter("nobody@example.ir", "en", "a", "b\n") if fault == "person" else LETTER
        with pytest.raises(ValueRefused, match="MAIL_FAILED"):
            asyncio.run(Post(given).send(letter))
    assert taken.letters == []


def test_without_a_server_letters_lie_in_a_folder_of_their_owners(tmp_path: Path) -> None:
    told = Settings(state_dir=tmp_path)
    assert mail_folder(told) == tmp_path / "mail"

    async def sent() -> None:
        post = Post(told)
        post.later(LETTER)

        async def none() -> None:
            return None

        post.later(none)
        await post.close()

    asyncio.run(sent())
    (file,) = (tmp_path / "mail").glob("*.eml")
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert "این پیوند را باز کنید:" in file.read_text("utf-8")


def test_the_doctor_says_where_letters_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(tmp_path, 0)
    found = examined(place)
    assert (found.what, found.mend) == (
        f"Letters are sent to nobody, but lie in {tmp_path / 'mail'}: set HUB_MAIL_SERVER",
        "",
    )
    monkeypatch.setenv("HUB_MAIL_SERVER", "127.0.0.1")
    monkeypatch.setenv("HUB_MAIL_PORT", "1")
    assert examined(place).mend == "Start it, or correct HUB_MAIL_SERVER and HUB_MAIL_PORT."
    with serving() as (_, port):
        monkeypatch.setenv("HUB_MAIL_PORT", str(port))
        assert (
            examined(place).what
            == f"The mail server 127.0.0.1:{port} answers; letters are from hub@localhost"
        )


def test_every_letter_is_written_in_both_languages_with_its_link() -> None:
    given = {
        "to": "a@example.ir",
        "organization": "پل",
        "invited": letters.Invited("پل", "پل", AffiliationRight.EDITOR.words, "دبیر"),
        "where": "https://hub.example.ir/x#y",
        "days": 14,
        "hours": 2,
    }
    made = [
        one
        for name, one in vars(letters).items()
        if inspect.isfunction(one) and one.__module__ == letters.__name__ and name not in {"link", "_letter"}
    ]
    assert len(made) == 7
    for one in made:
        names = inspect.signature(one).parameters
        of = {name: value for name, value in given.items() if name in names}
        english, persian = (one(**of, language=language) for language in ("en", "fa"))
        assert english.subject.isascii()
        assert not persian.subject.isascii()
        assert "ي" not in persian.text
        assert "ك" not in persian.text
        for letter in (english, persian):
            assert ("https://hub.example.ir/x#y" in letter.text) is ("where" in names)
            assert letter.text.endswith("\n")

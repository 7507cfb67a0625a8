"""Turn letters into mail: over SMTP, or without a server into a folder, where an operator finds them.

A letter is plain text, and may say the same as HTML without pictures: nothing in it tells that it was opened.
"""

import asyncio
import secrets
import smtplib
import ssl
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path

import structlog

from graph.errors import GraphError, ValueRefused
from graph.limits import MAXIMUM_MAIL_SECONDS, MAXIMUM_WAITING_MAILS
from graph.server.folder import FOLDER_MODE, write_private
from hub.settings import MailSecurity, Settings

log = structlog.get_logger("hub")

_FOLDER = "mail"
_PAUSES = (0.0, 5.0, 60.0)
"""Seconds to wait before each try of a letter that nobody waits for."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is written to somebody: in which language, about what, and the text; the same as HTML, if any.

    One with an `id` is the same letter however often it is sent; `headers` go with it.
    """

    to: str
    language: str
    subject: str
    text: str
    html: str = ""
    id: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def mail_folder(settings: Settings) -> Path:
    """Where letters lie if no server is set: beside the data, or beside what else the hub keeps."""
    beside = settings.data_dir or settings.state_dir or Path(".data")
    return beside / _FOLDER


class Post:
    """Sends letters as the settings say."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._under_way: set[asyncio.Task[None]] = set()

    async def send(self, letter: Letter) -> None:
        """Send a letter. Raises ValueRefused MAIL_FAILED where nobody takes it."""
        try:
            async with asyncio.timeout(MAXIMUM_MAIL_SECONDS):
                await asyncio.to_thread(self._deliver, letter)
        except (OSError, smtplib.SMTPException, TimeoutError) as error:
            log.warning("mail_failed", cause=type(error).__name__)
            raise ValueRefused("MAIL_FAILED") from error

    def later(self, letter: Letter | Callable[[], Awaitable[Letter | None]]) -> None:
        """Send a letter, or what is made to be one, without making anybody wait.

        How long it takes to answer tells nobody whether there is one.
        """
        if len(self._under_way) >= MAXIMUM_WAITING_MAILS:
            log.warning("mail_failed", cause="TooMany")
            return
        task = asyncio.create_task(self._retried(letter))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self) -> None:
        """Wait for the letters that are under way, for as long as one may take."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=MAXIMUM_MAIL_SECONDS)
            for task in late:
                task.cancel()

    async def _retried(self, given: Letter | Callable[[], Awaitable[Letter | None]]) -> None:
        try:
            letter = given if isinstance(given, Letter) else await given()
        except GraphError as error:
            log.warning("mail_failed", cause=error.code)
            return
        if letter is None:
            return
        for pause in _PAUSES:
            await asyncio.sleep(pause)
            with suppress(GraphError):
                await self.send(letter)
                return

    def _deliver(self, letter: Letter) -> None:
        sender = self._settings.mail_from
        if self._settings.mail_server:
            self._hand_over(_message(letter, sender))
        else:
            _lay_down(_message(letter, sender, encoding="8bit"), mail_folder(self._settings), letter.id)

    def _hand_over(self, message: EmailMessage) -> None:
        with self._server() as server:
            if self._settings.mail_security is MailSecurity.STARTTLS:
                server.starttls(context=ssl.create_default_context())
            if self._settings.mail_user:
                server.login(self._settings.mail_user, self._settings.mail_password)
            server.send_message(message)

    def _server(self) -> smtplib.SMTP:
        told, seconds = self._settings, float(MAXIMUM_MAIL_SECONDS)
        if told.mail_security is not MailSecurity.TLS:
            return smtplib.SMTP(told.mail_server, told.mail_port, timeout=seconds)
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(told.mail_server, told.mail_port, timeout=seconds, context=context)


def _message(letter: Letter, sender: str, encoding: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, letter.to, letter.subject
    message["Date"] = format_datetime(datetime.now(UTC))
    domain = sender.rpartition("@")[2].rstrip(">") or "localhost"
    message["Message-ID"] = f"<{letter.id}@{domain}>" if letter.id else make_msgid(domain=domain)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte=encoding)
    if letter.html:
        message.add_alternative(letter.html, subtype="html", cte=encoding)
    message["Content-Language"] = letter.language
    for name, value in letter.headers.items():
        message[name] = value
    return message


def _lay_down(message: EmailMessage, folder: Path, id_: str) -> None:
    """Put a letter into a folder, for its owner alone: it may hold a link that opens an account."""
    folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    name = id_ or f"{moment}-{secrets.token_hex(4)}"
    write_private(folder / f"{name}.eml", message.as_bytes().decode())

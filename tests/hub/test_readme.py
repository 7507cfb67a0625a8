"""What README.md shows is what the code does."""

import asyncio
import json
import re
import shlex
import subprocess
from pathlib import Path

from graphql import parse
from graphql.execution import execute

from graph.compiler import Compiler
from graph.model import MODEL
from hub.context import ANONYMOUS, Context
from hub.http.execution import HubExecutor
from hub.schema import CORE
from tests.running import Hub

README = Path(__file__).parents[2] / "README.md"


def _block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


class _Asked:
    """Stands where a connection does, and keeps the text."""

    text = ""

    async def value(self, text: str, _parameters: object, _bookmark: object) -> None:
        self.text = text


def test_the_query_becomes_the_cypher_shown() -> None:
    asked = _Asked()
    context = Context(asked, Compiler(MODEL), ANONYMOUS)  # type: ignore[arg-type]
    asyncio.run(_executed(context))
    assert _plain(asked.text) == _plain(_block("cypher"))


async def _executed(context: Context) -> None:
    document = parse(_block("graphql"))
    await execute(CORE, document, context_value=context, executor_class=HubExecutor)  # type: ignore[misc]


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_demo_gives_the_answer_shown(hub: Hub) -> None:
    hub.demo()
    told = hub.post(_block("graphql"), language="fa").json()
    assert told["data"] == json.loads(_block("json"))["data"]


def test_the_subscription_shown_tells_what_happens(hub: Hub) -> None:
    (found,) = re.findall(
        r"^curl -N http://127\.0\.0\.1:8000(.*?)\n```", README.read_text("utf-8"), re.S | re.M
    )
    with subprocess.Popen(
        ["curl", "-sN", *shlex.split(hub.address + found.replace("\\\n", ""))],
        stdout=subprocess.PIPE,
        text=True,
    ) as curl:
        assert curl.stdout is not None
        try:
            assert curl.stdout.readline() == ":\n"  # It has begun.
            hub.organization("گروه تازه‌وارد")
            lines = [curl.stdout.readline().strip() for _ in range(4)]
        finally:
            curl.kill()
    assert lines[:2] == ["", "event: next"]
    told = json.loads(lines[3].removeprefix("data: "))["data"]["events"]
    assert told["kind"] == "ORGANIZATION_REGISTERED"

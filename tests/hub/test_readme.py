"""What README.md shows is what the code does."""

import asyncio
import json
import re
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

"""A running hub as tests see it: over HTTP, with tokens and organizations at hand."""

import asyncio
import atexit
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

import httpx

from graph.connection import Database
from graph.migrations import migrate
from graph.server.folder import read_address, read_password
from graph.server.launcher import USER
from graph.server.parent import signal_at_its_end
from graph.server.watchdog import Patience
from hub import tokens
from hub.context import day_of
from hub.settings import TIME_ZONE
from seed.demo.loader import load
from tests.conftest import Neo4j
from tests.forking import Forked, forked
from tests.network import empty

T = TypeVar("T")
Started: TypeAlias = "subprocess.Popen[str] | Forked"
"""A hub process."""

PATIENT_SECONDS = 300
"""How long a test waits for an answer: a slow machine plans a first query for a while."""

ROOT = Path(__file__).parents[1]
_IMPATIENT = """
import json, sys
from functools import partial
import hub.up
from graph.server.watchdog import Patience
from hub.cli import main
hub.up.Supervisor = partial(hub.up.Supervisor, patience=Patience(**json.loads(sys.argv.pop(1))))
main()
"""

_INPUTS = '{ __type(name: "Mutation") { fields { name args { type { ofType { name } } } } } }'


def today() -> date:
    """The hub's day. Ask for it when it is needed: a run may go past midnight."""
    return day_of(datetime.now(UTC), ZoneInfo(TIME_ZONE))


def days_since(first: date) -> set[str]:
    """The days from `first` to today."""
    return {str(first + timedelta(days=n)) for n in range((today() - first).days + 1)}


def ended_with_us() -> None:
    """Stop with the tests, however they end; for a process that is started in their main thread."""
    signal_at_its_end(signal.SIGTERM)


_ALONE = {"HUB_WARMING": "off", "HUB_TELLING": "off"}
"""A hub of tests lives for seconds, and tells nobody what happens on a database that others have, too."""


def start_hub(
    neo4j: Neo4j,
    *,
    folder: Path | None = None,
    program: Sequence[str] = (),
    log: Path | None = None,
    **environment: str,
) -> tuple[Started, str]:
    """A hub process on a free port, and its address.

    `folder`: where its code is, if not here; `program`: what starts it, if not `-m hub`; `log`: the file of
    what it logs.
    """
    variables = {
        **os.environ,
        "NEO4J_URI": neo4j.uri,
        "NEO4J_USER": neo4j.user,
        "NEO4J_PASSWORD": neo4j.password,
        "HUB_REQUEST_SECONDS": str(PATIENT_SECONDS),
        **_ALONE,
        **{f"HUB_BUDGET_{who}": "1000000000000" for who in ("ANONYMOUS", "MEMBER", "COORDINATOR")},
        **environment,
    }
    process = _started(variables, folder, program, log)
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith("Serving on http://"), line
    return process, line.removeprefix("Serving on ").strip()


def _started(
    environment: dict[str, str], folder: Path | None, program: Sequence[str], log: Path | None
) -> Started:
    arguments = ["serve", "--port", "0"]
    if folder is None and not program:
        return forked(arguments, environment, log)
    with nullcontext() if log is None else log.open("w") as stderr:
        return subprocess.Popen(
            [sys.executable, *(program or ("-m", "hub")), *arguments],
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            cwd=folder,
            preexec_fn=ended_with_us,  # noqa: PLW1509 (one call of the system)
            env=environment,
        )


@contextmanager
def hub_up(
    folder: Path, *arguments: str, patience: Patience | None = None, **variables: str
) -> Iterator[subprocess.Popen[str]]:
    """A real `hub up` on a folder, ended by SIGTERM if it still runs at the end.

    `patience`: that of its watchdog, where a test cannot wait as long as an operator.
    """
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    started = ["-m", "hub"] if patience is None else ["-c", _IMPATIENT, json.dumps(asdict(patience))]
    command = [sys.executable, *started, "up", "--data-dir", str(folder), "--pagecache", "64m", *arguments]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=inherited | {"HUB_REQUEST_SECONDS": str(PATIENT_SECONDS), **_ALONE} | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=ended_with_us,  # noqa: PLW1509 (one call of the system)
    ) as process:
        timer = threading.Timer(PATIENT_SECONDS, process.kill)
        timer.start()
        try:
            yield process
        finally:
            timer.cancel()
            process.terminate()
            process.communicate()


def address_of(process: subprocess.Popen[str]) -> str:
    """Where a hub says that it answers."""
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.fullmatch(r"Serving on (http://127\.0\.0\.1:\d+)\n", line)
    assert found, (line, process.stderr and process.stderr.read())
    return found[1]


def database_of(folder: Path) -> Neo4j:
    """The database that a hub runs on a folder."""
    address, password = read_address(folder), read_password(folder)
    assert address is not None
    assert password is not None
    return Neo4j(address, USER, password)


@contextmanager
def hub_alone(*, log: Path | None = None, **environment: str) -> Iterator[tuple[Started, str]]:
    """A hub process whose database does not answer, and its address: for what needs none."""
    process, address = start_hub(Neo4j("bolt://127.0.0.1:1", "", ""), log=log, **environment)
    try:
        yield process, address
    finally:
        assert stop_hub(process) == 0


def stop_hub(process: Started) -> int:
    """Stop it as an operator does; its exit code."""
    process.terminate()
    code = process.wait(timeout=30)
    assert process.stdout is not None
    process.stdout.close()
    return code


def lines(log: Path) -> list[dict[str, Any]]:
    """What a hub has logged: nothing but JSON."""
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def worked(neo4j: Neo4j, work: Callable[[Database], Coroutine[Any, Any, T]]) -> T:
    """The result of work on a database."""
    if threading.current_thread() is threading.main_thread():
        runner, database = _kept(neo4j)
        return runner.run(work(database))

    async def connected() -> T:
        async with Database(neo4j.uri, neo4j.user, neo4j.password).opened() as database:
            return await work(database)

    return asyncio.run(connected())


@cache
def _kept(neo4j: Neo4j) -> tuple[asyncio.Runner, Database]:
    """One that stays open: to connect takes ten times as long as most of what tests ask beside a hub."""
    runner, database = asyncio.Runner(), Database(neo4j.uri, neo4j.user, neo4j.password)
    atexit.register(runner.close)
    atexit.register(lambda: runner.run(database.close()))
    return runner, database


@dataclass
class Hub:
    """Asks a hub, and prepares what tests need beside it."""

    address: str
    neo4j: Neo4j
    admin: str = ""
    client: httpx.Client = field(init=False)
    _inputs: dict[str, str] = field(default_factory=dict)
    _owners: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.client = httpx.Client(base_url=self.address, timeout=PATIENT_SECONDS)

    # -- over HTTP ---------------------------------------------------------------------------------

    def post(
        self,
        query: str,
        variables: dict[str, Any] | None = None,
        token: str | None = None,
        language: str = "en",
        **headers: str,
    ) -> httpx.Response:
        """The response to a document."""
        told = {"accept-language": language, **{k.replace("_", "-"): v for k, v in headers.items()}}
        if token:
            told["authorization"] = f"Bearer {token}"
        body = json.dumps({"query": query, "variables": variables})
        return self.client.post(
            "/graphql", content=body, headers={"content-type": "application/json", **told}
        )

    def ask(
        self, query: str, variables: dict[str, Any] | None = None, token: str | None = None
    ) -> dict[str, Any]:
        """The data of a document that must answer without errors."""
        told = self.post(query, variables, token).json()
        assert "errors" not in told, told["errors"]
        return dict(told["data"])

    def do(
        self,
        mutation: str,
        given: dict[str, Any],
        wanted: str,
        token: str | None = None,
        key: str | None = None,
    ) -> dict[str, Any]:
        """The payload of one mutation: `wanted` is selected beside its errors."""
        document = (
            f"mutation($input: {self.input_of(mutation)}!, $key: String)"
            f" {{ {mutation}(input: $input, idempotencyKey: $key)"
            f" {{ {wanted} errors {{ code message path }} }} }}"
        )
        payload = self.ask(document, {"input": given, "key": key}, token)[mutation]
        return dict(payload)

    def done(self, mutation: str, given: dict[str, Any], wanted: str, token: str | None = None) -> Any:
        """The record of a mutation that must succeed; `wanted` names it, e.g. `lesson { id version }`."""
        payload = self.do(mutation, given, wanted, token)
        assert payload["errors"] == [], payload["errors"]
        return payload[wanted.split(maxsplit=1)[0]]

    def refused(self, mutation: str, given: dict[str, Any], wanted: str, token: str | None = None) -> Any:
        """The (code, path) of a mutation that must be refused, and answers with no record."""
        payload = self.do(mutation, given, wanted, token)
        assert payload[wanted.split(maxsplit=1)[0]] is None
        (error,) = payload["errors"]
        assert error["message"]
        return error["code"], error["path"]

    def deed(
        self,
        name: str,
        given: dict[str, Any] | None = None,
        wanted: str = "",
        token: str | None = None,
        **headers: str,
    ) -> Any:
        """The payload of a deed: `wanted` is selected beside its errors."""
        said = (
            f"mutation($input: {self.input_of(name)}!) {{ {name}(input: $input)"
            if given
            else f"mutation {{ {name}"
        )
        document = f"{said} {{ {wanted} errors {{ code message path }} }} }}"
        told = self.post(document, {"input": given} if given else None, token, **headers).json()
        assert "errors" not in told, told["errors"]
        return told["data"][name]

    def input_of(self, mutation: str) -> str:
        """The type of a mutation's input, as the hub says it."""
        if not self._inputs:
            fields = self.ask(_INPUTS)["__type"]["fields"]
            self._inputs = {f["name"]: f["args"][0]["type"]["ofType"]["name"] for f in fields if f["args"]}
        return self._inputs[mutation]

    # -- beside it ---------------------------------------------------------------------------------

    def run(self, work: Callable[[Database], Coroutine[Any, Any, T]]) -> T:
        """The result of work on the database itself."""
        return worked(self.neo4j, work)

    def cypher(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a statement, reading or writing."""

        async def work(database: Database) -> list[dict[str, Any]]:
            rows, _ = await database.write(lambda transaction: transaction.run(text, **parameters))
            return rows

        return self.run(work)

    def count(self) -> int:
        """How many nodes there are, those that only remember a request left out."""
        return int(self.cypher("MATCH (n) WHERE NOT n:Token|AuditEntry RETURN count(n) AS n")[0]["n"])

    def token(
        self,
        organization: str | None,
        role: str = "MEMBER",
        scopes: tuple[str, ...] = ("read", "publish", "exchange", "events"),
        days: int = 30,
        provinces: tuple[str, ...] = (),
        person: str | None = None,
    ) -> str:
        """A fresh token's secret."""
        return self.run(
            lambda database: tokens.create(
                database, organization, role, list(scopes), days, "test", provinces, person
            )
        )[1]

    def organization(self, name_fa: str, **values: Any) -> str:
        """A member organization's id. Another of that name is meant."""
        given = {"kind": "NGO", "nameFa": name_fa, **values}
        document = (
            "mutation($input: RegisterOrganizationInput!) { registerOrganization(input: $input)"
            " { organization { id } errors { code ids } } }"
        )
        payload = self.ask(document, {"input": given}, self.admin)["registerOrganization"]
        twins = [id_ for error in payload["errors"] for id_ in error["ids"]]
        if twins:
            payload = self.ask(document, {"input": given | {"despite": twins}}, self.admin)[
                "registerOrganization"
            ]
        assert payload["errors"] == [], payload["errors"]
        return str(payload["organization"]["id"])

    def member(self, name_fa: str, **values: Any) -> tuple[str, str]:
        """A member organization's id, and a token that acts for it."""
        made = self.organization(name_fa, **values)
        return made, self.token(made)

    def owner_of(self, id_: str) -> str:
        """A token of the organization whose a record is: it alone reads it wherever it stands."""
        (row,) = self.cypher("MATCH (n:Node {id: $id}) RETURN n.ownerIds[0] AS owner", id=id_)
        if row["owner"] not in self._owners:
            self._owners[row["owner"]] = self.token(row["owner"])
        return self._owners[row["owner"]]

    def all_named_have_confirmed(self) -> None:
        """Let everyone who is named in an experience stand among its participants."""
        self.cypher(
            "MATCH (o)<-[:NAMES]-(c:ParticipationClaim)-[:NAMED_IN]->(e) SET c.status = 'CONFIRMED'"
            " MERGE (e)-[:HAS_PARTICIPANT {role: c.role}]->(o)"
        )

    def demo(self) -> None:
        """Load the demo, with the hub's own regions, topics and skills."""

        async def loaded(database: Database) -> None:
            await database.statement("MATCH (m:Migration {name: 'm0002_reference'}) DELETE m")
            await migrate(database)
            await load(database, lambda _what, _share: None)

        self.run(loaded)

    def region(self, code: str, name_fa: str, kind: str = "PROVINCE", part_of: str | None = None) -> str:
        """A region's id."""
        return self._reference(
            "Region",
            "reg",
            code,
            part_of,
            "PART_OF",
            code=code,
            kind=kind,
            nameFa=name_fa,
            nameFaFold=name_fa,
            nameFaSort=name_fa,
            alsoKnownAs=[],
            deprived=False,
            status="IN_USE",
        )

    def topic(self, slug: str, label_fa: str, broader: str | None = None) -> str:
        """A topic's id."""
        return self._reference(
            "Topic",
            "top",
            slug,
            broader,
            "BROADER",
            slug=slug,
            labelFa=label_fa,
            labelFaFold=label_fa,
            labelFaSort=label_fa,
            alsoKnownAs=[],
            status="IN_USE",
        )

    def _reference(
        self, label: str, prefix: str, name: str, above: str | None, edge: str, **properties: Any
    ) -> str:
        made = f"{prefix}_{''.join(c for c in name.lower() if c.isalnum())}"
        properties["countsAs"] = made
        self.cypher(
            f"MERGE (n:Node:{label} {{id: $id}}) SET n += $properties WITH n"
            f" MATCH (a:Node:{label} {{id: $above}}) MERGE (n)-[:{edge}]->(a)",
            id=made,
            properties=properties,
            above=above,
        )
        return made


def prepared(address: str, neo4j: Neo4j) -> Hub:
    """A hub on an empty, migrated graph, with an administrator's token."""
    hub = Hub(address, neo4j)
    hub.run(emptied)
    hub.admin = hub.token(None, "ADMINISTRATOR")
    return hub


@contextmanager
def own_hub(neo4j: Neo4j, *, log: Path | None = None, **environment: str) -> Iterator[Hub]:
    """A hub process of one's own, as its environment sets it up, on an empty, migrated graph."""
    process, address = start_hub(neo4j, log=log, **environment)
    made = prepared(address, neo4j)
    try:
        yield made
    finally:
        made.client.close()
        assert stop_hub(process) == 0


async def emptied(database: Database) -> None:
    """Take every node away, whatever module left it, and migrate, but for the terms: tests bring their own."""
    await empty(database)

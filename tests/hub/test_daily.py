"""What has had its time goes, in batches, from a hub that runs; what has not stays."""

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from graph.limits import MAXIMUM_KEY_DAYS
from graph.queries.expired import BATCH
from tests.conftest import Neo4j
from tests.running import Hub, emptied, start_hub, stop_hub

MANY = 2 * BATCH + 7
KEYS = "UNWIND range(1, $count) AS i CREATE (:Idempotency {key: $name + toString(i), hash: 'x', at: $at})"
LEFT = "MATCH (i:Idempotency) RETURN count(i) AS count, min(i.at) AS oldest"
_SECONDS = 120


def test_keys_of_before_a_month_are_forgotten_soon_after_a_start(neo4j_server: Neo4j, tmp_path: Path) -> None:
    graph = Hub("", neo4j_server)
    graph.client.close()
    graph.run(emptied)
    now = datetime.now(UTC)
    term = timedelta(days=MAXIMUM_KEY_DAYS)
    graph.cypher(KEYS, count=MANY, name="old ", at=now - term - timedelta(hours=1))
    graph.cypher(KEYS, count=3, name="young ", at=now - term + timedelta(hours=1))

    file = tmp_path / "log"
    process, _ = start_hub(neo4j_server, log=file)
    deadline = time.monotonic() + _SECONDS
    while '"daily_' not in file.read_text("utf-8"):
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.2)
    assert stop_hub(process) == 0

    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.startswith("{")]
    (told,) = [line for line in lines if line["event"].startswith("daily_")]
    assert (told["event"], told["idempotency_keys"]) == ("daily_done", MANY)
    (left,) = graph.cypher(LEFT)
    assert (left["count"], left["oldest"] > now - term) == (3, True)

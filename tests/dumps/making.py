"""Tell a hub a few records of each area, by its API alone, and dump them: how `0.1.0.dump` was made.

`python -m tests.dumps.making DIR/server.json FILE`, once for each version that is released, on a database that
may be emptied.
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from graph.connection import Database
from hub.keeping import backup
from tests.conftest import Neo4j
from tests.hub.agreements import REPORT, Two, two
from tests.running import Hub, own_hub


def tell(hub: Hub) -> None:
    """Records of each area, some of them published, anonymized, confirmed, amended, retired."""
    parties = two(hub)
    topic, skill = _terms(parties)
    _lessons(parties, topic, skill)
    _resources(parties, topic)
    _agreement(parties)
    _tie(parties)
    parties.do("coordinator", "retireTopic", {"id": topic["id"], "version": topic["version"]}, "topic { id }")


def _terms(parties: Two) -> tuple[dict[str, Any], dict[str, Any]]:
    wanted = "{ id version }"
    region = {"code": "XX", "kind": "COUNTRY", "nameFa": "کشور آزمون"}
    parties.do("coordinator", "addRegion", region, f"region {wanted}")
    topic = {"slug": "weaving", "labelFa": "بافندگی", "labelEn": "Weaving", "alsoKnownAs": ["گلیم‌بافی"]}
    skill = {"slug": "dyeing", "labelFa": "رنگرزی", "kind": "HARD", "iscoCode": "7318"}
    return (
        parties.do("coordinator", "addTopic", topic, f"topic {wanted}"),
        parties.do("coordinator", "addSkill", skill, f"skill {wanted}"),
    )


def _published(
    parties: Two, who: str, noun: str, given: dict[str, Any], mutation: str = ""
) -> dict[str, Any]:
    """A record, published."""
    label = f"{noun[0].upper()}{noun[1:]}"
    wanted = f"{noun} {{ id version }}"
    made = parties.do(who, mutation or f"create{label}", given, wanted)
    told = parties.do(who, f"publish{label}", made, wanted)
    assert isinstance(told, dict)
    return told


def _lessons(parties: Two, topic: dict[str, Any], skill: dict[str, Any]) -> None:
    experience = {
        "title": "کارگاه گلیم در روستا",
        "happened": "بیست زن گلیم‌بافی آموختند و خریداری نبود.",
        "outcome": "FAILURE",
        "visibility": "PUBLIC",
        "startedOn": "2025-03-21",
        "results": [{"indicator": "فروش", "value": 3.5, "unit": "میلیون تومان"}],
        "targetGroups": ["RURAL"],
        "topicIds": [topic["id"]],
        "skillIds": [skill["id"]],
    }
    told = _published(parties, "debtor", "experience", experience)
    lesson = {
        "statement": "پیش از آموزش، خریدار را پیدا کنید.",
        "recommendation": "با سه فروشنده قرار بگذارید.",
        "visibility": "PUBLIC",
        "experienceIds": [told["id"]],
    }
    learned = _published(parties, "debtor", "lesson", lesson)
    _published(
        parties, "debtor", "lesson", lesson | {"statement": "بازار را بسنجید.", "visibility": "MEMBERS"}
    )
    approach = {
        "title": "نخست بازار",
        "summary": "خریدار پیش از تولید",
        "steps": [{"title": "پرسیدن", "text": "از فروشندگان"}, {"title": "قرار گذاشتن"}],
        "visibility": "PARTNERS",
    }
    parties.do("debtor", "createApproach", approach, "approach { id }")
    adoption = {"adoptedId": learned["id"], "wording": 1, "note": "در استانی دیگر", "visibility": "PUBLIC"}
    parties.do("creditor", "adopt", adoption, "adoption { id }")


def _resources(parties: Two, topic: dict[str, Any]) -> None:
    offer = {
        "kind": "HUMAN",
        "title": "مربی گلیم",
        "quantity": 10,
        "unit": "روز",
        "visibility": "PUBLIC",
        "topicIds": [topic["id"]],
    }
    wanted = "resourceOffer { id version }"
    offered = parties.do("creditor", "offerResource", offer, wanted)
    parties.do(
        "debtor",
        "proposeExchange",
        {"offerId": offered["id"], "quantity": 4, "unit": "روز"},
        "exchange { id }",
    )
    need = {"kind": "MATERIAL", "title": "دار گلیم", "visibility": "MEMBERS"}
    parties.do("debtor", "needResource", need, "resourceNeed { id }")


def _agreement(parties: Two) -> None:
    partnership = parties.agreement({})
    commitment = parties.commitment(partnership)
    report = {"commitmentId": commitment["id"], "reportedStatus": "IN_PROGRESS", "actual": 40}
    told = parties.do("debtor", "reportCommitment", report, REPORT)
    parties.do("creditor", "confirmReport", {"id": told["id"]}, REPORT)
    parties.amend(partnership, summary="چکیدهٔ تازه")


def _tie(parties: Two) -> None:
    ends = {"fromId": parties.ids["debtor"], "toId": parties.ids["creditor"], "kind": "MEMBER_OF"}
    parties.do("debtor", "declareTie", ends, "tieClaim { id }")


def main(server: Path, file: Path) -> None:
    """Empty the database, tell it the records, and dump it."""
    facts = json.loads(server.read_text("utf-8"))
    neo4j = Neo4j(facts["uri"], facts["user"], facts["password"])

    async def dump() -> None:
        async with Database(neo4j.uri, neo4j.user, neo4j.password).opened() as database:
            await backup(database, file, None)

    with own_hub(neo4j, HUB_ANONYMITY="1") as hub:
        tell(hub)
        asyncio.run(dump())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

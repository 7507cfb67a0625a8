"""An organization shows by a paper that it is itself; who decides reads it, and nobody else, for as long as needed."""

from datetime import UTC, datetime, timedelta
from typing import Any

from graph.limits import MAXIMUM_PROOF_DAYS
from hub.daily import tidy
from hub.files.store import Store
from hub.settings import Settings
from tests import documents
from tests.conftest import Neo4j
from tests.hub.files.conftest import Shelf
from tests.running import worked

CLAIM = "organizationClaim { id version status files { id name url } }"


def test_a_paper_proves_a_claim_to_those_who_decide_and_is_gone_some_months_later(
    shelf: Shelf, neo4j_server: Neo4j
) -> None:
    hub = shelf.hub
    fars = hub.region("IR-07", "فارس")
    _, other = hub.member("انجمن دیگر")
    listed = {"kind": "NGO", "nameFa": "خیریهٔ نسیم", "regionIds": [fars]}
    organization = hub.done("listOrganization", listed, "organization { id }", other)["id"]
    readers: dict[str, str | None] = {
        "claimant": hub.token(organization),
        "coordinator": hub.token(None, "COORDINATOR"),
        "of the province": hub.token(None, "COORDINATOR", provinces=(fars,)),
        "administrator": hub.admin,
        "trustee": hub.token(None, "TRUSTEE"),
        "another": other,
        "nobody": None,
    }
    own = readers["claimant"]
    assert own is not None

    def read_by(file: str) -> set[str]:
        return {who for who, token in readers.items() if shelf.reads(file, token)}

    paper = shelf.sent(own, "ثبت.pdf", documents.pdf("registration"))["id"]
    theirs = shelf.sent(other, "نامه.pdf", documents.pdf("letter"))["id"]
    assert read_by(paper) == {"claimant"}
    given: dict[str, Any] = {"organizationId": organization, "office": "مدیرعامل", "proof": "DOCUMENT"}
    before = hub.count()
    assert hub.refused("claimOrganization", given, CLAIM, own) == ("PROOF_NEEDED", ["input", "document"])
    assert hub.refused("claimOrganization", given | {"fileIds": [theirs]}, CLAIM, own)[0] == "NOT_FOUND"
    assert hub.count() == before
    assert read_by(theirs) == {"another"}

    made = hub.done("claimOrganization", given | {"fileIds": [paper]}, CLAIM, own)
    assert [file["name"] for file in made["files"]] == ["ثبت.pdf"]
    decide = {"claimant", "coordinator", "of the province", "administrator"}
    assert read_by(paper) == decide
    accept = {"id": made["id"], "version": made["version"], "reason": "ثبت آن دیده شد."}
    told = hub.done("acceptOrganizationClaim", accept, CLAIM, readers["of the province"])
    assert (told["status"], read_by(paper)) == ("ACCEPTED", decide)

    def tidied(now: datetime) -> int:
        store = Store(str(shelf.folder), Settings())
        return worked(neo4j_server, lambda database: tidy(database, store, now))

    decided, term = datetime.now(UTC), timedelta(days=MAXIMUM_PROOF_DAYS)
    tidied(decided + term - timedelta(days=1))
    assert read_by(paper) == decide
    assert paper in shelf.kept()
    assert tidied(decided + term + timedelta(hours=1)) >= 1
    assert paper not in shelf.kept() | shelf.told()
    assert read_by(paper) == set()
    query = f'{{ organizationClaim(id: "{made["id"]}") {{ status reason files {{ id }} }} }}'
    for who in ("claimant", "coordinator"):
        kept = hub.ask(query, token=readers[who])["organizationClaim"]
        assert kept == {"status": "ACCEPTED", "reason": "ثبت آن دیده شد.", "files": []}

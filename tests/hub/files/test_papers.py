"""An organization applies with its papers; a commitment is met, a step done, a charter adopted, each with a file."""

from typing import Any

import pytest

from tests import documents
from tests.documents import office_open
from tests.hub.files.conftest import Shelf, code
from tests.running import today

APPLICATION = "membershipApplication { id version status files { id name url } }"
NETWORK = {
    "level": "NATIONAL",
    "nameFa": "شبکهٔ ملی کار",
    "nameEn": "National network of work",
    "purpose": "سازمان‌های مردم‌نهاد از هم بیاموزند.",
}


@pytest.fixture(scope="module")
def cast(shelf: Shelf) -> dict[str, str]:
    """The tokens of the network's secretariat, the applicant and another."""
    members = {"welfare": "سازمان رفاه", "ngo": "انجمن کار نو", "other": "خیریهٔ دیگر"}
    return {who: shelf.hub.member(name)[1] for who, name in members.items()}


@pytest.fixture(scope="module")
def network(shelf: Shelf, cast: dict[str, str]) -> Any:
    """A network that is being founded."""
    made = shelf.hub.done("createNetwork", NETWORK, "network { id version }", cast["welfare"])
    begun = {"id": made["id"], "version": made["version"]}
    shelf.hub.done("beginFounding", begun, "network { id version }", cast["welfare"])
    return made["id"]


def readers(shelf: Shelf, cast: dict[str, str], id_: str) -> set[str]:
    everybody: dict[str, str | None] = {**cast, "nobody": None}
    return {who for who, token in everybody.items() if shelf.reads(id_, token)}


def test_the_papers_of_an_application_are_read_by_the_network_once_it_is_submitted(
    shelf: Shelf, cast: dict[str, str], network: str
) -> None:
    hub = shelf.hub
    statutes = shelf.sent(cast["ngo"], "اساسنامه.docx", office_open())["id"]
    licence = shelf.sent(cast["ngo"], "مجوز.jpg", documents.jpeg())["id"]
    given = {
        "networkId": network,
        "kind": "FULL",
        "statement": "می‌خواهیم بیاموزیم.",
        "documents": [{"title": "اساسنامه"}],
        "fileIds": [statutes, licence],
    }
    kinds = hub.ask('{ __type(name: "MembershipKind") { enumValues { name } } }')["__type"]["enumValues"]
    given["kind"] = next(kind["name"] for kind in kinds if kind["name"] not in {"FOUNDER", "OBSERVER"})
    drafted = hub.done("draftApplication", given, APPLICATION, cast["ngo"])
    assert [file["name"] for file in drafted["files"]] == ["اساسنامه.docx", "مجوز.jpg"]
    assert readers(shelf, cast, statutes) == {"ngo"}

    step = {"id": drafted["id"], "version": drafted["version"]}
    sent = hub.done("submitApplication", step, APPLICATION, cast["ngo"])
    assert readers(shelf, cast, statutes) == readers(shelf, cast, licence) == {"ngo", "welfare"}
    back = {"id": sent["id"], "version": sent["version"], "reasons": ["مجوز خوانا نیست"]}
    returned = hub.done("returnApplication", back, APPLICATION, cast["welfare"])
    assert code(shelf.fetch(licence, cast["welfare"], "DELETE")) == (403, "NOT_ALLOWED")

    better = shelf.sent(cast["ngo"], "مجوز.png", documents.png())["id"]
    edit = {"id": returned["id"], "version": returned["version"], "fileIds": [statutes, better]}
    hub.done("editApplication", edit, APPLICATION, cast["ngo"])
    assert readers(shelf, cast, licence) == {"ngo"}
    assert readers(shelf, cast, better) == {"ngo", "welfare"}


def test_who_runs_the_network_shows_a_step_and_a_charter_by_files(
    shelf: Shelf, cast: dict[str, str], network: str
) -> None:
    hub, token = shelf.hub, cast["welfare"]
    letter = shelf.sent(token, "نامه.pdf", documents.pdf("letter"))["id"]
    given = {"networkId": network, "titleFa": "ثبت", "place": 1}
    step = hub.done("addFoundingStep", given, "foundingStep { id version }", token)
    done = {"id": step["id"], "version": step["version"], "doneOn": str(today()), "fileIds": [letter]}
    shown = hub.done("completeFoundingStep", done, "foundingStep { files { id } }", token)
    assert shown["files"] == [{"id": letter}]
    assert readers(shelf, cast, letter) == {*cast, "nobody"}

    scan = shelf.sent(token, "اساسنامهٔ شبکه.pdf", documents.pdf("charter"))["id"]
    draft: dict[str, Any] = {"networkId": network, "title": "اساسنامه", "fileIds": [scan]}
    draft["articles"] = [{"number": 1, "text": "شبکه برای آموختن است."}]
    charter = hub.done("draftCharter", draft, "charter { id version files { id } }", token)
    assert charter["files"] == [{"id": scan}]
    assert readers(shelf, cast, scan) == {"welfare"}
    adopt = {"id": charter["id"], "version": charter["version"]}
    hub.done("adoptCharter", adopt, "charter { id }", token)
    assert readers(shelf, cast, scan) == {*cast, "nobody"}

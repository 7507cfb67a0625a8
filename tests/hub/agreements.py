"""Two parties with a signed partnership and what one owes the other, over HTTP: for tests of what follows."""

from dataclasses import dataclass
from typing import Any

from tests.running import Hub

PARTNERSHIP = "partnership { id version termsVersion status titleFa endsOn }"
COMMITMENT = (
    "commitment { id version status standing overdue titleFa target unit dueOn progress progressShare"
    " progressOn reportStatus closingReason }"
)
REPORT = (
    "commitmentReport { id status reportedStatus asOf actual target unit evidenceUrl note answeredOn"
    " disputeReason reportedBy { id } corrects { id } }"
)
AMENDMENT = "amendment { id status standsOn inForceOn declineReason proposedBy { id } declinedBy { id } }"


@dataclass(frozen=True)
class Two:
    """Debtor and creditor, a third party, and one that stands outside: their ids and tokens."""

    hub: Hub
    ids: dict[str, str]
    tokens: dict[str, str | None]

    def do(self, who: str, mutation: str, given: dict[str, Any], wanted: str) -> Any:
        """The record of a mutation that must succeed."""
        return self.hub.done(mutation, given, wanted, self.tokens[who])

    def refused(self, who: str, mutation: str, given: dict[str, Any], wanted: str) -> Any:
        """The code and the path of one that must not."""
        return self.hub.refused(mutation, given, wanted, self.tokens[who])

    def agreement(self, *commitments: dict[str, Any], third: bool = False, **terms: Any) -> str:
        """A partnership that all its parties have signed, with what the debtor owes the creditor."""
        who = ("debtor", "creditor", "third") if third else ("debtor", "creditor")
        parties = [{"organizationId": self.ids[name], "role": "همکار"} for name in who]
        usual = {"kind": "MOU", "titleFa": "پیمان", "visibility": "PUBLIC", "startsOn": "2025-01-01"}
        given = {**usual, "parties": parties, **terms}
        made = self.do("debtor", "draftPartnership", given, PARTNERSHIP)
        for one in commitments:
            self.do("creditor", "addCommitment", self.owed(made["id"], **one), COMMITMENT)
        sign = {"id": made["id"], "version": 1 + len(commitments), "signedOn": "2025-01-01"}
        for name in who:
            self.do(name, "signPartnership", sign, PARTNERSHIP)
        return str(made["id"])

    def owed(self, partnership: str, **more: Any) -> dict[str, Any]:
        """What a commitment is added with."""
        given = {"partnershipId": partnership, "titleFa": "آموزش ۱۰۰ نفر", "measure": "آموزش‌دیدگان"}
        sides = {"owedById": self.ids["debtor"], "owedToId": self.ids["creditor"]}
        return given | {"target": 100, "unit": "نفر", "dueOn": "2025-06-01"} | sides | more

    def read(self, partnership: str, who: str = "debtor") -> Any:
        """The partnership with its commitments, as somebody reads it."""
        selected = COMMITMENT.removeprefix("commitment ")
        wanted = PARTNERSHIP.removeprefix("partnership {").removesuffix("}")
        query = (
            f"query($id: ID!) {{ partnership(id: $id) {{ {wanted} commitments {{ nodes {selected} }} }} }}"
        )
        return self.hub.ask(query, {"id": partnership}, self.tokens[who])["partnership"]

    def commitment(self, partnership: str, who: str = "debtor") -> Any:
        """The one commitment of a partnership."""
        (one,) = self.read(partnership, who)["commitments"]["nodes"]
        return one

    def amend(self, partnership: str, **change: Any) -> str:
        """A change that the debtor proposes and the creditor accepts: the amendment's id."""
        version = self.read(partnership)["version"]
        given = {"partnershipId": partnership, "version": version, **change}
        made = self.do("debtor", "proposeAmendment", given, AMENDMENT)["id"]
        self.do("creditor", "acceptAmendment", {"id": made}, AMENDMENT)
        return str(made)


def two(hub: Hub) -> Two:
    """Four organizations on a hub, and its secretariat."""
    made = {name: hub.member(f"سازمان {name}") for name in ("debtor", "creditor", "third", "outsider")}
    tokens: dict[str, str | None] = {name: token for name, (_, token) in made.items()}
    tokens |= {"admin": hub.admin, "coordinator": hub.token(None, "COORDINATOR"), "anonymous": None}
    return Two(hub, {name: id_ for name, (id_, _) in made.items()}, tokens)

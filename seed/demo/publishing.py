"""Turn a publisher and a standing into the properties and the deeds of a published record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from graph.model.access import audience
from graph.model.common import RecordStatus, Visibility
from seed.chance import moment, share, weighted
from seed.sketch import Deed, Thing
from seed.timeline import TOLD


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a record stands, and who may read it once it is published."""

    status: RecordStatus
    visibility: Visibility

    @property
    def is_read(self) -> bool:
        """Whether others than its publisher may read it."""
        return self.status is RecordStatus.PUBLISHED and self.visibility is not Visibility.ORGANIZATION


def standing(row: Mapping[str, Any]) -> Standing:
    """The standing that the content tells: published, and to all, where it says nothing."""
    return Standing(
        RecordStatus(row.get("status", RecordStatus.PUBLISHED)),
        Visibility(row.get("visibility", Visibility.PUBLIC)),
    )


def visibility(key: str) -> Visibility:
    """Who may read a record that names its publisher."""
    return weighted(
        f"{key} visibility",
        [
            (Visibility.PUBLIC, 58),
            (Visibility.MEMBERS, 28),
            (Visibility.PARTNERS, 9),
            (Visibility.ORGANIZATION, 5),
        ],
    )


def rights(owners: list[Thing], at: Standing) -> dict[str, Any]:
    """The properties that decide who reads a record."""
    return {
        "visibility": at.visibility,
        "audience": audience(at.status, at.visibility).value,
        "ownerIds": [owner.id for owner in owners],
    }


def published(owner: Thing, at: Standing, when: datetime | None) -> dict[str, Any]:
    """The properties of a record that one organization publishes; `when` it did, None for a draft."""
    return {"status": at.status, "publishedAt": when, **rights([owner], at)}


def life(kind: str, key: str, owner: Thing, at: Standing, created: datetime) -> list[Deed]:
    """What led to a standing: `kind` (EXPERIENCE, LESSON, APPROACH) created, published, withdrawn.

    One after the other within some weeks, and none after the demo's last day.
    """
    deeds = [Deed(f"{kind}_CREATED", created, owner)]
    if at.status is RecordStatus.DRAFT:
        return deeds
    deeds.append(Deed(f"{kind}_PUBLISHED", _later(f"{key} published", created, 9), owner))
    if at.status is RecordStatus.WITHDRAWN:
        deeds.append(Deed(f"{kind}_WITHDRAWN", _later(f"{key} withdrawn", deeds[1].at, 60), owner))
    return deeds


def published_at(deeds: list[Deed]) -> datetime | None:
    """When the record of these deeds was published."""
    return deeds[1].at if len(deeds) > 1 else None


def _later(key: str, than: datetime, days: int) -> datetime:
    wait = timedelta(hours=2) + timedelta(days=days) * share(f"{key} wait")
    return moment(key, than, min(than + wait, TOLD))

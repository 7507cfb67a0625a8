"""Add those whom the network trusts with a role in the demo; nobody signs in as one of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.model.access import Audience
from graph.model.appointments import ACTIVE, ENDED, AppointmentRole
from seed.content import told
from seed.demo.people import at, person
from seed.places import Places
from seed.sketch import Deed, Sketch


def add(sketch: Sketch, places: Places) -> None:
    """Add everybody with what they are trusted with."""
    for row in told("appointments"):
        _appointment(sketch, places, row)


def _appointment(sketch: Sketch, places: Places, row: Mapping[str, Any]) -> None:
    until = row.get("until")
    deeds = [Deed("APPOINTED", at(row["since"]))]
    if until is not None:
        deeds.append(Deed("APPOINTMENT_ENDED", at(until)))
    values = {
        "role": AppointmentRole(row["role"]),
        "status": ACTIVE if until is None else ENDED,
        "since": date.fromisoformat(row["since"]),
        "until": None if until is None else date.fromisoformat(until),
        "audience": Audience.MEMBERS.value,
        "ownerIds": [],
    }
    thing = sketch.record("Appointment", f"appointment {row['key']}", deeds, values)
    sketch.link(thing, "person", [person(sketch, row, [], at(row["since"]))])
    sketch.link(thing, "regions", [places.regions[code] for code in row["provinces"]])
    sketch.link(thing, "topics", [places.topics[slug] for slug in row["topics"]])

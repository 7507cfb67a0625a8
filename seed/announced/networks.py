"""Add the announced national employment network, with the steps that were named of its founding."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from graph.model.access import Audience
from graph.model.founding_steps import FoundingStepStatus
from graph.model.networks import NetworkLevel, NetworkStatus
from seed.places import Places
from seed.sketch import Deed, Sketch, Thing


def add(
    sketch: Sketch,
    placed: Places,
    secretariat: Thing,
    told: Mapping[str, Any],
    source: Mapping[str, Any],
    now: datetime,
) -> Thing:
    """The network as it was announced: one meeting was held, and what is not known stays planned."""
    values = {
        **{name: told[name] for name in ("nameFa", "nameEn", "purpose")},
        **source,
        "level": NetworkLevel.NATIONAL,
        "status": NetworkStatus.FOUNDING,
        "audience": Audience.PUBLIC.value,
        "ownerIds": [secretariat.id],
    }
    deeds = [Deed("NETWORK_CREATED", now), Deed("NETWORK_FOUNDING", now)]
    network = sketch.record("Network", told["key"], deeds, values, demo=False)
    sketch.link(network, "secretariat", [secretariat])
    sketch.link(network, "region", [placed.regions[told["region"]]])
    sketch.link(network, "topics", [placed.topics[slug] for slug in told["topics"]])
    for place, step in enumerate(told["steps"], start=1):
        _step(sketch, network, place, step, now)
    return network


def _step(sketch: Sketch, network: Thing, place: int, step: Mapping[str, Any], now: datetime) -> None:
    deeds = [Deed("FOUNDING_STEP_ADDED", now)]
    values = {
        "titleFa": step["titleFa"],
        "titleEn": step["titleEn"],
        "place": place,
        "status": FoundingStepStatus.PLANNED,
    }
    if "doneOn" in step:
        deeds.append(Deed("FOUNDING_STEP_DONE", now))
        values |= {"status": FoundingStepStatus.DONE, "doneOn": date.fromisoformat(step["doneOn"])}
    thing = sketch.record("FoundingStep", f"{network.id} {step['key']}", deeds, values, demo=False)
    sketch.link(thing, "network", [network])

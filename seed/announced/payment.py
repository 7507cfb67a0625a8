"""Add what a memorandum says of paying training centers: the rule; amounts and shares were not announced."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from graph.model.payment_terms import PaymentRule, ProviderOwnership, TermsStatus
from seed.sketch import Deed, Sketch, Thing


def add(
    sketch: Sketch,
    bodies: Mapping[str, Thing],
    whole: Thing,
    rows: Sequence[Mapping[str, Any]],
    now: datetime,
    source: Mapping[str, Any],
) -> None:
    """Add the payment terms of a memorandum that all its parties have signed: so they are accepted."""
    for row in rows:
        values = {
            **{name: row[name] for name in ("title", "note")},
            "status": TermsStatus.ACCEPTED,
            "appliesTo": [ProviderOwnership(one) for one in row["appliesTo"]],
            "rule": PaymentRule(row["rule"]),
            "requiredCounts": [],
            "requiredBreakdowns": [],
            "acceptedOn": whole.properties["signedOn"],
            **{name: whole.properties[name] for name in ("audience", "ownerIds")},
            **source,
        }
        deeds = [Deed("PAYMENT_TERMS_PROPOSED", now), Deed("PAYMENT_TERMS_ACCEPTED", now)]
        thing = sketch.record("PaymentTerms", row["key"], deeds, values, demo=False)
        sketch.link(whole, "paymentTerms", [thing])
        sketch.link(thing, "payer", [bodies[row["payer"]]])

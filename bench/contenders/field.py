"""Finish what the limit's statements leave to a server written by hand: payments, words, cells."""

from itertools import product
from typing import Any

from graph.limits import MAXIMUM_COMPARED
from graph.model.common import TargetGroup
from graph.model.due import due, missing
from graph.model.readiness import Dimension
from graph.model.support import said

_GAP = ("count", "breakdown", "gender", "targetGroup")
_CONDITIONS = ("TARGET_GROUP", "INCOME_DECILE", "DEPRIVED_AREA", "AGE", "REGION", "PURPOSE", "OPEN")
_NAMED = 5
_FIRST = 20


# -- reports and what is to be paid for them ---------------------------------------------------------


def paid(page: dict[str, Any]) -> dict[str, Any]:
    """A page of reports, each with what is missing and, for its owners, what is due."""
    for report in page["nodes"]:
        found = report.pop("found")
        terms = found["terms"]
        report["terms"] = {"id": terms["id"], "title": terms["title"]} if terms and terms["read"] else None
        report["missing"] = [{name: gap[name] for name in _GAP} for gap in missing(found["rows"], terms)]
        report["payment"] = _due(found) if found["owns"] else None
    return page


def _due(found: dict[str, Any]) -> dict[str, Any]:
    told = due(found, {})
    assert told is not None
    return {
        **{name: told[name] for name in ("due", "amount", "unit")},
        "installments": [{k: part[k] for k in ("share", "amount", "dueOn")} for part in told["installments"]],
        "missing": [
            {k: gap[k] for k in ("what", "count", "breakdown", "gender", "whoHasToSupply")}
            for gap in told["missing"]
        ],
    }


# -- support for somebody ----------------------------------------------------------------------------


def worded(matches: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Matches with their reasons in words."""
    return [_match(match) for match in matches]


def _match(found: dict[str, Any]) -> dict[str, Any]:
    reasons = [_reason(found, name, code) for name, code in zip(_CONDITIONS, found["codes"], strict=True)]
    by_code = {code: [told for told, of in reasons if of == code] for code in (1, 0, -1)}
    other = [] if found["other"] is None else [{"condition": "OTHER", "words": found["other"]}]
    return {
        "fit": found["fit"],
        "mustBring": found["mustBring"],
        "support": found["support"],
        "reasons": by_code[1],
        "toCheck": by_code[-1] + other,
        "missed": by_code[0][0] if by_code[0] else None,
    }


def _reason(found: dict[str, Any], condition: str, code: int) -> tuple[dict[str, Any], int]:
    if code == 2:
        return {}, code
    told: dict[str, Any] = {"condition": condition, "met": {1: True, 0: False}.get(code), "language": "fa"}
    match condition:
        case "TARGET_GROUP":
            told["names"] = found["groups"]
        case "PURPOSE":
            told["names"] = found["purposes"]
        case "REGION":
            told["names"] = found["near"] if code == 1 else found["all"]
        case "INCOME_DECILE":
            told["least"], told["most"] = found["decile"]
        case "AGE":
            told["least"], told["most"] = found["age"]
    return {"condition": condition, "words": said(told, {})}, code


# -- gaps of programs --------------------------------------------------------------------------------


def cells(rows: list[list[Any]]) -> dict[str, Any]:
    """Every cell counted, the first gaps told, from rows of places, programs, needs and what is unplaced."""
    by: dict[str, list[list[Any]]] = {"program": [], "need": []}
    for kind, *row in rows:
        by.setdefault(kind, []).append(row)
    places, unplaced = by["place"][0][0], by["unplaced"][0][0]
    covered = _covered(by["program"], len(places))
    needs = _needs(by["need"])
    every = product(range(len(places)), [g.value for g in TargetGroup], [d.value for d in Dimension])
    empty = [cell for cell in every if cell not in covered]
    left_out = {cell[:2] for cell in empty} & needs.keys()
    missed = {need[2]: need for place in left_out for need in needs[place]}.values()
    empty.sort(key=lambda cell: _order(cell, needs))
    overlapping = sum(covered.values())
    return {
        "cells": len(empty) + len(covered),
        "overlapping": overlapping,
        "single": len(covered) - overlapping,
        "empty": len(empty),
        "unplaced": unplaced,
        "truncated": max(len(by["program"]), len(by["need"])) > MAXIMUM_COMPARED,
        "needCount": len(missed),
        "people": _people(missed),
        "gaps": [_gap(cell, places, needs) for cell in empty[:_FIRST]],
    }


def _covered(programs: list[list[Any]], places: int) -> dict[tuple[int, str, str], bool]:
    """Each cell that a program stands in, and whether two of them meet on a day."""
    until: dict[tuple[int, str, str], str] = {}
    meets: dict[tuple[int, str, str], bool] = {}
    for whole, at, groups, dimensions, since, *_, end in sorted(programs, key=lambda p: p[4:7]):
        for cell in product(range(places) if whole else at, groups, dimensions):
            meets[cell] = meets.get(cell, False) or since <= until.get(cell, "")
            until[cell] = max(until.get(cell, ""), end)
    return meets


def _needs(rows: list[list[Any]]) -> dict[tuple[int, str], list[list[Any]]]:
    needs: dict[tuple[int, str], list[list[Any]]] = {}
    for need in rows:
        for group in need[1]:
            needs.setdefault((need[0], group), []).append(need)
    return needs


def _people(needs: Any) -> int | None:
    told = [int(max(round(need[6], 9), 0)) for need in needs if need[6] is not None]
    return sum(told) if told else None


def _order(cell: tuple[int, str, str], needs: dict[tuple[int, str], list[list[Any]]]) -> tuple[Any, ...]:
    here = needs.get(cell[:2], [])
    return (-(_people(here) or 0), -len(here), *cell)


def _gap(
    cell: tuple[int, str, str], places: list[list[str]], needs: dict[tuple[int, str], list[list[Any]]]
) -> dict[str, Any]:
    here = needs.get(cell[:2], [])
    return {
        "region": {"id": places[cell[0]][0], "nameFa": places[cell[0]][1]},
        "targetGroup": cell[1],
        "dimension": cell[2],
        "needCount": len(here),
        "people": _people(here),
        "needs": [
            {"id": id_, "title": title, "quantity": quantity, "unit": unit}
            for _, _, id_, title, quantity, unit, _ in here[:_NAMED]
        ],
    }

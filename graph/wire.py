"""Turn the driver's values into what JSON can hold, and back: to the nanosecond, with their zones.

Texts, whole numbers, booleans, finite numbers and lists stand as they are. All else is a map of one entry
that names its kind: `{"date": "2026-03-21"}`. Neo4j keeps no maps in properties, so nothing can be mistaken.
"""

import base64
import math
from collections.abc import Callable, Collection, Mapping
from datetime import timedelta, timezone
from typing import Any

import neo4j.spatial
import neo4j.time
import pytz

from graph.errors import ValueRefused

Map = dict[str, Any]

_PLAIN = {str, int, bool}
"""Most values; told at once, since a backup has millions."""


def told(values: Mapping[str, Any], zoned: Collection[str] = ()) -> Map:
    """The properties of a node or a relationship, for JSON.

    `zoned` names those whose zone is called UTC: the driver reads them like those at the offset zero.
    Raises ValueRefused VALUE_NOT_KEPT.

    >>> told({"title": "Sewing", "at": neo4j.time.Date(2026, 3, 21), "share": math.inf})
    {'title': 'Sewing', 'at': {'date': '2026-03-21'}, 'share': {'number': 'inf'}}
    """
    return {
        name: value if type(value) in _PLAIN else _as_json(value, name in zoned)
        for name, value in values.items()
    }


def read(values: Mapping[str, Any]) -> Map:
    """The properties that `told` made JSON of. Raises ValueError for what it never makes.

    >>> read({"title": "Sewing", "at": {"date": "2026-03-21"}})
    {'title': 'Sewing', 'at': neo4j.time.Date(2026, 3, 21)}
    """
    return {name: _read(value) for name, value in values.items()}


def _as_json(value: Any, zoned: bool) -> Any:
    match value:
        case bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else {"number": str(value)}
        case list():
            return [_as_json(item, zoned) for item in value]
        case bytes() | bytearray():
            return {"bytes": base64.b64encode(value).decode()}
        case neo4j.time.Date():
            return {"date": value.iso_format()}
        case neo4j.time.DateTime(tzinfo=None):
            return {"localdatetime": value.iso_format()}
        case neo4j.time.DateTime():
            return _moment(value, zoned)
        case neo4j.time.Time():
            return {"time": value.iso_format()}
        case neo4j.time.Duration():
            return {"duration": list(value)}
        case neo4j.spatial.Point():
            return {"point": [value.srid, *value]}
        case _:
            raise ValueRefused("VALUE_NOT_KEPT", kind=type(value).__name__)


def _moment(value: neo4j.time.DateTime, zoned: bool) -> Map:
    name = getattr(value.tzinfo, "zone", None)
    if name is None or (name == "UTC" and not zoned):
        return {"datetime": value.iso_format()}
    return {"datetime": value.iso_format(), "zone": name}


def _read(value: Any) -> Any:
    match value:
        case bool() | int() | str() | float():
            return value
        case list():
            return [_read(item) for item in value]
        case {"datetime": str(text), "zone": str(name)}:
            return _offset(neo4j.time.DateTime.from_iso_format(text)).as_timezone(pytz.timezone(name))
        case dict() if len(value) == 1:
            ((kind, inner),) = value.items()
            if kind in _KINDS:
                return _KINDS[kind](inner)
    raise ValueError(f"{value!r} is no value of a dump.")


def _offset(value: Any) -> Any:
    """At its offset: as the driver parses it, it would be written with the zone UTC."""
    distance = value.utcoffset()
    return value.replace(tzinfo=timezone(timedelta(seconds=distance.total_seconds())))


def _time(text: str) -> Any:
    value = neo4j.time.Time.from_iso_format(text)
    return value if value.tzinfo is None else _offset(value)


_KINDS: Mapping[str, Callable[[Any], Any]] = {
    "number": float,
    "bytes": base64.b64decode,
    "date": neo4j.time.Date.from_iso_format,
    "localdatetime": neo4j.time.DateTime.from_iso_format,
    "datetime": lambda text: _offset(neo4j.time.DateTime.from_iso_format(text)),
    "time": _time,
    "duration": lambda parts: neo4j.time.Duration(*_duration(*parts)),
    "point": lambda parts: _point(*parts),
}


def _duration(months: int, days: int, seconds: int, nanoseconds: int) -> tuple[int, ...]:
    """The arguments of a duration: years, months, weeks, days, hours, minutes, seconds, …, nanoseconds."""
    return (0, months, 0, days, 0, 0, seconds, 0, 0, nanoseconds)


def _point(srid: int, *coordinates: float) -> Any:
    point = neo4j.spatial.Point(coordinates)
    point.srid = srid
    return point

"""Add the demo's files: a charter and the minutes of a meeting, as their organizations keep them.

What a graph tells of a file is worth nothing without its bytes, and these stand elsewhere: so the demo has
files only where whoever loads it keeps them (`contents`).
"""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from graph.model import MODEL
from graph.model.ids import made_id
from seed.chance import noon
from seed.content import attached, told
from seed.demo.organizations import Member
from seed.sketch import Sketch

_MEDIA_TYPE = "application/pdf"
_PREFIX = MODEL.nodes["File"].prefix or ""


def add(sketch: Sketch, members: Mapping[str, Member]) -> None:
    """Add what is told of them all, each attached to its record."""
    there = {thing.properties.get("id"): thing for thing in sketch.things}
    for row in told("files"):
        content, by = attached(row["file"]), members[row["by"]].thing
        file = sketch.plain(
            "File",
            row["key"],
            {
                "name": row["name"],
                "mediaType": _MEDIA_TYPE,
                "size": len(content),
                "digest": sha256(content).hexdigest(),
                "createdAt": noon(date.fromisoformat(row["uploadedOn"])),
                "ownerIds": [by.id],
            },
        )
        sketch.link(file, "uploadedBy", [by])
        prefix = MODEL.nodes[row["label"]].prefix or ""
        sketch.link(there[made_id(prefix, row["of"])], "files", [file])


def contents() -> dict[str, bytes]:
    """The bytes of each, by its id."""
    return {made_id(_PREFIX, row["key"]): attached(row["file"]) for row in told("files")}

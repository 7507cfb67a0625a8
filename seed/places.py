"""Name the regions, topics and skills that all records are placed by; `hub migrate` has stored them."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.reference.schemes import SCHEMES, Scheme
from seed.content import terms
from seed.sketch import Sketch, Thing


@dataclass(frozen=True, slots=True)
class Places:
    """Regions by their code, topics and skills by their slug."""

    regions: Mapping[str, Thing]
    topics: Mapping[str, Thing]
    skills: Mapping[str, Thing]


def add(sketch: Sketch) -> Places:
    """Name the country, its provinces and counties, and the two taxonomies."""
    return Places(**{name: _terms(sketch, scheme) for name, scheme in SCHEMES.items()})


def _terms(sketch: Sketch, scheme: Scheme) -> dict[str, Thing]:
    return {key: sketch.known(scheme.label, scheme.key, key) for key in terms(scheme.name)}

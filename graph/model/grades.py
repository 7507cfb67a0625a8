"""Turn the scores of a training provider into its grade, by the criteria and grades of a scheme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True, slots=True)
class Rated:
    """The weighted score, 0 to 100, and the grade that it reaches; None where it reaches none."""

    score: float
    grade: str | None


def rated(
    criteria: Sequence[Mapping[str, Any]], grades: Sequence[Mapping[str, Any]], scores: Mapping[str, float]
) -> Rated:
    """The score is the mean of the scores by the weights of their criteria: (2 × 90 + 1 × 60) / 3 = 80.

    The grade is the highest whose least score it reaches. One score under the threshold of its criterion, and
    it is the lowest, whatever the others are.

    >>> criteria = [{"name": "trainers", "weight": 2}, {"name": "safety", "weight": 1, "threshold": 50}]
    >>> grades = [{"grade": "A", "leastScore": 75}, {"grade": "B", "leastScore": 40}]
    >>> rated(criteria, grades, {"trainers": 90, "safety": 60})
    Rated(score=80.0, grade='A')
    >>> rated(criteria, grades, {"trainers": 100, "safety": 49})
    Rated(score=83.0, grade='B')
    >>> rated(criteria, grades, {"trainers": 10, "safety": 60})
    Rated(score=26.67, grade=None)
    """
    weights = [Fraction(str(one["weight"])) for one in criteria]
    whole = sum(
        weight * Fraction(str(scores[one["name"]])) for weight, one in zip(weights, criteria, strict=True)
    )
    mean = whole / sum(weights)
    under = any(scores[one["name"]] < (one.get("threshold") or 0) for one in criteria)
    reached = [one for one in grades if Fraction(str(one["leastScore"])) <= mean]
    ordered = sorted(grades if under else reached, key=lambda one: float(one["leastScore"]))
    if not reached:
        return Rated(round(float(mean), 2), None)
    chosen = ordered[0] if under else ordered[-1]
    return Rated(round(float(mean), 2), str(chosen["grade"]))

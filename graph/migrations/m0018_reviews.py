"""The day of a review is kept apart from the one that is shown, and its version tells no steps on the way."""

from graph.model.review_standing import VALIDATED
from graph.model.reviews import STEPS
from graph.model.snapshots import TYPE

_HOW = "IN TRANSACTIONS OF 5000 ROWS"

_DAYS = f"""MATCH (r:Review) WHERE r.answeredOn IS NOT NULL
CALL (r) {{ SET r.judgedOn = r.answeredOn REMOVE r.answeredOn }} {_HOW}"""
_DAYS_OF_VERSIONS = f"""MATCH (v:Version) WHERE v.of = 'Review' AND v.wasAnsweredOn IS NOT NULL
CALL (v) {{ REMOVE v.wasAnsweredOn }} {_HOW}"""
_STEPS = f"""MATCH (r:Review {{status: '{VALIDATED.value}'}}) WHERE r.version % {STEPS} <> 0
CALL (r) {{
  WITH r, r.version AS before
  SET r.version = before + {STEPS} - before % {STEPS}
  WITH r, before MATCH (r)-[:{TYPE}]->(v:Version {{number: before}}) SET v.number = r.version
}} {_HOW}"""

STATEMENTS = (_DAYS, _DAYS_OF_VERSIONS, _STEPS)

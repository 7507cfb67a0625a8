"""Terms: those that were stored before they had a life begin it, with their first version."""

from graph.migrations.m0002_reference import STATEMENTS as BEGUN
from graph.queries.versions import begin

STATEMENTS = (*BEGUN, *(begin(label) for label in ("Region", "Topic", "Skill")))

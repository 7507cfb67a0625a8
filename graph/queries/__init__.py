"""Cypher written by hand: what writes do, and where computed reads start."""

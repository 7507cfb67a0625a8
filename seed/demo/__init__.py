"""The demo: the bodies and the MoU as announced, and a believable network, told in content/.

`loader.build` goes through the areas in their order: each `add` puts its records into one sketch,
with what was done to them; `events` turns the deeds into events.
"""

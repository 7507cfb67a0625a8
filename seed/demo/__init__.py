"""The demo: a believable network, told in content/.

`loader.build` goes through the areas in their order: each `add` puts its records into one sketch,
with what was done to them; `seed.events` turns the deeds into events.
"""

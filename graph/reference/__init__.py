"""Reference data: the regions, topics and skills that all records are placed by, as files and in the graph.

data/          what the hub brings along, in the form in which they come and go
schemes.py     what such a file holds
terms.py       one of their rows, and what is refused of them
tables.py      CSV ↔ terms
skos.py        SKOS ↔ terms: topics and skills
files.py      the files of a hub, in and out
storing.py     terms → the graph, all or nothing
"""

"""Graphs of any size for trials and bench: a load shape, the same for the same size and seed.

    loader       a connection and a size → a graph in the database, and how fast it was
    draw         a size and a seed → a blueprint
    field        the same of programs, support, training that is paid for, boards and groups
    blueprint    how many of what, whose and when, in numbers
    rows         what the rows of all areas have in common, and how they come in batches
    <area>       a blueprint → rows (organizations, experiences, lessons, partnerships, resources,
                 programs, support, training, bodies)
    templates    told texts → what is stored of them, once for all records that repeat them
    cypher, field_cypher   the statements that take the rows

New areas need not join. A shape is kept so that measurements stay comparable, so it names the labels,
edges and event kinds it makes, and leaves all others of the model alone.
"""

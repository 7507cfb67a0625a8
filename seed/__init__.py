"""What fills an empty graph: two houses that never import each other, and what both stand on.

    demo/        the bodies, the MoU and the demo network, told in demo/content/
    generated/   graphs of any size, for trials and bench

`content` reads the told texts, `places` adds regions, topics and skills, `sketch` holds a graph in memory,
`store` writes it; `chance` makes the choices, `timeline` names the days.
"""

"""What fills a graph: three houses that never import each other, and what they stand on.

    announced/   real bodies and their MoU, as two announcements tell them
    demo/        the demo network, invented, told in demo/content/
    generated/   graphs of any size, for trials and bench

`content` reads the told texts, `places` adds regions, topics and skills, `sketch` holds a graph in memory,
`events` tells what was done in it, `store` writes it; `chance` makes the choices, `timeline` names the days.
"""

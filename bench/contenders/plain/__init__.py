"""Plain Strawberry: a resolver a field, a dataloader an edge, over the same driver.

Written as its documentation shows it, with its caches of parsed and validated documents.
"""

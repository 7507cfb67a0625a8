"""What two public announcements say, as records with their source: real bodies, and the MoU of two of them.

`content/` holds what is said and nothing else: what an announcement leaves open stays empty. `loader` puts it
into a graph once; whoever the records belong to, or a coordinator, goes on from there.
"""

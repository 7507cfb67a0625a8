"""Files: taken in as they come, known by their content, kept outside of the graph, under the id of a node."""

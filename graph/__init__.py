"""The graph: its model, the compiler that reads it, and the only way to the database."""

"""The pages that people read: the first HTML of each, with its text, and the client that takes it over."""

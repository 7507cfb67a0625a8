"""Rights, proven: README.md says what is proven where."""

"""The pages: what they are made of, and what the hub tells of them first."""

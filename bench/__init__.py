"""Show the hub side by side with what a user would otherwise pick, in one run and on one database."""

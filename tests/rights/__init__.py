"""Rights, proven: what is asked, and where, stands in docs/decisions/0048-rights-proven.md."""

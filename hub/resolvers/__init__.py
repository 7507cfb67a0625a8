"""One short function per root field that writes; `read.py` and `write.py` do what all share."""

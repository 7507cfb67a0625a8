"""Turn a graph into a file and a file into a graph, whole and the same: `write`, `check`, `restore`.

A dump is lines, gzipped, and sealed where a key is given (`sealed.py`). The lines are JSON (`form.py`): a
head, one for each node, one for each relationship, the contents of files, and a manifest that says what must
have been there.
"""

from graph.dump.form import Head, Manifest
from graph.dump.reading import check, head_of
from graph.dump.restoring import is_empty, restore
from graph.dump.sealed import Key, key_of_file, key_of_passphrase
from graph.dump.writing import measure, write

__all__ = [
    "Head",
    "Key",
    "Manifest",
    "check",
    "head_of",
    "is_empty",
    "key_of_file",
    "key_of_passphrase",
    "measure",
    "restore",
    "write",
]

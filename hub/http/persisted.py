"""Turn what a request names its document by into the text: an id of a list, or the SHA-256 of an earlier one.

The second is what Apollo's clients call automatic persisted queries: they ask by SHA-256 alone, and send the
text along after PERSISTED_QUERY_NOT_FOUND.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from graph.errors import ValueRefused
from graph.limits import MAXIMUM_KEPT_PERSISTED
from graph.recent import Recent
from hub.settings import Settings

_DIGEST = re.compile("[0-9a-f]{64}")


class Persisted:
    """The texts that can be asked for by name, and those only, where documents have to be trusted.

    Bounded: the texts that clients sent have `most` bytes as a whole.
    """

    def __init__(self, settings: Settings, most: int = MAXIMUM_KEPT_PERSISTED) -> None:
        self._trusted = settings.trusted_documents
        self._on = settings.persisted_queries
        self.kept: Recent[str, str] = Recent(most)

    def named(self, given: Mapping[str, Any]) -> tuple[Any, str | None]:
        """The document of a request, unchecked, and the SHA-256 to keep it by once it fits the schema.

        Raises ValueRefused, most often PERSISTED_QUERY_NOT_FOUND.
        """
        extensions, document = given.get("extensions"), given.get("query")
        if extensions is not None and not isinstance(extensions, dict):
            raise ValueRefused("BAD_EXTENSIONS")
        asked = (extensions or {}).get("persistedQuery")
        if self._trusted is not None:
            return _trusted(self._trusted, given.get("documentId"), asked, document), None
        if asked is None:
            return document, None
        if not self._on:
            raise ValueRefused("PERSISTED_QUERY_NOT_SUPPORTED")
        digest = _digest(asked)
        if document is None:
            return self._found(digest), None
        if not isinstance(document, str) or sha256(document.encode()).hexdigest() != digest:
            raise ValueRefused("PERSISTED_QUERY_MISMATCH")
        return document, digest

    def keep(self, digest: str, text: str) -> None:
        """Remember a text that fits the schema."""
        self.kept.put(digest, text, len(text.encode()))

    def _found(self, digest: str) -> str:
        text = self.kept.get(digest)
        if text is None:
            raise ValueRefused("PERSISTED_QUERY_NOT_FOUND")
        return text


def _digest(asked: Any) -> str:
    match asked:
        case {"version": 1, "sha256Hash": str(digest)} if _DIGEST.fullmatch(digest):
            return digest
        case _:
            raise ValueRefused("BAD_PERSISTED_QUERY")


def _trusted(documents: Mapping[str, str], name: Any, asked: Any, document: Any) -> str:
    """The document of a list. A text that is sent along must be the same."""
    if isinstance(name, str):
        found = documents.get(name.removeprefix("sha256:"))
    else:
        found = None if asked is None else documents.get(_digest(asked))
    if found is None or document not in (None, found):
        raise ValueRefused("DOCUMENT_NOT_TRUSTED")
    return found

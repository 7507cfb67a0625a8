"""Read a full-text query as Lucene does, to tell whether an indexed text answers it."""

import re

_CLAUSE = re.compile(r"\(searchTitle:\((.+)\)\^3 OR searchBody:\((.+)\)\)")
_TERM = re.compile(r'(?P<whole>[^\W_]+)\^\d|(?P<begun>[^\W_]+)\*|"(?P<phrase>[^\W_]+(?: [^\W_]+)+)"')


def terms(lucene: str) -> list[list[re.Match[str]]]:
    """The terms of each word asked for; fails on anything else that is in the query."""
    found = []
    for clause in lucene.split(" AND ") if lucene else []:
        fields = _CLAUSE.fullmatch(clause)
        assert fields, clause
        assert fields[1] == fields[2]
        given = [_TERM.fullmatch(term) for term in fields[1].split(" OR ")]
        assert all(given), clause
        found.append([term for term in given if term])
    return found


def holds(indexed: str, lucene: str) -> bool:
    """Whether a text as it is indexed answers a query."""
    return all(any(holds_term(indexed, term) for term in clause) for clause in terms(lucene))


def holds_term(indexed: str, term: re.Match[str]) -> bool:
    """Whether a text as it is indexed holds a word, the beginning of one, or two words in a row."""
    kind, text = next((kind, text) for kind, text in term.groupdict().items() if text)
    return f" {text}{'' if kind == 'begun' else ' '}" in f" {indexed} "

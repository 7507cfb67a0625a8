"""Text: cleaned to be stored, folded to be searched, keyed to be sorted, marked to be shown."""

from graph.text.clean import clean, has_control_characters
from graph.text.fold import FOLDING, fold, index_text, words
from graph.text.highlight import Snippet, snippet
from graph.text.identifiers import IdentifierError, NationalId, mobile, national_id, province_code, sheba
from graph.text.links import web_address
from graph.text.lucene import query
from graph.text.order import sort_key
from graph.text.visible import one_line
from graph.text.wanted import measure, wanted_words

__all__ = [
    "FOLDING",
    "IdentifierError",
    "NationalId",
    "Snippet",
    "clean",
    "fold",
    "has_control_characters",
    "index_text",
    "measure",
    "mobile",
    "national_id",
    "one_line",
    "province_code",
    "query",
    "sheba",
    "snippet",
    "sort_key",
    "wanted_words",
    "web_address",
    "words",
]

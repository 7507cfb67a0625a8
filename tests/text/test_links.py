"""A web address is one that a browser goes to, and nothing beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ValueRefused
from graph.text import web_address


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("HTTPS://EXAMPLE.IR/A", "https://example.ir/A"),
        (" https://example.ir ", "https://example.ir"),
        ("http://example.ir:8080/x?y=1#z", "http://example.ir:8080/x?y=1#z"),
        ("https://مثال.ایران/درباره", "https://مثال.ایران/درباره"),
        (
            "https://fa.example.org/wiki/فنی\u200cوحرفه\u200cای",
            "https://fa.example.org/wiki/فنی\u200cوحرفه\u200cای",
        ),
        ("https://xn--mgbh0fb.ir/", "https://xn--mgbh0fb.ir/"),
        ("https://ＥＸＡＭＰＬＥ.ir", "https://example.ir"),
        ("http://192.0.2.1/", "http://192.0.2.1/"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
    ],
)
def test_an_address_keeps_all_but_the_spelling_of_its_host(typed: str, stored: str) -> None:
    assert web_address(typed) == stored
    assert web_address(stored) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "example.ir",
        "//example.ir",
        "https:example.ir",
        "https://",
        "https:///a",
        "https://.",
        "https://a..ir",
        "https://-a.ir",
        "https://localhost",
        "https://1.2.3",
        "https://[1",
        "https://example.ir:99999",
        "https://example.ir:0",
        "https://user:word@example.ir",
        "https://example.ir\\@other.ir",
        "https://exam ple.ir",
        "https://example.ir/a b",
        'https://example.ir/"',
        "https://example.ir/'",
        "https://example.ir/«a»",
        "https://example.ir/<a>",
        "https://example.ir/\u202ea",
        "https://example.ir/\na",
        f"https://{'a' * 64}.ir",
        f"https://{'a.' * 130}ir",
        "javascript:alert(1)",
        "ftp://example.ir",
        "data:text/html,x",
    ],
)
def test_what_leads_nowhere_or_breaks_out_is_refused(typed: str) -> None:
    with pytest.raises(ValueRefused, match="BAD_WEB_ADDRESS"):
        web_address(typed)


@given(
    st.one_of(st.text(max_size=30), st.text("https:/.@[]\\\"' a1-ا", max_size=30).map("https://a.ir".__add__))
)
def test_any_text_is_an_address_that_stays_as_it_is_or_is_refused(typed: str) -> None:
    try:
        stored = web_address(typed)
    except ValueRefused:
        return
    assert web_address(stored) == stored
    assert stored.startswith(("http://", "https://"))
    assert not set(stored) & set("\"'<> ")

"""What gives an organization away in a text, however it is spelled; and what does not."""

import pytest

from graph.text.traces import Facts, trace, word

FACTS = Facts(
    names=("صنف روان", "Ravan Guild of Workers", "مهر"),
    spellings=("ravan.ir", "info@ravan.example"),
    numbers=("9123456789", "10380284790"),
)

FOUND = (
    ("کارگاه صنف روان بسته شد", "صنف روان"),
    ("صنفِ روان", "صنفِ روان"),
    ("صنف‌روان", "صنف‌روان"),
    ("صنف\u200bروان", "صنف\u200bروان"),
    ("صن\u200bف رو\u0640ان", "صن\u200bف رو\u0640ان"),
    ("صنفروان", "صنفروان"),
    ("درصنفروان", "صنفروان"),
    ("از مهر آموختیم", "مهر"),
    ("so RAVAN GUILD OF WORKERS stopped", "RAVAN GUILD OF WORKERS"),
    ("Rаvаn Guild оf Wоrkers", "Rаvаn Guild оf Wоrkers"),
    ("ravan-guild-of-workers", "ravan-guild-of-workers"),
    ("the RGOW did", "RGOW"),
    ("the R.G.O.W. did", "R.G.O.W"),
    ("see www.ravan.ir/fa", "ravan.ir"),
    ("see ravan . ir", "ravan . ir"),
    ("به info@ravan.example بنویسید", "info@ravan.example"),
    ("۰۹۱۲ ۳۴۵ ۶۷۸۹", "۰۹۱۲ ۳۴۵ ۶۷۸۹"),
    ("+98-912-345-6789", "+98-912-345-6789"),
    ("شناسهٔ ۱۰۳۸۰۲۸۴۷۹۰", "۱۰۳۸۰۲۸۴۷۹۰"),
)


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_it_is_found_where_it_stands(text: str, found: str) -> None:
    there = trace(text, FACTS)
    assert there is not None
    assert text[there.start : there.end] == there.found == found


@pytest.mark.parametrize(
    "text",
    ["روان خوب صنف", "مهربان بودند", "rgow", "ravan", "09123456780", "در سال ۱۴۰۳ و ۱۲ نفر", "AND SO IT IS"],
)
def test_other_words_and_numbers_are_not(text: str) -> None:
    assert trace(text, FACTS) is None


def test_one_word_is_found_in_its_forms() -> None:
    there = word("به امیدِ روزهای بهتر", "امید")
    assert there is not None
    assert there.start == 3
    assert word("ناامید", "امید") is None

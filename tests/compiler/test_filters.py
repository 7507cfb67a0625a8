"""What a filter may leave out, and what is refused because it would find every row."""

import re

import pytest

from graph.compiler import EveryOf
from graph.errors import ValueRefused
from tests.compiler.test_units import ORGANIZATIONS, query_of

REGIONS, OFFERS = EveryOf("Region"), EveryOf("ResourceOffer")


@pytest.mark.parametrize(
    ("declared", "filter_"), [("", "null"), ("", "{}"), ("($unset: RegionFilter)", "$unset")]
)
def test_no_filter_and_no_other_argument_asks_for_nothing(declared: str, filter_: str) -> None:
    asked = f"regions(first: null, sort: null, filter: {filter_})"
    query, given = query_of(f"query Q{declared} {{ {asked} {{ nodes {{ id }} }} }}", REGIONS)
    bare, _ = query_of("{ regions { nodes { id } } }", REGIONS)
    assert query.text == bare.text
    assert query.bind(given) == {"p0": "IN_USE", "p1": 20}


REFUSED = {
    "{code: null}": ("FILTER_NULL", "filter.code"),
    "{code: {}}": ("FILTER_EMPTY", "filter.code"),
    "{code: {eq: $text}}": ("FILTER_EMPTY", "filter.code"),
    "{code: $operators}": ("FILTER_EMPTY", "filter"),
    "{code: {in: null}}": ("FILTER_NULL", "filter.code.in"),
    "{code: {in: $texts, isNull: null}}": ("FILTER_NULL", "filter.code.isNull"),
    "{code: {contains: null}}": ("FILTER_NULL", "filter.code.contains"),
    "{code: {startsWith: null}}": ("FILTER_NULL", "filter.code.startsWith"),
    "{partOf: null}": ("FILTER_NULL", "filter.partOf"),
    "{partOf: {code: $operators}}": ("FILTER_EMPTY", "filter.partOf"),
    "{parts: {}}": ("FILTER_EMPTY", "filter.parts"),
    "{parts: {some: null}}": ("FILTER_NULL", "filter.parts.some"),
    "{parts: {every: $filter}}": ("FILTER_EMPTY", "filter.parts"),
    "{parts: {none: {code: {eq: $text}}}}": ("FILTER_EMPTY", "filter.parts.none.code"),
    "{AND: null}": ("FILTER_NULL", "filter.AND"),
    "{OR: $filters}": ("FILTER_EMPTY", "filter"),
    '{OR: [{code: {eq: "a"}}, {code: {eq: $text}}]}': ("FILTER_EMPTY", "filter.OR.1.code"),
    "{NOT: null}": ("FILTER_NULL", "filter.NOT"),
    "{NOT: {code: {eq: $text}}}": ("FILTER_EMPTY", "filter.NOT.code"),
}
"""What names something and asks nothing of it, with variables that are left out."""
LEFT_OUT = {
    "text": "String",
    "texts": "[String!]",
    "operators": "StringOperators",
    "filter": "RegionFilter",
    "filters": "[RegionFilter!]",
}


@pytest.mark.parametrize("filter_", REFUSED)
@pytest.mark.parametrize("selected_", ["nodes { id }", "totalCount", "__typename", "pageInfo { endCursor }"])
def test_what_asks_nothing_of_what_it_names_is_refused_with_its_place(filter_: str, selected_: str) -> None:
    used = [f"${name}: {type_}" for name, type_ in LEFT_OUT.items() if re.search(rf"\${name}\b", filter_)]
    declared = f"({', '.join(used)})" if used else ""
    with pytest.raises(ValueRefused) as caught:
        query_of(f"query Q{declared} {{ regions(filter: {filter_}) {{ {selected_} }} }}", REGIONS)
    assert (caught.value.code, caught.value.at) == REFUSED[filter_]
    assert caught.value.path == ("regions",)


def test_a_refused_filter_below_is_told_with_the_way_to_it() -> None:
    with pytest.raises(ValueRefused) as caught:
        query_of("{ regions { nodes { in: parts(filter: {code: {in: null}}) { id } } } }", REGIONS)
    assert (caught.value.path, caught.value.at) == (("regions", "nodes", "parts"), "filter.code.in")


def test_null_is_what_has_no_value() -> None:
    query, given = query_of("{ regions(filter: {nameEn: {eq: null}}) { totalCount } }", REGIONS)
    same, values = query_of("{ regions(filter: {nameEn: {isNull: true}}) { totalCount } }", REGIONS)
    assert (query.text, query.bind(given)) == (same.text, same.bind(values))


# -- what is checked, whatever is asked ------------------------------------------------------------


@pytest.mark.parametrize("arguments", ["first: 0", "last: 101", 'after: "x"', 'before: "x"'])
@pytest.mark.parametrize(
    "selected_", ["totalCount", "__typename", "pageInfo { hasNextPage }", "nodes { id }"]
)
def test_the_arguments_of_a_page_are_checked_whatever_is_asked_of_it(arguments: str, selected_: str) -> None:
    asked = f"({arguments}) {{ {selected_} }}"
    for document, path in (
        (f"{{ organizations{asked} }}", ("organizations",)),
        (f"{{ organizations {{ nodes {{ lessons{asked} }} }} }}", ("organizations", "nodes", "lessons")),
    ):
        query, given = query_of(document, ORGANIZATIONS)
        with pytest.raises(ValueRefused) as caught:
            query.bind(given)
        assert (caught.value.path, caught.value.at) == (path, arguments.split(":", maxsplit=1)[0])


# -- amounts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filter_", "at"),
    [
        ('{amount: {gt: "5"}}', "filter.amount"),
        ('{amount: {eq: null, lt: "5"}, amountUnit: {in: [IRR]}}', "filter.amount"),
        ('{OR: [{amount: {in: ["5"]}}, {amountUnit: {eq: IRR}}]}', "filter.OR.0.amount"),
        ("{quantity: {gte: 5}, amountUnit: {eq: IRR}}", "filter.quantity"),
        ("{NOT: {quantity: {eq: 5}}}", "filter.NOT.quantity"),
    ],
)
def test_amounts_compare_beside_one_unit_alone(filter_: str, at: str) -> None:
    with pytest.raises(ValueRefused) as caught:
        query_of(f"{{ resourceOffers(filter: {filter_}) {{ totalCount }} }}", OFFERS)
    assert (caught.value.code, caught.value.at) == ("FILTER_NEEDS_UNIT", at)


@pytest.mark.parametrize(
    "filter_",
    [
        '{quantity: {gt: 5}, unit: {eq: "نفر"}}',
        '{AND: [{unit: {eq: "نفر"}}, {quantity: {gt: 5}}]}',
        '{unit: {eq: "نفر"}, NOT: {OR: [{quantity: {eq: 5}}]}}',
        "{quantity: {isNull: true}, amount: {eq: null}}",
        "{quantity: {gt: 1}, unit: {eq: null}}",
    ],
)
def test_one_unit_is_enough_where_all_parts_must_hold(filter_: str) -> None:
    query, given = query_of(f"{{ resourceOffers(filter: {filter_}) {{ totalCount }} }}", OFFERS)
    assert query.bind(given)

"""The regions, topics and skills that the hub brings along are whole, and of sound form."""

import re
from collections import Counter

import pytest

from graph.reference.schemes import SCHEMES
from graph.reference.storing import standings
from graph.reference.tables import shipped
from graph.reference.terms import expect_placed
from seed.content import terms

REGIONS = terms("regions")
COUNTIES = {code: region for code, region in REGIONS.items() if region["kind"] == "COUNTY"}


def repeated(values: list[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


@pytest.mark.parametrize("name", SCHEMES)
def test_every_term_stands_where_it_can(name: str) -> None:
    scheme = SCHEMES[name]
    tree = standings(scheme, {}, {term.key: term for term in shipped() if term.scheme is scheme})
    for key in tree:
        expect_placed(scheme, tree, key)


def test_iran_has_31_provinces_of_the_edition_of_2020() -> None:
    provinces = [code for code, region in REGIONS.items() if region["kind"] == "PROVINCE"]
    assert provinces == [f"IR-{number:02}" for number in range(31)]
    assert (REGIONS["IR-07"]["nameEn"], REGIONS["IR-23"]["nameEn"]) == ("Fars", "Tehran")


def test_every_county_lies_in_its_province_and_has_a_name_of_its_own_there() -> None:
    assert len(COUNTIES) == 478
    assert {county["partOf"] for county in COUNTIES.values()} == {f"IR-{number:02}" for number in range(31)}
    assert all(code.startswith(f"{county['partOf']}-") for code, county in COUNTIES.items())
    assert repeated([f"{county['partOf']} {county['nameFa']}" for county in COUNTIES.values()]) == []
    assert repeated([f"{county['partOf']} {county['nameEn']}" for county in COUNTIES.values()]) == []


@pytest.mark.parametrize("name", ["topics", "skills"])
def test_labels_are_there_in_both_languages_and_name_one_term(name: str) -> None:
    for label in ("labelFa", "labelEn"):
        labels = [term[label] for term in terms(name).values()]
        assert all(labels)
        assert repeated(labels) == []


def test_skills_carry_isco_codes_and_esco_addresses_where_one_fits() -> None:
    skills = terms("skills")
    above = {skill["broader"] for skill in skills.values()}
    for slug, skill in skills.items():
        assert skill["broader"] is None or skills[skill["broader"]]["kind"] == skill["kind"]
        hard = skill["kind"] == "HARD" and slug not in above
        assert not hard or re.fullmatch(r"[1-9]\d{3}", skill["iscoCode"]), slug
    assert sum(skill["escoUri"] is not None for skill in skills.values()) == 49
    assert sum(skill["iscoCode"] is not None for skill in skills.values()) == 46

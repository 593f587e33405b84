"""Places, and which place holds which."""

import itertools

import pytest

from fwa_check.values.places import COUNTRIES, EEA, EU, UNIONS, US_STATES, holds, is_place, may_hold


@pytest.mark.parametrize("code", ["US", "NO", "US-NY", "US-DC", "US-PR", "FR-IDF", "GB-ENG", "DE-BE", "CA-QC", "ES-M", "EU", "EEA", "worldwide"])
def test_a_place_of_iso_3166_is_a_place(code):
    assert is_place(code)


@pytest.mark.parametrize(
    "code",
    ["", "no", "us-ny", "US-ZZ", "US-", "US-NYC", "US-ny", "XX", "UK", "EL", "USA", "EU-FR", "EEA-NO", "FR-", "FR-ABCD", "FR-é", "FR-I F", "-NY", "NY", "Worldwide", "WORLDWIDE", "US-NY\n", "ＵＳ"],
)
def test_what_is_not_quite_a_place_is_none(code):
    assert not is_place(code)


@pytest.mark.parametrize(
    ("outer", "inner", "answer"),
    [
        ("US", "US-NY", True),
        ("US-NY", "US", False),
        ("US-NY", "US-NY", True),
        ("US-NY", "US-NJ", False),
        ("CA", "US-CA", False),
        ("EU", "FR", True),
        ("EU", "FR-IDF", True),
        ("EU", "NO", False),
        ("EU", "GB", False),
        ("EU", "CH", False),
        ("EEA", "NO", True),
        ("EEA", "IS", True),
        ("EEA", "LI", True),
        ("EEA", "EU", True),
        ("EEA", "FR-IDF", True),
        ("EEA", "CH", False),
        ("EU", "EEA", False),
        ("FR", "EU", False),
        ("worldwide", "US-NY", True),
        ("worldwide", "EEA", True),
        ("worldwide", "worldwide", True),
        ("US", "worldwide", False),
        ("EU", "worldwide", False),
        ("EU", "US", False),
    ],
)
def test_a_place_holds_its_parts_and_nothing_else(outer, inner, answer):
    assert holds(outer, inner) is answer


@pytest.mark.parametrize("code", ["AS", "GU", "MP", "PR", "UM", "VI"])
def test_a_territory_of_the_states_is_held_by_them_under_either_code(code):
    assert holds("US", code) and holds("US", f"US-{code}")
    assert holds(code, f"US-{code}") and holds(f"US-{code}", code)
    assert may_hold(code, "US") is None
    assert not holds("US-NY", code) and not holds("EU", code)


@pytest.mark.parametrize("code", ["AX", "GF", "GP", "MF", "MQ", "RE", "YT"])
def test_the_outermost_regions_are_in_the_union_whose_law_reaches_them(code):
    assert holds("EU", code) and holds("EEA", code)
    assert holds("FI" if code == "AX" else "FR", code)
    assert holds(code, code) and not holds("US", code)


@pytest.mark.parametrize("code", ["NC", "PF", "BL", "PM", "GL", "FO", "AW", "CW", "GI", "JE", "SJ"])
def test_territories_outside_the_union_are_outside(code):
    assert not holds("EU", code) and not holds("EEA", code)


@pytest.mark.parametrize(
    ("outer", "inner", "answer"),
    [
        ("US-NY", "US-NY", True),
        ("US-NY", "US", None),
        ("US-NY", "worldwide", None),
        ("US-NY", "US-CA", False),
        ("US-NY", "FR", False),
        ("EU", "EEA", None),
        ("EU", "NO", False),
        ("FR", "EU", None),
        ("NO", "EEA", None),
        ("NO", "EU", False),
        ("EEA", "EU", True),
        ("US", "US-NY", True),
    ],
)
def test_a_larger_place_may_or_may_not_be_the_place(outer, inner, answer):
    assert may_hold(outer, inner) is answer


def test_holding_is_reflexive_antisymmetric_and_transitive():
    places = ["US", "US-NY", "US-PR", "FR", "FR-IDF", "RE", "NO", "GB", "EU", "EEA", "worldwide"]
    for place in places:
        assert holds(place, place)
    for outer, inner in itertools.permutations(places, 2):
        assert not (holds(outer, inner) and holds(inner, outer)), (outer, inner)
    for outer, middle, inner in itertools.product(places, repeat=3):
        if holds(outer, middle) and holds(middle, inner):
            assert holds(outer, inner), (outer, middle, inner)


def test_the_lists_have_the_members_that_they_should():
    assert len(COUNTRIES) == 249 and len(EU) == 27 and len(EEA) == 30
    assert EU < EEA < COUNTRIES
    assert len(US_STATES) == 50 + len(("DC", "PR", "VI", "GU", "AS", "MP", "UM"))
    assert not set(UNIONS) & COUNTRIES

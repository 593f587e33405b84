"""Names: which are one, which may be one, and which are two."""

import pytest

from fwa_check.values.absent import MISSING
from fwa_check.values.names import Name


@pytest.mark.parametrize(
    "left, right",
    [
        ("Maison Ottilie Inc.", "MAISON  OTTILIE, INC"),
        ("Torelli S.p.A.", "Torelli SpA"),
        ("Juniper & Sons", "Juniper and Sons"),
        ("In\u00e9s Varga", "Ine\u0301s Varga"),
        ("O'Neill-Brandt", "ONeill Brandt"),
    ],
)
def test_capitals_points_and_spaces_make_no_other_name(left, right):
    assert Name(left) == Name(right)


@pytest.mark.parametrize("left, right", [("Maison Ottilie Inc.", "Maison Ottilie"), ("Kestrel LLC", "Kestrel, Inc."), ("Inés Varga", "Ines Varga"), ("Halcyon Co., Ltd.", "Halcyon")])
def test_names_that_differ_in_accents_or_in_the_kind_of_company_may_be_one(left, right):
    assert Name(left) != Name(right)
    assert Name(left).may_be(Name(right)) and Name(right).may_be(Name(left))


@pytest.mark.parametrize("left, right", [("Ines Varga", "Ines Vargas"), ("Co", "Inc"), ("Maison Ottilie", "Ottilie")])
def test_other_names_are_others(left, right):
    assert Name(left) != Name(right) and not Name(left).may_be(Name(right))


def test_a_name_that_is_not_stated_may_be_any_and_is_false():
    assert not Name(MISSING) and Name("Ines")
    assert Name(MISSING).may_be(Name("Ines")) and Name("Ines").may_be(Name(MISSING))

"""The value of a fact that is not stated: it spreads, and it is neither true nor false."""

import copy
import pickle

import pytest

from fwa_check.values.absent import MISSING


def test_every_fact_below_a_missing_one_is_missing_too():
    assert MISSING.get("commission").get("percent") is MISSING
    assert MISSING.get("commission", 20) is MISSING


@pytest.mark.parametrize("ask", [bool, lambda fact: fact and 1, lambda fact: not fact, lambda fact: 1 if fact else 2])
def test_a_missing_fact_refuses_to_be_true_or_false(ask):
    with pytest.raises(TypeError, match="neither true nor false"):
        ask(MISSING)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda fact: pickle.loads(pickle.dumps(fact))])
def test_there_is_only_one_missing_however_it_is_copied(again):
    assert again(MISSING) is MISSING
    assert again({"a": [MISSING]})["a"][0] is MISSING


def test_a_missing_fact_shows_its_name_and_takes_no_attributes():
    assert repr(MISSING) == "MISSING"
    with pytest.raises(AttributeError):
        MISSING.value = 1

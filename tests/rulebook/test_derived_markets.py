"""Where a campaign runs: in its markets, and wherever one of its placements is shown."""

import pytest

from tests.helpers import ask, read_fact


def _placed(*places):
    return {"placements": [{"markets": each} for each in places]}


@pytest.mark.parametrize(
    "assets, expected",
    [
        ([], ["US-NY"]),
        ([{}], ["US-NY"]),
        ([_placed()], ["US-NY"]),
        ([_placed(["DE"])], ["US-NY", "DE"]),
        ([_placed(["DE", "FR"], ["NO"]), _placed(["US-NY"])], ["US-NY", "DE", "FR", "NO", "US-NY"]),
        ([{"placements": [{}]}, {"placements": "unknown"}, "unknown"], ["US-NY"]),
    ],
    ids=str,
)
def test_the_places_of_every_stated_placement_are_added_to_the_markets(assets, expected):
    value, _, missing = read_fact("all_markets", {"markets": ["US-NY"], "assets": assets}, kind="campaign")
    assert (value, missing) == (expected, [])


def test_without_markets_nothing_is_known_whatever_the_placements_say():
    _, _, missing = read_fact("all_markets", {"assets": [_placed(["DE"])]}, kind="campaign")
    assert missing == ["/markets"]
    answer = ask({"all_markets": {"reaches": "US-NY"}}, {"markets": ["US-TX"], "assets": []}, kind="campaign")
    assert (answer.value, answer.missing) == (False, [])
    answer = ask({"all_markets": {"reaches": "US"}}, {"markets": ["US-TX"], "assets": []}, kind="campaign")
    assert (answer.value, answer.missing) == (None, ["/markets"])


def test_a_place_that_is_not_known_leaves_open_whether_another_is_reached():
    for unknown in ["unknown"], "unknown":
        facts = {"markets": ["US-NY"], "assets": [_placed(unknown)]}
        assert ask({"all_markets": {"overlaps": "EU"}}, facts, kind="campaign").value is None
    assert ask({"all_markets": {"overlaps": "EU"}}, {"markets": ["US-NY"]}, kind="campaign").value is False
    assert ask({"all_markets": {"overlaps": "EU"}}, {"markets": ["US-NY"], "assets": [_placed(["DE"])]}, kind="campaign").value is True

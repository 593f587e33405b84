"""What a document itself has to state: silence breaks the duty, unless only a part was transcribed."""

import pytest

from tests.helpers import ask

ONE = {"compensation.total": {"stated": True}}
GROUP = {"compensation.rate": {"stated": True}}
LIST = {"payments": {"stated": True}}
SAID = [
    (ONE, {"compensation": {"total": "USD 5"}}, "/compensation/total"),
    (GROUP, {"compensation": {"rate": {"unit": "day"}}}, "/compensation/rate"),
    (LIST, {"payments": [{"amount": "USD 5"}]}, "/payments"),
    ({"booked_directly": {"stated": True}}, {"booked_directly": False}, "/booked_directly"),
]
SILENT = [
    (ONE, {}, "/compensation/total"),
    (ONE, {"compensation": {}}, "/compensation/total"),
    (ONE, {"compensation": "unknown"}, "/compensation/total"),
    (ONE, {"compensation": {"total": "unknown"}}, "/compensation/total"),
    (GROUP, {}, "/compensation/rate"),
    (GROUP, {"compensation": {"rate": {}}}, "/compensation/rate"),
    (GROUP, {"compensation": {"rate": {"unit": "unknown"}}}, "/compensation/rate"),
    (LIST, {}, "/payments"),
    (LIST, {"payments": []}, "/payments"),
    (LIST, {"payments": ["unknown", {}]}, "/payments"),
]


@pytest.mark.parametrize("complete", [{}, {"complete": True}, {"complete": False}, {"complete": "unknown"}], ids=str)
@pytest.mark.parametrize("tree, facts, pointer", SAID)
def test_what_a_document_states_is_stated_however_much_was_transcribed(tree, facts, pointer, complete):
    answer = ask(tree, {**complete, **facts})
    assert answer[:4] == (True, [pointer], [], [])


@pytest.mark.parametrize("complete", [{}, {"complete": True}], ids=str)
@pytest.mark.parametrize("tree, facts, pointer", SILENT)
def test_where_a_complete_document_is_silent_the_duty_is_broken(tree, facts, pointer, complete):
    answer = ask(tree, {**complete, **facts})
    assert answer[:4] == (False, [], [], [pointer])


@pytest.mark.parametrize("complete", [False, "unknown", None], ids=str)
@pytest.mark.parametrize("tree, facts, pointer", SILENT)
def test_where_the_original_may_say_more_silence_is_unknown(tree, facts, pointer, complete):
    answer = ask(tree, {"complete": complete, **facts})
    assert answer[:4] == (None, [], [pointer], [])


def test_everything_that_is_not_stated_is_named_and_nothing_that_is():
    tree = {"all": [{"deal_memo.usages": {"stated": True}}, {"deal_memo.language": {"stated": True}}, {"deal_memo.expectations": {"stated": True}}]}
    answer = ask(tree, {"deal_memo": {"language": "en"}})
    assert answer[:4] == (False, [], [], ["/deal_memo/usages", "/deal_memo/expectations"])


def test_one_of_two_that_is_stated_leaves_the_other_unnamed():
    answer = ask({"any": [{"payment_term.due_on": {"stated": True}}, {"payment_term.offset": {"stated": True}}]}, {"payment_term": {"offset": "30 days"}})
    assert answer[:4] == (True, ["/payment_term/offset"], [], [])


def test_neither_of_two_is_stated_and_both_are_named():
    answer = ask({"any": [{"payment_term.due_on": {"stated": True}}, {"payment_term.offset": {"stated": True}}]}, {"payment_term": {"trigger": "invoice_received"}})
    assert answer[:4] == (False, [], [], ["/payment_term/due_on", "/payment_term/offset"])


def test_a_fact_that_is_stated_and_wrong_is_false_and_one_that_is_silent_is_false_without_being_asked():
    tree = {"deal_memo.given": {"stated": True, "is": True}}
    assert ask(tree, {"deal_memo": {"given": False}})[:4] == (False, ["/deal_memo/given"], [], [])
    assert ask(tree, {})[:4] == (False, [], [], ["/deal_memo/given"])
    assert ask(tree, {"complete": False})[:2] == (None, [])
    assert set(ask(tree, {"complete": False}).missing) == {"/deal_memo/given"}


EACH = {"every": {"each": "payments", "as": "payment", "where": {"payment.amount": {"stated": True}}}}


def test_what_an_item_does_not_state_is_named_with_its_place_in_the_list():
    answer = ask(EACH, {"payments": [{"amount": "USD 5"}, {"id": "second"}, {"amount": "unknown"}]})
    assert answer[:4] == (False, ["/payments"], [], ["/payments/1/amount", "/payments/2/amount"])


def test_an_item_that_is_unknown_is_not_silent():
    answer = ask(EACH, {"payments": ["unknown"]})
    assert answer[:4] == (None, ["/payments"], ["/payments/0"], [])


def test_some_item_that_states_it_is_enough_and_the_silent_ones_are_not_blamed():
    tree = {"all": [{"some": {"each": "payments", "as": "payment", "where": {"payment.amount": {"stated": True}}}}, {"booked_directly": True}]}
    answer = ask(tree, {"payments": [{"id": "first"}, {"amount": "USD 5"}], "booked_directly": False})
    assert answer[:4] == (False, ["/booked_directly"], [], [])


def test_no_item_that_states_it_blames_all_of_them():
    answer = ask({"some": {"each": "payments", "as": "payment", "where": {"payment.amount": {"stated": True}}}}, {"payments": [{"id": "first"}, {"id": "second"}]})
    assert answer[:4] == (False, ["/payments"], [], ["/payments/0/amount", "/payments/1/amount"])

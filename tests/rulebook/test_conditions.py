"""Truth tables of every connective, and the trail that each leaves: what decided, and what is missing."""

from itertools import product

import pytest

from tests.helpers import ask

TRUTH = (True, False, None)
FACTS = ("booked_directly", "companion_allowed", "liability_insurance.carried")
POINTERS = tuple("/" + path.replace(".", "/") for path in FACTS)
PAIRS_AND_TRIPLES = [values for length in (2, 3) for values in product(TRUTH, repeat=length)]
LISTS = [values for length in (0, 1, 2, 3) for values in product(TRUTH, repeat=length)]


def _facts(values):
    """A booking in which each of FACTS is true, false or not stated."""
    facts = {}
    for path, value in zip(FACTS, values):
        if value is not None:
            *groups, name = path.split(".")
            place = facts
            for group in groups:
                place = place.setdefault(group, {})
            place[name] = value
    return facts


def _parts(values):
    return [{path: True} for path, _ in zip(FACTS, values)]


def _kleene_all(values):
    return False if False in values else None if None in values else True


def _kleene_any(values):
    return True if True in values else None if None in values else False


def _where(values, wanted):
    return [pointer for pointer, value in zip(POINTERS, values) if value is wanted]


@pytest.mark.parametrize("values", PAIRS_AND_TRIPLES, ids=str)
def test_all_has_its_truth_table_and_leaves_the_trail_of_what_decided(values):
    answer = ask({"all": _parts(values)}, _facts(values))
    assert answer.value is _kleene_all(values)
    if answer.value is False:
        assert (answer.reads, answer.missing) == (_where(values, False), [])
    else:
        assert (answer.reads, answer.missing) == (_where(values, True), _where(values, None))


@pytest.mark.parametrize("values", PAIRS_AND_TRIPLES, ids=str)
def test_any_has_its_truth_table_and_leaves_the_trail_of_what_decided(values):
    answer = ask({"any": _parts(values)}, _facts(values))
    assert answer.value is _kleene_any(values)
    if answer.value is True:
        assert (answer.reads, answer.missing) == (_where(values, True)[:1], [])
    else:
        assert (answer.reads, answer.missing) == (_where(values, False), _where(values, None))


@pytest.mark.parametrize("values", PAIRS_AND_TRIPLES, ids=str)
def test_facts_side_by_side_and_a_list_of_conditions_mean_all(values):
    wanted = ask({"all": _parts(values)}, _facts(values))
    assert ask({path: True for path, _ in zip(FACTS, values)}, _facts(values)) == wanted
    assert ask(_parts(values), _facts(values)) == wanted


@pytest.mark.parametrize("value", TRUTH)
def test_not_turns_true_and_false_and_leaves_unknown(value):
    answer = ask({"not": {FACTS[0]: True}}, _facts([value]))
    assert answer.value is (None if value is None else not value)
    assert answer.missing == ([POINTERS[0]] if value is None else [])


@pytest.mark.parametrize("values", PAIRS_AND_TRIPLES, ids=str)
def test_de_morgan_holds_in_three_values(values):
    facts = _facts(values)
    negated = [{"not": part} for part in _parts(values)]
    assert ask({"not": {"all": _parts(values)}}, facts).value is ask({"any": negated}, facts).value
    assert ask({"not": {"any": _parts(values)}}, facts).value is ask({"all": negated}, facts).value


@pytest.mark.parametrize("values", [values for values in product(TRUTH, repeat=3)], ids=str)
def test_conditions_nest(values):
    first, second, third = _parts(values)
    one, two, three = values
    facts = _facts(values)
    assert ask({"all": [first, {"any": [second, third]}]}, facts).value is _kleene_all([one, _kleene_any([two, three])])
    assert ask({"any": [first, {"all": [second, third]}]}, facts).value is _kleene_any([one, _kleene_all([two, three])])


@pytest.mark.parametrize("values", [values for values in product(TRUTH, repeat=3)], ids=str)
def test_an_answer_that_is_known_names_nothing_as_missing(values):
    first, second, third = _parts(values)
    for tree in ({"all": [first, {"any": [second, third]}]}, {"any": [first, {"all": [second, third]}]}, {"not": {"any": [{"all": [first, second]}, third]}}):
        answer = ask(tree, _facts(values))
        if answer.value is None:
            assert answer.missing and set(answer.missing) <= set(_where(values, None))
        else:
            assert answer.missing == []


PAYMENT = {True: {"amount": "USD 5"}, False: {"amount": "USD 4"}, None: {"id": "x"}}


def _of_payments(word):
    return {word: {"each": "payments", "as": "payment", "where": {"payment.amount": {"at_least": "USD 5"}}}}


def _amounts(values, wanted):
    return [f"/payments/{index}/amount" for index, value in enumerate(values) if value is wanted]


@pytest.mark.parametrize("values", LISTS, ids=str)
def test_every_asks_all_items_and_is_true_of_an_empty_list(values):
    answer = ask(_of_payments("every"), {"payments": [PAYMENT[value] for value in values]})
    assert answer.value is _kleene_all(values)
    if answer.value is False:
        assert (answer.reads, answer.missing) == (["/payments", *_amounts(values, False)], [])
    else:
        assert (answer.reads, answer.missing) == (["/payments", *_amounts(values, True)], _amounts(values, None))


@pytest.mark.parametrize("values", LISTS, ids=str)
def test_some_looks_for_one_item_and_is_false_of_an_empty_list(values):
    answer = ask(_of_payments("some"), {"payments": [PAYMENT[value] for value in values]})
    assert answer.value is _kleene_any(values)
    if answer.value is True:
        assert (answer.reads, answer.missing) == (["/payments", *_amounts(values, True)[:1]], [])
    else:
        assert (answer.reads, answer.missing) == (["/payments", *_amounts(values, False)], _amounts(values, None))


@pytest.mark.parametrize("word", ["some", "every"])
@pytest.mark.parametrize("facts", [{}, {"payments": "unknown"}], ids=["left out", "unknown"])
def test_a_question_about_the_items_of_a_list_that_is_not_stated_is_unknown(word, facts):
    answer = ask(_of_payments(word), facts)
    assert (answer.value, answer.reads, answer.missing) == (None, [], ["/payments"])


@pytest.mark.parametrize("word", ["some", "every"])
def test_an_item_that_is_itself_unknown_makes_the_answer_unknown_and_is_named(word):
    answer = ask(_of_payments(word), {"payments": ["unknown"]})
    assert (answer.value, answer.missing) == (None, ["/payments/0"])


@pytest.mark.parametrize("word, wanted", [("some", True), ("every", False)])
def test_items_that_are_single_values_are_asked_by_their_name(word, wanted):
    answer = ask({word: {"each": "agency.business_in", "as": "place", "where": {"place": {"within": "EU"}}}}, {"agency": {"business_in": ["US-NY", "FR"]}})
    assert answer.value is wanted
    assert answer.reads[-1] == ("/agency/business_in/1" if word == "some" else "/agency/business_in/0")


def test_questions_about_items_nest():
    tree = {"some": {"each": "assets", "as": "asset", "where": {"every": {"each": "asset.depicts", "as": "person", "where": {"person.person": "synthetic"}}}}}
    assets = [{"depicts": [{"person": "real"}, {"person": "synthetic"}]}, {"depicts": [{"person": "synthetic"}]}]
    answer = ask(tree, {"assets": assets}, kind="campaign")
    assert answer.value is True
    assert answer.reads == ["/assets", "/assets/1/depicts", "/assets/1/depicts/0/person"]


@pytest.mark.parametrize("value", TRUTH)
def test_a_defined_term_has_the_answer_and_the_trail_of_its_condition(value):
    answer = ask({"meets": "direct"}, _facts([value]), definitions={"direct": ({FACTS[0]: True}, "somebody else booked")})
    assert answer.value is value
    assert answer.missing == ([POINTERS[0]] if value is None else [])
    assert answer.because == ("somebody else booked" if value is False else None)


def test_a_term_that_is_asked_twice_leaves_its_trail_twice_and_the_same_reason():
    definitions = {"direct": ({FACTS[0]: True}, "somebody else booked")}
    answer = ask({"all": [{"meets": "direct"}, {"meets": "direct"}]}, _facts([False]), definitions=definitions)
    assert (answer.value, answer.reads, answer.because) == (False, [POINTERS[0]] * 2, "somebody else booked")


def test_terms_may_use_other_terms_and_the_outermost_gives_the_reason():
    definitions = {"outer": ({"meets": "inner"}, "not outer"), "inner": ({FACTS[0]: True}, "not inner")}
    assert ask({"meets": "outer"}, _facts([False]), definitions=definitions).because == "not outer"


DIRECT = {"direct": ({FACTS[0]: True}, "somebody else booked"), "accompanied": ({FACTS[1]: True}, "she comes alone")}


@pytest.mark.parametrize(
    "tree",
    [
        {"not": {"meets": "direct"}},
        {"all": [{"not": {"meets": "direct"}}, {FACTS[2]: True}]},
        {"all": [{"any": [{"meets": "direct"}, {FACTS[1]: True}]}, {FACTS[2]: True}]},
        {"all": [{"any": [{"meets": "direct"}, {"deal_memo.given": True}]}, {FACTS[2]: True}]},
        {"all": [{FACTS[2]: True}, {"not": {"meets": "direct"}}]},
    ],
    ids=["not", "not before a false fact", "any that is true", "any that is unknown", "not after a false fact"],
)
def test_a_term_that_was_not_met_is_no_reason_where_it_did_not_decide(tree):
    answer = ask(tree, _facts([False, True, False]), definitions=DIRECT)
    assert answer.value is not None
    assert answer.because is None


def test_the_reason_is_that_of_the_term_that_failed_not_of_one_that_was_met():
    answer = ask({"all": [{"meets": "accompanied"}, {"meets": "direct"}]}, _facts([False, True]), definitions=DIRECT)
    assert answer.because == "somebody else booked"


def test_a_reason_survives_facts_that_failed_beside_the_term():
    answer = ask({"all": [{"meets": "direct"}, {FACTS[2]: True}]}, _facts([False, True, False]), definitions=DIRECT)
    assert answer.because == "somebody else booked"

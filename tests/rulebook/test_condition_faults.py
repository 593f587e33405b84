"""Conditions that are refused: each with its place, in words, and with the nearest right one."""

import pytest

from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.facts import Vocabulary
from tests.helpers import ask


def _refused(tree, *, kind="booking", definitions=None):
    with pytest.raises(RuleError) as refused:
        ask(tree, {}, kind=kind, definitions=definitions)
    return refused.value


PAYMENT = {"each": "payments", "as": "payment", "where": {"payment.amount": {"stated": True}}}
FAULTS = [
    ({"compensation.totl": "USD 5"}, "/require/compensation.totl", "no booking has a fact named 'compensation.totl'", "compensation.total"),
    ({"comission.percent": "5"}, "/require/comission.percent", "no booking has a fact named 'comission.percent'", None),
    ({"": "5"}, "/require/", "no booking has a fact named ''", None),
    ({"compensation.": "5"}, "/require/compensation.", "no booking has a fact named 'compensation.'", "compensation"),
    ({"booked_directly.x": "5"}, "/require/booked_directly.x", "no booking has a fact named 'booked_directly.x'", "booked_directly"),
    ({"payments.amount": "USD 5"}, "/require/payments.amount", "no booking has a fact named 'payments.amount'", "payments"),
    ({"compensation.total": {"at_leest": "USD 5"}}, "/require/compensation.total/at_leest", "'at_leest' is not an operator", "at_least"),
    ({"compensation.total": {"at_most": "USD 5", "atleast": "USD 1"}}, "/require/compensation.total/atleast", "'atleast' is not an operator", "at_least"),
    ({"compensation.total": {}}, "/require/compensation.total", "nothing is asked of compensation.total", None),
    ({"compensation": "USD 5"}, "/require/compensation", "compensation is a group, and is asks of a text or identifier or choice or language", None),
    ({"payments": "none"}, "/require/payments", "payments is a list, and is asks of a text or identifier or choice or language", None),
    ({"booked_directly": {"at_most": "5"}}, "/require/booked_directly/at_most", "booked_directly is a boolean, and at_most asks of a count or number or percent or money", None),
    ({"booked_directly": {"stated": False}}, "/require/booked_directly/stated", "stated is only ever true", None),
    ({"booked_directly": {"stated": "yes"}}, "/require/booked_directly/stated", "'yes' is not a boolean", "true"),
    ({"services.location": "US-NY"}, "/require/services.location", "services.location is a place, and is asks of a text or identifier or choice or language", None),
    ({"services.location": {"one_of": ["US-NY"]}}, "/require/services.location/one_of", "services.location is a place, and one_of asks of a text or identifier or choice or language", None),
    ({"agency.business_in": {"includes": "US-NY"}}, "/require/agency.business_in/includes", "includes compares words, and a place may be written larger or smaller", "reaches"),
    ({"agency.business_in": {"only": ["US-NY"]}}, "/require/agency.business_in/only", "only compares words, and a place may be written larger or smaller", "reaches"),
    ({"all": []}, "/require/all", "a list of conditions belongs here", None),
    ({"any": {"booked_directly": True}}, "/require/any", "a list of conditions belongs here", None),
    ({"any": [[], {"booked_directly": True}]}, "/require/any/0", "a condition belongs here", None),
    ({"all": [{"booked_directly": True}, {}]}, "/require/all/1", "a condition belongs here", None),
    ({"any": [{"booked_directly": True}, "booked_directly"]}, "/require/any/1", "a condition belongs here", None),
    ([], "/require", "a condition belongs here", None),
    ("booked_directly", "/require", "a condition belongs here", None),
    ({"not": []}, "/require/not", "a condition belongs here", None),
    ({"not": True}, "/require/not", "a condition belongs here", None),
    ({"not": {"booked_directly": {"stated": True}}}, "/require/not", "what a document does not state cannot be asked for with not", None),
    ({"not": {"any": [{"booked_directly": True}, {"some": PAYMENT}]}}, "/require/not", "what a document does not state cannot be asked for with not", None),
    ({"every": "payments"}, "/require/every", "a question about the items of a list has each, as and where", None),
    ({"some": {"each": "payments", "where": {"booked_directly": True}}}, "/require/some", "a question about the items of a list has each, as and where", None),
    ({"some": {**PAYMENT, "is": "x"}}, "/require/some", "a question about the items of a list has each, as and where", None),
    ({"some": {**PAYMENT, "each": "payment"}}, "/require/some/each", "no booking has a fact named 'payment'", "payments"),
    ({"some": {**PAYMENT, "each": "booked_directly"}}, "/require/some/each", "booked_directly is a boolean", None),
    ({"some": {**PAYMENT, "each": ["payments"]}}, "/require/some/each", "the path of a fact belongs here", None),
    ({"some": {**PAYMENT, "where": {"payment.amuont": "USD 5"}}}, "/require/some/where/payment.amuont", "no booking has a fact named 'payment.amuont'", "payment.amount"),
    ({"some": {**PAYMENT, "where": {"paymnt.amount": "USD 5"}}}, "/require/some/where/paymnt.amount", "no booking has a fact named 'paymnt.amount'", "payment.amount"),
    ({"some": {**PAYMENT, "where": {}}}, "/require/some/where", "a condition belongs here", None),
    ({"some": {**PAYMENT, "as": ["payment"]}}, "/require/some/as", "\"['payment']\" cannot be a name", None),
    ({"some": {**PAYMENT, "as": "a.payment"}}, "/require/some/as", "'a.payment' cannot be a name", None),
    ({"some": {**PAYMENT, "as": "payments"}}, "/require/some/as", "payments already means something here", None),
    ({"some": {**PAYMENT, "as": "as_of"}}, "/require/some/as", "as_of already means something here", None),
    ({"some": {**PAYMENT, "as": "payment_due_on"}}, "/require/some/as", "payment_due_on already means something here", None),
    ({"some": {**PAYMENT, "where": {"some": {**PAYMENT, "each": "services.meal_breaks", "where": {"booked_directly": True}}}}}, "/require/some/where/some/as", "payment already means something here", None),
]  # fmt: skip


@pytest.mark.parametrize("tree, pointer, message, suggestion", FAULTS, ids=lambda value: str(value)[:60] if not isinstance(value, str) else "")
def test_a_condition_that_makes_no_sense_is_refused_with_its_place_and_the_nearest_right_word(tree, pointer, message, suggestion):
    error = _refused(tree)
    assert (error.pointer, error.message, error.suggestion) == (pointer, message, suggestion)


def test_an_unknown_operator_lists_those_that_fit():
    assert _refused({"services.location": {"at_most": "US"}}).expected == "one of within, stated"
    assert _refused({"payments": {"within": "US"}}).expected == "one of includes, includes_any, includes_all, only, reaches, overlaps, empty, stated"


def test_a_field_below_a_list_is_refused_with_how_items_are_asked():
    assert _refused({"payments.amount": "USD 5"}).help == "payments is a list: judge each item with for_each, or ask of them with some or every"


def test_a_field_that_a_group_does_not_have_is_refused_with_those_that_it_has():
    assert _refused({"liability_insurance.paid": True}).help == "liability_insurance has the fields carried, covers_models_health_and_safety"


TERM = {"direct": ({"booked_directly": True}, "somebody else booked")}


@pytest.mark.parametrize("word, suggestion", [("drect", "direct"), ("nothing_like_it", None), (["direct"], None), ({"direct": "x"}, None)])
def test_a_term_that_is_not_defined_is_refused_with_the_nearest_one(word, suggestion):
    error = _refused({"meets": word}, definitions=TERM)
    assert error.pointer == "/require/meets"
    assert error.message.endswith("is not a defined term")
    if isinstance(word, str):
        assert error.suggestion == suggestion


@pytest.mark.parametrize(
    "definitions",
    [
        {"a": ({"meets": "a"}, "")},
        {"a": ({"meets": "b"}, ""), "b": ({"meets": "a"}, "")},
        {"a": ({"all": [{"booked_directly": True}, {"not": {"meets": "b"}}]}, ""), "b": ({"any": [{"meets": "c"}, {"booked_directly": True}]}, ""), "c": ({"meets": "a"}, "")},
    ],
    ids=["itself", "by way of another", "by way of two others"],
)
def test_a_term_that_is_defined_by_itself_is_refused_and_does_not_run_for_ever(definitions):
    error = _refused({"meets": "a"}, definitions=definitions)
    assert error.message == "the term a is defined by itself"
    assert error.pointer.startswith("/definitions/")


def test_terms_within_terms_without_end_are_refused():
    chain = {f"t{number}": ({"all": [{"meets": f"t{number + 1}"}, {"meets": f"t{number + 1}"}]}, "") for number in range(600)}
    assert _refused({"meets": "t0"}, definitions=chain).message == "terms stand in terms more than 10 deep"
    assert ask({"meets": "t592"}, {}, definitions={**chain, "t600": ({"booked_directly": True}, "")}).missing


def test_a_fault_inside_a_definition_is_found_where_the_term_is_used():
    error = _refused({"meets": "direct"}, definitions={"direct": ({"booked_directely": True}, "")})
    assert (error.message, error.suggestion) == ("no booking has a fact named 'booked_directely'", "booked_directly")


def test_a_definition_is_about_the_whole_document_and_knows_no_item():
    tree = {"some": {**PAYMENT, "where": {"meets": "large"}}}
    error = _refused(tree, definitions={"large": ({"payment.amount": {"at_least": "USD 5"}}, "")})
    assert error.message == "no booking has a fact named 'payment.amount'"


def test_not_around_a_term_that_asks_what_is_stated_is_refused():
    error = _refused({"not": {"meets": "dated"}}, definitions={"dated": ({"payment_term.due_on": {"stated": True}}, "")})
    assert error.message == "what a document does not state cannot be asked for with not"


def test_a_derived_fact_belongs_to_its_kinds_of_document():
    assert _refused({"payment_due_on": "2026-03-01"}, kind="campaign").message == "no campaign has a fact named 'payment_due_on'"
    assert "payment_due_on" in Vocabulary("booking").paths() and "payment_due_on" not in Vocabulary("campaign").paths()


def test_every_path_that_is_offered_can_be_named():
    for kind in ("management_contract", "booking", "model_release", "replica_consent", "campaign", "agency_profile", "talent_service_contract"):
        vocabulary = Vocabulary(kind)
        assert len(vocabulary.paths()) == len(set(vocabulary.paths()))
        for path in vocabulary.paths():
            assert vocabulary.fact(path, "").path == path

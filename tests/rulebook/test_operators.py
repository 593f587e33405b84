"""Every operator's three-valued table: true, false, and None wherever something is missing or cannot be compared."""

import pytest

from fwa_check.rulebook.operators import OPERATORS, equal, is_stated, unequal
from fwa_check.rulebook.vocabulary import typed, typed_operand
from fwa_check.values.absent import MISSING
from tests.helpers import ask

ROWS = [(operator, *row) for operator in OPERATORS.values() if operator.ask for row in operator.rows]
WORDS = {True: "true", False: "false", None: "unknown"}


def _row_name(row):
    return f"{row[0].name} {row[2]} {row[3]} {WORDS[row[4]]}" if isinstance(row, tuple) else str(row)


@pytest.mark.parametrize("row", ROWS, ids=_row_name)
def test_a_worked_example_of_an_operator_has_the_answer_that_it_claims(row):
    operator, type_, fact, operand, answer = row
    assert operator.ask(typed(type_, fact), typed_operand(operator, type_, operand)) is answer


@pytest.mark.parametrize("operator", OPERATORS.values(), ids=lambda operator: operator.name)
def test_every_operator_has_a_meaning_and_rows_with_more_than_one_answer(operator):
    assert operator.meaning[0].islower() and not operator.meaning.endswith(".")
    if operator.ask:
        assert len({answer for *_, answer in operator.rows}) >= 2


# (operator, fact, operand, the group of facts in which the fact is known, kind)
ASKED = [
    ("is", "booked_directly", "true", {"booked_directly": "true"}, "booking"),
    ("is_not", "booked_directly", "false", {"booked_directly": "true"}, "booking"),
    ("one_of", "status", ["hold", "option"], {"status": "hold"}, "booking"),
    ("none_of", "status", ["hold", "option"], {"status": "confirmed"}, "booking"),
    ("at_most", "compensation.overtime_multiplier", "1.5", {"compensation": {"overtime_multiplier": "1.5"}}, "booking"),
    ("at_least", "compensation.total", "USD 5", {"compensation": {"total": "USD 5"}}, "booking"),
    ("more_than", "compensation.overtime_multiplier", "1.4", {"compensation": {"overtime_multiplier": "1.5"}}, "booking"),
    ("less_than", "compensation.overtime_multiplier", "1.6", {"compensation": {"overtime_multiplier": "1.5"}}, "booking"),
    ("zero", "compensation.total", "true", {"compensation": {"total": "EUR 0.00"}}, "booking"),
    ("before", "invoice_received_on", "2026-03-02", {"invoice_received_on": "2026-03-01"}, "booking"),
    ("after", "invoice_received_on", "2026-03-02", {"invoice_received_on": "2026-03-03"}, "booking"),
    ("on_or_before", "invoice_received_on", "2026-03-02", {"invoice_received_on": "2026-03-02"}, "booking"),
    ("on_or_after", "invoice_received_on", "2026-03-02", {"invoice_received_on": "2026-03-02"}, "booking"),
    ("includes", "scope.media", "print", {"scope": {"media": ["print", "video"]}}, "replica_consent"),
    ("includes_any", "scope.media", ["print", "audio"], {"scope": {"media": ["print", "video"]}}, "replica_consent"),
    ("includes_all", "scope.media", ["print", "video"], {"scope": {"media": ["print", "video"]}}, "replica_consent"),
    ("only", "scope.media", ["print", "video"], {"scope": {"media": ["print", "video"]}}, "replica_consent"),
    ("within", "services.location", "US", {"services": {"location": "US-NY"}}, "booking"),
    ("reaches", "agency.business_in", "US-NY", {"agency": {"business_in": ["US"]}}, "booking"),
    ("overlaps", "agency.business_in", "US", {"agency": {"business_in": ["US-NY"]}}, "booking"),
    ("empty", "payments", "true", {"payments": []}, "booking"),
]


def _unsaid(facts, how):
    """The same groups with their facts left out, written as unknown, or left empty."""
    if not isinstance(facts, dict):
        return how
    below = {name: _unsaid(value, how) for name, value in facts.items()}
    return {name: value for name, value in below.items() if value != "left out"}


def test_every_operator_but_stated_is_asked_of_a_document_here():
    assert {name for name, *_ in ASKED} == set(OPERATORS) - {"stated"}


@pytest.mark.parametrize("name, path, operand, facts, kind", ASKED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_known_fact_gets_an_answer_and_is_the_evidence(name, path, operand, facts, kind):
    answer = ask({path: {name: operand}}, facts, kind=kind)
    assert answer.value is True
    assert (answer.reads, answer.missing) == (["/" + path.replace(".", "/")], [])


@pytest.mark.parametrize("how", ["left out", "unknown", None])
@pytest.mark.parametrize("name, path, operand, facts, kind", ASKED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_missing_fact_gets_no_answer_and_is_named(name, path, operand, facts, kind, how):
    answer = ask({path: {name: operand}}, _unsaid(facts, how), kind=kind)
    assert (answer.value, answer.reads, answer.missing) == (None, [], ["/" + path.replace(".", "/")])


REFERENCES = [
    ("is", "deal_memo.language", "model.requested_language", {"deal_memo": {"language": "en"}, "model": {"requested_language": "en"}}),
    ("is_not", "deal_memo.language", "model.requested_language", {"deal_memo": {"language": "en"}, "model": {"requested_language": "es"}}),
    ("at_most", "compensation.overtime_hourly_rate", "compensation.total", {"compensation": {"overtime_hourly_rate": "USD 5", "total": "USD 5"}}),
    ("at_least", "compensation.overtime_hourly_rate", "compensation.total", {"compensation": {"overtime_hourly_rate": "USD 5", "total": "USD 5"}}),
    ("more_than", "compensation.overtime_hourly_rate", "compensation.total", {"compensation": {"overtime_hourly_rate": "USD 6", "total": "USD 5"}}),
    ("less_than", "compensation.overtime_hourly_rate", "compensation.total", {"compensation": {"overtime_hourly_rate": "USD 4", "total": "USD 5"}}),
    ("before", "deal_memo.delivered_at", "services.start_at", {"deal_memo": {"delivered_at": "2026-03-01"}, "services": {"start_at": "2026-03-02"}}),
    ("after", "deal_memo.delivered_at", "services.start_at", {"deal_memo": {"delivered_at": "2026-03-03"}, "services": {"start_at": "2026-03-02"}}),
    ("on_or_before", "deal_memo.delivered_at", "services.start_at", {"deal_memo": {"delivered_at": "2026-03-02"}, "services": {"start_at": "2026-03-02"}}),
    ("on_or_after", "deal_memo.delivered_at", "services.start_at", {"deal_memo": {"delivered_at": "2026-03-02"}, "services": {"start_at": "2026-03-02"}}),
    ("reaches", "agency.business_in", "services.location", {"agency": {"business_in": ["US"]}, "services": {"location": "US-NY"}}),
    ("overlaps", "agency.business_in", "services.location", {"agency": {"business_in": ["US-NY"]}, "services": {"location": "US"}}),
]


@pytest.mark.parametrize("name, path, other, facts", REFERENCES, ids=lambda value: value if isinstance(value, str) else "")
def test_two_facts_are_compared_and_whichever_is_missing_is_named(name, path, other, facts):
    pointers = ["/" + each.replace(".", "/") for each in (path, other)]
    answer = ask({path: {name: {"fact": other}}}, facts)
    assert (answer.value, answer.reads, answer.missing) == (True, pointers, [])
    for missing, kept in (pointers, pointers[::-1]):
        answer = ask({path: {name: {"fact": other}}}, _without(facts, missing))
        assert (answer.value, answer.reads, answer.missing) == (None, [kept], [missing])
    answer = ask({path: {name: {"fact": other}}}, {})
    assert (answer.value, answer.reads, answer.missing) == (None, [], pointers)


def _without(facts, pointer):
    _, group, name = pointer.split("/")
    return {**facts, group: {key: value for key, value in facts[group].items() if key != name}}


BOUNDARIES = [
    ("percent", "20", {"at_most": ("20", "20.000000001"), "at_least": ("20", "19.999999999"), "more_than": ("20.000000001", "20"), "less_than": ("19.999999999", "20")}),
    ("money", "USD 100", {"at_most": ("USD 100.00", "USD 100.0001"), "at_least": ("USD 100", "USD 99.9999"), "more_than": ("USD 100.01", "USD 100"), "less_than": ("USD 99.99", "USD 100")}),
    ("duration", "3 years", {"at_most": ("36 months", "3 years and 1 day"), "at_least": ("36 months", "35 months and 27 days"), "more_than": ("1097 days", "P3Y"), "less_than": ("1094 days", "P3Y")}),
    ("duration", "8 hours", {"at_most": ("480 minutes", "8 hours 1 minute"), "at_least": ("PT8H", "7.999 hours"), "more_than": ("481 minutes", "8 hours"), "less_than": ("479 minutes", "8 hours")}),
    ("date", "2026-03-02", {"on_or_before": ("2026-03-02", "2026-03-03"), "on_or_after": ("2026-03-02", "2026-03-01"), "before": ("2026-03-01", "2026-03-03"), "after": ("2026-03-03", "2026-03-01")}),
    ("instant", "2026-03-02T09:00-05:00", {"before": ("2026-03-02T08:59:59-05:00", "2026-03-02T14:00Z"), "after": ("2026-03-02T14:00:01Z", "2026-03-02T09:00-05:00")}),
]  # fmt: skip


@pytest.mark.parametrize(
    "type_, operand, name, yes, no", [(type_, operand, name, *sides) for type_, operand, asked in BOUNDARIES for name, sides in asked.items()]
)
def test_both_sides_of_a_boundary_are_told_apart(type_, operand, name, yes, no):
    assert OPERATORS[name].ask(typed(type_, yes), typed(type_, operand)) is True
    assert OPERATORS[name].ask(typed(type_, no), typed(type_, operand)) is False


@pytest.mark.parametrize("name", ["at_most", "at_least", "more_than", "less_than", "is", "is_not"])
@pytest.mark.parametrize(
    "type_, fact, operand",
    [("money", "USD 5", "EUR 5"), ("duration", "10 business days", "14 days"), ("duration", "14 days", "10 business days"), ("duration", "1096 days", "3 years"), ("duration", "30 days", "1 month")],
)
def test_sizes_that_only_a_calendar_or_an_exchange_rate_could_compare_get_no_answer(name, type_, fact, operand):
    assert OPERATORS[name].ask(typed(type_, fact), typed(type_, operand)) is None


@pytest.mark.parametrize(
    "fact, operand, wanted",
    [
        ("2026-03-02", "2026-03-02", True),
        ("2026-03-02", "2026-03-03", False),
        ("2026-03-02T09:00-05:00", "2026-03-02", True),
        ("2026-03-02", "2026-03-02T09:00-05:00", True),
        ("2026-03-02T09:00-05:00", "2026-03-02T14:00Z", True),
        ("2026-03-02T09:00-05:00", "2026-03-02T09:01-05:00", False),
        ("2026-03-02T00:30+01:00", "2026-03-01T23:30Z", True),
    ],
)
def test_two_moments_are_the_same_only_to_the_minute_and_a_day_is_the_same_as_a_moment_in_it(fact, operand, wanted):
    assert equal(typed("moment", fact), typed("moment", operand)) is wanted
    assert unequal(typed("moment", fact), typed("moment", operand)) is not wanted


@pytest.mark.parametrize(
    "fact, operand, wanted",
    [
        ("2026-03-10T00:30+01:00", "2026-03-09T20:00-04:00", True),
        ("2026-03-09T23:30-05:00", "2026-03-10T00:30+01:00", True),
        ("2026-03-10T12:00+01:00", "2026-03-09T20:00-04:00", False),
        ("2026-03-09T23:00-04:00", "2026-03-09T01:00-04:00", True),
        ("0001-01-02T00:00+14:00", "2026-03-09T01:00-14:00", True),
        ("9999-12-30T23:00-14:00", "2026-03-09T01:00+14:00", False),
    ],
)
def test_days_of_moments_in_different_zones_are_counted_in_the_zone_of_the_operand(fact, operand, wanted):
    assert OPERATORS["on_or_before"].ask(typed("moment", fact), typed("moment", operand)) is wanted


@pytest.mark.parametrize(
    "items, operand, wanted",
    [
        (["US"], "US-NY", True), (["worldwide"], "US-NY", True), (["EEA"], "EU", True), (["EU"], "FR", True), (["EEA"], "NO", True),
        (["EU"], "NO", False), (["FR", "unknown"], "US-NY", None), (["unknown", "US-NY"], "US-NY", True), ([], "US-NY", None),
        (["US-NY"], "US", None), (["FR"], "EU", None), (["US-NY"], "worldwide", None), (["US-NY"], "US-CA", False),
    ],
)  # fmt: skip
def test_a_list_of_places_reaches_a_place_that_it_holds_and_may_reach_a_larger_one(items, operand, wanted):
    assert OPERATORS["reaches"].ask(typed("place", items), typed("place", operand)) is wanted


@pytest.mark.parametrize(
    "place, outer, wanted",
    [("US-NY", "US", True), ("FR-75", "EU", True), ("US", "US-NY", None), ("worldwide", "FR", None), ("EEA", "EU", None), ("GB", "EU", False), ("CH", "EEA", False), ("US-NY", "worldwide", True)],
)
def test_a_place_is_within_another_or_may_be_where_it_is_written_larger(place, outer, wanted):
    assert OPERATORS["within"].ask(place, outer) is wanted


@pytest.mark.parametrize("items, wanted", [([], True), (["a"], False), (["a", "unknown"], False), (["unknown"], None), (["unknown", "unknown"], None)])
def test_a_list_of_nothing_but_unknowns_may_be_empty(items, wanted):
    items = typed("identifier", items)
    assert OPERATORS["empty"].ask(items, True) is wanted
    assert OPERATORS["empty"].ask(items, False) is (None if wanted is None else not wanted)


@pytest.mark.parametrize(
    "value, wanted",
    [("x", True), (MISSING, False), ({}, False), ({"a": MISSING}, False), ({"a": {"b": MISSING, "c": False}}, True), ([], False), ([MISSING], False), ([{"a": 1}], True), (False, True), (0, True)],
)
def test_a_group_or_a_list_is_stated_when_one_of_its_parts_is(value, wanted):
    assert is_stated(value) is wanted


@pytest.mark.parametrize(
    "operator, signed, answer",
    [
        ("before", "2025-06-18", True), ("before", "2025-06-19", False), ("before", "2025-06-20", False),
        ("after", "2025-06-18", False), ("after", "2025-06-19", False), ("after", "2025-06-20", True),
        ("before", "2025-06-19T00:01-04:00", False), ("after", "2025-06-19T23:59-04:00", False),
    ],
)  # fmt: skip
def test_against_a_day_that_the_rule_names_the_hour_decides_nothing(operator, signed, answer):
    assert ask({"signed_on": {operator: "2025-06-19"}}, {"signed_on": signed}, kind="model_release").value is answer

"""From nodes to typed values, led by the schema: each complaint at its line and column."""

from decimal import Decimal

import pytest

from fwa_check.documents.build import MOST_ITEMS, MOST_PROBLEMS
from fwa_check.values.absent import MISSING
from fwa_check.values.money import Money


def place(problem):
    return problem.line, problem.column


@pytest.mark.parametrize(
    ("lines", "path", "value"),
    [
        ("services: {location: NO}", ("services", "location"), "NO"),
        ("printed_registration_number: 0123", ("printed_registration_number",), "0123"),
        ("printed_registration_number: 1e3", ("printed_registration_number",), "1e3"),
        ("printed_registration_number: 12:30", ("printed_registration_number",), "12:30"),
        ("model: {name: NO}", ("model", "name"), "NO"),
        ("model: {name: null and void}", ("model", "name"), "null and void"),
        ("companion_allowed: TRUE", ("companion_allowed",), True),
        ('companion_allowed: "true"', ("companion_allowed",), True),
        ("compensation: {total: 'USD 1,200.00'}", ("compensation", "total"), Money(Decimal(1200), "USD")),
        ("compensation:\n  total: USD 1,200.00", ("compensation", "total"), Money(Decimal(1200), "USD")),
        ("compensation: {total: {amount: 5, currency: USD}}", ("compensation", "total"), Money(Decimal(5), "USD")),
        ("compensation:\n  total:\n    currency: EUR\n    amount: 1,200.50", ("compensation", "total"), Money(Decimal("1200.50"), "EUR")),
        ("payments: []", ("payments",), []),
        ("payments: [~, {id: p}]", ("payments",), [MISSING, {"id": "p"}]),
        ("model: {}", ("model",), {}),
        ("deal_memo:\n  usages: |\n    web\n    print", ("deal_memo", "usages"), "web\nprint\n"),
        ("deal_memo:\n  usages: web\n    and print", ("deal_memo", "usages"), "web and print"),
    ],
)
def test_a_field_gets_the_type_that_its_schema_says(booking, lines, path, value):
    found = booking(lines)
    for key in path:
        found = found[key]
    assert found == value and type(found) is type(value)


@pytest.mark.parametrize("nothing", ["unknown", '"unknown"', "'unknown'", "~", "null", "Null", "NULL", ""])
@pytest.mark.parametrize("field", ["status", "model", "payments", "companion_allowed", "invoice_received_on", "printed_registration_number"])
def test_a_fact_that_is_unknown_or_empty_is_missing_whatever_its_type(booking, field, nothing):
    assert booking(f"{field}: {nothing}")[field] is MISSING


@pytest.mark.parametrize("part", ["amount: unknown, currency: USD", "amount: 5, currency: ~", "amount: , currency: USD"])
def test_money_with_an_unknown_part_is_missing(booking, part):
    assert booking(f"compensation: {{total: {{{part}}}}}")["compensation"]["total"] is MISSING


@pytest.mark.parametrize("word", ["~", "null", ""])
def test_a_word_in_quotes_is_not_nothing(load, word):
    documents, problems = load(f'kind: booking\nid: b\nstatus: "{word}"\n')
    assert documents == [] and problems[0].message == f"status cannot be read: {word!r}"


@pytest.mark.parametrize("field", ["model", "payments"])
def test_a_group_or_a_list_is_no_word_in_quotes(problem, field):
    found = problem(f'{field}: "~"')
    assert found.message == f"{field} holds {'a group of fields' if field == 'model' else 'a list'}, not a single value"
    assert found.found == "~" and place(found) == (3, len(field) + 3)


@pytest.mark.parametrize(
    ("lines", "at", "message", "expected", "suggestion"),
    [
        ("status: confirmd", (3, 9), "status cannot be read: 'confirmd'", "one of option, hold, confirmed, completed, cancelled", "confirmed"),
        ("status: Confirmed", (3, 9), "status cannot be read: 'Confirmed'", "one of option, hold, confirmed, completed, cancelled", "confirmed"),
        ("status: Unknown", (3, 9), "status cannot be read: 'Unknown'", "one of option, hold, confirmed, completed, cancelled", "unknown"),
        ("invoice_received_on: UNKNOWN", (3, 22), "invoice_received_on cannot be read: 'UNKNOWN'", "a day as YYYY-MM-DD, such as 2026-11-21", "unknown"),
        ("invoice_received_on: 2026-1-4", (3, 22), "invoice_received_on cannot be read: '2026-1-4'", "a day as YYYY-MM-DD, such as 2026-11-21", "2026-01-04"),
        ("companion_allowed: NO", (3, 20), "companion_allowed cannot be read: 'NO'", "true or false", "false"),
        ("services:\n  location: no", (4, 13), "location cannot be read: 'no'", "a place as ISO 3166 writes it, such as US-NY, US or FR, or EU, EEA or worldwide", "NO"),
        ("agency:\n  business_in: [US-NY, usa]", (4, 24), "item of business_in cannot be read: 'usa'", "a place as ISO 3166 writes it, such as US-NY, US or FR, or EU, EEA or worldwide", "US"),
        ("agency:\n  business_in:\n    - US-NY\n    - us-ny", (6, 7), "item of business_in cannot be read: 'us-ny'", "a place as ISO 3166 writes it, such as US-NY, US or FR, or EU, EEA or worldwide", "US-NY"),
        ("explicit_consent: {business_days_to_review: 1.5}", (3, 45), "business_days_to_review cannot be read: '1.5'", "a whole number, such as 6", None),
        ("compensation: {total: 1200}", (3, 23), "total cannot be read: '1200'", "an amount with its currency, such as USD 1,200.00", None),
        ("compensation: {total: UDS 5}", (3, 23), "total cannot be read: 'UDS 5'", "an ISO 4217 currency, such as USD", "USD"),
        ("compensation: {total: {amount: 5, currency: UDS}}", (3, 45), "total cannot be read: 'UDS'", "an ISO 4217 currency, such as USD", "USD"),
        ("compensation: {total: {amount: '1,20', currency: USD}}", (3, 32), "total cannot be read: '1,20'", "an amount, such as 1,200.00", None),
        ("compensation: {total: {amount: 1.200, currency: EUR}}", (3, 32), "total cannot be read: '1.200'", "an amount that reads one way only: 1.200 could be 1,200", None),
        ("compensation: {overtime_multiplier: .nan}", (3, 37), "overtime_multiplier cannot be read: '.nan'", "a number, such as 1.5", None),
        ("compensation: {overtime_multiplier: .inf}", (3, 37), "overtime_multiplier cannot be read: '.inf'", "a number, such as 1.5", None),
        ("payments:\n  - {id: a}\n  - {id: b, paid_on: 2026-06-31}", (5, 22), "paid_on cannot be read: '2026-06-31'", "a day that exists", None),
        ("model: {name: ''}", (3, 15), "name cannot be read: ''", "some words", None),
        ('printed_registration_number: "\\u202e12"', (3, 30), "printed_registration_number cannot be read: '\\u202e12'", "a name on one line, without hidden characters", None),
    ],
)
def test_a_value_that_cannot_be_read_is_refused_at_its_place(problem, lines, at, message, expected, suggestion):
    found = problem(lines)
    assert (place(found), found.message, found.expected, found.suggestion) == (at, message, expected, suggestion)
    assert found.excerpt == lines.split("\n")[at[0] - 3]


def test_a_number_of_a_million_digits_is_refused_and_not_repeated(problem):
    found = problem("explicit_consent:\n  business_days_to_review: " + "9" * 1_000_000)
    assert found.message == f"business_days_to_review cannot be read: '{'9' * 59}…'"
    assert place(found) == (4, 28)


@pytest.mark.parametrize(
    ("lines", "at", "message", "found", "help"),
    [
        ("model: Ana", (3, 8), "model holds a group of fields, not a single value", "Ana", None),
        ("model: [Ana]", (3, 8), "model holds a group of fields, not a list", "a list", None),
        ("model:\n  - Ana", (4, 3), "model holds a group of fields, not a list", "a list", None),
        ("payments: USD 5", (3, 11), "payments holds a list, not a single value", "USD 5", "write each item on a line of its own after a dash"),
        ("payments: {id: p}", (3, 11), "payments holds a list, not a group of fields", "a group of fields", "write each item on a line of its own after a dash"),
        ("payments: [[]]", (3, 12), "item of payments holds a group of fields, not a list", "a list", None),
        ("status: [hold]", (3, 9), "status holds a single value, not a list", "a list", None),
        ("status: {a: b}", (3, 9), "status holds a single value, not a group of fields", "a group of fields", None),
        ("compensation: {total: [5]}", (3, 23), "total holds a single value, not a list", "a list", None),
        ("compensation: {total: {amount: [5], currency: USD}}", (3, 32), "amount holds a single value, not a list", "a list", None),
        ("model: |\n  Ana", (3, 8), "model holds a group of fields, not a single value", "Ana", None),
    ],
)
def test_a_value_of_the_wrong_shape_is_refused_at_its_place(problem, lines, at, message, found, help):
    wrong = problem(lines)
    assert (place(wrong), wrong.message, wrong.found, wrong.help) == (at, message, found, help)


@pytest.mark.parametrize(
    ("lines", "at", "message", "suggestion"),
    [
        ("stauts: hold", (3, 1), "booking has no field 'stauts'", "status"),
        ("Status: hold", (3, 1), "booking has no field 'Status'", "status"),
        ("model:\n  nmae: Ana", (4, 3), "model has no field 'nmae'", "name"),
        ("payments:\n  - id: p\n    payd_on: 2026-01-01", (5, 5), "item of payments has no field 'payd_on'", "paid_on"),
        ("qqqq: 1", (3, 1), "booking has no field 'qqqq'", None),
        ("~: 1", (3, 1), "booking has no field '~'", None),
        ("null: 1", (3, 1), "booking has no field 'null'", None),
        ("? \n: 1", (3, 2), "booking has no field ''", None),
        ("'': 1", (3, 1), "booking has no field ''", None),
        ("? status\n? hold", (4, 3), "booking has no field 'hold'", None),
        ("a\u202eb: 1", (3, 1), "booking has no field 'a\\u202eb'", None),
        ("ѕtatus: hold", (3, 1), "booking has no field 'ѕtatus'", "status"),
    ],
)
def test_a_field_that_the_schema_does_not_have_is_refused_with_the_nearest_one(problem, lines, at, message, suggestion):
    found = problem(lines)
    assert (place(found), found.message, found.suggestion) == (at, message, suggestion)
    assert found.expected == "a field of the schema"


@pytest.mark.parametrize(("key", "shape"), [("[a, b]", "a list"), ("{a: b}", "a group of fields"), ("? [a]\n", "a list"), ("? - a\n", "a list")])
def test_a_field_whose_name_is_no_name_is_refused(problem, key, shape):
    found = problem(f"{key}: 1")
    assert found.message == f"booking has a field whose name is {shape}"
    assert found.expected == "a name" and found.line == 3


@pytest.mark.parametrize(
    ("lines", "at", "message"),
    [
        ("id: c", (3, 1), "id is stated twice, on line 2 and on line 3"),
        ("kind: campaign", (3, 1), "kind is stated twice, on line 1 and on line 3"),
        ("status: hold\nmodel: {}\n'status': hold", (5, 1), "status is stated twice, on line 3 and on line 5"),
        ("model:\n  name: Ana\n  name: Bea", (5, 3), "name is stated twice, on line 4 and on line 5"),
        ("status: unknown\nstatus: hold", (4, 1), "status is stated twice, on line 3 and on line 4"),
        ('status: hold\n"\\x73tatus": hold', (4, 1), "status is stated twice, on line 3 and on line 4"),
        ("compensation:\n  total:\n    amount: 5\n    currency: USD\n    amount: 6", (7, 5), "amount is stated twice, on line 5 and on line 7"),
    ],
)
def test_a_field_that_is_stated_twice_is_refused_with_both_lines(problem, lines, at, message):
    found = problem(lines)
    assert (place(found), found.message, found.help) == (at, message, "keep the one that the document says")


def test_a_field_that_is_stated_three_times_is_refused_twice_with_the_first_line(load):
    _, problems = load("kind: booking\nid: b\nstatus: hold\nstatus: hold\nstatus: hold\n")
    assert [problem.message for problem in problems] == ["status is stated twice, on line 3 and on line 4", "status is stated twice, on line 3 and on line 5"]


@pytest.mark.parametrize(
    ("lines", "at", "tag"),
    [
        ("status: !!int 5", (3, 9), "tag:yaml.org,2002:int"),
        ("status: !!str hold", (3, 9), "tag:yaml.org,2002:str"),
        ("status: !secret hold", (3, 9), "!secret"),
        ("model: !!python/object:os.system {name: Ana}", (3, 8), "tag:yaml.org,2002:python/object:os.system"),
        ("model: !!map {name: Ana}", (3, 8), "tag:yaml.org,2002:map"),
        ("model: !secret unknown", (3, 8), "!secret"),
        ("model: !!null ~", (3, 8), "tag:yaml.org,2002:null"),
        ("payments: !secret [a]", (3, 11), "!secret"),
        ("payments: [!secret {id: p}]", (3, 12), "!secret"),
        ("agency: {business_in: [US, !secret NO]}", (3, 28), "!secret"),
        ("compensation: {total: !secret USD 5}", (3, 23), "!secret"),
        ("compensation: {total: !secret {amount: 5, currency: USD}}", (3, 23), "!secret"),
        ("compensation: {total: {amount: !!float 5, currency: USD}}", (3, 32), "tag:yaml.org,2002:float"),
        ("compensation: {total: {amount: 5, !secret currency: USD}}", (3, 35), "!secret"),
        ("!secret status: hold", (3, 1), "!secret"),
        ("status: !unknown unknown", (3, 9), "!unknown"),
        ("status: !<tag:yaml.org,2002:str> hold", (3, 9), "tag:yaml.org,2002:str"),
    ],
)
def test_a_tag_has_no_meaning_on_any_value_group_list_or_name(problem, lines, at, tag):
    found = problem(lines)
    assert (place(found), found.message, found.help) == (at, f"the tag {tag} has no meaning here", "leave the tag out")


@pytest.mark.parametrize(("lines", "message"), [("status: !!python/object/apply:os.system [id]", "status holds a single value, not a list"), ("payments: !!set {a}", "payments holds a list, not a group of fields")])
def test_a_tag_on_the_wrong_shape_is_refused_for_its_shape(problem, lines, message):
    assert problem(lines).message == message


def test_a_tag_as_long_as_a_book_is_not_repeated(problem):
    found = problem("status: !" + "a" * 100_000 + " hold")
    assert len(found.message) < 200 and len(found.found) == 60


def test_an_anchor_and_its_alias_state_the_same_value_twice(booking):
    values = booking("services:\n  start_at: &day 2026-03-01\n  end_at: *day")
    assert values["services"]["start_at"] == values["services"]["end_at"]


@pytest.mark.parametrize(("lines", "message"), [("model: &a [*a]", "model holds a group of fields, not a list"), ("model: &a {name: *a}", "name holds a single value, not a group of fields"), ("payments: &a [*a]", "item of payments holds a group of fields, not a list")])
def test_an_alias_for_the_value_around_it_is_no_way_down_for_ever(problem, lines, message):
    assert problem(lines).message == message


def test_a_bomb_of_aliases_goes_off_at_the_bound_of_items(load):
    head = "kind: campaign\nid: c\n"
    people = "[" + ", ".join(["{person: real}"] * 1000) + "]"
    assets = ", ".join(["{depicts: *people}"] * 200)
    documents, problems = load(f"{head}assets: [{{depicts: &people {people}}}, {assets}]\n")
    assert documents == []
    assert problems[0].message == f"the document holds more than {MOST_ITEMS:,} list items"
    assert problems[0].help == "split it, and write aliases out"
    assert problems[0].line == 3


def test_a_billion_laughs_are_over_before_they_are_built(load):
    levels = "a0: &a0 [x, x]\n" + "".join(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 30))
    documents, problems = load(f"kind: booking\nid: b\n{levels}payments: *a29\n")
    assert documents == []
    assert [problem.line for problem in problems[:30]] == list(range(3, 33))
    assert len(problems) == 30 + 9


@pytest.mark.parametrize(
    "lines",
    [
        "".join(f"k{number}: 1\n" for number in range(5_000)),
        "agency: {business_in: [" + "zzz, " * 5_000 + "]}",
        "x: &m {" + ", ".join(f"k{number}: 1" for number in range(1_000)) + "}\npayments: [" + "*m, " * 1_000 + "]",
        "status: hold\n" * 5_000,
        "payments: [" + "!x a, " * 5_000 + "]",
    ],
)
def test_a_document_with_thousands_of_faults_is_given_up_after_a_hundred(load, lines):
    documents, problems = load(f"kind: booking\nid: b\n{lines}\n")
    assert documents == []
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].message == f"the reading stopped after {MOST_PROBLEMS} problems"
    assert problems[-1].help == "mend them first"
    assert all(problem.line for problem in problems[:-1])


@pytest.mark.parametrize(("text", "message"), [("kind: booking\n", "the booking has no id"), ("kind: booking\nid: unknown\n", "the booking has no id"), ("kind: management_contract\nid:\n", "the management contract has no id")])
def test_a_document_without_its_id_is_refused(load, text, message):
    documents, problems = load(text)
    assert documents == []
    assert (problems[0].message, problems[0].expected, problems[0].help) == (message, "id: and a value", "every document needs kind and id")
    assert (problems[0].line, problems[0].column) == (1, 1)


@pytest.mark.parametrize("part", ["amount: 5", "currency: USD"])
def test_money_lacks_neither_amount_nor_currency(problem, part):
    found = problem(f"compensation: {{total: {{{part}}}}}")
    assert (place(found), found.message) == ((3, 23), "total is not a whole amount of money")
    assert (found.expected, found.help) == ("amount and currency", "money always names its currency")


def test_money_has_no_other_part(problem):
    found = problem("compensation: {total: {amount: 5, currency: USD, tax: 1}}")
    assert (place(found), found.message) == ((3, 50), "total has a part that money does not have")

"""The right-hand side of a comparison: constants, other facts, and facts with plus, minus and times."""

import pytest

from fwa_check.rulebook.errors import RuleError
from tests.helpers import ask, run

DAYS = {"services": {"end_at": "2026-01-31"}}


@pytest.mark.parametrize(
    "change, invoiced_on, wanted",
    [
        ({"plus": "7 days"}, "2026-02-07", True),
        ({"plus": "7 days"}, "2026-02-08", False),
        ({"plus": "1 month"}, "2026-02-28", True),
        ({"plus": "1 month"}, "2026-03-01", False),
        ({"plus": "2 weeks"}, "2026-02-14", True),
        ({"minus": "1 day"}, "2026-01-30", True),
        ({"minus": "1 day"}, "2026-01-31", False),
        ({"minus": "2 months"}, "2025-11-30", True),
        ({"minus": "2 months"}, "2025-12-01", False),
        ({}, "2026-01-31", True),
        ({}, "2026-02-01", False),
    ],
)
def test_a_day_is_moved_forwards_and_backwards_and_clipped_to_the_month(change, invoiced_on, wanted):
    answer = ask({"invoice_received_on": {"on_or_before": {"fact": "services_end_day", **change}}}, {**DAYS, "invoice_received_on": invoiced_on})
    assert answer.value is wanted
    assert answer.missing == []


@pytest.mark.parametrize("change", [{"plus": "10 business days", "in_calendar": "worldwide"}, {"minus": "1 business day", "in_calendar": "EU"}, {"plus": "3 hours"}, {"plus": "9000 years"}])
def test_a_day_that_cannot_be_worked_out_is_unknown_and_names_what_it_hangs_on(change):
    answer = ask({"invoice_received_on": {"on_or_before": {"fact": "services.end_at", **change}}}, {**DAYS, "invoice_received_on": "2026-02-01"})
    assert (answer.value, answer.missing) == (None, ["/services/end_at"])


def test_hours_are_added_to_a_moment():
    asked = {"deal_memo.delivered_at": {"before": {"fact": "services.start_at", "minus": "24 hours"}}}
    facts = {"services": {"start_at": "2026-03-02T09:00-05:00"}}
    assert ask(asked, {**facts, "deal_memo": {"delivered_at": "2026-03-01T08:59-05:00"}}).value is True
    assert ask(asked, {**facts, "deal_memo": {"delivered_at": "2026-03-01T09:00-05:00"}}).value is False


def test_whole_days_that_are_added_to_a_moment_make_a_day():
    asked = {"deal_memo.delivered_at": {"on_or_before": {"fact": "services.start_at", "minus": "1 day"}}}
    facts = {"services": {"start_at": "2026-03-02T09:00-05:00"}}
    assert ask(asked, {**facts, "deal_memo": {"delivered_at": "2026-03-01T23:59-05:00"}}).value is True
    assert ask(asked, {**facts, "deal_memo": {"delivered_at": "2026-03-02T00:00-05:00"}}).value is False


@pytest.mark.parametrize("overtime, wanted", [("USD 150", True), ("USD 149.99", False), ("EUR 150", None)])
def test_an_amount_of_money_is_multiplied_and_keeps_its_currency(overtime, wanted):
    facts = {"compensation": {"hourly_equivalent": "USD 100", "overtime_hourly_rate": overtime}}
    answer = ask({"compensation.overtime_hourly_rate": {"at_least": {"fact": "compensation.hourly_equivalent", "times": "1.5"}}}, facts)
    assert answer.value is wanted
    assert answer.missing == ([] if wanted is not None else ["/compensation/overtime_hourly_rate", "/compensation/hourly_equivalent"])


@pytest.mark.parametrize(
    "received, roll, kept",
    [
        ("2026-05-11", True, True),  # the period ends on Saturday the 9th: Monday is in time
        ("2026-05-12", True, False),
        ("2026-05-11", False, False),
        ("2026-05-09", True, True),
    ],
)
def test_a_period_that_ends_on_a_weekend_may_run_to_the_next_business_day(received, roll, kept):
    operand = {"fact": "services_end_day", "plus": "60 days", **({"or_next_business_day_in": "US-NY"} if roll else {})}
    facts = {"invoice_received_on": received, "services": {"end_at": "2026-03-10"}}
    assert ask({"invoice_received_on": {"on_or_before": operand}}, facts).value is kept


@pytest.mark.parametrize("received, kept", [("2026-03-09", True), ("2026-03-10", False)])
def test_a_day_moves_from_a_sunday_alone_where_every_other_day_counts(received, kept):
    sunday, saturday = ({"fact": "services.end_at", "plus": period, "or_next_business_day_in": "all_but_sundays"} for period in ("2 days", "1 day"))
    facts = {"invoice_received_on": received, "services": {"end_at": "2026-03-06"}}
    assert ask({"invoice_received_on": {"on_or_before": sunday}}, facts).value is kept
    assert ask({"invoice_received_on": {"on_or_before": saturday}}, facts).value is False


@pytest.mark.parametrize(
    "calendar, received, kept",
    [
        ("US-CA", "2026-03-10", True),  # from Friday the 6th: Monday and Tuesday
        ("US-CA", "2026-03-11", False),
        ("all_but_sundays", "2026-03-09", True),  # Saturday and Monday
        ("all_but_sundays", "2026-03-10", False),
        ("worldwide", "2026-03-09", None),
    ],
)
def test_business_days_are_counted_on_the_calendar_that_the_rule_names(calendar, received, kept):
    operand = {"fact": "services.end_at", "plus": "2 business days", "in_calendar": calendar}
    for end in ("2026-03-06", "2026-03-06T18:00-08:00"):
        assert ask({"invoice_received_on": {"on_or_before": operand}}, {"invoice_received_on": received, "services": {"end_at": end}}).value is kept


def test_business_days_are_counted_backwards_and_over_holidays():
    for calendar, day in (("US-CA", "2026-11-24"), ("all_but_sundays", "2026-11-26")):
        operand = {"fact": "services.end_at", "minus": "2 business days", "in_calendar": calendar}
        assert ask({"invoice_received_on": operand}, {"invoice_received_on": day, "services": {"end_at": "2026-11-28"}}).value is True


def test_holidays_are_looked_up_only_where_they_decide():
    code = """
import sys
from tests.helpers import ask
tree = {"invoice_received_on": {"on_or_before": {"fact": "services_end_day", "plus": "60 days", "or_next_business_day_in": "US-NY"}}}
for received in ("2026-05-09", "2026-05-24", "2026-05-11"):
    print(ask(tree, {"invoice_received_on": received, "services": {"end_at": "2026-03-10"}}).value, "holidays" in sys.modules)
"""
    assert run(code=code).stdout.split("\n")[:3] == ["True False", "False False", "True True"]


def test_a_place_whose_holidays_are_not_known_has_no_next_business_day():
    for received, answer in (("2026-03-10", True), ("2026-03-11", None), ("2026-03-25", False)):
        facts = {"invoice_received_on": received, "services": {"end_at": "2026-03-10"}}
        assert ask({"invoice_received_on": {"on_or_before": {"fact": "services_end_day", "or_next_business_day_in": "worldwide"}}}, facts).value is answer


def test_a_number_is_multiplied_exactly():
    facts = {"compensation": {"overtime_multiplier": "0.3"}, "explicit_consent": {"business_days_to_review": "3"}}
    assert ask({"compensation.overtime_multiplier": {"is": {"fact": "explicit_consent.business_days_to_review", "times": "0.1"}}}, facts).value is True


def test_the_short_form_takes_another_fact_too():
    facts = {"deal_memo": {"language": "es"}, "model": {"requested_language": "ES"}}
    assert ask({"deal_memo.language": {"fact": "model.requested_language"}}, facts).value is True


def test_the_day_of_asking_is_a_fact():
    assert ask({"as_of": {"on_or_after": "2026-11-21"}}, {}).value is True
    assert ask({"as_of": {"on_or_before": "2026-11-20"}}, {}).value is False
    assert ask({"services.start_at": {"on_or_before": {"fact": "as_of"}}}, {"services": {"start_at": "2026-11-22"}}).value is False


def test_the_day_of_asking_and_a_bare_day_of_the_document_cannot_be_ordered():
    tree = {"all": [{"booked_directly": True}, {"as_of": {"before": {"fact": "services.start_at"}}}]}
    answer = ask(tree, {"booked_directly": True, "services": {"start_at": "2026-11-21"}})
    assert (answer.value, answer.missing) == (None, ["/services/start_at"]), "the fact that needs its hour is named, and no other"


@pytest.mark.parametrize("operator", ["on_or_before", "on_or_after"])
def test_a_missing_operand_never_decides(operator):
    answer = ask({"invoice_received_on": {operator: {"fact": "services_end_day", "plus": "7 days"}}}, {"invoice_received_on": "2026-02-07"})
    assert answer.value is None
    assert set(answer.missing) == {"/services/end_at", "/services/sessions"}


WRONG = [
    ({"invoice_received_on": {"before": {"fact": "services_end_day", "plus": "2 days", "in_calendar": "US-CA"}}}, "/require/invoice_received_on/before/in_calendar", "a calendar belongs to business days that are added or taken away", None, None),
    ({"invoice_received_on": {"before": {"fact": "services_end_day", "in_calendar": "US-CA"}}}, "/require/invoice_received_on/before/in_calendar", "a calendar belongs to business days that are added or taken away", None, None),
    ({"invoice_received_on": {"before": {"fact": "services_end_day", "plus": "2 business days", "in_calendar": "CA state"}}}, "/require/invoice_received_on/before/in_calendar", "'CA state' is not a place", None, None),
    ({"invoice_received_on": {"before": {"fact": "services_end_day", "plus": "2 business days"}}}, "/require/invoice_received_on/before", "business days need a calendar", "in_calendar: and a place, or all_but_sundays", None),
    ({"booked_directly": {"is": "yes"}}, "/require/booked_directly/is", "'yes' is not a boolean", "true or false", "true"),
    ({"compensation.total": {"at_least": "5"}}, "/require/compensation.total/at_least", "'5' is not a money", None, None),
    ({"compensation.total": {"at_least": "usd 5"}}, "/require/compensation.total/at_least", "'usd 5' is not a money", None, "USD"),
    ({"invoice_received_on": {"on_or_before": "2026-02-30"}}, "/require/invoice_received_on/on_or_before", "'2026-02-30' is not a date", "a day that exists", None),
    ({"invoice_received_on": {"on_or_before": "2026/2/3"}}, "/require/invoice_received_on/on_or_before", "'2026/2/3' is not a date", "a day as YYYY-MM-DD, such as 2026-11-21", "2026-02-03"),
    ({"services.location": {"within": "NY"}}, "/require/services.location/within", "'NY' is not a place", None, "US-NY"),
    ({"status": "confirmd"}, "/require/status", "'confirmd' is not one of the fact's values", "one of option, hold, confirmed, completed, cancelled", "confirmed"),
    ({"status": {"one_of": ["hold", "optoin"]}}, "/require/status/one_of/1", "'optoin' is not one of the fact's values", "one of option, hold, confirmed, completed, cancelled", "option"),
    ({"status": {"one_of": "hold"}}, "/require/status/one_of", "a list of values belongs here", "a list such as [a, b]", None),
    ({"status": {"one_of": []}}, "/require/status/one_of", "a list of values belongs here", "a list such as [a, b]", None),
    ({"status": {"one_of": {"fact": "status"}}}, "/require/status/one_of", "a list of values belongs here", "a list such as [a, b]", None),
    ({"status": {"is": ["hold"]}}, "/require/status/is", "a single value belongs here", "a choice", None),
    ({"payments": {"empty": "yes"}}, "/require/payments/empty", "'yes' is not a boolean", "true or false", "true"),
    ({"payments": {"empty": {"fact": "booked_directly"}}}, "/require/payments/empty", "a single value belongs here", "a boolean", None),
    ({"payments": {"includes": "x"}}, "/require/payments/includes", "a group cannot be compared with a value", None, None),
    ({"invoice_received_on": {"before": {"fact": "services_end_da"}}}, "/require/invoice_received_on/before/fact", "no booking has a fact named 'services_end_da'", "a field of the schema or a derived fact", "services_end_day"),
    ({"invoice_received_on": {"before": {"fact": ["a"]}}}, "/require/invoice_received_on/before/fact", "the path of a fact belongs here", None, None),
    ({"invoice_received_on": {"before": {"fact": "status"}}}, "/require/invoice_received_on/before/fact", "invoice_received_on is a date, and status is a choice", "a fact that is a date", None),
    ({"invoice_received_on": {"before": {"fact": "services_end_day", "plsu": "1 day"}}}, "/require/invoice_received_on/before/plsu", "'plsu' has no meaning beside fact", "fact, with plus, minus or times, in_calendar and or_next_business_day_in", "plus"),
    ({"invoice_received_on": {"before": {"plus": "1 day"}}}, "/require/invoice_received_on/before", "a reference names one fact", "{fact: path}, with at most one of plus, minus and times", None),
    ({"invoice_received_on": {"before": {"fact": "as_of", "plus": "1 day", "minus": "1 day"}}}, "/require/invoice_received_on/before", "a reference names one fact", None, None),
    ({"invoice_received_on": {"is": {"fact": "as_of", "or_next_business_day_in": "US-NY"}}}, "/require/invoice_received_on/is", "is has no use for a next business day", "one of before, after, on_or_before, on_or_after", None),
    ({"invoice_received_on": {"before": {"fact": "as_of", "or_next_business_day_in": "NY"}}}, "/require/invoice_received_on/before/or_next_business_day_in", "'NY' is not a place", None, "US-NY"),
    ({"compensation.total": {"at_least": {"fact": "compensation.hourly_equivalent", "or_next_business_day_in": "US-NY"}}}, "/require/compensation.total/at_least/or_next_business_day_in", "compensation.hourly_equivalent is a money, which has no next business day", None, None),
    ({"invoice_received_on": {"before": {"fact": "as_of", "plus": "soon"}}}, "/require/invoice_received_on/before/plus", "'soon' is not a duration", None, None),
    ({"invoice_received_on": {"before": {"fact": "as_of", "plus": ["1 day"]}}}, "/require/invoice_received_on/before/plus", "a single value belongs here", "a duration", None),
    ({"invoice_received_on": {"before": {"fact": "as_of", "times": "2"}}}, "/require/invoice_received_on/before/times", "as_of is a date, which cannot be multiplied", None, None),
    ({"compensation.total": {"at_least": {"fact": "compensation.hourly_equivalent", "times": "twice"}}}, "/require/compensation.total/at_least/times", "'twice' is not a number", "a number, such as 1.5", None),
    ({"compensation.total": {"at_least": {"fact": "compensation.hourly_equivalent", "times": {}}}}, "/require/compensation.total/at_least/times", "a single value belongs here", "a number", None),
    ({"compensation.total": {"at_least": {"fact": "compensation.hourly_equivalent", "plus": "1 day"}}}, "/require/compensation.total/at_least/plus", "compensation.hourly_equivalent is a money, to which no time can be added", None, None),
]  # fmt: skip


@pytest.mark.parametrize("tree, pointer, message, expected, suggestion", WRONG, ids=lambda value: str(value) if isinstance(value, dict) else "")
def test_an_operand_that_does_not_fit_is_refused_with_its_place_and_the_nearest_right_word(tree, pointer, message, expected, suggestion):
    with pytest.raises(RuleError) as refused:
        ask(tree, {})
    error = refused.value
    assert (error.pointer, error.message, error.suggestion) == (pointer, message, suggestion)
    assert expected is None or error.expected == expected

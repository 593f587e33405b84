"""Pay: commission, hourly rates, overtime, the day on which money is due, and for how long it was not paid."""

from datetime import date
from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from fwa_check.values.money import Money
from tests.helpers import read_fact

MOTHER = "/mother_agency/commission_percent"


@pytest.mark.parametrize(
    "own, mother, wanted, missing",
    [
        ("15", {"present": False}, "15", []),
        ("15", {"present": False, "commission_percent": "5"}, "15", []),
        ("15", {"present": True, "commission_percent": "5"}, "20", []),
        ("15.01", {"present": True, "commission_percent": "5"}, "20.01", []),
        ("15", {"present": True, "commission_percent": "0"}, "15", []),
        ("15", {"present": True}, None, [MOTHER]),
        ("15", {}, None, ["/mother_agency/present"]),
        ("15", {"commission_percent": "5"}, None, ["/mother_agency/present"]),
        ("unknown", {"present": True, "commission_percent": "5"}, None, ["/commission/percent"]),
        ("unknown", {}, None, ["/commission/percent", "/mother_agency/present"]),
    ],
)
def test_the_total_commission_adds_the_mother_agencys_share(own, mother, wanted, missing):
    value, _, lacking = read_fact("total_commission_percent", {"commission": {"percent": own}, "mother_agency": mother}, kind="management_contract")
    assert value == (Decimal(wanted) if wanted else MISSING)
    assert lacking == missing


RATE = [
    ({"rate": {"amount": "USD 100", "unit": "hour"}}, "100", []),
    ({"rate": {"amount": "USD 100", "unit": "hour"}, "hourly_equivalent": "USD 50"}, "100", []),
    ({"rate": {"amount": "USD 800", "unit": "day"}, "hourly_equivalent": "USD 100"}, "100", []),
    ({"rate": {"amount": "USD 800", "unit": "day"}}, None, ["/compensation/hourly_equivalent"]),
    ({"rate": {"unit": "hour"}}, None, ["/compensation/rate/amount"]),
    ({"rate": {"unit": "hour"}, "hourly_equivalent": "USD 50"}, None, ["/compensation/rate/amount"]),
    ({"rate": {"amount": "USD 100"}}, None, ["/compensation/rate/unit"]),
    ({"rate": {"amount": "USD 0", "unit": "hour"}}, None, ["/compensation/rate/unit", "/compensation/rate/amount"]),
    ({"rate": {"amount": "USD 0", "unit": "day"}, "hourly_equivalent": "USD 0"}, None, ["/compensation/rate/unit", "/compensation/hourly_equivalent"]),
    ({"rate": {"amount": "USD 100"}, "hourly_equivalent": "USD 50"}, None, ["/compensation/rate/unit"]),
    ({}, None, ["/compensation/rate/unit"]),
]


@pytest.mark.parametrize("compensation, wanted, missing", RATE)
def test_the_hourly_rate_is_the_rate_by_the_hour_or_its_equivalent_and_never_guessed(compensation, wanted, missing):
    value, _, lacking = read_fact("hourly_rate", {"compensation": compensation})
    assert value == (Money(Decimal(wanted), "USD") if wanted else MISSING)
    assert lacking == missing


_BOTH_RATES = ["/compensation/overtime_multiplier", "/compensation/overtime_hourly_rate", "/compensation/rate/unit", "/compensation/rate/amount"]
HOURLY = {"rate": {"amount": "USD 100", "unit": "hour"}}
OVERTIME = [
    ({"overtime_multiplier": "1.5"}, "1.5", []),
    ({"overtime_multiplier": "1.5", "overtime_hourly_rate": "USD 150", **HOURLY}, "1.5", []),
    ({"overtime_multiplier": "1.5", "overtime_hourly_rate": "USD 50.00", "rate": {"amount": "USD 33.33", "unit": "hour"}}, "1.5", []),
    ({"overtime_multiplier": "1.5", "overtime_hourly_rate": "USD 150.01", **HOURLY}, None, _BOTH_RATES),
    ({"overtime_multiplier": "1", "overtime_hourly_rate": "USD 150", **HOURLY}, None, _BOTH_RATES),
    ({"overtime_multiplier": "1.5", "overtime_hourly_rate": "EUR 150", **HOURLY}, None, _BOTH_RATES),
    ({"overtime_multiplier": "1.5", "overtime_hourly_rate": "USD 150"}, "1.5", []),
    ({"overtime_multiplier": "1.5", **HOURLY}, "1.5", []),
    ({"overtime_hourly_rate": "USD 150", **HOURLY}, "1.5", []),
    ({"overtime_hourly_rate": "USD 149.99", **HOURLY}, "1.4999", []),
    ({"overtime_hourly_rate": "USD 100", "rate": {"amount": "USD 30", "unit": "hour"}}, str(Decimal(100) / Decimal(30)), []),
    ({"overtime_hourly_rate": "USD 150", "rate": {"amount": "USD 800", "unit": "day"}, "hourly_equivalent": "USD 100"}, "1.5", []),
    ({"overtime_hourly_rate": "EUR 150", **HOURLY}, None, ["/compensation/overtime_multiplier"]),
    ({"overtime_hourly_rate": "USD 150", "rate": {"amount": "USD 0", "unit": "hour"}}, None, ["/compensation/overtime_multiplier", "/compensation/rate/unit", "/compensation/rate/amount"]),
    ({"overtime_hourly_rate": "USD 150"}, None, ["/compensation/overtime_multiplier", "/compensation/rate/unit"]),
    (HOURLY, None, ["/compensation/overtime_multiplier", "/compensation/overtime_hourly_rate"]),
]


@pytest.mark.parametrize("compensation, wanted, missing", OVERTIME)
def test_the_overtime_multiplier_is_stated_or_the_ratio_of_two_rates(compensation, wanted, missing):
    value, _, lacking = read_fact("overtime_multiplier", {"compensation": compensation})
    assert value == (Decimal(wanted) if wanted else MISSING)
    assert lacking == missing


def _term(trigger, offset, **facts):
    return {"payment_term": {"trigger": trigger, "offset": offset}, **facts}


DUE = [
    ({"payment_term": {"due_on": "2026-04-01"}}, "2026-04-01"),
    ({"payment_term": {"due_on": "2026-04-01", "trigger": "invoice_received", "offset": "90 days"}}, "2026-04-01"),
    (_term("services_completed", "30 days", services={"end_at": "2026-03-10"}), "2026-04-09"),
    (_term("services_completed", "0 days", services={"end_at": "2026-03-10T23:59-04:00"}), "2026-03-10"),
    (_term("services_completed", "1 month", services={"end_at": "2026-01-31"}), "2026-02-28"),
    (_term("services_completed", "1 month", services={"end_at": "2028-01-31"}), "2028-02-29"),
    (_term("services_completed", "2 weeks", services={"sessions": [{"start_at": "2026-03-10T20:00-04:00", "end_at": "2026-03-11T01:00-04:00"}]}), "2026-03-25"),
    (_term("invoice_received", "30 days", invoice_received_on="2026-03-01"), "2026-03-31"),
    (_term("client_paid_agency", "10 days", client_paid_agency_on="2026-03-01"), "2026-03-11"),
    ({"payment_term": {"trigger": "invoice_received", "offset": "2 business days", "calendar": "US-NY"}, "invoice_received_on": "2025-11-25"}, "2025-11-28"),
    (_term("invoice_received", "0 days", invoice_received_on="2026-11-21"), "2026-11-21"),
]


@pytest.mark.parametrize("facts, wanted", DUE)
def test_the_day_on_which_pay_is_due_is_fixed_or_counted_from_its_trigger(facts, wanted):
    value, _, missing = read_fact("payment_due_on", facts)
    assert (value, missing) == (date.fromisoformat(wanted), [])


NOT_DUE = [
    (_term("invoice_received", "0 days", invoice_received_on="2026-11-22"), ["/payment_term/trigger", "/invoice_received_on"]),
    (_term("client_paid_agency", "0 days", client_paid_agency_on="2026-11-22"), ["/payment_term/trigger", "/client_paid_agency_on"]),
    ({}, ["/payment_term/due_on", "/payment_term/trigger", "/payment_term/offset"]),
    (_term("services_completed", "unknown"), ["/payment_term/due_on", "/payment_term/offset"]),
    (_term("services_completed", "30 days"), ["/payment_term/due_on", "/services/end_at", "/services/sessions"]),
    (_term("services_completed", "30 days", services={"sessions": [{}]}), ["/payment_term/due_on", "/services/end_at", "/services/sessions/0/end_at"]),
    (_term("services_completed", "30 days", services={"sessions": []}), ["/payment_term/due_on", "/services/end_at"]),
    (_term("invoice_received", "30 days", services={"end_at": "2026-03-10"}), ["/payment_term/due_on", "/invoice_received_on"]),
    (_term("client_paid_agency", "30 days"), ["/payment_term/due_on", "/client_paid_agency_on"]),
    (_term("invoice_received", "10 business days", invoice_received_on="2026-03-01"), ["/payment_term/due_on", "/payment_term/calendar"]),
    (
        {"payment_term": {"trigger": "invoice_received", "offset": "2 business days", "calendar": "worldwide"}, "invoice_received_on": "2025-11-25"},
        ["/payment_term/due_on"],
    ),
    (_term("invoice_received", "48 hours", invoice_received_on="2026-03-01"), ["/payment_term/due_on"]),
]


ROLLED = [
    ("2026-04-01", "2026-04-01"),
    ("2026-05-09", "2026-05-11"),  # a Saturday
    ("2026-05-10", "2026-05-11"),  # a Sunday
    ("2026-05-25", "2026-05-26"),  # Memorial Day
    ("2026-07-03", "2026-07-03"),  # New York does not keep Independence Day on the Friday
]


@pytest.mark.parametrize("due, day", ROLLED)
def test_a_due_day_that_is_no_business_day_in_new_york_leads_to_the_next(due, day):
    value, _, missing = read_fact("payment_due_business_day", {"payment_term": {"due_on": due}})
    assert (value, missing) == (date.fromisoformat(day), [])


@pytest.mark.parametrize("end, day", [("2026-03-10", "2026-04-09"), ("2026-03-12", "2026-04-13"), ("2026-04-25", "2026-05-26"), ("9999-12-30", None)])
def test_the_thirtieth_day_after_the_services_is_a_business_day(end, day):
    value, _, _ = read_fact("thirtieth_day_after_services", {"services": {"end_at": end}})
    assert value == (date.fromisoformat(day) if day else MISSING)


def test_without_a_day_there_is_none_after_it():
    assert read_fact("payment_due_business_day", {})[2] == ["/payment_term/due_on", "/payment_term/trigger", "/payment_term/offset"]
    assert read_fact("thirtieth_day_after_services", {})[2] == ["/services/end_at", "/services/sessions"]


def _work(*payments, end="2026-03-12", **facts):
    return {"services": {"end_at": end}, "compensation": {"total": "USD 100"}, "payments": [{"paid_on": day, "amount": amount} for day, amount in payments], **facts}


SETTLED = [
    ([("2026-03-10", "USD 100")], "2026-03-10", "0"),
    ([("2026-04-13", "USD 100")], "2026-04-13", "0"),
    ([("2026-04-14", "USD 100")], "2026-04-14", "1"),
    ([("2026-03-20", "USD 50"), ("2026-04-15", "USD 50")], "2026-04-15", "2"),
    ([("2026-03-20", "USD 99.99")], "2026-11-21", "222"),
    ([("2026-11-22", "USD 100")], "2026-11-21", "222"),
    ([], "2026-11-21", "222"),
]


@pytest.mark.parametrize("payments, day, late", SETTLED)
def test_she_is_paid_on_the_day_of_the_last_payment_or_not_before_today(payments, day, late):
    assert read_fact("settled_on", _work(*payments))[0] == date.fromisoformat(day)
    value, _, missing = read_fact("days_unpaid_after_thirtieth_day", _work(*payments))
    assert (value, missing) == (Decimal(late), [])


@pytest.mark.parametrize("term, day", [({}, "2026-03-12"), ({"due_on": "2026-03-02"}, "2026-03-02"), ({"due_on": "2026-04-02"}, "2026-03-12")])
def test_nothing_is_late_where_nothing_is_owed(term, day):
    facts = _work(compensation={"total": "USD 0"}, payment_term=term)
    assert read_fact("settled_on", facts)[0] == date.fromisoformat(day)
    assert read_fact("days_unpaid_after_thirtieth_day", facts)[0] == 0


@pytest.mark.parametrize("value", ["USD 100.01", "EUR 100"])
def test_what_is_owed_is_not_known_where_the_contract_says_more(value):
    assert read_fact("settled_on", _work(contract={"value": value}))[0] is MISSING
    assert read_fact("settled_on", _work(contract={"value": "USD 100"}))[0] == date(2026, 11, 21)


@pytest.mark.parametrize(
    "facts, missing",
    [
        ({"compensation": {"total": "USD 100"}, "payments": []}, ["/services/end_at", "/services/sessions"]),
        ({"services": {"end_at": "2026-03-10"}, "compensation": {"total": "USD 100"}}, ["/payments"]),
        ({"services": {"end_at": "2026-03-10"}, "payments": []}, ["/compensation/total"]),
    ],
)
def test_the_days_after_the_thirtieth_are_missing_where_one_of_their_facts_is(facts, missing):
    value, _, lacking = read_fact("days_unpaid_after_thirtieth_day", facts)
    assert value is MISSING
    assert set(missing) <= set(lacking)


@pytest.mark.parametrize("facts, missing", NOT_DUE)
def test_a_due_day_that_cannot_be_counted_is_missing_and_it_is_said_what_would_settle_it(facts, missing):
    value, _, lacking = read_fact("payment_due_on", facts)
    assert value is MISSING
    assert lacking == missing


def _paid(*payments, total="USD 100", due="2026-04-01"):
    rows = [{"paid_on": paid_on, "amount": amount} for paid_on, amount in payments]
    return {"payment_term": {"due_on": due}, "compensation": {"total": total}, "payments": rows}


UNPAID = [
    ("paid on the day", _paid(("2026-04-01", "USD 100")), "2026-05-01", 0),
    ("paid the day after", _paid(("2026-04-02", "USD 100")), "2026-05-01", 1),
    ("paid before", _paid(("2026-03-01", "USD 100")), "2026-05-01", 0),
    ("paid more than owed", _paid(("2026-04-01", "USD 120")), "2026-05-01", 0),
    ("in two parts, the second late", _paid(("2026-04-11", "USD 60"), ("2026-03-20", "USD 40")), "2026-05-01", 10),
    ("in two parts, both in time", _paid(("2026-03-20", "USD 40"), ("2026-04-01", "USD 60")), "2026-05-01", 0),
    ("a cent short", _paid(("2026-03-20", "USD 99.99")), "2026-04-11", 10),
    ("nothing was paid, on the day", _paid(), "2026-04-01", 0),
    ("nothing was paid, the day after", _paid(), "2026-04-02", 1),
    ("nothing was paid, before it is due", _paid(), "2026-03-02", 0),
    ("a payment after the day of asking has not happened yet", _paid(("2026-06-01", "USD 100")), "2026-04-11", 10),
    ("one on the day of asking has", _paid(("2026-04-11", "USD 100")), "2026-04-11", 10),
    ("part after the day of asking", _paid(("2026-03-01", "USD 50"), ("2026-06-01", "USD 50")), "2026-04-03", 2),
    ("nothing is owed", _paid(total="USD 0"), "2026-05-01", 0),
    ("due on a Saturday, paid on the Monday", _paid(("2026-05-11", "USD 100"), due="2026-05-09"), "2026-06-01", 0),
    ("due on a Saturday, paid on the Tuesday", _paid(("2026-05-12", "USD 100"), due="2026-05-09"), "2026-06-01", 1),
    ("two payments of one day", _paid(("2026-04-03", "USD 50"), ("2026-04-03", "USD 50")), "2026-05-01", 2),
]


@pytest.mark.parametrize("facts, as_of, wanted", [row[1:] for row in UNPAID], ids=[row[0] for row in UNPAID])
def test_days_unpaid_run_from_the_due_day_to_full_payment_or_the_day_of_asking(facts, as_of, wanted):
    value, _, missing = read_fact("days_unpaid_after_due", facts, as_of=date.fromisoformat(as_of))
    assert (value, missing) == (Decimal(wanted), [])


LACKING = [
    ("no payments stated", {**_paid(), "payments": "unknown"}, ["/payments"]),
    ("no total", _paid(total="unknown"), ["/compensation/total"]),
    ("no due day", _paid(due="unknown"), ["/payment_term/due_on", "/payment_term/trigger", "/payment_term/offset"]),
    ("a payment without an amount", _paid(("2026-04-01", "unknown")), ["/payments/0/amount"]),
    ("a payment without a day", _paid(("2026-04-01", "USD 50"), ("unknown", "USD 50")), ["/payments/1/paid_on"]),
    ("an unknown payment", {**_paid(), "payments": ["unknown"]}, ["/payments/0"]),
    (
        "a term that was counted, and a payment without an amount",
        {**_paid(("2026-04-01", "unknown")), "payment_term": {"trigger": "invoice_received", "offset": "1 day"}, "invoice_received_on": "2026-03-01"},
        ["/payments/0/amount"],
    ),
]


@pytest.mark.parametrize("facts, missing", [row[1:] for row in LACKING], ids=[row[0] for row in LACKING])
def test_days_unpaid_are_unknown_where_a_part_is_and_only_that_part_is_named(facts, missing):
    value, _, lacking = read_fact("days_unpaid_after_due", facts)
    assert value is MISSING
    assert lacking == missing


def test_a_payment_in_another_currency_cannot_be_counted():
    value, reads, missing = read_fact("days_unpaid_after_due", _paid(("2026-04-01", "EUR 100")))
    assert value is MISSING
    assert missing == reads == ["/payment_term/due_on", "/compensation/total", "/payments"]


def _advance(name, amount):
    return {"id": name, "amount": amount}


def _taken(name, amount, kind="advance"):
    return {"kind": kind, "advance": name, "amount": amount}


TAKEN = [
    ("nothing deducted", [_advance("a", "USD 10")], [], "none"),
    ("nothing advanced", [], [_taken("a", "USD 10")], "none"),
    ("exactly the advance", [_advance("a", "USD 10")], [_taken("a", "USD 10")], "none"),
    ("a cent more", [_advance("a", "USD 10")], [_taken("a", "USD 10.01")], "a"),
    ("in two parts", [_advance("a", "USD 10")], [_taken("a", "USD 4"), _taken("a", "USD 6")], "none"),
    ("in two parts, a cent more", [_advance("a", "USD 10")], [_taken("a", "USD 4"), _taken("a", "USD 6.01")], "a"),
    ("twice", [_advance("b", "USD 5"), _advance("a", "USD 10")], [_taken("a", "USD 10"), _taken("b", "USD 5"), _taken("a", "USD 10")], "a"),
    ("the first of two", [_advance("a", "USD 1"), _advance("b", "USD 1")], [_taken("b", "USD 2"), _taken("a", "USD 2")], "a"),
    ("a commission repays nothing", [_advance("a", "USD 10")], [_taken("a", "USD 10"), _taken("a", "USD 10", kind="commission")], "none"),
    ("another currency is not added", [_advance("a", "USD 10")], [_taken("a", "USD 10"), _taken("a", "EUR 10")], "none"),
    ("what is not stated is not added", [_advance("a", "USD 10"), {}, "unknown"], [_taken("a", "unknown"), "unknown", {}, _taken("a", "USD 9")], "none"),
    ("an advance without a name", [{"amount": "USD 1"}], [{"kind": "advance", "amount": "USD 2"}], "none"),
]


@pytest.mark.parametrize("advances, deductions, wanted", [row[1:] for row in TAKEN], ids=[row[0] for row in TAKEN])
def test_an_advance_of_which_more_is_deducted_than_it_came_to_is_found(advances, deductions, wanted):
    value, _, missing = read_fact("advance_deducted_too_often", {"advances": advances, "deductions": deductions}, kind="management_contract")
    assert (value, missing) == (wanted, [])


def test_whether_too_much_was_deducted_hangs_on_both_lists():
    for facts, lacking in (({"advances": []}, ["/deductions"]), ({"deductions": []}, ["/advances"])):
        assert read_fact("advance_deducted_too_often", facts, kind="management_contract")[::2] == (MISSING, lacking)


@pytest.mark.parametrize(
    "payments, wanted",
    [([], "100"), ([("2026-03-20", "USD 40"), ("2026-11-21", "USD 10.50")], "49.50"), ([("2026-11-22", "USD 100")], "100"), ([("2026-03-20", "USD 100")], "0"), ([("2026-03-20", "USD 120")], "0"), ([("2026-03-20", "EUR 100")], None)],
)
def test_what_is_outstanding_is_the_total_less_what_was_paid_by_today(payments, wanted):
    facts = {"compensation": {"total": "USD 100"}, "payments": [{"paid_on": day, "amount": amount} for day, amount in payments]}
    assert read_fact("outstanding_pay", facts)[0] == (MISSING if wanted is None else Money(Decimal(wanted), "USD"))

"""Last wages: what a day's work is worth, how long after its end or the payday it was paid, and what that costs."""

from datetime import date
from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from fwa_check.values.money import Money
from tests.helpers import read_fact


def _usd(amount):
    return Money(Decimal(amount), "USD")


def _job(start="2026-03-10", end="2026-03-10", total="USD 500", payments=(), payday=None, rate=None, sessions=None):
    booking = {
        "services": {"start_at": start, "end_at": end, "location": "US-CA"},
        "compensation": {"total": total},
        "payments": [{"paid_on": day, "amount": amount} for day, amount in payments],
        "employment": {"regular_payday_on": payday} if payday else {},
    }
    if rate:
        booking["compensation"]["rate"] = {"amount": rate[0], "unit": rate[1]}
    if sessions is not None:
        booking["services"]["sessions"] = [{"start_at": begin, "end_at": finish} for begin, finish in sessions]
    return booking


TWO_DAYS = [
    ("2026-03-10T09:00-07:00", "2026-03-10T12:00-07:00"),
    ("2026-03-10T14:00-07:00", "2026-03-10T18:00-07:00"),
    ("2026-03-12T09:00-07:00", "2026-03-12T17:00-07:00"),
]


@pytest.mark.parametrize(
    "job, wage",
    [
        ({"rate": ("USD 700", "day")}, "700"),
        ({"rate": ("USD 100", "hour")}, "500"),
        ({}, "500"),
        ({"end": "2026-03-12", "sessions": TWO_DAYS}, "250.00"),
        ({"end": "2026-03-12", "total": "USD 100.01", "sessions": TWO_DAYS}, "50.00"),
        ({"end": "2026-03-12", "rate": ("USD 700", "day")}, "700"),
        ({"total": "USD 0"}, "0"),
    ],
)
def test_a_daily_wage_is_the_day_rate_or_the_total_by_the_days_worked(job, wage):
    value, _, missing = read_fact("daily_wage", _job(**job))
    assert (value, missing) == (_usd(wage), [])


def test_days_worked_are_those_of_the_clock_in_california():
    late = [("2026-03-11T06:00+00:00", "2026-03-11T06:30+00:00"), ("2026-03-10T20:00-07:00", "2026-03-10T22:00-07:00"), TWO_DAYS[2]]
    assert read_fact("daily_wage", _job(end="2026-03-12", sessions=late))[0] == _usd("250.00")


def test_a_span_of_days_without_sessions_has_no_daily_wage():
    value, _, missing = read_fact("daily_wage", _job(end="2026-03-12"))
    assert (value, missing) == (MISSING, ["/services/sessions"])
    assert read_fact("daily_wage", _job(end="2026-03-12", sessions=[]))[0] is MISSING
    assert read_fact("daily_wage", {"compensation": {"total": "USD 500"}})[0] is MISSING


@pytest.mark.parametrize(
    "payments, as_of, days, counted, wages",
    [
        ([("2026-03-10", "USD 500")], "2026-11-21", 0, 0, "0"),
        ([("2026-03-09", "USD 500")], "2026-11-21", 0, 0, "0"),
        ([("2026-03-11", "USD 500")], "2026-11-21", 1, 1, "500"),
        ([("2026-04-09", "USD 500")], "2026-11-21", 30, 30, "15000"),
        ([("2026-04-10", "USD 500")], "2026-11-21", 31, 30, "15000"),
        ([("2026-05-10", "USD 500")], "2026-11-21", 61, 30, "15000"),
        ([("2026-03-10", "USD 499"), ("2026-03-12", "USD 1")], "2026-11-21", 2, 2, "1000"),
        ([("2026-03-10", "USD 499")], "2026-03-13", 3, 3, "1500"),
        ([], "2026-03-10", 0, 0, "0"),
        ([], "2026-03-09", 0, 0, "0"),
    ],
)
def test_the_wait_after_the_services_is_counted_until_all_is_paid(payments, as_of, days, counted, wages):
    job, asked = _job(payments=payments), date.fromisoformat(as_of)
    assert read_fact("days_from_services_to_full_payment", job, as_of=asked)[0] == days
    assert read_fact("days_of_30_at_most_from_services_to_full_payment", job, as_of=asked)[0] == counted
    assert read_fact("daily_wages_of_30_days_at_most_after_services", job, as_of=asked)[0] == _usd(wages)


@pytest.mark.parametrize("paid_on, days, wages", [("2026-03-26", 0, "0"), ("2026-03-27", 1, "500"), ("2026-04-25", 30, "15000"), ("2026-04-26", 30, "15000")])
def test_the_wait_after_the_payday_is_counted_from_it(paid_on, days, wages):
    job = _job(payments=[(paid_on, "USD 500")], payday="2026-03-26")
    assert read_fact("days_of_30_at_most_from_payday_to_full_payment", job)[0] == days
    assert read_fact("daily_wages_of_30_days_at_most_after_payday", job)[0] == _usd(wages)


def test_what_is_not_stated_costs_nobody_knows_what():
    assert read_fact("daily_wages_of_30_days_at_most_after_payday", _job())[0] is MISSING
    assert read_fact("days_of_30_at_most_from_payday_to_full_payment", _job())[0] is MISSING
    without = _job()
    del without["payments"]
    assert read_fact("days_of_30_at_most_from_services_to_full_payment", without)[0] is MISSING
    assert read_fact("daily_wages_of_30_days_at_most_after_services", without)[0] is MISSING


@pytest.mark.parametrize(
    "end, payday",
    [
        ("2026-03-01", "2026-03-26"),
        ("2026-03-15", "2026-03-26"),
        ("2026-03-16", "2026-04-10"),
        ("2026-12-15", "2026-12-26"),
        ("2026-12-31", "2027-01-10"),
        ("9999-12-15", "9999-12-26"),
    ],
)
def test_the_last_payday_of_a_half_month_is_the_26th_or_the_10th(end, payday):
    assert read_fact("payday_on_26th_or_10th", _job(start=end, end=end))[0] == date.fromisoformat(payday)


@pytest.mark.parametrize("end, week", [("2026-03-08", "2026-03-21"), ("2026-03-10", "2026-03-21"), ("2026-03-14", "2026-03-21"), ("2026-03-15", "2026-03-28")])
def test_a_calendar_week_ends_on_a_saturday(end, week):
    assert read_fact("last_day_of_next_calendar_week", _job(start=end, end=end))[0] == date.fromisoformat(week)


@pytest.mark.parametrize("name", ["payday_on_26th_or_10th", "last_day_of_next_calendar_week"])
def test_the_end_of_the_calendar_and_of_what_is_stated_has_no_next_payday(name):
    assert read_fact(name, _job(start="9999-12-31", end="9999-12-31"))[0] is MISSING
    assert read_fact(name, {"services": {}})[0] is MISSING


@pytest.mark.parametrize("faulty, amount", [(0, 0), (1, 50), (2, 150), (40, 3950), (41, 4000), (1000, 4000)])
def test_wage_statements_cost_fifty_then_a_hundred_up_to_four_thousand(faulty, amount):
    job = {"employment": {"wage_statement": {"faulty": faulty}}}
    assert read_fact("usd_50_then_100_up_to_4000_for_wage_statements", job)[0] == _usd(amount)


def test_an_unknown_number_of_wage_statements_has_no_price():
    value, _, missing = read_fact("usd_50_then_100_up_to_4000_for_wage_statements", {"employment": {}})
    assert (value, missing) == (MISSING, ["/employment/wage_statement/faulty"])

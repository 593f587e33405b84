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
        ({"rate": ("USD 500", "day")}, "500"),
        ({"rate": ("USD 100", "hour")}, "500"),
        ({}, "500"),
        ({"end": "2026-03-12", "sessions": TWO_DAYS}, "250.00"),
        ({"end": "2026-03-12", "total": "USD 100.01", "sessions": TWO_DAYS}, "50.00"),
        ({"end": "2026-03-12", "rate": ("USD 250", "day"), "sessions": TWO_DAYS}, "250"),
        ({"end": "2026-03-12", "rate": ("USD 250", "day")}, "250"),
    ],
)
def test_a_daily_wage_is_the_total_by_the_days_worked_or_a_day_rate_that_agrees_with_it(job, wage):
    value, _, missing = read_fact("daily_wage", _job(**job))
    assert (value, missing) == (_usd(wage), [])


@pytest.mark.parametrize(
    "job",
    [
        {"total": "USD 0"},
        {"rate": ("USD 0", "day")},
        {"rate": ("EUR 500", "day")},
        {"total": "USD 2,000", "rate": ("USD 500", "day")},
        {"total": "USD 250", "rate": ("USD 500", "day")},
        {"end": "2026-03-12", "rate": ("USD 500", "day"), "sessions": TWO_DAYS},
        {"end": "2026-03-11", "total": "USD 1,500", "rate": ("USD 500", "day")},
        # Sessions that leave a part of the work open: a fitting a week before the show, and the last of two days.
        {"start": "2026-03-10T09:00-07:00", "end": "2026-03-10T17:00-07:00", "sessions": [("2026-03-03T09:00-08:00", "2026-03-03T10:00-08:00")]},
        {"start": "2026-03-06", "end": "2026-03-10", "sessions": [("2026-03-10T09:00-07:00", "2026-03-10T17:00-07:00")]},
        {"start": "2026-03-10", "end": "2026-03-14", "sessions": TWO_DAYS},
    ],
)
def test_what_contradicts_itself_or_is_left_open_has_no_daily_wage(job):
    assert read_fact("daily_wage", _job(**job))[0] is MISSING


YES, NO = True, False


@pytest.mark.parametrize(
    "classification, test, wanted",
    [
        ("disputed", {}, YES),
        ("employee", {"free_from_control": False, "exemption": "none"}, NO),
        ("independent_contractor", {}, NO),
        ("independent_contractor", {"free_from_control": True, "exemption": "none"}, NO),
        ("independent_contractor", {"free_from_control": False, "exemption": "none"}, YES),
        ("independent_contractor", {"outside_usual_business": False, "exemption": "none"}, YES),
        ("independent_contractor", {"independent_trade": False, "exemption": "none"}, YES),
        ("independent_contractor", {"independent_trade": False, "exemption": "business_to_business"}, NO),
        ("independent_contractor", {"independent_trade": False}, MISSING),
        ("unknown", {}, MISSING),
    ],
)
def test_a_contractor_whose_own_booking_denies_a_condition_is_in_question(classification, test, wanted):
    assert read_fact("status_in_question", {"classification": classification, "classification_test": test})[0] is wanted


@pytest.mark.parametrize(
    "work, still, moving",
    [
        (["still_images"], True, False),
        (["fitting", "moving_images"], False, True),
        (["fitting", "unknown"], MISSING, MISSING),
        (["still_images", "unknown"], True, MISSING),
        ([], MISSING, MISSING),
    ],
)
def test_an_empty_list_does_not_say_what_the_work_was_for(work, still, moving):
    assert [read_fact(f"{kind}_images_taken", {"services": {"work": work}})[0] for kind in ("still", "moving")] == [still, moving]
    assert read_fact("still_images_taken", {})[0] is MISSING


@pytest.mark.parametrize(
    "frequency, ends, holds",
    [
        ("weekly", "2026-03-10", True),
        ("weekly", "2026-03-16", True),
        ("weekly", "2026-03-17", False),
        ("weekly", "2026-03-09", False),
        ("biweekly", "2026-03-23", True),
        ("biweekly", "2026-03-24", False),
        ("semi_monthly", "2026-03-25", True),
        ("semi_monthly", "2026-03-26", False),
        ("monthly", "2026-03-31", True),
        ("monthly", "2026-03-09", False),
        ("unknown", "2026-03-15", False),
    ],
)
def test_a_pay_period_holds_the_end_of_the_work(frequency, ends, holds):
    job = {**_job(), "employment": {"pay_frequency": frequency, "pay_period_ends_on": ends}}
    assert read_fact("pay_period_end", job)[0] == (date.fromisoformat(ends) if holds else MISSING)


@pytest.mark.parametrize("start, end, weeks", [("2026-03-08", "2026-03-14", 1), ("2026-03-07", "2026-03-08", 2), ("2026-03-05", "2026-03-09", 2), ("2026-02-28", "2026-03-10", 3)])
def test_calendar_weeks_run_from_sunday_to_saturday(start, end, weeks):
    assert read_fact("calendar_weeks_of_services", _job(start=start, end=end))[0] == weeks
    assert read_fact("calendar_weeks_of_services", {})[0] is MISSING


def test_the_first_half_month_has_a_payday_of_its_own():
    assert read_fact("first_payday_on_26th_or_10th", _job(start="2026-01-05"))[0] == date(2026, 1, 26)
    assert read_fact("first_payday_on_26th_or_10th", _job(start="2025-12-16"))[0] == date(2026, 1, 10)
    assert read_fact("first_payday_on_26th_or_10th", {"services": {}})[0] is MISSING


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


@pytest.mark.parametrize(
    "paid_on, days, wages",
    [("2026-03-10", 0, "0"), ("2026-03-13", 0, "0"), ("2026-03-14", 1, "500"), ("2026-04-12", 30, "15000"), ("2026-04-13", 30, "15000")],
)
def test_the_wait_after_three_days_is_counted_from_the_third(paid_on, days, wages):
    job = _job(payments=[(paid_on, "USD 500")])
    assert read_fact("days_of_30_at_most_from_3_days_after_services_to_full_payment", job)[0] == days
    assert read_fact("daily_wages_of_30_days_at_most_from_3_days_after_services", job)[0] == _usd(wages)


def test_what_is_not_stated_costs_nobody_knows_what():
    assert read_fact("daily_wages_of_30_days_at_most_after_payday", _job())[0] is MISSING
    assert read_fact("days_of_30_at_most_from_payday_to_full_payment", _job())[0] is MISSING
    without = _job()
    del without["payments"]
    assert read_fact("days_of_30_at_most_from_services_to_full_payment", without)[0] is MISSING
    assert read_fact("daily_wages_of_30_days_at_most_after_services", without)[0] is MISSING
    assert read_fact("days_of_30_at_most_from_3_days_after_services_to_full_payment", without)[0] is MISSING
    assert read_fact("daily_wages_of_30_days_at_most_from_3_days_after_services", without)[0] is MISSING


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

"""Wages: the pay week, how long after it an employee was paid, and in which language she was told of her pay."""

from datetime import date
from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from tests.helpers import read_fact

WEEK = "/employment/pay_week_ends_on"


def _job(start="2026-03-10", end="2026-03-10", week="sunday", total="USD 100", payments=(), earned=None, payday=None):
    employment = {name: value for name, value in (("pay_week_ends_on", week), ("regular_payday_on", payday)) if value}
    if earned is not None:
        employment["earned"] = [{"worked_on": day, "amount": amount} for day, amount in earned]
    return {
        "services": {"start_at": start, "end_at": end},
        "compensation": {"total": total},
        "payments": [{"paid_on": day, "amount": amount} for day, amount in payments],
        "employment": employment,
    }


@pytest.mark.parametrize(
    "start, weekday, end",
    [
        ("2026-03-10", "sunday", "2026-03-15"),
        ("2026-03-10", "saturday", "2026-03-14"),
        ("2026-03-10", "tuesday", "2026-03-10"),
        ("2026-03-10", "monday", "2026-03-16"),
        ("2026-03-11", "tuesday", "2026-03-17"),
        ("2026-12-31", "wednesday", "2027-01-06"),
    ],
)
def test_the_pay_week_ends_on_the_next_such_weekday_or_the_day_itself(start, weekday, end):
    value, _, missing = read_fact("first_pay_week_end", _job(start=start, end=start, week=weekday))
    assert (value, missing) == (date.fromisoformat(end), [])


@pytest.mark.parametrize(
    "start, end, weeks",
    [
        ("2026-03-10", "2026-03-10", 1),
        ("2026-03-09", "2026-03-15", 1),
        ("2026-03-15", "2026-03-16", 2),
        ("2026-03-10", "2026-03-22", 2),
        ("2026-03-10", "2026-03-23", 3),
    ],
)
def test_pay_weeks_are_counted_by_their_ends(start, end, weeks):
    value, _, missing = read_fact("pay_weeks", _job(start=start, end=end))
    assert (value, missing) == (Decimal(weeks), [])


def test_services_that_end_before_they_begin_reach_into_no_pay_weeks():
    assert read_fact("pay_weeks", _job(start="2026-03-20", end="2026-03-10"))[0] is MISSING


TWO_WEEKS = {"start": "2026-03-10", "end": "2026-03-17"}
HALVES = [("2026-03-13", "USD 40"), ("2026-03-17", "USD 60")]
WAITED = [
    ("paid on the seventh day", _job(payments=[("2026-03-22", "USD 100")]), 7),
    ("paid on the eighth", _job(payments=[("2026-03-23", "USD 100")]), 8),
    ("paid within the week", _job(payments=[("2026-03-11", "USD 100")]), 0),
    ("a part is not all", _job(payments=[("2026-03-11", "USD 99.99")]), 47),
    ("not paid", _job(), 47),
    ("a payment to come is none", _job(payments=[("2026-05-02", "USD 100")]), 47),
    ("nothing owed", _job(total="USD 0"), 0),
    ("two weeks, each in time", _job(**TWO_WEEKS, earned=HALVES, payments=[("2026-03-20", "USD 40"), ("2026-03-27", "USD 60")]), 5),
    ("two weeks, the first with the second", _job(**TWO_WEEKS, earned=HALVES, payments=[("2026-03-27", "USD 100")]), 12),
    ("two weeks, the first paid short", _job(**TWO_WEEKS, earned=HALVES, payments=[("2026-03-20", "USD 39"), ("2026-03-27", "USD 61")]), 12),
    ("two weeks in any order", _job(**TWO_WEEKS, earned=HALVES[::-1], payments=[("2026-03-27", "USD 60"), ("2026-03-20", "USD 40")]), 5),
    ("two weeks, the second not paid", _job(**TWO_WEEKS, earned=HALVES, payments=[("2026-03-20", "USD 40")]), 40),
    ("two parts of one week", _job(**TWO_WEEKS, earned=[("2026-03-11", "USD 10"), ("2026-03-13", "USD 30"), HALVES[1]], payments=[("2026-03-20", "USD 100")]), 5),
]


@pytest.mark.parametrize("facts, days", [row[1:] for row in WAITED], ids=[row[0] for row in WAITED])
def test_each_pay_weeks_wages_are_counted_from_its_own_end(facts, days):
    value, _, missing = read_fact("days_from_pay_week_to_full_payment", facts, as_of=date(2026, 5, 1))
    assert (value, missing) == (Decimal(days), [])


BY_BUSINESS_DAY = [
    ("a seventh day that is a Sunday leads to the Monday", _job(payments=[("2026-03-23", "USD 100")]), True),
    ("and no further", _job(payments=[("2026-03-24", "USD 100")]), False),
    ("a seventh day that is a Friday leads nowhere", _job(week="friday", payments=[("2026-03-21", "USD 100")]), False),
    ("on the seventh day", _job(payments=[("2026-03-22", "USD 100")]), True),
    ("nothing owed", _job(total="USD 0"), True),
    ("not paid", _job(), False),
    ("two weeks, each by its Monday", _job(**TWO_WEEKS, earned=HALVES, payments=[("2026-03-23", "USD 40"), ("2026-03-30", "USD 60")]), True),
    ("two weeks, the first a day later", _job(**TWO_WEEKS, earned=HALVES, payments=[("2026-03-24", "USD 40"), ("2026-03-30", "USD 60")]), False),
    ("without a pay week", _job(week=None), MISSING),
    ("without payments", {**_job(), "payments": "unknown"}, MISSING),
    ("at the end of the calendar", _job("9999-12-25", "9999-12-25", payments=[("2026-03-24", "USD 100")]), MISSING),
]


@pytest.mark.parametrize("facts, wanted", [row[1:] for row in BY_BUSINESS_DAY], ids=[row[0] for row in BY_BUSINESS_DAY])
def test_each_pay_week_is_paid_by_the_seventh_day_or_the_next_business_day(facts, wanted):
    assert read_fact("paid_by_business_day_after_pay_weeks", facts, as_of=date(2026, 5, 1))[0] is wanted


def test_the_last_week_of_the_calendar_has_no_end():
    for name in ("first_pay_week_end", "pay_weeks", "days_from_pay_week_to_full_payment"):
        assert read_fact(name, _job("9999-12-30", "9999-12-31"))[0] is MISSING
    assert read_fact("pay_weeks", _job("9999-12-20", "9999-12-31"))[0] is MISSING


NOT_COUNTED = [
    (_job(week=None), [WEEK]),
    (_job(**TWO_WEEKS), ["/employment/earned"]),
    ({**_job(), "compensation": {}}, ["/compensation/total"]),
    ({**_job(), "payments": "unknown"}, ["/payments"]),
    ({**_job(), "services": {}}, ["/services/start_at", "/services/sessions", "/services/end_at"]),
    (_job(**TWO_WEEKS, earned=[("unknown", "USD 40"), HALVES[1]]), ["/employment/earned/0/worked_on"]),
]


@pytest.mark.parametrize("facts, missing", NOT_COUNTED)
def test_the_days_are_missing_where_one_of_their_facts_is(facts, missing):
    value, _, lacking = read_fact("days_from_pay_week_to_full_payment", facts, as_of=date(2026, 5, 1))
    assert value is MISSING
    assert sorted(set(lacking)) == sorted(missing)


@pytest.mark.parametrize(
    "earned",
    [
        [("2026-03-13", "USD 40"), ("2026-03-17", "USD 59.99")],
        [("2026-03-13", "EUR 40"), ("2026-03-17", "USD 60")],
        [("2026-03-09", "USD 40"), ("2026-03-17", "USD 60")],
        [("2026-03-13", "USD 40"), ("2026-03-18", "USD 60")],
        [],
    ],
)
def test_parts_that_contradict_the_total_or_the_days_of_work_tell_nothing(earned):
    facts = _job(**TWO_WEEKS, earned=earned, payments=[("2026-03-13", "USD 100")])
    value, _, missing = read_fact("days_from_pay_week_to_full_payment", facts)
    assert value is MISSING
    assert "/employment/earned" in missing


def test_payments_in_another_currency_tell_nothing():
    assert read_fact("days_from_pay_week_to_full_payment", _job(payments=[("2026-03-13", "EUR 100")]))[0] is MISSING
    assert read_fact("months_from_work_to_full_payment", _job(payments=[("2026-03-13", "EUR 100")]))[0] is MISSING


MONTHS = [
    (_job(payments=[("2026-03-31", "USD 100")]), 0),
    (_job(payments=[("2026-04-30", "USD 100")]), 1),
    (_job(payments=[("2026-05-01", "USD 100")]), 2),
    (_job(payments=[("2026-02-01", "USD 100")]), 0),
    (_job(), 3),
    (_job(total="USD 0"), 0),
    (_job(start="2025-12-30", end="2025-12-31", payments=[("2026-01-31", "USD 100")]), 1),
    (_job(end="2026-04-02", earned=[("2026-03-31", "USD 40"), ("2026-04-02", "USD 60")], payments=[("2026-05-01", "USD 100")]), 2),
    (_job(end="2026-04-02", earned=[("2026-03-31", "USD 40"), ("2026-04-02", "USD 60")], payments=[("2026-04-30", "USD 40"), ("2026-05-31", "USD 60")]), 1),
]


@pytest.mark.parametrize("facts, months", MONTHS)
def test_the_month_of_payment_is_counted_from_the_month_of_the_work(facts, months):
    value, _, missing = read_fact("months_from_work_to_full_payment", facts, as_of=date(2026, 6, 1))
    assert (value, missing) == (Decimal(months), [])


def test_work_in_two_months_needs_its_parts():
    value, _, missing = read_fact("months_from_work_to_full_payment", _job(end="2026-04-02"))
    assert (value, missing) == (MISSING, ["/employment/earned"])


@pytest.mark.parametrize("as_of, months", [("2026-03-31", 0), ("2026-04-01", 1), ("2026-04-30", 1), ("2026-05-01", 2), ("2027-03-01", 12), ("2026-02-01", 0)])
def test_months_since_the_work_began_are_calendar_months(as_of, months):
    value, _, missing = read_fact("months_since_work_began", _job(), as_of=date.fromisoformat(as_of))
    assert (value, missing) == (Decimal(months), [])


@pytest.mark.parametrize("paid_on, days", [("2026-03-31", 0), ("2026-03-20", 0), ("2026-04-01", 1), ("2026-05-02", 31)])
def test_the_regular_pay_day_is_the_last_day_in_time(paid_on, days):
    facts = _job(payday="2026-03-31", payments=[(paid_on, "USD 100")])
    assert read_fact("days_from_payday_to_full_payment", facts, as_of=date(2026, 5, 1))[0] == days


def test_without_a_regular_pay_day_nothing_is_counted():
    value, _, missing = read_fact("days_from_payday_to_full_payment", _job())
    assert (value, missing) == (MISSING, ["/employment/regular_payday_on"])


NOTICES = [
    (["en", "es"], "es", True),
    (["en", "es-MX"], "es", True),
    (["en"], "es", False),
    (["en", "est"], "es", False),
    ([], "es", False),
    (["en", "es"], "es-MX", None),
    (["en", "unknown"], "es", None),
    (["es", "unknown"], "es", True),
    ("unknown", "es", None),
    (["en"], "unknown", None),
]


@pytest.mark.parametrize("languages, primary, wanted", NOTICES)
def test_the_notice_is_in_the_primary_language_or_a_variety_of_it(languages, primary, wanted):
    facts = {"employment": {"primary_language": primary, "hire_notice": {"languages": languages}}}
    value, _, missing = read_fact("hire_notice_in_primary_language", facts)
    assert value is (MISSING if wanted is None else wanted)
    assert bool(missing) is (wanted is None)


@pytest.mark.parametrize("languages, wanted", [(["en"], True), (["es", "en-GB"], True), (["es"], False), (["es", "unknown"], MISSING)])
def test_the_notice_is_in_english_where_one_of_its_languages_is(languages, wanted):
    assert read_fact("hire_notice_in_english", {"employment": {"hire_notice": {"languages": languages}}})[0] is wanted

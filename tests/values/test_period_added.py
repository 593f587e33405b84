"""Lengths of time added to days and moments, and measured between them."""

from datetime import date, datetime, timedelta, timezone

import pytest

from fwa_check.values.period import Period, add_months, add_period, between, negated, parse_period
from tests.values.periods import days, minutes, months


@pytest.mark.parametrize(
    ("day", "count", "moved"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2000-01-31", 1, "2000-02-29"),
        ("2100-01-31", 1, "2100-02-28"),
        ("2026-01-31", 2, "2026-03-31"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-11-21", 36, "2029-11-21"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-05-31", 0, "2026-05-31"),
        ("0001-02-01", -1, "0001-01-01"),
        ("9999-11-30", 1, "9999-12-30"),
    ],
)
def test_months_are_added_and_clip_to_the_end_of_the_month(day, count, moved):
    assert add_months(date.fromisoformat(day), count) == date.fromisoformat(moved)


def test_months_added_to_a_moment_keep_its_hour_and_zone():
    zone = timezone(timedelta(hours=-5))
    assert add_months(datetime(2026, 1, 31, 9, 30, tzinfo=zone), 1) == datetime(2026, 2, 28, 9, 30, tzinfo=zone)


@pytest.mark.parametrize(("day", "count"), [(date(9999, 12, 1), 1), (date(1, 1, 1), -1), (date(2026, 1, 1), 11_999_988)])
def test_a_date_that_leaves_the_calendar_is_an_overflow(day, count):
    with pytest.raises(OverflowError, match="leaves the calendar"):
        add_months(day, count)


@pytest.mark.parametrize(
    ("start", "period"),
    [
        (date(9999, 12, 31), "1 day"),
        (date(9999, 12, 31), "1 month"),
        (date(9998, 6, 1), "2 years"),
        (date(2026, 1, 1), "999999 years"),
        (date(2026, 1, 1), "P9999Y"),
        (date(2026, 1, 1), "999999 weeks"),
        (datetime(9999, 12, 31, 23, tzinfo=timezone.utc), "1 hour"),
        (datetime(9999, 12, 30, 23, tzinfo=timezone.utc), "999999 hours"),
    ],
)
def test_a_period_that_leads_out_of_the_calendar_leads_to_no_day(start, period):
    assert add_period(start, parse_period(period)) is None


def test_a_period_added_to_a_day_is_a_day():
    assert add_period(date(2026, 1, 31), Period(1, 1)) == date(2026, 3, 1)
    assert add_period(date(2026, 1, 31), days(28)) == date(2026, 2, 28)
    assert add_period(date(2026, 11, 21), Period()) == date(2026, 11, 21)


def test_a_period_added_to_a_moment_keeps_the_zone_in_which_it_was_written():
    start = datetime(2026, 1, 31, 22, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert add_period(start, minutes(90)).isoformat() == "2026-02-01T00:00:00-05:00"
    assert add_period(start, parse_period("1.5 hours")) == add_period(start, parse_period("PT1H30M"))


def test_business_days_are_counted_after_the_rest_on_the_calendar_that_is_named():
    assert add_period(date(2026, 11, 24), Period(business_days=2), "US-NY") == date(2026, 11, 27)
    assert add_period(date(2026, 10, 24), Period(months=1, business_days=2), "US-NY") == date(2026, 11, 27)
    assert add_period(date(2026, 11, 24), Period(business_days=2), "worldwide") is None


def test_business_days_lead_nowhere_without_a_calendar():
    assert add_period(date(2026, 1, 1), Period(business_days=1)) is None
    assert add_period(datetime(2026, 1, 1, tzinfo=timezone.utc), Period(months=1, business_days=1)) is None


def test_hours_lead_nowhere_from_a_bare_day():
    assert add_period(date(2026, 1, 1), minutes(60)) is None
    assert add_period(date(2026, 1, 1), minutes(0)) == date(2026, 1, 1)


def test_a_negated_period_leads_backwards():
    assert add_period(date(2026, 3, 31), negated(months(1))) == date(2026, 2, 28)
    assert add_period(date(2026, 3, 1), negated(days(1))) == date(2026, 2, 28)
    assert add_period(date(1, 1, 1), negated(days(1))) is None


@pytest.mark.parametrize(
    ("start", "end", "period"),
    [
        ("2026-01-01", "2026-01-01", Period()),
        ("2026-01-01", "2029-01-01", months(36)),
        ("2026-01-01", "2028-12-31", Period(35, 30)),
        ("2026-01-01", "2029-01-02", Period(36, 1)),
        ("2026-01-31", "2026-02-28", months(1)),
        ("2026-01-31", "2026-03-01", Period(1, 1)),
        ("2026-01-31", "2026-03-30", Period(1, 30)),
        ("2024-02-29", "2025-02-28", months(12)),
        ("2024-02-29", "2025-02-27", Period(11, 29)),
        ("2026-01-01", "9999-12-31", Period(95_687, 30)),
    ],
)
def test_the_time_between_two_days_is_whole_months_and_days_left_over(start, end, period):
    start, end = date.fromisoformat(start), date.fromisoformat(end)
    assert between(start, end) == period
    assert add_period(start, between(start, end)) == end


def test_the_time_between_two_days_leads_from_one_to_the_other_from_every_day_of_four_years():
    first = date(2024, 1, 1)
    for offset in range(0, 1461, 5):
        start = first + timedelta(days=offset)
        for length in (0, 1, 27, 28, 29, 30, 31, 59, 365, 366, 1096):
            end = start + timedelta(days=length)
            found = between(start, end)
            assert add_period(start, found) == end
            assert found.months >= 0 and 0 <= found.days <= 30

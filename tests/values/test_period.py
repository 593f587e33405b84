"""Lengths of time: read from words or ISO 8601, ordered only where every calendar agrees."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from fwa_check.values.period import Period, add_months, add_period, between, compare_periods, negated, parse_period


def months(count):
    return Period(months=count)


def days(count):
    return Period(days=count)


def minutes(count):
    return Period(minutes=Decimal(count))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("P3Y", months(36)),
        ("P3Y6M", months(42)),
        ("P2W", days(14)),
        ("P1Y2M3W4D", Period(14, 25)),
        ("PT8H", minutes(480)),
        ("PT8H30M", minutes(510)),
        ("PT1.5H", minutes(90)),
        ("P1DT12H", Period(days=1, minutes=Decimal(720))),
        ("P1M", months(1)),
        ("PT1M", minutes(1)),
        ("P0D", Period()),
        ("P9999Y", months(119_988)),
    ],
)
def test_a_period_in_iso_form_is_read(text, period):
    assert parse_period(text) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("3 years", months(36)),
        ("1 year", months(12)),
        ("2 yrs", months(24)),
        ("18 months", months(18)),
        ("2 weeks", days(14)),
        ("30 days", days(30)),
        ("30 calendar days", days(30)),
        ("10 business days", Period(business_days=10)),
        ("1 working day", Period(business_days=1)),
        ("24 hours", minutes(1440)),
        ("1.5 hours", minutes(90)),
        ("30 mins", minutes(30)),
        ("3YEARS", months(36)),
        ("2 years and 6 months", months(30)),
        ("2 years, 6 months", months(30)),
        ("2 years 6 months 1 day", Period(30, 1)),
        ("1 month and 10 business days", Period(months=1, business_days=10)),
        ("3.0 years", months(36)),
        ("0 days", Period()),
        ("999999 years", months(11_999_988)),
    ],
)
def test_a_period_in_plain_words_is_read(text, period):
    assert parse_period(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "P",
        "PT",
        "P1YT",
        "P1",
        "p3y",
        "-P3Y",
        "P-3Y",
        "P1.5Y",
        "P1M1Y",
        "PT30S",
        "P10000Y",
        "3",
        "years",
        "three years",
        "1.5 years",
        "1.5 days",
        "0.5 business days",
        "-3 years",
        "3 years,",
        "3 years and",
        "and 3 years",
        "3 years or 4",
        "3 yearz",
        "3 years6 months",
        "1 day2 days",
        "1234567 days",
        "٣ years",
        "3 years\x00",
        "a year",
        "1e3 days",
        "30 days net",
    ],
)
def test_rubbish_is_no_period(text):
    assert parse_period(text) is None


def test_a_text_as_long_as_a_book_is_no_period():
    assert parse_period("1 day " * 3 + "1 day") == days(4)
    assert parse_period("1 day " * 1_000_000 + "1 day") is None


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Period(), "0 days"),
        (months(1), "1 month"),
        (months(36), "3 years"),
        (months(42), "3 years and 6 months"),
        (minutes("90.0"), "1 hour and 30 minutes"),
        (minutes("90.50"), "1 hour and 30.5 minutes"),
        (minutes(600), "10 hours"),
        (Period(13, 2, 1), "1 year and 1 month and 2 days and 1 business day"),
        (days(100), "100 days"),
    ],
)
def test_a_period_says_itself_in_words(period, text):
    assert str(period) == text


@pytest.mark.parametrize("text", ["3 years", "P1Y2M3W4D", "PT1.5H", "10 business days", "90 minutes", "0 days", "999999 hours"])
def test_the_words_of_a_period_read_back_to_the_same_period(text):
    assert parse_period(str(parse_period(text))) == parse_period(text)


@pytest.mark.parametrize(
    ("left", "right", "order"),
    [
        ("36 months", "3 years", 0),
        ("P3Y", "3 years", 0),
        ("37 months", "3 years", 1),
        ("35 months", "3 years", -1),
        ("1094 days", "3 years", -1),
        ("1095 days", "3 years", None),
        ("1096 days", "3 years", None),
        ("1097 days", "3 years", 1),
        ("27 days", "1 month", -1),
        ("28 days", "1 month", None),
        ("30 days", "1 month", None),
        ("31 days", "1 month", None),
        ("32 days", "1 month", 1),
        ("59 days", "2 months", None),
        ("58 days", "2 months", -1),
        ("62 days", "2 months", None),
        ("63 days", "2 months", 1),
        ("365 days", "1 year", None),
        ("366 days", "1 year", None),
        ("367 days", "1 year", 1),
        ("3 years and 1 day", "3 years", 1),
        ("2 years and 12 months", "3 years", 0),
        ("1 month and 30 days", "2 months", None),
        ("24 hours", "1 day", 0),
        ("1441 minutes", "1 day", 1),
        ("7 days", "1 week", 0),
        ("8 hours", "481 minutes", -1),
        ("10 business days", "10 business days", 0),
        ("9 business days", "10 business days", -1),
        ("11 business days", "10 business days", 1),
        ("10 business days", "10 days", None),
        ("10 business days", "1 year", None),
        ("5 business days", "0 days", 1),
        ("0 business days", "1 day", -1),
        ("1 month and 5 business days", "3 months and 5 business days", -1),
        ("1 month and 5 business days", "1 month", None),
        ("P9999Y", "3 years", 1),
        ("999999 years", "P9999Y", 1),
        ("999999 years", "999999 years", 0),
        ("400 years", "146097 days", 0),
        ("400 years", "146098 days", -1),
    ],
)
def test_two_periods_are_ordered_only_where_every_calendar_agrees(left, right, order):
    left, right = parse_period(left), parse_period(right)
    assert compare_periods(left, right) == order
    assert compare_periods(right, left) == (None if order is None else -order)


@pytest.mark.parametrize("count", [*range(1, 26), 36, 60, 84, 120])
def test_no_starting_day_gives_a_number_of_months_an_order_that_another_day_breaks(count):
    starts = [date(2024, 1, 1) + timedelta(days=offset) for offset in range(4 * 365 + 1)]
    lengths = {(add_months(start, count) - start).days for start in starts}
    assert compare_periods(days(min(lengths) - 1), months(count)) == -1
    assert compare_periods(days(max(lengths) + 1), months(count)) == 1
    for length in (min(lengths), max(lengths)):
        assert compare_periods(days(length), months(count)) == (0 if len(lengths) == 1 else None)


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

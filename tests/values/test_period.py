"""Lengths of time: read from words or ISO 8601, ordered only where every calendar agrees."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from fwa_check.values.period import Period, add_months, compare_periods, parse_period
from tests.values.periods import days, minutes, months


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
        ("24 hrs", minutes(1440)),
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
        ("800 years", "292194 days", 0),
        ("800 years", "292193 days", 1),
        ("401 years", "146463 days", None),
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

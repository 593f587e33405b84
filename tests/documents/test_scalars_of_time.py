"""From the text of a scalar to a day, a moment or a length of time: only those that a calendar and a clock have."""

from datetime import date, datetime, timedelta, timezone

import pytest

from fwa_check.documents.scalars import READERS, Misread
from fwa_check.values.period import Period


def refusal(type_, text):
    with pytest.raises(Misread) as caught:
        READERS[type_](text)
    return caught.value


@pytest.mark.parametrize("text", ["2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
def test_a_day_is_read(text):
    assert READERS["date"](text) == date.fromisoformat(text)
    assert type(READERS["date"](text)) is date


@pytest.mark.parametrize("text", ["2026-02-30", "2026-06-31", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "0000-00-00", "0000-01-01"])
def test_a_day_that_the_calendar_does_not_have_is_refused(text):
    error = refusal("date", text)
    assert error.expected == "a day that exists"
    assert error.help and error.suggestion is None


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("2026-1-4", "2026-01-04"),
        ("2026/01/04", "2026-01-04"),
        ("2026.1.4", "2026-01-04"),
        ("2026 01 04", "2026-01-04"),
        ("01/04/2026", None),
        ("04.01.2026", None),
        ("1/4/26", None),
        ("January 4, 2026", None),
        ("31 June 2026", None),
        ("20260104", None),
        ("10000-01-01", None),
        ("2026-2-30", None),
        ("2026-W01-1", None),
        ("2026-01", None),
        ("2026-01-04 ", None),
        ("-2026-01-04", None),
        ("٢٠٢٦-٠١-٠٤", None),
        ("", None),
        ("2026-01-04\x00", None),
        ("2026–01–04", None),
    ],
)
def test_a_day_written_another_way_is_refused_and_guessed_only_where_one_reading_exists(text, suggestion):
    error = refusal("date", text)
    assert error.expected == "a day as YYYY-MM-DD, such as 2026-11-21"
    assert error.suggestion == suggestion


@pytest.mark.parametrize(("text", "suggestion"), [("2026-11-21T09:00-05:00", "2026-11-21"), ("2026-11-21 09:00", "2026-11-21"), ("2026-02-30T09:00Z", None)])
def test_a_moment_where_a_day_belongs_is_refused(text, suggestion):
    error = refusal("date", text)
    assert error.expected == "a day alone, such as 2026-11-21"
    assert error.suggestion == suggestion


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-11-21T09:00-05:00", datetime(2026, 11, 21, 14, 0)),
        ("2026-11-21T09:00:30Z", datetime(2026, 11, 21, 9, 0, 30)),
        ("2026-11-21t09:00z", datetime(2026, 11, 21, 9, 0)),
        ("2026-11-21 09:00 +05:45", datetime(2026, 11, 21, 3, 15)),
        ("2026-11-21T00:00+14:00", datetime(2026, 11, 20, 10, 0)),
        ("2026-11-21T23:59:59-12:00", datetime(2026, 11, 22, 11, 59, 59)),
        ("2026-11-21T09:00+05:59", datetime(2026, 11, 21, 3, 1)),
        ("0001-01-02T00:00Z", datetime(1, 1, 2)),
        ("9999-12-30T23:59Z", datetime(9999, 12, 30, 23, 59)),
    ],
)
def test_a_moment_is_read_with_its_zone(text, value):
    moment = READERS["instant"](text)
    assert moment == value.replace(tzinfo=timezone.utc)
    assert moment.replace(tzinfo=None).isoformat()[:10] == text[:10]
    assert READERS["moment"](text) == moment


@pytest.mark.parametrize("text", ["2026-11-21T09:00", "2026-11-21 09:00:30"])
@pytest.mark.parametrize("type_", ["instant", "moment"])
def test_a_moment_without_its_zone_is_refused(type_, text):
    error = refusal(type_, text)
    assert error.expected == "a moment with its zone, such as 2026-11-21T09:00-05:00"
    assert error.help.startswith("add the zone: New York is -05:00 in winter")


@pytest.mark.parametrize("zone", ["+14:01", "+15:00", "-23:59", "+24:00", "+99:99", "+13:99", "-05:60", "+00:60"])
def test_a_zone_that_no_place_has_is_refused(zone):
    assert refusal("instant", f"2026-11-21T09:00{zone}").expected == "a zone between -14:00 and +14:00"


@pytest.mark.parametrize(
    "text",
    ["2026-02-30T09:00Z", "2026-11-21T24:00Z", "2026-11-21T24:00:00Z", "2026-11-21T25:00Z", "2026-11-21T23:60Z", "2026-11-21T23:59:60Z", "0000-01-01T00:00Z", "0001-01-01T00:00+14:00", "0001-01-01T00:00Z", "9999-12-31T23:59-12:00", "9999-12-31T00:00Z"],
)
def test_a_moment_that_no_clock_shows_is_refused(text):
    error = refusal("instant", text)
    assert error.expected == "a moment that exists"
    # Python takes 24:00 from its version 3.14 on, and then calls it the next day.
    assert error.help == "a day ends at 23:59; midnight is 00:00 of the next day" if text[11:13] in ("24", "25") else error.help


@pytest.mark.parametrize("text", ["2026-11-21T09:00+05", "2026-11-21T09:00+0500", "2026-11-21T09:00 EST", "2026-11-21T09:00 America/New_York", "2026-11-21T9:00Z", "2026-11-21T09Z", "2026-11-21T09:00:00.5Z", "09:00", "", "2026-11-21", "٢٠٢٦-١١-٢١T٠٩:٠٠Z"])
def test_what_is_not_quite_a_moment_is_refused(text):
    assert refusal("instant", text).expected == "a moment with its zone, such as 2026-11-21T09:00-05:00"


def test_every_moment_that_is_read_can_be_told_in_utc_and_ordered():
    early, late = READERS["instant"]("0001-01-02T00:00+14:00"), READERS["instant"]("9999-12-30T23:59-14:00")
    assert early.astimezone(timezone.utc) < late.astimezone(timezone.utc)
    assert late - early > timedelta(days=3_652_000)


def test_a_bare_day_is_a_moment_too_and_stays_a_day():
    assert READERS["moment"]("2026-11-21") == date(2026, 11, 21)
    assert type(READERS["moment"]("2026-11-21")) is date
    error = refusal("moment", "2026-1-4")
    assert error.expected.startswith("a day (2026-11-21) or a moment with its zone") and error.suggestion == "2026-01-04"
    assert refusal("moment", "2026-02-30").expected == "a day that exists"


@pytest.mark.parametrize(("text", "period"), [("3 years", Period(36)), ("P3Y", Period(36)), ("10 business days", Period(business_days=10)), (" 30 days ", Period(0, 30)), ("30\u00a0days", Period(0, 30)), ("3\n years", Period(36))])
def test_a_length_of_time_is_read(text, period):
    assert READERS["duration"](text) == period


@pytest.mark.parametrize("text", ["", "3", "30", "forever", "three years", "1,5 years", "1.5 years", "-3 years", "P", "3 yeras", "in perpetuity", "NaN days", "30 days net"])
def test_what_is_not_quite_a_length_of_time_is_refused(text):
    assert refusal("duration", text).expected == "a length of time, such as 3 years, 30 days, 10 business days, P3Y or PT8H"

"""The clock of a place shows the day and the hour there, summer and winter."""

from datetime import date, datetime, timedelta

import pytest

from fwa_check.values.absent import MISSING
from fwa_check.values.clocks import has_clock, on_clock_of


@pytest.mark.parametrize(
    "moment, shown",
    [
        ("2026-03-11T00:00+00:00", "2026-03-10T20:00-04:00"),
        ("2026-01-11T00:00+00:00", "2026-01-10T19:00-05:00"),
        ("2026-05-12T22:00-05:00", "2026-05-12T23:00-04:00"),
        ("2026-05-12T22:00-04:00", "2026-05-12T22:00-04:00"),
        ("2026-03-08T06:59+00:00", "2026-03-08T01:59-05:00"),
        ("2026-03-08T07:00+00:00", "2026-03-08T03:00-04:00"),
    ],
)
def test_a_moment_in_another_zone_falls_on_the_day_and_hour_of_the_place(moment, shown):
    local = on_clock_of("US-NY", datetime.fromisoformat(moment))
    assert local.isoformat(timespec="minutes") == shown


@pytest.mark.parametrize("moment, shown", [("2026-03-11T06:59+00:00", "2026-03-10T23:59-07:00"), ("2026-01-11T03:00-05:00", "2026-01-11T00:00-08:00")])
def test_california_has_a_clock_of_its_own(moment, shown):
    assert on_clock_of("US-CA", datetime.fromisoformat(moment)).isoformat(timespec="minutes") == shown


def test_the_hours_between_two_moments_are_those_that_passed():
    start, end = (on_clock_of("US-NY", datetime.fromisoformat(moment)) for moment in ("2026-03-07T22:00-05:00", "2026-03-08T09:00-04:00"))
    assert end - start == timedelta(hours=10)


def test_where_the_clock_is_not_known_a_moment_stays_as_it_was_written():
    moment = datetime.fromisoformat("2026-03-11T00:00+00:00")
    for place in ("US", "IT", MISSING):
        assert not has_clock(place) and on_clock_of(place, moment) is moment
    assert has_clock("US-NY") and on_clock_of("US-NY", date(2026, 3, 11)) == date(2026, 3, 11)
    assert on_clock_of("US-NY", datetime.fromisoformat("0001-01-01T00:00+00:00")).year == 1

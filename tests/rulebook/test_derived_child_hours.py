"""The hours of child performers on the clock: when their working days begin and end, and how long they rest."""

from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from fwa_check.values.period import parse_period
from tests.helpers import read_fact
from tests.rulebook.jobs import child_job

BIRTH = "/model/birth_date"

CLOCKS = [
    ("one stretch", ["2026-03-10 09:00 - 15:00"], "1", "9 hours", "15 hours"),
    ("a break in the day", ["2026-03-10 09:00 - 12:00", "2026-03-10 18:00 - 21:30"], "1", "9 hours", "21 hours 30 minutes"),
    ("in any order", ["2026-03-11 08:00 - 10:00", "2026-03-10 09:00 - 22:00"], "2", "8 hours", "22 hours"),
    ("across midnight", ["2026-03-10 18:00 - +00:30"], "1", "18 hours", "24 hours 30 minutes"),
    ("a break over midnight", ["2026-03-10 18:00 - 23:30", "2026-03-11 00:10 - 00:25"], "1", "18 hours", "24 hours 25 minutes"),
    ("just less than four hours", ["2026-03-10 18:00 - 22:00", "2026-03-11 01:59 - 02:30"], "1", "18 hours", "26 hours 30 minutes"),
    ("four hours", ["2026-03-10 18:00 - 22:00", "2026-03-11 02:00 - 02:30"], "2", "2 hours", "22 hours"),
    ("after such a night a new day begins", ["2026-03-10 18:00 - 23:30", "2026-03-11 00:10 - 00:25", "2026-03-11 10:00 - 12:00"], "2", "10 hours", "24 hours 25 minutes"),
    ("stretches that overlap", ["2026-03-10 09:00 - 15:00", "2026-03-10 10:00 - 11:00"], "1", "9 hours", "15 hours"),
    ("no time at all", ["2026-03-10 09:00 - 09:00"], "1", "9 hours", "9 hours"),
]


@pytest.mark.parametrize("stretches, days, earliest, latest", [row[1:] for row in CLOCKS], ids=[row[0] for row in CLOCKS])
def test_the_clock_is_read_off_working_days(stretches, days, earliest, latest):
    job = child_job(*stretches)
    value, reads, missing = read_fact("work_days_under_18", job)
    assert (value, set(reads), missing) == (Decimal(days), {"/services/sessions", "/services/location", BIRTH}, [])
    assert read_fact("earliest_start_clock", job)[0] == parse_period(earliest)
    assert read_fact("latest_end_clock", job)[0] == parse_period(latest)


def test_a_booking_of_one_day_needs_no_sessions():
    job = child_job(services={"start_at": "2026-03-10T09:00-04:00", "end_at": "2026-03-10T22:30-04:00"})
    assert read_fact("earliest_start_clock", job)[0] == parse_period("9 hours")
    assert read_fact("latest_end_clock", job) == (parse_period("22 hours 30 minutes"), ["/services/start_at", "/services/end_at", "/services/location", BIRTH], [])
    assert read_fact("work_days_under_18", {**job, "services": {**job["services"], "sessions": []}})[0] == 1
    bare = child_job(services={"start_at": "2026-03-10", "end_at": "2026-03-10"})
    assert read_fact("work_days_under_18", bare)[0] == 1
    assert read_fact("latest_end_clock", bare)[0] is MISSING


UNCLEAR = [
    ("no hours", child_job()),
    ("a night without sessions", child_job(services={"start_at": "2026-03-10T20:00-04:00", "end_at": "2026-03-11T00:20-04:00"})),
    ("one end unknown", child_job(services={"start_at": "2026-03-10T09:00-04:00", "end_at": "2026-03-10T12:00-04:00", "sessions": [{"start_at": "2026-03-10T09:00-04:00"}]})),
    ("an end before its start", child_job("2026-03-10 15:00 - 09:00")),
    ("the services begin before the first session", child_job("2026-03-10 09:00 - 15:00", services={"start_at": "2026-03-10T08:00-04:00"})),
    ("the services begin a day before", child_job("2026-03-10 09:00 - 15:00", services={"start_at": "2026-03-09"})),
    ("the services end after the last session", child_job("2026-03-10 09:00 - 15:00", services={"end_at": "2026-03-10T16:00-04:00"})),
    ("the services end a day after", child_job("2026-03-10 09:00 - 15:00", services={"end_at": "2026-03-11"})),
    ("a day of Greenwich that is two in New York", child_job(services={"start_at": "2026-03-10T03:00Z", "end_at": "2026-03-10T05:00Z"})),
    ("an end before its start, on one day", child_job(services={"start_at": "2026-03-10T15:00-04:00", "end_at": "2026-03-10T09:00-04:00"})),
    ("perhaps New York", child_job(services={"location": "US", "start_at": "2026-03-10T09:00Z", "end_at": "2026-03-10T15:00Z"})),
    ("perhaps New York, in the time of another season", child_job(services={"location": "US", "start_at": "2026-01-13T05:00-04:00", "end_at": "2026-01-13T09:00-04:00"})),
    ("nobody knows where", child_job(services={"location": "unknown", "start_at": "2026-03-10T09:00Z", "end_at": "2026-03-10T15:00Z"})),
    ("nobody knows how old", child_job("2026-03-10 09:00 - 15:00", born="unknown")),
]


@pytest.mark.parametrize("job", [row[1] for row in UNCLEAR], ids=[row[0] for row in UNCLEAR])
@pytest.mark.parametrize("fact", ["earliest_start_clock", "earliest_start_time", "latest_end_clock", "latest_end_time", "latest_end_clock_before_school_day", "latest_end_time_before_school_day", "shortest_rest_between_work_days"])
def test_where_the_hours_are_unclear_no_clock_is_read(fact, job):
    value, _, missing = read_fact(fact, {**job, "child_performer": {"school_days": ["2026-03-11"]}})
    assert value is MISSING
    assert missing != []


NEW_YORK = [
    ("2026-05-12T16:00-05:00", "2026-05-12T22:00-05:00", "17 hours", "23 hours", "17:00 on 2026-05-12", "23:00 on 2026-05-12"),
    ("2026-01-13T05:00-04:00", "2026-01-13T12:00-04:00", "4 hours", "11 hours", "4:00 on 2026-01-13", "11:00 on 2026-01-13"),
    ("2026-03-10T20:00Z", "2026-03-11T00:00Z", "16 hours", "20 hours", "16:00 on 2026-03-10", "20:00 on 2026-03-10"),
    ("2026-03-10T10:00+01:00", "2026-03-10T16:05:30+01:00", "5 hours", None, "5:00 on 2026-03-10", "11:05:30 on 2026-03-10"),
    ("2026-03-08T01:30-05:00", "2026-03-08T03:30-04:00", "1 hour 30 minutes", "3 hours 30 minutes", "1:30 on 2026-03-08", "3:30 on 2026-03-08"),
]


@pytest.mark.parametrize("start, end, earliest, latest, first, last", NEW_YORK)
def test_in_new_york_the_clock_is_the_one_there(start, end, earliest, latest, first, last):
    job = child_job(services={"start_at": start, "end_at": end})
    assert read_fact("earliest_start_clock", job)[0] == parse_period(earliest)
    assert latest is None or read_fact("latest_end_clock", job)[0] == parse_period(latest)
    assert read_fact("earliest_start_time", job)[0] == first
    assert read_fact("latest_end_time", job)[0] == last
    assert read_fact("work_days_under_18", job)[0] == 1


@pytest.mark.parametrize("place", ["US", "worldwide", "unknown"])
def test_where_it_may_be_new_york_its_own_time_is_read(place):
    summer = child_job(services={"location": place, "start_at": "2026-05-12T16:00-04:00", "end_at": "2026-05-12T22:00-04:00"})
    assert read_fact("latest_end_clock", summer)[0] == parse_period("22 hours")
    chicago = child_job(services={"location": place, "start_at": "2026-05-12T16:00-05:00", "end_at": "2026-05-12T22:00-05:00"})
    value, _, missing = read_fact("latest_end_clock", chicago)
    assert value is MISSING and missing != []


def test_the_rest_over_the_night_of_the_time_change_counts_the_hours_that_pass():
    def rest(*stretches):
        sessions = [dict(zip(("start_at", "end_at"), stretch)) for stretch in stretches]
        return read_fact("shortest_rest_between_work_days", {"model": {"birth_date": "2011-06-01"}, "services": {"location": "US-NY", "sessions": sessions}})[0]

    spring = ("2026-03-07T12:00-05:00", "2026-03-07T21:00-05:00")
    assert rest(spring, ("2026-03-08T09:30-04:00", "2026-03-08T14:00-04:00")) == parse_period("11 hours 30 minutes")
    assert rest(spring, ("2026-03-08T09:30-05:00", "2026-03-08T14:00-05:00")) == parse_period("12 hours 30 minutes")
    autumn = ("2026-10-31T12:00-04:00", "2026-10-31T21:30-04:00")
    assert rest(autumn, ("2026-11-01T08:30-05:00", "2026-11-01T14:00-05:00")) == parse_period("12 hours")


def test_a_time_is_told_with_its_day():
    night = child_job("2026-03-10 16:00 - 22:20", "2026-03-11 18:00 - +00:31", "2026-03-13 04:05 - 09:00", child_performer={"school_days": ["2026-03-11"]})
    assert read_fact("earliest_start_time", night)[0] == "4:05 on 2026-03-13"
    assert read_fact("latest_end_time", night)[0] == "0:31 on 2026-03-12"
    assert read_fact("latest_end_time_before_school_day", night)[0] == "22:20 on 2026-03-10"
    assert read_fact("latest_end_time_before_school_day", {**night, "child_performer": {"school_days": []}})[0] is MISSING


def test_elsewhere_the_clock_is_that_of_the_stated_zone():
    job = child_job(services={"location": "FR", "start_at": "2026-03-10T09:00+01:00", "end_at": "2026-03-10T15:00+01:00"})
    assert read_fact("earliest_start_clock", job)[0] == parse_period("9 hours")


def test_from_her_eighteenth_birthday_on_nothing_counts():
    stretches = ["2026-03-10 09:00 - 21:00", "2026-03-11 04:00 - 23:00"]
    assert read_fact("earliest_start_clock", child_job(*stretches, born="2008-03-11"))[0] == parse_period("9 hours")
    assert read_fact("latest_end_clock", child_job(*stretches, born="2008-03-11"))[0] == parse_period("21 hours")
    assert read_fact("work_days_under_18", child_job(*stretches, born="2008-03-11"))[0] == 1
    assert read_fact("work_days_under_18", child_job(*stretches, born="2008-03-10"))[0] == 0
    assert read_fact("earliest_start_clock", child_job(*stretches, born="2008-03-10"))[0] is MISSING
    assert read_fact("shortest_rest_between_work_days", child_job(*stretches, born="2008-03-11"))[0] is MISSING
    assert read_fact("shortest_rest_between_work_days", child_job(*stretches, born="2008-03-12"))[0] == parse_period("7 hours")
    assert read_fact("latest_end_clock", child_job("2026-03-10 18:00 - +02:00", born="2008-03-11"))[0] == parse_period("24 hours")
    assert read_fact("latest_end_clock", child_job("2026-03-10 18:00 - +02:00", born="2008-03-12"))[0] == parse_period("26 hours")


@pytest.mark.parametrize(
    "school_days, wanted",
    [
        (["2026-03-11"], "23 hours"),
        (["2026-03-12"], "21 hours"),
        (["2026-03-10", "2026-03-11", "2026-03-12"], "23 hours"),
        (["2026-03-10"], "0 minutes"),
        ([], "0 minutes"),
        (["unknown"], None),
        ("unknown", None),
    ],
)
def test_the_evenings_before_school_days_are_looked_at_alone(school_days, wanted):
    job = child_job("2026-03-10 16:00 - 23:00", "2026-03-11 16:00 - 21:00", child_performer={"school_days": school_days})
    value, _, missing = read_fact("latest_end_clock_before_school_day", job)
    assert value == (parse_period(wanted) if wanted else MISSING)
    assert (missing == []) is (wanted is not None)


@pytest.mark.parametrize(
    "stretches, wanted",
    [
        (["2026-03-10 09:00 - 21:00", "2026-03-11 09:00 - 15:00"], "12 hours"),
        (["2026-03-10 09:00 - 21:00", "2026-03-11 10:00 - 15:00", "2026-03-12 01:00 - 02:00"], "10 hours"),
        (["2026-03-10 09:00 - 12:00", "2026-03-10 18:00 - 23:00", "2026-03-11 09:00 - 15:00"], "10 hours"),
        (["2026-03-10 18:00 - 23:30", "2026-03-11 00:10 - 00:25", "2026-03-11 10:25 - 12:00"], "10 hours"),
        (["2026-03-10 09:00 - 21:00", "2026-03-14 09:00 - 15:00"], "84 hours"),
        (["2026-03-10 09:00 - 21:00"], None),
    ],
)
def test_the_shortest_rest_lies_between_two_working_days(stretches, wanted):
    assert read_fact("shortest_rest_between_work_days", child_job(*stretches))[0] == (parse_period(wanted) if wanted else MISSING)

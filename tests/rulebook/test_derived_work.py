"""The job: whether it was accepted and through whom; hours of work: the most in any 24 hours on end, their pay, and the longest meal break."""

from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from fwa_check.values.money import Money
from fwa_check.values.period import parse_period
from tests.helpers import ask, read_fact


def _booking(*stretches):
    return {"services": {"sessions": [{"start_at": start, "end_at": end} for start, end in (stretch.split(" to ") for stretch in stretches)]}}


def _day(hours, day="2026-03-10", zone="-04:00"):
    return " to ".join(f"{day}T{hour}{zone}" for hour in hours.split("-"))


ROLLING = [
    ("8 hours in one stretch", [_day("09:00-17:00")], "8 hours"),
    ("8 hours and a minute", [_day("09:00-17:01")], "8 hours 1 minute"),
    ("a break is not work", [_day("09:00-13:00"), _day("14:00-18:00")], "8 hours"),
    ("across midnight", ["2026-03-10T20:00-04:00 to 2026-03-11T05:30-04:00"], "9 hours 30 minutes"),
    ("two calendar days of 8 hours within 24 hours", ["2026-03-10T16:00-04:00 to 2026-03-11T00:00-04:00", _day("08:00-16:00", "2026-03-11")], "16 hours"),
    ("the same with an hour more between them", ["2026-03-10T16:00-04:00 to 2026-03-11T00:00-04:00", _day("09:00-17:00", "2026-03-11")], "15 hours"),
    ("exactly 24 hours apart they do not add up", [_day("09:00-17:00"), _day("17:00-20:00", "2026-03-11")], "8 hours"),
    ("a minute less apart they begin to", [_day("09:00-17:00"), _day("16:59-20:00", "2026-03-11")], "8 hours"),
    ("a window that begins inside a stretch", [_day("09:00-17:00"), _day("10:00-19:00", "2026-03-11")], "9 hours"),
    ("a window over two halves", [_day("18:00-22:00"), _day("06:00-12:00", "2026-03-11"), _day("20:00-21:00", "2026-03-11")], "10 hours"),
    ("a whole day and more", ["2026-03-10T00:00-04:00 to 2026-03-11T12:00-04:00"], "24 hours"),
    ("stretches that overlap count once", [_day("09:00-15:00"), _day("12:00-17:00")], "8 hours"),
    ("a stretch inside another counts once", [_day("09:00-17:00"), _day("10:00-11:00")], "8 hours"),
    ("the same stretch twice counts once", [_day("09:00-17:00"), _day("09:00-17:00")], "8 hours"),
    ("stretches that touch make one", [_day("09:00-12:00"), _day("12:00-17:01")], "8 hours 1 minute"),
    ("in any order", [_day("14:00-18:30"), _day("09:00-13:00")], "8 hours 30 minutes"),
    ("spring forward: 8 hours on the clock are 7", ["2026-03-08T00:00-05:00 to 2026-03-08T08:00-04:00"], "7 hours"),
    ("fall back: 8 hours on the clock are 9", ["2026-11-01T00:00-04:00 to 2026-11-01T08:00-05:00"], "9 hours"),
    ("stretches in other zones", ["2026-03-10T09:00+01:00 to 2026-03-10T13:00+01:00", "2026-03-10T08:00-04:00 to 2026-03-10T12:00-04:00"], "8 hours"),
    ("other zones that overlap", ["2026-03-10T14:00+01:00 to 2026-03-10T18:00+01:00", "2026-03-10T09:00-04:00 to 2026-03-10T13:00-04:00"], "4 hours"),
    ("no time at all", [_day("09:00-09:00")], "0 minutes"),
    ("seconds", [_day("09:00:00-17:00:30")], "8 hours 0.5 minutes"),
]


@pytest.mark.parametrize("stretches, wanted", [row[1:] for row in ROLLING], ids=[row[0] for row in ROLLING])
def test_the_longest_work_is_counted_over_a_rolling_day(stretches, wanted):
    value, reads, missing = read_fact("longest_work_in_any_24_hours", _booking(*stretches))
    assert value == parse_period(wanted)
    assert (reads, missing) == (["/services/sessions"], [])


@pytest.mark.parametrize("stretches, wanted", [([_day("09:00-17:00")], False), ([_day("09:00-17:01")], True), ([_day("09:00-17:00:01")], True), ([_day("09:00-16:59")], False)])
def test_more_than_8_hours_begins_after_the_last_second_of_the_eighth(stretches, wanted):
    assert ask({"longest_work_in_any_24_hours": {"more_than": "8 hours"}}, _booking(*stretches)).value is wanted


@pytest.mark.parametrize(
    "sessions, missing",
    [
        (None, ["/services/sessions"]),
        ("unknown", ["/services/sessions"]),
        ([], ["/services/sessions"]),
        (["unknown"], ["/services/sessions/0"]),
        ([{"start_at": "2026-03-10T09:00-04:00"}], ["/services/sessions/0/end_at"]),
        ([{"end_at": "2026-03-10T09:00-04:00"}, {}], ["/services/sessions/0/start_at", "/services/sessions/1/start_at", "/services/sessions/1/end_at"]),
        ([{"start_at": "2026-03-10T17:00-04:00", "end_at": "2026-03-10T09:00-04:00"}], ["/services/sessions"]),
    ],
    ids=["left out", "unknown", "none", "one unknown", "no end", "parts of two", "ends before it starts"],
)
def test_hours_that_cannot_be_counted_are_missing_and_it_is_said_which(sessions, missing):
    services = {"sessions": sessions} if sessions is not None else {}
    value, _, lacking = read_fact("longest_work_in_any_24_hours", {"services": services})
    assert value is MISSING
    assert lacking == missing


@pytest.mark.parametrize(
    "lengths, wanted",
    [([], "0 minutes"), (["30 minutes"], "30 minutes"), (["29 minutes", "31 minutes"], "31 minutes"), (["1 hour", "45 minutes"], "60 minutes"), (["90 minutes", "1 day"], "1 day")],
)
def test_the_longest_meal_break_is_found(lengths, wanted):
    value, _, missing = read_fact("longest_meal_break", {"services": {"meal_breaks": [{"length": length} for length in lengths]}})
    assert value == parse_period(wanted)
    assert missing == []


@pytest.mark.parametrize(
    "breaks, missing",
    [("unknown", ["/services/meal_breaks"]), (["unknown"], ["/services/meal_breaks/0"]), ([{"length": "1 hour"}, {}], ["/services/meal_breaks/1/length"])],
)
def test_a_break_of_unknown_length_may_be_the_longest(breaks, missing):
    value, _, lacking = read_fact("longest_meal_break", {"services": {"meal_breaks": breaks}})
    assert value is MISSING
    assert lacking == missing


LUNCH = {"start_at": "2026-03-10T13:00-04:00", "length": "1 hour"}
LONG_DAY = "2026-03-10T09:00-04:00 to 2026-03-10T18:00-04:00"
BREAKS = [
    ("inside the stretch", [LUNCH], "8 hours"),
    ("two of them", [LUNCH, {"start_at": "2026-03-10T16:00-04:00", "length": "15 minutes"}], "7 hours 45 minutes"),
    ("the same one twice", [LUNCH, LUNCH], "8 hours"),
    ("at its beginning", [{"start_at": "2026-03-10T09:00-04:00", "length": "1 hour"}], "8 hours"),
    ("at its end", [{"start_at": "2026-03-10T17:00-04:00", "length": "1 hour"}], "8 hours"),
    ("beyond its end", [{"start_at": "2026-03-10T17:01-04:00", "length": "1 hour"}], "9 hours"),
    ("before its beginning", [{"start_at": "2026-03-10T08:59-04:00", "length": "1 hour"}], "9 hours"),
    ("without a start", [{"length": "1 hour"}], "9 hours"),
    ("without a length", [{"start_at": "2026-03-10T13:00-04:00"}], "9 hours"),
    ("unknown", ["unknown"], "9 hours"),
    ("of business days", [{"start_at": "2026-03-10T13:00-04:00", "length": "1 business day"}], "9 hours"),
    ("none", [], "9 hours"),
]


@pytest.mark.parametrize("breaks, wanted", [row[1:] for row in BREAKS], ids=[row[0] for row in BREAKS])
def test_a_meal_break_inside_a_stretch_is_no_work(breaks, wanted):
    facts = _booking(LONG_DAY)
    facts["services"]["meal_breaks"] = breaks
    value, _, missing = read_fact("longest_work_in_any_24_hours", facts)
    assert (value, missing) == (parse_period(wanted), [])


ENDS = [
    ({"start_at": "2026-03-10T09:00-04:00", "end_at": "2026-03-10T18:00-04:00"}, True),
    ({"start_at": "2026-03-10", "end_at": "2026-03-10"}, True),
    ({"start_at": "2026-03-10T10:00-04:00", "end_at": "2026-03-10T17:00-04:00"}, True),
    ({"start_at": "2026-03-10T08:59-04:00"}, False),
    ({"end_at": "2026-03-10T18:01-04:00"}, False),
    ({"start_at": "2026-03-09"}, False),
    ({"end_at": "2026-03-11"}, False),
    ({"start_at": "unknown", "end_at": "unknown"}, True),
]


@pytest.mark.parametrize("services, known", ENDS)
def test_hours_that_the_sessions_leave_out_are_not_taken_for_rest(services, known):
    facts = _booking(LONG_DAY)
    facts["services"].update(services)
    value, _, missing = read_fact("longest_work_in_any_24_hours", facts)
    assert value == (parse_period("9 hours") if known else MISSING)
    assert known == (missing == [])


SPANS = [
    ([_day("09:00-17:00")], "8 hours"),
    ([_day("09:00-12:00"), _day("13:00-17:00")], "8 hours"),
    ([_day("09:00-17:00", "2026-03-11"), _day("09:00-17:00")], "32 hours"),
]


@pytest.mark.parametrize("stretches, wanted", SPANS)
def test_the_sessions_are_spread_from_the_first_to_the_last(stretches, wanted):
    assert read_fact("time_from_first_to_last_session", _booking(*stretches))[0] == parse_period(wanted)


@pytest.mark.parametrize("sessions", [None, [], [{}]], ids=["left out", "none", "without times"])
def test_without_sessions_nobody_knows_how_far_they_are_spread(sessions):
    services = {} if sessions is None else {"sessions": sessions}
    value, _, missing = read_fact("time_from_first_to_last_session", {"services": services})
    assert value is MISSING
    assert missing


@pytest.mark.parametrize(
    "start, wanted",
    [
        ("2026-03-10T13:00-04:00", "1 hour"), ("2026-03-10T09:00-04:00", "1 hour"), ("2026-03-10T17:00-04:00", "1 hour"), ("unknown", "1 hour"),
        ("2026-03-10T08:59-04:00", "0 minutes"), ("2026-03-10T17:01-04:00", "0 minutes"), ("2026-03-10T18:00-04:00", "0 minutes"),
    ],
)  # fmt: skip
def test_time_before_and_after_the_work_is_no_break_from_it(start, wanted):
    facts = _booking(LONG_DAY)
    facts["services"]["meal_breaks"] = [{"start_at": start, "length": "1 hour"}]
    value, _, missing = read_fact("longest_meal_break", facts)
    assert (value, missing) == (parse_period(wanted), [])


ACCEPTED = [
    ("confirmed", "2026-11-20", {}, True, []),
    ("completed", "2027-01-01", {}, True, []),
    ("option", "2026-11-22", {}, False, []),
    ("option", "2026-11-21", {}, False, []),
    ("hold", "2026-11-20", {}, MISSING, ["/services/sessions", "/payments"]),
    ("cancelled", "2026-11-20", {}, MISSING, ["/services/sessions", "/payments"]),
    ("cancelled", "2026-11-20", {"payments": []}, MISSING, ["/services/sessions"]),
    ("cancelled", "2026-11-22", {"payments": []}, False, []),
    ("hold", "2026-11-22", {"payments": [{"id": "a"}]}, MISSING, ["/services/sessions"]),
    ("cancelled", "2026-11-20", {"payments": [], "services": {"start_at": "2026-11-20", "sessions": []}}, False, []),
    ("option", "unknown", {}, MISSING, ["/services/start_at", "/services/sessions"]),
    ("unknown", "2026-11-22", {}, MISSING, ["/status"]),
]


@pytest.mark.parametrize("status, day, facts, wanted, missing", ACCEPTED)
def test_an_option_whose_day_has_passed_or_that_was_paid_may_have_been_accepted(status, day, facts, wanted, missing):
    value, _, lacking = read_fact("job_accepted", {"status": status, "services": {"start_at": day}, **facts})
    assert value is wanted
    assert lacking == missing


@pytest.mark.parametrize(
    "facts, wanted, missing",
    [
        ({"booked_directly": False}, True, []),
        ({"booked_directly": False, "agency": {"name": "Lindenhof Models"}}, True, []),
        ({"booked_directly": True}, False, []),
        ({"booked_directly": True, "agency": {"name": "unknown"}}, False, []),
        ({"booked_directly": True, "agency": {"name": "Lindenhof Models"}}, MISSING, ["/booked_directly", "/agency/name"]),
        ({"agency": {"name": "Lindenhof Models"}}, MISSING, ["/booked_directly"]),
    ],
)
def test_a_direct_booking_that_names_an_agency_contradicts_itself(facts, wanted, missing):
    value, _, lacking = read_fact("booked_through_agency", facts)
    assert value is wanted
    assert lacking == missing


def _pay(stretches, amount="USD 250", unit="hour", multiplier="1.5"):
    return {**_booking(*stretches), "compensation": {"rate": {"amount": amount, "unit": unit}, "overtime_multiplier": multiplier}}


PAY = [
    (_pay([_day("09:00-13:00"), _day("13:45-19:30")]), "2656.25"),
    (_pay([_day("09:00-17:00")]), "2000"),
    (_pay([_day("09:00-17:00")], multiplier="2"), "2000"),
    (_pay([_day("09:00-19:00")], multiplier="2"), "3000"),
    (_pay([_day("09:00-19:00"), _day("09:00-19:00", "2026-03-12")]), "5250"),
    (_pay([_day("09:00-09:20")], amount="USD 100"), "33.33"),
    (_pay([_day("09:00-19:00")], unit="day"), None),
    (_pay([_day("09:00-19:00")], amount="USD 0"), None),
    (_pay([_day("09:00-19:00")], multiplier="unknown"), None),
    (_pay(["unknown to unknown"]), None),
]


@pytest.mark.parametrize("facts, wanted", PAY)
def test_the_least_pay_by_the_hour_counts_every_session_and_the_overtime_of_the_longest_24_hours(facts, wanted):
    value = read_fact("least_pay_with_overtime_above_8_hours", facts)[0]
    assert value == (Money(Decimal(wanted), "USD") if wanted else MISSING)

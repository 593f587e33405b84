"""Business days: weekends and the public holidays of a place are none."""

from datetime import date

import pytest

from fwa_check.values.calendars import ALL_BUT_SUNDAYS, add_business_days, business_days_between, is_business_day, this_or_next_business_day


@pytest.mark.parametrize(
    "day, counts",
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 11, 25), True),
        (date(2026, 11, 26), False),  # Thanksgiving
        (date(2026, 7, 3), True),  # New York does not move Independence Day from the Saturday to the Friday
        (date(2027, 7, 5), False),  # but from the Sunday to the Monday
        (date(2026, 2, 12), False),  # Lincoln's Birthday, a holiday in New York
    ],
)
def test_weekends_and_holidays_are_no_business_days(day, counts):
    assert is_business_day(day, "US-NY") is counts


@pytest.mark.parametrize(
    "day, counts",
    [
        (date(2026, 2, 12), False),  # Lincoln Day
        (date(2028, 2, 11), False),  # from the Saturday to the Friday
        (date(2034, 2, 13), False),  # from the Sunday to the Monday
        (date(2034, 2, 10), True),
        (date(2024, 2, 15), True),  # Susan B. Anthony Day closes no court
        (date(2027, 2, 15), False),  # but Presidents' Day does, on the same day
        (date(2027, 10, 29), True),  # nor does Diwali
        (date(2026, 3, 31), False),  # Cesar Chavez Day
        (date(2026, 9, 25), False),  # Native American Day, the fourth Friday of September
        (date(2026, 9, 18), True),
        (date(2023, 9, 22), False),
        (date(2023, 9, 29), True),
        (date(2026, 10, 12), True),  # Columbus Day
        (date(2026, 7, 3), False),  # Independence Day, from the Saturday to the Friday
        (date(2026, 11, 27), False),  # the day after Thanksgiving
        (date(2026, 11, 28), False),
        (date(2026, 11, 30), True),
    ],
)
def test_california_keeps_the_holidays_of_its_courts(day, counts):
    assert is_business_day(day, "US-CA") is counts


@pytest.mark.parametrize("day, next", [((2026, 5, 8), (2026, 5, 8)), ((2026, 5, 9), (2026, 5, 11)), ((2026, 5, 23), (2026, 5, 26)), ((2026, 11, 26), (2026, 11, 27))])
def test_a_day_that_is_no_business_day_leads_to_the_next(day, next):
    assert this_or_next_business_day(date(*day), "US-NY") == date(*next)
    assert this_or_next_business_day(date(*day), "worldwide") is None


def test_one_place_works_on_anothers_holiday():
    assert is_business_day(date(2026, 2, 12), "US-TX") is True
    assert is_business_day(date(2026, 7, 14), "FR") is False


@pytest.mark.parametrize(
    "day, count, end",
    [
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
        (date(2026, 11, 24), 1, date(2026, 11, 25)),
        (date(2026, 11, 24), 2, date(2026, 11, 27)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 30), -1, date(2026, 11, 27)),
        (date(2026, 11, 27), -1, date(2026, 11, 25)),
        (date(2026, 11, 28), -1, date(2026, 11, 27)),
        (date(9999, 12, 30), 3, None),
        (date(2026, 11, 24), 10_001, None),
    ],
)
def test_business_days_are_counted_from_the_day_after(day, count, end):
    assert add_business_days(day, count, "US-NY") == end


@pytest.mark.parametrize(
    "start, end, count",
    [
        (date(2026, 11, 24), date(2026, 11, 24), 0),
        (date(2026, 11, 24), date(2026, 11, 27), 2),
        (date(2026, 11, 27), date(2026, 11, 29), 0),
        (date(2026, 11, 27), date(2026, 11, 30), 1),
        (date(2026, 11, 30), date(2026, 11, 27), 0),
        (date(1926, 11, 30), date(2026, 11, 27), None),
    ],
)
def test_business_days_between_two_days_count_the_last_and_not_the_first(start, end, count):
    assert business_days_between(start, end, "US-NY") == count


def test_nothing_is_known_of_a_place_without_a_calendar():
    for place in ("worldwide", "US-XX", "EU"):
        assert is_business_day(date(2026, 11, 24), place) is None
        assert add_business_days(date(2026, 11, 24), 1, place) is None
        assert business_days_between(date(2026, 11, 24), date(2026, 11, 27), place) is None


def test_a_calendar_may_leave_out_sundays_alone():
    assert [is_business_day(date(2026, 7, day), ALL_BUT_SUNDAYS) for day in (3, 4, 5, 6)] == [True, True, False, True]
    assert add_business_days(date(2026, 7, 3), 2, ALL_BUT_SUNDAYS) == date(2026, 7, 6)

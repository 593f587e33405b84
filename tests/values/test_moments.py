"""Days and moments: a day that has no hour cannot be ordered within itself."""

from datetime import date, datetime, timedelta, timezone

import pytest

from fwa_check.values.moments import day_of, is_before, is_on_or_before

DAY, NEXT = date(2026, 3, 2), date(2026, 3, 3)
NEW_YORK, TOKYO = timezone(timedelta(hours=-5)), timezone(timedelta(hours=9))
MORNING = datetime(2026, 3, 2, 9, tzinfo=NEW_YORK)
EVENING = datetime(2026, 3, 2, 23, 30, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        (DAY, NEXT, True),
        (NEXT, DAY, False),
        (DAY, DAY, None),
        (DAY, MORNING, None),
        (MORNING, DAY, None),
        (MORNING, NEXT, True),
        (NEXT, MORNING, False),
        (MORNING, EVENING, True),
        (EVENING, MORNING, False),
        (MORNING, MORNING, False),
    ],
)
def test_what_comes_before_what_is_open_on_one_and_the_same_day(left, right, answer):
    assert is_before(left, right, days_only=False) is answer


def test_two_moments_are_ordered_exactly_whatever_their_zones():
    tokyo = datetime(2026, 3, 3, 9, tzinfo=TOKYO)
    assert tokyo.date() > EVENING.date()
    assert is_before(tokyo, EVENING, days_only=False) is True
    assert is_before(EVENING, tokyo, days_only=False) is False
    same = EVENING.astimezone(timezone.utc)
    assert is_before(same, EVENING, days_only=False) is False
    assert is_before(EVENING, same, days_only=False) is False


@pytest.mark.parametrize(("left", "right", "answer"), [(DAY, DAY, False), (MORNING, EVENING, False), (MORNING, NEXT, True), (NEXT, EVENING, False)])
def test_whole_days_are_always_ordered(left, right, answer):
    assert is_before(left, right, days_only=True) is answer


def test_on_or_before_counts_the_day_itself():
    assert is_on_or_before(DAY, DAY) and is_on_or_before(EVENING, MORNING) and is_on_or_before(DAY, NEXT)
    assert not is_on_or_before(NEXT, EVENING)


def test_the_day_of_a_moment_is_the_day_in_the_zone_in_which_it_was_written():
    assert day_of(EVENING) == DAY
    assert day_of(EVENING.astimezone(timezone.utc)) == NEXT
    assert day_of(DAY) == DAY and type(day_of(MORNING)) is date

"""Business days, counted on the calendar of a place.

The holidays come from the library `holidays`, which is imported only when somebody counts. For a
place whose holidays it does not have nothing is known of business days, and None says so.
"""

from datetime import date, timedelta
from functools import lru_cache

_MONDAY, _FRIDAY, _SATURDAY, _SUNDAY = 0, 4, 5, 6
# Places where a holiday that falls on a Sunday is kept on the Monday, and one on a Saturday is not moved
# (New York: General Construction Law, section 24).
_MOVED_FROM_SUNDAY = ("US-NY",)
# California's courts (Code of Civil Procedure, section 135) keep two holidays that the library does not have, and not these.
_COURTS_OF = "US-CA"
_NOT_KEPT_BY_COURTS = {"Susan B. Anthony Day", "Diwali"}
# The calendar of those who count every day but Sundays, Saturdays and holidays too.
ALL_BUT_SUNDAYS = "all_but_sundays"
WEEKDAYS = "weekdays"
_FIRST = date.min
# Forty years: nobody means more, and each day is looked at.
_MOST_DAYS = 10_000
_DAY = timedelta(days=1)


@lru_cache(maxsize=None)
def _holidays_of(calendar):
    """Return the public holidays of a place such as ``US-NY`` (grows by the year), or None when they cannot be had."""
    from holidays import country_holidays

    country, _, part = calendar.partition("-")
    try:
        return country_holidays(country, subdiv=part or None, observed=calendar not in _MOVED_FROM_SUNDAY)
    except NotImplementedError:
        return None


def is_business_day(day, calendar):
    """Tell whether `day` is neither a Saturday or Sunday nor a public holiday of `calendar` (of California: of its courts); None when that is not known."""
    if calendar == ALL_BUT_SUNDAYS:
        return day.weekday() != _SUNDAY
    if calendar == WEEKDAYS:
        return day.weekday() < _SATURDAY
    holidays = _holidays_of(calendar)
    if holidays is None:
        return None
    if calendar == _COURTS_OF:
        return day.weekday() < _SATURDAY and not _is_judicial_holiday(day, holidays)
    if calendar in _MOVED_FROM_SUNDAY and day.weekday() == _MONDAY and day != _FIRST and day - _DAY in holidays:
        return False
    return day.weekday() < _SATURDAY and day not in holidays


def _is_judicial_holiday(day, holidays):
    """Tell whether California's courts are closed on this weekday: Lincoln Day (moved off a weekend) and Native American Day count too."""
    if set(holidays.get(day, "").split("; ")) - _NOT_KEPT_BY_COURTS - {""}:
        return True
    lincoln = date(day.year, 2, 12)
    lincoln += {_SATURDAY: -_DAY, _SUNDAY: _DAY}.get(lincoln.weekday(), timedelta())
    return day == lincoln or (day.month, day.weekday()) == (9, _FRIDAY) and 22 <= day.day <= 28


def add_business_days(day, count, calendar):
    """Return the date `count` business days after `day` (before it, if negative), which itself is not counted.

    None when the holidays of `calendar` are not known, beyond 10,000 business days, or when the result
    leaves the years 1 to 9999.
    """
    if abs(count) > _MOST_DAYS:
        return None
    step = _DAY if count > 0 else -_DAY
    left = abs(count)
    try:
        while left:
            day += step
            counts = is_business_day(day, calendar)
            if counts is None:
                return None
            left -= counts
    except OverflowError:
        return None
    return day


def this_or_next_business_day(day, calendar):
    """Return `day`, or the first business day after it where it is none; None as in `add_business_days`."""
    counts = is_business_day(day, calendar)
    return day if counts else None if counts is None else add_business_days(day, 1, calendar)


def business_days_between(start, end, calendar):
    """Return how many business days follow `start` up to and with `end`: 1 from one business day to the next.

    0 when `end` is not after `start`; None when the holidays of `calendar` are not known, or beyond 10,000 days.
    """
    days = (end - start).days
    if days > _MOST_DAYS or is_business_day(start, calendar) is None:
        return None
    return sum(is_business_day(start + _DAY * number, calendar) for number in range(1, days + 1))

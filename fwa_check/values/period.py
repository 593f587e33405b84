"""Lengths of time, as contracts write them: months, days, business days, minutes.

A month has no fixed number of days, so two periods can be ordered only where every
calendar agrees; where it depends on the starting day, the answer is None.
"""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from fwa_check.values.calendars import add_business_days

_MONTHS_PER = {"year": 12, "yr": 12, "month": 1}
_DAYS_PER = {"day": 1, "week": 7}
_MINUTES_PER = {"hour": 60, "hr": 60, "minute": 1, "min": 1}
_ISO = (
    r"P(?=.)(?:([0-9]{1,4})Y)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})W)?(?:([0-9]{1,6})D)?"
    r"(?:T(?=.)(?:([0-9]{1,6}(?:\.[0-9]{1,3})?)H)?(?:([0-9]{1,6})M)?)?"
)
_WORDS = (
    r"([0-9]{1,6}(?:\.[0-9]{1,3})?)\s*(business\s+day|working\s+day|calendar\s+day|year|yr|month|week|day|hour|hr|minute|min)s?"
)
_BETWEEN = r"\s*(?:,|and|\s)\s*"
_LONGEST = 100
# The calendar repeats itself every 400 years.
_CYCLE_MONTHS, _CYCLE_DAYS = 4800, 146_097


class Period(NamedTuple):
    """A length of time; its parts add up."""

    months: int = 0
    days: int = 0
    business_days: int = 0
    minutes: Decimal = Decimal(0)

    def __str__(self):
        years, months = divmod(self.months, 12)
        hours, minutes = divmod(self.minutes, 60)
        parts = [
            (years, "year"), (months, "month"), (self.days, "day"),
            (self.business_days, "business day"), (hours, "hour"), (minutes, "minute"),
        ]  # fmt: skip
        words = [f"{n.normalize():f} {word}{'' if n == 1 else 's'}" for n, word in ((Decimal(n), w) for n, w in parts) if n]
        return " and ".join(words) or "0 days"


def parse_period(text):
    """Return the Period that `text` writes (``P3Y``, ``3 years``, ``10 business days``), or None."""
    if len(text) > _LONGEST:
        return None
    iso = re.fullmatch(_ISO, text, re.ASCII)
    if iso:
        years, months, weeks, days, hours, minutes = (Decimal(part or 0) for part in iso.groups())
        return Period(int(years * 12 + months), int(weeks * 7 + days), 0, hours * 60 + minutes)
    total, rest = Period(), text
    while match := re.match(_WORDS, rest, re.ASCII | re.IGNORECASE):
        part = _one_part(Decimal(match[1]), " ".join(match[2].lower().split()))
        if part is None:
            return None
        total = Period(*(a + b for a, b in zip(total, part)))
        rest = rest[match.end() :]
        if not rest:
            return total
        between = re.match(_BETWEEN, rest, re.IGNORECASE)
        if not between:
            return None
        rest = rest[between.end() :]
    return None


def _one_part(number, unit):
    if unit in _MINUTES_PER:
        return Period(minutes=number * _MINUTES_PER[unit])
    if number != int(number):
        return None
    number = int(number)
    if unit in _MONTHS_PER:
        return Period(months=number * _MONTHS_PER[unit])
    if unit in ("business day", "working day"):
        return Period(business_days=number)
    return Period(days=number * _DAYS_PER[unit.removeprefix("calendar ")])


def period_of(time):
    """Return the Period of a timedelta, in minutes; what is less than a second is left out."""
    return Period(minutes=Decimal(int(time.total_seconds())) / 60)


def compare_periods(left, right):
    """Return -1, 0 or 1 as `left` is shorter than, as long as or longer than `right`.

    None when the answer depends on the day on which they start (1096 days and 3 years),
    or on a calendar of business days.
    """
    if left.business_days != right.business_days:
        if left._replace(business_days=0) != Period() or right._replace(business_days=0) != Period():
            return None
        return 1 if left.business_days > right.business_days else -1
    months = left.months - right.months
    rest = (left.days - right.days) * 1440 + left.minutes - right.minutes
    shortest, longest = _days_in_months(abs(months))
    if months < 0:
        shortest, longest = -longest, -shortest
    low, high = shortest * 1440 + rest, longest * 1440 + rest
    if low > 0:
        return 1
    if high < 0:
        return -1
    return 0 if low == high == 0 else None


@lru_cache(maxsize=256)
def _days_in_months(months):
    """The fewest and the most days that `months` calendar months can have."""
    cycles, months = divmod(months, _CYCLE_MONTHS)
    lengths = [(add_months(date(year, month, 1), months) - date(year, month, 1)).days for year in range(2000, 2004) for month in range(1, 13)]
    return cycles * _CYCLE_DAYS + min(lengths), cycles * _CYCLE_DAYS + max(lengths)


def add_months(day, months):
    """Return `day` moved by `months`; a day that the month does not have becomes its last day.

    Raises OverflowError outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("the date leaves the calendar")
    return day.replace(year=year, month=month + 1, day=min(day.day, _last_day(year, month + 1)))


def _last_day(year, month):
    # The calendar module knows this too, but importing it costs a start-up a millisecond.
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def add_period(start, period, calendar=None):
    """Return the date or datetime `period` after `start`.

    `calendar` is the place whose business days count. None when the period counts business days
    and no such place is named or its holidays are not known, when it counts minutes and `start`
    is only a day, or when the result is no date.
    """
    if period.business_days and calendar is None or (period.minutes and not isinstance(start, datetime)):
        return None
    try:
        end = add_months(start, period.months) + timedelta(days=period.days, minutes=float(period.minutes))
    except OverflowError:
        return None
    return add_business_days(end, period.business_days, calendar) if period.business_days else end


def negated(period):
    """Return the period of the same length backwards."""
    return Period(*(-part for part in period))


def between(start, end):
    """Return the Period from the day `start` to the day `end`, in whole months and days left over."""
    months = (end.year - start.year) * 12 + end.month - start.month
    while months > 0 and add_months(start, months) > end:
        months -= 1
    return Period(months=months, days=(end - add_months(start, months)).days)

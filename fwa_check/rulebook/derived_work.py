"""Derived facts about hours of work."""

from datetime import timedelta
from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING
from fwa_check.values.period import Period

_DAY = timedelta(hours=24)


def _merged(sessions):
    """Return the stretches in order, those that touch or overlap made one; None if one ends before it starts."""
    merged = []
    for start, end in sorted(sessions):
        if end < start:
            return None
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged


def _worked(stretches, start, end):
    return sum((max(min(b, end) - max(a, start), timedelta()) for a, b in stretches), timedelta())


@derived_fact("duration", "booking")
def longest_work_in_any_24_hours(read):
    """The most time worked in any 24 hours on end, over all sessions of the booking: a rolling day, not a calendar day."""
    sessions = read.items("services.sessions", "start_at", "end_at")
    stretches = _merged(sessions) if sessions is not MISSING else None
    if not stretches:
        return MISSING
    # The sum can only peak where a window begins with a stretch or ends with one.
    windows = [(start, start + _DAY) for start, _ in stretches] + [(end - _DAY, end) for _, end in stretches]
    longest = max(_worked(stretches, start, end) for start, end in windows)
    return Period(minutes=Decimal(int(longest.total_seconds())) / 60)


@derived_fact("duration", "booking")
def longest_meal_break(read):
    """The longest of the stated meal breaks; no time at all when the list of breaks is empty."""
    breaks = read.items("services.meal_breaks", "length")
    if breaks is MISSING:
        return MISSING
    return max((length for (length,) in breaks), key=lambda length: (length.months, length.days, length.minutes), default=Period())

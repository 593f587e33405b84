"""Days and moments, and what can be said of their order.

A day is a `date`; a moment is an aware `datetime`. A fact that may be either (`moment`)
cannot be ordered against another one of the same day: then the answer is None.
"""

from datetime import datetime


def day_of(moment):
    """Return the day of a date or of a datetime (in the zone in which it was written)."""
    return moment.date() if isinstance(moment, datetime) else moment


def is_before(left, right, *, days_only):
    """Tell whether `left` comes strictly before `right`: True, False or None.

    With `days_only`, whole days are compared. Otherwise two moments are compared exactly,
    and a bare day against anything on that same day gives None.
    """
    if isinstance(left, datetime) and isinstance(right, datetime) and not days_only:
        return left < right
    left, right = day_of(left), day_of(right)
    if left == right and not days_only:
        return None
    return left < right


def is_on_or_before(left, right):
    """Tell whether the day of `left` is the day of `right` or an earlier one."""
    return day_of(left) <= day_of(right)

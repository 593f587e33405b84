"""The clock of a place: on which day, and at what hour there, a moment falls that was written in another zone."""

from datetime import datetime, timezone
from functools import lru_cache

_ZONES = {"US-NY": "America/New_York", "US-CA": "America/Los_Angeles"}


@lru_cache(maxsize=None)
def _zone(name):
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def has_clock(place):
    """Tell whether the clock of `place` is known."""
    return place in _ZONES


def on_clock_of(place, moment):
    """Return `moment` as the clock of `place` shows it; a bare day, or a moment at a place whose clock is not known, as it is."""
    if not isinstance(moment, datetime) or not has_clock(place):
        return moment
    try:
        local = moment.astimezone(_zone(_ZONES[place]))
    except OverflowError:
        # At either end of the calendar the other zone has no such day.
        return moment
    # With an offset of its own: between two moments of one zone Python counts hours on the wall, and not those that passed.
    return local.replace(tzinfo=timezone(local.utcoffset()))

"""Derived facts about the hours of child performers: when their working days begin and end on the clock, and how long they rest."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING
from fwa_check.values.clocks import has_clock, on_clock_of
from fwa_check.values.period import Period, period_of
from fwa_check.values.places import may_hold

_NEW_YORK = "US-NY"
# Nobody gets home and back in less: what begins after midnight within this time belongs to the evening before.
_SAME_EVENING = timedelta(hours=4)
_DAY = timedelta(days=1)


def stretches_of(read):
    """Return the stretches of work as (start, end) in order, by the clock of the place; None where they cannot be told."""
    start, end = read.optional("services.start_at"), read.optional("services.end_at")
    if read.optional("services.sessions") in (MISSING, []):
        whole = [(start, end)] if isinstance(start, datetime) and isinstance(end, datetime) else []
        stretches = _on_the_clock_there(read, whole)
        if stretches and start <= end and stretches[0][0].date() == stretches[0][1].date():
            return stretches
        read("services.sessions")
        return None
    stretches = read.items("services.sessions", "start_at", "end_at")
    if stretches is MISSING or any(begin > finish for begin, finish in stretches):
        return None
    stretches = _on_the_clock_there(read, sorted(stretches))
    return None if stretches is None or _begins_outside(start, stretches) or _ends_outside(end, stretches) else stretches


def _on_the_clock_there(read, stretches):
    """Return the stretches by the clock of the place of work, New York or California; None where that may be New York and they are written in the time of another place."""
    place = read("services.location")
    if place is not MISSING and has_clock(place):
        return _on_clock_of(place, stretches)
    if place is not MISSING and may_hold(_NEW_YORK, place) is False:
        return stretches
    # Of a place that may be either, New York's law alone asks for the clock: California's asks for the place first.
    local = _on_clock_of(_NEW_YORK, stretches)
    is_as_written = all(there.utcoffset() == stated.utcoffset() for pairs in zip(local, stretches) for there, stated in zip(*pairs))
    return local if is_as_written else None


def _on_clock_of(place, stretches):
    return [(on_clock_of(place, start), on_clock_of(place, end)) for start, end in stretches]


def _begins_outside(start, stretches):
    first = stretches[0][0]
    return start is not MISSING and (start < first if isinstance(start, datetime) else start < first.date())


def _ends_outside(end, stretches):
    last = max(finish for _, finish in stretches)
    return end is not MISSING and (end > last if isinstance(end, datetime) else end > last.date())


def evenings_of(read):
    """Return [day, first start, last end, stretches] of each working day before the eighteenth birthday; None where they cannot be told."""
    evenings, last = working_days_of(read), read("last_day_under_18")
    if evenings is None or last is MISSING:
        return None
    return [_until_her_birthday(last, *evening) for evening in evenings if evening[0] <= last]


def working_days_of(read):
    """Return the same as evenings_of, at whatever age."""
    stretches = stretches_of(read)
    if stretches is None:
        return None
    evenings = []
    for start, end in stretches:
        if evenings and (start.date() == evenings[-1][0] or start - evenings[-1][2] < _SAME_EVENING):
            evenings[-1][2] = max(evenings[-1][2], end)
            evenings[-1][3].append((start, end))
        else:
            evenings.append([start.date(), start, end, [(start, end)]])
    return evenings


def _until_her_birthday(last, day, start, end, stretches):
    """Return a working day without what lies after midnight of her last day under 18."""
    midnight = datetime.combine(last + _DAY, time(), end.tzinfo)
    return [day, start, min(end, midnight), [(begin, min(finish, midnight)) for begin, finish in stretches if begin < midnight]]


def _clock(day, moment):
    """Return the time on the clock, counted from the midnight that began `day`."""
    return period_of(moment.replace(tzinfo=None) - datetime.combine(day, time()))


def _time_and_day(moment):
    """Return a time as a call sheet writes it, with its day: ``22:20 on 2026-03-10``."""
    return f"{moment.hour}:{moment:%M}{f':{moment:%S}' if moment.second else ''} on {moment.date()}"


def _earliest(evenings):
    """Return the working day that begins earliest on the clock; None where there is none, or they cannot be told."""
    return min(evenings or (), key=lambda evening: _clock(evening[0], evening[1]).minutes, default=None)


def _latest(evenings):
    """Return the working day that ends latest on the clock; None where there is none, or they cannot be told."""
    return max(evenings or (), key=lambda evening: _clock(evening[0], evening[2]).minutes, default=None)


def _evenings_before_school(read):
    """Return the working days (see evenings_of) that a school day of hers follows; None where they cannot be told."""
    school_days = read("child_performer.school_days")
    if MISSING in (read("latest_end_clock"), school_days) or MISSING in school_days:
        return None
    return [evening for evening in evenings_of(read) if evening[0] + _DAY in school_days]


@derived_fact("count", "booking")
def work_days_under_18(read):
    """On how many days the model works before her eighteenth birthday; work after midnight that goes on from the evening before (less than 4 hours lie between) belongs to that day."""
    evenings = evenings_of(read)
    if evenings is not None:
        return Decimal(len(evenings))
    first, last = read("services_start_day"), read("services_end_day")
    one_day = MISSING not in (first, last) and first == last and read("services.sessions") in (MISSING, [])
    return Decimal(1) if one_day else MISSING


@derived_fact("duration", "booking")
def earliest_start_clock(read):
    """The earliest time on the clock at which a working day of the model under 18 begins, counted from midnight (5 hours is 5:00): in New York and California by the clock there, elsewhere in the stated zone. Nothing where the work may be in New York and is written in the time of another place."""
    first = _earliest(evenings_of(read))
    return _clock(first[0], first[1]) if first else MISSING


@derived_fact("text", "booking")
def earliest_start_time(read):
    """The time and the day that earliest_start_clock comes from, in words (4:30 on 2026-03-11)."""
    first = _earliest(evenings_of(read))
    return _time_and_day(first[1]) if first else MISSING


@derived_fact("duration", "booking")
def latest_end_clock(read):
    """The latest time on the clock at which a working day of the model under 18 ends, counted from the midnight that began that day (24 hours 30 minutes is half past midnight): in New York and California by the clock there, elsewhere in the stated zone."""
    last = _latest(evenings_of(read))
    return _clock(last[0], last[2]) if last else MISSING


@derived_fact("text", "booking")
def latest_end_time(read):
    """The time and the day that latest_end_clock comes from, in words (0:31 on 2026-03-14)."""
    last = _latest(evenings_of(read))
    return _time_and_day(last[2]) if last else MISSING


@derived_fact("duration", "booking")
def latest_end_clock_before_school_day(read):
    """The same as latest_end_clock, over the working days alone that are followed by a school day of hers; no time at all when none is."""
    evenings = _evenings_before_school(read)
    last = _latest(evenings)
    return MISSING if evenings is None else _clock(last[0], last[2]) if last else Period()


@derived_fact("text", "booking")
def latest_end_time_before_school_day(read):
    """The time and the day that latest_end_clock_before_school_day comes from, in words (22:20 on 2026-03-10); nothing when no school day follows."""
    last = _latest(_evenings_before_school(read))
    return _time_and_day(last[2]) if last else MISSING


@derived_fact("duration", "booking")
def shortest_rest_between_work_days(read):
    """The shortest time from the end of one working day of the model under 18 to the start of the next."""
    evenings = evenings_of(read)
    if not evenings or len(evenings) < 2:
        return MISSING
    return min((period_of(after[1] - before[2]) for before, after in zip(evenings, evenings[1:])), key=lambda period: period.minutes)

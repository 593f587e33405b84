"""Derived facts about the job and its hours of work."""

from datetime import timedelta
from decimal import ROUND_DOWN, Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING
from fwa_check.values.moments import is_before
from fwa_check.values.money import Money
from fwa_check.values.period import Period, add_period, period_of

_DAY = timedelta(hours=24)
_EIGHT_HOURS = timedelta(hours=8)
_CENT = Decimal("0.01")


@derived_fact("boolean", "booking")
def job_accepted(read):
    """Whether the model has accepted the job: true where it is confirmed or completed; false for an option, a hold or a cancelled job that is not to begin before the day of asking and for which no payment is stated; nothing where its day has passed or something was paid, unless the booking says that nothing was worked and nothing paid."""
    status = read("status")
    if status in (MISSING, "confirmed", "completed"):
        return MISSING if status is MISSING else True
    if read.optional("services.sessions") == [] and read.optional("payments") == []:
        return False
    first = read("services_start_day")
    if first is not MISSING and first >= read("as_of") and read.optional("payments") in (MISSING, []):
        return False
    if first is not MISSING:
        # What would settle it is asked for, where it is not stated.
        read("services.sessions"), read("payments")
    return MISSING


@derived_fact("boolean", "booking")
def booked_through_agency(read):
    """Whether the model was booked through an agency; nothing where the booking says that she was booked directly and names an agency all the same."""
    directly = read("booked_directly")
    if directly is MISSING or not directly:
        return MISSING if directly is MISSING else True
    return False if read.optional("agency.name") is MISSING else MISSING


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


def _stretches(read):
    """Return the stretches of work in order, without the meal breaks that lie inside one; None where they cannot be told."""
    sessions = read.items("services.sessions", "start_at", "end_at")
    stretches = _merged(sessions) if sessions is not MISSING else None
    return _without(stretches, _timed_breaks(read)) if stretches else None


def _timed_breaks(read):
    """Return the (start, end) of every meal break of which both the start and the length are stated."""
    breaks = read("services.meal_breaks")
    if breaks is MISSING:
        return []
    timed = [(each.get("start_at", MISSING), each.get("length", MISSING)) for each in breaks]
    ended = [(start, add_period(start, length)) for start, length in timed if MISSING not in (start, length)]
    return [(start, end) for start, end in ended if end is not None]


def _without(stretches, breaks):
    for start, end in breaks:
        parts = []
        for a, b in stretches:
            parts += [[a, start], [end, b]] if a <= start and end <= b else [[a, b]]
        stretches = parts
    return stretches


def _worked(stretches, start, end):
    return sum((max(min(b, end) - max(a, start), timedelta()) for a, b in stretches), timedelta())


@derived_fact("duration", "booking")
def longest_work_in_any_24_hours(read):
    """The most time worked in any 24 hours on end, over all sessions of the booking: a rolling day, not a calendar day. A meal break inside a session, with its start and length stated, is taken out; nothing is known where services.start_at or end_at lie outside the sessions."""
    stretches = _stretches(read)
    if not stretches or left_open(stretches[0][0], stretches[-1][1], read("services.start_at"), read("services.end_at")):
        return MISSING
    # The sum can only peak where a window begins with a stretch or ends with one.
    windows = [(start, start + _DAY) for start, _ in stretches] + [(end - _DAY, end) for _, end in stretches]
    longest = max(_worked(stretches, start, end) for start, end in windows)
    return period_of(longest)


def left_open(first, last, start, end):
    """Tell whether the services (`start`, `end`; MISSING where not stated) begin before the `first` moment of the stretches, or end after the `last`."""
    return (start is not MISSING and is_before(start, first, days_only=False) is True) or (end is not MISSING and is_before(last, end, days_only=False) is True)


@derived_fact("duration", "booking")
def time_from_first_to_last_session(read):
    """The time from the start of the first session to the end of the last, whatever lies between."""
    stretches = _stretches(read)
    return period_of(stretches[-1][1] - stretches[0][0]) if stretches else MISSING


@derived_fact("duration", "booking")
def longest_meal_break(read):
    """The longest of the stated meal breaks, without those that lie before or after all work; no time at all when none is left."""
    breaks = read.items("services.meal_breaks", "length")
    if breaks is MISSING:
        return MISSING
    stretches = _stretches(read)
    first, last = (stretches[0][0], stretches[-1][1]) if stretches else (None, None)
    inside = []
    for each, (length,) in zip(read("services.meal_breaks"), breaks):
        start = each.get("start_at", MISSING)
        end = None if start is MISSING else add_period(start, length)
        if end is None or first is None or (first <= start and end <= last):
            inside.append(length)
    return max(inside, key=lambda length: (length.months, length.days, length.minutes), default=Period())


@derived_fact("money", "booking")
def least_pay_with_overtime_above_8_hours(read):
    """For a rate by the hour: what the hours of all sessions come to at that rate, and the 24 hours with the most work to more at the overtime multiplier, for the hours of them above eight; rounded down to the cent. There may be more."""
    unit, rate, multiplier = read("compensation.rate.unit"), read("hourly_rate"), read("overtime_multiplier")
    longest = read("longest_work_in_any_24_hours")
    if unit != "hour" or MISSING in (rate, multiplier, longest):
        return MISSING
    worked = sum((end - start for start, end in _stretches(read)), timedelta())
    overtime = max(timedelta(), timedelta(minutes=float(longest.minutes)) - _EIGHT_HOURS)
    hours = _hours(worked) + _hours(overtime) * (multiplier - 1)
    return Money((rate.amount * hours).quantize(_CENT, ROUND_DOWN), rate.currency)


def _hours(time):
    return Decimal(int(time.total_seconds())) / 3600

"""Derived facts about child performers: their age, their hours on the clock, their papers and the money kept for them."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING
from fwa_check.values.calendars import business_days_between
from fwa_check.values.clocks import on_clock_of
from fwa_check.values.moments import day_of
from fwa_check.values.period import Period, add_period
from fwa_check.values.places import may_hold

_NEW_YORK = "US-NY"
# Nobody gets home and back in less: what begins after midnight within this time belongs to the evening before.
_SAME_EVENING = timedelta(hours=4)
_DAY = timedelta(days=1)


def age_on(day, born):
    """Return the whole years that somebody born on `born` has completed on `day`; MISSING for a day before her birth."""
    if day < born:
        return MISSING
    return Decimal(day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


@derived_fact("count", "model_release", "replica_consent")
def model_age_at_signing(read):
    """The model's age in whole years on the day of signing (of asking, for a draft); nothing where that day lies before her birth."""
    born, day = read("model.birth_date"), read("signing_day")
    return MISSING if MISSING in (born, day) else age_on(day, born)


def _day_before_birthday(born, years):
    """Return the day before somebody born on `born` completes so many years; MISSING beyond the year 9999."""
    try:
        return date(born.year + years, born.month, born.day) - _DAY
    except ValueError:
        # In a year without one, whoever was born on 29 February has her birthday on 1 March.
        return date(born.year + years, 2, 28) if (born.month, born.day) == (2, 29) and born.year + years <= date.max.year else MISSING


@derived_fact("date", "booking")
def last_day_under_16(read):
    """The day before the model's sixteenth birthday; somebody born on 29 February has it on 1 March of a year without one."""
    born = read("model.birth_date")
    return MISSING if born is MISSING else _day_before_birthday(born, 16)


@derived_fact("date", "booking")
def last_day_under_18(read):
    """The day before the model's eighteenth birthday; somebody born on 29 February has it on 1 March of a year without one."""
    born = read("model.birth_date")
    return MISSING if born is MISSING else _day_before_birthday(born, 18)


@derived_fact("boolean", "booking", "model_release", "replica_consent")
def model_under_18(read):
    """Whether the model is under 18 on the first day of the job, or on the day of signing: by her birth date, or by model.of_age where none is stated; nothing where the two contradict each other."""
    born, of_age = read("model.birth_date"), read("model.of_age")
    day = read("services_start_day") if read.kind == "booking" else read("signing_day")
    if MISSING in (born, day):
        return MISSING if of_age is MISSING else not of_age
    age = age_on(day, born)
    return MISSING if age is MISSING or of_age not in (MISSING, age >= 18) else age < 18


def _stretches(read):
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
    """Return the stretches by the clock of the place of work; None where that may be New York and they are written in the time of another place."""
    place = read("services.location")
    in_new_york = None if place is MISSING else may_hold(_NEW_YORK, place)
    if in_new_york is False:
        return stretches
    local = [(on_clock_of(_NEW_YORK, start), on_clock_of(_NEW_YORK, end)) for start, end in stretches]
    is_as_written = all(there.utcoffset() == stated.utcoffset() for pairs in zip(local, stretches) for there, stated in zip(*pairs))
    return local if in_new_york or is_as_written else None


def _begins_outside(start, stretches):
    first = stretches[0][0]
    return start is not MISSING and (start < first if isinstance(start, datetime) else start < first.date())


def _ends_outside(end, stretches):
    last = max(finish for _, finish in stretches)
    return end is not MISSING and (end > last if isinstance(end, datetime) else end > last.date())


def _evenings(read):
    """Return [day, first start, last end] of each working day before the eighteenth birthday; None where they cannot be told."""
    stretches, last = _stretches(read), read("last_day_under_18")
    if stretches is None or last is MISSING:
        return None
    evenings = []
    for start, end in stretches:
        if evenings and (start.date() == evenings[-1][0] or start - evenings[-1][2] < _SAME_EVENING):
            evenings[-1][2] = max(evenings[-1][2], end)
        else:
            evenings.append([start.date(), start, end])
    return [[day, start, min(end, datetime.combine(last + _DAY, time(), end.tzinfo))] for day, start, end in evenings if day <= last]


def _clock(day, moment):
    """Return the time on the clock, counted from the midnight that began `day`."""
    return _period(moment.replace(tzinfo=None) - datetime.combine(day, time()))


def _period(length):
    return Period(minutes=Decimal(int(length.total_seconds())) / 60)


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
    """Return the working days (see _evenings) that a school day of hers follows; None where they cannot be told."""
    school_days = read("child_performer.school_days")
    if MISSING in (read("latest_end_clock"), school_days) or MISSING in school_days:
        return None
    return [evening for evening in _evenings(read) if evening[0] + _DAY in school_days]


@derived_fact("count", "booking")
def work_days_under_18(read):
    """On how many days the model works before her eighteenth birthday; work after midnight that goes on from the evening before (less than 4 hours lie between) belongs to that day."""
    evenings = _evenings(read)
    if evenings is not None:
        return Decimal(len(evenings))
    first, last = read("services_start_day"), read("services_end_day")
    one_day = MISSING not in (first, last) and first == last and read("services.sessions") in (MISSING, [])
    return Decimal(1) if one_day else MISSING


@derived_fact("duration", "booking")
def earliest_start_clock(read):
    """The earliest time on the clock at which a working day of the model under 18 begins, counted from midnight (5 hours is 5:00): in New York by the clock there, elsewhere in the stated zone. Nothing where the work may be in New York and is written in the time of another place."""
    first = _earliest(_evenings(read))
    return _clock(first[0], first[1]) if first else MISSING


@derived_fact("text", "booking")
def earliest_start_time(read):
    """The time and the day that earliest_start_clock comes from, in words (4:30 on 2026-03-11)."""
    first = _earliest(_evenings(read))
    return _time_and_day(first[1]) if first else MISSING


@derived_fact("duration", "booking")
def latest_end_clock(read):
    """The latest time on the clock at which a working day of the model under 18 ends, counted from the midnight that began that day (24 hours 30 minutes is half past midnight): in New York by the clock there, elsewhere in the stated zone."""
    last = _latest(_evenings(read))
    return _clock(last[0], last[2]) if last else MISSING


@derived_fact("text", "booking")
def latest_end_time(read):
    """The time and the day that latest_end_clock comes from, in words (0:31 on 2026-03-14)."""
    last = _latest(_evenings(read))
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
    evenings = _evenings(read)
    if not evenings or len(evenings) < 2:
        return MISSING
    return min((_period(after[1] - before[2]) for before, after in zip(evenings, evenings[1:])), key=lambda period: period.minutes)


def _days_covered(read, path, lengths, unknown_kinds):
    """Tell whether the papers at `path` are valid on each day of work before the eighteenth birthday.

    `lengths` maps each kind that counts to the longest time for which such a paper is good, None for one
    that has no such time. `unknown_kinds` are the kind that covers least and the one that covers most: a
    paper whose kind nobody states may be either.
    """
    papers, first, last, limit = read.items(path, "issued_on", "expires_on"), read("services_start_day"), read("services_end_day"), read("last_day_under_18")
    if MISSING in (papers, first, last, limit):
        return MISSING
    stretches = _stretches(read)
    days = {first, last} | {day_of(moment) for pair in stretches or () for moment in pair}

    def are_covered(unknown_kind):
        kinds = [paper.get("kind", MISSING) for paper in read(path)]
        kinds = [unknown_kind if kind is MISSING else kind for kind in kinds]
        spans = [(issued, _last_day(issued, expires, lengths[kind])) for (issued, expires), kind in zip(papers, kinds) if kind in lengths]
        if not all(any(issued <= day <= expires for issued, expires in spans) for day in days if day <= limit):
            return False
        # Where nobody says which days in between are worked on, only papers without a gap cover them.
        return True if stretches or _without_gap(spans, first, min(last, limit)) else MISSING

    least, most = map(are_covered, unknown_kinds)
    if least is not most:
        read.items(path, "kind")
        return MISSING
    return least


def _last_day(issued, expires, length):
    """Return the last day of a paper that is good for `length` from its issue at the longest, whatever is printed on it."""
    latest = None if length is None else add_period(issued, length)
    return expires if latest is None else min(expires, latest)


def _without_gap(spans, first, last):
    for issued, expires in sorted(spans):
        if issued > first:
            return False
        if expires >= last:
            return True
        first = max(first, expires + _DAY)
    return False


@derived_fact("boolean", "booking")
def permits_of_1_year_or_15_days_cover_work_days(read):
    """Whether on each day on which the model works before her eighteenth birthday one of her child performer permits is valid, from the day of its issue to the day that is printed on it, both included; beyond 1 year from its issue (a temporary one: 15 days) it does not count, whatever is printed on it."""
    return _days_covered(read, "child_performer.permits", {"regular": Period(months=12), "temporary": Period(days=15)}, ("temporary", "regular"))


@derived_fact("boolean", "booking")
def certificates_of_3_years_cover_work_days(read):
    """Whether on each day on which the model works before her eighteenth birthday an employer certificate of eligibility (not one for a group) is valid; beyond 3 years from its issue it does not count, whatever is printed on it."""
    return _days_covered(read, "child_performer.certificates", {"individual": Period(months=36)}, ("group", "individual"))


@derived_fact("boolean", "booking")
def group_certificates_cover_work_days(read):
    """Whether on each day on which the model works before her eighteenth birthday an employer certificate of group eligibility is valid."""
    return _days_covered(read, "child_performer.certificates", {"group": None}, ("individual", "group"))


@derived_fact("count", "booking")
def business_days_of_notice(read):
    """How many business days of New York there are from the day on which the notice of use was filed to the day before the services begin, both included."""
    filed, start = read("child_performer.notice_of_use.filed_on"), read("services_start_day")
    if MISSING in (filed, start):
        return MISSING
    days = business_days_between(filed - _DAY, start - _DAY, _NEW_YORK) if date.min not in (filed, start) else None
    return MISSING if days is None else Decimal(days)


def _share(read, until):
    """Return how many percent of the gross pay were transferred by the day `until`, or by the day of asking where that comes first."""
    total, transfers = read("compensation.total"), read.items("child_performer.trust.transfers", "made_on", "amount", "to")
    if MISSING in (total, transfers) or not total.amount or any(amount.currency != total.currency for _, amount, _ in transfers):
        return MISSING
    last = min(until, read("as_of"))
    return sum((amount.amount for made_on, amount, _ in transfers if made_on <= last), Decimal(0)) / total.amount * 100


@derived_fact("percent", "booking")
def trust_share_of_gross(read):
    """What share of the model's gross pay has been transferred in trust, to her account or to the State Comptroller, by the day of asking; nothing where one of the transfers does not say where it went."""
    return _share(read, date.max)


@derived_fact("percent", "booking")
def trust_share_30_days_after_services(read):
    """What share of the model's gross pay had been transferred in trust by the thirtieth day after the last day of the services (see thirtieth_day_after_services), or by the day of asking where that comes first."""
    due = read("thirtieth_day_after_services")
    return MISSING if due is MISSING else _share(read, due)


@derived_fact("count", "booking")
def days_from_services_to_last_trust_transfer(read):
    """How many days after the last day of the services the last transfer in trust was made; 0 when it was made before."""
    end, transfers = read("services_end_day"), read.items("child_performer.trust.transfers", "made_on")
    if MISSING in (end, transfers) or not transfers:
        return MISSING
    return Decimal(max(0, max((made_on - end).days for (made_on,) in transfers)))


@derived_fact("count", "booking")
def days_of_services(read):
    """How many days the services span, from the first to the last, both included."""
    first, last = read("services_start_day"), read("services_end_day")
    return MISSING if MISSING in (first, last) or last < first else Decimal((last - first).days + 1)

"""Derived facts about days and lengths of time."""

from datetime import datetime

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING
from fwa_check.values.clocks import on_clock_of
from fwa_check.values.moments import day_of, is_before
from fwa_check.values.period import add_period, between


@derived_fact("date", "management_contract", "model_release", "replica_consent", "talent_service_contract")
def signing_day(read):
    """The day of signature; for a document marked status: draft, the day of asking, as if it were signed today, or a later day that it names."""
    signed_on = read("signed_on")
    days = [] if signed_on is MISSING else [day_of(signed_on)]
    if read("status") == "draft":
        days.append(read("as_of"))
    return max(days) if days else MISSING


def _session_days(read, name):
    """Return the days of the services and of each session at `name` (start_at or end_at), as far as they are stated."""
    whole, sessions = read(f"services.{name}"), read.items("services.sessions", name)
    moments = ([] if whole is MISSING else [whole]) + [moment for (moment,) in (() if sessions is MISSING else sessions)]
    if not any(isinstance(moment, datetime) for moment in moments):
        return moments
    place = read("services.location")
    return [day_of(on_clock_of(place, moment)) for moment in moments]


@derived_fact("date", "booking")
def services_start_day(read):
    """The first day of the model's services: of services.start_at or of the first session (a fitting, say), whichever is earlier; in New York and California by the clock there, whatever zone it is written in."""
    days = _session_days(read, "start_at")
    return min(days) if days else MISSING


@derived_fact("moment", "booking")
def services_start(read):
    """When the model's services begin: services.start_at or the start of the first session (a fitting, say), whichever is earlier; of one day, the bare day."""
    start = read("services.start_at")
    sessions = read.items("services.sessions", "start_at")
    if sessions is MISSING or not sessions:
        return start
    first = min(begin for (begin,) in sessions)
    return first if start is MISSING or is_before(first, start, days_only=False) else start


@derived_fact("date", "booking")
def services_end_day(read):
    """The last day of the model's services: of services.end_at or of the last session, whichever is later; in New York and California by the clock there. Nothing where it lies before the first."""
    days, first = _session_days(read, "end_at"), read.optional("services_start_day")
    return MISSING if not days or first is not MISSING and max(days) < first else max(days)


def _run(read, bound, other):
    """Return the first or last day of the run; MISSING where the last lies before the first."""
    day = read(bound)
    if day is MISSING:
        return MISSING
    days = {bound: day, other: read.optional(other)}
    return MISSING if days[other] is not MISSING and days["ends_on"] < days["starts_on"] else day


@derived_fact("date", "campaign")
def run_start(read):
    """The first day of the run; nothing where its last day lies before it."""
    return _run(read, "starts_on", "ends_on")


@derived_fact("date", "campaign")
def run_end(read):
    """The last day of the run; nothing where it lies before the first."""
    return _run(read, "ends_on", "starts_on")


@derived_fact("date", "management_contract", "booking", "agency_profile")
def counting_day(read):
    """The day as of which the document counts: the signature of a contract, the first day of a booking's services, the day of asking for a profile."""
    kind = read.kind
    return signing_day(read) if kind == "management_contract" else services_start_day(read) if kind == "booking" else read("as_of")


@derived_fact("duration", "management_contract")
def term_length(read):
    """How long the contract binds: its stated duration, or else the time from its effective day (or signature) to its last day; nothing where the two contradict each other by more than a day."""
    duration, end_on = read("term.duration"), read("term.end_on")
    if duration is not MISSING and end_on is MISSING:
        return duration
    start_on = read("effective_on")
    if start_on is MISSING:
        start_on = read("signing_day")
    if duration is not MISSING:
        counted = MISSING if start_on is MISSING else add_period(start_on, duration)
        return duration if counted in (MISSING, None) or abs((counted - end_on).days) <= 1 else MISSING
    if end_on is MISSING or start_on is MISSING or end_on < start_on:
        return MISSING
    return between(start_on, end_on)


@derived_fact("moment", "replica_consent")
def replica_act(read):
    """When the replica was first created; for one marked not_yet_made, the day of asking."""
    created = read("replica.first_created_on")
    if created is not MISSING:
        return created
    if read("replica.not_yet_made") is True:
        return read("as_of")
    return MISSING


@derived_fact("date", "replica_consent")
def replica_law_day(read):
    """The latest day on which the replica is known to have been created or used, which decides whether a law reaches it; the day of asking for one marked not_yet_made."""
    days = [day_of(day) for day in (read("replica.first_created_on"), read("replica.first_used_on")) if day is not MISSING]
    uses = read("uses")
    days += [use["from_on"] for use in (uses if uses is not MISSING else ()) if use.get("from_on", MISSING) is not MISSING]
    if days:
        return max(days)
    return read("as_of") if read("replica.not_yet_made") is True else MISSING


@derived_fact("date", "replica_consent")
def consent_end(read):
    """The last day on which the replica may be used: stated, or counted from the signature."""
    ends_on = read("duration.ends_on")
    return _end_by_length(read) if ends_on is MISSING else ends_on


@derived_fact("date", "replica_consent")
def consent_end_by_length(read):
    """The last day on which the replica may be used by the stated length of time alone, counted from the signature."""
    return _end_by_length(read)


def _end_by_length(read):
    length, signed = read("duration.length"), read("signing_day")
    if MISSING in (length, signed):
        return MISSING
    end = add_period(signed, length)
    return MISSING if end is None else end

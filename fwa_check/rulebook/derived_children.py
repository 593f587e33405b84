"""Derived facts about child performers: their age, their papers and the money kept for them."""

from datetime import date, timedelta
from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.rulebook.derived_child_hours import stretches_of
from fwa_check.values.absent import MISSING
from fwa_check.values.calendars import business_days_between
from fwa_check.values.moments import day_of
from fwa_check.values.period import Period, add_period

_NEW_YORK = "US-NY"
_CALIFORNIA = "US-CA"
_DAY = timedelta(days=1)
# Where the money of a child who works in New York may go.
_FUNDS = ("trust_account", "comptroller")


def age_on(day, born):
    """Return the whole years that somebody born on `born` has completed on `day`; MISSING for a day before her birth."""
    if day < born:
        return MISSING
    return Decimal(day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


@derived_fact("count", "management_contract", "model_release", "replica_consent")
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


@derived_fact("boolean", "management_contract", "booking", "model_release", "replica_consent", "talent_service_contract")
def model_under_18(read):
    """Whether the model is under 18 on the first day of the job, or on the day of signing: by her birth date, or by model.of_age where none is stated; nothing where the two contradict each other, or where a booking says only that she is of age and states a guardian's consent, a permit or an employer certificate all the same."""
    born, day = read("model.birth_date"), read("services_start_day" if read.kind == "booking" else "signing_day")
    age = None if MISSING in (born, day) else age_on(day, born)
    if age is MISSING:
        # Only the two days contradict each other here.
        return MISSING
    of_age = read("model.of_age")
    if age is None:
        return MISSING if of_age is MISSING or (of_age and read.kind == "booking" and _has_papers_of_a_child(read)) else not of_age
    return MISSING if of_age not in (MISSING, age >= 18) else age < 18


def _has_papers_of_a_child(read):
    """Tell whether a guardian's consent, a permit or an employer certificate is stated."""
    consent = read.optional("child_performer.guardian_consent.form")
    papers = [read.optional(f"child_performer.{name}") for name in ("permits", "certificates")]
    return consent not in (MISSING, "none") or any(each not in (MISSING, []) for each in papers)


NOT_COUNTED = object()


def days_covered(read, path, length_of, least, most):
    """Tell whether the papers at `path` are valid on each day of work before the eighteenth birthday.

    `length_of` maps the facts of a paper that `least` and `most` name to the longest time for which it is
    good, None for one that has no such time, NOT_COUNTED for one of another kind. `least` and `most` say
    what to take for a fact that nobody states so that the paper covers the least, or the most.
    """
    papers, first, last, limit = read.items(path, "issued_on", "expires_on"), read("services_start_day"), read("services_end_day"), read("last_day_under_18")
    if MISSING in (papers, first, last, limit):
        return MISSING
    stretches = stretches_of(read)
    days = {first, last} | {day_of(moment) for pair in stretches or () for moment in pair}

    def are_covered(assumed):
        facts = [[assumed[name] if paper.get(name, MISSING) is MISSING else paper[name] for name in assumed] for paper in read(path)]
        lengths = [length_of(*each) for each in facts]
        spans = [(issued, _last_day(issued, expires, length)) for (issued, expires), length in zip(papers, lengths) if length is not NOT_COUNTED]
        if not all(any(issued <= day <= expires for issued, expires in spans) for day in days if day <= limit):
            return False
        # Where nobody says which days in between are worked on, only papers without a gap cover them.
        return True if stretches or _without_gap(spans, first, min(last, limit)) else MISSING

    at_least, at_most = are_covered(least), are_covered(most)
    if at_least is not at_most:
        read.items(path, *least)
        return MISSING
    return at_least


def by_kind(read, path, lengths, least, most):
    """Tell whether papers of the kinds that `lengths` has (see days_covered) are valid on each day of work."""
    return days_covered(read, path, lambda kind: lengths.get(kind, NOT_COUNTED), {"kind": least}, {"kind": most})


def _last_day(issued, expires, length):
    """Return the last day of a paper that is good for `length` from its issue at the longest, whatever is printed on it."""
    latest = None if length is None else add_period(issued, length, _CALIFORNIA)
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
    return by_kind(read, "child_performer.permits", {"regular": Period(months=12), "temporary": Period(days=15)}, "temporary", "regular")


@derived_fact("boolean", "booking")
def certificates_of_3_years_cover_work_days(read):
    """Whether on each day on which the model works before her eighteenth birthday an employer certificate of eligibility (not one for a group) is valid; beyond 3 years from its issue it does not count, whatever is printed on it."""
    return by_kind(read, "child_performer.certificates", {"individual": Period(months=36)}, "group", "individual")


@derived_fact("boolean", "booking")
def group_certificates_cover_work_days(read):
    """Whether on each day on which the model works before her eighteenth birthday an employer certificate of group eligibility is valid."""
    return by_kind(read, "child_performer.certificates", {"group": None}, "individual", "group")


@derived_fact("count", "booking")
def business_days_of_notice(read):
    """How many business days of New York there are from the day on which the notice of use was filed to the day before the services begin, both included."""
    filed, start = read("child_performer.notice_of_use.filed_on"), read("services_start_day")
    if MISSING in (filed, start):
        return MISSING
    days = business_days_between(filed - _DAY, start - _DAY, _NEW_YORK) if date.min not in (filed, start) else None
    return MISSING if days is None else Decimal(days)


def share_of_gross(read, until, *funds):
    """Return how many percent of the gross pay were transferred to the `funds` by the day `until`, or by the day of asking where that comes first."""
    total, transfers = read("compensation.total"), read.items("child_performer.trust.transfers", "made_on", "amount", "to")
    if MISSING in (total, transfers) or not total.amount or any(amount.currency != total.currency for _, amount, _ in transfers):
        return MISSING
    last = min(until, read("as_of"))
    return sum((amount.amount for made_on, amount, fund in transfers if made_on <= last and fund in funds), Decimal(0)) / total.amount * 100


@derived_fact("percent", "booking")
def trust_share_of_gross(read):
    """What share of the model's gross pay has been transferred in trust, to her account or to the State Comptroller, by the day of asking; nothing where one of the transfers does not say where it went."""
    return share_of_gross(read, date.max, *_FUNDS)


@derived_fact("percent", "booking")
def trust_share_30_days_after_services(read):
    """What share of the model's gross pay had been transferred in trust by the thirtieth day after the last day of the services (see thirtieth_day_after_services), or by the day of asking where that comes first."""
    due = read("thirtieth_day_after_services")
    return MISSING if due is MISSING else share_of_gross(read, due, *_FUNDS)


@derived_fact("count", "booking")
def days_from_services_to_last_trust_transfer(read):
    """How many days after the last day of the services the last transfer in trust, to her account or to the State Comptroller, was made; 0 when it was made before."""
    end, transfers = read("services_end_day"), read.items("child_performer.trust.transfers", "made_on", "to")
    days = [] if MISSING in (end, transfers) else [(made_on - end).days for made_on, fund in transfers if fund in _FUNDS]
    return Decimal(max(0, *days)) if days else MISSING


@derived_fact("count", "booking")
def days_of_services(read):
    """How many days the services span, from the first to the last, both included."""
    first, last = read("services_start_day"), read("services_end_day")
    return MISSING if MISSING in (first, last) or last < first else Decimal((last - first).days + 1)

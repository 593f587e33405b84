"""Derived facts about the permits, hours and trust money of minors who work in California."""

from datetime import date, timedelta
from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.rulebook.derived_child_hours import evenings_of, working_days_of
from fwa_check.rulebook.derived_children import NOT_COUNTED, by_kind, days_covered, share_of_gross
from fwa_check.values.absent import MISSING
from fwa_check.values.calendars import add_business_days, business_days_between
from fwa_check.values.period import Period, add_period, period_of

_CALIFORNIA = "US-CA"
_PERMITS = "child_performer.permits"
_TEN_BUSINESS_DAYS = Period(business_days=10)
_FIFTEEN = 15
_ACCOUNT_OR_FUND = ("trust_account", "entertainment_community_fund")
_HALF_AN_HOUR = timedelta(minutes=30)
_DAY = timedelta(days=1)
_DAYS_OF_A_WEEK = 7
_MONTHS_OF_A_YEAR = 12
_NOTHING = timedelta()
_NO_TIME = period_of(_NOTHING)


def _months_of_age(read, day):
    """Return the model's age in whole months on the day that the fact `day` names."""
    born, day = read("model.birth_date"), read(day)
    if MISSING in (born, day) or day < born:
        return MISSING
    return Decimal((day.year - born.year) * 12 + day.month - born.month - (day.day < born.day))


@derived_fact("count", "booking")
def model_months_of_age(read):
    """The model's age in whole months on the first day of the services (72 is six years); nothing where that day lies before her birth."""
    return _months_of_age(read, "services_start_day")


@derived_fact("count", "booking")
def model_months_of_age_on_last_day(read):
    """The model's age in whole months on the last day of the services."""
    return _months_of_age(read, "services_end_day")


@derived_fact("text", "booking")
def model_age_in_words(read):
    """The model's age on the first day of the services, in words: in years (15 years), under two years in months, under one month in days."""
    months = read("model_months_of_age")
    if months is MISSING:
        return MISSING
    if months >= 2 * _MONTHS_OF_A_YEAR:
        return f"{months // _MONTHS_OF_A_YEAR} years"
    number, unit = (months, "month") if months else ((read("services_start_day") - read("model.birth_date")).days, "day")
    return f"{number} {unit}{'' if number == 1 else 's'}"


@derived_fact("boolean", "booking")
def falls_on_a_stated_school_day(read):
    """Whether a working day of the job (any day from its first to its last, where the hours are not stated) is stated to be a school day of hers; work after midnight that goes on from the evening before (less than 4 hours lie between) belongs to that day. False where no school days are stated; nothing where none of those stated is a working day, and one of them is unknown."""
    first, last, school_days = read("services_start_day"), read("services_end_day"), read.optional("child_performer.school_days")
    if MISSING in (first, last):
        return MISSING
    evenings = working_days_of(read)
    # Who works on for a day and a night works on each day that this touches.
    spans = [(first, last)] if evenings is None else [(day, end.date() if end - start >= _DAY else day) for day, start, end, _ in evenings]
    stated = [] if school_days is MISSING else school_days
    if any(begin <= day <= end for begin, end in spans for day in stated if day is not MISSING):
        return True
    if MISSING not in stated:
        return False
    return read.items("child_performer.school_days")


_LENGTHS = {"california": Period(months=6), "california_temporary": Period(days=10)}


@derived_fact("boolean", "booking")
def permits_of_6_months_or_10_days_cover_work_days(read):
    """Whether on each day on which the model works before her eighteenth birthday one of her California entertainment work permits is valid, from the day of its issue to the day that is printed on it, both included; beyond 6 months from its issue (a temporary one: 10 days) it does not count, whatever is printed on it."""
    return by_kind(read, _PERMITS, _LENGTHS, "regular", "california")


@derived_fact("boolean", "booking")
def permits_with_trustee_statement_cover_work_days(read):
    """The same as permits_of_6_months_or_10_days_cover_work_days, but a permit to which no trustee's statement is attached counts for 10 business days of California from its issue alone; a temporary one needs none."""

    def length_of(kind, attached):
        return _TEN_BUSINESS_DAYS if kind == "california" and not attached else _LENGTHS.get(kind, NOT_COUNTED)

    least, most = {"kind": "regular", "trustee_statement_attached": False}, {"kind": "california", "trustee_statement_attached": True}
    return days_covered(read, _PERMITS, length_of, least, most)


@derived_fact("boolean", "booking")
def permits_to_employ_cover_work_days(read):
    """Whether on each day on which the model works before her eighteenth birthday whoever engages her has a California permit to employ minors that is valid, by the days that are printed on it."""

    return by_kind(read, "child_performer.certificates", {"california_permit_to_employ": None}, "individual", "california_permit_to_employ")


def _length(pairs):
    """Return how much time the (start, end) pairs cover together."""
    total, until = _NOTHING, None
    for start, end in sorted(pairs):
        begin = start if until is None else max(start, until)
        total += max(end - begin, _NOTHING)
        until = end if until is None else max(end, until)
    return total


def _days_of_work(read):
    """Return (day, time worked) of each working day before the eighteenth birthday, timed meal breaks taken out; None where the sessions are not stated."""
    evenings = evenings_of(read)
    if evenings is None or read("services.sessions") in (MISSING, []):
        return None
    breaks = read.optional("services.meal_breaks")
    timed = [(each.get("start_at", MISSING), each.get("length", MISSING)) for each in (() if breaks is MISSING else breaks)]
    ended = [(start, add_period(start, length)) for start, length in timed if MISSING not in (start, length)]
    meals = [(start, end) for start, end in ended if end is not None]
    return [(day, _length(stretches + meals) - _length(meals)) for day, _, _, stretches in evenings]


def _longest(times):
    return MISSING if not times else period_of(max(times))


@derived_fact("duration", "booking")
def longest_day_at_work_under_18(read):
    """The longest time from the first start to the last end of a working day before the model's eighteenth birthday, meals and rest included."""
    return _longest([end - start for _, start, end, _ in evenings_of(read) or ()])


@derived_fact("duration", "booking")
def longest_day_on_set_less_half_an_hour_for_meals(read):
    """The longest time from the first start to the last end of a working day before the model's eighteenth birthday, less the meal breaks of that day that are stated with their start, of which half an hour counts at most; nothing where the meal breaks are not stated."""
    evenings, breaks = evenings_of(read), read.items("services.meal_breaks", "start_at", "length")
    if evenings is None or breaks is MISSING:
        return MISSING
    ended = [(start, add_period(start, length)) for start, length in breaks]
    meals = [(start, end) for start, end in ended if end is not None]
    return _longest([end - start - min(_HALF_AN_HOUR, _length([pair for pair in meals if start <= pair[0] and pair[1] <= end])) for _, start, end, _ in evenings])


@derived_fact("duration", "booking")
def longest_work_on_one_day_under_18(read):
    """The most time worked on one working day before the model's eighteenth birthday, over all sessions; a meal break inside a session, with its start and length stated, is taken out, and work after midnight that goes on from the evening before belongs to that day."""
    return _longest([worked for _, worked in _days_of_work(read) or ()])


@derived_fact("duration", "booking")
def longest_work_on_a_school_day_under_18(read):
    """The same as longest_work_on_one_day_under_18, over her school days alone; no time at all when she works on none."""
    school_days = read("child_performer.school_days")
    if school_days == []:
        return _NO_TIME
    days = _days_of_work(read)
    if days is None or school_days is MISSING or MISSING in school_days:
        return MISSING
    return period_of(max((worked for day, worked in days if day in school_days), default=_NOTHING))


def _most_in_weeks(read, weeks_of):
    """Return the most time worked in one week; `weeks_of` names the weeks to which a day belongs, by its ordinal."""
    weeks = {}
    for day, worked in _days_of_work(read) or ():
        for week in weeks_of(day.toordinal()):
            weeks[week] = weeks.get(week, _NOTHING) + worked
    return _longest(list(weeks.values()))


@derived_fact("duration", "booking")
def most_work_in_a_calendar_week_under_18(read):
    """The most time worked in a calendar week, from Sunday to Saturday, before the model's eighteenth birthday."""
    # The ordinals of Sundays are multiples of seven.
    return _most_in_weeks(read, lambda day: [day // _DAYS_OF_A_WEEK])


@derived_fact("duration", "booking")
def most_work_in_any_7_days_under_18(read):
    """The most time worked in any seven days on end before the model's eighteenth birthday, whatever weekday they begin on."""
    return _most_in_weeks(read, lambda day: range(day - _DAYS_OF_A_WEEK + 1, day + 1))


@derived_fact("count", "booking")
def business_days_to_trustee_statement(read):
    """How many business days of California after the first day of the services the trustee's statement was given, or, while it is not, how many have passed until the day of asking; 0 when it was given before."""
    first = read("services_start_day")
    given = read("as_of") if read("child_performer.trust.trustee_statement.given") == "not_given" else read("child_performer.trust.trustee_statement.given_on")
    days = None if MISSING in (first, given) else business_days_between(first, given, _CALIFORNIA)
    return MISSING if days is None else Decimal(days)


@derived_fact("date", "booking")
def fifteenth_business_day_after_trust_papers(read):
    """The fifteenth business day of California after the trustee's statement, the birth certificate and (where it is stated to be given) the guardian's paper were given and the services were over, whichever came last."""
    papers = ["trustee_statement", "birth_certificate"]
    if read.optional("child_performer.trust.guardianship_paper.given") == "given":
        papers.append("guardianship_paper")
    days = [read(f"child_performer.trust.{paper}.given_on") for paper in papers] + [read("services_end_day")]
    due = None if MISSING in days else add_business_days(max(days), _FIFTEEN, _CALIFORNIA)
    return MISSING if due is None else due


@derived_fact("percent", "booking")
def trust_share_15_business_days_after_papers(read):
    """What share of the model's gross pay was transferred to her trust account by the fifteenth business day after the papers (see fifteenth_business_day_after_trust_papers), or by the day of asking where that comes first."""
    due = read("fifteenth_business_day_after_trust_papers")
    return MISSING if due is MISSING else share_of_gross(read, due, "trust_account")


@derived_fact("percent", "booking")
def share_sent_to_entertainment_community_fund(read):
    """What share of the model's gross pay has been sent to the Entertainment Community Fund by the day of asking."""
    return share_of_gross(read, date.max, "entertainment_community_fund")


@derived_fact("percent", "booking")
def share_in_account_or_fund(read):
    """What share of the model's gross pay has been transferred to her trust account and to the Entertainment Community Fund together by the day of asking."""
    return share_of_gross(read, date.max, *_ACCOUNT_OR_FUND)


@derived_fact("percent", "booking")
def share_in_account_or_fund_15_business_days_after_papers(read):
    """The same as trust_share_15_business_days_after_papers, with what was sent to the Entertainment Community Fund by then."""
    due = read("fifteenth_business_day_after_trust_papers")
    return MISSING if due is MISSING else share_of_gross(read, due, *_ACCOUNT_OR_FUND)

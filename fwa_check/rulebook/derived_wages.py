"""Derived facts about the wages of employees: from which pay week or month a payment is late, and in which language the notice came."""

from datetime import timedelta
from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.rulebook.derived_pay import business_day, days_between, settled_day
from fwa_check.values.absent import MISSING
from fwa_check.values.languages import answers
from fwa_check.values.period import Period, add_period

_SEVEN_DAYS = Period(days=7)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _week_end(day, last_weekday):
    try:
        return day + timedelta(days=(_WEEKDAYS.index(last_weekday) - day.weekday()) % 7)
    except OverflowError:
        # The last week of the calendar has no end.
        return MISSING


def _month(day):
    return day.year * 12 + day.month


def _earned(read, period_of):
    """Return (period, what was earned until its end) of each period of the services; MISSING when it cannot be told.

    `period_of` gives the pay week or month of a day. Work within one period earns the total; for more, the parts are stated.
    """
    first, last, total = read("services_start_day"), read("services_end_day"), read("compensation.total")
    if MISSING in (first, last, total) or MISSING in (period_of(first), period_of(last)):
        return MISSING
    if period_of(first) == period_of(last):
        return [(period_of(last), total.amount)]
    parts = read.items("employment.earned", "worked_on", "amount")
    if parts is MISSING or any(amount.currency != total.currency or not first <= day <= last for day, amount in parts):
        return MISSING
    so_far, earned = Decimal(0), []
    for day, amount in sorted(parts):
        so_far += amount.amount
        earned.append((period_of(day), so_far))
    return earned if so_far == total.amount else MISSING


@derived_fact("date", "booking")
def first_pay_week_end(read):
    """The last day of the pay week in which the model's services begin."""
    first, weekday = read("services_start_day"), read("employment.pay_week_ends_on")
    return MISSING if MISSING in (first, weekday) else _week_end(first, weekday)


@derived_fact("count", "booking")
def pay_weeks(read):
    """How many pay weeks the model's services reach into."""
    start, last, weekday = read("first_pay_week_end"), read("services_end_day"), read("employment.pay_week_ends_on")
    if MISSING in (start, last, weekday) or last < read("services_start_day"):
        return MISSING
    end = _week_end(last, weekday)
    return MISSING if end is MISSING else Decimal((end - start).days // 7 + 1)


@derived_fact("count", "booking")
def days_from_pay_week_to_full_payment(read):
    """How many days after the end of a pay week everything earned until then was paid, or, while it is not, how many have passed until the day of asking; the longest of them, 0 when all was paid before."""
    paid = _pay_weeks_paid(read)
    return MISSING if paid is MISSING else max(days_between(end, day) for end, day in paid)


@derived_fact("boolean", "booking")
def paid_by_business_day_after_pay_weeks(read):
    """Whether everything earned until the end of a pay week was paid by the seventh day after it, or by the next business day in New York where that day is none, and this for each pay week; while it is not paid, the day of asking counts."""
    paid = _pay_weeks_paid(read)
    if paid is MISSING:
        return MISSING
    last = [(business_day(add_period(end, _SEVEN_DAYS), "US-NY"), day) for end, day in paid]
    return MISSING if any(by is MISSING for by, _ in last) else all(day is None or day <= by for by, day in last)


def _pay_weeks_paid(read):
    """Return (end of the pay week, the day on which what was earned until then was paid: see settled_day) of each pay week."""
    weekday = read("employment.pay_week_ends_on")
    earned = MISSING if weekday is MISSING else _earned(read, lambda day: _week_end(day, weekday))
    if earned is MISSING:
        return MISSING
    paid = [(end, settled_day(read, so_far)) for end, so_far in earned]
    return MISSING if any(day is MISSING for _, day in paid) else paid


@derived_fact("count", "booking")
def months_from_work_to_full_payment(read):
    """In which calendar month after the work everything earned until the end of a month was paid, or, while it is not, the day of asking falls: 0 in the same month, 1 in the next; the longest of them."""
    earned = _earned(read, _month)
    if earned is MISSING:
        return MISSING
    paid = [(month, settled_day(read, so_far)) for month, so_far in earned]
    if any(day is MISSING for _, day in paid):
        return MISSING
    return Decimal(max(0 if day is None else max(0, _month(day) - month) for month, day in paid))


@derived_fact("count", "booking")
def months_since_work_began(read):
    """In which calendar month after the first day of the services the day of asking falls: 0 in the same month, 1 in the next."""
    first = read("services_start_day")
    return MISSING if first is MISSING else Decimal(max(0, _month(read("as_of")) - _month(first)))


@derived_fact("count", "booking")
def days_from_payday_to_full_payment(read):
    """How many days after the regular pay day the model was paid in full, or, while she is not, how many have passed until the day of asking; 0 when she was paid by then."""
    return days_between(read("employment.regular_payday_on"), settled_day(read))


def _given_in(read, wanted):
    """Tell whether the hire notice came in the language `wanted` or a variety of it; MISSING where it depends on the variety."""
    languages = read("employment.hire_notice.languages")
    if MISSING in (languages, wanted):
        return MISSING
    found = [None if each is MISSING else answers(each, wanted) for each in languages]
    return True if True in found else MISSING if None in found else False


@derived_fact("boolean", "booking")
def hire_notice_in_english(read):
    """Whether one of the languages of the hire notice is English."""
    return _given_in(read, "en")


@derived_fact("boolean", "booking")
def hire_notice_in_primary_language(read):
    """Whether one of the languages of the hire notice is the employee's primary language, or a variety of it (es-MX for es)."""
    return _given_in(read, read("employment.primary_language"))

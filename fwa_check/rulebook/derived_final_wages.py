"""Derived facts about the last wages of an employee: the day they were due, and what each day of delay costs."""

from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.rulebook.derived_pay import days_between, settled_day
from fwa_check.values.absent import MISSING
from fwa_check.values.clocks import on_clock_of
from fwa_check.values.money import Money
from fwa_check.values.moments import day_of

_CENT = Decimal("0.01")
_SATURDAY = 5


def _days_worked(read):
    """Return on how many days she worked: those of the sessions, or the one day of the services; MISSING for a span of more."""
    first, last = read("services_start_day"), read("services_end_day")
    if MISSING in (first, last):
        return MISSING
    if first == last:
        return 1
    sessions = read.items("services.sessions", "start_at")
    return MISSING if sessions is MISSING or not sessions else len({day_of(on_clock_of(read("services.location"), start)) for (start,) in sessions})


@derived_fact("money", "booking")
def daily_wage(read):
    """What one day of the work is worth: the rate where it is by the day, or else the total divided by the days worked, rounded down to the cent; nothing where the work spans several days and its sessions are not stated."""
    if read.optional("compensation.rate.unit") == "day":
        return read("compensation.rate.amount")
    total, days = read("compensation.total"), _days_worked(read)
    if MISSING in (total, days):
        return MISSING
    return total if days == 1 else Money((total.amount / days).quantize(_CENT, ROUND_DOWN), total.currency)


@derived_fact("count", "booking")
def days_from_services_to_full_payment(read):
    """How many days after the last day of the services the model was paid in full, or, while she is not, how many have passed until the day of asking; 0 when she was paid by then."""
    return days_between(read("services_end_day"), settled_day(read))


@derived_fact("count", "booking")
def days_of_30_at_most_from_services_to_full_payment(read):
    """The same as days_from_services_to_full_payment, but no more than 30."""
    return _at_most_thirty(read("days_from_services_to_full_payment"))


@derived_fact("count", "booking")
def days_of_30_at_most_from_payday_to_full_payment(read):
    """The same as days_from_payday_to_full_payment, but no more than 30."""
    return _at_most_thirty(read("days_from_payday_to_full_payment"))


def _at_most_thirty(days):
    return days if days is MISSING else min(Decimal(30), days)


@derived_fact("money", "booking")
def daily_wages_of_30_days_at_most_after_services(read):
    """The daily wage times the days from the last day of the services until the model was paid in full, or until the day of asking, 30 days at most."""
    return _wages_of(read, read("days_of_30_at_most_from_services_to_full_payment"))


@derived_fact("money", "booking")
def daily_wages_of_30_days_at_most_after_payday(read):
    """The daily wage times the days from the regular pay day until the model was paid in full, or until the day of asking, 30 days at most."""
    return _wages_of(read, read("days_of_30_at_most_from_payday_to_full_payment"))


def _wages_of(read, days):
    wage = read("daily_wage")
    return MISSING if MISSING in (wage, days) else Money(wage.amount * days, wage.currency)


@derived_fact("date", "booking")
def payday_on_26th_or_10th(read):
    """For services that end by the 15th of a month the 26th of it, for those that end later the 10th of the next month."""
    end = read("services_end_day")
    if end is MISSING or end.day <= 15:
        return end if end is MISSING else end.replace(day=26)
    if (end.year, end.month) == (date.max.year, 12):
        return MISSING  # The last month of the calendar has no next one.
    return date(end.year + end.month // 12, end.month % 12 + 1, 10)


@derived_fact("date", "booking")
def last_day_of_next_calendar_week(read):
    """The Saturday on which the calendar week (from Sunday) after that of the last day of the services ends."""
    end = read("services_end_day")
    if end is MISSING:
        return MISSING
    try:
        return end + timedelta(days=(_SATURDAY - end.weekday()) % 7 + 7)
    except OverflowError:
        return MISSING  # The last week of the calendar has no next one.


@derived_fact("money", "booking")
def usd_50_then_100_up_to_4000_for_wage_statements(read):
    """USD 50 for the first pay period without a right wage statement and USD 100 for each later one, USD 4,000 at most."""
    faulty = read("employment.wage_statement.faulty")
    if faulty is MISSING:
        return MISSING
    return Money(min(Decimal(4000), 50 + 100 * (faulty - 1)) if faulty else Decimal(0), "USD")

"""Derived facts about the last wages of an employee: who is one, the day they were due, and what each day of delay costs."""

from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.rulebook.derived_pay import days_between, settled_day
from fwa_check.rulebook.derived_work import left_open
from fwa_check.values.absent import MISSING
from fwa_check.values.clocks import on_clock_of
from fwa_check.values.money import Money
from fwa_check.values.moments import day_of

_CENT = Decimal("0.01")
_SATURDAY = 5
_CONDITIONS = ("free_from_control", "outside_usual_business", "independent_trade")
# The longest that a pay period of each kind may be, in days, less its first: the second half of a month has sixteen.
_REST_OF_PERIOD = {"weekly": 6, "biweekly": 13, "semi_monthly": 15}


@derived_fact("boolean", "booking")
def status_in_question(read):
    """Whether it is in question what the model is: her status is disputed, or she is an independent contractor on a booking that itself denies a condition of the classification test and claims no exemption from it."""
    status = read("classification")
    if status in (MISSING, "disputed"):
        return MISSING if status is MISSING else True
    if status == "employee" or not any(read.optional(f"classification_test.{each}") is False for each in _CONDITIONS):
        return False
    exemption = read("classification_test.exemption")
    return MISSING if exemption is MISSING else exemption == "none"


def _work_includes(read, kind):
    work = read("services.work")
    if work is MISSING or not work:
        return MISSING  # An empty list does not say what the work was.
    return True if kind in work else MISSING if MISSING in work else False


@derived_fact("boolean", "booking")
def still_images_taken(read):
    """Whether the work is for still images, alone or among other things; nothing where the list of the work is empty."""
    return _work_includes(read, "still_images")


@derived_fact("boolean", "booking")
def moving_images_taken(read):
    """Whether the work is for moving images, alone or among other things; nothing where the list of the work is empty."""
    return _work_includes(read, "moving_images")


@derived_fact("date", "booking")
def pay_period_end(read):
    """The stated last day of the pay period in which the work ended; nothing where it lies before the end of the work, or after it by more than a weekly, biweekly or semi-monthly period can hold."""
    stated, frequency, end = read("employment.pay_period_ends_on"), read("employment.pay_frequency"), read("services_end_day")
    if MISSING in (stated, frequency, end):
        return MISSING
    rest = _REST_OF_PERIOD.get(frequency)
    return MISSING if stated < end or rest is not None and (stated - end).days > rest else stated


@derived_fact("count", "booking")
def calendar_weeks_of_services(read):
    """Into how many calendar weeks, from Sunday to Saturday, the services reach."""
    first, last = read("services_start_day"), read("services_end_day")
    if MISSING in (first, last):
        return MISSING
    # Day 1 of the calendar, in the year 1, was a Monday: weeks from Sunday change where the number divides by seven.
    return Decimal(last.toordinal() // 7 - first.toordinal() // 7 + 1)


def _days_worked(read):
    """Return on how many days she worked: those of the sessions, or the one day of the services; MISSING for a span of more."""
    first, last = read("services_start_day"), read("services_end_day")
    if MISSING in (first, last):
        return MISSING
    if first == last:
        return 1
    sessions = read.items("services.sessions", "start_at", "end_at")
    if sessions is MISSING or not sessions:
        return MISSING
    begun, ended = min(start for start, _ in sessions), max(end for _, end in sessions)
    if left_open(begun, ended, read.optional("services.start_at"), read.optional("services.end_at")):
        return MISSING  # The sessions are not all of the work.
    return len({day_of(on_clock_of(read("services.location"), start)) for start, _ in sessions})


@derived_fact("money", "booking")
def daily_wage(read):
    """What one day of the work is worth: the total divided by the days worked, rounded down to the cent; where the sessions of several days are not stated, a rate by the day of which the total is a multiple. Nothing where the sessions leave a part of the work open, where a rate by the day and the total contradict each other, and where it would be zero."""
    total = read("compensation.total")
    if total is MISSING or not total.amount:
        return MISSING
    if read.optional("compensation.rate.unit") == "day":
        return _day_rate(read, total)
    days = _days_worked(read)
    if days is MISSING:
        return MISSING
    return total if days == 1 else Money((total.amount / days).quantize(_CENT, ROUND_DOWN), total.currency)


def _day_rate(read, total):
    """Return the rate by the day; MISSING where it and the days worked do not come to the total."""
    rate, most = read("compensation.rate.amount"), read("days_of_services")
    if MISSING in (rate, most) or not rate.amount or rate.currency != total.currency:
        return MISSING
    days = total.amount / rate.amount
    if days % 1 or days > most:
        return MISSING
    if most > 1 and read.optional("services.sessions") not in (MISSING, []):
        return rate if _days_worked(read) == days else MISSING
    return rate


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


@derived_fact("count", "booking")
def days_of_30_at_most_from_3_days_after_services_to_full_payment(read):
    """How many days after the third day from the last day of the services the model was paid in full, or, while she is not, how many have passed until the day of asking, but no more than 30; 0 when she was paid by then."""
    days = read("days_from_services_to_full_payment")
    return days if days is MISSING else _at_most_thirty(max(Decimal(0), days - 3))


def _at_most_thirty(days):
    return days if days is MISSING else min(Decimal(30), days)


@derived_fact("money", "booking")
def daily_wages_of_30_days_at_most_after_services(read):
    """The daily wage times the days from the last day of the services until the model was paid in full, or until the day of asking, 30 days at most."""
    return _wages_of(read, read("days_of_30_at_most_from_services_to_full_payment"))


@derived_fact("money", "booking")
def daily_wages_of_30_days_at_most_from_3_days_after_services(read):
    """The daily wage times the days from the third day after the last day of the services until the model was paid in full, or until the day of asking, 30 days at most."""
    return _wages_of(read, read("days_of_30_at_most_from_3_days_after_services_to_full_payment"))


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
    return _26th_or_10th(read("services_end_day"))


@derived_fact("date", "booking")
def first_payday_on_26th_or_10th(read):
    """The same as payday_on_26th_or_10th, for the first day of the services."""
    return _26th_or_10th(read("services_start_day"))


def _26th_or_10th(day):
    if day is MISSING or day.day <= 15:
        return day if day is MISSING else day.replace(day=26)
    if (day.year, day.month) == (date.max.year, 12):
        return MISSING  # The last month of the calendar has no next one.
    return date(day.year + day.month // 12, day.month % 12 + 1, 10)


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

"""Derived facts about pay, commission and the day on which money is due."""

from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING
from fwa_check.values.calendars import this_or_next_business_day
from fwa_check.values.money import Money
from fwa_check.values.period import Period, add_period

_CENT = Decimal("0.01")
_NEW_YORK = "US-NY"
THIRTY_DAYS = Period(days=30)
_DAY_OF = {"services_completed": "services_end_day", "invoice_received": "invoice_received_on", "client_paid_agency": "client_paid_agency_on"}


@derived_fact("percent", "management_contract")
def total_commission_percent(read):
    """The agency's commission and the mother agency's added together."""
    own, mother = read("commission.percent"), read("mother_agency.present")
    if own is MISSING or mother is MISSING:
        return MISSING
    share = read("mother_agency.commission_percent") if mother else Decimal(0)
    return MISSING if share is MISSING else own + share


@derived_fact("money", "booking")
def hourly_rate(read):
    """The model's hourly rate: the rate itself where it is by the hour, or else the agreed hourly equivalent; nothing where it is zero."""
    unit = read("compensation.rate.unit")
    if unit is MISSING:
        return MISSING
    rate = read("compensation.rate.amount" if unit == "hour" else "compensation.hourly_equivalent")
    return rate if rate is MISSING or rate.amount else MISSING


@derived_fact("number", "booking")
def overtime_multiplier(read):
    """By how much overtime is paid above the hourly rate: stated, or the overtime rate divided by the hourly rate; nothing where the two differ by a cent or more."""
    stated = read("compensation.overtime_multiplier")
    overtime, usual = read("compensation.overtime_hourly_rate"), read("hourly_rate")
    if stated is not MISSING and (overtime is MISSING or usual is MISSING):
        return stated
    if overtime is MISSING or usual is MISSING or overtime.currency != usual.currency:
        return MISSING
    if stated is not MISSING:
        return stated if abs(stated * usual.amount - overtime.amount) < _CENT else MISSING
    return overtime.amount / usual.amount


@derived_fact("date", "booking")
def payment_due_on(read):
    """The day on which the model is to be paid: the fixed day, or the payment term counted from its trigger, in business days on the calendar that it names; nothing where the two lead to different days, and no count from an invoice or a payment that is dated after the day of asking."""
    if _runs_from_a_day_to_come(read):
        return read.optional("payment_term.due_on")
    due_on = read("payment_term.due_on")
    counted = _counted_due_day(read)
    if due_on is MISSING or counted is MISSING:
        return counted if due_on is MISSING else due_on
    return due_on if due_on == counted else MISSING


def _runs_from_a_day_to_come(read):
    """Tell whether the term runs from an invoice or a payment that is dated after the day of asking, and so has not happened."""
    trigger = read.optional("payment_term.trigger")
    if trigger in (MISSING, "services_completed"):
        return False
    day = read.optional(_DAY_OF[trigger])
    return day is not MISSING and day > read("as_of")


def _counted_due_day(read):
    trigger, offset = read("payment_term.trigger"), read("payment_term.offset")
    if trigger is MISSING or offset is MISSING:
        return MISSING
    start = read(_DAY_OF[trigger])
    if start is MISSING:
        return MISSING
    calendar = read("payment_term.calendar") if offset.business_days else None
    due = None if calendar is MISSING else add_period(start, offset, calendar)
    return MISSING if due is None else due


def business_day(day, calendar):
    """Return `day`, or the next business day of `calendar` where it is none; MISSING for a missing day and beyond the calendar."""
    moved = None if day is MISSING or day is None else this_or_next_business_day(day, calendar)
    return MISSING if moved is None else moved


@derived_fact("date", "booking")
def payment_due_business_day(read):
    """The day on which the model is to be paid, or the next business day in New York where that day is none."""
    return business_day(read("payment_due_on"), _NEW_YORK)


@derived_fact("date", "booking")
def thirtieth_day_after_services(read):
    """The thirtieth day after the last day of the services, or the next business day in New York where that day is none."""
    end = read("services_end_day")
    return MISSING if end is MISSING else business_day(add_period(end, THIRTY_DAYS), _NEW_YORK)


def total_and_payments(read):
    """Return the total and the (day, amount) of each payment; both MISSING where one is, or where they are in different currencies."""
    total, payments = read("compensation.total"), read.items("payments", "paid_on", "amount")
    if MISSING in (total, payments) or any(amount.currency != total.currency for _, amount in payments):
        return MISSING, MISSING
    return total, payments


def settled_day(read, owed=None):
    """Return the day on which the payments came to the total (or to the part `owed` of it), or the day of asking while they have not; None when nothing is owed."""
    total, payments = total_and_payments(read)
    if total is MISSING or _contract_says_more(read, total):
        return MISSING
    owed = total.amount if owed is None else owed
    if not owed:
        return None
    paid, as_of = Decimal(0), read("as_of")
    for paid_on, amount in sorted(payments):
        if paid_on > as_of:
            break
        paid += amount.amount
        if paid >= owed:
            return paid_on
    return as_of


def _contract_says_more(read, total):
    """Tell whether the written contract puts the work at more than the stated total: then nobody knows what is owed."""
    value = read.optional("contract.value")
    return value is not MISSING and (value.currency != total.currency or value.amount > total.amount)


@derived_fact("date", "booking")
def settled_on(read):
    """The day on which the model was paid in full, or, while she is not, the day of asking; where nothing is owed, the last day of the services, or the due day where that comes first."""
    settled = settled_day(read)
    if settled is not None:
        return settled
    end, due = read("services_end_day"), read.optional("payment_due_on")
    return end if MISSING in (end, due) else min(end, due)


@derived_fact("money", "booking")
def outstanding_pay(read):
    """What of the total has not been paid by the day of asking; nothing at all once it has."""
    total, payments = total_and_payments(read)
    if total is MISSING:
        return MISSING
    paid = sum((amount.amount for paid_on, amount in payments if paid_on <= read("as_of")), Decimal(0))
    return Money(max(Decimal(0), total.amount - paid), total.currency)


def days_between(due, settled):
    """Return how many days `settled` (see settled_day) lies after `due`, at least 0."""
    if MISSING in (due, settled):
        return MISSING
    return Decimal(0) if settled is None else Decimal(max(0, (settled - due).days))


@derived_fact("count", "booking")
def days_unpaid_after_due(read):
    """How many days after the due day, or the next business day in New York where that day is none, the model was paid in full, or, while she is not, how many have passed until the day of asking; 0 when in time."""
    return days_between(read("payment_due_business_day"), settled_day(read))


@derived_fact("count", "booking")
def days_unpaid_after_thirtieth_day(read):
    """How many days after the thirtieth day after the services, or the next business day in New York where that day is none, the model was paid in full, or, while she is not, how many have passed until the day of asking; 0 when she was paid by then."""
    return days_between(read("thirtieth_day_after_services"), settled_day(read))


@derived_fact("identifier", "management_contract")
def advance_deducted_too_often(read):
    """The id of the first advance for which the stated deductions, added together, come to more than it did; none where there is none."""
    advances, deductions = read("advances"), read("deductions")
    if advances is MISSING or deductions is MISSING:
        return MISSING
    for advance in advances:
        name, limit = advance.get("id", MISSING), advance.get("amount", MISSING)
        if MISSING in (name, limit):
            continue
        taken = [each.get("amount", MISSING) for each in deductions if each.get("kind", MISSING) == "advance" and each.get("advance", MISSING) == name]
        if sum(amount.amount for amount in taken if amount is not MISSING and amount.currency == limit.currency) > limit.amount:
            return name
    return "none"

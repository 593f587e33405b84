"""Derived facts about the time that undertakings leave each other to pay."""

from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.rulebook.derived_pay import THIRTY_DAYS
from fwa_check.values.absent import MISSING
from fwa_check.values.period import add_period

_DAY_OF = {"services_completed": "services_end_day", "invoice_received": "invoice_received_on", "client_paid_agency": "client_paid_agency_on"}


@derived_fact("date", "booking")
def due_as_agreed_or_30_days_after_invoice(read):
    """The day on which the model is to be paid as the parties agreed, or, where they named none, 30 days after the invoice was received or the services ended, whichever came last; nothing for an invoice that is dated after the day of asking."""
    agreed = read("payment_day_is_agreed")
    if agreed is MISSING:
        return MISSING
    if agreed:
        return read("payment_due_on")
    received, end = read("invoice_received_on"), read("services_end_day")
    if MISSING in (received, end) or received > read("as_of"):
        return MISSING
    return add_period(max(received, end), THIRTY_DAYS)


@derived_fact("count", "booking")
def agreed_days_to_pay(read):
    """How many days the payer has by the agreed term: a stated number of days; a time in months or business days counted out from its event; for a fixed day without such a time, the days from the end of the services; nothing for a time in hours."""
    offset = read.optional("payment_term.offset")
    if offset is MISSING:
        due, start = read("payment_term.due_on"), read("services_end_day")
        return MISSING if MISSING in (due, start) else Decimal(max(0, (due - start).days))
    if offset.minutes:
        return MISSING
    if not offset.months and not offset.business_days:
        return Decimal(offset.days)
    trigger = read("payment_term.trigger")
    start = MISSING if trigger is MISSING else read(_DAY_OF[trigger])
    calendar = read("payment_term.calendar") if offset.business_days else None
    due = None if MISSING in (start, calendar) else add_period(start, offset, calendar)
    return MISSING if due is None else Decimal((due - start).days)

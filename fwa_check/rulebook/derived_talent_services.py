"""Derived facts about talent service contracts: days to cancel, to pay back and to take down."""

from datetime import timedelta
from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING
from fwa_check.values.calendars import business_days_between

_CALIFORNIA = "US-CA"
_SATURDAY = 5


def _weekdays_between(start, end):
    """Return how many Mondays to Fridays follow `start` up to and with `end`; 0 when `end` is not after `start`."""
    days = max((end - start).days, 0)
    weeks, rest = divmod(days, 7)
    return weeks * 5 + sum((start + timedelta(days=number)).weekday() < _SATURDAY for number in range(1, rest + 1))


def _count(days, weekdays_only):
    """Return the number of days between the two `days`, on the one count or the other; MISSING where one of them is."""
    if MISSING in days:
        return MISSING
    found = _weekdays_between(*days) if weekdays_only else business_days_between(*days, _CALIFORNIA)
    return MISSING if found is None else Decimal(found)


def _cancellation(read):
    """Return the day from which the time to cancel runs, and the day of the notice."""
    sent, signed, use = read("cancellation.notice_sent_on"), read("signing_day"), read("cancellation.first_use")
    if use == "not_begun":
        # The time has not begun to run out: it ends so many days after the first use, whenever that would have been.
        return (sent, sent) if sent is MISSING or signed is MISSING or sent >= signed else (MISSING, sent)
    used = read("cancellation.first_used_on")
    if MISSING in (sent, signed, used) or use != "begun":
        return MISSING, sent
    return max(signed, used), sent


def _refund(read):
    """Return the day on which the notice was delivered, and that of the refund in full, or of asking while there is none."""
    delivered, refund = read("cancellation.notice_delivered_on"), read("cancellation.refund")
    until = MISSING if refund is MISSING else read("cancellation.refunded_on") if refund == "in_full" else read("as_of")
    return delivered, until


@derived_fact("count", "talent_service_contract")
def weekdays_to_cancellation(read):
    """How many Mondays to Fridays lie between the signature, or the model's first use of the services where that is later, and the day on which she sent her notice that she cancels, that day included; 0 where she had not used them yet."""
    return _count(_cancellation(read), weekdays_only=True)


@derived_fact("count", "talent_service_contract")
def business_days_to_cancellation(read):
    """The same as weekdays_to_cancellation, without the public holidays that California's courts keep."""
    return _count(_cancellation(read), weekdays_only=False)


@derived_fact("count", "talent_service_contract")
def weekdays_to_refund(read):
    """How many Mondays to Fridays lie between the day on which the model's notice that she cancels was delivered and the day on which everything was paid back, that day included; while it is not, until the day of asking."""
    return _count(_refund(read), weekdays_only=True)


@derived_fact("count", "talent_service_contract")
def business_days_to_refund(read):
    """The same as weekdays_to_refund, without the public holidays that California's courts keep."""
    return _count(_refund(read), weekdays_only=False)


@derived_fact("date", "talent_service_contract")
def taken_down_on(read):
    """The day on which what was shown of the model online was taken down, or, while it is not, the day of asking."""
    removal = read("take_down.removal")
    return MISSING if removal is MISSING else read("take_down.removed_on") if removal == "removed" else read("as_of")

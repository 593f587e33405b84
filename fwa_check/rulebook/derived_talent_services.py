"""Derived facts about talent service contracts: days to cancel, to pay back and to take down."""

from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING
from fwa_check.values.calendars import WEEKDAYS, business_days_between

_CALIFORNIA = "US-CA"


def _count(days, calendar):
    """Return the number of days of `calendar` between the two `days`; MISSING where one of them is."""
    found = None if MISSING in days else business_days_between(*days, calendar)
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
    return _count(_cancellation(read), WEEKDAYS)


@derived_fact("count", "talent_service_contract")
def business_days_to_cancellation(read):
    """The same as weekdays_to_cancellation, without the public holidays that California's courts keep."""
    return _count(_cancellation(read), _CALIFORNIA)


@derived_fact("count", "talent_service_contract")
def weekdays_to_refund(read):
    """How many Mondays to Fridays lie between the day on which the model's notice that she cancels was delivered and the day on which everything was paid back, that day included; while it is not, until the day of asking."""
    return _count(_refund(read), WEEKDAYS)


@derived_fact("count", "talent_service_contract")
def business_days_to_refund(read):
    """The same as weekdays_to_refund, without the public holidays that California's courts keep."""
    return _count(_refund(read), _CALIFORNIA)


@derived_fact("date", "talent_service_contract")
def taken_down_on(read):
    """The day on which what was shown of the model online was taken down, or, while it is not, the day of asking."""
    removal = read("take_down.removal")
    return MISSING if removal is MISSING else read("take_down.removed_on") if removal == "removed" else read("as_of")

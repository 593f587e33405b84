"""The time that undertakings leave each other to pay: the day on which money is due, and how many days the agreed term leaves."""

from datetime import date
from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from tests.helpers import read_fact

WORK = {"services": {"location": "DE", "start_at": "2026-03-10T09:00+01:00", "end_at": "2026-03-10T17:00+01:00"}}
NOTHING_AGREED = {**WORK, "payment_term": {"left_open": True}}


@pytest.mark.parametrize(
    "facts, wanted",
    [
        ({**NOTHING_AGREED, "invoice_received_on": "2026-03-16"}, date(2026, 4, 15)),
        ({**NOTHING_AGREED, "invoice_received_on": "2026-03-01"}, date(2026, 4, 9)),
        (NOTHING_AGREED, None),
        ({**NOTHING_AGREED, "invoice_received_on": "2099-01-01"}, None),
        ({"payment_term": {"left_open": True}, "invoice_received_on": "2026-03-16"}, None),
        ({**WORK, "payment_term": {"due_on": "2026-05-01"}, "invoice_received_on": "2026-03-16"}, date(2026, 5, 1)),
        ({**WORK, "payment_term": {"trigger": "services_completed", "offset": "60 days"}}, date(2026, 5, 9)),
        ({**WORK, "payment_term": {"trigger": "invoice_received", "offset": "60 days"}}, None),
        ({**WORK, "payment_term": {"due_on": "2026-05-01", "left_open": True}, "invoice_received_on": "2026-03-16"}, None),
        (WORK, None),
    ],
)
def test_the_due_day_is_the_agreed_one_or_the_thirtieth_after_the_invoice_or_the_services(facts, wanted):
    value, _, _ = read_fact("due_as_agreed_or_30_days_after_invoice", facts)
    assert value == (wanted or MISSING)


MONTHS = {"trigger": "services_completed", "offset": "2 months"}


@pytest.mark.parametrize(
    "facts, wanted, missing",
    [
        ({"payment_term": {"offset": "45 days"}}, 45, []),
        ({**WORK, "payment_term": {"offset": "45 days", "due_on": "2026-12-31"}}, 45, []),
        ({**WORK, "payment_term": MONTHS}, 61, []),
        ({"payment_term": MONTHS}, None, ["/services/end_at", "/services/sessions"]),
        ({**WORK, "payment_term": {"offset": "2 months"}}, None, ["/payment_term/trigger"]),
        ({**WORK, "payment_term": {"trigger": "services_completed", "offset": "10 business days", "calendar": "US-NY"}}, 14, []),
        ({**WORK, "payment_term": {"trigger": "services_completed", "offset": "10 business days"}}, None, ["/payment_term/calendar"]),
        ({"payment_term": {"offset": "2000 hours"}}, None, ["/payment_term/offset"]),
        ({**WORK, "payment_term": {"due_on": "2026-05-09"}}, 60, []),
        ({**WORK, "payment_term": {"due_on": "2026-03-01"}}, 0, []),
        ({"payment_term": {"due_on": "2026-05-09"}}, None, ["/services/end_at", "/services/sessions"]),
        (WORK, None, ["/payment_term/due_on"]),
    ],
)
def test_the_agreed_time_is_counted_in_days(facts, wanted, missing):
    value, _, lacking = read_fact("agreed_days_to_pay", facts)
    assert value == (MISSING if wanted is None else Decimal(wanted))
    assert lacking == missing

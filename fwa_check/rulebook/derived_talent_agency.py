"""Derived facts about the papers of a talent agency and the money that passes through it."""

from fwa_check.rulebook.derived import derived_fact
from fwa_check.rulebook.derived_pay import settled_day
from fwa_check.values.absent import MISSING


@derived_fact("date", "booking")
def settled_but_for_dispute_on(read):
    """The day on which the model was paid all but the sum of a pending dispute over a fee, or, while she is not, the day of asking; where all is in dispute, the day the agency received the money."""
    total, pending = read("compensation.total"), read("client_money.fee_dispute")
    if MISSING in (total, pending) or pending == "none":
        return MISSING if MISSING in (total, pending) else read("settled_on")
    disputed = read("client_money.disputed_amount")
    if disputed is MISSING or disputed.currency != total.currency or disputed.amount > total.amount:
        return MISSING
    settled = settled_day(read, total.amount - disputed.amount)
    return read("client_paid_agency_on") if settled is None else settled

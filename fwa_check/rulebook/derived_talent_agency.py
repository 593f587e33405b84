"""Derived facts about the papers of a talent agency and the money that passes through it."""

from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.rulebook.derived_pay import settled_day, total_and_payments
from fwa_check.values.absent import MISSING
from fwa_check.values.money import Money


@derived_fact("date", "booking")
def settled_but_for_dispute_on(read):
    """The day on which the model was paid all but what was kept back over a pending dispute over a fee, and no more than that dispute is about, or, while she is not, the day of asking; where so the whole was kept back, the day the agency received the money."""
    total, pending = read("compensation.total"), read("client_money.fee_dispute")
    if MISSING in (total, pending) or pending == "none":
        return MISSING if MISSING in (total, pending) else read("settled_on")
    disputed, kept = read("client_money.disputed_amount"), read("kept_back_over_fee_dispute")
    if MISSING in (disputed, kept) or disputed.currency != total.currency or disputed.amount > total.amount:
        return MISSING
    settled = settled_day(read, total.amount - min(disputed.amount, kept.amount))
    return read("client_paid_agency_on") if settled is None else settled


@derived_fact("boolean", "booking")
def client_money_came_in(read):
    """Whether the agency has received the client's money, all or a part; nothing where it says that it has not, and names the day all the same."""
    state = read("client_paid_agency")
    if state == "not_paid" and read.optional("client_paid_agency_on") is not MISSING:
        return MISSING
    return MISSING if state is MISSING else state != "not_paid"


def _kept_back(read, reason=None):
    """Return the sum of what was kept back (for one reason alone, where one is given), in the currency of the total; MISSING where it cannot be told."""
    total, kept = read("compensation.total"), read.items("client_money.kept_back", "reason", "amount")
    if MISSING in (total, kept) or any(amount.currency != total.currency for _, amount in kept):
        return MISSING
    return Money(sum((amount.amount for its, amount in kept if reason in (None, its)), Decimal(0)), total.currency)


@derived_fact("money", "booking")
def kept_back_in_all(read):
    """Everything that the agency kept back of the client's money, added together."""
    return _kept_back(read)


@derived_fact("money", "booking")
def kept_back_over_fee_dispute(read):
    """What the agency kept back because of a dispute over a fee, added together."""
    return _kept_back(read, "fee_dispute")


@derived_fact("date", "booking")
def settled_if_payments_are_net_on(read):
    """The day of the last payment, where the payments and all that the agency kept back come to exactly the total, as if the payments were stated net; the day of asking where they do not, where nothing was paid or where the payments alone come to the total."""
    (total, payments), as_of = total_and_payments(read), read("as_of")
    if total is MISSING:
        return MISSING
    made = [(paid_on, amount.amount) for paid_on, amount in payments if paid_on <= as_of]
    paid = sum((amount for _, amount in made), Decimal(0))
    if not paid or paid >= total.amount:
        return as_of
    kept = read("kept_back_in_all")
    if kept is MISSING:
        return MISSING
    return max(made)[0] if paid + kept.amount == total.amount else as_of


@derived_fact("boolean", "management_contract", "booking", "agency_profile")
def talent_agency_licence_days_fit(read):
    """Whether the day that counts lies between the first and the last day of the agency's California licence, as far as they are stated; nothing where its status is not."""
    status, day = read("agency.talent_agency_licence.status"), read("counting_day")
    if MISSING in (status, day):
        return MISSING
    first, last = (read.optional(f"agency.talent_agency_licence.{end}") for end in ("issued_on", "expires_on"))
    return (first is MISSING or first <= day) and (last is MISSING or day <= last)


@derived_fact("boolean", "management_contract")
def minor_sent_out(read):
    """Whether the agency has represented the model under 18 at, or sent her to, an audition, a meeting or an interview; nothing where it says that it has not, and names the day all the same."""
    sent, day = read("minor_papers.first_sent"), read.optional("minor_papers.first_sent_on")
    if sent is MISSING:
        return MISSING
    if sent == "not_yet" and day is not MISSING:
        return MISSING
    return sent == "sent"


@derived_fact("text", "management_contract", "talent_service_contract")
def representatives_in_words(read):
    """Who represents or serves the model, and with what Child Performer Services Permit, in words: by name, or else by id."""
    people = read("representatives")
    return MISSING if people is MISSING or not people else "; ".join(map(_in_words, people))


def _in_words(person):
    said = [person.get(field, MISSING) for field in ("name", "id", "permit", "permit_issued_on", "exempt_as")]
    name, identity, permit, issued, exempt = (None if each is MISSING else str(each) for each in said)
    held = {"held": f"permit of {issued}" if issued else "permit, day not stated", "not_held": "no permit"}.get(permit, "permit not stated")
    return f"{name or identity or 'somebody'}: {held}" + (f", exempt as {exempt.replace('_', ' ')}" if exempt not in (None, "none") else "")

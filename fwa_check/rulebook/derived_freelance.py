"""Derived facts about freelance work: what a model's work for one client is worth together, and when it was agreed and is to be paid."""

from datetime import timedelta

from fwa_check.rulebook.derived import derived_fact
from fwa_check.rulebook.derived_pay import THIRTY_DAYS, business_day
from fwa_check.rulebook.scope import MISSED
from fwa_check.values.absent import MISSING
from fwa_check.values.calendars import ALL_BUT_SUNDAYS
from fwa_check.values.money import Money
from fwa_check.values.names import Name
from fwa_check.values.period import add_period

_DAYS_BEFORE = timedelta(days=120)


def _together(read, falls_in):
    """Return (the sum of this booking and the earlier ones that are known, the (document, pointer) that leave the whole in doubt).

    `falls_in(work, first day, day of the contract)` tells whether other work counts: True, False, or the
    pointer of the fact that leaves it in doubt.
    """
    total, first = read("compensation.total"), read("services_start_day")
    model, client = Name(read("model.name")), Name(read("client.name"))
    if MISSING in (total, first) or not (model and client):
        return MISSING, []
    contract_day, amount, doubts = read.optional("contract.made_on"), total.amount, []
    for work in read.other_work(model, client):
        falls = falls_in(work, first, contract_day)
        if work.is_contracted is False or falls is False:
            continue
        doubt = _doubt_about(work, falls, model, client, total.currency)
        if doubt:
            doubts.append((work, doubt))
        else:
            amount += work.total.amount
            read.note(work, "/compensation/total")
    return Money(amount, total.currency), doubts


def _falls_in_120_days(work, first, contract_day):
    """Tell whether other work falls in the 120 days: its first day in those before this work's first, and its contract in those before this contract.

    In doubt where the two differ, where it went on into the 120 days, or where its days are not stated.
    """
    if work.first_day is MISSING:
        return "/services/start_at"
    if work.first_day < first - _DAYS_BEFORE <= work.last_day:
        return "/contract/made_on"
    by_services = first - _DAYS_BEFORE <= work.first_day <= first
    if MISSING not in (contract_day, work.contract_day):
        by_contract = contract_day - _DAYS_BEFORE <= work.contract_day <= contract_day
        return by_services if by_services == by_contract else "/contract/made_on"
    return by_services


def _falls_in_year_in_los_angeles(work, first, contract_day):
    """Tell whether other work in the City of Los Angeles falls in the calendar year of the first day, up to it; in doubt where it came over from the year before."""
    if work.in_los_angeles is False:
        return False
    if work.first_day is MISSING or work.first_day.year < first.year <= work.last_day.year:
        return "/services/start_at"
    if work.first_day.year != first.year or work.first_day > first:
        return False
    return "/services/in_city_of_los_angeles" if work.in_los_angeles is MISSING else True


def _doubt_about(work, falls, model, client, currency):
    """Return the pointer of the fact that leaves it in doubt whether, or with how much, other work counts; None where nothing does."""
    asked = (
        (work.is_doubtful, "/id"),
        (work.model != model, "/model/name"),
        (work.client != client, "/client/name"),
        (not work.is_contracted, "/status"),
        (work.classification in ("employee", "disputed"), "/classification"),
        (falls is not True, falls),
        (work.total is MISSING or work.total.currency != currency, "/compensation/total"),
    )
    return next((pointer for doubtful, pointer in asked if doubtful), None)


@derived_fact("money", "booking")
def worth_with_known_bookings(read):
    """What this booking is worth together with the other confirmed or completed bookings of the same model for the same client that are checked with it and began in the 120 days before it, or on its own first day; there may be more that is not known."""
    return _together(read, _falls_in_120_days)[0]


@derived_fact("money", "booking")
def worth_over_120_days(read):
    """What this booking is worth together with everything that the model did for the same client in the 120 days before: the bookings that are checked with it and other_work_for_client; nothing where one of them is in doubt."""
    return _whole(read, _together(read, _falls_in_120_days), "other_work_for_client")


@derived_fact("money", "booking")
def worth_in_calendar_year(read):
    """What this booking is worth together with everything that the model did before for the same client within the City of Los Angeles in the calendar year in which this work begins: the bookings that are checked with it and other_work_for_client_this_year; nothing where one of them is in doubt."""
    return _whole(read, _together(read, _falls_in_year_in_los_angeles), "other_work_for_client_this_year")


def _whole(read, together, path):
    """Return the sum of the bookings and of the work without one, which is stated at `path`; MISSING where something is in doubt."""
    (amount, doubts), other = together, read(path)
    if MISSING in (amount, other) or doubts or amount.currency != other.currency:
        for work, pointer in doubts:
            read.note(work, pointer, MISSED)
        return MISSING
    return Money(amount.amount + other.amount, amount.currency)


@derived_fact("date", "booking")
def contract_day(read):
    """The day of the contract for the job: the day on which it was made, or the first day of the services where that is not stated."""
    made_on = read("contract.made_on")
    return read("services_start_day") if made_on is MISSING else made_on


@derived_fact("boolean", "booking")
def payment_day_is_agreed(read):
    """Whether the parties named the day of payment: a fixed day, an event and the time that runs from it, or words in the written contract; false where the booking says that it was left open, and nothing where it says both."""
    left_open = read("payment_term.left_open")
    named = MISSING not in (read("payment_term.trigger"), read("payment_term.offset")) or any(read(path) is not MISSING for path in ("payment_term.due_on", "contract.payment_day"))
    if left_open is True:
        return MISSING if named else False
    return True if named or left_open is False else MISSING


@derived_fact("boolean", "booking")
def written_contract_is_silent_on_payment_day(read):
    """Whether there is a written contract that does not say when the model is paid: a contract.payment_day is not stated, in a document that is not marked complete: false."""
    day, written = read("contract.payment_day"), read("contract.written")
    if day is not MISSING or written is False:
        return False
    return MISSING if written is MISSING or read.optional("complete") is False else True


@derived_fact("boolean", "booking")
def pay_waits_for_client(read):
    """Whether the time to pay the model runs from a payment that the client has not made, or not in full, to her agency; false where a day is fixed, where the parties named no term at all, and where she has no agency."""
    if read("payment_term.due_on") is not MISSING:
        return False
    trigger = read("payment_term.trigger")
    if trigger is MISSING:
        return False if read("payment_term.left_open") is True or read("booked_through_agency") is False else MISSING
    if trigger != "client_paid_agency":
        return False
    paid = read("client_paid_agency")
    return MISSING if paid is MISSING else paid != "paid"


def _due_day(read, counts):
    """Return the agreed day where it `counts` (True, False or MISSING), or the day 30 days after the services; MISSING where it is open which."""
    agreed, waits = read("payment_day_is_agreed"), read("pay_waits_for_client")
    if agreed is False or waits is True or counts is False:
        end = read("services_end_day")
        return business_day(None if end is MISSING else add_period(end, THIRTY_DAYS), "US-CA")
    return MISSING if MISSING in (agreed, waits, counts) else business_day(read("payment_due_on"), ALL_BUT_SUNDAYS)


@derived_fact("date", "booking")
def due_as_agreed_or_after_30_days(read):
    """The day on which the model is to be paid as the parties agreed (for a Sunday the Monday), or, where they named none or her pay waits for a client who has not paid, 30 days after the last day of the services (or the next business day in California)."""
    return _due_day(read, True)


@derived_fact("date", "booking")
def due_in_writing_or_after_30_days(read):
    """The day on which the model is to be paid as a written contract has it (for a Sunday the Monday), or, where nothing is in writing, no day was named or her pay waits for a client who has not paid, 30 days after the last day of the services (or the next business day in California)."""
    return _due_day(read, read("contract.written"))


def _is_named(read, who):
    """Tell whether the written contract names `who` (client or model) as the booking does; MISSING where one of the two names is."""
    named, wanted = read(f"contract.{who}.name"), read(f"{who}.name")
    return MISSING if MISSING in (named, wanted) else Name(named) == Name(wanted)


@derived_fact("boolean", "booking")
def contract_names_the_client(read):
    """Whether the written contract names the client as the booking does; capitals, spaces and points make no difference."""
    return _is_named(read, "client")


@derived_fact("boolean", "booking")
def contract_names_the_model(read):
    """Whether the written contract names the model as the booking does; capitals, spaces and points make no difference."""
    return _is_named(read, "model")

"""Derived facts about papers: when they were made, in which language, which number they print, and what came before what they allow."""

import re
from datetime import datetime, timedelta
from decimal import Decimal

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING
from fwa_check.values.calendars import business_days_between
from fwa_check.values.languages import answers
from fwa_check.values.moments import day_of, is_before
from fwa_check.values.period import Period
from fwa_check.values.places import overlap

_DAY = timedelta(days=1)


@derived_fact("date", "management_contract", "booking", "model_release", "replica_consent")
def agreement_day(read):
    """The day on which the paper became an agreement: the day of signature (of asking, for a draft); for a booking, the day its contract was made, and for an option or a hold the day of asking, as if it were agreed today, or a later day that it names."""
    if read.kind != "booking":
        return read("signing_day")
    made_on = read("contract.made_on")
    days = [] if made_on is MISSING else [made_on]
    if read("status") in ("option", "hold"):
        days.append(read("as_of"))
    return max(days) if days else MISSING


def _answers(read, path):
    """Tell whether the paper whose language is at `path` is in the language asked for; MISSING where it depends on the variety."""
    written, asked = read(path), read("model.requested_language")
    if asked is MISSING and read("model.requested_no_language") is True:
        return True
    if MISSING in (written, asked):
        return MISSING
    found = answers(written, asked)
    return MISSING if found is None else found


@derived_fact("boolean", "booking")
def deal_memo_in_requested_language(read):
    """Whether the deal memo is in the language that the model asked for, or a variety of it (es-MX for es); any will do where she asked for none."""
    return _answers(read, "deal_memo.language")


@derived_fact("boolean", "booking")
def final_agreement_in_requested_language(read):
    """Whether the model's copy of the final agreement is in the language that she asked for, or a variety of it (es-MX for es); any will do where she asked for none."""
    return _answers(read, "final_agreement.language")


def _names_california(places):
    """Tell whether one of `places` other than the whole world holds California or is a part of it; MISSING where none is named."""
    if places is MISSING or not places:
        return MISSING
    answers = [MISSING if place is MISSING else place != "worldwide" and overlap(place, "US-CA") for place in places]
    return True if True in answers else MISSING if MISSING in answers else False


@derived_fact("boolean", "model_release")
def territory_names_california(read):
    """Whether one of the places for which the release permits the use is California, a part of it or the United States; the whole world is not counted."""
    return _names_california(read("permitted_uses.territory"))


@derived_fact("boolean", "model_release", "replica_consent")
def work_in_names_california(read):
    """Whether one of the places of the work is California, a part of it or the United States; the whole world is not counted."""
    return _names_california(read("work_in"))


@derived_fact("boolean", "management_contract", "booking")
def prints_certificate_number(read):
    """Whether the printed registration number holds the number of the certificate, whatever the case of its letters, its dashes and the words around it."""
    printed, number = read("printed_registration_number"), read("agency.registration.certificate_number")
    if MISSING in (printed, number):
        return MISSING
    printed, number = (re.findall("[0-9a-z]+", text.casefold()) for text in (printed, number))
    if not number:
        return MISSING
    return any(printed[at : at + len(number)] == number for at in range(len(printed)))


@derived_fact("boolean", "replica_consent")
def consent_without_end(read):
    """Whether the consent is given for ever; false where it states a length or a last day."""
    perpetual = read("duration.perpetual")
    if perpetual is not True and (read("duration.length") is not MISSING or read("duration.ends_on") is not MISSING):
        return False
    return perpetual


def _comes_before(signed, created):
    return MISSING if created is MISSING else is_before(signed, created, days_only=False)


@derived_fact("boolean", "replica_consent")
def signed_before_replica(read):
    """Whether the consent was signed before the replica was first created or used; a draft counts as signed on the day of asking, and anything signed comes before a replica marked not_yet_made."""
    signed, created = read("signed_on"), read("replica.first_created_on")
    if signed is MISSING and read("status") == "draft":
        signed = read("as_of")
    if signed is MISSING:
        return MISSING
    in_time = _comes_before(signed, created)
    # Whatever day stands in a draft, nobody has signed it before the day of asking.
    if in_time not in (None, False) and day_of(signed) < read("as_of") and read("status") == "draft":
        signed = read("as_of")
        in_time = _comes_before(signed, created)
    if in_time in (None, False):
        return MISSING if in_time is None else False
    used = _days_of_use(read)
    if any(day_of(day) < day_of(signed) for day in used):
        return False
    if in_time is MISSING and not used and read("replica.not_yet_made") is True:
        return True
    return in_time


def _days_of_use(read):
    """Return the days on which the replica was used, as far as they are stated."""
    uses = read("uses")
    days = [read("replica.first_used_on"), *(use.get("from_on", MISSING) for use in (uses if uses is not MISSING else ()))]
    return [day for day in days if day is not MISSING]


@derived_fact("boolean", "replica_consent")
def replica_made(read):
    """Whether the replica has been made or used: true where a day of making or use is stated or it is marked not_yet_made: false, false where it is marked not_yet_made and no such day is stated."""
    if read("replica.first_created_on") is not MISSING or _days_of_use(read):
        return True
    not_yet_made = read("replica.not_yet_made")
    return MISSING if not_yet_made is MISSING else not not_yet_made


def _business_days_within(start, end):
    """Return how many New York business days lie between two days, neither of them counted."""
    if MISSING in (start, end):
        return MISSING
    days = business_days_between(start, end - _DAY, "US-NY") if end > start else 0
    return MISSING if days is None else Decimal(days)


@derived_fact("count", "replica_consent")
def business_days_from_consent_to_replica(read):
    """How many business days of New York lie between the day of the consent and the day on which the replica was first created or used, neither of them counted."""
    created = read("replica.first_created_on")
    first = MISSING if created is MISSING else min([day_of(created), *_days_of_use(read)])
    return _business_days_within(read("signing_day"), first)


@derived_fact("count", "replica_consent")
def business_days_from_consent_to_rescission(read):
    """How many business days of New York lie between the day of the consent and the day on which the model's written notice that takes it back was delivered, neither of them counted."""
    return _business_days_within(read("signing_day"), read("explicit_consent.rescinded_on"))


@derived_fact("count", "booking")
def business_days_from_explicit_consent_to_services(read):
    """How many business days of New York lie between the day on which the model signed the agreement to nudity or explicit material and the first day of her services, neither of them counted."""
    signed = read("explicit_consent.signed_on")
    return _business_days_within(MISSING if signed is MISSING else day_of(signed), read("services_start_day"))


@derived_fact("duration", "replica_consent")
def time_from_notice_to_replica(read):
    """How long before work on the replica began the notice of its use was given; no time at all where it came later, and nothing where one of the two is a bare day."""
    given, created = read("notice_of_use.given_at"), read("replica.first_created_on")
    if not isinstance(given, datetime) or not isinstance(created, datetime):
        return MISSING
    return Period(minutes=max(Decimal((created - given) // timedelta(seconds=1)) / 60, Decimal()))

"""Derived facts about papers: in which language they came, which number they print, and whether one came before what it allows."""

import re

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING
from fwa_check.values.moments import day_of, is_before


def _answers(read, path):
    """Tell whether the paper whose language is at `path` is in the language asked for; MISSING where it depends on the variety."""
    written, asked = read(path), read("model.requested_language")
    if asked is MISSING and read("model.requested_no_language") is True:
        return True
    if MISSING in (written, asked):
        return MISSING
    if written == asked or written.startswith(asked + "-"):
        return True
    return MISSING if written.partition("-")[0] == asked.partition("-")[0] else False


@derived_fact("boolean", "booking")
def deal_memo_in_requested_language(read):
    """Whether the deal memo is in the language that the model asked for, or a variety of it (es-MX for es); any will do where she asked for none."""
    return _answers(read, "deal_memo.language")


@derived_fact("boolean", "booking")
def final_agreement_in_requested_language(read):
    """Whether the model's copy of the final agreement is in the language that she asked for, or a variety of it (es-MX for es); any will do where she asked for none."""
    return _answers(read, "final_agreement.language")


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
    uses = read("uses")
    used = [read("replica.first_used_on"), *(use.get("from_on", MISSING) for use in (uses if uses is not MISSING else ()))]
    used = [day for day in used if day is not MISSING]
    if any(day_of(day) < day_of(signed) for day in used):
        return False
    if in_time is MISSING and not used and read("replica.not_yet_made") is True:
        return True
    return in_time

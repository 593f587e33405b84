"""Derived facts about papers: in which language they came, and whether one came before what it allows."""

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING
from fwa_check.values.moments import day_of, is_before


def _answers(written, asked):
    """Tell whether a paper in the language `written` is in the language `asked` for; MISSING where it depends on the variety."""
    if MISSING in (written, asked):
        return MISSING
    if written == asked or written.startswith(asked + "-"):
        return True
    return MISSING if written.partition("-")[0] == asked.partition("-")[0] else False


@derived_fact("boolean", "booking")
def deal_memo_in_requested_language(read):
    """Whether the deal memo is in the language that the model asked for, or a variety of it (es-MX for es)."""
    return _answers(read("deal_memo.language"), read("model.requested_language"))


@derived_fact("boolean", "booking")
def final_agreement_in_requested_language(read):
    """Whether the model's copy of the final agreement is in the language that she asked for, or a variety of it (es-MX for es)."""
    return _answers(read("final_agreement.language"), read("model.requested_language"))


@derived_fact("text", "replica_consent")
def agreed_replica_rate(read):
    """The rate of pay for the replica, a sum or a formula; nothing where the document leaves it to be agreed."""
    amount, formula = read("rate_of_pay.amount"), read("rate_of_pay.formula")
    if read("rate_of_pay.to_be_agreed") is True:
        return MISSING
    return formula if amount is MISSING else str(amount)


@derived_fact("boolean", "replica_consent")
def consent_without_end(read):
    """Whether the consent is given for ever; false where it states a length or a last day."""
    perpetual = read("duration.perpetual")
    if perpetual is not True and (read("duration.length") is not MISSING or read("duration.ends_on") is not MISSING):
        return False
    return perpetual


@derived_fact("boolean", "replica_consent")
def signed_before_replica(read):
    """Whether the consent was signed before the replica was first created or used; a draft counts as signed on the day of asking, and anything signed comes before a replica marked not_yet_made."""
    signed = read("signed_on")
    if signed is MISSING and read("status") == "draft":
        signed = read("as_of")
    if signed is MISSING:
        return MISSING
    created = read("replica.first_created_on")
    in_time = MISSING if created is MISSING else is_before(signed, created, days_only=False)
    if in_time is None or in_time is False:
        return MISSING if in_time is None else False
    uses = read("uses")
    used = [read("replica.first_used_on"), *(use.get("from_on", MISSING) for use in (uses if uses is not MISSING else ()))]
    used = [day for day in used if day is not MISSING]
    if any(day_of(day) < day_of(signed) for day in used):
        return False
    if in_time is MISSING and not used and read("replica.not_yet_made") is True:
        return True
    return in_time

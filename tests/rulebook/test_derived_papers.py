"""Languages of papers, the printed number, the end of a consent, and whether it was signed before the replica was made."""

import pytest

from fwa_check.rulebook.derived import derived_facts
from fwa_check.rulebook.facts import Vocabulary
from fwa_check.values.absent import MISSING
from tests.helpers import read_fact

LANGUAGES = [
    ("en", "en", True),
    ("EN", "en", True),
    ("es-MX", "es", True),
    ("pt-BR", "pt-br", True),
    ("pt-BR", "pt-PT", MISSING),
    ("es", "es-MX", MISSING),
    ("en", "es", False),
    ("est", "es", False),
    ("en-GB", "es", False),
    ("en", "unknown", MISSING),
    ("unknown", "en", MISSING),
]


@pytest.mark.parametrize("written, asked, wanted", LANGUAGES)
@pytest.mark.parametrize("fact, group", [("deal_memo_in_requested_language", "deal_memo"), ("final_agreement_in_requested_language", "final_agreement")])
def test_a_paper_in_a_variety_of_the_requested_language_is_in_it(fact, group, written, asked, wanted):
    value, _, missing = read_fact(fact, {group: {"language": written}, "model": {"requested_language": asked}})
    assert value is wanted
    assert bool(missing) is (wanted is MISSING)


@pytest.mark.parametrize(
    "model, wanted",
    [
        ({"requested_no_language": True}, True),
        ({"requested_no_language": False}, MISSING),
        ({"requested_no_language": True, "requested_language": "es"}, False),
        ({}, MISSING),
    ],
)
@pytest.mark.parametrize("fact, group", [("deal_memo_in_requested_language", "deal_memo"), ("final_agreement_in_requested_language", "final_agreement")])
def test_any_language_will_do_for_a_model_who_asked_for_none(fact, group, model, wanted):
    assert read_fact(fact, {group: {"language": "en"}, "model": model})[0] is wanted


NUMBERS = [
    ("26-K3T9B-LSFW", True),
    ("26-k3t9b-lsfw", True),
    ("No. 26-K3T9B-LSFW", True),
    ("Registration no.26\u2013K3T9B\u2013LSFW (New York)", True),
    ("26 K3T9B LSFW", True),
    ("126-K3T9B-LSFW", False),
    ("26-K3T9B", False),
    ("26-K3T9C-LSFW", False),
    ("unknown", MISSING),
]


@pytest.mark.parametrize("printed, wanted", NUMBERS)
@pytest.mark.parametrize("kind", ["management_contract", "booking"])
def test_a_printed_number_is_the_certificates_however_it_is_written(kind, printed, wanted):
    facts = {"printed_registration_number": printed, "agency": {"registration": {"certificate_number": "26-K3T9B-LSFW"}}}
    value, _, missing = read_fact("prints_certificate_number", facts, kind=kind)
    assert value is wanted
    assert bool(missing) is (wanted is MISSING)


def test_a_certificate_number_without_a_letter_or_a_digit_is_none():
    facts = {"printed_registration_number": "26-K3T9B-LSFW", "agency": {"registration": {"certificate_number": "--"}}}
    assert read_fact("prints_certificate_number", facts)[0] is MISSING


@pytest.mark.parametrize(
    "duration, wanted",
    [
        ({"perpetual": True}, True),
        ({"perpetual": True, "ends_on": "2027-01-01"}, True),
        ({"perpetual": False}, False),
        ({"ends_on": "2027-01-01"}, False),
        ({"length": "1 year"}, False),
        ({}, MISSING),
    ],
)
def test_a_consent_is_without_end_only_where_it_says_so(duration, wanted):
    assert read_fact("consent_without_end", {"duration": duration}, kind="replica_consent")[0] is wanted


BEFORE = [
    ("signed the day before", {"signed_on": "2026-03-01", "replica": {"first_created_on": "2026-03-02"}}, True),
    ("signed the day after", {"signed_on": "2026-03-03", "replica": {"first_created_on": "2026-03-02"}}, False),
    ("signed on that day, hours unknown", {"signed_on": "2026-03-02", "replica": {"first_created_on": "2026-03-02"}}, MISSING),
    ("signed an hour before", {"signed_on": "2026-03-02T08:00-05:00", "replica": {"first_created_on": "2026-03-02T09:00-05:00"}}, True),
    ("signed at the same minute", {"signed_on": "2026-03-02T09:00-05:00", "replica": {"first_created_on": "2026-03-02T09:00-05:00"}}, False),
    ("used before it was signed", {"signed_on": "2026-03-02", "replica": {"first_used_on": "2026-03-01"}}, False),
    ("only a later use is known", {"signed_on": "2026-03-02", "replica": {"first_used_on": "2026-05-01"}}, MISSING),
    ("a listed use before it was signed", {"signed_on": "2026-03-02", "replica": {"first_created_on": "2026-03-03"}, "uses": [{"from_on": "2026-03-01"}]}, False),
    ("nothing is known of the making", {"signed_on": "2026-03-02"}, MISSING),
    ("not made yet", {"signed_on": "2026-03-02", "replica": {"not_yet_made": True}}, True),
    ("said not to be made, and used", {"signed_on": "2026-03-02", "replica": {"not_yet_made": True}, "uses": [{"from_on": "2026-04-01"}]}, MISSING),
    ("not signed, as far as is known", {"replica": {"first_created_on": "2026-03-02"}}, MISSING),
    ("a draft for one that exists", {"status": "draft", "replica": {"first_created_on": "2026-03-02"}}, False),
    ("a draft that bears an old day", {"status": "draft", "signed_on": "2026-03-01", "replica": {"first_created_on": "2026-03-02"}}, False),
    ("a draft for one that is made tomorrow", {"status": "draft", "signed_on": "2026-03-01", "replica": {"first_created_on": "2026-11-22"}}, True),
    ("a draft for one that is made today", {"status": "draft", "signed_on": "2026-03-01", "replica": {"first_created_on": "2026-11-21"}}, MISSING),
    ("a draft for one to come", {"status": "draft", "replica": {"not_yet_made": True}}, True),
    ("revoked and undated", {"status": "revoked", "replica": {"not_yet_made": True}}, MISSING),
]


@pytest.mark.parametrize("facts, wanted", [row[1:] for row in BEFORE], ids=[row[0] for row in BEFORE])
def test_a_consent_comes_before_the_replica_only_where_that_is_certain(facts, wanted):
    value, _, missing = read_fact("signed_before_replica", facts, kind="replica_consent")
    assert value is wanted
    assert bool(missing) is (wanted is MISSING)


ALL = [(fact, kind) for fact in derived_facts().values() for kind in fact.kinds if (fact.name, kind) != ("counting_day", "agency_profile")]


@pytest.mark.parametrize("fact, kind", ALL, ids=lambda value: getattr(value, "name", value))
def test_no_derived_fact_makes_anything_of_an_empty_document_and_each_says_what_it_lacks(fact, kind):
    value, _, missing = read_fact(fact.name, {}, kind=kind)
    paths = Vocabulary(kind).paths()
    assert value is MISSING
    assert missing and all(pointer[1:].replace("/", ".") in paths for pointer in missing)


@pytest.mark.parametrize("fact", derived_facts().values(), ids=lambda fact: fact.name)
def test_a_derived_fact_is_documented_in_a_sentence_and_named_like_no_field(fact):
    assert fact.description[0].isupper() and fact.description.endswith(".")
    for kind in fact.kinds:
        assert Vocabulary(kind).paths().count(fact.name) == 1

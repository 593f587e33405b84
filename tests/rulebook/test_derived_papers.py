"""Languages of papers, the rate and the end of a consent, and whether it was signed before the replica was made."""

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
    "pay, wanted",
    [
        ({"amount": "USD 5"}, "USD 5"),
        ({"amount": "USD 5", "to_be_agreed": False}, "USD 5"),
        ({"formula": "5 % of net sales"}, "5 % of net sales"),
        ({"formula": "5 % of net sales", "to_be_agreed": True}, MISSING),
        ({"amount": "USD 5", "to_be_agreed": True}, MISSING),
        ({"to_be_agreed": True}, MISSING),
        ({"to_be_agreed": False}, MISSING),
        ({}, MISSING),
    ],
)
def test_a_rate_that_is_still_to_be_agreed_is_no_rate(pay, wanted):
    assert read_fact("agreed_replica_rate", {"rate_of_pay": pay}, kind="replica_consent")[0] == wanted


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

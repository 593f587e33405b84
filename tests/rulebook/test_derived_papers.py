"""Languages of papers, the printed number, the days of papers and consents, and whether one was signed before the replica was made."""

import datetime

import pytest

from fwa_check.rulebook import derived_papers
from fwa_check.rulebook.derived import derived_facts
from fwa_check.rulebook.facts import Vocabulary
from fwa_check.values.absent import MISSING
from fwa_check.values.period import Period
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


@pytest.mark.parametrize("kind", ["management_contract", "model_release", "replica_consent"])
@pytest.mark.parametrize(
    "facts, wanted",
    [
        ({"signed_on": "2024-12-31"}, "2024-12-31"),
        ({"signed_on": "2024-12-31", "modified_on": ["2025-06-01"]}, "2024-12-31"),
        ({"signed_on": "2024-12-31", "status": "draft"}, "2026-11-21"),
        ({"signed_on": "2026-12-24", "status": "draft"}, "2026-12-24"),
        ({"status": "draft"}, "2026-11-21"),
        ({"signed_on": "unknown", "status": "signed"}, MISSING),
    ],
)
def test_a_paper_is_an_agreement_from_its_signature_and_a_draft_as_if_it_were_signed_today(kind, facts, wanted):
    value, _, missing = read_fact("agreement_day", facts, kind=kind)
    assert value == (wanted if wanted is MISSING else datetime.date.fromisoformat(wanted))
    assert bool(missing) is (wanted is MISSING)


@pytest.mark.parametrize(
    "facts, wanted",
    [
        ({"contract": {"made_on": "2024-12-31"}}, "2024-12-31"),
        ({"contract": {"made_on": "2024-12-31"}, "status": "confirmed"}, "2024-12-31"),
        ({"contract": {"made_on": "2024-12-31"}, "status": "hold"}, "2026-11-21"),
        ({"status": "option"}, "2026-11-21"),
        ({"contract": {"made_on": "2026-12-01"}, "status": "option"}, "2026-12-01"),
        ({"status": "confirmed"}, MISSING),
        ({"status": "cancelled"}, MISSING),
    ],
)
def test_a_booking_is_an_agreement_from_the_day_it_was_agreed_and_an_option_as_if_it_were_agreed_today(facts, wanted):
    value, _, missing = read_fact("agreement_day", facts)
    assert value == (wanted if wanted is MISSING else datetime.date.fromisoformat(wanted))
    assert bool(missing) is (wanted is MISSING)


@pytest.mark.parametrize(
    "facts, wanted",
    [
        ({"replica": {"first_created_on": "2026-03-02"}}, True),
        ({"replica": {"first_used_on": "2026-03-02"}}, True),
        ({"uses": [{"from_on": "2026-03-02"}]}, True),
        ({"replica": {"not_yet_made": True, "first_created_on": "2026-03-02"}}, True),
        ({"replica": {"not_yet_made": True}, "uses": []}, False),
        ({"replica": {"not_yet_made": False}}, True),
        ({"replica": {"uses_ai": True}, "uses": [{"medium": "print"}]}, MISSING),
    ],
)
def test_a_replica_is_made_where_a_day_of_making_or_use_is_known(facts, wanted):
    assert read_fact("replica_made", facts, kind="replica_consent")[0] is wanted


# 2026-03-02 is a Monday; 2026-05-25 is Memorial Day, a Monday.
BUSINESS_DAYS = [
    ("2026-03-02", "2026-03-02", 0),
    ("2026-03-02", "2026-03-03", 0),
    ("2026-03-02", "2026-03-04", 1),
    ("2026-03-02", "2026-03-05", 2),
    ("2026-03-02", "2026-03-06", 3),
    ("2026-03-03", "2026-03-07", 3),
    ("2026-03-05", "2026-03-09", 1),
    ("2026-03-05", "2026-03-10", 2),
    ("2026-03-06", "2026-03-09", 0),
    ("2026-05-22", "2026-05-26", 0),
    ("2026-05-22", "2026-05-29", 3),
    ("2026-03-09", "2026-03-02", 0),
]


@pytest.mark.parametrize("signed, then, wanted", BUSINESS_DAYS)
def test_the_business_days_between_a_consent_and_what_follows_count_neither_end(signed, then, wanted):
    consent = {"signed_on": signed, "replica": {"first_created_on": then}, "explicit_consent": {"rescinded_on": then}}
    booking = {"explicit_consent": {"signed_on": signed}, "services": {"start_at": then}}
    assert read_fact("business_days_from_consent_to_replica", consent, kind="replica_consent")[0] == wanted
    assert read_fact("business_days_from_consent_to_rescission", consent, kind="replica_consent")[0] == wanted
    assert read_fact("business_days_from_explicit_consent_to_services", booking)[0] == wanted


@pytest.mark.parametrize(
    "facts, wanted",
    [
        ({"signed_on": "2026-03-02", "replica": {"first_created_on": "2026-03-06", "first_used_on": "2026-03-04"}}, 1),
        ({"signed_on": "2026-03-02", "replica": {"first_created_on": "2026-03-06"}, "uses": [{"from_on": "2026-03-09"}, {"from_on": "2026-03-05"}]}, 2),
        ({"signed_on": "2026-03-02T23:00-05:00", "replica": {"first_created_on": "2026-03-06T01:00-05:00"}}, 3),
        ({"status": "draft", "signed_on": "2026-03-02", "replica": {"first_created_on": "2026-03-06"}}, 0),
        ({"status": "draft", "replica": {"first_created_on": "2026-12-03"}}, 7),
        ({"signed_on": "2026-03-02", "replica": {"first_used_on": "2026-03-09"}}, MISSING),
        ({"signed_on": "2026-03-02", "replica": {"not_yet_made": True}}, MISSING),
        ({"replica": {"first_created_on": "2026-03-06"}}, MISSING),
    ],
)
def test_the_first_making_or_use_counts_and_no_use_stands_for_an_unknown_making(facts, wanted):
    value, _, missing = read_fact("business_days_from_consent_to_replica", facts, kind="replica_consent")
    assert value == wanted
    assert bool(missing) is (wanted is MISSING)


@pytest.mark.parametrize("explicit_consent, wanted", [({"signed_on": "2026-03-02"}, 3), ({}, MISSING)])
def test_the_first_session_is_where_the_services_begin(explicit_consent, wanted):
    services = {"start_at": "2026-03-10", "sessions": [{"start_at": "2026-03-06T10:00-05:00", "end_at": "2026-03-06T11:00-05:00"}]}
    value, _, missing = read_fact("business_days_from_explicit_consent_to_services", {"services": services, "explicit_consent": explicit_consent})
    assert value == wanted
    assert missing == ([] if wanted is not MISSING else ["/explicit_consent/signed_on"])


def test_without_a_calendar_no_business_days_are_counted(monkeypatch):
    monkeypatch.setattr(derived_papers, "business_days_between", lambda start, end, calendar: None)
    facts = {"signed_on": "2026-03-02", "explicit_consent": {"rescinded_on": "2026-03-05"}}
    value, _, missing = read_fact("business_days_from_consent_to_rescission", facts, kind="replica_consent")
    assert value is MISSING
    assert missing == ["/signed_on", "/explicit_consent/rescinded_on"]


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


NOTICES = [
    ("2026-04-07T09:00-04:00", "2026-04-09T09:00-04:00", 48 * 60),
    ("2026-04-07T15:01+02:00", "2026-04-09T09:00-04:00", 48 * 60 - 1),
    ("2026-03-07T09:00-05:00", "2026-03-09T09:00-04:00", 47 * 60),
    ("2026-04-09T10:00-04:00", "2026-04-09T09:00-04:00", 0),
    ("2026-04-07", "2026-04-09T09:00-04:00", None),
    ("2026-04-07T09:00-04:00", "2026-04-09", None),
    ("unknown", "2026-04-09T09:00-04:00", None),
]


@pytest.mark.parametrize("given, created, minutes", NOTICES)
def test_the_time_from_the_notice_to_the_replica_is_counted_in_hours_and_not_in_days(given, created, minutes):
    facts = {"notice_of_use": {"given_at": given}, "replica": {"first_created_on": created}}
    value, _, _ = read_fact("time_from_notice_to_replica", facts, kind="replica_consent")
    assert value == (MISSING if minutes is None else Period(minutes=minutes))


@pytest.mark.parametrize(
    "places, wanted",
    [
        (["worldwide"], False),
        (["worldwide", "US-CA"], True),
        (["FR", "US"], True),
        (["worldwide", "US-NY"], False),
        (["worldwide", "unknown"], MISSING),
        (["US-CA", "unknown"], True),
        ([], MISSING),
        ("unknown", MISSING),
    ],
)
@pytest.mark.parametrize("fact, document", [("territory_names_california", lambda places: {"permitted_uses": {"territory": places}}), ("work_in_names_california", lambda places: {"work_in": places})])
def test_the_whole_world_does_not_name_california(fact, document, places, wanted):
    value, _, _ = read_fact(fact, document(places), kind="model_release")
    assert value is wanted

"""Days and lengths of time that follow from others: signing, services, terms, replicas and consents."""

from datetime import date, datetime, timedelta, timezone

import pytest

from fwa_check.values.absent import MISSING
from fwa_check.values.period import Period, parse_period
from tests.helpers import TODAY, read_fact

SIGNED = [
    ("management_contract", {"signed_on": "2026-03-02"}, date(2026, 3, 2), []),
    ("management_contract", {"signed_on": "2026-03-02", "status": "draft"}, TODAY, []),
    ("management_contract", {"signed_on": "2026-12-01", "status": "draft"}, date(2026, 12, 1), []),
    ("management_contract", {"status": "draft"}, TODAY, []),
    ("management_contract", {"status": "signed"}, MISSING, ["/signed_on"]),
    ("management_contract", {"status": "ended"}, MISSING, ["/signed_on"]),
    ("management_contract", {"status": "unknown"}, MISSING, ["/signed_on", "/status"]),
    ("management_contract", {}, MISSING, ["/signed_on", "/status"]),
    ("replica_consent", {"signed_on": "2026-03-02T23:30-05:00"}, date(2026, 3, 2), []),
    ("replica_consent", {"status": "draft"}, TODAY, []),
    ("model_release", {"status": "draft", "signed_on": "unknown"}, TODAY, []),
]


@pytest.mark.parametrize("kind, facts, wanted, missing", SIGNED)
def test_a_draft_is_signed_on_the_day_of_asking_and_nothing_else_is(kind, facts, wanted, missing):
    value, _, lacking = read_fact("signing_day", facts, kind=kind)
    assert (value, lacking) == (wanted, missing)


NIGHT = {"start_at": "2026-03-10T22:00-04:00", "end_at": "2026-03-11T02:00-04:00"}
MORNING = {"start_at": "2026-03-09T08:00-04:00", "end_at": "2026-03-09T12:00-04:00"}
START, END, SESSIONS = "/services/start_at", "/services/end_at", "/services/sessions"
SERVICES = [
    ({"start_at": "2026-03-10", "end_at": "2026-03-12"}, date(2026, 3, 10), date(2026, 3, 12)),
    ({"start_at": "2026-03-10T23:30-04:00", "end_at": "2026-03-11T00:30-04:00"}, date(2026, 3, 10), date(2026, 3, 11)),
    ({"sessions": [NIGHT, MORNING]}, date(2026, 3, 9), date(2026, 3, 11)),
    ({"start_at": "2026-03-08", "sessions": [NIGHT]}, date(2026, 3, 8), date(2026, 3, 11)),
    ({"end_at": "2026-03-15", "sessions": [NIGHT]}, date(2026, 3, 10), date(2026, 3, 15)),
    ({"start_at": "2026-03-10", "end_at": "2026-03-10", "sessions": [NIGHT, MORNING]}, date(2026, 3, 9), date(2026, 3, 11)),
    ({"start_at": "2026-03-10", "end_at": "2026-03-10", "sessions": []}, date(2026, 3, 10), date(2026, 3, 10)),
    ({"start_at": "2026-03-10", "end_at": "2026-03-10", "sessions": [{}, "unknown"]}, date(2026, 3, 10), date(2026, 3, 10)),
]


@pytest.mark.parametrize("services, first, last", SERVICES)
def test_services_run_from_their_first_day_to_their_last(services, first, last):
    assert read_fact("services_start_day", {"services": services})[::2] == (first, [])
    assert read_fact("services_end_day", {"services": services})[::2] == (last, [])


@pytest.mark.parametrize(
    "services, start_missing, end_missing",
    [
        ({}, [START, SESSIONS], [END, SESSIONS]),
        ({"sessions": "unknown"}, [START, SESSIONS], [END, SESSIONS]),
        ({"sessions": []}, [START], [END]),
        ({"sessions": [NIGHT, {}]}, [START, f"{SESSIONS}/1/start_at"], [END, f"{SESSIONS}/1/end_at"]),
        ({"sessions": ["unknown", NIGHT]}, [START, f"{SESSIONS}/0"], [END, f"{SESSIONS}/0"]),
    ],
    ids=["nothing", "unknown", "no session", "one without times", "one unknown"],
)
def test_days_of_services_are_missing_where_one_session_could_move_them(services, start_missing, end_missing):
    assert read_fact("services_start_day", {"services": services})[::2] == (MISSING, start_missing)
    assert read_fact("services_start", {"services": services})[::2] == (MISSING, start_missing)
    assert read_fact("services_end_day", {"services": services})[::2] == (MISSING, end_missing)


def test_the_start_of_services_keeps_its_hour():
    new_york = timezone(timedelta(hours=-4))
    assert read_fact("services_start", {"services": {"sessions": [NIGHT, MORNING]}})[0] == datetime(2026, 3, 9, 8, tzinfo=new_york)
    assert read_fact("services_start", {"services": {"start_at": "2026-03-09", "sessions": [NIGHT]}})[0] == date(2026, 3, 9)
    assert read_fact("services_start", {"services": {"start_at": "2026-03-10", "sessions": [MORNING]}})[0] == datetime(2026, 3, 9, 8, tzinfo=new_york)


def test_a_bare_day_of_the_start_is_not_made_an_hour_by_a_session_of_that_day():
    assert read_fact("services_start", {"services": {"start_at": "2026-03-10", "sessions": [NIGHT]}})[0] == date(2026, 3, 10)


TERMS = [
    ({"term": {"duration": "3 years"}}, "3 years"),
    ({"term": {"duration": "3 years", "end_on": "2029-03-02"}, "signed_on": "2026-03-02"}, "3 years"),
    ({"term": {"duration": "3 years", "end_on": "2029-03-01"}, "signed_on": "2026-03-02"}, "3 years"),
    ({"term": {"duration": "3 years", "end_on": "2029-03-03"}, "signed_on": "2026-03-02"}, "3 years"),
    ({"term": {"duration": "3 years", "end_on": "2029-05-01"}, "signed_on": "2026-03-02", "effective_on": "2026-05-01"}, "3 years"),
    ({"term": {"duration": "3 years", "end_on": "2040-01-01"}}, "3 years"),
    ({"term": {"duration": "30 business days", "end_on": "2040-01-01"}, "signed_on": "2026-03-02"}, "30 business days"),
    ({"term": {"end_on": "2029-03-02"}, "signed_on": "2026-03-02"}, "36 months"),
    ({"term": {"end_on": "2029-03-03"}, "signed_on": "2026-03-02"}, "36 months and 1 day"),
    ({"term": {"end_on": "2029-03-02"}, "signed_on": "2026-03-01", "effective_on": "2026-03-02"}, "36 months"),
    ({"term": {"end_on": "2029-03-01"}, "signed_on": "2026-03-02"}, "35 months and 27 days"),
    ({"term": {"end_on": "2026-03-02"}, "signed_on": "2026-03-02"}, "0 days"),
    ({"term": {"end_on": "2027-02-28"}, "signed_on": "2024-02-29"}, "36 months"),
    ({"term": {"end_on": "2027-11-21"}, "status": "draft"}, "1 year"),
]


@pytest.mark.parametrize("facts, wanted", TERMS)
def test_the_term_is_stated_or_counted_from_the_day_on_which_it_begins(facts, wanted):
    value, _, missing = read_fact("term_length", facts, kind="management_contract")
    assert (value, missing) == (parse_period(wanted), [])


@pytest.mark.parametrize(
    "facts, missing",
    [
        ({}, ["/term/duration", "/term/end_on", "/effective_on", "/signed_on", "/status"]),
        ({"term": {"end_on": "2029-03-02"}}, ["/term/duration", "/effective_on", "/signed_on", "/status"]),
        ({"signed_on": "2026-03-02"}, ["/term/duration", "/term/end_on", "/effective_on"]),
        ({"effective_on": "2026-03-02", "term": {"end_on": "2020-03-02"}}, ["/term/duration"]),
        ({"term": {"open_ended": True}, "effective_on": "2026-03-02"}, ["/term/duration", "/term/end_on"]),
        ({"term": {"duration": "3 years", "end_on": "2029-02-28"}, "effective_on": "2026-03-02"}, ["/term/duration", "/term/end_on", "/effective_on"]),
        ({"term": {"duration": "3 years", "end_on": "2035-03-02"}, "effective_on": "2026-03-02"}, ["/term/duration", "/term/end_on", "/effective_on"]),
    ],
    ids=["nothing", "no beginning", "no end", "ends before it begins", "open-ended", "ends two days early", "ends years later"],
)
def test_a_term_without_a_beginning_or_an_end_has_no_length(facts, missing):
    value, _, lacking = read_fact("term_length", facts, kind="management_contract")
    assert value is MISSING
    assert lacking == missing


REPLICA = [
    ({"replica": {"first_created_on": "2026-03-02"}}, date(2026, 3, 2), date(2026, 3, 2)),
    ({"replica": {"first_created_on": "2026-03-02", "first_used_on": "2026-05-01"}}, date(2026, 3, 2), date(2026, 5, 1)),
    ({"replica": {"first_used_on": "2026-05-01"}}, MISSING, date(2026, 5, 1)),
    ({"replica": {"first_created_on": "2025-01-02"}, "uses": [{"from_on": "2025-07-01"}, {"from_on": "2025-06-01"}, {}, "unknown"]}, date(2025, 1, 2), date(2025, 7, 1)),
    ({"replica": {"not_yet_made": True}}, TODAY, TODAY),
    ({"replica": {"not_yet_made": False}}, MISSING, MISSING),
    ({"replica": {"not_yet_made": True, "first_created_on": "2026-03-02"}}, date(2026, 3, 2), date(2026, 3, 2)),
    ({}, MISSING, MISSING),
]


@pytest.mark.parametrize("facts, act, law_day", REPLICA)
def test_the_making_of_a_replica_and_the_last_day_known_of_it(facts, act, law_day):
    assert read_fact("replica_act", facts, kind="replica_consent")[0] == act
    assert read_fact("replica_law_day", facts, kind="replica_consent")[0] == law_day


ENDS = [
    ({"duration": {"ends_on": "2027-01-31"}}, date(2027, 1, 31), []),
    ({"duration": {"ends_on": "2027-01-31", "length": "9 years"}, "signed_on": "2026-03-02"}, date(2027, 1, 31), []),
    ({"duration": {"length": "1 year"}, "signed_on": "2028-02-29"}, date(2029, 2, 28), []),
    ({"duration": {"length": "1 month"}, "signed_on": "2026-01-31"}, date(2026, 2, 28), []),
    ({"duration": {"length": "30 days"}, "signed_on": "2026-01-31T23:00-05:00"}, date(2026, 3, 2), []),
    ({"duration": {"length": "1 year"}, "status": "draft"}, date(2027, 11, 21), []),
    ({"duration": {"length": "1 year"}}, MISSING, ["/duration/ends_on", "/signed_on", "/status"]),
    ({"signed_on": "2026-03-02"}, MISSING, ["/duration/ends_on", "/duration/length"]),
    ({"duration": {"length": "10 business days"}, "signed_on": "2026-03-02"}, MISSING, ["/duration/ends_on"]),
    ({"duration": {"length": "9000 years"}, "signed_on": "2026-03-02"}, MISSING, ["/duration/ends_on"]),
]


@pytest.mark.parametrize("facts, wanted, missing", ENDS)
def test_a_consent_ends_on_its_last_day_or_at_the_end_of_its_length(facts, wanted, missing):
    value, _, lacking = read_fact("consent_end", facts, kind="replica_consent")
    assert (value, lacking) == (wanted, missing)


def test_a_length_ends_where_it_ends_whatever_last_day_is_stated_beside_it():
    facts = {"duration": {"ends_on": "2027-12-31", "length": "1 month"}, "signed_on": "2026-07-01"}
    assert read_fact("consent_end_by_length", facts, kind="replica_consent")[0] == date(2026, 8, 1)
    assert read_fact("consent_end", facts, kind="replica_consent")[0] == date(2027, 12, 31)
    value, _, lacking = read_fact("consent_end_by_length", {"duration": {"ends_on": "2027-12-31"}, "signed_on": "2026-07-01"}, kind="replica_consent")
    assert (value, lacking) == (MISSING, ["/duration/length"])


def test_an_empty_term_is_a_period_and_not_a_missing_one():
    facts = {"term": {"end_on": "2026-03-02"}, "signed_on": "2026-03-02"}
    assert read_fact("term_length", facts, kind="management_contract")[0] == Period()


def test_services_that_end_before_they_begin_have_no_last_day():
    value, _, missing = read_fact("services_end_day", {"services": {"start_at": "2026-10-25", "end_at": "2026-10-05"}})
    assert value is MISSING and missing
    assert read_fact("services_end_day", {"services": {"end_at": "2026-10-05"}})[0].isoformat() == "2026-10-05"


RUNS = [
    ({"starts_on": "2026-09-01", "ends_on": "2026-12-31"}, date(2026, 9, 1), date(2026, 12, 31)),
    ({"starts_on": "2026-09-01", "ends_on": "2026-09-01"}, date(2026, 9, 1), date(2026, 9, 1)),
    ({"starts_on": "2026-09-01", "ends_on": "unknown"}, date(2026, 9, 1), MISSING),
    ({"ends_on": "2026-12-31"}, MISSING, date(2026, 12, 31)),
    ({"starts_on": "2026-09-01", "ends_on": "2026-08-31"}, MISSING, MISSING),
    ({}, MISSING, MISSING),
]


@pytest.mark.parametrize("facts, first, last", RUNS)
def test_a_run_that_ends_before_it_begins_has_neither_a_first_day_nor_a_last(facts, first, last):
    assert read_fact("run_start", facts, kind="campaign")[0] == first
    assert read_fact("run_end", facts, kind="campaign")[0] == last


def test_only_the_day_asked_for_is_missing_unless_the_two_contradict_each_other():
    assert read_fact("run_start", {"ends_on": "2026-12-31"}, kind="campaign")[2] == ["/starts_on"]
    assert read_fact("run_end", {"starts_on": "2026-09-01"}, kind="campaign")[2] == ["/ends_on"]
    assert sorted(read_fact("run_end", {"starts_on": "2026-09-01", "ends_on": "2026-08-31"}, kind="campaign")[2]) == ["/ends_on", "/starts_on"]

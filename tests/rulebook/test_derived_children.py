"""Child performers: ages, papers that cover days, and shares of pay, as far as they follow from what is stated."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from tests.helpers import read_fact
from tests.rulebook.jobs import child_job

BIRTH = "/model/birth_date"
AGE_AT_SIGNING = [
    ("2008-03-03", {"signed_on": "2026-03-02"}, "17", []),
    ("2008-03-02", {"signed_on": "2026-03-02"}, "18", []),
    ("2008-03-01", {"signed_on": "2026-03-02"}, "18", []),
    ("2008-04-01", {"signed_on": "2026-03-02"}, "17", []),
    ("2008-02-29", {"signed_on": "2026-02-28"}, "17", []),
    ("2008-02-29", {"signed_on": "2026-03-01"}, "18", []),
    ("2008-03-02", {"signed_on": "2026-03-02T00:30+01:00"}, "18", []),
    ("2026-03-02", {"signed_on": "2026-03-02"}, "0", []),
    ("2008-11-21", {"status": "draft"}, "18", []),
    ("2008-11-22", {"status": "draft"}, "17", []),
    ("2008-11-22", {"status": "draft", "signed_on": "2026-11-22"}, "18", []),
    ("2026-03-03", {"signed_on": "2026-03-02"}, None, [BIRTH, "/signed_on"]),
    ("unknown", {"signed_on": "2026-03-02"}, None, [BIRTH]),
    ("2008-03-02", {"signed_on": "unknown", "status": "signed"}, None, ["/signed_on"]),
]


@pytest.mark.parametrize("kind", ["model_release", "replica_consent"])
@pytest.mark.parametrize("born, signing, wanted, missing", AGE_AT_SIGNING)
def test_the_models_age_counts_the_years_completed_on_the_day_of_signing(kind, born, signing, wanted, missing):
    value, _, lacking = read_fact("model_age_at_signing", {"model": {"birth_date": born}, **signing}, kind=kind)
    assert value == (Decimal(wanted) if wanted else MISSING)
    assert lacking == missing


UNDER_18 = [
    ({"birth_date": "2008-03-03"}, True, []),
    ({"birth_date": "2008-03-02"}, False, []),
    ({"birth_date": "2008-03-03", "of_age": False}, True, []),
    ({"birth_date": "2008-03-02", "of_age": True}, False, []),
    ({"of_age": False}, True, []),
    ({"of_age": True}, False, []),
    ({"birth_date": "unknown", "of_age": True}, False, []),
    ({"birth_date": "2008-03-03", "of_age": True}, None, [BIRTH, "/model/of_age"]),
    ({"birth_date": "2008-03-02", "of_age": False}, None, [BIRTH, "/model/of_age"]),
    ({"birth_date": "2026-03-03", "of_age": True}, None, [BIRTH]),
    ({}, None, [BIRTH, "/model/of_age"]),
]


@pytest.mark.parametrize("kind, day", [("model_release", {"signed_on": "2026-03-02"}), ("replica_consent", {"signed_on": "2026-03-02"}), ("booking", {"services": {"start_at": "2026-03-02"}})])
@pytest.mark.parametrize("model, wanted, missing", UNDER_18)
def test_whether_she_is_under_18_is_known_by_her_birth_date_or_by_a_word_and_never_where_they_contradict(kind, day, model, wanted, missing):
    value, _, lacking = read_fact("model_under_18", {"model": model, **day}, kind=kind)
    assert value is (MISSING if wanted is None else wanted)
    assert set(missing) <= set(lacking)


@pytest.mark.parametrize(
    "papers, wanted",
    [
        ({"guardian_consent": {"form": "written"}}, MISSING),
        ({"permits": [{"id": "CP-1"}]}, MISSING),
        ({"certificates": [{"id": "EC-1"}]}, MISSING),
        ({"guardian_consent": {"form": "none"}, "permits": [], "certificates": []}, False),
    ],
)
def test_a_word_that_she_is_of_age_does_not_go_with_the_papers_of_a_child(papers, wanted):
    value, _, lacking = read_fact("model_under_18", {"model": {"of_age": True}, "services": {"start_at": "2026-03-02"}, "child_performer": papers})
    assert value is wanted
    assert ("/model/birth_date" in lacking) is (wanted is MISSING)
    assert read_fact("model_under_18", {"model": {"birth_date": "2000-03-03", "of_age": True}, "services": {"start_at": "2026-03-02"}, "child_performer": papers})[0] is False
    assert read_fact("model_under_18", {"model": {"of_age": False}, "child_performer": papers})[0] is True


def test_a_word_is_enough_where_the_day_is_not_known():
    assert read_fact("model_under_18", {"model": {"birth_date": "2008-03-03", "of_age": True}})[0] is False


@pytest.mark.parametrize(
    "fact, born, wanted",
    [
        ("last_day_under_18", "2008-03-11", date(2026, 3, 10)),
        ("last_day_under_18", "2008-01-01", date(2025, 12, 31)),
        ("last_day_under_18", "2008-03-01", date(2026, 2, 28)),
        ("last_day_under_18", "2006-03-01", date(2024, 2, 29)),
        ("last_day_under_18", "2008-02-29", date(2026, 2, 28)),
        ("last_day_under_18", "2008-02-28", date(2026, 2, 27)),
        ("last_day_under_16", "2008-02-29", date(2024, 2, 28)),
        ("last_day_under_16", "2010-03-11", date(2026, 3, 10)),
        ("last_day_under_18", "9982-01-01", None),
        ("last_day_under_18", "9984-02-29", None),
        ("last_day_under_18", "9981-12-31", date(9999, 12, 30)),
        ("last_day_under_16", "unknown", None),
        ("last_day_under_18", "unknown", None),
    ],
)
def test_a_child_is_one_until_the_day_before_her_birthday(fact, born, wanted):
    value, _, missing = read_fact(fact, {"model": {"birth_date": born}})
    assert value == (wanted or MISSING)
    assert missing == ([] if wanted else [BIRTH])


MARCH, APRIL, MAY = ("2026-03-01", "2026-03-31"), ("2026-04-01", "2026-04-30"), ("2026-05-01", "2026-05-31")
LONG = {"start_at": "2026-03-30", "end_at": "2026-05-02"}
COVERED = [
    ("one day inside", {"start_at": "2026-03-10", "end_at": "2026-03-10"}, [MARCH], True),
    ("the first day", {"start_at": "2026-03-01", "end_at": "2026-03-01"}, [MARCH], True),
    ("the last day", {"start_at": "2026-03-31", "end_at": "2026-03-31"}, [MARCH], True),
    ("the day before", {"start_at": "2026-02-28", "end_at": "2026-03-01"}, [MARCH], False),
    ("the day after", {"start_at": "2026-03-31", "end_at": "2026-04-01"}, [MARCH], False),
    ("without a paper", {"start_at": "2026-03-10", "end_at": "2026-03-10"}, [], False),
    ("one paper after another", LONG, [APRIL, MAY, MARCH], True),
    ("papers that overlap", LONG, [("2026-03-01", "2026-04-15"), ("2026-04-10", "2026-05-31")], True),
    ("a short paper inside a long one", LONG, [("2026-03-01", "2026-05-31"), APRIL], True),
    ("a gap", LONG, [MARCH, MAY], None),
    ("a gap of one day", LONG, [MARCH, ("2026-04-02", "2026-05-31")], None),
    ("no paper for the last day", LONG, [MARCH, APRIL], False),
    ("no paper for the first day", LONG, [APRIL, MAY], False),
    ("a paper for ever", LONG, [("2026-03-01", "9999-12-31")], True),
]


PERMITS, CERTIFICATES, GROUP = "permits_of_1_year_or_15_days_cover_work_days", "certificates_of_3_years_cover_work_days", "group_certificates_cover_work_days"


@pytest.mark.parametrize("services, papers, wanted", [row[1:] for row in COVERED], ids=[row[0] for row in COVERED])
def test_papers_cover_the_days_of_work_or_do_not(services, papers, wanted):
    permits = [{"kind": "regular", "issued_on": issued, "expires_on": expires} for issued, expires in papers]
    certificates = [{**permit, "kind": kind} for permit in permits for kind in ("individual", "group")]
    job = child_job(services=services, child_performer={"permits": permits, "certificates": certificates})
    for fact in (PERMITS, CERTIFICATES, GROUP):
        value, _, missing = read_fact(fact, job)
        assert value is (MISSING if wanted is None else wanted)
        assert missing == (["/services/sessions"] if wanted is None else [])


LENGTHS = [
    (PERMITS, "permits", "regular", "2025-03-10", True),
    (PERMITS, "permits", "regular", "2025-03-09", False),
    (PERMITS, "permits", "temporary", "2026-02-23", True),
    (PERMITS, "permits", "temporary", "2026-02-22", False),
    (PERMITS, "permits", "unknown", "2026-02-23", True),
    (PERMITS, "permits", "unknown", "2026-02-22", None),
    (PERMITS, "permits", "unknown", "2025-03-10", None),
    (PERMITS, "permits", "unknown", "2025-03-09", False),
    (CERTIFICATES, "certificates", "individual", "2023-03-10", True),
    (CERTIFICATES, "certificates", "individual", "2023-03-09", False),
    (CERTIFICATES, "certificates", "unknown", "2023-03-10", None),
    (CERTIFICATES, "certificates", "unknown", "2023-03-09", False),
    (CERTIFICATES, "certificates", "group", "2026-03-01", False),
    (GROUP, "certificates", "group", "2014-03-01", True),
    (GROUP, "certificates", "individual", "2026-03-01", False),
    (GROUP, "certificates", "unknown", "2026-03-01", None),
]


@pytest.mark.parametrize("expires", ["2035-12-31", "9999-12-31"])
@pytest.mark.parametrize("fact, path, kind, issued, wanted", LENGTHS)
def test_a_paper_counts_no_longer_than_its_kind_is_good_for(fact, path, kind, issued, wanted, expires):
    papers = [{"kind": kind, "issued_on": issued, "expires_on": expires}]
    value, _, missing = read_fact(fact, child_job("2026-03-10 09:00 - 15:00", child_performer={path: papers}))
    assert value is (MISSING if wanted is None else wanted)
    assert missing == ([f"/child_performer/{path}/0/kind"] if wanted is None else [])


def test_a_paper_is_not_good_for_longer_than_is_printed_on_it():
    papers = [{"kind": "regular", "issued_on": "2026-01-01", "expires_on": "2026-03-09"}]
    assert read_fact(PERMITS, child_job("2026-03-10 09:00 - 15:00", child_performer={"permits": papers}))[0] is False
    papers = [{"kind": "regular", "issued_on": "9999-01-05", "expires_on": "9999-12-31"}]
    assert read_fact(PERMITS, child_job("9999-03-10 09:00 - 15:00", born="9981-12-31", child_performer={"permits": papers}))[0] is True


def test_the_kind_of_one_paper_is_no_matter_where_another_covers():
    papers = [{"issued_on": "2026-03-01", "expires_on": "2026-03-31"}, {"kind": "individual", "issued_on": "2026-03-01", "expires_on": "2026-03-31"}]
    job = child_job("2026-03-10 09:00 - 15:00", child_performer={"certificates": papers})
    assert read_fact(CERTIFICATES, job)[0] is True
    assert read_fact(GROUP, job)[2] == ["/child_performer/certificates/0/kind"]


def test_sessions_say_which_days_are_worked_on():
    permits = [{"kind": "regular", "issued_on": first, "expires_on": last} for first, last in (MARCH, MAY)]
    job = child_job("2026-03-30 09:00 - 15:00", "2026-05-02 09:00 - 15:00", child_performer={"permits": permits})
    assert read_fact(PERMITS, job)[0] is True
    job = child_job("2026-03-30 09:00 - 15:00", "2026-04-20 09:00 - 15:00", "2026-05-02 09:00 - 15:00", child_performer={"permits": permits})
    assert read_fact(PERMITS, job)[0] is False
    night = child_job("2026-03-10 18:00 - +00:20", child_performer={"permits": [{"kind": "regular", "issued_on": "2026-03-10", "expires_on": "2026-03-10"}]})
    assert read_fact(PERMITS, night)[0] is False


@pytest.mark.parametrize("born, wanted", [("2008-04-01", True), ("2008-04-02", MISSING), ("2008-05-02", MISSING), ("2008-05-03", False)])
def test_an_adult_needs_no_paper(born, wanted):
    services = {"start_at": "2026-03-30", "end_at": "2026-05-02"}
    job = child_job(born=born, services=services, child_performer={"permits": [{"kind": "regular", "issued_on": "2026-03-01", "expires_on": "2026-03-31"}]})
    assert read_fact(PERMITS, job)[0] is wanted


@pytest.mark.parametrize(
    "child_performer, missing",
    [({}, ["/child_performer/permits"]), ({"permits": [{"issued_on": "2026-03-01"}]}, ["/child_performer/permits/0/expires_on"]), ({"permits": ["unknown"]}, ["/child_performer/permits/0"])],
)
def test_a_paper_without_its_days_covers_nothing_that_is_known(child_performer, missing):
    job = child_job("2026-03-10 09:00 - 15:00", child_performer=child_performer)
    value, _, lacking = read_fact(PERMITS, job)
    assert (value, lacking) == (MISSING, missing)


def test_a_certificate_of_one_kind_is_not_of_the_other():
    job = child_job("2026-03-10 09:00 - 15:00", child_performer={"certificates": [{"kind": "group", "issued_on": "2026-03-01", "expires_on": "2026-03-31"}]})
    assert read_fact(CERTIFICATES, job)[0] is False
    assert read_fact(GROUP, job)[0] is True
    job["child_performer"]["certificates"][0]["kind"] = "unknown"
    assert read_fact(GROUP, job)[2] == ["/child_performer/certificates/0/kind"]


@pytest.mark.parametrize(
    "filed, start, wanted",
    [
        ("2026-03-06", "2026-03-10", "2"),
        ("2026-03-07", "2026-03-10", "1"),
        ("2026-03-09", "2026-03-10", "1"),
        ("2026-03-10", "2026-03-10", "0"),
        ("2026-03-11", "2026-03-10", "0"),
        ("2026-03-12", "2026-03-14", "2"),
        ("2026-11-25", "2026-11-27", "1"),
        ("unknown", "2026-03-10", None),
        ("2026-03-06", "unknown", None),
        ("0001-01-01", "2026-03-10", None),
        ("0001-01-01", "0001-01-01", None),
    ],
)
def test_the_notice_is_counted_in_business_days_of_new_york(filed, start, wanted):
    job = child_job(services={"start_at": start}, child_performer={"notice_of_use": {"filed": "filed", "filed_on": filed}})
    value, _, missing = read_fact("business_days_of_notice", job)
    assert value == (Decimal(wanted) if wanted else MISSING)
    assert (missing == []) is (wanted is not None)


def _paid(*transfers, total="USD 1000", end="2026-03-10", to="trust_account"):
    rows = [{"made_on": day, "amount": amount, "to": to} for day, amount in transfers]
    return child_job(services={"start_at": "2026-03-10", "end_at": end}, compensation={"total": total}, child_performer={"trust": {"transfers": rows}})


SHARES = [
    ("none", [], "0", "0", None),
    ("one on the thirtieth day", [("2026-04-09", "USD 150")], "15", "15", "30"),
    ("one on the thirty-first", [("2026-04-10", "USD 150")], "15", "0", "31"),
    ("before the end of the job", [("2026-03-09", "USD 150")], "15", "15", "0"),
    ("two", [("2026-04-09", "USD 100"), ("2026-04-20", "USD 50")], "15", "10", "41"),
    ("one that is planned for later", [("2026-12-01", "USD 150")], "0", "0", "266"),
    ("all of it", [("2026-03-20", "USD 1000")], "100", "100", "10"),
]


@pytest.mark.parametrize("transfers, today, in_time, days", [row[1:] for row in SHARES], ids=[row[0] for row in SHARES])
def test_the_share_in_trust_is_counted_on_the_gross_pay(transfers, today, in_time, days):
    job = _paid(*transfers)
    assert read_fact("trust_share_of_gross", job)[0] == Decimal(today)
    assert read_fact("trust_share_30_days_after_services", job)[0] == Decimal(in_time)
    assert read_fact("days_from_services_to_last_trust_transfer", job)[0] == (Decimal(days) if days else MISSING)


def test_what_goes_to_the_fund_of_another_state_is_not_in_trust():
    job = _paid(("2026-04-09", "USD 150"), to="entertainment_community_fund")
    assert read_fact("days_from_services_to_last_trust_transfer", job)[0] is MISSING
    job = _paid(("2026-04-09", "USD 150"), to="comptroller")
    assert read_fact("days_from_services_to_last_trust_transfer", job)[0] == 30


def test_until_the_thirtieth_day_the_share_is_that_of_today():
    job = _paid(("2026-03-20", "USD 50"), ("2026-04-01", "USD 100"))
    assert read_fact("trust_share_30_days_after_services", job, as_of=date(2026, 3, 20))[0] == 5
    assert read_fact("trust_share_of_gross", job, as_of=date(2026, 3, 31))[0] == 5
    assert read_fact("trust_share_of_gross", job, as_of=date(2026, 4, 1))[0] == 15


@pytest.mark.parametrize(
    "job",
    [
        _paid(("2026-03-20", "EUR 150")),
        _paid(("2026-03-20", "USD 150"), total="USD 0"),
        _paid(("2026-03-20", "USD 150"), total="unknown"),
        _paid(("2026-03-20", "unknown")),
        _paid(("unknown", "USD 150")),
        _paid(("2026-03-20", "USD 150"), to="unknown"),
    ],
    ids=["another currency", "no pay", "pay unknown", "amount unknown", "day unknown", "where it went unknown"],
)
def test_a_share_that_cannot_be_counted_is_missing(job):
    for fact in ("trust_share_of_gross", "trust_share_30_days_after_services"):
        value, _, missing = read_fact(fact, job)
        assert value is MISSING and missing != []


@pytest.mark.parametrize(
    "end, due",
    [
        ("2026-03-10", date(2026, 4, 9)),
        ("2026-03-11", date(2026, 4, 10)),
        ("2026-03-12", date(2026, 4, 13)),
        ("2026-03-13", date(2026, 4, 13)),
        ("2026-03-14", date(2026, 4, 13)),
        ("2026-03-15", date(2026, 4, 14)),
        ("2026-05-20", date(2026, 6, 22)),
        ("2026-11-25", date(2026, 12, 28)),
    ],
)
def test_a_thirtieth_day_that_is_no_business_day_makes_room_for_the_next(end, due):
    in_time, late = (_paid((str(due + timedelta(days=days)), "USD 150"), end=end) for days in (0, 1))
    assert read_fact("trust_share_30_days_after_services", in_time, as_of=date(2027, 1, 31))[0] == 15
    assert read_fact("trust_share_30_days_after_services", late, as_of=date(2027, 1, 31))[0] == 0


def test_without_a_thirtieth_day_no_share_is_counted():
    assert read_fact("trust_share_30_days_after_services", _paid(("2026-03-20", "USD 150"), end="9999-12-20"))[2] == ["/services/end_at", "/services/start_at"]
    assert read_fact("trust_share_30_days_after_services", _paid(("2026-03-20", "USD 150"), end="unknown"))[2] == ["/services/end_at", "/services/sessions"]


@pytest.mark.parametrize(
    "start, end, wanted",
    [("2026-03-10", "2026-03-10", "1"), ("2026-03-10", "2026-04-08", "30"), ("2026-03-10", "2026-04-09", "31"), ("2026-03-10", "2026-03-09", None), ("unknown", "2026-03-10", None), ("2026-03-10", "unknown", None)],
)
def test_the_services_span_days(start, end, wanted):
    value, _, missing = read_fact("days_of_services", child_job(services={"start_at": start, "end_at": end}))
    assert value == (Decimal(wanted) if wanted else MISSING)
    assert (missing == []) is (wanted is not None)

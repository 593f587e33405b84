"""Minors who work in California: permits, hours by the clock there, and shares in trust, as far as they follow from what is stated."""

from datetime import date
from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from fwa_check.values.period import parse_period
from tests.helpers import read_fact

HOURS = ["longest_day_at_work_under_18", "longest_work_on_one_day_under_18", "longest_work_on_a_school_day_under_18", "most_work_in_a_calendar_week_under_18", "most_work_in_any_7_days_under_18"]


def shoot(*stretches, born="2011-06-01", **facts):
    """A booking in California; a stretch is "2026-03-10 09:00 - 15:00"."""
    cut = [stretch.replace(" - ", " ").split() for stretch in stretches]
    sessions = [{"start_at": f"{day}T{start}-07:00", "end_at": f"{day}T{end}-07:00"} for day, start, end in cut]
    services = {"location": "US-CA", **({"sessions": sessions} if stretches else {}), **facts.pop("services", {})}
    return {"model": {"birth_date": born}, "services": services, **facts}


def hours(fact, job):
    value = read_fact(fact, job)[0]
    return value if value is MISSING else str(value)


@pytest.mark.parametrize(
    "start, end, earliest, latest",
    [
        ("2026-03-10T08:00-04:00", "2026-03-10T16:00-04:00", "5 hours", "13 hours"),
        ("2026-01-13T12:59Z", "2026-01-13T20:00Z", "4 hours 59 minutes", "12 hours"),
        ("2026-03-10T05:00-07:00", "2026-03-10T22:00-07:00", "5 hours", "22 hours"),
    ],
)
def test_in_california_the_clock_is_the_one_there(start, end, earliest, latest):
    job = shoot(services={"start_at": start, "end_at": end})
    assert read_fact("earliest_start_clock", job)[0] == parse_period(earliest)
    assert read_fact("latest_end_clock", job)[0] == parse_period(latest)


def test_where_it_may_be_either_coast_californias_time_is_no_clock():
    job = shoot(services={"location": "US", "start_at": "2026-03-10T09:00-07:00", "end_at": "2026-03-10T15:00-07:00"})
    assert read_fact("latest_end_clock", job)[0] is MISSING


@pytest.mark.parametrize(
    "born, wanted",
    [("2025-09-10", "6"), ("2025-09-11", "5"), ("2024-03-10", "24"), ("2026-03-10", "0"), ("2025-08-31", "6"), ("2026-03-11", None), ("unknown", None)],
)
def test_her_age_in_months_counts_those_completed_on_the_first_day(born, wanted):
    assert read_fact("model_months_of_age", shoot("2026-03-10 09:00 - 15:00", born=born))[0] == (Decimal(wanted) if wanted else MISSING)


@pytest.mark.parametrize(
    "born, words, later",
    [
        ("2024-03-10", "2 years", "24"), ("2024-03-11", "23 months", "24"), ("2010-03-12", "15 years", "191"), ("2026-02-10", "1 month", "1"),
        ("2026-02-11", "27 days", "1"), ("2026-03-09", "1 day", "0"), ("2026-03-10", "0 days", "0"), ("unknown", None, None), ("2026-03-12", None, None),
    ],
)  # fmt: skip
def test_her_age_is_told_in_words_and_counted_on_the_last_day_too(born, words, later):
    job = shoot("2026-03-10 09:00 - 15:00", "2026-03-11 09:00 - 15:00", born=born)
    assert read_fact("model_age_in_words", job)[0] == (words or MISSING)
    assert read_fact("model_months_of_age_on_last_day", job)[0] == (Decimal(later) if later else MISSING)


TWO_DAYS = ("2026-03-10 09:00 - 15:00", "2026-03-12 09:00 - 15:00")


@pytest.mark.parametrize(
    "school_days, wanted",
    [([], False), (None, False), (["2026-03-12"], True), (["2026-03-11"], False), (["2026-03-13", "2026-03-09"], False), (["unknown", "2026-03-10"], True), ("unknown", False)],
)
def test_a_stated_school_day_is_looked_for_among_the_days_of_work(school_days, wanted):
    school = {} if school_days is None else {"child_performer": {"school_days": school_days}}
    assert read_fact("falls_on_a_stated_school_day", shoot(*TWO_DAYS, **school))[0] is wanted


def test_a_school_day_that_nobody_can_name_may_be_any_day():
    for school_days, missing in ((["unknown"], ["/child_performer/school_days/0"]), (["2026-03-11", "unknown"], ["/child_performer/school_days/1"])):
        value, _, lacking = read_fact("falls_on_a_stated_school_day", shoot(*TWO_DAYS, child_performer={"school_days": school_days}))
        assert (value, lacking) == (MISSING, missing)


@pytest.mark.parametrize(
    "start, end, school_day, wanted",
    [
        ("2026-03-14T20:00", "2026-03-15T00:20", "2026-03-15", False),
        ("2026-03-14T20:00", "2026-03-15T00:20", "2026-03-14", True),
        ("2026-03-14T20:00", "2026-03-15T19:59", "2026-03-15", False),
        ("2026-03-14T20:00", "2026-03-15T20:00", "2026-03-15", True),
    ],
)
def test_what_goes_on_after_midnight_belongs_to_the_day_before(start, end, school_day, wanted):
    services = {"sessions": [{"start_at": f"{start}-07:00", "end_at": f"{end}-07:00"}]}
    for born in ("2011-06-01", "unknown"):
        assert read_fact("falls_on_a_stated_school_day", shoot(services=services, born=born, child_performer={"school_days": [school_day]}))[0] is wanted


def test_without_sessions_a_school_day_in_between_is_one_of_the_job():
    dates = {"start_at": "2026-03-10", "end_at": "2026-03-12"}
    for day, wanted in (("2026-03-09", False), ("2026-03-10", True), ("2026-03-11", True), ("2026-03-12", True), ("2026-03-13", False)):
        assert read_fact("falls_on_a_stated_school_day", shoot(services=dates, child_performer={"school_days": [day]}))[0] is wanted
    assert read_fact("falls_on_a_stated_school_day", shoot(child_performer={"school_days": ["2026-03-10"]}))[0] is MISSING


PERMITS, WITH_STATEMENT, TO_EMPLOY = "permits_of_6_months_or_10_days_cover_work_days", "permits_with_trustee_statement_cover_work_days", "permits_to_employ_cover_work_days"
PAPERS = [
    (PERMITS, {"kind": "california"}, "2025-09-10", True),
    (PERMITS, {"kind": "california"}, "2025-09-09", False),
    (PERMITS, {"kind": "california_temporary"}, "2026-02-28", True),
    (PERMITS, {"kind": "california_temporary"}, "2026-02-27", False),
    (PERMITS, {"kind": "regular"}, "2026-03-01", False),
    (PERMITS, {"kind": "california_blanket"}, "2026-03-01", False),
    (PERMITS, {}, "2026-03-01", None),
    (PERMITS, {}, "2025-09-09", False),
    (WITH_STATEMENT, {"kind": "california", "trustee_statement_attached": True}, "2025-09-10", True),
    (WITH_STATEMENT, {"kind": "california", "trustee_statement_attached": False}, "2026-02-24", True),
    (WITH_STATEMENT, {"kind": "california", "trustee_statement_attached": False}, "2026-02-23", False),
    (WITH_STATEMENT, {"kind": "california"}, "2026-02-24", True),
    (WITH_STATEMENT, {"kind": "california"}, "2026-02-23", None),
    (WITH_STATEMENT, {"kind": "california_temporary"}, "2026-03-01", True),
    (TO_EMPLOY, {"kind": "california_permit_to_employ"}, "2014-03-01", True),
    (TO_EMPLOY, {"kind": "individual"}, "2026-03-01", False),
    (TO_EMPLOY, {}, "2026-03-01", None),
]


@pytest.mark.parametrize("fact, paper, issued, wanted", PAPERS)
def test_a_paper_counts_no_longer_than_california_lets_it(fact, paper, issued, wanted):
    papers = [{**paper, "issued_on": issued, "expires_on": "2035-12-31"}]
    path = "certificates" if fact == TO_EMPLOY else "permits"
    value, _, missing = read_fact(fact, shoot("2026-03-10 09:00 - 15:00", child_performer={path: papers}))
    assert value is (MISSING if wanted is None else wanted)
    assert (missing == []) is (wanted is not None)


@pytest.mark.parametrize("kind", ["california", "california_temporary", "california_blanket"])
def test_a_permit_of_california_is_none_of_new_york(kind):
    papers = [{"kind": kind, "issued_on": "2026-03-01", "expires_on": "2026-03-31"}]
    assert read_fact("permits_of_1_year_or_15_days_cover_work_days", shoot("2026-03-10 09:00 - 15:00", child_performer={"permits": papers}))[0] is False


DAYS = [
    ("one stretch", ["2026-03-10 09:00 - 15:00"], "6 hours", "6 hours"),
    ("a break between", ["2026-03-10 09:00 - 12:00", "2026-03-10 13:00 - 18:30"], "9 hours and 30 minutes", "8 hours and 30 minutes"),
    ("two days", ["2026-03-10 09:00 - 12:00", "2026-03-11 09:00 - 14:00"], "5 hours", "5 hours"),
    ("stretches that overlap", ["2026-03-10 09:00 - 15:00", "2026-03-10 10:00 - 16:00"], "7 hours", "7 hours"),
]


@pytest.mark.parametrize("stretches, at_work, worked", [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_a_day_at_work_holds_its_breaks_and_the_work_does_not(stretches, at_work, worked):
    assert hours("longest_day_at_work_under_18", shoot(*stretches)) == at_work
    assert hours("longest_work_on_one_day_under_18", shoot(*stretches)) == worked


@pytest.mark.parametrize(
    "breaks, worked, on_set",
    [
        ([], "9 hours", "9 hours"),
        ([{"start_at": "2026-03-10T12:00-07:00", "length": "20 minutes"}], "8 hours and 40 minutes", "8 hours and 40 minutes"),
        ([{"start_at": "2026-03-10T12:00-07:00", "length": "1 hour"}], "8 hours", "8 hours and 30 minutes"),
        ([{"start_at": "2026-03-10T19:00-07:00", "length": "1 hour"}], "9 hours", "9 hours"),
        ([{"length": "1 hour"}], "9 hours", None),
        ("unknown", "9 hours", None),
    ],
)
def test_meal_breaks_are_taken_out_of_the_work_and_half_an_hour_of_them_out_of_the_time_on_set(breaks, worked, on_set):
    job = shoot("2026-03-10 09:00 - 18:00", services={"meal_breaks": breaks})
    assert hours("longest_work_on_one_day_under_18", job) == worked
    assert hours("longest_day_on_set_less_half_an_hour_for_meals", job) == (on_set or MISSING)


def test_a_booking_of_one_day_has_a_time_on_set_and_no_known_work():
    job = shoot(services={"start_at": "2026-03-10T09:00-07:00", "end_at": "2026-03-10T15:00-07:00", "meal_breaks": []})
    assert hours("longest_day_at_work_under_18", job) == hours("longest_day_on_set_less_half_an_hour_for_meals", job) == "6 hours"
    value, _, missing = read_fact("longest_work_on_one_day_under_18", job)
    assert (value, missing) == (MISSING, ["/services/sessions"])


@pytest.mark.parametrize("school_days, wanted", [(["2026-03-10"], "3 hours"), (["2026-03-11"], "5 hours"), ([], "0 days"), (["unknown"], MISSING), ("unknown", MISSING)])
def test_the_work_on_school_days_is_looked_at_alone(school_days, wanted):
    job = shoot("2026-03-10 09:00 - 12:00", "2026-03-11 09:00 - 14:00", child_performer={"school_days": school_days})
    assert hours("longest_work_on_a_school_day_under_18", job) == wanted


@pytest.mark.parametrize(
    "days, calendar, rolling",
    [
        (range(15, 22), "49 hours", "49 hours"),
        (range(11, 18), "28 hours", "49 hours"),
        (range(14, 22), "49 hours", "49 hours"),
        ([10], "7 hours", "7 hours"),
    ],
)
def test_a_week_runs_from_sunday_to_saturday_or_is_any_seven_days(days, calendar, rolling):
    job = shoot(*(f"2026-03-{day} 09:00 - 16:00" for day in days))
    assert hours("most_work_in_a_calendar_week_under_18", job) == calendar
    assert hours("most_work_in_any_7_days_under_18", job) == rolling


def test_weeks_can_be_told_at_both_ends_of_the_calendar():
    for day, born in (("0001-01-02", "0001-01-01"), ("9999-12-30", "9981-12-31")):
        assert hours("most_work_in_any_7_days_under_18", shoot(f"{day} 09:00 - 16:00", born=born)) == "7 hours"
        assert hours("most_work_in_a_calendar_week_under_18", shoot(f"{day} 09:00 - 16:00", born=born)) == "7 hours"


@pytest.mark.parametrize("fact", HOURS)
@pytest.mark.parametrize("job", [shoot(), shoot("2026-03-10 15:00 - 09:00"), shoot("2026-03-10 09:00 - 15:00", born="unknown")])
def test_where_the_hours_are_unclear_nothing_is_known(fact, job):
    value, _, missing = read_fact(fact, job)
    assert value is MISSING and missing != []


def test_from_her_eighteenth_birthday_on_nothing_counts():
    job = shoot("2026-03-10 09:00 - 12:00", "2026-03-11 09:00 - 18:00", born="2008-03-11")
    assert hours("longest_work_on_one_day_under_18", job) == "3 hours"
    assert hours("most_work_in_any_7_days_under_18", job) == "3 hours"
    assert hours("longest_work_on_one_day_under_18", shoot("2026-03-10 09:00 - 12:00", born="2008-03-10")) is MISSING
    night = shoot(services={"sessions": [{"start_at": "2026-03-10T18:00-07:00", "end_at": "2026-03-11T02:00-07:00"}]}, born="2008-03-11")
    assert hours("longest_work_on_one_day_under_18", night) == "6 hours"


@pytest.mark.parametrize(
    "statement, as_of, wanted",
    [
        ({"given": "given", "given_on": "2026-03-24"}, "2026-11-21", "10"),
        ({"given": "given", "given_on": "2026-03-25"}, "2026-11-21", "11"),
        ({"given": "given", "given_on": "2026-03-01"}, "2026-11-21", "0"),
        ({"given": "not_given"}, "2026-03-11", "1"),
        ({"given": "given"}, "2026-11-21", None),
        ({}, "2026-11-21", None),
    ],
)
def test_the_statement_is_awaited_in_business_days(statement, as_of, wanted):
    job = shoot("2026-03-10 09:00 - 15:00", child_performer={"trust": {"trustee_statement": statement}})
    assert read_fact("business_days_to_trustee_statement", job, as_of=date.fromisoformat(as_of))[0] == (Decimal(wanted) if wanted else MISSING)


def trust(statement="2026-03-12", certificate="2026-03-11", transfers=(), total="USD 1000"):
    money = {
        "trustee_statement": {"given": "given", "given_on": statement},
        "birth_certificate": {"given": "given", "given_on": certificate},
        "transfers": [{"to": to, "amount": amount, "made_on": day} for to, amount, day in transfers],
    }
    return shoot("2026-03-10 09:00 - 15:00", compensation={"total": total}, child_performer={"trust": money})


@pytest.mark.parametrize(
    "statement, certificate, wanted",
    [
        ("2026-03-12", "2026-03-11", date(2026, 4, 3)),
        ("2026-03-11", "2026-03-12", date(2026, 4, 3)),
        ("2026-01-05", "2026-01-06", date(2026, 4, 1)),
        ("unknown", "2026-03-11", None),
        ("2026-03-12", "unknown", None),
    ],
)
def test_the_deposit_is_due_after_both_papers_and_the_work(statement, certificate, wanted):
    assert read_fact("fifteenth_business_day_after_trust_papers", trust(statement, certificate))[0] == (wanted or MISSING)


def test_a_guardians_paper_counts_where_it_is_stated_to_be_given():
    for paper, wanted in (({"given": "given", "given_on": "2026-03-13"}, date(2026, 4, 6)), ({"given": "none_needed"}, date(2026, 4, 3)), ({}, date(2026, 4, 3)), ({"given": "given"}, MISSING)):
        job = trust()
        job["child_performer"]["trust"]["guardianship_paper"] = paper
        assert read_fact("fifteenth_business_day_after_trust_papers", job)[0] == wanted


def test_where_she_has_no_school_days_nobody_asks_for_the_hours():
    assert hours("longest_work_on_a_school_day_under_18", shoot(child_performer={"school_days": []})) == "0 days"


def test_only_what_was_in_the_account_in_time_is_a_share_in_trust():
    transfers = [("trust_account", "USD 100", "2026-04-03"), ("trust_account", "USD 50", "2026-04-06"), ("entertainment_community_fund", "USD 30", "2026-04-01")]
    share, sent = "trust_share_15_business_days_after_papers", "share_sent_to_entertainment_community_fund"
    assert read_fact(share, trust(transfers=transfers))[0] == 10
    assert read_fact(share, trust(transfers=transfers), as_of=date(2026, 4, 2))[0] == 0
    assert read_fact(sent, trust(transfers=transfers))[0] == 3
    assert read_fact("trust_share_of_gross", trust(transfers=transfers))[0] == 15
    assert read_fact(share, trust(transfers=[("unknown", "USD 100", "2026-04-03")]))[0] is MISSING
    assert read_fact(share, trust(statement="unknown"))[0] is MISSING
    assert read_fact(sent, trust(transfers=[("trust_account", "EUR 100", "2026-04-03")]))[0] is MISSING


def test_account_and_fund_are_counted_together():
    transfers = [("trust_account", "USD 50", "2026-04-03"), ("entertainment_community_fund", "USD 100", "2026-04-01"), ("entertainment_community_fund", "USD 20", "2026-04-06"), ("comptroller", "USD 300", "2026-04-01")]
    in_time, ever = "share_in_account_or_fund_15_business_days_after_papers", "share_in_account_or_fund"
    assert read_fact(in_time, trust(transfers=transfers))[0] == 15
    assert read_fact(in_time, trust(transfers=transfers), as_of=date(2026, 4, 2))[0] == 10
    assert read_fact(in_time, trust(statement="unknown", transfers=transfers))[0] is MISSING
    assert read_fact(ever, trust(transfers=transfers))[0] == 17
    assert read_fact(ever, trust(statement="unknown", transfers=transfers), as_of=date(2026, 4, 3))[0] == 15
    assert read_fact(ever, trust(transfers=[("unknown", "USD 100", "2026-04-03")]))[0] is MISSING

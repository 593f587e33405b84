"""Talent services: the days in which a model cancels, is paid back, and is taken down."""

from datetime import date
from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from tests.helpers import read_fact

KIND = "talent_service_contract"
HERE = "/cancellation"


def counts(names, facts, as_of=date(2026, 11, 21)):
    return [value if value is MISSING else int(value) for value in (read_fact(name, facts, kind=KIND, as_of=as_of)[0] for name in names)]


CANCELLED = ("weekdays_to_cancellation", "business_days_to_cancellation")
# 2 March 2026 is a Monday; 31 March, Cesar Chavez Day, is a holiday of California's courts.
CANCELLATIONS = [
    ("2026-03-02", "2026-03-02", 0, 0),
    ("2026-03-02", "2026-03-03", 1, 1),
    ("2026-03-02", "2026-03-08", 4, 4),
    ("2026-03-02", "2026-03-16", 10, 10),
    ("2026-03-02", "2026-03-17", 11, 11),
    ("2026-03-07", "2026-03-09", 1, 1),
    ("2026-03-20", "2026-04-03", 10, 9),
    ("2026-03-20", "2026-04-06", 11, 10),
]


@pytest.mark.parametrize("signed, sent, weekdays, business_days", CANCELLATIONS)
def test_the_days_to_cancel_run_from_the_later_of_signature_and_first_use(signed, sent, weekdays, business_days):
    used = {"first_use": "begun", "first_used_on": "2026-01-05", "notice_sent_on": sent}
    assert counts(CANCELLED, {"signed_on": signed, "cancellation": used}) == [weekdays, business_days]
    used = {"first_use": "begun", "first_used_on": signed, "notice_sent_on": sent}
    assert counts(CANCELLED, {"signed_on": "2026-01-05", "cancellation": used}) == [weekdays, business_days]


def test_they_do_not_run_before_the_first_use():
    facts = {"signed_on": "2026-01-05", "cancellation": {"first_use": "not_begun", "notice_sent_on": "2026-06-01"}}
    assert counts(CANCELLED, facts) == [0, 0]


@pytest.mark.parametrize(
    "facts, missing",
    [
        ({"cancellation": {"first_use": "not_begun"}}, [f"{HERE}/notice_sent_on", "/signed_on", "/status"]),
        ({"signed_on": "2026-03-02", "cancellation": {"first_use": "begun", "notice_sent_on": "2026-03-03"}}, [f"{HERE}/first_used_on"]),
        ({"signed_on": "2026-03-02", "cancellation": {"first_used_on": "2026-03-02", "notice_sent_on": "2026-03-03"}}, [f"{HERE}/first_use"]),
        ({"signed_on": "2026-03-02", "cancellation": {"first_use": "not_begun", "notice_sent_on": "2026-03-01"}}, []),
    ],
)
def test_nothing_is_counted_from_what_is_missing_or_contradicts_itself(facts, missing):
    value, _, lacking = read_fact("weekdays_to_cancellation", facts, kind=KIND)
    assert value is MISSING
    assert set(missing) <= set(lacking)


REFUNDED = ("weekdays_to_refund", "business_days_to_refund")


@pytest.mark.parametrize(
    "refund, as_of, wanted",
    [
        ({"refund": "in_full", "refunded_on": "2026-04-03"}, date(2026, 11, 21), [10, 9]),
        ({"refund": "in_full", "refunded_on": "2026-03-20"}, date(2026, 11, 21), [0, 0]),
        ({"refund": "in_full", "refunded_on": "2026-03-19"}, date(2026, 11, 21), [0, 0]),
        ({"refund": "in_part", "refunded_on": "2026-03-23"}, date(2026, 4, 6), [11, 10]),
        ({"refund": "none"}, date(2026, 4, 3), [10, 9]),
        ({"refund": "in_full"}, date(2026, 4, 3), [MISSING, MISSING]),
        ({}, date(2026, 4, 3), [MISSING, MISSING]),
    ],
)
def test_the_days_to_pay_back_run_until_all_is_paid_or_until_today(refund, as_of, wanted):
    assert counts(REFUNDED, {"cancellation": {"notice_delivered_on": "2026-03-20", **refund}}, as_of) == wanted


def test_weeks_are_counted_whole():
    facts = {"cancellation": {"notice_delivered_on": "2026-01-01", "refund": "none"}}
    assert read_fact("weekdays_to_refund", facts, kind=KIND, as_of=date(2026, 12, 31))[0] == Decimal(260)


@pytest.mark.parametrize(
    "take_down, wanted",
    [
        ({"removal": "removed", "removed_on": "2026-03-12"}, date(2026, 3, 12)),
        ({"removal": "removed"}, MISSING),
        ({"removal": "not_removed"}, date(2026, 11, 21)),
        ({"removed_on": "2026-03-12"}, MISSING),
    ],
)
def test_what_is_still_shown_is_shown_until_today(take_down, wanted):
    assert read_fact("taken_down_on", {"take_down": take_down}, kind=KIND)[0] == wanted


@pytest.mark.parametrize("born, under", [("2008-03-02", False), ("2008-03-03", True)])
def test_the_age_of_who_signs_is_that_of_the_day_of_signing(born, under):
    assert read_fact("model_under_18", {"signed_on": "2026-03-02", "model": {"birth_date": born}}, kind=KIND)[0] is under

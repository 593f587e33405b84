"""What courts and the Labor Commissioner of California have decided, each as a document."""

import pytest

from fwa_check.judge.present import present
from fwa_check.rulebook.rulebook import load_rulebook
from tests.helpers import document_of, findings_of
from tests.rules.jobs import EMPLOYMENT

BOOK = load_rulebook()
SHOW = {
    "status": "completed",
    "client": {"name": "Costa Brava Hair", "government": False},
    "model": {"name": "Ines Varga"},
    "classification": "employee",
    "booked_directly": True,
    "services": {"location": "US-CA", "work": ["runway_or_hair_show"], "start_at": "2026-03-10T09:00-07:00", "end_at": "2026-03-10T17:00-07:00"},
    "compensation": {"total": "USD 500"},
    "employment": EMPLOYMENT,
}
CHILDREN = {
    "status": "completed",
    "model": {"name": "Ava Moreau", "birth_date": "2018-01-10"},
    "client": {"name": "Costa Brava Studios", "government": False},
    "booked_directly": True,
    "compensation": {"total": "USD 400"},
}


def _finding(rule, booking):
    (finding,) = findings_of(BOOK.rule(rule), document_of("booking", booking))
    return finding.verdict, present(finding)["message"]


def _paid(day):
    return {**SHOW, "payments": [{"id": "wages", "paid_on": day, "amount": "USD 500"}]}


def test_loreal_a_hair_show_of_one_day_paid_two_months_later_costs_thirty_daily_wages():
    """Smith v. Superior Court (L'Oreal USA, Inc.), 39 Cal.4th 77 (2006)."""
    for rule in ("US-CA-LAB-201", "US-CA-LAB-203"):
        verdict, message = _finding(rule, _paid("2026-05-10"))
        assert verdict == "fail" and "USD 500 x 30 days (30 at most) = USD 15,000" in message
    assert _finding("US-CA-LAB-201", _paid("2026-03-10"))[0] == "pass"


def test_the_labor_commissioners_wages_42_days_late_cost_no_more_than_thirty_days():
    verdict, message = _finding("US-CA-LAB-203", _paid("2026-04-21"))
    assert verdict == "fail" and "= USD 15,000" in message
    assert "USD 500 x 29 days (30 at most) = USD 14,500" in _finding("US-CA-LAB-203", _paid("2026-04-08"))[1]


def test_hill_a_dispute_on_her_status_is_a_review_and_never_a_pass():
    """Hill v. Walmart Inc., 32 F.4th 811 (9th Cir. 2022): ten shoots of 2016-17, paid through her agency on net 30."""
    hill = {
        **_paid("2017-05-20"),
        "classification": "disputed",
        "client_paid_agency_on": "2017-05-10",
        "payment_term": {"trigger": "client_paid_agency", "offset": "30 days"},
        "services": {"location": "US-CA", "work": ["still_images"], "start_at": "2017-03-10", "end_at": "2017-03-10"},
        "employment": {**EMPLOYMENT, "late_pay_reason": "good_faith_dispute"},
    }
    verdict, message = _finding("US-CA-LAB-201", hill)
    assert verdict == "review" and "2017-03-10" in message and "2017-06-09" in message
    verdict, message = _finding("US-CA-LAB-203", hill)
    assert verdict == "review" and "in question" in message and "good faith" in message


@pytest.mark.parametrize(
    "day, teachers, verdict",
    [("2026-03-10", 1, "fail"), ("2026-03-10", 2, "pass"), ("2026-03-14", 1, "pass")],
    ids=["one teacher on a school day", "two on a school day", "one on a Saturday"],
)
def test_eleven_children_of_eight_and_a_studio_teacher(day, teachers, verdict):
    """8 CCR § 11755.2: one to ten, one to twenty on weekends, holidays and in vacations."""
    services = {"location": "US-CA", "work": ["still_images"], "start_at": f"{day}T09:00-07:00", "end_at": f"{day}T12:00-07:00"}
    child = {
        "school_days": [day] if day == "2026-03-10" else [],
        "studio_teacher": {"count": teachers, "minors": 11, "school_is_out": day == "2026-03-14"},
        "engaged_as": "individual",
        "kind_of_work": "photography_or_film",
    }
    assert _finding("US-CA-8CCR-11755.2", {**CHILDREN, "services": services, "child_performer": child})[0] == verdict

"""One day of a model's work in California, USD 2,000, done ten ways and always paid on 24 April 2026, 45 days later.

The table is to be read by a lawyer: what the work is, what she is, where and through whom; then each rule that
speaks, with its verdict, the day on which the money was due, how many days late it came, and the exposure under
Labor Code § 203 (a daily wage for each day, thirty at most). A dispute on her status shows both days.
"""

import re

import pytest

from fwa_check.documents.dossier import Dossier
from fwa_check.judge.judge import judge_document
from fwa_check.judge.present import present
from fwa_check.rulebook.rulebook import load_rulebook
from tests.helpers import TODAY, document_of
from tests.rules.jobs import EMPLOYMENT

BOOK = load_rulebook()
PAYDAYS = ["201", "201.3", "201.3-DAILY", "201.5", "201.6", "2775-CONTRACT"]
RULES = [*(f"US-CA-LAB-{rule}" for rule in PAYDAYS), "US-CA-LA-189.104", "US-CA-LAB-1700.25", "US-CA-BPC-18102-PAYDATE"]
PENALTIES = ["US-CA-LAB-203", "US-CA-LAB-203-PAYDAY"]
LETTERS = {"pass": "P", "fail": "F", "review": "R", "unknown": "?"}
AGENCY = {
    "agency": {"name": "Halcyon Models", "business_in": ["US-CA"], "procures_engagements": True, "talent_agency_licence": {"status": "licensed"}},
    "client_paid_agency": "paid",
    "client_paid_agency_on": "2026-03-20",
    "client_money": {"fee_dispute": "none"},
}

# Work, status, place, route | rule: verdict, due on, days late, exposure.
TABLE = """
still_images        | employee   | Los Angeles | direct | 201.6 F 2026-03-26 29 58,000
moving_images       | employee   | Los Angeles | direct | 201.5 F 2026-03-26 29 58,000
runway_or_hair_show | employee   | Los Angeles | direct | 201 F 2026-03-10 45 60,000
fitting             | employee   | San Diego   | direct | 201 F 2026-03-10 45 60,000
still_images        | employee   | San Diego   | agency | 201.6 F 2026-03-26 29 58,000; 1700.25 F 2026-04-20 4 -
runway_or_hair_show | contractor | Los Angeles | direct | 189.104 F 2026-04-09 15 -
still_images        | contractor | Los Angeles | agency | 189.104 F 2026-04-09 15 -; 1700.25 F 2026-04-20 4 -
moving_images       | contractor | San Diego   | direct | 2775-CONTRACT F 2026-04-09 15 -
still_images        | disputed   | Los Angeles | direct | 201.6 R 2026-03-26 or 2026-04-09 29 58,000; 189.104 R 2026-04-09 or 2026-03-26 15 -
runway_or_hair_show | disputed   | San Diego   | direct | 201 R 2026-03-10 or 2026-04-09 45 60,000
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]


def _booking(work, status, place, route):
    return {
        "status": "completed",
        "model": {"name": "Ines Varga"},
        "client": {"name": "Maison Ottilie", "contracts_for_services": True, "government": False, "based_in": "US-CA"},
        "classification": {"contractor": "independent_contractor"}.get(status, status),
        "booked_directly": route == "direct",
        "services": {"location": "US-CA", "in_city_of_los_angeles": place == "Los Angeles", "work": [work], "start_at": "2026-03-10T09:00-07:00", "end_at": "2026-03-10T17:00-07:00"},
        "contract": {"made_on": "2026-03-02", "written": True, "model_party": "model", "service_category": "model", "payment_day": "30 days after the shoot"},
        "compensation": {"total": "USD 2,000"},
        "payment_term": {"trigger": "services_completed", "offset": "30 days"},
        "payments": [{"id": "pay", "paid_on": "2026-04-24", "amount": "USD 2,000"}],
        "other_work_for_client": "USD 0",
        "other_work_for_client_this_year": "USD 0",
        "employment": EMPLOYMENT,
        **(AGENCY if route == "agency" else {}),
    }


def _spoken(rules, booking):
    """Return {short id: (verdict, message)} of the rules that apply."""
    document = document_of("booking", booking)
    findings = judge_document(document, [BOOK.rule(rule).on("booking") for rule in rules], TODAY, Dossier([document]).close())
    return {finding.rule.id.split("-", 3)[3]: (finding.verdict, present(finding)["message"]) for finding in findings if finding.verdict != "not_applicable"}


def _wanted(cell):
    """Take ``201 F 2026-03-10 45 60,000`` apart: the rule, its letter, its days, the days late and the exposure."""
    rule, letter, days, late, exposure = re.fullmatch(r"(\S+) (\S) ([-0-9]+(?: or [-0-9]+)?) ([0-9]+) (\S+)", cell).groups()
    return rule, letter, days.split(" or "), late, exposure


@pytest.mark.parametrize("work, status, place, route, cells", ROWS, ids=[" ".join(row[:4]) for row in ROWS])
def test_one_job_ten_ways(work, status, place, route, cells):
    spoken = _spoken(RULES, _booking(work, status, place, route))
    wanted = [_wanted(cell) for cell in cells.split("; ")]
    assert {rule: LETTERS[verdict] for rule, (verdict, _) in spoken.items()} == {rule: letter for rule, letter, *_ in wanted}
    for rule, _, days, late, exposure in wanted:
        message = spoken[rule][1]
        assert all(day in message for day in days), message
        assert re.search(rf"(days late: |days after it: |day: |, ){late}\b(?!-)", message), message
        assert (f"= USD {exposure}" in message) == (exposure != "-"), message


@pytest.mark.parametrize("work, status, place, route, cells", ROWS, ids=[" ".join(row[:4]) for row in ROWS])
def test_only_an_employees_wages_run_on_as_a_penalty(work, status, place, route, cells):
    spoken = _spoken(PENALTIES, _booking(work, status, place, route))
    exposures = [f"USD {exposure}" for *_, exposure in map(_wanted, cells.split("; ")) if exposure != "-"]
    assert len(spoken) == len(exposures)
    for (verdict, message), exposure in zip(spoken.values(), exposures):
        assert verdict == ("review" if status == "disputed" else "fail")
        assert f"= {exposure}" in message


def test_paid_on_the_earliest_of_all_days_there_is_nothing_to_say():
    for work, status, place, route, _ in ROWS:
        booking = {**_booking(work, status, place, route), "payments": [{"id": "pay", "paid_on": "2026-03-10", "amount": "USD 2,000"}]}
        assert {verdict for verdict, _ in _spoken([*RULES, *PENALTIES], booking).values()} == {"pass"}, (work, status, place, route)

"""The questions that New York's Department of Labor answers about the Fashion Workers Act, as reported, each as a document."""

import pytest

from fwa_check.rulebook.rulebook import load_rulebook
from tests.helpers import document_of, findings_of

BOOK = load_rulebook()
AGENCY = {"name": "Lindenhof Models", "licensed_employment_agency": False, "business_in": ["US-NY"]}
CONTRACT = {"status": "signed", "signed_on": "2026-03-02", "agency": AGENCY, "model": {"represented": True}, "work_territory": ["US-NY"]}
BOOKING = {
    "status": "completed",
    "client": {"name": "Maison Ottilie", "contracts_for_services": True, "manages_performance": True},
    "agency": AGENCY,
    "booked_directly": False,
    "model": {"name": "Ines Varga", "requested_language": "es"},
    "services": {"location": "US-NY", "start_at": "2026-03-10T09:00-04:00", "end_at": "2026-03-10T17:00-04:00"},
    "compensation": {"total": "USD 2,400"},
    "payments": [],
}
MEMO = {"given": True, "scope_of_work": "One day of stills", "expectations": "None", "usages": "Web, one year", "incurred_expenses": "None"}
CONSENT = {
    "status": "signed",
    "signed_on": "2026-03-02",
    "signed_by": "model",
    "grantee": {"role": "client", "contracts_for_services": True, "manages_performance": True},
    "work_in": ["US-NY"],
    "replica": {"substantially_replicates": True, "first_created_on": "2026-03-09"},
    "scope": {"campaigns": ["spring-lookbook"], "media": ["lookbook"]},
}
OLD_POWER = {"present": True, "optional": True, "required_to_sign": False, "model_may_end": "any_time", "scope": "modeling_services_only", "subject_to_fiduciary_duty": "affirmed", "digital_replica": "excluded", "in_force": True}


def _verdicts(rule, kind, facts, **changes):
    document = document_of(kind, {**facts, **changes})
    return [finding.verdict for finding in findings_of(BOOK.rule(f"US-NY-FWA-{rule}"), document)]


def test_an_agency_that_asks_a_deposit_to_hold_a_spot_may_not():
    deposit = {"id": "spot", "kind": "deposit to hold the spot", "amount": "USD 150", "when": "condition_of_signing"}
    assert _verdicts("1035-1", "management_contract", CONTRACT, fees=[deposit]) == ["fail"]


@pytest.mark.parametrize("campaign, fits, verdict", [("autumn-campaign", False, "fail"), ("spring-lookbook", True, "pass")])
def test_pictures_of_an_earlier_shoot_that_ai_changes_for_a_new_campaign_need_a_new_consent(campaign, fits, verdict):
    use = {"id": "use", "campaign": campaign, "medium": "lookbook", "from_on": "2026-04-01", "until_on": "2026-04-30", "within_described_scope": fits}
    assert _verdicts("1037-7-SCOPE", "replica_consent", CONSENT, uses=[use]) == [verdict]


def test_a_deal_memo_names_a_payment_term_and_the_model_may_sue_when_it_is_missed():
    term = {"trigger": "services_completed", "offset": "30 days"}
    assert _verdicts("PAYTERM", "booking", BOOKING, deal_memo=MEMO) == ["fail"]
    assert _verdicts("PAYTERM", "booking", BOOKING, deal_memo=MEMO, payment_term=term) == ["pass"]
    assert _verdicts("PAYTERM-LATE", "booking", BOOKING, deal_memo=MEMO, payment_term=term) == ["fail"]


@pytest.mark.parametrize("business_in, verdict", [(["US-NJ", "US-NY"], "fail"), (["US-NJ"], "not_applicable")])
def test_registration_is_not_limited_to_companies_of_new_york(business_in, verdict):
    agency = {**AGENCY, "business_in": business_in, "registration": {"status": "unregistered"}}
    assert _verdicts("1032", "management_contract", {**CONTRACT, "signed_on": "2026-07-01"}, agency=agency, work_territory=["US-NJ"]) == [verdict]


@pytest.mark.parametrize("term", [{"digital_replica": "covered"}, {"model_may_end": "not_at_all"}, {"model_may_end": "for_cause"}])
def test_a_power_of_attorney_from_before_the_act_that_does_not_conform_is_void(term):
    contract = {**CONTRACT, "signed_on": "2024-05-01"}
    assert _verdicts("1036-2", "management_contract", contract, power_of_attorney={**OLD_POWER, **term}) == ["fail"]
    assert _verdicts("1036-2", "management_contract", contract, power_of_attorney=OLD_POWER) == ["pass"]


def test_whether_an_agency_for_influencers_is_bound_hangs_on_what_it_is():
    """Nobody is told that the Act does not reach a company before it is known what the company is."""
    agency = {"name": "Halo Creators", "business_in": ["US-NY"]}
    document = document_of("management_contract", {**CONTRACT, "agency": agency, "commission": {"percent": "35", "base": "model_pay"}})
    (finding,) = findings_of(BOOK.rule("US-NY-FWA-1035-7"), document)
    assert (finding.verdict, [pointer for _, pointer in finding.missing]) == ("unknown", ["/agency/licensed_employment_agency"])


@pytest.mark.parametrize(
    "copy, verdict",
    [
        ({"copy_to_model": "given", "copy_to_model_on": "2026-03-17", "language": "es"}, "pass"),
        ({"copy_to_model": "given", "copy_to_model_on": "2026-03-18", "language": "es"}, "fail"),
        ({"copy_to_model": "given", "copy_to_model_on": "2026-03-17", "language": "en"}, "fail"),
        ({"copy_to_model": "not_given"}, "fail"),
    ],
)
def test_the_final_agreement_reaches_the_model_within_seven_days_in_her_language(copy, verdict):
    assert _verdicts("1034-5B", "booking", BOOKING, final_agreement=copy) == [verdict]

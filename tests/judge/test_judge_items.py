"""Rules that judge each item of a list, and rules that read another document too."""

import pytest

from tests.helpers import document_of, finding_of, findings_of, problem_of, rule_of

FEES = {
    "dated_by": "signed_on",
    "for_each": {"fee": "fees"},
    "when": {"mother_agency.present": False},
    "require": {"fee.amount": {"at_most": "USD 5"}},
    "message": "{fee.kind}: {fee.amount}",
}
REACHED = {"signed_on": "2026-03-02", "mother_agency": {"present": False}}


def _told(findings):
    return [(finding.subject, finding.verdict, finding.at, [pointer for _, pointer in finding.missing]) for finding in findings]


def test_each_item_has_a_verdict_of_its_own_and_is_named_by_its_id_or_its_place(tmp_path):
    fees = [{"id": "joining", "amount": "USD 6"}, {"amount": "USD 5"}, {"id": "unknown"}, "unknown"]
    findings = findings_of(rule_of(tmp_path, **FEES), document_of("management_contract", {**REACHED, "fees": fees}))
    assert _told(findings) == [
        ("joining", "fail", "/fees/0", []),
        ("fees/1", "pass", "/fees/1", []),
        ("fees/2", "unknown", "/fees/2", ["/fees/2/amount"]),
        ("fees/3", "unknown", "/fees/3", ["/fees/3"]),
    ]


@pytest.mark.parametrize("fees", [{}, {"fees": "unknown"}, {"fees": None}], ids=str)
def test_a_list_that_is_not_stated_is_unknown(tmp_path, fees):
    finding = finding_of(rule_of(tmp_path, **FEES), document_of("management_contract", {**REACHED, **fees}))
    assert _told([finding]) == [(None, "unknown", "", ["/fees"])]
    assert finding.reason == "whether there is anything to judge"


@pytest.mark.parametrize(
    "facts, reason",
    [({**REACHED, "signed_on": "2025-06-18"}, "took effect on 2025-06-19"), ({**REACHED, "mother_agency": {"present": True}}, None)],
    ids=["before the law", "does not apply"],
)
def test_a_list_that_is_not_stated_is_no_question_where_the_rule_reaches_none_of_its_items(tmp_path, facts, reason):
    finding = finding_of(rule_of(tmp_path, **FEES), document_of("management_contract", facts))
    assert _told([finding]) == [(None, "not_applicable", "", [])]
    assert reason is None or reason in finding.reason


def test_a_list_that_is_not_stated_comes_after_what_the_document_leaves_open_of_the_rules_reach(tmp_path):
    facts = {name: value for name, value in REACHED.items() if name != "mother_agency"}
    finding = finding_of(rule_of(tmp_path, **FEES), document_of("management_contract", facts))
    assert _told([finding]) == [(None, "unknown", "", ["/mother_agency/present", "/fees"])]


def test_a_list_that_is_not_stated_never_passes_or_fails_by_what_does_not_hang_on_its_items(tmp_path):
    for kept in (True, False):
        rule = rule_of(tmp_path / str(kept), **{**FEES, "require": {"model.represented": True}})
        facts = {**REACHED, "model": {"represented": kept}}
        assert _told(findings_of(rule, document_of("management_contract", facts))) == [(None, "unknown", "", ["/fees"])]


def test_an_empty_list_has_nothing_to_judge(tmp_path):
    finding = finding_of(rule_of(tmp_path, **FEES), document_of("management_contract", {**REACHED, "fees": []}))
    assert (finding.verdict, finding.reason, [pointer for _, pointer in finding.reads]) == ("not_applicable", "the list is empty", ["/fees"])


def test_items_that_are_single_values_are_judged_by_themselves(tmp_path):
    rule = rule_of(tmp_path, for_each={"territory": "work_territory"}, require={"territory": {"within": "EU"}}, message="{territory}")
    findings = findings_of(rule, document_of("management_contract", {"work_territory": ["FR", "US-NY", "EEA", "unknown"]}))
    assert _told(findings) == [
        ("work_territory/0", "pass", "/work_territory/0", []),
        ("work_territory/1", "fail", "/work_territory/1", []),
        ("work_territory/2", "unknown", "/work_territory/2", ["/work_territory/2"]),
        ("work_territory/3", "unknown", "/work_territory/3", ["/work_territory/3"]),
    ]
    assert findings[1].message == "US-NY"


def test_items_of_one_rule_are_not_taken_for_those_of_another_question(tmp_path):
    require = {"all": [{"some": {"each": "fees", "as": "other", "where": {"other.amount": {"more_than": "USD 5"}}}}, {"fee.amount": {"at_most": "USD 5"}}]}
    findings = findings_of(rule_of(tmp_path, **{**FEES, "require": require}), document_of("management_contract", {**REACHED, "fees": [{"amount": "USD 1"}, {"amount": "USD 9"}]}))
    assert [finding.verdict for finding in findings] == ["pass", "fail"]


CAMPAIGN = {
    "reads": "campaign",
    "for_each": {"asset": "assets", "person": "asset.depicts"},
    "with": {"consent": "person.consent_ref"},
    "when": {"person.person": "digital_replica"},
    "require": {"consent.instrument.written": True, "consent.signed_on": {"on_or_before": {"fact": "asset.generated_on"}}},
    "message": "{person.id} in {asset.id}: {consent.signed_on}",
}
CONSENT = {"signed_on": "2026-03-01", "instrument": {"written": True}}


def _campaign(*persons, generated_on="2026-03-02"):
    return document_of("campaign", {"assets": [{"id": "a1", "generated_on": generated_on, "depicts": [{"person": "digital_replica", **person} for person in persons]}]}, id="spring")


def test_lists_in_lists_are_judged_item_by_item(tmp_path):
    campaign = document_of("campaign", {"assets": [{"depicts": [{"id": "ines", "person": "real"}, {"person": "real"}]}, {"id": "empty", "depicts": []}, {"id": "silent"}, "unknown"]})
    assert _told(findings_of(rule_of(tmp_path, **CAMPAIGN), campaign)) == [
        ("ines", "not_applicable", "/assets/0/depicts/0", []),
        ("assets/0/depicts/1", "not_applicable", "/assets/0/depicts/1", []),
        ("empty", "not_applicable", "/assets/1", []),
        ("silent", "unknown", "/assets/2", ["/assets/2/depicts"]),
        ("assets/3", "unknown", "/assets/3", ["/assets/3"]),
    ]


def test_of_two_lists_side_by_side_each_pair_is_named(tmp_path):
    rule = rule_of(tmp_path, for_each={"fee": "fees", "advance": "advances"}, require={"fee.amount": {"at_most": {"fact": "advance.amount"}}}, message="{fee.id}, {advance.id}")
    facts = {"fees": [{"id": "one", "amount": "USD 1"}, {"id": "two", "amount": "USD 2"}], "advances": [{"id": "a", "amount": "USD 1"}, {"amount": "USD 2"}]}
    assert [(finding.subject, finding.verdict) for finding in findings_of(rule, document_of("management_contract", facts))] == [
        ("one / a", "pass"), ("one / advances/1", "pass"), ("two / a", "fail"), ("two / advances/1", "pass"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "consent, verdict, missing",
    [
        (CONSENT, "pass", []),
        ({**CONSENT, "signed_on": "2026-03-03"}, "fail", []),
        ({**CONSENT, "instrument": {"written": False}}, "fail", []),
        ({**CONSENT, "signed_on": "unknown"}, "unknown", [("c-1", "/signed_on")]),
        ({"signed_on": "2026-03-01"}, "unknown", [("c-1", "/instrument/written")]),
        (None, "unknown", [("spring", "/assets/0/depicts/0/consent_ref")] * 2),
    ],
    ids=["kept", "signed too late", "not in writing", "not dated", "silent", "not loaded"],
)
def test_what_stands_in_another_document_counts_only_when_it_is_loaded(tmp_path, consent, verdict, missing):
    beside = [document_of("replica_consent", consent, id="c-1", path="consent.yaml")] if consent else []
    finding = finding_of(rule_of(tmp_path, **CAMPAIGN), _campaign({"id": "ines", "consent_ref": "c-1"}), beside=beside)
    assert (finding.verdict, [(document.id, pointer) for document, pointer in finding.missing]) == (verdict, missing)


@pytest.mark.parametrize("reference", [{}, {"consent_ref": "unknown"}, {"consent_ref": "none"}, {"consent_ref": "c-2"}], ids=str)
def test_a_reference_that_leads_nowhere_settles_nothing(tmp_path, reference):
    beside = [document_of("replica_consent", CONSENT, id="c-1")]
    finding = finding_of(rule_of(tmp_path, **CAMPAIGN), _campaign({"id": "ines", **reference}), beside=beside)
    assert finding.verdict == "unknown"
    assert {pointer for _, pointer in finding.missing} == {"/assets/0/depicts/0/consent_ref"}
    assert ("because no replica_consent" in finding.reason) == (reference == {"consent_ref": "c-2"})


@pytest.mark.parametrize(
    "consent, verdict, missing",
    [
        ({"signed_on": "2026-03-01", "duration": {"length": "1 month"}}, "pass", []),
        ({"signed_on": "2026-03-02", "duration": {"length": "1 month"}}, "fail", []),
        ({"duration": {"length": "1 month"}}, "unknown", [("c-1", "/duration/ends_on"), ("c-1", "/signed_on"), ("c-1", "/status")]),
        (None, "unknown", [("spring", "/assets/0/depicts/0/consent_ref")]),
    ],
)
def test_what_follows_from_another_document_is_worked_out_there(tmp_path, consent, verdict, missing):
    beside = [document_of("replica_consent", consent, id="c-1")] if consent else []
    changes = {**CAMPAIGN, "require": {"consent.consent_end": {"on_or_before": "2026-04-01"}}, "message": "{consent.consent_end}"}
    finding = finding_of(rule_of(tmp_path, **changes), _campaign({"id": "ines", "consent_ref": "c-1"}), beside=beside)
    assert (finding.verdict, [(document.id, pointer) for document, pointer in finding.missing]) == (verdict, missing)
    assert finding.message == ("2026-04-02" if verdict == "fail" else None)


def test_a_derived_fact_of_another_kind_is_none_of_the_document(tmp_path):
    problem = problem_of(tmp_path, **{**CAMPAIGN, "require": {"consent.consent_edn": True}})
    assert (problem.message, problem.suggestion) == ("X-TEST-1: no campaign has a fact named 'consent.consent_edn'", "consent.consent_end")
    problem = problem_of(tmp_path / "b", **{**CAMPAIGN, "require": {"consent.services_end_day": {"before": "2026-01-01"}}})
    assert problem.message == "X-TEST-1: no campaign has a fact named 'consent.services_end_day'"


def test_each_person_has_their_own_consent(tmp_path):
    beside = [document_of("replica_consent", CONSENT, id="c-1"), document_of("replica_consent", {**CONSENT, "instrument": {"written": False}}, id="c-2")]
    campaign = _campaign({"id": "one", "consent_ref": "c-1"}, {"id": "two", "consent_ref": "c-2"}, {"id": "three"}, {"id": "four", "consent_ref": "c-1"})
    assert [finding.verdict for finding in findings_of(rule_of(tmp_path, **CAMPAIGN), campaign, beside=beside)] == ["pass", "fail", "unknown", "pass"]


STATED = {**CAMPAIGN, "require": {"consent.purpose": {"stated": True}}, "message": "{unstated}"}


@pytest.mark.parametrize(
    "consent, complete, verdict",
    [({"purpose": "Web"}, None, "pass"), ({}, None, "fail"), ({"complete": False}, None, "unknown"), ({}, False, "fail"), (None, None, "unknown"), (None, False, "unknown")],
    ids=["it says", "silent", "silent in part", "a campaign in part", "not loaded", "not loaded, in part"],
)
def test_silence_is_that_of_the_document_that_had_to_speak(tmp_path, consent, complete, verdict):
    beside = [document_of("replica_consent", consent, id="c-1")] if consent is not None else []
    facts = {"complete": complete} if complete is not None else {}
    campaign = document_of("campaign", {**facts, "assets": [{"depicts": [{"person": "digital_replica", "consent_ref": "c-1"}]}]})
    assert finding_of(rule_of(tmp_path, **STATED), campaign, beside=beside).verdict == verdict


def test_the_items_of_another_document_can_be_asked(tmp_path):
    require = {"every": {"each": "consent.uses", "as": "use", "where": {"use.within_described_scope": True}}}
    rule = rule_of(tmp_path, **{**CAMPAIGN, "require": require, "message": "x"})
    for uses, verdict, missing in (
        ([{"within_described_scope": True}], "pass", []),
        ([{"within_described_scope": True}, {"within_described_scope": False}], "fail", []),
        ([{"within_described_scope": True}, {}], "unknown", [("c-1", "/uses/1/within_described_scope")]),
        ("unknown", "unknown", [("c-1", "/uses")]),
    ):
        finding = finding_of(rule, _campaign({"consent_ref": "c-1"}), beside=[document_of("replica_consent", {"uses": uses}, id="c-1")])
        assert (finding.verdict, [(document.id, pointer) for document, pointer in finding.missing]) == (verdict, missing)

"""A finding as the JSON report has it: its words, its place, its evidence, and its agreement with the published schema."""

import pytest
from jsonschema import Draft202012Validator

from fwa_check.judge.present import LONGEST_VALUE, present
from fwa_check.rulebook.shape import schema_named
from tests.helpers import document_of, findings_of, read_document, rule_of

SCHEMA = schema_named("report")
VALIDATOR = Draft202012Validator({**SCHEMA["$defs"]["finding"], "$defs": SCHEMA["$defs"]})
CONTRACT = """\
kind: management_contract
id: contract-17
signed_on: 2026-03-02
commission:
    percent: 25 %   # of the model's pay
    base: model_pay
mother_agency:
    present: false
fees:
  - id: joining
    amount: USD 6
  - kind: a fee
    when: later
renewal: {mode: unknown}
"""


def _shown(tmp_path, text=CONTRACT, *, beside=(), **changes):
    rule = rule_of(tmp_path, **{"dated_by": "signed_on", **changes})
    shown = [present(finding) for finding in findings_of(rule, read_document(text, "contracts/17.yaml"), beside=beside)]
    for each in shown:
        VALIDATOR.validate(each)
    return shown


def _one(tmp_path, text=CONTRACT, **changes):
    (shown,) = _shown(tmp_path, text, **changes)
    return shown


def _place(shown):
    return shown["line"], shown["column"], shown["pointer"]


def test_a_fail_is_told_whole(tmp_path):
    assert _one(tmp_path, consequence="A penalty.") == {
        "rule": "X-TEST-1",
        "verdict": "fail",
        "level": "error",
        "title": "A test fault",
        "message": "The commission is 25 %.",
        "fix": "Lower it.",
        "cite": "Test Act § 1",
        "jurisdiction": "US-NY",
        "document": "contract-17",
        "path": "contracts/17.yaml",
        "line": 5,
        "column": 14,
        "pointer": "/commission/percent",
        "subject": None,
        "missing": [],
        "evidence": [{"pointer": "/commission/percent", "path": "contracts/17.yaml", "line": 5, "column": 14, "value": "25 %"}],
        "in_force": {"from": "2025-06-19", "to": None},
        "basis": {"kind": "statute", "checked_on": "2026-11-21"},
        "consequence": "A penalty.",
        "waived": None,
        "question": None,
        "reason": None,
    }


def test_a_pass_says_the_duty_and_keeps_its_evidence(tmp_path):
    shown = _one(tmp_path, require={"commission.percent": {"at_most": "25"}, "mother_agency.present": False})
    assert (shown["verdict"], shown["message"], shown["missing"], shown["consequence"]) == ("pass", "Kept: The test duty.", [], None)
    assert [(each["pointer"], each["line"], each["value"]) for each in shown["evidence"]] == [("/commission/percent", 5, "25 %"), ("/mother_agency/present", 8, "false")]


@pytest.mark.parametrize(
    "require, place, missing, message",
    [
        ({"term.open_ended": True}, (1, 1, "/term/open_ended"), ["/term/open_ended"], "term.open_ended is not stated"),
        ({"renewal.needs_models_written_consent": True}, (14, 1, "/renewal/needs_models_written_consent"), ["/renewal/needs_models_written_consent"], "renewal.needs_models_written_consent is not stated"),
        ({"renewal.mode": "none"}, (14, 17, "/renewal/mode"), ["/renewal/mode"], "renewal.mode is not stated"),
        ({"renewal.mode": "none", "term.open_ended": True}, (14, 17, "/renewal/mode"), ["/renewal/mode", "/term/open_ended"], "renewal.mode, term.open_ended are not stated"),
        ({"signed_on": {"before": {"fact": "signing_day"}}}, (3, 12, "/signed_on"), ["/signed_on"], "signed_on is 2026-03-02, which does not settle it"),
        ({"signed_on": {"before": {"fact": "signing_day"}}, "term.open_ended": True}, (3, 12, "/signed_on"), ["/signed_on", "/term/open_ended"], "term.open_ended is not stated; signed_on is 2026-03-02, which does not settle it"),
        ({"as_of": {"before": {"fact": "as_of"}}}, (1, 1, ""), [], "what is stated does not settle it"),
    ],
    ids=["nothing of its group", "a key of a group", "unknown", "two", "a day too coarse", "one of each", "the day of asking"],
)  # fmt: skip
def test_an_unknown_names_what_is_missing_and_stands_where_it_belongs(tmp_path, require, place, missing, message):
    shown = _one(tmp_path, require=require, message="x")
    assert shown["verdict"] == "unknown"
    assert _place(shown) == place
    assert shown["missing"] == missing
    assert shown["message"] == f"Cannot tell whether the duty is kept: {message}."
    assert shown["reason"] == "whether the duty is kept"


@pytest.mark.parametrize("written", ["unknown", "", "~", "null", '"unknown"'])
def test_a_fact_that_is_written_as_unknown_counts_as_not_stated(tmp_path, written):
    shown = _one(tmp_path, CONTRACT.replace("25 %   # of the model's pay", written))
    assert (shown["verdict"], shown["missing"]) == ("unknown", ["/commission/percent"])
    assert shown["message"].endswith("commission.percent is not stated.")
    assert shown["evidence"] == []


def test_a_fail_for_silence_stands_at_the_group_where_it_belongs(tmp_path):
    shown = _one(tmp_path, require={"mother_agency.commission_percent": {"stated": True}}, message="Lacks {unstated}.")
    assert (shown["verdict"], shown["message"]) == ("fail", "Lacks mother_agency.commission_percent.")
    assert _place(shown) == (7, 1, "/mother_agency/commission_percent")
    assert (shown["evidence"], shown["missing"]) == ([], [])


def test_a_fail_whose_message_is_empty_is_still_told_as_a_fail(tmp_path):
    shown = _one(tmp_path, require={"commission.percent": {"at_most": "20"}}, message="{unstated}")
    assert (shown["verdict"], shown["message"]) == ("fail", "Not kept: The test duty.")


@pytest.mark.parametrize(
    "require, place",
    [
        ({"every": {"each": "fees", "as": "fee", "where": {"fee.amount": {"at_most": "USD 5"}}}}, (11, 13, "/fees/0/amount")),
        ({"every": {"each": "fees", "as": "fee", "where": {"fee.kind": {"stated": True}}}}, (10, 5, "/fees/0/kind")),
        ({"fees": {"empty": True}}, (9, 1, "/fees")),
        ({"commission": {"stated": True}, "commission.percent": {"at_most": "5"}}, (5, 14, "/commission/percent")),
    ],
)
def test_a_fail_stands_at_the_fact_and_not_at_the_list_or_group_around_it(tmp_path, require, place):
    shown = _one(tmp_path, require=require, message="x")
    assert (shown["verdict"], _place(shown)) == ("fail", place)


def test_items_have_their_subject_and_their_place(tmp_path):
    first, second = _shown(tmp_path, for_each={"fee": "fees"}, require={"fee.amount": {"at_most": "USD 5"}}, message="{fee.amount}")
    assert (first["verdict"], first["subject"], _place(first)) == ("fail", "joining", (11, 13, "/fees/0/amount"))
    assert (second["verdict"], second["subject"], _place(second)) == ("unknown", "fees/1", (12, 5, "/fees/1/amount"))


def test_what_does_not_apply_says_why(tmp_path):
    definitions = {"mothered": {"title": "x", "when": {"mother_agency.present": True}, "otherwise": "there is no mother agency"}}
    shown = _one(tmp_path / "a", when={"meets": "mothered"}, instrument={"definitions": definitions})
    assert shown["message"] == "Does not apply: there is no mother agency."
    assert _place(shown) == (8, 14, "/mother_agency/present")
    shown = _one(tmp_path / "b", when={"any": [{"mother_agency.present": True}, {"commission.base": "client_total"}, {"fees": {"empty": True}}]})
    assert shown["message"] == "Does not apply: mother_agency.present is false and commission.base is model_pay and fees is as stated."
    assert shown["reason"] == "mother_agency.present is false and commission.base is model_pay and fees is as stated"
    shown = _one(tmp_path / "c", versions=[{"from": "2026-03-03", "to": "2026-12-31"}])
    assert shown["message"] == "Does not apply: the document counts as of 2026-03-02, and the rule took effect on 2026-03-03."
    assert (shown["in_force"], _place(shown)) == ({"from": "2026-03-03", "to": "2026-12-31"}, (3, 12, "/signed_on"))
    shown = _one(tmp_path / "d", CONTRACT.replace("fees:", "fees: []\nadvances:").replace("amount: USD 6", "item: a flight").replace("kind: a fee\n    when: later", "item: x"), for_each={"fee": "fees"})
    assert shown["message"] == "Does not apply: the list is empty."


def test_a_review_asks_its_question(tmp_path):
    shown = _one(tmp_path, require={"commission.percent": {"at_most": "30"}}, unsettled=[{"when": {"commission.base": "model_pay"}, "question": "What of {commission.base}?"}])
    assert (shown["verdict"], shown["message"], shown["question"]) == ("review", "What of model pay?", "What of model pay?")
    assert _place(shown) == (6, 11, "/commission/base")


def test_the_version_that_was_asked_is_the_one_that_is_told(tmp_path):
    versions = [{"from": "2025-06-19", "to": "2026-03-02", "level": "warning"}, {"from": "2026-03-03"}]
    shown = _one(tmp_path, versions=versions)
    assert (shown["in_force"], shown["level"]) == ({"from": "2025-06-19", "to": "2026-03-02"}, "warning")


def test_long_values_are_cut_in_the_evidence(tmp_path):
    shown = _one(tmp_path, CONTRACT.replace("a fee", "long " * 100), require={"every": {"each": "fees", "as": "fee", "where": {"fee.kind": "long"}}}, message="x")
    assert [len(each["value"]) for each in shown["evidence"] if each["pointer"] == "/fees/1/kind"] == [LONGEST_VALUE]


def test_evidence_is_named_once_however_often_it_was_read(tmp_path):
    shown = _one(tmp_path, require={"all": [{"commission.percent": {"at_most": "20"}}, {"commission.percent": {"at_most": "10"}}]})
    assert [each["pointer"] for each in shown["evidence"]] == ["/commission/percent"]


def test_evidence_and_gaps_of_another_document_name_it(tmp_path):
    changes = {
        "reads": "campaign",
        "dated_by": "as_of",
        "for_each": {"asset": "assets", "person": "asset.depicts"},
        "with": {"consent": "person.consent_ref"},
        "require": {"consent.purpose": "Web", "consent.signed_by": "model"},
        "message": "{consent.purpose}",
    }
    text = "kind: campaign\nid: spring\nassets:\n  - depicts:\n      - id: ines\n        consent_ref: c-1\n"
    consent = document_of("replica_consent", {"purpose": "Print"}, id="c-1", path="consents/c-1.yaml")
    (shown,) = _shown(tmp_path / "a", text, beside=[consent], **changes)
    assert (shown["verdict"], shown["subject"], _place(shown)) == ("fail", "ines", (5, 9, "/assets/0/depicts/0"))
    assert shown["evidence"] == [{"pointer": "/purpose", "path": "consents/c-1.yaml", "line": 3, "column": 10, "value": "Print"}]
    (shown,) = _shown(tmp_path / "b", text, beside=[document_of("replica_consent", {"purpose": "Web"}, id="c-1")], **changes)
    assert (shown["verdict"], shown["missing"]) == ("unknown", ["c-1/signed_by"])
    (shown,) = _shown(tmp_path / "c", text, **changes)
    assert (shown["missing"], _place(shown)) == (["/assets/0/depicts/0/consent_ref"], (6, 22, "/assets/0/depicts/0/consent_ref"))
    assert shown["message"] == (
        "Cannot tell whether the duty is kept, because no replica_consent with the id c-1 was checked with it: "
        "assets.0.depicts.0.consent_ref is c-1, which does not settle it."
    )


def test_a_list_that_is_stated_is_not_called_unstated_where_it_does_not_settle_the_answer(tmp_path):
    booking = "kind: booking\nid: b\ncompensation: {total: USD 500}\npayments: [{paid_on: 2026-03-02, amount: EUR 500}]\n"
    shown = _one(tmp_path, booking, reads="booking", dated_by="as_of", require={"outstanding_pay": {"zero": True}}, message="{outstanding_pay}")
    assert shown["verdict"] == "unknown" and shown["missing"] == ["/compensation/total", "/payments"]
    assert shown["message"].endswith("compensation.total is USD 500, which does not settle it; payments is as stated, which does not settle it.")

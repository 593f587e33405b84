"""The way to a verdict, step by step: the day, whether the rule applies, open questions, the duty, open questions again."""

from datetime import date

import pytest

from fwa_check.judge.judge import judge_document
from tests.helpers import TODAY, document_of, finding_of, load, rule_of, write_rules

# One boolean fact for each step; a fact that is left out is unknown.
WHEN, KEPT = "mother_agency.present", "power_of_attorney.optional"
SCOPE, OPEN = "power_of_attorney.required_to_sign", "power_of_attorney.in_force"
RULE = {
    "dated_by": "signed_on",
    "when": {WHEN: True},
    "require": {KEPT: True},
    "unsettled_scope": [{"when": {SCOPE: True}, "question": "Does it reach this? Optional: {power_of_attorney.optional}"}],
    "unsettled": [{"when": {OPEN: True}, "question": "Is this enough?"}],
    "message": "Optional is {power_of_attorney.optional}; {unstated}.",
}
DAY = {"signed_on": "2026-03-02"}


def _facts(when=None, kept=None, scope=None, open=None, day="2026-03-02"):
    said = {WHEN: when, KEPT: kept, SCOPE: scope, OPEN: open}
    facts = {"signed_on": day} if day else {}
    for path, value in said.items():
        if value is not None:
            group, name = path.split(".")
            facts.setdefault(group, {})[name] = value
    return facts


def _pointer(path):
    return "/" + path.replace(".", "/")


def _finding(tmp_path, facts, **changes):
    return finding_of(rule_of(tmp_path, **{**RULE, **changes}), document_of("management_contract", facts))


def _missing(finding):
    return [pointer for _, pointer in finding.missing]


def _reads(finding):
    return [pointer for _, pointer in finding.reads]


# when, kept, scope, open -> verdict, what is missing, what was read
STEPS = [
    ((False, None, None, None), "not_applicable", [], [WHEN]),
    ((False, True, True, True), "not_applicable", [], [WHEN]),
    ((None, None, None, None), "unknown", [WHEN], ["signed_on"]),
    ((None, False, False, False), "unknown", [WHEN], ["signed_on"]),
    ((None, True, False, False), "unknown", [WHEN], ["signed_on"]),
    ((True, True, None, False), "pass", [], [KEPT]),
    ((True, True, True, False), "pass", [], [KEPT]),
    ((True, True, False, None), "unknown", [OPEN], []),
    ((True, True, False, True), "review", [], [OPEN]),
    ((True, False, False, None), "fail", [], [KEPT]),
    ((True, False, False, True), "fail", [], [KEPT]),
    ((True, False, True, None), "review", [], [SCOPE]),
    ((True, False, None, None), "unknown", [SCOPE], []),
    ((True, None, False, None), "unknown", [KEPT], []),
    ((True, None, False, True), "unknown", [KEPT], []),
    ((True, None, True, None), "review", [], [SCOPE]),
    ((True, None, None, None), "unknown", [SCOPE, KEPT], []),
]


@pytest.mark.parametrize("said, verdict, missing, reads", STEPS, ids=str)
def test_each_step_stops_at_the_first_that_cannot_be_answered(tmp_path, said, verdict, missing, reads):
    finding = _finding(tmp_path, _facts(*said))
    assert finding.verdict == verdict
    assert _missing(finding) == [_pointer(path) for path in missing]
    assert _reads(finding) == [_pointer(path) for path in reads]


@pytest.mark.parametrize(
    "said, reason",
    [
        ((None, True, False, False), "whether the rule applies"),
        ((True, False, None, False), "whether the rule applies"),
        ((True, None, False, False), "whether the duty is kept"),
        ((True, True, False, None), "whether this is one of the cases that the law leaves open"),
    ],
)
def test_an_unknown_says_what_it_cannot_tell(tmp_path, said, reason):
    assert _finding(tmp_path, _facts(*said)).reason == reason


def test_a_review_asks_the_first_question_that_arises_with_its_values(tmp_path):
    assert _finding(tmp_path / "a", _facts(True, False, True, None)).question == "Does it reach this? Optional: no"
    cases = [{"when": {SCOPE: True}, "question": "First?"}, {"when": {OPEN: True}, "question": "Second?"}]
    assert _finding(tmp_path / "b", _facts(True, True, True, True), unsettled=cases, unsettled_scope=None).question == "First?"
    assert _finding(tmp_path / "c", _facts(True, True, False, True), unsettled=cases, unsettled_scope=None).question == "Second?"


def test_a_question_that_arises_outweighs_one_that_cannot_be_asked_and_names_nothing_as_missing(tmp_path):
    cases = [{"when": {SCOPE: True}, "question": "First?"}, {"when": {OPEN: True}, "question": "Second?"}]
    finding = _finding(tmp_path, _facts(True, True, None, True), unsettled=cases, unsettled_scope=None)
    assert (finding.verdict, finding.question) == ("review", "Second?")
    assert (_missing(finding), _reads(finding)) == ([], [_pointer(OPEN)])


def test_every_question_that_cannot_be_asked_names_its_fact(tmp_path):
    cases = [{"when": {SCOPE: True}, "question": "First?"}, {"when": {WHEN: False}, "question": "Second?"}, {"when": {OPEN: True}, "question": "Third?"}]
    finding = _finding(tmp_path, _facts(True, True, None, None), unsettled=cases, unsettled_scope=None)
    assert (finding.verdict, _missing(finding)) == ("unknown", [_pointer(SCOPE), _pointer(OPEN)])


def test_a_fail_carries_its_message_with_values_and_what_is_unstated(tmp_path):
    finding = _finding(tmp_path / "a", _facts(True, False, False, False))
    assert (finding.message, finding.level) == ("Optional is no; .", "error")
    finding = _finding(tmp_path / "b", _facts(True, None, False, False), require={KEPT: {"stated": True, "is": True}})
    assert (finding.verdict, finding.message) == ("fail", "Optional is (not stated); power_of_attorney.optional.")
    assert _reads(finding) == [_pointer(KEPT)]


@pytest.mark.parametrize(
    "when, verdict, missing",
    [(True, "unknown", ["/signed_on"]), (False, "not_applicable", []), (None, "unknown", ["/signed_on", "/mother_agency/present"])],
)
def test_a_missing_day_stops_the_question_unless_the_rule_does_not_apply_on_any_day(tmp_path, when, verdict, missing):
    finding = _finding(tmp_path, _facts(when, True, False, False, day=None))
    assert (finding.verdict, _missing(finding), finding.version) == (verdict, missing, None)


def test_a_missing_day_says_that_the_version_is_in_doubt(tmp_path):
    assert _finding(tmp_path / "a", _facts(True, True, day=None)).reason == "which version of the law applies"
    assert _finding(tmp_path / "b", _facts(None, True, day=None)).reason == "whether the rule applies"


def test_a_day_before_the_law_settles_it_whatever_is_missing(tmp_path):
    finding = _finding(tmp_path, _facts(day="2025-06-18"))
    assert (finding.verdict, _missing(finding), _reads(finding)) == ("not_applicable", [], ["/signed_on"])


def test_a_rule_without_when_always_applies(tmp_path):
    assert _finding(tmp_path / "a", _facts(None, True, None, False), when=None).verdict == "pass"
    assert _finding(tmp_path / "b", _facts(None, False, None, False), when=None, unsettled_scope=None).verdict == "fail"


EXEMPTIONS = [{"when": {SCOPE: True}, "because": "the first exemption holds ({power_of_attorney.optional})"}, {"when": {OPEN: True}, "because": "the second does"}]


@pytest.mark.parametrize(
    "said, verdict, reason, missing",
    [
        ((True, False, True, None), "not_applicable", "the first exemption holds (no)", []),
        ((True, False, None, True), "not_applicable", "the second does", []),
        ((None, True, True, False), "not_applicable", "the first exemption holds (yes)", []),
        ((False, False, True, True), "not_applicable", None, []),
        ((True, True, None, False), "unknown", "whether the rule applies", [SCOPE]),
        ((True, False, None, None), "unknown", "whether the rule applies", [SCOPE, OPEN]),
        ((None, False, None, False), "unknown", "whether the rule applies", [WHEN, SCOPE]),
        ((True, False, False, False), "fail", None, []),
        ((True, True, False, False), "pass", None, []),
    ],
)
def test_an_exemption_takes_it_out_and_says_why(tmp_path, said, verdict, reason, missing):
    finding = _finding(tmp_path, _facts(*said), exemptions=EXEMPTIONS, unsettled=None, unsettled_scope=None)
    assert (finding.verdict, finding.reason, _missing(finding)) == (verdict, reason, [_pointer(path) for path in missing])


def test_an_exemption_outweighs_a_missing_day(tmp_path):
    assert _finding(tmp_path / "a", _facts(True, True, True, day=None), exemptions=EXEMPTIONS, unsettled_scope=None).verdict == "not_applicable"
    finding = _finding(tmp_path / "b", _facts(True, True, False, False, day=None), exemptions=EXEMPTIONS, unsettled=None, unsettled_scope=None)
    assert (finding.verdict, finding.reason, _missing(finding)) == ("unknown", "which version of the law applies", ["/signed_on"])


def test_the_reason_of_a_term_that_is_not_met_is_given(tmp_path):
    definitions = {"mothered": {"title": "x", "when": {WHEN: True}, "otherwise": "there is no mother agency"}}
    finding = _finding(tmp_path, _facts(False), when={"meets": "mothered"}, instrument={"definitions": definitions})
    assert (finding.verdict, finding.reason) == ("not_applicable", "there is no mother agency")


def test_one_rule_leaves_nothing_behind_for_the_next(tmp_path):
    definitions = {"mothered": {"title": "x", "when": {WHEN: True}, "otherwise": "there is no mother agency"}}
    folder = write_rules(tmp_path, {**RULE, "when": {"meets": "mothered"}}, {**RULE, "id": "X-TEST-2", "when": {KEPT: False}}, instrument={"definitions": definitions})
    rules, problems = load(folder)
    assert problems == []
    document = document_of("management_contract", _facts(False, True, None, None))
    first, second = judge_document(document, [rule.on(document.kind) for rule in rules], TODAY)
    assert (first.reason, _reads(first)) == ("there is no mother agency", [_pointer(WHEN)])
    assert (second.reason, _reads(second)) == (None, [_pointer(KEPT)])


def test_the_day_of_asking_may_be_the_day_that_counts(tmp_path):
    rule = rule_of(tmp_path, **{**RULE, "dated_by": "as_of"})
    document = document_of("management_contract", _facts(True, True, None, False, day=None))
    assert finding_of(rule, document, as_of=date(2025, 6, 18)).verdict == "not_applicable"
    assert finding_of(rule, document, as_of=date(2025, 6, 19)).verdict == "pass"


def test_terms_of_one_name_from_two_instruments_are_kept_apart(tmp_path):
    for name, wanted in (("a", True), ("b", False)):
        definitions = {"reached": {"title": "x", "when": {WHEN: wanted}, "otherwise": f"not {name}"}}
        write_rules(tmp_path / name, {**RULE, "id": f"X-{name.upper()}-1", "when": {"meets": "reached"}}, instrument={"definitions": definitions})
    rules, problems = load(tmp_path)
    assert problems == []
    document = document_of("management_contract", _facts(True, True, None, False))
    findings = judge_document(document, [rule.on(document.kind) for rule in rules], TODAY)
    assert [(finding.rule.id, finding.verdict, finding.reason) for finding in findings] == [("X-A-1", "pass", None), ("X-B-1", "not_applicable", "not b")]


def test_a_reference_to_nothing_names_the_nearest_document(tmp_path):
    rule = rule_of(
        tmp_path, reads="campaign", for_each={"asset": "assets", "person": "asset.depicts"}, **{"with": {"consent": "person.consent_ref"}},
        require={"consent.status": "signed"}, message="x",
    )  # fmt: skip
    campaign = document_of("campaign", {"assets": [{"depicts": [{"consent_ref": "twinn"}]}]})
    finding = finding_of(rule, campaign, beside=[document_of("replica_consent", {"status": "signed"}, id="twin")])
    assert finding.verdict == "unknown"
    assert finding.reason == "whether the duty is kept, because no replica_consent with the id twinn was checked with it (did you mean twin?)"

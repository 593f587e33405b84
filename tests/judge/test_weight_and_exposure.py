"""What a failure weighs where it weighs more for some, what it says, and what it may cost under the facts."""

import pytest

from fwa_check.judge.present import present
from tests.helpers import document_of, finding_of, problem_of, rule_of

SIGNED = {"code_of_practice.signed": {"includes": "section_2"}}
RULE = {
    "reads": "campaign",
    "level": "note",
    "stricter": {"level": "error", "when": SIGNED},
    "require": {"advertiser.name": {"is": "a"}},
    "message": "x",
    "consequence": "A fine.",
    "exposure": [
        {"when": {"deployer.size": "sme"}, "says": "Here {deployer.worldwide_turnover times 0.03}."},
        {"when": {"deployer.size": {"one_of": ["sme", "large"]}}, "says": "Here more."},
    ],
    "examples": [
        {"given": {"advertiser": {"name": "a"}}, "verdict": "pass"},
        {"given": {"advertiser": {"name": "b"}, "code_of_practice": {"signed": []}}, "verdict": "fail"},
        {"given": {}, "verdict": "unknown"},
    ],
}


def _finding(tmp_path, **facts):
    return finding_of(rule_of(tmp_path, **RULE), document_of("campaign", {"advertiser": {"name": "b"}, **facts}))


@pytest.mark.parametrize("signed, level", [(["section_2"], "error"), (["section_1"], "note"), ([], "note")])
def test_a_failure_weighs_more_for_those_whom_the_condition_names(tmp_path, signed, level):
    finding = _finding(tmp_path, code_of_practice={"signed": signed})
    assert (finding.verdict, finding.level) == ("fail", level)
    assert [pointer for _, pointer in finding.reads] == ["/advertiser/name"]


def test_where_it_is_not_known_what_it_weighs_it_is_unknown_and_says_which_fact_settles_it(tmp_path):
    finding = _finding(tmp_path)
    assert finding.verdict == "unknown"
    assert finding.reason == "how much it weighs that the duty is not kept"
    assert [pointer for _, pointer in finding.missing] == ["/code_of_practice/signed"]


@pytest.mark.parametrize("facts, level", [({"code_of_practice": {"signed": []}}, "note"), ({"code_of_practice": {"signed": ["section_2"]}}, "error"), ({}, "error")])
def test_an_unknown_weighs_what_its_failure_would_at_worst(tmp_path, facts, level):
    finding = finding_of(rule_of(tmp_path, **RULE), document_of("campaign", facts))
    assert (finding.verdict, finding.level) == ("unknown", level)
    assert [pointer for _, pointer in finding.missing] == ["/advertiser/name"]


def test_a_duty_that_is_kept_asks_nobody_what_it_would_weigh(tmp_path):
    assert finding_of(rule_of(tmp_path, **RULE), document_of("campaign", {"advertiser": {"name": "a"}})).verdict == "pass"


@pytest.mark.parametrize(
    "deployer, consequence",
    [
        ({"size": "sme", "worldwide_turnover": "EUR 1,000,000"}, "A fine. Here EUR 30,000.00."),
        ({"size": "large"}, "A fine. Here more."),
        ({"size": "small_mid_cap"}, "A fine."),
        ({}, "A fine."),
    ],
)
def test_the_first_case_that_holds_says_what_it_may_cost(tmp_path, deployer, consequence):
    finding = _finding(tmp_path, code_of_practice={"signed": []}, deployer=deployer)
    assert present(finding)["consequence"] == consequence


def test_where_an_earlier_case_is_open_a_later_one_says_nothing(tmp_path):
    changes = {"exposure": [*RULE["exposure"][:1], {"when": {"advertiser.name": "b"}, "says": "Here more."}]}
    rule = rule_of(tmp_path, **{**RULE, **changes})
    found = {size: finding_of(rule, document_of("campaign", {"advertiser": {"name": "b"}, "code_of_practice": {"signed": []}, "deployer": {"size": size}})) for size in ("large", "unknown")}
    assert {size: finding.exposure for size, finding in found.items()} == {"large": "Here more.", "unknown": None}


@pytest.mark.parametrize("versions", [[{"from": "2025-06-19"}], [{"from": "2025-06-19", "to": "2026-01-01", "level": "error"}, {"from": "2026-01-02", "level": "note"}]], ids=["level", "version"])
def test_what_is_stricter_may_not_weigh_less(tmp_path, versions):
    problem = problem_of(tmp_path, **{**RULE, "level": "error", "versions": versions, "stricter": {"level": "warning", "when": SIGNED}})
    assert problem.message == "X-TEST-1: warning weighs less than error, which a failure weighs anyway"


def test_faults_of_both_are_found_with_their_line(tmp_path):
    stricter = problem_of(tmp_path / "a", **{**RULE, "stricter": {"level": "error", "when": {"code_of_practice.sined": {"includes": "section_2"}}}})
    assert (stricter.suggestion, stricter.line) == ("code_of_practice.signed", 12)
    exposure = problem_of(tmp_path / "b", **{**RULE, "exposure": [{"when": {"deployer.size": "smal"}, "says": "x"}]})
    assert (exposure.message, exposure.line) == ("X-TEST-1: 'smal' is not one of the fact's values", 14)


TOLD = {
    **{key: value for key, value in RULE.items() if key not in ("stricter", "exposure", "level")},
    "messages": [
        {"when": {"deployer.size": "sme"}, "says": "A small one: {advertiser.name}."},
        {"when": {"deployer.size": {"one_of": ["sme", "large"]}}, "says": "A large one."},
    ],
}


@pytest.mark.parametrize("deployer, message", [({"size": "sme"}, "A small one: b."), ({"size": "large"}, "A large one."), ({"size": "small_mid_cap"}, "x"), ({}, "x")])
def test_a_failure_says_what_its_first_case_says_or_else_the_message(tmp_path, deployer, message):
    finding = finding_of(rule_of(tmp_path, **TOLD), document_of("campaign", {"advertiser": {"name": "b"}, "deployer": deployer}))
    assert (finding.message, [pointer for _, pointer in finding.reads]) == (message, ["/advertiser/name"])


def test_a_fault_of_a_message_case_is_found_with_its_line(tmp_path):
    problem = problem_of(tmp_path, **{**TOLD, "messages": [{"when": {"deployer.size": "sme"}, "says": "{deployer.nme}"}]})
    assert (problem.suggestion, problem.line) == ("deployer.name", 12)

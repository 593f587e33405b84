"""Two readings of the law: which one a finding rests on, what a failure weighs under it, and how that is shown."""

import pytest
from jsonschema import Draft202012Validator

from fwa_check.judge.present import present
from fwa_check.rulebook.shape import schema_named
from tests.helpers import document_of, finding_of, findings_of, rule_of

SCHEMA = schema_named("report")
VALIDATOR = Draft202012Validator({**SCHEMA["$defs"]["finding"], "$defs": SCHEMA["$defs"]})
PLAIN = {"reading": "Gross is meant.", "by": "This rulebook", "other": "Net is meant."}
SWITCHED = {**PLAIN, "switch": {"name": "base", "default": "gross", "instead": "net", "level": "warning"}}
CHOSEN = {"base": "net"}
FACTS = {"pass": {"commission": {"percent": "20"}}, "fail": {"commission": {"percent": "25"}}, "unknown": {"commission": {"percent": "unknown"}}}
DRAFTS_APART = {"when": {"status": {"is_not": "ended"}}, "unsettled": [{"when": {"status": "draft"}, "question": "Is a draft enough?"}]}
ALL_FACTS = {
    **{verdict: {"status": "signed", **facts} for verdict, facts in FACTS.items()},
    "review": {"status": "draft", **FACTS["pass"]},
    "not_applicable": {"status": "ended", **FACTS["fail"]},
}


def _finding(tmp_path, facts, readings, **changes):
    rule = rule_of(tmp_path, **{"interpretation": SWITCHED, **changes})
    return finding_of(rule, document_of("management_contract", facts), readings=readings)


@pytest.mark.parametrize(
    "readings, level, setting",
    [(None, "error", None), ({}, "error", None), ({"base": "gross"}, "error", None), (CHOSEN, "warning", "net"), ({"other": "net"}, "error", None), ({"other": "x", **CHOSEN}, "warning", "net")],
    ids=str,
)
def test_a_failure_weighs_what_the_switch_says_only_where_the_other_reading_was_chosen(tmp_path, readings, level, setting):
    finding = _finding(tmp_path, FACTS["fail"], readings)
    assert (finding.verdict, finding.level, finding.setting) == ("fail", level, setting)


@pytest.mark.parametrize("own, other", [("error", "note"), ("note", "error"), ("warning", "warning")])
def test_the_other_reading_may_weigh_less_or_more(tmp_path, own, other):
    interpretation = {**PLAIN, "switch": {**SWITCHED["switch"], "level": other}}
    changes = {"level": own, "interpretation": interpretation}
    assert _finding(tmp_path / "a", FACTS["fail"], None, **changes).level == own
    assert _finding(tmp_path / "b", FACTS["fail"], CHOSEN, **changes).level == other


def test_the_level_of_the_switch_goes_before_that_of_a_version(tmp_path):
    versions = [{"from": "2025-06-19", "level": "note"}]
    assert _finding(tmp_path / "a", FACTS["fail"], None, versions=versions).level == "note"
    assert _finding(tmp_path / "b", FACTS["fail"], CHOSEN, versions=versions).level == "warning"


@pytest.mark.parametrize("base, verdict, levels", [("model_pay", "fail", ["note", "warning"]), ("client_total", "fail", ["error", "warning"]), ("unknown", "unknown", ["error", "warning"])])
def test_the_level_of_the_switch_goes_before_a_stricter_one(tmp_path, base, verdict, levels):
    changes = {"level": "note", "stricter": {"level": "error", "when": {"commission.base": "client_total"}}}
    facts = {"commission": {"percent": "25", "base": base}}
    findings = [_finding(tmp_path / name, facts, readings, **changes) for name, readings in (("a", None), ("b", CHOSEN))]
    assert [(finding.verdict, finding.level) for finding in findings] == [(verdict, level) for level in levels]


@pytest.mark.parametrize("verdict", ALL_FACTS)
def test_no_verdict_hangs_on_the_reading(tmp_path, verdict):
    findings = [_finding(tmp_path / name, ALL_FACTS[verdict], readings, **DRAFTS_APART) for name, readings in (("a", None), ("b", CHOSEN))]
    assert [finding.verdict for finding in findings] == [verdict, verdict]
    assert len({message for message in (finding.message for finding in findings)}) == 1


@pytest.mark.parametrize("verdict", ["review", "unknown"])
def test_what_is_open_weighs_what_its_failure_would_under_the_reading_that_was_chosen(tmp_path, verdict):
    levels = [_finding(tmp_path / name, ALL_FACTS[verdict], readings, level="note", **DRAFTS_APART).level for name, readings in (("a", None), ("b", CHOSEN))]
    assert levels == ["note", "warning"]


def test_a_rule_without_a_switch_is_not_moved(tmp_path):
    for name, interpretation in (("a", PLAIN), ("b", None)):
        finding = _finding(tmp_path / name, FACTS["fail"], CHOSEN, interpretation=interpretation)
        assert (finding.level, finding.setting) == ("error", None)


def _shown(tmp_path, facts, readings, **changes):
    shown = present(_finding(tmp_path, facts, readings, **changes))
    VALIDATOR.validate(shown)
    return shown


@pytest.mark.parametrize("verdict", ["pass", "fail", "review", "unknown"])
def test_a_finding_shows_the_reading_that_was_used(tmp_path, verdict):
    by_default = _shown(tmp_path / "a", ALL_FACTS[verdict], None, **DRAFTS_APART)
    chosen = _shown(tmp_path / "b", ALL_FACTS[verdict], CHOSEN, **DRAFTS_APART)
    assert by_default["interpretation"] == {"reading": "Gross is meant.", "by": "This rulebook", "instead_of": "Net is meant.", "setting": "base: gross"}
    assert chosen["interpretation"] == {"reading": "Net is meant.", "by": "the configuration (base: net)", "instead_of": "Gross is meant.", "setting": "base: net"}


def test_what_is_configured_as_it_is_by_default_remains_whose_it_is(tmp_path):
    assert _shown(tmp_path, FACTS["fail"], {"base": "gross"})["interpretation"]["by"] == "This rulebook"


def test_a_reading_without_a_switch_is_shown_without_a_setting(tmp_path):
    shown = _shown(tmp_path, FACTS["fail"], CHOSEN, interpretation=PLAIN)
    assert shown["interpretation"] == {"reading": "Gross is meant.", "by": "This rulebook", "instead_of": "Net is meant.", "setting": None}


@pytest.mark.parametrize("readings", [None, CHOSEN], ids=str)
def test_a_rule_that_does_not_apply_or_has_one_reading_shows_none(tmp_path, readings):
    assert "interpretation" not in _shown(tmp_path / "a", ALL_FACTS["not_applicable"], readings, **DRAFTS_APART)
    assert "interpretation" not in _shown(tmp_path / "b", FACTS["fail"], readings, interpretation=None)


def test_every_item_is_weighed(tmp_path):
    changes = {"for_each": {"fee": "fees"}, "require": {"fee.amount": {"at_most": "USD 5"}}, "message": "{fee.amount}", "interpretation": SWITCHED}
    rule = rule_of(tmp_path, **changes)
    found = findings_of(rule, document_of("management_contract", {"fees": [{"amount": "USD 6"}, {"amount": "USD 5"}, {"amount": "USD 7"}]}), readings=CHOSEN)
    assert [(finding.verdict, finding.level) for finding in found] == [("fail", "warning"), ("pass", "error"), ("fail", "warning")]


def test_a_switch_may_have_words_of_its_own_for_the_other_reading(tmp_path):
    interpretation = {**PLAIN, "switch": {**SWITCHED["switch"], "says": "Under the other reading it may do."}}
    exposure = [{"when": {"commission.base": "model_pay"}, "says": "Here much."}]
    changes = {"interpretation": interpretation, "exposure": exposure}
    default, chosen = (_finding(tmp_path / name, FACTS["fail"], readings, **changes) for name, readings in (("a", None), ("b", CHOSEN)))
    assert default.message != chosen.message == "Under the other reading it may do."
    assert chosen.exposure is None

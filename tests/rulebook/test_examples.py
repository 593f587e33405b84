"""The examples of a rule: how their documents are put together, and what is said when one does not hold."""

import pytest

from fwa_check.rulebook.examples import example_document, run_examples
from fwa_check.rulebook.testing import test_folder as run_folder
from fwa_check.values.absent import MISSING
from tests.helpers import RULE, load, rule_of, rule_text, write_rules

KEPT = RULE["examples"]


def _outcome(tmp_path, example, **changes):
    """The last outcome of a rule whose last example is `example`."""
    return run_examples(rule_of(tmp_path, examples=[*KEPT, example], **changes))[-1]


def test_examples_that_hold_have_no_faults(tmp_path):
    rule = rule_of(tmp_path)
    outcomes = run_examples(rule)
    assert [(outcome.number, outcome.wanted, outcome.got, outcome.faults, outcome.problem) for outcome in outcomes] == [
        (1, "pass", "pass", (), None),
        (2, "fail", "fail", (), None),
        (3, "unknown", "unknown", (), None),
    ]


PERCENT = {"commission": {"percent": "30"}}
FAULTY = [
    ("verdict", {"given": PERCENT, "verdict": "pass"}, "the verdict is fail, not pass"),
    ("verdict by a hair", {"given": {"commission": {"percent": "20.001"}}, "verdict": "pass"}, "the verdict is fail, not pass"),
    ("level", {"given": PERCENT, "verdict": "fail", "level": "note"}, "the level is error, not note"),
    ("missing another", {"verdict": "unknown", "missing": ["/commission/base"]}, "missing are /commission/percent, not /commission/base"),
    ("missing too little", {"verdict": "unknown", "missing": []}, "missing are /commission/percent, not "),
    ("missing of a pass", {"given": {"commission": {"percent": "5"}}, "verdict": "pass", "missing": ["/commission/percent"]}, "missing are none, not /commission/percent"),
    ("verdict and missing", {"verdict": "pass", "missing": ["/x"]}, "the verdict is unknown, not pass (Cannot tell whether the duty is kept: commission.percent is not stated); missing are /commission/percent, not /x"),
    ("unknown field", {"given": {"comission": {"percent": "5"}}, "verdict": "pass"}, "management contract has no field 'comission'"),
    ("unreadable fact", {"given": {"commission": {"percent": "a fifth"}}, "verdict": "pass"}, "percent cannot be read: 'a fifth'"),
    ("another kind", {"given": {"kind": "booking"}, "verdict": "pass"}, "kind cannot be read: 'booking'"),
    ("without nothing", {"without": ["comission.percent"], "verdict": "unknown"}, "without names comission.percent, which nothing states"),
    ("a broken document beside", {"verdict": "unknown", "beside": [{"kind": "replica_consent", "id": "c", "sgned_on": "x"}]}, "replica consent has no field 'sgned_on'"),
]  # fmt: skip


@pytest.mark.parametrize("example, fault", [row[1:] for row in FAULTY], ids=[row[0] for row in FAULTY])
def test_an_example_that_does_not_hold_is_reported_with_its_place(tmp_path, example, fault):
    outcome = _outcome(tmp_path, example)
    assert outcome.number == 4
    assert fault in "; ".join(outcome.faults)
    assert outcome.problem.message.startswith("X-TEST-1: example 4: ") and fault in outcome.problem.message
    assert outcome.problem.path == str(tmp_path / "section-1.yaml")
    assert outcome.problem.excerpt.startswith("  examples: ")
    there = outcome.problem.excerpt[outcome.problem.column - 1 :]
    assert there.startswith("{") and there.count('"verdict"') == 1


def test_a_named_example_is_reported_by_its_name(tmp_path):
    assert "example 4 (30 % is fine.)" in _outcome(tmp_path, {"name": "30 % is fine.", "given": PERCENT, "verdict": "pass"}).problem.message


def test_the_level_of_a_version_is_held_against_the_example(tmp_path):
    versions = [{"from": "2025-06-19", "to": "2026-06-18", "level": "warning"}, {"from": "2026-06-19"}]
    early = {"given": PERCENT, "as_of": "2026-06-18", "verdict": "fail", "level": "warning"}
    assert _outcome(tmp_path / "a", early, versions=versions).faults == ()
    assert _outcome(tmp_path / "b", {**early, "as_of": "2026-06-19"}, versions=versions).faults == ("the level is error, not warning",)


def test_the_day_of_asking_is_the_day_of_the_check_unless_the_example_says_another(tmp_path):
    require = {"as_of": {"on_or_before": "2026-11-21"}}
    assert _outcome(tmp_path / "a", {"verdict": "pass"}, require=require, message="x").got == "pass"
    assert _outcome(tmp_path / "b", {"verdict": "fail", "as_of": "2026-11-22"}, require=require, message="x").got == "fail"


BACKGROUND = {"management_contract": {"status": "signed", "agency": {"name": "A", "business_in": ["US-NY"]}, "fees": [{"amount": "USD 1"}]}, "booking": {"status": "hold"}}


def _values(tmp_path, example, **changes):
    rule = rule_of(tmp_path, examples=[*KEPT, {"verdict": "pass", **example}], instrument={"background": BACKGROUND}, **changes)
    document, dossier, problems = example_document(rule, 3)
    assert [str(problem) for problem in problems] == []
    return document, dossier


def test_an_example_begins_with_the_instruments_background_for_its_kind(tmp_path):
    document, _ = _values(tmp_path, {})
    assert (document.kind, document.id) == ("management_contract", "example")
    assert document.values["status"] == "signed"
    assert document.values["agency"] == {"name": "A", "business_in": ["US-NY"]}


def test_the_rules_background_lies_over_the_instruments_and_the_given_facts_over_both(tmp_path):
    background = {"status": "draft", "agency": {"name": "B"}, "model": {"name": "M"}}
    document, _ = _values(tmp_path, {"given": {"agency": {"licensed_employment_agency": "false"}, "model": {"name": "N"}}}, background=background)
    assert document.values["status"] == "draft"
    assert document.values["agency"] == {"name": "B", "business_in": ["US-NY"], "licensed_employment_agency": False}
    assert document.values["model"] == {"name": "N"}


def test_groups_are_merged_and_lists_and_values_are_replaced(tmp_path):
    document, _ = _values(tmp_path, {"given": {"agency": {"business_in": ["FR"]}, "fees": []}})
    assert document.values["agency"] == {"name": "A", "business_in": ["FR"]}
    assert document.values["fees"] == []


def test_a_group_that_is_given_as_unknown_loses_what_the_background_said(tmp_path):
    document, _ = _values(tmp_path, {"given": {"agency": "unknown"}})
    assert document.values["agency"] is MISSING


def test_without_takes_background_facts_away_and_leaves_their_neighbours(tmp_path):
    document, _ = _values(tmp_path, {"without": ["agency.name", "fees"], "given": {"status": "ended"}})
    assert document.values["agency"] == {"business_in": ["US-NY"]}
    assert "fees" not in document.values
    assert document.values["status"] == "ended"


def test_a_background_may_be_given_by_kind(tmp_path):
    changes = {
        "reads": ["management_contract", "booking"],
        "dated_by": "as_of",
        "require": {"management_contract": {"status": "signed"}, "booking": {"booked_directly": True}},
        "message": "{status}",
        "background": {"management_contract": {"status": "ended"}, "booking": {"booked_directly": "true"}},
    }
    document, _ = _values(tmp_path / "a", {}, **changes)
    assert document.values["status"] == "ended"
    document, _ = _values(tmp_path / "b", {"kind": "booking"}, **changes)
    assert (document.kind, document.values["status"], document.values["booked_directly"]) == ("booking", "hold", True)


CAMPAIGN = {
    "reads": "campaign",
    "for_each": {"asset": "assets", "person": "asset.depicts"},
    "with": {"consent": "person.consent_ref"},
    "require": {"consent.instrument.written": True},
    "message": "x",
    "background": {"assets": [{"id": "a1", "depicts": [{"id": "ines", "consent_ref": "c-1"}]}]},
}


@pytest.mark.parametrize(
    "example",
    [
        {"beside": [{"kind": "replica_consent", "id": "c-1", "instrument": {"written": "true"}}], "verdict": "pass"},
        {"beside": [{"kind": "replica_consent", "id": "c-1", "instrument": {"written": "false"}}], "verdict": "fail"},
        {"beside": [{"kind": "replica_consent", "id": "c-1"}], "verdict": "unknown", "missing": ["c-1/instrument/written"]},
        {"beside": [{"kind": "replica_consent", "id": "c-2", "instrument": {"written": "true"}}], "verdict": "unknown", "missing": ["/assets/0/depicts/0/consent_ref"]},
        {"beside": [{"kind": "model_release", "id": "c-1"}], "verdict": "unknown", "missing": ["/assets/0/depicts/0/consent_ref"]},
        {"verdict": "unknown", "missing": ["/assets/0/depicts/0/consent_ref"]},
        {"given": {"assets": [{"depicts": []}]}, "verdict": "not_applicable"},
    ],
    ids=["it says so", "it says otherwise", "it is silent", "another consent", "another kind", "nothing", "nobody is shown"],
)
def test_documents_beside_an_example_are_those_that_it_may_refer_to(tmp_path, example):
    examples = [{"verdict": verdict} for verdict in ("pass", "fail", "unknown")]
    assert run_examples(rule_of(tmp_path, **CAMPAIGN, examples=[*examples, example]))[-1].faults == ()


def test_the_worst_verdict_of_several_items_is_the_examples_verdict(tmp_path):
    changes = {"for_each": {"fee": "fees"}, "require": {"fee.amount": {"at_most": "USD 5"}}, "message": "{fee.amount}"}
    fees = [{"amount": "USD 5"}, {"amount": "unknown"}, {"amount": "USD 6"}]
    assert _outcome(tmp_path / "a", {"given": {"fees": fees}, "verdict": "fail"}, **changes).faults == ()
    assert _outcome(tmp_path / "b", {"given": {"fees": fees[:2]}, "verdict": "unknown", "missing": ["/fees/1/amount"]}, **changes).faults == ()


def test_a_folder_is_tested_whole(tmp_path):
    folder = write_rules(tmp_path, {}, {"id": "X-TEST-2", "examples": [*KEPT, {"verdict": "pass"}]})
    tested = run_folder(str(folder))
    assert (tested.rules, tested.examples, tested.broken) == (2, 7, [])
    (failed,) = tested.failed
    assert failed.message == "X-TEST-2: example 4: the verdict is unknown, not pass (Cannot tell whether the duty is kept: commission.percent is not stated)"


def test_a_broken_folder_is_not_tested(tmp_path):
    folder = write_rules(tmp_path, {}, {"id": "X-TEST-2", "level": "eror"})
    tested = run_folder(str(folder))
    assert (tested.examples, tested.failed, len(tested.broken)) == (0, [], 1)


def test_an_id_that_stands_twice_breaks_a_folder(tmp_path):
    folder = write_rules(tmp_path, {}, {})
    (problem,) = run_folder(str(folder)).broken
    assert (problem.message, problem.line) == ("the id X-TEST-1 is taken", len(rule_text().splitlines()) + 2)
    assert len(load(folder)[0]) == 2

"""Settings that choose between two readings: how rules declare them, what is refused, and what the examples make of them."""

import pytest

from fwa_check.documents.problem import Unreadable
from fwa_check.rulebook.examples import run_examples
from fwa_check.rulebook.rulebook import load_rulebook, shipped_packs
from fwa_check.rulebook.switches import Setting, clashes, settings_of
from fwa_check.rulebook.testing import test_folder as run_folder
from fwa_check.rulebook.words import page
from mutation import mutants_of, survivors
from tests.helpers import RULE, load, problem_of, rule_of, rule_text, write_rules

EXAMPLES = RULE["examples"]
SWITCH = {"name": "base", "default": "gross", "instead": "net", "level": "warning"}


def _read_so(**changes):
    switch = {key: value for key, value in {**SWITCH, **changes}.items() if value is not None}
    return {"reading": "Gross is meant.", "by": "This rulebook", "other": "Net is meant.", "switch": switch}


def _set(**readings):
    return [*EXAMPLES, {"given": {"commission": {"percent": "30"}}, "readings": readings, "verdict": "fail"}]


# What is changed, the field on whose line the fault is found, what stands there, the message, and the suggestion.
FAULTS = [
    ("no name", {"interpretation": _read_so(name=None)}, "interpretation", "switch", "name is missing", None),
    ("no level", {"interpretation": _read_so(level=None)}, "interpretation", "switch", "level is missing", None),
    ("level", {"interpretation": _read_so(level="wraning")}, "interpretation", '"wraning"', "'wraning' is no level", "warning"),
    ("unknown field", {"interpretation": _read_so(insted="net")}, "interpretation", "insted", "switch has no field 'insted'", "instead"),
    ("name of two words", {"interpretation": _read_so(name="the base")}, "interpretation", '"the base"', "name does not fit: the base", None),
    ("value in capitals", {"interpretation": _read_so(instead="Net")}, "interpretation", '"Net"', "instead does not fit: Net", None),
    ("no choice", {"interpretation": _read_so(instead="gross")}, "interpretation", '"gross"', "X-TEST-1: both readings have the value gross", None),
    ("example without a switch", {"examples": _set(base="net")}, "examples", "base", "X-TEST-1: the rule has no switch, and an example sets base", None),
    ("example of another setting", {"interpretation": _read_so(), "examples": _set(bsae="net")}, "examples", "bsae", "X-TEST-1: 'bsae' is not the setting of the rule", "base"),
    ("value of an example", {"interpretation": _read_so(), "examples": _set(base="nett")}, "examples", "nett", "X-TEST-1: 'nett' is no value of base", "net"),
    ("readings that are none", {"interpretation": _read_so(), "examples": _set()}, "examples", "readings", "readings does not fit: an empty group", None),
]  # fmt: skip


@pytest.mark.parametrize("changes, field, there, message, suggestion", [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_slip_in_a_switch_is_found_with_its_place(tmp_path, changes, field, there, message, suggestion):
    problem = problem_of(tmp_path, **changes)
    assert (problem.message, problem.suggestion) == (message, suggestion)
    assert problem.excerpt == rule_text(**changes).splitlines()[problem.line - 1]
    assert problem.excerpt.lstrip().startswith(f"{field}: ")
    assert problem.excerpt[problem.column - 1 :].lstrip('"').startswith(there.lstrip('"'))


def test_the_settings_of_rules_are_found_by_name(tmp_path):
    other = {"id": "X-TEST-3", "interpretation": _read_so(name="age", default="birthday", instead="year")}
    rules, problems = load(write_rules(tmp_path, {"interpretation": _read_so()}, {"id": "X-TEST-2"}, other, {"id": "X-TEST-4", "interpretation": _read_so()}))
    assert problems == []
    assert settings_of(rules) == {"base": Setting("base", "gross", "net"), "age": Setting("age", "birthday", "year")}
    assert list(settings_of(rules)) == ["base", "age"]


def test_two_rules_may_share_a_setting_and_weigh_it_differently(tmp_path):
    rules, _ = load(write_rules(tmp_path, {"interpretation": _read_so()}, {"id": "X-TEST-2", "interpretation": _read_so(level="note")}))
    assert len(rules) == 2 and clashes(rules) == []


@pytest.mark.parametrize(
    "changes, there, expected, message",
    [
        ({"default": "whole"}, '"whole"', "gross", "X-TEST-2: the setting base has two meanings: whole"),
        ({"instead": "rest"}, '"rest"', "net", "X-TEST-2: the setting base has two meanings: rest"),
        ({"default": "net", "instead": "gross"}, '"net"', "gross", "X-TEST-2: the setting base has two meanings: net"),
    ],
    ids=["default", "instead", "turned round"],
)
def test_a_setting_with_other_values_in_another_rule_is_refused(tmp_path, changes, there, expected, message):
    folder = write_rules(tmp_path / "house", {"interpretation": _read_so()}, {"id": "X-TEST-2", "interpretation": _read_so(**changes)})
    with pytest.raises(Unreadable) as refused:
        load_rulebook([str(folder)])
    (problem,) = refused.value.problems
    assert (problem.message, problem.expected) == (message, expected)
    assert problem.excerpt.lstrip().startswith("interpretation: ") and problem.excerpt[problem.column - 1 :].startswith(there)
    first = next(number for number, line in enumerate((folder / "section-1.yaml").read_text().splitlines(), start=1) if "interpretation" in line)
    assert problem.line > first
    assert problem.help == f"X-TEST-1 has the same setting: {folder / 'section-1.yaml'}, line {first}"
    assert [str(each) for each in run_folder(str(folder)).broken] == [str(problem)]


def test_a_setting_may_not_differ_between_two_folders(tmp_path):
    one = write_rules(tmp_path / "one", {"interpretation": _read_so()})
    two = write_rules(tmp_path / "two", {"id": "X-TEST-2", "interpretation": _read_so(instead="rest")})
    for folder in (one, two):
        assert load_rulebook([str(folder)]).rules[-1].file.path == str(folder / "section-1.yaml")
    with pytest.raises(Unreadable, match="X-TEST-2: the setting base has two meanings: rest"):
        load_rulebook([str(one), str(two)])


def test_rules_that_agree_are_not_looked_through_where_nothing_that_was_added_has_a_switch(tmp_path):
    rules, _ = load(write_rules(tmp_path, {"interpretation": _read_so()}, {"id": "X-TEST-2", "interpretation": _read_so(instead="rest")}, {"id": "X-TEST-3"}))
    assert clashes(rules, rules[2:]) == clashes(rules, []) == []
    assert len(clashes(rules, rules[1:])) == 1


def test_the_settings_of_the_rules_that_ship_mean_one_thing_each():
    assert [str(problem) for problem in clashes(load_rulebook(shipped_packs()).rules)] == []


LITERAL = {"given": {"commission": {"percent": "30"}}, "readings": {"base": "net"}, "verdict": "fail"}


@pytest.mark.parametrize(
    "example, faults",
    [
        ({**LITERAL, "level": "warning"}, ()),
        ({**LITERAL, "level": "error"}, ("the level is warning, not error",)),
        ({**LITERAL, "readings": {"base": "gross"}, "level": "error"}, ()),
        ({**LITERAL, "readings": {"base": "gross"}, "level": "warning"}, ("the level is error, not warning",)),
    ],
)
def test_an_example_may_choose_a_reading(tmp_path, example, faults):
    rule = rule_of(tmp_path, interpretation=_read_so(), examples=[*EXAMPLES, example])
    assert run_examples(rule)[-1].faults == faults


def test_a_switch_whose_level_no_example_asks_for_lets_mutants_live(tmp_path):
    names = {f"interpretation: switch level {level}" for level in ("error", "note")}
    weak = rule_of(tmp_path / "a", interpretation=_read_so(), examples=[*EXAMPLES, LITERAL])
    assert names <= {name for name, _ in mutants_of(weak.raw)}
    assert names <= set(survivors(weak)[1])
    strong = rule_of(tmp_path / "b", interpretation=_read_so(), examples=[*EXAMPLES, {**LITERAL, "level": "warning"}])
    assert names & set(survivors(strong)[1]) == set()


def test_the_page_says_the_switch_and_its_values_in_words(tmp_path):
    example = {**LITERAL, "level": "warning"}
    pages = dict(page(rule_of(tmp_path, interpretation=_read_so(), examples=[*EXAMPLES, example])))
    said = " ".join(" ".join(pages["The reading chosen"]).split())
    assert said.endswith(
        "The other reading: Net is meant. The setting base: gross (the default) is the reading chosen; net is the other one, and then a failure is: warning. "
        "A file for check --config has it under readings, as base: net."
    )
    assert any("commission.percent is 30 under base: net" in line for line in pages["Examples"])

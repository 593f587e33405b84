"""Tests rule files: their shape, their compiling, and every example in them."""

from typing import NamedTuple

from fwa_check.rulebook.examples import run_examples
from fwa_check.rulebook.rulebook import doubles, load_folder, shipped_rules
from fwa_check.rulebook.switches import clashes


class Tested(NamedTuple):
    """How many rules and examples were tried, the Problems of broken files, and those of failed examples."""

    rules: int
    examples: int
    broken: list
    failed: list


def test_folder(path=None):
    """Test the rule files under `path`, or those that ship; house rules need an id that begins with X-."""
    rules, broken = load_folder(path or shipped_rules(), [], strict=True, house=path is not None)
    broken += doubles(rules)
    broken += clashes(rules)
    if broken:
        return Tested(len(rules), 0, broken, [])
    outcomes = [outcome for rule in rules for outcome in run_examples(rule)]
    return Tested(len(rules), len(outcomes), [], [outcome.problem for outcome in outcomes if outcome.problem])

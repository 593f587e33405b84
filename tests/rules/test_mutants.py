"""Every shipped rule is broken on purpose, in every small way; its examples have to notice."""

import re
from collections import defaultdict

import pytest

from fwa_check.rulebook.rulebook import load_rulebook, shipped_packs
from mutation import definition_mutants, is_noticed, survivors

RULES = load_rulebook(shipped_packs()).rules
INSTRUMENTS = list({id(rule.instrument): rule.instrument for rule in RULES}.values())

CONDITIONS = ("when", "require", "exemptions", "unsettled", "unsettled_scope", "stricter")
# Mutants that no example could ever notice, each with the reason why it is no different rule.
EQUIVALENT = {
    ("US-NY-396B-3-AGENCY", "when: /all/3/any/1/company.part/one_of without publisher"): "A publisher that makes nothing is exempt either way; only the words of the reason differ.",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_examples_notice_every_mutant(rule):
    total, alive = survivors(rule)
    assert total >= 3
    assert [mutant for mutant in alive if (rule.id, mutant) not in EQUIVALENT] == []


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.get("name", "none"))
def test_the_examples_notice_every_mutant_of_a_defined_term(instrument):
    definitions = instrument.get("definitions", {})
    users = defaultdict(list)
    for rule in RULES:
        if rule.instrument is instrument:
            for term in _terms_of([rule.raw.get(key) for key in CONDITIONS], definitions):
                users[term].append(rule)
    alive = []
    for term, description, mutant in definition_mutants(instrument):
        noticed = [is_noticed(rule.raw, mutant, rule) for rule in users[term]]
        if True not in noticed and False in noticed:
            alive.append(f"{term}: {description}")
    assert sorted(users) == sorted(instrument.get("definitions", {}))
    assert alive == []


def _terms_of(tree, definitions):
    """Return the terms that a condition asks, those that stand in them too."""
    found, asked = set(), set(re.findall("'meets': '([^']*)'", str(tree)))
    while asked:
        term = asked.pop()
        found.add(term)
        asked |= set(re.findall("'meets': '([^']*)'", str(definitions[term]["when"]))) - found
    return found


def test_the_mutants_cover_every_kind_of_slip():
    """The breaking itself is held to account: a rule with no example but a pass lets mutants live."""
    rule = next(rule for rule in RULES if rule.id == "US-NY-FWA-1035-7")
    weak = type(rule)({**rule.raw, "examples": rule.examples[:1]}, rule.instrument, rule.file, rule.pointer)
    total, alive = survivors(weak)
    assert {"require: dropped", "when: dropped", "versions 0: from moved by 1 day", "require: /commission.percent/at_most moved to 20.01 %"} <= set(alive)
    assert total > len(alive)

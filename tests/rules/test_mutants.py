"""Every shipped rule is broken on purpose, in every small way; its examples have to notice."""

from collections import defaultdict

import pytest

from fwa_check.rulebook.rulebook import load_rulebook, shipped_packs
from mutation import definition_mutants, is_noticed, survivors

RULES = load_rulebook(shipped_packs()).rules
INSTRUMENTS = list({id(rule.instrument): rule.instrument for rule in RULES}.values())

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
    users = defaultdict(list)
    for rule in RULES:
        if rule.instrument is instrument:
            for term in instrument.get("definitions", {}):
                if f"'meets': '{term}'" in str((rule.raw.get("when"), rule.raw["require"])):
                    users[term].append(rule)
    alive = []
    for term, description, mutant in definition_mutants(instrument):
        noticed = [is_noticed(rule.raw, mutant, rule) for rule in users[term]]
        if True not in noticed and False in noticed:
            alive.append(f"{term}: {description}")
    assert sorted(users) == sorted(instrument.get("definitions", {}))
    assert alive == []


def test_the_mutants_cover_every_kind_of_slip():
    """The breaking itself is held to account: a rule with no example but a pass lets mutants live."""
    rule = next(rule for rule in RULES if rule.id == "US-NY-FWA-1035-7")
    weak = type(rule)({**rule.raw, "examples": rule.examples[:1]}, rule.instrument, rule.file, rule.pointer)
    total, alive = survivors(weak)
    assert {"require: dropped", "when: dropped", "versions 0: from moved by 1 day", "require: /commission.percent/at_most moved to 20.01 %"} <= set(alive)
    assert total > len(alive)

"""A missing fact never decides: whatever is known without a fact is still so when the fact is added."""

import copy
import random

import pytest

from tests.helpers import TODAY, ask, document_of, findings_of, load, write_rules

# Facts of a booking, and what each may be. None stands for a fact that is left out.
VALUES = {
    "status": ["option", "hold", "confirmed"],
    "booked_directly": ["true", "false"],
    "companion_allowed": ["true", "false"],
    "invoice_received_on": ["2026-03-01", "2026-03-02", "2026-03-03"],
    "deal_memo.delivered_at": ["2026-03-01", "2026-03-02", "2026-03-02T09:00-05:00", "2026-03-02T10:00-05:00", "2026-03-03T00:30+01:00"],
    "services.start_at": ["2025-06-18", "2026-03-02", "2026-03-02T09:30-05:00"],
    "services.location": ["US-NY", "US", "FR", "EU", "worldwide"],
    "agency.business_in": [[], ["US-NY"], ["US"], ["FR", "unknown"], ["unknown"], ["FR", "US-CA"]],
    "compensation.total": ["USD 100", "USD 99.99", "EUR 100", "USD 0"],
    "compensation.overtime_multiplier": ["1.5", "1.49", "2"],
    "payment_term.due_on": ["2026-03-01", "2026-12-01"],
    "payment_term.offset": ["30 days", "1 month", "10 business days", "31 days"],
    "payments": [[], [{"paid_on": "2026-03-01", "amount": "USD 100"}], [{"paid_on": "2026-04-01", "amount": "USD 50"}, {"amount": "USD 50"}], ["unknown", {"amount": "EUR 1"}]],
    "services.meal_breaks": [[], [{"length": "30 minutes"}], [{"length": "20 minutes"}, {}], ["unknown"]],
    "services.sessions": [[], [{"start_at": "2026-03-02T09:00-05:00", "end_at": "2026-03-02T18:00-05:00"}], [{"start_at": "2026-03-02T09:00-05:00"}]],
}
QUESTIONS = [
    {"status": "hold"}, {"status": {"is_not": "hold"}}, {"status": {"one_of": ["hold", "option"]}}, {"status": {"none_of": ["hold"]}},
    {"booked_directly": True}, {"companion_allowed": {"is_not": "true"}},
    {"invoice_received_on": {"before": "2026-03-02"}}, {"invoice_received_on": {"on_or_after": "2026-03-02"}}, {"invoice_received_on": {"fact": "payment_term.due_on"}},
    {"deal_memo.delivered_at": {"before": {"fact": "services.start_at"}}}, {"deal_memo.delivered_at": {"after": "2026-03-02"}}, {"deal_memo.delivered_at": "2026-03-02"},
    {"deal_memo.delivered_at": {"on_or_before": {"fact": "services.start_at", "minus": "1 day"}}}, {"deal_memo.delivered_at": {"on_or_after": {"fact": "services.start_at", "minus": "12 hours"}}},
    {"services.location": {"within": "US-NY"}}, {"services.location": {"within": "EU"}}, {"agency.business_in": {"reaches": "US-NY"}}, {"agency.business_in": {"reaches": "US"}},
    {"agency.business_in": {"empty": True}}, {"agency.business_in": {"reaches": {"fact": "services.location"}}},
    {"compensation.total": {"at_least": "USD 100"}}, {"compensation.total": {"less_than": "USD 100"}}, {"compensation.total": {"zero": True}}, {"compensation.total": {"is": "USD 100"}},
    {"compensation.overtime_multiplier": {"at_least": "1.5"}}, {"payment_term.offset": {"at_most": "30 days"}}, {"payment_term.offset": {"more_than": "1 month"}},
    {"longest_meal_break": {"at_least": "30 minutes"}}, {"longest_work_in_any_24_hours": {"more_than": "8 hours"}}, {"days_unpaid_after_due": {"at_most": "0"}},
    {"payments": {"empty": False}}, {"payment_due_on": {"on_or_before": {"fact": "as_of"}}},
    {"some": {"each": "payments", "as": "payment", "where": {"payment.amount": {"at_least": "USD 100"}}}},
    {"every": {"each": "payments", "as": "payment", "where": {"payment.paid_on": {"on_or_before": {"fact": "payment_term.due_on"}}}}},
    {"every": {"each": "agency.business_in", "as": "place", "where": {"place": {"within": "US"}}}},
]  # fmt: skip


def _tree(chance, depth):
    if depth == 0 or chance.random() < 0.3:
        return chance.choice(QUESTIONS)
    word = chance.choice(["all", "any", "not"])
    return {"not": _tree(chance, depth - 1)} if word == "not" else {word: [_tree(chance, depth - 1) for _ in range(chance.choice([1, 2, 3]))]}


def _facts(chance):
    facts = {}
    for path, values in VALUES.items():
        if chance.random() < 0.75:
            *groups, name = path.split(".")
            place = facts
            for group in groups:
                place = place.setdefault(group, {})
            place[name] = copy.deepcopy(chance.choice(values))
    return facts


def _without_one(facts):
    """Yield the same facts without one of them: a field left out, or an item of a list made unknown."""
    for path in list(_leaves(facts)):
        less = copy.deepcopy(facts)
        place = less
        for step in path[:-1]:
            place = place[step]
        if isinstance(place, list):
            place[path[-1]] = "unknown"
        else:
            del place[path[-1]]
        yield path, less


def _leaves(value, here=()):
    for key, below in value.items() if isinstance(value, dict) else enumerate(value):
        yield (*here, key)
        if isinstance(below, (dict, list)):
            yield from _leaves(below, (*here, key))


@pytest.mark.parametrize("seed", range(150))
def test_an_answer_that_stands_without_a_fact_stands_with_it(seed):
    chance = random.Random(seed)
    tree, facts = _tree(chance, 3), _facts(chance)
    full = ask(tree, facts)
    for path, less in _without_one(facts):
        known = ask(tree, less)
        assert known.value is None or known.value is full.value, (tree, path)


@pytest.mark.parametrize("seed", range(150))
def test_an_answer_has_no_gaps_and_no_answer_has_at_least_one(seed):
    chance = random.Random(seed)
    tree, facts = _tree(chance, 3), _facts(chance)
    for _, less in _without_one(facts):
        answer = ask(tree, less)
        assert bool(answer.missing) is (answer.value is None), tree
        assert answer.unstated == []


@pytest.mark.parametrize("seed", range(150))
def test_stating_all_that_was_named_as_missing_leads_on(seed):
    """A fact that is named as missing is one that the answer can hang on: some value of it changes what is missing."""
    chance = random.Random(seed)
    tree, facts = _tree(chance, 2), _facts(chance)
    answer = ask(tree, facts)
    absent = [path for path in VALUES if "/" + path.replace(".", "/") in answer.missing and "/" + path.replace(".", "/") not in answer.reads]
    for path in absent:
        outcomes = {(changed.value, tuple(changed.missing)) for value in VALUES[path] for changed in [ask(tree, _with(facts, path, value))]}
        assert outcomes != {(answer.value, tuple(answer.missing))}, (tree, path)


def _with(facts, path, value):
    changed = copy.deepcopy(facts)
    *groups, name = path.split(".")
    place = changed
    for group in groups:
        place = place.setdefault(group, {})
    place[name] = copy.deepcopy(value)
    return changed


def _random_rules(chance, count):
    for number in range(count):
        rule = {"id": f"X-TEST-{number}", "reads": "booking", "dated_by": "services.start_at", "message": "{status}", "require": _tree(chance, 2)}
        if chance.random() < 0.7:
            rule["when"] = _tree(chance, 1)
        for key in ("unsettled", "unsettled_scope"):
            if chance.random() < 0.4:
                rule[key] = [{"when": _tree(chance, 1), "question": "{status}?"} for _ in range(chance.choice([1, 2]))]
        if chance.random() < 0.3:
            rule["exemptions"] = [{"when": _tree(chance, 1), "because": "{status}"} for _ in range(chance.choice([1, 2]))]
        if chance.random() < 0.2:
            rule["for_each"] = {"payment_made": "payments"}
        yield rule


@pytest.mark.parametrize("seed", range(12))
def test_a_verdict_that_stands_without_a_fact_stands_with_it(tmp_path, seed):
    """Over many rules and documents: no unknown hides a pass or a fail, and no missing fact makes one."""
    chance = random.Random(seed)
    rules, _ = load(write_rules(tmp_path, *_random_rules(chance, 12)))
    assert rules
    for _ in range(3):
        facts = _facts(chance)
        full = _verdicts(rules, facts)
        for path, less in _without_one(facts):
            for subject, verdict in _verdicts(rules, less).items():
                if verdict in ("pass", "fail", "not_applicable") and subject in full:
                    assert full[subject] == verdict, (subject, path, facts)


def _verdicts(rules, facts):
    document = document_of("booking", facts)
    return {(rule.id, finding.subject): finding.verdict for rule in rules for finding in findings_of(rule, document, as_of=TODAY)}


def test_the_random_rules_and_documents_reach_every_verdict(tmp_path):
    seen = set()
    for seed in range(12):
        chance = random.Random(seed)
        rules, _ = load(write_rules(tmp_path / str(seed), *_random_rules(chance, 12)))
        seen |= {verdict for _ in range(3) for verdict in _verdicts(rules, _facts(chance)).values()}
    assert seen == {"pass", "fail", "review", "unknown", "not_applicable"}

"""Rules that could never fire or never be kept are refused, with place and reason; sound ones are not."""

import json
import random

import pytest

from tests.helpers import ask, load, problem_of, rule_of, write_rules

NEVER_FIRES = [
    ({"status": {"one_of": ["draft"], "is": "signed"}}, "/when/status/is", "status"),
    ({"status": {"none_of": ["draft", "signed", "ended"]}}, "/when/status/none_of", "status"),
    ({"all": [{"mother_agency.present": True}, {"mother_agency.present": False}]}, "/when/all/1/mother_agency.present", "mother_agency.present"),
    ([{"mother_agency.present": True}, {"mother_agency.present": {"is_not": "true"}}], "/when/1/mother_agency.present/is_not", "mother_agency.present"),
    ({"signing_day": {"on_or_after": "2026-01-02", "on_or_before": "2026-01-01"}}, "/when/signing_day/on_or_before", "signing_day"),
    ({"signing_day": {"on_or_after": "2026-01-01", "before": "2026-01-01"}}, "/when/signing_day/before", "signing_day"),
    ({"signing_day": {"after": "2026-01-01", "before": "2026-01-01"}}, "/when/signing_day/before", "signing_day"),
    ({"commission.percent": {"more_than": "20", "at_most": "20"}}, "/when/commission.percent/at_most", "commission.percent"),
    ({"commission.percent": {"at_least": "20.01", "less_than": "20.01"}}, "/when/commission.percent/less_than", "commission.percent"),
    ({"commission.percent": {"is": "20", "at_most": "19.99"}}, "/when/commission.percent/at_most", "commission.percent"),
    ({"commission.percent": {"is": "20", "is_not": "20.00"}}, "/when/commission.percent/is_not", "commission.percent"),
    ({"term.duration": {"more_than": "3 years", "at_most": "2 years"}}, "/when/term.duration/at_most", "term.duration"),
    ({"all": [{"meets": "draft"}, {"status": "signed"}]}, "/when/all/1/status", "status"),
    ({"all": [{"status": "signed"}, {"meets": "draft"}]}, "/when/all/1/meets", "status"),
]
DEFINITIONS = {"draft": {"title": "Draft", "when": {"all": [{"status": "draft"}]}, "otherwise": "it is signed"}}


@pytest.mark.parametrize("when, pointer, path", NEVER_FIRES, ids=lambda value: str(value)[:70] if isinstance(value, (dict, list)) else "")
def test_a_rule_whose_when_contradicts_itself_is_refused(tmp_path, when, pointer, path):
    problem = problem_of(tmp_path, when=when, instrument={"definitions": DEFINITIONS})
    assert problem.message == f"X-TEST-1: this rule can never fire: what it asks of {path} contradicts itself"
    assert problem.help == "remove one of the two conditions"
    assert problem.excerpt.startswith("  when: ")
    assert problem.excerpt[problem.column - 1 :].startswith(_written_at(when, pointer))


def _written_at(tree, pointer):
    """How the value at a pointer begins in the file: a scalar by itself, a group or list by its key."""
    value, key = tree, None
    for part in pointer.split("/")[2:]:
        key, value = (None, value[int(part)]) if isinstance(value, list) else (part, value[part] if isinstance(value, dict) and part in value else value)
    return json.dumps(value if not isinstance(value, (dict, list)) else key or value)


NEVER_KEPT = [
    {"commission.percent": {"at_most": "15", "more_than": "15"}},
    {"status": {"is": "draft", "is_not": "draft"}},
    {"all": [{"signing_day": {"on_or_after": "2026-01-02"}}, {"signing_day": {"on_or_before": "2026-01-01"}}]},
]


@pytest.mark.parametrize("require", NEVER_KEPT, ids=str)
def test_a_duty_that_contradicts_itself_is_refused(tmp_path, require):
    problem = problem_of(tmp_path, require=require)
    assert problem.message.startswith("X-TEST-1: this duty can never be kept: what it asks of ")
    assert problem.excerpt.startswith("  require: ")


NEVER_BROKEN = [
    ({"status": "signed"}, {"status": "signed"}),
    ({"status": "signed"}, {"status": {"is_not": "draft"}}),
    ({"commission.percent": {"at_most": "15"}}, {"commission.percent": {"at_most": "20"}}),
    ({"signing_day": {"on_or_after": "2026-01-01"}}, {"signing_day": {"after": "2025-12-31"}}),
    ({"meets": "draft"}, {"status": "draft"}),
    ({"commission.percent": {"is": "15"}, "status": "draft"}, {"commission.percent": {"less_than": "16"}, "status": {"one_of": ["draft", "ended"]}}),
]


@pytest.mark.parametrize("when, require", NEVER_BROKEN, ids=str)
def test_a_rule_whose_when_already_says_what_it_requires_is_refused(tmp_path, when, require):
    problem = problem_of(tmp_path, when=when, require=require, instrument={"definitions": DEFINITIONS})
    assert problem.message.startswith("X-TEST-1: this rule can never fire: when it applies, what it asks of ")
    assert problem.message.endswith(" always holds")
    assert problem.help == "its when already says what it requires"


SOUND = [
    (None, {"commission.percent": {"at_least": "20", "at_most": "20"}}),
    (None, {"commission.percent": {"more_than": "19.99", "less_than": "20.01"}}),
    ({"status": {"one_of": ["draft", "signed"], "is_not": "draft"}}, {"commission.percent": {"at_most": "20"}}),
    ({"commission.percent": {"at_most": "20"}}, {"commission.percent": {"at_most": "15"}}),
    ({"signing_day": {"on_or_after": "2026-01-01", "on_or_before": "2026-01-01"}}, {"commission.percent": {"at_most": "20"}}),
    ({"any": [{"status": "draft"}, {"status": "signed"}]}, {"status": "signed"}),
    ({"status": "signed"}, {"any": [{"status": "signed"}, {"commission.percent": {"at_most": "20"}}]}),
    ({"not": {"status": "signed"}}, {"status": "draft"}),
    ({"some": {"each": "fees", "as": "fee", "where": {"fee.when": "later"}}}, {"some": {"each": "fees", "as": "fee", "where": {"fee.when": "on_signing"}}}),
    ({"term.duration": {"at_most": "3 years"}}, {"term.duration": {"at_most": "1096 days"}}),
    ({"commission.percent": {"at_most": "20"}}, {"commission.percent": {"at_most": "20"}, "status": "signed"}),
    ({"signing_day": {"on_or_before": {"fact": "as_of"}}}, {"signing_day": {"on_or_after": {"fact": "as_of"}}}),
    ({"commission.percent": {"stated": True}}, {"commission.percent": {"at_most": "20"}}),
]


@pytest.mark.parametrize("when, require", SOUND, ids=str)
def test_a_sound_rule_is_not_refused(tmp_path, when, require):
    assert rule_of(tmp_path, when=when, require=require).id == "X-TEST-1"


MOMENTS = [
    {"deal_memo.delivered_at": {"after": "2026-03-01", "before": "2026-03-02T09:00-05:00"}},
    {"deal_memo.delivered_at": {"on_or_after": "2026-03-02T09:00-05:00", "before": "2026-03-02T09:00-05:00"}},
    {"deal_memo.delivered_at": {"on_or_after": "2026-03-02", "before": "2026-03-02T09:00-05:00"}},
]


@pytest.mark.parametrize("require", MOMENTS, ids=str)
def test_days_and_moments_in_one_condition_are_compared_without_a_crash(tmp_path, require):
    assert rule_of(tmp_path, reads="booking", require=require, message="The memo came {deal_memo.delivered_at}.").kinds == ("booking",)


ASKED = {
    "commission.percent": [{word: number} for word in ("at_most", "more_than", "at_least", "less_than", "is", "is_not") for number in ("19", "20")],
    "status": [{"is": "draft"}, {"is_not": "draft"}, {"one_of": ["draft", "signed"]}, {"none_of": ["signed", "ended"]}],
    "signed_on": [{word: day} for word in ("before", "after", "on_or_before", "on_or_after", "is") for day in ("2026-01-01", "2026-01-02")],
    "mother_agency.present": [{"is": True}, {"is_not": "true"}],
    "term.duration": [{"at_most": "3 years"}, {"more_than": "3 years"}, {"at_least": "1096 days"}, {"is": "36 months"}],
}
DOCUMENTS = [
    {"commission": {"percent": percent}, "status": status, "signed_on": day, "mother_agency": {"present": present}, "term": {"duration": duration}}
    for percent in ("18", "19", "19.5", "20", "21")
    for status in ("draft", "signed", "ended")
    for day in ("2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03")
    for present in (True, False)
    for duration in ("1 year", "3 years", "1096 days", "4 years")
]


@pytest.mark.parametrize("seed", range(40))
def test_what_is_refused_really_never_fires_or_is_never_kept_or_never_broken(tmp_path, seed):
    chance = random.Random(seed)

    def condition():
        return {"all": [{path: chance.choice(ASKED[path])} for path in chance.choices(list(ASKED), k=chance.choice([1, 2, 3]))]}

    when, require = condition(), condition()
    _, problems = load(write_rules(tmp_path, {"when": when, "require": require}))
    answers = [[ask(tree, facts, kind="management_contract").value for tree in (when, require)] for facts in chance.sample(DOCUMENTS, 120)]
    for problem in problems:
        if "always holds" in problem.message:
            assert all(kept is not False for applies, kept in answers if applies)
        elif "never fire" in problem.message:
            assert not any(applies for applies, _ in answers)
        else:
            assert "can never be kept" in problem.message and not any(kept for _, kept in answers)

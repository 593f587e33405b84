"""Files and folders of rules: what is read, what is refused, and that nothing makes it crash."""

import copy
import os

import pytest

from fwa_check.documents.problem import Unreadable
from fwa_check.rulebook.examples import run_examples
from fwa_check.rulebook.rulebook import load_rulebook
from fwa_check.rulebook.words import page
from tests.helpers import INSTRUMENT, RULE, as_text, load, page_text, rule_text, write_rules

NOT_RULES = [
    ("empty", "", None, None, "a rule file is one YAML document"),
    ("a comment alone", "# nothing\n", None, None, "a rule file is one YAML document"),
    ("two documents", "- a\n---\n- b\n", None, None, "a rule file is one YAML document"),
    ("a group", "id: X-TEST-1\ntitle: x\n", 1, 1, "the file does not fit: a group of fields"),
    ("a text", "just words\n", 1, 1, "the file does not fit: just words"),
    ("a list of texts", "- just words\n", 1, 3, "the rule does not fit: just words"),
    ("an empty list", "[]\n", 1, 1, "the file does not fit: an empty list"),
    ("a list that is not closed", "- [a, b\n", None, None, None),
    ("a tab", "- id: X-TEST-1\n\ttitle: x\n", 2, 1, "this is not YAML: a tab stands where YAML wants spaces"),
    ("a second colon", "- id: X: Y\n", 1, None, "this is not YAML: a second colon, or a wrong indentation"),
    ("an unknown alias", "- *nothing\n", 1, 3, None),
    ("a name that is a list", "- [a, b]: c\n", 1, 3, "a name belongs here"),
    ("a key twice", "- id: X-TEST-1\n  title: one\n  cite: x\n  title: two\n", 4, 3, "title stands twice, on line 2 and on line 4"),
    ("a key twice deep down", "- when:\n    a.b: 1\n    a.b: 2\n", 3, 5, "a.b stands twice, on line 2 and on line 3"),
    ("an anchor within itself", "- &a [*a]\n", None, None, None),
]


@pytest.mark.parametrize("text, line, column, message", [row[1:] for row in NOT_RULES], ids=[row[0] for row in NOT_RULES])
def test_a_file_that_is_no_list_of_rules_is_refused_with_its_place(tmp_path, text, line, column, message):
    folder = write_rules(tmp_path)
    (folder / "section-1.yaml").write_text(text, encoding="utf-8")
    rules, problems = load(folder)
    assert rules == [] and len(problems) == 1
    problem = problems[0]
    assert problem.path == str(folder / "section-1.yaml")
    assert message is None or problem.message == message
    assert line is None or problem.line == line
    assert column is None or problem.column == column


@pytest.mark.parametrize("deep", [45, 150, 20_000])
@pytest.mark.parametrize("opening, closing", [("[", "]"), ("{a: ", "}")])
def test_a_file_that_nests_without_end_is_refused(tmp_path, deep, opening, closing):
    folder = write_rules(tmp_path)
    (folder / "section-1.yaml").write_text(opening * deep + "x" + closing * deep, encoding="utf-8")
    rules, (problem,) = load(folder)
    assert rules == []
    assert "nests too deeply" in problem.message


def test_a_file_of_aliases_that_grows_without_end_is_refused(tmp_path):
    lines = ["- &a0 [x, x, x, x, x, x, x, x, x, x]"] + [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    folder = write_rules(tmp_path)
    (folder / "section-1.yaml").write_text("\n".join(lines), encoding="utf-8")
    rules, (problem,) = load(folder)
    assert rules == []
    assert problem.message == "the file holds more than 500,000 values"
    assert (problem.path, problem.help) == (str(folder / "section-1.yaml"), "write aliases out")


@pytest.mark.parametrize("data, message", [(b"\xff- id", "the file is not UTF-8 text (byte 1)"), (b"- id: \xe9\n", "the file is not UTF-8 text (byte 7)"), (b"- a\x00b\n", "this is not YAML")])
def test_a_file_that_is_no_text_is_refused(tmp_path, data, message):
    folder = write_rules(tmp_path)
    (folder / "section-1.yaml").write_bytes(data)
    rules, (problem,) = load(folder)
    assert rules == []
    assert problem.message.startswith(message)
    assert problem.line == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_in_another_unicode_encoding_is_read(tmp_path, encoding):
    folder = write_rules(tmp_path)
    (folder / "section-1.yaml").write_text(rule_text(title="Gebühr"), encoding=encoding)
    (rule,), problems = load(folder)
    assert (rule.raw["title"], problems) == ("Gebühr", [])


def test_a_folder_without_rules_is_refused(tmp_path):
    rules, (problem,) = load(tmp_path)
    assert (rules, problem.message, problem.path) == ([], "there is no rule file here", str(tmp_path))
    assert problem.help == "a rule file ends in .yaml or .yml and holds a list of rules"


def test_a_folder_with_an_instrument_and_no_rule_is_refused(tmp_path):
    (tmp_path / "instrument.yaml").write_text(page_text())
    assert load(tmp_path)[1][0].message == "there is no rule file here"


def test_a_folder_that_does_not_exist_is_refused(tmp_path):
    rules, (problem,) = load(tmp_path / "hous")
    assert (rules, problem.path) == ([], str(tmp_path / "hous"))
    assert problem.message == "the rules cannot be read: there is no such file or folder"


def test_a_link_to_nowhere_among_the_rules_is_refused(tmp_path):
    folder = write_rules(tmp_path)
    os.symlink(tmp_path / "gone.yaml", folder / "section-2.yaml")
    rules, (problem,) = load(folder)
    assert rules == []
    assert (problem.path, problem.message) == (str(folder / "section-2.yaml"), "there is no such file or folder")


def test_hidden_files_and_other_files_are_left_alone(tmp_path):
    folder = write_rules(tmp_path)
    (folder / ".hidden.yaml").write_text("[")
    (folder / "README.md").write_text("[")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.yaml").write_text("[")
    rules, problems = load(folder)
    assert ([rule.id for rule in rules], problems) == (["X-TEST-1"], [])


def test_a_rule_has_the_instrument_of_the_nearest_folder_above(tmp_path):
    write_rules(tmp_path, instrument={"citation": "Outer Act"})
    write_rules(tmp_path / "inner", {"id": "X-TEST-2"}, instrument={"citation": "Inner Act"})
    (tmp_path / "inner" / "deep").mkdir()
    (tmp_path / "inner" / "deep" / "section-9.yml").write_text(rule_text(id="X-TEST-3"))
    rules, problems = load(tmp_path)
    assert problems == []
    assert {rule.id: rule.cite for rule in rules} == {"X-TEST-1": "Outer Act § 1", "X-TEST-2": "Inner Act § 1", "X-TEST-3": "Inner Act § 1"}


def test_rules_stand_in_the_order_of_their_files_whichever_was_written_first(tmp_path):
    for number in (3, 1, 2):
        write_rules(tmp_path, {"id": "X-TEST-1"})
        (tmp_path / f"section-{number}.yaml").write_text(rule_text(id=f"X-TEST-{number}"))
    assert [rule.id for rule in load(tmp_path)[0]] == ["X-TEST-1", "X-TEST-2", "X-TEST-3"]


def test_a_rule_needs_the_instruments_page_only_for_what_it_does_not_say_itself(tmp_path):
    whole = {key: value for key, value in INSTRUMENT.items() if key not in ("name", "citation", "sources")}
    path = tmp_path / "house.yaml"
    path.write_text(rule_text(**whole, sources=list(INSTRUMENT["sources"].values())))
    (rule,), problems = load(path)
    assert (rule.cite, problems) == ("§ 1", [])


def test_house_rules_need_an_id_of_their_own(tmp_path):
    folder = write_rules(tmp_path, {"id": "TEST-1"})
    with pytest.raises(Unreadable) as refused:
        load_rulebook([str(folder)])
    (problem,) = refused.value.problems
    assert (problem.message, problem.expected, problem.suggestion) == ("TEST-1: TEST-1 is not the id of a house rule", "an id that begins with X-", "X-TEST-1")
    assert (problem.line, problem.column) == (1, 7)


def test_an_id_is_taken_only_once_in_all_folders(tmp_path):
    first, second = write_rules(tmp_path / "a"), write_rules(tmp_path / "b", {"id": "X-TEST-0"}, {})
    with pytest.raises(Unreadable) as refused:
        load_rulebook([str(first), str(second)])
    (problem,) = refused.value.problems
    assert (problem.message, problem.help) == ("the id X-TEST-1 is taken", f"it stands in {first / 'section-1.yaml'}, line 1")
    assert (problem.path, problem.line) == (str(second / "section-1.yaml"), len(rule_text().splitlines()) + 2)


def _paths(value, here=()):
    yield here
    for key, below in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _paths(below, (*here, key))


def _with(value, path, odd):
    if not path:
        return odd
    changed = copy.copy(value)
    changed[path[0]] = _with(value[path[0]], path[1:], odd)
    return changed


WHOLE_RULE = {
    **RULE,
    "when": {"all": [{"meets": "reaching"}, {"status": {"one_of": ["draft", "signed"]}}, {"not": {"mother_agency.present": "true"}}]},
    "for_each": {"fee": "fees"},
    "require": {"fee.amount": {"at_most": {"fact": "fee.amount", "times": "2"}}, "some": {"each": "advances", "as": "advance", "where": {"advance.kind": "visa"}}},
    "unsettled": [{"when": {"signing_day": {"on_or_before": {"fact": "as_of", "minus": "1 day"}}}, "question": "What of {fee.kind}?"}],
    "unsettled_scope": [{"when": {"status": "draft"}, "question": "Is a draft a contract?"}],
    "versions": [{"from": "2025-06-19", "to": "2025-12-31", "level": "warning", "note": "x"}, {"from": "2026-01-01"}],
    "interpretation": {"reading": "x", "by": "y", "other": "z", "switch": {"name": "so", "default": "x", "instead": "z", "level": "note"}},
    "background": {"status": "signed", "fees": [{"amount": "USD 5"}]},
    "message": "The fee is {fee.amount}.",
    "examples": [*RULE["examples"], {"name": "x", "given": {"fees": []}, "without": ["status"], "as_of": "2026-01-01", "readings": {"so": "z"}, "verdict": "review", "missing": ["/status"], "beside": [{"kind": "booking", "id": "b"}]}],
}
WHOLE_INSTRUMENT = {**INSTRUMENT, "definitions": {"reaching": {"title": "x", "when": {"work_territory": {"reaches": "US-NY"}}, "otherwise": "x"}}, "background": {"management_contract": {"status": "signed"}}}
ODD = [None, "", "unknown", "x", "0", 0, True, [], {}, [[]], [{}], {"fact": {}}, {"x": {"y": []}}, ["x"], "2026-02-30", "{x}", "a/b", {"a/b": "c"}]  # fmt: skip


def test_the_rule_that_is_made_odd_below_is_sound_itself(tmp_path):
    rules, problems = load(write_rules(tmp_path, WHOLE_RULE, instrument=WHOLE_INSTRUMENT))
    assert ([rule.id for rule in rules], [str(problem) for problem in problems]) == (["X-TEST-1"], [])


@pytest.mark.parametrize("path", list(_paths(WHOLE_RULE)), ids=lambda path: "/".join(map(str, path)) or "rule")
def test_no_odd_value_anywhere_in_a_rule_makes_it_crash(tmp_path, path):
    for number, odd in enumerate(ODD):
        changed = _with(WHOLE_RULE, path, odd)
        text = rule_text(**changed) if isinstance(changed, dict) else f"- {as_text(changed)}\n"
        _load_and_use(write_rules(tmp_path / str(number), text, instrument=WHOLE_INSTRUMENT))


@pytest.mark.parametrize("path", [path for path in _paths(WHOLE_INSTRUMENT) if path], ids=lambda path: "/".join(map(str, path)))
def test_no_odd_value_anywhere_in_an_instrument_makes_it_crash(tmp_path, path):
    for number, odd in enumerate(ODD):
        _load_and_use(write_rules(tmp_path / str(number), WHOLE_RULE, instrument=_with(WHOLE_INSTRUMENT, path, odd)))


def _load_and_use(folder):
    """Load a folder as strictly as can be; whatever is not refused has to work to the end."""
    rules, problems = load(folder)
    assert rules or problems
    for problem in problems:
        assert problem.path and problem.message and str(problem)
    for rule in rules:
        assert all(isinstance(line, str) for _, lines in page(rule) for line in lines)
        for outcome in run_examples(rule):
            assert outcome.problem is None or str(outcome.problem)

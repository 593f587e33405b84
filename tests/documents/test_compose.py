"""From text to YAML nodes: no guessing of types, every place right, every size bounded."""

import pytest
import yaml
from yaml import ScalarNode

from fwa_check.documents import compose
from fwa_check.documents.compose import DEEPEST, MAP, SEQ, STR, compose_documents
from fwa_check.documents.document import split_lines
from fwa_check.documents.problem import Unreadable


def refusal(text):
    with pytest.raises(Unreadable) as caught:
        compose_documents(text)
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


@pytest.mark.parametrize("text", ["NO", "yes", "12:30", "0123", "0x1F", "1e3", ".inf", "~", "null", "2026-11-21", "=", "1_000", "0b1", "true", ""])
def test_no_scalar_is_guessed_to_be_anything_but_text(text):
    key, value = compose_documents(f"a: {text}")[0].value[0]
    assert type(value) is ScalarNode and value.tag is STR and value.value == text
    assert key.tag is STR


def test_groups_and_lists_have_the_tags_of_groups_and_lists():
    root = compose_documents("a: [b]")[0]
    assert root.tag is MAP and root.value[0][1].tag is SEQ


def test_every_document_of_a_file_is_composed():
    assert [root.value for root in compose_documents("--- a\n--- b\n...\n--- c\n")] == ["a", "b", "c"]
    assert compose_documents("") == [] and compose_documents("# only\n# comments\n") == []


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: b: c", 1, 5, "a second colon, or a wrong indentation"),
        ("a: 1\n\tb: 2", 2, 1, "a tab stands where YAML wants spaces"),
        ("a:\n\t- b", 2, 1, "a tab stands where YAML wants spaces"),
        ("a: @b", 1, 4, "a character stands here that can begin nothing in YAML"),
        ("a: `b`", 1, 4, "a character stands here that can begin nothing in YAML"),
        ("a: 1\nb\nc: 2", 3, 1, "a colon is missing after a field name"),
        ("a: [1, 2", 1, 9, "a list that begins with [ is not closed, or lacks a comma"),
        ("a: [1,\n\n\n", 1, 7, "a value is missing, or a bracket is not closed"),
        ("a: {b: 1\n", 1, 9, "a group that begins with { is not closed, or lacks a comma"),
        ("a: 1\nb: [1 } ]", 2, 7, "a list that begins with [ is not closed, or lacks a comma"),
        ('a: "b\n\n  \n', 1, 6, "a quoted text is not closed"),
        ("a: 'b", 1, 6, "a quoted text is not closed"),
        ("a: *b", 1, 4, "the alias stands for nothing: no anchor of that name comes before it"),
        ("a: &x 1\nb: &x 2", 2, 4, "two anchors have the same name"),
        ("a:\n  b: 1\n c: 2", 3, 2, "the indentation does not fit the lines above"),
        ("- a\nb: 1", 2, 1, "the indentation does not fit the list above"),
        ('a: "\\ud800"', 1, 7, "found invalid Unicode character escape code"),
        ('a: "\\q"', 1, 5, "found unknown escape character"),
        ("%YAML 2.0\n--- a", 1, 1, "found incompatible YAML document"),
        ("a: !%ff b", 1, 5, "found an incorrect leading UTF-8 octet"),
        ("a: é\x01b", 1, 5, "a control character stands in the text"),
        ("# é\u2028x\x07", 2, 2, "a control character stands in the text"),
        ("a: 💥\nb: 💥\x00", 2, 5, "a control character stands in the text"),
        ("a: \ufffe", 1, 4, "a control character stands in the text"),
        ("a: \x9b31m", 1, 4, "a control character stands in the text"),
    ],
)
def test_what_is_not_yaml_is_refused_in_plain_words_at_its_place(text, line, column, message):
    problem = refusal(text)
    assert problem.message == f"this is not YAML: {message}"
    assert (problem.line, problem.column) == (line, column)
    assert problem.line <= len(split_lines(text))


@pytest.mark.parametrize(("text", "help"), [("a:\n\tb: 1", "indent with spaces"), ("a: @b", "put the value in quotes: it begins with @"), ("a: %b", "put the value in quotes: it begins with %"), ("%YAML 2.0\n--- a", None), ("a: !%ff b", None), ("a: 'b\n\nc: d", "it began on line 1")])
def test_the_advice_fits_the_fault(text, help):
    problem = refusal(text)
    assert problem.help == help


def test_the_end_of_a_file_is_the_last_thing_that_is_written_in_it():
    problem = refusal("kind: booking\nid: [\n\n\n   \n")
    assert (problem.line, problem.column) == (2, 6)


def test_two_readers_agree_on_a_character_that_no_yaml_may_hold(monkeypatch):
    slow = type("Slow", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}, "resolve": compose._Composer.resolve})
    text = "a: é\u2028b: ü\x07"
    quick = refusal(text)
    monkeypatch.setattr(compose, "_Composer", slow)
    assert (refusal(text).line, refusal(text).column) == (quick.line, quick.column) == (2, 5)


NESTS = {
    "flow lists": "a: " + "[" * 10_000,
    "closed flow lists": "a: " + "[" * 10_000 + "]" * 10_000,
    "flow groups": "a: " + "{b: " * 10_000 + "c" + "}" * 10_000,
    "block lists": "a:\n  " + "- " * 10_000 + "b",
    "block groups": "".join(" " * depth + "a:\n" for depth in range(1_000)),
    "keys of keys": "? " * 10_000 + "a",
    "a million flow lists": "[" * 1_000_000,
    "a million block lists": "- " * 1_000_000 + "b",
    "lists below one another": "- a\n" + "- &b [" + "[" * 200 + "]" * 200 + "]",
}


@pytest.mark.parametrize("name", NESTS)
def test_a_bottomless_nest_is_refused_before_the_interpreter_falls_into_it(name):
    problem = refusal(NESTS[name])
    assert problem.message == "the file nests too deeply to be a contract"
    assert problem.line and problem.column
    assert problem.help == "a document needs less than ten levels"


def test_the_depth_is_bounded_exactly_and_starts_anew_in_each_document():
    deepest = "[" * (DEEPEST - 1) + "a" + "]" * (DEEPEST - 1)
    assert len(compose_documents(f"--- {deepest}\n" * 3)) == 3
    assert refusal(f"--- [{deepest}]").column == 4 + DEEPEST


def test_a_file_of_too_many_values_is_refused(monkeypatch):
    monkeypatch.setattr(compose, "MOST_NODES", 1000)
    assert len(compose_documents("[" + "a," * 999 + "]")[0].value) == 999
    problem = refusal("x:\n  [" + "a," * 999 + "]")
    assert problem.message == "the file holds more than 1,000 values"
    assert (problem.line, problem.column) == (2, 3)
    assert refusal("--- a\n" * 1001).message == "the file holds more than 1,000 values"


def test_values_that_aliases_repeat_are_not_composed_again(monkeypatch):
    monkeypatch.setattr(compose, "MOST_NODES", 1000)
    levels = "a: &a0 [x, x]\n" + "".join(f"b{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 60))
    root = compose_documents(levels)[0]
    assert root.value[59][1].value[0] is root.value[59][1].value[8] is root.value[58][1]


def test_an_alias_may_stand_for_the_list_around_it():
    root = compose_documents("&a [*a]")[0]
    assert root.value[0] is root


def test_a_file_of_tag_directives_is_refused_because_the_parser_is_slow_on_them():
    assert len(compose_documents("".join(f"%TAG !{number}! x\n" for number in range(100)) + "--- a")) == 1
    problem = refusal("".join(f"%TAG !{number}! x\n" for number in range(50_000)) + "--- a")
    assert problem.message == "the file declares more tags than a contract could need"
    assert problem.help == "leave the %TAG lines out"

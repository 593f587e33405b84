"""Problems, and the words that are nearest to the wrong ones."""

import subprocess
import sys

import pytest

from fwa_check.documents.problem import Problem, Unreadable, nearest, shortened


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("bookng", ["booking", "campaign"], "booking"),
        ("Booking", ["booking", "campaign"], "booking"),
        ("comission", ["commission", "compensation"], "commission"),
        ("UDS", ["USD", "EUR"], "USD"),
        ("mad", ["AMD", "MAD", "DAM"], "MAD"),
        ("zzz", ["booking"], None),
        ("", ["booking"], None),
        ("x" * 1_000_000, ["booking"], None),
        (7, [7, 8], "7"),
    ],
)
def test_the_nearest_word_is_found(word, known, found):
    assert nearest(word, known) == found


def test_the_nearest_word_is_the_same_in_every_run():
    # AMD and MAD are both DAM with its letters moved, and sets have another order in every process.
    code = "from fwa_check.documents.scalars import *\ntry: read_money('DAM 5')\nexcept Misread as e: print(e.suggestion)"
    found = {subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": str(seed), "PYTHONPATH": ":".join(sys.path)}, capture_output=True, text=True, check=True).stdout for seed in range(6)}
    assert found == {"AMD\n"}


@pytest.mark.parametrize(("text", "short"), [("a  b\n\tc", "a b c"), ("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…"), ("", ""), (None, "None")])
def test_a_text_is_shortened_to_one_line(text, short):
    assert shortened(text) == short


def test_a_problem_says_where_it_is_and_what_would_be_right():
    problem = Problem("commission cannot be read", path="a.yaml", line=3, column=7, expected="20 %", suggestion="20", help="write it so")
    assert str(problem) == "a.yaml:3:7: commission cannot be read; expected 20 %; did you mean 20?; write it so"
    assert str(Problem("nothing is there")) == "nothing is there"


def test_a_problem_is_a_dict_for_reports_with_everything_it_knows():
    told = Problem("m", path="p", line=1, column=2, found="f", expected="e", suggestion="s", help="h", excerpt="x").as_dict()
    assert told == {"path": "p", "line": 1, "column": 2, "message": "m", "found": "f", "expected": "e", "suggestion": "s", "help": "h", "excerpt": "x"}


def test_an_unreadable_file_carries_all_its_problems():
    error = Unreadable(Problem("one"), Problem("two", line=2))
    assert str(error) == "one; 2: two"
    assert [problem.message for problem in error.problems] == ["one", "two"]

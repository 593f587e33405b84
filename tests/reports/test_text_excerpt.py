"""Excerpts: the right lines, and the caret under the value."""

import pytest

from fwa_check.reports.text_excerpt import length_at, places_of


def excerpt_of(printed):
    """The excerpt lines, without their gutter."""
    return [line.partition(" | ")[2] for line in printed.splitlines() if " | " in line]


def under(shown, carets, columns):
    """What stands above the carets, column for column."""
    cells = []
    for char in shown:
        cells += [char] + [""] * (columns(char) - 1)
    return "".join(cells[carets.index("^") : carets.rindex("^") + 1])


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("percent: 25", "25"),
        ("\tpercent:\t25\t# of gross", "25"),
        ("{name: 山田花子, percent: 25}", "25"),
        ("name: 山田花子 # 名前", "山田花子"),
        ("name: é e\u0301 ✗ 25", "25"),
        ("a: [\x1b[31m, 25]", "25"),
        ("percent: '25' # quoted", "'25'"),
        ("한국어 이름: 김, percent: 25", "25"),
        ("ｆｕｌｌ: 25", "25"),
        ("x: " + "y" * 300 + " 25 " + "z" * 300, "25"),
        ("x: " + "山" * 300 + " 25", "25"),
        ("x: " + "山" * 3000 + " 25 " + "山" * 3000, "25"),
    ],
)
@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_carets_stand_under_the_value(report, finding, columns, line, value, width):
    column = line.index(value) + 1
    evidence = [{"pointer": "/commission/percent", "line": 1, "value": value.strip("'")}]
    printed = report([finding(line=1, column=column, evidence=evidence)], lines=[line], width=width)
    shown, carets = excerpt_of(printed)
    # A combining accent takes no column of its own.
    assert under(shown.replace("\u0301", ""), carets, columns) == value
    assert max(columns(text) for text in printed.splitlines() if " | " in text) <= width


def test_tabs_are_expanded(report, finding):
    printed = report([finding(line=1, column=5, evidence=[])], lines=["a\tb\tc"])
    assert "\t" not in printed
    assert excerpt_of(printed) == ["a   b   c", "        ^"]


def test_a_long_line_is_cut_around_the_value(report, finding):
    line = "a" * 100 + " percent: 25 " + "b" * 100
    shown, carets = excerpt_of(report([finding(line=1, column=111)], lines=[line], width=60))
    assert shown.startswith("…a") and shown.endswith("b…")
    assert shown[carets.index("^") :].startswith("25 b")


def test_a_long_line_whose_value_is_near_is_cut_at_its_end_only(report, finding):
    shown, _ = excerpt_of(report([finding(line=1, column=10)], lines=["percent: 25 " + "b" * 300], width=60))
    assert shown.startswith("percent: 25 b") and shown.endswith("b…")


@pytest.mark.parametrize("width", [40, 80])
def test_a_value_that_is_longer_than_the_line_is_marked_as_far_as_it_shows(report, finding, width, columns):
    evidence = [{"pointer": "/notes", "line": 1, "value": "w" * 400}]
    notes = finding(line=1, column=8, pointer="/notes", evidence=evidence)
    printed = report([notes], lines=["notes: " + "w" * 400], width=width)
    shown, carets = excerpt_of(printed)
    assert columns(shown) + len("      1 | ") <= width
    assert set(carets.strip()) == {"^"} and len(carets) == columns(shown)


def test_a_column_past_the_end_marks_the_end(report, finding):
    shown, carets = excerpt_of(report([finding(line=1, column=9, evidence=[])], lines=["percent:\r\n"]))
    assert (shown, carets) == ("percent:", "        ^")
    shown, carets = excerpt_of(report([finding(line=1, column=999, evidence=[])], lines=["percent:"]))
    assert carets == "        ^"


def test_no_column_no_caret_and_no_line_no_excerpt(report, finding):
    assert excerpt_of(report([finding(line=1, column=None, evidence=[])], lines=["percent: 25"])) == ["percent: 25"]
    whole = report([finding(line=None, column=None, evidence=[])])
    assert excerpt_of(whole) == [] and "    contracts/17.yaml\n" in whole
    assert excerpt_of(report([finding(line=99, evidence=[])])) == []


def test_evidence_in_the_same_document_is_shown_in_line_order_at_most_three(report, finding):
    lines = [f"key{number}: value{number}" for number in range(1, 9)]
    order = (8, 7, 2, 3, 4, 5)
    evidence = [{"pointer": f"/key{number}", "line": number, "value": f"value{number}"} for number in order]
    printed = report([finding(line=6, column=7, pointer="/key6", evidence=evidence)], lines=lines)
    assert excerpt_of(printed) == [
        "key6: value6",
        "      ^",
        "key7: value7",
        "      ^^^^^^",
        "key8: value8",
        "      ^^^^^^",
    ]
    assert "(also lines 2, 3, 4 and 1 more line)" in printed


def test_two_values_in_one_line_share_it(report, finding):
    lines = ["{start: 2026-01-02, end: 2025-01-01}"]
    evidence = [
        {"pointer": "/start", "line": 1, "value": "2026-01-02"},
        {"pointer": "/end", "line": 1, "value": "2025-01-01"},
    ]
    printed = report([finding(line=1, column=9, pointer="/start", evidence=evidence)], lines=lines)
    assert excerpt_of(printed) == [lines[0], "        ^^^^^^^^^^       ^^^^^^^^^^"]


def test_the_column_of_evidence_is_used_when_it_is_given():
    evidence = {"line": 1, "column": 4, "value": "b", "pointer": "/x"}
    finding = {"path": "a", "line": 2, "column": 1, "evidence": [evidence]}
    places, others = places_of(finding, ["b: b", "c"])
    assert [(place.line, place.column, place.length) for place in places] == [(2, 1, 1), (1, 4, 1)]
    assert others == []


def test_evidence_that_cannot_be_found_in_its_line_has_no_caret(report, finding):
    evidence = [{"pointer": "/list/0", "line": 2, "value": "a"}, {"pointer": "/y", "line": 3, "value": None}]
    printed = report([finding(line=1, column=1, pointer="/x", evidence=evidence)], lines=["x", "- a a", "y:"])
    assert excerpt_of(printed) == ["x", "^", "- a a", "y:"]


@pytest.mark.parametrize(
    ("text", "column", "value", "length"),
    [
        ("a: 25", 4, "25", 2),
        ("a: '25'", 4, "25", 4),
        ('a: ""', 4, "", 2),
        ("a: x", 4, "y", 1),
        ("a: 25", None, "25", 1),
    ],
)
def test_how_much_is_underlined(text, column, value, length):
    assert length_at(text, column, value) == length


def test_unknowns_and_passes_keep_no_source_lines(report, finding, unknown):
    printed = report([unknown(["/x"]), finding("pass")], show=("unknown", "pass"))
    assert excerpt_of(printed) == []

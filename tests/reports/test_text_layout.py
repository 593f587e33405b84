"""Wrapping: right at 40, 80 and 200 columns, and no slower for many findings."""

import io
import time

import pytest

from fwa_check.reports.text_layout import Page, wrap
from fwa_check.reports.text_words import SIGNS

LONG = "A sentence that goes on about what the parties agreed on. " * 6
WIDTHS = (40, 80, 200)


def texts(lines):
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def big_report(report, finding, unknown, problem, duty, width, **options):
    cite = "§ {} and 12 NYCRR 186-{}.5 as amended".format
    return report(
        [
            finding(message=LONG, fix=LONG, consequence=LONG, title=LONG, subject="asset-1"),
            finding("review", question=LONG, message="所得の手数料は上限を超えています。" * 9),
            finding(level="warning", message="x" * 500, evidence=[{"pointer": "/a", "line": 6, "value": "y" * 300}]),
            unknown(["/services/location", "/a/b"], title=LONG),
            unknown(["/services/location", "/a/b"], rule="EU-AIA-50-4", title=LONG, subject="asset-2"),
            unknown([], reason=LONG),
            finding("not_applicable", reason=LONG),
        ],
        lines=["key: value  # " + "a comment " * 40] * 8,
        problems=[problem(message=LONG, expected=LONG, help=LONG, excerpt="commision: " + "z" * 400)],
        duties=[duty(number, cite=cite(number, number), duty=LONG) for number in range(20)],
        describe={("management_contract", "/services/location"): LONG},
        show=("fail", "review", "unknown", "not_applicable"),
        width=width,
        **options,
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_longer_than_the_width(report, finding, unknown, problem, duty, columns, width, verbose):
    printed = big_report(report, finding, unknown, problem, duty, width, verbose=verbose)
    assert max(map(columns, printed.splitlines())) <= width
    assert not [line for line in printed.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_is_lost_in_wrapping(report, finding, unknown, problem, duty, width):
    printed = " ".join(big_report(report, finding, unknown, problem, duty, width).split())
    assert printed.count(" ".join(LONG.split())) >= 6
    assert "x" * 500 in printed.replace(" ", "")


def test_a_width_under_forty_is_forty(report, finding, columns):
    assert report([finding()], width=3) == report([finding()], width=40)


def test_prose_stays_readable_on_a_very_wide_screen(report, finding, columns):
    printed = report([finding(message=LONG)], width=200)
    assert 100 < max(map(columns, printed.splitlines())) <= 120


def test_a_pipe_is_a_hundred_columns_wide(report, finding):
    assert report([finding(message=LONG)], width=None) == report([finding(message=LONG)], width=100)


def test_labels_hang(report, finding):
    lines = report([finding(fix=LONG)], width=60).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("    Fix:      A sentence"))
    following = lines[start + 1 : lines.index("    If not:   A civil penalty for each violation.")]
    assert len(following) > 4
    assert all(line.startswith(" " * 14) and line[14] != " " for line in following)


def test_paths_and_ids_are_never_broken(report, finding):
    path = "contracts/2026/some client with blanks/" + "deep/" * 20 + "contract-17.yaml"
    rule = "US-NY-FWA-" + "1035-" * 12 + "7"
    lines = report([finding(path=path, rule=rule)], width=40).splitlines()
    assert f"    {path}:6:12" in lines
    assert f"    {rule}" in lines


def test_a_paragraph_sign_stays_with_its_number():
    for width in range(14, 40):
        lines = texts(wrap([("See N.Y. Labor Law § 1035(7) and §§ 1036, at 20 % or less", None)], width))
        assert not [line for line in lines if line.endswith("§") or line.startswith(("1035", "1036", "%"))]


def test_spans_without_a_blank_between_them_are_one_word():
    spans = [("a subject ", None), ("[", "quiet"), ("asset-1", "name"), ("]", "quiet"), (" ends", None)]
    assert texts(wrap(spans, 12)) == ["a subject", "[asset-1]", "ends"]


def test_words_wider_than_a_line_are_broken_by_columns(columns):
    lines = texts(wrap([("手" * 50 + " ab", None)], 21))
    assert lines == ["手" * 10] * 5 + ["ab"]


def test_rows_line_up_when_there_is_room_and_run_together_when_not():
    rows = [("/signed_on", [("The day of signing.", None)]), ("/a", [])]
    wide, narrow = Page(80, "utf-8"), Page(40, "utf-8")
    assert texts(wide.rows(rows, "fact", 4)) == ["    /signed_on  The day of signing.", "    /a"]
    long = [("/disclosures/*/minimum_duration", [("How long it is shown.", None)])]
    assert texts(narrow.rows(long, "fact", 4)) == [
        "    /disclosures/*/minimum_duration: How",
        "      long it is shown.",
    ]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_encoding_without_the_signs_gets_ascii_signs(encoding):
    assert "".join(Page(80, encoding).signs.values()).isascii()
    assert Page(80, "utf-8").signs is SIGNS and Page(80, None).signs is SIGNS


def test_an_ascii_stream_gets_the_whole_report_in_ascii(report, finding, unknown):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    findings = [
        finding(message="The model 山 is paid 20 € – “less” than…", subject="名"),
        finding("review", question="Which?"),
        unknown(["/x"]),
        finding("pass"),
    ]
    printed = report(findings, stream=stream, show=("fail", "review", "unknown", "pass"), lines=["a: é"] * 9)
    assert printed.isascii()
    assert "x FAIL error  US-NY-FWA-1035-7" in printed
    assert "[\\u540d]" in printed
    assert 'The model \\u5c71 is paid 20 EUR - "less" than...' in printed
    assert "* REVIEW" in printed and "? UNKNOWN" in printed and "+ PASS" in printed
    assert "N.Y. Labor Law sec. 1035(7)" in printed
    assert "6 | a: \\xe9" in printed


def test_ten_thousand_findings_take_linear_time(report, finding, unknown, header):
    def seconds(number):
        half, quarter = number // 2, number // 4
        failing = [finding(rule=f"R-{each}", subject=f"asset-{each}", message=LONG) for each in range(half)]
        waiting = [unknown([f"/assets/{each}/generated_on"], subject=f"asset-{each}") for each in range(quarter)]
        spread = [(header(str(each)), [finding()]) for each in range(quarter)]
        start = time.process_time()
        printed = report(failing + waiting, *spread)
        elapsed = time.process_time() - start
        assert printed.count("FAIL error") == half + quarter
        assert f"cannot tell about {quarter:,} duties" in printed
        assert f"settles {quarter:,} unknowns alone" in printed
        return elapsed

    few = min(seconds(1248) for _ in range(2))
    assert seconds(10_000) < 8 * few * 2.5


def test_one_huge_line_is_not_read_again_for_every_finding(report, finding):
    line = "[" + "{percent: 25}, " * 100_000 + "]"
    findings = [finding(line=1, column=12 + 15 * each, evidence=[], rule=f"R-{each}") for each in range(0, 2000)]
    start = time.process_time()
    printed = report(findings, lines=[line])
    assert printed.count("^\n") == 2000
    assert time.process_time() - start < 20

"""On which days which version of a rule is in force: both sides of every edge, and what is refused."""

from datetime import date

import pytest

from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.versions import compile_versions, version_on
from tests.helpers import document_of, finding_of, problem_of, rule_of

TWO = [{"from": "2025-06-19", "to": "2026-06-18", "level": "warning", "note": "The first year."}, {"from": "2026-06-19"}]


@pytest.mark.parametrize(
    "day, first",
    [
        ("0001-01-01", None),
        ("2025-06-18", None),
        ("2025-06-19", "2025-06-19"),
        ("2026-06-17", "2025-06-19"),
        ("2026-06-18", "2025-06-19"),
        ("2026-06-19", "2026-06-19"),
        ("9999-12-31", "2026-06-19"),
    ],
)
def test_the_day_before_is_out_the_first_and_the_last_day_are_in_and_the_day_after_is_the_next(day, first):
    version = version_on(compile_versions(TWO, "error", "/versions"), date.fromisoformat(day))
    assert (version and version.first.isoformat()) == first


def test_a_version_that_ended_is_out_on_the_day_after():
    versions = compile_versions([{"from": "2025-06-19", "to": "2025-06-19"}], "error", "/versions")
    assert version_on(versions, date(2025, 6, 18)) is None
    assert version_on(versions, date(2025, 6, 19)) is versions[0]
    assert version_on(versions, date(2025, 6, 20)) is None


def test_a_version_keeps_its_level_and_note_and_has_the_rules_level_where_it_has_none():
    first, second = compile_versions(TWO, "error", "/versions")
    assert (first.level, first.note, first.last) == ("warning", "The first year.", date(2026, 6, 18))
    assert (second.level, second.note, second.last) == ("error", None, None)


REFUSED = [
    ([{"from": "2026-01-02", "to": "2026-01-01"}], "/versions/0/to", "the version ends on 2026-01-01, before it begins on 2026-01-02", "2026-01-02 or later"),
    ([{"from": "2025-01-01", "to": "2025-12-31"}, {"from": "2025-12-31"}], "/versions/1/from", "two versions are in force on 2025-12-31", None),
    ([{"from": "2025-01-01"}, {"from": "2026-01-01"}], "/versions/1/from", "two versions are in force on 2026-01-01", None),
    ([{"from": "2026-01-01"}, {"from": "2025-01-01"}], "/versions/1/from", "two versions are in force on 2025-01-01", None),
    ([{"from": "2026-01-01", "to": "2026-12-31"}, {"from": "2025-01-01", "to": "2025-12-31"}], "/versions/1/from", "two versions are in force on 2025-01-01", None),
    ([{"from": "2025-01-01", "to": "2025-12-31"}, {"from": "2026-01-02"}], "/versions/1/from", "no version is in force from 2026-01-01", "2026-01-01"),
    ([{"from": "2025-01-01", "to": "2025-06-30"}, {"from": "2025-07-01", "to": "2025-12-31"}, {"from": "2025-12-31"}], "/versions/2/from", "two versions are in force on 2025-12-31", None),
    ([{"from": "2025-02-29"}], "/versions/0/from", "'2025-02-29' is not a date", "a day that exists"),
    ([{"from": "2025-01-01", "to": "2025-13-01"}], "/versions/0/to", "'2025-13-01' is not a date", "a day that exists"),
    ([{"from": "2025-01-01", "to": "9999-12-31"}, {"from": "9999-12-31"}], "/versions/1/from", "two versions are in force on 9999-12-31", None),
]  # fmt: skip


@pytest.mark.parametrize("raw, pointer, message, expected", REFUSED, ids=lambda value: value if isinstance(value, str) and value.startswith("/") else "")
def test_versions_that_overlap_leave_a_gap_or_run_backwards_are_refused_with_their_place(raw, pointer, message, expected):
    with pytest.raises(RuleError) as refused:
        compile_versions(raw, "error", "/versions")
    assert (refused.value.pointer, refused.value.message) == (pointer, message)
    assert expected is None or refused.value.expected == expected


def test_a_version_with_no_day_after_it_takes_no_next_one():
    with pytest.raises(RuleError) as refused:
        compile_versions([{"from": "2025-01-01", "to": "9999-12-31"}, {"from": "2026-01-01"}], "error", "/versions")
    assert refused.value.message == "two versions are in force on 2026-01-01"


def test_a_fault_of_versions_has_its_line_and_column_in_the_rule_file(tmp_path):
    problem = problem_of(tmp_path, versions=[{"from": "2026-01-02", "to": "2026-01-01"}])
    assert problem.message == "X-TEST-1: the version ends on 2026-01-01, before it begins on 2026-01-02"
    assert problem.excerpt[problem.column - 1 :].startswith('"2026-01-01"')


def test_a_fault_of_the_instruments_versions_is_found_there(tmp_path):
    problem = problem_of(tmp_path, instrument={"versions": [{"from": "2026-01-02", "to": "2026-01-01"}]})
    assert problem.path.endswith("instrument.yaml")
    assert problem.excerpt[problem.column - 1 :].startswith('"2026-01-01"')


@pytest.mark.parametrize(
    "signed_on, verdict, level, reason",
    [
        ("2025-06-18", "not_applicable", "error", "the document counts as of 2025-06-18, and the rule took effect on 2025-06-19"),
        ("2025-06-19", "fail", "warning", None),
        ("2026-06-18", "fail", "warning", None),
        ("2026-06-19", "fail", "note", None),
        ("2026-12-31", "fail", "note", None),
        ("2027-01-01", "not_applicable", "error", "the document counts as of 2027-01-01, and the rule was in force until 2026-12-31"),
    ],
)
def test_the_day_of_the_document_picks_the_version_and_its_level(tmp_path, signed_on, verdict, level, reason):
    versions = [{**TWO[0]}, {"from": "2026-06-19", "to": "2026-12-31", "level": "note"}]
    rule = rule_of(tmp_path, dated_by="signing_day", versions=versions)
    finding = finding_of(rule, document_of("management_contract", {"signed_on": signed_on, "commission": {"percent": "30"}}))
    assert (finding.verdict, finding.level, finding.reason) == (verdict, level, reason)


@pytest.mark.parametrize("hour, verdict", [("2025-06-18T23:59-04:00", "not_applicable"), ("2025-06-19T00:00-04:00", "pass")])
def test_a_moment_counts_by_the_day_on_which_it_was_written(tmp_path, hour, verdict):
    rule = rule_of(tmp_path, reads="booking", dated_by="services.start_at", require={"booked_directly": True}, message="x")
    finding = finding_of(rule, document_of("booking", {"services": {"start_at": hour}, "booked_directly": True}))
    assert finding.verdict == verdict

"""``dated_by: {latest_of: [...]}``: the later of several days decides, and a missing one only where it could change the version."""

import pytest

from tests.helpers import document_of, finding_of, problem_of, rule_of

DATED = {"dated_by": {"latest_of": ["starts_on", "ends_on"]}, "reads": "campaign", "require": {"advertiser.name": {"is": "a"}}, "message": "x"}
EXAMPLES = [
    {"given": {"starts_on": "2026-08-02", "ends_on": "2026-08-02", "advertiser": {"name": "a"}}, "verdict": "pass"},
    {"given": {"starts_on": "2026-08-02", "ends_on": "2026-08-02", "advertiser": {"name": "b"}}, "verdict": "fail"},
    {"given": {"advertiser": {"name": "b"}}, "verdict": "unknown"},
]
OPEN = [{"from": "2026-08-02"}]
ENDED = [{"from": "2026-08-02", "to": "2026-12-31"}]
TWO = [{"from": "2026-08-02", "to": "2026-12-31", "level": "warning"}, {"from": "2027-01-01"}]


def _finding(tmp_path, versions, days):
    rule = rule_of(tmp_path, **DATED, versions=versions, examples=EXAMPLES)
    return finding_of(rule, document_of("campaign", {**days, "advertiser": {"name": "b"}}))


@pytest.mark.parametrize(
    "versions, starts_on, ends_on, verdict",
    [
        (OPEN, "2026-08-01", "2026-08-01", "not_applicable"),
        (OPEN, "2026-08-02", "2026-08-01", "fail"),
        (OPEN, "2026-08-01", "2026-08-02", "fail"),
        (OPEN, "2026-08-02", None, "fail"),
        (OPEN, None, "2026-08-02", "fail"),
        (OPEN, "2026-08-01", None, "unknown"),
        (OPEN, None, None, "unknown"),
        (ENDED, "2026-08-02", None, "unknown"),
        (ENDED, "2026-08-02", "2027-01-01", "not_applicable"),
        (ENDED, None, "2026-12-31", "unknown"),
        (ENDED, None, "2027-01-01", "not_applicable"),
        (ENDED, "2026-08-02", "2026-12-31", "fail"),
        ([{"from": "2026-08-02", "to": "9999-12-31"}], None, "9999-12-31", "unknown"),
        (TWO, "2026-08-02", None, "unknown"),
        (TWO, "2027-01-01", None, "fail"),
    ],
)
def test_the_latest_day_decides_and_a_missing_one_only_where_it_matters(tmp_path, versions, starts_on, ends_on, verdict):
    days = {name: day for name, day in (("starts_on", starts_on), ("ends_on", ends_on)) if day}
    assert _finding(tmp_path, versions, days).verdict == verdict


def test_what_is_missing_is_named_beside_nothing_that_is_known(tmp_path):
    finding = _finding(tmp_path, OPEN, {"starts_on": "2026-08-01"})
    assert [pointer for _, pointer in finding.missing] == ["/ends_on"]
    assert finding.reason == "which version of the law applies"


def test_the_version_of_the_latest_day_gives_its_level(tmp_path):
    assert _finding(tmp_path, TWO, {"starts_on": "2026-12-31", "ends_on": "2026-12-31"}).level == "warning"
    assert _finding(tmp_path, TWO, {"starts_on": "2026-12-31", "ends_on": "2027-01-01"}).level == "error"


@pytest.mark.parametrize(
    "said, message",
    [
        ({"latest_of": ["starts_on", "ends_om"]}, "no campaign has a fact named 'ends_om'"),
        ({"latest_of": ["starts_on", "advertiser.name"]}, "advertiser.name is a text"),
        ({"latest_of": "starts_on"}, "latest_of needs several days to choose from"),
        ({"latest_of": []}, "latest_of needs several days to choose from"),
    ],
    ids=["no fact", "no day", "no list", "an empty list"],
)
def test_a_day_that_is_none_is_refused_with_its_line(tmp_path, said, message):
    problem = problem_of(tmp_path, **{**DATED, "dated_by": said}, versions=OPEN, examples=EXAMPLES)
    assert problem.message == f"X-TEST-1: {message}"
    assert problem.line == 11

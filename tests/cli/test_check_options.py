"""Every option of ``check``: what it does, and what is said of a value that it does not take."""

import json
from datetime import date

import pytest

from tests.helpers import write_rules


def _verdicts(report):
    return {(finding["document"], finding["rule"]): finding["verdict"] for finding in report["findings"]}


def test_as_of_is_the_day_of_asking(place):
    path = place.write("error")
    for day, verdict in (("2025-06-18", "not_applicable"), ("2025-06-19", "fail")):
        report = json.loads(place.call(path, "--as-of", day, "--format", "json").stdout)
        assert report["as_of"] == day
        assert _verdicts(report)["error", "X-TEST-1"] == verdict


def test_without_as_of_it_is_today(place):
    path = place.write("clean")
    before = date.today()
    result = place.run("check", path, "--rules", "house", "--select", "X-", "--format", "json")
    assert json.loads(result.stdout)["as_of"] in (before.isoformat(), date.today().isoformat())


BAD_VALUES = [
    ("--as-of", "2026-02-30", "'2026-02-30' is not a day that exists"),
    ("--as-of", "2026/1/2", "did you mean 2026-01-02?"),
    ("--as-of", "today", "'today' is not a day as YYYY-MM-DD"),
    ("--as-of", "", "'' is not a day as YYYY-MM-DD"),
    ("--as-of", "2026-11-21T09:00-05:00", "did you mean 2026-11-21?"),
    ("--format", "jsn", "'jsn' is not one of text, json. Did you mean json?"),
    ("--format", "JSON", "Did you mean json?"),
    ("--format", "pdf", "'pdf' is not one of text, json."),
    ("--report", "json", "'json' is not FORMAT=FILE, such as json=report.json"),
    ("--report", "json=", "'json=' is not FORMAT=FILE, such as json=report.json"),
    ("--report", "jsno=x.json", "'jsno' is not a format; the formats are text, json. Did you mean json?"),
    ("--report", "=x.json", "'' is not a format"),
    ("--jurisdiction", "NY", "did you mean US-NY?"),
    ("--jurisdiction", "us-ny", "did you mean US-NY?"),
    ("--jurisdiction", "UK", "did you mean GB?"),
    ("--jurisdiction", "", "is not a place"),
    ("--select", "X-TSET-1", "did you mean X-TEST-1?"),
    ("--ignore", "X-TEST-5", "no rule id begins with X-TEST-5"),
    ("--rules", "huose", "there is no such file or folder"),
    ("--fail-on", "warnings", "Did you mean warning?"),
    ("--fail-on", "fail", "'fail' is not one of error, warning, review, unknown, never."),
    ("--show", "failed", "Did you mean fail?"),
    ("--show", "not-applicable", "Did you mean not_applicable?"),
    ("--output", "docs", "is a directory"),
    ("--output", "gone/report.txt", "the report cannot be written: No such file or directory"),
    ("--report", "json=docs", "the report cannot be written: Is a directory"),
    ("--report", "json=docs/", "the report cannot be written: Is a directory"),
]  # fmt: skip


@pytest.mark.parametrize("option, value, said", BAD_VALUES)
def test_a_value_that_an_option_does_not_take_is_refused_with_the_nearest_right_one(place, option, value, said):
    result = place.call(place.write("clean"), option, value)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert result.stdout == ""
    assert sorted(path.name for path in place.path.iterdir()) == ["docs", "house"]


@pytest.mark.parametrize("option", ["--as-of", "--format", "--report", "--jurisdiction", "--select", "--rules", "--fail-on", "--show", "--output"])
def test_an_option_without_its_value_is_refused(place, option):
    result = place.call(place.write("clean"), option)
    assert result.exit_code == 2
    assert f"Option '{option}' requires an argument." in result.stderr


def test_strict_and_another_rung_contradict_each_other(place):
    path = place.write("unsaid")
    assert place.call(path, "--strict", "--fail-on", "unknown").exit_code == 1
    result = place.call(path, "--strict", "--fail-on", "error")
    assert result.exit_code == 2
    assert "--strict is --fail-on unknown, and contradicts --fail-on error." in result.stderr


def test_select_and_ignore_take_ids_and_their_beginnings_and_may_be_repeated(place, command):
    path = place.write("error")

    def asked(*options):
        result = command("check", path, "--rules", "house", "--format", "json", *options)
        return [finding["rule"] for finding in json.loads(result.stdout)["findings"]]

    assert asked("--select", "X-TEST-2") == ["X-TEST-2"]
    assert asked("--select", "X-TEST-3", "--select", "X-TEST-1") == ["X-TEST-1", "X-TEST-3"]
    assert asked("--select", "X-", "--ignore", "X-TEST-2", "--ignore", "X-TEST-4") == ["X-TEST-1", "X-TEST-3"]
    assert [rule for rule in asked("--ignore", "X-TEST-1") if rule.startswith("X-")] == ["X-TEST-2", "X-TEST-3", "X-TEST-4"]


def test_ignoring_everything_leaves_nothing_to_judge_by(place):
    result = place.call(place.write("clean"), "--ignore", "X-")
    assert result.exit_code == 2
    assert "No rule is left to judge by" in result.stderr


@pytest.mark.parametrize(
    "wanted, rules",
    [
        (["US-NY"], ["X-TEST-1", "X-TEST-2", "X-TEST-3", "X-TEST-4"]),
        (["US"], ["X-TEST-1", "X-TEST-2", "X-TEST-3", "X-TEST-4"]),
        (["EU"], ["X-EU-1"]),
        (["FR"], ["X-EU-1"]),
        (["EEA"], ["X-EU-1"]),
        (["US-CA", "FR"], ["X-EU-1"]),
        (["worldwide"], ["X-TEST-1", "X-TEST-2", "X-TEST-3", "X-TEST-4", "X-EU-1"]),
        (["NO"], []),
    ],
    ids=" ".join,
)
def test_jurisdiction_keeps_the_law_of_a_place_of_what_holds_it_and_of_what_it_holds(place, wanted, rules):
    write_rules(place.path / "eu", {"id": "X-EU-1", "jurisdiction": "EU"})
    options = [option for each in wanted for option in ("--jurisdiction", each)]
    result = place.call(place.write("clean"), "--rules", "eu", "--format", "json", *options)
    if rules:
        assert [finding["rule"] for finding in json.loads(result.stdout)["findings"]] == rules
    else:
        assert result.exit_code == 2


def test_house_rules_stand_beside_the_shipped_ones_and_may_come_from_many_folders_and_files(place, command):
    write_rules(place.path / "more", {"id": "X-MORE-1"})
    result = command("check", place.write("clean"), "--rules", "house", "--rules", "more", "--format", "json")
    rules = {finding["rule"] for finding in json.loads(result.stdout)["findings"]}
    assert {"X-TEST-1", "X-MORE-1"} < rules and any(not rule.startswith("X-") for rule in rules)


@pytest.mark.parametrize(
    "options, shown",
    [
        ([], {"fail", "review", "unknown"}),
        (["--show", "all"], {"fail", "review", "unknown", "pass", "not_applicable"}),
        (["--show", "fail"], {"fail"}),
        (["--show", "pass", "--show", "review"], {"pass", "review"}),
        (["--show", "not_applicable"], {"not_applicable"}),
        (["--show", "fail", "--show", "all"], {"fail", "review", "unknown", "pass", "not_applicable"}),
    ],
)
def test_show_says_which_verdicts_the_text_lists(place, options, shown):
    (place.path / "late").mkdir()
    write_rules(place.path / "late", {"id": "X-LATE-1", "title": "Not yet law", "versions": [{"from": "2027-01-01"}]})
    for name in ("error", "review", "unsaid"):
        place.write(name)
    text = place.call("docs", "--rules", "late", *options).stdout.partition("Summary")[0]
    for verdict, word in (("fail", "FAIL"), ("review", "REVIEW"), ("unknown", "UNKNOWN"), ("pass", "PASS"), ("not_applicable", "NOT APPLICABLE")):
        assert (word in text) is (verdict in shown), (verdict, text)


def test_hidden_verdicts_still_count_for_the_exit_code_and_the_summary(place):
    result = place.call(place.write("error"), "--show", "pass")
    assert result.exit_code == 1
    assert "1 FAIL" in result.stdout and "The commission is 25 %." not in result.stdout


def test_color_is_chosen_and_none_comes_by_itself_into_a_file(place):
    path = place.write("error")
    assert "\x1b[" in place.check(path, "--color").stdout
    assert "\x1b[" not in place.check(path, "--no-color").stdout
    assert "\x1b[" not in place.check(path).stdout
    assert "\x1b[" not in place.check(path, NO_COLOR="1").stdout


def test_quiet_is_a_line_for_each_fault_and_nothing_for_none(place):
    result = place.call(place.write("error"), "-q")
    lines = result.stdout.splitlines()
    assert lines[0].startswith("docs/error.yaml:3:") and "X-TEST-1" in lines[0] and len(lines) == 2
    assert place.call(place.write("clean"), "--quiet").stdout == ""


def test_verbose_says_more(place):
    path = place.write("error")
    short, long = (place.call(path, *options).stdout for options in ((), ("-v",)))
    assert len(long) > len(short)
    assert "sha256:" in long and "sha256:" not in short


def test_the_output_file_holds_what_standard_output_would(place):
    path = place.write("error")
    printed = place.check(path, "--format", "json").stdout
    result = place.check(path, "--format", "json", "--output", "report.json")
    assert (result.returncode, result.stdout) == (1, "")
    assert (place.path / "report.json").read_text(encoding="utf-8") == printed


def test_two_reports_come_out_of_one_run(place):
    result = place.call(place.write("error"), "--report", "json=one.json", "--report", "text=two.txt")
    assert "The commission is 25 %." in result.stdout
    assert json.loads((place.path / "one.json").read_text())["summary"]["fail"] == 1
    assert "The commission is 25 %." in (place.path / "two.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("options", [["--output", "a.txt", "--report", "json=a.txt"], ["--report", "json=a", "--report", "text=./a"], ["--report", "json=docs/../a", "--report", "text=a"]])
def test_two_reports_in_one_file_are_refused(place, options):
    result = place.call(place.write("error"), *options)
    assert result.exit_code == 2
    assert "Two reports would be written to the same file." in result.stderr
    assert sorted(path.name for path in place.path.iterdir()) == ["docs", "house"]

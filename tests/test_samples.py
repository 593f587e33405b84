"""What each sample is there to show: its verdicts, on one day."""

import json
import pathlib
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXPECTED = json.loads((ROOT / "tests" / "samples_expected.json").read_text(encoding="utf-8"))


def check(*arguments):
    command = [sys.executable, "-m", "fwa_check", "check", *arguments, "--as-of", "2026-11-21", "--format", "json"]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    return finished.returncode, json.loads(finished.stdout)


@pytest.fixture(scope="module")
def report():
    return check("samples")


def test_the_samples_show_all_five_verdicts_and_stop_a_gate(report):
    code, content = report
    assert code == 1
    assert all(content["summary"][verdict] > 0 for verdict in ("pass", "fail", "review", "unknown", "not_applicable"))
    assert content["errors"] == []


def test_the_report_on_the_samples_fits_its_published_schema(report):
    published = subprocess.run([sys.executable, "-m", "fwa_check", "schema", "report"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    Draft202012Validator(json.loads(published.stdout)).validate(report[1])


def test_every_sample_has_its_expectation():
    assert sorted(EXPECTED) == sorted(path.name for path in (ROOT / "samples").glob("*.yaml"))
    assert len(EXPECTED) >= 10


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_sample_gets_the_verdicts_that_it_is_there_to_show(report, name):
    found = {"fail": [], "review": [], "unknown": [], "not_applicable": [], "pass": []}
    for finding in report[1]["findings"]:
        if pathlib.PurePath(finding["path"]).name == name:
            subject = f" {finding['subject']}" if finding["subject"] else ""
            found[finding["verdict"]].append(f"{finding['rule']}{subject}")
    assert {verdict: sorted(rules) for verdict, rules in found.items()} == EXPECTED[name]


def test_no_sample_that_is_called_clean_has_anything_but_passes(report):
    verdicts = {finding["verdict"] for finding in report[1]["findings"] if "clean" in finding["path"]}
    assert verdicts == {"pass", "not_applicable"}

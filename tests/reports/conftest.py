"""Builders for report tests: findings in the JSON shape, and a text report run to its end."""

import io
import unicodedata

import pytest

from fwa_check.reports.text import TextReport

RUN = {
    "tool": {"name": "fwa-check", "version": "1.2.3"},
    "as_of": "2026-11-21",
    "rulebook": {"rules": 171, "digest": "sha256:00ff"},
}
CONTRACT = [
    "kind: management_contract",
    "id: contract-17",
    "signed_on: 2025-09-01",
    "parties: {model: {name: Ana}}",
    "commission:",
    "  percent: 25  # of gross",
    "  base: gross_billing",
]
SUMMARY = {
    "instruments": set(),
    "pass": 30,
    "fail": 1,
    "review": 0,
    "unknown": 0,
    "not_applicable": 7,
    "waived": 0,
    "documents": 1,
    "skipped": 0,
    "rules": 171,
}


def build_finding(verdict="fail", rule="US-NY-FWA-1035-7", **changes):
    finding = {
        "rule": rule,
        "verdict": verdict,
        "level": "error",
        "title": "Agency commission above the cap",
        "message": "The commission is 25 % of what the model is paid; the cap is 20 %.",
        "fix": "Lower the commission to 20 % or less, counted on the model's own pay.",
        "cite": "N.Y. Labor Law § 1035(7)",
        "jurisdiction": "US-NY",
        "document": "contract-17",
        "path": "contracts/17.yaml",
        "line": 6,
        "column": 12,
        "pointer": "/commission/percent",
        "subject": None,
        "missing": [],
        "evidence": [{"pointer": "/commission/percent", "path": "contracts/17.yaml", "line": 6, "value": "25"}],
        "in_force": {"from": "2025-06-19", "to": None},
        "basis": {"kind": "statute", "checked_on": "2026-11-21"},
        "consequence": "A civil penalty for each violation.",
        "waived": None,
        "question": None,
        "reason": None,
    }
    return finding | changes


def build_unknown(missing, rule="US-NY-FWA-1036-1", **changes):
    place = {"line": 1, "column": 1, "pointer": "", "evidence": []}
    return build_finding("unknown", rule, missing=list(missing), **(place | changes))


def build_header(name="17", kind="management_contract"):
    return {"path": f"contracts/{name}.yaml", "kind": kind, "id": f"contract-{name}", "digest": "sha256:0"}


def build_problem(**changes):
    problem = {
        "path": "contracts/bad.yaml",
        "line": 4,
        "column": 1,
        "message": "The document has a key that no management contract has.",
        "found": "commision",
        "expected": "one of commission, client_service_fee",
        "suggestion": "commission",
        "help": "Rename the key, or remove it.",
        "excerpt": "commision: {percent: 25}",
    }
    return problem | changes


def build_duty(number=1, instrument="New York Fashion Workers Act", **changes):
    duty = {
        "id": f"US-NY-FWA-{number}",
        "cite": f"§ {number}",
        "duty": f"Duty number {number}",
        "status": "left_to_a_person",
        "reason": "conduct",
        "instrument": instrument,
    }
    return duty | changes


def run_report(
    *documents, problems=(), summary=(), duties=(), describe=None, stream=None, lines=CONTRACT, show=None, **options
):
    """What the text report prints. A document is a list of findings, or a pair of a header and such a list."""
    stream = stream or io.StringIO()
    options = {"color": False, "width": 80, "quiet": False, "verbose": False} | options
    report = TextReport(
        stream,
        show=frozenset(show or ("fail", "review", "unknown")),
        describe_fact=lambda kind, pointer: (describe or {}).get((kind, pointer), ""),
        not_checked=lambda instruments: list(duties),
        **options,
    )
    report.open(RUN)
    for problem in problems:
        report.problem(problem)
    for document in documents:
        header, findings = document if isinstance(document, tuple) else (build_header(), document)
        report.document(header, [finding for finding in findings if finding["verdict"] in report.wants], lines)
    report.close(SUMMARY | dict(summary))
    stream.seek(0)
    return stream.read()


def columns_of(text):
    """Columns on a terminal, counted without the code under test."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.fixture
def finding():
    return build_finding


@pytest.fixture
def unknown():
    return build_unknown


@pytest.fixture
def header():
    return build_header


@pytest.fixture
def problem():
    return build_problem


@pytest.fixture
def duty():
    return build_duty


@pytest.fixture
def report():
    return run_report


@pytest.fixture
def columns():
    return columns_of

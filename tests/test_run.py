"""A run: documents to findings to reports, the counts, the ladder, and the JSON report's schema with and without errors."""

import io
import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from fwa_check.documents.problem import Problem
from fwa_check.judge.finding import VERDICTS
from fwa_check.reports.json_report import JsonReport
from fwa_check.rulebook.rulebook import Rulebook
from fwa_check.rulebook.shape import schema_named
from fwa_check.run import Run, Tally
from tests.helpers import document_text, load, write_rules

RUN = {"tool": {"name": "fwa-check", "version": "1"}, "as_of": "2026-11-21", "rulebook": {"rules": 1, "digest": "sha256:" + "0" * 64}}
VALIDATOR = Draft202012Validator(schema_named("report"))


class Recorder:
    """A report that remembers what it was told."""

    wants = frozenset(VERDICTS)
    wants_digests = True

    def __init__(self, wants=VERDICTS):
        self.wants = frozenset(wants)
        self.told = []
        self.summary = None

    def document(self, header, findings, lines):
        self.told.append((header["id"], [finding["verdict"] for finding in findings]))

    def problem(self, problem):
        self.told.append((problem["path"], problem["message"]))

    def close(self, summary):
        self.summary = summary


def _run(tmp_path, documents, *reports, rules=({},)):
    """Run over documents {name: text}; return (tally, what the first report was told)."""
    found, problems = load(write_rules(tmp_path / "rules", *rules))
    assert problems == []
    folder = tmp_path / "docs"
    folder.mkdir()
    for name, text in documents.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    reports = reports or (Recorder(),)
    run = Run(Rulebook(found, [], []), date(2026, 11, 21), list(reports))
    tally = run.check([str(folder)])
    run.close()
    return tally, reports[0]


def _contract(percent, id):
    return document_text("management_contract", {"commission": {"percent": percent}}, id)


def test_verdicts_and_failures_are_counted(tmp_path):
    rules = [{}, {"id": "X-TEST-2", "level": "warning"}, {"id": "X-TEST-3", "level": "note"}]
    documents = {"a": _contract("20", "a"), "b": _contract("21", "b"), "c": _contract("unknown", "c"), "d": "name: x\n", "e": "kind: [\n"}
    tally, report = _run(tmp_path, documents, rules=rules)
    assert tally.verdicts == {"pass": 3, "fail": 3, "review": 0, "unknown": 3, "not_applicable": 0}
    assert tally.fails == {"error": 1, "warning": 1, "note": 1}
    assert (tally.documents, tally.skipped, len(tally.problems)) == (3, 1, 1)
    assert report.summary == {"pass": 3, "fail": 3, "review": 0, "unknown": 3, "not_applicable": 0, "waived": 0, "documents": 3, "skipped": 1, "skipped_paths": [str(tmp_path / "docs" / "d.yaml")], "rules": 3, "instruments": {"Test Act"}}


def test_a_document_that_no_rule_reads_is_still_a_document(tmp_path):
    tally, report = _run(tmp_path, {"a": document_text("booking", {}, "a")})
    assert (tally.documents, tally.problems, report.told) == (1, [], [("a", [])])


def test_each_report_gets_the_verdicts_that_it_wants(tmp_path):
    every, failures = Recorder(), Recorder(["fail"])
    _run(tmp_path, {"a": _contract("20", "a"), "b": _contract("21", "b")}, every, failures)
    assert every.told == [("a", ["pass"]), ("b", ["fail"])]
    assert failures.told == [("a", []), ("b", ["fail"])]


REFERRING = {
    "reads": "campaign",
    "for_each": {"asset": "assets", "person": "asset.depicts"},
    "with": {"consent": "person.consent_ref"},
    "require": {"consent.instrument.written": True},
    "message": "The consent is not in writing.",
}
SHOWN = {"assets": [{"depicts": [{"consent_ref": "third"}]}]}


def _waiting(tmp_path, *texts, before=None):
    """Run over one file of `texts`, and `before` it is read again."""
    found, _ = load(write_rules(tmp_path / "rules", REFERRING))
    path = tmp_path / "a.yaml"
    path.write_text("---\n".join(texts))
    report = Recorder()
    run = Run(Rulebook(found, [], []), date(2026, 11, 21), [report])
    if before:
        run._read_again = lambda *file, read_again=run._read_again: (before(path), read_again(*file))[1]
    return run.check([str(path)]), report


def test_a_document_waits_for_others_only_where_a_verdict_hangs_on_them(tmp_path):
    documents = {
        "a": document_text("campaign", SHOWN, "first"),
        "b": _contract("20", "second"),
        "c": document_text("replica_consent", {"instrument": {"written": True}}, "third"),
        "d": document_text("campaign", {"assets": []}, "fourth"),
    }
    _, report = _run(tmp_path, documents, rules=[REFERRING])
    assert report.told == [("second", []), ("third", []), ("fourth", ["not_applicable"]), ("first", ["pass"])]


def test_a_file_of_which_a_part_waits_is_told_and_counted_once(tmp_path):
    texts = [document_text("campaign", SHOWN, "first"), document_text("replica_consent", {"instrument": {"written": False}}, "third"), document_text("campaign", SHOWN, "other")]
    tally, report = _waiting(tmp_path, *texts)
    assert report.told == [("third", []), ("first", ["fail"]), ("other", ["fail"])]
    assert (tally.documents, tally.verdicts["fail"], tally.problems) == (3, 2, [])


def test_a_file_that_changes_before_it_can_be_judged_is_a_problem_and_no_verdict(tmp_path):
    for number, change in enumerate((lambda path: path.write_text("kind: campaign\nid: other\n"), lambda path: path.unlink())):
        folder = tmp_path / str(number)
        folder.mkdir()
        tally, report = _waiting(folder, document_text("campaign", SHOWN, "first"), before=change)
        assert report.told == [(str(folder / "a.yaml"), "the file changed while it was being checked")]
        assert (tally.documents, tally.problems[0].help) == (0, "check it again")


def test_nothing_to_judge_is_a_problem(tmp_path):
    tally, report = _run(tmp_path, {})
    assert tally.problems[0].message == f"there is no YAML file under {tmp_path / 'docs'}"
    assert report.told == [(None, tally.problems[0].message)]


@pytest.mark.parametrize(
    "counts, reached",
    [
        ({}, []),
        ({"error": 1}, ["error", "warning", "review", "unknown"]),
        ({"warning": 1}, ["warning", "review", "unknown"]),
        ({"note": 1}, []),
        ({"review": 1}, ["review", "unknown"]),
        ({"unknown": 1}, ["unknown"]),
        ({"pass": 1, "not_applicable": 1}, []),
    ],
)
def test_each_rung_adds_to_the_one_before(counts, reached):
    tally = Tally()
    for name, number in counts.items():
        (tally.fails if name in tally.fails else tally.verdicts)[name] += number
    rungs = ("error", "warning", "review", "unknown", "never")
    assert [rung for rung in rungs if tally.reaches(rung)] == reached


def _json_of(findings=(), problems=(), skipped=0):
    stream = io.StringIO()
    report = JsonReport(stream)
    report.open(RUN)
    for number, finding in enumerate(findings):
        report.document({"path": "d.yaml", "kind": "booking", "id": str(number), "digest": "sha256:" + "0" * 64}, [finding], [])
    for problem in problems:
        report.problem(problem.as_dict())
    report.close({**dict.fromkeys((*VERDICTS, "waived"), 0), "skipped": skipped, "documents": 0, "rules": 1})
    shown = json.loads(stream.getvalue())
    VALIDATOR.validate(shown)
    return shown


PROBLEMS = [
    Problem("x"),
    Problem("x", path="d.yaml"),
    Problem("x", path="d.yaml", line=1, column=2, found="a", expected="b", suggestion="c", help="d", excerpt="e"),
    Problem('"quotes" \\ \n \u2028 \x00 \ud800 ünïcode', path="\udce9"),
]


@pytest.mark.parametrize("problems", [[], PROBLEMS[:1], PROBLEMS], ids=len)
def test_the_json_report_fits_its_schema_with_and_without_errors(problems):
    shown = _json_of(problems=problems)
    assert [error["message"] for error in shown["errors"]] == [problem.message for problem in problems]
    assert shown["findings"] == shown["documents"] == []


def test_a_report_of_a_real_run_fits_its_schema(tmp_path):
    stream = io.StringIO()
    report = JsonReport(stream)
    report.open(RUN)
    _run(tmp_path, {"a": _contract("20", "a"), "b": _contract("21", "b"), "c": "kind: [\n", "d": "name: x\n"}, report)
    shown = json.loads(stream.getvalue())
    VALIDATOR.validate(shown)
    assert [document["id"] for document in shown["documents"]] == ["a", "b"]
    assert [(finding["document"], finding["verdict"]) for finding in shown["findings"]] == [("a", "pass"), ("b", "fail")]
    assert (len(shown["errors"]), shown["skipped"], shown["summary"]["fail"]) == (1, 1, 1)


def test_a_large_report_is_whole(tmp_path):
    findings = [{"rule": "x" * 1000, "number": number} for number in range(6000)]
    stream = io.StringIO()
    report = JsonReport(stream)
    report.open(RUN)
    report.document({"path": "d.yaml"}, findings, [])
    report.close({**dict.fromkeys((*VERDICTS, "waived"), 0), "skipped": 0})
    assert json.loads(stream.getvalue())["findings"] == findings


def test_every_field_of_the_design_is_in_the_schema():
    finding = schema_named("report")["$defs"]["finding"]
    assert set(finding["required"]) == {
        "rule", "verdict", "level", "title", "message", "fix", "cite", "jurisdiction", "document", "path", "line", "column", "pointer",
        "subject", "missing", "evidence", "in_force", "basis", "consequence", "waived",
    }  # fmt: skip
    assert set(finding["properties"]["verdict"]["enum"]) == set(VERDICTS)


CLEARED = {"reads": "campaign", "for_each": {"asset": "assets"}, "require": {"asset.kind": "editorial"}, "message": "No."}
BOTH = {"markets": ["US-NY", "FR"], "assets": [{"id": "film", "kind": "advertisement"}, {"kind": "editorial"}]}


def test_a_campaign_has_its_clearance_in_the_json_report_and_no_other_document_has_one(tmp_path):
    stream = io.StringIO()
    report = JsonReport(stream)
    report.open(RUN)
    documents = {"a": document_text("campaign", BOTH, "a"), "b": _contract("20", "b"), "c": document_text("campaign", {}, "c")}
    _run(tmp_path, documents, report, rules=[CLEARED, {"id": "X-TEST-2"}])
    shown = json.loads(stream.getvalue())
    VALIDATOR.validate(shown)
    assert ["clearance" in document for document in shown["documents"]] == [True, False, True]
    cleared = shown["documents"][0]["clearance"]
    assert (cleared["rules_left_out"], [column["whole"] for column in cleared["columns"]]) == (0, [True, False])
    assert [(asset["id"], asset["clear_in"]) for asset in cleared["assets"]] == [("film", []), ("assets/1", ["US-NY"])]


def test_a_narrowed_rulebook_remembers_what_it_left_out_and_clears_nothing(tmp_path):
    found, _ = load(write_rules(tmp_path / "rules", CLEARED, {**CLEARED, "id": "X-TEST-2"}, {"id": "X-TEST-3"}))
    book = Rulebook(found, [], []).narrowed(ignore=["X-TEST-2"]).narrowed(ignore=["X-TEST-3"])
    assert [rule.id for rule in book.left_out] == ["X-TEST-2", "X-TEST-3"]
    stream = io.StringIO()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.yaml").write_text(document_text("campaign", BOTH, "a"))
    report = JsonReport(stream)
    report.open(RUN)
    run = Run(book, date(2026, 11, 21), [report])
    run.check([str(tmp_path / "docs")])
    run.close()
    cleared = json.loads(stream.getvalue())["documents"][0]["clearance"]
    assert (cleared["rules_left_out"], [asset["clear_in"] for asset in cleared["assets"]]) == (1, [[], []])
    assert cleared["assets"][1]["cells"]["US-NY"]["standing"] == "clear_so_far"

"""Builders for tests: rule files, documents, conditions and runs of the command, all self-contained."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

from fwa_check.documents.build import Build
from fwa_check.documents.compose import compose_documents
from fwa_check.documents.document import Document, Source
from fwa_check.documents.dossier import Dossier
from fwa_check.documents.kinds import builder_of
from fwa_check.judge.judge import judge_document
from fwa_check.rulebook.conditions import compile_condition
from fwa_check.rulebook.facts import Vocabulary
from fwa_check.rulebook.rulebook import load_folder
from fwa_check.rulebook.scope import Scope

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 21)
INSTRUMENT = {
    "name": "Test Act",
    "citation": "Test Act",
    "jurisdiction": "US-NY",
    "binds": "client",
    "level": "error",
    "versions": [{"from": "2025-06-19"}],
    "dated_by": "as_of",
    "basis": {"kind": "statute", "checked_on": "2026-11-21"},
    "sources": {"act": {"title": "The Test Act", "url": "https://example.org/act"}},
}
RULE = {
    "id": "X-TEST-1",
    "title": "A test fault",
    "duty": "The test duty.",
    "cite": "§ 1",
    "reads": "management_contract",
    "require": {"commission.percent": {"at_most": "20"}},
    "message": "The commission is {commission.percent} %.",
    "fix": "Lower it.",
    "sources": ["act"],
    "examples": [
        {"given": {"commission": {"percent": "20"}}, "verdict": "pass"},
        {"given": {"commission": {"percent": "20.01"}}, "verdict": "fail"},
        {"given": {"commission": {"percent": "unknown"}}, "verdict": "unknown"},
    ],
}


def as_text(value):
    """One value as flow YAML."""
    return json.dumps(value, ensure_ascii=False)


def rule_text(**changes):
    """One rule of a rule file, a field a line, `id` on the first; a field changed to None is left out."""
    fields = [(key, value) for key, value in {**RULE, **changes}.items() if value is not None]
    return "".join(f"{'- ' if number == 0 else '  '}{key}: {as_text(value)}\n" for number, (key, value) in enumerate(fields))


def page_text(**changes):
    """An instrument's page, a field a line; a field changed to None is left out."""
    return "".join(f"{key}: {as_text(value)}\n" for key, value in {**INSTRUMENT, **changes}.items() if value is not None)


def write_rules(folder, *rules, instrument=None):
    """Write a folder of one instrument and one file of rules (texts of `rule_text`, or dicts of changes); return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "instrument.yaml").write_text(page_text(**(instrument or {})), encoding="utf-8")
    texts = [rule if isinstance(rule, str) else rule_text(**rule) for rule in rules or [{}]]
    (folder / "section-1.yaml").write_text("\n".join(texts), encoding="utf-8")
    return folder


def load(folder, **options):
    """Return (rules, problems) of a folder, held against everything that a house rule is held against but its id."""
    return load_folder(str(folder), [], **{"strict": True, "house": False, **options})


def rule_of(folder, *, instrument=None, **changes):
    """The one rule that `changes` make, which has to be sound."""
    rules, problems = load(write_rules(folder, changes, instrument=instrument))
    assert [str(problem) for problem in problems] == []
    return rules[0]


def problem_of(folder, *, instrument=None, **changes):
    """The one problem with the rule that `changes` make."""
    rules, problems = load(write_rules(folder, changes, instrument=instrument))
    assert len(problems) == 1, [str(problem) for problem in problems]
    assert rules == []
    return problems[0]


def document_text(kind, facts, id="doc-1"):
    """A document as YAML, a top field a line."""
    return "".join(f"{key}: {as_text(value)}\n" for key, value in {"kind": kind, "id": id, **facts}.items())


def document_of(kind, facts, *, id="doc-1", path="doc.yaml"):
    """A Document with the given facts, which have to fit the schema."""
    return read_document(document_text(kind, facts, id), path)


def read_document(text, path="doc.yaml"):
    """The one Document that `text` holds."""
    (root,) = compose_documents(text)
    kind = next(value.value for key, value in root.value if key.value == "kind")
    build = Build()
    values = builder_of(kind)(root, build)
    assert [str(problem) for problem in build.problems] == []
    return Document(Source(path, text.encode(), text), kind, values, root)


def findings_of(rule, document, *, beside=(), as_of=TODAY, readings=None):
    """The findings of one rule on a document."""
    return judge_document(document, [rule.on(document.kind)], as_of, Dossier(beside).close(), readings=readings)


def finding_of(rule, document, **options):
    (finding,) = findings_of(rule, document, **options)
    return finding


def as_written(tree):
    """A condition as a rule file has it, where every scalar is a text."""
    if isinstance(tree, dict):
        return {key: as_written(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [as_written(part) for part in tree]
    return str(tree).lower() if isinstance(tree, bool) else str(tree)


class Answer(NamedTuple):
    """What a condition answered, and the pointers of its trail."""

    value: object
    reads: list
    missing: list
    unstated: list
    because: str | None


def ask(tree, facts, *, kind="booking", definitions=None, as_of=TODAY, bound=None):
    """Ask a condition of a document with these facts; `definitions` maps a term to (condition, otherwise)."""
    terms = {name: {"title": name, "when": as_written(when), "otherwise": otherwise} for name, (when, otherwise) in (definitions or {}).items()}
    condition = compile_condition(as_written(tree), Vocabulary(kind), terms, "/require")
    scope = Scope(document_of(kind, facts), as_of)
    value = condition(scope)
    trail = [[pointer for _, pointer in part] for part in (scope.reads, scope.missing, scope.unstated)]
    return Answer(value, *trail, scope.because)


def read_fact(path, facts, *, kind="booking", as_of=TODAY, beside=()):
    """Return (value, pointers read, pointers missing) of the fact at `path`, stated or derived, `beside` other documents."""
    scope = Scope(document_of(kind, facts), as_of, Dossier(beside).close())
    value = Vocabulary(kind).fact(path, "").read(scope)
    return value, [pointer for _, pointer in scope.reads], [pointer for _, pointer in scope.missing]


def run(*arguments, cwd=ROOT, input=None, timeout=60, code=None, **environment):
    """Run ``python -m fwa_check`` (or the program `code`) with `arguments`; return the CompletedProcess, its output as text."""
    start = ["-m", "fwa_check"] if code is None else ["-c", code]
    return subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        cwd=cwd, input=input, capture_output=True, text=True, encoding="utf-8", timeout=timeout, env=environment_of(**environment),
    )  # fmt: skip


def environment_of(**changes):
    """The environment of a run: this checkout, UTF-8, no colour wishes from outside; None takes a variable away."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "FWA_CHECK_DEBUG", "COLUMNS")}
    wanted = {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **changes}
    return {name: value for name, value in wanted.items() if value is not None}


def assert_no_defect(result):
    """No traceback, and no word of a defect, in what a run printed."""
    for text in (result.stdout, result.stderr):
        assert "Traceback" not in text, text
        assert "a defect of fwa-check" not in text, text
        assert "Exception ignored" not in text, text

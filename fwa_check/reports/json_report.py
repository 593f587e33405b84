"""The JSON report: the contract for programs (`fwa-check schema report`).

Findings are written to a temporary file as they come, so that memory stays flat.
"""

import json

from fwa_check.judge.finding import VERDICTS

IN_MEMORY = 4 * 1024 * 1024


class JsonReport:
    """Writes one JSON object on `stream` (a text file) when it is closed."""

    wants = frozenset(VERDICTS)
    wants_digests = True

    def __init__(self, stream):
        self._stream = stream
        self._run = None
        self._documents = _Spool()
        self._findings = _Spool()
        self._errors = _Spool()

    def open(self, run):
        self._run = run

    def document(self, header, findings, lines):
        self._documents.add(header)
        for finding in findings:
            self._findings.add(finding)

    def problem(self, problem):
        self._errors.add(problem)

    def close(self, summary):
        write = self._stream.write
        write("{\n" + f'"schema_version": 1,\n"tool": {_text(self._run["tool"])},\n"as_of": {_text(self._run["as_of"])},\n')
        write(f'"rulebook": {_text(self._run["rulebook"])},\n"documents": [')
        self._documents.pour(write)
        write('],\n"findings": [')
        self._findings.pour(write)
        write('],\n"errors": [')
        self._errors.pour(write)
        counts = {name: summary[name] for name in (*VERDICTS, "waived")}
        write(f'],\n"skipped": {summary["skipped"]},\n"summary": {_text(counts)}\n' + "}\n")


class _Spool:
    """JSON values kept on disk once they grow, in the order in which they came."""

    def __init__(self):
        import tempfile

        self._file = tempfile.SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8")
        self._begun = False

    def add(self, value):
        self._file.write((",\n" if self._begun else "\n") + _text(value))
        self._begun = True

    def pour(self, write):
        self._file.seek(0)
        while piece := self._file.read(1 << 16):
            write(piece)
        if self._begun:
            write("\n")
        self._file.close()


_text = json.JSONEncoder(ensure_ascii=True).encode

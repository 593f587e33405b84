"""Where reports go: standard output, or files that are written whole or not at all."""

import os
import sys

from fwa_check import __version__
from fwa_check.documents.kinds import describe
from fwa_check.documents.problem import Problem, Unreadable


class Outlets:
    """The reports of one run. Files take their names only when the run has come to its end."""

    def __init__(self, wanted, rulebook, options):
        self._rulebook = rulebook
        self._files = []
        self.reports = []
        for form, path in wanted:
            stream = self._open_file(path) if path else sys.stdout
            self.reports.append(_report(form, stream, rulebook, options))

    def open(self, as_of):
        """Tell every report what the run is; `as_of` is the day of asking."""
        rulebook = {"rules": len(self._rulebook.rules)}
        if any(report.wants_digests for report in self.reports):
            rulebook["digest"] = self._rulebook.digest
        run = {"tool": {"name": "fwa-check", "version": __version__}, "as_of": as_of.isoformat(), "rulebook": rulebook}
        for report in self.reports:
            report.open(run)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        for stream, path in self._files:
            stream.close()
            if kind is None:
                os.replace(stream.name, path)
            else:
                os.unlink(stream.name)
        return False

    def _open_file(self, path):
        import tempfile

        try:
            stream = tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=os.path.dirname(path) or ".", prefix=f".{os.path.basename(path)}.", delete=False)
        except OSError as error:
            raise Unreadable(Problem(f"the report cannot be written: {error.strerror}", path=path)) from None
        self._files.append((stream, path))
        return stream


def _report(form, stream, rulebook, options):
    if form == "json":
        from fwa_check.reports.json_report import JsonReport

        return JsonReport(stream)
    from fwa_check.reports.text import TextReport

    def not_checked():
        from fwa_check.rulebook.register import unseen_by_documents

        return unseen_by_documents(rulebook.folders, {rule.raw["jurisdiction"] for rule in rulebook.rules}, [file for _, file in rulebook.pages])

    return TextReport(stream, width=None, describe_fact=describe, not_checked=not_checked, **options)

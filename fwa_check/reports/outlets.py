"""Where reports go: standard output, or files that are written whole or not at all."""

import errno
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
        try:
            for form, path in wanted:
                stream = self._open_file(path) if path else _standard_output()
                self.reports.append(_report(form, stream, rulebook, options))
        except Unreadable:
            self._give_up()
            raise

    @property
    def paths(self):
        """The real paths of the files that will be written."""
        return [os.path.realpath(path) for _, path in self._files]

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
        if kind is not None:
            self._give_up()
            return False
        try:
            for stream, path in self._files:
                stream.close()
            for stream, path in self._files:
                if stream.name != path:
                    os.replace(stream.name, path)
        except OSError as error:
            self._give_up()
            raise _unwritable(path, error) from None
        return False

    def _give_up(self):
        """Leave the files as they were before the run."""
        for stream, path in self._files:
            try:
                stream.close()
            except OSError:
                pass
            if stream.name != path and os.path.exists(stream.name):
                os.unlink(stream.name)

    def _open_file(self, path):
        try:
            if os.path.isdir(path) or not os.path.basename(path):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            if os.path.exists(path) and (path.startswith("/dev/") or not os.path.isfile(path)):
                # A device or a pipe, such as /dev/stdout: nothing to keep whole, and never to be replaced.
                stream = open(path, "w", encoding="utf-8", newline="\n")
            else:
                # A link keeps pointing where it points: what it points to is replaced.
                path = os.path.realpath(path)
                stream = _temporary_beside(path)
        except OSError as error:
            raise _unwritable(path, error) from None
        self._files.append((stream, path))
        return stream


def _temporary_beside(target):
    import tempfile

    folder, name = os.path.split(target)
    stream = tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=folder, prefix=f".{name[:100]}.", delete=False)
    # A temporary file is for its owner alone; a report is as readable as any other new file.
    umask = os.umask(0)
    os.umask(umask)
    os.chmod(stream.name, 0o666 & ~umask)
    return stream


def _standard_output():
    if sys.stdout is None:
        raise Unreadable(Problem("the report cannot be written: standard output is closed"))
    return sys.stdout


def _unwritable(path, error):
    return Unreadable(Problem(f"the report cannot be written: {error.strerror}", path=path))


def _report(form, stream, rulebook, options):
    if form == "json":
        from fwa_check.reports.json_report import JsonReport

        return JsonReport(stream)
    from fwa_check.reports.text import TextReport

    def not_checked(instruments):
        from fwa_check.rulebook.register import unseen_by_documents

        return unseen_by_documents(rulebook.folders, instruments, rulebook.pages)

    return TextReport(stream, width=None, describe_fact=describe, not_checked=not_checked, **options)

"""Colour: only when it is wanted, never alone, and never paid for by a pipe."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fwa_check.reports.text_paper import wants_color, width_of

ROOT = Path(__file__).parents[2]
PIPED = """
import sys
sys.path.insert(0, {tests!r})
from conftest import build_finding, build_unknown, TextReport, RUN, SUMMARY, CONTRACT, build_header
before = "rich" in sys.modules
report = TextReport(sys.stdout, show=frozenset(("fail", "unknown")), color=None, width=None, quiet=False,
                    verbose=True, describe_fact=lambda kind, pointer: "", not_checked=lambda kinds: [])
report.open(RUN)
report.document(build_header(), [build_finding(), build_unknown(["/x"])], CONTRACT)
report.close(SUMMARY)
sys.stderr.write(repr((before, sorted(name for name in sys.modules if name.partition(".")[0] == "rich"))))
"""


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def no_wishes(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def plain_words(printed):
    from rich.text import Text

    return Text.from_ansi(printed).plain.rstrip("\n")


def test_a_pipe_gets_no_escapes_and_does_not_import_rich():
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    script = PIPED.format(tests=str(Path(__file__).parent))
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert "✗ FAIL error  US-NY-FWA-1035-7" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr == "(False, [])"


def test_a_terminal_gets_colour_and_the_same_words(report, finding, unknown, problem, duty):
    findings = [finding(), finding(level="warning"), finding("review", question="What?"), unknown(["/x"])]
    rest = {"problems": [problem()], "duties": [duty()], "lines": ["名: é"] * 9}
    colored = report(findings, stream=Terminal(), color=None, **rest)
    plain = report(findings, color=False, **rest)
    assert "\x1b[1m\x1b[31m" in colored or "\x1b[1;31m" in colored
    assert plain_words(colored) == plain.rstrip("\n")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_colour_never_changes_the_layout(report, finding, width):
    findings = [finding(message="long words " * 50, path="p/" * 120 + "x.yaml")]
    colored = report(findings, color=True, width=width)
    assert plain_words(colored) == report(findings, color=False, width=width).rstrip("\n")


def test_no_color_in_the_environment_wins_over_the_terminal(report, finding, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in report([finding()], stream=Terminal(), color=None)
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b" in report([finding()], stream=Terminal(), color=None)


def test_asking_for_colour_wins_over_everything(report, finding, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" in report([finding()], color=True)
    assert "\x1b" not in report([finding()], stream=Terminal(), color=False)


def test_a_dumb_terminal_gets_no_colour(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    assert not wants_color(Terminal(), None)


def test_a_stream_that_cannot_tell_is_a_pipe():
    assert not wants_color(object(), None)
    assert width_of(object()) == 100
    assert width_of(Terminal()) == 80


@pytest.mark.parametrize("size", [57, 80, 200])
def test_the_width_is_that_of_the_terminal_written_to(size):
    termios = pytest.importorskip("termios")
    fcntl = pytest.importorskip("fcntl")
    import pty
    import struct

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, size, 0, 0))
    with os.fdopen(follower, "w") as stream:
        assert width_of(stream) == size
    os.close(leader)

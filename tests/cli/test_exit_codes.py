"""Exit codes: 0, 1, 2 and 130, in a process of its own; 2 wins over 1."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.helpers import assert_no_defect, environment_of

LADDER = ["error", "warning", "review", "unknown"]
# What a document shows, and the lowest rung of the ladder that it reaches (None: none does).
RUNGS = {"clean": None, "error": "error", "warning": "warning", "note": None, "review": "review", "unsaid": "unknown"}


@pytest.mark.parametrize("name, rung", RUNGS.items())
@pytest.mark.parametrize("fail_on", [None, *LADDER, "never", "strict"])
def test_the_ladder_of_fail_on(place, name, rung, fail_on):
    options = [] if fail_on is None else ["--strict"] if fail_on == "strict" else ["--fail-on", fail_on]
    threshold = {None: "error", "strict": "unknown"}.get(fail_on, fail_on)
    reached = rung is not None and threshold != "never" and LADDER.index(rung) <= LADDER.index(threshold)
    result = place.call(place.write(name), *options)
    assert result.exit_code == (1 if reached else 0), result.output


@pytest.mark.parametrize("names, code", [(["clean"], 0), (["error"], 1), (["clean", "error"], 1), (["clean", "warning", "review", "unsaid"], 0)])
def test_0_and_1_in_a_process(place, names, code):
    result = place.check(*map(place.write, names))
    assert result.returncode == code
    assert result.stderr == ""
    assert_no_defect(result)


COULD_NOT_JUDGE = [
    ("bad usage", ["check"], "Nothing to check"),
    ("an unknown option", ["check", "docs", "--formt", "json"], "No such option"),
    ("an unknown command", ["chek", "docs"], "Did you mean 'check'?"),
    ("a file that is not there", ["check", "docs/erorr.yaml"], "did you mean docs/error.yaml?"),
    ("an invalid document", ["check", "docs/invalid.yaml"], "management contract has no field 'comission'"),
    ("not YAML", ["check", "docs/broken.yaml"], "this is not YAML"),
    ("no kind", ["check", "docs/other.yaml"], "the document has no kind"),
    ("no documents", ["check", "empty"], "there is no YAML file under empty"),
    ("somebody else's documents alone", ["check", "others"], "none of the 1 YAML files under others has a kind"),
    ("a broken rule file", ["check", "docs/error.yaml", "--rules", "broken"], "'eror' is no level"),
    ("no rule files", ["check", "docs/error.yaml", "--rules", "empty"], "there is no rule file here"),
    ("rules that are not there", ["check", "docs/error.yaml", "--rules", "gone"], "there is no such file or folder"),
    ("no rules left", ["check", "docs/error.yaml", "--select", "Y-"], "no rule id begins with Y-"),
    ("a folder of another place", ["check", "docs/error.yaml", "--rules", "house", "--select", "X-", "--jurisdiction", "DE"], "No rule is left to judge by"),
]  # fmt: skip


@pytest.mark.parametrize("arguments, said", [row[1:] for row in COULD_NOT_JUDGE], ids=[row[0] for row in COULD_NOT_JUDGE])
def test_2_where_it_could_not_judge(place, arguments, said):
    _write_faulty(place)
    result = place.run(*arguments)
    assert result.returncode == 2
    assert said in " ".join((result.stdout + result.stderr).split())
    assert_no_defect(result)


def _write_faulty(place):
    place.write("error")
    for name, text in {
        "docs/invalid.yaml": "kind: management_contract\nid: x\ncomission: 5\n",
        "docs/broken.yaml": "kind: [\n",
        "docs/other.yaml": "name: x\n",
        "others/other.yaml": "name: x\n",
        "broken/rules.yaml": (place.house / "section-1.yaml").read_text().replace('"warning"', '"eror"'),
        "empty/README.md": "x",
    }.items():
        path = place.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


@pytest.mark.parametrize("order", [["docs/error.yaml", "docs/invalid.yaml"], ["docs/invalid.yaml", "docs/error.yaml"], ["docs"]])
def test_2_wins_over_1_and_everything_else_is_still_judged(place, order):
    place.write("clean")
    _write_faulty(place)
    (place.docs / "broken.yaml").unlink()
    (place.docs / "other.yaml").unlink()
    result = place.check(*order)
    assert result.returncode == 2
    assert "The commission is 25 %." in result.stdout
    assert "management contract has no field 'comission'" in result.stdout
    assert_no_defect(result)


def test_2_wins_over_never(place):
    assert place.check(place.write("clean"), "docs/gone.yaml", "--fail-on", "never").returncode == 2


def test_help_and_version_are_0(place):
    assert place.run("--version").stdout.startswith("fwa-check ")
    for arguments in (["--version"], ["--help"], ["-h"], ["check", "--help"], ["rules", "--help"], ["schema", "--help"]):
        result = place.run(*arguments)
        assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_130_on_ctrl_c_and_the_old_report_stays(place):
    (place.path / "report.json").write_text("old")
    command = [sys.executable, "-m", "fwa_check", "check", "-", "--rules", "house", "--select", "X-", "--report", "json=report.json"]
    # A suite that runs in the background of a script inherits an ignored Ctrl-C; the command must not.
    process = subprocess.Popen(
        command, cwd=place.path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment_of(),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    # The temporary report beside the old one tells that the run has begun and waits for its input.
    deadline = time.monotonic() + 30
    while not list(place.path.glob(".report.json.*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err.strip()) == (130, "stopped")
    assert (place.path / "report.json").read_text() == "old"
    assert sorted(path.name for path in place.path.iterdir()) == ["docs", "house", "report.json"]

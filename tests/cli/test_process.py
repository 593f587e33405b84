"""The command as a process: no network, no warnings, from any folder, in any environment."""

import configparser
import json
import os
import subprocess
import sys

import pytest

from tests.helpers import ROOT, assert_no_defect, environment_of

NO_NETWORK = """
import sys
def refuse(event, arguments):
    if event.startswith("socket."):
        sys.stderr.write(f"the network was touched: {event}\\n")
        raise SystemExit(99)
sys.addaudithook(refuse)
from fwa_check.cli import main
main()
"""
EVERY_COMMAND = [
    ["check", "docs", "--rules", "house"],
    ["check", "docs", "--rules", "house", "--format", "json", "-v"],
    ["rules", "list"],
    ["rules", "show", "X-TEST-1", "--rules", "house"],
    ["rules", "test", "house"],
    ["rules", "coverage"],
    ["schema", "booking"],
    ["schema", "report"],
    ["--version"],
]


@pytest.mark.parametrize("arguments", EVERY_COMMAND, ids=" ".join)
def test_no_socket_is_opened(place, arguments):
    place.write("clean")
    result = place.run(*arguments, code=NO_NETWORK)
    assert result.returncode in (0, 1)
    assert result.stderr == ""


def test_the_guard_against_the_network_would_notice(place):
    result = place.run(code=NO_NETWORK.replace("from fwa_check.cli import main\nmain()", "import socket; socket.socket()"))
    assert (result.returncode, result.stderr) == (99, "the network was touched: socket.__new__\n")


@pytest.mark.parametrize("arguments", EVERY_COMMAND, ids=" ".join)
def test_no_warning_is_raised(place, arguments):
    place.write("error")
    result = place.run(*arguments, PYTHONWARNINGS="error", PYTHONDEVMODE="1")
    assert result.returncode in (0, 1)
    assert result.stderr == ""


def test_it_runs_from_any_folder_by_any_path(place, tmp_path):
    place.write("error")
    (tmp_path / "far" / "away").mkdir(parents=True)
    for cwd, path in ((tmp_path, "docs"), (tmp_path / "far" / "away", "../../docs"), (tmp_path / "docs", "."), ("/", str(tmp_path / "docs"))):
        command = [sys.executable, "-m", "fwa_check", "check", path, "--rules", str(place.house), "--select", "X-", "--format", "json"]
        result = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environment_of(), timeout=60)
        report = json.loads(result.stdout)
        assert (result.returncode, result.stderr) == (1, "")
        assert [document["path"] for document in report["documents"]] == [os.path.join(path, "error.yaml")]


def test_it_leaves_nothing_behind_in_the_folder(place):
    place.write("error")
    place.check("docs")
    place.check("docs", "--format", "json")
    assert sorted(path.name for path in place.path.rglob("*")) == ["docs", "error.yaml", "house", "instrument.yaml", "section-1.yaml"]


@pytest.mark.parametrize("environment", [{"HOME": None}, {"HOME": "/nonexistent"}, {"HOME": "/proc"}, {"FWA_CHECK_CACHE": "off"}, {"FWA_CHECK_CACHE": "/proc/nowhere"}, {"TERM": "dumb"}, {"LC_ALL": "C"}, {"TZ": "Pacific/Kiritimati"}, {"COLUMNS": "1"}, {"COLUMNS": "nonsense"}], ids=str)  # fmt: skip
def test_it_runs_in_any_environment(place, environment):
    place.write("error")
    result = place.check("docs", **environment)
    assert result.returncode == 1
    assert result.stderr == ""
    assert "FAIL" in result.stdout


def test_colour_stays_away_where_it_is_not_wanted(place):
    place.write("error")
    for environment in ({"NO_COLOR": "1"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b[" not in place.check("docs", **environment).stdout
    for arguments in (["rules", "list"], ["rules", "show", "X-TEST-1", "--rules", "house"], ["rules", "coverage"]):
        assert "\x1b[" not in place.run(*arguments).stdout


@pytest.mark.skipif(os.name == "nt", reason="file names of POSIX")
def test_names_of_files_may_hold_anything(place):
    names = ["with space.yaml", "ünïcode.yaml", "quote'\".yaml", "new\nline.yaml", "-dash.yaml", "\x1b[31mred.yaml", os.fsdecode(b"latin\xe9.yaml"), "percent%s.yaml", "{brace}.yaml"]
    for name in names:
        (place.docs / name).write_text("kind: management_contract\nid: x\ncommission: {percent: 25}\n")
    for form in ("text", "json"):
        result = subprocess.run([sys.executable, "-m", "fwa_check", "check", "docs", "--rules", "house", "--select", "X-", "--format", form], cwd=place.path, capture_output=True, env=environment_of(), timeout=60)
        assert (result.returncode, result.stderr) == (1, b"")
        assert b"\x1b" not in result.stdout
    assert len(json.loads(result.stdout)["documents"]) == len(names)


@pytest.mark.skipif(os.name == "nt", reason="file names of POSIX")
def test_names_that_are_no_text_are_told_when_they_cannot_be_read(place):
    name = os.fsdecode(b"docs/latin\xe9\x1b[31m.yaml")
    for arguments in (["check", name], ["check", name, "--format", "json"], ["check", "docs", "--rules", name], ["rules", "test", name], ["rules", "show", name], ["check", "docs", "--report", f"json={name}/x"]):
        result = subprocess.run([sys.executable, "-m", "fwa_check", *map(os.fsencode, arguments)], cwd=place.path, capture_output=True, env=environment_of(), timeout=60)
        assert result.returncode == 2
        for text in (result.stdout, result.stderr):
            assert b"Traceback" not in text and b"defect" not in text and b"\x1b" not in text


def test_debugging_may_ask_for_the_traceback(place):
    code = "import fwa_check.run; fwa_check.run.Run.check = lambda self, paths: 1 / 0; from fwa_check.cli import main; main()"
    result = place.check("docs", code=code, FWA_CHECK_DEBUG="1")
    assert result.returncode == 1 and "ZeroDivisionError" in result.stderr


def test_the_module_and_the_script_are_the_same_command(place):
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    assert "fwa-check = fwa_check.cli:main" in setup["options.entry_points"]["console_scripts"]
    assert_no_defect(place.run("--version"))

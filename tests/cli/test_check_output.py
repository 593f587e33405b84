"""What ``check`` writes: whole or not at all, the same bytes every time, and never over what is no file."""

import json
import os
import stat
import subprocess
import sys

import pytest

from tests.helpers import assert_no_defect, document_text, environment_of, write_rules

POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX files")


def _shell(place, script, **changes):
    """Run a shell script in which $FWA is the command with the house rules; return its CompletedProcess."""
    fwa = f"{sys.executable} -m fwa_check"
    env = environment_of(FWA=fwa, CHECK=f"{fwa} check docs --rules house --select X- --as-of 2026-11-21", **changes)
    return subprocess.run(["bash", "-c", script], cwd=place.path, capture_output=True, text=True, encoding="utf-8", env=env, timeout=60)


def _leftovers(place):
    return sorted(path.name for path in place.path.iterdir() if path.name not in ("docs", "house"))


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_input_gives_the_same_bytes(place, form):
    for name in ("clean", "error", "warning", "note", "review", "unsaid"):
        place.write(name)
    (place.docs / "broken.yaml").write_text("kind: [\n")
    outputs = {place.check("docs", "--format", form, "--show", "all", PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}
    assert len(outputs) == 1


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_order_in_which_the_files_of_a_folder_were_written_does_not_show(place, form):
    names = ["error", "warning", "clean", "unsaid"]
    for name in names:
        place.write(name)
    first = place.call("docs", "--format", form).stdout
    for name in names:
        (place.docs / f"{name}.yaml").unlink()
    for name in reversed(names):
        place.write(name)
    assert place.call("docs", "--format", form).stdout == first


def test_the_order_in_which_files_are_named_changes_no_finding_and_no_line_of_the_text(place):
    paths = [place.write(name) for name in ("clean", "error", "review", "unsaid")]
    one, other = (place.report(*order) for order in (paths, paths[::-1]))
    for key in ("documents", "findings"):
        assert sorted(map(json.dumps, one[key])) == sorted(map(json.dumps, other[key]))
    assert {**one, "documents": 0, "findings": 0} == {**other, "documents": 0, "findings": 0}
    assert place.call(*paths).stdout == place.call(*paths[::-1]).stdout


def test_house_rules_give_the_same_digest_wherever_they_lie(place):
    path = place.write("clean")
    first = place.report(path)["rulebook"]
    (place.path / "house").rename(place.path / "elsewhere")
    result = place.run("check", path, "--rules", "elsewhere", "--select", "X-", "--format", "json")
    assert json.loads(result.stdout)["rulebook"] == first
    write_rules(place.path / "elsewhere")
    result = place.run("check", path, "--rules", "elsewhere", "--select", "X-", "--format", "json")
    assert json.loads(result.stdout)["rulebook"]["digest"] != first["digest"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["docs", "--report", "json=new/report.json"],
        ["docs", "--report", "json=docs"],
        ["docs", "--select", "Y-"],
        ["docs", "--rules", "gone"],
        ["docs", "--as-of", "today"],
    ],
    ids=["a report that cannot be written", "a report that is a folder", "no rules", "rules that are gone", "bad usage"],
)
def test_a_run_that_fails_leaves_the_old_report_as_it_was(place, arguments):
    place.write("error")
    (place.path / "report.txt").write_text("old")
    result = place.call(*arguments, "--output", "report.txt")
    assert result.exit_code == 2
    assert (place.path / "report.txt").read_text() == "old"
    assert _leftovers(place) == ["report.txt"]


def test_a_run_that_crashes_leaves_the_old_report_as_it_was(place):
    place.write("error")
    (place.path / "report.json").write_text("old")
    code = "import fwa_check.run; fwa_check.run.Run.close = lambda self: 1 / 0; from fwa_check.cli import main; main()"
    result = place.check("docs", "--report", "json=report.json", code=code)
    assert result.returncode == 2
    assert "a defect of fwa-check, please report it: ZeroDivisionError" in result.stderr and "Traceback" not in result.stderr
    assert (place.path / "report.json").read_text() == "old"
    assert _leftovers(place) == ["report.json"]


def test_a_report_with_errors_is_still_written(place):
    (place.docs / "broken.yaml").write_text("kind: [\n")
    assert place.call("docs", "--report", "json=report.json").exit_code == 2
    assert len(json.loads((place.path / "report.json").read_text())["errors"]) == 1


@POSIX
def test_a_new_report_is_as_readable_as_any_new_file(place):
    place.write("clean")
    place.check("docs", "--output", "report.txt")
    (place.path / "other.txt").write_text("x")
    assert stat.S_IMODE((place.path / "report.txt").stat().st_mode) == stat.S_IMODE((place.path / "other.txt").stat().st_mode)


@POSIX
def test_a_link_keeps_pointing_where_it_points(place):
    place.write("clean")
    (place.path / "kept").mkdir()
    os.symlink("kept/report.json", place.path / "report.json")
    assert place.call("docs", "--report", "json=report.json").exit_code == 0
    assert (place.path / "report.json").is_symlink()
    assert json.loads((place.path / "kept" / "report.json").read_text())["schema_version"] == 1


@POSIX
def test_a_pipe_is_written_to_and_not_replaced(place):
    place.write("clean")
    result = _shell(place, "mkfifo pipe; cat pipe > got & $CHECK -q --report json=pipe; wait; test -p pipe")
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads((place.path / "got").read_text())["schema_version"] == 1


@POSIX
@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="/dev/stdout")
def test_standard_output_may_be_named_as_a_file(place):
    place.write("clean")
    result = _shell(place, "$CHECK -q --report json=/dev/stdout | cat")
    assert json.loads(result.stdout)["summary"]["pass"] == 4
    assert os.path.exists("/dev/stdout") and not os.path.isfile("/dev/null")


@POSIX
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="/dev/full")
@pytest.mark.parametrize("script", ["$CHECK > /dev/full", "$CHECK --format json > /dev/full", "$FWA rules list > /dev/full", "$FWA schema booking > /dev/full", "$CHECK -q --report json=/dev/full"])
def test_a_full_disk_is_told_without_a_traceback(place, script):
    place.write("error")
    result = _shell(place, script)
    assert result.returncode == 2
    assert "No space left on device" in result.stderr
    assert_no_defect(result)


@POSIX
@pytest.mark.parametrize("script", ["$CHECK --show all", "$CHECK --format json", "$FWA rules coverage", "$FWA rules list", "$FWA schema booking", "$FWA --help"])
def test_a_reader_that_has_enough_is_no_error(place, script):
    for number in range(300):
        place.write(f"contract-{number}", commission={"percent": "25"})
    result = _shell(place, f"set -o pipefail; {script} | head -1; echo $? > code")
    assert result.stderr == ""
    assert len(result.stdout.splitlines()) == 1
    assert (place.path / "code").read_text().strip() in ("0", "1", "2")


@POSIX
@pytest.mark.parametrize("script", ["$CHECK --format json", "$FWA rules coverage", "$FWA schema booking"])
def test_a_pipe_that_was_closed_is_not_told_as_a_failed_duty(place, script):
    for number in range(300):
        place.write(f"contract-{number}")
    assert _shell(place, f"{script} | true; exit ${{PIPESTATUS[0]}}").returncode in (0, 2)


@POSIX
def test_standard_output_that_is_closed_is_told(place):
    place.write("clean")
    result = _shell(place, "$CHECK >&-")
    assert (result.returncode, result.stderr) == (2, "fwa-check: the report cannot be written: standard output is closed\n")
    assert _shell(place, "$CHECK --output report.txt >&-").returncode == 0


@POSIX
@pytest.mark.parametrize("script", ["$CHECK --format json 2>&-", "$FWA check gone --format json 2>&-", "$FWA check 2>&-", "$FWA rules show nothing 2>&-"])
def test_standard_error_that_is_closed_changes_nothing(place, script):
    place.write("clean")
    assert _shell(place, script).returncode in (0, 2)
    assert_no_defect(_shell(place, script))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
@pytest.mark.parametrize("arguments", [["check", "docs", "--rules", "house"], ["rules", "list"], ["rules", "coverage"], ["rules", "show", "X-TEST-1", "--rules", "house"], ["schema", "booking"]])
def test_a_terminal_that_lacks_letters_stops_nothing(place, encoding, arguments):
    place.write("error")
    environment = environment_of(PYTHONIOENCODING=encoding)
    result = subprocess.run([sys.executable, "-m", "fwa_check", *arguments], cwd=place.path, capture_output=True, env=environment, timeout=60)
    assert result.returncode == (1 if arguments[0] == "check" else 0)
    assert result.stderr == b""


def test_what_no_document_can_show_is_told_of_the_laws_that_read_such_documents(place, command):
    (place.docs / "a.yaml").write_text(document_text("campaign", {"markets": ["US-NY"], "ends_on": "2026-12-31"}))
    printed = command("check", "docs").stdout
    assert "396-b" in printed.partition("Not checked")[2]
    assert "child performers" not in printed.partition("Not checked")[2]

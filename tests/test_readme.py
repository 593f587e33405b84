"""The README says what the program does: its outputs and files are held against the real ones."""

import os
import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
OUTPUTS = re.findall(r"<!-- output: (fwa-check .+?) -->\n```text\n(.*?)```\n", README, re.DOTALL)
PARTS = re.findall(r"<!-- part of: (fwa-check .+?) -->\n```text\n(.*?)```\n", README, re.DOTALL)
FILES = re.findall(r"<!-- file: (.+?) -->\n```yaml\n(.*?)```\n", README, re.DOTALL)


def run(command, cwd=ROOT):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "100", "NO_COLOR": "1"}
    return subprocess.run([sys.executable, "-m", "fwa_check", *command.split()[1:]], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("command, printed", OUTPUTS, ids=[command for command, _ in OUTPUTS])
def test_the_readme_prints_what_the_command_prints(command, printed):
    assert run(command).stdout.replace("Usage: python -m fwa_check", "Usage: fwa-check") == printed


@pytest.mark.parametrize("command, part", PARTS, ids=[command for command, _ in PARTS])
def test_the_readme_shows_a_part_of_what_the_command_prints(command, part):
    assert f"\n\n{part}\n" in run(command).stdout


def test_the_readme_shows_outputs_and_house_rules():
    assert (len(OUTPUTS), len(PARTS)) == (2, 1)
    assert [name for name, _ in FILES] == ["house/commission.yaml", "house/payments.yaml"]


def test_the_house_rules_of_the_readme_work(tmp_path):
    for name, content in FILES:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    contract, booking = ROOT / "samples" / "contract-clean.yaml", ROOT / "samples" / "booking-clean.yaml"
    tested = run("fwa-check rules test house", tmp_path)
    assert (tested.returncode, tested.stdout) == (0, "2 rules, 10 examples: none failed\n")
    checked = run(f"fwa-check check {contract} {booking} --rules house --select X-HOUSE --fail-on warning --show all", tmp_path)
    assert checked.returncode == 1
    assert "The commission is 20 %; our playbook stops at 15 %." in checked.stdout
    assert "PASS  X-HOUSE-2" in checked.stdout

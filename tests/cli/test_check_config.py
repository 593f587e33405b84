"""``check --config``: a file that chooses between two readings of the law, and everything that can be wrong with it."""

import json

import pytest

from tests.helpers import run, write_rules

SWITCH = {"name": "invented_people", "default": "guidelines", "instead": "literal", "level": "warning"}
READ_SO = {"reading": "An invented person counts.", "by": "Official guidelines", "other": "Only people who exist count.", "switch": SWITCH}
LITERAL = "readings:\n  invented_people: literal\n"


@pytest.fixture
def read(place):
    """The place, with a rule X-READ-1 that fails on the document `error` by a reading that can be chosen, and a way to write a configuration."""
    write_rules(place.path / "read", {"id": "X-READ-1", "interpretation": READ_SO})
    place.write("error")
    return place


def _check(place, text=None, *arguments, select="X-READ"):
    options = ()
    if text is not None:
        (place.path / "fwa.yaml").write_text(text, encoding="utf-8")
        options = ("--config", "fwa.yaml")
    return place.run("check", "docs", "--rules", "read", "--select", select, "--as-of", "2026-11-21", *options, *arguments, COLUMNS="120")


def _finding(result):
    (finding,) = json.loads(result.stdout)["findings"]
    return finding


@pytest.mark.parametrize(
    "text, level, setting, code",
    [
        (None, "error", "guidelines", 1),
        ("readings: {}\n", "error", "guidelines", 1),
        ("{}\n", "error", "guidelines", 1),
        ("readings:\n  invented_people: guidelines\n", "error", "guidelines", 1),
        (LITERAL, "warning", "literal", 0),
        ("# ours\nreadings: {'invented_people': \"literal\"}  # decided in May\n", "warning", "literal", 0),
    ],
)
def test_the_configuration_chooses_the_reading_and_with_it_the_level(read, text, level, setting, code):
    result = _check(read, text, "--format", "json")
    finding = _finding(result)
    assert (finding["verdict"], finding["level"], finding["interpretation"]["setting"], result.returncode) == ("fail", level, f"invented_people: {setting}", code)


@pytest.mark.parametrize("rung, code", [("error", 0), ("warning", 1), ("review", 1), ("never", 0)])
def test_fail_on_goes_by_the_level_of_the_reading(read, rung, code):
    assert _check(read, LITERAL, "--fail-on", rung).returncode == code


def test_the_text_says_which_reading_was_chosen_and_by_whom(read):
    assert "Read as: An invented person counts (Official guidelines); otherwise: Only people who exist count. Fix:" in " ".join(_check(read).stdout.split())
    said = _check(read, LITERAL).stdout
    assert "! FAIL warning  X-READ-1" in said
    assert "Only people who exist count (chosen by the configuration, invented_people: literal); otherwise: An invented person counts." in " ".join(said.split())


def test_the_same_configuration_gives_the_same_bytes(read):
    assert _check(read, LITERAL, "--format", "json").stdout == _check(read, LITERAL, "--format", "json").stdout


def test_a_setting_is_known_where_its_rule_was_left_out(read):
    write_rules(read.path / "read", {"id": "X-READ-1", "interpretation": READ_SO}, {"id": "X-OTHER-1"})
    assert _check(read, LITERAL, select="X-OTHER").returncode == 1
    assert "no value of invented_people" in _check(read, "readings: {invented_people: x}", select="X-OTHER").stderr


# The file, then line, column, message, and what is said to be found, expected and nearest (None: nothing is said).
FAULTS = {
    "unknown key": ("reading:\n  invented_people: literal\n", 1, 1, "the file has no field 'reading'", None, "one of readings", "readings"),
    "a key of later": ("readings: {}\nfail-on: warning\n", 2, 1, "the file has no field 'fail-on'", None, "one of readings", None),
    "unknown setting": ("readings:\n  invented_peple: literal\n", 2, 3, "no rule has a setting 'invented_peple'", "invented_peple", "one of invented_people", "invented_people"),
    "unknown value": ("readings:\n  invented_people: litteral\n", 2, 20, "litteral is no value of invented_people", "litteral", "guidelines (the default) or literal", "literal"),
    "value in capitals": ("readings:\n  invented_people: Literal\n", 2, 20, "Literal is no value of invented_people", "Literal", "guidelines (the default) or literal", "literal"),
    "empty value": ("readings:\n  invented_people:\n", 2, 19, "nothing is no value of invented_people", "nothing", "guidelines (the default) or literal", None),
    "number": ("readings:\n  invented_people: 5\n", 2, 20, "5 is no value of invented_people", "5", "guidelines (the default) or literal", None),
    "truth": ("readings:\n  invented_people: true\n", 2, 20, "true is no value of invented_people", "true", "guidelines (the default) or literal", None),
    "list": ("readings:\n  invented_people: [literal]\n", 2, 3, "a list is no value of invented_people", "a list", "guidelines (the default) or literal", "literal"),
    "list of readings": ("readings:\n  - literal\n", 1, 1, "readings does not fit: a list", None, "Which reading of the law counts", None),
    "no readings": ("readings:\n", 1, 10, "readings does not fit: None", None, "Which reading of the law counts", None),
    "a list alone": ("- readings\n", 1, 1, "the file does not fit: a list", None, "What a team has decided for all its checks", None),
    "a word alone": ("literal\n", 1, 1, "the file does not fit: literal", None, "What a team has decided for all its checks", None),
    "twice": ("readings:\n  invented_people: literal\n  invented_people: guidelines\n", 3, 3, "invented_people stands twice, on line 2 and on line 3", None, None, None),
    "no YAML": ("readings: [\n", 1, 12, "this is not YAML", None, None, None),
}  # fmt: skip


@pytest.mark.parametrize("text, line, column, message, found, expected, suggestion", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_place_and_the_nearest_right_word(read, text, line, column, message, found, expected, suggestion):
    result = _check(read, text)
    assert (result.returncode, result.stdout) == (2, "")
    said = " ".join(result.stderr.split())
    assert said.startswith(f"fwa.yaml:{line}:{column} ✗ ERROR {message}")
    for label, words in (("Found:", found), ("Expected:", expected), ("Nearest:", suggestion)):
        assert f"{label} {words}" in said if words else label not in said, said


def test_every_fault_is_told_at_once(read):
    said = _check(read, "readings:\n  invented_people: x\n  ages: [y]\njobs: 4\n").stderr
    assert [line.split()[0] for line in said.splitlines() if "ERROR" in line] == ["fwa.yaml:2:20", "fwa.yaml:3:3", "fwa.yaml:4:1"]


@pytest.mark.parametrize("data, said", [(b"", "a configuration is one YAML document"), (b"a: 1\n---\nb: 2\n", "a configuration is one YAML document"), (b"\xff", "the file is not UTF-8 text"), (b"[" * 60 + b"]" * 60, "the file nests too deeply")])
def test_a_file_that_is_no_configuration_is_refused(read, data, said):
    (read.path / "odd.yaml").write_bytes(data)
    result = _check(read, None, "--config", "odd.yaml")
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr and "odd.yaml" in result.stderr


@pytest.mark.parametrize("name, said", [("fwa.yml", "there is no such file or folder"), ("docs", "Is a directory"), ("", "there is no such file or folder")])
def test_a_file_that_cannot_be_read_is_an_error(read, name, said):
    result = _check(read, None, "--config", name)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr


def test_where_no_rule_has_a_switch_that_is_said(place):
    write_rules(place.path / "read", {"id": "X-READ-1"})
    place.write("error")
    result = _check(place, "readings: {ages: birthday}\n")
    assert result.returncode == 2
    assert "no rule has a setting 'ages'" in result.stderr


@pytest.mark.parametrize("arguments", [("--output", "fwa.yaml"), ("--report", "json=./fwa.yaml")])
def test_no_report_is_written_over_the_configuration(read, arguments):
    result = _check(read, LITERAL, *arguments)
    assert result.returncode == 2
    assert "The report would be written over the configuration, which is read." in result.stderr
    assert (read.path / "fwa.yaml").read_text() == LITERAL


def test_a_setting_with_two_meanings_stops_the_check(read):
    other = {**READ_SO, "switch": {**SWITCH, "instead": "narrow"}}
    write_rules(read.path / "read", {"id": "X-READ-1", "interpretation": READ_SO}, {"id": "X-READ-2", "interpretation": other})
    result = _check(read)
    assert (result.returncode, result.stdout) == (2, "")
    assert "X-READ-2: the setting invented_people has two meanings: narrow" in result.stderr
    assert "Expected: literal" in result.stderr


IMPORTED = "import sys; from fwa_check.cli import cli; cli(sys.argv[1:], standalone_mode=False)"


def test_nothing_is_loaded_for_it_where_it_is_not_asked_for(place):
    clean = place.write("clean")
    code = "import sys, atexit\natexit.register(lambda: print([name for name in sys.modules if name in ('fwa_check.cli.configuration', 'fwa_check.rulebook.switches', 'jsonschema')]))\n" + IMPORTED
    assert run("check", clean, "--output", "report.txt", cwd=place.path, code=code).stdout.strip() == "[]"

"""``rules list``, ``show``, ``test`` and ``coverage``, and ``schema``: what they print, and what they refuse."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from fwa_check.cli.schema import OTHERS
from fwa_check.documents.kinds import KINDS
from fwa_check.rulebook.rulebook import load_rulebook
from tests.helpers import INSTRUMENT, RULE, document_text, rule_text, write_rules


def test_list_has_a_line_for_every_rule_with_level_citation_and_title(place, command):
    result = command("rules", "list", "--rules", "house")
    lines = result.stdout.splitlines()
    rules = load_rulebook(["house"]).rules
    assert result.exit_code == 0
    assert lines[-2:] == [f"{len(rules)} rules", f"Packs that judge only when they are asked for, with --rules NAME: {PACK}"]
    for rule in rules:
        line = next(line for line in lines if line.split()[:1] == [rule.id])
        assert line.split()[1] == rule.raw["level"] and line.endswith(f"  {rule.raw['title']} ({rule.raw['cite']})")
    assert "Test Act (US-NY)" in lines


def test_list_may_be_narrowed_to_a_place(place, command):
    write_rules(place.path / "br", {"id": "X-BR-1", "jurisdiction": "BR"})
    assert "X-BR-1" not in command("rules", "list", "--rules", "br", "--jurisdiction", "US-NY").stdout
    text = command("rules", "list", "--rules", "br", "--jurisdiction", "BR-SP").stdout
    assert "X-BR-1" in text and "\n1 rules\n" in text
    assert command("rules", "list", "--jurisdiction", "JP").stdout.startswith("\n0 rules\n")
    assert command("rules", "list", "--jurisdiction", "NY").exit_code == 2


PACK = "voluntary-pledges"


def test_a_pack_is_listed_and_judges_only_when_it_is_asked_for_by_name(place, command):
    alone, asked = command("rules", "list").stdout, command("rules", "list", "--rules", PACK).stdout
    assert "PLEDGE-" not in alone and alone.endswith(f"with --rules NAME: {PACK}\n")
    assert "  PLEDGE-TWIN-OWNERSHIP " in asked and asked.endswith(" rules\n")
    (place.docs / "a.yaml").write_text(document_text("replica_consent", {"replica": {"substantially_replicates": True, "rights_held_by": "grantee", "first_created_on": "2026-03-01"}}))
    for arguments, verdicts in (([], []), (["--rules", PACK], ["fail"])):
        report = json.loads(command("check", "docs", "--format", "json", *arguments).stdout)
        assert [finding["verdict"] for finding in report["findings"] if finding["rule"] == "PLEDGE-TWIN-OWNERSHIP"] == verdicts


def test_a_pack_can_be_shown_without_being_asked_for(place, command):
    assert "a promise, not law (voluntary)" in " ".join(command("rules", "show", "PLEDGE-TWIN-OWNERSHIP").stdout.split())


def test_a_folder_of_the_same_name_comes_before_the_pack(place, command):
    write_rules(place.path / PACK, {"id": "X-OWN-1"})
    text = command("rules", "list", "--rules", PACK).stdout
    assert "X-OWN-1" in text and "PLEDGE-" not in text


def test_a_name_that_is_neither_a_folder_nor_a_pack_is_refused_with_the_packs(place, command):
    result = command("rules", "list", "--rules", "voluntary-pledge")
    assert result.exit_code == 2
    assert "the rules cannot be read: there is no such file or folder" in result.stderr
    assert f"Nearest:  {PACK}" in result.stderr and f"a pack that ships is asked for by its name: {PACK}" in result.stderr


def test_show_says_all_of_a_rule(place, command):
    result = command("rules", "show", "X-TEST-1", "--rules", "house")
    assert result.exit_code == 0
    for said in ("X-TEST-1  A test fault", "The test duty.", "commission.percent at most 20", "Lower it.", "https://example.org/act", "commission.percent is 20.01"):
        assert said in result.stdout


@pytest.mark.parametrize("columns", ["20", "80", "200"])
def test_show_works_at_any_width(place, command, columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    assert "X-TEST-1" in command("rules", "show", "X-TEST-1", "--rules", "house").stdout


def test_every_rule_that_ships_can_be_shown(place, command):
    for rule in load_rulebook().rules:
        result = command("rules", "show", rule.id)
        assert result.exit_code == 0 and rule.raw["title"] in " ".join(result.stdout.split())


@pytest.mark.parametrize("wanted, said", [("X-TSET-1", "did you mean X-TEST-1?"), ("nothing", "there is no rule nothing"), ("", "there is no rule")])
def test_show_of_no_rule_names_the_nearest(place, command, wanted, said):
    result = command("rules", "show", wanted, "--rules", "house")
    assert result.exit_code != 0
    assert said in result.stderr
    assert place.run("rules", "show", wanted, "--rules", "house").returncode == 2


@pytest.mark.parametrize(
    "wanted, said",
    [
        ("17610", "did you mean US-CA-BPC-17610?; of section 17610 there are US-CA-BPC-17610, US-CA-BPC-17610-MEDIUM"),
        ("§ 927", "did you mean US-CA-LAB-927?; of section 927 there are US-CA-LAB-927, US-CA-LAB-927-RELEASE"),
        ("Labor Code 201.6", "of section 201.6 there are US-CA-LAB-201.6"),
        ("1035", "US-NY-FWA-1035-6 and more"),
        ("US-NY-FWA-1035-99", "did you mean US-NY-FWA-1035-"),
        ("94", "there is no rule 94; fwa-check rules list names them all"),
    ],
)
def test_a_section_number_leads_to_its_rules(command, wanted, said):
    result = command("rules", "show", wanted)
    assert result.exit_code != 0 and said in " ".join(result.stderr.split())


def test_test_runs_every_example(place, command):
    sound = write_rules(place.path / "sound", {}, {"id": "X-TEST-2"})
    result = command("rules", "test", str(sound))
    assert (result.exit_code, result.stdout) == (0, "2 rules, 6 examples: none failed\n")


def test_test_says_which_example_failed_and_where(place, command):
    folder = write_rules(place.path / "wrong", {"examples": [*RULE["examples"], {"name": "30 % is fine.", "given": {"commission": {"percent": "30"}}, "verdict": "pass"}]})
    result = command("rules", "test", str(folder))
    assert result.exit_code == 1
    assert "X-TEST-1: example 4 (30 % is fine.): the verdict is fail, not pass" in " ".join(result.stdout.split())
    assert f"section-1.yaml:{len(rule_text().splitlines())}:" in result.stdout
    assert result.stdout.endswith("1 rules, 4 examples: 1 failed\n")


@pytest.mark.parametrize(
    "path, said",
    [("gone", "there is no such file or folder"), ("docs", "there is no rule file here"), ("broken", "'eror' is no level"), ("foreign", "is not the id of a house rule")],
)
def test_test_of_broken_rules_is_2(place, command, path, said):
    write_rules(place.path / "broken", {"level": "eror"})
    write_rules(place.path / "foreign", {"id": "US-NY-FWA-1"})
    result = command("rules", "test", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def test_test_takes_a_single_file(place, command):
    (place.path / "one.yaml").write_text(rule_text(**_whole()))
    assert command("rules", "test", "one.yaml").stdout == "1 rules, 3 examples: none failed\n"


def _whole():
    return {**{key: value for key, value in INSTRUMENT.items() if key not in ("name", "citation")}, "sources": [INSTRUMENT["sources"]["act"]]}


def test_coverage_lists_every_duty_and_counts_them(place, command):
    result = command("rules", "coverage")
    last = result.stdout.splitlines()[-1]
    assert result.exit_code == 0
    assert " duties: " in last and all(status in last for status in ("encoded", "partly", "person", "watched"))
    assert command("rules", "coverage", "--jurisdiction", "JP").stdout == "\n0 duties: 0 encoded, 0 partly, 0 person, 0 watched\n"
    assert command("rules", "coverage", "--jurisdiction", "worldwide").stdout == result.stdout
    assert command("rules", "coverage", "--jurisdiction", "XX").exit_code == 2


@pytest.mark.parametrize("arguments", [["rules", "list"], ["rules", "show", "X-TEST-1"], ["check", "docs"]])
def test_broken_house_rules_are_told_by_every_command(place, command, arguments):
    place.write("clean")
    write_rules(place.path / "broken", {"id": "X-NEW-1", "level": "eror"})
    result = command(*arguments, "--rules", "house", "--rules", "broken")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'eror' is no level" in result.stderr and "error" in result.stderr


@pytest.mark.parametrize("kind", [*KINDS, *OTHERS])
def test_schema_prints_a_sound_json_schema_of_every_kind(place, command, kind):
    result = command("schema", kind)
    schema = json.loads(result.stdout)
    assert result.exit_code == 0
    Draft202012Validator.check_schema(schema)
    assert schema["title"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_that_can_be_judged_fits_its_published_schema(place, command, kind):
    schema = json.loads(command("schema", kind).stdout)
    Draft202012Validator(schema).validate(yaml.safe_load(document_text(kind, {"complete": "unknown"})))


@pytest.mark.parametrize("kind, said", [("bookin", "Did you mean booking?"), ("contract", "is not one of"), ("", "is not one of")])
def test_schema_of_no_kind_names_the_nearest(place, command, kind, said):
    result = command("schema", kind)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("arguments, near", [(["chekc"], "check"), (["rule"], "rules"), (["schemas"], "schema"), (["frobnicate"], None)])
def test_an_unknown_command_names_the_nearest(place, arguments, near):
    result = place.run(*arguments)
    assert result.returncode == 2
    assert f"Did you mean {near!r}?" in result.stderr if near else "Did you mean" not in result.stderr

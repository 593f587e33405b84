"""Parsed pages that are remembered between runs: never a stale, torn or foreign one."""

import json
import os

import pytest

from fwa_check.rulebook.rulebook import load_folder
from tests.helpers import rule_text, write_rules


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("FWA_CHECK_CACHE", str(folder))
    return folder


def _titles(folder):
    rules, problems = load_folder(str(folder), [], strict=False)
    return [rule.raw["title"] for rule in rules], [problem.message for problem in problems]


def test_a_second_run_finds_what_the_first_one_parsed(tmp_path, cache, monkeypatch):
    folder = write_rules(tmp_path / "rules")
    assert _titles(folder) == (["A test fault"], [])
    (entry,) = cache.iterdir()
    assert entry.name.startswith("rules-") and "A test fault" in entry.read_text(encoding="utf-8")
    monkeypatch.setattr("fwa_check.rulebook.rulefile.plain", None)
    assert _titles(folder) == (["A test fault"], [])


def test_a_changed_rule_is_parsed_again_and_the_old_entry_goes(tmp_path, cache):
    folder = write_rules(tmp_path / "rules")
    _titles(folder)
    write_rules(folder, {"title": "Another fault"})
    assert _titles(folder) == (["Another fault"], [])
    assert len(list(cache.iterdir())) == 1


def test_a_rule_of_the_same_length_and_time_is_not_mistaken(tmp_path, cache):
    folder = write_rules(tmp_path / "rules", {"title": "Fault one"})
    _titles(folder)
    page = folder / "section-1.yaml"
    times = page.stat()
    page.write_text(rule_text(title="Fault two"))
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert _titles(folder) == (["Fault two"], [])


@pytest.mark.parametrize("damage", [lambda data: data[:-10], lambda data: b"", lambda data: b"\n", lambda data: data.replace(b"test fault", b"tesd fault"), lambda data: b"x" * 100, lambda data: b"\xff" * 40 + b"\n[]", lambda data: data.replace(b"\n", b"\x0b", 1), lambda data: data.replace(b" ", b"\n", 3), lambda data: data.replace(b"\nend", b"\n\nend")])
def test_a_damaged_entry_is_not_believed(tmp_path, cache, damage):
    folder = write_rules(tmp_path / "rules")
    _titles(folder)
    (entry,) = cache.iterdir()
    entry.write_bytes(damage(entry.read_bytes()))
    assert _titles(folder) == (["A test fault"], [])


def test_an_entry_that_is_a_folder_is_no_obstacle(tmp_path, cache):
    folder = write_rules(tmp_path / "rules")
    _titles(folder)
    (entry,) = cache.iterdir()
    entry.unlink()
    entry.mkdir()
    assert _titles(folder) == (["A test fault"], [])


def test_a_broken_rule_is_refused_with_and_without_a_memory(tmp_path, cache):
    folder = write_rules(tmp_path / "rules")
    (folder / "section-2.yaml").write_text("- [\n")
    first, second = _titles(folder), _titles(folder)
    assert first == second
    assert len(first[1]) == 1 and first[1][0].startswith("this is not YAML")
    assert not cache.exists()


def test_house_rules_are_always_parsed(tmp_path, cache):
    load_folder(str(write_rules(tmp_path / "rules")), [], strict=True, house=False)
    assert not cache.exists()


def test_it_can_be_turned_off(tmp_path, cache, monkeypatch):
    monkeypatch.setenv("FWA_CHECK_CACHE", "off")
    assert _titles(write_rules(tmp_path / "rules")) == (["A test fault"], [])
    assert not cache.exists()


def test_what_examples_say_is_read_from_the_file(tmp_path, cache):
    folder = write_rules(tmp_path / "rules")
    _titles(folder)
    (rule,), _ = load_folder(str(folder), [], strict=False)
    assert [example["verdict"] for example in rule.examples] == ["pass", "fail", "unknown"]
    (entry,) = cache.iterdir()
    assert "examples" not in json.dumps(entry.read_text(encoding="utf-8"))


def test_skimming_a_page_leaves_out_the_examples_and_nothing_else():
    from pathlib import Path

    from fwa_check.rulebook.rulebook import shipped_rules
    from fwa_check.rulebook.rulefile import RuleFile

    pages = sorted(Path(shipped_rules()).rglob("*.yaml"))
    assert len(pages) > 10
    for path in pages:
        whole, skimmed = RuleFile(str(path)), RuleFile(str(path))
        skimmed.skim()
        content = whole.raw
        if path.name not in ("instrument.yaml", "coverage.yaml"):
            assert all(rule["examples"] for rule in content)
            content = [{key: value for key, value in rule.items() if key != "examples"} for rule in content]
        assert skimmed.raw == content, path


@pytest.mark.parametrize("text", ["- id: X-1\n  examples: [a]\n  title: t\n", "- id: X-1\n  title: t\n  examples:\n    - a\n# a remark\n    - b\n", "- id: X-1\n  examples:\n  - a\n  title: t\n"])
def test_examples_that_are_written_another_way_cost_only_time(tmp_path, text):
    from fwa_check.rulebook.rulefile import RuleFile

    path = tmp_path / "odd.yaml"
    path.write_text(text, encoding="utf-8")
    whole, skimmed = RuleFile(str(path)), RuleFile(str(path))
    skimmed.skim()
    assert [{key: rule[key] for key in ("id", "title")} for rule in skimmed.raw] == [{"id": "X-1", "title": "t"}] == [{key: rule[key] for key in ("id", "title")} for rule in whole.raw]


def test_a_rule_finds_its_examples_when_the_page_was_skimmed(tmp_path, monkeypatch):
    monkeypatch.setenv("FWA_CHECK_CACHE", "off")
    rules, problems = load_folder(str(write_rules(tmp_path / "rules")), [], strict=False)
    assert problems == [] and [example["verdict"] for example in rules[0].examples] == ["pass", "fail", "unknown"]

"""The coverage register: every duty of an instrument, and what became of it."""

import pytest

from fwa_check.rulebook.register import load_register, unseen_by_documents
from tests.helpers import as_text, load, write_rules

ENTRIES = [
    {"id": "1", "cite": "§ 1", "duty": "To pay.", "status": "encoded", "rules": ["X-TEST-1"]},
    {"id": "2", "cite": "§ 2", "duty": "To be fair.", "status": "person", "reason": "Conduct."},
    {"id": "3", "cite": "§ 3", "duty": "To register.", "status": "watched", "reason": "A bill."},
    {"id": "4", "cite": "§ 4", "duty": "To tell.", "status": "partly", "rules": ["X-TEST-1"], "reason": "Half of it."},
]


def _folder(folder, entries=ENTRIES, **instrument):
    write_rules(folder, instrument=instrument)
    (folder / "coverage.yaml").write_text("".join(f"- {as_text(entry)}\n" for entry in entries), encoding="utf-8")
    return folder


def test_entries_carry_the_name_and_the_place_of_their_instrument(tmp_path):
    entries = load_register([str(_folder(tmp_path / "a")), str(_folder(tmp_path / "b", ENTRIES[:1], name="Other Act", jurisdiction="EU"))])
    assert [(entry["id"], entry["status"], entry["instrument"], entry["jurisdiction"]) for entry in entries] == [
        ("1", "encoded", "Test Act", "US-NY"),
        ("2", "person", "Test Act", "US-NY"),
        ("3", "watched", "Test Act", "US-NY"),
        ("4", "partly", "Test Act", "US-NY"),
        ("1", "encoded", "Other Act", "EU"),
    ]
    assert entries[0]["rules"] == ["X-TEST-1"] and entries[0]["reason"] is None
    assert entries[1]["rules"] == [] and entries[1]["reason"] == "Conduct."


def test_only_what_is_left_to_a_person_is_unseen_and_only_of_the_instruments_that_judge(tmp_path):
    folders = [str(_folder(tmp_path))]
    assert [entry["id"] for entry in unseen_by_documents(folders, {"Test Act"})] == ["2"]
    assert unseen_by_documents(folders, {"Test Act"})[0]["status"] == "left_to_a_person"
    assert unseen_by_documents(folders, {"Other Act", None}) == []


def test_a_register_in_a_hidden_folder_is_somebody_elses(tmp_path):
    _folder(tmp_path)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "coverage.yaml").write_text("run:\n  branch: true\n")
    assert len(load_register([str(tmp_path)])) == len(ENTRIES)


def test_a_folder_without_a_register_has_no_entries(tmp_path):
    assert load_register([str(write_rules(tmp_path))]) == []


@pytest.mark.parametrize(
    "entry, message, suggestion",
    [
        ({"status": "encode"}, "'encode' is no status", "encoded"),
        ({"statsu": "x"}, "the rule has no field 'statsu'", "status"),
        ({"reason": None}, "reason is missing", None),
        ({"cite": None}, "cite is missing", None),
    ],
)
def test_a_slip_in_a_register_is_refused(tmp_path, entry, message, suggestion):
    changed = {key: value for key, value in {**ENTRIES[1], **entry}.items() if value is not None}
    _, problems = load(_folder(tmp_path, [ENTRIES[0], changed]))
    (problem,) = problems
    assert (problem.path, problem.line, problem.message, problem.suggestion) == (str(tmp_path / "coverage.yaml"), 2, message, suggestion)


def test_a_duty_that_is_encoded_names_its_rules(tmp_path):
    _, (problem,) = load(_folder(tmp_path, [{"id": "1", "cite": "§ 1", "duty": "To pay.", "status": "encoded"}]))
    assert problem.message == "rules is missing"

"""What ``check`` reads: files, folders, standard input, and documents that refer to each other."""

import json
import os
import subprocess
import sys

import pytest

from tests.cli.conftest import CLEAN
from tests.helpers import as_text, document_text, environment_of, write_rules


def _paths(report):
    return [document["path"] for document in report["documents"]]


def test_standard_input_is_read_for_a_dash(place):
    text = document_text("management_contract", {**CLEAN, "commission": {"percent": "25", "base": "model_pay"}}, "piped")
    result = place.check("-", "--format", "json", input=text)
    report = json.loads(result.stdout)
    assert result.returncode == 1
    assert report["documents"][0]["path"] == "<stdin>" and report["documents"][0]["id"] == "piped"
    assert {finding["path"] for finding in report["findings"]} == {"<stdin>"}


def test_standard_input_and_files_are_read_together(place):
    result = place.check("-", place.write("clean"), "--format", "json", input=document_text("management_contract", CLEAN, "piped"))
    assert _paths(json.loads(result.stdout)) == ["<stdin>", "docs/clean.yaml"]


@pytest.mark.parametrize("text, said", [("", "the file is empty"), ("name: x\n", "the document has no kind"), ("\x00", "this is not YAML"), ("- [", "this is not YAML")])
def test_standard_input_that_is_no_document_is_an_error(place, text, said):
    result = place.check("-", input=text)
    assert result.returncode == 2
    assert said in result.stdout


def test_standard_input_that_is_closed_is_an_error(place):
    command = f"exec {sys.executable} -m fwa_check check - --rules house --select X- <&-"
    result = subprocess.run(["sh", "-c", command], cwd=place.path, capture_output=True, text=True, env=environment_of(), timeout=60)
    assert result.returncode == 2
    assert "standard input is closed" in result.stdout
    assert "defect" not in result.stderr


def test_a_folder_is_walked_in_order_and_what_is_not_ours_is_counted(place):
    for name in ("clean", "error"):
        place.write(name)
    for name, text in {
        "a/late.yml": document_text("management_contract", CLEAN, "late"),
        "a/workflow.yaml": "on: push\n",
        "a/list.yaml": "- 1\n- 2\n",
        "b/empty.yaml": "",
        "b/notes.txt": "kind: x\n",
        "b/.hidden.yaml": "kind: x\n",
        ".git/config.yaml": "kind: x\n",
    }.items():
        path = place.docs / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    report = place.report("docs")
    assert _paths(report) == ["docs/clean.yaml", "docs/error.yaml", "docs/a/late.yml"]
    assert (report["skipped"], report["errors"]) == (3, [])


def test_a_file_that_is_named_has_to_be_a_document(place):
    (place.docs / "workflow.yaml").write_text("on: push\n")
    assert place.call("docs/workflow.yaml").exit_code == 2
    place.write("clean")
    assert place.call("docs").exit_code == 0


def test_several_documents_in_one_file_are_judged_each(place):
    texts = [document_text("management_contract", {**CLEAN, "commission": {"percent": percent, "base": "model_pay"}}, f"c-{percent}") for percent in (20, 25)]
    (place.docs / "two.yaml").write_text("---\n".join(texts))
    report = place.report("docs/two.yaml")
    assert [document["id"] for document in report["documents"]] == ["c-20", "c-25"]
    fault = next(finding for finding in report["findings"] if finding["verdict"] == "fail")
    assert (fault["document"], fault["line"]) == ("c-25", len(texts[0].splitlines()) + 4)


def test_a_broken_document_does_not_keep_its_neighbours_from_being_judged(place):
    good = document_text("management_contract", CLEAN, "good")
    (place.docs / "two.yaml").write_text(f"kind: management_contract\nid: bad\ncomission: 5\n---\n{good}")
    report = place.report("docs/two.yaml")
    assert [document["id"] for document in report["documents"]] == ["good"]
    assert [(error["line"], error["suggestion"]) for error in report["errors"]] == [(3, "commission")]


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_links_to_folders_are_not_followed_round_and_round(place):
    place.write("clean")
    os.symlink("..", place.docs / "again")
    assert _paths(place.report("docs")) == ["docs/clean.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes")
def test_a_pipe_that_nobody_writes_to_is_refused_and_not_waited_for(place):
    os.mkfifo(place.docs / "pipe.yaml")
    result = place.check("docs", timeout=20)
    assert result.returncode == 2
    assert "this is not a regular file" in result.stdout


REPLICA_RULE = {
    "id": "X-TEST-9",
    "reads": "campaign",
    "for_each": {"asset": "assets", "person": "asset.depicts"},
    "with": {"consent": "person.consent_ref"},
    "require": {"consent.instrument.written": True, "consent.purpose": {"stated": True}},
    "message": "{consent.purpose}",
}
CAMPAIGN = document_text("campaign", {"assets": [{"id": "a1", "depicts": [{"id": "ines", "consent_ref": "c-1"}]}]}, "spring")


def _consent(purpose="Web", id="c-1", written=True):
    return document_text("replica_consent", {"purpose": purpose, "instrument": {"written": written}}, id)


def _verdicts(place, *paths):
    write_rules(place.path / "replicas", REPLICA_RULE)
    report = place.report(*paths, "--rules", "replicas", "--select", "X-TEST-9")
    return [(finding["document"], finding["verdict"]) for finding in report["findings"]], report["errors"]


@pytest.mark.parametrize("order", [["campaign.yaml", "consent.yaml"], ["consent.yaml", "campaign.yaml"], ["."]], ids=" ".join)
@pytest.mark.parametrize("consent, verdict", [(_consent(), "pass"), (_consent(written=False), "fail"), (_consent(written="unknown"), "unknown"), (_consent("unknown"), "fail")])
def test_a_campaign_finds_the_consent_behind_it_in_another_file_in_any_order(place, order, consent, verdict):
    (place.docs / "campaign.yaml").write_text(CAMPAIGN)
    (place.docs / "consent.yaml").write_text(consent)
    assert _verdicts(place, *(f"docs/{name}" for name in order)) == ([("spring", verdict)], [])


def test_both_may_stand_in_one_file(place):
    for number, text in enumerate((f"{CAMPAIGN}---\n{_consent()}", f"{_consent()}---\n{CAMPAIGN}")):
        (place.docs / f"{number}.yaml").write_text(text)
        assert _verdicts(place, f"docs/{number}.yaml") == ([("spring", "pass")], [])


@pytest.mark.parametrize("other", [None, _consent(id="c-2"), document_text("model_release", {}, "c-1")], ids=["alone", "another id", "another kind"])
def test_a_consent_that_was_not_checked_with_it_settles_nothing(place, other):
    (place.docs / "campaign.yaml").write_text(CAMPAIGN)
    if other:
        (place.docs / "other.yaml").write_text(other)
    assert _verdicts(place, "docs") == ([("spring", "unknown")], [])


def test_a_consent_that_cannot_be_read_settles_nothing(place):
    (place.docs / "campaign.yaml").write_text(CAMPAIGN)
    (place.docs / "consent.yaml").write_text(_consent() + "purpse: Web\n")
    findings, errors = _verdicts(place, "docs")
    assert findings == [("spring", "unknown")]
    assert [error["path"] for error in errors] == ["docs/consent.yaml"]


@pytest.mark.parametrize("order", [["a.yaml", "b.yaml", "campaign.yaml"], ["b.yaml", "campaign.yaml", "a.yaml"]], ids=" ".join)
def test_two_consents_of_one_id_are_an_error_and_settle_nothing(place, order):
    """Whichever was loaded first would otherwise decide, and the other could be the one that was revoked."""
    (place.docs / "campaign.yaml").write_text(CAMPAIGN)
    (place.docs / "a.yaml").write_text(_consent())
    (place.docs / "b.yaml").write_text(_consent("Print"))
    findings, (error,) = _verdicts(place, *(f"docs/{name}" for name in order))
    first, second = [name for name in order if name != "campaign.yaml"]
    assert findings == [("spring", "unknown")]
    assert (error["path"], error["line"], error["column"], error["found"]) == (f"docs/{second}", 2, 5, "c-1")
    assert error["message"] == "the id c-1 is taken"
    assert error["help"] == f"another replica_consent has it: docs/{first}, line 2"
    assert error["excerpt"] == f"id: {as_text('c-1')}"


def test_the_same_consent_named_twice_is_no_error(place):
    (place.docs / "campaign.yaml").write_text(CAMPAIGN)
    (place.docs / "a.yaml").write_text(_consent())
    assert _verdicts(place, "docs", "docs/a.yaml") == ([("spring", "pass")], [])

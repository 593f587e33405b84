"""A report is never written over what is read, and a file that is named twice is read once."""

from pathlib import Path

import pytest

from tests.helpers import ROOT, run

CONTRACT = (ROOT / "samples" / "contract-clean.yaml").read_text(encoding="utf-8")


@pytest.fixture
def contract(tmp_path):
    path = tmp_path / "docs" / "contract.yaml"
    path.parent.mkdir()
    path.write_text(CONTRACT, encoding="utf-8")
    return path


@pytest.mark.parametrize("how", ["named", "in a folder", "through a link", "as a second report"])
def test_a_document_is_never_replaced_by_its_report(contract, tmp_path, how):
    link = tmp_path / "link.yaml"
    link.symlink_to(contract)
    arguments = {
        "named": [contract, "--output", contract],
        "in a folder": [contract.parent, "--output", contract],
        "through a link": [contract, "--output", link],
        "as a second report": [contract, "--report", f"json={contract}"],
    }[how]
    result = run("check", *arguments)
    assert result.returncode == 2
    assert "the report would be written over this file, which is read" in result.stderr
    assert contract.read_text(encoding="utf-8") == CONTRACT
    assert sorted(path.name for path in contract.parent.iterdir()) == ["contract.yaml"]


def test_a_file_that_is_named_twice_is_judged_once(contract):
    result = run("check", contract, contract.parent, Path(contract.parent, "..", "docs", "contract.yaml"), "--fail-on", "never")
    assert result.returncode == 0
    assert "1 document judged" in result.stdout


def test_many_documents_of_one_file_share_its_text(tmp_path):
    from fwa_check.documents.load import load_file

    path = tmp_path / "many.yaml"
    path.write_text("\n---\n".join(CONTRACT.replace("varga-lindenhof", f"c-{number}") for number in range(20)), encoding="utf-8")
    documents, problems = load_file(str(path), named=True)
    assert (len(documents), problems) == (20, [])
    assert len({id(document.source) for document in documents}) == 1
    assert documents[0].lines is documents[19].lines


def test_files_that_were_skipped_are_named(contract):
    (contract.parent / "helm\x1b[31m.yaml").write_text("replicas: 2\n", encoding="utf-8")
    result = run("check", contract.parent, "--fail-on", "never")
    assert "1 file skipped (no `kind:`: " in " ".join(result.stdout.split())
    assert "helm\\x1b[31m.yaml" in result.stdout and "\x1b" not in result.stdout

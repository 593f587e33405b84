"""From files to documents and problems: whose file it is, and what is wrong with it."""

import pytest

from fwa_check.documents.build import MOST_PROBLEMS
from fwa_check.documents.load import load_file

KINDS_HELP = "the kinds are management_contract, booking, model_release, replica_consent, campaign, agency_profile, talent_service_contract"
FINE = "kind: booking\nid: b\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_is_read_in_every_encoding_of_yaml(load, encoding):
    documents, problems = load("kind: booking\nid: é💥\n".encode(encoding))
    assert problems == [] and documents[0].id == "é💥"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_fault_has_its_line_and_excerpt_whatever_ends_a_line(load, end):
    _, problems = load(end.join(["kind: booking", "# é", "id: b", "model: {nme: Ana}", "status: hold", ""]))
    assert [(problem.line, problem.column, problem.excerpt) for problem in problems] == [(4, 9, "model: {nme: Ana}")]


def test_every_document_of_a_file_is_read_and_each_has_its_own_faults(load):
    documents, problems = load("kind: booking\nid: a\n---\nkind: booking\nid: b\nstauts: hold\n---\nname: nobody\n---\nkind: campaign\nid: d\n")
    assert [(document.kind, document.id) for document in documents] == [("booking", "a"), ("campaign", "d")]
    assert [(problem.line, problem.column, problem.message) for problem in problems] == [(6, 1, "booking has no field 'stauts'"), (8, 1, "the document has no kind")]
    assert documents[1].place("/id")[:2] == (11, 5)


def test_a_file_that_stops_being_yaml_is_not_read_in_part(load):
    documents, problems = load("kind: booking\nid: a\n---\nkind: booking\nid: [\n")
    assert documents == []
    assert [(problem.line, problem.column, problem.excerpt) for problem in problems] == [(5, 6, "id: [")]


def test_an_anchor_of_one_document_means_nothing_in_the_next(load):
    _, problems = load("kind: booking\nid: &a b\n---\nkind: booking\nid: *a\n")
    assert (problems[0].line, problems[0].column) == (5, 5)
    assert "the alias stands for nothing" in problems[0].message


@pytest.mark.parametrize("content", ["name: ci\non: push\n", "- a\n- b\n", "text", "", "# a comment\n", "---\n---\n", "{}", "[]", "&a [*a]", "spec: {kind: booking}\n"])
def test_somebody_elses_yaml_is_skipped_in_a_folder(load, content):
    assert load(content, named=False) == ([], [])


@pytest.mark.parametrize(
    ("content", "message", "expected"),
    [
        ("name: ci\n", "the document has no kind", "kind: and one of the kinds"),
        ("{}", "the document has no kind", "kind: and one of the kinds"),
        ("kind:\nid: b\n", "the document has no kind", "kind: and one of the kinds"),
        ("kind: ~\nid: b\n", "the document has no kind", "kind: and one of the kinds"),
        ("- a\n", "this is not a document", "fields, the first of them kind:"),
        ("text", "this is not a document", "fields, the first of them kind:"),
        ("---\n", "this is not a document", "fields, the first of them kind:"),
        ("&a [*a]", "this is not a document", "fields, the first of them kind:"),
        ("", "the file is empty", "a document that begins with kind:"),
        ("\ufeff", "the file is empty", "a document that begins with kind:"),
        ("# only\n# comments\n\n", "the file is empty", "a document that begins with kind:"),
    ],
)
def test_a_file_without_a_kind_is_an_error_when_it_is_named(load, content, message, expected):
    documents, problems = load(content)
    assert documents == []
    assert [(problem.message, problem.expected, problem.help) for problem in problems] == [(message, expected, KINDS_HELP)]


def test_a_file_with_one_kind_among_others_is_ours_even_in_a_folder(load):
    documents, problems = load("name: nobody\n---\nkind: booking\nid: b\n", named=False)
    assert [document.id for document in documents] == ["b"]
    assert [(problem.line, problem.message) for problem in problems] == [(1, "the document has no kind")]


@pytest.mark.parametrize(
    ("kind", "column", "found", "suggestion"),
    [
        ("bookng", 7, "bookng", "booking"),
        ("Booking", 7, "Booking", "booking"),
        ("replica consent", 7, "replica consent", "replica_consent"),
        ("Deployment", 7, "Deployment", None),
        ("unknown", 7, "unknown", None),
        ('""', 7, "", None),
        ("[booking]", 7, "more than one value", None),
        ("{a: b}", 7, "more than one value", None),
        ("b\u202eooking", 7, "b\u202eooking", "booking"),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_an_unknown_kind_is_an_error_with_the_nearest_kind(load, kind, column, found, suggestion, named):
    documents, problems = load(f"id: b\nkind: {kind}\n", named=named)
    assert documents == [] and len(problems) == 1
    problem = problems[0]
    assert (problem.line, problem.column, problem.found, problem.suggestion) == (2, column, found, suggestion)
    assert problem.message == f"{found!r} is not a kind of document"
    assert problem.expected == "one of management_contract, booking, model_release, replica_consent, campaign, agency_profile, talent_service_contract"


def test_a_kind_with_a_tag_is_no_kind(load):
    documents, problems = load("kind: !secret booking\nid: b\n")
    assert documents == [] and [(problem.line, problem.column, problem.message) for problem in problems] == [(1, 7, "the tag !secret has no meaning here")]


def test_broken_yaml_is_an_error_in_a_folder_too(load):
    documents, problems = load("{{ template }}: [", named=False)
    assert documents == [] and problems[0].message.startswith("this is not YAML: ")
    assert problems[0].line == 1


def test_a_byte_that_is_no_text_is_an_error_with_its_place_and_without_an_excerpt(load):
    _, problems = load(b"kind: booking\nid: \xe9\n")
    assert [(problem.line, problem.column, problem.excerpt) for problem in problems] == [(2, 5, None)]
    _, problems = load(b"\xe9\n")
    assert [(problem.line, problem.column, problem.excerpt) for problem in problems] == [(1, 1, None)]


def test_every_problem_and_document_names_its_file(tmp_path):
    path = str(tmp_path / "a\nb.yaml")
    with open(path, "w") as file:
        file.write(f"{FINE}---\nkind: x\n")
    documents, problems = load_file(path, True)
    assert documents[0].path == problems[0].path == path


def test_a_file_of_endless_faulty_documents_is_given_up_after_a_hundred(load):
    documents, problems = load("--- a\n" * 5_000)
    assert documents == [] and len(problems) == MOST_PROBLEMS + 1
    assert [problem.line for problem in problems[:-1]] == list(range(1, MOST_PROBLEMS + 1))
    assert problems[-1].message == f"the reading stopped after {MOST_PROBLEMS} problems"


def test_the_lines_of_a_file_are_counted_once_however_many_faults_it_has(load, monkeypatch):
    calls = []
    from fwa_check.documents import load as module

    split = module.split_lines
    monkeypatch.setattr(module, "split_lines", lambda text: calls.append(1) or split(text))
    _, problems = load("kind: booking\nid: b\n" + "".join(f"k{number}: 1\n" for number in range(90)))
    assert len(problems) == 90 and len(calls) == 1
    assert [problem.excerpt for problem in problems] == [f"k{number}: 1" for number in range(90)]


def test_text_in_every_script_and_direction_is_kept_as_it_is_written(load):
    documents, problems = load("kind: booking\nid: b\nmodel: {name: \"\u202eanA \u200f\u05d0 \\0\\e[31m\"}\n")
    assert problems == []
    assert documents[0].values["model"]["name"] == "\u202eanA \u200f\u05d0 \x00\x1b[31m"


@pytest.mark.parametrize("place, notices", [("CA", [(5, 13, "CA is Canada; California is US-CA")]), ("LA", [(5, 13, "LA is Laos; Los Angeles lies in US-CA")]), ("US-CA", []), ("DE", [])])
def test_a_place_that_is_easily_meant_otherwise_is_read_and_pointed_out(load, place, notices):
    documents, problems = load(f"kind: booking\nid: a\n\nservices:\n  location: {place}\n")
    assert problems == [] and documents[0].values["services"]["location"] == place
    assert [(notice["line"], notice["column"], notice["message"]) for notice in documents[0].notices] == notices

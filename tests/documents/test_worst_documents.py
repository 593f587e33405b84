"""The worst documents that anybody could write: each gets a problem with its place, and none an exception."""

import random

import pytest

from fwa_check.documents.build import MOST_PROBLEMS
from fwa_check.documents.load import load_file

HEAD = "kind: booking\nid: b\n"
MEGABYTE = 1024 * 1024

WORST = {
    "ten thousand open brackets": (HEAD + "model: " + "[" * 10_000, 3, "the file nests too deeply to be a contract"),
    "ten thousand dashes": (HEAD + "model:\n  " + "- " * 10_000, 4, "the file nests too deeply to be a contract"),
    "a million question marks": (HEAD + "model:\n  " + "? " * MEGABYTE, 4, "the file nests too deeply to be a contract"),
    "two million values": (HEAD + "model: [" + ",".join("x" * 2_000_000) + "]", 3, "the file holds more than 1,000,000 values"),
    "a million documents": ("--- a\n" * 1_100_000, None, "the file holds more than 1,000,000 values"),
    "a list in itself": (HEAD + "payments: &a [*a]", 3, "item of payments holds a group of fields, not a list"),
    "an alias before its anchor": (HEAD + "model: *a", 3, "this is not YAML: the alias stands for nothing: no anchor of that name comes before it"),
    "a merge key": (HEAD + "<<: *a", 3, "this is not YAML: the alias stands for nothing: no anchor of that name comes before it"),
    "a million aliases": (HEAD + "status: &a hold\npayments: [" + "*a," * MEGABYTE + "]", 4, "the document holds more than 100,000 list items"),
    "a hundred thousand faults": (HEAD + "k: 1\n" * 100_000, 3, "booking has no field 'k'"),
    "fifty thousand tag directives": ("".join(f"%TAG !{number}! x\n" for number in range(50_000)) + "--- a", None, "the file declares more tags than a contract could need"),
    "an object of Python": (HEAD + "model: !!python/object/new:os.system {name: id}", 3, "the tag tag:yaml.org,2002:python/object/new:os.system has no meaning here"),
    "code on the whole document": ("!!python/name:os.system\n" + HEAD, 1, "the tag tag:yaml.org,2002:python/name:os.system has no meaning here"),
    "a number of a million digits": (HEAD + "explicit_consent: {business_days_to_review: " + "9" * MEGABYTE + "}", 3, "business_days_to_review cannot be read: '" + "9" * 59 + "…'"),
    "a length of two million days": (HEAD + "payment_term: {offset: " + "1 day " * 2_000_000 + "}", 3, "offset cannot be read: '" + "1 day " * 9 + "1 day…'"),
    "fifteen megabytes of line breaks": (HEAD + 'model: {name: "' + "\n" * 15 * MEGABYTE + '"}', 3, "name cannot be read: ''"),
    "twenty megabytes": (HEAD + "model: {name: " + "x" * 20 * MEGABYTE + "}", None, "the file is larger than 16 MiB"),
    "a NUL": (HEAD + "model: {name: A\0}", 3, "this is not YAML: a control character stands in the text"),
    "half a surrogate pair": (HEAD + 'model: {name: "\\ud83d"}', 3, "this is not YAML: found invalid Unicode character escape code"),
    "bytes of no encoding": (b"kind: booking\nid: \x80\n", 2, "the file is not UTF-8 text (byte 19)"),
    "an odd half of UTF-16": ("kind: booking\n".encode("utf-16") + b"i", 2, "the file is not UTF-16 text (byte 31)"),
    "UTF-32": (HEAD.encode("utf-32"), 1, "this is not YAML: a control character stands in the text"),
    "a name that turns the line round": (HEAD + "id\u202e: c", 3, "booking has no field 'id\\u202e'"),
    "a name that only looks like one": (HEAD.replace("id", "іd"), 2, "booking has no field 'іd'"),
    "everything twice": (HEAD + HEAD, 3, "kind is stated twice, on line 1 and on line 3"),
    "names that are no names": (HEAD + "? {a: [b]}\n: c", 3, "booking has a field whose name is a group of fields"),
    "a tab": (HEAD + "model:\n\tname: Ana", 4, "this is not YAML: a tab stands where YAML wants spaces"),
    "an open quote": (HEAD + 'model: {name: "Ana}\n\n\n', 3, "this is not YAML: a quoted text is not closed"),
    "a random file": (random.Random(17).randbytes(MEGABYTE), 1, "the file is not UTF-8 text (byte 1)"),
}


@pytest.mark.parametrize("name", WORST)
def test_the_worst_documents_are_refused_at_their_place(load, name):
    content, line, message = WORST[name]
    documents, problems = load(content)
    assert documents == [] and 1 <= len(problems) <= MOST_PROBLEMS + 1
    first = problems[0]
    assert first.message == message
    assert line is None or first.line == line
    assert line is None or first.column >= 1
    assert first.path.endswith("document.yaml")
    for problem in problems:
        assert len(problem.message) < 400
        assert str(problem).startswith(problem.path) and problem.as_dict()["message"] == problem.message


@pytest.mark.parametrize("content", [HEAD + "model: {name: " + "x " * 4 * MEGABYTE + "}", HEAD + "#\n" * 4 * MEGABYTE, HEAD + "model: {name: \"" + "\\u0041" * MEGABYTE + "\"}"])
def test_a_document_that_is_only_long_is_read(load, content):
    documents, problems = load(content)
    assert problems == [] and len(documents) == 1


PIECES = [
    *(b"\xff", b"\x00", b"\t", b"\r", b"\n", b" ", b"\xe2\x80\xa8", b"\xc2\x85", b"\xef\xbb\xbf", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80"),
    *(b"&a ", b"*a", b"!x ", b"!!binary ", b"!<x> ", b"<<: ", b"[", b"]", b"{", b"}", b"- ", b"? ", b": ", b"|\n", b">2-\n", b"'", b'"', b"\\ud800", b"#", b"@", b"%"),
    *(b"---\n", b"...\n", b"%TAG ! x\n", b"%YAML 1.1\n", b"unknown", b"~", b"9" * 20, b"-", b"0.2", b"9999-12-31", b"T24:00Z", b"kind: ", b"id: ", b"amount: "),
]
SEEDS = [
    b"kind: booking\nid: b\nstatus: hold\nservices:\n  location: US-NY\n  sessions:\n    - {start_at: 2026-03-02T09:00-05:00, end_at: 2026-03-02T12:00-05:00}\ncompensation:\n  total: USD 1,600.00\npayments:\n  - {id: p, paid_on: 2026-03-20, amount: {amount: 5, currency: USD}}\n",
    b"kind: campaign\nid: c\nmarkets: [US-NY, EU]\nassets:\n  - id: a\n    generated_on: 2026-01-01T00:00Z\n    depicts:\n      - {id: x, person: real, consent_ref: q}\n",
    b"kind: replica_consent\nid: r\nduration: {length: 3 years}\nwork_in: [NO]\nrate_of_pay: {amount: USD 5, unit: flat}\n",
]


@pytest.mark.parametrize("seed", range(20))
def test_no_slip_of_the_pen_is_an_exception_and_every_fault_has_a_place_in_the_file(tmp_path, seed):
    chance = random.Random(seed)
    path = tmp_path / "slip.yaml"
    for _ in range(150):
        content = bytearray(chance.choice(SEEDS))
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(content) + 1)
            if chance.random() < 0.7:
                content[at:at] = chance.choice(PIECES)
            else:
                del content[at : at + chance.randint(1, 20)]
        path.write_bytes(content)
        documents, problems = load_file(str(path), True)
        assert documents or problems
        for problem in problems:
            if problem.excerpt is not None:
                assert 1 <= problem.column <= len(problem.excerpt) + 1, bytes(content)
            else:
                assert problem.line is None or "UTF" in problem.message, bytes(content)
        for document in documents:
            for pointer in ("/id", "/services/sessions/0/start_at", "/assets/0/depicts/0/consent_ref", "/nowhere"):
                line, column, _, _ = document.place(pointer)
                assert 1 <= column <= len(document.lines[line - 1]) + 1

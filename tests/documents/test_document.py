"""Where every fact of a document stands."""

import hashlib

import pytest

from fwa_check.documents.document import split_lines

TEXT = """kind: booking
id: b
services:
  location: US-NY   # a comment
  sessions:
    - start_at: 2026-03-01T09:00Z
    - {start_at: "2026-03-02T09:00Z"}
compensation:
  total: {amount: 5, currency: USD}
payments: []
"""


@pytest.fixture
def document(load):
    return load(TEXT)[0][0]


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("/id", (2, 5, "b", True)),
        ("/services", (3, 1, None, True)),
        ("/services/location", (4, 13, "US-NY", True)),
        ("/services/sessions", (5, 3, None, True)),
        ("/services/sessions/0", (6, 7, None, True)),
        ("/services/sessions/0/start_at", (6, 17, "2026-03-01T09:00Z", True)),
        ("/services/sessions/1/start_at", (7, 18, "2026-03-02T09:00Z", True)),
        ("/compensation/total", (9, 3, None, True)),
        ("/compensation/total/amount", (9, 19, "5", True)),
        ("/payments", (10, 1, None, True)),
        ("", (1, 1, None, True)),
        ("/status", (1, 1, None, False)),
        ("/services/start_at", (3, 1, None, False)),
        ("/services/sessions/2", (5, 3, None, False)),
        ("/services/sessions/2/start_at", (5, 3, None, False)),
        ("/services/sessions/0/end_at", (6, 7, None, False)),
        ("/services/sessions/x", (5, 3, None, False)),
        ("/services/sessions/-1", (5, 3, None, False)),
        ("/services/sessions/²", (5, 3, None, False)),
        ("/services/location/deeper", (4, 13, None, False)),
        ("/payments/0", (10, 1, None, False)),
    ],
)
def test_every_pointer_has_a_place_its_own_or_the_nearest_around_it(document, pointer, place):
    assert document.place(pointer) == place


def test_an_alias_stands_where_its_anchor_stands(load):
    document = load("kind: booking\nid: b\nservices:\n  start_at: &day 2026-03-01\n  end_at: *day\n")[0][0]
    assert document.place("/services/end_at") == document.place("/services/start_at") == (4, 13, "2026-03-01", True)


@pytest.mark.parametrize(("text", "lines"), [("", [""]), ("a\nb", ["a", "b"]), ("a\n", ["a", ""]), ("a\x85b\u2028c\u2029d", ["a", "b", "c", "d"]), ("a\x0bb\x0cc\x1cd", ["a\x0bb\x0cc\x1cd"])])
def test_lines_are_broken_where_the_parser_counts_a_new_one(text, lines):
    assert split_lines(text) == lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_line_numbers_and_lines_agree_whatever_ends_a_line(load, end):
    document = load(TEXT.replace("\n", end))[0][0]
    for pointer, line in (("/id", 2), ("/services/location", 4), ("/services/sessions/1/start_at", 7), ("/payments", 10)):
        found, column, text, _ = document.place(pointer)
        assert found == line
        assert document.lines[found - 1] == TEXT.split("\n")[line - 1]
        assert document.lines[found - 1].find(text or "payments", column - 1) in (column - 1, column)


def test_columns_count_characters_and_not_bytes(load):
    document = load("kind: booking\nid: b\nmodel: {name: 💥é, professional: true}\n")[0][0]
    line, column, text, _ = document.place("/model/professional")
    assert document.lines[line - 1][column - 1 : column + 3] == text == "true"


def test_the_digest_is_that_of_the_bytes_of_the_whole_file(load):
    data = b"\xef\xbb\xbfkind: booking\r\nid: b\r\n---\r\nkind: booking\r\nid: c\r\n"
    documents, _ = load(data)
    assert [document.digest for document in documents] == [f"sha256:{hashlib.sha256(data).hexdigest()}"] * 2

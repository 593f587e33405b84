"""What the tests of documents share: one file of text or bytes, loaded."""

import pytest

from fwa_check.documents.load import load_file


@pytest.fixture
def load(tmp_path):
    """Write one file and return what `load_file` makes of it."""

    def load_content(content, named=True, name="document.yaml"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load_file(str(path), named)

    return load_content


@pytest.fixture
def booking(load):
    """Load a booking with some more lines, and return its values; it has to be without problems."""

    def load_booking(lines):
        documents, problems = load(f"kind: booking\nid: b\n{lines}\n")
        assert [str(problem) for problem in problems] == []
        return documents[0].values

    return load_booking


@pytest.fixture
def problem(load):
    """Load a booking with some more lines (they begin on line 3), and return its only problem."""

    def load_problem(lines):
        documents, problems = load(f"kind: booking\nid: b\n{lines}\n")
        assert documents == [] and len(problems) == 1, [str(each) for each in problems]
        return problems[0]

    return load_problem

"""What stands first in the report: what could not be judged, and what may be meant otherwise."""


def test_notices_come_first_even_where_nothing_else_is_said(report):
    header = {"path": "b.yaml", "kind": "booking", "id": "b", "notices": [{"line": 5, "column": 13, "message": "CA is Canada; California is US-CA"}]}
    for quiet in (False, True):
        printed = report((header, []), quiet=quiet)
        assert printed.splitlines()[0] == "Note: b.yaml:5:13 CA is Canada; California is US-CA"

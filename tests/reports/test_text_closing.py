"""The end of the report: the counts, and the duties that no document can show."""


def test_the_counts_and_what_they_are_counts_of(report, finding):
    counts = {"pass": 1234, "fail": 1, "review": 2, "unknown": 3, "not_applicable": 4, "waived": 5}
    rest = {"documents": 1000, "skipped": 1, "rules": 1}
    printed = report([finding()], summary=counts | rest, width=200)
    assert printed[printed.index("Summary") :].splitlines() == [
        "Summary",
        "  ✗ 1 FAIL  ◆ 2 REVIEW  ? 3 UNKNOWN  ✓ 1,234 PASS  – 4 NOT APPLICABLE  ○ 5 WAIVED",
        "  1,000 documents judged as of 2026-11-21 by 1 rule; 1 file skipped (no `kind:`). A pass speaks only of the"
        " facts stated",
        "  in the documents.",
    ]


def section(printed):
    return printed[printed.index("Not checked") :].splitlines()


def test_duties_are_grouped_by_instrument(report, finding, duty):
    duties = [duty(1, "Act A"), duty(2, "Act B"), duty(3, "Act A", cite=None), duty(4, None)]
    assert section(report([finding()], duties=duties)) == [
        "Not checked, because no document can show it",
        "  Act A",
        "    § 1          Duty number 1",
        "    US-NY-FWA-3  Duty number 3",
        "  Act B",
        "    § 2  Duty number 2",
        "  Other",
        "    § 4  Duty number 4",
        "  see `fwa-check rules coverage`",
    ]


def test_twelve_duties_shared_fairly_then_a_pointer(report, finding, duty):
    duties = [duty(number, "Long Act") for number in range(40)]
    duties += [duty(number, "Short Act") for number in range(100, 103)]
    lines = section(report([finding()], duties=duties))
    assert lines[1] == "  Long Act (9 of 40)"
    assert "  Short Act" in lines
    assert sum("Duty number" in line for line in lines) == 12
    assert lines[-1] == "  and 31 more duties; see `fwa-check rules coverage`"


def test_more_instruments_than_duties_shown(report, finding, duty):
    lines = section(report([finding()], duties=[duty(number, f"Act {number}") for number in range(20)]))
    assert "  Act 11" in lines and "  Act 12" not in lines
    assert lines[-1] == "  and 8 more duties; see `fwa-check rules coverage`"


def test_a_long_duty_is_shortened_and_an_unusual_status_named(report, finding, duty):
    lines = section(report([finding()], duties=[duty(duty="a b " * 100, status="partly_encoded")], width=200))
    text = " ".join(" ".join(lines).split())
    assert "a b… (partly encoded)" in text
    assert len(text) < 300


def test_verbose_says_how_a_duty_stands_and_why(report, finding, duty):
    lines = section(report([finding()], duties=[duty()], verbose=True))
    assert lines[2] == "    § 1  Duty number 1 (left to a person) conduct"


def test_no_duties_no_section(report, finding):
    assert "Not checked" not in report([finding()])
    assert "Not checked" not in report([])


def test_where_nothing_is_settled_the_summary_says_so_first(report, unknown):
    counts = {"pass": 0, "fail": 0, "review": 0, "unknown": 1, "not_applicable": 4, "waived": 0}
    rest = {"documents": 1, "skipped": 0, "rules": 1}
    assert "Nothing is settled yet: 1 duty waits for facts." in report([unknown(["/a"])], summary=counts | rest)
    assert "Nothing is settled yet" not in report([unknown(["/a"])], summary=counts | rest | {"pass": 1})

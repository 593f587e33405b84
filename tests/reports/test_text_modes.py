"""The modes of the text report: calm, quiet and verbose; what is kept; and documents that could not be judged."""

import io

from fwa_check.reports.text import TextReport

BASE = {"pointer": "/commission/base", "path": "contracts/17.yaml", "line": 7, "value": "gross_billing"}
PERCENT = {"pointer": "/commission/percent", "path": "contracts/17.yaml", "line": 6, "value": "25"}
RATE = {"pointer": "/rate_of_pay/amount", "path": "consents/ana.yaml", "line": 12, "value": "500"}
SIGNED = {"pointer": "/signed_on", "path": "contracts/17.yaml", "line": 3, "value": "2025-09-01"}


def test_when_all_is_well_three_lines_are_enough(report, duty):
    printed = report([], summary={"fail": 0}, duties=[duty(), duty(2)], width=200)
    assert printed.splitlines() == [
        "  ✗ 0 FAIL  ◆ 0 REVIEW  ? 0 UNKNOWN  ✓ 30 PASS  – 7 NOT APPLICABLE",
        "  1 document judged as of 2026-11-21 by 171 rules. A pass speaks only of the facts stated in the documents.",
        "  Not checked: 2 duties that no document can show; see `fwa-check rules coverage`.",
    ]


def test_quiet_says_nothing_when_nothing_is_wrong(report, finding):
    assert report([finding("pass")], summary={"fail": 0}, quiet=True) == ""


def test_quiet_says_one_line_for_each_finding_and_the_counts(report, finding, unknown, problem):
    base = {"rule": "US-NY-FWA-1034-5", "level": "warning", "line": 7, "column": 9}
    findings = [
        finding("review", "US-NY-FWA-1031-2", message="The model was paid\nfor a hold.", line=3),
        unknown(["/x"]),
        finding(message="The base is gross_billing.", subject="payment-2", **base),
        finding(),
    ]
    printed = report(findings, problems=[problem()], summary={"fail": 2, "review": 1, "unknown": 2}, quiet=True)
    assert printed.splitlines() == [
        "contracts/bad.yaml:4:1: ✗ NOT JUDGED The document has a key that no management contract has."
        " (nearest: commission)",
        "contracts/17.yaml:6:12: ✗ FAIL error US-NY-FWA-1035-7: The commission is 25 % of what the model is paid;"
        " the cap is 20 %.",
        "contracts/17.yaml:7:9: ! FAIL warning US-NY-FWA-1034-5 [payment-2]: The base is gross_billing.",
        "contracts/17.yaml:3:12: ◆ REVIEW US-NY-FWA-1031-2: The model was paid for a hold.",
        "✗ 2 FAIL  ◆ 1 REVIEW  ? 2 UNKNOWN  ✓ 30 PASS  – 7 NOT APPLICABLE  ✗ 1 NOT JUDGED",
    ]


def test_quiet_counts_what_it_does_not_print(report, unknown):
    only_unknown = report([unknown(["/x"])], summary={"fail": 0, "unknown": 1}, quiet=True)
    assert only_unknown == "✗ 0 FAIL  ◆ 0 REVIEW  ? 1 UNKNOWN  ✓ 30 PASS  – 7 NOT APPLICABLE\n"
    hidden_failure = report([], summary={"fail": 1}, quiet=True, show=("unknown",))
    assert hidden_failure.startswith("✗ 1 FAIL")


def test_quiet_wants_fewer_findings_and_never_asks_for_the_duties():
    def refuse():
        raise AssertionError("asked for the duties")

    quiet = TextReport(
        io.StringIO(),
        show=frozenset(("fail", "unknown")),
        color=False,
        width=80,
        quiet=True,
        verbose=False,
        describe_fact=lambda kind, pointer: "",
        not_checked=refuse,
    )
    assert quiet.wants == frozenset(("fail",))
    quiet.open({})
    quiet.close({})


def test_verbose_lists_every_fact_that_was_read(report, finding, unknown):
    evidence = [PERCENT, RATE, *(BASE | {"pointer": f"/x/{number}"} for number in range(5))]
    read = unknown(["/signed_on"], evidence=[SIGNED], reason="The day of signing is not stated.")
    printed = report([finding(evidence=evidence), read], verbose=True)
    assert "Read:     contracts/17.yaml:6 /commission/percent = 25\n" in printed
    assert "          consents/ana.yaml:12 /rate_of_pay/amount = 500\n" in printed
    for number in range(5):
        assert f"contracts/17.yaml:7 /x/{number} = gross_billing\n" in printed
    assert "Reason:   The day of signing is not stated.\n" in printed
    assert "Read:     contracts/17.yaml:3 /signed_on = 2025-09-01\n" in printed
    assert "fwa-check 1.2.3, rules sha256:00ff" in printed


def test_verbose_names_documents_with_nothing_to_show(report, header, finding):
    printed = report((header("2"), []), (header("1"), []), [finding()], verbose=True)
    well = "contracts/1.yaml  management_contract  contract-1\n  nothing to show\n"
    assert well + well.replace("1", "2") in printed
    assert "nothing to show" not in report((header("2"), []), [finding()])


def test_documents_with_nothing_to_show_leave_no_trace(header, finding):
    text = TextReport(
        io.StringIO(),
        show=frozenset(("fail",)),
        color=False,
        width=80,
        quiet=False,
        verbose=False,
        describe_fact=lambda kind, pointer: "",
        not_checked=lambda kinds: [],
    )
    for number in range(100):
        text.document(header(str(number)), [], ["kind: booking"] * 77)
    assert not text._documents and not text._clear
    source = [f"line {number}" for number in range(1, 78)]
    text.document(header(), [finding()], source)
    [(_, _, [(_, places, _)])] = text._documents
    assert [place.text for place in places] == ["line 6"]


def test_problems_come_by_place_and_say_only_what_is_known(report, problem):
    bare = dict.fromkeys(("line", "column", "found", "expected", "suggestion", "help", "excerpt"))
    printed = report(
        problems=[
            problem(path="b.yaml", line=9),
            problem(path="b.yaml", line=2),
            problem(path="a.yaml", message="The file cannot be read.", **bare),
        ],
        summary={"documents": 0},
    )
    start = "Could not be judged\na.yaml  ✗ NOT JUDGED\n  The file cannot be read.\n\nb.yaml:2:1  ✗"
    assert printed.startswith(start)
    assert printed.index("b.yaml:2:1") < printed.index("b.yaml:9:1")
    assert "2 could not be judged" in printed, "documents are counted, not problems"


def test_a_problem_may_list_what_was_expected(report, problem):
    printed = report(problems=[problem(expected=[f"key{number}" for number in range(20)])], width=200)
    assert "key11 and 8 more\n" in printed and "key12" not in printed


def test_an_excerpt_without_a_line_number_still_has_its_caret(report, problem):
    printed = report(problems=[problem(line=None, column=3, found=None)])
    assert "     | commision: {percent: 25}\n     |   ^\n" in printed

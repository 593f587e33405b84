"""The text report as a whole: what it says, in which order, and when it says little."""

import pytest

WHOLE = """\
Could not be judged
contracts/bad.yaml:4:1  ✗ NOT JUDGED
  The document has a key that no management contract has.
    4 | commision: {percent: 25}
      | ^^^^^^^^^
  Found:    commision
  Expected: one of commission, client_service_fee
  Nearest:  commission
  Do:       Rename the key, or remove it.

contracts/17.yaml  management_contract  contract-17
  ✗ FAIL error  US-NY-FWA-1035-7  Agency commission above the cap
    contracts/17.yaml:6:12
    The commission is 25 % of what the model is paid; the cap is 20 %.
      6 |   percent: 25  # of gross
        |            ^^
    Law:      N.Y. Labor Law § 1035(7), binds from 2025-06-19; read against the
              statute (2026-11-21)
    Fix:      Lower the commission to 20 % or less, counted on the model's own
              pay.
    If not:   A civil penalty for each violation.

  ! FAIL warning  US-NY-FWA-1034-5  Base of the commission is not the model's
    pay [payment-2]
    contracts/17.yaml:7:9
    The base is gross_billing.
      6 |   percent: 25  # of gross
        |            ^^
      7 |   base: gross_billing
        |         ^^^^^^^^^^^^^
    See:      consents/ana.yaml:12 /rate_of_pay/amount = 500
    Law:      N.Y. Labor Law § 1035(7), binds from 2025-06-19; known from
              secondary sources only (2026-11-21)
    Fix:      Lower the commission to 20 % or less, counted on the model's own
              pay.

  ◆ REVIEW  US-NY-FWA-1031-2  Whether a paid hold is work
    contracts/17.yaml:3:12
    The model was paid for a hold.
      3 | signed_on: 2025-09-01
        |            ^^^^^^^^^^
    Question: Is a paid hold work? The Department reads it as yes, two law firms
              as no.
    Law:      N.Y. Labor Law § 1035(7), binds from 2025-06-19; read against the
              statute (2026-11-21)

  ? UNKNOWN  cannot tell about 2 duties until this is stated:
      /services/location  Where the work was done, as an ISO 3166-2 code.
    contracts/17.yaml:1:1
    US-NY-FWA-1036-1  Overtime not paid
    US-NY-FWA-1036-2  No meal break

Facts to find
   1. /services/location (management_contract)
      Where the work was done, as an ISO 3166-2 code.
      settles 2 unknowns alone; in contract-17

Summary
  ✗ 2 FAIL  ◆ 1 REVIEW  ? 2 UNKNOWN  ✓ 30 PASS  – 7 NOT APPLICABLE
  1 document judged as of 2026-11-21 by 171 rules; 1 could not be judged; 3
  files skipped (no `kind:`). A pass speaks only of the facts stated in the
  documents.

Not checked, because no document can show it
  New York Fashion Workers Act
    § 1034(1)  Act in good faith towards the model
    § 1034(2)  Act with due diligence (watched)
  see `fwa-check rules coverage`
"""
BASE = {"pointer": "/commission/base", "path": "contracts/17.yaml", "line": 7, "value": "gross_billing"}
PERCENT = {"pointer": "/commission/percent", "path": "contracts/17.yaml", "line": 6, "value": "25"}
RATE = {"pointer": "/rate_of_pay/amount", "path": "consents/ana.yaml", "line": 12, "value": "500"}
SIGNED = {"pointer": "/signed_on", "path": "contracts/17.yaml", "line": 3, "value": "2025-09-01"}


@pytest.fixture
def mixed(finding, unknown):
    """Findings of every printed kind, in no good order."""
    return [
        unknown(["/services/location"], title="Overtime not paid"),
        finding(
            "review",
            "US-NY-FWA-1031-2",
            title="Whether a paid hold is work",
            message="The model was paid for a hold.",
            question="Is a paid hold work? The Department reads it as yes, two law firms as no.",
            line=3,
            column=12,
            pointer="/signed_on",
            evidence=[SIGNED],
            fix=None,
            consequence=None,
        ),
        finding(
            rule="US-NY-FWA-1034-5",
            level="warning",
            title="Base of the commission is not the model's pay",
            message="The base is gross_billing.",
            line=7,
            column=9,
            pointer="/commission/base",
            subject="payment-2",
            evidence=[BASE, PERCENT, RATE],
            basis={"kind": "secondary", "checked_on": "2026-11-21"},
            consequence=None,
        ),
        unknown(["/services/location"], rule="US-NY-FWA-1036-2", title="No meal break"),
        finding(),
    ]


def test_a_whole_report(report, mixed, problem, duty):
    printed = report(
        mixed,
        problems=[problem()],
        summary={"fail": 2, "review": 1, "unknown": 2, "skipped": 3},
        describe={
            ("management_contract", "/services/location"): "Where the work was done, as an ISO 3166-2 code.",
        },
        duties=[
            duty(cite="§ 1034(1)", duty="Act in good faith towards the model"),
            duty(cite="§ 1034(2)", duty="Act with due diligence", status="watched"),
        ],
    )
    assert printed == WHOLE


def test_the_same_input_gives_the_same_text_whatever_the_order_in_which_documents_arrive(report, header, finding, unknown, problem):
    documents = [(header(str(number)), [finding(), unknown(["/x"]), finding(rule="R-1")]) for number in range(5)]
    backwards = documents[::-1]
    problems = [problem(message="One."), problem(message="Two."), problem(path="a.yaml")]
    printed = report(*documents, problems=problems)
    assert "in contract-0, contract-1, contract-2 and 2 more" in printed
    assert report(*backwards, problems=problems[::-1]) == printed


def test_documents_come_worst_first_then_by_path(report, header, finding, unknown):
    printed = report(
        (header("a"), [unknown(["/x"])]),
        (header("b"), [finding("review")]),
        (header("c"), [finding(level="note")]),
        (header("d"), [finding(level="warning")]),
        (header("z"), [finding()]),
        (header("e"), [unknown(["/x"]), finding()]),
    )
    titles = [line.split()[0] for line in printed.splitlines() if line.startswith("contracts/")]
    assert titles == [f"contracts/{name}.yaml" for name in "ezdcba"]


def test_findings_come_worst_first_then_by_line(report, finding, unknown):
    printed = report(
        [
            finding("not_applicable", "R-8"),
            finding("pass", "R-7"),
            unknown(["/x"], rule="R-6"),
            finding("review", "R-5"),
            finding(rule="R-4", level="note"),
            finding(rule="R-3", level="warning"),
            finding(rule="R-2", line=7),
            finding(rule="R-1", line=2),
            finding(rule="R-0", line=None, column=None),
        ],
        show=("fail", "review", "unknown", "pass", "not_applicable"),
    )
    positions = [printed.index(f"R-{number}") for number in range(9)]
    assert positions == sorted(positions)


def test_every_verdict_has_a_sign_and_a_word(report, finding, unknown):
    printed = report(
        [
            finding(rule="R-1"),
            finding(rule="R-2", level="warning"),
            finding(rule="R-3", level="note"),
            finding("review", "R-4"),
            unknown(["/x"]),
            finding("pass", "R-5"),
            finding("not_applicable", "R-6", reason="Signed before the law took effect."),
        ],
        show=("fail", "review", "unknown", "pass", "not_applicable"),
    )
    for words in (
        "✗ FAIL error  R-1",
        "! FAIL warning  R-2",
        "i FAIL note  R-3",
        "◆ REVIEW  R-4",
        "? UNKNOWN  cannot tell about 1 duty until this is stated:",
        "✓ PASS  R-5",
        "– NOT APPLICABLE  R-6",
        "Reason:   Signed before the law took effect.",
    ):
        assert words in printed


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("statute", "read against the statute"),
        ("official_guidance", "read against official guidance only"),
        ("secondary", "known from secondary sources only"),
        ("unverified", "not verified"),
    ],
)
def test_how_sure_the_law_is_in_plain_words(report, finding, kind, words):
    printed = report([finding(basis={"kind": kind, "checked_on": None})], width=200)
    assert f"Law:      N.Y. Labor Law § 1035(7), binds from 2025-06-19; {words}\n" in printed


def test_a_law_that_ended_says_until_when_it_bound(report, finding):
    printed = report([finding(in_force={"from": "2025-06-19", "to": "2026-01-01"})], width=200)
    assert "binds from 2025-06-19 to 2026-01-01;" in printed


def test_evidence_in_other_files_is_bounded(report, finding):
    evidence = [RATE | {"line": number} for number in range(1, 9)]
    printed = report([finding(evidence=evidence)])
    assert printed.count("/rate_of_pay/amount = 500") == 3
    assert "and 5 more places" in printed


def test_only_what_is_asked_for_is_kept_and_shown(report, finding):
    printed = report([finding(), finding("review", "R-4", title="An open point")], show=("review",))
    assert "An open point" in printed
    assert "Agency commission" not in printed
    assert "✗ 1 FAIL" in printed, "what is hidden is still counted"


def test_a_waived_finding_is_named_as_waived_and_comes_after_what_is_open(report, finding, unknown):
    waiver = {"reason": "Settled with the model", "by": "counsel", "until": "2027-01-01"}
    printed = report([finding(waived=waiver), unknown(["/x"])], summary={"waived": 1})
    assert "○ WAIVED FAIL error  US-NY-FWA-1035-7" in printed
    assert "Waived:   Settled with the model; by: counsel; until: 2027-01-01" in printed
    assert printed.index("UNKNOWN") < printed.index("WAIVED")
    assert "○ 1 WAIVED" in printed


def test_a_waived_unknown_asks_for_no_fact(report, unknown):
    printed = report([unknown(["/x"], waived={"reason": "Not needed"})])
    assert "○ WAIVED UNKNOWN" in printed
    assert "Facts to find" not in printed


def test_a_long_consequence_that_several_findings_share_is_told_once_in_a_document(report, header, finding):
    long = "The model may sue for what she lost, with as much again, and with costs; " * 3
    first, second = (finding(rule=rule, line=line, consequence=long) for rule, line in (("R-1", 5), ("R-2", 6)))
    printed = report([first, second])
    assert printed.count("The model may sue") == 3 and "If not:   as for R-1 above\n" in printed
    assert report((header("1"), [first]), (header("2"), [second])).count("as for") == 0
    assert report([first, second], verbose=True).count("as for") == 0
    assert report([finding(rule=rule, consequence="A fine.") for rule in ("R-1", "R-2")]).count("A fine.") == 2


def test_a_pledge_is_not_printed_as_law(report, finding):
    printed = report([finding(basis={"kind": "voluntary", "checked_on": "2026-11-21"}, cite="Pledge 3", in_force={"from": "2024-01-01", "to": None})])
    assert "    Pledge:   Pledge 3, from 2024-01-01;" in printed and "Law:" not in printed and "binds" not in printed

"""The line that says by which reading of the law a finding was judged: where a setting chooses it, or where all is told."""

import pytest

PLAIN = {"reading": "Gross is meant.", "by": "This rulebook", "instead_of": "Net is meant.", "setting": None}
BY_DEFAULT = {**PLAIN, "setting": "base: gross"}
CHOSEN = {"reading": "Net is meant.", "by": "the configuration (base: net)", "instead_of": "Gross is meant.", "setting": "base: net"}
DEFAULT_LINE = "    Read as:  Gross is meant (This rulebook); otherwise: Net is meant.\n"
CHOSEN_LINE = "    Read as:  Net is meant (chosen by the configuration, base: net); otherwise: Gross is meant.\n"


@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("changes", [{}, {"verdict": "review", "question": "Is it so?"}], ids=["fail", "review"])
@pytest.mark.parametrize("used, line", [(BY_DEFAULT, DEFAULT_LINE), (CHOSEN, CHOSEN_LINE)], ids=["default", "chosen"])
def test_a_reading_that_a_setting_chooses_is_always_told(report, finding, changes, used, line, verbose):
    text = report([finding(**changes, interpretation=used)], width=100, verbose=verbose)
    assert text.count(line) == 1
    assert text.index("    Law: ") < text.index(line) < text.index("    Fix: ")


def test_a_reading_without_a_choice_is_told_where_all_is_told(report, finding):
    assert "Read as:" not in report([finding(interpretation=PLAIN)], width=100)
    assert report([finding(interpretation=PLAIN)], width=100, verbose=True).count(DEFAULT_LINE) == 1


@pytest.mark.parametrize("verbose", [False, True])
def test_other_findings_are_not_longer(report, finding, unknown, verbose):
    show = ("fail", "review", "unknown", "pass", "not_applicable")
    for used in (BY_DEFAULT, CHOSEN):
        assert "Read as:" not in report([finding("pass", interpretation=used), unknown(["/x"], interpretation=used)], show=show, verbose=verbose)
    assert "Read as:" not in report([finding()], verbose=verbose)


def test_a_long_reading_is_told_once_in_a_document_and_then_by_the_rule_that_told_it(report, finding):
    used = {**BY_DEFAULT, "reading": "Gross is meant " + "and not net " * 15}
    text = report([finding(interpretation=used), finding(rule="US-NY-FWA-9", interpretation=used)], width=100)
    assert text.count("Read as:  Gross is meant") == 1
    assert "    Read as:  as for US-NY-FWA-1035-7 above\n" in text


def test_a_quiet_report_has_one_line_a_finding_all_the_same(report, finding):
    assert "Read as" not in report([finding(interpretation=CHOSEN)], quiet=True)

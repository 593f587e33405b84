"""A rule's page in words: all that there is to say of it."""

import pytest

from fwa_check.rulebook.words import condition_lines, page
from fwa_check.rulebook.words_facts import figures, glossary
from tests.helpers import RULE, as_written, rule_of

DEFINITIONS = {"reaching": {"title": "Reaches New York", "cite": "§ 2", "when": {"work_territory": {"reaches": "US-NY"}}, "otherwise": "it does not"}}


@pytest.mark.parametrize(
    "tree, lines",
    [
        ({"commission.percent": {"at_most": "20 %", "more_than": "5 %"}}, ["- commission.percent at most 20 % and more than 5 %"]),
        ({"mother_agency.present": True}, ["- mother_agency.present is true"]),
        ({"commission": {"stated": True}}, ["- commission is stated"]),
        ({"status": {"one_of": ["draft", "signed"]}}, ["- status one of draft, signed"]),
        ({"signing_day": {"on_or_before": {"fact": "as_of", "minus": "7 days"}}}, ["- signing_day on or before as_of minus 7 days"]),
        ({"signing_day": {"fact": "as_of"}}, ["- signing_day is as_of"]),
        ({"not": {"status": "draft"}}, ["- it is not so that:", "  - status is draft"]),
        ({"not": {"status": "draft", "commission": {"stated": True}}}, ["- it is not so that:", "  - all of these hold:", "    - status is draft", "    - commission is stated"]),
        ({"any": [{"status": "draft", "commission": {"stated": True}}, {"status": "ended"}]}, ["- at least one of these holds:", "  - all of these hold:", "    - status is draft", "    - commission is stated", "  - status is ended"]),
        ({"any": [{"status": "draft"}, {"all": [{"status": "signed"}]}]}, ["- at least one of these holds:", "  - status is draft", "  - all of these hold:", "    - status is signed"]),
        ([{"status": "draft"}], ["- all of these hold:", "  - status is draft"]),
        ({"meets": "reaching"}, ["- Reaches New York (§ 2):", "  - work_territory reaches US-NY"]),
        ({"some": {"each": "fees", "as": "fee", "where": {"fee.when": "later"}}}, ["- one or more of fees (fee) is such that:", "  - fee.when is later"]),
        ({"every": {"each": "fees", "as": "fee", "where": {"fee.when": "later"}}}, ["- each of fees (fee) is such that:", "  - fee.when is later"]),
    ],
)
def test_a_condition_is_said_in_words(tree, lines):
    assert condition_lines(as_written(tree), DEFINITIONS) == lines


def test_the_page_says_everything_that_the_rule_says(tmp_path):
    rule = rule_of(
        tmp_path,
        when={"meets": "reaching"},
        exemptions=[{"when": {"commission.base": "client_total"}, "cite": "§ 3", "because": "the client's whole bill is exempt"}],
        for_each={"fee": "fees"},
        unsettled=[{"when": {"status": "draft"}, "question": "Is a draft enough?"}],
        unsettled_scope=[{"when": {"status": "ended"}, "question": "Does it outlive the contract?"}],
        versions=[{"from": "2025-06-19", "to": "2026-06-18", "level": "warning", "note": "The first year."}, {"from": "2026-06-19"}],
        interpretation={"reading": "We read it so.", "by": "A lawyer", "other": "One could read it otherwise."},
        consequence="A penalty.",
        sources=["act", {"title": "A letter", "url": "https://example.org/letter"}],
        examples=[*RULE["examples"], {"without": ["fees"], "given": {"fees": [], "model": {"name": ""}}, "as_of": "2026-01-01", "verdict": "unknown"}],
        instrument={"definitions": DEFINITIONS, "background": {"management_contract": {"fees": []}}},
    )
    pages = list(page(rule))
    assert [heading for heading, _ in pages] == [
        "X-TEST-1  A test fault", "What it asks", "Who is bound, and what is read", "In force", "Figures and days", "Exemptions",
        "Left to a person, where the duty seems not kept", "Left to a person, where the duty seems kept", "If it is broken", "What to do",
        "The reading chosen", "How sure", "Sources", "Examples",
        "How it is decided: what is judged", "How it is decided: applies when", "How it is decided: requires", "How it is decided: exempt when",
        "How it is decided: open, where the duty seems not kept, when", "How it is decided: open, where the duty seems kept, when",
        "How it is decided: what a failure says", "How it is decided: what the facts mean",
    ]  # fmt: skip
    text = "\n".join(line for _, lines in pages for line in lines)
    for said in (
        "Test Act § 1 · Test Act · US-NY · a failure is: error", "decided by the day of asking", "from 2025-06-19 to 2026-06-18: warning (The first year.)",
        "from 2026-06-19 with no end known: error", "Reaches New York (§ 2)", "each of fees by itself, as fee", "Is a draft enough?", "Does it outlive the contract?",
        "We read it so.", "Whose it is: A lawyer", "The other reading: One could read it otherwise.", "Lower it.", "A penalty.", "The commission is [commission.percent] %.",
        "read against the text in force (statute), on 2026-11-21.", "The Test Act", "https://example.org/act", "https://example.org/letter",
        "- the client's whole bill is exempt (§ 3)", "- commission.base is client_total", "- commission.percent at most 20",
        "as_of: The day on which the question is asked.", "commission.percent: The rate.",
        "commission.percent is 20.01", "fees is an empty list, model.name is left empty without fees as of 2026-01-01",
    ):  # fmt: skip
        assert said in " ".join(text.split()) or said in text, said


def test_the_page_of_a_rule_that_reads_two_kinds_says_what_it_asks_of_each(tmp_path):
    rule = rule_of(
        tmp_path,
        reads=["management_contract", "booking"],
        dated_by={"management_contract": "signing_day", "booking": "services_start_day"},
        require={"management_contract": {"status": "signed"}, "booking": {"status": "confirmed"}},
        message="{status}",
    )
    text = "\n".join(line for _, lines in page(rule) for line in lines)
    assert "in a management_contract:\n    - status is signed\n  in a booking:\n    - status is confirmed" in text
    assert "read in: management contract, booking" in text
    assert "decided by signing_day of a management contract, services_start_day of a booking" in " ".join(text.split())


def test_figures_are_listed_once_with_what_they_are_counted_from_and_inside_every_kind_of_condition(tmp_path):
    rule = rule_of(
        tmp_path,
        when={"meets": "sized", "some": {"each": "fees", "as": "fee", "where": {"not": {"fee.amount": {"more_than": "USD 5"}}}}},
        require=[{"any": [{"commission.percent": {"at_most": "20 %"}}, {"signing_day": {"before": {"fact": "effective_on", "plus": "3 days"}}}]}, {"commission.percent": {"at_most": "20 %"}}],
        unsettled=[{"when": {"signing_day": {"before": {"fact": "effective_on"}}}, "question": "?"}],
        instrument={"definitions": {"sized": {"title": "Sized", "when": {"term.duration": {"at_least": "1 year"}}, "otherwise": "it is short"}}},
    )
    assert figures(rule) == ["term.duration at least 1 year", "fee.amount more than USD 5", "commission.percent at most 20 %", "signing_day before effective_on plus 3 days"]
    assert list(glossary(rule)) == ["as_of", "term.duration", "fees", "fee.amount", "commission.percent", "signing_day", "effective_on"]
    assert glossary(rule)["fee.amount"] == "How much."


@pytest.mark.parametrize("named, shown", [(2, 5), (3, 3)])
def test_the_examples_that_have_a_name_stand_for_all_where_there_are_three(tmp_path, named, shown):
    more = [{"given": {"commission": {"percent": str(number)}}, "verdict": "pass"} for number in range(2)]
    rule = rule_of(tmp_path, examples=[*({"name": f"Sentence {number}.", **each} if number < named else each for number, each in enumerate(RULE["examples"])), *more])
    lines = dict(page(rule))["Examples"]
    assert len([line for line in lines if line.startswith(("  pass", "  fail", "  unknown"))]) == shown
    assert (lines[-1] == "  and 2 more in the rule file") == (named == 3)


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_of_prose_is_longer_than_the_page(tmp_path, width):
    rule = rule_of(tmp_path, duty="A duty with many words. " * 20, consequence="What follows from it. " * 20)
    for heading, lines in page(rule, width):
        assert heading in ("Sources", "How it is decided: requires", "How it is decided: applies when") or all(len(line) <= width for line in lines)

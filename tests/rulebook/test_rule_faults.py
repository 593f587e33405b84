"""Rules that are refused: a slip of the pen in any field, each with line, column and the nearest right word."""

import pytest

from fwa_check.documents.problem import Unreadable
from tests.helpers import INSTRUMENT, RULE, as_text, load, page_text, problem_of, rule_of, rule_text, write_rules

EXAMPLES = RULE["examples"]
# What is changed, the field on whose line the fault is found, what stands there, the message, and the suggestion.
FAULTS = [
    ("unknown field", {"mesage": "x"}, "mesage", "mesage", "the rule has no field 'mesage'", "message"),
    ("kind", {"reads": "management_contrat"}, "reads", '"management_contrat"', "X-TEST-1: 'management_contrat' is not a kind of document", "management_contract"),
    ("one kind of two", {"reads": ["booking", "campain"]}, "reads", "reads", "X-TEST-1: 'campain' is not a kind of document", "campaign"),
    ("binds", {"binds": "clinet"}, "binds", '"clinet"', "'clinet' is no binds", "client"),
    ("level", {"level": "eror"}, "level", '"eror"', "'eror' is no level", "error"),
    ("jurisdiction", {"jurisdiction": "US-NJY"}, "jurisdiction", '"US-NJY"', "X-TEST-1: 'US-NJY' is not a place", "US-NY"),
    ("jurisdiction in words", {"jurisdiction": "New York"}, "jurisdiction", '"New York"', "jurisdiction does not fit: New York", None),
    ("id", {"id": "test-1"}, "id", '"test-1"', "id does not fit: test-1", None),
    ("empty title", {"title": ""}, "title", '""', "title does not fit: ", None),
    ("long title", {"title": "x" * 101}, "title", '"xxx', "title does not fit: " + "x" * 59 + "…", None),
    ("fact of require", {"require": {"comission.percent": "5"}}, "require", '"comission.percent"', "X-TEST-1: no management_contract has a fact named 'comission.percent'", "commission.percent"),
    ("fact of when", {"when": {"status": "sgned"}}, "when", '"sgned"', "X-TEST-1: 'sgned' is not one of the fact's values", "signed"),
    ("operator", {"require": {"commission.percent": {"at_mots": "20"}}}, "require", '"at_mots"', "X-TEST-1: 'at_mots' is not an operator", "at_most"),
    ("operand", {"require": {"commission.percent": {"at_most": "a fifth"}}}, "require", '"a fifth"', "X-TEST-1: 'a fifth' is not a percent", None),
    ("ambiguous percentage", {"require": {"commission.percent": {"at_most": "0.2"}}}, "require", '"0.2"', "X-TEST-1: '0.2' is not a percent", None),
    ("term", {"when": {"meets": "company"}}, "when", '"company"', "X-TEST-1: 'company' is not a defined term", None),
    ("empty when", {"when": {}}, "when", "when", "when does not fit: an empty group", None),
    ("when is a text", {"when": "always"}, "when", '"always"', "when does not fit: always", None),
    ("message", {"message": "It is {commission.percnt}."}, "message", '"It is', "X-TEST-1: no management_contract has a fact named 'commission.percnt'", "commission.percent"),
    ("dated_by", {"dated_by": "signd_on"}, "dated_by", '"signd_on"', "X-TEST-1: no management_contract has a fact named 'signd_on'", "signed_on"),
    ("dated_by no day", {"dated_by": "status"}, "dated_by", '"status"', "X-TEST-1: status is a choice", None),
    ("dated_by of a kind that is none", {"dated_by": {"management_contrct": "signed_on"}}, "dated_by", '"signed_on"', "X-TEST-1: 'management_contrct' is not a kind of document", "management_contract"),
    ("dated_by of another kind", {"dated_by": {"booking": "services_start_day"}}, "dated_by", "dated_by", "X-TEST-1: nothing says which day of a management_contract decides which version applies", None),
    ("for_each of no list", {"for_each": {"fee": "commission"}}, "for_each", '"commission"', "X-TEST-1: commission is a group", None),
    ("for_each of no fact", {"for_each": {"fee": "fee"}}, "for_each", '"fee"', "X-TEST-1: no management_contract has a fact named 'fee'", "fees"),
    ("for_each with a name that is taken", {"for_each": {"status": "fees"}}, "for_each", '"fees"', "X-TEST-1: status already means something here", None),
    ("with no reference", {"with": {"other": "status"}}, "with", '"status"', "X-TEST-1: status does not refer to a document", None),
    ("unsettled", {"unsettled": [{"when": {"status": "drft"}, "question": "x"}]}, "unsettled", '"drft"', "X-TEST-1: 'drft' is not one of the fact's values", "draft"),
    ("question", {"unsettled_scope": [{"when": {"status": "draft"}, "question": "{stauts}?"}]}, "unsettled_scope", '"{stauts}?"', "X-TEST-1: no management_contract has a fact named 'stauts'", "status"),
    ("day of a version", {"versions": [{"from": "2025-02-30"}]}, "versions", '"2025-02-30"', "X-TEST-1: '2025-02-30' is not a date", None),
    ("form of a day", {"versions": [{"from": "19 June 2025"}]}, "versions", '"19 June 2025"', "from does not fit: 19 June 2025", None),
    ("no version", {"versions": []}, "versions", "versions", "versions does not fit: an empty list", None),
    ("day of the check", {"basis": {"kind": "statute", "checked_on": "2026-02-31"}}, "basis", '"2026-02-31"', "X-TEST-1: '2026-02-31' is not a date", None),
    ("kind of basis", {"basis": {"kind": "statue", "checked_on": "2026-02-01"}}, "basis", '"statue"', "'statue' is no kind", "statute"),
    ("source", {"sources": ["act", "atc"]}, "sources", '"atc"', "X-TEST-1: 'atc' is not a source of the instrument", "act"),
    ("address of a source", {"sources": [{"title": "x", "url": "http://example.org"}]}, "sources", '"http://example.org"', "url does not fit: http://example.org", None),
    ("field of an example", {"examples": [*EXAMPLES, {"verdict": "pass", "gven": {}}]}, "examples", '"gven": {}', "examples has no field 'gven'", "given"),
    ("verdict", {"examples": [*EXAMPLES, {"verdict": "passed"}]}, "examples", '"passed"', "'passed' is no verdict", "pass"),
    ("kind of an example", {"examples": [*EXAMPLES, {"verdict": "pass", "kind": "boking"}]}, "examples", '"boking"', "'boking' is no kind", "booking"),
    ("kind of an example that is not read", {"examples": [*EXAMPLES, {"verdict": "pass", "kind": "booking"}]}, "examples", '"booking"', "X-TEST-1: the rule does not read a booking", None),
    ("day of an example", {"examples": [*EXAMPLES, {"verdict": "pass", "as_of": "2026-02-30"}]}, "examples", '"2026-02-30"', "X-TEST-1: '2026-02-30' is not a date", None),
    ("document beside an example", {"examples": [*EXAMPLES, {"verdict": "pass", "beside": [{"kind": "consent", "id": "c"}]}]}, "examples", '"consent"', "X-TEST-1: 'consent' is not a kind of document", "replica_consent"),
    ("condition for a kind that is not read", {"require": {"management_contract": {"status": "signed"}, "booking": {"status": "hold"}}, "message": "x"}, "require", '"booking": {"status"', "X-TEST-1: the rule does not read a booking", None),
]  # fmt: skip


@pytest.mark.parametrize("changes, field, there, message, suggestion", [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_slip_of_the_pen_is_found_with_its_place_and_the_nearest_right_word(tmp_path, changes, field, there, message, suggestion):
    problem = problem_of(tmp_path, **changes)
    lines = rule_text(**changes).splitlines()
    assert (problem.message, problem.suggestion) == (message, suggestion)
    assert problem.path == str(tmp_path / "section-1.yaml")
    assert problem.excerpt == lines[problem.line - 1]
    assert problem.excerpt.lstrip("- ").startswith(f"{field}: ")
    assert problem.excerpt[problem.column - 1 :].startswith(there)


@pytest.mark.parametrize("field", ["title", "duty", "cite", "reads", "require", "message", "fix", "examples"])
def test_a_field_that_every_rule_needs_is_asked_for_with_what_it_means(tmp_path, field):
    problem = problem_of(tmp_path, **{field: None})
    assert (problem.line, problem.column) == (1, 3)
    assert problem.message == f"{field} is missing"
    assert problem.expected == f"{field}: and a value"
    assert problem.help and problem.help.endswith(".")


def test_a_rule_without_an_id_is_refused(tmp_path):
    problem = problem_of(tmp_path, id=None)
    assert (problem.line, problem.message) == (1, "id is missing")


@pytest.mark.parametrize("field", ["jurisdiction", "binds", "versions", "dated_by", "basis", "level", "sources"])
def test_what_neither_the_rule_nor_its_instrument_says_is_asked_for(tmp_path, field):
    problem = problem_of(tmp_path, instrument={field: None}, **{"sources": None} if field == "sources" else {})
    assert problem.message == f"X-TEST-1: the rule has no {field}"
    assert problem.expected == f"{field}: in the rule, or in the folder's instrument.yaml"
    assert (problem.line, problem.column) == (1, 3)


@pytest.mark.parametrize("kept, wanted", [(("pass", "fail"), "one example that is unknown or a review"), (("pass", "unknown"), "one example that fails"), (("fail", "review"), "one example that passes")])
def test_examples_have_to_show_a_pass_a_fail_and_an_unknown_or_a_review(tmp_path, kept, wanted):
    problem = problem_of(tmp_path, examples=[{"verdict": verdict} for verdict in kept])
    assert problem.message.startswith("examples does not fit: ")
    assert problem.expected == wanted
    assert problem.excerpt.startswith("  examples: ")


def test_two_faults_in_one_file_are_both_reported(tmp_path):
    rules, problems = load(write_rules(tmp_path, {"level": "eror"}, {"id": "X-TEST-2", "binds": "clinet"}))
    assert rules == []
    assert [(problem.message, problem.suggestion) for problem in problems] == [("'eror' is no level", "error"), ("'clinet' is no binds", "client")]


def test_a_fault_in_one_rule_leaves_the_others_to_be_looked_at(tmp_path):
    rules, problems = load(write_rules(tmp_path, {"dated_by": "signd_on"}, {"id": "X-TEST-2"}, {"id": "X-TEST-3", "message": "{x}"}))
    assert [rule.id for rule in rules] == ["X-TEST-2"]
    assert [problem.message.partition(":")[0] for problem in problems] == ["X-TEST-1", "X-TEST-3"]


INSTRUMENT_FAULTS = [
    ("unknown field", {"nmae": "x"}, "nmae", "nmae", "the file has no field 'nmae'", "name"),
    ("no name", {"name": None}, None, None, "name is missing", None),
    ("versions", {"versions": [{"from": "2026-01-02", "to": "2026-01-01"}]}, "versions", '"2026-01-01"', "the version ends on 2026-01-01, before it begins on 2026-01-02", None),
    ("dated_by", {"dated_by": "signd_on"}, "dated_by", '"signd_on"', "no management_contract has a fact named 'signd_on'", "signed_on"),
    ("dated_by of another kind", {"dated_by": {"booking": "services_start_day"}}, "dated_by", "dated_by", "nothing says which day of a management_contract decides which version applies", None),
    ("basis", {"basis": {"kind": "statute", "checked_on": "2026-02-31"}}, "basis", '"2026-02-31"', "'2026-02-31' is not a date", None),
    ("jurisdiction", {"jurisdiction": "US-NJY"}, "jurisdiction", '"US-NJY"', "'US-NJY' is not a place", "US-NY"),
]  # fmt: skip


@pytest.mark.parametrize("changes, field, there, message, suggestion", [row[1:] for row in INSTRUMENT_FAULTS], ids=[row[0] for row in INSTRUMENT_FAULTS])
def test_a_fault_of_the_instrument_is_found_in_its_own_page_and_said_once(tmp_path, changes, field, there, message, suggestion):
    _, problems = load(write_rules(tmp_path, {}, {"id": "X-TEST-2"}, instrument=changes))
    problem = problems[0]
    assert (problem.message, problem.suggestion) == (message, suggestion)
    assert problem.path == str(tmp_path / "instrument.yaml")
    assert [each for each in problems if each.path == problem.path] == [problem]
    if field:
        assert problem.excerpt == page_text(**changes).splitlines()[problem.line - 1]
        assert problem.excerpt.startswith(f"{field}: ")
        assert problem.excerpt[problem.column - 1 :].startswith(there)


def test_a_fault_inside_a_definition_is_found_in_the_definition(tmp_path):
    definitions = {"reaching": {"title": "x", "when": {"all": [{"status": "signed"}, {"work_territory": {"reeches": "US-NY"}}]}, "otherwise": "x"}}
    _, problems = load(write_rules(tmp_path, {"when": {"meets": "reaching"}}, {"id": "X-TEST-2", "when": {"meets": "reaching"}}, instrument={"definitions": definitions}))
    (problem,) = problems
    assert (problem.path, problem.message, problem.suggestion) == (str(tmp_path / "instrument.yaml"), "'reeches' is not an operator", "reaches")
    assert problem.excerpt.startswith("definitions: ")
    assert problem.excerpt[problem.column - 1 :].startswith('"reeches"')


def test_terms_that_are_defined_in_a_circle_are_refused_where_the_circle_closes(tmp_path):
    definitions = {name: {"title": "x", "when": {"meets": other}, "otherwise": "x"} for name, other in (("one", "two"), ("two", "three"), ("three", "one"))}
    problem = problem_of(tmp_path, when={"meets": "one"}, instrument={"definitions": definitions})
    assert (problem.path, problem.message) == (str(tmp_path / "instrument.yaml"), "the term one is defined by itself")
    assert problem.excerpt[problem.column - 1 :].startswith('"one"')


def test_a_rule_may_overrule_its_instrument(tmp_path):
    rule = rule_of(tmp_path, level="note", jurisdiction="EU", dated_by="signed_on")
    assert (rule.raw["level"], rule.raw["jurisdiction"], rule.raw["dated_by"]) == ("note", "EU", "signed_on")
    assert rule.raw["binds"] == INSTRUMENT["binds"]
    assert rule.cite == "Test Act § 1"


def test_a_rule_needs_no_source_of_its_own_and_may_bring_one(tmp_path):
    own = {"title": "A letter", "url": "https://example.org/letter"}
    assert rule_of(tmp_path / "a", sources=None).raw["sources"] == INSTRUMENT["sources"]
    assert rule_of(tmp_path / "b", sources=["act", own]).raw["sources"] == ["act", own]
    assert as_text(own) in (tmp_path / "b" / "section-1.yaml").read_text()


@pytest.mark.parametrize(
    "changes, field, there, message",
    [
        ({"require": {"commission.percnt": "20"}}, "require", '"commission.percnt"', "no management_contract has a fact named 'commission.percnt'"),
        ({"message": "{stauts}"}, "message", '"{stauts}"', "no management_contract has a fact named 'stauts'"),
        ({"unsettled": [{"when": {"stauts": "draft"}, "question": "?"}]}, "unsettled", '"stauts"', "no management_contract has a fact named 'stauts'"),
        ({"unsettled_scope": [{"when": {"status": "draft"}, "question": "{x}"}]}, "unsettled_scope", '"{x}"', "no management_contract has a fact named 'x'"),
        ({"exemptions": [{"when": {"status": "draft"}, "because": "{x}"}]}, "exemptions", '"{x}"', "no management_contract has a fact named 'x'"),
    ],
)
def test_a_part_that_is_compiled_late_is_found_at_its_place_too(tmp_path, changes, field, there, message):
    """Rules that ship are compiled as far as a document asks for them; a fault is told and never a traceback."""
    folder = write_rules(tmp_path, changes)
    (rule,), problems = load(folder, strict=False)
    assert problems == []
    with pytest.raises(Unreadable) as refused:
        rule.on("management_contract").compile()
    (problem,) = refused.value.problems
    assert (problem.path, problem.message) == (str(folder / "section-1.yaml"), f"X-TEST-1: {message}")
    assert problem.excerpt.startswith(f"  {field}: ")
    assert problem.excerpt[problem.column - 1 :].startswith(there)

"""Facts to find: the missing facts that would settle most unknowns come first."""

import pytest

from fwa_check.reports.facts_to_find import FactsToFind, general


@pytest.mark.parametrize(
    ("pointer", "fact"),
    [
        ("/assets/3/generated_on", "/assets/*/generated_on"),
        ("/assets/0/depicts/12/person", "/assets/*/depicts/*/person"),
        ("/modified_on/4", "/modified_on/*"),
        ("/clause_3/text", "/clause_3/text"),
        ("/2/3", "/*/*"),
        ("", ""),
    ],
)
def test_positions_in_lists_are_left_out(pointer, fact):
    assert general(pointer) == fact


def rows(facts):
    return [(fact.kind, fact.fact, fact.settles, fact.helps) for fact in facts.ranked()]


def test_a_fact_that_settles_alone_comes_before_one_that_helps_more_often(unknown):
    facts = FactsToFind()
    facts.add("booking", "b-1", [unknown(["/helps", "/other"])] * 9 + [unknown(["/alone"])])
    assert rows(facts) == [
        ("booking", "/alone", 1, 0),
        ("booking", "/helps", 0, 9),
        ("booking", "/other", 0, 9),
    ]


def test_equal_use_is_ordered_by_help_then_name(unknown):
    facts = FactsToFind()
    facts.add("booking", "b-1", [unknown(["/b"]), unknown(["/a"]), unknown(["/b", "/c"])])
    facts.add("agency", "a-1", [unknown(["/b"])])
    assert rows(facts) == [
        ("booking", "/b", 1, 1),
        ("agency", "/b", 1, 0),
        ("booking", "/a", 1, 0),
        ("booking", "/c", 0, 1),
    ]


def test_the_same_fact_of_several_assets_is_one_fact(unknown):
    facts = FactsToFind()
    facts.add("campaign", "c-1", [unknown([f"/assets/{number}/generated_on"]) for number in range(4)])
    facts.add("campaign", "c-1", [unknown(["/assets/0/generated_on", "/assets/1/generated_on"])])
    assert rows(facts) == [("campaign", "/assets/*/generated_on", 5, 0)]


def test_the_tally_does_not_grow_with_documents(unknown):
    facts = FactsToFind()
    for number in range(1000):
        facts.add("booking", f"b-{number}", [unknown(["/x"])])
    [fact] = facts.ranked()
    assert (fact.documents, fact.document_count, fact.settles) == (["b-0", "b-1", "b-2"], 1000, 1000)


def test_the_section_names_use_description_and_documents(report, header, unknown):
    documents = [(header(str(number)), [unknown(["/assets/3/generated_on"])]) for number in range(5)]
    documents.append((header("9", "booking"), [unknown(["/x", "/y"]), unknown(["/x"])]))
    printed = report(
        *documents,
        describe={("management_contract", "/assets/3/generated_on"): "The day on which the asset was generated."},
        width=100,
    )
    section = printed[printed.index("Facts to find") : printed.index("\nSummary")]
    assert section.splitlines() == [
        "Facts to find",
        "   1. /assets/*/generated_on (management_contract)",
        "      The day on which the asset was generated.",
        "      settles 5 unknowns alone; in contract-0, contract-1, contract-2 and 2 more",
        "   2. /x (booking)",
        "      settles 1 unknown alone; helps to settle 1 more; in contract-9",
        "   3. /y (booking)",
        "      helps to settle 1 unknown; in contract-9",
    ]


def test_twelve_facts_then_how_many_more(report, unknown):
    printed = report([unknown([f"/fact_{number:02}"]) for number in range(15)])
    section = printed[printed.index("Facts to find") :]
    assert "  12. /fact_11 (management_contract)" in section
    assert "/fact_12" not in section
    assert "  and 3 more facts\n" in section


def test_no_unknowns_no_section(report, finding, unknown):
    assert "Facts to find" not in report([finding()])
    assert "Facts to find" not in report([unknown([], reason="The law does not say.")])


def test_a_fact_of_another_document_is_named_behind_its_id():
    facts = FactsToFind()
    facts.add("campaign", "spring", [{"missing": ["consent-1/signed_by", "/ends_on"]}])
    assert [(fact.kind, fact.fact) for fact in facts.ranked()] == [("campaign", "/ends_on"), ("in consent-1", "/signed_by")]

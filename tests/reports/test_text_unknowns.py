"""Unknowns: those of one document that miss the same facts are one block."""


def blocks_of(printed):
    """The unknown blocks, as lists of lines."""
    return [block.splitlines() for block in printed.split("\n\n") if "? UNKNOWN" in block and "Summary" not in block]


def test_unknowns_that_wait_for_one_fact_are_one_block(report, unknown):
    findings = [unknown(["/b", "/a"], rule=f"R-{number}", title=f"Duty {number}") for number in range(4)]
    findings.append(unknown(["/b"], rule="R-9", title="Duty 9"))
    printed = report(findings, describe={("management_contract", "/a"): "What a is."})
    assert blocks_of(printed) == [
        [
            "contracts/17.yaml  management_contract  contract-17",
            "  ? UNKNOWN  cannot tell about 5 duties until this is stated:",
            "      /b",
            "    and for some of them: /a",
            "    contracts/17.yaml:1:1",
            "    R-0  Duty 0",
            "    R-1  Duty 1",
            "    R-2  Duty 2",
            "    R-3  Duty 3",
            "    R-9  Duty 9",
        ],
    ]


def test_all_facts_that_every_unknown_of_a_block_waits_for_are_named_first(report, unknown):
    findings = [unknown(["/a", "/b"], rule="R-1"), unknown(["/a", "/b", "/c"], rule="R-2")]
    [block] = blocks_of(report(findings, describe={("management_contract", "/c"): "What c is."}))
    assert block[2:5] == ["      /a", "      /b", "    and for some of them: /c"]


def test_what_the_largest_block_leaves_makes_blocks_of_its_own(report, unknown):
    findings = [unknown(missing, rule=f"R-{number}") for number, missing in enumerate((["/a", "/b"], ["/b", "/c"], ["/c"], ["/b"]))]
    first, second = blocks_of(report(findings))
    assert [line for line in first if "R-" in line] == [line for line in first if line.startswith(("    R-0", "    R-1", "    R-3"))]
    assert (first[2:4], second[1]) == (["      /b", "    and for some of them: /a, /c"], "      /c")


def test_a_block_names_so_many_rules_and_counts_the_rest(report, unknown):
    nine, ten = ([unknown(["/a"], rule=f"R-{number}") for number in range(count)] for count in (9, 10))
    assert blocks_of(report(nine))[0][-1] == "    R-8  Agency commission above the cap"
    assert blocks_of(report(ten))[0][-2:] == ["    R-7  Agency commission above the cap", "    and 2 more rules; -v names them"]
    verbose = report([unknown(["/a", "/b"], rule="R-0"), *ten], verbose=True, describe={("management_contract", "/b"): "What b is."})
    assert "R-9" in verbose and "    and for some of them:\n      /b  What b is." in verbose


def test_the_largest_block_comes_first_then_the_first_line(report, unknown):
    places = (("/late", 9), ("/early", 2), ("/many", 20), ("/many", 21))
    findings = [unknown([fact], line=line) for fact, line in places]
    first_facts = [block[-3] for block in blocks_of(report(findings))]
    assert [line.strip() for line in first_facts] == ["/many", "/early", "/late"]


def test_the_same_fact_of_many_assets_is_one_block_that_names_the_assets(report, unknown):
    findings = [
        unknown([f"/assets/{number}/generated_on"], subject=f"asset-{number}", line=number + 1) for number in range(6)
    ]
    [block] = blocks_of(report(findings))
    assert block[1:] == [
        "  ? UNKNOWN  cannot tell about 6 duties until this is stated:",
        "      /assets/*/generated_on",
        "    contracts/17.yaml:1:1",
        "    US-NY-FWA-1036-1  Agency commission above the cap [asset-0, asset-1, asset-2",
        "                      and 3 more]",
    ]


def test_one_asset_is_named_exactly(report, unknown):
    findings = [unknown(["/assets/3/generated_on"], rule=f"R-{number}", subject="asset-3") for number in range(2)]
    [block] = blocks_of(report(findings))
    assert block[2] == "      /assets/3/generated_on"
    assert block[-1] == "    R-1  Agency commission above the cap [asset-3]"


def test_documents_are_not_mixed(report, header, unknown):
    printed = report((header("1"), [unknown(["/a"])]), (header("2"), [unknown(["/a"])]))
    assert len(blocks_of(printed)) == 2


def test_an_unknown_without_a_named_fact_says_why(report, unknown):
    findings = [unknown([], reason="The consent was not loaded.", rule=f"R-{number}") for number in range(2)]
    findings.append(unknown([], message="Nobody knows.", rule="R-7"))
    first, second = blocks_of(report(findings))
    assert first[1:3] == ["  ? UNKNOWN  cannot tell about 2 duties:", "      The consent was not loaded."]
    assert second[:2] == ["  ? UNKNOWN  cannot tell about 1 duty:", "      Nobody knows."]


def test_a_document_that_was_not_checked_with_it_is_named(report, unknown):
    lost = "whether the duty is kept, because no replica_consent with the id c-1 was checked with it"
    [block] = blocks_of(report([unknown(["/a"], rule=f"R-{number}", reason=lost) for number in range(2)] + [unknown(["/a"], rule="R-3", reason="whether the duty is kept")]))
    assert [line for line in block if "because" in line or "c-1" in line] == ["      no replica_consent with the id c-1 was checked with it"]


def test_what_could_only_become_a_note_comes_last_in_its_block_and_its_block_last(report, unknown):
    notes = [unknown(["/b"], rule=f"N-{number}", level="note") for number in range(3)]
    mixed = [unknown(["/a"], rule="M-1", level="note"), unknown(["/a"], rule="M-2", level="error")]
    printed = report([*notes, *mixed])
    places = [printed.index(rule) for rule in ("M-2", "M-1", "N-0")]
    assert places == sorted(places)

"""The clearance table of the text report: its layout at every width, what shares a row or a column, and when it is shown."""

import io

import pytest

from fwa_check.reports.text_clearance import MOST_ROWS, clearance_lines, says_more
from fwa_check.reports.text_layout import Page
from fwa_check.reports.text_paper import plain, trimmed

MEMBERS = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()


def _column(place, **changes):
    needs = {"fail": [], "review": [], "unknown": [], **changes.pop("needs", {})}
    return {"place": place, "market": True, "law": [place], "own_law": True, "whole": True, "needs": needs, **changes}


def _cleared(columns, assets, campaign=None, **changes):
    """A clearance: `assets` maps an id to its standings, one for each column, or one for all."""
    columns = [_column(column) if isinstance(column, str) else column for column in columns]

    def cells(standings):
        standings = standings.split() if len(standings.split()) > 1 else standings.split() * len(columns)
        return {column["place"]: {"standing": standing, "rules": []} for column, standing in zip(columns, standings)}

    rows = [(name, cells(standings)) for name, standings in assets.items()]
    built = [{"id": name, "pointer": "", "clear_in": [place for place, cell in row.items() if cell["standing"] == "clear"], "cells": row} for name, row in rows]
    return {"rules_left_out": 0, "markets_not_stated": 0, "columns": columns, "campaign": {"cells": cells(campaign or "clear")}, "assets": built, **changes}


def _shown(cleared, width=80, encoding="utf-8", verbose=False):
    page = Page(width, encoding)
    return "".join(plain(trimmed(line)) for line in clearance_lines(page.safe.tree(cleared), page, verbose))


FIVE = _cleared(
    [
        _column("DE", law=["EU"], own_law=False),
        _column("FR", law=["EU", "FR"], needs={"fail": ["FR-INFL-5", "FR-CSP-1"], "review": ["EU-AIA-50"], "unknown": ["EU-1", "EU-2", "EU-3", "EU-4"]}),
        _column("GB", law=[], own_law=False, whole=False),
        _column("US", law=["US-CA", "US-NY"], whole=False),
        _column("US-NY"),
    ],
    {"film": "clear fail not_checked clear_so_far clear", "spot": "clear unknown not_checked clear_so_far clear"},
)


def test_assets_and_markets_stand_side_by_side_and_below_what_each_market_needs():
    assert _shown(FIVE).splitlines() == [
        "  Clearance: which asset may run where, as it is",
        "          DE     FR       GB           US            US-NY",
        "    film  clear  fail     not checked  clear so far  clear",
        "    spot  clear  unknown  not checked  clear so far  clear",
        "    DE: the law of EU was asked, none of its own",
        "    FR: no asset may run as it is; needs 2 rules mended (FR-INFL-5, FR-CSP-1), 1",
        "      question answered (EU-AIA-50), the facts for 4 rules (EU-1, EU-2, EU-3 and",
        "      1 more)",
        "    GB: not checked, because no rule of its law was asked",
        "    US: only the law of US-CA and US-NY was asked",
    ]


def test_markets_that_do_not_fit_side_by_side_come_in_tables_below_each_other():
    assert _shown(FIVE, 40).splitlines()[:9] == [
        "  Clearance: which asset may run where,",
        "    as it is",
        "          DE, US-NY  FR",
        "    film  clear      fail",
        "    spot  clear      unknown",
        "",
        "          GB           US",
        "    film  not checked  clear so far",
        "    spot  not checked  clear so far",
    ]


def test_what_stands_against_the_campaign_stands_against_each_asset_of_it():
    own = {"film": "clear fail review", "spot": "clear clear clear"}
    shown = _shown(_cleared(["DE", "FR", "NO"], own, campaign="clear review unknown")).splitlines()
    assert shown[1:5] == [
        "                           DE     FR      NO",
        "    film                   clear  fail    review",
        "    spot                   clear  review  unknown",
        "    (the campaign itself)  clear  review  unknown",
    ]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_page_and_no_name_is_lost(width, columns):
    ids = ["a-rather-long-asset-identifier-for-the-film-of-january.mp4", "影像-一月-広告映像-最終版-その二-修正済み", "x"]
    cleared = _cleared([*MEMBERS, "US-NY", "worldwide"], {ids[0]: "clear " * 28 + "not_checked", ids[1]: "fail " * 14 + "unknown " * 15, ids[2]: "review"})
    shown = _shown(cleared, width)
    assert max(map(columns, shown.splitlines())) <= width
    # Names are in the first column, wrapped; what stands to the right of them is no part of them.
    side = "".join(line[4:].split("  ")[0].strip() for line in shown.splitlines())
    assert all(name in side for name in ids)
    assert all(place in shown for place in (*MEMBERS, "US-NY", "worldwide"))


def test_markets_alike_share_a_column_when_there_is_no_room_and_only_then():
    wide = _cleared(MEMBERS, {"film": " ".join("fail" if place == "FR" else "clear" for place in MEMBERS)})
    assert _shown(wide).splitlines()[1:7] == [
        "          AT, BE, BG, CY, CZ, DE,  FR",
        "          DK, EE, ES, FI, GR, HR,",
        "          HU, IE, IT, LT, LU, LV,",
        "          MT, NL, PL, PT, RO, SE,",
        "          SI, SK",
        "    film  clear                    fail",
    ]
    assert "  DE    FR\n" in _shown(_cleared(["DE", "FR"], {"film": "fail"}))


def test_of_many_assets_those_alike_share_a_row_the_worst_first():
    assets = {f"look-{number}": "fail" if number % 7 == 5 else "unknown" if number % 2 else "clear" for number in range(200)}
    rows = _shown(_cleared(["DE", *MEMBERS[6:]], assets)).splitlines()
    assert [row.split()[:4] for row in rows if "look" in row] == [["look-5", "and", "27", "more"], ["look-1", "and", "85", "more"], ["look-0", "and", "85", "more"]]
    assert len(rows) < 20


def test_a_dozen_assets_have_a_row_each_and_verbose_gives_one_to_all():
    dozen = {f"look-{number}": "fail" for number in range(MOST_ROWS)}
    assert _shown(_cleared(["DE"], dozen)).count("look-") == MOST_ROWS
    more = {f"look-{number}": "fail" for number in range(MOST_ROWS + 1)}
    assert _shown(_cleared(["DE"], more)).count("look-") == 1
    assert _shown(_cleared(["DE"], more), verbose=True).count("look-") == MOST_ROWS + 1


def test_rows_that_are_all_different_do_not_flood_the_report():
    assets = {f"look-{number}": " ".join("fail" if number >> bit & 1 else "clear" for bit in range(8)) for number in range(200)}
    shown = _shown(_cleared(MEMBERS[:8], assets), 120)
    assert len(shown.splitlines()) < 45 and "more rows; -v shows them" in shown
    assert "look-127 " in shown and "look-0 " not in shown, "the worst are shown"


def test_what_is_clear_everywhere_is_one_sentence():
    assert _shown(_cleared(["FR", "NO", "US-NY"], {"film": "clear", "spot": "clear"})) == "  Clearance: each of the 2 assets may run as it is in FR, NO and US-NY.\n"
    assert _shown(_cleared(["FR"], {"film": "clear"})) == "  Clearance: the asset may run as it is in FR.\n"


def test_what_is_clear_by_the_law_of_a_larger_place_alone_says_so():
    shown = _shown(_cleared([_column("DE", law=["EU"], own_law=False)], {"film": "clear"}))
    assert shown.splitlines() == ["  Clearance: the asset may run as it is in DE.", "    DE: the law of EU was asked, none of its own"]


def test_a_law_outside_the_markets_is_in_brackets_and_explained():
    needs = {"fail": ["US-CA-1"]}
    shown = _shown(_cleared(["FR", _column("US-CA", market=False, needs=needs)], {"film": "clear fail"}))
    assert "FR     (US-CA)\n" in shown
    assert "(US-CA): no market, but its law reaches the campaign wherever it runs; needs\n      1 rule mended (US-CA-1)\n" in shown


def test_a_run_that_left_out_rules_says_so():
    cleared = _cleared([_column("FR", whole=False), _column("US", law=["US-NY"], whole=False)], {"film": "clear_so_far"}, "clear_so_far", rules_left_out=3)
    assert _shown(cleared).splitlines()[-2:] == ["    US: only the law of US-NY was asked", "    This run left out 3 rules: nothing in it is clear for good."]


def test_a_market_that_is_not_known_is_said_even_where_all_others_are_clear():
    assert _shown(_cleared(["FR"], {"film": "clear"}, markets_not_stated=1)).splitlines()[1:] == ["    1 market not stated, and so without a column"]


def test_some_assets_may_run_where_others_may_not():
    assert "FR: 1 of 2 assets may run as it is\n" in _shown(_cleared(["FR"], {"film": "clear", "spot": "fail"}))


def test_an_asset_of_a_hostile_name_stays_on_its_line_and_off_the_terminal():
    shown = _shown(_cleared(["FR"], {"film\x1b[31m\n\tFR: clear\u202e": "fail"}))
    assert "\x1b" not in shown and "\u202e" not in shown and "\t" not in shown
    assert "film\\x1b[31m\\n\\tFR: " in shown


def test_a_terminal_of_ascii_alone_gets_ascii():
    assert _shown(_cleared(["FR"], {"façade": "fail"}), encoding="ascii").isascii()


@pytest.mark.parametrize("changes, more", [({}, False), ({"markets_not_stated": 1}, True)])
def test_only_what_no_finding_says_is_worth_a_table_by_itself(changes, more):
    assert says_more(_cleared(["FR"], {"film": "fail"}, **changes)) is more
    assert says_more(_cleared(["FR", _column("GB", law=[], whole=False)], {"film": "clear"}))


def test_the_table_comes_after_the_findings_of_its_document_and_not_when_quiet(report, header, finding):
    cleared = {**header("1", "campaign"), "clearance": _cleared(["FR"], {"film": "fail"})}
    shown = report((cleared, [finding()]), (header("2"), [finding()]))
    assert shown.index("Agency commission") < shown.index("Clearance:") < shown.index("contracts/2.yaml")
    assert "Clearance" not in report((cleared, [finding()]), quiet=True)


def test_a_campaign_with_nothing_to_show_has_its_table_only_where_that_says_more(report, header):
    clear = {**header("1", "campaign"), "clearance": _cleared(["FR"], {"film": "clear"})}
    open_ = {**header("2", "campaign"), "clearance": _cleared([_column("GB", law=[], whole=False)], {"film": "not_checked"}, "not_checked")}
    assert "Clearance" not in report((clear, []))
    assert "may run as it is in FR" in report((clear, []), verbose=True)
    shown = report((clear, []), (open_, []))
    assert shown.startswith("contracts/2.yaml  campaign  contract-2\n  Clearance:") and "not checked" in shown
    assert report((open_, []), quiet=True, summary={"fail": 0}) == ""


def test_colour_repeats_what_the_words_say(report, header, finding):
    cleared = {**header("1", "campaign"), "clearance": _cleared(["FR"], {"film": "fail"})}
    shown = report((cleared, [finding()]), color=True, stream=io.StringIO())
    assert "\x1b[1;31mfail" in shown


@pytest.mark.parametrize("columns, assets, absent", [([], {"film": "clear"}, "no market"), ([_column("EU", market=False)], {"film": "fail"}, "no market"), (["FR"], {}, "no asset"), ([], {}, "no market")], ids=str)
def test_without_a_market_or_an_asset_one_sentence_says_so(columns, assets, absent):
    cleared = _cleared(columns, assets)
    assert says_more(cleared)
    assert _shown(cleared, 120) == f"  Clearance: {absent} is stated, and so nobody can tell where an asset may run.\n"

"""The clearance of a campaign: which market is answered by whose law, what stands against an asset, and where it may run."""

import pytest

from fwa_check.judge.clearance import clearance, law_of
from fwa_check.judge.judge import judge_document
from tests.helpers import TODAY, document_of, findings_of, rule_of

FILM, SPOT = {"id": "film", "kind": "advertisement"}, {"id": "spot", "kind": "editorial"}
# A requirement that both assets meet.
KEPT = {"require": {"asset.kind": {"none_of": ["product_page"]}}}


def _rules(folder, *wanted):
    """Rules of these (jurisdiction, changes), each failing assets that are advertisements unless it is changed."""
    asset = {"reads": "campaign", "for_each": {"asset": "assets"}, "require": {"asset.kind": "editorial"}, "message": "No."}
    return [
        rule_of(folder / str(number), **{**asset, "id": f"X-{jurisdiction}-{number}", "jurisdiction": jurisdiction, **changes})
        for number, (jurisdiction, changes) in enumerate(wanted)
    ]


def _clearance(folder, markets, *wanted, assets=(FILM, SPOT), left_out=(), **facts):
    rules = _rules(folder, *((each, {}) if isinstance(each, str) else each for each in wanted))
    document = document_of("campaign", {"markets": markets, "assets": list(assets), **facts})
    findings = [finding for rule in rules for finding in findings_of(rule, document)]
    return clearance(document, findings, frozenset(law_of(rules)), left_out)


def _standings(cleared):
    """{asset: {place: standing}}, the campaign's own row under None."""
    rows = {None: cleared["campaign"]["cells"], **{asset["id"]: asset["cells"] for asset in cleared["assets"]}}
    return {name: {place: cell["standing"] for place, cell in cells.items()} for name, cells in rows.items()}


def _clear_in(cleared):
    return {asset["id"]: asset["clear_in"] for asset in cleared["assets"]}


def _columns(cleared, key):
    return {column["place"]: column[key] for column in cleared["columns"]}


def _whole(**changes):
    """A rule on the campaign as a whole, which fails where its advertiser has no automated account."""
    return {"for_each": None, "require": {"automated_account.present": True}, **changes}


def test_each_market_has_the_verdicts_of_its_own_law_in_the_order_stated(tmp_path):
    cleared = _clearance(tmp_path, ["US-CA", "FR", "DE"], "FR", ("US-CA", {"require": {"asset.kind": "advertisement"}}), ("EU", KEPT))
    assert _standings(cleared) == {
        None: {"US-CA": "clear", "FR": "clear", "DE": "clear"},
        "film": {"US-CA": "clear", "FR": "fail", "DE": "clear"},
        "spot": {"US-CA": "fail", "FR": "clear", "DE": "clear"},
    }
    assert list(cleared["assets"][0]["cells"]) == ["US-CA", "FR", "DE"]
    assert _clear_in(cleared) == {"film": ["US-CA", "DE"], "spot": ["FR", "DE"]}
    assert _columns(cleared, "law") == {"US-CA": ["US-CA"], "FR": ["EU", "FR"], "DE": ["EU"]}
    assert cleared["assets"][0]["cells"]["FR"] == {"standing": "fail", "rules": ["X-FR-0"]}
    assert cleared["columns"][1]["needs"] == {"fail": ["X-FR-0"], "review": [], "unknown": []}


@pytest.mark.parametrize(
    "jurisdiction, failing",
    [("EU", ["FR", "DE"]), ("EEA", ["FR", "DE", "NO"]), ("FR", ["FR"]), ("NO", ["NO"]), ("worldwide", ["FR", "DE", "NO", "US-NY"])],
)
def test_the_law_of_a_larger_place_reaches_every_market_in_it_and_no_other(tmp_path, jurisdiction, failing):
    cells = _standings(_clearance(tmp_path, ["FR", "DE", "NO", "US-NY"], jurisdiction))["film"]
    assert [place for place, standing in cells.items() if standing == "fail"] == failing


@pytest.mark.parametrize("market", ["GB", "JP", "US-TX"])
def test_a_market_of_whose_law_there_is_no_rule_is_not_checked_and_never_clear(tmp_path, market):
    cleared = _clearance(tmp_path, [market], ("US-NY", KEPT), ("FR", KEPT))
    assert _standings(cleared) == {name: {market: "not_checked"} for name in (None, "film", "spot")}
    assert _clear_in(cleared) == {"film": [], "spot": []}
    assert (_columns(cleared, "law"), _columns(cleared, "whole")) == ({market: []}, {market: False})


@pytest.mark.parametrize("market, inside", [("US", "US-NY"), ("worldwide", "US-NY"), ("EEA", "NO"), ("EU", "FR"), ("GB", "GB-SCT")])
def test_a_market_of_which_only_a_part_was_asked_is_clear_so_far_and_no_more(tmp_path, market, inside):
    cleared = _clearance(tmp_path, [market], inside)
    assert _standings(cleared) == {None: {market: "clear_so_far"}, "film": {market: "fail"}, "spot": {market: "clear_so_far"}}
    assert _clear_in(cleared)["spot"] == []
    assert _columns(cleared, "whole") == {market: False}


@pytest.mark.parametrize("market", ["US", "EU", "EEA", "worldwide"])
def test_the_law_of_a_whole_whose_parts_have_their_own_does_not_make_it_clear(tmp_path, market):
    cleared = _clearance(tmp_path, [market], market)
    assert _columns(cleared, "whole") == {market: False}
    assert _clear_in(cleared) == {"film": [], "spot": []}


def test_the_law_of_a_larger_place_covers_a_market_and_the_column_says_that_none_is_its_own(tmp_path):
    cleared = _clearance(tmp_path, ["FR", "DE"], "EU", "FR")
    assert _columns(cleared, "own_law") == {"FR": True, "DE": False}
    assert _columns(cleared, "whole") == {"FR": True, "DE": True}
    assert _clear_in(cleared)["spot"] == ["FR", "DE"]


def test_a_rule_that_holds_everywhere_is_the_law_of_no_market(tmp_path):
    cleared = _clearance(tmp_path, ["GB"], "worldwide")
    assert _standings(cleared) == {None: {"GB": "not_checked"}, "film": {"GB": "fail"}, "spot": {"GB": "not_checked"}}
    assert _columns(cleared, "law") == {"GB": []}


def test_a_pledge_is_no_law_and_does_not_make_a_market_checked(tmp_path):
    basis = {"kind": "voluntary", "checked_on": "2026-11-21"}
    cleared = _clearance(tmp_path, ["GB"], ("GB", {"basis": basis, "level": "note"}))
    assert set(_standings(cleared)["film"].values()) == {"not_checked"}


@pytest.mark.parametrize("market, whole", [("FR-974", True), ("MQ", True), ("FR-75", True), ("FR-PF", False), ("FR-NC", False), ("NL-AW", False), ("NO-21", False)])
def test_overseas_parts_that_the_law_of_the_country_does_not_reach_are_not_clear_by_it(tmp_path, market, whole):
    country = market.partition("-")[0].replace("MQ", "FR")
    assert _columns(_clearance(tmp_path / "a", [market], "EEA", country), "whole")[market] is whole


STRICTER = {"stricter": {"level": "error", "when": {"automated_account.present": True}}}
SWITCHED = {"interpretation": {"reading": "x", "by": "x", "other": "x", "switch": {"name": "base", "default": "gross", "instead": "net", "level": "warning"}}}


@pytest.mark.parametrize("changes, standing", [({}, "not_checked"), ({"versions": [{"from": "2025-01-01", "level": "warning"}]}, "clear"), (STRICTER, "clear"), (SWITCHED, "clear")])
def test_a_rule_that_binds_nobody_does_not_make_a_market_checked(tmp_path, changes, standing):
    cleared = _clearance(tmp_path, ["GB"], ("GB", {**KEPT, "level": "note", **changes}), assets=[SPOT])
    assert _standings(cleared)["spot"] == {"GB": standing}
    assert _clear_in(cleared) == {"spot": ["GB"] if standing == "clear" else []}


@pytest.mark.parametrize("market", ["US-TX", "US-PR", "PR"])
def test_federal_law_alone_clears_no_state(tmp_path, market):
    assert _standings(_clearance(tmp_path / "a", [market], "US", assets=[SPOT]))["spot"] == {market: "clear_so_far"}
    assert _clear_in(_clearance(tmp_path / "b", [market], "US", (market, KEPT), assets=[SPOT])) == {"spot": [market]}


def test_a_reading_under_which_a_breach_counts_keeps_what_is_open_from_being_clear(tmp_path):
    (rule,) = _rules(tmp_path, ("FR", {"level": "note", **SWITCHED}))
    document = document_of("campaign", {"markets": ["FR"], "assets": [{"id": "film"}]})
    cleared = [clearance(document, findings_of(rule, document, readings=readings), frozenset(law_of([rule]))) for readings in (None, {"base": "net"})]
    assert [_standings(each)["film"]["FR"] for each in cleared] == ["clear", "unknown"]


def test_a_law_that_reaches_the_campaign_outside_its_markets_has_a_column_after_them(tmp_path):
    cleared = _clearance(tmp_path, ["FR"], "US-CA", "FR", "US-NY", assets=[FILM])
    assert [(column["place"], column["market"]) for column in cleared["columns"]] == [("FR", True), ("US-CA", False), ("US-NY", False)]
    assert _columns(cleared, "law")["US-CA"] == ["US-CA"]
    assert _standings(cleared)[None] == {"FR": "clear", "US-CA": "clear", "US-NY": "clear"}


def test_a_law_outside_the_markets_that_finds_nothing_has_no_column(tmp_path):
    assert _columns(_clearance(tmp_path, ["FR"], "US-CA", "FR", assets=[SPOT]), "market") == {"FR": True}
    assert _columns(_clearance(tmp_path / "note", ["FR"], ("US-CA", {"level": "note"}), "FR"), "market") == {"FR": True}


def test_what_a_law_outside_the_markets_forbids_may_run_in_none_of_them(tmp_path):
    kept = ("FR", KEPT)
    assert _clear_in(_clearance(tmp_path, ["FR"], "US-CA", kept)) == {"film": [], "spot": ["FR"]}
    whole = ("US-CA", _whole())
    assert _clear_in(_clearance(tmp_path / "whole", ["FR"], whole, kept, automated_account={"present": False})) == {"film": [], "spot": []}


@pytest.mark.parametrize("level, standing", [("error", "fail"), ("warning", "fail"), ("note", "clear")])
def test_a_failed_note_binds_nobody_and_stops_nothing(tmp_path, level, standing):
    cleared = _clearance(tmp_path, ["FR"], ("FR", {"level": level}), ("FR", KEPT))
    assert _standings(cleared)["film"] == {"FR": standing}
    assert _clear_in(cleared)["film"] == (["FR"] if standing == "clear" else [])


@pytest.mark.parametrize("level, standing", [("error", "unknown"), ("note", "clear")])
def test_a_missing_fact_stops_an_asset_unless_even_the_failure_would_not(tmp_path, level, standing):
    bare = {"require": {"asset.id": {"stated": True}}}
    cleared = _clearance(tmp_path, ["FR"], ("FR", {"level": level}), ("FR", bare), assets=[{"id": "film"}])
    assert _standings(cleared)["film"] == {"FR": standing}
    assert _clear_in(cleared)["film"] == (["FR"] if standing == "clear" else [])


def test_of_a_version_that_is_not_known_the_heaviest_counts(tmp_path):
    versions = [{"from": "2025-01-01", "to": "2025-12-31", "level": "note"}, {"from": "2026-01-01"}]
    cleared = _clearance(tmp_path, ["FR"], ("FR", {"dated_by": "starts_on", "versions": versions}))
    assert _standings(cleared)["film"] == {"FR": "unknown"}


def test_what_is_found_against_the_whole_campaign_stops_every_asset_there(tmp_path):
    cleared = _clearance(tmp_path, ["FR", "NO"], ("FR", _whole()), "NO", assets=[SPOT], automated_account={"present": False})
    assert _standings(cleared) == {None: {"FR": "fail", "NO": "clear"}, "spot": {"FR": "clear", "NO": "clear"}}
    assert _clear_in(cleared) == {"spot": ["NO"]}


def test_the_worst_standing_counts_with_its_rules_and_the_needs_keep_the_rest(tmp_path):
    review = {"require": {"asset.kind": "advertisement"}, "unsettled": [{"when": {"asset.kind": "advertisement"}, "question": "Is it?"}]}
    unknown = {"require": {"asset.modality": "image"}}
    cleared = _clearance(tmp_path, ["FR"], ("FR", unknown), ("FR", review), "FR", "FR", assets=[FILM])
    assert cleared["assets"][0]["cells"] == {"FR": {"standing": "fail", "rules": ["X-FR-2", "X-FR-3"]}}
    assert cleared["columns"][0]["needs"] == {"fail": ["X-FR-2", "X-FR-3"], "review": ["X-FR-1"], "unknown": ["X-FR-0"]}
    cleared = _clearance(tmp_path / "b", ["FR"], ("FR", unknown), ("FR", review), assets=[FILM])
    assert cleared["assets"][0]["cells"] == {"FR": {"standing": "review", "rules": ["X-FR-1"]}}


def test_what_is_found_in_an_asset_belongs_to_it_and_a_rule_is_named_once(tmp_path):
    rule = {"for_each": {"asset": "assets", "person": "asset.depicts"}, "require": {"person.person": "synthetic"}}
    assets = [FILM, {"id": "spot", "depicts": [{"person": "real"}, {"person": "real"}]}]
    cleared = _clearance(tmp_path, ["FR"], ("FR", rule), assets=[{**FILM, "depicts": []}, assets[1]])
    assert [asset["cells"]["FR"] for asset in cleared["assets"]] == [{"standing": "clear", "rules": []}, {"standing": "fail", "rules": ["X-FR-0"]}]


def test_assets_without_an_id_and_two_of_one_id_have_rows_of_their_own(tmp_path):
    cleared = _clearance(tmp_path, ["FR"], "FR", assets=[SPOT, {"kind": "advertisement"}, "unknown", {**FILM, "id": "spot"}])
    rows = [(asset["id"], asset["pointer"], asset["cells"]["FR"]["standing"]) for asset in cleared["assets"]]
    assert rows == [("spot", "/assets/0", "clear"), ("assets/1", "/assets/1", "fail"), ("assets/2", "/assets/2", "unknown"), ("spot", "/assets/3", "fail")]


def test_a_run_that_leaves_out_rules_of_law_makes_nothing_clear(tmp_path):
    cleared = _clearance(tmp_path, ["FR", "NO"], "FR", assets=[SPOT], left_out=["NO", "US-NY"])
    assert _standings(cleared)["spot"] == {"FR": "clear_so_far", "NO": "not_checked"}
    assert (cleared["rules_left_out"], _clear_in(cleared), _columns(cleared, "whole")) == (2, {"spot": []}, {"FR": False, "NO": False})


def test_a_market_is_stated_once_and_one_that_is_not_known_is_counted(tmp_path):
    cleared = _clearance(tmp_path, ["FR", "unknown", "FR"], "FR")
    assert (list(_columns(cleared, "law")), cleared["markets_not_stated"]) == (["FR"], 1)


@pytest.mark.parametrize(
    "facts, markets, assets",
    [
        ({"assets": [FILM]}, 0, 1), ({"markets": ["FR"]}, 1, 0), ({"markets": [], "assets": [FILM]}, 0, 1), ({"markets": ["FR"], "assets": []}, 1, 0),
        ({"markets": ["unknown"], "assets": [FILM]}, 0, 1), ({"markets": "unknown", "assets": "unknown"}, 0, 0), ({}, 0, 0),
        ({"assets": [{**FILM, "placements": [{"markets": ["FR"]}]}]}, 1, 1),
    ],
    ids=str,
)  # fmt: skip
def test_without_a_market_there_is_no_column_and_without_an_asset_no_row(facts, markets, assets):
    cleared = clearance(document_of("campaign", facts), [], frozenset())
    assert (len(cleared["columns"]), len(cleared["assets"]), [asset["clear_in"] for asset in cleared["assets"]]) == (markets, assets, [[]] * assets)

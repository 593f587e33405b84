"""The clearance of a campaign: which asset may run in which market, as it is, and what each market still needs.

A market is answered only by its own law. Where that law was not asked, or only a part of it was, nothing
that was found elsewhere makes the market clear.
"""

from fwa_check.judge.finding import AGAINST
from fwa_check.rulebook.derived_markets import placed_in
from fwa_check.values.absent import MISSING
from fwa_check.values.places import UNIONS, holds, overlap

# A promise or a house rule may hold everywhere; the law of no place does, so that it clears none.
_NO_LAW = "worldwide"
# Its law says little of what each State adds, so that alone it clears none.
_FEDERAL = "US"


def law_of(rules):
    """Return the jurisdiction of every Rule in `rules` that is law, one for each rule; what binds nobody (a pledge, a note) is none."""
    return [rule.jurisdiction for rule in rules if rule.raw["basis"]["kind"] != "voluntary" and _binds(rule)]


def _binds(rule):
    """Tell whether a failure of `rule` may weigh more than a note."""
    more = rule.raw.get("stricter"), rule.raw.get("interpretation", {}).get("switch")
    return any(level != "note" for level in (*(version.level for version in rule.versions), *(each["level"] for each in more if each)))


def clearance(document, findings, law, left_out=()):
    """Return the clearance of a campaign as the JSON report has it.

    `findings` are all Findings on the document. `law` holds the places whose rules were asked of it,
    and `left_out` the jurisdiction of each rule that this run was told not to ask. Without a stated
    market it has no column for one, and without an asset no row.
    """
    stated, assets = ([] if value is MISSING else value for value in map(document.values.get, ("markets", "assets"), (MISSING, MISSING)))
    stated = [*stated, *placed_in(assets)]
    markets = [market for market in dict.fromkeys(stated) if market is not MISSING]
    against = [(finding, stands) for finding in findings if (stands := stands_against(finding))]
    columns = [_market(market, law, bool(left_out)) for market in markets]
    jurisdictions = dict.fromkeys(finding.rule.jurisdiction for finding, _ in against)
    columns += [_foreign(place, bool(left_out)) for place in jurisdictions if not any(overlap(place, market) for market in markets)]
    belonging = {jurisdiction: _columns_of(jurisdiction, columns) for jurisdiction in jurisdictions}
    rows = [_row(columns) for _ in range(len(assets) + 1)]
    for finding, stands in against:
        row = rows[_row_of(finding)]
        for column in belonging[finding.rule.jurisdiction]:
            _add(row[column["place"]], column, finding.rule.id, stands)
    whole_campaign = rows.pop()
    return {
        "rules_left_out": len(left_out),
        "markets_not_stated": sum(market is MISSING for market in stated),
        "columns": columns,
        "campaign": {"cells": whole_campaign},
        "assets": [_asset(index, asset, cells, whole_campaign, columns) for index, (asset, cells) in enumerate(zip(assets, rows))],
    }


def stands_against(finding):
    """Return ``fail``, ``review`` or ``unknown`` for a finding that keeps an asset from being clear, else None.

    A rule of level note binds nobody: whatever comes of it, it stops nothing.
    """
    if finding.verdict not in AGAINST:
        return None
    levels = [finding.level] if finding.version or finding.weighs else [version.level for version in finding.rule.versions]
    return None if all(level == "note" for level in levels) else finding.verdict


def _market(market, law, is_selection):
    """The column of a market: it is whole when its law was asked, all of it that there are rules for."""
    asked = sorted({place for place in law if place != _NO_LAW and overlap(place, market)})
    within = [place for place in asked if holds(market, place)]
    covered = any(place == market or holds(place, market) for place in asked if place != _FEDERAL)
    is_divided = market in UNIONS or any(not holds(place, market) for place in within)
    return _column(market, True, asked, bool(within), covered and not is_divided and not is_selection)


def _foreign(place, is_selection):
    """The column of a law that reaches the campaign although it runs in no market of that law."""
    return _column(place, False, [place], True, not is_selection)


def _column(place, is_market, law, own_law, whole):
    return {"place": place, "market": is_market, "law": law, "own_law": own_law, "whole": whole, "needs": {name: [] for name in AGAINST}}


def _columns_of(jurisdiction, columns):
    """The columns to which a finding of `jurisdiction` belongs."""
    markets = [column for column in columns if column["market"] and overlap(jurisdiction, column["place"])]
    return markets or [column for column in columns if column["place"] == jurisdiction]


def _row(columns):
    """A row against which nothing was found yet."""
    return {column["place"]: {"standing": _best(column), "rules": []} for column in columns}


def _best(column):
    """The best that can be said in a column."""
    if not column["law"]:
        return "not_checked"
    return "clear" if column["whole"] else "clear_so_far"


def _row_of(finding):
    """The number of the asset that a finding is about, or -1 for the campaign as a whole."""
    _, name, number = (*finding.at.split("/", 3), "", "", "")[:3]
    return int(number) if name == "assets" and number else -1


def _add(cell, column, rule, stands):
    needs = column["needs"][stands]
    if rule not in needs:
        needs.append(rule)
    held = cell["standing"]
    if held not in AGAINST or AGAINST.index(stands) < AGAINST.index(held):
        cell["standing"], cell["rules"] = stands, [rule]
    elif held == stands and rule not in cell["rules"]:
        cell["rules"].append(rule)


def _asset(index, asset, cells, whole_campaign, columns):
    """The row of an asset: where it may run as it is hangs on the campaign's row too, and on the law that reaches it wherever it runs."""
    name = asset.get("id", MISSING) if isinstance(asset, dict) else MISSING
    reached = any(not column["market"] and (cells[column["place"]]["rules"] or whole_campaign[column["place"]]["rules"]) for column in columns)
    markets = [column["place"] for column in columns if column["market"] and not reached]
    clear_in = [place for place in markets if cells[place]["standing"] == whole_campaign[place]["standing"] == "clear"]
    return {"id": f"assets/{index}" if name is MISSING else name, "pointer": f"/assets/{index}", "clear_in": clear_in, "cells": cells}

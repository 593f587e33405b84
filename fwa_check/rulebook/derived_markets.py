"""Derived facts about where a campaign runs."""

from fwa_check.rulebook.derived import derived_fact
from fwa_check.values.absent import MISSING


@derived_fact("list", "campaign")
def all_markets(read):
    """Every place where the campaign runs: its markets, and the places of each placement that an asset states, whether its markets name them or not."""
    placed = placed_in(read.optional("assets"))
    markets = read("markets")  # Read last, because it is what has to be stated more closely where it is too wide.
    return MISSING if markets is MISSING else [*markets, *placed]


def placed_in(assets):
    """Return every place that a placement of one of `assets` (a list of dicts, or MISSING) names, as often as it is named."""
    placements = [placement for asset in _stated(assets) for placement in _stated(asset.get("placements", MISSING))]
    stated = [placement.get("markets", []) for placement in placements]
    return [place for places in stated for place in ([MISSING] if places is MISSING else places)]


def _stated(items):
    return [] if items is MISSING else [item for item in items if item is not MISSING]

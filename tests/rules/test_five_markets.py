"""One campaign in Germany, France, Norway, New York and California at once: each market answers by its own law.

The table is to be read by a lawyer: a row is an asset of `samples/campaign-five-markets.yaml`, a column is a market.
"""

import copy
import json
import re

import pytest
import yaml

from tests.helpers import ROOT, document_text, run

SAMPLE = ROOT / "samples" / "campaign-five-markets.yaml"
CELLS = """
                  DE      FR      NO      US-NY   US-CA
the campaign      clear   clear   clear   clear   clear
lookbook          clear   clear   clear   clear   clear
film              clear   fail    clear   clear   clear
knitwear          review  fail    fail    review  review
coat              clear   clear   clear   clear   clear
"""
CLAIMED = {
    "product_depiction_faithful": True, "place_or_event_claimed_real": True, "background_is_aesthetic": False, "known_to_be_untrue": False,
    "presents_synthetic_person_as_customer": False, "environmental": [],
}  # fmt: skip
# What is changed in one asset of the campaign, and which of its cells then stand otherwise.
CHANGES = {
    "the film without any label": ("film", {"disclosures": []}, {"DE": "fail", "FR": "fail", "US-NY": "fail"}),
    "the film labelled in the metadata alone": ("film", {"disclosures": [{"id": "m", "form": "metadata", "says_ai": True, "says_synthetic_performer": True, "conspicuous": False}]}, {"DE": "fail", "US-NY": "fail"}),
    "the film drawn by hand": ("film", {"ai_operations": [], "edits_without_ai": ["drawing"], "realism": "stylised", "depicts": []}, {"FR": "clear"}),
    "the coat without a machine mark": ("coat", {"machine_mark": {"layers": [], "detectable": False, "export": "came_without"}}, {"DE": "fail", "FR": "fail"}),
    "the coat before a place that is claimed": ("coat", {"claims": CLAIMED, "taken_for_real": "yes", "not_taken_for_real_because": "unknown"}, {"DE": "fail", "FR": "fail"}),
    "the lookbook slimmed by hand": ("lookbook", {"edits_without_ai": ["body_reshaping"], "retouching_attestation": "says_silhouette_changed", "body_pressure": True}, {"FR": "fail", "NO": "fail"}),
}  # fmt: skip


def _cells(documents):
    """Return {row: {market: standing}} of a campaign checked with its release."""
    text = "---\n".join(document_text(each["kind"], {key: value for key, value in each.items() if key not in ("kind", "id")}, each["id"]) for each in documents)
    report = json.loads(run("check", "-", "--as-of", "2026-11-21", "--format", "json", input=text).stdout)
    assert report["errors"] == []
    (clearance,) = [document["clearance"] for document in report["documents"] if "clearance" in document]
    rows = {"the campaign": clearance["campaign"], **{asset["id"]: asset for asset in clearance["assets"]}}
    return {name: {market: cell["standing"] for market, cell in row["cells"].items()} for name, row in rows.items()}


@pytest.fixture(scope="module")
def documents():
    """The sample's documents as plain values; every scalar stays a text but true and false."""
    loader = type("Texts", (yaml.SafeLoader,), {})
    loader.yaml_implicit_resolvers = {}
    loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), "tf")
    return list(yaml.load_all(SAMPLE.read_text(encoding="utf-8"), loader))


@pytest.mark.parametrize("line", CELLS.strip("\n").splitlines()[1:], ids=lambda line: re.split("  +", line)[0])
def test_each_market_has_its_own_verdict_on_each_asset(documents, line):
    markets = CELLS.split("\n")[1].split()
    row, *cells = re.split("  +", line)
    assert _cells(documents)[row] == dict(zip(markets, cells, strict=True))


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_in_one_asset_moves_only_its_cells_in_the_markets_whose_law_asks(documents, change):
    name, facts, moved = CHANGES[change]
    before, changed = _cells(documents), copy.deepcopy(documents)
    (asset,) = [asset for asset in changed[0]["assets"] if asset["id"] == name]
    asset.update(facts)
    after = _cells(changed)
    assert {row: cells for row, cells in after.items() if row != name} == {row: cells for row, cells in before.items() if row != name}
    assert after[name] == {**before[name], **moved}


def test_an_asset_may_run_where_every_cell_of_its_market_is_clear(documents):
    report = json.loads(run("check", SAMPLE, "--as-of", "2026-11-21", "--format", "json").stdout)
    (clearance,) = [document["clearance"] for document in report["documents"] if "clearance" in document]
    everywhere = ["DE", "FR", "NO", "US-NY", "US-CA"]
    assert {asset["id"]: asset["clear_in"] for asset in clearance["assets"]} == {
        "lookbook": everywhere, "film": ["DE", "NO", "US-NY", "US-CA"], "knitwear": [], "coat": everywhere,
    }  # fmt: skip


def test_the_text_report_shows_the_markets_side_by_side_and_what_each_still_needs():
    text = run("check", SAMPLE, "--as-of", "2026-11-21").stdout
    assert re.search("DE +FR +NO +US-NY +US-CA", text)
    assert re.search("film +clear +fail +clear +clear +clear", text)
    assert "NO: 3 of 4 assets may run as they are; needs 1 rule mended (NO-MFL-2)" in text

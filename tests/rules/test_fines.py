"""What a breach of the AI Act may cost, by the size of the deployer: the higher of two sums, or for small companies the lower."""

import pytest

from fwa_check.judge.judge import judge_document
from fwa_check.judge.present import present
from fwa_check.rulebook.rulebook import load_rulebook
from tests.helpers import TODAY, document_of

BOOK = load_rulebook()
FILM = {
    "kind": "advertisement", "modality": "video", "generated_on": "2026-12-02", "last_ai_edit_on": "2026-12-02", "realism": "photorealistic",
    "ai_operations": ["full_body_generation"], "disclosures": [], "placements": [],
    "depicts": [{"person": "synthetic", "presence": "seen", "made_by": ["generative_ai"], "passes_for_real": True}],
}  # fmt: skip
# Article 99(4)(g), (6) and (6a): 3 % of EUR 500,000,000 are EUR 15,000,000.
LABEL = [
    ("large", "EUR 499,999,900", "Here the higher is the fixed sum: up to EUR 15,000,000 (3 % of the turnover is EUR 14,999,997.00)."),
    ("large", "EUR 500,000,000", "Here the higher is the fixed sum: up to EUR 15,000,000 (3 % of the turnover is EUR 15,000,000.00)."),
    ("large", "EUR 500,000,100", "Here the higher is 3 % of the turnover: up to EUR 15,000,003.00."),
    ("sme", "EUR 10,000,000", "Here the lower is 3 % of the turnover: up to EUR 300,000.00."),
    ("small_mid_cap", "EUR 100,000,000", "Here the lower is 3 % of the turnover: up to EUR 3,000,000.00."),
    ("sme", "EUR 499,999,900", "Here the lower is 3 % of the turnover: up to EUR 14,999,997.00."),
    ("sme", "EUR 500,000,000", "Here the lower is the fixed sum: up to EUR 15,000,000."),
    (None, "EUR 10,000,000", None),
    ("large", None, None),
    ("large", "USD 10,000,000", None),
]

# Article 99(3) and (6): 7 % of EUR 500,000,000 are EUR 35,000,000; the relief of small mid-caps, (6a), does not reach Article 5.
LACE = {
    "id": "lace", "kind": "advertisement", "modality": "image", "generated_on": "2026-12-02", "last_ai_edit_on": "2026-12-02", "realism": "photorealistic",
    "ai_operations": ["full_body_generation"], "disclosures": [], "placements": [],
    "depicts": [{
        "id": "ines", "name": "Ines Varga", "person": "digital_replica", "made_by": ["generative_ai"], "recognizable": True, "consent_ref": "none",
        "intimacy": ["intimate_parts"], "ai_exposes_more": True, "ai_alters_sexual_activity": False, "ai_used_for_intimacy": True, "seems_adult": True,
    }],
}  # fmt: skip
PROHIBITION = [
    ("large", "EUR 499,999,900", "Here the higher is the fixed sum: up to EUR 35,000,000 (7 % of the turnover is EUR 34,999,993.00)."),
    ("large", "EUR 500,000,000", "Here the higher is the fixed sum: up to EUR 35,000,000 (7 % of the turnover is EUR 35,000,000.00)."),
    ("large", "EUR 500,000,100", "Here the higher is 7 % of the turnover: up to EUR 35,000,007.00."),
    ("small_mid_cap", "EUR 100,000,000", "Here the higher is the fixed sum: up to EUR 35,000,000 (7 % of the turnover is EUR 7,000,000.00)."),
    ("small_mid_cap", "EUR 500,000,100", "Here the higher is 7 % of the turnover: up to EUR 35,000,007.00."),
    ("sme", "EUR 10,000,000", "Here the lower is 7 % of the turnover: up to EUR 700,000.00."),
    ("sme", "EUR 499,999,900", "Here the lower is 7 % of the turnover: up to EUR 34,999,993.00."),
    ("sme", "EUR 500,000,000", "Here the lower is the fixed sum: up to EUR 35,000,000."),
    (None, "EUR 10,000,000", None),
    ("sme", None, None),
    ("sme", "USD 10,000,000", None),
]
PROHIBITIONS = ["EU-AIA-5-1-BA", "EU-AIA-5-1-BB", "EU-AIA-5-1-F", "EU-AIA-5-1-G"]


def _consequence(rule, asset, size, turnover):
    deployer = {name: value for name, value in (("size", size), ("worldwide_turnover", turnover)) if value}
    document = document_of("campaign", {"markets": ["DE"], "deployer": deployer, "assets": [asset]})
    (finding,) = judge_document(document, [BOOK.rule(rule).on("campaign")], TODAY)
    assert finding.verdict == "fail"
    return present(finding)["consequence"]


@pytest.mark.parametrize("size, turnover, here", LABEL)
def test_a_missing_label_costs_the_higher_sum_and_small_companies_and_small_mid_caps_the_lower(size, turnover, here):
    said = _consequence("EU-AIA-50-4-PERSON", FILM, size, turnover)
    assert said.endswith(here) if here else " Here " not in said
    assert "EUR 15,000,000 or 3 %" in said


@pytest.mark.parametrize("size, turnover, here", PROHIBITION)
def test_prohibited_imagery_costs_the_higher_sum_and_only_smes_the_lower(size, turnover, here):
    said = _consequence("EU-AIA-5-1-BA", LACE, size, turnover)
    assert said.endswith(here) if here else " Here " not in said
    assert "EUR 35,000,000 or 7 %" in said


@pytest.mark.parametrize("rule", PROHIBITIONS)
def test_every_prohibition_of_article_5_carries_the_same_fine(rule):
    assert BOOK.rule(rule).raw["exposure"] == BOOK.rule("EU-AIA-5-1-BA").raw["exposure"]

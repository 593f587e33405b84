"""Every way to edit a model's picture, and what Europe's laws ask for it: one still of one campaign for Germany, France and
Norway, posted by an influencer, with no label and no mark, changed in one point at a time.

The table is to be read by a lawyer: a row is one edit, a column is one duty. P pass, F fail (a label or a mark is missing),
R review, ? unknown, - nothing is asked. The columns: the mark that machines read (AI Act, Article 50(2)), the label of a deep
fake (Article 50(4)), Photographie retouchée (French code of public health, L. 2133-2), Images retouchées and Images virtuelles
(French law on influencers, Article 5), and Norway's official mark for retouched bodies.
"""

import copy
from functools import lru_cache

import pytest

from fwa_check.documents.dossier import Dossier
from fwa_check.judge.judge import judge_document
from fwa_check.rulebook.rulebook import load_rulebook
from tests.helpers import TODAY, document_of
from tests.rules.tables import cells_of, row_of

BOOK = load_rulebook()
LAWS = {
    "50(2)": ["EU-AIA-50-2"],
    "50(4)": ["EU-AIA-50-4-DF", "EU-AIA-50-4-PERSON", "EU-AIA-50-4-PRODUCT"],
    "L.2133-2": ["FR-CSP-2133-2"],
    "retouchées": ["FR-INFL-5-RET"],
    "virtuelles": ["FR-INFL-5-VIRT"],
    "Norway": ["NO-MFL-2"],
}
INES = {
    "id": "ines", "name": "Ines Varga", "person": "real", "presence": "seen", "made_by": ["camera"], "passes_for_real": True,
    "recognizable": True, "release_ref": "none", "consent_ref": "none", "intimacy": [],
}  # fmt: skip
ALTERED = {**INES, "made_by": ["camera", "generative_ai"]}
TWIN = {**INES, "person": "digital_replica", "made_by": ["generative_ai"]}
AURELIA = {
    "id": "aurelia", "person": "synthetic", "presence": "seen", "made_by": ["generative_ai"], "meant_to_seem_human": True,
    "passes_for_real": True, "recognizable": False,
}  # fmt: skip
CGI = {**AURELIA, "made_by": ["software_algorithm"]}
CLAIMS = {"product_depiction_faithful": True, "place_or_event_claimed_real": False, "background_is_aesthetic": False}
STILL = {
    "id": "still", "kind": "advertisement", "modality": "image", "media": ["social"], "generated_on": "2026-10-01", "last_edited_on": "2026-10-01",
    "last_ai_edit_on": "2026-10-01", "first_published_on": "2026-11-01", "ai_operations": [], "edits_without_ai": [],
    "realism": "photorealistic", "taken_for_real": "yes", "audience": ["general"], "output": "final", "work": {"category": "none"},
    "body_pressure": True, "claims": CLAIMS, "ai_system": {"whose": "own", "offered": "on_the_market", "placed_on_market_on": "2026-09-01"},
    "machine_mark": {"layers": [], "detectable": False, "export": "came_without"}, "disclosures": [], "depicts": [ALTERED],
    "placements": [{"id": "post", "markets": ["DE", "FR", "NO"], "channel": "social_post", "platform": "Rondo", "posted_by": "influencer", "influencer_based_in": "FR", "first_shown_on": "2026-11-01", "joined_midway": False}],
}  # fmt: skip
CAMPAIGN = {
    "advertiser": {"name": "Maison Ottilie"},
    "companies": [],
    "deployer": {"name": "Maison Ottilie", "part": "advertiser", "reasons": ["decides_that_ai_is_used", "decides_how_it_is_used", "answers_for_the_result"], "jointly_with": "none", "acts_professionally": True},
    "code_of_practice": {"signed": [], "gap_analysis": "made"},
    "markets": ["DE", "FR", "NO"],
    "starts_on": "2026-11-01",
    "ends_on": "2026-11-30",
}


def _ai(*operations, **more):
    return {"ai_operations": list(operations), **more}


# The rows: what was done to the picture.
CASES = {
    "light, colour, noise, crop": _ai("colour_correction", "denoising", "cropping", depicts=[INES], body_pressure=False),
    "skin smoothed": _ai("skin_smoothing"),
    "waist slimmed by AI": _ai("body_reshaping"),
    "skin colour changed": _ai("skin_colour_change"),
    "face swapped": _ai("face_swap"),
    "face reshaped": _ai("face_reshaping"),
    "new pose": _ai("new_pose"),
    "background removed": _ai("background_removal", depicts=[INES]),
    "background by AI, for its looks": _ai("background_replacement", depicts=[INES], claims={**CLAIMS, "background_is_aesthetic": True}),
    "background by AI, called a real place": _ai("background_replacement", depicts=[INES], claims={**CLAIMS, "place_or_event_claimed_real": True}),
    "passer-by removed": _ai("person_removal", depicts=[INES]),
    "another garment, as it is": _ai("garment_swap"),
    "another garment, better than it is": _ai("garment_swap", claims={**CLAIMS, "product_depiction_faithful": False}),
    "another garment, and the body made to fit": _ai("garment_swap", "body_reshaping"),
    "another garment on a twin": _ai("garment_swap", "full_body_generation", depicts=[TWIN]),
    "a wholly invented model": _ai("full_body_generation", depicts=[AURELIA]),
    "an invented model, drawn": _ai("full_body_generation", realism="stylised", taken_for_real="no", depicts=[{**AURELIA, "passes_for_real": False}]),
    "CGI without AI": _ai(edits_without_ai=["cgi_rendering"], depicts=[CGI]),
    "waist slimmed by hand": _ai(edits_without_ai=["body_reshaping"], depicts=[INES]),
    "untouched": _ai(depicts=[INES]),
}
VERDICTS = """
                                           50(2)  50(4)  L.2133-2  retouchées  virtuelles  Norway
light, colour, noise, crop                   -      -       -          -           -         -
skin smoothed                                -      -       -          R           -         F
waist slimmed by AI                          F      R       F          F           -         F
skin colour changed                          F      R       -          R           -         F
face swapped                                 F      F       -          R           F         R
face reshaped                                F      R       -          F           -         F
new pose                                     F      F       -          -           R         R
background removed                           -      -       -          -           -         -
background by AI, for its looks              F      -       -          -           -         -
background by AI, called a real place        F      F       -          -           -         -
passer-by removed                            R      R       -          -           -         -
another garment, as it is                    F      R       -          -           R         -
another garment, better than it is           F      F       -          -           R         -
another garment, and the body made to fit    F      R       F          F           R         F
another garment on a twin                    F      F       -          -           F         R
a wholly invented model                      F      F       -          -           F         -
an invented model, drawn                     F      -       -          -           F         -
CGI without AI                               -      -       -          -           -         -
waist slimmed by hand                        -      -       F          F           -         F
untouched                                    -      -       -          -           -         -
"""


@lru_cache(maxsize=None)
def _row(case):
    """Return {law: letter} of one case: the worst that any rule of the law says."""
    document = document_of("campaign", copy.deepcopy({**CAMPAIGN, "assets": [{**STILL, **CASES[case]}]}), id="autumn")
    asked = [rule.on("campaign") for rule in BOOK.rules if rule.id in sum(LAWS.values(), [])]
    return row_of(judge_document(document, asked, TODAY, Dossier([document]).close()), LAWS)


@pytest.mark.parametrize("case, law, letter", list(cells_of(VERDICTS)))
def test_each_edit_asks_for_its_own_label(case, law, letter):
    assert _row(case)[law] == letter


def test_the_table_leaves_no_edit_and_no_law_out():
    assert [(case, law) for case, law, _ in cells_of(VERDICTS)] == [(case, law) for case in CASES for law in LAWS]


def test_every_column_names_rules_that_ship():
    assert {rule for rules in LAWS.values() for rule in rules} <= {rule.id for rule in BOOK.rules}


def test_no_two_columns_are_alike():
    columns = {}
    for _, law, letter in cells_of(VERDICTS):
        columns[law] = columns.get(law, "") + letter
    assert len(set(columns.values())) == len(LAWS)

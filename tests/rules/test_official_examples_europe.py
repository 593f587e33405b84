"""The examples that the Commission gives in its guidelines on Article 50 of the AI Act (C(2026) 5054 of 20 July 2026), each as
a small campaign that the rules of the AI Act judge.

P pass, F fail, R review, ? unknown, - no rule of Article 50(4) asks anything.
"""

import copy

import pytest

from fwa_check.documents.dossier import Dossier
from fwa_check.judge.judge import judge_document
from fwa_check.rulebook.rulebook import load_rulebook
from tests.helpers import TODAY, document_of

BOOK = load_rulebook()
LETTERS = {"pass": "P", "fail": "F", "review": "R", "unknown": "?", "not_applicable": "-"}
WORST_FIRST = "FR?P-"
CAMPAIGN = {
    "advertiser": {"name": "Maison Ottilie"},
    "markets": ["FR", "DE"],
    "starts_on": "2026-11-01",
    "ends_on": "2026-12-31",
    "deployer": {
        "name": "Nordlicht Werbung", "part": "advertising_agency", "reasons": ["decides_that_ai_is_used", "decides_how_it_is_used", "answers_for_the_result"],
        "jointly_with": "none", "acts_professionally": True, "size": "large", "worldwide_turnover": "EUR 100,000,000",
    },
}  # fmt: skip
AD = {
    "id": "item", "kind": "advertisement", "modality": "video", "generated_on": "2026-10-01", "last_ai_edit_on": "2026-10-01",
    "ai_operations": ["scene_generation"], "edits_without_ai": [], "realism": "photorealistic", "taken_for_real": "yes", "audience": ["general"],
    "output": "final", "work": {"category": "none"}, "disclosures": [], "depicts": [],
    "claims": {"product_depiction_faithful": True, "place_or_event_claimed_real": False, "background_is_aesthetic": False},
    "placements": [{"id": "post", "markets": ["FR", "DE"], "channel": "social_post", "platform": "Rondo", "posted_by": "advertiser", "first_shown_on": "2026-11-01", "joined_midway": True}],
}  # fmt: skip
STORY = {**AD, "kind": "editorial"}
UNREAL = {"realism": "impossible", "taken_for_real": "no"}
DRAWN = {"realism": "stylised", "taken_for_real": "no"}
SHOT = {"id": "ines", "name": "Ines Varga", "person": "real", "presence": "seen", "made_by": ["camera"], "passes_for_real": True, "recognizable": True}
TOUCHED = {**SHOT, "made_by": ["camera", "generative_ai"]}
TWIN = {**SHOT, "person": "digital_replica", "made_by": ["generative_ai"]}
NOBODY = {"id": "aurelia", "person": "synthetic", "presence": "seen_and_heard", "made_by": ["generative_ai"], "passes_for_real": True, "recognizable": False}
CLAIMED = {"claims": {**AD["claims"], "place_or_event_claimed_real": True}}
FLATTERED = {"claims": {**AD["claims"], "product_depiction_faithful": False}}
FOR_LOOKS = {"claims": {**AD["claims"], "background_is_aesthetic": True}}
LABEL = {
    "id": "badge", "form": "overlay_text", "text": "AI", "says_ai": True, "conspicuous": True, "without_action": True, "at_first_exposure": True,
    "times": ["opening", "intervals", "after_interruptions"], "languages": [], "fit_for_children": True, "corner": "upper_right",
}  # fmt: skip
CREDITS = {**LABEL, "id": "credits", "at_first_exposure": False, "times": ["end"]}
SATIRE = {"category": "satirical", "evident": True, "evident_because": "The style of a caricature, in a satirical magazine", "sells_or_informs": False}
FICTION = {"category": "fictional", "evident": True, "evident_because": "A feature film, shown in cinemas", "sells_or_informs": False}
MINOR = ["colour_correction", "background_extension", "compositing_of_existing_pictures", "upscaling"]
# What the box says: a label is due (F without one, P with it), or none is (-); the rule that says so.
DUE = {
    "G1, box after point 116: two real footballers before a building like a stadium, altered by AI": ("DF", {**STORY, "modality": "image", "ai_operations": ["person_insertion", "background_replacement"], "depicts": [TOUCHED, {**TOUCHED, "id": "other"}]}),
    "G2, box after point 116: the cloned voices of the hosts of a podcast": ("DF", {**STORY, "modality": "audio", "ai_operations": ["voice_clone"], "depicts": [{**TWIN, "presence": "heard"}]}),
    "G3, box after point 116: a film of somebody like a politician who speaks": ("DF", {**STORY, "ai_operations": ["full_body_generation", "voice_generation"], "depicts": [{**NOBODY, "recognizable": True}]}),
    "G4, box after point 116: a celebrity influencer by AI in an advertisement": ("DF", {**AD, "ai_operations": ["full_body_generation"], "depicts": [TWIN]}),
    "G5, box after point 116: a realistic avatar of the head of the company thanks the staff": ("DF", {**STORY, "audience": ["closed_professional"], "ai_operations": ["full_body_generation"], "depicts": [TWIN], "placements": [{**AD["placements"][0], "channel": "internal"}]}),
    "G6, box after point 116: a picture by AI that makes the product nicer than it is": ("PRODUCT", {**AD, **FLATTERED, "modality": "image", "ai_operations": ["product_generation"]}),
    "G13, box after point 124: simulated people use a product as in teleshopping": ("PERSON", {**AD, "ai_operations": ["full_body_generation", "scene_generation"], "depicts": [NOBODY]}),
    "G14, box after point 124: a realistic synthetic influencer tests a sponsored product": ("PERSON", {**AD, "ai_operations": ["full_body_generation"], "depicts": [NOBODY]}),
    "G15, box after point 124: a satirical picture of a politician by AI": ("DF", {**STORY, "work": SATIRE, "modality": "image", "ai_operations": ["full_body_generation"], "depicts": [TWIN]}),
    "G16, box after point 124: a de-aged actor in a feature film": ("DF", {**STORY, "work": FICTION, "ai_operations": ["de_ageing"], "depicts": [TOUCHED]}),
    "G19, example after point 14: a company elsewhere shows a celebrity by AI in the Union": ("DF", {**AD, "ai_operations": ["full_body_generation"], "depicts": [TWIN]}),
}  # fmt: skip
NOT_DUE = {
    "G7, box after point 116: a sphinx flies over the Eiffel Tower": {**AD, **UNREAL, "modality": "image"},
    "G8, box after point 116: talking mice advertise cheese": {**AD, **UNREAL, "ai_operations": ["scene_generation", "voice_generation"], "depicts": [{**NOBODY, "passes_for_real": False}]},
    "G9, box after point 116: voices by AI for the characters of an audiobook": {**STORY, **DRAWN, "modality": "audio", "work": FICTION, "ai_operations": ["voice_generation"], "depicts": [{**NOBODY, "presence": "heard", "passes_for_real": False}]},
    "G10, box after point 116: a real car before surroundings by AI": {**AD, **FOR_LOOKS, "ai_operations": ["background_generation"]},
    "G11, box after point 116: a film with real actors before a scene by AI": {**STORY, **FOR_LOOKS, "work": FICTION, "ai_operations": ["background_generation"], "depicts": [SHOT]},
    "G12, point 116: colours, a longer background and an arrangement of products": {**AD, "modality": "image", "ai_operations": MINOR, "depicts": [SHOT]},
    "G12, point 116: another background for its looks": {**AD, **FOR_LOOKS, "modality": "image", "ai_operations": ["background_replacement"], "depicts": [SHOT]},
    "G17, box after point 131: copy without claims on health, safety or the environment": {**AD, "modality": "text", "first_published_on": "2026-11-01", "ai_operations": ["text_generation"], "text": {"topics": [], "informs": True}},
    "box after point 116: the sound of a radio broadcast is cleaned": {**STORY, "modality": "audio", "ai_operations": ["denoising", "compression"], "depicts": [{**TOUCHED, "presence": "heard"}]},
    "box after point 116: a cartoon of a picture of a historical event": {**STORY, **DRAWN, "modality": "image"},
    "box after point 116: a presenter before an animation of glaciers by AI": {**STORY, **DRAWN, "ai_operations": ["background_generation"], "depicts": [SHOT]},
    "box after point 116: the invented forests and castles of a game": {**AD, **DRAWN, "kind": "expressive_work_advertisement", "work": FICTION},
}  # fmt: skip


def _verdicts(*assets, prefix="EU-AIA-50-4", **campaign):
    """Return {rule: the worst letter} of every rule of the AI Act whose id begins so."""
    document = document_of("campaign", copy.deepcopy({**CAMPAIGN, "assets": list(assets), **campaign}), id="official")
    said = {}
    for finding in judge_document(document, BOOK.for_kind("campaign"), TODAY, Dossier([document]).close()):
        if finding.rule.id.startswith(prefix):
            said.setdefault(finding.rule.id, []).append(LETTERS[finding.verdict])
    return {rule: min(letters, key=WORST_FIRST.index) for rule, letters in said.items()}


def _asked(asset, **campaign):
    return {rule.removeprefix("EU-AIA-50-4-"): letter for rule, letter in _verdicts(asset, **campaign).items() if letter != "-"}


@pytest.mark.parametrize("example", DUE)
def test_a_label_is_due_and_one_rule_alone_says_so(example):
    rule, asset = DUE[example]
    assert _asked(asset) == {rule: "F"}


@pytest.mark.parametrize("example", DUE)
def test_a_label_that_people_see_or_hear_settles_it(example):
    rule, asset = DUE[example]
    label = {**LABEL, "form": "spoken" if asset["modality"] == "audio" else "overlay_text"}
    said = _asked({**asset, "disclosures": [label]})
    assert said.pop("ART", "P") == "P"
    assert said == {rule: "P"}


@pytest.mark.parametrize("example", NOT_DUE)
def test_no_label_is_due(example):
    assert _asked(NOT_DUE[example]) == {}


@pytest.mark.parametrize("example", [example for example in DUE if example[:3] in ("G15", "G16")])
def test_the_lighter_form_is_open_to_satire_and_films_and_a_person_grants_it(example):
    _, asset = DUE[example]
    assert _asked({**asset, "disclosures": [CREDITS]})["ART"] == "R"


@pytest.mark.parametrize("example", [example for example in DUE if example[:3] in ("G4,", "G13", "G14")])
def test_advertising_needs_the_ordinary_label_however_creative_it_is(example):
    _, asset = DUE[example]
    work = {"category": "creative", "evident": True, "evident_because": "An art director drew every frame", "sells_or_informs": True}
    assert _asked({**asset, "work": work, "disclosures": [CREDITS]})["ART"] == "F"


@pytest.mark.parametrize("label, letter", [(LABEL, "P"), ({**LABEL, "conspicuous": False}, "F"), ({**LABEL, "form": "bio", "placement": "post"}, "F")])
def test_a_text_about_the_environment_needs_a_label_that_everybody_meets(label, letter):
    """Example after point 131, and point 142."""
    text = {"topics": ["sustainability"], "informs": True, "review": {"kind": "none"}, "responsible_editor": {"name": "none"}}
    copy_by_ai = {**AD, "modality": "text", "first_published_on": "2026-11-01", "ai_operations": ["text_generation"], "text": text}
    assert _asked({**copy_by_ai, "disclosures": [label]}) == {"TEXT": letter}


def test_a_label_of_another_place_says_nothing_here_of_when_it_comes():
    """Points 126 and 143."""
    _, asset = DUE["G13, box after point 124: simulated people use a product as in teleshopping"]
    shop = {**AD["placements"][0], "id": "shop", "channel": "online_shop"}
    labels = [{**LABEL, "placement": "shop"}, {**LABEL, "placement": "post", "times": ["opening"]}]
    asset = {**asset, "placements": [*AD["placements"], shop], "disclosures": labels}
    assert _verdicts(asset, prefix="EU-AIA-50-5-TIME") == {"EU-AIA-50-5-TIME": "R"}


def test_a_trailer_shares_the_lighter_form_of_its_film():
    """Example after point 124; the program leaves it to a person."""
    trailer = {**DUE["G16, box after point 124: a de-aged actor in a feature film"][1], "kind": "expressive_work_advertisement", "disclosures": [CREDITS]}
    trailer["work"] = {**FICTION, "sells_or_informs": True}
    assert _asked(trailer) == {"DF": "P", "ART": "R"}
    assert _verdicts(trailer, prefix="EU-AIA-50-5")["EU-AIA-50-5"] == "-"


def test_the_same_advertisement_misleads_about_the_event_if_it_presents_it_as_real():
    """The four criteria of point 113 hold for places and events too."""
    assert _asked({**AD, **CLAIMED}) == {"DF": "F"}


def test_a_company_elsewhere_is_bound_by_what_it_shows_in_the_union_alone():
    """G19, example after point 14."""
    asset = DUE["G19, example after point 14: a company elsewhere shows a celebrity by AI in the Union"][1]
    assert _asked(asset, markets=["US", "FR"]) == {"DF": "F"}
    assert _asked({**asset, "placements": []}, markets=["US"]) == {}


ORDERED = {"name": "Maison Ottilie", "part": "advertiser", "reasons": ["only_ordered"], "jointly_with": "none"}


@pytest.mark.parametrize("deployer, letter", [(CAMPAIGN["deployer"], "P"), (ORDERED, "F")])
def test_the_agency_that_alone_decides_on_ai_is_bound_and_not_the_brand_that_orders(deployer, letter):
    """G18, example after point 14."""
    asset = DUE["G4, box after point 116: a celebrity influencer by AI in an advertisement"][1]
    assert _verdicts(asset, prefix="EU-AIA-ROLE", deployer=deployer) == {"EU-AIA-ROLE": letter}
    assert _asked(asset, deployer=deployer) == {"DF": "F"}


@pytest.mark.parametrize("type, converses, letter", [("virtual_try_on", False, "-"), ("ai_stylist", True, "F")])
def test_a_virtual_try_on_does_not_converse_and_needs_no_notice(type, converses, letter):
    """G20, box after point 31."""
    system = {"id": "mirror", "type": type, "places": ["FR"], "whose": "own", "run_by_ai": True, "converses": converses, "notices": [], "plainly_a_machine": False}
    assert _verdicts(AD, prefix="EU-AIA-50-1", activations=[system]) == {"EU-AIA-50-1": letter}

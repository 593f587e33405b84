"""Three labels, side by side: one film in one campaign of 2027 that runs in New York, California and Germany, changed in one
point at a time. New York's § 396-b, California's § 17610 and Article 50(4) of the Union's AI Act each ask for a label of their
own, and differ at almost every point.

The table is to be read by a lawyer: a row is one difference, a column is a law. P pass, F fail, R review, ? unknown,
- does not apply. A further law is a further entry of LAWS, a further column, and its place in the markets of CAMPAIGN.
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
    "396-b": ["US-NY-396B-3"],
    "17610": ["US-CA-BPC-17610"],
    "50(4)": ["EU-AIA-50-4-DF", "EU-AIA-50-4-PERSON", "EU-AIA-50-4-PRODUCT", "EU-AIA-50-4-ART", "EU-AIA-50-5"],
}
INVENTED = {
    "id": "aurelia", "person": "synthetic", "presence": "seen", "made_by": ["generative_ai"], "meant_to_seem_human": True,
    "passes_for_real": True, "recognizable": False, "prominence": ["demonstrates_product"],
}  # fmt: skip
REAL = {**INVENTED, "id": "ines", "name": "Ines Varga", "person": "real", "made_by": ["camera"], "recognizable": True}
TWIN = {**REAL, "person": "digital_replica", "made_by": ["generative_ai"]}
VOICE = {**INVENTED, "id": "voice", "presence": "heard", "prominence": ["narrates_or_speaks_message"]}
INTERPRETER = {**INVENTED, "id": "signer", "prominence": ["narrates_or_speaks_message"]}
# Her own words, which AI translated so that nobody knows her voice any more.
TRANSLATED = {**REAL, "made_by": ["camera", "generative_ai"], "recognizable": False, "prominence": ["narrates_or_speaks_message"]}
# Recorded by a camera, and changed by AI so that nobody knows her.
SWAPPED = {**REAL, "made_by": ["camera", "generative_ai"], "recognizable": False}
PHRASE = {
    "form": "overlay_text", "text": "AI: this performance features a synthetic performer.", "says_synthetic_performer": True, "says_ai": True,
    "conspicuous": True, "california_wording": "features_synthetic_performer", "placement": "post",
    "without_action": True, "at_first_exposure": True,
}  # fmt: skip
OWN_WORDS = {**PHRASE, "text": "She is not a real person.", "california_wording": "other"}
NOBODY = {**PHRASE, "text": "No human performer is depicted.", "california_wording": "no_human_performer_depicted"}
CLOSE = {**PHRASE, "text": "Features a synthetic model.", "california_wording": "close_to_it"}
# An invented model in a film, made and published in 2027, known to be one, and nothing says so.
FILM = {
    "id": "film", "kind": "advertisement", "modality": "video", "media": ["social"], "generated_on": "2027-01-20",
    "last_edited_on": "2027-01-22", "first_published_on": "2027-02-01", "ai_operations": ["full_body_generation"],
    "advertiser_knows_of_synthetic_performer": True, "vendor_attestation": "none", "disclosures": [], "depicts": [INVENTED],
    "last_ai_edit_on": "2027-01-20", "realism": "photorealistic", "taken_for_real": "yes", "watermark": "none", "work": {"category": "none"},
    "claims": {"product_depiction_faithful": True, "place_or_event_claimed_real": False, "background_is_aesthetic": True},
    "placements": [{"id": "post", "markets": ["US-NY", "US-CA", "DE"], "channel": "social_post"}],
}  # fmt: skip
CAMPAIGN = {
    "advertiser": {"name": "Maison Ottilie", "creates_advertisements": True, "causes_publication": True},
    "companies": [],
    "markets": ["US-NY", "US-CA", "DE"],
    "starts_on": "2027-02-01",
    "ends_on": "2027-04-30",
}
ELSEWHERE = {**CAMPAIGN["advertiser"], "creates_advertisements": False}
AGENCY = {"id": "nordlicht", "part": "advertising_agency", "produces_or_creates": True, "causes_publication": False, "knows_of_synthetic_performer": True}
OLD = {"generated_on": "2026-10-10", "last_ai_edit_on": "2026-10-10", "last_edited_on": "2026-10-12", "first_published_on": "2026-11-01"}
ACROSS = {"starts_on": "2026-11-01", "ends_on": "2027-02-28"}
# The rows: what is different, in the film and in the campaign.
CASES = {
    "no label": ({}, {}),
    # Knowledge.
    "the advertiser does not know": ({"advertiser_knows_of_synthetic_performer": False}, {}),
    "knowledge is not recorded": ({"advertiser_knows_of_synthetic_performer": "unknown"}, {}),
    # Audio and voices.
    "audio, an invented voice": ({"modality": "audio", "ai_operations": ["voice_generation"], "depicts": [VOICE]}, {}),
    "film, an invented voice over": ({"ai_operations": ["voice_generation"], "depicts": [REAL, VOICE]}, {}),
    # Wording, and where it stands.
    "the set phrase": ({"disclosures": [PHRASE]}, {}),
    "own words": ({"disclosures": [OWN_WORDS]}, {}),
    "a close paraphrase": ({"disclosures": [CLOSE]}, {}),
    "an icon": ({"disclosures": [{**OWN_WORDS, "form": "icon"}]}, {}),
    "the set phrase in a caption": ({"disclosures": [{**PHRASE, "form": "caption"}]}, {}),
    "the set phrase behind a click": ({"disclosures": [{**PHRASE, "form": "caption_behind_click"}]}, {}),
    "the set phrase in the metadata": ({"disclosures": [{**PHRASE, "form": "metadata"}]}, {}),
    # Who is shown, how she was made, and what she does in it.
    "CGI without AI": ({"ai_operations": [], "depicts": [{**INVENTED, "made_by": ["software_algorithm"]}]}, {}),
    "a licensed twin": ({"depicts": [TWIN]}, {}),
    "an invented face in the crowd": ({"depicts": [REAL, {**INVENTED, "prominence": ["background"]}]}, {}),
    "stylised, nobody is deceived": ({"realism": "stylised", "taken_for_real": "no", "depicts": [{**INVENTED, "passes_for_real": False}]}, {}),
    # Exemptions.
    "translation of a human performer": ({"ai_operations": ["language_translation"], "depicts": [TRANSLATED]}, {}),
    "translation with lip-sync": ({"ai_operations": ["language_translation", "lip_sync"], "depicts": [TRANSLATED]}, {}),
    "translation, by a voice that is nobody's": ({"ai_operations": ["language_translation"], "depicts": [REAL, VOICE]}, {}),
    "accessibility, a signing avatar": ({"ai_operations": ["accessibility_features"], "depicts": [REAL, INTERPRETER]}, {}),
    "audio description by an invented voice": ({"ai_operations": ["accessibility_features", "voice_generation"], "depicts": [REAL, VOICE]}, {}),
    "a real model, another face by AI": ({"ai_operations": ["face_swap"], "depicts": [SWAPPED]}, {}),
    "a real model from behind, an AI garment": ({"ai_operations": ["garment_swap"], "depicts": [SWAPPED]}, {}),
    "no human performer, beside a real model": ({"disclosures": [NOBODY], "depicts": [INVENTED, REAL]}, {}),
    "a game, used as in the game": ({"kind": "expressive_work_advertisement", "use_consistent_with_work": True}, {}),
    "a game, used otherwise": ({"kind": "expressive_work_advertisement", "use_consistent_with_work": False}, {}),
    # Stills and pages.
    "a still on a platform": ({"modality": "image"}, {}),
    "a still in print alone": ({"modality": "image", "media": ["print"]}, {}),
    "a still on a product page": ({"modality": "image", "kind": "product_page", "media": ["e_commerce"]}, {}),
    # Who makes it and who publishes it.
    "an agency creates, the brand publishes": ({}, {"advertiser": ELSEWHERE, "companies": [AGENCY]}),
    "an agency creates and publishes": ({}, {"advertiser": ELSEWHERE, "companies": [{**AGENCY, "causes_publication": True}]}),
    # Before and after the first days, 9 June 2026 and 1 January 2027.
    "the run ends on 31 December 2026": (OLD, {"starts_on": "2026-11-01", "ends_on": "2026-12-31"}),
    "the run goes on into 2027": (OLD, ACROSS),
    "it goes on with a new cut of 2027": ({**OLD, "last_edited_on": "2027-01-01"}, ACROSS),
    "made in 2026, published in 2027": ({**OLD, "first_published_on": "2027-02-01"}, {}),
    "made before 9 June 2026, run into 2027": ({"generated_on": "2026-06-08", "last_ai_edit_on": "2026-06-08", "last_edited_on": "2026-06-08", "first_published_on": "2026-06-20"}, {**ACROSS, "starts_on": "2026-06-20"}),
}
VERDICTS = """
                                          396-b  17610  50(4)
no label                                    F      F      F
the advertiser does not know                -      F      F
knowledge is not recorded                   ?      F      F
audio, an invented voice                    -      F      F
film, an invented voice over                R      F      F
the set phrase                              P      P      P
own words                                   P      F      P
a close paraphrase                          P      R      P
an icon                                     R      F      P
the set phrase in a caption                 R      P      P
the set phrase behind a click               F      F      F
the set phrase in the metadata              F      F      F
CGI without AI                              F      -      -
a licensed twin                             -      -      F
an invented face in the crowd               F      -      F
stylised, nobody is deceived                F      -      -
translation of a human performer            -      -      R
translation with lip-sync                   R      -      F
translation, by a voice that is nobody's    R      R      F
accessibility, a signing avatar             F      -      F
audio description by an invented voice      R      R      F
a real model, another face by AI            R      F      F
a real model from behind, an AI garment     R      R      R
no human performer, beside a real model     P      R      P
a game, used as in the game                 -      -      F
a game, used otherwise                      F      F      F
a still on a platform                       F      F      F
a still in print alone                      F      R      F
a still on a product page                   R      F      F
an agency creates, the brand publishes      F      R      F
an agency creates and publishes             F      F      F
the run ends on 31 December 2026            F      -      F
the run goes on into 2027                   F      R      F
it goes on with a new cut of 2027           F      F      F
made in 2026, published in 2027             F      F      F
made before 9 June 2026, run into 2027      R      R      -
"""


def _findings(film, campaign):
    document = document_of("campaign", copy.deepcopy({**CAMPAIGN, **campaign, "assets": [{**FILM, **film}]}), id="spring")
    return judge_document(document, BOOK.for_kind("campaign"), TODAY, Dossier([document]).close())


@lru_cache(maxsize=None)
def _row(case):
    """Return {law: letter} of one case: the worst that any rule of the law says."""
    return row_of(_findings(*CASES[case]), LAWS)


@pytest.mark.parametrize("case, law, letter", list(cells_of(VERDICTS)))
def test_each_law_asks_for_its_own_label(case, law, letter):
    assert _row(case)[law] == letter


def test_the_table_leaves_no_case_and_no_law_out():
    assert [(case, law) for case, law, _ in cells_of(VERDICTS)] == [(case, law) for case in CASES for law in LAWS]


def test_every_column_names_rules_that_ship():
    assert {rule for rules in LAWS.values() for rule in rules} <= {rule.id for rule in BOOK.rules}


def test_one_label_serves_every_law():
    """Whatever a law fails for want of a label, the set phrase over the picture (spoken, in audio) heals under all of them."""
    for case, (film, campaign) in CASES.items():
        if "F" in _row(case).values():
            phrase = {**PHRASE, "form": "spoken"} if film.get("modality") == "audio" else PHRASE
            verdicts = {finding.verdict for finding in _findings({**film, "disclosures": [phrase]}, campaign) if finding.rule.id in sum(LAWS.values(), [])}
            assert not verdicts & {"fail", "review"}, case

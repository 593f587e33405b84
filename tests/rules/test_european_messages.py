"""What the Union's rules say where one rule tells several stories."""

import pytest

from fwa_check.judge.judge import judge_document
from fwa_check.rulebook.rulebook import load_rulebook
from tests.helpers import TODAY, document_of

BOOK = load_rulebook()
TWIN = {"id": "ines", "person": "digital_replica", "presence": "seen_and_heard", "made_by": ["generative_ai"], "passes_for_real": True, "recognizable": True}
NOBODY = {**TWIN, "person": "synthetic", "recognizable": False}
FILM = {
    "id": "film", "kind": "advertisement", "modality": "video", "generated_on": "2026-10-01", "last_ai_edit_on": "2026-10-01",
    "ai_operations": ["full_body_generation"], "realism": "photorealistic", "taken_for_real": "yes", "watermark": "none",
    "claims": {"product_depiction_faithful": True, "place_or_event_claimed_real": False}, "disclosures": [], "depicts": [TWIN],
    "placements": [{"id": "post", "markets": ["DE"], "channel": "social_post"}], "work": {"category": "none"},
}  # fmt: skip
CLAIMED = {"ai_operations": ["background_replacement"], "claims": {**FILM["claims"], "place_or_event_claimed_real": True}}
SEEN = {"form": "overlay_text", "says_ai": True, "conspicuous": True, "without_action": True, "at_first_exposure": True, "times": ["throughout"]}
HEARD = {**SEEN, "form": "spoken"}
VOICE = {"ai_operations": ["full_body_generation", "voice_clone"]}
STORIES = [
    ("EU-AIA-50-4-DF", {}, "is a deep fake of a real person"),
    ("EU-AIA-50-4-DF", {**CLAIMED, "depicts": []}, "is a deep fake of a place or an event"),
    ("EU-AIA-50-4-DF", {**CLAIMED, "ai_operations": ["full_body_generation"]}, "AI made, replaced or moved a real person in it, or it presents a place"),
    ("EU-AIA-50-4-PERSON", {"depicts": [NOBODY]}, "An invented person by AI passes for real in film"),
    ("EU-AIA-50-5-VOICE", {**VOICE, "disclosures": [SEEN]}, "A voice that AI made or cloned is heard in film, and at post its label is seen and not heard."),
    ("EU-AIA-50-5-VOICE", {"disclosures": [HEARD]}, "What AI made in film is seen, and at post its label is heard and not seen."),
]  # fmt: skip


def _finding(rule, film, readings=None):
    document = document_of("campaign", {"markets": ["DE"], "assets": [{**FILM, **film}]})
    (finding,) = judge_document(document, [BOOK.rule(rule).on("campaign")], TODAY, readings=readings)
    assert finding.verdict == "fail"
    return finding


@pytest.mark.parametrize("rule, film, said", STORIES)
def test_a_rule_tells_the_story_of_its_case(rule, film, said):
    assert said in _finding(rule, film).message


def test_under_the_literal_reading_the_finding_says_that_no_label_is_due_and_names_no_fine():
    finding = _finding("EU-AIA-50-4-PERSON", {"depicts": [NOBODY]}, {"invented_people": "literal"})
    assert finding.level == "warning" and finding.exposure is None
    assert "no label is due; the Commission reads the Act otherwise" in finding.message

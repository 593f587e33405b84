"""The days of Europe's laws: one campaign and one booking, as they would be judged on the day before and on the day itself.

Everything of the campaign happens on one day: made by AI, published, shown, the influencer's deal agreed. Nothing carries a
label, a mark or a consent. For each day on which a law begins (or ends, or another wording takes over) the table names the
rule and its two verdicts; for each day of the calendar on which nothing begins, a test holds the whole rulebook to the same
verdicts on both days. To be read by a lawyer.
"""

import copy
import re
from datetime import date, timedelta
from functools import lru_cache

import pytest

from fwa_check.documents.dossier import Dossier
from fwa_check.judge.judge import judge_document
from fwa_check.rulebook.rulebook import load_rulebook
from tests.helpers import TODAY, document_of

BOOK = load_rulebook()
NOTHING, BREACH, QUESTION = "not_applicable", "fail", "review"
# Each day that begins something: what begins, the rule, which asset or deal shows it, the verdict of the day before and of the day.
BEGINS = [
    ("2017-05-06", "France: medical certificate of models", "FR-TRAV-MED", None, NOTHING, BREACH),
    ("2017-10-01", "France: Photographie retouchée", "FR-CSP-2133-2", "slimmed", NOTHING, BREACH),
    ("2022-07-01", "Norway: mark for retouched bodies", "NO-MFL-2", "slimmed", NOTHING, BREACH),
    ("2023-06-11", "France: Images retouchées, set words", "FR-INFL-5-RET-2023", "slimmed", NOTHING, BREACH),
    ("2023-06-11", "France: Images virtuelles, set words", "FR-INFL-5-VIRT-2023", "invented", NOTHING, BREACH),
    ("2024-11-08", "France: Images retouchées or an equivalent", "FR-INFL-5-RET", "slimmed", NOTHING, BREACH),
    ("2024-11-08", "France: Images virtuelles or an equivalent", "FR-INFL-5-VIRT", "invented", NOTHING, BREACH),
    ("2024-11-08", "France: the set words alone no longer rule", "FR-INFL-5-RET-2023", "slimmed", BREACH, NOTHING),
    ("2024-11-08", "France: the set words alone no longer rule", "FR-INFL-5-VIRT-2023", "invented", BREACH, NOTHING),
    ("2025-02-02", "AI Act: emotions read at a casting", "EU-AIA-5-1-F", None, NOTHING, BREACH),
    ("2025-02-02", "AI Act: beliefs and the like inferred from bodies", "EU-AIA-5-1-G", None, NOTHING, BREACH),
    ("2025-10-10", "Italy: deep fakes of real people", "IT-132-26", "twin", NOTHING, BREACH),
    ("2026-01-01", "France: written contract with an influencer", "FR-INFL-8", "deal", NOTHING, BREACH),
    ("2026-08-02", "AI Act: label of a deep fake of a real person", "EU-AIA-50-4-DF", "twin", NOTHING, BREACH),
    ("2026-08-02", "AI Act: label of an invented person", "EU-AIA-50-4-PERSON", "invented", NOTHING, BREACH),
    ("2026-08-02", "AI Act: label of a product that looks otherwise", "EU-AIA-50-4-PRODUCT", "garment", NOTHING, BREACH),
    ("2026-08-02", "AI Act: label of a text, by its publication", "EU-AIA-50-4-TEXT", "copy", NOTHING, BREACH),
    ("2026-08-02", "AI Act: label that is met too late", "EU-AIA-50-5", "late-label", NOTHING, BREACH),
    ("2026-08-02", "AI Act: the lighter label in advertising", "EU-AIA-50-4-ART", "late-label", NOTHING, BREACH),
    ("2026-08-02", "AI Act: mark, for a system that is new", "EU-AIA-50-2", "new-system", NOTHING, BREACH),
    ("2026-08-02", "AI Act: mark, for a system of in-house use: open", "EU-AIA-50-2", "in-house", NOTHING, QUESTION),
    ("2026-08-02", "AI Act: chatbot that does not say what it is", "EU-AIA-50-1", None, NOTHING, BREACH),
    ("2026-08-02", "AI Act: people who are read and not told", "EU-AIA-50-3", None, NOTHING, BREACH),
    ("2026-09-27", "Unfair practices: unproven words about the environment", "EU-UCPD-GREEN", "green", NOTHING, BREACH),
    ("2026-12-02", "AI Act: mark, for a system of before 2 August 2026", "EU-AIA-50-2", "invented", NOTHING, BREACH),
    ("2026-12-02", "AI Act: mark, for a system of in-house use", "EU-AIA-50-2", "in-house", QUESTION, BREACH),
    ("2026-12-02", "AI Act: intimate imagery without consent", "EU-AIA-5-1-BA", "lace", NOTHING, BREACH),
    ("2026-12-02", "AI Act: sexual imagery of seeming children", "EU-AIA-5-1-BB", "abuse", NOTHING, BREACH),
    ("2027-02-02", "Code of Practice: detection of its signatories", "COP-S1-3.4c", "new-system", NOTHING, BREACH),
]
# Days of the calendar that change no verdict, and why.
QUIET = {
    "2023-06-10": "the French law on influencers published; it takes effect on the next day",
    "2024-08-01": "the AI Act in force, and nothing of it applies",
    "2024-11-07": "the ordonnance on influencers published; it takes effect on the next day",
    "2025-08-02": "the AI Act's chapter on penalties applies; no duty of a campaign begins",
    "2025-11-27": "IPTC's fields for AI published",
    "2025-12-17": "first draft of the Code of Practice",
    "2026-03-05": "second draft of the Code of Practice",
    "2026-05-08": "draft of the guidelines",
    "2026-06-10": "the Code of Practice final",
    "2026-07-08": "the Code of Practice assessed as adequate",
    "2026-07-09": "the Code of Practice assessed as adequate",
    "2026-07-20": "the guidelines final",
    "2026-07-24": "the amendment of the AI Act published",
    "2026-07-27": "the amendment of the AI Act in force; it moved nothing of Article 50 but paragraph 2",
    "2026-07-29": "Germany's law on market surveillance of AI",
    "2027-12-02": "high-risk chapters",
    "2028-08-02": "high-risk chapters",
}  # fmt: skip
INES = {
    "id": "ines", "name": "Ines Varga", "person": "real", "presence": "seen", "made_by": ["camera"], "passes_for_real": True,
    "recognizable": True, "living": True, "release_ref": "none", "consent_ref": "none", "intimacy": [], "seems_adult": True,
}  # fmt: skip
TWIN = {**INES, "person": "digital_replica", "made_by": ["generative_ai"]}
LACE = {**TWIN, "intimacy": ["intimate_parts"], "ai_exposes_more": True, "ai_alters_sexual_activity": False, "ai_used_for_intimacy": True, "within_intimate_consent": False}
AURELIA = {
    "id": "aurelia", "person": "synthetic", "presence": "seen", "made_by": ["generative_ai"], "meant_to_seem_human": True, "passes_for_real": True,
    "recognizable": False, "intimacy": [], "seems_adult": True, "release_ref": "none", "consent_ref": "none",
}  # fmt: skip
ABUSE = {**AURELIA, "intimacy": ["sexual_activity"], "seems_adult": False, "ai_exposes_more": True, "ai_alters_sexual_activity": True, "ai_used_for_intimacy": True}
OLDER = {"whose": "own", "offered": "on_the_market", "placed_on_market_on": "2026-08-01"}
ASSET = {
    "kind": "advertisement", "modality": "image", "media": ["social"], "ai_operations": ["full_body_generation"], "edits_without_ai": [],
    "realism": "photorealistic", "taken_for_real": "yes", "audience": ["general"], "output": "final", "work": {"category": "none"}, "body_pressure": True,
    "claims": {"product_depiction_faithful": True, "place_or_event_claimed_real": False, "background_is_aesthetic": False},
    "ai_system": OLDER, "disclosures": [], "machine_mark": {"layers": [], "detectable": False, "export": "came_without", "says": [], "interoperable_detection": False},
}  # fmt: skip
LATE = {"form": "caption", "says_ai": True, "placement": "post", "conspicuous": True, "without_action": True, "at_first_exposure": False, "times": ["end"], "languages": ["en"]}
ASSETS = {
    "slimmed": {"depicts": [INES], "ai_operations": [], "edits_without_ai": ["body_reshaping"]},
    "invented": {"depicts": [AURELIA]},
    "twin": {"depicts": [TWIN]},
    "lace": {"depicts": [LACE]},
    "abuse": {"depicts": [ABUSE]},
    "new-system": {"depicts": [AURELIA], "ai_system": {**OLDER, "placed_on_market_on": "2026-08-02"}},
    "green": {"depicts": [INES], "ai_operations": [], "claims": {**ASSET["claims"], "environmental": ["generic_unproven"]}},
    "garment": {"depicts": [], "ai_operations": ["garment_recolouring"], "claims": {**ASSET["claims"], "product_depiction_faithful": False}},
    # Written long before, and published on the day.
    "copy": {
        "depicts": [], "modality": "text", "generated_on": "2016-01-01", "last_ai_edit_on": "2016-01-01", "ai_operations": ["text_generation"],
        "text": {"topics": ["sustainability"], "informs": True, "review": {"kind": "none"}, "responsible_editor": {"name": "none"}},
    },
    "late-label": {"depicts": [AURELIA], "disclosures": [LATE], "work": {"category": "artistic", "evident": False, "sells_or_informs": True}},
    "in-house": {"depicts": [AURELIA], "ai_system": {"whose": "own", "offered": "in_house_only"}},
}
CAMPAIGN = {
    "advertiser": {"name": "Maison Ottilie"},
    "companies": [],
    "deployer": {"name": "Maison Ottilie", "part": "advertiser", "reasons": ["decides_that_ai_is_used", "decides_how_it_is_used", "answers_for_the_result"], "jointly_with": "none", "acts_professionally": True, "size": "sme"},
    "code_of_practice": {"signed": ["section_1"], "gap_analysis": "made"},
    "markets": ["DE", "FR", "IT", "NO"],
}
DEAL = {"id": "deal", "audience": ["FR"], "value_of_the_year": "EUR 1,000", "value_counts": ["pay", "benefits_in_kind", "other_deals_of_the_year"], "written": False, "states": []}
ACTIVATIONS = [
    {"id": "casting", "type": "casting_tool", "places": ["FR"], "whose": "own", "run_by_ai": True, "converses": False, "infers": ["emotions", "sensitive_traits"], "at_work": True, "exposure_notice": "none"},
    {"id": "stylist", "type": "ai_stylist", "places": ["FR"], "whose": "own", "run_by_ai": True, "notices": [], "notice_conspicuous": False, "notice_at_start": False},
]
BOOKING = {
    "status": "confirmed", "client": {"name": "Maison Ottilie", "based_in": "FR"}, "agency": {"name": "Lindenhof Models"}, "booked_directly": False,
    "model": {"name": "Ines Varga", "birth_date": "1990-05-04"}, "contract": {"model_party": "model", "service_category": "model"}, "classification": "employee",
    "compensation": {"total": "EUR 2,400"}, "work_in_france": {"medical_certificate": "none", "service_provider": {"recognised": False}},
}  # fmt: skip


def _campaign(day):
    placed = {"id": "post", "markets": ["DE", "FR", "IT", "NO"], "channel": "social_post", "platform": "Rondo", "posted_by": "influencer", "influencer_based_in": "FR", "first_shown_on": day, "joined_midway": False}
    dates = {"generated_on": day, "last_edited_on": day, "last_ai_edit_on": day, "first_published_on": day, "placements": [placed]}
    assets = [{"id": name, **ASSET, **dates, **asset} for name, asset in ASSETS.items()]
    return copy.deepcopy({**CAMPAIGN, "starts_on": day, "ends_on": day, "assets": assets, "activations": ACTIVATIONS, "influencer_deals": [{**DEAL, "agreed_on": day}]})


@lru_cache(maxsize=None)
def _verdicts(day):
    """Return {(rule, asset or deal): [verdict]} of both documents, everything on `day` (a text)."""
    booking = copy.deepcopy({**BOOKING, "services": {"location": "FR", "start_at": day, "end_at": day}})
    documents = [document_of("campaign", _campaign(day), id="autumn"), document_of("booking", booking, id="shoot")]
    dossier = Dossier(documents).close()
    findings = [finding for document in documents for finding in judge_document(document, BOOK.for_kind(document.kind), TODAY, dossier)]
    said = {}
    for finding in findings:
        about = re.match(r"/(assets|influencer_deals)/([0-9]+)", finding.at)
        name = about and (list(ASSETS)[int(about[2])] if about[1] == "assets" else "deal")
        said.setdefault((finding.rule.id, name), []).append(finding.verdict)
    return said


def _eve(day):
    return str(date.fromisoformat(day) - timedelta(days=1))


@pytest.mark.parametrize("day, what, rule, about, before, then", BEGINS, ids=[f"{day} {rule} {about}" for day, _, rule, about, _, _ in BEGINS])
def test_a_law_begins_on_its_day_and_not_the_day_before(day, what, rule, about, before, then):
    assert (_said(_eve(day), rule, about), _said(day, rule, about)) == (before, then), what


def _said(day, rule, about):
    verdicts = _verdicts(day)
    return min(verdicts.get((rule, about), [NOTHING]), key=("fail", "review", "unknown", "pass", NOTHING).index)


@pytest.mark.parametrize("day", QUIET, ids=[f"{day} {why}" for day, why in QUIET.items()])
def test_a_day_on_which_nothing_begins_changes_no_verdict(day):
    assert _verdicts(_eve(day)) == _verdicts(day)


def test_the_day_that_the_commission_had_proposed_is_none_of_the_law():
    """2 February 2027 moves the signatories' detection, and nothing of Article 50."""
    before, then = _verdicts("2027-02-01"), _verdicts("2027-02-02")
    assert {rule for rule, _ in before.keys() | then.keys() if any(before.get(key) != then.get(key) for key in before.keys() | then.keys() if key[0] == rule)} == {"COP-S1-3.4c"}


def test_nothing_of_the_union_begins_for_a_system_nobody_can_date():
    """Between 2 August and 1 December 2026 an unknown day of the market is unknown; before and after, it makes no difference."""
    rule = next(rule for rule in BOOK.rules if rule.id == "EU-AIA-50-2").on("campaign")
    for day, verdict in {"2026-08-01": NOTHING, "2026-08-02": "unknown", "2026-12-01": "unknown", "2026-12-02": BREACH}.items():
        campaign = _campaign(day)
        campaign["assets"] = [{**asset, "ai_system": {"whose": "own", "offered": "on_the_market"}} for asset in campaign["assets"] if asset["id"] == "invented"]
        document = document_of("campaign", campaign, id="autumn")
        assert [finding.verdict for finding in judge_document(document, [rule], TODAY, Dossier([document]).close())] == [verdict]

"""One shoot through all the laws of New York: the same pictures with a real model, her licensed twin, an invented
model, a drawing and CGI without AI, of age and under age, living and dead; with every paper in order, and with none.

The tables are to be read by a lawyer: a row is who is shown, a column is a law. P pass, F fail, R review, ? unknown,
- does not apply.
"""

import copy
import re
from functools import lru_cache

import pytest

from fwa_check.documents.dossier import Dossier
from fwa_check.judge.judge import judge_document
from fwa_check.rulebook.rulebook import load_rulebook
from tests.helpers import TODAY, document_of

BOOK = load_rulebook()
LETTERS = {"pass": "P", "fail": "F", "review": "R", "unknown": "?", "not_applicable": "-"}
WORST_FIRST = "FR?P-"
# The columns: each law with the rules in which it speaks of the people shown.
LAWS = {
    "396-b": ["US-NY-396B-3"],
    "50": ["US-NY-CVR-50", "US-NY-CVR-50-REPLICA", "US-NY-CVR-50-WRITTEN"],
    "guardian": ["US-NY-CVR-50-MINOR"],
    "51": ["US-NY-CVR-51", "US-NY-CVR-51-MEDIA", "US-NY-CVR-51-REPLICA", "US-NY-CVR-51-REPLICA-MEDIA"],
    "50-f(2)(a)": ["US-NY-50F-2A"],
    "50-f(2)(b)": ["US-NY-50F-2B"],
    "1037(7)": ["US-NY-FWA-1037-7", "US-NY-FWA-1037-7-PRIOR", "US-NY-FWA-1037-7-CAMPAIGN"],
    "5-302": ["US-NY-GOL-5302-CONSENT"],
    "permit": ["US-NY-MINOR-PERMIT"],
    "trust": ["US-NY-MINOR-TRUST"],
}
ADULT, CHILD = "1999-05-14", "2011-06-01"
WOMAN = {"id": "ines", "name": "Ines Varga", "presence": "seen", "meant_to_seem_human": True}
NOBODY = {"id": "nobody", "presence": "seen", "person": "synthetic", "recognizable": False}
LIVING = {"living": True}
DYING = {"living": True, "died_on": "2026-10-10"}
DEAD = {
    "living": False,
    "died_on": "2024-02-10",
    "domiciled_in_new_york_at_death": True,
    "likeness_had_commercial_value": True,
    "performer_by_profession": False,
}
DANCER = {**DEAD, "performer_by_profession": True}
REAL = {**WOMAN, "person": "real", "made_by": ["camera"], "recognizable": True}
# A photograph of her that AI changed, in a manifest that calls her real all the same.
CHANGED = {**REAL, "made_by": ["camera", "generative_ai"]}
TWIN = {**WOMAN, "person": "digital_replica", "made_by": ["generative_ai"], "recognizable": True}
DOUBLE = {**WOMAN, "person": "synthetic", "made_by": ["generative_ai"], "recognizable": True}
# The same figure, relabelled as nobody: a name and a consent say otherwise.
RELABELLED = {**TWIN, "person": "synthetic", "recognizable": False}
INVENTED = {**NOBODY, "made_by": ["generative_ai"], "meant_to_seem_human": True}
SKETCH = {**WOMAN, "person": "synthetic", "made_by": ["drawing"], "recognizable": True, "meant_to_seem_human": False}
DRAWN = {**NOBODY, "made_by": ["drawing"], "meant_to_seem_human": False}
CGI = {**NOBODY, "made_by": ["software_algorithm"], "meant_to_seem_human": True}
TOLD = {"form": "overlay_text", "text": "The person shown does not exist", "says_synthetic_performer": True, "conspicuous": True}
# The rows: who is shown, and when she was born.
SHOWN = {
    "the model": (REAL | LIVING, ADULT),
    "the model, 15": (REAL | LIVING, CHILD),
    "the model, dead": (REAL | DEAD, ADULT),
    "the model, dies meanwhile": (REAL | DYING, ADULT),
    "the model, changed by AI": (CHANGED | LIVING, ADULT),
    "her twin": (TWIN | LIVING, ADULT),
    "her twin, 15": (TWIN | LIVING, CHILD),
    "her twin, dead": (TWIN | DEAD, ADULT),
    "a dead dancer": (REAL | DANCER, ADULT),
    "a dead dancer, changed by AI": (CHANGED | DANCER, ADULT),
    "a dead dancer's twin": (TWIN | DANCER, ADULT),
    "her double": (DOUBLE | LIVING, ADULT),
    "her twin, said to be nobody": (RELABELLED | LIVING, ADULT),
    "a drawing of her": (SKETCH | LIVING, ADULT),
    "an invented model": (INVENTED, None),
    "a drawing of nobody": (DRAWN, None),
    "CGI of nobody": (CGI, None),
}


def _papers_of(figure):
    """A camera and a pencil need her release, a computer needs her consent to a replica, and a photograph that AI changed both."""
    papers = {"camera": "release_ref", "drawing": "release_ref"}
    return {papers.get(maker, "consent_ref") for maker in figure["made_by"]}


def _campaign(figure, in_order):
    names = {"release_ref": "release", "consent_ref": "consent"} if in_order else {"release_ref": "none", "consent_ref": "none"}
    figure = {**figure}
    if figure["recognizable"]:
        figure |= {name: names[name] if name in _papers_of(figure) else "none" for name in names}
    if figure.get("living") is False:
        # The dead sign nothing any more; what counts is the consent of whoever holds their rights.
        figure |= {"release_ref": "none", "consent_ref": "none"}
        figure["estate_consent"] = {"given": True, "given_on": "2026-06-01", "claim_registration": "registered", "claim_registered_on": "2025-01-10"} if in_order else {"given": False}
    asset = {
        "id": "film-1",
        "kind": "advertisement",
        "modality": "video",
        "media": ["website"],
        "generated_on": "2026-08-10",
        "last_edited_on": "2026-08-12",
        "ai_operations": [] if figure["made_by"] in (["camera"], ["drawing"], ["software_algorithm"]) else ["full_body_generation"],
        "advertiser_knows_of_synthetic_performer": figure["person"] == "synthetic",
        "vendor_attestation": "none",
        "disclosures": [TOLD] if in_order else [],
        "depicts": [figure],
    }
    advertiser = {"name": "Maison Ottilie", "contracts_for_services": True, "manages_performance": True}
    return {"advertiser": advertiser, "companies": [], "markets": ["US-NY"], "starts_on": "2026-09-01", "ends_on": "2026-12-31", "assets": [asset]}


def _release(born):
    return {
        "status": "signed",
        "signed_on": "2026-07-01",
        "model": {"name": "Ines Varga", "birth_date": born},
        "signed_by": "model" if born == ADULT else "model_and_guardian",
        "written": True,
        "grantee": {"name": "Maison Ottilie", "role": "client", "contracts_for_services": True, "manages_performance": True},
        "work_in": ["US-NY"],
        "permitted_uses": {"advertising": True, "media": ["website"], "territory": ["US-NY"], "ends_on": "2026-12-31"},
        "digital_replica": {"permitted": False},
    }


def _consent(born):
    return {
        "status": "signed",
        "signed_on": "2026-07-01",
        "modified_on": [],
        "model": {"name": "Ines Varga", "birth_date": born},
        "grantee": {"name": "Maison Ottilie", "role": "client", "contracts_for_services": True, "manages_performance": True},
        "work_in": ["US-NY"],
        "signed_by": "model" if born == ADULT else "guardian",
        "instrument": {"written": True, "clear": True, "conspicuous": True, "separate_from": ["representation_agreement", "power_of_attorney", "booking", "model_release"]},
        "replica": {"substantially_replicates": True, "techniques": ["scan", "full_body_generation"], "uses_ai": True, "first_created_on": "2026-08-10", "first_used_on": "2026-09-01", "sexually_explicit": False},
        "replica_clause": {"in_services_agreement": True, "passes_for_real": True, "replaces_in_person_work": True, "intended_use_reasonably_specific": True},
        "scope": {"description": "One film of the autumn campaign.", "campaigns": ["campaign"], "media": ["website"]},
        "purpose": "To show the autumn collection in one film.",
        "rate_of_pay": {"amount": "USD 4,000", "unit": "per_asset"},
        "duration": {"ends_on": "2026-12-31"},
        "uses": [{"id": "film", "campaign": "campaign", "medium": "website", "from_on": "2026-09-01", "until_on": "2026-12-31", "within_described_scope": True}],
    }


def _booking(born, in_order):
    child = {
        "engaged_as": "individual",
        "permits": [{"kind": "regular", "issued_on": "2026-01-10", "expires_on": "2027-01-09"}] if in_order else [],
        "trust": {"account_information": "given", "account_information_on": "2026-07-20", "transfers": [{"to": "trust_account", "amount": "USD 360", "made_on": "2026-08-20"}] if in_order else []},
    }
    services = {"location": "US-NY", "start_at": "2026-08-09T10:00-04:00", "end_at": "2026-08-09T15:00-04:00"}
    model = {"name": "Ines Varga", "birth_date": born, "lives_in": "US-NY"}
    return {"status": "completed", "client": {"name": "Maison Ottilie"}, "booked_directly": True, "model": model, "services": services, "compensation": {"total": "USD 2,400"}, "child_performer": child}


def _documents(who, in_order):
    figure, born = copy.deepcopy(SHOWN[who])
    yield document_of("campaign", _campaign(figure, in_order), id="campaign")
    if figure.get("living") and in_order:
        if "release_ref" in _papers_of(figure):
            yield document_of("model_release", _release(born), id="release")
        if "consent_ref" in _papers_of(figure):
            yield document_of("replica_consent", _consent(born), id="consent")
    if figure.get("living") and figure["person"] == "real":
        yield document_of("booking", _booking(born, in_order), id="booking")


@lru_cache(maxsize=None)
def _row(who, in_order):
    """Return {law: letter} of the whole shoot: the worst that any rule of the law says of any of its documents."""
    documents = list(_documents(who, in_order))
    dossier = Dossier(documents).close()
    said = {}
    for document in documents:
        for finding in judge_document(document, BOOK.for_kind(document.kind), TODAY, dossier):
            said.setdefault(finding.rule.id, []).append(LETTERS[finding.verdict])
    return {law: min((letter for rule in rules for letter in said.get(rule, "-")), key=WORST_FIRST.index) for law, rules in LAWS.items()}


IN_ORDER = """
                               396-b  50  guardian  51  50-f(2)(a)  50-f(2)(b)  1037(7)  5-302  permit  trust
the model                        -    P      -      P       -           -          -       -      -      -
the model, 15                    -    P      P      P       -           -          -       -      P      P
the model, dead                  -    -      -      -       P           -          -       -      -      -
the model, dies meanwhile        -    R      -      P       -           -          -       -      -      -
the model, changed by AI         -    P      -      P       -           -          P       P      -      -
her twin                         -    P      -      P       -           -          P       P      -      -
her twin, 15                     -    P      P      P       -           -          R       P      -      -
her twin, dead                   -    -      -      -       P           -          -       -      -      -
a dead dancer                    -    -      -      -       P           -          -       -      -      -
a dead dancer, changed by AI     -    -      -      -       P           P          -       -      -      -
a dead dancer's twin             -    -      -      -       P           P          -       -      -      -
her double                       -    P      -      P       -           -          P       P      -      -
her twin, said to be nobody      R    R      -      -       -           -          R       P      -      -
a drawing of her                 -    P      -      P       -           -          -       -      -      -
an invented model                P    -      -      -       -           -          -       -      -      -
a drawing of nobody              -    -      -      -       -           -          -       -      -      -
CGI of nobody                    P    -      -      -       -           -          -       -      -      -
"""
NO_PAPERS = """
                               396-b  50  guardian  51  50-f(2)(a)  50-f(2)(b)  1037(7)  5-302  permit  trust
the model                        -    F      -      -       -           -          -       -      -      -
the model, 15                    -    F      -      -       -           -          -       -      F      F
the model, dead                  -    -      -      -       F           -          -       -      -      -
the model, dies meanwhile        -    F      -      -       -           -          -       -      -      -
the model, changed by AI         -    F      -      -       -           -          R       -      -      -
her twin                         -    F      -      -       -           -          F       -      -      -
her twin, 15                     -    F      -      -       -           -          F       -      -      -
her twin, dead                   -    -      -      -       F           -          -       -      -      -
a dead dancer                    -    -      -      -       F           -          -       -      -      -
a dead dancer, changed by AI     -    -      -      -       F           R          -       -      -      -
a dead dancer's twin             -    -      -      -       F           F          -       -      -      -
her double                       -    F      -      -       -           -          R       -      -      -
her twin, said to be nobody      F    R      -      -       -           -          R       -      -      -
a drawing of her                 -    F      -      -       -           -          -       -      -      -
an invented model                F    -      -      -       -           -          -       -      -      -
a drawing of nobody              -    -      -      -       -           -          -       -      -      -
CGI of nobody                    F    -      -      -       -           -          -       -      -      -
"""


def _cells(table):
    """Yield (who, law, letter) for every cell of a table."""
    head, *rows = table.strip("\n").splitlines()
    for row in rows:
        who, *letters = re.split(r"\s{2,}", row.strip())
        yield from zip([who] * len(letters), head.split(), letters, strict=True)


@pytest.mark.parametrize("in_order, who, law, letter", [(in_order, *cell) for in_order, table in ((True, IN_ORDER), (False, NO_PAPERS)) for cell in _cells(table)])
def test_who_is_shown_decides_the_law(in_order, who, law, letter):
    assert _row(who, in_order)[law] == letter


@pytest.mark.parametrize("table", [IN_ORDER, NO_PAPERS])
def test_the_tables_leave_nobody_and_no_law_out(table):
    cells = list(_cells(table))
    assert [(who, law) for who, law, _ in cells] == [(who, law) for who in SHOWN for law in LAWS]


def test_every_column_names_rules_that_ship():
    assert {rule for rules in LAWS.values() for rule in rules} <= {rule.id for rule in BOOK.rules}


def test_a_label_is_asked_only_of_figures_that_are_nobody_and_never_of_somebody():
    labelled = {who for who, law, letter in _cells(NO_PAPERS) if law == "396-b" and letter != "-"}
    # The manifest itself says that the relabelled twin is nobody.
    assert labelled == {"an invented model", "CGI of nobody", "her twin, said to be nobody"}


def test_no_label_stands_in_for_a_consent_and_no_consent_for_a_label():
    """With the label on the film and no consent her twin fails; with every consent and no label the invented model does."""
    for who, label, law in (("her twin", True, "US-NY-CVR-50-REPLICA"), ("an invented model", False, "US-NY-396B-3")):
        campaign = _campaign(copy.deepcopy(SHOWN[who][0]), in_order=not label)
        campaign["assets"][0]["disclosures"] = [TOLD] if label else []
        documents = [document_of("campaign", campaign, id="campaign"), document_of("replica_consent", _consent(ADULT), id="consent")]
        findings = judge_document(documents[0], BOOK.for_kind("campaign"), TODAY, Dossier(documents).close())
        assert [finding.verdict for finding in findings if finding.rule.id == law] == ["fail"]

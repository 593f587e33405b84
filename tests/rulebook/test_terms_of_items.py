"""Defined terms about an item of a list: asked once for each item, and only where such an item is judged."""

import pytest

from tests.helpers import document_of, finding_of, findings_of, problem_of, rule_of

EXAMPLES = [
    {"given": {"assets": [{"id": "a", "modality": "text"}]}, "verdict": "pass"},
    {"given": {"assets": [{"id": "a", "modality": "image"}]}, "verdict": "fail"},
    {"given": {"assets": [{"id": "a"}]}, "verdict": "unknown"},
]
CAMPAIGN = {"reads": "campaign", "for_each": {"asset": "assets"}, "examples": EXAMPLES, "message": "x"}
TERM = {"title": "Text", "of": {"asset": "assets"}, "when": {"asset.modality": "text"}, "otherwise": "it is no text"}
SHOWN = {"title": "Real", "of": {"asset": "assets", "shown": "asset.depicts"}, "when": {"shown.person": "real", "asset.modality": "image"}, "otherwise": "x"}


def _rule(tmp_path, terms, **changes):
    return rule_of(tmp_path, instrument={"definitions": terms}, **{**CAMPAIGN, **changes})


def test_a_term_is_asked_of_each_item_by_itself(tmp_path):
    rule = _rule(tmp_path, {"text": TERM}, require={"meets": "text"})
    document = document_of("campaign", {"assets": [{"id": "a", "modality": "text"}, {"id": "b", "modality": "image"}, {"id": "c"}]})
    found = findings_of(rule, document)
    assert [(each.subject, each.verdict) for each in found] == [("a", "pass"), ("b", "fail"), ("c", "unknown")]
    assert [[pointer for _, pointer in each.missing] for each in found] == [[], [], ["/assets/2/modality"]]


def test_the_same_item_is_asked_again_with_the_same_trail(tmp_path):
    twice = {"all": [{"meets": "text"}, {"not": {"not": {"meets": "text"}}}]}
    finding = finding_of(_rule(tmp_path, {"text": TERM}, require=twice), document_of("campaign", {"assets": [{"id": "a"}]}))
    assert {pointer for _, pointer in finding.missing} == {"/assets/0/modality"}


def test_where_the_term_is_not_met_its_words_are_the_reason(tmp_path):
    rule = _rule(tmp_path, {"text": TERM}, when={"meets": "text"}, require={"asset.file": {"is": "a"}}, examples=[
        {"given": {"assets": [{"modality": "text", "file": "a"}]}, "verdict": "pass"},
        {"given": {"assets": [{"modality": "text", "file": "b"}]}, "verdict": "fail"},
        {"given": {"assets": [{"file": "b"}]}, "verdict": "unknown"},
    ])  # fmt: skip
    assert finding_of(rule, document_of("campaign", {"assets": [{"modality": "image"}]})).reason == "it is no text"


def test_a_term_of_an_item_in_an_item_is_asked_in_a_quantifier(tmp_path):
    some = {"some": {"each": "asset.depicts", "as": "shown", "where": {"meets": "real"}}}
    rule = _rule(tmp_path, {"real": SHOWN}, require=some, examples=[
        {"given": {"assets": [{"modality": "image", "depicts": [{"person": "real"}]}]}, "verdict": "pass"},
        {"given": {"assets": [{"modality": "image", "depicts": [{"person": "synthetic"}]}]}, "verdict": "fail"},
        {"given": {"assets": [{"modality": "image"}]}, "verdict": "unknown"},
    ])  # fmt: skip
    assets = [{"modality": "image", "depicts": [{"person": "synthetic"}, {"person": "real"}]}, {"modality": "video", "depicts": [{"person": "real"}]}]
    assert [each.verdict for each in findings_of(rule, document_of("campaign", {"assets": assets}))] == ["pass", "fail"]


def test_a_term_stands_in_a_term_of_the_same_item(tmp_path):
    outer = {"title": "Other", "of": {"asset": "assets"}, "when": {"not": {"meets": "text"}}, "otherwise": "it is a text"}
    rule = _rule(tmp_path, {"text": TERM, "other": outer}, require={"not": {"meets": "other"}})
    assert [each.verdict for each in findings_of(rule, document_of("campaign", {"assets": [{"modality": "text"}, {"modality": "image"}]}))] == ["pass", "fail"]


@pytest.mark.parametrize("of", [{}, {"of": {"shown": "assets"}}], ids=["of the document", "of an item"])
def test_a_term_may_call_another_item_by_a_name_that_the_rule_has(tmp_path, of):
    term = {"title": "x", "when": {"some": {"each": "assets", "as": "asset", "where": {"asset.kind": "advertisement"}}}, "otherwise": "x", **of}
    loops = {**of.get("of", {}), "asset": "assets"}
    rule = _rule(tmp_path, {"advertised": term}, for_each=loops, require={"all": [{"meets": "advertised"}, {"asset.modality": "text"}]}, examples=[
        {"given": {"assets": [{"kind": "advertisement", "modality": "text"}]}, "verdict": "pass"},
        {"given": {"assets": [{"kind": "advertisement", "modality": "image"}]}, "verdict": "fail"},
        {"given": {"assets": [{"kind": "advertisement"}]}, "verdict": "unknown"},
    ], message="{asset.modality}")  # fmt: skip
    assets = [{"modality": "image", "kind": "editorial"}, {"modality": "text", "kind": "advertisement"}]
    found = findings_of(rule, document_of("campaign", {"assets": assets}))
    assert [(each.verdict, each.message) for each in found] == [("fail", "image"), ("pass", None)] * (len(of) + 1)


@pytest.mark.parametrize("loops", [None, {"item": "assets"}, {"asset": "companies"}], ids=["no item", "another name", "another list"])
def test_a_term_is_refused_where_no_such_item_is_judged(tmp_path, loops):
    problem = problem_of(tmp_path, instrument={"definitions": {"text": TERM}}, **{**CAMPAIGN, "for_each": loops, "require": {"meets": "text"}})
    assert problem.message == "X-TEST-1: the term text is asked of each asset, and none is judged here"
    assert problem.expected == "for_each, some or every with asset: assets"
    assert problem.line == 6


@pytest.mark.parametrize(
    "of, message",
    [({"asset": "advertiser"}, "advertiser is a group"), ({"asset": "asets"}, "no campaign has a fact named 'asets'"), ({"assets": "assets"}, "assets already means something here")],
    ids=["no list", "no fact", "a taken name"],
)
def test_what_a_term_is_about_is_a_list_under_a_name_of_its_own(tmp_path, of, message):
    problem = problem_of(tmp_path, instrument={"definitions": {"text": {**TERM, "of": of}}}, **{**CAMPAIGN, "require": {"meets": "text"}})
    assert problem.message.endswith(message)
    assert problem.path.endswith("instrument.yaml") and problem.line == 10

"""What holds of every rule that ships, whichever it is."""

import pathlib
import re

import pytest

from fwa_check.rulebook.register import load_register
from fwa_check.rulebook.rulebook import load_rulebook, shipped_packs
from fwa_check.rulebook.testing import test_folder as run_folder
from fwa_check.rulebook.vocabulary import page as vocabulary_page
from fwa_check.rulebook.words import page
from fwa_check.rulebook.words_facts import figures

ROOT = pathlib.Path(__file__).resolve().parents[2]
BOOK = load_rulebook(shipped_packs())
REGISTER = load_register(BOOK.folders)
# The ids of the Act's duties and gates in the research that the rules were drafted from.
FASHION_WORKERS_ACT = """
GATE-CLIENT GATE-MODEL GATE-MMC GATE-MMC-DIRECT GATE-GROUP GATE-SERVICES GATE-EXCL GATE-DEALMEMO GATE-REPLICA
1032 1033-2 1033-4 1033-5 1033-6 1033-7
1034-1 1034-2 1034-3 1034-4 1034-5A 1034-5B DM-CONTENT 1034-6 1034-6Q 1034-7 1034-8 1034-9 1034-10 1034-11
1035-1 1035-2 1035-3 1035-4 1035-5 1035-6 1035-7 1035-8 1035-10
1036-1A 1036-1B 1036-1C 1036-1D 1036-2
1037-1 1037-2 1037-3 1037-4 1037-5 1037-6 1037-7 1037-7-SCOPE 1037-7-TERM 1037-7-PAY 1037-7-PERP
1038-9 PAYTERM
""".split()


def test_all_examples_of_all_rules_get_their_verdicts():
    tested = run_folder()
    assert [str(problem) for problem in tested.broken + tested.failed] == []
    assert tested.rules == len(BOOK.rules)
    assert tested.examples >= 4 * tested.rules


# And those of the Act's neighbours.
NEIGHBOURS = """
396B-3 396B-4 396B-7A 396B-7B 396B-8
50F-2A 50F-2B CVR-50 CVR-51 CVR-52C-3A CVR-52C-3B GOL-5302
FIFA-1411-1A FIFA-1411-1B FIFA-1411-2 FIFA-1412-1 FIFA-1412-2 FIFA-1412-3 FIFA-1413 FIFA-1415-1
LL-191 LL-193 LL-195
MINOR-PERMIT MINOR-CONSENT MINOR-EMPCERT MINOR-NOTICE MINOR-TRUST MINOR-TRUST250 MINOR-RESP MINOR-HOURS MINOR-MAXHOURS MINOR-EDU
MINOR-SAFETY
""".split()


# And those of California.
CALIFORNIA = """
LAB-927 CIV-3344 CIV-3344-MINOR CIV-3344-TRO CIV-3344.1-AD CIV-3344.1-REPLICA
LAB-2775 LAB-201.6 LAB-201.5 LAB-201 LAB-201.3 LAB-204 LAB-203 LAB-226
BPC-18102-PAYDATE BPC-18102-SQUEEZE BPC-18103-CONTRACT BPC-18104-WAIVER LA-189.103 LA-189.104
LAB-1700.5 LAB-1700.23 LAB-1700.24 LAB-1700.25 LAB-1700.40 LAB-1700.51 LAB-1700.52 8CCR-12001E
LAB-1702 LAB-1703 LAB-1706 BPC-16608 LAB-3351.5-WMFH
BPC-22757.3-PROVIDER BPC-22757.3-LICENSEE BPC-22757.3.1 BPC-22757.3.2 BPC-22757.3.3 BPC-17941 BPC-17500 BPC-17610
LAB-1308.5 LAB-1308.7 8CCR-11760 8CCR-11755.2 8CCR-11757 LAB-1308.9 LAB-1308.10 FAM-6752
WATCH-SB1111 WATCH-AB2713 WATCH-SB1142 WATCH-SB1146
""".split()


# And those of Europe.
EUROPE = """
EU-AIA-50-4-DF EU-AIA-50-4-PERSON EU-AIA-50-4-PRODUCT EU-AIA-50-4-ART EU-AIA-50-4-TEXT EU-AIA-50-5 EU-AIA-50-5-CHAIN
EU-AIA-50-2 EU-AIA-50-2-KEEP EU-AIA-50-1 EU-AIA-50-3 EU-AIA-5-1-BA EU-AIA-ROLE EU-AIA-SIGN
COP-S2-1.1a COP-S2-1.1b COP-S2-1.1-AUD COP-S2-1.2.1a COP-S2-1.2.1c COP-S2-1.2.2a COP-S2-1.2.2b COP-S2-1.2.2c COP-S2-1.2.2d
COP-S2-1.2.2e COP-S2-1.2.2f COP-S2-1.2.3 COP-S2-2.1 COP-S2-2.2 COP-S2-2.3 COP-S2-3 COP-S2-4
COP-S1-1.1 COP-S1-1.2 COP-S1-1.3 COP-S1-3.4c
FR-INFL-5-RET FR-INFL-5-VIRT FR-INFL-5-2 FR-INFL-8 FR-CSP-2133-2 FR-TRAV-MED FR-TRAV-EMPL NO-MFL-2 IT-132-26
EU-UCPD-6 EU-UCPD-7 EU-UCPD-I-11 EU-UCPD-I-11a EU-UCPD-I-22 EU-UCPD-I-23bc EU-UCPD-GREEN
EU-DSA-26-1 EU-DSA-26-2 EU-DSA-26-3 EU-DSA-35-1k EU-AVMSD-28B
EU-GDPR-6 EU-GDPR-9 EU-GDPR-7-3 EU-GDPR-7-4 EU-GDPR-13 EU-GDPR-5-1E EU-GDPR-28 EU-GDPR-35 EU-LPD
DK-OPHL-73A
""".split()
# What nobody could verify: in the register, and never enforced.
UNVERIFIED_IN_EUROPE = ("DK-", "ES-", "DE-")


def test_unverified_law_of_europe_is_watched_and_enforced_by_no_rule():
    watched = [entry for entry in REGISTER if entry["id"].startswith(UNVERIFIED_IN_EUROPE)]
    assert {entry["id"][:3] for entry in watched} == set(UNVERIFIED_IN_EUROPE)
    assert {entry["status"] for entry in watched} == {"watched"}
    assert [entry["status"] for entry in REGISTER if entry["id"] == "IT-LABEL"] == ["watched"]
    assert not [rule.id for rule in BOOK.rules if rule.id.startswith(UNVERIFIED_IN_EUROPE)]


def test_what_is_watched_is_not_judged():
    """A bill, or a duty that was not verified, stands in the register with what would change, and no rule enforces it."""
    watched = [entry for entry in REGISTER if entry["status"] == "watched"]
    assert {"US-CA-WATCH-SB1111", "US-CA-WATCH-AB2713", "US-CA-WATCH-SB1142", "US-CA-WATCH-SB1146"} <= {entry["id"] for entry in watched}
    assert [entry["id"] for entry in watched if entry["rules"] or not entry["reason"]] == []


def test_california_caps_no_commission_and_gives_models_no_days_of_the_freelance_act():
    capped = {rule.id for rule in BOOK.rules if any(re.match("commission.percent at most [0-9]", figure) for figure in figures(rule))}
    assert "US-NY-FWA-1035-7" in capped and not any(rule.startswith("US-CA") for rule in capped)
    shown = {example["verdict"] for example in BOOK.rule("US-CA-BPC-18102-PAYDATE").examples if example.get("given", {}).get("contract", {}).get("service_category") == "model"}
    assert shown == {"not_applicable"}


@pytest.mark.parametrize("duty", [*EUROPE, *(f"US-CA-{duty}" for duty in CALIFORNIA), *(duty if duty.startswith("GATE") else f"US-NY-FWA-{duty}" for duty in FASHION_WORKERS_ACT), *(f"US-NY-{duty}" for duty in NEIGHBOURS)])
def test_every_duty_of_the_research_is_in_the_register(duty):
    assert [entry["id"] for entry in REGISTER].count(duty) == 1


def test_the_register_and_the_rules_agree():
    ids = {rule.id for rule in BOOK.rules}
    named = {rule for entry in REGISTER for rule in entry["rules"]}
    assert named - ids == set()
    assert ids - named == set()


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_a_rule_is_in_its_section_and_names_its_grounds(rule):
    section = re.search(r"\d+", rule.raw["cite"])
    assert section or rule.raw["basis"]["kind"] == "voluntary"
    assert not section or section[0] in pathlib.Path(rule.file.path).read_text(encoding="utf-8")
    assert all(isinstance(source, dict) or source in rule.instrument["sources"] for source in rule.raw["sources"])
    text = " ".join(" ".join(line for heading, lines in page(rule) for line in (heading, *lines)).split())
    assert rule.raw["title"] in text and " ".join(rule.cite.split()) in text


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_a_rule_shows_the_day_before_it_takes_effect_and_the_day_itself(rule):
    from datetime import date, timedelta

    from fwa_check.judge.judge import judge_document
    from fwa_check.rulebook.examples import example_document

    first = rule.versions[0].first
    shown = set()
    for index, example in enumerate(rule.examples):
        document, dossier, _ = example_document(rule, index)
        as_of = date.fromisoformat(example.get("as_of", rule.raw["basis"]["checked_on"]))
        for finding in judge_document(document, [rule.on(document.kind)], as_of, dossier):
            if finding.reason and f"took effect on {first}" in finding.reason and str(first - timedelta(days=1)) in finding.reason:
                shown.add("before")
            elif finding.version is rule.versions[0] and finding.verdict == "fail":
                shown.add("after")
    assert shown == {"before", "after"}


def test_the_vocabulary_page_is_made_from_the_code():
    assert (ROOT / "rules" / "VOCABULARY.md").read_text(encoding="utf-8") == "\n".join(vocabulary_page()).rstrip() + "\n"


def test_no_rule_invents_a_payment_or_deal_memo_deadline():
    """The Act has no 45-day payment rule and no 24-hour rule; see the register."""
    for rule in BOOK.rules:
        if rule.id.startswith("US-NY-FWA-"):
            asked = str((rule.raw.get("when"), rule.raw["require"]))
            assert "45 days" not in asked and "24 hours" not in asked and "PT24H" not in asked

"""Two independent readings of the same YAML: jsonschema on the values of YAML 1.2, and our builder on the text.

They have to give the same verdict on every text in every type. Where ours is stricter, or looser,
on purpose, the text stands in a list with the reason.
"""

import re

import pytest
import yaml
from jsonschema import Draft202012Validator

from fwa_check.documents.build import Build
from fwa_check.documents.compose import compose_documents
from fwa_check.documents.kinds import builder_of, published_schema

FIELDS = {
    "text": ("booking", "model: {name: %s}"),
    "identifier": ("booking", "printed_registration_number: %s"),
    "boolean": ("booking", "companion_allowed: %s"),
    "count": ("booking", "explicit_consent: {business_days_to_review: %s}"),
    "number": ("booking", "compensation: {overtime_multiplier: %s}"),
    "percent": ("management_contract", "commission: {percent: %s}"),
    "money": ("booking", "compensation: {total: %s}"),
    "date": ("booking", "invoice_received_on: %s"),
    "instant": ("booking", "services: {sessions: [{start_at: %s}]}"),
    "moment": ("booking", "services: {start_at: %s}"),
    "duration": ("booking", "payment_term: {offset: %s}"),
    "place": ("booking", "services: {location: %s}"),
    "language": ("booking", "model: {requested_language: %s}"),
    "choice": ("booking", "status: %s"),
    "list": ("booking", "agency: {business_in: %s}"),
    "group": ("booking", "model: %s"),
}

NOTHING = ["unknown", "~", "null", "", '"unknown"', '""', "Unknown"]
TRUTHS = ["true", "True", "false", '"true"', "NO", "yes"]
PLAIN_NUMBERS = ["0", "1", "6", "20", "007", "0123", "99999999999", "1234567890123456"]
ODD_NUMBERS = ["6.0", "-1", "+1", "0o14", "0x10", "1e3", "1.5", ".5", "5.", "-1.5", ".inf", ".nan", "0.2", "20.01", "1.23456789012"]
QUOTED_NUMBERS = ['"20"', '"0.2"', '"20,5"', '"0123"', '"6\\n"', '"-1"', '"٢٠"']
PERCENTAGES = ["20 %", "20%", "0.2 %", '"-1 %"', '"20 % "', "20 percent"]
MONEY = ["USD 5", '"USD 1,200.00"', '"USD 1,20.00"', "USD 1.200", "KWD 1.200", '"EUR 0,200"', "usd 5", "UDS 5", '"USD  5"', "5 USD", "USD -5", "$5"]
MONEY_GROUPS = [
    *("{amount: 5, currency: USD}", '{amount: "1,200.00", currency: USD}', "{amount: 5}", "{currency: USD}", "{amount: unknown, currency: USD}"),
    *("{amount: ~, currency: USD}", "{amount: 1.200, currency: EUR}", "{amount: -5, currency: USD}", "{amount: 5, currency: usd}", "{amount: 5, currency: UDS}"),
    *("{amount: 5, currency: USD, tax: 1}", '{amount: "1,20", currency: USD}', "{amount: [5], currency: USD}"),
]
DAYS = ["2026-11-21", '"2026-11-21"', "2024-02-29", "2026-02-30", "2026-06-31", "0000-00-00", "10000-01-01", "2026-1-4", "01/04/2026", '"2026-11-21\\n"']
MOMENTS = [
    *('"2026-11-21T09:00Z"', '"2026-11-21t09:00z"', '"2026-11-21 09:00 -05:00"', '"2026-11-21T09:00:30+05:45"', '"2026-11-21T09:00"', '"2026-11-21T24:00Z"'),
    *('"2026-11-21T09:00+99:99"', '"2026-11-21T09:00-05:60"', '"2026-02-30T09:00Z"', '"0001-01-01T00:00Z"', '"9999-12-31T23:59Z"', '"2026-11-21T9:00Z"'),
]
TIMES = ["3 years", "P3Y", "PT8H", "10 business days", "3 Years", "P", "3", "3 yeras", "1.5 years", "1.5 hours", "three years", "-3 days", '"3 years,"', "P1.5Y"]
PLACES = ["US-NY", "US", "CA", "no", "us-ny", "US-ZZ", "XX", "EU", "EEA", "worldwide", "World", "FR-IDF", "New York"]
LANGUAGES = ["en", "pt-BR", "EN", "english", "en_US", "e"]
CHOICES = ["hold", "Hold", "confirmd", '"hold"']
SHAPES = ["[]", "[US-NY]", "[US-NY, unknown]", "[XX]", "[~]", "[[US]]", "[5]", "{}", "{name: Ana}", "{nme: Ana}", "{name: unknown}", "{5: Ana}"]
WORDS = ["Ana", '"a\\nb"', '"\\u200b"', '"?"', '" a"', '"a "']
POOL = NOTHING + TRUTHS + PLAIN_NUMBERS + ODD_NUMBERS + QUOTED_NUMBERS + PERCENTAGES + MONEY + MONEY_GROUPS + DAYS + MOMENTS + TIMES + PLACES + LANGUAGES + CHOICES + SHAPES + WORDS

# JSON Schema has no calendar, no clock, no list of codes; and Python's $ forgives a line break at the end.
STRICTER = {
    "Unknown with a capital would pass for words that the document states": [("text", "Unknown"), ("identifier", "Unknown")],
    "a text or a name that nobody can see states nothing": [("text", '"\\u200b"'), ("text", '"?"'), ("identifier", '"\\u200b"')],
    "a number is written in plain digits, as contracts write it": [(type_, text) for type_ in ("count", "number", "percent") for text in ("+1", "0o14", "0x10", "1e3", "5.")]
    + [(type_, text) for type_ in ("number", "percent") for text in (".5", ".inf", ".nan", "1.23456789012")]
    + [("count", "6.0")],
    "no count or amount in a contract is as large": [("count", "99999999999"), ("count", "1234567890123456"), ("number", "1234567890123456"), ("percent", "1234567890123456")],
    "a fraction without its sign could be two percentages": [("percent", "0.2"), ("percent", '"0.2"')],
    "a point before three digits could part thousands": [("money", "USD 1.200"), ("money", "{amount: 1.200, currency: EUR}")],
    "only the currencies of ISO 4217": [("money", "UDS 5"), ("money", "{amount: 5, currency: UDS}")],
    "only the days of the calendar": [(type_, text) for type_ in ("date", "moment") for text in ("2026-02-30", "2026-06-31", "0000-00-00")],
    "only the hours, zones and years of a clock": [
        (type_, text)
        for type_ in ("instant", "moment")
        for text in ('"2026-11-21T24:00Z"', '"2026-11-21T09:00+99:99"', '"2026-11-21T09:00-05:60"', '"2026-02-30T09:00Z"', '"0001-01-01T00:00Z"', '"9999-12-31T23:59Z"')
    ],
    "only the units of time that contracts use, whole where a part has no length": [("duration", text) for text in ("3 yeras", "1.5 years", "5 USD", "20 percent", '"3 years,"', "P1.5Y")],
    "only the codes of ISO 3166": [("place", "US-ZZ"), ("place", "XX"), ("place", "EN"), ("list", "[XX]")],
    "no line break at the end": [("percent", '"6\\n"'), ("date", '"2026-11-21\\n"'), ("moment", '"2026-11-21\\n"')],
}
LOOSER = {
    "a text is what is written, whatever YAML would make of it": [("text", text) for text in (*TRUTHS[:3], *PLAIN_NUMBERS, *ODD_NUMBERS, "3")],
    "so is a name: 1e3 and 0123 are certificates, not numbers": [("identifier", text) for text in ("true", "True", "false", "1.5", ".5", "-1.5", ".inf", ".nan", "0.2", "20.01", "1.23456789012")],
    "space around a name is not part of it": [("identifier", '" a"')],
    "quotes around a number or a truth change nothing": [("boolean", '"true"'), ("count", '"20"'), ("count", '"0123"'), ("number", '"20"'), ("number", '"0.2"'), ("number", '"0123"')],
}


def core_value(text):
    """What the core schema of YAML 1.2.2 (section 10.3.2) makes of a plain scalar."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text, re.ASCII):
        return int(text)
    if re.fullmatch(r"0o[0-7]+", text) or re.fullmatch(r"0x[0-9a-fA-F]+", text):
        return int(text, 0)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text, re.ASCII):
        return float(text)
    if re.fullmatch(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", text):
        return float(text.replace(".", ""))
    return text


def core(node):
    """The values of YAML 1.2 under a node, made without any of the code under test."""
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.style else core_value(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [core(item) for item in node.value]
    return {str(core(key)): core(value) for key, value in node.value}


@pytest.fixture(scope="module")
def validators():
    return {kind: Draft202012Validator(published_schema(kind)) for kind, _ in FIELDS.values()}


def verdicts(validators, type_, text):
    """Whether our builder, and whether jsonschema, takes `text` for a field of the type."""
    kind, line = FIELDS[type_]
    content = f"kind: {kind}\nid: x\n{line % text}\n"
    build = Build()
    builder_of(kind)(compose_documents(content)[0], build)
    return not build.problems, validators[kind].is_valid(core(yaml.compose(content, Loader=yaml.BaseLoader)))


@pytest.mark.parametrize("type_", FIELDS)
def test_the_builder_and_the_published_schema_agree_but_where_they_differ_on_purpose(validators, type_):
    stricter = {text for pairs in STRICTER.values() for each, text in pairs if each == type_}
    looser = {text for pairs in LOOSER.values() for each, text in pairs if each == type_}
    found_stricter, found_looser = set(), set()
    for text in POOL:
        ours, theirs = verdicts(validators, type_, text)
        if ours != theirs:
            (found_looser if ours else found_stricter).add(text)
    assert found_stricter == stricter & set(POOL)
    assert found_looser == looser & set(POOL)


@pytest.mark.parametrize(("table", "ours"), [(STRICTER, False), (LOOSER, True)], ids=["stricter", "looser"])
def test_every_difference_in_the_lists_is_still_one(validators, table, ours):
    for reason, pairs in table.items():
        for type_, text in pairs:
            assert text in POOL, (type_, text)
            assert verdicts(validators, type_, text) == (ours, not ours), (reason, type_, text)


@pytest.mark.parametrize("type_", FIELDS)
def test_every_type_takes_something_and_refuses_something_in_both_readings(validators, type_):
    found = {verdicts(validators, type_, text) for text in POOL}
    assert {(True, True), (False, False)} <= found

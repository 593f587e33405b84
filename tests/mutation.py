"""Breaks a rule on purpose, in every small way that a slip of the pen could.

A mutant is a rule in which one number, day, operator, condition or requirement was changed. The
rule's own examples have to notice each of them; `survivors` gives back the ones they do not.
"""

import copy
import re
from datetime import date, timedelta

from fwa_check.documents.kinds import KINDS
from fwa_check.documents.problem import Unreadable
from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.examples import run_examples
from fwa_check.rulebook.rule import LEVELS, Rule

ALWAYS = {"as_of": {"on_or_after": "1900-01-01"}}
BOUNDARY = {
    "at_most": "less_than", "less_than": "at_most", "at_least": "more_than", "more_than": "at_least",
    "before": "on_or_before", "on_or_before": "before", "after": "on_or_after", "on_or_after": "after",
}  # fmt: skip
CONDITION_KEYS = ("when", "require")
CASE_KEYS = ("unsettled", "unsettled_scope", "exemptions")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")


def survivors(rule):
    """Return (how many mutants, the descriptions of those that no example notices) of `rule`."""
    total, alive = 0, []
    for description, raw in mutants_of(rule.raw):
        noticed = is_noticed(raw, rule.instrument, rule)
        if noticed is None:
            continue
        total += 1
        if not noticed:
            alive.append(description)
    return total, alive


def is_noticed(raw, instrument, rule):
    """Tell whether the examples notice the mutant; None when it is refused before it could judge."""
    try:
        mutant = Rule(raw, instrument, rule.file, rule.pointer)
        mutant.compile()
        return any(outcome.faults for outcome in run_examples(mutant))
    except (RuleError, Unreadable):
        return None


def mutants_of(raw):
    """Yield (description, raw rule) for every mutant of a raw rule."""
    for key in CONDITION_KEYS:
        if key in raw:
            for description, tree in condition_mutants(raw[key]):
                yield f"{key}: {description}", {**raw, key: tree}
    if "when" in raw:
        yield "when: dropped", {name: value for name, value in raw.items() if name != "when"}
    yield "require: dropped", {**raw, "require": ALWAYS}
    for key in CASE_KEYS:
        for index, case in enumerate(raw.get(key, ())):
            rest = [each for at, each in enumerate(raw[key]) if at != index]
            yield f"{key} {index}: dropped", {**raw, key: rest}
            for description, tree in condition_mutants(case["when"]):
                changed = [*raw[key]]
                changed[index] = {**case, "when": tree}
                yield f"{key} {index}: {description}", {**raw, key: changed}
    yield from _stricter_mutants(raw)
    yield from _switch_mutants(raw)
    days = raw["dated_by"].get("latest_of", ()) if isinstance(raw["dated_by"], dict) else ()
    for left_out in days:
        yield f"dated_by: without {left_out}", {**raw, "dated_by": {"latest_of": [day for day in days if day != left_out]}}
    yield from _version_mutants(raw)


def _stricter_mutants(raw):
    if "stricter" not in raw:
        return
    stricter = raw["stricter"]
    yield "stricter: dropped", {name: value for name, value in raw.items() if name != "stricter"}
    for level in LEVELS:
        if level != stricter["level"]:
            yield f"stricter: level {level}", {**raw, "stricter": {**stricter, "level": level}}
    for description, tree in condition_mutants(stricter["when"]):
        yield f"stricter: {description}", {**raw, "stricter": {**stricter, "when": tree}}


def _switch_mutants(raw):
    interpretation = raw.get("interpretation", {})
    switch = interpretation.get("switch")
    for level in LEVELS if switch else ():
        if level != switch["level"]:
            yield f"interpretation: switch level {level}", {**raw, "interpretation": {**interpretation, "switch": {**switch, "level": level}}}


def _version_mutants(raw):
    for index, version in enumerate(raw["versions"]):
        for end in ("from", "to"):
            if end not in version:
                continue
            for days in (-1, 1):
                versions = copy.deepcopy(raw["versions"])
                versions[index][end] = _moved(version[end], days)
                if end == "to" and index + 1 < len(versions):
                    versions[index + 1]["from"] = _moved(versions[index + 1]["from"], days)
                if end == "from" and index:
                    continue
                yield f"versions {index}: {end} moved by {days} day", {**raw, "versions": versions}
        if "level" in version:
            for level in LEVELS:
                if level != version["level"]:
                    versions = copy.deepcopy(raw["versions"])
                    versions[index]["level"] = level
                    yield f"versions {index}: level {level}", {**raw, "versions": versions}


def condition_mutants(tree, here=""):
    """Yield (description, tree) for every small change of a condition."""
    if isinstance(tree, list):
        yield from _list_mutants(tree, here)
        return
    if set(tree) <= set(KINDS):
        for kind, part in tree.items():
            for description, changed in condition_mutants(part, f"{here}/{kind}"):
                yield description, {**tree, kind: changed}
        return
    for key, value in tree.items():
        place = f"{here}/{key}"
        rest = {name: each for name, each in tree.items() if name != key}
        if rest:
            yield f"{place} dropped", rest
        if key in ("all", "any"):
            other = "any" if key == "all" else "all"
            if len(value) > 1:
                yield f"{place} made {other}", {**rest, other: value}
            for description, changed in _list_mutants(value, place):
                yield description, {**rest, key: changed}
        elif key == "not":
            yield f"{place} taken away", {**rest, **value} if not set(rest) & set(value) else {"all": [rest, value]}
            for description, changed in condition_mutants(value, place):
                yield description, {**rest, key: changed}
        elif key in ("some", "every"):
            yield f"{place} made the other", {**rest, "every" if key == "some" else "some": value}
            for description, changed in condition_mutants(value["where"], place):
                yield description, {**rest, key: {**value, "where": changed}}
        else:
            yield f"{place} negated", {**rest, "not": {key: value}} if "not" not in rest else {"all": [rest, {"not": {key: value}}]}
            if key != "meets":
                for description, changed in _asked_mutants(value, place):
                    yield description, {**tree, key: changed}


def _list_mutants(parts, here):
    for index, part in enumerate(parts):
        if len(parts) > 1:
            yield f"{here}/{index} dropped", [each for at, each in enumerate(parts) if at != index]
        for description, changed in condition_mutants(part, f"{here}/{index}"):
            yield description, [*parts[:index], changed, *parts[index + 1 :]]


def _asked_mutants(asked, here):
    if not isinstance(asked, dict) or "fact" in asked:
        return
    for name, operand in asked.items():
        rest = {each: value for each, value in asked.items() if each != name}
        if rest:
            yield f"{here}/{name} dropped", rest
        if name in BOUNDARY and BOUNDARY[name] not in asked:
            yield f"{here}/{name} made {BOUNDARY[name]}", {**rest, BOUNDARY[name]: operand}
        if name in BOUNDARY or name in ("is", "is_not"):
            for changed in _moved_operands(operand):
                yield f"{here}/{name} moved to {changed}", {**asked, name: changed}
        if isinstance(operand, list) and len(operand) > 1:
            for index in range(len(operand)):
                yield f"{here}/{name} without {operand[index]}", {**asked, name: operand[:index] + operand[index + 1 :]}


def _moved_operands(operand):
    if isinstance(operand, dict):
        if "or_next_business_day_in" in operand:
            yield {key: value for key, value in operand.items() if key != "or_next_business_day_in"}
        for key in ("plus", "minus", "times"):
            if key in operand:
                for changed in _moved_operands(operand[key]):
                    yield {**operand, key: changed}
        return
    if _DATE.fullmatch(operand):
        yield from (_moved(operand, days) for days in (-1, 1))
        return
    match = _NUMBER.search(operand)
    if not match or not (match.start() == 0 or operand[:3].isupper()):
        return
    number = float(match[0].replace(",", ""))
    unit = operand[match.end() :]
    step = 1 if unit.strip() and "%" not in unit else 0.01
    if unit.strip() in ("years", "year", "months", "month"):
        yield f"{operand} and 1 day"
        yield f"{number - 1:g}{unit} and {364 if 'year' in unit else 27} days"
        return
    for moved in (number - step, number + step):
        if moved >= 0:
            yield f"{operand[: match.start()]}{moved:g}{unit}" if step == 1 else f"{operand[: match.start()]}{moved:.2f}{unit}"


def _moved(day, days):
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def definition_mutants(instrument):
    """Yield (term, description, instrument) for every small change of a defined term."""
    definitions = instrument.get("definitions", {})
    for term, definition in definitions.items():
        for description, tree in condition_mutants(definition["when"]):
            changed = {**definitions, term: {**definition, "when": tree}}
            yield term, description, {**instrument, "definitions": changed}

"""The facts that a rule reads, with what is asked of each: the glossary and the figures of its page."""

from fwa_check.rulebook.conditions import of_items
from fwa_check.rulebook.facts import whole_document
from fwa_check.rulebook.rule import days_of, for_kind
from fwa_check.values.calendars import ALL_BUT_SUNDAYS

_SIZED = ("at_most", "at_least", "more_than", "less_than", "before", "after", "on_or_before", "on_or_after")
_CASES = ("exemptions", "unsettled_scope", "unsettled", "messages", "exposure")


def facts_read(rule):
    """Yield (path, Fact, what is asked of it, as the rule file has it) for every condition of `rule`, kind by kind."""
    definitions = rule.instrument.get("definitions", {})
    for kind in rule.kinds:
        trees = [for_kind(rule.raw.get(key), kind) for key in ("when", "require")]
        trees += [case["when"] for key in _CASES for case in rule.raw.get(key, ())]
        trees += [rule.raw["stricter"]["when"]] if "stricter" in rule.raw else []
        for tree in trees:
            if tree is not None:
                yield from _below(tree, rule.on(kind).vocabulary, definitions)


def _below(tree, vocabulary, definitions):
    if isinstance(tree, list):
        for part in tree:
            yield from _below(part, vocabulary, definitions)
        return
    for key, value in tree.items():
        if key in ("all", "any", "not"):
            yield from _below(value, vocabulary, definitions)
        elif key == "meets":
            of = definitions[value].get("of", {})
            yield from _below(definitions[value]["when"], of_items(of, whole_document(vocabulary.kind), ""), definitions)
        elif key in ("some", "every"):
            holder = vocabulary.fact(value["each"], "")
            yield value["each"], holder, {}
            yield from _below(value["where"], vocabulary.binding(value["as"], holder.items, ""), definitions)
        else:
            asked = value if isinstance(value, dict) and "fact" not in value else {"is": value}
            yield key, vocabulary.fact(key, ""), asked
            for operand in asked.values():
                if isinstance(operand, dict):
                    yield operand["fact"], vocabulary.fact(operand["fact"], ""), {}


def glossary(rule):
    """Return {path: description} of the days that date `rule` and of every fact that it reads, in the order of the reading."""
    dated = [rule.on(kind).vocabulary.fact(path, "") for kind in rule.kinds for path in days_of(for_kind(rule.raw["dated_by"], kind))]
    return {fact.path: fact.description for fact in (*dated, *(fact for _, fact, _ in facts_read(rule)))}


def figures(rule):
    """Return the texts of every comparison with a size or a day that `rule` makes, each once."""
    found = {}
    for path, _, asked in facts_read(rule):
        for name, operand in asked.items():
            change = isinstance(operand, dict) and len(operand) > 1
            if name in _SIZED and (change or not isinstance(operand, dict)):
                found[f"{path} {name.replace('_', ' ')} {in_words(operand)}"] = None
    return list(found)


def in_words(operand):
    """Return an operand of a rule file as words."""
    if isinstance(operand, list):
        return ", ".join(operand)
    if not isinstance(operand, dict):
        return operand
    change = next(((name, operand[name]) for name in ("plus", "minus", "times") if name in operand), None)
    counted, rolled = operand.get("in_calendar"), operand.get("or_next_business_day_in")
    words = operand["fact"] + (f" {change[0]} {change[1]}" if change else "")
    if counted:
        words += " (every day but Sundays)" if counted == ALL_BUT_SUNDAYS else f" ({counted})"
    if rolled:
        words += ", or, where that is a Sunday, the Monday after it" if rolled == ALL_BUT_SUNDAYS else f", or the next business day in {rolled}"
    return words

"""A rule in words: its page for people, made from the rule file alone."""

import re
import textwrap

from fwa_check.rulebook.rule import days_of, for_kind
from fwa_check.rulebook.words_facts import figures, glossary, in_words

BASIS = {
    "statute": "read against the text in force",
    "official_guidance": "read against official guidance",
    "secondary": "known from secondary sources; the text in force was not read, or not whole",
    "unverified": "not verified",
    "voluntary": "a promise, not law",
}
_GROUPS = {"all": "all of these hold", "any": "at least one of these holds"}


def condition_lines(tree, definitions, indent=""):
    """Return the lines that say a condition in words; defined terms are written out once named."""
    if isinstance(tree, list):
        tree = {"all": tree}
    elif len(tree) > 1:
        tree = {"all": [{key: value} for key, value in tree.items()]}
    lines = []
    for key, value in tree.items():
        if key in _GROUPS:
            lines.append(f"{indent}- {_GROUPS[key]}:")
            for part in value:
                lines += condition_lines(part, definitions, indent + "  ")
        elif key == "not":
            lines.append(f"{indent}- it is not so that:")
            lines += condition_lines(value, definitions, indent + "  ")
        elif key == "meets":
            definition = definitions[value]
            lines.append(f"{indent}- {definition['title']} ({definition.get('cite', 'defined term')}):")
            lines += condition_lines(definition["when"], definitions, indent + "  ")
        elif key in ("some", "every"):
            lines.append(f"{indent}- {'one or more' if key == 'some' else 'each'} of {value['each']} ({value['as']}) is such that:")
            lines += condition_lines(value["where"], definitions, indent + "  ")
        else:
            lines.append(f"{indent}- {key} {' and '.join(_asked(value))}")
    return lines


def _asked(value):
    if not isinstance(value, dict) or "fact" in value:
        return [f"is {in_words(value)}"]
    return ["is stated" if name == "stated" else f"{name.replace('_', ' ')} {in_words(operand)}" for name, operand in value.items()]


def page(rule, width=80):
    """Return the lines of the page of `rule`, as (heading, lines): first what a lawyer would quote, then how it is decided."""
    raw, definitions = rule.raw, rule.instrument.get("definitions", {})

    def wrapped(text, indent="  ", hang=None):
        return textwrap.wrap(_spoken(text), width, initial_indent=indent, subsequent_indent=hang or indent, break_long_words=False, break_on_hyphens=False)

    def items(texts):
        return [line for text in texts for line in wrapped(f"- {text}", "  ", "    ")]

    yield f"{rule.id}  {raw['title']}", wrapped(f"{rule.cite} · {rule.instrument.get('name', 'house rule')} · {raw['jurisdiction']} · a failure is: {raw['level']}")
    yield "What it asks", wrapped(raw["duty"])
    yield "Who is bound, and what is read", wrapped(f"{_spaced(raw['binds'])}; read in: {', '.join(map(_spaced, rule.kinds))}")
    yield "In force", _in_force(rule, wrapped)
    sizes = figures(rule)
    if sizes:
        yield "Figures and days", items(sizes)
    if "exemptions" in raw:
        yield "Exemptions", items(case["because"] + (f" ({case['cite']})" if "cite" in case else "") for case in raw["exemptions"])
    for key, heading in _OPEN.items():
        if key in raw:
            yield heading, items(case["question"] for case in raw[key])
    if "consequence" in raw:
        yield "If it is broken", wrapped(raw["consequence"]) + items(case["says"] for case in raw.get("exposure", ()))
    yield "What to do", wrapped(raw["fix"])
    if "interpretation" in raw:
        reading = raw["interpretation"]
        yield "The reading chosen", wrapped(reading["reading"]) + wrapped(f"Whose it is: {reading['by']}") + wrapped(f"The other reading: {reading['other']}") + _switch(reading, wrapped)
    basis = raw["basis"]
    sure = f"{BASIS[basis['kind']]} ({basis['kind']}), on {basis['checked_on']}." + (f" {basis['note']}" if "note" in basis else "")
    yield "How sure", wrapped(sure)
    sources = [source if isinstance(source, dict) else rule.instrument["sources"][source] for source in raw["sources"]]
    yield "Sources", [line for source in sources for line in (*wrapped(source["title"]), f"    {source['url']}")]
    yield "Examples", _examples(rule.examples, width)
    if "for_each" in raw:
        yield "How it is decided: what is judged", wrapped("; ".join(f"each of {path} by itself, as {name}" for name, path in raw["for_each"].items()))
    if "when" in raw:
        yield "How it is decided: applies when", _by_kind(raw["when"], rule, definitions)
    yield "How it is decided: requires", _by_kind(raw["require"], rule, definitions)
    if "stricter" in raw:
        yield f"How it is decided: a failure is: {raw['stricter']['level']}, when", condition_lines(raw["stricter"]["when"], definitions, "  ")
    for key, heading in _CASES.items():
        if key in raw:
            yield f"How it is decided: {heading}", [line for case in raw[key] for line in condition_lines(case["when"], definitions, "  ")]
    yield "How it is decided: what a failure says", wrapped(raw["message"]) + items(case["says"] for case in raw.get("messages", ()))
    yield "How it is decided: what the facts mean", [line for path, said in glossary(rule).items() if said for line in wrapped(f"{path}: {said}", "  ", "    ")]


_OPEN = {"unsettled_scope": "Left to a person, where the duty seems not kept", "unsettled": "Left to a person, where the duty seems kept"}
_CASES = {"exemptions": "exempt when", "unsettled_scope": "open, where the duty seems not kept, when", "unsettled": "open, where the duty seems kept, when"}
_MOST_EXAMPLES = 20
_PLACE = re.compile(r"\{([^{}]*)\}")


def _spoken(text):
    """Return a text on one line, with the names of facts in brackets where a finding puts in their values."""
    return " ".join(_PLACE.sub(r"[\1]", str(text)).split())


def _switch(reading, wrapped):
    switch = reading.get("switch")
    if not switch:
        return []
    name, default, instead = switch["name"], switch["default"], switch["instead"]
    choice = f"The setting {name}: {default} (the default) is the reading chosen; {instead} is the other one, and then a failure is: {switch['level']}."
    return wrapped(f"{choice} A file for check --config has it under readings, as {name}: {instead}.")


def _in_force(rule, wrapped):
    dated = rule.raw["dated_by"]
    days = ", ".join(dict.fromkeys(_dated(dated, kind) for kind in rule.kinds))
    lines = wrapped(f"decided by {days.replace('as_of', 'the day of asking')}")
    for version in rule.versions:
        end = f"to {version.last}" if version.last else "with no end known"
        lines += wrapped(f"from {version.first} {end}: {version.level}" + (f" ({version.note})" if version.note else ""))
    return lines


def _dated(dated, kind):
    paths = days_of(for_kind(dated, kind))
    words = paths[0] if len(paths) == 1 else f"the latest of {' and '.join(paths)}"
    return words if dated is for_kind(dated, kind) else f"{words} of a {_spaced(kind)}"


def _spaced(name):
    return name.replace("_", " ")


def _by_kind(tree, rule, definitions):
    if isinstance(tree, dict) and set(tree) <= set(rule.kinds):
        lines = []
        for kind, part in tree.items():
            lines += [f"  in a {kind}:", *condition_lines(part, definitions, "    ")]
        return lines
    return condition_lines(tree, definitions, "  ")


def _examples(examples, width):
    """Return the lines of the examples that have a name, and say how many more there are; of any where few have one."""
    named = [example for example in examples if "name" in example]
    shown = (named if len(named) >= 3 else examples)[:_MOST_EXAMPLES]
    lines = [line for example in shown for line in _example_lines(example, width)]
    more = len(examples) - len(shown)
    return lines + ([f"  and {more} more in the rule file"] if more else [])


def _example_lines(example, width):
    said = " ".join(_example(example).split())
    return textwrap.wrap(said, width, initial_indent=f"  {example['verdict']:<16}", subsequent_indent=" " * 18, break_long_words=False, break_on_hyphens=False)


def _example(example):
    if "name" in example:
        return example["name"]
    facts = ", ".join(f"{path} is {value}" for path, value in _flat(example.get("given", {})))
    parts = [facts] if facts else []
    if example.get("without"):
        parts.append(f"without {', '.join(example['without'])}")
    if "as_of" in example:
        parts.append(f"as of {example['as_of']}")
    parts += [f"under {name}: {value}" for name, value in example.get("readings", {}).items()]
    return " ".join(parts) or "the facts that every example begins with"


def _flat(value, here=""):
    if isinstance(value, dict) and value:
        for key, below in value.items():
            yield from _flat(below, f"{here}.{key}" if here else key)
    elif isinstance(value, list):
        yield here, ", ".join(item if isinstance(item, str) else ", ".join(f"{path} {text}".strip() for path, text in _flat(item)) for item in value) or "an empty list"
    elif here:
        yield here, value or "left empty"

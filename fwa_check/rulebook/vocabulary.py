"""Makes the page of the rule language from the code itself: `rules/VOCABULARY.md`.

    python -m fwa_check.rulebook.vocabulary > rules/VOCABULARY.md
"""

from itertools import product

from fwa_check.documents.document import Document, Source
from fwa_check.documents.kinds import KINDS, fields_of
from fwa_check.documents.scalars import READERS
from fwa_check.rulebook.conditions import all_of, any_of, not_
from fwa_check.rulebook.derived import derived_facts
from fwa_check.rulebook.operators import OPERATORS
from fwa_check.rulebook.scope import Scope
from fwa_check.values.absent import MISSING

WORDS = {True: "true", False: "false", None: "unknown"}
_INTRODUCTION = """\
# The rule language

This page is made from the code by `python -m fwa_check.rulebook.vocabulary`; a test holds it against it.

A rule asks conditions of facts. Every condition is **true**, **false** or **unknown**, and a missing fact
(left out, left empty, or written as `unknown`) makes it unknown: it never turns into a default.

## How a verdict comes about

1. The day of `dated_by` picks the version: a fact, or `latest_of` several, where a missing one matters only if it could
   pick another version. No version in force on that day: **not applicable**.
2. `when` is false, or one of the `exemptions` is true: **not applicable**, with the exemption's words. `when`, an
   exemption or the day is unknown: **unknown**.
3. `require` is asked. Where it does not hold and a case of `unsettled_scope` is true, it is open whether
   the rule reaches this at all: **review**.
4. `require` is false: **fail**. It is unknown: **unknown**, naming the facts that would settle it. A failure weighs
   `level`, or the level of `stricter` where its condition holds; where that is unknown: **unknown**. `exposure` says
   what it may cost under these facts: the first case that holds is added to the consequence. In the same way the first
   case of `messages` that holds is said instead of `message`.
5. `require` is true. A case of `unsettled` is true: **review**; unknown: **unknown**; else **pass**.

## Conditions

A condition is a fact with what is asked of it, `commission.percent: {at_most: 20 %}`. Several facts side by
side all have to hold. `{fact: true}` is short for `{fact: {is: true}}`. Where a value is asked for, another
fact may stand: `{fact: services_end_day, plus: 7 days}`, with at most one of `plus`, `minus` and `times`.
`or_next_business_day_in: US-NY` moves a day that falls on a weekend or a public holiday there to the next business day.
`plus: 2 business days` needs `in_calendar: US-CA`, the place whose business days are meant, or `all_but_sundays`.
In messages, `{services_end_day plus 30 days}` shows a day that is counted so, `{payment_due_on or next business day in
US-CA}` the day that it moves to, and `{days from payment_due_on to settled_on}` how many days lie between two.

| condition | means |
|---|---|
| `all: [...]` | every part holds |
| `any: [...]` | one part or more holds |
| `not: ...` | the part does not hold |
| `some: {each: list, as: name, where: ...}` | one item or more of the list is such that the condition holds; false for an empty list |
| `every: {each: list, as: name, where: ...}` | each item of the list is such; true for an empty list |
| `meets: term` | a term defined by the instrument (`definitions` in its `instrument.yaml`); a term `of: {asset: assets}` is asked of the item that is called so |

`for_each: {name: list}` judges each item of a list by itself, with a verdict of its own: **unknown** when the
list is not stated, **not applicable** when it is stated and empty. `with: {name: fact}` reads the document
whose id the fact holds: its facts are `name.fact`, the derived ones among them.
"""


def page():
    """Yield the lines of the page."""
    yield _INTRODUCTION
    yield from _truth_tables()
    yield "## Operators\n"
    for operator in OPERATORS.values():
        yield f"### `{operator.name}`\n"
        yield f"{operator.meaning[0].upper()}{operator.meaning[1:]}. Takes: {', '.join(operator.types)}.\n"
        yield from _operator_table(operator)
    yield "## Derived facts\n"
    yield "What follows from stated facts by arithmetic alone. A rule uses them by name, like a field.\n"
    yield "| fact | type | of a | what it is |\n|---|---|---|---|"
    for fact in sorted(derived_facts().values()):
        yield f"| `{fact.name}` | {fact.type} | {', '.join(fact.kinds)} | {fact.description} |"
    yield "| `as_of` | date | all kinds | The day on which the question is asked. |\n"
    yield "## Facts of each kind of document\n"
    for kind in KINDS:
        yield f"### {kind}\n\n| fact | type | what it is |\n|---|---|---|"
        yield from _fact_rows("", fields_of(kind))
        yield ""


def _truth_tables():
    yield "### Truth tables\n"
    yield "| a | b | `all` | `any` |\n|---|---|---|---|"
    for left, right in product(WORDS, repeat=2):
        parts = [_answering(left), _answering(right)]
        yield f"| {WORDS[left]} | {WORDS[right]} | {WORDS[all_of(parts)(_scope())]} | {WORDS[any_of(parts)(_scope())]} |"
    yield "\n| a | `not` |\n|---|---|"
    for value in WORDS:
        yield f"| {WORDS[value]} | {WORDS[not_(_answering(value))(_scope())]} |"
    yield ""


def _answering(value):
    return lambda scope: value


def _scope():
    return Scope(Document(Source("", b"", ""), "booking", {"id": ""}, None), None)


def _operator_table(operator):
    yield "| the fact | the operand | answer |\n|---|---|---|"
    if operator.name == "stated":
        yield "| stated | true | true |"
        yield "| not stated, in a complete document | true | false |"
        yield "| not stated, in a document marked `complete: false` | true | unknown |\n"
        return
    for type_, fact, operand, _ in operator.rows:
        yield f"| {_cell(fact)} | {_cell(operand)} | {WORDS[operator.ask(typed(type_, fact), typed_operand(operator, type_, operand))]} |"
    yield "| not stated | any | unknown |\n"


def typed(type_, value):
    """Return the typed value of a worked example's fact: a text, or a list of texts."""
    if isinstance(value, list):
        return [typed(type_, item) for item in value]
    return MISSING if value == "unknown" else READERS[type_](value)


def typed_operand(operator, type_, operand):
    """Return the typed operand of a worked example of `operator`."""
    return typed("boolean" if operator.operand == "switch" else type_, operand)


def _cell(value):
    return ", ".join(value) or "an empty list" if isinstance(value, list) else value


def _fact_rows(here, field):
    for name, below in field.fields.items():
        path = f"{here}.{name}" if here else name
        type_ = f"one of {', '.join(below.choices)}" if below.choices else _list_of(below.items) if below.items else below.type
        yield f"| `{path}` | {type_} | {below.description} |"
        if below.fields:
            yield from _fact_rows(path, below)
        elif below.items and below.items.fields:
            yield from _fact_rows(f"{path}[]", below.items)


def _list_of(items):
    return f"list of {', '.join(items.choices)}" if items.choices else f"list of {items.type}"


if __name__ == "__main__":
    print("\n".join(page()).rstrip())

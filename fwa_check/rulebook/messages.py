"""Messages with values in them: ``The commission is {commission.percent} %.``"""

import re
from datetime import date, datetime
from decimal import Decimal

from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.operands import compile_operand
from fwa_check.values.absent import MISSING
from fwa_check.values.moments import day_of

_MOST_STATED_DIGITS = 9
_PLACE = re.compile(r"\{([^{}]*)\}")
_COUNTED = re.compile(r"(\S+)(?: (plus|minus|times) (\S.*?))?(?: or next business day in (\S+))?")
_DAYS = re.compile(r"days from (\S.*) to (\S.*)")


def compile_message(template, vocabulary, pointer):
    """Return the function (Scope, unstated: list of texts) -> message.

    ``{a.fact}`` stands for the fact's value, ``{a.day plus 30 days}`` for what is counted from it
    (plus, minus or times), ``{a.day or next business day in US-CA}`` for the day that it moves to,
    ``{days from a.day to another.day}`` for how many lie between them (0 when there are none), and
    ``{unstated}`` for the names of what the document does not state. Raises RuleError for a fact that
    does not exist, or is no day where one is counted.
    """
    parts = _PLACE.split(template)
    readers = {name: _reader(name, vocabulary, pointer) for name in parts[1::2] if name != "unstated"}
    if "{" in "".join(parts[::2]) or "}" in "".join(parts[::2]):
        raise RuleError(pointer, "a brace stands alone in the message", expected="{name.of.a.fact}")

    def write(scope, unstated):
        def text_of(name):
            if name == "unstated":
                return ", ".join(unstated)
            before = len(scope.trail)
            value = readers[name](scope)
            del scope.trail[before:]
            return show(value)

        return "".join(part if index % 2 == 0 else text_of(part) for index, part in enumerate(parts))

    return write


def _reader(name, vocabulary, pointer):
    span = _DAYS.fullmatch(name)
    if not span:
        return _counted_reader(name, vocabulary, pointer)[1]
    (start_type, start), (end_type, end) = (_counted_reader(each, vocabulary, pointer) for each in span.groups())
    if {start_type, end_type} - {"date", "moment"}:
        raise RuleError(pointer, f"{name}: no days lie between these", expected="days from one day to another")

    def days_between(scope):
        first, last = start(scope), end(scope)
        return MISSING if MISSING in (first, last) else Decimal(max(0, (day_of(last) - day_of(first)).days))

    return days_between


def _counted_reader(name, vocabulary, pointer):
    """Return the type of the fact that `name` begins with, and the reader of what is counted from it."""
    counted = _COUNTED.fullmatch(name)
    path, word, amount, calendar = counted.groups() if counted else (name, None, None, None)
    fact = vocabulary.fact(path, pointer)
    operand = {"fact": fact.path} | ({word: amount} if word else {}) | ({"or_next_business_day_in": calendar} if calendar else {})
    if len(operand) == 1:
        return fact.type, fact.read
    try:
        return fact.type, compile_operand(operand, fact, "one", vocabulary, pointer)
    except RuleError as error:
        # The page has one text here, and no place for each word of it.
        error.pointer = pointer
        raise


def show(value):
    """Return a value as a person writes it."""
    if value is MISSING:
        return "(not stated)"
    if value is True or value is False:
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        # Only a ratio has more digits than a document can state; what was stated is shown as it is.
        value = round(value, 4) if value.as_tuple().exponent < -_MOST_STATED_DIGITS else value
        return f"{value.normalize():f}" if value % 1 else f"{value:f}".partition(".")[0]
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(show(item) for item in value) or "none"
    if isinstance(value, dict):
        return "(stated)"
    return str(value).replace("_", " ") if isinstance(value, str) and "_" in value and " " not in value else str(value)

"""Messages with values in them: ``The commission is {commission.percent} %.``"""

import re
from datetime import date, datetime
from decimal import Decimal

from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.operands import compile_operand
from fwa_check.values.absent import MISSING

_MOST_STATED_DIGITS = 9
_PLACE = re.compile(r"\{([^{}]*)\}")
_COUNTED = re.compile(r"(\S+) (plus|minus|times) (\S.*)")


def compile_message(template, vocabulary, pointer):
    """Return the function (Scope, unstated: list of texts) -> message.

    ``{a.fact}`` stands for the fact's value, ``{a.day plus 30 days}`` for what is counted from it
    (plus, minus or times), and ``{unstated}`` for the names of what the document does not state.
    Raises RuleError for a fact that does not exist.
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
    counted = _COUNTED.fullmatch(name)
    fact = vocabulary.fact(counted[1] if counted else name, pointer)
    if not counted:
        return fact.read
    try:
        return compile_operand({"fact": fact.path, counted[2]: counted[3]}, fact, "one", vocabulary, pointer)
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

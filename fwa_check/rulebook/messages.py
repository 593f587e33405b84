"""Messages with values in them: ``The commission is {commission.percent} %.``"""

import re
from datetime import date, datetime
from decimal import Decimal

from fwa_check.rulebook.errors import RuleError
from fwa_check.values.absent import MISSING

_PLACE = re.compile(r"\{([^{}]*)\}")


def compile_message(template, vocabulary, pointer):
    """Return the function (Scope, unstated: list of texts) -> message.

    ``{a.fact}`` stands for the fact's value and ``{unstated}`` for the names of what the document
    does not state. Raises RuleError for a fact that does not exist.
    """
    parts = _PLACE.split(template)
    facts = {name: vocabulary.fact(name, pointer) for name in parts[1::2] if name != "unstated"}
    if "{" in "".join(parts[::2]) or "}" in "".join(parts[::2]):
        raise RuleError(pointer, "a brace stands alone in the message", expected="{name.of.a.fact}")

    def write(scope, unstated):
        def text_of(name):
            if name == "unstated":
                return ", ".join(unstated)
            before = scope.mark()
            value = facts[name].read(scope)
            scope.cut(before)
            return show(value)

        return "".join(part if index % 2 == 0 else text_of(part) for index, part in enumerate(parts))

    return write


def show(value):
    """Return a value as a person writes it."""
    if value is MISSING:
        return "(not stated)"
    if value is True or value is False:
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{round(value, 4).normalize():f}" if value % 1 else f"{value:f}".partition(".")[0]
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(show(item) for item in value) or "none"
    if isinstance(value, dict):
        return "(stated)"
    return str(value).replace("_", " ") if isinstance(value, str) and "_" in value and " " not in value else str(value)

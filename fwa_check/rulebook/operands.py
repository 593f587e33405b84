"""The right-hand side of a comparison: a value, several values, or another fact."""

from fwa_check.documents.problem import nearest, shortened
from fwa_check.documents.scalars import READERS, Misread
from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.operators import DAYS, NUMBERS
from fwa_check.values.absent import MISSING
from fwa_check.values.calendars import ALL_BUT_SUNDAYS
from fwa_check.values.moments import day_of
from fwa_check.values.money import Money
from fwa_check.values.period import add_period, negated

_CHANGES = ("plus", "minus", "times")
_CALENDAR, _ROLLED = "in_calendar", "or_next_business_day_in"
_REFERENCE_KEYS = ("fact", *_CHANGES, _CALENDAR, _ROLLED)


def compile_operand(operand, fact, shape, vocabulary, pointer):
    """Return the function (Scope) -> operand for what a rule wrote beside an operator.

    `shape` is the operator's operand shape; a constant comes back from the function as it is.
    The function has an attribute `constant` where the operand does not depend on the document.
    """
    if shape == "switch":
        return _constant(read_constant(operand, Plain("boolean"), pointer))
    if isinstance(operand, dict):
        if shape in ("several", "items"):
            raise RuleError(pointer, "a list of values belongs here", expected="a list such as [a, b]")
        return _reference(operand, fact if shape == "one" else fact.items or fact, vocabulary, pointer)
    holder = fact.items if shape in ("item", "items") else fact
    if shape == "place":
        holder = Plain("place")
    if shape in ("several", "items"):
        if not isinstance(operand, list) or not operand:
            raise RuleError(pointer, "a list of values belongs here", expected="a list such as [a, b]")
        return _constant([read_constant(each, holder, f"{pointer}/{i}") for i, each in enumerate(operand)])
    return _constant(read_constant(operand, holder, pointer))


class Plain:
    """What a value is read as where no fact says it: a type without choices."""

    __slots__ = ("type",)
    choices = None

    def __init__(self, type):
        self.type = type


def _constant(value):
    def read(scope):
        return value

    read.constant = value
    return read


def read_constant(text, holder, pointer):
    """Return the typed value of `text` for a fact like `holder`; raise RuleError when it cannot be one."""
    if not isinstance(text, str):
        raise RuleError(pointer, "a single value belongs here", expected=f"a {holder.type}")
    if holder.choices:
        if text not in holder.choices:
            raise RuleError(pointer, f"{shortened(text)!r} is not one of the fact's values", expected=f"one of {', '.join(holder.choices)}", suggestion=nearest(text, holder.choices))
        return text
    if holder.type not in READERS:
        raise RuleError(pointer, f"a {holder.type} cannot be compared with a value")
    try:
        return READERS[holder.type](text)
    except Misread as error:
        raise RuleError(pointer, f"{shortened(text)!r} is not a {holder.type}", expected=error.expected, suggestion=error.suggestion, help=error.help) from None


def _reference(operand, fact, vocabulary, pointer):
    for key in operand:
        if key not in _REFERENCE_KEYS:
            raise RuleError(f"{pointer}/{key}", f"{key!r} has no meaning beside fact", expected=f"fact, with plus, minus or times, {_CALENDAR} and {_ROLLED}", suggestion=nearest(key, _REFERENCE_KEYS))
    if "fact" not in operand or sum(key in operand for key in _CHANGES) > 1:
        raise RuleError(pointer, "a reference names one fact", expected="{fact: path}, with at most one of plus, minus and times")
    other = vocabulary.fact(operand["fact"], f"{pointer}/fact")
    if not _comparable(fact.type, other.type):
        raise RuleError(f"{pointer}/fact", f"{fact.path if hasattr(fact, 'path') else 'the item'} is a {fact.type}, and {other.path} is a {other.type}", expected=f"a fact that is a {fact.type}")
    change = _change(operand, other, pointer)
    read = other.read if change is None else _changed(other.read, change)
    if _ROLLED not in operand:
        return read
    roll = _roll(operand[_ROLLED], other, f"{pointer}/{_ROLLED}")
    rolled = _changed(read, roll)
    rolled.unrolled, rolled.roll = read, roll
    return rolled


def _changed(read, change):
    def read_changed(scope):
        value = read(scope)
        return value if value is MISSING else change(value)

    return read_changed


def _roll(calendar, other, pointer):
    """Return the function that moves a day which is no business day of `calendar` to the next one."""
    if other.type not in DAYS:
        raise RuleError(pointer, f"{other.path} is a {other.type}, which has no next business day")
    calendar = _named(calendar, pointer)

    def roll(value):
        from fwa_check.values.calendars import this_or_next_business_day

        moved = this_or_next_business_day(day_of(value), calendar)
        return MISSING if moved is None else moved

    return roll


def _comparable(left, right):
    if left == right:
        return True
    return any(left in group and right in group for group in (NUMBERS, DAYS, ("choice", "text", "identifier", "language")))


def _change(operand, other, pointer):
    if _CALENDAR in operand and not ("plus" in operand or "minus" in operand):
        raise RuleError(f"{pointer}/{_CALENDAR}", "a calendar belongs to business days that are added or taken away")
    if "times" in operand:
        if other.type not in (*NUMBERS, "money"):
            raise RuleError(f"{pointer}/times", f"{other.path} is a {other.type}, which cannot be multiplied")
        factor = read_constant(operand["times"], Plain("number"), f"{pointer}/times")
        return lambda value: Money(value.amount * factor, value.currency) if isinstance(value, Money) else value * factor
    key = "plus" if "plus" in operand else "minus" if "minus" in operand else None
    if key is None:
        return None
    period = read_constant(operand[key], Plain("duration"), f"{pointer}/{key}")
    if other.type not in DAYS:
        raise RuleError(f"{pointer}/{key}", f"{other.path} is a {other.type}, to which no time can be added")
    period = negated(period) if key == "minus" else period
    whole_days = not period.minutes
    calendar = _calendar(operand, period, pointer)

    def move(value):
        moved = add_period(day_of(value) if whole_days else value, period, calendar)
        return MISSING if moved is None else moved

    return move


def _calendar(operand, period, pointer):
    """Return the calendar on which the business days of `period` are counted; None where it has none."""
    if not period.business_days and _CALENDAR in operand:
        raise RuleError(f"{pointer}/{_CALENDAR}", "a calendar belongs to business days that are added or taken away")
    if not period.business_days:
        return None
    if _CALENDAR not in operand:
        raise RuleError(pointer, "business days need a calendar", expected=f"{_CALENDAR}: and a place, or {ALL_BUT_SUNDAYS}")
    return _named(operand[_CALENDAR], f"{pointer}/{_CALENDAR}")


def _named(calendar, pointer):
    return calendar if calendar == ALL_BUT_SUNDAYS else read_constant(calendar, Plain("place"), pointer)

"""The closed vocabulary of comparisons, and the three-valued truth of each.

An operator takes a known fact and a known operand and answers True, False, or None where the
two cannot be compared (other currencies, the same day without an hour). A missing fact or
operand never reaches it: the answer is then None, except for ``stated``.
"""

from datetime import datetime
from typing import NamedTuple

from fwa_check.values.absent import MISSING
from fwa_check.values.moments import day_of, is_before, is_on_or_before
from fwa_check.values.money import Money
from fwa_check.values.period import Period, compare_periods
from fwa_check.values.places import holds, may_hold, overlap

NUMBERS = ("count", "number", "percent")
SIZES = (*NUMBERS, "money", "duration")
DAYS = ("date", "moment", "instant")
WORDS = ("text", "identifier", "choice", "language", "boolean")


class Operator(NamedTuple):
    """One comparison of the rule language.

    `types` are the fact types it takes; `operand` is what it is given: ``one`` value of the
    fact's type, ``several``, one ``item`` or several ``items`` of a list fact, a ``place``, or a ``switch`` (true
    or false); `rows` are worked examples (fact type, fact, operand, answer) that stand in the
    vocabulary page and are tests.
    """

    name: str
    types: tuple
    operand: str
    meaning: str
    ask: object
    rows: tuple


def order(left, right):
    """Return -1, 0 or 1 for two sizes, or None when they cannot be compared."""
    if isinstance(left, Period):
        return compare_periods(left, right)
    if isinstance(left, Money):
        if left.currency != right.currency:
            return None
        left, right = left.amount, right.amount
    return (left > right) - (left < right)


def _ordered(accept):
    def ask(value, operand):
        found = order(value, operand)
        return None if found is None else accept(found)

    return ask


def equal(value, operand):
    if type(value) in (str, bool):
        return value == operand
    if isinstance(value, (Period, Money)):
        found = order(value, operand)
        return None if found is None else found == 0
    if hasattr(value, "year") and not (isinstance(value, datetime) and isinstance(operand, datetime)):
        return day_of(value) == day_of(operand)
    return value == operand


def unequal(value, operand):
    found = equal(value, operand)
    return None if found is None else not found


def _any_equal(value, operands):
    answers = [equal(value, operand) for operand in operands]
    return True if True in answers else None if None in answers else False


def _none_equal(value, operands):
    found = _any_equal(value, operands)
    return None if found is None else not found


def includes(items, operand):
    answers = [None if item is MISSING else equal(item, operand) for item in items]
    return True if True in answers else None if None in answers else False


def includes_any(items, operands):
    answers = [includes(items, operand) for operand in operands]
    return True if True in answers else None if None in answers else False


def includes_all(items, operands):
    answers = [includes(items, operand) for operand in operands]
    return False if False in answers else None if None in answers else True


def only(items, operands):
    answers = [None if item is MISSING else _any_equal(item, operands) for item in items]
    return False if False in answers else None if None in answers else True


def within(place, outer):
    return may_hold(outer, place)


def reaches(places, inner):
    if not places:
        # A contract or a campaign for no place at all is one whose places nobody wrote down.
        return None
    answers = [None if place is MISSING else holds(place, inner) for place in places]
    if True in answers:
        return True
    if None in answers or any(holds(inner, place) for place in places):
        return None
    return False


def overlaps(places, other):
    if not places:
        return None
    answers = [None if place is MISSING else overlap(place, other) for place in places]
    return True if True in answers else None if None in answers else False


def before(value, operand):
    return is_before(value, operand, days_only=False)


def after(value, operand):
    return is_before(operand, value, days_only=False)


def before_day(value, day):
    """Tell whether the day of `value` comes before a `day` that a rule names: there the hour decides nothing."""
    return is_before(value, day, days_only=True)


def after_day(value, day):
    """Tell whether the day of `value` comes after a `day` that a rule names."""
    return is_before(day, value, days_only=True)


BY_DAY = {"before": before_day, "after": after_day}


def _in_zone_of(operand, value):
    """Return `value` in the operand's zone where both have one: half past midnight in Paris is the evening before in New York."""
    if not (isinstance(value, datetime) and isinstance(operand, datetime)):
        return value
    try:
        return value.astimezone(operand.tzinfo)
    except OverflowError:
        # At either end of the calendar the other zone has no such day.
        return value


def on_or_before(value, operand):
    return is_on_or_before(_in_zone_of(operand, value), operand)


def on_or_after(value, operand):
    return is_on_or_before(operand, _in_zone_of(operand, value))


def empty(items, wanted):
    if items and all(item is MISSING for item in items):
        return None
    return (not items) == wanted


def is_zero(value, wanted):
    amount = value.amount if isinstance(value, Money) else value
    return (amount == 0) == wanted


def is_stated(value):
    """Tell whether a fact says anything: a group or a list says something when one of its parts does."""
    if isinstance(value, dict):
        return any(is_stated(part) for part in value.values())
    if isinstance(value, list):
        return any(is_stated(part) for part in value)
    return value is not MISSING


_DAY_ROWS = "2026-03-01", "2026-03-02", "2026-03-03"


def _operators():
    yield Operator("is", (*WORDS, *SIZES, *DAYS), "one", "the fact is this value", equal, (
        ("boolean", "true", "true", True), ("boolean", "false", "true", False), ("money", "USD 5", "EUR 5", None), ("duration", "36 months", "3 years", True)))
    yield Operator("is_not", (*WORDS, *SIZES, *DAYS), "one", "the fact is another value", unequal, (
        ("boolean", "false", "true", True), ("boolean", "true", "true", False), ("money", "USD 5", "EUR 5", None)))
    yield Operator("one_of", (*WORDS, *NUMBERS), "several", "the fact is one of these values", _any_equal, (
        ("identifier", "a", ["a", "b"], True), ("identifier", "c", ["a", "b"], False)))
    yield Operator("none_of", (*WORDS, *NUMBERS), "several", "the fact is none of these values", _none_equal, (
        ("identifier", "c", ["a", "b"], True), ("identifier", "a", ["a", "b"], False)))
    yield Operator("at_most", SIZES, "one", "the fact is this size or smaller", _ordered(lambda found: found <= 0), (
        ("percent", "20", "20", True), ("percent", "20.01", "20", False), ("duration", "1096 days", "3 years", None), ("money", "EUR 1", "USD 2", None)))
    yield Operator("at_least", SIZES, "one", "the fact is this size or larger", _ordered(lambda found: found >= 0), (
        ("money", "USD 50,000", "USD 50,000", True), ("money", "USD 49,999.99", "USD 50,000", False), ("money", "EUR 1", "USD 1", None)))
    yield Operator("more_than", SIZES, "one", "the fact is larger than this size", _ordered(lambda found: found > 0), (
        ("count", "6", "5", True), ("count", "5", "5", False), ("duration", "30 days", "1 month", None)))
    yield Operator("less_than", SIZES, "one", "the fact is smaller than this size", _ordered(lambda found: found < 0), (
        ("count", "4", "5", True), ("count", "5", "5", False), ("duration", "30 days", "1 month", None)))
    yield Operator("before", DAYS, "one", "the fact is an earlier day or moment; where two facts fall on one bare day their order is unknown, while against a day that the rule names days are compared", before, (
        ("moment", "2026-03-01", "2026-03-02", True), ("moment", "2026-03-02", "2026-03-02", None), ("moment", "2026-03-03", "2026-03-02", False),
        ("moment", "2026-03-02T08:59-05:00", "2026-03-02T09:00-05:00", True), ("moment", "2026-03-02T09:00-05:00", "2026-03-02T09:00-05:00", False)))
    yield Operator("after", DAYS, "one", "the fact is a later day or moment; where two facts fall on one bare day their order is unknown, while against a day that the rule names days are compared", after, (
        ("moment", "2026-03-03", "2026-03-02", True), ("moment", "2026-03-02", "2026-03-02", None), ("moment", "2026-03-01", "2026-03-02", False)))
    yield Operator("on_or_before", DAYS, "one", "the day of the fact is this day or an earlier one", on_or_before, tuple(
        ("date", day, "2026-03-02", answer) for day, answer in zip(_DAY_ROWS, (True, True, False))))
    yield Operator("on_or_after", DAYS, "one", "the day of the fact is this day or a later one", on_or_after, tuple(
        ("date", day, "2026-03-02", answer) for day, answer in zip(_DAY_ROWS, (False, True, True))))
    yield Operator("zero", (*NUMBERS, "money"), "switch", "the fact is nothing at all, in whatever currency (true), or more than that (false)", is_zero, (
        ("money", "EUR 0", "true", True), ("money", "USD 0.01", "true", False), ("money", "USD 0.01", "false", True)))
    yield Operator("includes", ("list",), "item", "the list has this item; of places only worldwide can be asked so", includes, (
        ("identifier", ["a", "b"], "b", True), ("identifier", ["a"], "b", False), ("identifier", ["a", "unknown"], "b", None),
        ("place", ["worldwide"], "worldwide", True), ("place", ["US"], "worldwide", False)))
    yield Operator("includes_any", ("list",), "items", "the list has one of these items, or more", includes_any, (
        ("identifier", ["a"], ["a", "b"], True), ("identifier", ["c"], ["a", "b"], False), ("identifier", ["unknown"], ["a", "b"], None)))
    yield Operator("includes_all", ("list",), "items", "the list has every one of these items", includes_all, (
        ("identifier", ["b", "a"], ["a", "b"], True), ("identifier", ["a"], ["a", "b"], False), ("identifier", ["a", "unknown"], ["a", "b"], None)))
    yield Operator("only", ("list",), "items", "the list has no item but these", only, (
        ("identifier", ["a"], ["a", "b"], True), ("identifier", ["a", "c"], ["a", "b"], False), ("identifier", ["a", "unknown"], ["a", "b"], None)))
    yield Operator("within", ("place",), "place", "the place is this place or a part of it; a larger place may or may not be", within, (
        ("place", "US-NY", "US-NY", True), ("place", "US-CA", "US-NY", False), ("place", "US", "US-NY", None)))
    yield Operator("reaches", ("list",), "place", "one of the places in the list is, or contains, this place; of an empty list nothing is known", reaches, (
        ("place", ["US", "FR"], "US-NY", True), ("place", ["FR"], "US-NY", False), ("place", ["US-NY"], "US", None), ("place", [], "US-NY", None)))
    yield Operator("overlaps", ("list",), "place", "one of the places in the list is, contains or lies in this place; of an empty list nothing is known", overlaps, (
        ("place", ["US-NY", "DE"], "EU", True), ("place", ["worldwide"], "EU", True), ("place", ["FR-75"], "FR", True), ("place", ["NO"], "EU", False),
        ("place", ["NO", "unknown"], "EU", None), ("place", [], "EU", None)))
    yield Operator("empty", ("list",), "switch", "the list is stated and has no item (true), or has one or more (false)", empty, (
        ("identifier", [], "true", True), ("identifier", ["a"], "true", False), ("identifier", ["a"], "false", True), ("identifier", ["unknown"], "true", None)))
    yield Operator("stated", (*WORDS, "place", *SIZES, *DAYS, "list", "group"), "switch",
        "the document itself states the fact; where it does not, the duty is broken, unless the document is marked complete: false", None, (
        ("text", "words", "true", True),))


OPERATORS = {operator.name: operator for operator in _operators()}

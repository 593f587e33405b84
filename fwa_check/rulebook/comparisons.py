"""Comparisons: a fact with what a rule asks of it, as a function that answers True, False or None."""

from datetime import timedelta

from fwa_check.documents.problem import nearest
from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.operands import compile_operand
from fwa_check.rulebook.operators import BY_DAY, OPERATORS, is_stated
from fwa_check.rulebook.scope import MISSED, UNSTATED, as_missed, misses
from fwa_check.values.absent import MISSING

ORDERED_DAYS = ("before", "after", "on_or_before", "on_or_after")
_FORTNIGHT = timedelta(days=14)


def comparisons(path, asked, vocabulary, pointer):
    """Return the conditions for what a rule asks of the fact at `path`, one for each operator, all of which have to hold."""
    fact = _named(path, vocabulary, pointer)
    if not isinstance(asked, dict) or "fact" in asked:
        return [_comparison(fact, "is", asked, vocabulary, pointer)]
    if not asked:
        raise RuleError(pointer, f"nothing is asked of {path}", expected="an operator", help="the operators are " + ", ".join(OPERATORS))
    return [_comparison(fact, name, operand, vocabulary, f"{pointer}/{name}") for name, operand in asked.items()]


def _named(path, vocabulary, pointer):
    try:
        return vocabulary.fact(path, pointer)
    except RuleError as error:
        error.at_key = True
        raise


def _comparison(fact, name, operand, vocabulary, pointer):
    operator = OPERATORS.get(name)
    if operator is None:
        raise RuleError(pointer, f"{name!r} is not an operator", expected="one of " + ", ".join(OPERATORS), suggestion=nearest(name, OPERATORS), at_key=True)
    if fact.type not in operator.types:
        fitting = [each.name for each in OPERATORS.values() if fact.type in each.types]
        raise RuleError(pointer, f"{fact.path} is a {fact.type}, and {name} asks of a {' or '.join(operator.types[:4])}", expected="one of " + ", ".join(fitting))
    # The whole world is written in one way only.
    if operator.operand in ("item", "items") and fact.items.type == "place" and (name, operand) != ("includes", "worldwide"):
        raise RuleError(pointer, f"{name} compares words, and a place may be written larger or smaller", expected="reaches, or within of each item", suggestion="reaches")
    read_operand = compile_operand(operand, fact, operator.operand, vocabulary, pointer)
    if name == "stated":
        return _stated(fact, read_operand.constant, vocabulary, pointer)
    if hasattr(read_operand, "roll"):
        if name not in ORDERED_DAYS:
            raise RuleError(pointer, f"{name} has no use for a next business day", expected="one of " + ", ".join(ORDERED_DAYS))
        ask_known, read_operand = _rolling(operator.ask, read_operand.roll), read_operand.unrolled
        return _compared(fact.read, read_operand, ask_known)
    read_fact = fact.read
    constant = getattr(read_operand, "constant", MISSING)
    if constant is MISSING:
        return _compared(read_fact, read_operand, operator.ask)
    ask_known = operator.ask if hasattr(constant, "hour") else BY_DAY.get(name, operator.ask)

    def ask_constant(scope):
        trail = scope.trail
        start = len(trail)
        value = read_fact(scope)
        if value is MISSING:
            return None
        answer = ask_known(value, constant)
        if answer is None:
            trail += as_missed(trail[start:][-1:])
        return answer

    return ask_constant


def _compared(read_fact, read_operand, ask_known):
    """Return the condition that compares a fact with an operand that depends on the document."""

    def ask(scope):
        trail = scope.trail
        start = len(trail)
        value = read_fact(scope)
        middle = len(trail)
        operand = read_operand(scope)
        answer = None if value is MISSING or operand is MISSING else ask_known(value, operand)
        if answer is None and not misses(trail[start:]):
            # All is known and yet does not settle it: what was read is what needs more detail.
            trail += as_missed(trail[middle if operand is MISSING else start :])
        return answer

    return ask


def _rolling(ask_known, roll):
    """Return the comparison with a day that rolls to the next business day; the calendar is asked only where it decides.

    A roll leads at most a fortnight on, and the order of days is the same for all days between two that give one answer.
    """

    def ask(value, day):
        try:
            settled = ask_known(value, day)
            if settled == ask_known(value, day + _FORTNIGHT):
                return settled
        except OverflowError:
            pass
        rolled = roll(day)
        return None if rolled is MISSING else ask_known(value, rolled)

    return ask


def _stated(fact, wanted, vocabulary, pointer):
    """Ask whether the document states a fact; where a complete document is silent, the duty is broken."""
    if wanted is not True:
        raise RuleError(pointer, "stated is only ever true", expected="stated: true", help="a fact that must not be there is asked of by its value")
    holder = fact.path.partition(".")[0]
    holder = holder if holder in vocabulary.bound else None

    def ask(scope):
        trail = scope.trail
        start = len(trail)
        if is_stated(fact.read(scope)):
            return True
        silent = [step for step in trail[start:] if step[2] is MISSED][:1] or trail[start : start + 1]
        del trail[start:]
        whole = bool(silent) and silent[0][0].values.get("complete", True) is True
        unloaded = holder is not None and scope.bound[holder][0] is MISSING
        state = UNSTATED if whole and not unloaded else MISSED
        trail += [(document, pointer, state) for document, pointer, _ in silent]
        return False if state is UNSTATED else None

    return ask

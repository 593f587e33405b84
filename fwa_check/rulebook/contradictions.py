"""Refuses a rule whose conditions contradict each other, so that it could never fire or never be kept.

Only what stands side by side is looked at (facts joined by ``all``, defined terms written out):
that is where slips of the pen are, and where a contradiction is certain.
"""

from datetime import datetime

from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.operands import compile_operand
from fwa_check.rulebook.operators import OPERATORS, order
from fwa_check.values.absent import MISSING

_OPPOSITE = {
    "is": "is_not", "is_not": "is", "one_of": "none_of", "none_of": "one_of",
    "at_most": "more_than", "more_than": "at_most", "at_least": "less_than", "less_than": "at_least",
    "before": "on_or_after", "on_or_after": "before", "after": "on_or_before", "on_or_before": "after",
}  # fmt: skip
_UPPER = {"at_most": False, "less_than": True, "on_or_before": False, "before": True}
_LOWER = {"at_least": False, "more_than": True, "on_or_after": False, "after": True}


def refuse_contradictions(when, require, vocabulary, definitions):
    """Raise RuleError when `when` can never hold, `require` can never be kept, or never be broken."""
    gates = list(_leaves(when, vocabulary, definitions, "/when")) if when else []
    duties = list(_leaves(require, vocabulary, definitions, "/require"))
    clash = _clash(gates)
    if clash:
        raise RuleError(clash[3], f"this rule can never fire: what it asks of {clash[0].path} contradicts itself", help="remove one of the two conditions")
    clash = _clash(duties)
    if clash:
        raise RuleError(clash[3], f"this duty can never be kept: what it asks of {clash[0].path} contradicts itself", help="remove one of the two conditions")
    if duties and None not in duties and all(_never_broken(duty, gates) for duty in duties):
        raise RuleError(duties[0][3], f"this rule can never fire: when it applies, what it asks of {duties[0][0].path} always holds", help="its when already says what it requires")


def _leaves(tree, vocabulary, definitions, pointer):
    """Yield (fact, operator, constant, pointer) for what certainly has to hold; None for anything else."""
    if isinstance(tree, list):
        for index, part in enumerate(tree):
            yield from _leaves(part, vocabulary, definitions, f"{pointer}/{index}")
        return
    for key, value in tree.items():
        here = f"{pointer}/{key}"
        if key == "all":
            yield from _leaves(value, vocabulary, definitions, here)
        elif key == "meets":
            inner = definitions[value]["when"]
            yield from ((leaf[0], leaf[1], leaf[2], here) if leaf else None for leaf in _leaves(inner, vocabulary, definitions, here))
        elif key in ("any", "not", "some", "every"):
            yield None
        else:
            yield from _fact_leaves(key, value, vocabulary, here)


def _fact_leaves(path, asked, vocabulary, pointer):
    fact = vocabulary.fact(path, pointer)
    if not isinstance(asked, dict) or "fact" in asked:
        asked = {"is": asked}
    for name, operand in asked.items():
        here = f"{pointer}/{name}"
        constant = getattr(compile_operand(operand, fact, OPERATORS[name].operand, vocabulary, here), "constant", MISSING)
        yield (fact, name, constant, here) if constant is not MISSING and name in _OPPOSITE else None


def _never_broken(duty, gates):
    if duty is None:
        return False
    fact, name, constant, pointer = duty
    return bool(_clash([*gates, (fact, _OPPOSITE[name], constant, pointer)]))


def _clash(leaves):
    """Return the leaf that makes the ones before it impossible, or None."""
    seen = {}
    for leaf in leaves:
        if leaf is None:
            continue
        earlier = seen.setdefault(leaf[0].path, [])
        earlier.append(leaf)
        if _impossible(leaf[0], [(name, constant) for _, name, constant, _ in earlier]):
            return leaf
    return None


def _impossible(fact, asked):
    choices = fact.choices or ((True, False) if fact.type == "boolean" else None)
    if choices:
        return not any(all(OPERATORS[name].ask(choice, constant) for name, constant in asked) for choice in choices)
    exact = [constant for name, constant in asked if name == "is"]
    if exact:
        return any(OPERATORS[name].ask(exact[0], constant) is False for name, constant in asked)
    if any(isinstance(constant, datetime) for _, constant in asked):
        # Some operators ask of moments and some of whole days; together they draw no clean line.
        return False
    for upper, upper_strict in ((constant, _UPPER[name]) for name, constant in asked if name in _UPPER):
        for lower, lower_strict in ((constant, _LOWER[name]) for name, constant in asked if name in _LOWER):
            found = order(upper, lower)
            if found == -1 or (found == 0 and (upper_strict or lower_strict)):
                return True
    return False

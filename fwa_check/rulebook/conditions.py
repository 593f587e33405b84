"""Conditions: from what a rule file says to a function that answers True, False or None.

Every compiled condition is a function (Scope) -> True, False or None (cannot tell), and leaves
on the scope the trail of the facts that decided: the false parts of an ``all``, the true part
of an ``any``, and the missing facts only where the answer hangs on them.
"""

from fwa_check.documents.problem import nearest, shortened
from fwa_check.rulebook.comparisons import comparisons
from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.facts import whole_document
from fwa_check.rulebook.scope import remembered
from fwa_check.values.absent import MISSING

MOST_TERMS_DEEP = 10
CONNECTIVES = ("all", "any", "not", "some", "every", "meets")


def compile_condition(tree, vocabulary, definitions, pointer):
    """Return the function of the condition `tree` (dicts, lists and texts as the rule file has them).

    `definitions` maps the name of a defined term to its raw definition. Raises RuleError with
    the place and the nearest right word.
    """
    if isinstance(tree, list) and tree:
        return all_of([compile_condition(part, vocabulary, definitions, f"{pointer}/{i}") for i, part in enumerate(tree)])
    if not isinstance(tree, dict) or not tree:
        raise RuleError(pointer, "a condition belongs here", expected="facts with what is asked of them, or all, any, not, some, every, meets")
    parts = []
    for key, value in tree.items():
        here = f"{pointer}/{key}"
        if key in CONNECTIVES:
            parts.append(_CONNECT[key](value, vocabulary, definitions, here))
        else:
            parts.append(all_of(comparisons(key, value, vocabulary, here)))
    return parts[0] if len(parts) == 1 else all_of(parts)


def all_of(parts):
    """All parts: false if one is false, else unknown if one is unknown, else true."""
    if len(parts) == 1:
        return parts[0]

    def ask(scope):
        trail = scope.trail
        start, unknown, false_trail = len(trail), False, None
        for part in parts:
            here, because = len(trail), scope.because
            answer = part(scope)
            if answer is False:
                false_trail = trail[here:] if false_trail is None else false_trail + trail[here:]
                continue
            # A term that was not met explains nothing here: this part is not what failed.
            scope.because = because
            unknown = unknown or answer is None
        if false_trail is not None:
            trail[start:] = false_trail
            return False
        return None if unknown else True

    return ask


def any_of(parts):
    """Any part: true if one is true, else unknown if one is unknown, else false."""
    if len(parts) == 1:
        return parts[0]

    def ask(scope):
        trail, because = scope.trail, scope.because
        start, unknown = len(trail), False
        for part in parts:
            here = len(trail)
            answer = part(scope)
            if answer is True:
                trail[start:] = trail[here:]
                scope.because = because
                return True
            unknown = unknown or answer is None
        return None if unknown else False

    return ask


def not_(part):
    """Not the part: unknown stays unknown."""

    def ask(scope):
        because = scope.because
        answer = part(scope)
        scope.because = because
        return None if answer is None else not answer

    return ask


def _parts(value, vocabulary, definitions, pointer):
    if not isinstance(value, list) or not value:
        raise RuleError(pointer, "a list of conditions belongs here", expected="each condition after a dash")
    return [compile_condition(part, vocabulary, definitions, f"{pointer}/{i}") for i, part in enumerate(value)]


def _all(value, vocabulary, definitions, pointer):
    return all_of(_parts(value, vocabulary, definitions, pointer))


def _any(value, vocabulary, definitions, pointer):
    return any_of(_parts(value, vocabulary, definitions, pointer))


def _not(value, vocabulary, definitions, pointer):
    part = compile_condition(value, vocabulary, definitions, pointer)
    if _asks_stated(value, definitions):
        raise RuleError(pointer, "what a document does not state cannot be asked for with not", help="a fact that must not be there is asked of by its value")
    return not_(part)


def _asks_stated(tree, definitions):
    if isinstance(tree, list):
        return any(_asks_stated(part, definitions) for part in tree)
    if not isinstance(tree, dict):
        return False
    return "stated" in tree or any(_asks_stated(definitions[value]["when"] if key == "meets" else value, definitions) for key, value in tree.items())


def _meets(name, vocabulary, definitions, pointer):
    if not isinstance(name, str) or name not in definitions:
        near = nearest(name, definitions)
        raise RuleError(pointer, f"{shortened(name)!r} is not a defined term", expected="a term of the instrument's definitions", suggestion=near)
    definition = definitions[name]
    if definition is None:
        raise RuleError(pointer, f"the term {name} is defined by itself", help="a definition may use other terms, none of which comes back to it")
    if list(definitions.values()).count(None) >= MOST_TERMS_DEEP:
        raise RuleError(pointer, f"terms stand in terms more than {MOST_TERMS_DEEP} deep", help="write the inner ones out")
    terms = whole_document(vocabulary.kind).terms
    if (id(definitions), name) not in terms:
        # The definitions are kept beside what was made of them, so that nothing else can take their id.
        terms[id(definitions), name] = definitions, *_term(name, definitions, vocabulary.kind)
    _, items, ask = terms[id(definitions), name]
    for item, field in items.items():
        if vocabulary.bound.get(item) is not field:
            of = ", ".join(f"{each}: {path}" for each, path in definition["of"].items())
            raise RuleError(pointer, f"the term {name} is asked of each {item}, and none is judged here", expected=f"for_each, some or every with {of}")
    return ask


def _term(name, definitions, kind):
    """Return the Fields of the items that the term is about, by name, and the function that asks it."""
    definition = definitions[name]
    vocabulary = of_items(definition.get("of", {}), whole_document(kind), f"/definitions/{name}/of")
    part = compile_condition(definition["when"], vocabulary, {**definitions, name: None}, f"/definitions/{name}/when")
    otherwise = definition["otherwise"]

    def ask(scope):
        answer = part(scope)
        if answer is False:
            scope.because = otherwise
        return answer

    # Keyed by what was asked: two instruments may define a term of one name differently.
    return vocabulary.bound, remembered(ask, ask, tuple(vocabulary.bound))


def of_items(of, vocabulary, pointer):
    """Return `vocabulary` with a name for an item of each list in `of` (name: path, as for_each has them)."""
    for name, path in of.items():
        fact = vocabulary.fact(path, f"{pointer}/{name}")
        if fact.type != "list":
            raise RuleError(f"{pointer}/{name}", f"{path} is a {fact.type}", expected="a list")
        vocabulary = vocabulary.binding(name, fact.items, f"{pointer}/{name}")
    return vocabulary


def _quantifier(for_all):
    def compile_quantifier(value, vocabulary, definitions, pointer):
        if not isinstance(value, dict) or set(value) != {"each", "as", "where"}:
            raise RuleError(pointer, "a question about the items of a list has each, as and where", expected="{each: list, as: name, where: condition}")
        fact = vocabulary.fact(value["each"], f"{pointer}/each")
        if fact.type != "list":
            raise RuleError(f"{pointer}/each", f"{fact.path} is a {fact.type}", expected="a list")
        name = value["as"]
        part = compile_condition(value["where"], vocabulary.binding(name, fact.items, f"{pointer}/as"), definitions, f"{pointer}/where")
        together = all_of if for_all else any_of

        def ask(scope):
            items = fact.read(scope)
            if items is MISSING:
                return None
            document, base, _ = scope.trail[-1]
            # In a term the name may be one that the rule which asks it has for something else.
            outer = scope.bound.get(name)
            answer = together([_of_item(part, name, (item, f"{base}/{index}", document)) for index, item in enumerate(items)])(scope)
            scope.bound[name] = outer
            return answer

        return ask

    return compile_quantifier


def _of_item(part, name, bound):
    def ask(scope):
        scope.bound[name] = bound
        return part(scope)

    return ask


_CONNECT = {"all": _all, "any": _any, "not": _not, "meets": _meets, "some": _quantifier(False), "every": _quantifier(True)}

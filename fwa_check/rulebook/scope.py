"""What a rule sees while it judges, and the trail of facts that it leaves."""

from fwa_check.rulebook.derived import DERIVED
from fwa_check.values.absent import MISSING


READ, MISSED, UNSTATED = "read", "missed", "unstated"


class Scope:
    """The facts in reach of one judgement.

    `dossier` is what the documents of the run say of each other.
    `trail` is the list of (document, pointer, state) that a condition leaves: a fact that was
    `READ`, one that is `MISSED`, or one that the document itself had to state and did not
    (`UNSTATED`). `bound` maps the names given by ``for_each`` and ``with`` to (value, pointer,
    document). `because` is why a defined term was not met, in words. `known` remembers what
    derived facts and defined terms came to, with their trail, because many rules ask the same.
    """

    __slots__ = ("document", "values", "as_of", "dossier", "bound", "trail", "because", "known")

    def __init__(self, document, as_of, dossier=None):
        self.document = document
        self.values = document.values
        self.as_of = as_of
        self.dossier = dossier
        self.bound = {}
        self.known = {}
        self.clear()

    def clear(self):
        """Begin a new trail, before the next condition is asked."""
        self.trail = []
        self.because = None

    @property
    def reads(self):
        """The facts of the trail that were read, as (document, pointer)."""
        return places(self.trail, READ)

    @property
    def missing(self):
        """The facts of the trail that are missing, as (document, pointer)."""
        return places(self.trail, MISSED)

    @property
    def unstated(self):
        """The facts of the trail that the document had to state, as (document, pointer)."""
        return places(self.trail, UNSTATED)


def places(trail, state):
    """Return the (document, pointer) of every fact of `trail` in that `state`."""
    return [(document, pointer) for document, pointer, each in trail if each is state]


def as_missed(trail):
    """Return the facts of `trail` as missed ones: they are known, and yet do not settle anything."""
    return [(document, pointer, MISSED) for document, pointer, _ in trail]


def misses(trail):
    """Tell whether a fact of `trail` is missing."""
    return any(state is MISSED for _, _, state in trail)


def path_reader(steps):
    """Return the function (Scope) -> value of the fact at `steps` of the document; the reading leaves its trail."""
    pointer = "/" + "/".join(steps)
    first, rest = steps[0], steps[1:]

    def read(scope):
        value = scope.values.get(first, MISSING)
        for key in rest:
            value = value.get(key, MISSING)
        scope.trail.append((scope.document, pointer, MISSED if value is MISSING else READ))
        return value

    return read


def bound_reader(name, steps):
    """Return the reader of the fact at `steps` below what ``for_each`` or ``with`` bound to `name`."""
    suffix = "".join("/" + key for key in steps)

    def read(scope):
        value, pointer, document = scope.bound[name]
        if value is MISSING:
            scope.trail.append((document, pointer, MISSED))
            return MISSING
        for key in steps:
            value = value.get(key, MISSING)
        scope.trail.append((document, pointer + suffix, MISSED if value is MISSING else READ))
        return value

    return read


class _Reading:
    """How a derived fact reads others: ``read("a.path")`` a fact, stated or derived, ``read.items`` a list, ``read.other_work`` other bookings."""

    __slots__ = ("_scope", "_readers")

    def __init__(self, scope, readers):
        self._scope = scope
        self._readers = readers

    def __call__(self, path):
        if path == "as_of":
            return self._scope.as_of
        if path not in self._readers:
            derived = DERIVED.get(path)
            self._readers[path] = derived_reader(derived.compute) if derived else path_reader(path.split("."))
        return self._readers[path](self._scope)

    def optional(self, path):
        """Return the fact at `path`; where it is not stated nobody is asked for it."""
        before = len(self._scope.trail)
        value = self(path)
        if value is MISSING:
            del self._scope.trail[before:]
        return value

    @property
    def kind(self):
        """The kind of the document, which is never missing."""
        return self._scope.document.kind

    def other_work(self, model, client):
        """Return the PastWork of every other booking that may be work of the model for the client (each a Name)."""
        return self._scope.dossier.other_work(self._scope.document, model, client)

    def note(self, document, pointer, state=READ):
        """Leave a fact of another document in the trail, as one that was read, or as one that is missing."""
        self._scope.trail.append((document, pointer, state))

    def items(self, path, *names):
        """Return the facts `names` of each item of the list at `path`, as tuples; MISSING when the list or one of them is."""
        items = self(path)
        if items is MISSING:
            return MISSING
        rows, lacking = [], []
        for index, item in enumerate(items):
            here = f"/{path.replace('.', '/')}/{index}"
            row = tuple(item.get(name, MISSING) for name in names)
            rows.append(row)
            lacking += [here] if item is MISSING else [f"{here}/{name}" for name, value in zip(names, row) if value is MISSING]
        self._scope.trail += [(self._scope.document, pointer, MISSED) for pointer in lacking]
        return MISSING if lacking else rows


def derived_reader(function):
    """Return the reader of a derived fact: `function` is given a way to read other facts by path.

    What it found missing on the way counts only if it could not answer.
    """
    readers = {}

    def compute(scope):
        value = function(_Reading(scope, readers))
        if value is not MISSING:
            scope.trail = [step for step in scope.trail if step[2] is not MISSED]
        elif not misses(scope.trail):
            scope.trail += as_missed(scope.trail)
        return value

    return remembered(function, compute)


def referred_reader(name, read_derived):
    """Return the reader of a derived fact of the document that ``with`` bound to `name`."""

    def read(scope):
        value, pointer, document = scope.bound[name]
        if value is MISSING:
            scope.trail.append((document, pointer, MISSED))
            return MISSING
        inside = Scope(document, scope.as_of, scope.dossier)
        value = read_derived(inside)
        scope.trail += inside.trail
        return value

    return read


def remembered(key, ask, items=()):
    """Return the function (Scope) -> value of `ask`, which asks once a document and then repeats value and trail.

    `items` are the names of what it is about, where that is not the whole document: it then asks once for each.
    """

    def read(scope):
        here = (key, *[scope.bound[name][1] for name in items]) if items else key
        known = scope.known.get(here)
        if known is None:
            trail, because = scope.trail, scope.because
            scope.clear()
            value = ask(scope)
            known = scope.known[here] = value, scope.trail, scope.because
            scope.trail, scope.because = trail, because
        value, trail, because = known
        scope.trail += trail
        if because is not None:
            scope.because = because
        return value

    return read

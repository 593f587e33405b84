"""What a rule sees while it judges, and the trail of facts that it leaves."""

from fwa_check.values.absent import MISSING


class Scope:
    """The facts in reach of one judgement.

    `reads` and `missing` are lists of (document, pointer): the facts that were there, and those
    that were not. `unstated` holds those that the document itself had to state. `bound` maps
    the names given by ``for_each`` and ``with`` to (value, pointer, document). `because` is why
    a defined term was not met, in words. `known` remembers what derived facts and defined terms
    came to, with their trail, because many rules ask for the same.
    """

    __slots__ = ("document", "values", "as_of", "dossier", "bound", "reads", "missing", "unstated", "because", "known")

    def __init__(self, document, as_of, dossier=None):
        self.document = document
        self.values = document.values
        self.as_of = as_of
        self.dossier = dossier
        self.bound = {}
        self.known = {}
        self.clear()

    def clear(self):
        """Forget the trail, before the next condition is asked."""
        self.reads = []
        self.missing = []
        self.unstated = []
        self.because = None

    def mark(self):
        """Return how long the trail is now."""
        return len(self.reads), len(self.missing), len(self.unstated)

    def cut(self, mark):
        """Forget what came after `mark`, and return it."""
        reads, missing, unstated = mark
        tail = self.reads[reads:], self.missing[missing:], self.unstated[unstated:]
        del self.reads[reads:], self.missing[missing:], self.unstated[unstated:]
        return tail

    def extend(self, tail):
        """Add a part of a trail that `cut` gave back."""
        reads, missing, unstated = tail
        self.reads += reads
        self.missing += missing
        self.unstated += unstated


def path_reader(steps):
    """Return the function (Scope) -> value of the fact at `steps` of the document; the reading leaves its trail."""
    pointer = "/" + "/".join(steps)
    first, rest = steps[0], steps[1:]

    def read(scope):
        value = scope.values.get(first, MISSING)
        for key in rest:
            value = value.get(key, MISSING)
        (scope.missing if value is MISSING else scope.reads).append((scope.document, pointer))
        return value

    return read


def bound_reader(name, steps):
    """Return the reader of the fact at `steps` below what ``for_each`` or ``with`` bound to `name`."""
    suffix = "".join("/" + key for key in steps)

    def read(scope):
        value, pointer, document = scope.bound[name]
        if value is MISSING:
            scope.missing.append((document, pointer))
            return MISSING
        for key in steps:
            value = value.get(key, MISSING)
        (scope.missing if value is MISSING else scope.reads).append((document, pointer + suffix))
        return value

    return read


def derived_reader(function):
    """Return the reader of a derived fact: `function` is given a way to read other facts by path.

    What it found missing on the way counts only if it could not answer.
    """
    readers = {}

    def compute(scope):
        def read_fact(path):
            if path == "as_of":
                return scope.as_of
            if path not in readers:
                readers[path] = path_reader(path.split("."))
            return readers[path](scope)

        before = scope.mark()
        value = function(read_fact)
        if value is not MISSING:
            del scope.missing[before[1] :]
        elif len(scope.missing) == before[1]:
            scope.missing += scope.reads[before[0] :]
        return value

    return remembered(function, compute)


def remembered(key, ask):
    """Return the function (Scope) -> value of `ask`, which asks once a document and then repeats value and trail."""

    def read(scope):
        known = scope.known.get(key)
        if known is None:
            reads, missing, unstated, because = scope.reads, scope.missing, scope.unstated, scope.because
            scope.clear()
            value = ask(scope)
            known = scope.known[key] = value, scope.reads, scope.missing, scope.unstated, scope.because
            scope.reads, scope.missing, scope.unstated, scope.because = reads, missing, unstated, because
        value, reads, missing, unstated, because = known
        scope.reads += reads
        scope.missing += missing
        scope.unstated += unstated
        if because is not None:
            scope.because = because
        return value

    return read

"""Which facts a rule can name, of which type they are, and how they are read."""

from functools import lru_cache

from fwa_check.documents.kinds import fields_of
from fwa_check.documents.problem import nearest, shortened
from fwa_check.rulebook.derived import derived_facts
from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.scope import bound_reader, derived_reader, path_reader, referred_reader


class Fact:
    """A fact that a rule names: its path, its Field-like type and description, and its reader (Scope) -> value."""

    __slots__ = ("path", "type", "description", "choices", "items", "fields", "refers_to", "read")

    def __init__(self, path, field, read):
        self.path = path
        self.type = field.type
        self.description = field.description
        self.choices = getattr(field, "choices", None)
        self.items = getattr(field, "items", None)
        self.fields = getattr(field, "fields", None)
        self.refers_to = getattr(field, "refers_to", None)
        self.read = read


class Vocabulary:
    """The facts in reach of a rule on one kind of document.

    `kind` is the kind read; `bound` maps the names given by ``for_each``, ``with``, ``some`` and
    ``every`` to their Field. `terms` remembers the defined terms that were compiled against it.
    """

    def __init__(self, kind, bound=None):
        self.kind = kind
        self.bound = bound or {}
        self.terms = {}
        self._facts = {}

    def binding(self, name, field, pointer):
        """Return the vocabulary with one more name; raise RuleError at `pointer` when it already means something."""
        if not isinstance(name, str) or not name.isidentifier():
            raise RuleError(pointer, f"{shortened(name)!r} cannot be a name", expected="one word, such as item")
        if name in self.bound or name == "as_of" or name in derived_facts() or name in fields_of(self.kind).fields:
            raise RuleError(pointer, f"{name} already means something here", expected="a name of its own")
        return Vocabulary(self.kind, {**self.bound, name: field})

    def fact(self, path, pointer):
        """Return the Fact at the dotted `path`; raise RuleError at `pointer` when there is none."""
        if not isinstance(path, str):
            raise RuleError(pointer, "the path of a fact belongs here", expected="names with dots between them, such as commission.percent")
        if path not in self._facts:
            self._facts[path] = self._find(path, pointer)
        return self._facts[path]

    def _find(self, path, pointer):
        steps = tuple(path.split("."))
        if path == "as_of":
            return Fact(path, _Plain("date", "The day on which the question is asked."), lambda scope: scope.as_of)
        derived = derived_facts().get(path)
        if derived and self.kind in derived.kinds:
            return Fact(path, _Plain(derived.type, derived.description), derived_reader(derived.compute))
        if steps[0] in self.bound:
            derived = derived_facts().get(steps[1]) if len(steps) == 2 else None
            if derived and self.bound[steps[0]] in [fields_of(kind) for kind in derived.kinds]:
                return Fact(path, _Plain(derived.type, derived.description), referred_reader(steps[0], derived_reader(derived.compute)))
            field = self._walk(self.bound[steps[0]], steps[0], steps[1:], path, pointer)
            return Fact(path, field, bound_reader(steps[0], steps[1:]))
        field = self._walk(fields_of(self.kind), "", steps, path, pointer)
        return Fact(path, field, path_reader(steps))

    def _walk(self, field, here, steps, path, pointer):
        for step in steps:
            if field.fields is None or step not in field.fields:
                raise self._unknown(path, pointer, field, here)
            here = f"{here}.{step}" if here else step
            field = field.fields[step]
        return field

    def _unknown(self, path, pointer, field, here):
        help = None
        if field.type == "list":
            help = f"{here} is a list: judge each item with for_each, or ask of them with some or every"
        elif field.fields and here:
            help = f"{here} has the fields {', '.join(field.fields)}"
        return RuleError(
            pointer,
            f"no {self.kind} has a fact named {path!r}",
            expected="a field of the schema or a derived fact",
            suggestion=nearest(path, self.paths()),
            help=help,
        )

    def paths(self):
        """Return every path that can be named here."""
        names = ["as_of"] + [name for name, each in derived_facts().items() if self.kind in each.kinds]
        names += _paths_below("", fields_of(self.kind))
        for name, field in self.bound.items():
            names += [name, *_paths_below(name, field)]
            names += [f"{name}.{each.name}" for each in derived_facts().values() if field in [fields_of(kind) for kind in each.kinds]]
        return names


@lru_cache(maxsize=None)
def whole_document(kind):
    """Return the Vocabulary of `kind` without any name bound, the same for every rule."""
    return Vocabulary(kind)


class _Plain:
    __slots__ = ("type", "description")

    def __init__(self, type, description):
        self.type = type
        self.description = description


def _paths_below(here, field):
    for name, below in (field.fields or {}).items():
        path = f"{here}.{name}" if here else name
        yield path
        yield from _paths_below(path, below)

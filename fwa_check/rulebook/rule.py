"""A rule: what a rule file says of one duty, compiled for each kind of document it reads."""

from fwa_check.documents.kinds import KINDS, fields_of
from fwa_check.documents.problem import nearest
from fwa_check.rulebook.conditions import compile_condition
from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.facts import Vocabulary
from fwa_check.rulebook.messages import compile_message
from fwa_check.rulebook.operators import DAYS
from fwa_check.rulebook.versions import compile_versions

LEVELS = ("error", "warning", "note")


class Rule:
    """One duty, ready to judge.

    `raw` is the rule as the file has it, with what its instrument adds; `versions` are its
    days; `on` maps each kind of document that it reads to a `KindRule`.
    """

    __slots__ = ("id", "raw", "file", "pointer", "instrument", "versions", "kinds", "_compiled")

    def __init__(self, raw, instrument, file, pointer):
        self.id = raw["id"]
        self.raw = raw
        self.file = file
        self.pointer = pointer
        self.instrument = instrument
        self.versions = compile_versions(raw["versions"], raw["level"], "/versions")
        reads = raw["reads"] if isinstance(raw["reads"], list) else [raw["reads"]]
        for kind in reads:
            if kind not in KINDS:
                raise RuleError("/reads", f"{kind!r} is not a kind of document", expected="one of " + ", ".join(KINDS), suggestion=nearest(kind, KINDS))
        self.kinds = tuple(reads)
        self._compiled = {}

    def on(self, kind):
        """Return the KindRule for documents of `kind`, compiling it the first time; raise RuleError for a fault."""
        if kind not in self._compiled:
            self._compiled[kind] = KindRule(self, kind)
        return self._compiled[kind]

    def compile(self):
        """Compile the rule for every kind that it reads, and look for contradictions; raise RuleError for the first fault."""
        from fwa_check.rulebook.contradictions import refuse_contradictions

        for kind in self.kinds:
            vocabulary, definitions = self.on(kind).vocabulary, self.instrument.get("definitions", {})
            refuse_contradictions(_for_kind(self.raw.get("when"), kind), _for_kind(self.raw["require"], kind), vocabulary, definitions)

    @property
    def cite(self):
        """The whole citation."""
        return " ".join(part for part in (self.instrument.get("citation"), self.raw["cite"]) if part)


class Binding:
    """A name that a rule gives to the items of a list, or to a document that is referred to."""

    __slots__ = ("name", "fact", "kind")

    def __init__(self, name, fact, kind=None):
        self.name = name
        self.fact = fact
        self.kind = kind


class Review:
    """An open question: when it arises, and what it is."""

    __slots__ = ("when", "question")

    def __init__(self, when, question):
        self.when = when
        self.question = question


class KindRule:
    """A rule compiled against the fields of one kind of document."""

    __slots__ = ("rule", "kind", "day", "loops", "references", "when", "unsettled_scope", "require", "unsettled", "message", "vocabulary")

    def __init__(self, rule, kind):
        raw, definitions = rule.raw, rule.instrument.get("definitions", {})
        self.rule = rule
        self.kind = kind
        vocabulary = Vocabulary(kind)
        self.day = self._compile_day(_for_kind(raw.get("dated_by"), kind), vocabulary)
        self.loops, vocabulary = self._compile_loops(raw.get("for_each", {}), vocabulary)
        self.references, vocabulary = self._compile_references(raw.get("with", {}), vocabulary)

        def condition(key):
            tree = _for_kind(raw.get(key), kind) if key in ("when", "require") else raw.get(key)
            return compile_condition(tree, vocabulary, definitions, f"/{key}") if tree else None

        self.when = condition("when")
        self.require = condition("require")
        self.unsettled_scope = _reviews(raw, "unsettled_scope", vocabulary, definitions)
        self.unsettled = _reviews(raw, "unsettled", vocabulary, definitions)
        self.message = compile_message(raw["message"], vocabulary, "/message")
        self.vocabulary = vocabulary

    @staticmethod
    def _compile_day(path, vocabulary):
        if not path:
            raise RuleError("/dated_by", f"nothing says which day of a {vocabulary.kind} decides which version applies", expected="the path of a date, or as_of")
        fact = vocabulary.fact(path, "/dated_by")
        if fact.type not in DAYS:
            raise RuleError("/dated_by", f"{path} is a {fact.type}", expected="a date")
        return fact.read

    @staticmethod
    def _compile_loops(raw, vocabulary):
        loops = []
        for name, path in raw.items():
            fact = vocabulary.fact(path, f"/for_each/{name}")
            if fact.type != "list":
                raise RuleError(f"/for_each/{name}", f"{path} is a {fact.type}", expected="a list")
            loops.append(Binding(name, fact))
            vocabulary = vocabulary.binding(name, fact.items)
        return loops, vocabulary

    @staticmethod
    def _compile_references(raw, vocabulary):
        references = []
        for name, path in raw.items():
            fact = vocabulary.fact(path, f"/with/{name}")
            if not fact.refers_to:
                raise RuleError(f"/with/{name}", f"{path} does not refer to a document", expected="a field that holds the id of a document")
            references.append(Binding(name, fact, fact.refers_to))
            vocabulary = vocabulary.binding(name, fields_of(fact.refers_to))
        return references, vocabulary


def _for_kind(value, kind):
    """Return what a rule says for `kind`: a mapping whose keys are kinds says it for each."""
    if isinstance(value, dict) and value and set(value) <= set(KINDS):
        return value.get(kind)
    return value


def _reviews(raw, key, vocabulary, definitions):
    return [
        Review(compile_condition(each["when"], vocabulary, definitions, f"/{key}/{index}/when"), compile_message(each["question"], vocabulary, f"/{key}/{index}/question"))
        for index, each in enumerate(raw.get(key, []))
    ]



"""A rule: what a rule file says of one duty, compiled for each kind of document it reads."""

from functools import cached_property

from fwa_check.documents.kinds import KINDS, fields_of
from fwa_check.documents.problem import Unreadable, nearest
from fwa_check.rulebook.conditions import compile_condition, of_items
from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.facts import whole_document
from fwa_check.rulebook.messages import compile_message
from fwa_check.rulebook.operands import Plain, read_constant
from fwa_check.rulebook.operators import DAYS
from fwa_check.rulebook.rulefile import plain
from fwa_check.rulebook.versions import compile_versions, latest_day

# What a failure weighs, the heaviest first.
LEVELS = ("error", "warning", "note")
# What a rule has from its instrument's page where it says nothing itself.
INHERITED = ("jurisdiction", "binds", "versions", "dated_by", "basis", "consequence", "exposure", "sources", "level")


def problem_of(error, file, pointer, instrument):
    """Return the Problem of a RuleError in the rule at `pointer` of `file`, or in its instrument's page."""
    more = {"expected": error.expected, "suggestion": error.suggestion, "help": error.help, "at_key": error.at_key}
    rule = file.raw[int(pointer[1:])]
    part = error.pointer[1:].partition("/")[0]
    if part not in rule and (part == "definitions" or part in INHERITED and part in instrument):
        return instrument["file"].problem_at(error.pointer, error.message, **more)
    return file.problem_at(pointer + error.pointer, f"{rule['id']}: {error.message}", **more)


class Rule:
    """One duty, ready to judge.

    `versions` are its days; `on` maps each kind of document that it reads to a `KindRule`.
    """

    __slots__ = ("id", "file", "pointer", "instrument", "versions", "kinds", "_raw", "_whole", "_compiled")

    def __init__(self, raw, instrument, file, pointer, whole=None):
        """Take `raw`; where it is the head of a rule alone, `whole` returns all of it when it is first asked for."""
        self.id = raw["id"]
        self._raw = raw
        self._whole = whole
        self.file = file
        self.pointer = pointer
        self.instrument = instrument
        self.versions = compile_versions(raw["versions"], raw["level"], "/versions")
        reads = raw["reads"] if isinstance(raw["reads"], list) else [raw["reads"]]
        for kind in reads:
            _refuse_kind(kind, KINDS, "/reads", "{!r} is not a kind of document")
        self.kinds = tuple(reads)
        self._compiled = {}

    @property
    def raw(self):
        """The rule as the file has it, with what its instrument adds."""
        if self._whole:
            self._raw.update(self._whole() or self.file.raw[int(self.pointer[1:])])
            self._whole = None
        return self._raw

    @property
    def jurisdiction(self):
        """The place whose law it is."""
        return self._raw["jurisdiction"]

    def on(self, kind):
        """Return the KindRule for documents of `kind`, compiling it the first time; raise RuleError for a fault."""
        if kind not in self._compiled:
            self._compiled[kind] = KindRule(self, kind)
        return self._compiled[kind]

    def compile(self):
        """Compile the rule for every kind that it reads, and look for contradictions; raise RuleError or Unreadable for the first fault."""
        from fwa_check.rulebook.contradictions import refuse_contradictions
        from fwa_check.rulebook.switches import refuse_switch

        _refuse_what_means_nothing(self)
        refuse_switch(self)
        for kind in self.kinds:
            self.on(kind).compile()
            vocabulary, definitions = self.on(kind).vocabulary, self.instrument.get("definitions", {})
            refuse_contradictions(for_kind(self.raw.get("when"), kind), for_kind(self.raw["require"], kind), vocabulary, definitions)

    def problem(self, error):
        """Return the Problem of a RuleError at its place: in the rule, or in the instrument's page for what the rule has from there."""
        return problem_of(error, self.file, self.pointer, self.instrument)

    @property
    def examples(self):
        """The examples as the file has them; they are parsed only when they are asked for."""
        if "examples" not in self.raw:
            self.raw["examples"] = plain(self.file.node_at(f"{self.pointer}/examples"))
        return self.raw["examples"]

    @property
    def cite(self):
        """The whole citation."""
        return " ".join(part for part in (self.instrument.get("citation"), self.raw["cite"]) if part)


class Binding:
    """A name that a rule gives to the items of a list, or to a document that is referred to.

    `is_beside` says of a list that it is no part of the items that are judged before it.
    """

    __slots__ = ("name", "fact", "kind", "is_beside")

    def __init__(self, name, fact, kind=None, is_beside=False):
        self.name = name
        self.fact = fact
        self.kind = kind
        self.is_beside = is_beside


class Case:
    """An exemption or an open question: when it arises, and what is said of it."""

    __slots__ = ("when", "words")

    def __init__(self, when, words):
        self.when = when
        self.words = words


class KindRule:
    """A rule compiled against the fields of one kind of document.

    What it turns on is compiled at once; the rest when it is first asked for, because most rules
    reach few documents. A fault found then is raised as Unreadable.
    """

    def __init__(self, rule, kind):
        raw = rule.raw
        self.rule = rule
        self.kind = kind
        self.loops, vocabulary = self._compile_loops(raw.get("for_each", {}), whole_document(kind))
        self.references, vocabulary = self._compile_references(raw.get("with", {}), vocabulary)
        self.day = self._compile_day(for_kind(raw.get("dated_by"), kind), vocabulary, rule.versions)
        self.vocabulary = vocabulary
        self.when = self._condition("when")

    @cached_property
    def require(self):
        return self._soundly(self._condition, "require")

    @cached_property
    def exemptions(self):
        return self._soundly(self._cases, "exemptions", "because")

    @cached_property
    def unsettled_scope(self):
        return self._soundly(self._cases, "unsettled_scope", "question")

    @cached_property
    def unsettled(self):
        return self._soundly(self._cases, "unsettled", "question")

    @cached_property
    def messages(self):
        return self._soundly(self._cases, "messages", "says")

    @cached_property
    def exposure(self):
        return self._soundly(self._cases, "exposure", "says")

    @cached_property
    def stricter(self):
        """The condition under which a failure weighs something else, or None."""
        return self._soundly(self._stricter)

    @cached_property
    def message(self):
        return self._soundly(compile_message, self.rule.raw["message"], self.vocabulary, "/message")

    def compile(self):
        """Compile all that is not compiled yet; raise Unreadable for the first fault."""
        return self.require, self.exemptions, self.unsettled_scope, self.unsettled, self.exposure, self.stricter, self.message, self.messages

    def _soundly(self, compile, *given):
        try:
            return compile(*given)
        except RuleError as error:
            raise Unreadable(self.rule.problem(error)) from None

    def _condition(self, key):
        tree, kind = self.rule.raw.get(key), self.kind
        if tree is None:
            return None
        by_kind = isinstance(tree, dict) and bool(tree) and set(tree) <= set(KINDS)
        if by_kind and kind not in tree:
            raise RuleError(f"/{key}", f"nothing is said of a {kind}, which the rule reads too", expected=f"{kind}: and a condition")
        return compile_condition(tree[kind] if by_kind else tree, self.vocabulary, self._definitions, f"/{key}/{kind}" if by_kind else f"/{key}")

    def _cases(self, key, words):
        return [
            Case(compile_condition(each["when"], self.vocabulary, self._definitions, f"/{key}/{index}/when"), compile_message(each[words], self.vocabulary, f"/{key}/{index}/{words}"))
            for index, each in enumerate(self.rule.raw.get(key, ()))
        ]

    def _stricter(self):
        case = self.rule.raw.get("stricter")
        if not case:
            return None
        heaviest = min((version.level for version in self.rule.versions), key=LEVELS.index)
        if LEVELS.index(case["level"]) > LEVELS.index(heaviest):
            raise RuleError("/stricter/level", f"{case['level']} weighs less than {heaviest}, which a failure weighs anyway", expected="a level above it")
        return compile_condition(case["when"], self.vocabulary, self._definitions, "/stricter/when")

    @property
    def _definitions(self):
        return self.rule.instrument.get("definitions", {})

    @staticmethod
    def _compile_day(said, vocabulary, versions):
        if not said:
            raise RuleError("/dated_by", f"nothing says which day of a {vocabulary.kind} decides which version applies", expected="the path of a date, or as_of")
        for kind in said if isinstance(said, dict) and LATEST not in said else ():
            _refuse_kind(kind, KINDS, f"/dated_by/{kind}", "{!r} is not a kind of document")
        if not isinstance(days_of(said), list) or not days_of(said):
            raise RuleError("/dated_by", f"{LATEST} needs several days to choose from", expected="a list of the paths of dates")
        facts = [vocabulary.fact(path, "/dated_by") for path in days_of(said)]
        for fact in facts:
            if fact.type not in DAYS:
                raise RuleError("/dated_by", f"{fact.path} is a {fact.type}", expected="a date")
        return facts[0].read if len(facts) == 1 else latest_day([fact.read for fact in facts], versions)

    @staticmethod
    def _compile_loops(raw, vocabulary):
        inner = of_items(raw, vocabulary, "/for_each")
        return [Binding(name, inner.fact(path, f"/for_each/{name}"), is_beside=path.partition(".")[0] not in raw) for name, path in raw.items()], inner

    @staticmethod
    def _compile_references(raw, vocabulary):
        references = []
        for name, path in raw.items():
            fact = vocabulary.fact(path, f"/with/{name}")
            if not fact.refers_to:
                raise RuleError(f"/with/{name}", f"{path} does not refer to a document", expected="a field that holds the id of a document")
            references.append(Binding(name, fact, fact.refers_to))
            vocabulary = vocabulary.binding(name, fields_of(fact.refers_to), f"/with/{name}")
        return references, vocabulary


def _refuse_what_means_nothing(rule):
    """Raise RuleError for what has no meaning although it has the right shape."""
    raw = rule.raw
    read_constant(raw["jurisdiction"], Plain("place"), "/jurisdiction")
    read_constant(raw["basis"]["checked_on"], Plain("date"), "/basis/checked_on")
    known = rule.instrument.get("sources", {})
    for index, source in enumerate(raw["sources"]):
        if not isinstance(source, dict) and source not in known:
            raise RuleError(f"/sources/{index}", f"{source!r} is not a source of the instrument", expected="title and url, or a name that stands there", suggestion=nearest(source, known))
    for key in ("when", "require"):
        tree = raw.get(key)
        for kind in tree if isinstance(tree, dict) and set(tree) <= set(KINDS) else ():
            _refuse_kind(kind, rule.kinds, f"/{key}/{kind}", "the rule does not read a {}")
    for index, example in enumerate(rule.examples):
        here = f"/examples/{index}"
        _refuse_kind(example.get("kind", rule.kinds[0]), rule.kinds, f"{here}/kind", "the rule does not read a {}")
        if "as_of" in example:
            read_constant(example["as_of"], Plain("date"), f"{here}/as_of")
        for number, other in enumerate(example.get("beside", ())):
            _refuse_kind(other["kind"], KINDS, f"{here}/beside/{number}/kind", "{!r} is not a kind of document")


def _refuse_kind(kind, known, pointer, message):
    if kind not in known:
        raise RuleError(pointer, message.format(kind), expected="one of " + ", ".join(known), suggestion=nearest(kind, known))


LATEST = "latest_of"


def days_of(said):
    """Return the paths of the days in what a rule says of one kind under ``dated_by``: one, or those of ``latest_of``."""
    return said[LATEST] if isinstance(said, dict) and LATEST in said else [said]


def for_kind(value, kind):
    """Return what a rule says for `kind`: a mapping whose keys are kinds says it for each."""
    if isinstance(value, dict) and value and set(value) <= set(KINDS):
        return value.get(kind)
    return value

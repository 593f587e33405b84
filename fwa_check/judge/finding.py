"""A finding: the verdict of one rule on one thing, and the facts it rests on."""

from fwa_check.rulebook.scope import MISSED, READ, UNSTATED, places

VERDICTS = ("pass", "fail", "review", "unknown", "not_applicable")
# Those that stand against a document, the worst first.
AGAINST = ("fail", "review", "unknown")


def in_words(pointer):
    """Return a JSON pointer as the dotted path that rules and people use."""
    return pointer[1:].replace("/", ".")


class Finding:
    """One verdict.

    `version` is the version of the rule that was asked (None when none was in force), `trail`
    the facts that decided (see `Scope`), `subject` the id of the thing judged or None, `at` the
    pointer of that thing. `message`, `question` and `reason` are words or None. `weighs` is the level
    where it is not the version's, `exposure` what the breach may cost here, `setting` the value of the rule's
    switch where a configuration chose the other reading.
    """

    __slots__ = ("rule", "version", "verdict", "document", "subject", "at", "trail", "message", "question", "reason", "weighs", "exposure", "setting")

    def __init__(self, rule, version, verdict, document, *, subject=None, at="", trail=(), message=None, question=None, reason=None, exposure=None):
        self.rule = rule
        self.version = version
        self.verdict = verdict
        self.document = document
        self.subject = subject
        self.at = at
        self.trail = trail
        self.message = message
        self.question = question
        self.reason = reason
        self.weighs = None
        self.exposure = exposure
        self.setting = None

    @property
    def reads(self):
        """The facts that decided, those that a document had to state and did not among them, as (document, pointer)."""
        return [*places(self.trail, READ), *places(self.trail, UNSTATED)]

    @property
    def missing(self):
        """The facts that would settle it, as (document, pointer)."""
        return places(self.trail, MISSED)

    @property
    def level(self):
        """What a failure weighs: error, warning or note."""
        return self.weighs or (self.version.level if self.version else self.rule.raw["level"])

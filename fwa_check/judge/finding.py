"""A finding: the verdict of one rule on one thing, and the facts it rests on."""

VERDICTS = ("pass", "fail", "review", "unknown", "not_applicable")


class Finding:
    """One verdict.

    `version` is the version of the rule that was asked (None when none was in force), `reads`
    and `missing` are lists of (document, pointer), `subject` the id of the thing judged or
    None, `at` the pointer of that thing. `message`, `question` and `reason` are words or None.
    """

    __slots__ = ("rule", "version", "verdict", "document", "subject", "at", "reads", "missing", "message", "question", "reason")

    def __init__(self, rule, version, verdict, document, *, subject=None, at="", reads=(), missing=(), message=None, question=None, reason=None):
        self.rule = rule
        self.version = version
        self.verdict = verdict
        self.document = document
        self.subject = subject
        self.at = at
        self.reads = reads
        self.missing = missing
        self.message = message
        self.question = question
        self.reason = reason

    @property
    def level(self):
        """What a failure weighs: error, warning or note."""
        return self.version.level if self.version else self.rule.raw["level"]

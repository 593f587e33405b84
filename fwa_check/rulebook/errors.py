"""How a rule file is refused."""


class RuleError(Exception):
    """Raised for a fault in a rule; `pointer` says where in the rule it stands, `at_key` that it is the name that is wrong."""

    def __init__(self, pointer, message, *, expected=None, suggestion=None, help=None, at_key=False):
        super().__init__(message)
        self.pointer = pointer
        self.message = message
        self.expected = expected
        self.suggestion = suggestion
        self.help = help
        self.at_key = at_key

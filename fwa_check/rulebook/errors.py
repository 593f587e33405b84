"""How a rule file is refused."""


class RuleError(Exception):
    """Raised for a fault in a rule; `pointer` says where in the rule it stands, `at_key` that it is the name that is wrong."""

    at_key = False

    def __init__(self, pointer, message, *, expected=None, suggestion=None, help=None):
        super().__init__(message)
        self.pointer = pointer
        self.message = message
        self.expected = expected
        self.suggestion = suggestion
        self.help = help

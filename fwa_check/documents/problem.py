"""What went wrong with a file, said so that its author can mend it."""


class Problem:
    """One thing that keeps a file from being read or judged.

    `line` and `column` count from 1 and are None where the file as a whole is meant.
    `found`, `expected`, `suggestion`, `help` and `excerpt` (the offending line) may be None.
    """

    __slots__ = ("path", "line", "column", "message", "found", "expected", "suggestion", "help", "excerpt")

    def __init__(self, message, *, path=None, line=None, column=None, found=None, expected=None, suggestion=None, help=None, excerpt=None):
        self.path = path
        self.line = line
        self.column = column
        self.message = message
        self.found = found
        self.expected = expected
        self.suggestion = suggestion
        self.help = help
        self.excerpt = excerpt

    def as_dict(self):
        """Return the problem as the reports print it."""
        return {name: getattr(self, name) for name in self.__slots__}

    def __str__(self):
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        parts = [f"{place}: {self.message}" if place else self.message]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.suggestion:
            parts.append(f"did you mean {self.suggestion}?")
        if self.help:
            parts.append(self.help)
        return "; ".join(parts)


class Unreadable(Exception):
    """Raised with the problems (a list of Problem) of something that cannot be used."""

    def __init__(self, *problems):
        super().__init__("; ".join(map(str, problems)))
        self.problems = list(problems)


def nearest(word, known):
    """Return the known word that looks most like `word` (the same one in every run), or None."""
    import difflib

    word = str(word)[:80]
    known = {str(each).lower(): str(each) for each in known}
    swapped = sorted(each for each in known if sorted(each) == sorted(word.lower()))
    if swapped:
        return known[word.lower() if word.lower() in known else swapped[0]]
    close = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return known[close[0]] if close else None


def shortened(text, limit=60):
    """Return `text` on one line and at most `limit` characters long, for use in a message."""
    text = " ".join(str(text).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"

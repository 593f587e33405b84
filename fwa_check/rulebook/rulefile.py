"""From a rule file to plain dicts, lists and texts, with the place of each.

Scalars stay texts: the type of the fact that they stand beside says how they are read.
"""

import re

from yaml import MappingNode, ScalarNode, SequenceNode

from fwa_check.documents.compose import compose_documents
from fwa_check.documents.document import place_in, split_lines
from fwa_check.documents.problem import Problem, Unreadable, shortened
from fwa_check.documents.source import decode, read_bytes

DEEPEST = 40
# In a list of rules: the key, and all that is indented below it. Lines are kept, so that places stay right.
_EXAMPLES = r"^  examples:[ ]*\n(?:(?:    .*)?\n)*"
MOST_PARTS = 500_000


class RuleFile:
    """One page of the rules: its bytes, and, once asked for, its content and its nodes."""

    __slots__ = ("path", "data", "_raw", "_whole", "_rules", "_root", "_text")
    # What the file is called where it is refused.
    WHAT = "a rule file"

    def __init__(self, path):
        """Read the bytes of `path`; raise Unreadable when they cannot be had."""
        self.path = path
        self._raw = self._whole = self._rules = self._root = self._text = None
        try:
            self.data = read_bytes(path)
        except Unreadable as error:
            raise Unreadable(*(self.located(problem) for problem in error.problems)) from None

    @property
    def root(self):
        """The YAML node of the page; Unreadable when it is not one YAML document."""
        if self._root is None:
            try:
                roots = compose_documents(self.text)
                if len(roots) != 1:
                    raise Unreadable(Problem(f"{self.WHAT} is one YAML document", found=f"{len(roots)} documents"))
            except Unreadable as error:
                raise Unreadable(*(self.located(problem) for problem in error.problems)) from None
            self._root = roots[0]
        return self._root

    @property
    def raw(self):
        """The content as dicts, lists and texts; Unreadable when the page is not sound."""
        if self._raw is None and self._whole:
            self._raw = self._whole()
        if self._raw is None:
            try:
                self._raw = plain(self.root)
            except Unreadable as error:
                raise Unreadable(*(self.located(problem) for problem in error.problems)) from None
        return self._raw

    @property
    def text(self):
        if self._text is None:
            self._text = decode(self.data)
        return self._text

    def remember(self, whole=None, rules=None):
        """Take what an earlier run parsed from the same bytes: `whole` returns the content (None where it is lost), or `rules` are RememberedRules."""
        self._whole = whole
        self._rules = rules

    @property
    def rules(self):
        """The rules of the page, as dicts or, where they were parsed in an earlier run, as RememberedRules."""
        return self.raw if self._rules is None else self._rules

    def skim(self):
        """Parse the content without the examples of its rules: they are more than half of it, and a check needs none.

        A page in which they cannot be told apart is left to be parsed whole.
        """
        try:
            without = re.sub(_EXAMPLES, lambda match: "\n" * match[0].count("\n"), self.text, flags=re.MULTILINE)
            roots = compose_documents(without)
            self._raw = plain(roots[0]) if len(roots) == 1 else None
        except Unreadable:
            self._raw = None

    def located(self, problem):
        """Return `problem` with this file's path and the line it stands on."""
        problem.path = self.path
        if problem.line and problem.excerpt is None:
            lines = split_lines(self._text or "")
            problem.excerpt = lines[problem.line - 1] if problem.line <= len(lines) else None
        return problem

    def problem_at(self, pointer, message, *, at_key=False, **more):
        """Return a Problem at the JSON `pointer` of this file: at the value there, or at its name."""
        line, column, _, _ = place_in(self.root, pointer, at_key)
        return self.located(Problem(message, line=line, column=column, **more))

    def node_at(self, pointer):
        """Return the YAML node at the JSON `pointer`, which has to exist."""
        node = self.root
        for part in pointer.split("/")[1:]:
            if type(node) is MappingNode:
                node = next(value for key, value in node.value if key.value == part)
            else:
                node = node.value[int(part)]
        return node


def plain(node, read=str):
    """Return dicts, lists and texts for a YAML node; `read` makes something else of plain scalars."""
    return _plain(node, read, 0, iter(range(MOST_PARTS)))


def _plain(node, read, depth, parts):
    if depth > DEEPEST:
        raise Unreadable(_at(node, "the file nests too deeply"))
    if next(parts, None) is None:
        raise Unreadable(_at(node, f"the file holds more than {MOST_PARTS:,} values", help="write aliases out"))
    if type(node) is ScalarNode:
        return node.value if node.style else read(node.value)
    if type(node) is SequenceNode:
        return [_plain(item, read, depth + 1, parts) for item in node.value]
    content = {}
    for key, value in node.value:
        if type(key) is not ScalarNode:
            raise Unreadable(_at(key, "a name belongs here", expected="a name and a colon"))
        if key.value in content:
            first = next(each for each, _ in node.value if each.value == key.value)
            message = f"{shortened(key.value)} stands twice, on line {first.start_mark.line + 1} and on line {key.start_mark.line + 1}"
            raise Unreadable(_at(key, message))
        content[key.value] = _plain(value, read, depth + 1, parts)
    return content


def _at(node, message, **more):
    return Problem(message, line=node.start_mark.line + 1, column=node.start_mark.column + 1, **more)


_INTEGER = re.compile(r"-?[0-9]{1,15}", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,9}", re.ASCII)


def core_scalar(text):
    """Return what YAML 1.2 makes of a plain scalar; used only to hold a file against its JSON Schema."""
    if text in ("true", "false"):
        return text == "true"
    if text in ("", "~", "null"):
        return None
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text

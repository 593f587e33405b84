"""A document: typed values, and the place of each in its file."""

import re

from yaml import MappingNode, ScalarNode, SequenceNode

_LINE_BREAK = re.compile("[\n\x85\u2028\u2029]")


class Source:
    """One file that was read: its path as shown, its bytes and its text, shared by the documents in it."""

    __slots__ = ("path", "data", "text", "_lines", "_digest")

    def __init__(self, path, data, text):
        self.path = path
        self.data = data
        self.text = text
        self._lines = self._digest = None

    @property
    def lines(self):
        """The lines of the file, as YAML counts them."""
        if self._lines is None:
            self._lines = split_lines(self.text)
        return self._lines

    @property
    def digest(self):
        """``sha256:`` and the digest of the file."""
        if self._digest is None:
            import hashlib

            self._digest = f"sha256:{hashlib.sha256(self.data).hexdigest()}"
        return self._digest


class Document:
    """One YAML document that could be read: its typed `values`, and the `source` it stands in.

    `notices` say what was read as it stands and may be meant otherwise: dicts of line, column and message.
    """

    __slots__ = ("source", "kind", "id", "values", "notices", "_root")

    def __init__(self, source, kind, values, root, notices=()):
        self.notices = notices
        self.source = source
        self.kind = kind
        self.id = values["id"]
        self.values = values
        self._root = root

    @property
    def path(self):
        return self.source.path

    @property
    def lines(self):
        return self.source.lines

    @property
    def digest(self):
        return self.source.digest

    def place(self, pointer):
        """Return (line, column, text, exact) of the fact at the JSON `pointer`.

        `text` is the fact as written, None for a group or a list. For a fact that is not in
        the file, the place is that of the nearest group around it, and `exact` is False.
        """
        return place_in(self._root, pointer)


def place_in(root, pointer, at_key=False):
    """Return (line, column, text, exact) of the JSON `pointer` under a YAML root node; see `Document.place`.

    With `at_key`, the place is that of the name that leads there, not of the value.
    """
    node, key = root, None
    exact = True
    for part in pointer.split("/")[1:]:
        below = _child(node, part)
        if below is None:
            exact = False
            break
        key, node = below
    mark = (key if key is not None and (at_key or type(node) is not ScalarNode) else node).start_mark
    text = node.value if type(node) is ScalarNode and exact else None
    return mark.line + 1, mark.column + 1, text, exact


def _child(node, part):
    if type(node) is MappingNode:
        for key, value in node.value:
            if type(key) is ScalarNode and key.value == part:
                return key, value
    elif type(node) is SequenceNode and part.isdecimal() and int(part) < len(node.value):
        return None, node.value[int(part)]
    return None


def split_lines(text):
    """Return the lines of `text`, broken where the YAML parser counts a new line."""
    return _LINE_BREAK.split(text)

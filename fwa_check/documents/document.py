"""A document: typed values, and the place of each in its file."""

import re

from yaml import MappingNode, ScalarNode, SequenceNode

_LINE_BREAK = re.compile("[\n\x85\u2028\u2029]")


class Document:
    """One YAML document that could be read.

    `values` are the typed facts; `data` are the bytes of the whole file it stands in.
    """

    __slots__ = ("path", "kind", "id", "values", "_data", "_root", "_text", "_lines")

    def __init__(self, path, kind, values, data, root, text):
        self.path = path
        self.kind = kind
        self.id = values["id"]
        self.values = values
        self._data = data
        self._root = root
        self._text = text
        self._lines = None

    @property
    def digest(self):
        """``sha256:`` and the digest of the file."""
        import hashlib

        return f"sha256:{hashlib.sha256(self._data).hexdigest()}"

    @property
    def lines(self):
        """The lines of the file, as YAML counts them."""
        if self._lines is None:
            self._lines = split_lines(self._text)
        return self._lines

    def place(self, pointer):
        """Return (line, column, text, exact) of the fact at the JSON `pointer`.

        `text` is the fact as written, None for a group or a list. For a fact that is not in
        the file, the place is that of the nearest group around it, and `exact` is False.
        """
        return place_in(self._root, pointer)


def place_in(root, pointer):
    """Return (line, column, text, exact) of the JSON `pointer` under a YAML root node; see `Document.place`."""
    node, key = root, None
    exact = True
    for part in pointer.split("/")[1:]:
        below = _child(node, part)
        if below is None:
            exact = False
            break
        key, node = below
    mark = (key if key is not None and type(node) is not ScalarNode else node).start_mark
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

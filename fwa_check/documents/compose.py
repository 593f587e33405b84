"""From text to YAML nodes: no guessing of types, every node with its place.

PyYAML's C parser composes the node tree; its YAML 1.1 rules for typing scalars are left out,
because the schema types them (see `build`).
"""

import yaml

from fwa_check.documents.document import split_lines
from fwa_check.documents.problem import Problem, Unreadable, shortened

MAP, SEQ, STR = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"
_DEFAULT_TAGS = {yaml.ScalarNode: STR, yaml.SequenceNode: SEQ, yaml.MappingNode: MAP}
_TEXT_FOR = {
    "found character '\\t' that cannot start any token": "a tab stands where YAML wants spaces",
    "found character that cannot start any token": "a character stands here that can begin nothing in YAML",
    "mapping values are not allowed here": "a second colon, or a wrong indentation",
    "mapping values are not allowed in this context": "a second colon, or a wrong indentation",
    "could not find expected ':'": "a colon is missing after a field name",
    "control characters are not allowed": "a control character stands in the text",
    "did not find expected node content": "a value is missing, or a bracket is not closed",
    "did not find expected ',' or ']'": "a list that begins with [ is not closed, or lacks a comma",
    "did not find expected ',' or '}'": "a group that begins with { is not closed, or lacks a comma",
    "did not find expected key": "the indentation does not fit the lines above",
    "did not find expected '-' indicator": "the indentation does not fit the list above",
    "found unexpected end of stream": "a quoted text is not closed",
    "second occurrence": "two anchors have the same name",
    "found undefined alias": "the alias stands for nothing: no anchor of that name comes before it",
}


MOST_NODES = 1_000_000
DEEPEST = 100
# The parser looks at all of them again for each one more.
MOST_TAG_DIRECTIVES = 100


class _Composer(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """The safe loader without implicit types, with a bound on depth and size.

    PyYAML calls `descend_resolver` and `ascend_resolver` around every node. Its C parser goes down
    by itself, where Python's own bound on recursion does not hold, and would crash the interpreter.
    """

    yaml_implicit_resolvers = {}

    def __init__(self, text):
        super().__init__(text)
        self.descend_resolver, self.ascend_resolver = _bounds()

    def resolve(self, kind, value, implicit):
        return _DEFAULT_TAGS[kind]


def _bounds():
    # Closures, because two method calls a node would be a fifth of the time of composing.
    depth = nodes = 0

    def descend(parent, index):
        nonlocal depth, nodes
        depth += 1
        nodes += 1
        if depth > DEEPEST:
            raise Unreadable(_at(parent, "the file nests too deeply to be a contract", help="a document needs less than ten levels"))
        if nodes > MOST_NODES:
            raise Unreadable(_at(parent, f"the file holds more than {MOST_NODES:,} values", help="a contract has a few hundred; split a portfolio into files"))

    def ascend():
        nonlocal depth
        depth -= 1

    return descend, ascend


def _at(node, message, **more):
    mark = node.start_mark if node else None
    return Problem(message, line=mark.line + 1 if mark else None, column=mark.column + 1 if mark else None, **more)


def compose_documents(text):
    """Return the root node of every YAML document in `text`.

    Raises Unreadable when the text is not YAML, nests too deeply or holds too much.
    """
    if text.count("%TAG") > MOST_TAG_DIRECTIVES:
        raise Unreadable(Problem("the file declares more tags than a contract could need", help="leave the %TAG lines out"))
    roots = []
    try:
        loader = _Composer(text)
        try:
            while loader.check_node():
                roots.append(loader.get_node())
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise Unreadable(_problem(error, text)) from None
    return roots


def _problem(error, text):
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    lines = split_lines(text)
    line, column = (mark.line + 1, mark.column + 1) if mark else _place_of(error, text)
    help = None
    context = getattr(error, "context_mark", None)
    if context and mark and context.line != mark.line:
        help = f"it began on line {context.line + 1}"
    at = lines[line - 1][column - 1 : column] if line and line <= len(lines) else ""
    if at == "\t":
        said = "found character '\\t' that cannot start any token"
        help = "indent with spaces"
    elif said == "found character that cannot start any token" and at in ("@", "`", "%"):
        help = f"put the value in quotes: it begins with {at}"
    if not at and line:
        line, column = _end_of_text(lines, line, column)
    return Problem(f"this is not YAML: {_TEXT_FOR.get(said) or shortened(said, 200)}", line=line, column=column, help=help)


def _end_of_text(lines, line, column):
    """Return (line, column), or the end of the last line that says something if nothing stands there or below."""
    while line > 1 and (line > len(lines) or not lines[line - 1].strip()) and not any(map(str.strip, lines[line:])):
        line -= 1
        column = len(lines[line - 1].rstrip()) + 1 if line <= len(lines) else 1
    return line, column


def _place_of(error, text):
    """Line and column of a reader error, which knows only its position: in UTF-8 bytes, or in characters."""
    position = getattr(error, "position", None)
    if not isinstance(position, int):
        return None, None
    before = text[:position] if error.encoding == "unicode" else text.encode()[:position].decode(errors="ignore")
    lines = split_lines(before)
    return len(lines), len(lines[-1]) + 1

"""From text to YAML nodes: no guessing of types, every node with its place.

PyYAML's C parser composes the node tree; its YAML 1.1 rules for typing scalars are left out,
because the schema types them (see `build`).
"""

import yaml

from fwa_check.documents.problem import Problem, Unreadable

MAP, SEQ, STR = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"
_DEFAULT_TAGS = {yaml.ScalarNode: STR, yaml.SequenceNode: SEQ, yaml.MappingNode: MAP}
_TEXT_FOR = {
    "found character '\\t' that cannot start any token": "a tab stands where YAML wants spaces",
    "found character that cannot start any token": "a character stands here that can begin nothing in YAML",
    "mapping values are not allowed here": "a second colon, or a wrong indentation",
    "mapping values are not allowed in this context": "a second colon, or a wrong indentation",
    "could not find expected ':'": "a colon is missing after a field name",
    "control characters are not allowed": "a control character stands in the text",
}


class _Composer(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """The safe loader without implicit types, and without the bookkeeping they need."""

    yaml_implicit_resolvers = {}

    def resolve(self, kind, value, implicit):
        return _DEFAULT_TAGS[kind]

    def descend_resolver(self, current_node, current_index):
        pass

    def ascend_resolver(self):
        pass


def compose_documents(text):
    """Return the root node of every YAML document in `text`.

    Raises Unreadable when the text is not YAML, or nests deeper than the parser can follow.
    """
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
    except RecursionError:
        raise Unreadable(Problem("the file nests too deeply to be a contract", help="a document needs less than ten levels")) from None
    return roots


def _problem(error, text):
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    line, column = (mark.line + 1, mark.column + 1) if mark else _place_of(error, text)
    help = None
    context = getattr(error, "context_mark", None)
    if context and mark and context.line != mark.line:
        help = f"it began on line {context.line + 1}"
    at = text.splitlines()[line - 1][column - 1 : column] if line and line <= len(text.splitlines()) else ""
    if at == "\t":
        said = "found character '\\t' that cannot start any token"
        help = "indent with spaces"
    elif at in ("@", "`", "%"):
        help = f"put the value in quotes: it begins with {at}"
    return Problem(f"this is not YAML: {_TEXT_FOR.get(said, said)}", line=line, column=column, help=help)


def _place_of(error, text):
    """Line and column of a reader error, which knows only its position in the text."""
    position = getattr(error, "position", None)
    if not isinstance(position, int) or not 0 <= position <= len(text):
        return None, None
    before = text[:position]
    return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1

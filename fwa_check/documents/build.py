"""From YAML nodes to typed values, led by the schema of the document's kind.

A schema is compiled once into small functions, one a field, each taking a node and a `Build`.
They go only where the schema goes, so depth and size stay bounded whatever the file holds,
and every complaint has the line and column of what is wrong.
"""

from yaml import MappingNode, ScalarNode, SequenceNode

from fwa_check.documents.compose import MAP, SEQ, STR
from fwa_check.documents.problem import Problem, nearest, shortened
from fwa_check.documents.scalars import READERS, Misread, money_of
from fwa_check.values.absent import MISSING
from fwa_check.values.places import MISTAKEN

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
MOST_ITEMS = 100_000
MOST_PROBLEMS = 100
_ARTICLES = {ScalarNode: "a single value", MappingNode: "a group of fields", SequenceNode: "a list"}


class _Enough(Exception):
    """Raised when a document has so many problems that a person will not read more of them."""


class Build:
    """What one document's building has met: its problems, what a reader should look at again, and how much it may still build."""

    __slots__ = ("problems", "notices", "items_left", "schema")

    def __init__(self):
        self.problems = []
        self.notices = []
        self.items_left = MOST_ITEMS
        self.schema = None

    def complain(self, node, message, **more):
        mark = node.start_mark
        self.problems.append(Problem(message, line=mark.line + 1, column=mark.column + 1, **more))
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Enough
        return MISSING


def compile_document(schema, defs, name):
    """Return the function (root node, Build) -> values for a whole document; see `compile_schema`.

    It stops at `MOST_PROBLEMS`.
    """
    build_root = compile_schema(schema, defs, name)

    def build_document(node, build):
        build.schema = schema
        try:
            return build_root(node, build)
        except _Enough:
            return MISSING

    return build_document


def compile_schema(schema, defs, name="document"):
    """Return the function (node, Build) -> value for `schema`, a JSON Schema of `fwa_check/schemas`."""
    if "$ref" in schema:
        return compile_schema(defs[schema["$ref"].rpartition("/")[2]], defs, name)
    if schema.get("x-type") == "money":
        return _money_builder(name)
    if schema.get("x-type") == "place":
        return _place_builder(name)
    if "x-type" in schema:
        return _scalar_builder(name, READERS[schema["x-type"]])
    if "enum" in schema:
        return _scalar_builder(name, _choice_reader(schema["enum"]))
    if "const" in schema:
        return _scalar_builder(name, _choice_reader([schema["const"]]))
    if schema["type"] == "array":
        return _list_builder(name, compile_schema(schema["items"], defs, f"item of {name}"))
    fields = {key: compile_schema(field, defs, key) for key, field in schema["properties"].items()}
    return _object_builder(name, fields, schema.get("required", ()))


def _is_absent(node):
    return type(node) is ScalarNode and node.tag is STR and (node.value == "unknown" or (not node.style and node.value in NULLS))


def _wrong_shape(build, node, name, wanted):
    if type(node) is ScalarNode and node.tag is not STR:
        return _tagged(build, node)
    found = _ARTICLES[type(node)] if type(node) is not ScalarNode else shortened(node.value)
    help = "write each item on a line of its own after a dash" if wanted is SequenceNode else None
    return build.complain(node, f"{name} holds {_ARTICLES[wanted]}, not {_ARTICLES[type(node)]}", found=found, expected=_ARTICLES[wanted], help=help)


def _tagged(build, node):
    return build.complain(node, f"the tag {shortened(node.tag)} has no meaning here", found=shortened(node.tag), expected="a plain value", help="leave the tag out")


def _scalar_builder(name, read):
    def build_scalar(node, build):
        if type(node) is not ScalarNode:
            return _wrong_shape(build, node, name, ScalarNode)
        text = node.value
        if node.tag is not STR:
            return _tagged(build, node)
        if text == "unknown" or (text in NULLS and not node.style):
            return MISSING
        try:
            return read(text)
        except Misread as error:
            return _misread(build, node, name, error)

    return build_scalar


def _place_builder(name):
    build_text = _scalar_builder(name, READERS["place"])

    def build_place(node, build):
        place = build_text(node, build)
        if place in MISTAKEN:
            mark = node.start_mark
            build.notices.append({"line": mark.line + 1, "column": mark.column + 1, "message": MISTAKEN[place]})
        return place

    return build_place


def _misread(build, node, name, error):
    found = shortened(node.value)
    suggestion = "unknown" if found.lower() == "unknown" else error.suggestion
    return build.complain(node, f"{name} cannot be read: {found!r}", found=found, expected=error.expected, suggestion=suggestion, help=error.help)


def _choice_reader(choices):
    known = frozenset(choices)

    def read_choice(text):
        if text in known:
            return text
        raise Misread("one of " + ", ".join(choices), nearest(text, choices))

    return read_choice


def _money_builder(name):
    build_text = _scalar_builder(name, READERS["money"])

    def build_money(node, build):
        if type(node) is not MappingNode:
            return build_text(node, build)
        if node.tag is not MAP:
            return _tagged(build, node)
        parts = {}
        for key, value in node.value:
            if type(key) is not ScalarNode or key.value not in ("amount", "currency"):
                return build.complain(key, f"{name} has a part that money does not have", expected="amount and currency, once each")
            if key.value in parts:
                return _complain_of_double(build, node, key)
            if type(value) is not ScalarNode:
                return _wrong_shape(build, value, key.value, ScalarNode)
            if value.tag is not STR or key.tag is not STR:
                return _tagged(build, value if value.tag is not STR else key)
            parts[key.value] = value
        if len(parts) != 2:
            return build.complain(node, f"{name} is not a whole amount of money", expected="amount and currency", help="money always names its currency")
        if any(_is_absent(part) for part in parts.values()):
            return MISSING
        try:
            return money_of(parts["amount"].value, parts["currency"].value)
        except Misread as error:
            return _misread(build, parts["amount" if error.expected.startswith("an amount") else "currency"], name, error)

    return build_money


def _list_builder(name, build_item):
    def build_list(node, build):
        if type(node) is not SequenceNode:
            return MISSING if _is_absent(node) else _wrong_shape(build, node, name, SequenceNode)
        if node.tag is not SEQ:
            return _tagged(build, node)
        build.items_left -= len(node.value)
        if build.items_left < 0:
            return build.complain(node, f"the document holds more than {MOST_ITEMS:,} list items", help="split it, and write aliases out")
        return [build_item(item, build) for item in node.value]

    return build_list


def _object_builder(name, fields, required):
    def build_object(node, build):
        if type(node) is not MappingNode:
            return MISSING if _is_absent(node) else _wrong_shape(build, node, name, MappingNode)
        if node.tag is not MAP:
            return _tagged(build, node)
        values = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if type(key_node) is not ScalarNode:
                build.complain(key_node, f"{name} has a field whose name is {_ARTICLES[type(key_node)]}", expected="a name")
            elif key_node.tag is not STR:
                _tagged(build, key_node)
            elif key in values:
                _complain_of_double(build, node, key_node)
            elif key in fields:
                values[key] = fields[key](value_node, build)
            else:
                _complain_of_unknown(build, node, key_node, value_node, name, fields)
        for key in required:
            if values.get(key, MISSING) is MISSING and not build.problems:
                build.complain(node, f"the {name} has no {key}", expected=f"{key}: and a value", help=f"every document needs {' and '.join(required)}")
        return values

    return build_object


def _complain_of_double(build, node, key_node):
    first = next(key for key, _ in node.value if type(key) is ScalarNode and key.value == key_node.value)
    return build.complain(
        key_node,
        f"{shortened(key_node.value)} is stated twice, on line {first.start_mark.line + 1} and on line {key_node.start_mark.line + 1}",
        found=shortened(key_node.value),
        help="keep the one that the document says",
    )


def _complain_of_unknown(build, node, key_node, value_node, name, fields):
    found = shortened(key_node.value)
    suggestion, help = nearest(key_node.value, fields), None
    elsewhere = next(_paths_of(build.schema, key_node.value), None)
    if key_node.value == "<<":
        help = "merge keys are YAML 1.1; write the fields out"
    elif node.flow_style and type(value_node) is ScalarNode and value_node.start_mark.index == value_node.end_mark.index:
        help = "inside { } a comma begins a new field: put a value that holds one in quotes"
    elif elsewhere:
        suggestion, help = None, f"it belongs elsewhere: {elsewhere}" if "." in elsewhere else "it belongs at the top of the document"
    elif len(fields) <= 12:
        help = f"{name} has the fields {', '.join(fields)}"
    build.complain(key_node, f"{name} has no field {found!r}", found=found, expected="a field of the schema", suggestion=suggestion, help=help)


def _paths_of(schema, wanted, here=""):
    """Yield the dotted path of every field named `wanted` below `schema`."""
    for name, field in (schema or {}).get("properties", {}).items():
        path = f"{here}{name}"
        if name == wanted:
            yield path
        yield from _paths_of(field, wanted, f"{path}.")
        yield from _paths_of(field.get("items"), wanted, f"{path}[].")

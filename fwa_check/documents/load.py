"""From files to documents and problems, one file at a time."""

from yaml import MappingNode, ScalarNode

from fwa_check.documents.build import MOST_PROBLEMS, NULLS, Build
from fwa_check.documents.compose import compose_documents
from fwa_check.documents.document import Document, Source, split_lines
from fwa_check.documents.kinds import KINDS, builder_of
from fwa_check.documents.problem import Problem, Unreadable, nearest, shortened
from fwa_check.documents.source import STANDARD_INPUT, decode, read_bytes


def load_file(path, named):
    """Return (documents, problems) of one file; two empty lists when it is somebody else's.

    A file in which no document has a `kind` is somebody else's, unless it was `named` on the
    command line.
    """
    shown = STANDARD_INPUT if path == "-" else path
    text = ""
    try:
        data = read_bytes(path)
        text = decode(data)
        roots = compose_documents(text)
    except Unreadable as error:
        return [], _located(error.problems, shown, text)
    if not named and not any(_kind_node(root) for root in roots):
        return [], []
    documents, problems, source = [], [], Source(shown, data, text)
    if not roots:
        problems.append(Problem("the file is empty", expected="a document that begins with kind:", help=_kinds_help()))
    for root in roots:
        build = Build()
        kind = _kind_of(root, build)
        if kind:
            values = builder_of(kind)(root, build)
            if not build.problems:
                documents.append(Document(source, kind, values, root, build.notices))
        problems.extend(build.problems)
        if len(problems) >= MOST_PROBLEMS:
            problems.append(Problem(f"the reading stopped after {len(problems)} problems", help="mend them first"))
            break
    return documents, _located(problems, shown, text)


def _located(problems, path, text):
    lines = split_lines(text) if text and problems else ()
    for problem in problems:
        problem.path = path
        if problem.line and problem.excerpt is None and problem.line <= len(lines):
            problem.excerpt = lines[problem.line - 1]
    return problems


def _kind_node(root):
    if type(root) is MappingNode:
        for key, value in root.value:
            if type(key) is ScalarNode and key.value == "kind":
                return value
    return None


def _kind_of(root, build):
    """Return the kind of the document under `root`, or None after saying why it has none."""
    if type(root) is not MappingNode:
        build.complain(root, "this is not a document", expected="fields, the first of them kind:", help=_kinds_help())
        return None
    node = _kind_node(root)
    if node is None or (type(node) is ScalarNode and node.value in NULLS and not node.style):
        build.complain(node or root, "the document has no kind", expected="kind: and one of the kinds", help=_kinds_help())
        return None
    if type(node) is not ScalarNode or node.value not in KINDS:
        found, near = (shortened(node.value), nearest(node.value, KINDS)) if type(node) is ScalarNode else ("more than one value", None)
        build.complain(node, f"{found!r} is not a kind of document", found=found, expected="one of " + ", ".join(KINDS), suggestion=near)
        return None
    return node.value


def _kinds_help():
    return "the kinds are " + ", ".join(KINDS)

"""The examples of a rule: documents in miniature, each with the verdict that it has to get.

They are the rule's tests and its documentation at once. An example is the background that the
instrument and the rule give for a kind of document, with the facts of `given` laid over it.
"""

from datetime import date
from typing import NamedTuple

from yaml import MappingNode, ScalarNode

from fwa_check.documents.build import Build
from fwa_check.documents.compose import MAP, STR
from fwa_check.documents.document import Document, Source
from fwa_check.documents.dossier import Dossier
from fwa_check.documents.kinds import builder_of
from fwa_check.documents.problem import Problem
from fwa_check.judge.judge import judge_document
from fwa_check.judge.present import message_of, present

WORST_FIRST = ("fail", "review", "unknown", "pass", "not_applicable")


class Outcome(NamedTuple):
    """What came of an example: its number (from 1), what it wanted, what it got, and the faults (texts)."""

    number: int
    wanted: str
    got: str
    faults: tuple
    problem: Problem | None


def run_examples(rule):
    """Return the Outcome of every example of `rule`; raise RuleError for a rule with a fault."""
    return [_run(rule, index, example) for index, example in enumerate(rule.examples)]


def example_document(rule, index):
    """Return (document, dossier, problems) of the example at `index`."""
    example = rule.examples[index]
    kind = example.get("kind", rule.kinds[0])
    here = f"{rule.pointer}/examples/{index}"
    parts = [_text_node({"kind": kind, "id": "example"})]
    instrument_file = rule.instrument.get("file")
    if instrument_file and kind in rule.instrument.get("background", {}):
        parts.append(instrument_file.node_at(f"/background/{kind}"))
    background = rule.raw.get("background")
    if background:
        own = f"{rule.pointer}/background"
        by_kind = kind in background
        if by_kind or not set(background) <= set(rule.kinds):
            parts.append(rule.file.node_at(f"{own}/{kind}" if by_kind else own))
    if "given" in example:
        parts.append(rule.file.node_at(f"{here}/given"))
    node = parts[0]
    for part in parts[1:]:
        node = _laid_over(node, part)
    needless = []
    for path in example.get("without", []):
        node, left_out = _without(node, path.split("."))
        if not left_out:
            needless.append(Problem(f"without names {path}, which nothing states"))
    document, problems = _document(kind, node)
    problems = needless + problems
    dossier = Dossier()
    for number, other in enumerate(example.get("beside", [])):
        other_document, other_problems = _document(other["kind"], rule.file.node_at(f"{here}/beside/{number}"))
        problems += other_problems
        if other_document:
            dossier.keep(other_document)
    return document, dossier.close(), problems


def _document(kind, node):
    build = Build()
    values = builder_of(kind)(node, build)
    if build.problems:
        return None, build.problems
    return Document(Source("example", b"", ""), kind, values, node), []


def _run(rule, index, example):
    wanted = example["verdict"]

    def outcome(got, *faults):
        problem = None
        if faults:
            name = f" ({example['name']})" if "name" in example else ""
            problem = rule.file.problem_at(f"{rule.pointer}/examples/{index}", f"{rule.id}: example {index + 1}{name}: {'; '.join(faults)}")
        return Outcome(index + 1, wanted, got, faults, problem)

    document, dossier, problems = example_document(rule, index)
    if problems:
        return outcome("", *(str(problem) for problem in problems))
    as_of = date.fromisoformat(example.get("as_of", rule.raw["basis"]["checked_on"]))
    findings = judge_document(document, [rule.on(document.kind)], as_of, dossier, readings=example.get("readings"))
    finding = min(findings, key=lambda each: WORST_FIRST.index(each.verdict))
    faults = []
    if finding.verdict != wanted:
        faults.append(f"the verdict is {finding.verdict}, not {wanted} ({message_of(finding).rstrip('.')})")
    shown = present(finding)
    if "missing" in example and sorted(shown["missing"]) != sorted(example["missing"]):
        faults.append(f"missing are {', '.join(shown['missing']) or 'none'}, not {', '.join(example['missing'])}")
    if "level" in example and finding.level != example["level"]:
        faults.append(f"the level is {finding.level}, not {example['level']}")
    return outcome(finding.verdict, *faults)


def _laid_over(below, above):
    """Return the node of `below` with the fields of `above` laid over it; groups are merged, all else replaced."""
    if type(below) is not MappingNode or type(above) is not MappingNode:
        return above
    fields = {key.value: (key, value) for key, value in below.value}
    for key, value in above.value:
        _, under = fields.get(key.value, (None, None))
        fields[key.value] = key, value if under is None else _laid_over(under, value)
    return MappingNode(MAP, list(fields.values()), above.start_mark, above.end_mark)


def _without(node, steps):
    """Return (the node without the field at `steps`, whether it was there)."""
    if type(node) is not MappingNode:
        return node, False
    fields, left_out = [], False
    for key, value in node.value:
        if key.value == steps[0]:
            if len(steps) == 1:
                left_out = True
                continue
            value, left_out = _without(value, steps[1:])
        fields.append((key, value))
    return MappingNode(MAP, fields, node.start_mark, node.end_mark), left_out


class _NoMark:
    line = column = 0


def _text_node(fields):
    pairs = [(_scalar(key), _scalar(value)) for key, value in fields.items()]
    return MappingNode(MAP, pairs, _NoMark, _NoMark)


def _scalar(text):
    return ScalarNode(STR, text, _NoMark, _NoMark)

"""Holds a rule file against its JSON Schema, and says in plain words what does not fit."""

import json
import os

from fwa_check.documents.problem import nearest, shortened
from fwa_check.rulebook.rulefile import core_scalar, plain

_SCHEMAS = os.path.join(os.path.dirname(os.path.dirname(__file__)), "schemas")
MOST_FAULTS = 20
_SHAPES = {(dict, True): "a group of fields", (dict, False): "an empty group", (list, True): "a list", (list, False): "an empty list"}


def schema_named(name):
    """Return the JSON Schema `name` of `fwa_check/schemas`."""
    with open(os.path.join(_SCHEMAS, f"{name}.json"), encoding="utf-8") as file:
        return json.load(file)


def faults_of_shape(file, schema_name):
    """Return the Problems of a RuleFile that does not fit the schema `schema_name`; [] when it fits."""
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(schema_named(schema_name))
    content = plain(file.root, read=core_scalar)
    errors = sorted(validator.iter_errors(content), key=lambda error: ([str(part) for part in error.absolute_path], error.validator))
    return [_explained(error, file) for error in errors[:MOST_FAULTS]]


def _explained(error, file):
    pointer = "".join(f"/{part}" for part in error.absolute_path)
    name = next((part for part in reversed(error.absolute_path) if isinstance(part, str)), "the rule" if error.absolute_path else "the file")
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        strange = next(key for key in error.instance if key not in known)
        return file.problem_at(f"{pointer}/{strange}", at_key=True, message=f"{name} has no field {strange!r}", expected="one of " + ", ".join(known), suggestion=nearest(strange, known))
    if error.validator == "required":
        absent = next(key for key in error.validator_value if key not in error.instance)
        meaning = error.schema.get("properties", {}).get(absent, {}).get("description")
        return file.problem_at(pointer, f"{absent} is missing", expected=f"{absent}: and a value", help=meaning)
    if error.validator in ("enum", "const"):
        choices = error.validator_value if error.validator == "enum" else [error.validator_value]
        found = shortened(error.instance)
        return file.problem_at(pointer, f"{found!r} is no {name}", expected="one of " + ", ".join(map(str, choices)), suggestion=nearest(found, map(str, choices)))
    expected = error.schema.get("description") or f"{error.validator} {shortened(error.validator_value)}"
    examples = ", ".join(error.schema.get("examples", ()))
    found = _SHAPES.get((type(error.instance), bool(error.instance))) or shortened(error.instance)
    return file.problem_at(pointer, f"{name} does not fit: {found}", expected=f"{expected.rstrip('.')}, such as {examples}" if examples else expected)

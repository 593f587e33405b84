"""The kinds of document: their schemas, and what the schemas say of each field."""

import json
import os
from functools import lru_cache

from fwa_check.documents.build import compile_document

KINDS = ("management_contract", "booking", "model_release", "replica_consent", "campaign", "agency_profile", "talent_service_contract")
# The kinds of document whose ids stand in fields of other documents (x-refers-to).
REFERRED_TO = frozenset({"replica_consent", "model_release"})
_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "schemas")


@lru_cache(maxsize=None)
def schema_of(kind):
    """Return the schema of `kind` as it is written in `fwa_check/schemas` (a dict, not to be changed)."""
    with open(os.path.join(_FOLDER, f"{kind}.json"), encoding="utf-8") as file:
        return json.load(file)


def types():
    """Return the shared types ($defs) that the schemas refer to."""
    return schema_of("types")["$defs"]


@lru_cache(maxsize=None)
def builder_of(kind):
    """Return the function (node, Build) -> values for documents of `kind`."""
    return compile_document(schema_of(kind), types(), kind.replace("_", " "))


class Field:
    """What the schema says of one fact: its type, its choices (or None), its description, its items (or None)."""

    __slots__ = ("type", "choices", "description", "fields", "items", "refers_to")

    def __init__(self, schema):
        description = schema.get("description", "")
        refers_to = schema.get("x-refers-to")
        if "$ref" in schema:
            schema = types()[schema["$ref"].rpartition("/")[2]]
        self.description = description
        self.refers_to = refers_to
        self.choices = tuple(schema["enum"]) if "enum" in schema else (schema["const"],) if "const" in schema else None
        self.fields = self.items = None
        if self.choices:
            self.type = "choice"
        elif "x-type" in schema:
            self.type = schema["x-type"]
        elif schema["type"] == "array":
            self.type = "list"
            self.items = Field(schema["items"])
        else:
            self.type = "group"
            self.fields = {name: Field(field) for name, field in schema["properties"].items()}


@lru_cache(maxsize=None)
def fields_of(kind):
    """Return the Field of a whole document of `kind`; its `fields` are the document's own."""
    return Field(schema_of(kind))


def published_schema(kind):
    """Return the whole JSON Schema of `kind` for editors: types included, every fact allowed to be unknown or empty."""
    schema = dict(schema_of(kind))
    schema["properties"] = {name: _stated(field) if name in schema["required"] else _or_unknown(field) for name, field in schema["properties"].items()}
    schema["$defs"] = {name: _or_unknown(each) for name, each in types().items()}
    return schema


def _stated(schema):
    """Return the schema of a field that cannot be unknown."""
    if "$ref" not in schema:
        return schema
    own = {name: each for name, each in schema.items() if name != "$ref"}
    return {**types()[schema["$ref"].rpartition("/")[2]], **own, "not": {"const": "unknown"}}


def _or_unknown(schema):
    if "$ref" in schema or "const" in schema:
        return schema
    schema = dict(schema)
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], "unknown", None]
        return schema
    if "properties" in schema:
        schema["properties"] = {name: _or_unknown(field) for name, field in schema["properties"].items()}
    if "items" in schema:
        schema["items"] = _or_unknown(schema["items"])
    kinds = [schema["type"]] if isinstance(schema["type"], str) else list(schema["type"])
    if "pattern" in schema:
        schema["pattern"] = f"^unknown$|{schema['pattern']}"
    elif "string" not in kinds:
        schema["pattern"] = "^unknown$"
    schema["type"] = list(dict.fromkeys((*kinds, "string", "null")))
    return schema


def describe(kind, pointer):
    """Return what the schema says of the fact at `pointer` of a `kind` document, or ``""``."""
    field = fields_of(kind) if kind in KINDS else None
    for part in pointer.split("/")[1:]:
        if field is not None:
            field = field.items if field.type == "list" else field.fields.get(part) if field.fields else None
    return field.description if field else ""

"""The schemas of document kinds as editors get them: valid, whole, described, and at one with the code."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import fwa_check
from fwa_check.documents.build import Build
from fwa_check.documents.compose import compose_documents
from fwa_check.documents.kinds import KINDS, REFERRED_TO, builder_of, published_schema, schema_of, types
from fwa_check.documents.scalars import READERS

FOLDER = Path(fwa_check.__file__).parent / "schemas"
OTHERS = {"types", "rule", "instrument", "register", "configuration", "report"}


def walk(schema, here=""):
    """Every schema inside a schema, with its pointer."""
    yield here, schema
    for name, field in schema.get("properties", {}).items():
        yield from walk(field, f"{here}/{name}")
    if "items" in schema:
        yield from walk(schema["items"], f"{here}/0")


def groups(kind):
    return [(pointer, schema) for pointer, schema in walk(schema_of(kind)) if "properties" in schema]


@pytest.mark.parametrize("kind", KINDS)
def test_a_published_schema_is_valid_2020_12(kind):
    schema = published_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_resolves_inside_the_published_schema(kind):
    schema = published_schema(kind)
    references = [each["$ref"] for _, each in walk(schema) if "$ref" in each]
    assert references
    for reference in references:
        head, _, name = reference.rpartition("/")
        assert head == "#/$defs" and name in schema["$defs"], reference
    assert "$ref" not in json.dumps(schema["$defs"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_says_what_it_is_for(kind):
    for pointer, schema in groups(kind):
        assert schema["description"], pointer or kind
        for name, field in schema["properties"].items():
            assert len(field.get("description", "").split()) >= 2, f"{pointer}/{name}"
            assert field["description"].endswith("."), f"{pointer}/{name}"
    assert schema_of(kind)["title"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_group_is_closed_so_that_a_slip_of_the_pen_is_found(kind):
    for pointer, schema in groups(kind):
        assert schema["type"] == "object" and schema["additionalProperties"] is False, pointer


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_kind_and_the_id_are_required_and_the_kind_comes_first(kind):
    schema = schema_of(kind)
    assert schema["required"] == ["kind", "id"] == list(schema["properties"])[:2]
    assert schema["properties"]["kind"]["const"] == kind
    assert [pointer for pointer, each in groups(kind) if "required" in each] == [""]


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_made_of_the_few_forms_that_documents_are_read_by(kind):
    for pointer, schema in walk(schema_of(kind)):
        forms = [form for form in ("$ref", "enum", "const", "items", "properties") if form in schema]
        assert len(forms) == 1, pointer
        assert not {"anyOf", "oneOf", "allOf", "not", "if", "patternProperties"} & set(schema), pointer
        assert len(set(schema.get("enum", ()))) == len(schema.get("enum", ())), pointer
        assert "unknown" not in schema.get("enum", ()), pointer


def test_every_shared_type_has_a_reader_and_every_reader_a_type():
    assert {name: each["x-type"] for name, each in types().items()} == {name: name for name in READERS}


def test_every_kind_has_a_schema_file_and_every_schema_file_a_purpose():
    assert {path.stem for path in FOLDER.glob("*.json")} == set(KINDS) | OTHERS
    assert len(set(KINDS)) == len(KINDS)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_no_schema_file_states_a_field_twice(path):
    def unique(pairs):
        assert len(dict(pairs)) == len(pairs), [key for key, _ in pairs]
        return dict(pairs)

    json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique)


def test_the_kinds_that_are_referred_to_are_those_that_the_schemas_mark():
    marks = {kind: {each["x-refers-to"] for _, each in walk(schema_of(kind)) if "x-refers-to" in each} for kind in KINDS}
    assert set().union(*marks.values()) == REFERRED_TO <= set(KINDS)
    for kind in KINDS:
        for pointer, each in walk(schema_of(kind)):
            assert "x-refers-to" not in each or each["$ref"] == "#/$defs/identifier", pointer


def document(schema, leaf):
    """A document of the schema with every field in it, each made by `leaf`."""
    if "properties" in schema and "x-type" not in schema:
        return {name: field["const"] if "const" in field else document(field, leaf) for name, field in schema["properties"].items()}
    if "items" in schema:
        return [document(schema["items"], leaf)]
    return leaf(schema)


SAMPLES = {"text": "words", "identifier": "a-1", "boolean": True, "count": 6, "number": 1.5, "percent": "20 %", "money": "USD 1,200.00", "date": "2026-11-21", "instant": "2026-11-21T09:00-05:00", "moment": "2026-11-21", "duration": "3 years", "place": "US-NY", "language": "en"}


def sample(schema):
    return schema["enum"][-1] if "enum" in schema else SAMPLES[schema["$ref"].rpartition("/")[2]]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("leaf", [sample, lambda schema: "unknown", lambda schema: None], ids=["stated", "unknown", "empty"])
def test_a_document_with_every_field_fits_both_the_schema_and_the_builder(kind, leaf):
    content = document(schema_of(kind), leaf) | {"id": "a-1"}
    assert list(Draft202012Validator(published_schema(kind)).iter_errors(content)) == []
    build = Build()
    values = builder_of(kind)(compose_documents(json.dumps(content))[0], build)
    assert [str(problem) for problem in build.problems] == []
    assert list(values) == list(content)


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_group_or_list_may_be_unknown_or_empty_in_the_published_schema(kind):
    validator = Draft202012Validator(published_schema(kind))
    for name in schema_of(kind)["properties"]:
        for nothing in ("unknown", None):
            errors = list(validator.iter_errors({"kind": kind, "id": "a"} | {name: nothing}))
            assert bool(errors) == (name in ("kind", "id")), (name, nothing)


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_without_kind_or_id_fits_neither_the_schema_nor_the_builder(kind):
    validator = Draft202012Validator(published_schema(kind))
    for content in ({"kind": kind}, {"id": "a"}, {"kind": "x", "id": "a"}, {"kind": kind, "id": ""}):
        assert not validator.is_valid(content)
        build = Build()
        builder_of(kind)(compose_documents(json.dumps(content))[0], build)
        assert build.problems, content


def faults_of(kind):
    """Every field name of a kind with its last two letters swapped or its last one doubled, and the name that was meant."""
    for pointer, schema in groups(kind):
        names = set(schema["properties"])
        for name in sorted(names):
            for wrong in (name[:-2] + name[-1] + name[-2], name + name[-1], name.upper()):
                if wrong not in names and wrong != name:
                    yield pointer, wrong, name


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_suggested_for_a_slip_of_the_pen_in_its_name(kind):
    missed = []
    for pointer, wrong, name in faults_of(kind):
        content = 1
        for part in reversed([*pointer.split("/")[1:], wrong]):
            content = [content] if part == "0" else {part: content}
        build = Build()
        builder_of(kind)(compose_documents(json.dumps({"kind": kind, "id": "a"} | content))[0], build)
        if [problem.suggestion for problem in build.problems if problem.found == wrong] != [name]:
            missed.append((pointer, wrong, [problem.suggestion for problem in build.problems]))
    assert missed == []

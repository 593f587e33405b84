"""The kinds of document, and what their schemas say of each field."""

import pytest

from fwa_check.documents.kinds import KINDS, builder_of, describe, fields_of, published_schema, schema_of


@pytest.mark.parametrize(
    ("kind", "pointer", "steps"),
    [
        ("management_contract", "/commission/percent", "properties commission properties percent"),
        ("management_contract", "/fees/0/amount", "properties fees items properties amount"),
        ("booking", "/services/sessions/12/start_at", "properties services properties sessions items properties start_at"),
        ("booking", "/services/sessions/0", "properties services properties sessions items"),
        ("campaign", "/assets/0/depicts/1/person", "properties assets items properties depicts items properties person"),
        ("campaign", "", ""),
    ],
)
def test_a_pointer_is_described_in_the_words_of_the_schema(kind, pointer, steps):
    schema = schema_of(kind)
    for step in steps.split():
        schema = schema[step]
    assert describe(kind, pointer) == schema["description"] != ""


@pytest.mark.parametrize(("kind", "pointer"), [("nothing", "/id"), ("booking", "/nothing"), ("booking", "/id/deeper/still"), ("booking", "/compensation/total/amount/x"), ("booking", "/services/sessions/0/nothing")])
def test_a_pointer_to_nothing_has_no_description(kind, pointer):
    assert describe(kind, pointer) == ""


def test_a_field_says_its_type_its_choices_and_what_is_in_it():
    fields = fields_of("campaign").fields
    assert fields["kind"].type == "choice" and fields["kind"].choices == ("campaign",)
    assert fields["starts_on"].type == "date" and fields["starts_on"].choices is None
    assert fields["markets"].type == "list" and fields["markets"].items.type == "place"
    person = fields["assets"].items.fields["depicts"].items.fields
    assert person["person"].choices == ("real", "digital_replica", "synthetic")
    assert person["consent_ref"].refers_to == "replica_consent"


@pytest.mark.parametrize("kind", KINDS)
def test_publishing_a_schema_changes_nothing_of_the_one_that_documents_are_read_by(kind):
    before = repr(schema_of(kind))
    builder_of(kind)
    assert published_schema(kind) == published_schema(kind)
    assert repr(schema_of(kind)) == before

"""Fields that a kind does not have: where they belong, and what they were meant to be."""


def test_a_small_group_says_which_fields_it_has(problem):
    assert problem("liability_insurance: {caried: true}").help == "liability_insurance has the fields carried, covers_models_health_and_safety"


def test_a_field_that_stands_in_the_wrong_group_is_sent_to_its_own(problem):
    found = problem("location: US-NY")
    assert (found.message, found.suggestion, found.help) == ("booking has no field 'location'", None, "it belongs elsewhere: services.location")
    assert problem("services: {companion_allowed: true}").help == "it belongs at the top of the document"


def test_a_comma_inside_braces_is_found_out(problem):
    found = problem("payments: [{amount: USD 1,200.00}]")
    assert (found.line, found.column, found.found) == (3, 27, "200.00")
    assert found.help == "inside { } a comma begins a new field: put a value that holds one in quotes"


def test_a_merge_key_is_refused_with_what_to_do_instead(problem):
    found = problem("<<: {status: hold}")
    assert (found.message, found.help) == ("booking has no field '<<'", "merge keys are YAML 1.1; write the fields out")

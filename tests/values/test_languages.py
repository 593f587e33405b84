"""Languages: which paper answers a wish for which language."""

import pytest

from fwa_check.values.languages import answers


@pytest.mark.parametrize(
    "written, asked, wanted",
    [("es", "es", True), ("es-MX", "es", True), ("es", "es-MX", None), ("es-ES", "es-MX", None), ("en", "es", False), ("est", "es", False), ("es", "est", False)],
)
def test_a_variety_answers_its_language_and_a_language_perhaps_its_variety(written, asked, wanted):
    assert answers(written, asked) is wanted

"""From the text of a scalar to a typed value: exact, or refused with what would have been right."""

from decimal import Decimal

import pytest

from fwa_check.documents.scalars import READERS, Misread, money_of
from fwa_check.values.money import Money


def refusal(type_, text):
    with pytest.raises(Misread) as caught:
        READERS[type_](text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [("20 %", "20"), ("20%", "20"), ("20", "20"), ("20.01", "20.01"), ("0", "0"), ("0.0", "0"), ("1", "1"), ("1.5", "1.5"), ("0.2 %", "0.2"), ("0.2%", "0.2"), ("20\u00a0%", "20"), ("020", "20"), ("250 %", "250"), ("99.999999999", "99.999999999")],
)
def test_a_percentage_is_read_as_the_exact_number_before_its_sign(text, value):
    assert READERS["percent"](text) == Decimal(value)
    assert isinstance(READERS["percent"](text), Decimal)


@pytest.mark.parametrize(
    "text",
    ["", "%", " %", "20 %%", "-20", "-20 %", "+20", "1e3", "1e3 %", "٢٠", "٢٠ %", "２０", "20,5", "20.", ".5", "20 percent", "20 pct", "20 ％", "NaN", ".inf", "1_0", " 20", "20 ", "20\n", "0x14", "9" * 16, "1." + "0" * 10, "twenty", "10-20 %"],
)
def test_what_is_not_quite_a_percentage_is_refused(text):
    error = refusal("percent", text)
    assert error.expected == "a percentage, such as 20 %"


@pytest.mark.parametrize(("text", "readings"), [("0.2", "0.2 % or 20 %"), ("0.20", "0.20 % or 20 %"), ("0.125", "0.125 % or 12.5 %"), ("00.5", "00.5 % or 50 %")])
def test_a_fraction_without_its_sign_could_be_two_percentages_and_is_refused(text, readings):
    error = refusal("percent", text)
    assert error.expected == f"a percentage with its sign: {text} could be {readings}"
    assert error.help == f"write {readings}"


@pytest.mark.parametrize("text", ["0.2\n", "0.2 ", "0.2\u00a0"])
def test_blank_space_behind_a_fraction_is_no_percent_sign(text):
    refusal("percent", text)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("USD 1,200.00", "1200", "USD"),
        ("USD 1200", "1200", "USD"),
        ("EUR 0", "0", "EUR"),
        ("EUR 0.125", "0.125", "EUR"),
        ("USD 0.0125", "0.0125", "USD"),
        ("JPY 1,000,000", "1000000", "JPY"),
        ("KWD 1.200", "1.2", "KWD"),
        ("USD 1234.500", "1234.5", "USD"),
        ("USD 1,200.500", "1200.5", "USD"),
        ("USD  5", "5", "USD"),
        ("USD\u00a05", "5", "USD"),
    ],
)
def test_money_is_an_exact_amount_and_its_currency(text, amount, currency):
    assert READERS["money"](text) == Money(Decimal(amount), currency)


@pytest.mark.parametrize(
    "text",
    ["", "USD", "USD ", "USD 1,20.00", "USD 1.200,00", "USD -5", "USD 1e3", "USD ١٢", "USD NaN", "USD 5 6", "USD5", "5 USD", "$5", "€ 5", "US$ 5", "USD five", "USD 5/day", "USD 0,200", "5 5", "ＵＳＤ 5", "unknown amount", "USD " + "9" * 16],
)
def test_what_is_not_quite_money_is_refused(text):
    error = refusal("money", text)
    assert error.expected == "an amount with its currency, such as USD 1,200.00"
    assert error.help is None


@pytest.mark.parametrize("text", ["1200", "0", "1,200.00"])
def test_an_amount_without_its_currency_is_refused(text):
    assert refusal("money", text).help == "money always names its currency"


@pytest.mark.parametrize(("text", "suggestion"), [("usd 5", "USD"), ("Usd 5", "USD"), ("UDS 5", "USD"), ("ERU 5", "EUR"), ("QQQ 5", None)])
def test_a_currency_that_is_none_is_refused_with_the_nearest_one(text, suggestion):
    error = refusal("money", text)
    assert error.expected == "an ISO 4217 currency, such as USD"
    assert error.suggestion == suggestion


@pytest.mark.parametrize(("text", "thousands", "exact"), [("EUR 1.200", "1,200", "1.2000"), ("USD 12.345", "12,345", "12.3450"), ("EUR 999.000", "999,000", "999.0000")])
def test_a_point_before_three_digits_could_part_thousands_and_is_refused(text, thousands, exact):
    error = refusal("money", text)
    assert error.expected == f"an amount that reads one way only: {text[4:]} could be {thousands}"
    assert error.help == f"write {thousands} or {exact}"
    assert READERS["money"](f"EUR {thousands}").amount == Decimal(thousands.replace(",", ""))
    assert READERS["money"](f"EUR {exact}").amount == Decimal(exact)


def test_money_in_two_parts_is_refused_for_the_part_that_is_wrong():
    assert money_of("1,200.00", "USD") == Money(Decimal("1200"), "USD")
    with pytest.raises(Misread, match="^an amount, such as 1,200.00$"):
        money_of("1,20", "USD")
    with pytest.raises(Misread, match="^an ISO 4217 currency, such as USD$"):
        money_of("1,200", "US")
    with pytest.raises(Misread, match="reads one way only"):
        money_of("1.200", "EUR")


@pytest.mark.parametrize("text", ["NO", "US-NY", "EU", "EEA", "worldwide", "FR-IDF"])
def test_a_place_is_read_as_it_is_written(text):
    assert READERS["place"](text) == text


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("no", "NO"),
        ("us-ny", "US-NY"),
        ("US_NY", "US-NY"),
        ("New York", "US-NY"),
        ("NY", "US-NY"),
        ("NYC", "US-NY"),
        ("California", "US-CA"),
        ("USA", "US"),
        ("UK", "GB"),
        ("eu", "EU"),
        ("World", "worldwide"),
        ("WORLDWIDE", "worldwide"),
        ("US-ZZ", "US-AZ"),
        ("XX", None),
        ("", None),
        ("Atlantis", None),
        ("false", None),
    ],
)
def test_a_place_written_another_way_is_refused_with_the_nearest_one(text, suggestion):
    error = refusal("place", text)
    assert error.expected.startswith("a place as ISO 3166 writes it, such as US-NY")
    assert error.suggestion == suggestion


@pytest.mark.parametrize(("text", "value"), [("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False)])
def test_a_truth_is_read(text, value):
    assert READERS["boolean"](text) is value


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("yes", "true"), ("YES", "true"), ("y", "true"), ("on", "true"), ("1", "true"), ("NO", "false"), ("no", "false"), ("Off", "false"), ("0", "false"), ("tRUE", None), ("maybe", None), ("", None), ("true ", None), ("2", None)],
)
def test_what_only_looks_like_a_truth_is_refused(text, suggestion):
    error = refusal("boolean", text)
    assert (error.expected, error.suggestion) == ("true or false", suggestion)


@pytest.mark.parametrize("text", ["0123", "26-A1B2C-LSFW", "1e3", "NO", "true", "12:30", "2026-11-21", "0x1F", "№ 7", "契約-17"])
def test_an_identifier_stays_as_it_is_written(text):
    assert READERS["identifier"](text) == text


def test_an_identifier_loses_only_the_space_around_it():
    assert READERS["identifier"](" contract 17\n") == "contract 17"
    assert READERS["identifier"]("x" * 200) == "x" * 200


@pytest.mark.parametrize("text", ["", "  ", "\n", "x" * 201])
def test_an_empty_or_endless_identifier_is_refused(text):
    assert refusal("identifier", text).expected == "a name, such as contract-17"


@pytest.mark.parametrize("text", ["a\nb", "a\x00b", "a\u200bb", "\u202econtract-17", "a\u00a0b", "a\tb", "\ufeffa", "a\x1b[31mb", "a\u2028b"])
def test_an_identifier_with_hidden_characters_is_refused(text):
    error = refusal("identifier", text)
    assert error.expected == "a name on one line, without hidden characters"
    assert "would not be the same name" in error.help


@pytest.mark.parametrize("text", ["TBD", "tba", "To be agreed.", "to  be determined", "N/A", "n.a.", "(pending)", "[TBC]", "as discussed"])
def test_a_placeholder_is_no_words_of_a_document(text):
    with pytest.raises(Misread) as raised:
        READERS["text"](text)
    assert (raised.value.expected, raised.value.help) == ("what the document says", "a placeholder says nothing: leave the field out, or write unknown")


@pytest.mark.parametrize("text", ["none", "to be agreed: never", "TBD Studios", "usages as agreed in annex 2"])
def test_words_that_only_begin_like_a_placeholder_are_words(text):
    assert READERS["text"](text) == text


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b", "\u2060\ufeff", "…", "?", "-", "---", "\x00", "\u202e", "☐"])
def test_a_text_without_a_letter_or_a_digit_states_nothing(text):
    error = refusal("text", text)
    assert error.expected == "some words"
    assert error.help == "leave the field out, or write unknown, when the document does not say"


@pytest.mark.parametrize("text", ["Ana", "7", "モデル", " words ", "null", "a\nb", "\u202eabc"])
def test_a_text_stays_as_it_is_written(text):
    assert READERS["text"](text) == text


@pytest.mark.parametrize("type_", ["text", "identifier"])
@pytest.mark.parametrize("text", ["Unknown", "UNKNOWN", " unknown", "unknown\n", "unKnown "])
def test_unknown_in_other_letters_does_not_pass_for_words(type_, text):
    error = refusal(type_, text)
    assert error.expected == "unknown in small letters, or what the document says"
    assert error.suggestion == "unknown"


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("6", 6), ("007", 7), ("999999999", 999_999_999)])
def test_a_count_is_read(text, value):
    assert READERS["count"](text) == value


@pytest.mark.parametrize("text", ["", "-1", "+1", "1.0", "1e3", "0x10", "0o10", "1_000", "1,000", "٣", "³", "NaN", ".inf", "9" * 10, "9" * 1_000_000, "six", "6 "])
def test_what_is_not_quite_a_count_is_refused(text):
    assert refusal("count", text).expected == "a whole number, such as 6"


@pytest.mark.parametrize(("text", "value"), [("0", "0"), ("1.5", "1.5"), ("0.1", "0.1"), ("2", "2")])
def test_a_number_is_read_exactly(text, value):
    assert READERS["number"](text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "-1.5", "1,5", "1e3", ".5", "1.", "NaN", "nan", ".inf", "-.inf", "Infinity", "½", "1.5x", "9" * 1_000_000, "1/2"])
def test_what_is_not_quite_a_number_is_refused(text):
    assert refusal("number", text).expected == "a number, such as 1.5"


@pytest.mark.parametrize(("text", "value"), [("en", "en"), ("pt-BR", "pt-br"), ("EN", "en"), ("zh-Hant-TW", "zh-hant-tw")])
def test_a_language_tag_is_read_in_small_letters(text, value):
    assert READERS["language"](text) == value


@pytest.mark.parametrize("text", ["", "english", "en_US", "e", "en-", "pt-BR\n", "ＥＮ", "en-123456789"])
def test_what_is_not_quite_a_language_tag_is_refused(text):
    assert refusal("language", text).expected == "a language tag (BCP 47), such as en or pt-BR"


@pytest.mark.parametrize("type_", sorted(READERS))
@pytest.mark.parametrize("text", ["", " ", "\x00", "\n", "\t", "null", "~", "[]", "{}", "!!int 5", "&a", "*a", "\ud800", "💥", "\u202e", "9" * 5000, "-" * 5000, "1 " * 5000, " " * 5000, "0.0.0.0", "--", "٠", "²", "Ⅷ", "%", "P", "T", "Z", "US-", "-", ",", "1,", "0001-01-01T00:00-14:00", "9999-99-99T99:99:99+99:99"])
def test_no_text_brings_a_reader_down(type_, text):
    try:
        READERS[type_](text)
    except Misread as error:
        assert error.expected

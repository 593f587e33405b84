"""Amounts of money: exact, with a currency, and written one way only."""

from decimal import Decimal

import pytest

from fwa_check.values.money import CURRENCIES, THREE_DECIMALS, Money, parse_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", "0"),
        ("1200", "1200"),
        ("1,200", "1200"),
        ("1,200.00", "1200.00"),
        ("1,234,567.8901", "1234567.8901"),
        ("0.10", "0.10"),
        ("999999999999999", "999999999999999"),
        ("999,999,999,999,999", "999999999999999"),
    ],
)
def test_an_amount_is_read_to_the_last_digit(text, amount):
    assert parse_amount(text) == Decimal(amount)
    assert str(parse_amount(text)) == amount


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1,20.00",
        "12,00",
        "1,2000",
        ",200",
        "1200,000",
        "1,,200",
        "1.200,00",
        "1.2.3",
        ".5",
        "5.",
        "1.23456",
        "-5",
        "+5",
        "1e3",
        "1_000",
        "0x10",
        "NaN",
        "Infinity",
        "١٢",
        "５",
        "5 ",
        "5\n",
        "1 200",
        "9" * 16,
        "1,000,000,000,000,000",
    ],
)
def test_what_is_not_quite_an_amount_is_no_amount(text):
    assert parse_amount(text) is None


@pytest.mark.parametrize("text", ["0,200", "00,200", "000,123"])
def test_a_comma_behind_a_nought_parts_no_thousands(text):
    # "0,200" is a fifth in half of Europe; reading it as 200 would be wrong by a thousand.
    assert parse_amount(text) is None


def test_two_amounts_are_the_same_whatever_their_last_noughts():
    assert Money(Decimal("5"), "USD") == Money(Decimal("5.00"), "USD")
    assert Money(Decimal("5"), "USD") != Money(Decimal("5"), "EUR")


def test_an_amount_shows_its_currency_and_its_thousands():
    assert str(Money(Decimal("1200.00"), "USD")) == "USD 1,200.00"
    assert str(Money(Decimal("0"), "JPY")) == "JPY 0"


def test_the_currencies_are_three_capital_letters_and_those_in_use():
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in CURRENCIES)
    assert {"USD", "EUR", "GBP", "NOK", "ISK", "CHF", "JPY", "KRW"} <= CURRENCIES
    assert not {"XXX", "DEM", "FRF", "ITL", "BTC", "US", "usd"} & CURRENCIES
    assert THREE_DECIMALS <= CURRENCIES

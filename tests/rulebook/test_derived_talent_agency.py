"""What a talent agency did with the client's money: the day on which all was paid but what is in dispute."""

from datetime import date
from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from tests.helpers import read_fact

PAYMENTS = [{"id": "first", "paid_on": "2026-04-20", "amount": "USD 1,900"}, {"id": "second", "paid_on": "2026-05-20", "amount": "USD 500"}]


@pytest.mark.parametrize(
    "money, payments, wanted",
    [
        ({"fee_dispute": "pending", "disputed_amount": "USD 500"}, PAYMENTS, "2026-04-20"),
        ({"fee_dispute": "pending", "disputed_amount": "USD 499.99"}, PAYMENTS, "2026-05-20"),
        ({"fee_dispute": "pending", "disputed_amount": "USD 500"}, [], "2026-06-01"),
        ({"fee_dispute": "pending", "disputed_amount": "USD 2,400"}, [], "2026-04-01"),
        ({"fee_dispute": "none", "disputed_amount": "USD 500"}, PAYMENTS, "2026-05-20"),
        ({"fee_dispute": "pending", "disputed_amount": "USD 2,400.01"}, PAYMENTS, None),
        ({"fee_dispute": "pending", "disputed_amount": "EUR 500"}, PAYMENTS, None),
        ({"fee_dispute": "pending"}, PAYMENTS, None),
        ({"disputed_amount": "USD 500"}, PAYMENTS, None),
        ({}, PAYMENTS, None),
    ],
)
def test_money_in_dispute_is_left_out_of_what_is_to_be_paid(money, payments, wanted):
    facts = {"compensation": {"total": "USD 2,400"}, "client_paid_agency_on": "2026-04-01", "client_money": money, "payments": payments}
    value, _, _ = read_fact("settled_but_for_dispute_on", facts, as_of=date(2026, 6, 1))
    assert value == (date.fromisoformat(wanted) if wanted else MISSING)


def test_without_a_total_nothing_is_known():
    value, _, missing = read_fact("settled_but_for_dispute_on", {"client_money": {"fee_dispute": "pending", "disputed_amount": "USD 500"}})
    assert value is MISSING
    assert "/compensation/total" in missing


@pytest.mark.parametrize("born, age", [("2012-03-02", 14), ("2012-03-03", 13), ("2008-03-03", 17), ("2008-03-02", 18)])
def test_the_age_at_signing_is_known_of_a_management_contract_too(born, age):
    facts = {"status": "signed", "signed_on": "2026-03-02", "model": {"birth_date": born}}
    value, _, _ = read_fact("model_age_at_signing", facts, kind="management_contract")
    assert value == Decimal(age)

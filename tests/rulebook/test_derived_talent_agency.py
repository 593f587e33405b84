"""What a talent agency did with the client's money: the day on which all was paid but what is in dispute."""

from datetime import date
from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from fwa_check.values.money import Money
from tests.helpers import read_fact

PAYMENTS = [{"id": "first", "paid_on": "2026-04-20", "amount": "USD 1,900"}, {"id": "second", "paid_on": "2026-05-20", "amount": "USD 500"}]


def _disputed(amount, *kept, fee_dispute="pending"):
    return {"fee_dispute": fee_dispute, "disputed_amount": amount, "kept_back": [{"id": str(number), "reason": reason, "amount": held} for number, (reason, held) in enumerate(kept)]}


@pytest.mark.parametrize(
    "money, payments, wanted",
    [
        (_disputed("USD 500", ("fee_dispute", "USD 500")), PAYMENTS, "2026-04-20"),
        (_disputed("USD 500", ("fee_dispute", "USD 499.99")), PAYMENTS, "2026-05-20"),
        (_disputed("USD 499.99", ("fee_dispute", "USD 500")), PAYMENTS, "2026-05-20"),
        (_disputed("USD 500", ("fee_dispute", "USD 500")), [], "2026-06-01"),
        (_disputed("USD 500"), PAYMENTS, "2026-05-20"),
        (_disputed("USD 2,400"), [], "2026-06-01"),
        (_disputed("USD 2,400", ("commission", "USD 480")), [], "2026-06-01"),
        (_disputed("USD 2,399"), [{"id": "one", "paid_on": "2026-04-20", "amount": "USD 1"}], "2026-06-01"),
        (_disputed("USD 2,400", ("fee_dispute", "USD 2,400")), [], "2026-04-01"),
        (_disputed("USD 500", ("fee_dispute", "USD 500"), fee_dispute="none"), PAYMENTS, "2026-05-20"),
        (_disputed("USD 2,400.01", ("fee_dispute", "USD 500")), PAYMENTS, None),
        (_disputed("EUR 500", ("fee_dispute", "USD 500")), PAYMENTS, None),
        (_disputed("USD 500", ("fee_dispute", "EUR 500")), PAYMENTS, None),
        ({"fee_dispute": "pending", "disputed_amount": "USD 500"}, PAYMENTS, None),
        ({"fee_dispute": "pending", "kept_back": []}, PAYMENTS, None),
        ({"disputed_amount": "USD 500"}, PAYMENTS, None),
        ({}, PAYMENTS, None),
    ],
)
def test_of_money_in_dispute_only_what_was_kept_back_over_it_is_left_out(money, payments, wanted):
    facts = {"compensation": {"total": "USD 2,400"}, "client_paid_agency_on": "2026-04-01", "client_money": money, "payments": payments}
    value, _, _ = read_fact("settled_but_for_dispute_on", facts, as_of=date(2026, 6, 1))
    assert value == (date.fromisoformat(wanted) if wanted else MISSING)


@pytest.mark.parametrize(
    "facts, wanted",
    [
        ({"client_paid_agency": "paid"}, True),
        ({"client_paid_agency": "partly_paid", "client_paid_agency_on": "2026-04-01"}, True),
        ({"client_paid_agency": "not_paid"}, False),
        ({"client_paid_agency": "not_paid", "client_paid_agency_on": "2026-04-01"}, MISSING),
        ({"client_paid_agency_on": "2026-04-01"}, MISSING),
    ],
)
def test_money_that_has_not_come_came_on_no_day(facts, wanted):
    assert read_fact("client_money_came_in", facts)[0] is wanted


def test_without_a_total_nothing_is_known():
    value, _, missing = read_fact("settled_but_for_dispute_on", {"client_money": {"fee_dispute": "pending", "disputed_amount": "USD 500"}})
    assert value is MISSING
    assert "/compensation/total" in missing


@pytest.mark.parametrize("born, age", [("2012-03-02", 14), ("2012-03-03", 13), ("2008-03-03", 17), ("2008-03-02", 18)])
def test_the_age_at_signing_is_known_of_a_management_contract_too(born, age):
    facts = {"status": "signed", "signed_on": "2026-03-02", "model": {"birth_date": born}}
    value, _, _ = read_fact("model_age_at_signing", facts, kind="management_contract")
    assert value == Decimal(age)


def _item(reason, amount):
    return {"id": reason, "reason": reason, "amount": amount}


@pytest.mark.parametrize(
    "kept, in_all, over_dispute",
    [
        ([], "0", "0"),
        ([_item("commission", "USD 480"), _item("fee_dispute", "USD 300"), _item("fee_dispute", "USD 0.01")], "780.01", "300.01"),
        ([_item("commission", "EUR 480")], None, None),
        ([_item("commission", "unknown"), _item("fee_dispute", "USD 300")], None, None),
        ([{"id": "share", "amount": "USD 480"}], None, None),
        (None, None, None),
    ],
)
def test_what_was_kept_back_is_added_up_in_the_currency_of_the_total(kept, in_all, over_dispute):
    facts = {"compensation": {"total": "USD 2,400"}, "client_money": {} if kept is None else {"kept_back": kept}}
    for name, wanted in (("kept_back_in_all", in_all), ("kept_back_over_fee_dispute", over_dispute)):
        assert read_fact(name, facts)[0] == (MISSING if wanted is None else Money(Decimal(wanted), "USD"))


def _paid(amount, day="2026-04-20"):
    return {"id": day, "paid_on": day, "amount": amount}


@pytest.mark.parametrize(
    "payments, kept, wanted",
    [
        ([_paid("USD 1,920")], "USD 480", "2026-04-20"),
        ([_paid("USD 1,000"), _paid("USD 920", "2026-05-20")], "USD 480", "2026-05-20"),
        ([_paid("USD 1,920"), _paid("USD 480", "2026-06-02")], "USD 480", "2026-04-20"),
        ([_paid("USD 1,919.99")], "USD 480", "2026-06-01"),
        ([_paid("USD 2,400")], None, "2026-06-01"),
        ([], None, "2026-06-01"),
        ([_paid("USD 1,920")], None, None),
        ([_paid("EUR 1,920")], "USD 480", None),
    ],
)
def test_payments_look_net_where_they_leave_open_just_what_was_kept_back(payments, kept, wanted):
    money = {"kept_back": [_item("commission", kept)]} if kept else {}
    facts = {"compensation": {"total": "USD 2,400"}, "client_money": money, "payments": payments}
    value, _, _ = read_fact("settled_if_payments_are_net_on", facts, as_of=date(2026, 6, 1))
    assert value == (date.fromisoformat(wanted) if wanted else MISSING)


@pytest.mark.parametrize(
    "licence, wanted",
    [
        ({"status": "licensed"}, True),
        ({"status": "licensed", "issued_on": "2026-03-02", "expires_on": "2026-03-02"}, True),
        ({"status": "licensed", "issued_on": "2026-03-03"}, False),
        ({"status": "licensed", "expires_on": "2026-03-01"}, False),
        ({"issued_on": "2026-03-02"}, MISSING),
    ],
)
def test_of_a_licence_only_the_stated_days_can_miss_the_day(licence, wanted):
    facts = {"status": "signed", "signed_on": "2026-03-02", "agency": {"talent_agency_licence": licence}}
    assert read_fact("talent_agency_licence_days_fit", facts, kind="management_contract")[0] is wanted


@pytest.mark.parametrize(
    "papers, wanted",
    [
        ({"first_sent": "sent"}, True),
        ({"first_sent": "not_yet"}, False),
        ({"first_sent": "not_yet", "first_sent_on": "2026-03-16"}, MISSING),
        ({"first_sent_on": "2026-03-16"}, MISSING),
    ],
)
def test_a_minor_who_was_not_sent_out_was_sent_on_no_day(papers, wanted):
    assert read_fact("minor_sent_out", {"minor_papers": papers}, kind="management_contract")[0] is wanted


@pytest.mark.parametrize(
    "people, wanted",
    [
        ([{"id": "mara", "name": "Mara Oyelaran", "exempt_as": "none", "permit": "not_held"}], "Mara Oyelaran: no permit"),
        ([{"id": "mara", "permit": "held", "permit_issued_on": "2025-01-15"}], "mara: permit of 2025-01-15"),
        ([{"permit": "held"}, {"id": "jon", "exempt_as": "studio_teacher"}], "somebody: permit, day not stated; jon: permit not stated, exempt as studio teacher"),
        ([], MISSING),
    ],
)
@pytest.mark.parametrize("kind", ["management_contract", "talent_service_contract"])
def test_representatives_are_named_with_their_permits(people, wanted, kind):
    assert read_fact("representatives_in_words", {"representatives": people}, kind=kind)[0] == wanted

"""Messages with values in them, and how a value is written for a person."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.facts import Vocabulary
from fwa_check.rulebook.messages import compile_message, show
from fwa_check.rulebook.scope import Scope
from fwa_check.values.absent import MISSING
from fwa_check.values.money import Money
from fwa_check.values.period import parse_period
from tests.helpers import TODAY, document_of, finding_of, rule_of

FACTS = {
    "booked_directly": True,
    "status": "confirmed",
    "deal_memo": {"delivered_at": "2026-03-02T09:05-05:00", "usages": "Web, worldwide"},
    "services": {"location": "US-NY", "danger": "none_found"},
    "compensation": {"total": "USD 1,200.50", "overtime_multiplier": "1.50"},
    "payment_term": {"offset": "1 year and 1 day", "due_on": "2026-04-01"},
    "payments": [],
    "agency": {"business_in": ["US-NY", "FR"], "name": "unknown"},
}


def _say(template, unstated=(), facts=FACTS):
    scope = Scope(document_of("booking", facts), TODAY)
    text = compile_message(template, Vocabulary("booking"), "/message")(scope, list(unstated))
    assert (scope.reads, scope.missing, scope.unstated) == ([], [], []), "a message leaves no trail"
    return text


@pytest.mark.parametrize(
    "template, wanted",
    [
        ("Nothing to put in.", "Nothing to put in."),
        ("{compensation.total} in all", "USD 1,200.50 in all"),
        ("{compensation.overtime_multiplier}{status}", "1.5confirmed"),
        ("{payment_term.offset}", "1 year and 1 day"),
        ("{payment_term.due_on}, {as_of}", "2026-04-01, 2026-11-21"),
        ("{payment_due_on}", "2026-04-01"),
        ("{payment_term.due_on plus 30 days}", "2026-05-01"),
        ("{payment_due_on minus 1 month}", "2026-03-01"),
        ("{compensation.total times 0.15}", "USD 180.0750"),
        ("{services_end_day plus 30 days}", "(not stated)"),
        ("{payment_due_on plus 3 days or next business day in US-CA}", "2026-04-06"),
        ("{payment_due_on or next business day in US-CA}", "2026-04-01"),
        ("{days from payment_due_on to as_of}", "234"),
        ("{days from payment_due_on plus 3 days or next business day in US-CA to as_of}", "229"),
        ("{days from as_of to payment_due_on}", "0"),
        ("{days from deal_memo.delivered_at to payment_due_on plus 1 month}", "60"),
        ("{days from services_end_day to as_of}", "(not stated)"),
        ("{deal_memo.delivered_at}", "2026-03-02 09:05-05:00"),
        ("{booked_directly}", "yes"),
        ("{services.danger}", "none found"),
        ("{deal_memo.usages}", "Web, worldwide"),
        ("{agency.business_in}", "US-NY, FR"),
        ("{payments}", "none"),
        ("{agency.name}", "(not stated)"),
        ("{liability_insurance.carried}", "(not stated)"),
        ("{compensation}", "(stated)"),
        ("{unstated}", "a.b, c"),
    ],
)
def test_a_message_shows_the_values_of_its_facts(template, wanted):
    assert _say(template, ["a.b", "c"]) == wanted


@pytest.mark.parametrize(
    "value, wanted",
    [
        (MISSING, "(not stated)"),
        (True, "yes"),
        (False, "no"),
        (Decimal("20"), "20"),
        (Decimal("20.00"), "20"),
        (Decimal("20.01"), "20.01"),
        (Decimal("200"), "200"),
        (Decimal("0"), "0"),
        (Decimal("1e3"), "1000"),
        (Decimal(100) / Decimal(30), "3.3333"),
        (Decimal("20.000000001"), "20.000000001"),
        (Decimal("1.5000000000"), "1.5"),
        (Money(Decimal("1234567.5"), "EUR"), "EUR 1,234,567.5"),
        (parse_period("36 months"), "3 years"),
        (parse_period("PT8H30M"), "8 hours and 30 minutes"),
        (parse_period("10 business days"), "10 business days"),
        (parse_period("0 days"), "0 days"),
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2, 9, 5, 30, tzinfo=timezone(timedelta(hours=-5))), "2026-03-02 09:05-05:00"),
        ([], "none"),
        (["a_b", MISSING, Decimal("2")], "a b, (not stated), 2"),
        ([{"x": 1}], "(stated)"),
        ("online_advertising", "online advertising"),
        ("file_name with spaces", "file_name with spaces"),
    ],
)
def test_a_value_is_written_as_a_person_writes_it(value, wanted):
    assert show(value) == wanted


@pytest.mark.parametrize(
    "template, message, suggestion",
    [
        ("It is {compensation.totl}.", "no booking has a fact named 'compensation.totl'", "compensation.total"),
        ("It is {}.", "no booking has a fact named ''", None),
        ("It is { compensation.total }.", "no booking has a fact named ' compensation.total '", "compensation.total"),
        ("It is {Unstated}.", "no booking has a fact named 'Unstated'", None),
        ("By {payment_term.dueon plus 3 days}.", "no booking has a fact named 'payment_term.dueon'", "payment_term.due_on"),
        ("By {payment_term.due_on plus 3 dayz}.", "'3 dayz' is not a duration", None),
        ("By {payment_term.due_on times 3}.", "payment_term.due_on is a date, which cannot be multiplied", None),
        ("By {payment_term.due_on after 3 days}.", "no booking has a fact named 'payment_term.due_on after 3 days'", "payment_term.due_on"),
        ("Late by {days from compensation.total to as_of}.", "days from compensation.total to as_of: no days lie between these", None),
        ("Late by {days from payment_due_on to as_off}.", "no booking has a fact named 'as_off'", "as_of"),
        ("By {payment_due_on or next business day in Mars}.", "'Mars' is not a place", "RS"),
        ("It is {compensation.total", "a brace stands alone in the message", None),
        ("It is compensation.total}.", "a brace stands alone in the message", None),
        ("It is {{compensation.total}}.", "a brace stands alone in the message", None),
    ],
)
def test_a_message_with_an_unknown_fact_or_a_lonely_brace_is_refused(template, message, suggestion):
    with pytest.raises(RuleError) as refused:
        _say(template)
    assert (refused.value.pointer, refused.value.message, refused.value.suggestion) == ("/message", message, suggestion)


def test_a_message_may_name_the_item_that_is_judged_and_what_it_does_not_state(tmp_path):
    rule = rule_of(
        tmp_path,
        for_each={"fee": "fees"},
        require={"fee.amount": {"stated": True}, "fee.when": {"stated": True}},
        message="The fee {fee.kind} does not state {unstated}.",
    )
    finding = finding_of(rule, document_of("management_contract", {"fees": [{"kind": "Joining fee", "amount": "unknown"}]}))
    assert finding.message == "The fee Joining fee does not state fees.0.amount, fees.0.when."

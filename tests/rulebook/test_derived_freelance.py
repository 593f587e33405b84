"""The worth of a booking together with the model's other work for the same client in the 120 days before, its contract, and whom her pay waits for."""

from datetime import date
from decimal import Decimal

import pytest

from fwa_check.values.absent import MISSING
from fwa_check.values.money import Money
from tests.helpers import document_of, read_fact

NAMES = {"model": {"name": "Ines Varga"}, "client": {"name": "Maison Ottilie"}}


def _booking(total, day, **facts):
    services = {} if day is None else {"start_at": day}
    return {"status": "confirmed", **NAMES, "services": services, "compensation": {} if total is None else {"total": total}, **facts}


def _worth(fact, *others, total="USD 300", **facts):
    beside = [document_of("booking", other, id=f"b-{number}") for number, other in enumerate(others)]
    return read_fact(fact, _booking(total, "2026-06-30", **facts), beside=beside)


def _usd(amount):
    return Money(Decimal(amount), "USD")


@pytest.mark.parametrize(
    "others, worth",
    [
        ([], "300"),
        ([_booking("USD 400", "2026-03-02")], "700"),  # 120 days before
        ([_booking("USD 400", "2026-03-01")], "300"),  # 121 days before
        ([_booking("USD 400", "2026-06-30")], "700"),  # the same day
        ([_booking("USD 400", "2026-07-01")], "300"),  # later
        ([_booking("USD 400", "2026-03-02T23:59-05:00"), _booking("USD 100.50", "2026-05-01")], "800.50"),
        ([_booking("USD 400", "2026-05-01", status="cancelled")], "300"),
        ([_booking("USD 400", "2026-05-01", model={"name": "Jo Brandt"})], "300"),
        ([_booking("USD 400", "2026-07-10", services={"start_at": "2026-07-10", "sessions": [{"start_at": "2026-06-29T10:00-04:00"}]})], "700"),
    ],
)
def test_work_of_the_120_days_before_is_added(others, worth):
    assert _worth("worth_with_known_bookings", *others)[0] == _usd(worth)
    assert _worth("worth_over_120_days", *others, other_work_for_client="USD 0")[0] == _usd(worth)


DOUBTFUL = [
    (_booking("USD 400", None), "/services/start_at"),
    (_booking(None, "2026-05-01"), "/compensation/total"),
    (_booking("EUR 400", "2026-05-01"), "/compensation/total"),
    (_booking("USD 400", "2026-05-01", status="unknown"), "/status"),
    (_booking("USD 400", "2026-05-01", client={}), "/client/name"),
    (_booking("USD 400", "2026-05-01", client={"name": "Maison Ottilie Inc."}), "/client/name"),
    (_booking("USD 400", "2026-05-01", model={"name": "Inés Varga"}), "/model/name"),
    (_booking("USD 400", "2026-05-01", classification="employee"), "/classification"),
    (_booking("USD 400", "2026-05-01", classification="disputed"), "/classification"),
    (_booking("USD 400", "2026-02-20", services={"start_at": "2026-02-20", "end_at": "2026-03-02"}), "/contract/made_on"),
]


@pytest.mark.parametrize("other, pointer", DOUBTFUL)
def test_what_is_in_doubt_is_not_added_and_leaves_the_whole_unknown(other, pointer):
    assert _worth("worth_with_known_bookings", other, _booking("USD 100", "2026-06-01"))[0] == _usd("400")
    value, _, missing = _worth("worth_over_120_days", other, other_work_for_client="USD 0")
    assert (value, missing) == (MISSING, [pointer])


@pytest.mark.parametrize(
    "day, made_on, worth",
    [
        ("2026-05-01", "2026-04-20", "700"),
        ("2026-05-01", "2026-02-01", None),  # the work falls in, the contract before
        ("2026-07-10", "2026-06-01", None),  # the work is later, its contract was made before
        ("2026-01-10", "2026-01-05", "300"),
        ("2026-05-01", None, "700"),
    ],
)
def test_where_both_contracts_have_a_day_the_two_ways_of_counting_have_to_agree(day, made_on, worth):
    other = _booking("USD 400", day, contract={"made_on": made_on} if made_on else {})
    value, _, missing = _worth("worth_over_120_days", other, other_work_for_client="USD 0", contract={"made_on": "2026-06-20"})
    assert (value, missing) == ((_usd(worth), []) if worth else (MISSING, ["/contract/made_on"]))


@pytest.mark.parametrize("last, worth", [("2026-03-01", "300"), ("2026-03-02", None)])
def test_earlier_work_that_went_on_into_the_120_days_is_in_doubt_whatever_its_contract(last, worth):
    other = _booking("USD 400", "2026-01-10", services={"start_at": "2026-01-10", "end_at": last}, contract={"made_on": "2026-01-05"})
    value, _, missing = _worth("worth_over_120_days", other, other_work_for_client="USD 0", contract={"made_on": "2026-06-20"})
    assert (value, missing) == ((_usd(worth), []) if worth else (MISSING, ["/contract/made_on"]))


def test_two_bookings_of_one_id_leave_the_whole_in_doubt():
    others = [document_of("booking", _booking(total, "2026-05-01"), id="b-1") for total in ("USD 400", "USD 500")]
    value, _, missing = read_fact("worth_over_120_days", _booking("USD 300", "2026-06-30", other_work_for_client="USD 0"), beside=others)
    assert (value, missing) == (MISSING, ["/id", "/id"])


def test_the_whole_is_unknown_until_the_booking_says_what_else_there_was():
    value, _, missing = _worth("worth_over_120_days", _booking("USD 400", "2026-05-01"))
    assert (value, missing) == (MISSING, ["/other_work_for_client"])
    assert _worth("worth_over_120_days", _booking("USD 400", "2026-05-01"), other_work_for_client="USD 99.99")[0] == _usd("799.99")


def test_another_currency_is_not_added_up():
    assert _worth("worth_over_120_days", other_work_for_client="EUR 500")[0] is MISSING


def _in_the_city(total, day, **services):
    return _booking(total, day, **{"services": {"start_at": day, "in_city_of_los_angeles": True, **services}})


@pytest.mark.parametrize(
    "other, worth, pointer",
    [
        (_in_the_city("USD 400", "2026-01-01"), "700", None),  # the first day of the year
        (_in_the_city("USD 400", "2025-12-31"), "300", None),
        (_in_the_city("USD 400", "2026-06-30"), "700", None),  # the same day
        (_in_the_city("USD 400", "2026-07-01"), "300", None),  # later
        (_in_the_city("USD 400", "2026-05-01", in_city_of_los_angeles=False), "300", None),
        (_booking("USD 400", "2026-05-01"), None, "/services/in_city_of_los_angeles"),
        (_booking("USD 400", "2025-05-01"), "300", None),
        (_in_the_city("USD 400", "2025-12-30", end_at="2026-01-02"), None, "/services/start_at"),
        ({**_in_the_city("USD 400", "2026-05-01"), "services": {"in_city_of_los_angeles": True}}, None, "/services/start_at"),
        (_in_the_city("EUR 400", "2026-05-01"), None, "/compensation/total"),
    ],
)
def test_work_of_the_calendar_year_in_los_angeles_is_added(other, worth, pointer):
    value, _, missing = _worth("worth_in_calendar_year", other, other_work_for_client_this_year="USD 0")
    assert (value, missing) == ((_usd(worth), []) if worth else (MISSING, [pointer]))


def test_the_whole_of_the_year_is_unknown_until_the_booking_says_what_else_there_was():
    value, _, missing = _worth("worth_in_calendar_year", other_work_for_client="USD 0")
    assert (value, missing) == (MISSING, ["/other_work_for_client_this_year"])
    assert _worth("worth_in_calendar_year", other_work_for_client_this_year="USD 299.99")[0] == _usd("599.99")


@pytest.mark.parametrize("absent", ["compensation", "services", "model", "client"])
def test_without_its_own_total_day_and_names_nothing_can_be_added(absent):
    value, _, missing = _worth("worth_with_known_bookings", **{absent: {}})
    assert value is MISSING
    assert missing and all(pointer.startswith(f"/{absent}/") for pointer in missing)


def test_the_totals_that_were_added_are_evidence():
    _, reads, _ = _worth("worth_with_known_bookings", _booking("USD 400", "2026-05-01"), _booking("USD 400", "2026-07-01"))
    assert reads.count("/compensation/total") == 2


@pytest.mark.parametrize(
    "facts, day",
    [
        ({"contract": {"made_on": "2026-03-02"}, "services": {"start_at": "2026-03-10"}}, "2026-03-02"),
        ({"contract": {"made_on": "2026-03-12"}, "services": {"start_at": "2026-03-10"}}, "2026-03-12"),
        ({"contract": {"written": True}, "services": {"start_at": "2026-03-10"}}, "2026-03-10"),
        ({"contract": {"made_on": "unknown"}, "services": {"start_at": "2026-03-10", "sessions": [{"start_at": "2026-03-09T10:00-04:00"}]}}, "2026-03-09"),
        ({"contract": {"made_on": "2026-03-02"}}, "2026-03-02"),
    ],
)
def test_the_contract_counts_as_of_its_day_or_else_of_the_first_day_of_the_services(facts, day):
    assert read_fact("contract_day", facts)[0] == date.fromisoformat(day)


def test_a_contract_without_any_day_has_none():
    value, _, missing = read_fact("contract_day", {})
    assert (value, missing) == (MISSING, ["/contract/made_on", "/services/start_at", "/services/sessions"])


TERM = {"trigger": "services_completed", "offset": "60 days"}
WORDS = {"contract": {"payment_day": "Net 60 from the last day of work."}}
AGREED = [
    ({"payment_term": {"due_on": "2026-04-30"}}, True),
    ({"payment_term": TERM}, True),
    (WORDS, True),
    ({"payment_term": {"left_open": False}}, True),
    ({"payment_term": {"left_open": False, **TERM}}, True),
    ({"payment_term": {"left_open": True}}, False),
    ({"payment_term": {"left_open": True, "trigger": "invoice_received"}}, False),
    ({"payment_term": {"left_open": True, "offset": "60 days"}}, False),
    ({"payment_term": {"left_open": True, "due_on": "2026-04-30"}}, MISSING),
    ({"payment_term": {"left_open": True, **TERM}}, MISSING),
    ({"payment_term": {"left_open": True}, **WORDS}, MISSING),
    ({"payment_term": {"trigger": "invoice_received"}}, MISSING),
    ({"payment_term": {"offset": "60 days"}}, MISSING),
    ({"payment_term": {"due_on": "unknown"}}, MISSING),
    ({}, MISSING),
]


@pytest.mark.parametrize("facts, wanted", AGREED)
def test_a_day_of_payment_is_agreed_left_open_or_not_known(facts, wanted):
    assert read_fact("payment_day_is_agreed", facts)[0] is wanted


SILENT = [
    ({"contract": {"written": True}}, True, []),
    ({"contract": {"written": True}, "complete": True}, True, []),
    ({"contract": {"written": True}, "complete": False}, MISSING, ["/contract/payment_day"]),
    ({"contract": {"written": True, "payment_day": "Net 60"}}, False, []),
    ({"contract": {"payment_day": "Net 60"}}, False, []),
    ({"contract": {"written": False}}, False, []),
    ({"contract": {"written": False}, "complete": False}, False, []),
    ({}, MISSING, ["/contract/payment_day", "/contract/written"]),
]


@pytest.mark.parametrize("facts, wanted, missing", SILENT)
def test_a_written_contract_is_silent_where_a_whole_document_states_no_day(facts, wanted, missing):
    value, _, lacking = read_fact("written_contract_is_silent_on_payment_day", facts)
    assert value is wanted
    assert wanted is not MISSING or lacking == missing


def _pay_after(trigger, **facts):
    return {"payment_term": {"trigger": trigger, "offset": "10 days"}, **facts}


WAITS = [
    (_pay_after("client_paid_agency", client_paid_agency="not_paid"), True, []),
    (_pay_after("client_paid_agency", client_paid_agency="not_paid", client_paid_agency_on="2026-03-20"), True, []),
    (_pay_after("client_paid_agency", client_paid_agency="partly_paid"), True, []),
    (_pay_after("client_paid_agency", client_paid_agency="paid"), False, []),
    (_pay_after("services_completed", client_paid_agency="not_paid"), False, []),
    (_pay_after("invoice_received"), False, []),
    ({"payment_term": {"due_on": "2026-04-30", "trigger": "client_paid_agency"}, "client_paid_agency": "not_paid"}, False, []),
    (_pay_after("client_paid_agency"), MISSING, ["/payment_term/due_on", "/client_paid_agency"]),
    (_pay_after("unknown", client_paid_agency="not_paid"), MISSING, ["/payment_term/due_on", "/payment_term/trigger", "/payment_term/left_open", "/booked_directly"]),
    ({"payment_term": {"left_open": True}}, False, []),
    ({"payment_term": {"left_open": False}}, MISSING, ["/payment_term/due_on", "/payment_term/trigger", "/booked_directly"]),
    ({"booked_directly": True}, False, []),
    ({"booked_directly": False}, MISSING, ["/payment_term/due_on", "/payment_term/trigger", "/payment_term/left_open"]),
]


@pytest.mark.parametrize("facts, wanted, missing", WAITS)
def test_pay_waits_for_a_client_that_has_not_paid_and_on_whose_payment_it_hangs(facts, wanted, missing):
    value, _, lacking = read_fact("pay_waits_for_client", facts)
    assert value is wanted
    assert wanted is not MISSING or lacking == missing


DUE = [
    # The facts, the day as agreed or after thirty days, and the day where a writing alone counts.
    ({"payment_term": {"due_on": "2026-05-09"}, "contract": {"written": True}}, "2026-05-09", "2026-05-09"),
    ({"payment_term": {"due_on": "2026-05-09"}, "contract": {"written": False}}, "2026-05-09", "2026-04-09"),
    ({"payment_term": {"due_on": "2026-05-09"}}, "2026-05-09", None),
    ({"payment_term": {"trigger": "services_completed", "offset": "60 days"}, "contract": {"written": True}}, "2026-05-09", "2026-05-09"),
    ({"payment_term": {"left_open": True}}, "2026-04-09", "2026-04-09"),
    ({"payment_term": {"left_open": True}, "contract": {"written": True}}, "2026-04-09", "2026-04-09"),
    (_pay_after("client_paid_agency", client_paid_agency="not_paid"), "2026-04-09", "2026-04-09"),
    (_pay_after("client_paid_agency", contract={"written": True}), None, None),
    ({"contract": {"payment_day": "Net 60", "written": True}, "booked_directly": True}, None, None),
    ({"contract": {"written": False}}, None, "2026-04-09"),
]


@pytest.mark.parametrize("facts, agreed, in_writing", DUE)
def test_the_due_day_is_the_agreed_one_or_the_thirtieth_after_the_services(facts, agreed, in_writing):
    booking = {"services": {"start_at": "2026-03-10", "end_at": "2026-03-10"}, **facts}
    for fact, day in (("due_as_agreed_or_after_30_days", agreed), ("due_in_writing_or_after_30_days", in_writing)):
        assert read_fact(fact, booking)[0] == (MISSING if day is None else date.fromisoformat(day)), fact


@pytest.mark.parametrize(
    "facts, day",
    [
        # A contract's Saturday and a holiday stand, its Sunday is the Monday's.
        ({"payment_term": {"due_on": "2026-05-09"}}, "2026-05-09"),
        ({"payment_term": {"due_on": "2026-05-10"}}, "2026-05-11"),
        ({"payment_term": {"due_on": "2026-05-25"}}, "2026-05-25"),
        # Thirty days run on over a weekend and a holiday of California.
        ({"payment_term": {"left_open": True}, "services": {"end_at": "2026-03-12"}}, "2026-04-13"),
        ({"payment_term": {"left_open": True}, "services": {"end_at": "2026-04-25"}}, "2026-05-26"),
    ],
)
def test_the_due_day_moves_as_the_law_moves_it(facts, day):
    booking = {"services": {"start_at": "2026-03-10", "end_at": "2026-03-10"}, "contract": {"written": True}, **facts}
    for fact in ("due_as_agreed_or_after_30_days", "due_in_writing_or_after_30_days"):
        assert read_fact(fact, booking)[0] == date.fromisoformat(day), fact


def test_the_end_of_the_calendar_has_no_due_day():
    assert read_fact("due_as_agreed_or_after_30_days", {"payment_term": {"left_open": True}, "services": {"end_at": "9999-12-31"}})[0] is MISSING


def test_without_the_end_of_the_services_no_thirty_days_are_counted():
    assert read_fact("due_as_agreed_or_after_30_days", {"payment_term": {"left_open": True}})[0] is MISSING


@pytest.mark.parametrize("who", ["client", "model"])
@pytest.mark.parametrize(
    "named, wanted, same",
    [
        ("Maison Ottilie", "MAISON  OTTILIE.", True),
        ("Maison Ottilie", "Maison Odile", False),
        ("Maison Ottilie", "Maison Ottilie Inc.", False),
        ("Maison Ottilie", "unknown", MISSING),
        ("unknown", "Maison Ottilie", MISSING),
    ],
)
def test_the_contract_names_a_party_as_the_booking_does_or_otherwise(who, named, wanted, same):
    assert read_fact(f"contract_names_the_{who}", {"contract": {who: {"name": named}}, who: {"name": wanted}})[0] is same

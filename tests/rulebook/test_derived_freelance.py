"""The worth of a booking together with the model's other work for the same client in the 120 days before."""

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
    _booking("USD 400", None),
    _booking(None, "2026-05-01"),
    _booking("EUR 400", "2026-05-01"),
    _booking("USD 400", "2026-05-01", status="unknown"),
    _booking("USD 400", "2026-05-01", client={}),
]


@pytest.mark.parametrize("other", DOUBTFUL)
def test_what_is_in_doubt_is_not_added_and_leaves_the_whole_unknown(other):
    assert _worth("worth_with_known_bookings", other, _booking("USD 100", "2026-06-01"))[0] == _usd("400")
    value, _, missing = _worth("worth_over_120_days", other, other_work_for_client="USD 0")
    assert value is MISSING
    assert missing


def test_the_whole_is_unknown_until_the_booking_says_what_else_there_was():
    value, _, missing = _worth("worth_over_120_days", _booking("USD 400", "2026-05-01"))
    assert (value, missing) == (MISSING, ["/other_work_for_client"])
    assert _worth("worth_over_120_days", _booking("USD 400", "2026-05-01"), other_work_for_client="USD 99.99")[0] == _usd("799.99")


def test_another_currency_is_not_added_up():
    assert _worth("worth_over_120_days", other_work_for_client="EUR 500")[0] is MISSING


@pytest.mark.parametrize("absent", ["compensation", "services", "model", "client"])
def test_without_its_own_total_day_and_names_nothing_can_be_added(absent):
    value, _, missing = _worth("worth_with_known_bookings", **{absent: {}})
    assert value is MISSING
    assert missing and all(pointer.startswith(f"/{absent}/") for pointer in missing)


def test_the_totals_that_were_added_are_evidence():
    _, reads, _ = _worth("worth_with_known_bookings", _booking("USD 400", "2026-05-01"), _booking("USD 400", "2026-07-01"))
    assert reads.count("/compensation/total") == 2

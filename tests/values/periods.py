"""Short names for periods, for the tests of them."""

from decimal import Decimal

from fwa_check.values.period import Period


def months(count):
    return Period(months=count)


def days(count):
    return Period(days=count)


def minutes(count):
    return Period(minutes=Decimal(count))

"""Amounts of money: an exact number and a currency, never one without the other."""

import re
from decimal import Decimal
from typing import NamedTuple

# ISO 4217 alphabetic codes of currencies in circulation.
CURRENCIES = frozenset(
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD "
    "CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS "
    "GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW "
    "KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR "
    "MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR "
    "SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG".split()
)
# Those whose smallest coin is a thousandth.
THREE_DECIMALS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
AMOUNT = re.compile(r"(?:[0-9]{1,15}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,4})?", re.ASCII)


class Money(NamedTuple):
    """An amount (Decimal) of a currency (ISO 4217 code)."""

    amount: Decimal
    currency: str

    def __str__(self):
        return f"{self.currency} {self.amount:,}"


def parse_amount(text):
    """Return the Decimal that `text` writes (``1,200.00``), or None if it is not an amount."""
    if AMOUNT.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return None

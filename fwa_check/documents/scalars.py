"""From the text of a YAML scalar to a typed value.

Each reader takes the text as written and returns a value, or raises `Misread` with what
would have been right. YAML's own guesses (``NO`` is false, ``12:30`` is 750) never happen,
because the schema says what a field holds.
"""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from fwa_check.values.money import CURRENCIES, THREE_DECIMALS, Money, parse_amount
from fwa_check.values.period import parse_period
from fwa_check.values.places import COUNTRIES, UNIONS, US_STATES, is_place

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)( ?(?:[Zz]|[+-][0-9]{2}:[0-9]{2}))?", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?", re.ASCII)
_COUNT = re.compile(r"[0-9]{1,9}", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_LONGEST_NAME = 200
_PLACEHOLDERS = frozenset(
    ("tbd", "tba", "tbc", "tbs", "to be agreed", "to be determined", "to be decided", "to be confirmed", "to be announced", "to be advised",
     "to follow", "n/a", "n.a", "na", "todo", "xxx", "pending", "not yet", "see above", "see below", "as discussed", "as agreed")
)  # fmt: skip
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_LIKE_BOOLEANS = {"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false", "1": "true", "0": "false"}


class Misread(ValueError):
    """Raised when a text is not of the type that its field holds."""

    def __init__(self, expected, suggestion=None, help=None):
        super().__init__(expected)
        self.expected = expected
        self.suggestion = suggestion
        self.help = help


def read_text(text):
    _refuse_shouted_unknown(text)
    if " ".join(text.lower().split()).strip(".…()[]<>") in _PLACEHOLDERS:
        # Counted as stated, they would let a document pass that leaves the matter open.
        raise Misread("what the document says", help="a placeholder says nothing: leave the field out, or write unknown")
    if not any(map(str.isalnum, text)):
        raise Misread("some words", help="leave the field out, or write unknown, when the document does not say")
    return text


def read_identifier(text):
    text = text.strip()
    _refuse_shouted_unknown(text)
    if not text or len(text) > _LONGEST_NAME:
        raise Misread("a name, such as contract-17")
    if not text.isprintable():
        raise Misread("a name on one line, without hidden characters", help="type it anew: what looks the same would not be the same name")
    return text


def _refuse_shouted_unknown(text):
    """Keep ``Unknown`` from passing for words that the document states."""
    if len(text) < _LONGEST_NAME and text.strip().lower() == "unknown":
        raise Misread("unknown in small letters, or what the document says", "unknown")


def read_boolean(text):
    try:
        return _BOOLEANS[text]
    except KeyError:
        raise Misread("true or false", _LIKE_BOOLEANS.get(text.lower())) from None


def read_count(text):
    if not _COUNT.fullmatch(text):
        raise Misread("a whole number, such as 6")
    return Decimal(text)


def read_number(text):
    if not _NUMBER.fullmatch(text):
        raise Misread("a number, such as 1.5")
    return Decimal(text)


@lru_cache(maxsize=512)
def read_percent(text):
    number = text.removesuffix("%")
    signed = number != text
    number = number.rstrip() if signed else number
    if not _NUMBER.fullmatch(number):
        raise Misread("a percentage, such as 20 %")
    value = Decimal(number)
    if 0 < value < 1 and not signed:
        readings = f"{number} % or {(value * 100).normalize():f} %"
        raise Misread(f"a percentage with its sign: {number} could be {readings}", help=f"write {readings}")
    return value


@lru_cache(maxsize=512)
def read_money(text):
    parts = text.split(maxsplit=2)
    if len(parts) == 2 and parse_amount(parts[1]) is not None and re.fullmatch(r"[A-Za-z]{3}", parts[0]):
        return money_of(parts[1], parts[0])
    help = "money always names its currency" if parse_amount(text) is not None else None
    raise Misread("an amount with its currency, such as USD 1,200.00", help=help)


def money_of(amount, currency):
    """Return the Money that the texts `amount` and `currency` write; raise Misread naming the wrong one."""
    value = parse_amount(amount)
    if value is None:
        raise Misread("an amount, such as 1,200.00")
    if currency not in CURRENCIES:
        raise Misread("an ISO 4217 currency, such as USD", _near_currency(currency))
    if currency not in THREE_DECIMALS and re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", amount):
        thousands = amount.replace(".", ",")
        raise Misread(f"an amount that reads one way only: {amount} could be {thousands}", help=f"write {thousands} or {amount}0")
    return Money(value, currency)


def _near_currency(word):
    from fwa_check.documents.problem import nearest

    return word.upper() if word.upper() in CURRENCIES else nearest(word, CURRENCIES)


def read_date(text):
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise Misread("a day that exists", help=f"{error}") from None
    if _INSTANT.fullmatch(text):
        raise Misread("a day alone, such as 2026-11-21", _day_in(text[:10]))
    raise Misread("a day as YYYY-MM-DD, such as 2026-11-21", _day_in(text))


def read_instant(text):
    match = _INSTANT.fullmatch(text)
    if not match:
        raise Misread("a moment with its zone, such as 2026-11-21T09:00-05:00")
    if not match[3]:
        raise Misread("a moment with its zone, such as 2026-11-21T09:00-05:00", help="add the zone: New York is -05:00 in winter and -04:00 in summer, California -08:00 and -07:00, Z is UTC")
    zone = match[3].strip().upper().replace("Z", "+00:00")
    if zone[1:] > "14:00" or zone[4] > "5":
        raise Misread("a zone between -14:00 and +14:00")
    if match[2] >= "24":
        raise Misread("a moment that exists", help="a day ends at 23:59; midnight is 00:00 of the next day")
    try:
        moment = datetime.fromisoformat(f"{match[1]}T{match[2]}{zone}")
        moment - timedelta(days=1), moment + timedelta(days=1)
    except (ValueError, OverflowError) as error:
        raise Misread("a moment that exists", help=f"{error}") from None
    return moment


def read_moment(text):
    if _INSTANT.fullmatch(text):
        return read_instant(text)
    if _DATE.fullmatch(text):
        return read_date(text)
    raise Misread("a day (2026-11-21) or a moment with its zone (2026-11-21T09:00-05:00)", _day_in(text))


def _day_in(text):
    """Guess the ISO form of a day that was written another way, where only one reading exists."""
    match = re.fullmatch(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})", text)
    if not match:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=512)
def read_duration(text):
    period = parse_period(" ".join(text.split()))
    if period is None:
        raise Misread("a length of time, such as 3 years, 30 days, 10 business days, P3Y or PT8H")
    return period


@lru_cache(maxsize=512)
def read_place(text):
    if is_place(text):
        return text
    from fwa_check.documents.problem import nearest

    names = {"WORLD": "worldwide", "GLOBAL": "worldwide", "NY": "US-NY", "NYC": "US-NY", "USA": "US", "UK": "GB", "NEW YORK": "US-NY", "CALIFORNIA": "US-CA", "LOS ANGELES": "US-CA"}
    expected = "a place as ISO 3166 writes it, such as US-NY, US or FR, or EU, EEA or worldwide"
    if text.lower() == "none":
        raise Misread(expected, help="leave it out where there is none")
    near = names.get(text.upper()) or next((form for form in (text.upper().replace("_", "-"), text.lower()) if is_place(form)), None)
    if near is None and text.upper().startswith("US-"):
        near = nearest(text, [f"US-{state}" for state in US_STATES])
    raise Misread(expected, near or nearest(text, COUNTRIES | set(UNIONS) | {"worldwide"}))


def read_language(text):
    if not _LANGUAGE.fullmatch(text):
        raise Misread("a language tag (BCP 47), such as en or pt-BR")
    return text.lower()


READERS = {
    "text": read_text, "identifier": read_identifier, "boolean": read_boolean, "count": read_count,
    "number": read_number, "percent": read_percent, "money": read_money, "date": read_date,
    "instant": read_instant, "moment": read_moment, "duration": read_duration, "place": read_place,
    "language": read_language,
}  # fmt: skip

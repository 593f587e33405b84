"""Places as ISO 3166 writes them, and which place holds which.

``US`` holds ``US-NY``; ``EU`` holds ``FR``; ``EEA`` holds ``EU`` and ``NO``; ``worldwide`` holds all.
"""

EU = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
EEA = EU | {"IS", "LI", "NO"}
COUNTRIES = frozenset(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR "
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT "
    "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
    "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG "
    "UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split()
)
US_STATES = frozenset(
    "AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA "
    "PR RI SC SD TN TX UT VA VI VT WA WI WV WY AS GU MP UM".split()
)
# What a place in the United States is often called by, and what ISO 3166 means by it.
MISTAKEN = {"CA": "CA is Canada; California is US-CA", "LA": "LA is Laos; Los Angeles lies in US-CA"}
UNIONS = {"EU": EU, "EEA": EEA | {"EU"}}
# Territories with a country code of their own that are also parts of a country: the States' law
# reaches the first ones, and the Union's law the others.
_PARTS = {
    "AS": "US-AS", "GU": "US-GU", "MP": "US-MP", "PR": "US-PR", "UM": "US-UM", "VI": "US-VI",
    # Parts of countries that are no part of the Union, and have laws of their own.
    "FR-BL": "BL", "FR-NC": "NC", "FR-PF": "PF", "FR-PM": "PM", "FR-TF": "TF", "FR-WF": "WF",
    "NL-AW": "AW", "NL-BQ1": "BQ", "NL-BQ2": "BQ", "NL-BQ3": "BQ", "NL-CW": "CW", "NL-SX": "SX", "NO-21": "SJ", "NO-22": "SJ",
    "AX": "FI-01", "GF": "FR-973", "GP": "FR-971", "MF": "FR-MF", "MQ": "FR-972", "RE": "FR-974", "YT": "FR-976",
}  # fmt: skip


def is_place(code):
    """Tell whether `code` names a country, a part of one, ``EU``, ``EEA`` or ``worldwide``."""
    if code in COUNTRIES or code in UNIONS or code == "worldwide":
        return True
    country, dash, part = code.partition("-")
    if not dash or country not in COUNTRIES:
        return False
    if country == "US":
        return part in US_STATES
    return 1 <= len(part) <= 3 and part.isascii() and part.isalnum() and part.upper() == part


def holds(outer, inner):
    """Tell whether the place `outer` is, or contains, the place `inner`."""
    outer, inner = _PARTS.get(outer, outer), _PARTS.get(inner, inner)
    if outer == inner or outer == "worldwide":
        return True
    if outer in UNIONS:
        return inner in UNIONS[outer] or inner.partition("-")[0] in UNIONS[outer]
    return inner.startswith(outer + "-")


def may_hold(outer, inner):
    """Tell whether `outer` holds `inner`, or is a part of it (None: a part of it may be the place)."""
    if holds(outer, inner):
        return True
    return None if holds(inner, outer) else False


def overlap(left, right):
    """Tell whether one of two places holds the other."""
    return holds(left, right) or holds(right, left)

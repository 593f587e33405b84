"""The signs, words and order of the verdicts, and other fixed wording of the text report."""

from typing import NamedTuple


class Standing(NamedTuple):
    """How bad a finding is (0 is worst), and how that is said."""

    rank: int
    sign: str
    word: str


FAILS = {
    "error": Standing(0, "error", "FAIL error"),
    "warning": Standing(1, "warning", "FAIL warning"),
    "note": Standing(2, "note", "FAIL note"),
}
VERDICTS = {
    "fail": FAILS["error"],
    "review": Standing(3, "review", "REVIEW"),
    "unknown": Standing(4, "unknown", "UNKNOWN"),
    "waived": Standing(5, "waived", "WAIVED"),
    "pass": Standing(6, "pass", "PASS"),
    "not_applicable": Standing(7, "not_applicable", "NOT APPLICABLE"),
}
COUNTED = (
    ("fail", "error", "FAIL"),
    ("review", "review", "REVIEW"),
    ("unknown", "unknown", "UNKNOWN"),
    ("pass", "pass", "PASS"),
    ("not_applicable", "not_applicable", "NOT APPLICABLE"),
    ("waived", "waived", "WAIVED"),
)
SIGNS = {
    "error": "✗",
    "warning": "!",
    "note": "i",
    "review": "◆",
    "unknown": "?",
    "waived": "○",
    "pass": "✓",
    "not_applicable": "–",
    "ellipsis": "…",
}
ASCII_SIGNS = {
    "error": "x",
    "warning": "!",
    "note": "i",
    "review": "*",
    "unknown": "?",
    "waived": "o",
    "pass": "+",
    "not_applicable": "-",
    "ellipsis": "...",
}
BASIS = {
    "statute": "read against the statute",
    "official_guidance": "read against official guidance only",
    "secondary": "known from secondary sources only",
    "unverified": "not verified",
}


def standing(finding):
    """Where a finding stands: its rank, its sign and its word."""
    verdict = finding["verdict"]
    bare = FAILS.get(finding.get("level"), FAILS["error"]) if verdict == "fail" else VERDICTS[verdict]
    if not finding.get("waived"):
        return bare
    waived = VERDICTS["waived"]
    return waived._replace(word=f"{waived.word} {bare.word}")


def count_of(number, one, many=None):
    """A number with its noun: `1 duty`, `2 duties`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names, total, most=3):
    """The first few names of a longer list: `a, b, c and 4 more`."""
    shown = ", ".join(names[:most])
    return shown if total <= most else f"{shown} and {total - most:,} more"

"""Tables of verdicts that a lawyer reads: a row is a case, a column is a law; P pass, F fail, R review, ? unknown, - does not apply."""

import re

LETTERS = {"pass": "P", "fail": "F", "review": "R", "unknown": "?", "not_applicable": "-"}
WORST_FIRST = "FR?P-"


def cells_of(table):
    """Yield (case, law, letter) for every cell of `table`, whose first line names the laws."""
    head, *rows = table.strip("\n").splitlines()
    for row in rows:
        case, *letters = re.split(r"\s{2,}", row.strip())
        yield from zip([case] * len(letters), head.split(), letters, strict=True)


def row_of(findings, laws):
    """Return {law: letter}: the worst that `findings` say of any rule of the law; `laws` maps each law to the ids of its rules."""
    said = {}
    for finding in findings:
        said.setdefault(finding.rule.id, []).append(LETTERS[finding.verdict])
    return {law: min((letter for rule in rules for letter in said.get(rule, "-")), key=WORST_FIRST.index) for law, rules in laws.items()}

"""The clearance of a campaign as a table: which asset may run in which market, and below it what each market still needs."""

from typing import NamedTuple

from fwa_check.judge.finding import AGAINST
from fwa_check.reports.text_layout import flat, wrap
from fwa_check.reports.text_safe import columns
from fwa_check.reports.text_words import count_of, listed

TITLE = "Clearance: which asset may run where, as it is"
CAMPAIGN = "(the campaign itself)"
INDENT, GAP = 4, 2
MOST_ROWS = 12  # assets with a row of their own; of more, those alike share one
MOST_SHARED = 30
MERGED_HEADING = 23  # columns for the names of markets that share one
MOST_RULES = 3
# The word and the style of a standing, the worst first.
STANDINGS = {
    "fail": ("fail", "error"),
    "review": ("review", "review"),
    "unknown": ("unknown", "unknown"),
    "not_checked": ("not checked", "not_applicable"),
    "clear_so_far": ("clear so far", "unsure"),
    "clear": ("clear", "pass"),
}
RANKS = {name: rank for rank, name in enumerate(STANDINGS)}
# What a market needs of the rules that stand against something there: words before and behind their number.
NEEDS = {"fail": ("", "rule", " mended"), "review": ("", "question", " answered"), "unknown": ("the facts for ", "rule", "")}


class Row(NamedTuple):
    """A line of the table: a name, and how it stands in each column."""

    name: str
    standings: tuple


def says_more(clearance):
    """Whether a clearance says what no finding does: that a market was not checked, or not all of it."""
    return bool(_absent(clearance) or clearance["markets_not_stated"]) or not all(column["whole"] for column in clearance["columns"])


def _absent(clearance):
    """What a campaign does not state at all, so that it has no table; None where there is one."""
    return "no market" if not any(column["market"] for column in clearance["columns"]) else None if clearance["assets"] else "no asset"


def clearance_lines(clearance, page, verbose):
    """The lines of a clearance (of which every text is safe); one sentence where every asset is clear everywhere, or nothing can be said."""
    places = clearance["columns"]
    if absent := _absent(clearance):
        return page.paragraph([("Clearance: ", "title"), (f"{absent} is stated, and so nobody can tell where an asset may run.", "unsure")], 2, 4)
    rows = _rows(clearance, verbose)
    notes = _notes(clearance, page)
    if all(standing == "clear" for row in rows for standing in row.standings):
        total, markets = len(clearance["assets"]), _named([column["place"] for column in places])
        told = "the asset may run as it is in" if total == 1 else f"each of the {total:,} assets may run as it is in"
        return page.paragraph([("Clearance: ", "title"), (f"{told} {markets}.", None)], 2, 4) + notes
    lines = page.paragraph([(TITLE, "title")], 2, 4)
    hidden = len(rows) - MOST_SHARED
    shown = rows if hidden <= 1 or verbose else rows[:MOST_SHARED]
    for table in _tables(shown, [_heading(column) for column in places], page):
        lines += table
    if len(shown) < len(rows):
        lines += page.paragraph([(f"and {count_of(hidden, 'more row')}; -v shows them", "quiet")], INDENT)
    return lines + notes


def _rows(clearance, verbose):
    """The rows of the assets (of many assets those alike share one, the worst first), and one of the campaign where it has faults of its own.

    What stands against the campaign stands against each asset of it: an asset is no clearer than its campaign.
    """
    names = [column["place"] for column in clearance["columns"]]
    alike, assets = {}, clearance["assets"]
    are_many = len(assets) > MOST_ROWS and not verbose
    whole = [clearance["campaign"]["cells"][name]["standing"] for name in names]
    for number, asset in enumerate(assets):
        own = [asset["cells"][name]["standing"] for name in names]
        standings = tuple(min(pair, key=RANKS.get) for pair in zip(own, whole))
        alike.setdefault(standings if are_many else number, (standings, []))[1].append(flat(asset["id"]))
    shared = list(alike.values())
    if are_many:
        shared.sort(key=lambda row: sorted(map(RANKS.get, row[0])))
    rows = [Row(listed(ids, len(ids), 1), standings) for standings, ids in shared]
    return [*rows, Row(CAMPAIGN, tuple(whole))] if {*whole} & {*AGAINST} else rows


def _heading(column):
    return column["place"] if column["market"] else f"({column['place']})"


def _tables(rows, headings, page):
    """Yield the lines of one table, or of several below each other where the markets do not fit side by side."""
    side = min(max(columns(row.name) for row in rows), page.measure // 3)
    room = page.measure - INDENT - side
    headings = [[heading] for heading in headings]
    numbers = list(range(len(headings)))
    if sum(_width(rows, number, headings[number]) + GAP for number in numbers) > room:
        # Markets alike share a column: the Union's countries mostly are.
        merged = {}
        for number in numbers:
            merged.setdefault(tuple(row.standings[number] for row in rows), []).append(number)
        numbers = [alike[0] for alike in merged.values()]
        for alike in merged.values():
            headings[alike[0]] = [text for number in alike for text in headings[number]]
    widths = {number: min(_width(rows, number, headings[number]), room - GAP) for number in numbers}
    while numbers:
        taken, used = [], 0
        while numbers and (not taken or used + widths[numbers[0]] + GAP <= room):
            taken.append(numbers.pop(0))
            used += widths[taken[-1]] + GAP
        yield _table(rows, taken, headings, side, [widths[number] for number in taken]) + ([[]] if numbers else [])


def _width(rows, number, names):
    """The columns that a market wants."""
    cells = max(columns(STANDINGS[row.standings[number]][0]) for row in rows)
    return max(cells, min(MERGED_HEADING, columns(", ".join(names))) if len(names) > 1 else columns(names[0]))


def _table(rows, numbers, headings, side, widths):
    """The lines of one table: its headings, wrapped, and a line or more for each row."""
    tops = [[_text_of(line) for line in wrap([(", ".join(headings[number]), None)], width)] for number, width in zip(numbers, widths)]
    lines = []
    for level in range(max(map(len, tops))):
        texts = [top[level] if level < len(top) else "" for top in tops]
        lines.append(_line("", side, [(text, "heading") for text in texts], widths))
    for row in rows:
        first, *rest = [_text_of(line) for line in wrap([(row.name, None)], side)]
        lines.append(_line(first, side, [STANDINGS[row.standings[number]] for number in numbers], widths))
        lines += [_line(more, side, [], []) for more in rest]
    return lines


def _line(name, side, cells, widths):
    line = [(" " * INDENT, None), (name + " " * (side - columns(name)), "name")]
    for (text, style), width in zip(cells, widths):
        line += [(" " * GAP, None), (text, style), (" " * (width - columns(text)), None)]
    return line


def _text_of(line):
    return "".join(text for text, _ in line)


def _notes(clearance, page):
    """What each market still needs, and how far its column goes; markets of which the same is to be said share a line."""
    alike = {}
    for column in clearance["columns"]:
        if said := _said_of(column, clearance):
            alike.setdefault(tuple(said), []).append(_heading(column))
    lines = []
    for said, names in alike.items():
        lines += page.paragraph([(f"{', '.join(names)}: ", "label"), *said], INDENT, INDENT + 2)
    if clearance["markets_not_stated"]:
        lines += page.paragraph([(f"{count_of(clearance['markets_not_stated'], 'market')} not stated, and so without a column", "unsure")], INDENT, INDENT + 2)
    if clearance["rules_left_out"]:
        told = f"This run left out {count_of(clearance['rules_left_out'], 'rule')}: nothing in it is clear for good."
        lines += page.paragraph([(told, "unsure")], INDENT, INDENT + 2)
    return lines


def _said_of(column, clearance):
    """Spans on one column, or none where there is nothing to add to its cells."""
    parts = []
    if not column["market"]:
        parts.append([("no market, but its law reaches the campaign wherever it runs", None)])
    elif not column["law"]:
        parts.append([("not checked, because no rule of its law was asked", "unsure")])
    elif not column["whole"] and not (clearance["rules_left_out"] and column["place"] in column["law"]):
        parts.append([(f"only the law of {_named(column['law'])} was asked", "unsure")])
    elif column["whole"] and not column["own_law"]:
        parts.append([(f"the law of {_named(column['law'])} was asked, none of its own", "unsure")])
    total = len(clearance["assets"])
    clear = sum(column["place"] in asset["clear_in"] for asset in clearance["assets"])
    if column["whole"] and column["market"] and clear < total:
        parts.append([(f"{clear:,} of {count_of(total, 'asset')} may run as {'it is' if clear == 1 else 'they are'}" if clear else "no asset may run as it is", None)])
    needed = [_need(rules, *NEEDS[name]) for name, rules in column["needs"].items() if rules]
    parts += [[("needs ", None), *_joined(needed, ", ")]] if needed else []
    return _joined(parts, "; ")


def _joined(parts, gap):
    """Lists of spans as one, with a gap between them."""
    return [span for number, part in enumerate(parts) for span in [*([(gap, None)] if number else []), *part]]


def _need(rules, before, noun, behind):
    """How many rules need something, and the first of their names."""
    spans = [(f"{before}{count_of(len(rules), noun)}{behind} (", None)]
    for number, rule in enumerate(rules[:MOST_RULES]):
        spans += [(", " if number else "", None), (rule, "rule")]
    more = len(rules) - MOST_RULES
    return [*spans, (f" and {more:,} more)" if more > 0 else ")", None)]


def _named(places):
    """Places as words: ``EU``, ``EU and FR``, ``DE, FR and NO``."""
    return " and ".join([", ".join(places[:-1]), places[-1]] if len(places) > 1 else places)

"""Source lines with a gutter, and carets under the values that matter."""

from typing import NamedTuple

from fwa_check.reports.text_safe import columns

MOST_PLACES = 3
LONGEST_LINE = 1000  # characters looked at; more cannot be shown, and a document may be one huge line
TAB = 4


class Place(NamedTuple):
    """A value in a source line; the column is 1-based, or None when only the line is known."""

    line: int | None
    column: int | None
    length: int
    text: str


def places_of(finding, lines):
    """The places of a finding in its own document, the first few with their lines, and the other line numbers."""
    spots = list(dict.fromkeys(spots_of(finding, lines)))
    places = [Place(*spot, lines[spot[0] - 1]) for spot in spots[:MOST_PLACES]]
    shown = {place.line for place in places}
    others = {line for line, _, _ in spots[MOST_PLACES:]} - shown
    return places, sorted(others)


def spots_of(finding, lines):
    """Line, column and length of the value judged, then of the evidence beside it."""
    line, column = finding.get("line"), finding.get("column")
    evidence = [item for item in finding.get("evidence") or () if in_document(item, finding, lines)]
    if in_lines(line, lines):
        values = [item.get("value") for item in evidence if item["line"] == line]
        length = max((length_at(lines[line - 1], column, value) for value in values), default=1)
        yield line, column, length
    for item in evidence:
        if item["line"] == line and item.get("pointer") == finding.get("pointer"):
            continue
        text = lines[item["line"] - 1]
        spot = item.get("column") or column_of(text, item)
        if item["line"] == line and spot in (None, column):
            continue
        yield item["line"], spot, length_at(text, spot, item.get("value"))


def in_document(item, finding, lines):
    """Whether a piece of evidence is in the finding's own document, at a line that exists."""
    return item.get("path") in (None, finding.get("path")) and in_lines(item.get("line"), lines)


def in_lines(line, lines):
    return line is not None and 1 <= line <= len(lines)


def column_of(text, item):
    """The column of a piece of evidence that has only a line: its value after its key, or alone in the line."""
    value = item.get("value")
    if value is None or len(text) > LONGEST_LINE:
        return None
    value, key = str(value), (item.get("pointer") or "").rpartition("/")[2] + ":"
    after_key = text.find(key)
    found = text.find(value, after_key + len(key) if after_key >= 0 else 0)
    if not value or found < 0 or (after_key < 0 and text.count(value) > 1):
        return None
    return found + 1


def length_at(text, column, value):
    """How many characters to underline: the value with its quotes when it stands there, otherwise one."""
    if column is None or value is None:
        return 1
    value = str(value)
    forms = (f'"{value}"', f"'{value}'", value)
    return max(1, next((len(form) for form in forms if text.startswith(form, column - 1)), 1))


def excerpt(page, places, indent=4):
    """The lines of the places in order, each with its number and the carets under it."""
    marked = {}
    for place in places:
        marked.setdefault((place.line or 0, place.text), []).append(place)
    numbers = [str(line or "") for line, _ in marked]
    gutter = max(map(len, numbers), default=0)
    margin = indent + gutter + 3
    lines = []
    for (line, text), marks in sorted(marked.items()):
        shown, carets = shown_line(page, text, marks, page.width - margin)
        lines.append([(f"{' ' * indent}{line or '':>{gutter}} | ", "gutter"), (shown, None)])
        if carets:
            lines.append([(f"{' ' * indent}{'':>{gutter}} | ", "gutter"), (carets, "caret")])
    return lines


def shown_line(page, text, marks, room):
    """A source line and its carets, in at most `room` columns around the first caret."""
    marks = sorted((min(mark.column, len(text) + 1) - 1, mark.length) for mark in marks if mark.column)
    start = max(0, marks[0][0] - LONGEST_LINE // 2) if marks else 0
    stop = start + LONGEST_LINE
    cells, offsets = cells_of(page.safe, text[start:stop].rstrip("\r\n"))
    spans = [span_of(begin - start, length, offsets) for begin, length in marks if begin <= stop]
    if not start and stop >= len(text) and offsets[-1] + 1 <= room:
        return "".join(cells), carets_under(spans, 0, room)
    ellipsis = page.signs["ellipsis"]
    first, last = window(offsets, spans, room - 2 * columns(ellipsis), bool(start))
    before = ellipsis if first or start else ""
    after = ellipsis if last < len(cells) or stop < len(text) else ""
    shown = before + "".join(cells[first:last]) + after
    end = columns(shown) + (not after)
    return shown, carets_under(spans, offsets[first] - columns(before), end)


def span_of(begin, length, offsets):
    """The columns that some characters take, at least one."""
    last = len(offsets) - 1
    left, right = offsets[min(begin, last)], offsets[min(begin + length, last)]
    return left, max(right, left + 1)


def cells_of(safe, text):
    """What is shown for each character, and the column at which each begins (and the last one ends)."""
    cells, offsets, used = [], [0], 0
    for char in text:
        cell = " " * (TAB - used % TAB) if char == "\t" else safe.char(char)
        used += columns(cell)
        cells.append(cell)
        offsets.append(used)
    return cells, offsets


def window(offsets, spans, room, cut_before):
    """First and last cell of a stretch of at most `room` columns that has the first caret in it."""
    begin, end = spans[0] if spans else (0, 1)
    wanted = max(0, min(begin - room // 3, offsets[-1] - room))
    if end - wanted > room:
        wanted = max(0, min(begin, end - room))
    if end <= room and not cut_before:
        wanted = 0
    first = next(number for number, offset in enumerate(offsets) if offset >= wanted)
    last = first
    while last + 1 < len(offsets) and offsets[last + 1] - offsets[first] <= room:
        last += 1
    return first, last


def carets_under(spans, shift, room):
    """Carets for spans of columns, as far as they can be seen."""
    row = ""
    for begin, end in spans:
        begin, end = begin - shift, end - shift
        if len(row) <= begin < room:
            row = row.ljust(begin) + "^" * (min(end, room) - begin)
    return row

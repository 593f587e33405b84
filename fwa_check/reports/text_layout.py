"""Lines of (text, style) spans, wrapped to a width that counts columns, not characters."""

import re
from functools import lru_cache

from fwa_check.reports.text_safe import Safe, char_columns, columns
from fwa_check.reports.text_words import ASCII_SIGNS, SIGNS

NARROWEST = 40
WIDEST_PROSE = 120  # longer lines are hard to read, however wide the screen
LABEL = 10  # columns of "Question: "
UNBREAKABLE = frozenset(("place", "rule", "fact", "name", "heading", "zero", *SIGNS))
GAP = re.compile(r"(?<!§)[ \n\t]+(?!%)")  # signs of sections and percents stay with their numbers


class Page:
    """The width, the signs and the safe characters that a report is laid out with."""

    def __init__(self, width, encoding):
        self.width = max(NARROWEST, width)
        self.measure = min(self.width, WIDEST_PROSE)
        self.safe = Safe(encoding)
        self.signs = SIGNS if self.safe.can_write("".join(SIGNS.values())) else ASCII_SIGNS

    def paragraph(self, spans, indent=0, hang=None):
        """Wrapped lines, indented; all but the first by `hang`."""
        first = ((" " * indent, None),)
        return wrapped(spans, self.measure, first, indent if hang is None else hang)

    def labelled(self, label, spans, indent=2):
        """A label, with its text wrapped beside it."""
        first = ((" " * indent, None), (label.ljust(LABEL), "label"))
        return wrapped(spans, self.measure, first, indent + LABEL)

    def labelled_list(self, label, items, indent=2):
        """A label, with items beside it that start a line each."""
        lines = []
        for number, spans in enumerate(items):
            lines += self.labelled("" if number else label, spans, indent)
        return lines

    def rows(self, pairs, style, indent=4):
        """Pairs of a name and its text: in two columns, or run together when there is no room."""
        pairs = list(pairs)
        widest = max((columns(name) for name, _ in pairs), default=0)
        aligned = widest <= self.measure * 2 // 5
        lines = []
        for name, spans in pairs:
            margin = (" " * indent, None)
            if aligned and spans:
                gap = (" " * (widest - columns(name) + 2), None)
                first = (margin, (flat(name), style), gap)
                lines += wrap(spans, self.measure, first, indent + widest + 2)
            else:
                spans = [(name, style), (": " if spans else "", None), *spans]
                lines += wrap(spans, self.measure, (margin,), indent + 2)
        return lines


def wrapped(spans, width, first, rest):
    """What `wrap` gives; a rule's law, fix and consequence are laid out once for all its findings."""
    return list(_wrapped_once(tuple(map(tuple, spans)), width, first, rest))


@lru_cache(maxsize=2048)
def _wrapped_once(spans, width, first, rest):
    return wrap(spans, width, first, rest)


def wrap(spans, width, first=(), rest=0):
    """Spans as lines: `first` before the first line, `rest` spaces before the others."""
    lines, line = [], list(first)
    used, fresh = sum(columns(text) for text, _ in first), True
    for word, size in fitting(words_of(spans), width - rest):
        gap = 0 if fresh else 1
        if used + gap + size > width and (gap or used > rest):
            lines.append(line)
            line, used, gap = [(" " * rest, None)], rest, 0
        for text, style in word:
            append(line, " " * gap, text, style)
            used += gap + columns(text)
            gap = 0
        fresh = False
    lines.append(line)
    return lines


def append(line, gap, text, style):
    """Add a text to a line, in the last span when the style is the same."""
    if line and line[-1][1] == style and style not in UNBREAKABLE:
        line[-1] = (line[-1][0] + gap + text, style)
    else:
        if gap:
            line.append((gap, None))
        line.append((text, style))


def words_of(spans):
    """Words, each a list of spans that belong together; unbreakable spans are never split."""
    word = []
    for text, style in spans:
        if style in UNBREAKABLE:
            word.append((flat(text), style))
            continue
        for number, part in enumerate(GAP.split(text)):
            if number and word:
                yield word
                word = []
            if part:
                word.append((part, style))
    if word:
        yield word


def fitting(words, room):
    """Words with their columns; a breakable word that is wider than a line comes in pieces."""
    for word in words:
        size = sum(columns(text) for text, _ in word)
        if size <= room or any(style in UNBREAKABLE for _, style in word):
            yield word, size
            continue
        for text, style in word:
            for piece in chopped(text, room):
                yield [(piece, style)], columns(piece)


def chopped(text, room):
    """A text in pieces of at most `room` columns."""
    start, used = 0, 0
    for number, char in enumerate(text):
        size = char_columns(char)
        if used + size > room:
            yield text[start:number]
            start, used = number, 0
        used += size
    yield text[start:]


def flat(text):
    """A text on one line, its newlines and tabs spelled out."""
    return text.replace("\n", "\\n").replace("\t", "\\t")

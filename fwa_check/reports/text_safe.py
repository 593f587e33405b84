"""What may reach a terminal: text without hidden characters, and how many columns it takes."""

import codecs
import unicodedata

MOST_TEXTS = 1024  # remembered, because rules say the same in every finding
# Control, format (bidirectional and zero-width), lone surrogates, line and paragraph separators.
HIDDEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
SUBSTITUTES = {
    "§": "sec.",
    "…": "...",
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "×": "x",
    "≤": "<=",
    "≥": ">=",
    "€": "EUR",
    "\xa0": " ",
}


def known_encoding(encoding):
    """The name of an encoding that can be used; a stream without one takes any text."""
    try:
        return codecs.lookup(encoding or "utf-8").name
    except LookupError:
        return "ascii"


class Safe:
    """Makes every character of foreign text visible, and writable in one encoding."""

    def __init__(self, encoding):
        self.encoding = known_encoding(encoding)
        self._shown = {}
        self._texts = {}

    def text(self, text):
        """The text with hidden and unwritable characters spelled out; newlines and tabs stay."""
        if text.isascii() and text.isprintable():
            return text
        known = self._texts.get(text)
        if known is None:
            if len(self._texts) >= MOST_TEXTS:
                self._texts.clear()
            known = self._texts[text] = "".join(map(self.char, text.replace("\r\n", "\n")))
        return known

    def char(self, char):
        """One character, or what stands for it."""
        shown = self._shown.get(char)
        if shown is None:
            shown = self._shown[char] = self._spell(char)
        return shown

    def tree(self, value):
        """A copy of JSON-shaped data in which every text is safe; other values become text."""
        if isinstance(value, str):
            return self.text(value)
        if value is None or isinstance(value, (bool, int)):
            return value
        if isinstance(value, dict):
            return {self.tree(key): self.tree(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.tree(item) for item in value]
        return self.text(str(value))

    def can_write(self, text):
        """Whether the encoding has every character of the text."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def _spell(self, char):
        if char in "\n\t":
            return char
        if unicodedata.category(char) in HIDDEN:
            return escape(char)
        if self.can_write(char):
            return char
        return SUBSTITUTES.get(char) or escape(char)


def escape(char):
    """A character as its number: `\\x1b`, `\\u202e`, `\\U000e0001`."""
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def columns(text):
    """How many terminal columns a safe text takes."""
    return len(text) if text.isascii() else sum(map(char_columns, text))


def char_columns(char):
    """How many terminal columns one character takes."""
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def shorten(text, room, ellipsis):
    """The text in at most `room` columns, with an ellipsis where it was cut."""
    if columns(text) <= room:
        return text
    room -= columns(ellipsis)
    kept = []
    for char in text:
        room -= char_columns(char)
        if room < 0:
            break
        kept.append(char)
    return "".join(kept).rstrip() + ellipsis

"""Names of people and companies, as different people write them."""

import re
import unicodedata

from fwa_check.values.absent import MISSING

# What a company's name may end with, or not, where it is meant all the same; kinds of company differ, and so this is only near.
_SUFFIXES = frozenset("ag bv co company corp corporation gmbh inc incorporated limited llc llp ltd nv plc pty sa sarl sas spa srl".split())


class Name:
    """A name: `folded` without capitals, spaces and points, and `core` also without accents and without what kind of company it is.

    False where no name is stated. Two names with the same `folded` are one; with the same `core` they may be.
    """

    __slots__ = ("folded", "core")

    def __init__(self, name):
        self.folded = self.core = MISSING
        if name is not MISSING:
            folded = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
            self.folded = " ".join(re.sub(r"[\W_]+", " ", re.sub(r"(?<=\w)[.'’](?=\w)", "", folded)).split())
            words = "".join(each for each in unicodedata.normalize("NFKD", self.folded) if not unicodedata.combining(each)).split()
            while len(words) > 1 and words[-1] in _SUFFIXES:
                words.pop()
            self.core = " ".join(words)

    def __bool__(self):
        return self.folded is not MISSING

    def __eq__(self, other):
        return self.folded == other.folded

    def may_be(self, other):
        """Tell whether the two may be one name; one that is not stated may be any."""
        return not self or not other or self.core == other.core

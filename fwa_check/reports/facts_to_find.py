"""Which missing facts would settle most unknowns, counted over all documents."""

import re
from typing import NamedTuple

MOST_NAMES = 3
INDEX = re.compile(r"/\d+(?=/|$)")


class Fact(NamedTuple):
    """A fact to find: how many unknowns it settles alone, and how many it only helps to settle."""

    kind: str
    fact: str
    example: str
    settles: int
    helps: int
    documents: list
    document_count: int


def general(pointer):
    """A pointer without the positions in lists: `/assets/*/generated_on`."""
    return INDEX.sub("/*", pointer)


class FactsToFind:
    """A tally that grows with the number of different facts, not of documents."""

    def __init__(self):
        self._tally = {}

    def add(self, kind, name, unknowns):
        """Count the unknowns of one document."""
        here = {}
        for finding in unknowns:
            missing = {general(pointer): pointer for pointer in finding.get("missing") or ()}
            for fact, pointer in missing.items():
                counts = here.setdefault(fact, [pointer, 0, 0])
                counts[1 if len(missing) == 1 else 2] += 1
        for fact, (example, settles, helps) in here.items():
            # A fact of another document is named behind that document's id.
            other, _, own = fact.partition("/")
            total = self._tally.setdefault((f"in {other}", f"/{own}") if other else (kind, fact), [example, 0, 0, [], 0])
            total[1] += settles
            total[2] += helps
            total[4] += 1
            if len(total[3]) < MOST_NAMES:
                total[3].append(name)

    def ranked(self):
        """The facts, the most useful first."""
        facts = [Fact(*key, *total) for key, total in self._tally.items()]
        return sorted(facts, key=lambda fact: (-fact.settles, -fact.helps, fact.kind, fact.fact))

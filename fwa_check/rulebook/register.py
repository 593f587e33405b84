"""The coverage register: every duty of every instrument, and what became of it."""

import os

from fwa_check.rulebook.rulebook import INSTRUMENT_PAGE, PACKS, REGISTER_PAGE, pages_of, shipped_rules
from fwa_check.rulebook.rulefile import RuleFile

STATUSES = ("encoded", "partly", "person", "watched")


def load_register(folders, pages=()):
    """Return the entries of every coverage page under `folders`, as dicts; `pages` are (name, RuleFile) that were read before.

    Each has id, cite, duty, status, rules (a list), reason (or None), instrument (its name),
    jurisdiction and file.
    """
    entries, known, shipped = [], {file.path: file for _, file in pages}, shipped_rules()
    for folder in folders:
        paths = [path for path, _ in pages_of(folder, leaving=PACKS if folder == shipped else None)]
        for path in paths:
            here, name = os.path.split(path)
            if name == REGISTER_PAGE:
                entries += _entries(here, os.path.join(here, INSTRUMENT_PAGE) in paths, known)
    return entries


def _entries(folder, has_instrument, known):
    def page_named(name):
        path = os.path.join(folder, name)
        return known.get(path) or RuleFile(path)

    page = page_named(REGISTER_PAGE)
    instrument = page_named(INSTRUMENT_PAGE).raw if has_instrument else {}
    return [
        {
            "id": raw["id"],
            "cite": raw["cite"],
            "duty": raw["duty"],
            "status": raw["status"],
            "rules": raw.get("rules", []),
            "reason": raw.get("reason"),
            "instrument": instrument.get("name", os.path.basename(folder)),
            "jurisdiction": instrument.get("jurisdiction"),
            "file": page.path,
        }
        for raw in page.raw
    ]


def unseen_by_documents(folders, instruments, pages=()):
    """Return the register's duties that no document can show, of the instruments with these names."""
    unseen = [entry for entry in load_register(folders, pages) if entry["status"] == "person" and entry["instrument"] in instruments]
    return [{**entry, "status": "left_to_a_person"} for entry in unseen]

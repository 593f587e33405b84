"""The unknowns of one document, in blocks that miss the same facts, so that many read as few."""

from fwa_check.reports.facts_to_find import general
from fwa_check.reports.text_findings import evidence_lines, law_lines, place_name
from fwa_check.reports.text_words import count_of, listed


def grouped(unknowns):
    """Lists of unknowns that miss the same facts, the largest first."""
    groups = {}
    for finding in unknowns:
        missing = frozenset(map(general, finding.get("missing") or ()))
        # Nothing to state: then what they have in common is the reason.
        key = missing or finding.get("reason") or finding.get("message") or ""
        groups.setdefault(key, []).append(finding)
    # Sorting is stable: groups of one size keep the order of their first line.
    return sorted(groups.values(), key=len, reverse=True)


def unknown_lines(group, kind, page, describe, verbose):
    """One block: the facts to state, the place, and the rules that wait for them."""
    first = group[0]
    facts = facts_of(group)
    sign = (f"{page.signs['unknown']} UNKNOWN ", "unknown")
    cannot = f"cannot tell about {count_of(len(group), 'duty', 'duties')}"
    lines = page.paragraph([sign, (" ", None), (cannot + (" until this is stated:" if facts else ":"), None)], 2, 4)
    if facts:
        vague = {entry.get("pointer") for finding in group for entry in finding.get("evidence") or ()}
        lines += page.rows([(name, described(kind, example, describe, example in vague)) for name, example in facts], "fact", 6)
    else:
        reason = first.get("reason") or first.get("message") or "no fact is named"
        lines += page.paragraph([(reason, None)], 6)
    lines += page.paragraph([(place_name(first), "place")], 4)
    if verbose:
        return lines + verbose_rows(group, page)
    return lines + page.rows(rule_rows(group), "rule", 4)


def described(kind, pointer, describe, vague):
    """What a fact is, in plain words, when the schema has any; a `vague` one is stated and does not settle it."""
    text = describe(kind, pointer)
    said = [(text, None)] if text else []
    return [("Stated, but it does not settle this. ", "unsure"), *said] if vague else said


def facts_of(group):
    """The missing facts, each as it is called and one full pointer for its description."""
    pointers = {}
    for finding in group:
        for pointer in finding.get("missing") or ():
            pointers.setdefault(general(pointer), {}).setdefault(pointer)
    facts = []
    for fact, exact in sorted(pointers.items()):
        example = next(iter(exact))
        facts.append((example if len(exact) == 1 else fact, example))
    return facts


def rule_rows(group):
    """Each rule once, with its title and the things that it waits to judge."""
    rules = {}
    for finding in group:
        title, subjects = rules.setdefault(finding["rule"], (finding.get("title") or "", []))
        if finding.get("subject"):
            subjects.append(finding["subject"])
    for rule, (title, subjects) in rules.items():
        named = f" [{listed(subjects, len(subjects))}]" if subjects else ""
        yield rule, [(title, None), (named, "quiet")]


def verbose_rows(group, page):
    """Each finding with its reason, its law and what was read."""
    lines = []
    for finding in group:
        lines += page.rows(rule_rows([finding]), "rule", 4)
        if finding.get("reason") and finding.get("missing"):
            lines += page.labelled("Reason:", [(finding["reason"], None)], 6)
        lines += law_lines(finding, page, 6)
        lines += evidence_lines(finding, page, 6)
    return lines

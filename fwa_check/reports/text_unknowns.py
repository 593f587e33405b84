"""The unknowns of one document, in blocks that wait for one fact together, so that many read as few."""

from collections import Counter

from fwa_check.reports.facts_to_find import general
from fwa_check.reports.text_findings import evidence_lines, law_lines, place_name
from fwa_check.reports.text_words import FAILS, count_of, listed

MOST_RULES = 8


def grouped(unknowns):
    """Lists of unknowns that wait for one fact together: the fact that most of them wait for, then of the rest.

    The largest come first, and last those of rules whose failure would be a note.
    """
    groups, left = {}, []
    for finding in unknowns:
        if finding.get("missing"):
            left.append((finding, _missing(finding)))
        else:
            # Nothing to state: then what they have in common is the reason.
            groups.setdefault(finding.get("reason") or finding.get("message") or "", []).append(finding)
    found = []
    while left:
        counts = Counter(fact for _, missing in left for fact in sorted(missing))
        lead = max(counts, key=counts.get)
        found.append([finding for finding, missing in left if lead in missing])
        left = [(finding, missing) for finding, missing in left if lead not in missing]
    # Sorting is stable: groups of one size keep the order in which they were found.
    by_size = sorted([*found, *groups.values()], key=len, reverse=True)
    return sorted(by_size, key=lambda group: min(map(weight, group)) == FAILS["note"].rank)


def weight(finding):
    """How heavy its failure would be, 0 the heaviest."""
    return FAILS[finding.get("level") or "error"].rank


def _missing(finding):
    return set(map(general, finding.get("missing") or ()))


def unknown_lines(group, kind, page, describe, verbose):
    """One block: the facts to state, those that only some of the rules ask for too, the place, and the rules that wait for them."""
    first = group[0]
    common = set.intersection(*map(_missing, group))
    facts = [fact for fact in facts_of(group) if general(fact[1]) in common]
    others = [fact for fact in facts_of(group) if general(fact[1]) not in common]
    sign = (f"{page.signs['unknown']} UNKNOWN ", "unknown")
    cannot = f"cannot tell about {count_of(len(group), 'duty', 'duties')}"
    lines = page.paragraph([sign, (" ", None), (cannot + (" until this is stated:" if facts else ":"), None)], 2, 4)
    vague = {entry.get("pointer") for finding in group for entry in finding.get("evidence") or ()}

    def fact_rows(facts):
        return page.rows([(name, described(kind, example, describe, example in vague)) for name, example in facts], "fact", 6)

    if facts:
        lines += fact_rows(facts)
    else:
        reason = first.get("reason") or first.get("message") or "no fact is named"
        lines += page.paragraph([(reason, None)], 6)
    if others:
        names = [] if verbose else [span for name, _ in others for span in ((" ", None), (name, "fact"), (",", None))][:-1]
        lines += page.paragraph([("and for some of them:", None), *names], 4, 6)
        lines += fact_rows(others) if verbose else []
    for lost in dict.fromkeys(finding["reason"].partition(", because ")[2] for finding in group if finding.get("reason")):
        lines += page.paragraph([(lost, "unsure")], 6) if lost else []
    lines += page.paragraph([(place_name(first), "place")], 4)
    if verbose:
        return lines + verbose_rows(group, page)
    rows = list(rule_rows(sorted(group, key=weight)))
    more = len(rows) - MOST_RULES
    if more > 1:
        return lines + page.rows(rows[:MOST_RULES], "rule", 4) + page.paragraph([(f"and {count_of(more, 'more rule', 'more rules')}; -v names them", "quiet")], 4)
    return lines + page.rows(rows, "rule", 4)


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

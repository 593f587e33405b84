"""The end of the report: the facts to find, the counts, and what no document can show."""

from itertools import islice, zip_longest

from fwa_check.reports.text_safe import shorten
from fwa_check.reports.text_words import COUNTED, count_of, listed

MOST_FACTS = 12
MOST_DUTIES = 12
LONGEST_DUTY = 160
COVERAGE = "fwa-check rules coverage"
ORDINARY = "left to a person"


def facts_lines(facts, page, describe):
    """The facts that would settle most unknowns."""
    if not facts:
        return []
    lines = page.paragraph([("Facts to find", "title")])
    for number, fact in enumerate(facts[:MOST_FACTS], 1):
        lead = [(f"{number:>2}. ", "name"), (fact.fact, "fact"), (f" ({fact.kind})", "quiet")]
        lines += page.paragraph(lead, 2, 6)
        text = describe(fact.kind, fact.example)
        lines += page.paragraph([(text, None)], 6) if text else []
        lines += page.paragraph([(usefulness(fact), "label")], 6)
    if len(facts) > MOST_FACTS:
        lines += page.paragraph([(f"and {count_of(len(facts) - MOST_FACTS, 'more fact')}", "quiet")], 2)
    return lines


def usefulness(fact):
    """How many unknowns a fact settles, and in which documents."""
    told = []
    if fact.settles:
        told.append(f"settles {count_of(fact.settles, 'unknown')} alone")
    if fact.helps:
        helped = f"{fact.helps:,} more" if fact.settles else count_of(fact.helps, "unknown")
        told.append(f"helps to settle {helped}")
    told.append(f"in {listed(fact.documents, fact.document_count)}")
    return "; ".join(told)


def count_spans(summary, page):
    """How many findings of each verdict."""
    for key, sign, word in COUNTED:
        count = summary.get(key, 0)
        if count or key != "waived":
            yield f"{page.signs[sign]} {count:,} {word} ", sign if count else "zero"
            yield " ", None


def summary_lines(summary, run, unjudged, page):
    """The counts, what they are counts of, and how far a pass goes."""
    lines = page.paragraph(count_spans(summary, page), 2)
    if summary.get("unknown") and not any(summary.get(verdict) for verdict in ("fail", "review", "pass")):
        waiting = count_of(summary["unknown"], "duty waits", "duties wait")
        lines += page.paragraph([(f"Nothing is settled yet: {waiting} for facts.", "label")], 2)
    lines += page.paragraph([(scope(summary, run, unjudged, page), None)], 2)
    return lines


def count_line(summary, unjudged, page):
    """The counts on a single line, for logs."""
    lost = [(f"{page.signs['error']} {unjudged:,} NOT JUDGED", "error")] if unjudged else []
    return [*count_spans(summary, page), *lost]


def scope(summary, run, unjudged, page):
    """What was judged, when, by which rules, and what was not."""
    documents, rules = count_of(summary["documents"], "document"), count_of(summary["rules"], "rule")
    told = [f"{documents} judged as of {run['as_of']} by {rules}"]
    if unjudged:
        told.append(f"{unjudged:,} could not be judged")
    if summary.get("skipped"):
        names = [page.safe.text(name) for name in summary.get("skipped_paths") or ()]
        which = f": {listed(names, summary['skipped'])}" if names else ""
        told.append(f"{count_of(summary['skipped'], 'file')} skipped (no `kind:`{which})")
    return "; ".join(told) + ". A pass speaks only of the facts stated in the documents."


def tool_lines(run, page):
    """The program and the rules, exactly."""
    tool, rulebook = run["tool"], run["rulebook"]
    spans = [(f"{tool['name']} {tool['version']}, rules ", None), (rulebook.get("digest") or "", "name")]
    return page.paragraph(spans, 2)


def pointer_lines(duties, page):
    """One line that says how much was not checked, and where to read it."""
    if not duties:
        return []
    told = f"Not checked: {count_of(len(duties), 'duty', 'duties')} that no document can show; see `{COVERAGE}`."
    return page.paragraph([(told, "quiet")], 2)


def unchecked_lines(duties, page, verbose):
    """The duties that no document can show, some of each instrument."""
    if not duties:
        return []
    lines = page.paragraph([("Not checked, because no document can show it", "title")])
    for instrument, shown, total in fair_share(duties):
        part = f" ({len(shown)} of {total})" if len(shown) < total else ""
        lines += page.paragraph([(instrument, None), (part, "quiet")], 2, 4)
        rows = [(duty.get("cite") or duty["id"], duty_spans(duty, page, verbose)) for duty in shown]
        lines += page.rows(rows, "cite")
    if len(duties) > MOST_DUTIES:
        more = count_of(len(duties) - MOST_DUTIES, "more duty", "more duties")
        lines += page.paragraph([(f"and {more}; see `{COVERAGE}`", "quiet")], 2)
    else:
        lines += page.paragraph([(f"see `{COVERAGE}`", "quiet")], 2)
    return lines


def fair_share(duties):
    """Each instrument with a few of its duties and their number, so that a long act does not hide the others."""
    instruments = {}
    for duty in duties:
        instruments.setdefault(duty.get("instrument") or "Other", []).append(duty)
    rounds = zip_longest(*instruments.values())
    chosen = islice((duty for turn in rounds for duty in turn if duty), MOST_DUTIES)
    chosen = set(map(id, chosen))
    for instrument, members in instruments.items():
        shown = [duty for duty in members if id(duty) in chosen]
        if shown:
            yield instrument, shown, len(members)


def duty_spans(duty, page, verbose):
    """A duty in few words; how it stands, when that is not the ordinary way."""
    spans = [(shorten(" ".join((duty.get("duty") or "").split()), LONGEST_DUTY, page.signs["ellipsis"]), None)]
    status = (duty.get("status") or "").replace("_", " ")
    if status and (verbose or status != ORDINARY):
        spans.append((f" ({status})", "quiet"))
    if verbose and duty.get("reason"):
        spans.append((f" {duty['reason']}", "quiet"))
    return spans

"""One finding as lines: verdict, place, message, excerpt, law, fix and consequence."""

from fwa_check.judge.reading import CONFIGURED
from fwa_check.reports.text_excerpt import excerpt
from fwa_check.reports.text_layout import flat
from fwa_check.reports.text_safe import shorten
from fwa_check.reports.text_words import BASIS, count_of, standing

MOST_EVIDENCE = 3
LONGEST_VALUE = 120
LONG_TEXT = 160


def place_name(finding):
    """`path:line:column`, as far as it is known, in the form that editors and terminals open."""
    parts = (finding.get("path"), finding.get("line"), finding.get("column"))
    known = []
    for part in parts:
        if part is None:
            break
        known.append(str(part))
    return ":".join(known)


def value_name(value, page):
    """A value as words, on one line and not too long."""
    if value is None:
        return "not stated"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return shorten(flat(text) or '""', LONGEST_VALUE, page.signs["ellipsis"])


def title_spans(finding, page):
    """The sign and word of the verdict, the rule, its title and the thing judged."""
    stand = standing(finding)
    subject = finding.get("subject")
    return [
        (f"{page.signs[stand.sign]} {stand.word} ", stand.sign),
        (" ", None),
        (f"{finding['rule']} ", "rule"),
        (" ", None),
        (said_beside(finding), None),
        *([(" [", "quiet"), (subject, "name"), ("]", "quiet")] if subject else []),
    ]


def said_beside(finding):
    """The fault, or, beside a pass, the duty that is kept: a fault's name there would be misread."""
    return (finding.get("message") if finding["verdict"] == "pass" else None) or finding.get("title") or ""


def finding_lines(finding, places, others, page, verbose, told):
    """Everything worth saying about a failure or a review.

    `told` maps a long text to the rule under which the document was told it; it is not said twice.
    """
    lines = page.paragraph(title_spans(finding, page), 2, 4)
    lines += page.paragraph([(place_name(finding), "place")], 4)
    if finding.get("message") and finding["message"] != finding.get("question"):
        lines += page.paragraph([(finding["message"], None)], 4)
    lines += excerpt(page, places, 6)
    lines += other_lines(others, page)
    lines += evidence_lines(finding, page) if verbose else see_lines(finding, page)
    if finding.get("question"):
        lines += page.labelled("Question:", [(finding["question"], "question")], 4)
    lines += law_lines(finding, page)
    lines += reading_lines(finding, page, verbose, told)
    for label, key in (("Fix:", "fix"), ("If not:", "consequence")):
        lines += page.labelled(label, [(_once(finding, key, finding[key], told), None)], 4) if finding.get(key) else []
    return lines


def reading_lines(finding, page, verbose, told):
    """Which reading of the law was used and what the other one says: where a setting chooses between them, or all is told."""
    used = finding.get("interpretation")
    if not used or not (verbose or used["setting"]):
        return []
    is_configured = used["by"] == CONFIGURED.format(used["setting"])
    by = f"chosen by the configuration, {used['setting']}" if is_configured else used["by"]
    text = f"{used['reading'].strip().rstrip('.')} ({by}); otherwise: {used['instead_of'].strip()}"
    return page.labelled("Read as:", [(_once(finding, "interpretation", text, told), None)], 4)


def _once(finding, key, text, told):
    first = told.get((key, text))
    told.setdefault((key, text), finding["rule"])
    if first is None or len(text) < LONG_TEXT:
        return text
    return "as above" if first == finding["rule"] else f"as for {first} above"


def brief_lines(finding, page, verbose):
    """What is worth saying about a pass, a rule that does not apply, or a waived finding."""
    place = [(" (", "quiet"), (place_name(finding), "place"), (")", "quiet")]
    lines = page.paragraph(title_spans(finding, page) + place, 2, 4)
    lines += page.labelled("Reason:", [(finding["reason"], None)], 4) if finding.get("reason") else []
    lines += waiver_lines(finding, page)
    if verbose:
        lines += page.paragraph([(finding["message"], None)], 4) if finding.get("message") and finding["verdict"] != "pass" else []
        lines += evidence_lines(finding, page)
        lines += law_lines(finding, page)
    return lines


def other_lines(others, page):
    """The line numbers of the evidence that had no room."""
    if not others:
        return []
    numbers = ", ".join(map(str, others[:MOST_EVIDENCE]))
    more = f" and {count_of(len(others) - MOST_EVIDENCE, 'more line')}" if len(others) > MOST_EVIDENCE else ""
    noun = "line" if len(others) == 1 else "lines"
    return page.paragraph([(f"(also {noun} {numbers}{more})", "quiet")], 6)


def see_lines(finding, page):
    """Evidence in other files."""
    evidence = finding.get("evidence") or ()
    items = [item for item in evidence if item.get("path") not in (None, finding.get("path"))]
    shown = [evidence_spans(item, page) for item in items[:MOST_EVIDENCE]]
    if len(items) > MOST_EVIDENCE:
        shown.append([(f"and {count_of(len(items) - MOST_EVIDENCE, 'more place')}", "quiet")])
    return page.labelled_list("See:", shown, 4)


def evidence_lines(finding, page, indent=4):
    """Every fact that was read."""
    evidence = [{"path": finding.get("path"), **item} for item in finding.get("evidence") or ()]
    return page.labelled_list("Read:", [evidence_spans(item, page) for item in evidence], indent)


def evidence_spans(item, page):
    """A place, a fact and its value."""
    return [
        (place_name(item), "place"),
        (" ", None),
        (item.get("pointer") or "", "fact"),
        (" = ", None),
        (value_name(item.get("value"), page), None),
    ]


def law_lines(finding, page, indent=4):
    """The citation, since when it binds, and how well it is known."""
    spans = [(finding.get("cite") or finding["rule"], None)]
    in_force, basis = finding.get("in_force") or {}, finding.get("basis") or {}
    is_law = basis.get("kind") != "voluntary"
    if in_force.get("from"):
        spans.append((f", {'binds ' if is_law else ''}from {in_force['from']}", None))
    if in_force.get("to"):
        spans.append((f" to {in_force['to']}", None))
    if basis.get("kind"):
        known = BASIS.get(basis["kind"], basis["kind"])
        checked = f" ({basis['checked_on']})" if basis.get("checked_on") else ""
        spans += [("; ", None), (known + checked, None if basis["kind"] == "statute" else "unsure")]
    return page.labelled("Law:" if is_law else "Pledge:", spans, indent)


def waiver_lines(finding, page):
    """Why a finding is waived, as the waiver says it."""
    waived = finding.get("waived")
    if not waived:
        return []
    if isinstance(waived, dict):
        reason = [str(waived["reason"])] if waived.get("reason") else []
        rest = [(key.replace("_", " "), value_name(value, page)) for key, value in waived.items() if key != "reason"]
        waived = "; ".join(reason + [f"{name}: {value}" for name, value in rest])
    return page.labelled("Waived:", [(str(waived), None)], 4)


def one_line(finding, page):
    """A finding on a single line, for logs."""
    stand = standing(finding)
    subject = f" [{finding['subject']}]" if finding.get("subject") else ""
    text = " ".join((finding.get("message") or finding.get("title") or "").split())
    return [
        (place_name(finding), "place"),
        (": ", None),
        (f"{page.signs[stand.sign]} {stand.word}", stand.sign),
        (" ", None),
        (finding["rule"], "rule"),
        (f"{subject}: {text}", None),
    ]

"""Documents that could not be judged: what is wrong, where, and what to write instead; and what may be meant otherwise."""

from fwa_check.reports.text_excerpt import Place, excerpt, length_at
from fwa_check.reports.text_findings import place_name
from fwa_check.reports.text_words import listed

MOST_WORDS = 12
LABELS = (("Found:", "found"), ("Expected:", "expected"), ("Nearest:", "suggestion"), ("Do:", "help"))


def in_order(problem):
    """The key that sorts problems by place."""
    place = (problem.get("line") or 0, problem.get("column") or 0)
    return problem.get("path") or "", place, problem.get("message") or ""


def with_place(problem):
    """The problem and its place: the raw line is kept only there, because carets count raw characters."""
    text = problem.get("excerpt")
    if text is None:
        return None
    text = text.partition("\n")[0]
    column = problem.get("column")
    return Place(problem.get("line"), column, length_at(text, column, problem.get("found")), text)


def problem_lines(problem, place, page, word="NOT JUDGED"):
    """One problem, everything known about it."""
    verdict = (f"{page.signs['error']} {word}", "error")
    lines = page.paragraph([(f"{place_name(problem)} ", "place"), (" ", None), verdict], 0, 2)
    lines += page.paragraph([(problem.get("message") or "", None)], 2)
    if place:
        lines += excerpt(page, [place])
    for label, key in LABELS:
        if problem.get(key) not in (None, "", []):
            lines += page.labelled(label, [(words(problem[key]), None)], 2)
    return lines


def one_line(problem, page):
    """A problem on a single line, for logs."""
    message = " ".join((problem.get("message") or "").split())
    nearest = f" (nearest: {words(problem['suggestion'])})" if problem.get("suggestion") else ""
    verdict = (f"{page.signs['error']} NOT JUDGED", "error")
    return [(place_name(problem), "place"), (": ", None), verdict, (f" {message}{nearest}", None)]


def words(value):
    """A value, or several, as words."""
    return listed([str(item) for item in value], len(value), MOST_WORDS) if isinstance(value, list) else str(value)


def notice_lines(notices, page):
    """What was read as it stands and may be meant otherwise: (path, notice) each."""
    lines = []
    for path, notice in sorted(notices, key=lambda item: (item[0], item[1]["line"], item[1]["column"])):
        lines += page.paragraph([("Note: ", "label"), (f"{path}:{notice['line']}:{notice['column']} ", "name"), (notice["message"], None)], 0, 6)
    return lines

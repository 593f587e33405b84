"""The text report: what a lawyer, a booker or a build log reads, the worst first."""

from itertools import chain

from fwa_check.judge.finding import AGAINST
from fwa_check.reports import text_closing as closing
from fwa_check.reports import text_problems as problems
from fwa_check.reports.facts_to_find import FactsToFind
from fwa_check.reports.text_excerpt import places_of
from fwa_check.reports.text_findings import brief_lines, finding_lines, one_line
from fwa_check.reports.text_layout import Page
from fwa_check.reports.text_paper import wants_color, width_of, write
from fwa_check.reports.text_unknowns import grouped, unknown_lines
from fwa_check.reports.text_words import VERDICTS, standing

LOUD = frozenset(("fail", "review"))  # what is said even when quiet
EXCERPTED = LOUD  # what is told at length, with its source lines
ALARMING = frozenset(AGAINST)
NOTHING_SHOWN = VERDICTS["not_applicable"].rank + 1  # a campaign of which only the clearance is shown comes last


class TextReport:
    """Collects what is shown, and writes it in `close`; documents with nothing to show leave no trace."""

    def __init__(self, stream, *, show, color, width, quiet, verbose, describe_fact, not_checked):
        self.wants = show & LOUD if quiet else show
        self._show = show
        self._stream = stream
        self._color = wants_color(stream, color)
        self._page = Page(width_of(stream) if width is None else width, getattr(stream, "encoding", None))
        self.wants_digests = verbose
        self._quiet, self._verbose = quiet, verbose and not quiet
        self._describe_fact, self._not_checked = describe_fact, not_checked
        self._descriptions = {}
        self._run = None
        self._documents, self._clear, self._problems, self._notices = [], [], [], []

    def open(self, run):
        """Remember what the run is: the tool, the day and the rules."""
        self._run = self._page.safe.tree(run)

    def document(self, header, findings, lines):
        """Keep the findings that will be printed, with only the source lines that they show."""
        self._notices += [(self._page.safe.text(header["path"]), notice) for notice in header.get("notices", ())]
        wanted = [finding for finding in findings if finding["verdict"] in self.wants]
        if self._quiet:
            wanted = [finding for finding in wanted if not finding.get("waived")]
        if wanted or not self._quiet and self._tells(header.get("clearance")):
            self._keep(self._page.safe.tree(header), wanted, lines)
        elif self._verbose:
            self._clear.append(self._page.safe.tree(header))

    def problem(self, problem):
        """Keep a document that could not be judged."""
        place = problems.with_place(problem)
        self._problems.append((self._page.safe.tree({**problem, "excerpt": None}), place))

    def close(self, summary):
        """Write the report."""
        self._problems.sort(key=lambda item: problems.in_order(item[0]))
        self._documents.sort(key=lambda item: (item[0], item[1].get("path") or ""))
        if self._quiet:
            blocks = self._quiet_blocks(summary)
        elif self._documents or self._problems:
            blocks = self._full_blocks(summary)
        else:
            blocks = self._calm_blocks(summary)
        write(self._stream, spaced(chain([problems.notice_lines(self._notices, self._page)], blocks)), self._color)

    def _tells(self, clearance):
        """Whether a campaign of which no finding is shown is still worth its table."""
        if clearance is None:
            return False
        from fwa_check.reports.text_clearance import says_more

        return self._verbose or says_more(clearance)

    def _keep(self, header, findings, lines):
        kept = []
        for finding in findings:
            # Places are found before the text is made safe, because columns count the characters of the file.
            told = finding["verdict"] in EXCERPTED and not finding.get("waived")
            places = places_of(finding, lines) if told else ((), ())
            kept.append((self._page.safe.tree(finding), *places))
        kept.sort(key=lambda item: in_order(item[0]))
        self._documents.append((standing(kept[0][0]).rank if kept else NOTHING_SHOWN, header, kept))

    def _full_blocks(self, summary):
        for number, (problem, place) in enumerate(self._problems):
            title = [] if number else [[("Could not be judged", "title")]]
            yield title + problems.problem_lines(problem, place, self._page)
        for _, header, kept in self._documents:
            yield from self._document_blocks(header, kept)
        yield self._clear_lines()
        yield closing.facts_lines(self._facts(), self._page, self._describe)
        yield [[("Summary", "title")], *self._summary_lines(summary)]
        if summary.get("documents"):
            yield closing.unchecked_lines(self._duties(summary), self._page, self._verbose)

    def _calm_blocks(self, summary):
        yield self._clear_lines()
        yield [*self._summary_lines(summary), *closing.pointer_lines(self._duties(summary), self._page)]

    def _quiet_blocks(self, summary):
        lines = [problems.one_line(problem, self._page) for problem, _ in self._problems]
        lines += [one_line(finding, self._page) for _, _, kept in self._documents for finding, *_ in kept]
        # A failure that `show` hides is still counted: silence would read as a pass.
        if lines or summary.get("fail") or any(summary.get(verdict) for verdict in ALARMING & self._show):
            lines.append(closing.count_line(summary, self._unjudged(), self._page))
        yield lines

    def _document_blocks(self, header, kept):
        title = heading(header, self._page)
        for block in self._finding_blocks(header.get("kind") or "", kept):
            yield title + block
            title = []
        if header.get("clearance"):
            from fwa_check.reports.text_clearance import clearance_lines

            yield title + clearance_lines(header["clearance"], self._page, self._verbose)

    def _finding_blocks(self, kind, kept):
        told = {}
        for finding, places, others in kept:
            if finding["verdict"] in EXCERPTED and not finding.get("waived"):
                yield finding_lines(finding, places, others, self._page, self._verbose, {} if self._verbose else told)
        for group in grouped(finding for finding, *_ in kept if is_open(finding)):
            yield unknown_lines(group, kind, self._page, self._describe, self._verbose)
        rest = [finding for finding, *_ in kept if finding.get("waived") or finding["verdict"] not in ALARMING]
        if rest:
            yield [line for finding in rest for line in brief_lines(finding, self._page, self._verbose)]

    def _clear_lines(self):
        lines = []
        for header in sorted(self._clear, key=lambda header: header.get("path") or ""):
            lines += heading(header, self._page)
            lines += self._page.paragraph([("nothing to show", "quiet")], 2)
        return lines

    def _summary_lines(self, summary):
        lines = closing.summary_lines(summary, self._run, self._unjudged(), self._page)
        return lines + (closing.tool_lines(self._run, self._page) if self._verbose else [])

    def _facts(self):
        # Counted only now: the order in which documents arrive must not show in the report.
        facts = FactsToFind()
        for _, header, kept in self._documents:
            unknowns = [finding for finding, *_ in kept if is_open(finding)]
            facts.add(header.get("kind") or "", header.get("id") or header.get("path") or "", unknowns)
        return facts.ranked()

    def _unjudged(self):
        return len({problem.get("path") for problem, _ in self._problems})

    def _duties(self, summary):
        return self._page.safe.tree(self._not_checked(summary["instruments"]))

    def _describe(self, kind, pointer):
        key = kind, pointer
        if key not in self._descriptions:
            self._descriptions[key] = self._page.safe.text(self._describe_fact(kind, pointer) or "")
        return self._descriptions[key]


def spaced(blocks):
    """The lines of all blocks, with an empty line between them."""
    begun = False
    for block in blocks:
        if block and begun:
            yield []
        yield from block
        begun = begun or bool(block)


def heading(header, page):
    """The line that names a document."""
    spans = [(f"{header.get('path') or ''} ", "heading")]
    for key in ("kind", "id"):
        if header.get(key):
            spans += [(" ", None), (f"{header[key]} ", "name")]
    return page.paragraph(spans, 0, 2)


def in_order(finding):
    """The key that sorts the findings of a document: the worst first, then by place; at one place the order of the law is kept."""
    return standing(finding).rank, (finding.get("line") or 0, finding.get("column") or 0)


def is_open(finding):
    """Whether a finding is an unknown that still needs a fact."""
    return finding["verdict"] == "unknown" and not finding.get("waived")

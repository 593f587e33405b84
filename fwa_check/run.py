"""One run of the check: documents through the judge to the reports, one file at a time.

Only documents whose verdicts hang on others wait for the end of the run, and only those that can
be referred to are kept, so that memory does not grow with the number of contracts.
"""

import os

from fwa_check.documents.dossier import Dossier, NotReadYet
from fwa_check.documents.kinds import KINDS
from fwa_check.documents.load import load_file
from fwa_check.documents.problem import Problem, Unreadable, shortened
from fwa_check.documents.source import find_files
from fwa_check.judge.finding import VERDICTS
from fwa_check.judge.judge import judge_document
from fwa_check.judge.present import present


MOST_SKIPPED_NAMED = 3


class Tally:
    """What a run has counted: verdicts, failures by level, the instruments that reached a document, documents, skipped files and problems."""

    def __init__(self):
        self.verdicts = dict.fromkeys(VERDICTS, 0)
        self.fails = {"error": 0, "warning": 0, "note": 0}
        self.instruments = set()
        self.documents = 0
        self.skipped = 0
        self.skipped_paths = []
        self.problems = []

    def summary(self, rules):
        """Return the counts as the reports print them; `rules` is how many rules were asked."""
        return {**self.verdicts, "waived": 0, "documents": self.documents, "skipped": self.skipped, "skipped_paths": self.skipped_paths, "rules": rules, "instruments": self.instruments}

    def reaches(self, threshold):
        """Tell whether anything reached `threshold`, a rung of --fail-on."""
        rungs = {
            "error": self.fails["error"],
            "warning": self.fails["error"] + self.fails["warning"],
            "review": self.fails["error"] + self.fails["warning"] + self.verdicts["review"],
            "unknown": self.fails["error"] + self.fails["warning"] + self.verdicts["review"] + self.verdicts["unknown"],
            "never": 0,
        }
        return rungs[threshold] > 0


class Overwriting(Unreadable):
    """Raised when a report would be written over a document or a rule file."""


class Run:
    """Judges every document under some paths and tells the reports.

    `rulebook` is a Rulebook, `as_of` a date, `reports` a list of reports with the methods open,
    document, problem and close, `outputs` the real paths of the files that they will be written to,
    `readings` {setting: value} of the readings of the law that a configuration chose.
    """

    def __init__(self, rulebook, as_of, reports, outputs=(), readings=None):
        self._outputs = frozenset(outputs)
        self._rulebook = rulebook
        self._as_of = as_of
        self._readings = readings
        self._reports = reports
        self._wants = frozenset().union(*(report.wants for report in reports))
        self._wants_digests = any(report.wants_digests for report in reports)
        self._kind_rules = {}
        self._campaign_law = None
        self.tally = Tally()

    def check(self, paths):
        """Judge everything under `paths`; return the Tally. Raises Unreadable before it would write over what it reads."""
        for _, page in self._rulebook.pages:
            self._refuse_to_overwrite(page.path)
        dossier, waiting = Dossier(), []
        try:
            for path, named in find_files(paths):
                self._refuse_to_overwrite(path)
                documents, problems = load_file(path, named)
                for problem in problems:
                    self._problem(problem)
                if not documents and not problems:
                    self.tally.skipped += 1
                    self.tally.skipped_paths += [path] if self.tally.skipped <= MOST_SKIPPED_NAMED else []
                waiting += self._judge_or_wait(path, documents, dossier)
        except Overwriting:
            raise
        except Unreadable as error:
            for problem in error.problems:
                self._problem(problem)
        dossier.close()
        for path, digest, numbers, documents in waiting:
            for document in documents or self._read_again(path, digest, numbers):
                self._judge(document, dossier)
        if not self.tally.documents and not self.tally.problems:
            self._problem(_nothing_found(paths, self.tally.skipped))
        return self.tally

    def _judge_or_wait(self, path, documents, dossier):
        """Judge what can be judged; return the documents that hang on later ones, as a list of at most one (path, digest, numbers, documents).

        A file is read again then: what waited in memory would grow with the number of files. Standard input cannot be.
        """
        numbers = []
        for number, document in enumerate(documents):
            self._keep(document, dossier)
            try:
                self._judge(document, dossier)
            except NotReadYet:
                numbers.append(number)
        if not numbers:
            return []
        return [(path, documents[0].digest, numbers, [documents[number] for number in numbers] if path == "-" else None)]

    def _read_again(self, path, digest, numbers):
        documents, _ = load_file(path, True)
        if not documents or documents[0].digest != digest:
            self._problem(Problem("the file changed while it was being checked", path=path, help="check it again"))
            return []
        return [documents[number] for number in numbers]

    def _refuse_to_overwrite(self, path):
        if self._outputs and os.path.realpath(path) in self._outputs:
            raise Overwriting(Problem("the report would be written over this file, which is read", path=path, help="write the report somewhere else"))

    def _keep(self, document, dossier):
        """Keep what later documents may ask of this one, and complain when the id that others refer to is taken."""
        first = dossier.keep(document)
        if first is None:
            return
        line, column, _, _ = document.place("/id")
        place = f"{first.path}, line {first.place('/id')[0]}"
        problem = Problem(f"the id {shortened(document.id)} is taken", path=document.path, line=line, column=column, found=shortened(document.id), help=f"another {document.kind} has it: {place}")
        problem.excerpt = document.lines[line - 1]
        self._problem(problem)

    def close(self):
        """Let every report write what it has."""
        summary = self.tally.summary(len(self._rulebook.rules))
        for report in self._reports:
            report.close(summary)

    def _rules_for(self, kind):
        if kind not in self._kind_rules:
            self._kind_rules[kind] = self._rulebook.for_kind(kind)
        return self._kind_rules[kind]

    def _judge(self, document, dossier):
        findings = judge_document(document, self._rules_for(document.kind), self._as_of, dossier, readings=self._readings)
        tally = self.tally
        tally.documents += 1
        wanted = []
        for finding in findings:
            verdict = finding.verdict
            tally.verdicts[verdict] += 1
            if verdict != "not_applicable":
                tally.instruments.add(finding.rule.instrument.get("name"))
            if verdict == "fail":
                tally.fails[finding.level] += 1
            if verdict in self._wants:
                wanted.append(present(finding))
        header = {"path": document.path, "kind": document.kind, "id": document.id}
        if self._wants_digests:
            header["digest"] = document.digest
        if document.notices:
            header["notices"] = document.notices
        if document.kind == "campaign":
            header["clearance"] = self._clearance(document, findings)
        lines = document.lines if wanted else ()
        for report in self._reports:
            report.document(header, [finding for finding in wanted if finding["verdict"] in report.wants], lines)

    def _clearance(self, document, findings):
        """Return where each asset of a campaign may run; most runs have no campaign, and do not pay for it."""
        from fwa_check.judge.clearance import clearance, law_of

        if self._campaign_law is None:
            asked = [kind_rule.rule for kind_rule in self._rules_for("campaign")]
            left_out = [rule for rule in self._rulebook.left_out if "campaign" in rule.kinds]
            self._campaign_law = frozenset(law_of(asked)), law_of(left_out)
        return clearance(document, findings, *self._campaign_law)

    def _problem(self, problem):
        self.tally.problems.append(problem)
        for report in self._reports:
            report.problem(problem.as_dict())


def _nothing_found(paths, skipped):
    where = ", ".join(paths)
    if skipped:
        return Problem(f"none of the {skipped} YAML files under {where} has a kind", help="a document begins with kind: and one of " + ", ".join(KINDS))
    return Problem(f"there is no YAML file under {where}", help="fwa-check reads files that end in .yaml or .yml")

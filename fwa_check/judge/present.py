"""From a finding to the words and places that every report prints (design of the JSON report)."""

from fwa_check.documents.build import NULLS
from fwa_check.judge.finding import in_words
from fwa_check.judge.reading import reading_of

LONGEST_VALUE = 200
_UNSAID = NULLS | {"unknown"}


def present(finding):
    """Return the finding as the JSON report has it, with `question` and `reason` added."""
    rule, raw, document = finding.rule, finding.rule.raw, finding.document
    line, column, pointer = _place(finding)
    version = finding.version or rule.versions[-1]
    basis = raw["basis"]
    reason = _reason_of(finding)
    reading = reading_of(finding)
    return {
        "rule": rule.id,
        "verdict": finding.verdict,
        "level": finding.level,
        "title": raw["title"],
        "message": message_of(finding, reason),
        "fix": raw["fix"],
        "cite": rule.cite,
        "jurisdiction": raw["jurisdiction"],
        "document": document.id,
        "path": document.path,
        "line": line,
        "column": column,
        "pointer": pointer,
        "subject": finding.subject,
        "missing": [_named(finding, document, place) for place in _unique(finding.missing)],
        "evidence": list(_evidence(finding)),
        "in_force": {"from": version.first.isoformat(), "to": version.last.isoformat() if version.last else None},
        "basis": {"kind": basis["kind"], "checked_on": basis["checked_on"]},
        "consequence": " ".join(filter(None, (raw.get("consequence"), finding.exposure))) or None,
        "waived": None,
        "question": finding.question,
        "reason": reason,
        **({"interpretation": reading} if reading else {}),
    }


def _reason_of(finding):
    """Return why a finding is no pass and no fail, in words, or None; of a rule that does not apply, there is always a reason."""
    return finding.reason or (_because(finding) if finding.verdict == "not_applicable" else None)


def message_of(finding, reason=None):
    """Return what a finding says in one or two sentences; `reason` is its reason where it was worked out before."""
    if finding.verdict == "fail":
        return finding.message or f"Not kept: {finding.rule.raw['duty']}"
    if finding.verdict == "review":
        return finding.question
    if finding.verdict == "unknown":
        return f"Cannot tell {finding.reason}: {_what_is_missing(finding)}."
    if finding.verdict == "not_applicable":
        return f"Does not apply: {reason or _reason_of(finding)}."
    return f"Kept: {finding.rule.raw['duty']}"


def _what_is_missing(finding):
    absent, vague = [], []
    for document, pointer in _unique(finding.missing):
        text, exact = document.place(pointer)[2:]
        if exact and text not in _UNSAID:
            vague.append(f"{in_words(pointer)} is {'as stated' if text is None else text}, which does not settle it")
        else:
            absent.append(in_words(pointer))
    said = [f"{', '.join(absent)} {'is' if len(absent) == 1 else 'are'} not stated"] if absent else []
    return "; ".join(said + vague) or "what is stated does not settle it"


def _because(finding):
    facts = []
    for document, pointer in _unique(finding.reads)[:3]:
        text, exact = document.place(pointer)[2:]
        facts.append(f"{in_words(pointer)} is {text}" if text is not None else f"{in_words(pointer)} is {'as' if exact else 'not'} stated")
    return " and ".join(facts) or "its conditions are not met"


def _place(finding):
    """Line, column and pointer of the fact on which the finding rests most."""
    document = finding.document
    decisive = finding.missing if finding.verdict == "unknown" else finding.reads
    own = [pointer for holder, pointer in decisive if holder is document]
    around = _groups_around(own)
    own = [pointer for pointer in own if pointer not in around]
    pointer = next((each for each in own if document.place(each)[3]), own[0] if own else finding.at)
    line, column, _, _ = document.place(pointer)
    return line, column, pointer


def _groups_around(pointers):
    """Return the pointers of every group and list that holds one of `pointers`."""
    around = set()
    for pointer in pointers:
        while pointer:
            pointer = pointer.rpartition("/")[0]
            around.add(pointer)
    return around


def _evidence(finding):
    for document, pointer in _unique(finding.reads):
        line, column, text, exact = document.place(pointer)
        if exact:
            value = text if text is not None else "(stated)"
            yield {"pointer": pointer, "path": document.path, "line": line, "column": column, "value": value[:LONGEST_VALUE]}


def _named(finding, document, place):
    return place[1] if place[0] is document else f"{place[0].id}{place[1]}"


def _unique(places):
    return list({(id(document), pointer): (document, pointer) for document, pointer in places}.values())

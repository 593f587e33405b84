"""How a rule comes to its verdict on a document.

First the day: which version was in force. Then whether the rule reaches the thing judged, or an
exemption takes it out, then whether the duty is kept; where it is not, whether its reach is itself an
open question, and where it is, whether the law leaves it open that this keeps it. A missing fact stops the question at the first step that hangs
on it; it never becomes a pass or a fail.
"""

from fwa_check.documents.dossier import Dossier
from fwa_check.documents.problem import nearest
from fwa_check.judge.finding import AGAINST, Finding, in_words
from fwa_check.judge.reading import weigh_by_readings
from fwa_check.rulebook.scope import MISSED, Scope
from fwa_check.rulebook.versions import version_on
from fwa_check.values.absent import MISSING
from fwa_check.values.moments import day_of

REACH = "whether the rule applies"
# What a document writes where a reference is asked for and there is nothing behind it.
NO_DOCUMENT = "none"


def judge_document(document, kind_rules, as_of, dossier=None, *, readings=None):
    """Return the findings of every rule in `kind_rules` (all for this kind of document).

    `as_of` is the day of asking, a date; `dossier` is what the other documents say, `readings` {setting: value} of
    the readings that were chosen. Raises NotReadYet when a rule asks for other documents before all have been read.
    """
    scope = Scope(document, as_of, dossier or Dossier().close())
    findings = []
    for kind_rule in kind_rules:
        if kind_rule.loops:
            _judge_items(kind_rule, kind_rule.loops, scope, findings, None, "")
        else:
            findings.append(_judge(kind_rule, scope, None, ""))
    if readings:
        weigh_by_readings(findings, readings)
    return findings


def _judge_items(kind_rule, loops, scope, findings, subject, at):
    """Judge every item of the first loop's list, and of the loops below it."""
    if not loops:
        findings.append(_judge(kind_rule, scope, subject, at))
        return
    loop = loops[0]
    scope.clear()
    items = loop.fact.read(scope)
    document, rule = scope.document, kind_rule.rule
    if items is MISSING:
        findings.append(_judge_no_items(kind_rule, loops, scope, subject, at))
        return
    base = scope.trail[-1][1]
    if not items:
        findings.append(Finding(rule, None, "not_applicable", document, subject=subject, at=at, trail=scope.trail, reason="the list is empty"))
        return
    for index, item in enumerate(items):
        pointer = f"{base}/{index}"
        scope.bound[loop.name] = item, pointer, document
        name = item.get("id", MISSING) if isinstance(item, dict) else MISSING
        name = pointer[1:] if name is MISSING else name
        # Of two lists side by side both items are judged together; an item of a list in a list says enough by itself.
        _judge_items(kind_rule, loops[1:], scope, findings, f"{subject} / {name}" if subject and loop.is_beside else name, pointer)


def _judge_no_items(kind_rule, loops, scope, subject, at):
    """Return the finding for a list that is not stated: unknown, unless the rule reaches none of its items, whatever they are."""
    trail = scope.trail
    for loop in loops:
        scope.bound[loop.name] = MISSING, scope.missing[-1][1], scope.document
    finding = _judge(kind_rule, scope, subject, at)
    if finding.verdict == "not_applicable":
        return finding
    # What the document leaves open of the rule's reach is asked before its list: it may take every item out.
    before = [step for step in finding.trail if step[2] is MISSED and step not in trail] if (finding.reason or "").startswith(REACH) else []
    nothing_known = Finding(kind_rule.rule, None, "unknown", scope.document, subject=subject, at=at, trail=before + trail, reason="whether there is anything to judge")
    nothing_known.weighs = finding.weighs
    return nothing_known


def _judge(kind_rule, scope, subject, at):
    finding = _verdict(kind_rule, scope, subject, at)
    return _weighed(kind_rule, scope, finding) if finding.verdict in AGAINST and kind_rule.stricter else finding


def _verdict(kind_rule, scope, subject, at):
    rule, document = kind_rule.rule, scope.document
    scope.clear()

    def found(verdict, version=None, **more):
        return Finding(rule, version, verdict, document, subject=subject, at=at, trail=scope.trail, **more)

    lost = _bind_references(kind_rule, scope) if kind_rule.references else ""
    scope.clear()
    day = kind_rule.day(scope)
    version = None if day is MISSING else version_on(rule.versions, day_of(day))
    if day is not MISSING and version is None:
        return found("not_applicable", reason=_out_of_force(rule, day_of(day)))
    day_trail = scope.trail
    scope.clear()
    applies = kind_rule.when(scope) if kind_rule.when else True
    if applies is False:
        return found("not_applicable", version, reason=scope.because)
    reach_trail = scope.trail
    exempt, because = _ask_cases(kind_rule.exemptions, scope)
    if exempt:
        return found("not_applicable", version, reason=because)
    if applies is None or exempt is None or day is MISSING:
        scope.trail = day_trail + reach_trail + scope.trail
        return found("unknown", version, reason=REACH + lost if applies is None or exempt is None else "which version of the law applies")
    scope.clear()
    kept = kind_rule.require(scope)
    if kept is not True and kind_rule.unsettled_scope:
        kept_trail = scope.trail
        doubt, question = _ask_cases(kind_rule.unsettled_scope, scope)
        if doubt:
            return found("review", version, question=question)
        if doubt is None:
            scope.trail += kept_trail if kept is None else []
            return found("unknown", version, reason=REACH + lost)
        scope.trail = kept_trail
    if kept is False:
        return _failed(kind_rule, scope, found, version)
    if kept is None:
        return found("unknown", version, reason=f"whether the duty is kept{lost}")
    if kind_rule.unsettled:
        kept_trail = scope.trail
        doubt, question = _ask_cases(kind_rule.unsettled, scope)
        if doubt is None:
            return found("unknown", version, reason="whether this is one of the cases that the law leaves open")
        if doubt:
            return found("review", version, question=question)
        scope.trail = kept_trail
    scope.trail = scope.trail or reach_trail
    return found("pass", version)


def _failed(kind_rule, scope, found, version):
    """Return the finding of a duty that is not kept, with what that may cost here."""
    why, unstated = scope.trail, [in_words(pointer) for _, pointer in scope.unstated]
    message = _first_case(kind_rule.messages, scope, unstated) or kind_rule.message(scope, unstated)
    exposure = _first_case(kind_rule.exposure, scope, unstated)
    scope.trail = why
    return found("fail", version, message=message, exposure=exposure)


def _first_case(cases, scope, unstated):
    """Return the words of the first case that holds, or None; where it is open whether a case is the first, no later one is."""
    for case in cases:
        scope.clear()
        holds = case.when(scope)
        if holds is not False:
            return case.words(scope, unstated) if holds else None
    return None


def _weighed(kind_rule, scope, finding):
    """Return a finding that stands against its document with what it weighs, at worst where that hangs on a missing fact; a failure is then unknown."""
    scope.clear()
    is_stricter = kind_rule.stricter(scope)
    if is_stricter is None and finding.verdict == "fail":
        reason = "how much it weighs that the duty is not kept"
        finding = Finding(finding.rule, finding.version, "unknown", finding.document, subject=finding.subject, at=finding.at, trail=scope.trail, reason=reason)
    if is_stricter is not False:
        finding.weighs = kind_rule.rule.raw["stricter"]["level"]
    return finding


def _ask_cases(cases, scope):
    """Return (True, words) for the first case that arises (an exemption, an open question), else (None or False, None).

    The trail is that of the case, or of all that may arise.
    """
    unknown, open_trail = False, []
    for case in cases:
        scope.clear()
        answer = case.when(scope)
        if answer is True:
            return True, case.words(scope, ())
        if answer is None:
            unknown = True
            open_trail += scope.trail
    scope.trail = open_trail
    return (None if unknown else False), None


def _bind_references(kind_rule, scope):
    """Bind the documents that are referred to; return words on one that was not among those checked, or ``""``."""
    lost = ""
    for reference in kind_rule.references:
        name = reference.fact.read(scope)
        place = scope.trail[-1]
        other = None if name is MISSING else scope.dossier.find(reference.kind, name)
        if other is None:
            scope.bound[reference.name] = MISSING, place[1], place[0]
            if name not in (MISSING, NO_DOCUMENT):
                near = nearest(name, scope.dossier.ids(reference.kind))
                lost = f", because no {reference.kind} with the id {name} was checked with it" + (f" (did you mean {near}?)" if near else "")
        else:
            scope.bound[reference.name] = other.values, "", other
    return lost


def _out_of_force(rule, day):
    first = rule.versions[0].first
    if day < first:
        return f"the document counts as of {day}, and the rule took effect on {first}"
    return f"the document counts as of {day}, and the rule was in force until {rule.versions[-1].last}"

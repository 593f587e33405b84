"""The versions of a rule: on which days which wording of it is in force."""

from datetime import timedelta

from fwa_check.rulebook.errors import RuleError
from fwa_check.rulebook.operands import Plain, read_constant
from fwa_check.values.absent import MISSING
from fwa_check.values.moments import day_of

_DAY = Plain("date")


class Version:
    """A stretch of days, first and last included; `last` is None while it has no end.

    `level` is what a failure weighs on those days; `note` says why this version differs.
    """

    __slots__ = ("first", "last", "level", "note")

    def __init__(self, first, last, level, note):
        self.first = first
        self.last = last
        self.level = level
        self.note = note


def compile_versions(raw, level, pointer):
    """Return the Versions, oldest first; raise RuleError where they overlap, leave a gap or run backwards."""
    versions = []
    for index, each in enumerate(raw):
        here = f"{pointer}/{index}"
        first = read_constant(each["from"], _DAY, f"{here}/from")
        last = read_constant(each["to"], _DAY, f"{here}/to") if each.get("to") else None
        if last is not None and last < first:
            raise RuleError(f"{here}/to", f"the version ends on {last}, before it begins on {first}", expected=f"{first} or later")
        versions.append(Version(first, last, each.get("level", level), each.get("note")))
    for index, (earlier, later) in enumerate(zip(versions, versions[1:]), start=1):
        here = f"{pointer}/{index}/from"
        if earlier.last is None or later.first <= earlier.last:
            raise RuleError(here, f"two versions are in force on {later.first}", expected="each version to end the day before the next begins")
        if later.first != earlier.last + timedelta(days=1):
            raise RuleError(here, f"no version is in force from {earlier.last + timedelta(days=1)}", expected=f"{earlier.last + timedelta(days=1)}")
    return tuple(versions)


def version_on(versions, day):
    """Return the version in force on `day`, or None."""
    for version in versions:
        if version.first <= day and (version.last is None or day <= version.last):
            return version
    return None


def latest_day(readers, versions):
    """Return the reader of the latest of several days.

    Where one of them is missing, the latest that is known answers all the same if no later day could
    change which version is in force.
    """
    newest = versions[-1]

    def is_settled(day):
        return day > newest.last if newest.last else day >= newest.first

    def read(scope):
        days, start = [], len(scope.trail)
        for each in readers:
            here = len(scope.trail)
            day = each(scope)
            if day is not MISSING:
                days.append((day_of(day), scope.trail[here:]))
        if not days:
            return MISSING
        latest, trail = max(days, key=lambda known: known[0])
        if len(days) < len(readers) and not is_settled(latest):
            return MISSING
        scope.trail[start:] = trail
        return latest

    return read

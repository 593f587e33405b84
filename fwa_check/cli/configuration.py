"""The file that ``check --config`` names: what a team has decided for all its checks."""

from typing import NamedTuple

from fwa_check.documents.problem import Unreadable, nearest, shortened
from fwa_check.rulebook.rulefile import RuleFile
from fwa_check.rulebook.shape import faults_of_shape
from fwa_check.rulebook.switches import settings_of


class Configuration(NamedTuple):
    """What the file says: `readings` is {setting: value}, each of them sound."""

    readings: dict


class ConfigurationFile(RuleFile):
    """The YAML of a configuration, with the place of each value."""

    __slots__ = ()
    WHAT = "a configuration"


def read_configuration(path, rules):
    """Return the Configuration in the file at `path`; `rules` are all that were loaded, with their settings.

    Raises Unreadable with every fault found.
    """
    file = ConfigurationFile(path)
    # Parsed first: a file that is no sound YAML has no shape.
    readings = file.raw.get("readings") if isinstance(file.raw, dict) else None
    problems = list(_faults_of_readings(file, readings, rules)) if isinstance(readings, dict) else []
    # What no rule knows is told with the words that rules know, and not once more as a shape.
    told = {(problem.line, problem.column) for problem in problems}
    problems += [fault for fault in faults_of_shape(file, "configuration") if (fault.line, fault.column) not in told]
    if problems:
        raise Unreadable(*sorted(problems, key=lambda problem: (problem.line, problem.column)))
    return Configuration(readings or {})


def _faults_of_readings(file, readings, rules):
    settings = settings_of(rules) if readings else {}
    for name, value in readings.items():
        setting, here = settings.get(name), f"/readings/{name}"
        if setting is None:
            expected = f"one of {', '.join(settings)}" if settings else "no setting: none of the rules has one"
            yield file.problem_at(here, f"no rule has a setting {shortened(name)!r}", at_key=True, found=shortened(name), expected=expected, suggestion=nearest(name, settings))
        elif value not in setting.values:
            expected = f"{setting.default} (the default) or {setting.instead}"
            found = _in_words(value)
            yield file.problem_at(here, f"{found} is no value of {name}", found=found, expected=expected, suggestion=nearest(value, setting.values))


def _in_words(value):
    if isinstance(value, str):
        return shortened(value) or "nothing"
    return "a list" if isinstance(value, list) else "a group"

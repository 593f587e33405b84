"""The settings by which a configuration chooses between two readings of the law (`interpretation: {switch: ...}` of a rule)."""

from typing import NamedTuple

from fwa_check.documents.problem import nearest
from fwa_check.rulebook.errors import RuleError

_HERE = "/interpretation/switch"


class Setting(NamedTuple):
    """A setting: its name, the value of the reading that the rules follow by themselves, and that of the other one."""

    name: str
    default: str
    instead: str

    @property
    def values(self):
        """The values that it can have."""
        return self.default, self.instead


def settings_of(rules):
    """Return {name: Setting} of every switch in `rules`, in their order."""
    settings = {}
    for rule in rules:
        setting = _setting(rule.raw)
        if setting:
            settings.setdefault(setting.name, setting)
    return settings


def refuse_switch(rule):
    """Raise RuleError for a switch without a choice, and for an example that sets what the rule does not have."""
    setting = _setting(rule.raw)
    if setting and setting.default == setting.instead:
        raise RuleError(f"{_HERE}/instead", f"both readings have the value {setting.default}", expected="another value than that of default")
    for index, example in enumerate(rule.examples):
        for name, value in example.get("readings", {}).items():
            here = f"/examples/{index}/readings/{name}"
            if setting is None:
                raise RuleError(here, f"the rule has no switch, and an example sets {name}", expected="a switch in the rule's interpretation", at_key=True)
            if name != setting.name:
                raise RuleError(here, f"{name!r} is not the setting of the rule", expected=setting.name, suggestion=nearest(name, [setting.name]), at_key=True)
            if value not in setting.values:
                raise RuleError(here, f"{value!r} is no value of {name}", expected=f"one of {', '.join(setting.values)}", suggestion=nearest(value, setting.values))


def clashes(rules, added=None):
    """Return a Problem for every rule whose setting has other values than in a rule before it.

    `added` are the rules that could bring a clash, where the others are known to agree: without a
    switch among them nothing is looked at, because that would parse every rule that ships.
    """
    if added is not None and not settings_of(added):
        return []
    first, problems = {}, []
    for rule in rules:
        setting = _setting(rule.raw)
        if setting is None:
            continue
        other, known = first.setdefault(setting.name, (rule, setting))
        if known != setting:
            key = "default" if known.default != setting.default else "instead"
            place = other.file.problem_at(f"{other.pointer}{_HERE}", "")
            more = {"expected": getattr(known, key), "help": f"{other.id} has the same setting: {place.path}, line {place.line}"}
            problems.append(rule.file.problem_at(f"{rule.pointer}{_HERE}/{key}", f"{rule.id}: the setting {setting.name} has two meanings: {getattr(setting, key)}", **more))
    return problems


def _setting(raw):
    switch = raw.get("interpretation", {}).get("switch")
    return Setting(switch["name"], switch["default"], switch["instead"]) if switch else None

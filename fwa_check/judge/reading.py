"""Which reading of the law a finding rests on: the rule's own, or the other one where a configuration chose it."""

from fwa_check.judge.finding import AGAINST

CONFIGURED = "the configuration ({})"


def weigh_by_readings(findings, readings):
    """Note in every finding which reading was chosen; under the other one what stands against a document weighs what the switch says.

    `readings` is {setting: value}. Verdicts stay as they are.
    """
    for finding in findings:
        switch = _interpretation(finding).get("switch")
        if switch and readings.get(switch["name"]) == switch["instead"]:
            finding.setting = switch["instead"]
            if finding.verdict in AGAINST:
                finding.weighs = switch["level"]
            if finding.verdict == "fail" and "says" in switch:
                finding.message, finding.exposure = switch["says"], None


def reading_of(finding):
    """Return the reading that was used, as the JSON report has it; None where the rule has one reading, or does not apply."""
    interpretation = _interpretation(finding)
    if not interpretation or finding.verdict == "not_applicable":
        return None
    reading, other, switch = interpretation["reading"], interpretation["other"], interpretation.get("switch")
    setting = f"{switch['name']}: {finding.setting or switch['default']}" if switch else None
    if finding.setting:
        return {"reading": other, "by": CONFIGURED.format(setting), "instead_of": reading, "setting": setting}
    return {"reading": reading, "by": interpretation["by"], "instead_of": other, "setting": setting}


def _interpretation(finding):
    return finding.rule.raw.get("interpretation", {})

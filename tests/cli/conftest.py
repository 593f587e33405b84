"""A folder with four house rules and a document for every verdict, and ways to run the command in it."""

import json

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from fwa_check.cli import cli
from fwa_check.rulebook.shape import schema_named
from tests.helpers import document_text, run, write_rules

CLEAN = {
    "commission": {"percent": "20", "base": "model_pay"},
    "renewal": {"mode": "none"},
    "power_of_attorney": {"optional": True, "digital_replica": "excluded"},
}
RULES = [
    {},
    {"id": "X-TEST-2", "title": "Another base", "level": "warning", "require": {"commission.base": "model_pay"}, "message": "The base is {commission.base}."},
    {"id": "X-TEST-3", "title": "Renews itself", "level": "note", "require": {"renewal.mode": {"is_not": "automatic"}}, "message": "It renews."},
    {
        "id": "X-TEST-4",
        "title": "Forced power",
        "require": {"power_of_attorney.optional": True},
        "unsettled": [{"when": {"power_of_attorney.digital_replica": "silent"}, "question": "Does it reach the replica?"}],
        "message": "It is forced.",
    },
]
BY_HOUSE_RULES = ("--rules", "house", "--select", "X-", "--as-of", "2026-11-21")
FACTS = {
    "clean": {},
    "error": {"commission": {"percent": "25", "base": "model_pay"}},
    "warning": {"commission": {"percent": "20", "base": "client_total"}},
    "note": {"renewal": {"mode": "automatic"}},
    "review": {"power_of_attorney": {"optional": True, "digital_replica": "silent"}},
    "unsaid": {"renewal": {}},
}


class Place:
    """A working folder with house rules in `house` and documents in `docs`."""

    def __init__(self, path):
        self.path = path
        self.house = write_rules(path / "house", *RULES)
        self.docs = path / "docs"
        self.docs.mkdir()

    def write(self, name, **facts):
        """Write a contract `name`.yaml with the clean facts and those of FACTS[name], or `facts`; return its path below the folder."""
        (self.docs / f"{name}.yaml").write_text(document_text("management_contract", {**CLEAN, **(facts or FACTS.get(name, {}))}, name), encoding="utf-8")
        return f"docs/{name}.yaml"

    def run(self, *arguments, **options):
        """Run the command in this folder, in a process of its own."""
        return run(*arguments, cwd=self.path, **options)

    def check(self, *arguments, **options):
        """Run ``check`` by the house rules alone, in a process of its own."""
        return self.run("check", *BY_HOUSE_RULES, *arguments, **options)

    def call(self, *arguments, **options):
        """Run ``check`` by the house rules alone, in this process."""
        return call("check", *BY_HOUSE_RULES, *arguments, **options)

    def report(self, *arguments, **options):
        """The JSON report of ``check``, held against its schema."""
        result = self.call(*arguments, "--format", "json", **options)
        report = json.loads(result.stdout)
        VALIDATOR.validate(report)
        return report


VALIDATOR = Draft202012Validator(schema_named("report"))


def call(*arguments, **options):
    """Run the command in this process; a traceback is a failure of the test."""
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments], **options)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return Place(tmp_path)


@pytest.fixture
def command():
    return call

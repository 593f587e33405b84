"""fwa-check rules: what the rules are, what they say, whether they hold, and what they leave out."""

import sys

import click

from fwa_check.cli.options import PLACE

RULES = click.option("--rules", "house_rules", multiple=True, type=click.Path(), metavar="DIR", help="More rule files, or the name of a pack that ships; may be repeated.")


@click.group()
def rules():
    """List, show and test the rules, and say what they do not cover."""


@rules.command("list")
@RULES
@click.option("--jurisdiction", "jurisdictions", type=PLACE, multiple=True, metavar="PLACE", help="Only the law of PLACE, such as US-NY; may be repeated.")
def list_rules(house_rules, jurisdictions):
    """List every rule: id, level, title and citation."""
    book = _rulebook(house_rules).narrowed(jurisdictions=jurisdictions)
    width = max((len(rule.id) for rule in book.rules), default=0)
    instrument = None
    for rule in book.rules:
        if rule.instrument is not instrument:
            click.echo(("\n" if instrument is not None else "") + click.style(f"{rule.instrument.get('name', 'House rules')} ({rule.raw['jurisdiction']})", bold=True))
            instrument = rule.instrument
        click.echo(f"  {rule.id:<{width}}  {rule.raw['level']:<7}  {rule.raw['title']} ({rule.raw['cite']})")
    click.echo(f"\n{len(book.rules)} rules")
    from fwa_check.rulebook.rulebook import shipped_packs

    unasked = [name for name in shipped_packs() if name not in house_rules]
    if unasked:
        click.echo(f"Packs that judge only when they are asked for, with --rules NAME: {', '.join(unasked)}")


@rules.command("show")
@click.argument("rule_id", metavar="ID")
@RULES
def show_rule(rule_id, house_rules):
    """Show all there is to say of the rule ID: duty, dates, readings, sources, examples."""
    import shutil

    from fwa_check.documents.problem import Unreadable
    from fwa_check.rulebook.rulebook import shipped_packs
    from fwa_check.rulebook.words import page

    packs = [name for name in shipped_packs() if name not in house_rules]
    try:
        rule = _rulebook((*house_rules, *packs)).rule(rule_id)
    except Unreadable as error:
        raise click.ClickException(str(error)) from None
    for heading, lines in page(rule, min(100, shutil.get_terminal_size((80, 24)).columns)):
        click.echo(click.style(heading, bold=True))
        click.echo("\n".join(lines) + "\n")


@rules.command("test")
@click.argument("path", required=False, type=click.Path())
def test_rules(path):
    """Hold the rule files under PATH (all that ship, when left out) against their schema, and run their examples.

    Exit code 0: every example gets its verdict. 1: one does not. 2: a rule file is broken.
    """
    from fwa_check.reports.plain import print_problems
    from fwa_check.rulebook.testing import test_folder

    tested = test_folder(path)
    if tested.broken:
        print_problems(tested.broken, sys.stderr)
        sys.exit(2)
    print_problems(tested.failed, sys.stdout)
    click.echo(f"{tested.rules} rules, {tested.examples} examples: {len(tested.failed) or 'none'} failed")
    sys.exit(1 if tested.failed else 0)


@rules.command("coverage")
@click.option("--jurisdiction", "jurisdictions", type=PLACE, multiple=True, metavar="PLACE", help="Only the law of PLACE, such as US-NY; may be repeated.")
def coverage(jurisdictions):
    """List every duty of every instrument: encoded, partly encoded, left to a person, or watched; and why."""
    import shutil
    import textwrap

    from fwa_check.rulebook.register import STATUSES, load_register
    from fwa_check.values.places import overlap

    width = min(110, shutil.get_terminal_size((80, 24)).columns)
    book = _rulebook(())
    entries = load_register(book.folders, book.pages)
    if jurisdictions:
        entries = [entry for entry in entries if any(overlap(place, entry["jurisdiction"]) for place in jurisdictions)]
    instrument = None
    for entry in entries:
        if entry["instrument"] != instrument:
            instrument = entry["instrument"]
            click.echo(click.style(instrument, bold=True))
        head = f"  {entry['status']:<8} {entry['id']}  {entry['cite']}"
        click.echo(head)
        more = f" ({entry['reason']})" if entry["reason"] else ""
        click.echo(textwrap.fill(entry["duty"] + more, width, initial_indent=" " * 11, subsequent_indent=" " * 11, break_long_words=False))
    counts = ", ".join(f"{sum(entry['status'] == status for entry in entries)} {status}" for status in STATUSES)
    click.echo(f"\n{len(entries)} duties: {counts}")


def _rulebook(house_rules):
    from fwa_check.documents.problem import Unreadable
    from fwa_check.reports.plain import print_problems
    from fwa_check.rulebook.rulebook import load_rulebook

    try:
        return load_rulebook(house_rules)
    except Unreadable as error:
        print_problems(error.problems, sys.stderr)
        sys.exit(2)

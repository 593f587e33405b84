"""fwa-check check: judge documents and say what was found."""

import os
import sys
from datetime import date

import click

from fwa_check.cli.options import DAY, PLACE, NearestChoice

VERDICTS = ("fail", "review", "unknown", "pass", "not_applicable")
FORMATS = ("text", "json")


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--as-of", type=DAY, default=None, metavar="DATE", help="The day on which the question is asked (YYYY-MM-DD); today when left out.")
@click.option("--format", "format_", type=NearestChoice(FORMATS), default="text", show_default=True, help="The report on standard output.")
@click.option("--output", type=click.Path(dir_okay=False, writable=True), metavar="FILE", help="Write the report to FILE instead.")
@click.option("--report", "reports", multiple=True, metavar="FORMAT=FILE", help="Write one more report; may be repeated.")
@click.option("--jurisdiction", "jurisdictions", type=PLACE, multiple=True, metavar="PLACE", help="Only the law that counts in PLACE, such as US-NY (in FR, the Union's too); may be repeated.")
@click.option("--select", multiple=True, metavar="RULE", help="Only this rule, or rules whose id begins so; may be repeated.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not this rule, or rules whose id begins so; may be repeated.")
@click.option("--rules", "house_rules", multiple=True, type=click.Path(), metavar="DIR", help="More rule files, or the name of a pack that ships; may be repeated.")
@click.option("--config", type=click.Path(), metavar="FILE", help="A YAML file that says which reading of the law counts where the text allows two.")
@click.option("--fail-on", type=NearestChoice(("error", "warning", "review", "unknown", "never")), default=None, help="What makes the exit code 1; each rung adds to the one before.  [default: error]")
@click.option("--strict", is_flag=True, help="The same as --fail-on unknown.")
@click.option("--show", multiple=True, type=NearestChoice((*VERDICTS, "all")), help="Which verdicts the text report lists; may be repeated.  [default: fail, review, unknown]")
@click.option("--color/--no-color", default=None, help="Colour, or none; by itself on a terminal unless NO_COLOR is set.")
@click.option("-q", "--quiet", is_flag=True, help="Only what failed or is under review, a line each.")
@click.option("-v", "--verbose", is_flag=True, help="All the evidence of each finding.")
def check(paths, as_of, format_, output, reports, jurisdictions, select, ignore, house_rules, config, fail_on, strict, show, color, quiet, verbose):
    """Judge the documents under PATH: files, folders (walked), or - for standard input.

    Exit code 0: every document was judged and nothing reached --fail-on. 1: something did.
    2: something could not be judged.
    """
    if not paths:
        raise click.UsageError("Nothing to check: name a file, a folder, or - for standard input.")
    if strict and fail_on not in (None, "unknown"):
        raise click.UsageError(f"--strict is --fail-on unknown, and contradicts --fail-on {fail_on}.")
    as_of = as_of or date.today()
    from fwa_check.documents.problem import Unreadable
    from fwa_check.reports.outlets import Outlets
    from fwa_check.reports.plain import print_problems
    from fwa_check.rulebook.rulebook import load_rulebook
    from fwa_check.run import Run

    try:
        loaded = load_rulebook(house_rules)
        readings = _readings(config, loaded.rules) if config is not None else None
        rulebook = loaded.narrowed(select=select, ignore=ignore, jurisdictions=jurisdictions)
        if not rulebook.rules:
            raise click.UsageError("No rule is left to judge by: --select, --ignore and --jurisdiction leave none.")
        for kind in {kind for rule in rulebook.rules for kind in rule.kinds} if house_rules else ():
            rulebook.for_kind(kind)
    except Unreadable as error:
        print_problems(error.problems, sys.stderr)
        sys.exit(2)
    shown = frozenset(VERDICTS if "all" in show else show or ("fail", "review", "unknown"))
    wanted = [(format_, output), *(_split(report) for report in reports)]
    if len({os.path.realpath(file) if file else None for _, file in wanted}) != len(wanted):
        raise click.UsageError("Two reports would be written to the same file.")
    if config and os.path.realpath(config) in {os.path.realpath(file) for _, file in wanted if file}:
        raise click.UsageError("The report would be written over the configuration, which is read.")
    try:
        with Outlets(wanted, rulebook, {"show": shown, "color": color, "quiet": quiet, "verbose": verbose}) as outlets:
            run = Run(rulebook, as_of, outlets.reports, outlets.paths, readings)
            outlets.open(as_of)
            _collect_seldom()
            tally = run.check(paths)
            run.close()
    except Unreadable as error:
        print_problems(error.problems, sys.stderr)
        sys.exit(2)
    if format_ != "text" or output:
        print_problems(tally.problems, sys.stderr)
    threshold = "unknown" if strict else fail_on or "error"
    sys.exit(2 if tally.problems else 1 if tally.reaches(threshold) else 0)


def _readings(config, rules):
    from fwa_check.cli.configuration import read_configuration

    return read_configuration(config, rules).readings


def _collect_seldom():
    """Documents leave no reference cycles behind, so looking for them after every few hundred values only costs."""
    import gc

    gc.freeze()
    gc.set_threshold(100_000, 10, 10)
    gc.enable()


def _split(report):
    form, equals, file = report.partition("=")
    if not equals or not file:
        raise click.BadParameter(f"{report!r} is not FORMAT=FILE, such as json=report.json", param_hint="--report")
    if form not in FORMATS:
        from fwa_check.documents.problem import nearest

        near = nearest(form, FORMATS)
        raise click.BadParameter(f"{form!r} is not a format; the formats are {', '.join(FORMATS)}." + (f" Did you mean {near}?" if near else ""), param_hint="--report")
    return form, file

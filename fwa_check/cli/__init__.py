"""The command line: thin commands, each importing what it needs only when it runs."""

import click

from fwa_check import __version__

COMMANDS = {
    "check": ("fwa_check.cli.check", "check"),
    "rules": ("fwa_check.cli.rules", "rules"),
    "schema": ("fwa_check.cli.schema", "schema"),
}


class _LateGroup(click.Group):
    """A group whose commands are imported when they are called for."""

    def list_commands(self, ctx):
        return list(COMMANDS)

    def get_command(self, ctx, name):
        if name not in COMMANDS:
            return None
        import importlib

        module, attribute = COMMANDS[name]
        return getattr(importlib.import_module(module), attribute)

    def resolve_command(self, ctx, args):
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from fwa_check.documents.problem import nearest

            near = nearest(args[0], COMMANDS) if args else None
            if near:
                error.message += f" Did you mean {near!r}?"
            raise


@click.group(cls=_LateGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="fwa-check", message="%(prog)s %(version)s")
def cli():
    """Judge fashion contracts and campaigns, written in YAML, against the law on consent, disclosure and payment.

    Every duty gets one verdict: pass, fail, review (the law leaves it to a person), unknown (a
    fact is missing) or not applicable.
    """


def main():
    """Run the command; exit 130 on Ctrl-C, and 2 without a traceback on what nobody foresaw."""
    import gc
    import os
    import sys

    # Nothing that a start makes is garbage; looking for some would be a fourteenth of its time.
    gc.disable()
    _soften(sys)
    stdout = sys.stdout
    try:
        try:
            cli.main(standalone_mode=False)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except SystemExit:
        # On a closed pipe click puts another stream in its place and ends with 1, which here would mean that something failed.
        if sys.stdout is not stdout:
            sys.exit(2)
        raise
    except click.exceptions.Exit as finished:
        sys.exit(finished.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            # Whoever closes the pipe has enough of our output; anybody else has to be told that it is not all.
            click.echo(f"fwa-check: the output cannot be written: {error.strerror or error}", err=True)
        if sys.stdout is not None:
            # Keeps the interpreter from flushing once more.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    except Exception as error:
        if os.environ.get("FWA_CHECK_DEBUG"):
            raise
        click.echo(f"fwa-check: a defect of fwa-check, please report it: {type(error).__name__}: {error}", err=True)
        click.echo("Set FWA_CHECK_DEBUG=1 to see where it happened.", err=True)
        sys.exit(2)


def _soften(sys):
    """Let no letter that a terminal lacks, and no closed standard error, stop a command."""
    import os

    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")
    if sys.stdout is not None and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="replace")

"""Where the lines go: plain text, or rich when colour is on."""

import os
from itertools import islice

PIPE_WIDTH = 100
TERMINAL_WIDTH = 80  # of a terminal that does not tell
BATCH = 200  # lines rendered at a time, so that time stays linear

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold blue",
    "review": "bold magenta",
    "unknown": "bold cyan",
    "waived": "dim",
    "pass": "green",
    "not_applicable": "dim",
    "title": "bold",
    "heading": "bold",
    "rule": "bold",
    "fact": "bold cyan",
    "cite": "bold",
    "place": "cyan",
    "name": "",
    "label": "dim",
    "quiet": "dim",
    "zero": "dim",
    "gutter": "blue",
    "caret": "bold red",
    "unsure": "yellow",
    "question": "magenta",
}


def is_terminal(stream):
    """Whether a person is likely to look at the stream."""
    return bool(getattr(stream, "isatty", lambda: False)())


def wants_color(stream, color):
    """What was asked for; otherwise colour for a terminal whose user did not refuse it."""
    if color is not None:
        return color
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width_of(stream):
    """The width of the terminal, or of a pipe."""
    if not is_terminal(stream):
        return PIPE_WIDTH
    try:
        return os.get_terminal_size(stream.fileno()).columns or TERMINAL_WIDTH
    except (AttributeError, OSError, ValueError):
        return TERMINAL_WIDTH


def write(stream, lines, color):
    """Write lines of (text, style) spans."""
    render = colored(stream) if color else stream.write
    lines = iter(lines)
    while batch := [trimmed(line) for line in islice(lines, BATCH)]:
        render(batch if color else "".join(map(plain, batch)))


def trimmed(line):
    """A line without blanks at its end."""
    line = list(line)
    while line and not line[-1][0].rstrip():
        line.pop()
    if line:
        text, style = line[-1]
        line[-1] = (text.rstrip(), style)
    return line


def plain(line):
    """A line as text."""
    return "".join([text for text, _ in line]) + "\n"


def colored(stream):
    """A function that prints lines in colour; rich is imported here because only colour pays for it."""
    from rich.console import Console
    from rich.text import Text

    # The decision for colour is made already: rich must not take it again from the environment.
    console = Console(
        file=stream,
        force_terminal=True,
        force_jupyter=False,
        no_color=False,
        color_system="standard",
        highlight=False,
        markup=False,
        emoji=False,
    )

    def render(batch):
        page = Text()
        for line in batch:
            for text, style in line:
                page.append(text, STYLES.get(style))
            page.append("\n")
        console.print(page, end="", soft_wrap=True)

    return render

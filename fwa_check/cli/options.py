"""Option types and messages that several commands share."""

import click

from fwa_check.documents.scalars import Misread, read_date, read_place


class Read(click.ParamType):
    """A value that is read as in a document: `read` takes the text and returns the value, or raises Misread."""

    def __init__(self, name, read):
        self.name = name
        self._read = read

    def convert(self, value, param, ctx):
        try:
            return self._read(value)
        except Misread as error:
            self.fail(_said(value, error), param, ctx)


DAY, PLACE = Read("date", read_date), Read("place", read_place)


class NearestChoice(click.Choice):
    """A choice that suggests the nearest right word."""

    def get_invalid_choice_message(self, value, ctx):
        from fwa_check.documents.problem import nearest

        near = nearest(value, self.choices)
        return f"{value!r} is not one of {', '.join(self.choices)}." + (f" Did you mean {near}?" if near else "")


def _said(value, error):
    more = f"; did you mean {error.suggestion}?" if error.suggestion else f"; {error.help}" if error.help else ""
    return f"{value!r} is not {error.expected}{more}"

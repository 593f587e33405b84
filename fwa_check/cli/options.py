"""Option types and messages that several commands share."""

import click

from fwa_check.documents.scalars import Misread, read_date, read_place


class AsOf(click.ParamType):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value, param, ctx):
        try:
            return read_date(value)
        except Misread as error:
            self.fail(_said(value, error), param, ctx)


class PlaceOption(click.ParamType):
    """A place as ISO 3166 writes it."""

    name = "place"

    def convert(self, value, param, ctx):
        try:
            return read_place(value)
        except Misread as error:
            self.fail(_said(value, error), param, ctx)


class NearestChoice(click.Choice):
    """A choice that suggests the nearest right word."""

    def get_invalid_choice_message(self, value, ctx):
        from fwa_check.documents.problem import nearest

        near = nearest(value, self.choices)
        return f"{value!r} is not one of {', '.join(self.choices)}." + (f" Did you mean {near}?" if near else "")


def _said(value, error):
    more = f"; did you mean {error.suggestion}?" if error.suggestion else f"; {error.help}" if error.help else ""
    return f"{value!r} is not {error.expected}{more}"

"""fwa-check schema: the JSON Schema of a document kind, of rule files, of a configuration, or of the JSON report."""

import click

from fwa_check.cli.options import NearestChoice
from fwa_check.documents.kinds import KINDS

OTHERS = ("rule", "instrument", "register", "configuration", "report")


@click.command()
@click.argument("kind", type=NearestChoice((*KINDS, *OTHERS)), metavar="KIND")
def schema(kind):
    """Print the JSON Schema (2020-12) of KIND, for editors and other programs.

    KIND is a kind of document: management_contract, booking, model_release, replica_consent,
    campaign, agency_profile or talent_service_contract; or rule, instrument or register (rule files), configuration (a file
    for check --config), or report (the JSON report).
    """
    import json

    if kind in KINDS:
        from fwa_check.documents.kinds import published_schema

        content = published_schema(kind)
    else:
        from fwa_check.rulebook.shape import schema_named

        content = schema_named(kind)
    click.echo(json.dumps(content, indent=2, ensure_ascii=False))

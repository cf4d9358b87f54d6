"""Options and arguments that several commands have."""

from pathlib import Path

import click

PROJECT = click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path),
    default=None,
    help="The project's folder; the nearest above this one where it is not given.",
)
STRICT = click.option("--strict", is_flag=True, help="Take warnings for errors.")
COUNTRIES = click.option("-c", "--country", "countries", multiple=True, help="ISO code or name.")
AUDIENCES = click.option("-a", "--audience", "audiences", multiple=True, help="Key of an audience.")
LANGUAGES = click.option("-l", "--language", "languages", multiple=True, help="Code of a language.")
JSON = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document with everything."
)

"""``briefing audit``."""

import sys
from pathlib import Path
from typing import Literal

import click

from briefing.audit.session import audit_all
from briefing.cli.exits import Exit


@click.command("audit")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print everything as JSON: a list, an entry for each file.",
)
@click.option("--text", "as_text", is_flag=True, help="Print the text alone, as it is read aloud.")
def run(files: tuple[Path, ...], as_json: bool, as_text: bool) -> None:
    """Say what PDFs are, made here or not, and what is wrong with them.

    The password of an encrypted file is taken from BRIEFING_USER_PASSWORD, or asked for.
    """
    if as_json and as_text:
        raise click.UsageError("--json and --text exclude each other")
    form: Literal["json", "text", "report"] = "json" if as_json else "text" if as_text else "report"
    sys.exit(Exit.MADE if audit_all(files, form) else Exit.CONTENT)

"""``briefing diff``."""

import sys
from pathlib import Path

import click

from briefing.cli.exits import Exit
from briefing.cli.finding import projects
from briefing.cli.options import JSON, PROJECT
from briefing.cli.telling import writing
from briefing.editions.session import diff_for_terminal


@click.command("diff")
@click.argument("old", default="last")
@click.argument("new", default="out")
@JSON
@click.option(
    "--pdf",
    type=click.Path(path_type=Path),
    help="Write the new file with change bars and a list of changes: a file that ends in .pdf, "
    "where one file has changed; else a folder, for each that has.",
)
@click.option("--exit-code", "tells", is_flag=True, help="Leave with 1 where anything differs.")
@PROJECT
def run(
    old: str, new: str, as_json: bool, pdf: Path | None, tells: bool, folder: Path | None
) -> None:
    """Say what differs between two builds: figures, sources, statements, pages.

    OLD and NEW are each a folder with a manifest.json, a PDF, the date of an edition that was kept
    with 'briefing build --keep', or 'last' for the youngest. Without them, it is the last edition
    against the build in out/. For the house alone: what is printed quotes what a file said before.
    """
    root = folder or next(projects(Path.cwd()), None)
    try:
        with writing(pdf or Path()):
            differs = diff_for_terminal(old, new, root, as_json=as_json, pdf=pdf)
    except ValueError as error:  # a build that is not there, a file that cannot be opened
        click.echo(str(error), err=True)
        sys.exit(Exit.USAGE)
    sys.exit(Exit.CONTENT if differs and tells else Exit.MADE)

"""``briefing list``."""

from pathlib import Path

import click

from briefing.cli.options import PROJECT
from briefing.cli.selecting import open_for
from briefing.cli.telling import problems_told


@click.command("list")
@PROJECT
def run(folder: Path | None) -> None:
    """List the briefs that can be made: document, country, audience, language, file."""
    with problems_told():
        project = open_for(folder, strict=False)
    rows = [
        (r.document, r.place or "-", r.audience, r.language, f"{r.name}.pdf")
        for r in (brief.request for brief in project.briefs())
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())

"""``briefing check``."""

from pathlib import Path

import click

from briefing.cli.options import PROJECT, STRICT
from briefing.cli.selecting import open_for
from briefing.cli.telling import count_warnings, problems_told, take_for_errors, warn
from briefing.errors import ContentError


@click.command("check")
@click.option(
    "--links",
    "tries_links",
    is_flag=True,
    help="Try the addresses of sources and of links, too; what is found is kept in .briefing.",
)
@click.option(
    "--links-days",
    type=click.IntRange(min=0),
    default=30,
    show_default=True,
    help="Do not try again what was fine so many days ago.",
)
@click.option(
    "-v", "--verbose", is_flag=True, help="Say all that is known of problems, for authors alone."
)
@STRICT
@PROJECT
def run(
    tries_links: bool, links_days: int, verbose: bool, strict: bool, folder: Path | None
) -> None:
    """Read everything and list every problem, without making a file.

    Addresses that lead nowhere or elsewhere are warnings.
    """
    with problems_told(in_full=verbose):
        project = open_for(folder, strict=False)
        problems = project.check()
        if any(one.severity == "error" for one in problems):
            raise ContentError(problems)
        if tries_links:
            problems = (*problems, *project.check_links(days=links_days))
        warn(problems, project.warnings, strict=False)
    warnings = {one for one in (*project.warnings, *problems) if one.severity == "warning"}
    if strict:
        take_for_errors(warnings)
    count = len(project.briefs())
    briefs = "1 brief" if count == 1 else f"{count} briefs"
    told = count_warnings(len(warnings)) if warnings else "no problems"
    click.echo(f"{len(project.content.inputs)} files, {briefs}, {told}")

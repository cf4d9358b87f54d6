"""Projects and briefs that a command is about."""

from pathlib import Path

import click

from briefing.cli.finding import MARK, is_project, nearest
from briefing.cli.telling import warn
from briefing.project import Brief, Project, open_project


def open_for(folder: Path | None, *, strict: bool) -> Project:
    """Open a project, the nearest unless a folder is given, and tell its warnings."""
    root = folder or nearest(Path.cwd())
    if not is_project(root):
        raise click.UsageError(f"there is no {str(root / MARK)!r}")
    project = open_project(root)
    warn(project.warnings, (), strict=strict)
    return project


def select(
    project: Project,
    documents: tuple[str, ...],
    countries: tuple[str, ...],
    audiences: tuple[str, ...],
    languages: tuple[str, ...],
    *,
    declined: bool = False,
) -> tuple[Brief, ...]:
    """List the briefs that answer to options."""
    try:
        return project.briefs(
            documents=documents,
            countries=countries,
            audiences=audiences,
            languages=languages,
            declined=declined,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error

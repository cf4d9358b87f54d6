"""Where the project is that a command is about."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

MARK = Path("content") / "project.yaml"


def nearest(start: Path) -> Path:
    """Find the project that `start` stands in."""
    for folder in projects(start):
        return folder
    raise click.UsageError(
        "no content/project.yaml in this folder or above it; "
        "name the project's folder with --project"
    )


def projects(start: Path) -> Iterator[Path]:
    """Projects that a folder stands in, the nearest first."""
    return filter(is_project, (start, *start.parents))


def is_project(folder: Path) -> bool:
    """Tell whether a folder holds a project, be it one that cannot be read."""
    return os.path.lexists(folder / MARK)

"""Tailored PDF briefing papers from one body of content.

>>> import briefing
>>> project = briefing.open("path/to/project")
>>> pdf = project.brief("country-brief", country="KAZ", audience="public").pdf()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import ContentError, Diagnostic, Location, ProofError
from briefing.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.project import Project

__all__ = ["ContentError", "Diagnostic", "Location", "ProofError", "__version__", "open"]


def open(path: str | Path = ".") -> Project:
    """Load and check the project in the folder `path`.

    Raises:
        ContentError: With every problem found in its files.
    """
    from briefing.project import open_project  # late: reading an error class need not load Jinja

    return open_project(path)

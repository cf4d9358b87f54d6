"""Tailored PDF briefing papers from one body of content.

>>> import briefing
>>> project = briefing.open("path/to/project")
>>> pdf = project.brief("country-brief", country="KAZ", audience="public").pdf()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.encryption import Encryption
from briefing.errors import ContentError, Diagnostic, Location, ProofError
from briefing.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.audit import Audit
    from briefing.project import Project

__all__ = [
    "ContentError", "Diagnostic", "Encryption", "Location", "ProofError", "__version__",
    "audit_file", "open",
]  # fmt: skip


def open(path: str | Path = ".") -> Project:
    """Load and check the project in the folder `path`.

    Raises:
        ContentError: With every problem found in its files.
    """
    from briefing.project import open_project  # late: reading an error class need not load Jinja

    return open_project(path)


def audit_file(path: str | Path, password: str = "") -> Audit:
    """Say what a PDF is, made here or not, and what is wrong with it.

    Raises:
        briefing.audit.UnreadableError: It cannot be opened, for instance for want of a password.
        OSError: There is no such file, or it may not be read.
    """
    from briefing import audit  # late: so that it costs those nothing who make files

    return audit.audit_file(path, password)

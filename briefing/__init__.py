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
    from briefing.editions import Diff
    from briefing.project import Project
    from briefing.tracing import Answer

__all__ = [
    "ContentError", "Diagnostic", "Encryption", "Location", "ProofError", "__version__",
    "audit_file", "diff_builds", "open", "trace_file",
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


def diff_builds(
    old: str | Path, new: str | Path, root: str | Path | None = None, password: str = ""
) -> Diff:
    """Say what differs between two builds: figures, sources, statements, pages.

    Args:
        old: A folder with a ``manifest.json``, a PDF, the date of an edition that is kept, or
            ``last`` for the youngest.
        new: Likewise.
        root: The project's folder, where editions are named.
        password: Of those that encrypted files open with, any.

    Raises:
        briefing.editions.KeptError: There is no such build, or nothing in one stands for anything
            in the other.
        briefing.editions.UnreadableError: A file cannot be opened, for instance for want of a
            password.
    """
    from briefing import editions  # late: so that it costs those nothing who make files

    return editions.diff_builds(old, new, root, password)


def trace_file(path: str | Path, password: str = "") -> tuple[Answer, ...]:
    """Say of every number in a finished file where it comes from, in reading order.

    Raises:
        briefing.editions.KeptError: No manifest beside it knows the file.
        briefing.editions.UnreadableError: It cannot be opened, for instance for want of a password.
        OSError: There is no such file, or it may not be read.
    """
    from briefing import tracing  # late: so that it costs those nothing who make files

    return tracing.trace_file(path, password)

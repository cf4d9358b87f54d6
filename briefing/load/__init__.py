"""Read a project: the only stage that opens files.

In: the folder of a project, and that of the packaged styles. Out: `Content`, in which every name
is known and every value has its place. It words nothing, and chooses nothing for any reader.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefing.errors import Diagnostic
from briefing.load.problems import Problems
from briefing.load.rows import add_rows
from briefing.load.whole import read_whole
from briefing.model.content import Content

__all__ = ["Loaded", "load", "readings_of"]


class Loaded(Struct, frozen=True):
    """A project, read and checked.

    Attributes:
        warnings: What its authors should look at although it stops nothing.
    """

    content: Content
    warnings: tuple[Diagnostic, ...]


def load(root: Path, packaged_styles: Path) -> Loaded:
    """Read and check the project in the folder `root`.

    Args:
        root: A folder with ``content/project.yaml``.
        packaged_styles: The folder of the styles that travel with the package; it may be the
            project's own ``styles``.

    Raises:
        ContentError: With every problem of all files.
    """
    problems = Problems()
    content = read_whole(root, packaged_styles, problems)
    problems.settle()
    assert content is not None  # whatever keeps it from being made has been taken down
    return Loaded(content, problems.warnings())


def readings_of(content: Content, rows: Iterable[Mapping[str, Any]]) -> Content:
    """Add figures from elsewhere; one for the same indicator, place and period replaces the old.

    Args:
        content: Stays as it is.
        rows: With the fields of ``content/readings`` and the key of the ``indicator``. None, and a
            number that is none outside ``value``, stand for a field that is missing.

    Raises:
        ContentError: With every row that cannot be used; lines count the rows from 1.
    """
    problems = Problems()
    added = add_rows(content, rows, problems)
    problems.settle()
    return added

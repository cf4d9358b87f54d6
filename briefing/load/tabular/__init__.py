"""Figures that come as tables: in files beside the readings, in files as published, in frames.

In: bytes or a frame, and what is said of it. Out: a `Table`, in which every name is known. What is
wrong is told by file, row and column, and nothing is guessed.
"""

from collections.abc import Sequence

from briefing.load.expressions import Checker
from briefing.load.syntax.files import Files
from briefing.load.tabular.description import Description, is_description, read_description
from briefing.load.tabular.lazy import gathered, guarded
from briefing.load.tabular.table import Table

__all__ = [
    "BESIDE", "FOLDER", "Description", "gathered", "guarded", "is_description",
    "read_description", "read_tables",
]  # fmt: skip

FOLDER = "content/readings"
BESIDE = (".csv", ".xlsx", ".zip")
"""How files of figures end."""


def read_tables(
    described: Sequence[Description], files: Files, checker: Checker
) -> tuple[Table, ...]:
    """Read every file of figures: those that are described, and those in our own layout.

    Args:
        described: What is said of files; of one file more than one thing may be said.
        files: Where they are.
        checker: Knows the names.
    """
    names = files.beside(FOLDER, BESIDE)
    if not described and not names:
        return ()
    from briefing.load.tabular.files import read_each  # late: most projects have no tables

    return read_each(described, [f"{FOLDER}/{name}" for name in names], files, checker)

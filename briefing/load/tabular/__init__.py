"""Figures that come as tables: in files beside the readings, in files as published, in frames.

In: bytes or a frame, and what is said of it. Out: a `Table`, in which every name is known. What is
wrong is told by file, row and column, and nothing is guessed.
"""

from briefing.load.tabular.description import Description, is_description, read_description
from briefing.load.tabular.files import BESIDE, FOLDER, read_tables
from briefing.load.tabular.lazy import gathered, guarded

__all__ = [
    "BESIDE", "FOLDER", "Description", "gathered", "guarded", "is_description",
    "read_description", "read_tables",
]  # fmt: skip

"""Editions: keeps builds under their date, and says what differs between two.

In: two builds, each a folder with its manifest, a PDF, or the date of an edition that is kept.
Out: a `Diff`; as text, as JSON, and as a PDF with change bars for reviewers. Figures and sources
are compared by the manifests; statements by the files themselves, read in the order of their
structure by the reader that audits use, so that a diff tells what readers got and not what was
meant. Text that moved is no change, nor are other numbers of notes, figures, tables or pages.

All of it is for the house: a diff quotes what a file said before, which its readers may have lost
the right to know.
"""

from pathlib import Path

from briefing.editions.values import Diff
from briefing.kept import KeptError

__all__ = ["Diff", "KeptError", "diff_builds"]


def diff_builds(
    old: str | Path, new: str | Path, root: str | Path | None = None, password: str = ""
) -> Diff:
    """Say what differs between two builds.

    Args:
        old: A folder with a ``manifest.json``, a PDF, the date of an edition that is kept, or
            ``last`` for the youngest.
        new: Likewise.
        root: The project's folder, where editions are named.
        password: Of those that encrypted files open with, any.

    Raises:
        KeptError: There is no such build, its manifest cannot be read, or nothing in one stands
            for anything in the other.
        UnreadableError: A file cannot be opened; if for want of a password, a `PasswordError`.
    """
    from briefing.editions import builds, compare, papers  # late: pikepdf takes 70 ms to load

    found = None if root is None else Path(root)
    was, now = builds.find_build(old, found), builds.find_build(new, found)
    compared = compare.compare(was, now, lambda path: papers.read_paper(path, password))
    return compare.told(was, now, compared)

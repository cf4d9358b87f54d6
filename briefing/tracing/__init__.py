"""Answers "where does this come from?" for a finished file, or for a number that a project prints.

In: a PDF with the manifest beside it, or a project's content and a number. Out: `Answer`s. Files
are read by the reader that audits use, so that what is traced is what readers got.
"""

from pathlib import Path

from briefing.tracing.values import Answer

__all__ = ["Answer", "trace_file"]


def trace_file(path: str | Path, password: str = "") -> tuple[Answer, ...]:
    """Say of every number in a file where it comes from, in reading order.

    Args:
        path: Of a PDF, with its manifest beside it.
        password: Of an encrypted file, any.

    Raises:
        KeptError: There is no manifest, or it does not know the file.
        UnreadableError: The file cannot be opened; if for want of a password, a `PasswordError`.
        OSError: There is no such file, or it may not be read.
    """
    from briefing.tracing import files  # late: pikepdf takes 70 ms to load

    return files.trace_file(Path(path), password)

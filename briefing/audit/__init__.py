"""Says what a finished file is and what is wrong with it: any PDF, made here or not.

In: a path. Out: an `Audit`. It shares no code with what makes files, so it may judge them. It
opens nothing but the file, and runs nothing that is in it.
"""

from pathlib import Path

from briefing.audit.values import Audit, PasswordError, UnreadableError

__all__ = ["Audit", "PasswordError", "UnreadableError", "audit_file"]


def audit_file(path: str | Path, password: str = "") -> Audit:
    """Say what a PDF is, and what is wrong with it.

    Args:
        path: Of a PDF, made by `briefing` or not.
        password: Of those that an encrypted file opens with, any.

    Raises:
        UnreadableError: It cannot be opened; if for want of a password, a `PasswordError`.
        OSError: There is no such file, or it may not be read.
    """
    from briefing.audit.examine import examine  # late: pikepdf takes 70 ms to load

    return examine(Path(path), password)

"""Opens a file, whatever it is: tells in a line what cannot be read, and what had to be mended."""

import re
from pathlib import Path

import pikepdf

from briefing.audit.values import Fault, PasswordError, UnreadableError

_MARK = b"%PDF-"
_MARK_WITHIN = 1024  # bytes from the start: what readers allow before the mark
_REPAIRS_TOLD = 10
_BROKEN = (pikepdf.PdfError, RuntimeError, ValueError)  # the last for numbers that are too large


def open_pdf(path: Path, password: str) -> tuple[pikepdf.Pdf, tuple[Fault, ...]]:
    """Open a file, and say what had to be repaired on the way.

    Raises:
        UnreadableError: It is not a PDF, or too damaged.
        PasswordError: It needs a password, or another one.
        OSError: There is no such file, or it may not be read.
    """
    _look_at(path)
    try:
        pdf = pikepdf.open(path, password=password, attempt_recovery=True)
    except pikepdf.PasswordError as error:
        reason = "the password is wrong" if password else "it needs a password"
        raise PasswordError(str(path), reason) from error
    except _BROKEN as error:
        raise _unreadable(path, error) from error
    try:
        len(pdf.pages)
    except _BROKEN as error:
        pdf.close()
        raise _unreadable(path, error) from error
    return pdf, repairs(pdf, path)


def repairs(pdf: pikepdf.Pdf, path: Path) -> tuple[Fault, ...]:
    """What had to be guessed since the file was opened, or since the last call."""
    told = tuple(dict.fromkeys(_without_file(text, path) for text in pdf.get_warnings()))
    faults = [Fault("warning", "damaged", text) for text in told[:_REPAIRS_TOLD]]
    if len(told) > _REPAIRS_TOLD:
        more = f"{len(told) - _REPAIRS_TOLD} more repairs of this kind"
        faults.append(Fault("warning", "damaged", more))
    return tuple(faults)


def permissions(pdf: pikepdf.Pdf) -> tuple[Fault, ...]:
    """Say whether the encryption keeps screen readers out.

    Source: ISO 14289-1 7.16.
    """
    if not pdf.is_encrypted or pdf.allow.accessibility:
        return ()
    return (Fault("error", "permissions", "its permissions keep screen readers out"),)


def _look_at(path: Path) -> None:
    """Tell what no reader would take for a PDF before any tries to mend it."""
    with path.open("rb") as file:
        head = file.read(_MARK_WITHIN + len(_MARK))
    if not head:
        raise UnreadableError(str(path), "it is empty")
    if _MARK not in head:
        raise UnreadableError(str(path), "it is not a PDF")


def _unreadable(path: Path, error: Exception) -> UnreadableError:
    return UnreadableError(str(path), f"it is damaged beyond repair: {_without_file(error, path)}")


def _without_file(text: object, path: Path) -> str:
    """Take the file's name off what qpdf says; of one line, without a capital or full stop."""
    said = " ".join(str(text).replace(str(path), "", 1).split()).lstrip(": ")
    said = re.sub(r"^\(([^)]*)\):", r"\1:", said).removesuffix(".")
    return said[:1].lower() + said[1:]

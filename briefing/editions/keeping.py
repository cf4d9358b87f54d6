"""Keeps a build as the edition of its date."""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import ContentError, Diagnostic, Location
from briefing.kept import FOLDER


@contextmanager
def kept(
    root: Path, date: str, files: Mapping[str, bytes], where: Location, *, replace: bool = False
) -> Iterator[Path]:
    """Keep files as an edition once what is done inside has succeeded; all of them or none.

    Equal files may be kept again. An edition of the same date that holds others stays as it is,
    unless it is to be replaced.

    Args:
        root: The project's folder.
        date: Of the edition, as ISO 8601.
        files: Name → bytes, the manifest among them.
        where: The place to tell where the edition may not be replaced.
        replace: Put it in the place of another one.

    Raises:
        ContentError: Another one is kept under this date.
        OSError: The folder cannot be written to.
    """
    folder = root / FOLDER / date
    if _holds(folder, files):
        yield folder
        return
    if os.path.lexists(folder) and not replace:
        raise ContentError([_refusal(date, where)])
    (root / FOLDER).mkdir(exist_ok=True)
    draft = folder.with_name(f".{date}.{os.getpid()}.part")
    aside = folder.with_name(f".{date}.{os.getpid()}.old")
    try:
        _write(draft, files)
        yield folder
        if os.path.lexists(folder):
            folder.replace(aside)
        _place(draft, folder, aside)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(aside, ignore_errors=True)


def _place(draft: Path, folder: Path, aside: Path) -> None:
    try:
        draft.rename(folder)
    except OSError:
        if aside.exists():
            aside.rename(folder)
        raise


def _refusal(date: str, where: Location) -> Diagnostic:
    return Diagnostic(
        where,
        f"the edition of {date!r} is kept already, and has other files",
        "give this one another date; or build without --keep and see 'briefing diff "
        f"{date}'; or keep it in the other's place with --replace",
    )


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Whether a folder holds these files and no others."""
    try:
        names = {
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
        }
    except OSError:
        return False
    return names == files.keys() and all(
        (folder / name).read_bytes() == data for name, data in files.items()
    )


def _write(draft: Path, files: Mapping[str, bytes]) -> None:
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    for name, data in files.items():
        path = draft / name
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        path.write_bytes(data)

"""Finds what a caller names: a folder with a manifest, a PDF, or an edition that is kept."""

import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from msgspec import Struct

from briefing.audit.values import UnreadableError
from briefing.editions.values import Side
from briefing.kept import (
    FOLDER,
    LAST,
    MANIFEST,
    KeptError,
    Listed,
    is_date,
    last_edition,
    read_edition,
    read_manifest,
)


class Held(Struct, frozen=True):
    """A file of a build.

    Attributes:
        listed: What its manifest says of it; None for a PDF without one.
    """

    name: str
    path: Path
    listed: Listed | None


class Build(Struct, frozen=True):
    """Files that belong together.

    Attributes:
        is_single: A PDF was named, not a folder.
    """

    side: Side
    files: tuple[Held, ...]
    is_single: bool = False


def find_build(named: str | Path, root: Path | None) -> Build:
    """Find a build.

    Args:
        named: A folder, a PDF, the date of an edition as ISO 8601, or ``last``. A folder that is
            called like a date is meant by ``./2022-10-03``.
        root: The project's folder, for editions; None without a project.

    Raises:
        KeptError: There is no such build or edition, or its manifest cannot be read.
    """
    text = str(named)
    if text == LAST or is_date(text):
        return _edition(text, root)
    path = Path(named)
    if path.is_dir():
        manifest = read_manifest(path)
        return Build(Side(text, manifest.edition), _files(path, manifest.files))
    if not path.exists():
        raise KeptError(text, "there is no such file or folder", _WANTED)
    held = _single(path)
    edition = held.listed.edition if held.listed else ""
    return Build(Side(text, edition), (held,), is_single=True)


def checked(held: Held) -> bytes:
    """Read a file, and hold it against its manifest.

    Returns:
        Its SHA-256.

    Raises:
        KeptError: It is not there, or not the file that the manifest lists.
    """
    try:
        digest = hashlib.sha256(held.path.read_bytes())
    except FileNotFoundError as error:
        hint = "make the build again"
        raise KeptError(str(held.path), "it is listed, but there is no such file", hint) from error
    except OSError as error:
        raise UnreadableError(str(held.path), str(error.strerror)) from error
    if held.listed is not None and held.listed.sha256 != digest.hexdigest():
        hint = "it was changed after it was made; make the build again, or name the PDF alone"
        raise KeptError(str(held.path), f"it is not the file that {MANIFEST} lists", hint)
    return digest.digest()


_WANTED = "name a folder with a manifest.json, a PDF, the date of an edition, or 'last'"


def _edition(named: str, root: Path | None) -> Build:
    if root is None:
        raise KeptError(named, "editions are kept in a project, and there is none here", _WANTED)
    if named == LAST:
        edition = last_edition(root)
        if edition is None:
            hint = "'briefing build --keep' keeps one"
            raise KeptError(str(root / FOLDER), "no edition is kept", hint)
    else:
        edition = read_edition(root, named)
    side = Side(f"{FOLDER}/{edition.date}", edition.date)
    return Build(side, _files(edition.folder, edition.manifest.files))


def _files(folder: Path, listed: Iterable[Listed]) -> tuple[Held, ...]:
    files = []
    for one in listed:
        path = PurePosixPath(one.path)
        if path.is_absolute() or ".." in path.parts:
            reason = f"it lists a file outside of its folder: {one.path!r}"
            raise KeptError(str(folder / MANIFEST), reason)
        files.append(Held(one.path, folder / one.path, one))
    return tuple(files)


def _single(path: Path) -> Held:
    """A PDF, with what a manifest beside it says of it, as long as that still holds."""
    try:
        listed = read_manifest(path.parent).files
    except KeptError:
        return Held(path.name, path, None)
    one = next((one for one in listed if one.path == path.name), None)
    if one is None or one.sha256 != hashlib.sha256(path.read_bytes()).hexdigest():
        return Held(path.name, path, None)
    return Held(path.name, path, one)

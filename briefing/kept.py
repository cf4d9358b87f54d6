"""Manifests as values, and the editions that a project keeps.

An edition is kept as a folder ``editions/<date>/`` of the project: the files of one build with
their ``manifest.json``. It holds what each audience got, so it stays in the house like ``out/``.

Entries of a manifest that are not known here are passed over, so that later versions may say more.
"""

import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

FOLDER = "editions"
MANIFEST = "manifest.json"
LAST = "last"
"""Names the youngest edition, where the date of one is asked for."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class KeptError(ValueError):
    """A build or an edition that is not there, or whose manifest cannot be read.

    Attributes:
        file: The path of what is meant, as the caller would name it.
        reason: Of one line, without a full stop.
        hint: What would be right; may be empty.
    """

    def __init__(self, file: str, reason: str, hint: str = "") -> None:
        self.file = file
        self.reason = reason
        self.hint = hint
        super().__init__(f"{file}: error: {reason}" + (f"\n  hint: {hint}" if hint else ""))

    def __reduce__(self) -> tuple[type["KeptError"], tuple[str, str, str]]:
        return type(self), (self.file, self.reason, self.hint)


class Given(Struct, frozen=True):
    """A figure as a source gives it.

    Attributes:
        source: A key of the sources, as those of `also`.
        low: The lower end; None where only an upper bound is known.
        high: The upper end; None where only a lower bound is known.
        input: File and line that it was read from.
        as_of: Of what day, month or year the source says that it is; may be empty.
        licence: Its name; may be empty.
        doubt: What its note says against it; may be empty.
    """

    source: str
    low: float | None = None
    high: float | None = None
    input: str = field(default="", name="from")
    locator: str = ""
    also: tuple[str, ...] = ()
    licence: str = ""
    as_of: str = field(default="", name="as-of")
    doubt: str = ""


class Printed(Struct, frozen=True):
    """A figure that a file prints; what names it as those of `Given`.

    Attributes:
        place: The key of a country or region.
        period: As ISO 8601: ``2019``, ``2015/2019``.
        spans: It is the range of what `others` give, whose sources are `source` and `also`.
        others: What other sources give.
        agreeing: What other sources give that say the same.
    """

    indicator: str
    place: str
    period: str
    source: str
    low: float | None = None
    high: float | None = None
    input: str = field(default="", name="from")
    locator: str = ""
    also: tuple[str, ...] = ()
    licence: str = ""
    as_of: str = field(default="", name="as-of")
    doubt: str = ""
    spans: bool = False
    others: tuple[Given, ...] = ()
    agreeing: tuple[Given, ...] = ()

    @property
    def grounds(self) -> "tuple[Printed | Given, ...]":
        """What it rests on: all that a range spans, else itself and what says the same."""
        return self.others if self.spans else (self, *self.agreeing)


class Number(Struct, frozen=True):
    """A number that a file prints.

    Attributes:
        text: The number alone, such as ``16–18``.
        role: What it stands in: ``text``, ``heading``, ``table``, ``caption``, ``figure``.
        page: From 1; None where that is not known.
        input: File, line and column of what the author wrote.
        readings: Their places in the list of the file's readings.
        cited: Keys of sources, with the places in them.
    """

    text: str
    role: str = "text"
    page: int | None = None
    input: str = field(default="", name="from")
    readings: tuple[int, ...] = ()
    cited: tuple[str, ...] = ()


class Listed(Struct, frozen=True):
    """A file of a build.

    Attributes:
        path: Below the folder of the build.
        country: The key of its country or region; None for a document that is made once.
        recipient: Whose copy it is; None for anyone's.
        edition: Its date, as ISO 8601.
        sources: Keys; or what else a manifest says of each.
        numbers: In reading order.
        withheld: How many items its audience may not see.
        encrypted: It needs a password.
    """

    path: str
    sha256: str
    pages: int
    document: str
    country: str | None
    audience: str
    language: str
    marking: str
    edition: str
    sources: tuple[Any, ...]
    readings: tuple[Printed, ...]
    numbers: tuple[Number, ...] = ()
    recipient: str | None = None
    conformance: str = ""
    withheld: int = 0
    encrypted: bool = False

    def __post_init__(self) -> None:
        """Refuse, as of a wrong type, what no build writes."""
        if "\0" in self.path:
            raise ValueError("a path that a file can have")
        places = range(len(self.readings))
        if any(at not in places for number in self.numbers for at in number.readings):
            raise ValueError("a number rests on a reading that is not listed")


class Manifest(Struct, frozen=True, rename="kebab"):
    """What a build is.

    Attributes:
        edition: Its date, as ISO 8601.
        made_by: Such as ``briefing 0.1.0``.
        silent: Names and signs with digits in them that count nothing, such as ``5G``.
    """

    project: str
    edition: str
    files: tuple[Listed, ...]
    made_by: str = ""
    silent: tuple[str, ...] = ()


class Edition(Struct, frozen=True):
    """An edition that is kept.

    Attributes:
        date: As ISO 8601.
        folder: Of its files.
    """

    date: str
    folder: Path
    manifest: Manifest


def is_date(text: str) -> bool:
    """Whether it is a day as ISO 8601, by which an edition may be kept."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def kept_dates(root: Path) -> tuple[str, ...]:
    """List the dates of the editions that a project keeps, the oldest first.

    Args:
        root: The project's folder.
    """
    try:
        names = [path.name for path in (root / FOLDER).iterdir() if path.is_dir()]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return tuple(sorted(filter(is_date, names)))


def read_edition(root: Path, day: str) -> Edition:
    """Read the edition of a day.

    Raises:
        KeptError: It is not kept, or its manifest cannot be read.
    """
    folder = root / FOLDER / day
    if not folder.is_dir():
        known = ", ".join(kept_dates(root))
        hint = f"kept: {known}" if known else "none is kept; 'briefing build --keep' keeps one"
        raise KeptError(str(folder), "there is no edition of this date", hint)
    return Edition(day, folder, read_manifest(folder))


def last_edition(root: Path, before: str = "") -> Edition | None:
    """Read the youngest edition that is kept, or the youngest before a day; None without one.

    Args:
        root: The project's folder.
        before: A day as ISO 8601, such as that of the edition that is being made: editions of this
            day and later ones do not count. Empty for all.

    Raises:
        KeptError: Its manifest cannot be read.
    """
    dates = [day for day in kept_dates(root) if not before or day < before]
    return read_edition(root, dates[-1]) if dates else None


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a build.

    Raises:
        KeptError: There is none, or it cannot be read.
    """
    path = folder / MANIFEST
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        hint = "a folder that 'briefing build' has written has one"
        raise KeptError(str(path), "there is no such file", hint) from error
    except OSError as error:
        raise KeptError(str(path), f"cannot be read: {error.strerror}") from error
    try:
        given = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        reason = f"it is damaged: {_lower(str(error))}"
        raise KeptError(str(path), reason, "make the build again") from error
    except RecursionError as error:
        raise KeptError(
            str(path), "it is damaged: it is too deep", "make the build again"
        ) from error
    try:
        return msgspec.convert(given, Manifest)
    except msgspec.ValidationError as error:
        raise KeptError(str(path), *_unknown(given, _lower(str(error)))) from error


def _unknown(given: Any, said: str) -> tuple[str, str]:
    """Tell why JSON is no manifest that this version knows."""
    maker = given.get("made-by") if isinstance(given, dict) else None
    if isinstance(maker, str):
        hint = "make the build again with this version"
        return f"it was written by {maker!r}, and lacks something: {said}", hint
    return f"it is not a manifest: {said}", "'briefing build' writes one"


def _lower(text: str) -> str:
    return text if text.startswith("JSON") else text[:1].lower() + text[1:]

"""The files of a project: the one place where any is opened."""

import hashlib
import re
import stat
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Location
from briefing.load.syntax.problems import Problems

LARGEST = 16 * 1024 * 1024
"""In bytes; a file of readings for every country of the world has about a tenth of it."""

_DOCUMENTATION = {"readme.md", "licence.md", "license.md"}

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")

# Controls, line separators that editors do not count, marks of byte order, and the private
# characters that `markdown.mask` needs for itself.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\ue07f\ufeff\ufffe\uffff]"
)

_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "the file begins with a byte order mark",
    b"\xff\xfe": "the file is in UTF-16",
    b"\xfe\xff": "the file is in UTF-16",
}


class TextFile(NamedTuple):
    """A file's text, its lines ended by newlines alone; `path` is what authors are shown."""

    path: str
    text: str


class Wanted(NamedTuple):
    """What a file should be like.

    Attributes:
        called: What it is called in messages.
        largest: In bytes.
        remedy: What to do where it is larger.
    """

    called: str
    largest: int
    remedy: str


class Files:
    """Reads below one folder, and notes what it read.

    Attributes:
        inputs: Path as authors are shown it → SHA-256 of each file that was read.
    """

    def __init__(
        self, root: Path, problems: Problems, *, shown: str = "", confined: bool = True
    ) -> None:
        """Take the folder `root`.

        Args:
            root: The folder.
            problems: What cannot be read is taken down here.
            shown: Put before every path that authors see; ends in a slash unless it is empty.
            confined: Refuse links that lead out of the folder.
        """
        self._root = root
        self._real = root.resolve()
        self._problems = problems
        self._shown = shown
        self._confined = confined
        self._folders: dict[Path, bool] = {}
        self.inputs: dict[str, str] = {}

    def read(self, path: str, named: Location | None = None) -> TextFile | None:
        """Read the file at `path`, with slashes and below the root; None if that failed.

        That it cannot be found or opened is told where it is `named`, else in its own place.
        """
        shown = self._shown + path
        wanted = Wanted(f"the file {path.rsplit('/', 1)[-1]!r}", LARGEST, "split it")
        where = named or Location(shown, 1)
        data = self._bytes(self._root / path, where, wanted if named else None)
        if data is None:
            return None
        self.inputs[shown] = hashlib.sha256(data).hexdigest()
        text = self._text(data, shown)
        return None if text is None else TextFile(shown, text)

    def find(self, path: str) -> str | None:
        """Give the absolute path of a file that others will open; None if it may not be read."""
        full = self._root / path
        if not full.is_file() or not self._inside(full):
            return None
        return str(full.absolute())

    def data(self, path: str, where: Location, wanted: Wanted) -> bytes | None:
        """Read the file at `path`, which is named at `where`, as it is; None if that failed."""
        data = self._bytes(self._root / path, where, wanted)
        if data is not None:
            self.inputs[self._shown + path] = hashlib.sha256(data).hexdigest()
        return data

    def names(self, folder: str, suffix: str, among: tuple[str, ...] = ()) -> tuple[str, ...]:
        """List the files of a folder by name without `suffix`, in order.

        A folder that is missing is empty. What else stands there is told of, except folders, hidden
        files and documentation, and files that end in one of `among`; so are names that could not
        be part of an address.
        """
        names: list[str] = []
        for entry in self._listed(folder):
            stem = entry.removesuffix(suffix)
            where = Location(f"{self._shown}{folder}/{entry}", 1)
            if stem == entry and entry.lower().endswith(among):
                continue
            if stem == entry:
                last = f" and {among[-1]!r}" if among else ""
                hint = f"files here end in {', '.join(map(repr, (suffix, *among[:-1])))}{last}"
                self._problems.warning(where, "the file is not read", hint)
            elif not _KEY.fullmatch(stem):
                hint = "use letters from a to z, digits, hyphens and underscores"
                self._problems.error(where, f"the file name {stem!r} cannot be a key", hint)
            else:
                names.append(stem)
        return tuple(names)

    def beside(self, folder: str, endings: tuple[str, ...]) -> tuple[str, ...]:
        """List the files of a folder that end in one of `endings`, in order."""
        return tuple(name for name in self._listed(folder) if name.lower().endswith(endings))

    def _listed(self, folder: str) -> list[str]:
        try:
            found = [
                entry.name
                for entry in (self._root / folder).iterdir()
                if not entry.name.startswith(".")
                and entry.name.lower() not in _DOCUMENTATION
                and not entry.is_dir()
            ]
        except FileNotFoundError:
            return []
        except OSError as error:
            where = Location(self._shown + folder, 1)
            self._problems.error(where, f"the folder cannot be read: {_reason(error)}")
            return []
        return sorted(found)

    def _bytes(self, full: Path, where: Location, wanted: Wanted | None = None) -> bytes | None:
        called, largest, remedy = wanted or ("the file", LARGEST, "split it")
        try:
            status = full.stat()
            if not self._inside(full):
                hint = "keep everything that is read inside the project's folder"
                self._problems.error(where, f"{called} lies outside the project", hint)
            elif stat.S_ISDIR(status.st_mode):
                self._problems.error(where, "a folder stands where a file is wanted")
            elif not stat.S_ISREG(status.st_mode):
                self._problems.error(where, "this is no ordinary file")
            elif status.st_size > largest:
                message = f"{called} has {status.st_size / 2**20:.1f} MB"
                self._problems.error(where, message, f"at most {largest // 2**20}; {remedy}")
            else:
                return full.read_bytes()
        except FileNotFoundError:
            named = f"wanted: {self._shown}{full.relative_to(self._root).as_posix()}"
            hint = "the link leads nowhere" if full.is_symlink() else named if wanted else ""
            self._problems.error(where, f"{called} is missing", hint)
        except OSError as error:
            self._problems.error(where, f"{called} cannot be read: {_reason(error)}")
        return None

    def _inside(self, full: Path) -> bool:
        if not self._confined:
            return True
        folder = full.parent
        inside = self._folders.get(folder)
        if inside is None:
            inside = folder.resolve().is_relative_to(self._real)
            self._folders[folder] = inside
        return full.resolve().is_relative_to(self._real) if full.is_symlink() else inside

    def _text(self, data: bytes, shown: str) -> str | None:
        for mark, message in _BYTE_ORDER_MARKS.items():
            if data.startswith(mark):
                hint = "save it as UTF-8 without a byte order mark"
                self._problems.error(Location(shown, 1), message, hint)
                return None
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            where = _after(shown, data[: error.start].decode())
            self._problems.error(where, "the file is not in UTF-8", "save it as UTF-8")
            return None
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        unwanted = _UNWANTED.search(text)
        if unwanted is not None:
            message = f"the character U+{ord(unwanted[0]):04X} cannot be printed"
            self._problems.error(_after(shown, text[: unwanted.start()]), message, "take it out")
            return None
        return text


def _after(shown: str, before: str) -> Location:
    """Locate the character that comes after `before`."""
    return Location(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()

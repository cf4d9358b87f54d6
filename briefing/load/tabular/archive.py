"""Archives, read in memory and never unpacked: what they hold is looked at before it is read."""

import lzma
import struct
import zipfile
import zlib
from io import BytesIO

from briefing.errors import Location
from briefing.load.syntax.problems import Problems

MOST_MEMBERS = 10_000
LARGEST = 512 * 1024 * 1024
"""In bytes, of all that an archive holds."""

MOST_PACKED = 250
"""Times: so much larger than in the archive may a large file be. Sheets are 10 to 50 times."""

BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError,
    NotImplementedError, RuntimeError, OSError, ValueError, OverflowError,
)  # fmt: skip
"""What the standard library raises where an archive is damaged."""

_SMALL = 1024 * 1024


def open_archive(
    data: bytes, where: Location, called: str, problems: Problems
) -> zipfile.ZipFile | None:
    """Open an archive that is safe to read; None, and why, if it is not.

    Args:
        data: All of it.
        where: Where problems are told.
        called: What it is called in messages, such as ``the workbook``.
        problems: What is wrong is taken down here.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except BROKEN:
        problems.error(where, f"{called} is broken, or something else", "save or load it anew")
        return None
    fault = _fault(archive)
    if fault:
        problems.error(where, f"{called} {fault[0]}", fault[1])
        return None
    return archive


def read_member(
    archive: zipfile.ZipFile, name: str, where: Location, problems: Problems
) -> bytes | None:
    """Read a file of an archive; None, and why, if it is broken."""
    try:
        return archive.read(name)
    except BROKEN:
        problems.error(where, f"{name!r} in the archive is broken", "load the archive anew")
        return None


def _fault(archive: zipfile.ZipFile) -> tuple[str, str] | None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        return f"holds {len(members)} files", f"at most {MOST_MEMBERS} are read"
    size = 0
    for member in members:
        size += member.file_size
        if member.flag_bits & 1:
            return "is encrypted", "save it without a password"
        parts = member.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or ":" in parts[0]:
            return f"holds {member.filename!r}, which leads out of it", "make the archive anew"
        if member.file_size > max(_SMALL, MOST_PACKED * member.compress_size):
            hint = f"at most {MOST_PACKED} times; save it anew"
            return f"holds {member.filename!r}, which is packed too tightly", hint
    if size > LARGEST:
        hint = f"at most {LARGEST // 2**20}; split it"
        return f"holds {size / 2**20:.0f} MB", hint
    return None

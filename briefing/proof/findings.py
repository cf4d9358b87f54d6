"""What is found in a file, in the words of the refusal."""

import zlib
from collections.abc import Iterable
from functools import lru_cache

from briefing.errors import Location
from briefing.model.forbidden import Forbidden
from briefing.proof.addresses import spelt
from briefing.proof.file.keys import without_keys
from briefing.proof.file.looks import find_pictures
from briefing.proof.file.objects import File
from briefing.proof.file.reader import read
from briefing.proof.file.strand import APART, Strand
from briefing.proof.file.syntax import UnreadableError
from briefing.proof.fold import fold
from briefing.proof.search.needles import needles_for
from briefing.proof.search.searching import search

BROKEN = (ValueError, LookupError, TypeError, ArithmeticError, RecursionError, zlib.error)
"""What reading a file that is no PDF may come to; it is refused, not passed."""


def find(pdf: bytes, forbidden: Forbidden, *, name: str, manifest: str) -> list[str]:
    """Search a file, its name and its entry in the manifest, of which each line stands by itself.

    Returns:
        Where something forbidden is, and which place of the content forbids it, never the text; or
        why the file cannot be searched.
    """
    try:
        file = File(pdf)
        strands = read(file)
        pictures = find_pictures(file, forbidden.pictures, forbidden.allowed_pictures)
    except UnreadableError as error:
        return [f"the file cannot be searched: {error}"]
    except BROKEN as error:
        return [f"the file cannot be searched: it is broken ({type(error).__name__})"]
    strands.append(Strand([fold(name)], lambda _: "file name", name=True))
    lines = list(map(_told_in_line, dict.fromkeys(manifest.split("\n"))))
    strands.append(Strand(lines, lambda _: "manifest", between=APART, name=True))
    shown = [(f"picture (object {stream.number})", one.where) for stream, one in pictures]
    return _told((*_found(strands, forbidden), *shown))


@lru_cache(maxsize=1 << 13)  # lines that come again in the entries of other files
def _told_in_line(line: str) -> str:
    return fold(spelt(without_keys(line)))


def find_in_names(names: Iterable[str], forbidden: Forbidden) -> list[str]:
    """Search the names of files that went into a build."""
    place = "manifest.json: the name of a file that went into it"
    strand = Strand(list(map(fold, names)), lambda _: place, between=APART, name=True)
    return _told(_found([strand], forbidden))


def _found(strands: Iterable[Strand], forbidden: Forbidden) -> list[tuple[str, Location]]:
    hits = search(strands, needles_for(forbidden))
    return [(place, forbidden.texts[owner].where) for place, owner in hits]


def _told(found: Iterable[tuple[str, Location]]) -> list[str]:
    """Tell each place of the content once for each of the file, whatever forms it has there."""
    return [f"{place}: shows what {where} withholds" for place, where in dict.fromkeys(found)]

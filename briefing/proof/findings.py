"""What is found in a file, in the words of the refusal."""

import zlib

from briefing.model.forbidden import Forbidden
from briefing.proof.file.looks import find_pictures
from briefing.proof.file.objects import File
from briefing.proof.file.reader import read
from briefing.proof.file.strand import Strand
from briefing.proof.file.syntax import UnreadableError
from briefing.proof.fold import fold
from briefing.proof.search.needles import needles_for
from briefing.proof.search.searching import search

BROKEN = (ValueError, LookupError, TypeError, ArithmeticError, RecursionError, zlib.error)
"""What reading a file that is no PDF may come to; it is refused, not passed."""


def find(pdf: bytes, forbidden: Forbidden, *, name: str, manifest: str) -> list[str]:
    """Search a file, its name and its entry in the manifest.

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
    strands.append(Strand([fold(manifest)], lambda _: "manifest", name=True))
    found = [
        (place, forbidden.texts[owner].where)
        for place, owner in search(strands, needles_for(forbidden))
    ]
    found += [(f"picture (object {stream.number})", one.where) for stream, one in pictures]
    return [f"{place}: shows what {where} withholds" for place, where in found]

"""Refuses a file that shows what its audience may not see."""

import zlib

from briefing.errors import ProofError
from briefing.model.forbidden import Forbidden
from briefing.proof.fold import fold
from briefing.proof.needles import needles_for
from briefing.proof.reader import read_pdf
from briefing.proof.search import search
from briefing.proof.strand import Strand
from briefing.proof.syntax import UnreadableError

_BROKEN = (ValueError, LookupError, TypeError, ArithmeticError, RecursionError, zlib.error)
"""What reading a file that is no PDF may come to; it is refused, not passed."""


def prove(pdf: bytes, forbidden: Forbidden, *, name: str, manifest: str = "") -> None:
    """Search a finished file, its name and its entry in the manifest for what is forbidden.

    Costs nothing where nothing is forbidden.

    Raises:
        ProofError: Something was found, or the file cannot be read; says where, never what.
    """
    if not forbidden.texts:
        return
    try:
        strands = read_pdf(pdf)
    except UnreadableError as error:
        raise ProofError([f"the file cannot be searched: {error}"]) from error
    except _BROKEN as error:
        reason = f"it is broken ({type(error).__name__})"
        raise ProofError([f"the file cannot be searched: {reason}"]) from error
    strands.append(Strand([fold(name)], lambda _: "file name", name=True))
    strands.append(Strand([fold(manifest)], lambda _: "manifest", name=True))
    hits = search(strands, needles_for(forbidden))
    if hits:
        raise ProofError(
            f"{place}: shows what {forbidden.texts[owner].where} withholds" for place, owner in hits
        )

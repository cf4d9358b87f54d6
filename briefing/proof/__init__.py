"""Proves that a finished file shows nothing its audience may not see.

In: the content and for whom a file is made; then the finished bytes. Out: nothing, or a refusal.
It shares no code with tailoring, asks it nothing, and reads the file with a reader of its own, so
that what goes wrong there is found here.
"""

from briefing.proof.content.forbid import declared_secrets, forbidden
from briefing.proof.prove import prove, prove_inputs
from briefing.proof.search.unprovable import Alike, Unprovable, find_alike, find_unprovable

__all__ = [
    "Alike",
    "Unprovable",
    "declared_secrets",
    "find_alike",
    "find_unprovable",
    "forbidden",
    "prove",
    "prove_inputs",
]

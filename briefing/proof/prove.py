"""Refuses a file that shows what its audience may not see."""

from briefing.errors import ProofError
from briefing.model.forbidden import Forbidden


def prove(pdf: bytes, forbidden: Forbidden, *, name: str, manifest: str = "") -> None:
    """Search a finished file, its name and its entry in the manifest for what is forbidden.

    Costs nothing where nothing is forbidden.

    Raises:
        ProofError: Something was found, or the file cannot be read; says where, never what.
    """
    if not forbidden.texts and not forbidden.pictures:
        return
    from briefing.proof.findings import find  # late: where nothing is forbidden, nothing is read

    findings = find(pdf, forbidden, name=name, manifest=manifest)
    if findings:
        raise ProofError(findings)

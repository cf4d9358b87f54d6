"""Refuses a file that shows what its audience may not see."""

from collections.abc import Iterable

from briefing.errors import ProofError
from briefing.model.forbidden import Forbidden


def prove(pdf: bytes, forbidden: Forbidden, *, name: str, manifest: str = "") -> None:
    """Search a finished file, its name and its entry in the manifest for what is forbidden.

    Costs nothing where nothing is forbidden.

    Args:
        pdf: The file.
        forbidden: What its readers may not see.
        name: Of the file.
        manifest: The entry as JSON, each text on a line of its own.

    Raises:
        ProofError: Something was found, or the file cannot be read; says where, never what.
    """
    if not forbidden.texts and not forbidden.pictures:
        return
    from briefing.proof.findings import find  # late: where nothing is forbidden, nothing is read

    findings = find(pdf, forbidden, name=name, manifest=manifest)
    if findings:
        raise ProofError(findings)


def prove_inputs(names: Iterable[str], forbidden: Forbidden) -> None:
    """Search the names of a project's files, which its manifest lists, for what is forbidden.

    Raises:
        ProofError: Something was found; does not say in which name, as that would say what.
    """
    if not forbidden.texts:
        return
    from briefing.proof.findings import find_in_names

    findings = find_in_names(names, forbidden)
    if findings:
        raise ProofError(findings)

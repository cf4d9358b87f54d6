"""Which files of a project its readers see nothing of, so that they need not learn their names."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from briefing.model.content import Content
from briefing.model.forbidden import ForbiddenText
from briefing.proof.content.gathered import Gathered

_PROJECT = "content/project.yaml"
_NAMED = ("content/sections/", "content/charts/", "content/tables/", "content/pictures/")
"""Folders in which a part of the content is called after its file."""


def withheld_files(
    content: Content, texts: Sequence[ForbiddenText], gathered: Gathered
) -> tuple[str, ...]:
    """List the files that have something withheld, and nothing that these readers may see.

    Args:
        content: Of the project.
        texts: What is withheld.
        gathered: What may be seen, too, wherever it is placed.
    """
    names = {text.text for text in texts if text.is_name}
    held = {text.where.file for text in texts if not text.is_secret}
    open_works = content.sources.keys() - dict(gathered.works.forbidden())
    seen = {content.sources[key].where.file for key in open_works} | gathered.files | {_PROJECT}
    return tuple(
        path
        for path in sorted(content.inputs)
        if path not in seen
        and (path in held or (path.startswith(_NAMED) and PurePosixPath(path).stem in names))
    )

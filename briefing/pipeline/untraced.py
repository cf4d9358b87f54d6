"""Numbers that some readers get without a source, since it is kept from them, or not for them."""

from collections.abc import Collection, Iterator

from briefing.errors import Diagnostic, Location
from briefing.model.content import Content
from briefing.model.manuscript import Manuscript
from briefing.model.request import Request
from briefing.provenance import untraced

_HINT = "cite in its sentence a work that they may see, or give it the conditions of its source"


class Untraced:
    """Gathers such numbers from one brief after the other; each place is told once.

    Args:
        content: Of the briefs.
        known: What its authors have been told. On lines where a number has no source for anybody,
            no more is said.
    """

    def __init__(self, content: Content, known: Collection[Diagnostic]) -> None:
        self._content = content
        self._known = {_line(one.where) for one in known if one.rule == "uncited"}
        self._found: dict[tuple[Location, str], dict[str, None]] = {}

    def add(self, request: Request, manuscript: Manuscript) -> None:
        """Look through one brief."""
        for text, where in untraced(manuscript, self._content.project.silent):
            if _line(where) not in self._known:
                self._found.setdefault((where, text), {})[request.audience] = None

    def told(self) -> Iterator[Diagnostic]:
        """Give a warning for each."""
        for (where, text), audiences in self._found.items():
            message = f"{text!r} has no source {_readers(sorted(audiences))}"
            found = Diagnostic(where, message, _HINT, "warning", "uncited")
            yield found.lowered(self._content.project.lowered)


def _line(where: Location) -> tuple[str, int]:
    return where.file, where.line


def _readers(audiences: list[str]) -> str:
    several = "audiences" if len(audiences) > 1 else "audience"
    return f"for {several} {', '.join(map(repr, audiences))}"

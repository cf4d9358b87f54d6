"""Numbers that some readers get without a source.

It is kept from them, or not for them; or the number is a value that a chart draws in another brief.
"""

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
        self._found: dict[tuple[Location, str], list[Request]] = {}
        self._places: set[str | None] = set()

    def add(self, request: Request, manuscript: Manuscript) -> None:
        """Look through one brief."""
        self._places.add(request.place)
        for text, where in untraced(manuscript, self._content.project.silent):
            if _line(where) not in self._known:
                self._found.setdefault((where, text), []).append(request)

    def told(self) -> Iterator[Diagnostic]:
        """Give a warning for each."""
        for (where, text), briefs in self._found.items():
            places = {brief.place for brief in briefs}
            on = "" if places == self._places else _on(sorted(filter(None, places)))
            readers = _readers(sorted({brief.audience for brief in briefs}))
            message = f"{text!r} has no source {readers}{on}"
            found = Diagnostic(where, message, _HINT, "warning", "uncited")
            yield found.lowered(self._content.project.lowered)


def _line(where: Location) -> tuple[str, int]:
    return where.file, where.line


def _on(places: list[str]) -> str:
    return f" in briefs on {', '.join(map(repr, places))}" if places else ""


def _readers(audiences: list[str]) -> str:
    several = "audiences" if len(audiences) > 1 else "audience"
    return f"for {several} {', '.join(map(repr, audiences))}"

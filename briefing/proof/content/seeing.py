"""How parts of the content are seen by certain readers, inside of what surrounds them."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.model.content import Section
from briefing.model.prose import Conditions, Repeat
from briefing.proof.content.gathered import View
from briefing.proof.content.readers import (
    Asked,
    Choice,
    Guard,
    Loops,
    Readers,
    is_current,
    loops_of,
)


class Seeing:
    """The eyes of certain readers.

    Attributes:
        expressions: On which something depends, in the order they were met.
    """

    def __init__(self, readers: Readers, date: str) -> None:
        """Take who looks, and the date of the edition, as ISO 8601."""
        self.expressions: dict[Asked, None] = {}
        self._readers = readers
        self._date = date

    def enter(self, view: View, conditions: Conditions, repeat: Repeat | None = None) -> View:
        """See what carries `conditions`; it has the default marking if they name none.

        With `repeat`, the conditions are asked once for each of the values that it goes over.
        """
        if repeat is not None:
            view = replace(view, loops=(*view.loops, (repeat.name, repeat.over.source)))
        withheld = view.withheld or not self._readers.may_see(conditions)
        if conditions.when is not None:
            asked = _asked(conditions.when.source, view.loops)
            self.expressions[asked] = None
            withheld = withheld or asked in self._readers.hidden
        scope = view.scope
        if conditions.countries is not None or conditions.languages is not None:
            scope = (*scope, (conditions.countries, conditions.languages))
        current = view.current and is_current(conditions, self._date)
        return View(withheld, scope, view.printed, view.given, current, view.loops)

    def ask(self, view: View, expression: str) -> View:
        """See what is there only where an expression holds, and carries no marking of its own."""
        self.expressions[expression] = None
        withheld = view.withheld or expression in self._readers.hidden
        return replace(view, withheld=withheld)

    def prints(self, choice: Choice) -> bool:
        """Tell whether the text of a choice may be printed for these readers."""
        self.expressions[choice._replace(text="")] = None
        return choice not in self._readers.hidden

    def section(self, view: View, section: Section) -> View:
        """See a section, which is left out without the figures that it needs."""
        view = self.enter(view, section.conditions)
        for indicator in section.needs:
            view = self.figures(view, (indicator,))
        return view

    def figures(
        self, view: View, indicators: Sequence[str], places: Sequence[str] = ("country",)
    ) -> View:
        """See what is there only with some figure: any of these indicators, for any place."""
        asked = [
            f"has({indicator!r})" if place == "country" else f"has({indicator!r}, {place!r})"
            for indicator in indicators
            for place in places
        ]
        return self.ask(view, " or ".join(asked))


def _asked(source: str, loops: Loops) -> str | Guard:
    around = loops_of(source, loops)
    return Guard(source, around) if around else source

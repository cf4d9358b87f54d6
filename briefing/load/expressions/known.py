"""The names that content may use, gathered before anything uses them."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from briefing.load.syntax.fields import Name
from briefing.load.syntax.problems import Problems
from briefing.model.country import Place, Unit


class Known(NamedTuple):
    """What may be named. None stands for a file that could not be read: any name will do then.

    Attributes:
        languages: Those of the project; the first is that of text that says nothing else.
        places: Countries and regions by key.
        default_marking: Of whatever carries none.
        groups: Of persons.
        measured: Indicator → its unit, as far as both are known.
        cited: Takes the keys of sources that were checked, that is, named anywhere; None for none.
    """

    markings: tuple[str, ...] | None
    audiences: Collection[str] | None
    languages: tuple[str, ...]
    places: Mapping[str, Place] | None
    indicators: Collection[str] | None
    sources: Collection[str] | None
    sections: Collection[str]
    charts: Collection[str]
    tables: Collection[str]
    pictures: Collection[str]
    styles: Collection[str]
    abbreviations: Collection[str] | None = ()
    units: Collection[str] | None = None
    default_marking: str = ""
    persons: Collection[str] | None = ()
    groups: Collection[str] | None = ()
    cited: set[str] | None = None
    documents: Collection[str] | None = None
    measured: Mapping[str, Unit] = {}

    def check(self, what: str, name: Name, problems: Problems) -> bool:
        """Take down a name that is not known.

        Args:
            what: ``marking``, ``audience``, ``language``, ``place``, ``indicator``, ``source``,
                ``section``, ``chart``, ``table``, ``picture``, ``style``,
                ``abbreviation``, ``unit``, ``person``, ``group`` or ``document``.
            name: The name with its place.
            problems: It is taken down here.
        """
        if what == "source" and self.cited is not None:
            self.cited.add(name.text)
        known: Collection[str] | None = getattr(self, f"{what}s")
        if known is None or name.text in known:
            return True
        problems.unknown(name.where, what, name.text, known)
        return False

"""As of when figures are, and under which licence: once for all of a note, or work by work."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from briefing.compose.ledger import Ledger
from briefing.model.country import Reading, spans
from briefing.model.manuscript import CitedWork
from briefing.numbers import format_date

_WorkKey = tuple[str, str]


class Stated(Struct, frozen=True):
    """What a note states of its figures.

    Attributes:
        sentence: Where the same holds for all its works; else empty.
        asides: Otherwise, by work and locator, what stands behind each.
    """

    sentence: str
    asides: Mapping[_WorkKey, str]

    def beside(self, work: CitedWork) -> str:
        """What stands behind a work, in parentheses; empty where nothing does."""
        said = self.asides.get((work.key, work.locator), "")
        return f" ({said})" if said else ""


def statements_of(
    readings: Iterable[Reading], ledger: Ledger, works: Iterable[CitedWork] = ()
) -> Stated:
    """Say as of when figures are, and under which licence, so that no date is taken for another's.

    Args:
        readings: Those of a note, with their rivals.
        ledger: Of the document.
        works: Further ones that the note names, of which nothing is stated.
    """
    asides: dict[_WorkKey, dict[str, None]] = {(each.key, each.locator): {} for each in works}
    sentences: dict[str, None] = {}
    for reading in _named(readings):
        aside = aside_of(reading, ledger)
        for key in ((reading.source, reading.locator), *((key, "") for key in reading.also)):
            asides.setdefault(key, {}).update({aside: None} if aside else {})
        if aside:
            sentences[_sentence(reading, ledger)] = None
    if len(set(map(tuple, asides.values()))) > 1:
        return Stated("", {key: "; ".join(said) for key, said in asides.items()})
    return Stated(" ".join(sentences), {})


def _named(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The figures whose works a note names first: what differs is told apart from them."""
    for reading in readings:
        if not spans(reading):
            yield reading
            yield from (rival for rival in reading.rivals if not rival.said)


def aside_of(reading: Reading, ledger: Ledger) -> str:
    """What is stated of one figure, as it stands in parentheses; empty where nothing is known."""
    return _said(reading, ledger, ledger.words.as_of_beside, ledger.words.under_beside)


def _sentence(reading: Reading, ledger: Ledger) -> str:
    """Likewise as a sentence, with a full stop, unless that of an abbreviation ends it."""
    said = _said(reading, ledger, ledger.words.as_of, ledger.words.under)
    return said if said.endswith(".") else f"{said}."


def _said(reading: Reading, ledger: Ledger, as_of: str, under: str) -> str:
    if not reading.as_of:
        return under.format(name=reading.licence) if reading.licence else ""
    date = as_of.format(date=format_date(reading.as_of, ledger.language))
    return f"{date}; {reading.licence}" if reading.licence else date

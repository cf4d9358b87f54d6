"""What notes say: works in full or in short form, and the author's own words."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefing.compose.ledger import Ledger, Noted
from briefing.compose.notes.cite import NUMBER, Form, Segment, cite
from briefing.compose.notes.csl import has_ibid
from briefing.compose.notes.stated import Stated, aside_of, statements_of
from briefing.compose.survey.walk import spread
from briefing.compose.text.inlines import Marker, set_inlines
from briefing.compose.text.looks import coloured, slanted
from briefing.compose.text.pieces import Look, Piece, linked, text_piece
from briefing.errors import Location
from briefing.model.country import Reading, spans
from briefing.model.manuscript import (
    Abbreviation,
    Citation,
    CitedWork,
    Footnote,
    Inline,
    Quantity,
    Reference,
    Text,
)
from briefing.model.structure import Node
from briefing.model.style import TextStyle
from briefing.numbers import format_period


class InPlace:
    """What a note cites is named in the note itself."""

    marks = False

    def __init__(self, ledger: Ledger, number: int | None) -> None:
        self._ledger = ledger
        self._number = number

    def mark(self, marker: Marker, style: TextStyle) -> Piece:
        """Name the works where they are cited."""
        look = Look(style, self._ledger.language)
        named = _naming(works_of(marker.noted), look, self._ledger, self._number)
        return named.within(Node("BibEntry"))


def note_text(noted: Noted, look: Look, ledger: Ledger, number: int | None) -> Piece:
    """Set what a note says, with a full stop at its end.

    Args:
        noted: What it says.
        look: Of the note's text.
        ledger: Of the document.
        number: Of the note, counted from 0; None for one without a number.
    """
    if isinstance(noted, Footnote):
        return set_inlines(noted.children, look, ledger, InPlace(ledger, number))
    readings = _readings_of(noted)
    # What spans the figures of several sources names each of them beside its figure.
    works = [] if len(readings) == 1 and spans(readings[0]) else works_of(noted)
    stated = statements_of(readings, ledger)
    piece = _naming(works, look, ledger, number, opens=True, stated=stated)
    names_others = any(rival.said for one in readings for rival in one.rivals)
    if number is not None and len(works) == 1 and not names_others:
        ledger.alone[number] = works[0]
    if piece.runs and not piece.runs[-1].text.endswith("."):
        piece.add(text_piece(".", look, ledger))
    for remark, where in _remarks(stated, readings).items():
        piece.add(text_piece(f" {remark}" if piece.runs else remark, look, ledger, where))
    for reading in readings:
        is_first = not piece.runs
        is_named = len(readings) > 1
        said = _contested(reading, look, ledger, number, named=is_named, first=is_first)
        piece.add(said)
    return piece


def sources_text(
    readings: Sequence[Reading], works: Sequence[CitedWork], look: Look, ledger: Ledger
) -> Piece:
    """Name the sources of what a figure draws, each once, with the doubts there are."""
    cited = [*[work for reading in readings for work in works_of(reading)], *works]
    named: dict[tuple[str, str], CitedWork] = {}
    for work in cited:
        named.setdefault((work.key, work.locator), work)
    if not named:
        return Piece()
    head = ledger.words.source if len(named) == 1 else ledger.words.sources
    piece = text_piece(head, look, ledger)
    stated = statements_of(readings, ledger, works)
    entry = _naming(list(named.values()), look, ledger, None, stated=stated)
    piece.add(entry.within(Node("BibEntry")))
    remarks = " ".join(_remarks(stated, readings))
    piece.add(text_piece(f". {remarks}".rstrip(), look, ledger))
    for reading in dict.fromkeys(readings):
        piece.add(_contested(reading, look, ledger, None, named=True))
    return piece


def _remarks(stated: Stated, readings: Sequence[Reading]) -> dict[str, Location]:
    """What a note says of its figures in sentences of their own, each with its place."""
    remarks = {one.doubt: one.where for one in readings if one.doubt}
    if not stated.sentence:
        return remarks
    return {stated.sentence: readings[0].where, **remarks}


def _contested(
    reading: Reading,
    look: Look,
    ledger: Ledger,
    number: int | None,
    *,
    named: bool,
    first: bool = False,
) -> Piece:
    """Say what other sources give in place of a figure, and why this one is printed.

    Args:
        reading: The figure.
        look: Of the note's text.
        ledger: Of the document.
        number: Of the note, counted from 0; None for one without a number.
        named: The figure is one of several, so it is said which.
        first: Nothing stands before it in the note.
    """
    rivals = [rival for rival in reading.rivals if rival.said]
    reason = reading.choice.reason if reading.choice is not None else ""
    if not rivals and not reason:
        return Piece()
    head = ledger.words.sources_give if spans(reading) else ledger.words.other_figures
    place = ledger.manuscript.place_names.get(reading.place, reading.place)
    which = f"{place}, {format_period(reading.period, ledger.language)}" if named else ""
    begin = head.format(which=f" ({which})" if which else "")
    if not rivals:
        begin = f"{which}{ledger.words.colon}" if which else ""
    piece = text_piece(f"{'' if first else ' '}{begin}", look, ledger)
    for at, rival in enumerate(rivals):
        lead = "; " if at else ""
        piece.add(text_piece(f"{lead}{rival.said} (", look, ledger, rival.where))
        piece.add(_naming(works_of(rival), look, ledger, number).within(Node("BibEntry")))
        aside = aside_of(rival, ledger)
        end = (f"; {aside}" if aside else "") + (")" if at + 1 < len(rivals) else ").")
        piece.add(text_piece(end, look, ledger))
    said = [*dict.fromkeys(rival.doubt for rival in rivals if rival.doubt), reason]
    words = " ".join(filter(None, said))
    if words:
        where = reading.choice.where if reading.choice is not None else reading.where
        piece.add(text_piece(f" {words}" if rivals else words, look, ledger, where))
    return piece


def _naming(
    works: Sequence[CitedWork],
    look: Look,
    ledger: Ledger,
    number: int | None,
    *,
    opens: bool = False,
    stated: Stated | None = None,
) -> Piece:
    """Name works one behind the other, in full or, where an earlier note did that, in short.

    Args:
        works: The works.
        look: Of the note's text.
        ledger: Of the document.
        number: Of the note, counted from 0; None for one without a number.
        opens: The note begins with them.
        stated: Of their figures; what is said work by work stands behind each.
    """
    piece = Piece()
    for at, work in enumerate(works):
        lead = ("; " if at else "") + (f"{work.prefix} " if work.prefix else "")
        form = _form(work, ledger, number if opens and not at else None)
        named = _named_as(work, form, ledger)
        if form == "full" and number is not None:
            ledger.cited[work.key] = number
        beside = Segment(stated.beside(work) if stated else "")
        piece.add(set_segments((Segment(lead), *named, beside), work, look, ledger))
    return piece


def set_segments(segments: Iterable[Segment], work: CitedWork, look: Look, ledger: Ledger) -> Piece:
    """Set what names a work; its title is in the work's own language."""
    piece = Piece()
    language = ledger.manuscript.sources[work.key].csl.get("language", look.language)
    titled = replace(look, language=language)
    for segment in segments:
        if segment.text:
            said = _set_segment(titled if segment.is_title else look, segment, ledger, work)
            is_foreign = segment.is_title and titled.language != look.language
            span = Node("Span", language=titled.language)
            piece.add(said.within(span) if is_foreign else said)
    return piece


def _form(work: CitedWork, ledger: Ledger, number: int | None) -> Form:
    """Tell how a work is named; `number` is that of the note that begins with it, if any does.

    ``Ibid.`` would be wrong behind other words, and where the note before says a place in the work
    and this one none.
    """
    if work.key not in ledger.cited:
        return "full"
    last = ledger.alone.get(number - 1) if number else None
    if last is None or last.key != work.key or work.prefix:
        return "short"
    if not has_ibid(ledger.manuscript.citations) or (last.locator and not work.locator):
        return "short"
    return "ibid" if last.locator == work.locator else "ibid elsewhere"


def _named_as(work: CitedWork, form: Form, ledger: Ledger) -> Sequence[Segment]:
    segments = cite(
        ledger.manuscript.sources[work.key],
        work.locator,
        form=form,
        language=ledger.language,
        addresses=ledger.style.addresses,
        citations=ledger.manuscript.citations,
        suffix=work.suffix,
    )
    if form == "full":
        return segments
    first = str(ledger.cited[work.key] + 1)
    return [replace(each, text=each.text.replace(NUMBER, first)) for each in segments]


def _set_segment(look: Look, segment: Segment, ledger: Ledger, work: CitedWork) -> Piece:
    style = slanted(look.style) if segment.italic else look.style
    if not segment.address:
        return text_piece(segment.text, replace(look, style=style), ledger, work.where)
    link = ledger.link(segment.address, ledger.words.opens.format(target=segment.address))
    language = "zxx" if segment.text == segment.address else look.language
    blue = Look(coloured(style, ledger.style.link), language, link)
    return linked(text_piece(segment.text, blue, ledger, work.where), link)


def works_of(noted: Noted) -> list[CitedWork]:
    """List the works that a note names."""
    match noted:
        case Citation(works=works):
            return list(works)
        case Reading(source=source, locator=locator, also=also, where=where):
            first = CitedWork(source, locator, "", where)
            are_all = spans(noted)
            alike = [
                work for one in noted.rivals if are_all or not one.said for work in works_of(one)
            ]
            return _each_once([first, *(CitedWork(key, "", "", where) for key in also), *alike])
        case Quantity():
            return _each_once([work for one in noted.readings for work in works_of(one)])
        case Footnote():
            return []


def _each_once(works: Iterable[CitedWork]) -> list[CitedWork]:
    found: dict[tuple[str, str], CitedWork] = {}
    for work in works:
        found.setdefault((work.key, work.locator), work)
    return list(found.values())


def _readings_of(noted: Noted) -> tuple[Reading, ...]:
    match noted:
        case Reading():
            return (noted,)
        case Quantity():
            return noted.readings
        case _:
            return ()


def saying(noted: Noted) -> object:
    """What makes two notes the same: the works and words, not the places they come from."""
    if isinstance(noted, Footnote):
        return tuple(map(_said, spread(noted.children)))
    remarks = [(one.doubt, one.as_of, one.licence, _told(one)) for one in _readings_of(noted)]
    return _named(works_of(noted)), tuple(one for one in remarks if any(one))


def _told(reading: Reading) -> object:
    """What a note says of other figures, and of a choice."""
    rivals = tuple(
        (one.said, one.as_of, one.licence, _named(works_of(one)))
        for one in reading.rivals
        if one.said or one.as_of or one.licence
    )
    reason = reading.choice.reason if reading.choice else ""
    return (rivals, reason) if rivals or reason else ()


def _said(inline: Inline) -> object:
    match inline:
        case Text(text=text) | Quantity(text=text):
            return text
        case Citation(works=works):
            return _named(works)
        case Abbreviation(short=short):
            return short
        case Reference(target=target, show=show):
            return target, show
        case _:
            return type(inline)


def _named(works: Iterable[CitedWork]) -> object:
    return tuple((work.key, work.locator, work.prefix, work.suffix) for work in works)

"""Lines over time, told in words and as rows of data."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefing.charts.axes.dates import end_of, iso, start_of, year_of
from briefing.charts.axes.scale import print_value
from briefing.charts.marks.comparison import print_reference
from briefing.charts.marks.tracks import told_gaps
from briefing.charts.plot import exact_texts, plain, write_csv
from briefing.charts.standing import Contender, tell_ranks
from briefing.charts.words import Words
from briefing.charts.words.lines import line_words
from briefing.model.chart import Band, Line, LinePoint, ReferenceLine, Scale, TimeBand
from briefing.model.country import Date
from briefing.numbers import format_date

# In the alternative text; the data hold all.
_TOLD = 8  # lines told of where they have many points
_EACH = 12  # points that are all told


def sort_points(line: Line) -> Line:
    """Sort points by where they stand: a year stands at its middle, after its first months."""
    points = tuple(sorted(line.points, key=_place))
    return line if points == line.points else replace(line, points=points)


def _place(point: LinePoint) -> float:
    return year_of(point.date)


def first_and_last(lines: Sequence[Line]) -> tuple[str, str]:
    """Name the first and the last period that has a figure."""
    points = sorted((point for line in lines for point in line.points), key=_place)
    return points[0].label, points[-1].label


def tell_lines(lines: Sequence[Line], scale: Scale, words: Words) -> Iterator[str]:
    """Tell of each line, those that are highlighted first, then the ranks of those at the end."""
    each = sum(len(line.points) for line in lines) <= _EACH
    ordered = sorted(lines, key=lambda line: not line.highlighted)
    told = ordered[: _EACH if each else _TOLD]
    for line in told:
        yield from _course(line, scale, words, each=each)
        spans = told_gaps(line.points)
        if spans:
            yield words.gaps(line.label, spans)
    if len(told) < len(lines):
        yield words.other_lines(len(lines) - len(told))
    yield from tell_ranks(_last_figures(lines, scale, words), words)


def _course(line: Line, scale: Scale, words: Words, *, each: bool) -> Iterator[str]:
    """Tell where a line begins and ends, and its highest point where it is neither.

    With `each`, all points follow where that was not all of them.
    """
    name = words.highlighted(line.label) if line.highlighted else line.label
    points = line.points
    first, last = points[0], points[-1]
    if len(points) == 1:
        yield words.single(name, first.text, first.label)
        return
    peak = max(points, key=lambda point: point.amount.best)
    between = points[1:-1] if each else ()
    shown = [(point.amount, point.text) for point in (first, *between, last, peak)]
    start, *inner, end, top = exact_texts(shown, scale)
    clause = ""
    if peak.amount.best > max(first.amount.best, last.amount.best):
        clause = words.peak(top, peak.label)
    yield words.change(name, start, first.label, end, last.label, clause)
    if between and len(points) > (3 if clause else 2):
        labels = [point.label for point in points]
        yield words.each_point(list(zip([start, *inner, end], labels, strict=True)))


def _last_figures(lines: Sequence[Line], scale: Scale, words: Words) -> list[Contender]:
    """List the lines that reach the last date of all, with what they reach there."""
    end = max(year_of(line.points[-1].date) for line in lines)
    reached = [line for line in lines if year_of(line.points[-1].date) == end]
    points = [line.points[-1] for line in reached]
    texts = exact_texts([(point.amount, point.text) for point in points], scale)
    return [
        Contender(line.label, point.amount, words.at(text, point.label), line.highlighted)
        for line, point, text in zip(reached, points, texts, strict=True)
    ]


def tell_reference(reference: ReferenceLine | None, scale: Scale, words: Words) -> Iterator[str]:
    """Tell the line to compare with."""
    if reference:
        yield words.reference(reference.label, print_reference(reference, scale))


def tell_bands(
    bands: Sequence[Band], lines: Sequence[Line], scale: Scale, words: Words
) -> Iterator[str]:
    """Tell of what is picked out behind the lines, as far as it is in sight."""
    own = line_words(words.language)
    places = [year_of(point.date) for line in lines for point in line.points]
    first, last = min(places), max(places)
    for band in bands:
        if isinstance(band, TimeBand):
            if end_of(band.end) <= first or start_of(band.start) >= last:
                continue
            ends = [_date(band.start, words), _date(band.end, words)]
        else:
            decimals = scale.decimals
            ends = [print_value(end, scale, decimals, bare=False) for end in (band.low, band.high)]
        yield own.band(band.label, own.stretch(*ends) if ends[0] != ends[1] else ends[0])


def _date(date: Date, words: Words) -> str:
    return format_date(iso(date), words.language)


def tabulate(lines: Sequence[Line], scale: Scale) -> str:
    """Write one row for each point as CSV, and one for a line without any."""
    head = ("line", "date", "period", "low", "high", "qualifier", "text", "unit")
    rows = []
    unit = scale.unit.label
    for line in lines:
        for point in line.points:
            amount = point.amount
            ends = plain(amount.low), plain(amount.high), amount.qualifier
            rows.append((line.label, iso(point.date), point.label, *ends, point.text, unit))
        if not line.points:
            rows.append((line.label, "", "", "", "", "", "", unit))
    return write_csv(head, rows)

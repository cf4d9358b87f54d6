"""Donut charts: parts of a whole as a ring, clockwise from 12 o'clock."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.charts.kinds.donuts.plot import plot_donut
from briefing.charts.look import Frame
from briefing.charts.plot import Named, Plot, exact_texts, plain, write_dated
from briefing.charts.standing import Contender, span_of, tell_ranks
from briefing.charts.words import Words
from briefing.charts.words.donuts import DonutWords, donut_words
from briefing.charts.words.rest import is_rest
from briefing.model.chart import DonutChart
from briefing.model.country import Amount

_RANKED = 3  # parts, at least, where there is a largest and a smallest


class Donut(Struct, frozen=True):
    """The kind."""

    data: DonutChart

    def amounts(self) -> list[Named]:
        """List all amounts that there are."""
        return [Named(one.label, one.amount) for one in self.data.parts if one.amount is not None]

    def plot(self, frame: Frame) -> Plot:
        """Draw the ring, as large as the height and the names around it allow."""
        return plot_donut(self.data, frame)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell the whole, the largest, the smallest, the highlighted, and every part."""
        return list(_sentences(self.data, title, words))

    def table(self) -> str:
        """Write the parts in print order."""
        rows = []
        for part in self.data.parts:
            amount = part.amount or Amount(None, None)
            told = plain(amount.low), plain(amount.high), amount.qualifier, part.text
            rows.append((part.label, *told, self.data.scale.unit.label))
        head = ("part", "low", "high", "qualifier", "text", "unit")
        return write_dated(head, rows, [part.period for part in self.data.parts])


def _sentences(data: DonutChart, title: str, words: Words) -> Iterator[str]:
    own = donut_words(words.language)
    known = [(part, part.amount) for part in data.parts if part.amount is not None]
    texts = exact_texts([(amount, part.text) for part, amount in known], data.scale)
    field = [
        Contender(part.label, amount, text, part.highlighted)
        for (part, amount), text in zip(known, texts, strict=True)
    ]
    ranked = [one for one in field if not is_rest(one.name, words.language)]
    yield own.chart(title)
    yield own.parts(len(data.parts), data.whole, data.sum)
    if len(ranked) >= _RANKED:
        yield from _extremes(ranked, own)
    yield from tell_ranks(ranked, words)
    yield own.each(
        [(words.highlighted(one.name) if one.highlighted else one.name, one.text) for one in field]
    )
    missing = [part.label for part in data.parts if part.amount is None]
    if missing:
        yield words.missing(missing)


def _extremes(field: Sequence[Contender], own: DonutWords) -> Iterator[str]:
    """Name the largest and the smallest, where ranges leave no doubt."""
    spans = [span_of(one.amount) for one in field]
    if len(set(spans)) == 1:
        if spans[0][0] == spans[0][1]:
            yield own.alike(field[0].text)
        return
    top = max(low for low, _ in spans)
    largest = [number for number, (low, _) in enumerate(spans) if low == top]
    if all(high < top for number, (_, high) in enumerate(spans) if number not in largest) and (
        len({spans[number] for number in largest}) == 1
    ):
        yield own.largest([field[number].name for number in largest], field[largest[0]].text)
    end = min(high for _, high in spans)
    smallest = [number for number, (_, high) in enumerate(spans) if high == end]
    if all(low > end for number, (low, _) in enumerate(spans) if number not in smallest) and (
        len({spans[number] for number in smallest}) == 1
    ):
        yield own.smallest([field[number].name for number in smallest], field[smallest[0]].text)

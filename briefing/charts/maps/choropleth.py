"""Maps of figures: countries in shades of one colour."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from briefing.charts.classes import classes_of
from briefing.charts.look import Frame
from briefing.charts.maps.choropleth_plot import plot_choropleth
from briefing.charts.plot import Named, Plot, exact_texts, plain, write_dated
from briefing.charts.standing import Contender, span_of, tell_ranks
from briefing.charts.words import Words
from briefing.charts.words.maps import MapWords, map_words
from briefing.model.chart import MapChart
from briefing.model.country import Amount

_EACH = 12  # figures that are told one by one; the attached data hold all


class Choropleth(Struct, frozen=True):
    """The kind."""

    data: MapChart

    def amounts(self) -> list[Named]:
        """List all amounts that there are."""
        areas = self.data.areas
        return [Named(area.label, area.amount) for area in areas if area.amount is not None]

    def plot(self, frame: Frame) -> Plot:
        """Draw the countries, and the classes below them."""
        return plot_choropleth(self.data, frame)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell the highest, the lowest, the highlighted, who is in which class, who has no data."""
        return list(_describe(self.data, title, words))

    def table(self) -> str:
        """Write the countries in the order of the data."""
        rows = []
        for area in self.data.areas:
            amount = area.amount or Amount(None, None)
            low, high = plain(amount.low), plain(amount.high)
            told = (amount.qualifier, area.text, self.data.scale.unit.label)
            rows.append((area.key, area.label, low, high, *told))
        head = ("iso3", "label", "low", "high", "qualifier", "text", "unit")
        return write_dated(head, rows, [area.period for area in self.data.areas])


def _describe(data: MapChart, title: str, words: Words) -> Iterator[str]:
    told = map_words(words.language)
    known = [(area, area.amount) for area in data.areas if area.amount is not None]
    texts = exact_texts([(amount, area.text) for area, amount in known], data.scale)
    field = [
        Contender(area.label, amount, text, area.highlighted)
        for (area, amount), text in zip(known, texts, strict=True)
    ]
    yield told.map(title)
    yield told.areas(len(data.areas))
    yield from _extremes(field, words, told)
    yield from tell_ranks(field, words)
    yield from _by_class(field, data, words.language, told)
    missing = [area.label for area in data.areas if area.amount is None]
    if missing:
        yield words.missing(missing)


def _extremes(field: Sequence[Contender], words: Words, told: MapWords) -> Iterator[str]:
    """Name the highest and the lowest, if none of the others may be higher or lower."""
    if len(field) < 2:
        return
    values = [one.amount.best for one in field]
    if min(values) == max(values):
        if len({one.text for one in field}) == 1:
            yield words.all_alike(field[0].text)
        return
    spans = [span_of(one.amount) for one in field]
    for value, sign, tell in ((max(values), 1, told.highest), (min(values), -1, told.lowest)):
        group = [at for at, one in enumerate(field) if one.amount.best == value]
        others = [span for at, span in enumerate(spans) if at not in group]
        low, high = spans[group[0]]
        alike = len({(spans[at], field[at].text) for at in group}) == 1
        sure = all(low > top if sign > 0 else high < bottom for bottom, top in others)
        if alike and sure:
            yield tell([field[at].name for at in group], field[group[0]].text)


def _by_class(
    field: Sequence[Contender], data: MapChart, language: str, told: MapWords
) -> Iterator[str]:
    classes = classes_of([one.amount for one in field], data.breaks, data.scale)
    texts = classes.texts(language)
    ordered = sorted(field, key=lambda one: -one.amount.best)
    for number, group in groupby(ordered, key=lambda one: classes.of(one.amount.best)):
        members = [(one.name, one.text) for one in group]
        if len(field) <= _EACH:
            yield told.in_class(texts[number], members)
        elif texts[number]:
            yield told.count_in_class(texts[number], len(members))

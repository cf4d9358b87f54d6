"""Russian: what its sentences are made of, and words of several kinds."""

from collections.abc import Sequence

from briefing.charts.words.grammar import (
    NAMED,
    NBSP,
    listed,
    paired,
    sentence,
    strung,
)


def russian_count(count: int, one: str, few: str, many: str) -> str:
    """Count in Russian.

    Source:
        CLDR, Language Plural Rules, ru.
    """
    last, teen = count % 10, count % 100 // 10 == 1
    if last == 1 and not teen:
        return f"{count} {one}"
    return f"{count} {few if last in (2, 3, 4) and not teen else many}"


def russian_paired(pairs: Sequence[tuple[str, str]]) -> str:
    """Write names and values."""
    return paired(pairs, link=f"{NBSP}— ")


def russian_span(start: str, end: str) -> str:
    """Write from when to when, or from what to what, in no case but the nominative."""
    return f"{start}–{end}" if start.isdigit() and end.isdigit() else f"{start}{NBSP}— {end}"


def russian_gaps(spans: Sequence[tuple[str, str]]) -> str:
    """Write between which dates."""
    between = "в промежутке" if len(spans) == 1 else "в промежутках"
    return f"{between} {listed([russian_span(start, end) for start, end in spans], 'и')}"


class _Russian:
    """The wording; see `Words` of `general`. Figures, names and dates stand in the nominative."""

    language = "ru"
    no_data = "нет данных"
    broken_scale = "шкала начинается не с нуля"

    def bar_chart(self, title: str) -> str:
        return sentence(f"Столбчатая диаграмма: {title}")

    def line_chart(self, title: str) -> str:
        return sentence(f"Линейный график: {title}")

    def measure(self, text: str) -> str:
        return sentence(text)

    def bars(self, count: int) -> str:
        return f"{_bars(count)}."

    def lines(self, count: int, first: str, last: str) -> str:
        number = russian_count(count, "линия", "линии", "линий")
        return sentence(f"{number}, {first if first == last else russian_span(first, last)}")

    def each_bar(self, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(f"Значения: {russian_paired(bars)}")

    def few_bars(self, count: int, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{_bars(count)}: {russian_paired(bars)}")

    def all_alike(self, text: str) -> str:
        return sentence(f"Все значения одинаковы: {text}")

    def highest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        head = "Наибольшее значение" if sure else "Самый длинный столбец"
        return sentence(f"{head}: {_few(names)}, {text}")

    def lowest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        head = "Наименьшее значение" if sure else "Самый короткий столбец"
        return sentence(f"{head}: {_few(names)}, {text}")

    def ranked(
        self, name: str, text: str, ranks: tuple[int, int], count: int, *, shared: bool
    ) -> str:
        best, worst = ranks
        rank = f"{best}" if best == worst else f"{best}–{worst}"
        told = f"{'делит ' if shared else ''}{rank}-е место из {count}"
        return f"Выделено: {name}, {text}, {told}."

    def highlighted(self, name: str) -> str:
        return f"{name} (выделено)"

    def at(self, text: str, period: str) -> str:
        return f"{text} ({period})"

    def single(self, name: str, text: str, period: str) -> str:
        return f"{name}: {text} ({period})."

    def change(self, name: str, first: str, start: str, last: str, end: str, peak: str) -> str:
        if first == last:
            return f"{name}: {first} ({start} и {end}){peak}."
        return f"{name}: сначала {first} ({start}), в конце {last} ({end}){peak}."

    def peak(self, text: str, period: str) -> str:
        return f", максимум {text} ({period})"

    def each_point(self, points: Sequence[tuple[str, str]]) -> str:
        return f"Все точки: {', '.join([self.at(text, period) for text, period in points])}."

    def reference(self, name: str, text: str) -> str:
        return sentence(f"{name}: {text}")

    def missing(self, names: Sequence[str]) -> str:
        return sentence(f"Нет данных: {strung(names)}")

    def gaps(self, name: str, spans: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{name}: нет данных {russian_gaps(spans)}")

    def other_lines(self, count: int) -> str:
        return f"Ещё {russian_count(count, 'линия', 'линии', 'линий')}."


def _bars(count: int) -> str:
    return russian_count(count, "столбец", "столбца", "столбцов")


def _few(names: Sequence[str]) -> str:
    return listed(names, "и") if len(names) <= NAMED else _bars(len(names))


RUSSIAN = _Russian()

"""Slope charts: what rose and what fell from one column to another."""

from collections.abc import Callable, Iterator, Sequence
from math import isclose

from msgspec import Struct

from briefing.charts.kinds.slopes.course import Course, Way, courses_of
from briefing.charts.kinds.slopes.plot import plot_slopes
from briefing.charts.look import Frame
from briefing.charts.plot import Named, Plot, grid_amounts, grid_table
from briefing.charts.words import Words
from briefing.charts.words.slopes import SlopeWords, slope_words
from briefing.model.chart import SlopeChart

# In the alternative text; the data hold all.
_EACH = 12  # lines that are all told
_SUMMED_UP = 3  # lines, at least, where one is the steepest


class Slopes(Struct, frozen=True):
    """The kind."""

    data: SlopeChart

    def amounts(self) -> list[Named]:
        """List all amounts that there are.

        Raises:
            ValueError: There are not two columns.
        """
        count = len(self.data.grid.columns)
        if count != 2:
            raise ValueError(f"a slope chart of {count} columns; 2 are needed")
        return grid_amounts(self.data.grid)

    def plot(self, frame: Frame) -> Plot:
        """Draw the lines, in the wanted height unless their labels need more."""
        return plot_slopes(self.data, frame)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell how many rise and fall, the steepest, and both ends of a dozen lines."""
        return list(_sentences(self.data, title, words))

    def table(self) -> str:
        """Write one row for each end of a line."""
        return grid_table(self.data.grid, self.data.scale)


def _sentences(data: SlopeChart, title: str, words: Words) -> Iterator[str]:
    own, courses = slope_words(words.language), courses_of(data)
    start, end = data.grid.columns
    yield own.chart(title)
    yield own.lines(len(courses), start.label, end.label)
    ways = [course.way for course in courses]
    counts = [ways.count(way) for way in ("rise", "fall", "level", "unsure")]
    if any(counts):
        yield own.ways(*counts)
    yield from _steepest(courses, own)
    each = len(courses) <= _EACH
    told = [course for course in courses if each or course.head.highlighted][:_EACH]
    for course in told:
        name = course.head.label
        first, last = (text or words.no_data for text in course.texts)
        yield own.course(words.highlighted(name) if course.head.highlighted else name, first, last)
    if told and len(told) < len(courses):
        yield own.others(len(courses) - len(told))
    missing = [course.head.label for course in courses if not all(course.ends)]
    if missing and not each:
        yield words.missing(missing)


def _steepest(courses: Sequence[Course], own: SlopeWords) -> Iterator[str]:
    """Name the steepest lines, if it is sure how steep each is."""
    steps = [course.step for course in courses]
    known = [step for step in steps if step is not None]
    if len(known) < _SUMMED_UP or len(known) < sum(all(course.ends) for course in courses):
        return
    extremes: tuple[tuple[float, Way, Callable[..., str]], ...] = (
        (max(known), "rise", own.rises_most),
        (min(known), "fall", own.falls_most),
    )
    for most, way, tell in extremes:
        group = [
            course
            for course, step in zip(courses, steps, strict=True)
            if step is not None and isclose(step, most)
        ]
        alike = len({course.texts for course in group}) == 1
        if alike and group[0].way == way:
            yield tell([course.head.label for course in group], *group[0].texts)

"""From a function or a Figure to what is painted: made, judged, recorded."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import assert_never

import matplotlib
from matplotlib.figure import Figure

from briefing.charts.figures.apart import Warned, apart
from briefing.charts.figures.arrange import arrange
from briefing.charts.figures.brought import Brought
from briefing.charts.figures.edges import beyond
from briefing.charts.figures.handed import data_of, house_of
from briefing.charts.figures.house import families_of, house_style
from briefing.charts.figures.judge import is_empty, not_a_figure
from briefing.charts.figures.record import record
from briefing.charts.figures.run import call, called_for, place_in, said_by
from briefing.charts.look import Frame
from briefing.errors import ContentError, Diagnostic, Location
from briefing.figures import House
from briefing.model.chart import FigureChart
from briefing.model.chart_spec import GivenFigure, PlotFunction
from briefing.model.drawing import Painted

Made = PlotFunction | GivenFigure

_KNOWN_FOLDERS = str(Path(__file__).parent), str(Path(matplotlib.__file__).parent)
_HARMLESS = (DeprecationWarning, PendingDeprecationWarning, FutureWarning, ResourceWarning)
"""Warnings that are about code, not about what it shows."""


def make(chart: FigureChart, frame: Frame) -> list[Painted]:
    """Make the figure in the house style, and record what it paints.

    Raises:
        ContentError: The function fails or gives no figure, or what it gives cannot be printed
            as it should look.
    """
    made = chart.options.made
    if made is None:
        raise ContentError([Diagnostic(frame.where, "nobody has brought the figure")])
    families = families_of(frame.fonts, frame.look.name)
    with apart() as warned, house_style(frame.look, families):
        house = house_of(frame.look, (frame.width, frame.height), chart.scale, families[0])
        figure = _figure(made, chart, house, frame)
        _judge(figure, made, frame)
        arrange(figure)
        painted = _recorded(figure, made, frame)
    problems = [*_warnings(warned, made, frame), *_cut_off(painted, made, frame)]
    if problems:
        raise ContentError(problems)
    return painted


def _figure(made: Made, chart: FigureChart, house: House, frame: Frame) -> Figure:
    match made:
        case GivenFigure(figure=Brought() as brought):
            return brought.figure()
        case GivenFigure(figure=other):
            raise ValueError(f"a chart was given {other!r}, not what with_figure makes of a Figure")
        case PlotFunction():
            figure = call(made, data_of(chart.grid, chart.scale), house, frame.where)
            wrong = not_a_figure(figure)
            if wrong:
                what, hint = wrong
                message = f"{made.name!r} gave back {what}"
                raise ContentError([Diagnostic(made.where, message, hint)])
            found: Figure = figure
            return found
        case _:
            assert_never(made)


def _judge(figure: Figure, made: Made, frame: Frame) -> None:
    """Refuse a figure that shows nothing."""
    if is_empty(figure):
        message = "the figure is empty: it shows nothing but axes"
        raise ContentError([Diagnostic(_where(made, frame), message, _whose(made, frame))])


def _recorded(figure: Figure, made: Made, frame: Frame) -> list[Painted]:
    try:
        return record(
            figure,
            width=frame.width,
            height=frame.height,
            fonts=frame.fonts,
            style=frame.look.name,
            where=_where(made, frame),
        )
    except ContentError:
        raise
    except Exception as error:  # whatever matplotlib finds wrong, or what words its ticks raises
        if _is_ours(error.__traceback__):
            raise
        where = _where(made, frame)
        if isinstance(made, PlotFunction):
            where = place_in(error.__traceback__, made) or where
        message, hint = f"the figure cannot be drawn: {type(error).__name__}", _whose(made, frame)
        problem = Diagnostic(where, message, hint, detail=said_by(error))
        raise ContentError([problem]) from error


def _is_ours(trace: TracebackType | None) -> bool:
    """Tell whether an exception comes from what records, and not from what it is called by."""
    last = ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(_KNOWN_FOLDERS) or not Path(file).is_absolute():
            last = file
        trace = trace.tb_next
    return last.startswith(_KNOWN_FOLDERS[0])


def _warnings(warned: Warned, made: Made, frame: Frame) -> Iterator[Diagnostic]:
    """Take warnings for errors, for who warns does not vouch for what is seen."""
    for one in warned:
        if issubclass(one.category, _HARMLESS):
            continue
        where = _where(made, frame)
        if isinstance(made, PlotFunction) and one.filename == made.module:
            where = Location(made.module, one.lineno)
        message = f"the figure comes with a warning: {one.category.__name__}"
        hint = "mend it, or say that it is right: warnings.filterwarnings('ignore', …) beside it"
        yield Diagnostic(where, message, hint, detail=said_by(one.message))


def _cut_off(painted: Iterable[Painted], made: Made, frame: Frame) -> Iterator[Diagnostic]:
    found = sorted(beyond(painted, frame), key=lambda one: -one[1])
    if found:
        text, by = found[0]
        several = f", and {len(found) - 1} more do" if len(found) > 1 else ""
        message = f"a text reaches {by:.0f} pt beyond the figure’s edge{several}"
        hint = "give it figsize=house.size and layout='constrained', or leave its layout alone"
        yield Diagnostic(_where(made, frame), message, hint, detail=repr(text))


def _where(made: Made, frame: Frame) -> Location:
    return made.where if isinstance(made, PlotFunction) else frame.where


def _whose(made: Made, frame: Frame) -> str:
    return called_for(frame.where) if isinstance(made, PlotFunction) else ""

"""A project's own function, called: the only place where code of a project runs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from types import CodeType, ModuleType, TracebackType
from typing import Any

from briefing.errors import ContentError, Diagnostic, Location
from briefing.figures import Data, House
from briefing.model.chart_spec import PlotFunction

_NAME = "figures_of_this_project"
_LONGEST = 300
"""Characters of what an exception says of itself."""


def call(function: PlotFunction, data: Data, house: House, chart: Location) -> Any:
    """Run the module anew, so that no call knows of another, and call the function in it.

    Args:
        function: That of a project that runs code.
        data: Its first argument.
        house: Its second.
        chart: The place of the chart that it is called for.

    Raises:
        ContentError: The module or the function raised something; at the last place in the
            project's own file.
    """
    try:
        with _loaded(function) as module:
            return getattr(module, function.name)(data, house)
    except (Exception, SystemExit) as error:  # whatever the author's code may raise
        raise ContentError([_raised(error, function, chart)]) from error


@contextmanager
def _loaded(function: PlotFunction) -> Iterator[ModuleType]:
    """Run a module; while it is in use, its classes find it under its name."""
    module = ModuleType(_NAME)
    module.__file__ = function.module
    sys.modules[_NAME] = module
    try:
        exec(_code(function.source, function.module), vars(module))
        yield module
    finally:
        sys.modules.pop(_NAME, None)


@lru_cache(maxsize=64)
def _code(source: str, file: str) -> CodeType:
    return compile(source, file, "exec", dont_inherit=True)


def _raised(error: BaseException, function: PlotFunction, chart: Location) -> Diagnostic:
    where = place_in(error.__traceback__, function) or function.where
    message = f"{function.name!r} raised {type(error).__name__}"
    return Diagnostic(where, message, called_for(chart), detail=said_by(error))


def called_for(chart: Location) -> str:
    """Say whose figure it is, for a place in a file of Python says nothing of charts."""
    return f"it was called for {chart.file}"


def said_by(error: BaseException | Warning | str) -> str:
    """Give the first line of what an exception says, which may be anything that is in the data."""
    first = str(error).strip().partition("\n")[0].rstrip()
    return first[:_LONGEST] + ("…" if len(first) > _LONGEST else "")


def place_in(trace: TracebackType | None, function: PlotFunction) -> Location | None:
    """Find the innermost place in the project's own file."""
    found = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == function.module:
            found = trace
        trace = trace.tb_next
    if found is None:
        return None
    positions = found.tb_frame.f_code.co_positions()
    start = next(islice(positions, found.tb_lasti // 2, None), (None,) * 4)
    line, column = found.tb_lineno, 1
    if start[0] == line and start[2] is not None:
        text = function.source.split("\n")[line - 1]
        column += len(text.encode()[: start[2]].decode(errors="ignore"))
    return Location(function.module, line, column)

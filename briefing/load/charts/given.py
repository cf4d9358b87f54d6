"""What a program says of a figure that it brings: its data, and the words beside it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from briefing.errors import Location
from briefing.load.charts.reader import Reader
from briefing.load.charts.rows import read_several
from briefing.load.conditions import CONDITIONS
from briefing.load.expressions import Checker
from briefing.load.prose.alternatives import check_alternative
from briefing.load.rows import known_of
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.files import Files, TextFile
from briefing.load.syntax.nodes import node_of
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlText
from briefing.load.tabular.frames import dictionaries
from briefing.model.chart_spec import ChartSpec, FigureOptions, FromRows, GivenFigure
from briefing.model.content import Content
from briefing.model.prose import Inline, Text

_FILE = "with_figure"
_ROWS = "data"
_SAID = ("unit", "decimals", "source", "locator", "also")

Given = Mapping[str, Any]


def add_figure(
    content: Content, chart: str, made: GivenFigure, given: Given, problems: Problems
) -> Content:
    """Put a figure where its chart stands; see `figure_of`."""
    spec = content.charts[chart]
    if not isinstance(spec.options, FigureOptions):
        raise ValueError(
            f"the chart {chart!r} takes no figure; "
            "write 'chart: figure' and 'given: true' in its spec"
        )
    changed = replace(spec, options=FigureOptions(made))
    for field in ("title", "alt", "note"):
        if given.get(field) is not None:
            changed = replace(changed, **{field: _words(given[field])})
    if given.get("data") is not None:
        changed = replace(changed, data=_data(content, given, problems))
    _check_whole(changed)
    check_alternative(changed.alt, changed.title, ("chart", chart), Location(_FILE, 1), problems)
    return replace(content, charts={**content.charts, chart: changed})


def _words(text: Any) -> tuple[Inline, ...]:
    """Take words from a program as they are, whatever signs they hold."""
    return (Text(str(text), Location(_FILE, 1)),)


def _check_whole(spec: ChartSpec) -> None:
    missing = [
        name
        for name, value in (("data", spec.data), ("alt", spec.alt), ("title", spec.title))
        if not value
    ]
    if missing:
        told = " and ".join(f"{name}=…" for name in missing)
        raise ValueError(f"the figure for {spec.id!r} comes without {told}, here or in its spec")


def _data(content: Content, given: Given, problems: Problems) -> FromRows | None:
    """Read rows: their first column names the categories, the others are series."""
    written = [_present(row) for row in dictionaries(given["data"])]
    named = dict.fromkeys(name for row in written for name in row if name not in CONDITIONS)
    if len(named) < 2:
        raise ValueError("the data need rows with a column of names and a column of figures")
    fields = Fields(_spec(given, tuple(named), written), problems)
    checker = Checker(known_of(content), problems)
    files = Files(Path(content.root), problems)
    return read_several(
        Reader(fields, TextFile(_FILE, ""), files, checker, content.indicators), "either"
    )


def _present(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Leave out what is missing; frames say so with a number that is none."""
    return {
        " ".join(str(name).split()): value
        for name, value in row.items()
        if value is not None and value == value
    }


def _spec(given: Given, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> YamlMap:
    """Spell the data as the spec of a chart would, each row a line."""
    said = {name: given[name] for name in _SAID if given.get(name) is not None}
    x, *series = columns
    node: YamlMap = node_of({**said, "x": x, "series": series}, 1, _FILE)
    listed = [node_of(row, number, _ROWS) for number, row in enumerate(rows, start=1)]
    key = YamlText("rows", "", _FILE, 1, 1)
    return node._replace(entries={**node.entries, "rows": (key, YamlList(listed, _ROWS, 1, 1))})

"""A chart's own rows as they are written: in its spec, or in a file beside it."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import NamedTuple

from briefing.errors import Location
from briefing.load.charts.csv_file import parse_csv
from briefing.load.charts.reader import FOLDER, Reader
from briefing.load.conditions import CONDITIONS
from briefing.load.syntax.fields import Fields, each_of
from briefing.load.syntax.yaml_doc import YamlMap


class Written(NamedTuple):
    """Rows as they are written.

    Attributes:
        columns: Those that are no conditions, each with the place that names it first.
        where: Of the rows.
        in_file: They stand in a file of their own, where every row has every column.
    """

    columns: Mapping[str, Location]
    rows: tuple[YamlMap, ...]
    where: Location
    in_file: bool


def has_rows(fields: Fields) -> bool:
    """Tell whether a chart brings rows of its own, and take down where it has two sources."""
    given = [name for name in ("readings", "rows", "data") if fields.has(name)]
    if len(given) > 1:
        message = f"the figures come from {' and from '.join(map(repr, given))}"
        hint = "give one: readings of the project, rows here, or a file as 'data'"
        fields.problems.error(fields.place(given[1]), message, hint)
    return "rows" in given or "data" in given


def read_written(reader: Reader) -> Written | None:
    """Read the rows; None, and why, where there are none that could be used."""
    fields = reader.fields
    return _rows_of_file(reader) if fields.has("data") else _rows_of_spec(fields)


def check_used(written: Written, used: set[str], reader: Reader) -> None:
    """Take down columns of a file that nothing reads: each might be a condition, mistyped."""
    unused = {name.text: name.where for name in reader.fields.names("unused") or ()}
    for name, where in unused.items():
        if name not in written.columns:
            reader.problems.unknown(where, "column", name, written.columns)
        elif name.strip().lower() in CONDITIONS:
            hint = f"write {name.strip().lower()!r} in the file's first line, or another name"
            reader.problems.error(where, f"the column {name!r} may say who sees its rows", hint)
    for name, where in written.columns.items():
        if name not in used and name not in unused:
            near = get_close_matches(name, (*used, *CONDITIONS), n=1)
            guess = f"did you mean {near[0]!r}? " if near else ""
            hint = f"{guess}a column that is of no use here is named under 'unused'"
            reader.problems.error(where, f"nothing reads the column {name!r}", hint)


def _rows_of_spec(fields: Fields) -> Written | None:
    node = fields.node("rows")
    if node is None:
        return None
    rows = tuple([each.mapping for each in each_of(node, "rows", fields.problems)])
    columns: dict[str, Location] = {}
    for row in rows:
        for name, (key, _) in row.entries.items():
            if name not in CONDITIONS:
                columns.setdefault(name, key.where)
    return Written(columns, rows, node.where, in_file=False) if rows else None


def _rows_of_file(reader: Reader) -> Written | None:
    node = reader.fields.scalar("data", "the name of a file")
    if node is None:
        return None
    name = node.text
    if "/" in name or "\\" in name:
        message = f"{name!r} does not stand beside this file"
        hint = f"put it into '{FOLDER}', and give its name alone"
        reader.problems.error(node.where, message, hint)
        return None
    if not name.endswith(".csv") or name == ".csv":
        hint = "wanted: a file of comma-separated values, which ends in .csv"
        reader.problems.error(node.where, f"{name!r} is no file of figures", hint)
        return None
    file = reader.files.read(f"{FOLDER}/{name}", node.where)
    parsed = parse_csv(file, reader.problems) if file else None
    if parsed is None:
        return None
    columns = {one.text: one.where for one in parsed.columns if one.text not in CONDITIONS}
    return Written(columns, parsed.rows, node.where, in_file=True)

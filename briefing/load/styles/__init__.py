"""``styles/*.yaml``: house styles, of the project and of the package.

A project's style hides a packaged one of the same name, and may extend it.
"""

from collections.abc import Iterable
from pathlib import Path

from briefing.errors import Location
from briefing.load.styles.contrast import check_contrast
from briefing.load.styles.legible import check_sizes
from briefing.load.styles.marking import with_watermark
from briefing.load.styles.parts import read_style
from briefing.load.syntax.fields import Fields, top_fields
from briefing.load.syntax.files import Files
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap, YamlText, parse_yaml
from briefing.model.style import Style

FOLDER = "styles"
SUFFIX = ".yaml"
PACKAGED = "briefing/styles/"
"""Stands before the paths of packaged styles."""


class Styles:
    """The styles that a project may name."""

    def __init__(self, project: Files, root: Path, packaged: Path, problems: Problems) -> None:
        """List the styles.

        Args:
            project: Reads the project's files.
            root: Of the project.
            packaged: The folder of the packaged styles; it may be the project's own.
            problems: What is wrong is taken down here.
        """
        self._project = project
        self._packaged = Files(packaged, problems, shown=PACKAGED, confined=False)
        self._problems = problems
        self._own = project.names(FOLDER, SUFFIX)
        same = packaged.resolve() == (root / FOLDER).resolve()
        self._theirs = () if same else self._packaged.names(".", SUFFIX)
        self._maps: dict[str, YamlMap | None] = {}

    def names(self) -> tuple[str, ...]:
        """List all styles that may be named."""
        return tuple(sorted({*self._own, *self._theirs}))

    def read(self, used: Iterable[str]) -> dict[str, Style]:
        """Read the project's own styles, and those packaged ones that are used."""
        styles: dict[str, Style] = {}
        for name in sorted({*self._own, *used}.intersection(self.names())):
            node = self._merged(name, ())
            if node is not None:
                styles[name] = self._style(name, node)
        return styles

    def inputs(self) -> dict[str, str]:
        """Give the packaged files that were read, with their hashes."""
        return self._packaged.inputs

    def _style(self, name: str, node: YamlMap) -> Style:
        mine = Problems()
        style = read_style(Fields(node, mine), name, Location(node.file, 1), self._find)
        if not mine.failed:  # else its colours may not be those that are meant
            style = with_watermark(style)
            check_contrast(style, mine)
            check_sizes(style, mine)
        self._problems.take(mine)
        return style

    def _merged(self, name: str, below: tuple[str, ...]) -> YamlMap | None:
        """Give a style with all that it extends; `below` are the paths that extend it."""
        path = self._path(name, below)
        node = self._map(path)
        extended = node.entries.get("extends") if node else None
        if node is None or extended is None:
            return node
        parent = extended[1]
        above = (*below, path)
        if type(parent) is not YamlText:
            self._problems.error(parent.where, "'extends' is no name", "wanted: a style's name")
            return None
        hidden = name == parent.text or path.startswith(PACKAGED)
        known = {*self._theirs} if hidden else {*self._own, *self._theirs}
        if parent.text not in known:
            self._problems.unknown(parent.where, "style", parent.text, known)
            return None
        if self._path(parent.text, above) in above:
            self._problems.error(parent.where, f"the style {parent.text!r} extends itself")
            return None
        base = self._merged(parent.text, above)
        return None if base is None else merge(base, node)

    def _path(self, name: str, below: tuple[str, ...]) -> str:
        """Find a style that the last of `below` extends, or that a document names.

        What a packaged style extends is packaged too, whatever a project calls its own; what a
        project's style of the same name hides is what it extends.
        """
        own = f"{FOLDER}/{name}{SUFFIX}"
        outside = below and (below[-1] == own or below[-1].startswith(PACKAGED))
        return own if name in self._own and not outside else PACKAGED + name + SUFFIX

    def _map(self, path: str) -> YamlMap | None:
        if path not in self._maps:
            packaged = path.startswith(PACKAGED)
            files = self._packaged if packaged else self._project
            file = files.read(path.removeprefix(PACKAGED) if packaged else path)
            node = parse_yaml(file, self._problems) if file else None
            top_fields(node, self._problems)
            self._maps[path] = node if type(node) is YamlMap else None
        return self._maps[path]

    def _find(self, node: YamlText) -> str | None:
        """Find a font beside the style that names it."""
        if node.file.startswith(PACKAGED):
            return self._packaged.find(node.text)
        return self._project.find(f"{FOLDER}/{node.text}")


def merge(base: YamlMap, node: YamlMap) -> YamlMap:
    """Put the fields of `node` over those of `base`; mappings are merged, all else is replaced."""
    entries = dict(base.entries)
    for name, (key, value) in node.entries.items():
        below = entries.get(name)
        if below and type(value) is YamlMap and type(below[1]) is YamlMap:
            value = merge(below[1], value)
        entries[name] = (key, value)
    for name, other in _INSTEAD:
        if name in node.entries and other not in node.entries:
            entries.pop(other, None)
    return YamlMap(entries, node.file, node.line, node.column)


_INSTEAD = (("measure", "outer"), ("outer", "measure"))
"""What a style says instead of what the one that it extends says."""


def read_packaged(folder: Path, name: str) -> Style:
    """Read a style that travels with the package, for papers that no project asks for.

    Args:
        folder: Of the packaged styles.
        name: Of one of them.

    Raises:
        ContentError: With everything that is wrong with it.
    """
    problems = Problems()
    styles = Styles(Files(folder, problems, confined=False), folder, folder, problems)
    found = styles.read((name,))
    problems.settle()
    return found[name]

"""Prose in YAML fields, and front matter above Markdown."""

from typing import NamedTuple

from briefing.errors import Location
from briefing.load.conditions import spoken
from briefing.load.expressions import Checker
from briefing.load.markdown.inlines import Bears, Setting, read_inlines
from briefing.load.markdown.mask import mask
from briefing.load.syntax.fields import Fields, top_fields
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.places import places_of_scalar
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlText, parse_yaml
from briefing.model.prose import ALWAYS, Conditions, Inline

_RULE = "---"


class Prose(NamedTuple):
    """Reads fields of one file as Markdown.

    Attributes:
        lines: All lines of that file.
        language: Of the words.
    """

    checker: Checker
    lines: tuple[str, ...]
    language: str

    def read(
        self,
        fields: Fields,
        name: str,
        default: str | None = "",
        *,
        bears: Bears = "words",
    ) -> tuple[Inline, ...]:
        """Read a field as the words of one block; with None for `default` it must be there."""
        text = fields.text(name, default).rstrip("\n")
        node = fields.node(name)
        if not text or type(node) is not YamlText:
            return ()
        setting = Setting(self.checker, self.language, bears=bears)
        return read_inlines(mask(text), places_of_scalar(node, self.lines), setting)


def prose_of(checker: Checker, file: TextFile, conditions: Conditions = ALWAYS) -> Prose:
    """Give a reader for the fields of `file`, whose `conditions` may tell their language."""
    language = spoken(conditions, checker.known.languages[0])
    return Prose(checker, tuple(file.text.split("\n")), language)


def split_front_matter(file: TextFile, problems: Problems) -> tuple[Fields | None, TextFile]:
    """Split a file into the fields above its text, and the text.

    Returns:
        The fields, None if they cannot be read; and the text with empty lines in their place, so
        that its lines keep their numbers.
    """
    lines = file.text.split("\n")
    rules = [number for number, line in enumerate(lines) if line.rstrip() == _RULE][:2]
    if len(rules) < 2 or rules[0] != 0:
        message = "the front matter is not closed" if rules == [0] else "there is no front matter"
        hint = "begin the file with a line '---', then 'title: …', then a line '---'"
        problems.error(Location(file.path, 1), message, hint)
        # Where fields and text cannot be told apart, nothing more is said of either.
        return None, TextFile(file.path, "") if rules else file
    end = rules[1]
    above = TextFile(file.path, "\n".join(lines[1:end]) + "\n")
    node = parse_yaml(above, problems, from_line=2, what="front matter")
    below = TextFile(file.path, "\n" * (end + 1) + "\n".join(lines[end + 1 :]))
    return top_fields(node, problems), below

"""Words for those who cannot see a picture or chart."""

from briefing.errors import Location
from briefing.load.prose import Prose
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlText
from briefing.model.prose import Inline
from briefing.model.rules import fixed_words, vague_alternative


def read_alternative(
    fields: Fields, prose: Prose, what: str, name: str, title: tuple[Inline, ...]
) -> tuple[Inline, ...]:
    """Read ``alt``, and take down what tells nothing, as far as all readers get the same.

    Args:
        fields: Of the picture or chart.
        prose: Reads them.
        what: ``picture`` or ``chart``.
        name: Of its file.
        title: Printed with it.
    """
    alt = prose.read(fields, "alt")
    node = fields.node("alt")
    if type(node) is YamlText and not node.text.strip():
        hint = f"say what the {what} shows, for those who cannot see it"
        fields.problems.error(node.where, "'alt' is empty", hint, "alternative")
    check_alternative(alt, title, (what, name), fields.place("alt"), fields.problems)
    return alt


def check_alternative(
    alt: tuple[Inline, ...],
    title: tuple[Inline, ...],
    told: tuple[str, str],
    where: Location,
    problems: Problems,
) -> None:
    """Take down words that tell nothing of what `told` names, ``picture`` or ``chart``, by name."""
    words = fixed_words(alt)
    fault = vague_alternative(words, *told, fixed_words(title) or "") if words else None
    if fault is not None:
        problems.error(where, *fault, "alternative")

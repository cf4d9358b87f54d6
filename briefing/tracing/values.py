"""Where numbers come from, as ``briefing trace --json`` prints it, name by name."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace


class Figure(Struct, frozen=True):
    """A reading that a number was printed from.

    Attributes:
        period: As ISO 8601.
        input: File and line that it was read from.
        definition: Of the indicator; empty where the project is not known, or has none.
        as_of: Of what day, month or year the source says that the figure is, as ISO 8601; may be
            empty.
        licence: Under which the figure was published; may be empty.
        doubt: What its note says against it; may be empty.
    """

    indicator: str
    place: str
    period: str
    input: str
    definition: str = ""
    as_of: str = ""
    licence: str = ""
    doubt: str = ""


class Spot(Struct, frozen=True):
    """A place where a number is printed.

    Attributes:
        file: Its name, without the ending where the file was not made.
        page: From 1; None where that is not known.
    """

    file: str
    page: int | None


class Answer(Struct, frozen=True):
    """A number, where it stands, and what it rests on.

    Attributes:
        text: The number alone.
        statement: What it stands in: a sentence, a row, the letters of a figure.
        input: File, line and column of what the author wrote.
        figures: Empty for a number that was typed; of a range, each that it spans, of others also
            those of further sources that say the same.
        cited: Keys of sources, with the places in them: ``lee-2021, p. 4``. With no figures and
            none of these, it is not known where the number comes from.
        role: What it stands in: ``text``, ``heading``, ``table``, ``caption`` or ``figure``.
    """

    text: str
    statement: str
    spots: tuple[Spot, ...]
    input: str
    figures: tuple[Figure, ...]
    cited: tuple[str, ...]
    role: str = "text"

    @property
    def is_traced(self) -> bool:
        """Whether it is known where it comes from."""
        return bool(self.figures or self.cited)


def defined(answer: Answer, definitions: Mapping[str, str]) -> Answer:
    """Say of each figure of an answer what its indicator means, as far as that is known."""
    figures = [
        replace(one, definition=definitions.get(one.indicator, "")) for one in answer.figures
    ]
    return replace(answer, figures=tuple(figures))

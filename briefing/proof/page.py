"""What a stream of content says: pieces of text, in the order of painting and by marked content.

Where two pieces on one line stand apart in the file, and no space is painted between them, both
readings are kept: one word, and two (`GUESSED`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.proof.fonts import Font
from briefing.proof.strand import GUESSED
from briefing.proof.syntax import STRING_OR_NUMBER, UnreadableError, read_string

_WIDE = 180  # thousandths of the size; no pair of letters is kerned by as much


@dataclass(slots=True)
class Said:
    """A text that takes the place of whatever is painted until its mark ends (ActualText)."""

    text: str
    done: bool = False


Shown = tuple[Font | None, bytes, bool, str, int | None, Said | None]
"""A font and the operand it is shown with; whether that is only the inside of a literal string;
what parts it from the piece before; the number of its marked content (MCID); what is said in its
place. Without a font and operand it is where something said ends."""


@dataclass(slots=True)
class Page:
    """The texts of a page, all folded.

    Attributes:
        painted: In the order of painting; where words part, a piece begins with a space.
        leaves: Number of marked content → its pieces.
        follows: Number of marked content → that of the piece before it.
        asides: Texts that are not painted: in properties of marked content, and comments.
        guessed: Whether two words may be one.
    """

    painted: list[str] = field(default_factory=list)
    leaves: dict[int, list[str]] = field(default_factory=dict)
    follows: dict[int, int | None] = field(default_factory=dict)
    asides: list[str] = field(default_factory=list)
    guessed: bool = False


def assemble(shown: Sequence[Shown], asides: Iterable[str]) -> Page:
    """Put together what was shown, in order.

    Raises:
        UnreadableError: Something was shown without a font, or in one that does not give its text.
    """
    page = Page(asides=list(asides))
    painted, leaves = page.painted, page.leaves
    last, last_leaf, ahead = " ", None, ""
    for text, (_, _, _, between, leaf, said) in zip(_texts(shown), shown, strict=True):
        between = between or ahead
        if not text:
            ahead = between
            if said is not None:
                _say(page, leaf, " ", said)
            continue
        ahead = ""
        if last == " " or text[0] == " ":
            between = ""
        elif between != " ":
            between = _doubt(between, last, text[0])
        piece = between + text
        painted.append(piece)
        if leaf is not None:
            if leaf not in leaves:
                leaves[leaf] = []
                page.follows[leaf] = last_leaf
            if said is None:
                leaves[leaf].append(piece)
            else:
                _say(page, leaf, between, said)
        last, last_leaf = text[-1], leaf
    page.guessed = any(GUESSED in piece for piece in painted)
    return page


def _say(page: Page, leaf: int | None, between: str, said: Said) -> None:
    """Let marked content say a text in place of what is painted, once."""
    if leaf is not None and not said.done:
        said.done = True
        page.leaves.setdefault(leaf, []).append(between + said.text)


def _doubt(between: str, last: str, first: str) -> str:
    """Say what stands between two signs where no space does."""
    if last.isdigit() is not first.isdigit():
        return " " if between else ""  # a letter and a digit part by themselves
    if last.isdigit():
        return GUESSED  # a year, and the number of its note
    return between


def _texts(shown: Sequence[Shown]) -> list[str]:
    """Read all operands, those of one font at once where that can be."""
    texts = [""] * len(shown)
    by_font: dict[Font, list[int]] = {}
    for index, (font, operand, flat, _, _, _) in enumerate(shown):
        if font is None:
            if operand:
                raise UnreadableError("text without a font")
        elif flat:
            by_font.setdefault(font, []).append(index)
        else:
            texts[index] = _read(font, operand)
    for font, indexes in by_font.items():
        found = font.read_bodies([shown[index][1] for index in indexes])
        if found is None:
            found = [_read(font, b"(%b)" % shown[index][1]) for index in indexes]
        for index, text in zip(indexes, found, strict=True):
            texts[index] = text
    return texts


def _read(font: Font, operand: bytes) -> str:
    """Read strings, with steps between them that may be as wide as spaces."""
    text = ""
    step = 0.0
    for part in STRING_OR_NUMBER.findall(operand):
        if part[:1] not in b"<(":
            step += float(part)
            continue
        piece = font.read(read_string(part))
        if step < -_WIDE and text[-1:].strip() and piece[:1].strip():
            text += GUESSED
        text += piece
        step = 0.0 if piece else step
    return text

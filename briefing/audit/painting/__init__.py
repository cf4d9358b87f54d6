"""Follows the content of a page: what is painted inside which marks (ISO 32000-1 14.6, 14.7.4)."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Stream

from briefing.audit import entries
from briefing.audit.painting import pen
from briefing.audit.painting.gathering import Gathered, Mark, OpenArtifact, OpenSequence
from briefing.audit.painting.guessing import Guesser
from briefing.audit.painting.pen import FontKey, Fonts, MalformedError, Pen, Shown

_SHAPES = "S s f F f* B B* b b* sh"
_OPERATORS = f"{pen.OPERATORS} BDC BMC EMC Do BI ID EI {_SHAPES}"
_DEEPEST = 20  # forms inside forms
_MOST_FORMS = 4000  # painted on one page
_MOST_MARKS = 1000  # open at once
_ERRORS = (pikepdf.PdfError, TypeError, ValueError, OverflowError)


class Painter:
    """Follows the content of one page.

    Attributes:
        sequences: (stream, MCID) → sequence.
        artifacts: In the order painted.
        stray: What is outside of all marks.
        guess: Puts all text together; None where that is not asked for.
        shown: Font → code → how often it was painted with no text given instead.
        keys: Stream → its key in the parent tree.
        broken: What could not be read.
    """

    def __init__(self, fonts: Fonts, *, guess: bool) -> None:
        self.sequences: dict[tuple[int, int], OpenSequence] = {}
        self.artifacts: list[OpenArtifact] = []
        self.stray = Gathered()
        self.guess = Guesser() if guess else None
        self.shown: dict[FontKey, Counter[int]] = {}
        self.keys: dict[int, int] = {}
        self.broken: dict[str, None] = {}
        self._pen = Pen(fonts, self._put, apart=guess)
        self._marks: list[Mark] = []
        self._stream = 0
        self._owned = True
        self._depth = 0
        self._forms = 0
        self._do: Mapping[str, Callable[[Any], None]] = {
            **self._pen.do,
            "BDC": self._begin,
            "BMC": self._begin,
            "EMC": self._end,
            "Do": self._paint_object,
            "INLINE IMAGE": self._paint_image,
            **dict.fromkeys(_SHAPES.split(), self._paint_shape),
        }

    def run(self, content: Any, resources: Any) -> None:
        """Follow a page, or a form."""
        self._pen.resources = resources
        try:
            instructions = pikepdf.parse_content_stream(content, _OPERATORS)
        except _ERRORS as error:
            self.broken[f"content cannot be read: {type(error).__name__}"] = None
            return
        do = self._do
        for instruction in instructions:
            operator = ""
            try:
                operator = str(instruction.operator)
                if operator in do:  # the filter lets pass what only begins like one of them
                    do[operator](instruction.operands)
            except MalformedError as problem:
                self.broken[str(problem)] = None
            except (TypeError, ValueError, IndexError, OverflowError):
                self.broken[f"the operands of an operator '{operator}' are wrong"] = None

    def close(self) -> None:
        """Say what was left open."""
        if self._marks:
            self.broken["marked content is not closed"] = None
        if self._pen.is_inside:
            self.broken["a text object is not closed"] = None

    @property
    def _target(self) -> Gathered:
        target = self._marks[-1].target if self._marks else None
        return self.stray if target is None else target

    def _put(self, shown: Shown) -> None:
        mark = self._marks[-1] if self._marks else None
        if mark is not None and mark.replaced is not None:
            self._tell(mark, shown)
            return
        text, codes, font, spot, end, size = shown
        counted = self.shown.get(font)
        if counted is None:
            counted = self.shown[font] = Counter()
        counted.update(codes)
        self._target.add(text, spot, size, end[0])
        if self.guess is not None:
            self.guess.add(text, spot, size, end)

    def _tell(self, mark: Mark, shown: Shown | None) -> None:
        """Put the text that stands for others in their place, once."""
        if mark.told or mark.replaced is None:
            return
        for one in self._marks:
            one.told = one.told or one.replaced is mark.replaced
        if shown is None:
            self._target.add(mark.replaced, None, 0.0, 0.0)
            return
        self._target.add(mark.replaced, shown.spot, shown.size, shown.end[0])
        if self.guess is not None:
            self.guess.add(mark.replaced, shown.spot, shown.size, shown.end)

    def _begin(self, operands: Any) -> None:
        tag = entries.named(operands[0])
        given = operands[1] if len(operands) > 1 else None
        if isinstance(given, Name):
            held = entries.dictionary(self._pen.resources, "/Properties")
            given = entries.dictionary(held, given)
        if len(self._marks) >= _MOST_MARKS:
            raise MalformedError(f"more than {_MOST_MARKS} marks are open at once")
        above = self._marks[-1] if self._marks else None
        target, name = (above.target, above.name) if above else (None, "")
        mcid = entries.number(given, "/MCID")
        if mcid is not None and (self._owned or not name):
            target, name = self._sequence(mcid, tag, name), tag
        elif tag == "Artifact":
            target, name = self._artifact(given, name), tag
        inherited = above.replaced if above else None
        mark = Mark(target, name, inherited if inherited is not None else _replacement(given))
        mark.told = above.told if above is not None and inherited is not None else mark.told
        self._marks.append(mark)

    def _sequence(self, mcid: int, tag: str, within: str) -> Gathered:
        key = self._stream, mcid
        sequence = self.sequences.get(key)
        if sequence is None:
            sequence = self.sequences[key] = OpenSequence(tag, within)
        sequence.times += 1
        return sequence.gathered

    def _artifact(self, given: object, within: str) -> Gathered:
        kinds = [entries.name(given, key) for key in ("/Type", "/Subtype")]
        outside = "" if within == "Artifact" else within
        artifact = OpenArtifact("/".join(kind for kind in kinds if kind), outside)
        self.artifacts.append(artifact)
        return artifact.gathered

    def _end(self, operands: Any) -> None:  # noqa: ARG002
        if not self._marks:
            raise MalformedError("marked content ends that did not begin")
        self._tell(self._marks[-1], None)
        self._marks.pop()

    def _paint_shape(self, operands: Any) -> None:  # noqa: ARG002
        self._target.paints += 1

    def _paint_image(self, operands: Any) -> None:  # noqa: ARG002
        self._target.images += 1

    def _paint_object(self, operands: Any) -> None:
        held = entries.dictionary(self._pen.resources, "/XObject")
        name = operands[0]
        painted = entries.stream(held, name) if isinstance(name, Name) else None
        if painted is None:
            raise MalformedError(f"there is no object {entries.named(name)}")
        if entries.name(painted, "/Subtype") == "Form":
            self._paint_form(painted)
        else:
            self._target.images += 1

    def _paint_form(self, form: Stream) -> None:
        self._forms += 1
        if self._depth >= _DEEPEST or self._forms > _MOST_FORMS:
            self.broken["forms are nested too deeply, or are too many, to be read"] = None
            return
        before = self._stream, self._owned, self._pen.resources, self._marks
        inside, self._pen.is_inside = self._pen.is_inside, False
        self._stream = form.objgen[0]
        key = entries.number(form, "/StructParents")
        self._owned = key is not None
        if key is not None:
            self.keys[self._stream] = key
        self._marks = list(self._marks)
        kept = self._pen.enter(_matrix_of(form))
        self._depth += 1
        own = entries.dictionary(form, "/Resources")
        self.run(form, own if own is not None else before[2])
        self._depth -= 1
        self._pen.leave(kept)
        self._stream, self._owned, self._pen.resources, self._marks = before
        self._pen.is_inside = inside


def _replacement(given: object) -> str | None:
    """The text that a mark says its content stands for (ISO 32000-1 14.9.3, 14.9.4)."""
    for key in ("/ActualText", "/Alt"):
        if isinstance(given, Dictionary) and key in given:
            return entries.text(given, key)
    return None


def _matrix_of(form: Stream) -> pen.Matrix:
    values = entries.array(form, "/Matrix")
    try:
        a, b, c, d, e, f = map(float, values)
    except (TypeError, ValueError, OverflowError):
        return pen.UNITY
    return a, b, c, d, e, f

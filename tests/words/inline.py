"""The words of a paragraph as authors write them."""

import ast
import re
from collections.abc import Iterator
from typing import Any

from tests.words.data import Data
from tests.words.parts import Named, Noted, Part

_SIGNS = re.compile(
    r"""\\\n|\\.|\{\{(?P<expression>.*?)\}\}|(?P<note>\^?)\[|<(?P<address>[^>\s]+)>|\*+|\n""",
    re.DOTALL,
)
_BEHIND = re.compile(r"\((?P<target>[^)]*)\)(\{(?P<how>[^}]*)\})?|\{(?P<attributes>[^}]*)\}")
_STOPS = re.compile(r"^[.,;:!?]+[’”)]*")


class Inline:
    """Reads paragraphs of a document in order: what is spelled out is so the first time."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.spelled: set[str] = set()

    def parts(self, text: str) -> list[Part]:
        """The words, with what stands for others'; a marker stands behind a stop."""
        return _settled(list(self._read(text)))

    def note(self, text: str) -> Noted:
        """A note in words of their own, in which citations are set at their places."""
        inner: list[Part] = []
        for part in self._read(text):
            inner += part.parts[:-1] if isinstance(part, Noted) else [part]
        return Noted(tuple(_settled(inner)))

    def _read(self, text: str) -> Iterator[Part]:
        at = 0
        while found := _SIGNS.search(text, at):
            yield text[at : found.start()]
            at = found.end()
            sign = found[0]
            if found["expression"] is not None:
                yield from self._expression(found["expression"].strip())
            elif sign.endswith("["):
                inner, at = _bracket(text, at)
                if found["note"]:
                    yield self.note(inner)
                elif re.match(r"(see )?@", inner):
                    yield Noted((*self._citation(inner), "."))
                else:
                    behind = _BEHIND.match(text, at)
                    assert behind, f"a bracket that belongs to nothing: {inner!r}"
                    at = behind.end()
                    yield from self._marked(inner, behind)
            elif found["address"]:
                yield found["address"]
            elif sign in {"\n", "\\\n"}:
                yield " "
            elif sign.startswith("\\"):
                yield sign[1]
        yield text[at:]

    def _marked(self, inner: str, behind: re.Match[str]) -> Iterator[Part]:
        target, how = behind["target"] or "", behind["how"] or ""
        if target.startswith("#") and not inner:
            show = how.removeprefix(".") or "name"
            yield Named(target[1:], show)
        else:
            assert not re.search(
                "audience|marking|countries|languages|if=", behind["attributes"] or ""
            )
            yield from self._read(inner)

    def _citation(self, inner: str) -> Iterator[Part]:
        prefix, _, rest = inner.partition("@")
        items = []
        for item in f"@{rest}".split(";"):
            key, _, locator = item.strip().removeprefix("@").partition(",")
            items.append((key, locator))
        yield self.data.cited(items, prefix)

    def _expression(self, source: str) -> Iterator[Part]:
        named_apart = re.sub(r"\b(with|from|as)=", r"\1_=", source)  # Python's own words
        tree = ast.parse(named_apart, mode="eval").body
        match tree:
            case ast.Call(func=ast.Name(id=name), args=args, keywords=named):
                given: list[Any] = [ast.literal_eval(one) for one in args]
                by_name = {str(one.arg): ast.literal_eval(one.value) for one in named}
                yield from self._called(name, given, by_name)
            case ast.Attribute(value=ast.Name(id="edition"), attr=field):
                yield str(self.data.project["edition"][field])
            case _:
                raise NotImplementedError(source)

    def _called(self, name: str, given: list[Any], by_name: dict[str, Any]) -> Iterator[Part]:
        match name:
            case "figure":
                yield from self.data.figure(*given, **{"show": "value unit period", **by_name})
            case "compare":
                indicator, place = given
                yield from self.data.compare(indicator, place, by_name["with_"])
            case "change":
                (indicator,) = given
                place, times = by_name["place"], (by_name["from_"], by_name["to"])
                yield self.data.change(indicator, place, *times, by_name["as_"])
            case "period":
                yield self.data.period(self.data.reading(*given, **by_name)["period"])
            case "abbr":
                (key,) = given
                words = self.data.abbreviations[key]
                yield key if key in self.spelled else f"{words} ({key})"
                self.spelled.add(key)
            case "name":
                yield self.data.places[given[0]]["name"]
            case _:
                raise NotImplementedError(name)


def _bracket(text: str, start: int) -> tuple[str, int]:
    """What stands in a bracket that is open, and where it ends."""
    depth = 1
    for at in range(start, len(text)):
        depth += {"[": 1, "]": -1}.get(text[at], 0) if text[at - 1] != "\\" else 0
        if not depth:
            return text[start:at], at + 1
    raise AssertionError(f"a bracket is not closed: {text[start:]!r}")


def _settled(parts: list[Part]) -> list[Part]:
    """Join words; put a marker next to the word before it, behind the stop that follows."""
    out: list[Part] = [""]
    waiting: list[Part] = []
    for part in parts:
        if isinstance(part, Noted):
            if isinstance(out[-1], str) and not waiting:
                out[-1] = out[-1].rstrip()
            waiting.append(part)
            continue
        if isinstance(part, str) and waiting:
            if not part:
                continue
            stops = _STOPS.match(part)
            stop = stops[0] if stops else ""
            out += [stop, *waiting, part[len(stop) :]]
            waiting = []
        elif isinstance(part, str) and isinstance(out[-1], str):
            out[-1] += part
        else:
            out += [*waiting, part]
            waiting = []
    return [part for part in [*out, *waiting] if part != ""]

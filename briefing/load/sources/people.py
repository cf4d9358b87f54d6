"""Names of people as BibTeX files write them: ``Last, First and First Last``.

Source: Patashnik, BibTeXing, 4 (names); The BibLaTeX package, 3.5 (extended format).
"""

import re
from collections.abc import Iterator, Mapping

from briefing.load.sources.tex import plain_text
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlNode, YamlText

_PIECE = re.compile(r"\\.|[{}]|\s+and\s+|,|\s+", re.DOTALL)
_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix)\s*=\s*")
_EXTENDED_AS = {"family": "family", "given": "given", "prefix": "non-dropping-particle",
                "suffix": "suffix"}  # fmt: skip


def people_of(node: YamlText, problems: Problems) -> YamlList:
    """Read names parted by ``and``."""
    people = YamlList([], node.file, node.line, node.column)
    for name in _split(node.text, " and "):
        if name.strip() == "others":
            hint = "name all of them; notes shorten long lists themselves"
            problems.error(node.where, "'others' stands among the names", hint)
        elif name.strip():
            people.items.append(_person(name.strip(), node, problems))
    return people


def _person(name: str, node: YamlText, problems: Problems) -> YamlMap:
    parts = _parts(name)
    entries: dict[str, tuple[YamlText, YamlNode]] = {}
    for part, text in parts.items():
        plain, fault = plain_text(text)
        if fault is not None:
            problems.error(node.where, f"{fault.what} is not read", fault.hint)
        if plain:
            entries[part] = (node._replace(text=part), node._replace(text=plain))
    return YamlMap(entries, node.file, node.line, node.column)


def _parts(name: str) -> Mapping[str, str]:
    if name.startswith("{") and _whole(name):
        return {"literal": name[1:-1]}
    if _EXTENDED.match(name):
        return _extended(name)
    pieces = [piece.strip() for piece in _split(name, ",")]
    words = [*_split(pieces[0], " ")]
    if len(pieces) == 1:
        at = next((n for n, word in enumerate(words[:-1]) if _is_particle(word)), len(words) - 1)
        end = at
        while end < len(words) - 1 and _is_particle(words[end]):
            end += 1
        given, particle, family = words[:at], words[at:end], words[end:]
        rest = {"given": " ".join(given)}
    else:
        end = 0
        while end < len(words) - 1 and _is_particle(words[end]):
            end += 1
        particle, family = words[:end], words[end:]
        rest = {"given": pieces[-1]}
        if len(pieces) > 2:
            rest["suffix"] = pieces[1]
    return {"family": " ".join(family), **rest, "non-dropping-particle": " ".join(particle)}


def _extended(name: str) -> Mapping[str, str]:
    parts = {}
    for piece in _split(name, ","):
        match = _EXTENDED.match(piece)
        if match is not None:
            parts[_EXTENDED_AS[match[1]]] = piece[match.end() :].strip()
    return parts


def _is_particle(word: str) -> bool:
    letters = word.replace("{", "").lstrip("\\'\"`")
    return letters[:1].islower() and not word.startswith("{")


def _whole(name: str) -> bool:
    """Say whether one pair of braces holds all of a name."""
    depth = 0
    for match in re.finditer(r"\\.|[{}]", name):
        depth += (match[0] == "{") - (match[0] == "}")
        if depth == 0:
            return match.end() == len(name)
    return False


def _split(text: str, sign: str) -> Iterator[str]:
    """Split at a comma, at spaces, or at ``and``, outside of braces."""
    depth, begin = 0, 0
    for match in _PIECE.finditer(text):
        found = match[0]
        depth += (found == "{") - (found == "}")
        kind = " and " if found.split() == ["and"] else " " if found.isspace() else found
        if depth == 0 and (kind == sign or (sign == " " and kind == " and ")):
            if match.start() > begin or sign == ",":
                yield text[begin : match.start()]
            begin = match.end()
    if begin < len(text):
        yield text[begin:]

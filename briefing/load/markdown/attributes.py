"""What attributes in braces mean, by what carries them."""

from typing import TypeVar

from briefing.errors import Location
from briefing.load.conditions import read_conditions
from briefing.load.expressions import Checker, Scope
from briefing.load.markdown.bearers import CARRIED, EXCLUSIVE, WORDED, Bearer, bearers_of, named
from briefing.load.markdown.braces import Braces, Entry
from briefing.load.markdown.mask import is_masked
from briefing.load.syntax.problems import Problems
from briefing.load.values.languages import check_language
from briefing.model.prose import PLAIN, Attributes

MOST_OPTIONAL = 9

Choice = TypeVar("Choice", bound=str)


def read_attributes(
    braces: Braces | None, bearer: Bearer, checker: Checker, scope: Scope = ()
) -> Attributes:
    """Check attributes and give what they mean.

    The repeat of a block is known to its own condition too, which then chooses among its values.
    """
    if braces is None:
        return PLAIN
    if braces.fault is not None:
        word = braces.faulty_word()
        hint = 'write them like {audience=parliament countries="KAZ KGZ"}'
        message = f"{word!r} is no attribute" if word else "the braces are not closed"
        checker.problems.error(braces.places.at(braces.fault), message, hint)
        return PLAIN
    carried = CARRIED[bearer]
    _check(braces, bearer, checker.problems)
    phrase = braces.phrase("for") if "for" in carried else None
    repeat = checker.repeat(phrase[0], phrase[1].at, scope) if phrase else None
    inner = (*scope, repeat.name) if repeat else scope
    language = None
    for name in braces.names("lang") or ():
        language = check_language(name, checker.problems)
    entries = [entry for entry in braces.entries if entry.name in carried]
    return Attributes(
        id=next((entry.value for entry in entries if entry.key == "#"), ""),
        classes=tuple(dict.fromkeys(entry.value for entry in entries if entry.key == ".")),
        conditions=read_conditions(braces, checker, scope=inner),
        repeat=repeat,
        language=language,
        optional=read_whole(braces, "optional", 0, least=1, most=MOST_OPTIONAL, checker=checker),
    )


def read_whole(
    braces: Braces | None, key: str, default: int, *, least: int, most: int, checker: Checker
) -> int:
    """Read the whole number under a key, from `least` to `most`; `default` where that fails."""
    entry = _filled(braces, key)
    if braces is None or entry is None:
        return default
    text = entry.value.strip()
    if text.isascii() and text.isdecimal() and len(text) < 9 and least <= int(text) <= most:
        return int(text)
    hint = f"wanted: a whole number from {least} to {most}"
    checker.problems.error(braces.places.at(entry.value_at), f"{key!r} is {text!r}", hint)
    return default


def read_choice(
    braces: Braces | None, key: str, known: tuple[Choice, ...], checker: Checker
) -> Choice:
    """Read one of a closed set of names; the first of them where nothing is said."""
    entry = _filled(braces, key)
    if braces is None or entry is None:
        return known[0]
    text = entry.value.strip()
    for one in known:
        if one == text:
            return one
    where = braces.places.at(entry.value_at)
    checker.problems.unknown(where, f"value of {key!r}:", text, known)
    return known[0]


def _filled(braces: Braces | None, key: str) -> Entry | None:
    """Give an attribute with a value; what is wrong with the others has been told."""
    entry = braces.entry(key) if braces is not None else None
    if entry is None or is_masked(entry.value) or not entry.value.strip(" ,"):
        return None
    return entry


def _check(braces: Braces, bearer: Bearer, problems: Problems) -> None:
    """Check every attribute by itself, and those that cannot stand together."""
    seen: dict[str, Location] = {}
    for entry in braces.entries:
        key, value, where, name = entry.key, entry.value, braces.places.at(entry.at), entry.name
        if name not in CARRIED[bearer]:
            _refuse(entry, bearer, where, problems)
        elif name in seen:
            problems.error(where, f"{name!r} is given twice")
        elif not value.strip(" ,"):
            problems.error(braces.places.at(entry.value_at), f"{key!r} is empty")
        elif is_masked(value) and key not in WORDED:
            hint = "names stand there as they are; conditions are written with if"
            problems.error(where, f"{key!r} cannot hold {{{{ … }}}}", hint)
        seen[name] = where
    for one, other in EXCLUSIVE:
        if one in seen and other in seen:
            where = max(seen[one], seen[other])
            problems.error(where, f"{one!r} and {other!r} cannot stand together", "leave one out")


_REPEATED: dict[Bearer, str] = {
    "heading": "repeat a box that holds it, or what stands below it",
    "span": "repeat the block it stands in",
}


def _refuse(entry: Entry, bearer: Bearer, where: Location, problems: Problems) -> None:
    """Say that an attribute is unknown, or means nothing here and where it would."""
    elsewhere, whole = bearers_of(entry.name), named(bearer)
    match entry.key:
        case "#" if bearer in ("chart", "picture", "placed table", "section"):
            problems.error(where, f"{whole} has the name of its file for an id", "leave it out")
        case "#":
            problems.error(where, f"{whole} has no id", f"give it to {elsewhere}")
        case ".":
            if elsewhere:
                message = f"the class {entry.value!r} means nothing at {whole}"
                problems.error(where, message, f"write it at {elsewhere}")
            else:
                known = [name[1:] for name in CARRIED[bearer] if name[0] == "."]
                problems.unknown(where, "class", entry.value, known)
        case "for":
            problems.error(where, f"{whole} cannot be repeated", _REPEATED.get(bearer, ""))
        case "optional" if bearer == "heading":
            hint = "give it to what stands below, or to a section"
            problems.error(where, "a heading cannot be left out by itself", hint)
        case key:
            if elsewhere:
                hint = f"write it at {elsewhere}"
                problems.error(where, f"{key!r} means nothing at {whole}", hint)
            else:
                known = [name for name in CARRIED[bearer] if name.isalpha()]
                problems.unknown(where, "attribute", key, known)

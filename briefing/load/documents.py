"""``content/sections/*.md`` and ``content/documents/*.md``."""

from itertools import takewhile

from briefing.errors import Location
from briefing.load.conditions import read_conditions, spoken
from briefing.load.expressions import Checker
from briefing.load.markdown.blocks import read_blocks
from briefing.load.people import read_neutral
from briefing.load.project.markings import read_watermark
from briefing.load.prose import prose_of, split_front_matter
from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlList, YamlText
from briefing.load.values.identifiers import read_identifiers
from briefing.load.values.periods import read_day
from briefing.load.values.scripts import check_plain
from briefing.model.content import Document, Project, Section
from briefing.model.prose import (
    ALWAYS,
    Block,
    Conditions,
    FrontMatter,
    Heading,
    Sheet,
)

MOST_PAGES = 1000


def read_section(key: str, file: TextFile, checker: Checker) -> Section | None:
    """Read a section; None if its front matter cannot be read."""
    fields, text = split_front_matter(file, checker.problems)
    conditions = read_conditions(fields, checker) if fields else ALWAYS
    language = spoken(conditions, checker.known.languages[0])
    blocks = read_blocks(text, checker, language, "section")
    where = Location(file.path, 1)
    if fields is None:
        return None
    if not blocks:
        checker.problems.error(where, "the section is empty", "write something below '---'")
    if not fields.has("title"):
        fields.missing("title", 'a text; title: "" for a section without a heading')
    needs = fields.names("needs") or ()
    for name in needs:
        checker.known.check("indicator", name, checker.problems)
    prose = prose_of(checker, file, conditions)
    section = Section(
        id=key,
        title=prose.read(fields, "title", bears="heading"),
        needs=tuple(name.text for name in needs),
        blocks=blocks,
        conditions=conditions,
        where=where,
        short=prose.read(fields, "short", bears="heading"),
    )
    fields.done()
    return section


def read_document(
    key: str, file: TextFile, checker: Checker, project: Project | None
) -> Document | None:
    """Read a document; None if its front matter cannot be read."""
    fields, text = split_front_matter(file, checker.problems)
    languages = _among(fields, "languages", "language", checker) if fields else ()
    made_in = Conditions(languages=frozenset(languages)) if languages else ALWAYS
    language = spoken(made_in, checker.known.languages[0])
    blocks = read_blocks(text, checker, language, "document")
    where = Location(file.path, 1)
    if fields is None:
        return None
    if not blocks:
        hint = 'place something, such as {{ section("…") }}'
        checker.problems.error(where, "the document is empty", hint)
    _check_order(blocks, checker.problems)
    prose = prose_of(checker, file, made_in)
    audiences = tuple(project.audiences) if project else ()
    languages = _among(fields, "languages", "language", checker) or checker.known.languages
    least, most = _pages(fields)
    kind = fields.text("kind")
    check_plain(kind, fields.place("kind"), language, checker.problems)
    document = Document(
        id=key,
        kind=kind,
        title=prose.read(fields, "title", None, bears="heading"),
        subtitle=prose.read(fields, "subtitle", bears="heading"),
        style=_style(fields, checker, project),
        countries=_countries(fields, checker),
        audiences=_among(fields, "audiences", "audience", checker) or audiences,
        languages=languages,
        least_pages=least,
        most_pages=most,
        blocks=blocks,
        conditions=read_conditions(fields, checker, skip=("countries", "languages")),
        where=where,
        authors=_authors(fields),
        neutral=read_neutral(fields, languages),
        watermark=read_watermark(fields),
        embargo=read_day(fields, "embargo"),
        identifiers=read_identifiers(fields),
    )
    fields.done()
    return document


def _style(fields: Fields, checker: Checker, project: Project | None) -> str:
    style = fields.text("style", project.style if project else "")
    if style and fields.has("style"):
        checker.known.check("style", Name(style, fields.place("style")), checker.problems)
    return style


def _countries(fields: Fields, checker: Checker) -> tuple[str, ...]:
    places = _among(fields, "countries", "place", checker)
    if fields.has("repeats"):
        repeats = fields.scalar("repeats", "countries")
        if repeats is not None:
            fields.choice("repeats", ("countries",))
        if not places and repeats is not None:
            fields.missing("countries", "the countries it repeats over")
    elif places:
        hint = "write 'repeats: countries' to make it once for each"
        fields.problems.error(fields.place("countries"), "'countries' without 'repeats'", hint)
    return places


def _among(fields: Fields, name: str, what: str, checker: Checker) -> tuple[str, ...]:
    names = fields.names(name) or ()
    for one in names:
        checker.known.check(what, one, checker.problems)
    return tuple(dict.fromkeys(one.text for one in names))


def _authors(fields: Fields) -> tuple[str, ...]:
    names = fields.listing("authors", "a list such as [Ada Lovelace]")
    for name in names:
        if not name.text.strip() or "{{" in name.text:
            hint = "wanted: a name in plain words"
            fields.problems.error(name.where, f"{name.text!r} stands among 'authors'", hint)
    return tuple(name.text for name in names)


def _pages(fields: Fields) -> tuple[int, int | None]:
    node = fields.node("pages")
    if type(node) is YamlText:
        exactly = fields.whole("pages", least=1, most=MOST_PAGES)
        return exactly, exactly
    if type(node) is YamlList:
        wanted = "wanted: a number such as 2, or {least: 2, most: 4}"
        fields.problems.error(node.where, "'pages' is a list", wanted)
        return 1, None
    pages = fields.fields("pages")
    if pages is None:
        return 1, None
    least = pages.whole("least", 1, least=1, most=MOST_PAGES)
    most = pages.whole("most", MOST_PAGES, least=1, most=MOST_PAGES)
    if least > most:
        hint = "give the smaller number as 'least'"
        fields.problems.error(pages.where, f"at least {least} pages and at most {most}", hint)
    limited = pages.has("most")
    pages.done()
    return least, most if limited else None


def _check_order(blocks: tuple[Block, ...], problems: Problems) -> None:
    """Check that what comes first in a document does, and that one of its sheets has a title."""
    fronts = [block for block in blocks if isinstance(block, FrontMatter)]
    for front in fronts[1:]:
        hint = f"put everything into the first, at {fronts[0].where}"
        problems.error(front.where, "a second front matter", hint)
    for block in takewhile(lambda block: block is not fronts[0], blocks if fronts else ()):
        if type(block) is not Sheet:
            hint = f"only covers and title pages stand before it, not what is at {block.where}"
            problems.error(fronts[0].where, "the front matter does not come first", hint)
            break
    inner = [block for front in fronts for block in front.blocks]
    sheets = [
        block
        for block in (*blocks, *inner)
        if isinstance(block, Sheet) and block.kind != "back-cover"
    ]
    if sheets and not any(_is_title(block) for sheet in sheets for block in sheet.blocks):
        hint = "write the title on one of them: # …"
        problems.error(sheets[0].where, "no cover or title page has a title", hint)


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1

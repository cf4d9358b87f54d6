"""``content/sections/*.md`` and ``content/documents/*.md``."""

from briefing.errors import Location
from briefing.load.conditions import read_conditions
from briefing.load.expressions import Checker
from briefing.load.fields import Fields, Name
from briefing.load.files import TextFile
from briefing.load.markdown.blocks import read_blocks
from briefing.load.prose import prose_of, split_front_matter
from briefing.model.content import Document, Project, Section

MOST_PAGES = 1000


def read_section(key: str, file: TextFile, checker: Checker) -> Section | None:
    """Read a section; None if its front matter cannot be read."""
    fields, text = split_front_matter(file, checker.problems)
    blocks = read_blocks(text, checker, checker.known.languages[0], "section")
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
    section = Section(
        id=key,
        title=prose_of(checker, file).read(fields, "title"),
        needs=tuple(name.text for name in needs),
        blocks=blocks,
        conditions=read_conditions(fields, checker),
        where=where,
    )
    fields.done()
    return section


def read_document(
    key: str, file: TextFile, checker: Checker, project: Project | None
) -> Document | None:
    """Read a document; None if its front matter cannot be read."""
    fields, text = split_front_matter(file, checker.problems)
    blocks = read_blocks(text, checker, checker.known.languages[0], "document")
    where = Location(file.path, 1)
    if fields is None:
        return None
    if not blocks:
        hint = 'place something, such as {{ section("…") }}'
        checker.problems.error(where, "the document is empty", hint)
    prose = prose_of(checker, file)
    audiences = tuple(project.audiences) if project else ()
    least, most = _pages(fields)
    document = Document(
        id=key,
        kind=fields.text("kind"),
        title=prose.read(fields, "title", None),
        subtitle=prose.read(fields, "subtitle"),
        style=_style(fields, checker, project),
        countries=_countries(fields, checker),
        audiences=_among(fields, "audiences", "audience", checker) or audiences,
        languages=_among(fields, "languages", "language", checker) or checker.known.languages,
        least_pages=least,
        most_pages=most,
        blocks=blocks,
        conditions=read_conditions(fields, checker, skip=("countries", "languages")),
        where=where,
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


def _pages(fields: Fields) -> tuple[int, int | None]:
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

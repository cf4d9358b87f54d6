"""The command line: arguments in, one call to the library, an exit code out."""

import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import Literal, get_args

import click
import msgspec

from briefing.encryption import PERMISSIONS, Encryption, find_problems
from briefing.errors import ContentError, Diagnostic, ProofError
from briefing.model.account import Account, Only, told
from briefing.model.conformance import CONFORMANCES
from briefing.project import Brief, Project, copies_for, open_project
from briefing.tracing.values import Answer
from briefing.version import __version__


class Exit(IntEnum):
    """Exit codes. Scripts rely on them: add, never renumber."""

    MADE = 0
    CONTENT = 1  # the author can mend it
    USAGE = 2  # click's own
    PROOF = 3  # a file holds what its audience may not see


_MARK = Path("content") / "project.yaml"
_PROJECT = click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path),
    default=None,
    help="The project's folder; the nearest above this one where it is not given.",
)
_STRICT = click.option("--strict", is_flag=True, help="Take warnings for errors.")
_ENCRYPTION = {
    "user_password": "Password that opens the files",
    "owner_password": "Password that lifts their restrictions",
    "permissions": f"Users may do, beside reading ({', '.join(PERMISSIONS)}; empty for nothing)",
}
_VARIABLES = {field: f"BRIEFING_{field.upper()}" for field in _ENCRYPTION}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
def main() -> None:
    """Make tailored PDF briefing papers from one body of content."""


@main.command()
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@click.option("-c", "--country", "countries", multiple=True, help="ISO code or name.")
@click.option("-a", "--audience", "audiences", multiple=True, help="Key of an audience.")
@click.option("-l", "--language", "languages", multiple=True, help="Code of a language.")
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="NAME",
    help="Make a copy for this reader, with the name on every page; may be given several times.",
)
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("out"), help="Folder.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes; as many as pay.")
@click.option(
    "--conformance",
    type=click.Choice(list(CONFORMANCES)),
    help="The standards that files keep; those of the project where it is not given.",
)
@click.option(
    "--encrypt",
    "is_encrypted",
    is_flag=True,
    help="Encrypt the files; passwords and permissions are taken from "
    f"{', '.join(_VARIABLES.values())} in the environment, or asked for.",
)
@click.option(
    "--keep", is_flag=True, help="Keep the files as the edition of the project's date, too."
)
@click.option(
    "--replace", "replaces", is_flag=True, help="With --keep: in place of another of that date."
)
@click.option("-v", "--verbose", is_flag=True, help="Say what was left out, and why.")
@_STRICT
@_PROJECT
def build(
    documents: tuple[str, ...],
    countries: tuple[str, ...],
    audiences: tuple[str, ...],
    languages: tuple[str, ...],
    recipients: tuple[str, ...],
    out: Path,
    jobs: int | None,
    conformance: str | None,
    is_encrypted: bool,
    keep: bool,
    replaces: bool,
    verbose: bool,
    strict: bool,
    folder: Path | None,
) -> None:
    """Make the briefs of a selection; without one, all there are."""
    if replaces and not keep:
        raise click.UsageError("--replace goes with --keep")
    with _told():
        project = _open(folder, strict=strict)
        if conformance:
            project = project.with_conformance(conformance)
        briefs = _select(project, documents, countries, audiences, languages)
        briefs = _copies(briefs, recipients)
        _warn(project.warnings_of(briefs), project.warnings, strict=strict)
        encryption = _encryption() if is_encrypted else None
        with _writing(out):
            paths = project.build(
                out,
                briefs=briefs,
                workers=jobs,
                encryption=encryption,
                keep=keep,
                replace_kept=replaces,
            )
        if verbose:
            _tell_omitted(briefs)
    for path in paths:
        click.echo(path)
    if is_encrypted:
        _tell_encrypted(project)


@main.command()
@click.option(
    "--links",
    "tries_links",
    is_flag=True,
    help="Try the addresses of sources and of links, too; what is found is kept in .briefing.",
)
@click.option(
    "--links-days",
    type=click.IntRange(min=0),
    default=30,
    show_default=True,
    help="Do not try again what was fine so many days ago.",
)
@_STRICT
@_PROJECT
def check(tries_links: bool, links_days: int, strict: bool, folder: Path | None) -> None:
    """Read everything and list every problem, without making a file.

    Addresses that lead nowhere or elsewhere are warnings.
    """
    with _told():
        project = _open(folder, strict=strict)
        problems = project.check()
        if any(one.severity == "error" for one in problems):
            raise ContentError(problems)
        if tries_links:
            problems = (*problems, *project.check_links(days=links_days))
        _warn(problems, project.warnings, strict=strict)
    count = len(project.briefs())
    told = _warnings(len(problems)) if problems else "no problems"
    click.echo(f"{len(project.content.inputs)} files, {count} briefs, {told}")


@main.command()
@click.argument("document")
@click.option("-c", "--country", "countries", multiple=True, help="ISO code or name.")
@click.option("-a", "--audience", "audiences", multiple=True, help="Key of an audience.")
@click.option("-l", "--language", "languages", multiple=True, help="Code of a language.")
@click.option(
    "--only",
    type=click.Choice(get_args(Only)),
    default="all",
    help="Items to show; withheld are those out by audience or marking.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document with everything.")
@_PROJECT
def explain(
    document: str,
    countries: tuple[str, ...],
    audiences: tuple[str, ...],
    languages: tuple[str, ...],
    only: Only,
    as_json: bool,
    folder: Path | None,
) -> None:
    """Say of every item of a document whether it is in or out, and by which rule.

    For authors alone: what is printed quotes what is withheld.
    """
    with _told():
        project = _open(folder, strict=False)
        briefs = _select(project, (document,), countries, audiences, languages, declined=True)
        accounts = [(brief.name, brief.explain()) for brief in briefs]
        if as_json:
            click.echo(json.dumps([_account(*each, only) for each in accounts], indent=1))
        else:
            _tell_accounts(accounts, only)
        problems = [problem for _, account in accounts for problem in account.problems]
        if any(problem.severity == "error" for problem in problems):
            raise ContentError(problems)
        _warn(problems, project.warnings, strict=False)


@main.command("list")
@_PROJECT
def list_(folder: Path | None) -> None:
    """List the briefs that can be made: document, country, audience, language, file."""
    with _told():
        project = _open(folder, strict=False)
    rows = [
        (r.document, r.place or "-", r.audience, r.language, f"{r.name}.pdf")
        for r in (brief.request for brief in project.briefs())
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


@main.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print everything as JSON: a list, an entry for each file.",
)
@click.option("--text", "as_text", is_flag=True, help="Print the text alone, as it is read aloud.")
def audit(files: tuple[Path, ...], as_json: bool, as_text: bool) -> None:
    """Say what PDFs are, made here or not, and what is wrong with them.

    The password of an encrypted file is taken from BRIEFING_USER_PASSWORD, or asked for.
    """
    from briefing.audit.session import audit_all  # late: nothing else here needs pikepdf

    if as_json and as_text:
        raise click.UsageError("--json and --text exclude each other")
    form: Literal["json", "text", "report"] = "json" if as_json else "text" if as_text else "report"
    sys.exit(Exit.MADE if audit_all(files, form) else Exit.CONTENT)


@main.command()
@click.argument("what")
@click.argument("documents", nargs=-1)
@click.option("-c", "--country", "countries", multiple=True, help="ISO code or name.")
@click.option("-a", "--audience", "audiences", multiple=True, help="Key of an audience.")
@click.option("-l", "--language", "languages", multiple=True, help="Code of a language.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document with everything.")
@_PROJECT
def trace(
    what: str,
    documents: tuple[str, ...],
    countries: tuple[str, ...],
    audiences: tuple[str, ...],
    languages: tuple[str, ...],
    as_json: bool,
    folder: Path | None,
) -> None:
    """Say where numbers come from: those of a finished file, or one such as "16-18%".

    WHAT is a PDF with its manifest beside it, or a number, which is looked for in all briefs or in
    those of DOCUMENTS. Leaves with 1 where a number has no source.
    """
    from briefing.tracing.session import trace_for_terminal  # late: it needs pikepdf

    root = folder or next(_projects(Path.cwd()), None)
    project = _open(root, strict=False) if root else None

    def ask(number: str) -> tuple[Answer, ...]:
        asked = project or _open(folder, strict=False)
        selected = _select(asked, documents, countries, audiences, languages)
        return asked.trace(number, selected)

    sources = project.content.sources if project else {}
    try:
        with _told():
            is_traced = trace_for_terminal(what, ask, sources, as_json=as_json)
    except (ValueError, OSError) as error:  # no such file, no manifest, no number
        click.echo(str(error), err=True)
        sys.exit(Exit.USAGE)
    sys.exit(Exit.MADE if is_traced else Exit.CONTENT)


@main.command()
@click.argument("old", default="last")
@click.argument("new", default="out")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document with everything.")
@click.option(
    "--pdf",
    type=click.Path(path_type=Path),
    help="Write the new file with change bars and a list of changes: a file that ends in .pdf, "
    "where one file has changed; else a folder, for each that has.",
)
@click.option("--exit-code", "tells", is_flag=True, help="Leave with 1 where anything differs.")
@_PROJECT
def diff(
    old: str, new: str, as_json: bool, pdf: Path | None, tells: bool, folder: Path | None
) -> None:
    """Say what differs between two builds: figures, sources, statements, pages.

    OLD and NEW are each a folder with a manifest.json, a PDF, the date of an edition that was kept
    with 'briefing build --keep', or 'last' for the youngest. Without them, it is the last edition
    against the build in out/. For the house alone: what is printed quotes what a file said before.
    """
    from briefing.editions.session import diff_for_terminal  # late: it needs pikepdf

    root = folder or next(_projects(Path.cwd()), None)
    try:
        with _writing(pdf or Path()):
            differs = diff_for_terminal(old, new, root, as_json=as_json, pdf=pdf)
    except ValueError as error:  # a build that is not there, a file that cannot be opened
        click.echo(str(error), err=True)
        sys.exit(Exit.USAGE)
    sys.exit(Exit.CONTENT if differs and tells else Exit.MADE)


@contextmanager
def _told() -> Iterator[None]:
    """Print problems as compilers do and leave with the exit code that stands for their kind."""
    try:
        yield
    except ContentError as error:
        click.echo(str(error), err=True)
        sys.exit(Exit.CONTENT)
    except ProofError as error:
        click.echo(str(error), err=True)
        click.echo("refused: nothing was written", err=True)
        sys.exit(Exit.PROOF)


def _open(folder: Path | None, *, strict: bool) -> Project:
    root = folder or _nearest(Path.cwd())
    if not _is_project(root):
        raise click.UsageError(f"there is no {str(root / _MARK)!r}")
    project = open_project(root)
    _warn(project.warnings, (), strict=strict)
    return project


def _warn(warnings: Iterable[Diagnostic], told: Collection[Diagnostic], *, strict: bool) -> None:
    """Print warnings that have not been told yet; if they are taken for errors, leave."""
    new = [warning for warning in warnings if warning not in told]
    for warning in new:
        click.echo(str(warning), err=True)
    if strict and new:
        taken = "taken for an error" if len(new) == 1 else "taken for errors"
        click.echo(f"{_warnings(len(new))}, {taken}", err=True)
        sys.exit(Exit.CONTENT)


def _warnings(count: int) -> str:
    return "1 warning" if count == 1 else f"{count} warnings"


def _nearest(start: Path) -> Path:
    """Find the project that `start` stands in."""
    for folder in _projects(start):
        return folder
    raise click.UsageError(
        "no content/project.yaml in this folder or above it; "
        "name the project's folder with --project"
    )


def _projects(start: Path) -> Iterator[Path]:
    """Projects that a folder stands in, the nearest first."""
    return filter(_is_project, (start, *start.parents))


def _is_project(folder: Path) -> bool:
    return os.path.lexists(folder / _MARK)


def _select(
    project: Project,
    documents: tuple[str, ...],
    countries: tuple[str, ...],
    audiences: tuple[str, ...],
    languages: tuple[str, ...],
    *,
    declined: bool = False,
) -> tuple[Brief, ...]:
    try:
        return project.briefs(
            documents=documents,
            countries=countries,
            audiences=audiences,
            languages=languages,
            declined=declined,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _copies(briefs: tuple[Brief, ...], recipients: tuple[str, ...]) -> tuple[Brief, ...]:
    if not recipients:
        return briefs
    try:
        return copies_for(briefs, recipients)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _encryption() -> Encryption:
    """Take passwords and permissions from the environment, and ask for those that are not there.

    A variable that is empty is no password to open files: that is how a secret looks which a
    server was not given.
    """
    found = {field: os.environ.get(variable) for field, variable in _VARIABLES.items()}
    missing = [_VARIABLES[field] for field, text in found.items() if text is None]
    if missing and not _has_terminal():
        raise click.UsageError(
            f"to encrypt, set {', '.join(missing)}: there is no terminal to ask at"
        )
    texts = {field: _ask(field) if text is None else text for field, text in found.items()}
    user, owner = texts["user_password"], texts["owner_password"]
    permissions = tuple(texts["permissions"].replace(",", " ").split())
    problems = [*find_problems(user, owner, permissions)]
    if not user:
        problems.insert(0, ("user_password", "it is empty, and anybody could open the files"))
    if problems:
        raise click.UsageError("; ".join([f"{_VARIABLES[at]}: {told}" for at, told in problems]))
    return Encryption(user, owner, permissions)


def _has_terminal() -> bool:
    return sys.stdin.isatty()


def _ask(field: str) -> str:
    question = _ENCRYPTION[field]
    if field == "permissions":
        text: str = click.prompt(question, default="", show_default=False, err=True)
    else:
        text = click.prompt(question, hide_input=True, confirmation_prompt=True, err=True)
    return text


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        named = error.filename or str(out)
        raise click.UsageError(f"cannot write to {named!r}: {error.strerror}") from error


def _tell_omitted(briefs: tuple[Brief, ...]) -> None:
    for brief in briefs:
        for one in brief.omitted():
            reason = f"{one.reason}: {one.detail}" if one.detail else one.reason
            click.echo(f"{brief.name}: {one.where}: left out {one.what} ({reason})", err=True)


def _account(name: str, account: Account, only: Only) -> dict[str, object]:
    """Give an account as JSON has it."""
    return {
        "brief": name,
        "summary": account.summary,
        "items": msgspec.to_builtins(account.select(only)),
        "problems": [str(problem) for problem in account.problems],
    }


def _tell_accounts(accounts: list[tuple[str, Account]], only: Only) -> None:
    for number, (name, account) in enumerate(accounts):
        click.echo(f"\n{name}\n" if number else f"{name}\n")
        lines = [*told(account.select(only))]
        for line in lines:
            click.echo(line)
        click.echo(f"\n{account.summary}" if lines else account.summary)


def _tell_encrypted(project: Project) -> None:
    plain = project.content.project.conformance
    if plain.archival:
        claim = f"they claim PDF/UA-{plain.accessible} only, since PDF/A forbids encryption"
    elif plain.accessible:
        claim = f"they claim PDF/UA-{plain.accessible}"
    else:
        claim = "they claim no standard"
    click.echo(f"encrypted: {claim}, and differ byte for byte from build to build", err=True)

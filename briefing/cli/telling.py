"""What commands tell: problems, as compilers do, and why they leave."""

import sys
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from briefing.cli.exits import Exit
from briefing.errors import ContentError, Diagnostic, ProofError
from briefing.project import Project

_FOUND = (
    "reword what is withheld or what is open, or give both one condition; an affiliation that the "
    "open text means otherwise goes under 'accepted-unprovable'"
)


@contextmanager
def problems_told(*, in_full: bool = False) -> Iterator[None]:
    """Print problems as compilers do and leave with the exit code that stands for their kind.

    Args:
        in_full: With details, which may quote what others must not read.
    """
    try:
        yield
    except ContentError as error:
        _tell(error.problems, in_full=in_full)
        sys.exit(Exit.CONTENT)
    except ProofError as error:
        click.echo(str(error), err=True)
        click.echo(f"  hint: {_FOUND}", err=True)
        click.echo("refused: nothing was written", err=True)
        sys.exit(Exit.PROOF)


def warn(warnings: Iterable[Diagnostic], told: Collection[Diagnostic], *, strict: bool) -> None:
    """Print warnings that have not been told yet; if they are taken for errors, leave."""
    new = [warning for warning in warnings if warning not in told]
    _tell(new, in_full=False)
    if strict:
        take_for_errors(new)


def _tell(problems: Iterable[Diagnostic], *, in_full: bool) -> None:
    kept_back = False
    for one in problems:
        click.echo(one.in_full() if in_full else str(one), err=True)
        kept_back |= bool(one.detail) and not in_full
    if kept_back:
        more = "'briefing check --verbose' says more, and may quote what others must not read"
        click.echo(more, err=True)


def take_for_errors(warnings: Collection[Diagnostic]) -> None:
    """Leave, if there are any."""
    if warnings:
        taken = "taken for an error" if len(warnings) == 1 else "taken for errors"
        click.echo(f"{count_warnings(len(warnings))}, {taken}", err=True)
        sys.exit(Exit.CONTENT)


def count_warnings(count: int) -> str:
    """Say how many there are."""
    return "1 warning" if count == 1 else f"{count} warnings"


@contextmanager
def standing_told(out: Path) -> Iterator[list[str]]:
    """Where a command leaves without having written, tell of files that stand there from before.

    They are left as they are, but nobody should take them for what was asked for now.

    Args:
        out: The folder.

    Yields:
        A list for the names of the files that are to be made; while it is empty, it may be any.
    """
    wanted: list[str] = []
    try:
        yield wanted
    except SystemExit as leaving:
        if leaving.code:
            found = [out / name for name in wanted] if wanted else sorted(out.glob("*.pdf"))
            _tell_standing([path for path in found if path.is_file()], out)
        raise


def _tell_standing(files: Sequence[Path], out: Path) -> None:
    if not files:
        return
    made = max(path.stat().st_mtime for path in files)
    newest = time.strftime("%Y-%m-%d %H:%M", time.localtime(made))
    if len(files) == 1:
        told = f"{files[0]} is of an earlier build ({newest})"
    else:
        told = f"{len(files)} files in {out} are of earlier builds, the newest of {newest}"
    click.echo(f"left as it was: {told}", err=True)


def tell_closed(project: Project, out: Path) -> None:
    """Tell of papers that stand there for readers who get them no longer."""
    names = {brief.name for brief in project.briefs()}
    for brief in project.briefs(declined=True):
        path = out / f"{brief.name}.pdf"
        if brief.name not in names and path.is_file():
            told = f"is of an earlier build; audience {brief.request.audience!r} gets it no longer"
            click.echo(f"left as it was: {path} {told}", err=True)


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Take what cannot be written for a mistake in the arguments."""
    try:
        yield
    except BrokenPipeError:  # nothing that is written to a folder: nobody reads the output
        raise
    except OSError as error:
        named = error.filename or str(out)
        raise click.UsageError(f"cannot write to {named!r}: {error.strerror}") from error

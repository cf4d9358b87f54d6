"""Compares builds for someone at a terminal: asks for passwords, prints, writes PDFs."""

import logging
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path

import click
from msgspec import json

from briefing.audit.session import PASSWORD
from briefing.audit.values import PasswordError
from briefing.editions.builds import find_build
from briefing.editions.compare import Compared, compare, told
from briefing.editions.papers import Paper, read_paper
from briefing.editions.values import Diff
from briefing.editions.wording import word_diff


def diff_for_terminal(
    old: str, new: str, root: Path | None, *, as_json: bool, pdf: Path | None
) -> bool:
    """Print what differs between two builds, and write it as PDF where that is asked for.

    Returns:
        Whether anything differs.

    Raises:
        KeptError: A build is not there, or nothing in one stands for anything in the other.
        UnreadableError: A file cannot be opened.
        ReviewError: There is nothing, or too much, to be written as `pdf`.
        OSError: A file cannot be written.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a file's text may hold what no terminal can show
    logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # audits tell of repairs
    builds = find_build(old, root), find_build(new, root)
    compared = compare(*builds, reader())
    diff = told(*builds, compared)
    if as_json:
        click.echo(json.format(json.encode(diff), indent=2))
    else:
        click.echo(word_diff(diff), nl=False)
    if pdf is not None:
        _write(compared, diff, pdf)
    return not diff.is_empty


def reader() -> Callable[[Path], Paper]:
    """Give a function that reads PDFs, and takes passwords from the environment or asks for one."""
    known: list[str] = []

    def read(path: Path) -> Paper:
        try:
            return read_paper(path, known[0] if known else os.environ.get(PASSWORD, ""))
        except PasswordError:
            if known or not _is_terminal():
                raise
            known.append(click.prompt(f"Password of {path}", hide_input=True, err=True))
            return read_paper(path, known[0])

    return read


def _write(compared: Sequence[Compared], diff: Diff, pdf: Path) -> None:
    from briefing.editions.review import ReviewError, review  # late: it sets type

    changed = [one for one in compared if one.papers is not None and one.told.status == "changed"]
    if not changed:
        click.echo("No file says anything else than before: no PDF was written", err=True)
        return
    is_file = pdf.suffix.lower() == ".pdf"
    if is_file and len(changed) > 1:
        raise ReviewError(
            f"{pdf}: error: {len(changed)} files have changed, and one PDF shows one\n"
            "  hint: name a folder, or compare two PDFs"
        )
    made = {
        pdf if is_file else pdf / _name(one): review(one, (diff.old, diff.new)) for one in changed
    }
    for path, data in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            draft.write_bytes(data)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        click.echo(path, err=True)


def _name(one: Compared) -> str:
    path = Path(one.told.name)
    return f"{path.stem}-changes{path.suffix}"


def _is_terminal() -> bool:
    return sys.stdin.isatty()

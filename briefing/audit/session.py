"""Audits files for someone at a terminal: asks for passwords, prints, goes on after a failure."""

import logging
import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import Literal

import click
from msgspec import Struct, json

from briefing.audit import audit_file
from briefing.audit.values import Audit, PasswordError, UnreadableError
from briefing.audit.wording import word_audit, word_text

PASSWORD = "BRIEFING_USER_PASSWORD"  # the name of a variable of the environment
_WORDED = {"report": word_audit, "text": word_text}


class Unread(Struct, frozen=True):
    """A file of which nothing can be said, and why."""

    file: str
    error: str


def audit_all(files: Iterable[Path], form: Literal["json", "text", "report"]) -> bool:
    """Print the audits of files.

    Returns:
        Whether all could be read and none has an error.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a file's text may hold what no terminal can show
    logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # repairs are among the faults
    done: list[Audit | Unread] = []
    for path in files:
        one = _audit(path)
        if isinstance(one, Unread):
            click.echo(one.error, err=True)
        elif form != "json":
            click.echo("\n" * (bool(done) and form == "report") + _WORDED[form](one), nl=False)
        done.append(one)
    if form == "json":
        click.echo(json.format(json.encode(done), indent=2))
    return not any(map(_is_faulty, done))


def _audit(path: Path) -> "Audit | Unread":
    try:
        try:
            return audit_file(path)
        except PasswordError:
            password = os.environ.get(PASSWORD, "")
            if not password and _is_terminal():
                password = click.prompt(f"Password of {path}", hide_input=True, err=True)
            return audit_file(path, password)
    except PasswordError as error:
        given = os.environ.get(PASSWORD)
        hint = f"{PASSWORD} is set to another one" if given else f"set {PASSWORD}"
        return Unread(str(path), f"{error}\n  hint: {hint}")
    except UnreadableError as error:
        return Unread(str(path), str(error))
    except OSError as error:
        return Unread(str(path), f"{path}: error: cannot be read: {error.strerror or error}")


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _is_faulty(one: "Audit | Unread") -> bool:
    return isinstance(one, Unread) or any(fault.severity == "error" for fault in one.faults)

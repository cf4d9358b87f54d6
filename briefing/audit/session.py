"""Audits files for someone at a terminal: asks for passwords, prints, goes on after a failure."""

import logging
import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import Literal

import click
from msgspec import json

from briefing.audit import audit_file
from briefing.audit.values import Audit, PasswordError, UnreadableError
from briefing.audit.wording import word_audit, word_text

PASSWORD = "BRIEFING_USER_PASSWORD"  # the name of a variable of the environment
_WORDED = {"report": word_audit, "text": word_text}


def audit_all(files: Iterable[Path], form: Literal["json", "text", "report"]) -> bool:
    """Print the audits of files.

    Returns:
        Whether all could be read and none has an error.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a file's text may hold what no terminal can show
    logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # repairs are among the faults
    paths = list(files)
    done: list[Audit] = []
    for path in paths:
        audit = _audit(path)
        if audit is None:
            continue
        if form != "json":
            click.echo("\n" * (bool(done) and form == "report") + _WORDED[form](audit), nl=False)
        done.append(audit)
    if form == "json" and done:
        written = json.encode(done if len(paths) > 1 else done[0])
        click.echo(json.format(written, indent=2))
    return len(done) == len(paths) and not any(map(_has_errors, done))


def _audit(path: Path) -> Audit | None:
    try:
        try:
            return audit_file(path)
        except PasswordError:
            password = os.environ.get(PASSWORD, "")
            if not password and _is_terminal():
                password = click.prompt(f"Password of {path}", hide_input=True, err=True)
            return audit_file(path, password)
    except PasswordError as error:
        click.echo(f"{error}\n  hint: set {PASSWORD}", err=True)
    except UnreadableError as error:
        click.echo(str(error), err=True)
    except OSError as error:
        click.echo(f"{path}: error: cannot be read: {error.strerror or error}", err=True)
    return None


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _has_errors(audit: Audit) -> bool:
    return any(fault.severity == "error" for fault in audit.faults)

"""Passwords and permissions, from the environment or from whoever sits at a terminal."""

import os
import sys

import click

from briefing.encryption import PERMISSIONS, Encryption, find_problems

_QUESTIONS = {
    "user_password": "Password that opens the files",
    "owner_password": "Password that lifts their restrictions",
    "permissions": f"Users may do, beside reading ({', '.join(PERMISSIONS)}; empty for nothing)",
}
VARIABLES = {field: f"BRIEFING_{field.upper()}" for field in _QUESTIONS}


def ask_encryption() -> Encryption:
    """Take passwords and permissions from the environment, and ask for those that are not there.

    A variable that is empty is no password to open files: that is how a secret looks which a
    server was not given.
    """
    found = {field: os.environ.get(variable) for field, variable in VARIABLES.items()}
    missing = [VARIABLES[field] for field, text in found.items() if text is None]
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
        raise click.UsageError("; ".join([f"{VARIABLES[at]}: {told}" for at, told in problems]))
    return Encryption(user, owner, permissions)


def _has_terminal() -> bool:
    return sys.stdin.isatty()


def _ask(field: str) -> str:
    question = _QUESTIONS[field]
    if field == "permissions":
        text: str = click.prompt(question, default="", show_default=False, err=True)
    else:
        text = click.prompt(question, hide_input=True, confirmation_prompt=True, err=True)
    return text

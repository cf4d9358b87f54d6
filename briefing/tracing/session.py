"""Traces for someone at a terminal: tells a file from a number, prints, takes passwords."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click
from msgspec import json

from briefing.audit.session import PASSWORD
from briefing.model.source import Source
from briefing.tracing.files import trace_file
from briefing.tracing.values import Answer, defined
from briefing.tracing.wording import word_answers, word_sum


def trace_for_terminal(
    what: str,
    ask: Callable[[str], Sequence[Answer]],
    sources: Mapping[str, Source],
    definitions: Mapping[str, str],
    *,
    as_json: bool,
) -> bool:
    """Print where the numbers of a file, or a number, come from.

    Args:
        what: A path, or a number.
        ask: Answers for a number.
        sources: Of the project, if there is one.
        definitions: Of its indicators, likewise.
        as_json: Print JSON.

    Returns:
        Whether all numbers are traced; and of a number, whether it is printed at all.

    Raises:
        KeptError: The manifest of a file does not know it, or there is none.
        UnreadableError: The file cannot be opened.
        OSError: It may not be read.
        ValueError: There is neither a file of this name nor a number in it.
    """
    path = Path(what)
    is_file = path.suffix.lower() == ".pdf" or path.is_file()
    if is_file:
        answers: Sequence[Answer] = trace_file(path, os.environ.get(PASSWORD, ""))
    else:
        answers = ask(what)
    answers = [defined(answer, definitions) for answer in answers]
    if as_json:
        click.echo(json.format(json.encode(answers), indent=2))
    else:
        click.echo(word_answers(answers, sources), nl=False)
        is_known = answers or is_file
        click.echo(word_sum(answers) if is_known else f"no brief prints {what!r}")
    return bool(answers or is_file) and all(answer.is_traced for answer in answers)

"""Many briefs: independent jobs on an executor, written whole or not at all.

A job is a part of the requests. The default is a pool of processes, to which the content goes once,
before any thread is started; any other `concurrent.futures.Executor` gets it with each job.
"""

import errno
import gc
import hashlib
import json
import multiprocessing
import multiprocessing.connection
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.encryption import Encryption, encrypt
from briefing.errors import ContentError, ProofError
from briefing.model.content import Content
from briefing.model.request import Made, Request
from briefing.pipeline import make, prove_names
from briefing.version import __version__

StartMethod = Literal["fork", "spawn", "forkserver"]

_JOBS_PER_WORKER = 2  # more jobs share work more evenly, fewer keep caches warmer


class Work(Struct, frozen=True):
    """What is the same for all jobs of a build."""

    content: Content
    encryption: Encryption | None


class Failed(Struct, frozen=True):
    """A brief that could not be made."""

    request: Request
    error: ContentError | ProofError


def build(
    content: Content,
    requests: Sequence[Request],
    *,
    workers: int = 1,
    executor: Executor | None = None,
    start: StartMethod | None = None,
    encryption: Encryption | None = None,
) -> tuple[Made, ...]:
    """Make all briefs, in the order of `requests`.

    Args:
        content: Of the project.
        requests: What is wanted.
        workers: Processes to use when no executor is given; 1 makes all in this one.
        executor: Where jobs run instead.
        start: How processes are started; None for the platform's own way.
        encryption: Of each file, where it is made and after its proof. Such files promise no
            PDF/A, which forbids it.

    Raises:
        ContentError: With every problem of every brief.
        ProofError: With every finding, when nothing but the proof failed.
    """
    work = Work(content if encryption is None else _promising_less(content), encryption)
    if executor is not None:
        parts = _parts(requests, _JOBS_PER_WORKER * 4)
        results = executor.map(_make_with, [work] * len(parts), parts)
        made = [one for part in results for one in part]
    elif workers > 1 and len(requests) > 1:
        made = _in_processes(work, requests, min(workers, len(requests)), start)
    else:
        made = _make_with(work, requests)
    return _all_made(made)


def write(made: Sequence[Made], content: Content, folder: Path) -> tuple[Path, ...]:
    """Write the files and, last, ``manifest.json``; each appears whole or not at all.

    Returns:
        The paths of the PDF files, in the order of `made`.

    Raises:
        OSError: The folder cannot be written to; no file of it has changed then, unless the
            disk fails between two renames.
        ProofError: The manifest would say a secret; nothing is written.
    """
    files = {folder / name: data for name, data in files_of(made, content).items()}
    folder.mkdir(parents=True, exist_ok=True)
    for path in files:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    waiting: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            draft = path.with_name(f".{path.name}.{os.getpid()}.part")
            waiting.append((draft, path))
            draft.write_bytes(data)
        for draft, path in waiting:
            draft.replace(path)
    finally:
        for draft, _ in waiting:
            draft.unlink(missing_ok=True)
    return tuple(files)[:-1]


def files_of(made: Sequence[Made], content: Content) -> dict[str, bytes]:
    """The files of a build by name; the manifest, ``manifest.json``, is the last."""
    files = {str(one.entry["path"]): one.pdf for one in made}
    return {**files, "manifest.json": _manifest(made, content)}


def manifest(made: Sequence[Made], content: Content) -> dict[str, Any]:
    """List what was made and from what; nothing of what was withheld but its number.

    Files of which readers of some paper see nothing are not named: one sum stands for them all.

    Raises:
        ProofError: The name of a file that went into it has a secret.
    """
    prove_names(content, [one.request for one in made])
    return {
        "project": content.project.name,
        "edition": content.project.edition.date,
        "made-by": f"briefing {__version__}",
        "silent": list(content.project.silent),
        **_inputs(content.inputs, {path for one in made for path in one.unseen}),
        "files": [dict(one.entry) for one in sorted(made, key=lambda one: one.request)],
    }


def _inputs(inputs: Mapping[str, str], unseen: set[str]) -> dict[str, Any]:
    named = {path: inputs[path] for path in sorted(inputs.keys() - unseen)}
    if not unseen:
        return {"inputs": named}
    listed = "".join([f"{inputs[path]}  {path}\n" for path in sorted(unseen)])
    whole = hashlib.sha256(listed.encode()).hexdigest()
    return {"inputs": named, "unnamed-inputs": {"files": len(unseen), "sha256": whole}}


def _manifest(made: Sequence[Made], content: Content) -> bytes:
    text = json.dumps(manifest(made, content), ensure_ascii=False, indent=2)
    return (text + "\n").encode()


def _promising_less(content: Content) -> Content:
    project = content.project
    return replace(content, project=replace(project, conformance=project.conformance.encrypted()))


def _in_processes(
    work: Work, requests: Sequence[Request], workers: int, start: StartMethod | None
) -> list[Made | Failed]:
    context = multiprocessing.get_context(start)
    parts = _parts(requests, workers * _JOBS_PER_WORKER)
    pool = ProcessPoolExecutor(workers, context, initializer=_adopt, initargs=(work,))
    with pool:
        return [one for part in pool.map(_make_adopted, parts) for one in part]


def _parts(requests: Sequence[Request], wanted: int) -> list[Sequence[Request]]:
    """Cut the requests into about `wanted` runs of neighbours, which share most of their text."""
    size = max(1, -(-len(requests) // max(1, wanted)))
    return [requests[at : at + size] for at in range(0, len(requests), size)]


_adopted: dict[Literal["work"], Work] = {}  # of a worker process: set once, when it starts


def _adopt(work: Work) -> None:
    """Get a worker ready, which leaves when the process that started it does."""
    gc.disable()  # a search through what was forked would copy every page of it
    _adopted["work"] = work
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)


def _make_adopted(requests: Sequence[Request]) -> list[Made | Failed]:
    return _make_with(_adopted["work"], requests)


def _make_with(work: Work, requests: Sequence[Request]) -> list[Made | Failed]:
    made: list[Made | Failed] = []
    with _collector_paused():
        for request in requests:
            try:
                made.append(_encrypted(make(work.content, request), work.encryption))
            except (ContentError, ProofError) as error:
                made.append(Failed(request, error))
    return made


def _encrypted(made: Made, encryption: Encryption | None) -> Made:
    """Encrypt a file that has passed its proof, and list it as it will be written."""
    if encryption is None:
        return made
    pdf = encrypt(made.pdf, encryption)
    written = {"sha256": hashlib.sha256(pdf).hexdigest(), "bytes": len(pdf), "encrypted": True}
    return replace(made, pdf=pdf, entry={**made.entry, **written})


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Frozen values hold no cycles worth a search while a brief is made: saves a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _all_made(results: Sequence[Made | Failed]) -> tuple[Made, ...]:
    failed = [one for one in results if isinstance(one, Failed)]
    problems = [
        p for one in failed if isinstance(one.error, ContentError) for p in one.error.problems
    ]
    if problems:
        raise ContentError(problems)
    findings = [
        f"{one.request.name}.pdf: {finding}"
        for one in failed
        if isinstance(one.error, ProofError)
        for finding in one.error.findings
    ]
    if findings:
        raise ProofError(findings)
    return tuple(one for one in results if isinstance(one, Made))


def usable_workers(requests: int) -> int:
    """How many processes pay for so many briefs: none for a handful."""
    return 1 if requests < 8 else min(os.cpu_count() or 1, requests // 4)

"""Tries the addresses that a project's sources and texts lead to.

One host is asked one thing at a time, with pauses; what was found is kept in the project, with its
day, and not asked for again for a while.
"""

import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote, urlsplit

import msgspec
from msgspec import Struct

from briefing.errors import Diagnostic, Location
from briefing.model.content import Content
from briefing.model.prose import Link
from briefing.version import __version__

KEPT = Path(".briefing") / "links.json"
"""Below the project's folder."""

_AGENT = f"briefing/{__version__} (looks whether cited addresses still lead somewhere)"
_LARGEST = 16 * 1024 * 1024
_NOT_TOLD = ("doi.org", "dx.doi.org", "hdl.handle.net")  # whose purpose is to lead elsewhere
_SAFE = "!#$%&'()*+,/:;=?@[]~"


class Manner(Struct, frozen=True):
    """How addresses are tried.

    Attributes:
        days: What was fine is not tried again so long; what was not, after a day.
        pause: Seconds between two questions to one host.
        timeout: Seconds until a host counts as silent.
        hosts: So many are asked at once.
    """

    days: int = 30
    pause: float = 1.0
    timeout: float = 15.0
    hosts: int = 4


USUAL = Manner()


class Found(Struct, frozen=True):
    """What an address gave.

    Attributes:
        day: When it was tried, as ISO 8601.
        code: The status of HTTP; 0 where there was no answer.
        leads_to: Another address, if it leads there.
        fault: Why there was no answer; empty where there was one.
    """

    day: str
    code: int
    leads_to: str = ""
    fault: str = ""

    @property
    def is_fine(self) -> bool:
        """Readers get somewhere."""
        return 200 <= self.code < 400


def addresses_in(content: Content) -> dict[str, Location]:
    """List the addresses of sources and of links in texts, each with its first place."""
    found: dict[str, Location] = {}
    for source in content.sources.values():
        doi = source.csl.get("DOI")
        for address in (f"https://doi.org/{doi}" if doi else "", source.csl.get("URL", "")):
            if address:
                found.setdefault(address, source.where)
    texts = (
        content.project.credit, content.sections, content.documents, content.charts,
        content.tables, content.pictures,
    )  # fmt: skip
    for link in _links_in(texts):
        if link.target.startswith(("http://", "https://")):
            found.setdefault(link.target, link.where)
    return found


def _links_in(value: object) -> Iterator[Link]:
    if isinstance(value, Link):
        yield value
    if isinstance(value, Struct):
        for field in value.__struct_fields__:
            if field != "image":
                yield from _links_in(getattr(value, field))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _links_in(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _links_in(each)


def check_links(content: Content, manner: Manner = USUAL) -> tuple[Diagnostic, ...]:
    """Try all addresses of a project, and tell those that lead nowhere or elsewhere.

    What is found is kept in the file `KEPT`, day by day.
    """
    addresses = addresses_in(content)
    path = Path(content.root) / KEPT
    known, problems = _read_kept(path)
    today = time.strftime("%Y-%m-%d", time.gmtime())
    wanted = [each for each in addresses if not _is_fresh(known.get(each), today, manner)]
    known.update(_try_all(wanted, today, manner))
    _keep(path, {address: known[address] for address in sorted(addresses)})
    for address, where in addresses.items():
        told = _told(address, known[address])
        if told is not None:
            problems.append(Diagnostic(where, *told, "warning"))
    return tuple(sorted(problems))


def _is_fresh(found: Found | None, today: str, manner: Manner) -> bool:
    if found is None:
        return False
    days = manner.days if found.is_fine else 1
    age = (_seconds(today) - _seconds(found.day)) / 86_400
    return 0 <= age < days


def _seconds(day: str) -> float:
    return time.mktime(time.strptime(day, "%Y-%m-%d"))


def _told(address: str, found: Found) -> tuple[str, str] | None:
    """Say what is wrong with an address, and what to do; None for nothing."""
    when = f"tried on {found.day}"
    if found.fault:
        return f"{address!r} does not answer: {found.fault}", f"look at it with a browser; {when}"
    if found.code in (404, 410):
        hint = f"find out where it has gone, or cite an archived copy; {when}"
        return f"{address!r} leads nowhere: the host says {found.code}", hint
    if not found.is_fine:
        hint = f"look at it with a browser: some hosts refuse programs; {when}"
        return f"{address!r} is refused: the host says {found.code}", hint
    if found.leads_to and urlsplit(address).hostname not in _NOT_TOLD:
        return f"{address!r} leads to {found.leads_to!r}", f"cite that, if it is the same; {when}"
    return None


def _try_all(addresses: Iterable[str], today: str, manner: Manner) -> dict[str, Found]:
    """Try addresses, those of each host one after the other."""
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(urlsplit(address).netloc, []).append(address)
    found: dict[str, Found] = {}

    def ask(host: str) -> None:
        for number, address in enumerate(hosts[host]):
            if number:
                time.sleep(manner.pause)
            found[address] = _try(address, today, manner)

    with ThreadPoolExecutor(max_workers=manner.hosts) as pool:
        for _ in pool.map(ask, hosts):
            pass
    return found


def _try(address: str, today: str, manner: Manner) -> Found:
    """Ask for the head of a page, and for the page where its host does not give that alone."""
    found = _ask("HEAD", address, today, manner)
    if found.is_fine:
        return found
    time.sleep(manner.pause)
    return _ask("GET", address, today, manner)


class _OnlyPages(urllib.request.HTTPRedirectHandler):
    """Follows to other pages, and to nothing else."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any,
        newurl: str,
    ) -> urllib.request.Request | None:  # fmt: skip
        if not newurl.startswith(("http://", "https://")):
            return None
        made = super().redirect_request(req, fp, code, msg, headers, newurl)
        if made is not None and req.get_method() == "HEAD":
            made.method = "HEAD"
        return made


def _ask(method: str, address: str, today: str, manner: Manner) -> Found:
    plain = quote(address.partition("#")[0], safe=_SAFE)
    opener = urllib.request.build_opener(_OnlyPages)
    request = urllib.request.Request(plain, headers={"User-Agent": _AGENT}, method=method)
    try:
        with opener.open(request, timeout=manner.timeout) as answer:
            leads_to = answer.url if answer.url != plain else ""
            return Found(today, answer.status, leads_to)
    except urllib.error.HTTPError as error:
        error.close()
        return Found(today, error.code)
    except (urllib.error.URLError, HTTPException, TimeoutError, OSError, ValueError) as error:
        return Found(today, 0, fault=_reason(error))


def _reason(error: Exception) -> str:
    """Say why there was no answer, alike on every machine."""
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return "it is silent"
    if isinstance(reason, socket.gaierror):
        return "there is no such host"
    if isinstance(reason, ConnectionRefusedError):
        return "it takes no calls"
    return type(reason).__name__


def _read_kept(path: Path) -> tuple[dict[str, Found], list[Diagnostic]]:
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("too large")
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Found]), []
    except FileNotFoundError:
        return {}, []
    except (OSError, ValueError) as error:  # msgspec's are ValueErrors
        message = f"what was kept cannot be read: {str(error).lower()}"
        hint = "all addresses are tried anew"
        return {}, [Diagnostic(Location(KEPT.as_posix(), 1), message, hint, "warning")]


def _keep(path: Path, found: Mapping[str, Found]) -> None:
    path.parent.mkdir(exist_ok=True)
    told = {address: msgspec.to_builtins(each) for address, each in found.items()}
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    draft.replace(path)

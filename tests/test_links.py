"""``check --links``, against a server of our own."""

import json
import shutil
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

import briefing
from briefing.cli import main
from briefing.links import KEPT, Manner, addresses_in, check_links

PROJECT = Path(__file__).parent / "cases" / "_project"
QUICK = Manner(pause=0.0, timeout=0.5)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        self.root = f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_HEAD(self) -> None:
        self.answer(is_head=True)

    def do_GET(self) -> None:
        self.answer(is_head=False)

    def answer(self, *, is_head: bool) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        match self.path.partition("?")[0]:
            case "/fine":
                code = 200
            case "/page":
                code = 405 if is_head else 200
            case "/old":
                code = 301
            case "/closed":
                code = 403
            case "/slow":
                time.sleep(1.0)
                code = 200
            case _:
                code = 404
        self.send_response(code)
        if code == 301:
            self.send_header("Location", "/fine")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(PROJECT, tmp_path, dirs_exist_ok=True)
    return tmp_path


def write(folder: Path, *addresses: str) -> None:
    people = "author: [{family: Kim, given: Jan}], issued: 2020, publisher: P"
    keys = ["kim-2020", "lee-2021", *[f"a-{number}" for number in range(len(addresses))]]
    lines = [
        f"{key}: {{type: report, title: T{key}, {people}, URL: '{address}'}}"
        for key, address in zip(keys, addresses, strict=False)
    ]
    lines += [
        f"{key}: {{type: report, title: T{key}, {people}}}" for key in keys[len(addresses) : 2]
    ]
    (folder / "content" / "sources.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def told(folder: Path, manner: Manner = QUICK) -> list[str]:
    content = briefing.open(folder).content
    day = time.strftime("%Y-%m-%d", time.gmtime())
    return [str(one).replace(day, "DAY") for one in check_links(content, manner)]


def test_addresses_that_lead_nowhere_or_elsewhere_are_told(folder, server):
    root = server.root
    write(folder, f"{root}/gone", f"{root}/old", f"{root}/closed", f"{root}/fine", f"{root}/page")

    assert told(folder) == [
        f"content/sources.yaml:1:1: warning: '{root}/gone' leads nowhere: the host says 404\n"
        "  hint: find out where it has gone, or cite an archived copy; tried on DAY",
        f"content/sources.yaml:2:1: warning: '{root}/old' leads to '{root}/fine'\n"
        "  hint: cite that, if it is the same; tried on DAY",
        f"content/sources.yaml:3:1: warning: '{root}/closed' is refused: the host says 403\n"
        "  hint: look at it with a browser: some hosts refuse programs; tried on DAY",
    ]


def test_hosts_that_do_not_answer_are_told(folder, server):
    write(folder, f"{server.root}/slow", "http://127.0.0.1:1/")

    assert told(folder) == [
        f"content/sources.yaml:1:1: warning: '{server.root}/slow' does not answer: it is silent\n"
        "  hint: look at it with a browser; tried on DAY",
        "content/sources.yaml:2:1: warning: 'http://127.0.0.1:1/' does not answer:"
        " it takes no calls\n  hint: look at it with a browser; tried on DAY",
    ]


def test_the_head_alone_is_asked_for_and_the_page_where_that_is_refused(folder, server):
    write(folder, f"{server.root}/fine", f"{server.root}/page")
    told(folder)

    assert server.asked == ["HEAD /fine", "HEAD /page", "GET /page"]


def test_what_was_found_is_kept_and_not_asked_for_again(folder, server):
    write(folder, f"{server.root}/fine", f"{server.root}/gone")
    first = told(folder)
    server.asked.clear()

    assert told(folder) == first
    assert server.asked == []


@pytest.mark.parametrize(("days", "asked"), [(1, ["HEAD /fine"]), (30, [])])
def test_what_was_kept_too_long_is_asked_for_again(folder, server, days, asked):
    write(folder, f"{server.root}/fine")
    before = time.strftime("%Y-%m-%d", time.gmtime(time.time() - 3 * 86_400))
    (folder / KEPT).parent.mkdir()
    kept = {f"{server.root}/fine": {"day": before, "code": 200}}
    (folder / KEPT).write_text(json.dumps(kept), "utf-8")
    told(folder, Manner(days=days, pause=0.0))

    assert server.asked == asked


def test_what_was_kept_and_is_spoiled_is_told(folder, server):
    write(folder, f"{server.root}/fine")
    (folder / KEPT).parent.mkdir()
    (folder / KEPT).write_text("{", "utf-8")

    (problem,) = told(folder)
    assert problem.startswith(".briefing/links.json:1:1: warning: what was kept cannot be read: ")
    assert json.loads((folder / KEPT).read_text("utf-8"))[f"{server.root}/fine"]["code"] == 200


def test_one_host_is_asked_with_pauses(folder, server):
    write(folder, *[f"{server.root}/fine?{number}" for number in range(4)])
    start = time.monotonic()
    told(folder, Manner(pause=0.1))

    assert time.monotonic() - start >= 0.3
    assert len(server.asked) == 4


def test_links_in_texts_and_names_of_documents_are_tried_too(folder):
    write(folder)
    page = folder / "content" / "sections" / "water.md"
    page.write_text(
        page.read_text("utf-8") + "\nSee [the lake](https://example.org/lake) [here](#x).\n",
        "utf-8",
    )
    sources = folder / "content" / "sources.yaml"
    sources.write_text(sources.read_text("utf-8").replace("}\n", ", DOI: 10.1000/1}\n", 1), "utf-8")
    page.write_text(page.read_text("utf-8").replace(" [here](#x)", ""), "utf-8")

    found = addresses_in(briefing.open(folder).content)
    assert {"https://example.org/lake", "https://doi.org/10.1000/1"} <= set(found)


def test_the_command_tells_them_as_warnings_and_only_when_asked(folder, server):
    write(folder, f"{server.root}/gone")
    plain = CliRunner().invoke(main, ["check", "--project", str(folder)])
    asked_before = list(server.asked)
    linked = CliRunner().invoke(main, ["check", "--links", "--project", str(folder)])
    strict = CliRunner().invoke(main, ["check", "--links", "--strict", "--project", str(folder)])

    assert (plain.exit_code, linked.exit_code, strict.exit_code) == (0, 0, 1)
    assert asked_before == []
    assert "leads nowhere: the host says 404" in linked.output

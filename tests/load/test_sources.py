"""Works from files of each kind."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import ContentError
from briefing.load import load
from briefing.load.sources.biblatex import works_of
from briefing.load.sources.bibtex import read_bibtex
from briefing.load.sources.tex import plain_text
from briefing.load.sources.works import read_work
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.json_doc import parse_json
from briefing.load.syntax.problems import Problems
from briefing.model.prose import ALWAYS, Conditions

CASES = Path(__file__).parents[1] / "cases"


def read(text: str) -> dict[str, dict[str, Any]]:
    problems = Problems()
    entries = read_bibtex(TextFile("sources.bib", text), problems)
    works = [
        read_work(key, node, "en", problems, exported=True)
        for key, node in works_of(entries, problems)
    ]
    assert problems.all() == ()
    return {work.key: dict(work.csl) for work in works}


def fields(text: str) -> dict[str, Any]:
    (work,) = read("@book{a, title = {T}, " + text + "}").values()
    return work


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"Kur\c{c}, {\c{C}}a\u{g}lar", "Kurç, Çağlar"), (r"\"Ost \'{E}tudes", "Öst Études"),
        (r"\v{S}t\'{\i}t {\ss} {\o}", "Štít ß ø"), (r"na\"{\i}ve", "naïve"),
        (r"{NATO} and {the {EU}}", "NATO and the EU"),
        ("a---b, c--d, ``e'' `f'", "a—b, c–d, “e” ‘f’"),
        (r"5\% \& co~x", "5% & co\u00a0x"), (r"\emph{a} {\em b} \textbf{\textit{c}}", "a b c"),
        (r"\enquote{a}", "“a”"), ("Темур\n  Умаров", "Темур Умаров"), (r"\O{}re\AA", "ØreÅ"),
        (r"\H{o}\k{a}\.z\l", "őążł"), (r"\textendash\ x", "– x"),
    ],
)  # fmt: skip
def test_commands_for_letters_become_letters(tex, expected):
    assert plain_text(tex) == (expected, None)


@pytest.mark.parametrize("tex", [r"a \foo{b}", "a $x^2$"])
def test_commands_that_are_not_known_are_told(tex):
    _, fault = plain_text(tex)

    assert fault is not None
    assert fault.at == 2


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Alder, Ada", [{"family": "Alder", "given": "Ada"}]),
        ("Ada Alder and Birch, Ben",
         [{"family": "Alder", "given": "Ada"}, {"family": "Birch", "given": "Ben"}]),
        ("Marcel de Haas",
         [{"family": "Haas", "given": "Marcel", "non-dropping-particle": "de"}]),
        ("van der Berg, Jr, Jan", [{"family": "Berg", "given": "Jan", "suffix": "Jr",
                                    "non-dropping-particle": "van der"}]),
        ("{Ministry of Roads and Rails}", [{"literal": "Ministry of Roads and Rails"}]),
        ("family=Doe, given=Jane, prefix=von",
         [{"family": "Doe", "given": "Jane", "non-dropping-particle": "von"}]),
        ("Plato", [{"family": "Plato"}]),
    ],
)  # fmt: skip
def test_names_are_read_in_each_of_their_forms(names, expected):
    assert fields(f"author = {{{names}}}")["author"] == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("year = 2020", {"date-parts": [[2020]]}),
        ("year = {2020}, month = may", {"date-parts": [[2020, 5]]}),
        ("year = 2020, month = {September}, day = 3", {"date-parts": [[2020, 9, 3]]}),
        ("date = {2020-05-28}", {"date-parts": [[2020, 5, 28]]}),
        ("date = {2019/2020}", {"date-parts": [[2019], [2020]]}),
        ("date = {2020~}", {"date-parts": [[2020]], "circa": True}),
    ],
)
def test_dates_are_read_in_each_of_their_forms(date, expected):
    assert fields(date)["issued"] == expected


def test_strings_are_put_together():
    works = read('@string{p = "Example"}\n@book{a, title = "T", publisher = p # { } # "Press"}')

    assert works["a"]["publisher"] == "Example Press"


def test_a_part_takes_from_the_whole_what_it_has_not_itself():
    works = read(
        "@incollection{part, title = {Rivers}, author = {Ada Alder}, crossref = {whole}}"
        "@book{whole, title = {Water}, subtitle = {A Book}, editor = {Ben Birch},"
        " publisher = {P}, year = 2019}"
    )

    assert works["part"] == {
        "id": "part", "type": "chapter", "title": "Rivers", "container-title": "Water: A Book",
        "author": [{"family": "Alder", "given": "Ada"}],
        "editor": [{"family": "Birch", "given": "Ben"}], "publisher": "P",
        "issued": {"date-parts": [[2019]]},
    }  # fmt: skip


def test_types_and_numbers_mean_what_the_type_makes_of_them():
    works = read(
        "@article{a, title = {T}, journal = {J}, volume = 1, number = 2, pages = {3--4}}"
        "@techreport{b, title = {T}, institution = {I}, number = 5}"
        "@book{c, title = {T}, series = {S}, number = 6}"
        "@phdthesis{d, title = {T}, school = {U}}"
        r"@misc{e, title = {T}, howpublished = {\url{https://example.org/a_b}}}"
    )

    told = [{k: v for k, v in work.items() if k not in ("id", "title")} for work in works.values()]
    assert told == [
        {"type": "article-journal", "container-title": "J", "volume": "1", "issue": "2",
         "page": "3-4"},
        {"type": "report", "publisher": "I", "number": "5", "genre": "Technical report"},
        {"type": "book", "collection-title": "S", "collection-number": "6"},
        {"type": "thesis", "publisher": "U", "genre": "PhD thesis"},
        {"type": "webpage", "URL": "https://example.org/a_b"},
    ]  # fmt: skip


def test_json_keeps_places_whatever_it_is_indented_with():
    file = TextFile("sources.json", '[\n\t{"id": "a", "n": [1, "\\u00e9\\/"]}\n]')
    node = parse_json(file, Problems())

    (work,) = node.items
    key, numbers = work.entries["n"]
    assert (str(key.where), str(numbers.items[1].where)) == (
        "sources.json:2:14",
        "sources.json:2:23",
    )
    assert numbers.items[1].text == "é/"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1 2]", "sources.json:1:4: error: no JSON: expecting ',' delimiter"),
        ("[NaN]", "sources.json:1:1: error: no JSON that could be read here"),
        ("[" * 40 + "]" * 40,
         "sources.json:1:33: error: lists and mappings are nested more than 32 deep"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_told_with_its_place(text, expected):
    problems = Problems()

    assert parse_json(TextFile("sources.json", text), problems) is None
    (problem,) = problems.all()
    assert str(problem) == expected


def test_works_of_other_files_have_the_conditions_that_stand_apart(tmp_path):
    shutil.copytree(CASES / "_project", tmp_path, dirs_exist_ok=True)
    with (tmp_path / "content" / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write("conditions: {closed: {marking: RED}, few: {audience: parliament}}\n")
    works = [{"id": key, "type": "book", "title": key} for key in ("closed", "few", "open")]
    (tmp_path / "content" / "sources.json").write_text(json.dumps(works), "utf-8")
    sources = load(tmp_path, CASES / "_styles").content.sources

    assert sources["closed"].conditions == Conditions(marking="RED")
    assert sources["few"].conditions == Conditions(audiences=frozenset({"parliament"}))
    assert sources["open"].conditions == ALWAYS


@pytest.mark.parametrize("how", ["crossref", "xdata"])
def test_a_part_has_the_conditions_of_the_whole_that_it_tells_of(tmp_path, how):
    shutil.copytree(CASES / "_project", tmp_path, dirs_exist_ok=True)
    content = tmp_path / "content"
    content.joinpath("sources.bib").write_text(
        f"@inbook{{part, title = {{One}}, {how} = {{Whole}}}}\n@book{{whole, title = {{All}}}}\n",
        "utf-8",
    )
    listed = (content / "sources.yaml").read_text("utf-8")

    (content / "sources.yaml").write_text(
        f"{listed}conditions: {{whole: {{marking: RED}}}}\n", "utf-8"
    )
    with pytest.raises(ContentError) as caught:
        load(tmp_path, CASES / "_styles")
    assert str(caught.value) == (
        "content/sources.bib:1:9: error: 'part' takes fields from 'whole' and lacks its"
        " conditions\n  hint: give both the same in sources.yaml, under 'conditions'"
    )

    (content / "sources.yaml").write_text(
        f"{listed}conditions: {{whole: {{marking: RED}}, part: {{marking: RED}}}}\n", "utf-8"
    )
    assert load(tmp_path, CASES / "_styles").content.sources["part"].conditions.marking == "RED"


def test_what_readers_note_about_a_work_is_not_kept():
    works = read(
        "@book{a, title = {T}, keywords = {dull}, abstract = {Long.}, annote = {Weak.},"
        " annotation = {Weak.}, file = {mine.pdf}}"
    )

    assert works["a"] == {"id": "a", "type": "book", "title": "T"}


PIECES = st.sampled_from(
    ["@book", "@string", "{", "}", "(", ")", '"', ",", "=", "#", "a", " ", "\n", "title", "author",
     "\\", "\\c", "$", "and", "2020", "jan", "crossref", "date", "é", "~", "-", "url", "\\url{"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_a_file_holds_it_is_read_or_told(text):
    problems = Problems()
    file = TextFile("sources.bib", "@book{k, title = {T}, " + text)
    for key, node in works_of(read_bibtex(file, problems), problems):
        read_work(key, node, "en", problems, exported=True)

    lines = file.text.split("\n")
    for problem in problems.all():
        assert 1 <= problem.where.line <= len(lines)
        assert 1 <= problem.where.column <= len(lines[problem.where.line - 1]) + 1

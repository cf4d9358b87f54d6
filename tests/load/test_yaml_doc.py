import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.load.syntax import yaml_doc
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlText, parse_yaml


def parsed(text, **more):
    problems = Problems()
    return parse_yaml(TextFile("f.yaml", text), problems, **more), problems


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NO", "text"),
        ("yes", "text"),
        ("on", "text"),
        ("012", "text"),
        ("0o17", "text"),
        ("0x1F", "text"),
        ("12:30", "text"),
        ("2024-01-02", "text"),
        ("1_000", "text"),
        (".5", "text"),
        (".inf", "text"),
        ("True", "text"),
        ("no", "text"),
        ("fine", "text"),
        ("true", "truth"),
        ("false", "truth"),
        ("null", "null"),
        ("~", "null"),
        ("0", "number"),
        ("-12", "number"),
        ("1.50", "number"),
        ("1e3", "number"),
        ("+1.5E-3", "number"),
        ('"12"', "text"),
        ("'true'", "text"),
    ],
)
def test_a_plain_value_is_what_yaml_1_2_says(text, kind):
    node, _ = parsed(f"a: {text}")

    assert node.entries["a"][1].kind == kind


def test_a_value_that_is_left_out_is_null():
    node, _ = parsed("a:\nb: {c: }")

    assert node.entries["a"][1].kind == "null"
    assert node.entries["b"][1].entries["c"][1].kind == "null"


def test_every_value_keeps_its_place_and_its_signs():
    node, _ = parsed("é: 1\nlist:\n  - 'a b'\n  - {x: \"y\"}\n", from_line=10)

    assert node == YamlMap(
        {
            "é": (YamlText("é", "", "f.yaml", 10, 1), YamlText("1", "", "f.yaml", 10, 4)),
            "list": (
                YamlText("list", "", "f.yaml", 11, 1),
                YamlList(
                    [
                        YamlText("a b", "'", "f.yaml", 12, 5),
                        YamlMap(
                            {
                                "x": (
                                    YamlText("x", "", "f.yaml", 13, 6),
                                    YamlText("y", '"', "f.yaml", 13, 9),
                                )
                            },
                            "f.yaml",
                            13,
                            5,
                        ),
                    ],
                    "f.yaml",
                    12,
                    3,
                ),
            ),
        },
        "f.yaml",
        10,
        1,
    )


def test_an_alias_is_the_value_it_stands_for():
    node, problems = parsed("a: &doubt A guess.\nb: *doubt\n")

    assert node.entries["b"][1] is node.entries["a"][1]
    assert problems.all() == ()


def test_a_key_given_twice_keeps_its_first_value():
    node, problems = parsed("a: 1\na: 2\n")

    assert node.entries["a"][1].text == "1"
    assert len(problems.all()) == 1


def test_the_slow_parser_gives_the_same(monkeypatch):
    text = (
        "# c\na: {b: [1, 'x', \"y\\n\", &k z, *k]}\nc: >-\n  folded\n  text\nd: |\n  kept\n  text\n"
    )
    fast, _ = parsed(text)
    monkeypatch.setattr(yaml_doc, "_Loader", yaml.SafeLoader)

    assert parsed(text)[0] == fast


SIGNS = st.text(alphabet="ab1 \n\t:-[]{},&*!|>'\"%@`#?~<é", max_size=60)


@given(SIGNS)
def test_any_text_gives_a_value_or_a_reason(text):
    node, problems = parsed(text)

    assert (node is None) == any(p.severity == "error" for p in problems.all()) or node is not None
    assert all(1 <= problem.where.line <= text.count("\n") + 2 for problem in problems.all())


@pytest.mark.slow
@settings(max_examples=20_000, deadline=None)
@given(SIGNS)
def test_any_of_many_texts_gives_a_value_or_a_reason(text):
    node, problems = parsed(text)

    assert node is not None or problems.all()

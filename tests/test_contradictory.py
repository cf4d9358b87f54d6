"""A project that holds what its sources say, as they say it; and what becomes of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import briefing
from briefing.errors import ContentError
from briefing.project import Project

RAW = Path(__file__).parent / "contradictory"
CHOICES = """\
arms-share:
  - country: central-asia
    period: 2015/2019
    take: standish-2020
    because: The others do not say of which years, and one is of some countries alone.
exercises:
  - {country: central-asia, period: 2002/2019, take: range, because: One count may be partial.}
budget:
  - country: UZB
    period: 2021
    take: gfp-2022
    because: It is far above what the economy could bear.
"""
PLANTED = """\
content/charts/budgets.yaml:1:1: warning: the chart has no figure of 'budget' for 'KGZ' \
[missing-country]
  hint: add a reading, leave the place out, or say no-data: [KGZ]
content/charts/currencies.yaml:3:11: warning: the readings are in eur, usd [mixed-units]
  hint: draw one unit in one chart
  lowered by the project: The other faults are to be seen too.
content/readings/raw.yaml:4:5: error: 'arms-share' for 'central-asia' in 2015/2019 is nearly 20 \
by 'aminjonov-2022', and 16 to 18 by 'standish-2020' [contradiction]
  hint: the other is at line 3; say in content/choices.yaml which is printed, or range, and why
content/readings/raw.yaml:5:5: error: 'arms-share' for 'central-asia' in 2015/2019 is up to 20 \
by 'knuhr-leino-2022', and 16 to 18 by 'standish-2020' [contradiction]
  hint: the other is at line 3; say in content/choices.yaml which is printed, or range, and why
content/readings/raw.yaml:11:5: warning: 'budget' for 'TKM' is 800,000,000 (2021), and was \
200,000,000 (2021) in the edition of 2021-10-03 [jump]
  hint: more than 50% is a jump: look whether it is right
content/readings/raw.yaml:12:5: error: 'budget' for 'UZB' is 15,000,000,000, which is not from \
50,000,000 to 5,000,000,000 [implausible]
  hint: mend the figure, or give the reason to print it in content/choices.yaml
content/readings/raw.yaml:17:5: error: 'exercises' for 'central-asia' in 2002/2019 is at least 26 \
by 'umarov-2020', and 10 by 'soufan-2021' [contradiction]
  hint: the other is at line 16; say in content/choices.yaml which is printed, or range, and why
content/readings/raw.yaml:24:5: warning: 'opinion' for 'KAZ' is of 2016, more than 5 years ago \
[stale]
  hint: look for a newer figure, or give its indicator an 'age-limit'
content/sections/figures.md:9:65: warning: '35' has no source [uncited]
  hint: cite its source in the same sentence, or print a reading with figure(…)
"""


def told(project: Project) -> str:
    """Everything that a check tells, in one list."""
    return "".join(f"{each}\n" for each in sorted({*project.warnings, *project.check()}))


def chosen(folder: Path) -> Project:
    """The same project with a recorded choice for each of its contradictions."""
    shutil.copytree(RAW, folder, dirs_exist_ok=True)
    (folder / "content/choices.yaml").write_text(CHOICES, "utf-8")
    return briefing.open(folder)


def test_a_check_finds_exactly_what_was_planted():
    assert told(briefing.open(RAW)) == PLANTED


def test_no_file_is_made_of_figures_that_contradict_one_another():
    with pytest.raises(ContentError) as caught:
        briefing.open(RAW).brief("brief").pdf()

    rules = [problem.rule for problem in caught.value.problems]
    assert rules == ["contradiction", "contradiction", "implausible", "contradiction", "stale"]


def test_two_currencies_in_one_chart_end_a_check_unless_the_project_lowers_that(tmp_path):
    shutil.copytree(RAW, tmp_path, dirs_exist_ok=True)
    about = tmp_path / "content" / "project.yaml"
    lines = about.read_text("utf-8").splitlines(keepends=True)
    about.write_text("".join(line for line in lines if "lower-to" not in line), "utf-8")
    with pytest.raises(ContentError) as caught:
        briefing.open(tmp_path)

    assert str(caught.value) == (
        "content/charts/currencies.yaml:3:11: error: the readings are in eur, usd [mixed-units]\n"
        "  hint: draw one unit in one chart"
    )


def test_recorded_choices_leave_warnings_alone(tmp_path):
    rules = [problem.rule for problem in chosen(tmp_path).check()]

    assert rules == ["jump", "stale"]


def test_a_reader_sees_what_was_chosen_and_why(tmp_path):
    text = " ".join(chosen(tmp_path).brief("brief").text().split())

    assert "China supplied 16–18% (2015–2019)1 of all arms." in text
    assert "There were at least 10 exercises (2002–2019)2 with Chinese forces." in text
    assert (
        "Other figures: nearly 20% (F. Aminjonov, ‘China’s security engagement’, KAS, 2022, p. 7); "
        "up to 20% (C. Knuhr, ‘A talk in Brussels’, KAS, 2022, p. 2). The others do not say of "
        "which years, and one is of some countries alone."
    ) in text
    assert (
        "2 The sources give: 10 exercises (The Soufan Center, ‘China and its neighbours’, The "
        "Soufan Center, 2021); at least 26 exercises (T. Umarov, ‘Joint exercises’, The Paper, "
        "2020). Sixteen with Kazakhstan and ten with Kyrgyzstan, added up. One count may be "
        "partial."
    ) in text
    assert "Uzbekistan, 2021: It is far above what the economy could bear." in text

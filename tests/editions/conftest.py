import pytest

from tests.editions.projects import build, copy_project, edit


@pytest.fixture
def tiny(tmp_path):
    return copy_project(tmp_path / "tiny")


@pytest.fixture(scope="session")
def builds(tmp_path_factory):
    """Two builds of one brief: a sentence changed, one dropped, one new, a figure changed."""
    folder = tmp_path_factory.mktemp("builds")
    project = copy_project(folder / "tiny")
    edit(
        project,
        "sections/water.md",
        "is dry [@kim-2020, p. 4].",
        "is dry [@kim-2020, p. 4]. Its rivers are long. Few of them reach a sea.",
    )
    old = build(project, folder / "old")
    edit(project, "sections/water.md", "is dry", "is very dry")
    edit(project, "sections/water.md", "Its rivers are long. ", "")
    edit(project, "sections/water.md", "a sea.", "a sea. Rain is rare.")
    edit(project, "readings/water.yaml", "value: 1.7", "value: 1.9")
    return old, build(project, folder / "new")

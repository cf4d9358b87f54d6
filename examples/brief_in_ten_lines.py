"""Make one brief of the project in this repository and write it beside you."""

from pathlib import Path

import briefing

project = briefing.open(Path(__file__).parents[1])
brief = project.brief("country-brief", country="Kazakhstan", audience="public")
path = Path(f"{brief.name}.pdf")
path.write_bytes(brief.pdf())
print(f"{path}: {len(brief.pages().pages)} pages")

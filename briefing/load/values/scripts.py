"""Words in a script that the language around them does not use: refused as they are read."""

from briefing.errors import Location
from briefing.load.syntax.problems import Problems
from briefing.text.scripts import Foreign, find_foreign, message_of


def refuse_foreign(foreign: Foreign, where: Location, problems: Problems) -> None:
    """Take down words in running text, where their language can be said."""
    hint = f"say their language: [{foreign.words}]{{lang={foreign.example}}}, or whatever it is"
    problems.error(where, message_of(foreign), hint, "language")


def check_plain(text: str, where: Location, language: str, problems: Problems) -> None:
    """Check words of data, which cannot say a language of their own."""
    foreign = find_foreign(text, language)
    if foreign is not None:
        hint = "write them in Latin letters; only running text can say the language of words"
        problems.error(where, message_of(foreign), hint, "language")
